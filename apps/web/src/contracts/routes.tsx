import type { RouteObject } from 'react-router';

/** Contracts: the list, registering one, and everything about one, each part at an address of its own. */
export const contractRoutes: RouteObject[] = [
  { path: '/contracten', lazy: async () => ({ Component: (await import('./contracts-page')).ContractsPage }) },
  {
    path: '/contracten/nieuw',
    lazy: async () => ({ Component: (await import('./register-contract')).RegisterContract }),
  },
  {
    path: '/contracten/:contractId/wijzigen',
    lazy: async () => ({ Component: (await import('./edit-contract')).EditContract }),
  },
  {
    path: '/contracten/:contractId',
    lazy: async () => ({ Component: (await import('./contract-page')).ContractPage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./overview')).Overview }) },
      { path: 'verplichting', lazy: async () => ({ Component: (await import('./obligation')).ObligationTab }) },
      { path: 'verplichting/vastleggen', lazy: async () => ({ Component: (await import('./establish')).Establish }) },
      { path: 'verplichting/aanpassen', lazy: async () => ({ Component: (await import('./revise')).Revise }) },
      {
        path: 'verplichting/vrijstellen',
        lazy: async () => ({ Component: (await import('./propose-exemption')).ProposeExemption }),
      },
      { path: 'verloop', lazy: async () => ({ Component: (await import('./statement')).StatementTab }) },
      { path: 'afrekening', lazy: async () => ({ Component: (await import('./settlement')).SettlementTab }) },
      {
        path: 'afrekening/voorstellen',
        lazy: async () => ({ Component: (await import('./propose-settlement')).ProposeSettlement }),
      },
      { path: 'afrekening/herstel', lazy: async () => ({ Component: (await import('./grant-remedy')).GrantRemedy }) },
      { path: 'berichten', lazy: async () => ({ Component: (await import('./messages')).MessagesTab }) },
      { path: 'logboek', lazy: async () => ({ Component: (await import('./trail')).TrailTab }) },
    ],
  },
];
