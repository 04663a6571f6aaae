import type { RouteObject } from 'react-router';

/** Organisations: principals and their membership of the network, and groups of suppliers. */
export const organisationRoutes: RouteObject[] = [
  {
    path: '/organisaties',
    lazy: async () => ({ Component: (await import('./organisations-page')).OrganisationsPage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./principal-list')).PrincipalList }) },
      { path: 'leveranciersgroepen', lazy: async () => ({ Component: (await import('./group-list')).GroupList }) },
    ],
  },
  {
    path: '/organisaties/opdrachtgevers/:principalCode',
    lazy: async () => ({ Component: (await import('./principal-page')).PrincipalPage }),
  },
  {
    path: '/organisaties/leveranciersgroepen/nieuw',
    lazy: async () => ({ Component: (await import('./new-group')).NewGroup }),
  },
  {
    path: '/organisaties/leveranciersgroepen/:supplierGroupId',
    lazy: async () => ({ Component: (await import('./group-page')).GroupPage }),
  },
];
