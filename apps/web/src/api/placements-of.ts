import { useQuery } from '@tanstack/react-query';
import { client, type Answer } from './client';
import { readAll } from './read-all';

/** All placements of a supplier in a plan, page after page: a grid of hours needs each of them. */
export function usePlacementsOf(planId: string, supplierKvkNumber: string, enabled = true) {
  return useQuery({
    queryKey: ['placements-of', planId, supplierKvkNumber],
    enabled,
    staleTime: 10_000,
    queryFn: () =>
      readAll<Answer<'PlacementAnswer'>>((after) =>
        client.GET('/placements', { params: { query: { planId, supplierKvkNumber, limit: 100, after } } }),
      ),
  });
}
