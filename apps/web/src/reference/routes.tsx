import type { RouteObject } from 'react-router';

/** Reference data: rules and lists with dates and sources, each list at an address of its own. */
export const referenceRoutes: RouteObject[] = [
  {
    path: '/stamgegevens',
    lazy: async () => ({ Component: (await import('./reference-page')).ReferencePage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./threshold-rules')).ThresholdRules }) },
      { path: 'categorieen', lazy: async () => ({ Component: (await import('./categories')).Categories }) },
      { path: 'categorieen/nieuw', lazy: async () => ({ Component: (await import('./add-category')).AddCategory }) },
      { path: 'regios', lazy: async () => ({ Component: (await import('./regions')).Regions }) },
      { path: 'bewijs', lazy: async () => ({ Component: (await import('./evidence-types')).EvidenceTypes }) },
      { path: 'ministeries', lazy: async () => ({ Component: (await import('./ministries')).Ministries }) },
    ],
  },
];
