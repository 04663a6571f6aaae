import { Navigate, type RouteObject } from 'react-router';
import { today } from '../today';

/** The impact report of a year. */
export const resultRoutes: RouteObject[] = [
  { path: '/resultaten', element: <Navigate to={`/resultaten/${today().slice(0, 4)}`} replace /> },
  { path: '/resultaten/:year', lazy: async () => ({ Component: (await import('./year-report')).YearReport }) },
];
