import { sum, type Cents } from '@sr/kernel';

/** What a supplier still has open on a day: the amounts in force of its obligations that are not settled. */
export interface OpenOfSupplier {
  readonly supplierGroupId: string;
  readonly openCents: Cents;
  readonly obligations: number;
  /** The principals of those obligations, by code. */
  readonly principalCodes: readonly string[];
}

/** A supplier group's place among the largest. */
export interface Ranked {
  /** 1 is the largest; groups with the same amount share a place. */
  readonly rank: number;
  readonly supplierGroupId: string;
  readonly openCents: Cents;
  readonly obligations: number;
  readonly principals: number;
}

/**
 * The `limit` largest supplier groups by what they have open together, largest first; equal amounts by the group's id,
 * so that the order is the same each time. A group with nothing open has no place.
 */
export function rankSupplierGroups(suppliers: readonly OpenOfSupplier[], limit: number): Ranked[] {
  const groups = new Map<string, OpenOfSupplier[]>();
  for (const supplier of suppliers) {
    groups.set(supplier.supplierGroupId, [...(groups.get(supplier.supplierGroupId) ?? []), supplier]);
  }
  const totals = [...groups]
    .map(([supplierGroupId, members]) => ({
      supplierGroupId,
      openCents: sum(members.map(({ openCents }) => openCents)),
      obligations: sum(members.map(({ obligations }) => obligations)),
      principals: new Set(members.flatMap(({ principalCodes }) => principalCodes)).size,
    }))
    .filter(({ openCents }) => openCents > 0)
    .sort((a, b) => b.openCents - a.openCents || (a.supplierGroupId < b.supplierGroupId ? -1 : 1));
  return totals
    .slice(0, limit)
    .map((total) => ({ rank: 1 + totals.findIndex(({ openCents }) => openCents === total.openCents), ...total }));
}
