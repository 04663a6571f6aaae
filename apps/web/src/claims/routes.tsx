import type { RouteObject } from 'react-router';

/** Claims: for whoever verifies a queue, for a supplier its own. */
export const claimRoutes: RouteObject[] = [
  { path: '/bijdragen', lazy: async () => ({ Component: (await import('./claims-page')).ClaimsPage }) },
  { path: '/bijdragen/:claimId', lazy: async () => ({ Component: (await import('./claims-page')).ClaimPage }) },
];
