import type { RouteObject } from 'react-router';

/** The machinery behind the product, for who keeps it going. */
export const operationRoutes: RouteObject[] = [
  {
    path: '/beheer',
    lazy: async () => ({ Component: (await import('./operations-page')).OperationsPage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./queues')).Queues }) },
      { path: 'rondes', lazy: async () => ({ Component: (await import('./sweeps')).Sweeps }) },
      { path: 'mails', lazy: async () => ({ Component: (await import('./troubled-mails')).TroubledMails }) },
    ],
  },
];
