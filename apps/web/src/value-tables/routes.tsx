import type { RouteObject } from 'react-router';

/** Value tables: the versions, one of them, two side by side, and proposing another. */
export const valueTableRoutes: RouteObject[] = [
  { path: '/waardetabellen', lazy: async () => ({ Component: (await import('./table-list')).TableList }) },
  { path: '/waardetabellen/nieuw', lazy: async () => ({ Component: (await import('./new-table')).NewTable }) },
  {
    path: '/waardetabellen/vergelijken',
    lazy: async () => ({ Component: (await import('./compare-tables')).CompareTables }),
  },
  { path: '/waardetabellen/:code', lazy: async () => ({ Component: (await import('./table-page')).TablePage }) },
  {
    path: '/waardetabellen/:code/wijzigen',
    lazy: async () => ({ Component: (await import('./edit-table')).EditTable }),
  },
  {
    path: '/waardetabellen/:code/weigeren',
    lazy: async () => ({ Component: (await import('./refuse-table')).RefuseTable }),
  },
];
