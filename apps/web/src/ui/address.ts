import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/**
 * Filters that live in the address, so that a list can be shared, bookmarked and gone back to. Answers those of `names`
 * that are set, and the way to change some of them; an empty value takes a filter away. Changing one replaces the
 * address while typing and is a step of the history otherwise.
 */
export function useAddressFilters<Name extends string>(names: readonly Name[]) {
  const [params, setParams] = useSearchParams();
  const filters: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = params.get(name);
    if (value) filters[name] = value;
  }
  const change = useCallback(
    (changed: Partial<Record<Name, string>>, { typing = false } = {}) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changed) as [Name, string | undefined][]) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace: typing },
      ),
    [setParams],
  );
  return [filters, change] as const;
}
