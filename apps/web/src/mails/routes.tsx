import type { RouteObject } from 'react-router';

/** The mailbox of the example: mails that went nowhere, to look at. */
export const mailRoutes: RouteObject[] = [
  { path: '/post', lazy: async () => ({ Component: (await import('./mailbox')).Mailbox }) },
  { path: '/post/:number', lazy: async () => ({ Component: (await import('./mail')).MailPage }) },
];
