import { useQuery } from '@tanstack/react-query';
import { client, type Answer } from '../api/client';

type Signal = Answer<'SignalItemAnswer'>['signal'];

/** Signals come a hundred at a time; more than this many hundreds nobody reads. */
const MOST_PAGES = 10;

/** Which contracts in sight are behind or at risk, by id; those on course are left out. */
export function useSignals(enabled: boolean) {
  return useQuery({
    queryKey: ['get', '/signals', 'of contracts, by id'],
    enabled,
    queryFn: async () => {
      const found = new Map<string, Signal>();
      for (const signal of ['AT_RISK', 'BEHIND'] as const) {
        let after: string | undefined;
        for (let page = 0; page < MOST_PAGES; page += 1) {
          const query = { of: 'CONTRACTS', signal, limit: 100, after } as const;
          const { data, error } = await client.GET('/signals', { params: { query } });
          if (!data) throw error;
          for (const { contract } of data.items) if (contract) found.set(contract.contractId, signal);
          if (data.next === null) break;
          after = data.next;
        }
      }
      return found;
    },
  });
}
