import type { RouteObject } from 'react-router';

/** Proposals to bundle: what the principal is asked, and its answer. */
export const proposalRoutes: RouteObject[] = [
  { path: '/voorstellen', lazy: async () => ({ Component: (await import('./proposal-list')).ProposalList }) },
  {
    path: '/voorstellen/:planId/:contractId',
    lazy: async () => ({ Component: (await import('./proposal-page')).ProposalPage }),
  },
  {
    path: '/voorstellen/:planId/:contractId/afwijzen',
    lazy: async () => ({ Component: (await import('./decline-proposal')).DeclineProposal }),
  },
];
