import type { RouteObject } from 'react-router';

/** Who did what. */
export const trailRoutes: RouteObject[] = [
  { path: '/logboek', lazy: async () => ({ Component: (await import('./trail-page')).TrailPage }) },
];
