import type { RouteObject } from 'react-router';

/** Who takes part: colleagues of a supplier, people of ministries and of the network. */
export const peopleRoutes: RouteObject[] = [
  { path: '/mensen', lazy: async () => ({ Component: (await import('./people-list')).PeopleList }) },
  { path: '/mensen/nieuw', lazy: async () => ({ Component: (await import('./invite-person')).InvitePerson }) },
  { path: '/mensen/:personId', lazy: async () => ({ Component: (await import('./person')).PersonPage }) },
];
