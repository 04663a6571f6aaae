import { api } from '../api/client';

/** What differs between two versions; asked only when both are chosen and they are not the same. */
export function useComparison(left: string | null, right: string | null) {
  const query = { left: left ?? '', right: right ?? '' };
  const enabled = left !== null && right !== null && left !== right;
  return api.useQuery('get', '/value-table-comparisons', { params: { query } }, { enabled });
}

/** Every version in sight, to choose from. */
export function useVersions() {
  return api.useQuery('get', '/value-tables', { params: { query: { limit: 100 } } });
}
