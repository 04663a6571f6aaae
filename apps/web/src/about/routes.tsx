import type { RouteObject } from 'react-router';

/** What is to be read about the product itself. */
export const aboutRoutes: RouteObject[] = [
  { path: '/begrippen', lazy: async () => ({ Component: (await import('./glossary')).Glossary }) },
  { path: '/toegankelijkheid', lazy: async () => ({ Component: (await import('./accessibility')).Accessibility }) },
];
