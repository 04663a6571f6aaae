import type { RouteObject } from 'react-router';

/** The first page of everybody, and where a link in a mail leads. */
export const workRoutes: RouteObject[] = [
  { path: '/', lazy: async () => ({ Component: (await import('./home')).Home }) },
  { path: '/werk/:key', lazy: async () => ({ Component: (await import('./work-link')).WorkLink }) },
];
