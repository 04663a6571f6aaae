import type { RouteObject } from 'react-router';

const parts = () => import('./supplier-parts');

/** The suppliers as those see them who are responsible for their obligations. */
export const supplierRoutes: RouteObject[] = [
  { path: '/leveranciers', lazy: async () => ({ Component: (await import('./ranking')).SupplierRanking }) },
  {
    path: '/leveranciers/:supplierGroupId',
    lazy: async () => ({ Component: (await import('./supplier')).SupplierPage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./supplier-overview')).SupplierOverview }) },
      { path: 'contracten', lazy: async () => ({ Component: (await parts()).SupplierContracts }) },
      { path: 'verloop', lazy: async () => ({ Component: (await parts()).SupplierStatement }) },
      { path: 'mensen', lazy: async () => ({ Component: (await parts()).SupplierPeople }) },
    ],
  },
];
