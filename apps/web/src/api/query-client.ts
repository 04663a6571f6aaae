import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from './client';

/**
 * What screens have read. After every change all of it is read again: one change moves balances, lists and work of many
 * screens, and the register is small enough for that to be cheaper than to keep book of which. Somebody whose session
 * ended while a screen was open is sent to sign in.
 */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown) => {
    if (isProblem(error) && error.status === 401) onSignedOut();
  };
  const queryClient: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({
      onError: watch,
      onSuccess: () => queryClient.invalidateQueries(),
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && isProblem(error) && (error.status >= 500 || error.status === 0),
      },
    },
  });
  return queryClient;
}
