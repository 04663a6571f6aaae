import { Outlet, type RouteObject } from 'react-router';
import { aboutRoutes } from './about/routes';
import { Layout } from './shell/layout';
import { CrashPage, MissingPage } from './shell/missing';
import { SignInPage } from './shell/sign-in-page';
import { Skeleton } from './ui/feedback';
import { bundlingRoutes } from './bundling/routes';
import { claimRoutes } from './claims/routes';
import { contractRoutes } from './contracts/routes';
import { mailRoutes } from './mails/routes';
import { monitoringRoutes } from './monitoring/routes';
import { operationRoutes } from './operations/routes';
import { organisationRoutes } from './organisations/routes';
import { peopleRoutes } from './people/routes';
import { referenceRoutes } from './reference/routes';
import { proposalRoutes } from './proposals/routes';
import { placementRoutes } from './placements/routes';
import { reportRoutes } from './reports/routes';
import { planRoutes } from './plans/routes';
import { resultRoutes } from './results/routes';
import { supplierRoutes } from './suppliers/routes';
import { trailRoutes } from './trail/routes';
import { valueTableRoutes } from './value-tables/routes';
import { workRoutes } from './work/routes';

/** Every address of the product. Each area brings its own; a page's code is fetched when it is first opened. */
export const routes: RouteObject[] = [
  {
    element: <Outlet />,
    errorElement: <CrashPage />,
    hydrateFallbackElement: <Skeleton lines={8} />,
    children: [
      { path: '/aanmelden', element: <SignInPage /> },
      {
        element: <Layout />,
        children: [
          {
            // A fault of one page leaves the navigation standing.
            errorElement: <CrashPage />,
            children: [
              ...workRoutes,
              ...contractRoutes,
              ...proposalRoutes,
              ...bundlingRoutes,
              ...supplierRoutes,
              ...claimRoutes,
              ...peopleRoutes,
              ...planRoutes,
              ...resultRoutes,
              ...trailRoutes,
              ...valueTableRoutes,
              ...referenceRoutes,
              ...organisationRoutes,
              ...monitoringRoutes,
              ...mailRoutes,
              ...operationRoutes,
              ...aboutRoutes,
              ...placementRoutes,
              ...reportRoutes,
              { path: '*', element: <MissingPage /> },
            ],
          },
        ],
      },
    ],
  },
];
