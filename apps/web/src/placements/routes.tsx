import type { RouteObject } from 'react-router';

/** Candidates at work. */
export const placementRoutes: RouteObject[] = [
  { path: '/plaatsingen', lazy: async () => ({ Component: (await import('./placement-list')).PlacementList }) },
  { path: '/plaatsingen/nieuw', lazy: async () => ({ Component: (await import('./new-placement')).NewPlacement }) },
  { path: '/plaatsingen/:placementId', lazy: async () => ({ Component: (await import('./placement')).PlacementPage }) },
  {
    path: '/plaatsingen/:placementId/wijzigen',
    lazy: async () => ({ Component: (await import('./change-placement')).ChangePlacement }),
  },
  {
    path: '/plaatsingen/:placementId/beeindigen',
    lazy: async () => ({ Component: (await import('./end-placement')).EndPlacement }),
  },
];
