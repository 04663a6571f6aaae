import { useQuery } from '@tanstack/react-query';
import { useSession } from '../shell/session';
import { client, type Answer } from './client';
import { readAll } from './read-all';

/** A plan and a supplier of the own group on which somebody can report or register. */
export interface PlanChoice {
  /** The id of the plan and the number of the supplier, with a space between them. */
  readonly value: string;
  readonly label: string;
  readonly planId: string;
  readonly supplierKvkNumber: string;
  /** The code of the plan's value table. */
  readonly valueTable: string;
}

/**
 * The plans of the own supplier group that did not end, each with the suppliers that can act in it. A group of one
 * supplier has as many choices as plans, so that supplier and plan are one field.
 */
export function usePlanChoices() {
  const { person } = useSession();
  const supplierGroupId = person.organisation.kind === 'SUPPLIER_GROUP' ? person.organisation.supplierGroupId : '';
  return useQuery({
    queryKey: ['plan-choices', supplierGroupId],
    enabled: supplierGroupId !== '',
    staleTime: 10_000,
    queryFn: async (): Promise<readonly PlanChoice[]> => {
      const plans = await readAll<Answer<'PlanSummaryAnswer'>>((after) =>
        client.GET('/plans', { params: { query: { supplierGroupId, limit: 100, after } } }),
      );
      const { data, error } = await client.GET('/supplier-groups/{supplierGroupId}', {
        params: { path: { supplierGroupId } },
      });
      if (!data) throw error;
      return plans
        .filter(({ state }) => state !== 'ENDED')
        .flatMap(({ id, name, valueTable }) =>
          data.suppliers.map((supplier) => ({
            value: `${id} ${supplier.kvkNumber}`,
            label: data.suppliers.length > 1 ? `${name}, ${supplier.name}` : name,
            planId: id,
            supplierKvkNumber: supplier.kvkNumber,
            valueTable,
          })),
        );
    },
  });
}
