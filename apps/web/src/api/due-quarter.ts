import { useSearchParams } from 'react-router';
import { api, type Answer } from './client';

/** A quarter of which nothing was reported, with the plan that it is of. */
export type DueQuarter = Answer<'DueReportAnswer'> & { readonly planId: string };

/** Where something is done about such a quarter. */
export const dueQuarterAt = (page: 'uitstel' | 'namens', { planId, supplierKvkNumber, quarter }: DueQuarter) =>
  `/rapportages/${page}?${new URLSearchParams({ planId, supplierKvkNumber, quarter })}`;

/** The quarter that the address names, as it is known; undefined when it is not due. */
export function useDueQuarter() {
  const [params] = useSearchParams();
  const planId = params.get('planId') ?? '';
  const due = api.useQuery('get', '/plans/{planId}/due-reports', { params: { path: { planId } } });
  const found = due.data?.items.find(
    ({ quarter, supplierKvkNumber }) =>
      quarter === params.get('quarter') && supplierKvkNumber === params.get('supplierKvkNumber'),
  );
  return { due, found: found && { ...found, planId } };
}
