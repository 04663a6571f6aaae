import { useQueries } from '@tanstack/react-query';
import { api, type Answer } from './client';

type Balance = Answer<'ListedContractBalanceAnswer'>;

/** The balances of the contracts of a list, by id: one question for each page that was read. */
export function useBalances(pages: readonly { readonly items: readonly { readonly id: string }[] }[]) {
  const asked = pages.map(({ items }) => items.map(({ id }) => id)).filter((ids) => ids.length > 0);
  return useQueries({
    queries: asked.map((contractIds) =>
      api.queryOptions('get', '/contract-balances', { params: { query: { contractIds } } }),
    ),
    combine: (answers) =>
      new Map<string, Balance>(
        answers.flatMap(({ data }) => data?.items ?? []).map((balance) => [balance.contractId, balance]),
      ),
  });
}
