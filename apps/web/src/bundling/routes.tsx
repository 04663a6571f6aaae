import type { RouteObject } from 'react-router';

/** Bringing scattered obligations of a supplier together in one plan, step by step. */
export const bundlingRoutes: RouteObject[] = [
  { path: '/bundelen', lazy: async () => ({ Component: (await import('./supplier-choice')).SupplierChoice }) },
  { path: '/bundelen/:supplierGroupId', lazy: async () => ({ Component: (await import('./workbench')).Workbench }) },
  {
    path: '/bundelen/:supplierGroupId/plan',
    lazy: async () => ({ Component: (await import('./new-plan')).NewPlan }),
  },
  {
    path: '/bundelen/:supplierGroupId/bestaand-plan',
    lazy: async () => ({ Component: (await import('./present-plan')).PresentPlan }),
  },
  {
    path: '/bundelen/:supplierGroupId/voorgesteld/:planId',
    lazy: async () => ({ Component: (await import('./proposed')).Proposed }),
  },
];
