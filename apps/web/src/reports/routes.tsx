import type { RouteObject } from 'react-router';

/** The reports of a quarter; the parts of one report share what is typed, so they are inside its page. */
export const reportRoutes: RouteObject[] = [
  { path: '/rapportages', lazy: async () => ({ Component: (await import('./report-list')).ReportList }) },
  { path: '/rapportages/nieuw', lazy: async () => ({ Component: (await import('./new-report')).NewReport }) },
  { path: '/rapportages/uitstel', lazy: async () => ({ Component: (await import('./give-time')).GiveTime }) },
  {
    path: '/rapportages/namens',
    lazy: async () => ({ Component: (await import('./begin-on-behalf')).BeginOnBehalf }),
  },
  {
    path: '/rapportages/:reportId',
    lazy: async () => ({ Component: (await import('./report')).ReportPage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./hours')).Hours }) },
      { path: 'inkoop', lazy: async () => ({ Component: (await import('./purchases')).Purchases }) },
      { path: 'activiteiten', lazy: async () => ({ Component: (await import('./activities')).Activities }) },
    ],
  },
];
