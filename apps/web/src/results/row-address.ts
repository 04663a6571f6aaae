/** What a breakdown can be of. */
export const BREAKDOWNS = ['PRINCIPAL', 'SUPPLIER', 'CATEGORY', 'CONTRACT', 'REGION', 'TARGET_GROUP'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];
/** The filters of a breakdown, by their names in the address of the page and in the API. */
export const NARROWING = ['principalCode', 'supplierKvkNumber', 'categoryCode'] as const;
type Narrowing = (typeof NARROWING)[number];

const NARROWS: Partial<Record<Breakdown, Narrowing>> = {
  PRINCIPAL: 'principalCode',
  SUPPLIER: 'supplierKvkNumber',
  CATEGORY: 'categoryCode',
};

interface Row {
  readonly key: string;
  readonly contractId: string | null;
}

/**
 * Where a row leads: to the contracts it is made of, and a contract to the lines of its ledger in that year. Null where
 * nothing lies behind it for the reader: claims of a region or target group are the supplier's and the verifying team's.
 */
export function rowAddress(by: Breakdown, row: Row, year: number, present: URLSearchParams): string | null {
  if (by === 'CONTRACT') return row.contractId && `/contracten/${row.contractId}/verloop?year=${year}`;
  const filter = NARROWS[by];
  if (!filter) return null;
  const search = new URLSearchParams(present);
  search.set('by', 'CONTRACT');
  search.set(filter, row.key);
  return `/resultaten/${year}?${search}`;
}
