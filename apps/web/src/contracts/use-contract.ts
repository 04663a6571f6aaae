import { useOutletContext } from 'react-router';
import { api, type Answer } from '../api/client';
import { whole } from '../format';
import { useLanguage } from '../shell/language';
import { useSession } from '../shell/session';
import { sayGoal } from '../words/codes';
import { labels } from '../words/labels';

export type Contract = Answer<'ContractAnswer'>;
export type Forecast = Answer<'ContractForecastAnswer'>;

/** The contract of the page that a part stands on. */
export const useContract = () => useOutletContext<Contract>();

/** Where the obligation of a contract is expected to end; not asked for what has no euros or no obligation. */
export function useForecast({ id, obligation }: Contract) {
  const { can } = useSession();
  const enabled = can('forecasts.read') && obligation !== null && obligation.kind !== 'FORM_FREE';
  return api.useQuery('get', '/contracts/{contractId}/forecast', { params: { path: { contractId: id } } }, { enabled });
}

/** A goal without euros in words: "6 personen". */
export function useGoal() {
  const language = useLanguage();
  return (goal: number | null, unit: keyof (typeof labels)['nl']['goalUnit'] | null) =>
    unit === null ? whole(language, goal) : sayGoal(language, goal, unit);
}
