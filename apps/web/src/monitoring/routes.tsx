import type { RouteObject } from 'react-router';

/** Who was reminded of what, who does not answer, and when reminders come. */
export const monitoringRoutes: RouteObject[] = [
  { path: '/stilte', lazy: async () => ({ Component: (await import('./silences')).Silences }) },
  { path: '/herinneringen', lazy: async () => ({ Component: (await import('./moments')).Moments }) },
  { path: '/herinneringen/nieuw', lazy: async () => ({ Component: (await import('./new-deviation')).NewDeviation }) },
  { path: '/berichten', lazy: async () => ({ Component: (await import('./own-reminders')).OwnReminders }) },
];
