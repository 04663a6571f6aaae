import type { RouteObject } from 'react-router';

/** Supplier plans: the bundle and its plan of action. */
export const planRoutes: RouteObject[] = [
  { path: '/plannen', lazy: async () => ({ Component: (await import('./plan-list')).PlanList }) },
  {
    path: '/plannen/:planId',
    lazy: async () => ({ Component: (await import('./plan-page')).PlanPage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./plan-overview')).PlanOverview }) },
      { path: 'maatregelen', lazy: async () => ({ Component: (await import('./plan-lines')).PlanLines }) },
      { path: 'verplichtingen', lazy: async () => ({ Component: (await import('./plan-members')).PlanMembers }) },
      { path: 'verloop', lazy: async () => ({ Component: (await import('./plan-statement')).PlanStatement }) },
      { path: 'berichten', lazy: async () => ({ Component: (await import('./plan-messages')).PlanMessages }) },
      { path: 'gegevens', lazy: async () => ({ Component: (await import('./plan-details')).PlanDetails }) },
    ],
  },
];
