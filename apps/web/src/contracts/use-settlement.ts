import { api, isProblem, type Answer } from '../api/client';
import { useWords } from '../shell/language';
import { useNotice } from '../ui/feedback';
import { settlementWords } from './settlement-words';

export type Settlement = Answer<'SettlementAnswer'>;

/** How far the settlement of a contract is. */
export const useSettlement = (contractId: string) =>
  api.useQuery('get', '/contracts/{contractId}/settlement', { params: { path: { contractId } } });

/**
 * Carries out a step of a settlement. When somebody else took one meanwhile, the settlement is read again and said to be
 * another one; what was typed stays.
 */
export function useStep(contractId: string) {
  const t = useWords(settlementWords);
  const say = useNotice();
  const settlement = useSettlement(contractId);
  return async (step: () => Promise<unknown>) => {
    try {
      await step();
    } catch (error) {
      if (isProblem(error) && error.code === 'settlement.stale') {
        await settlement.refetch();
        say({ text: t.stale });
      }
      throw error;
    }
  };
}
