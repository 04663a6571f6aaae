/** A group of suppliers, by how scattered its obligations in no plan are; amounts in cents. */
export interface Scattered {
  readonly supplierGroupId: string;
  /** Obligations in no plan. */
  readonly loose: number;
  /** Principals that have one. */
  readonly principals: readonly string[];
  readonly amountCents: number;
  /** The median of their amounts; null when none is in euros. */
  readonly medianCents: number | null;
}

interface Loose {
  readonly principalCode: string;
  readonly supplier: { readonly supplierGroupId: string };
  readonly obligation: { readonly kind: string; readonly amountCents: number } | null;
}

/** The middle of amounts; of an even number the half of both in the middle, rounded half up, as the API does. */
export function median(amounts: readonly number[]): number | null {
  if (amounts.length === 0) return null;
  const sorted = amounts.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return Math.floor((lower + upper + 1) / 2);
}

/** Contracts whose obligation is in no plan, together by supplier group; the most scattered first. */
export function scatteredGroups(contracts: readonly Loose[]): Scattered[] {
  const groups = new Map<string, Loose[]>();
  for (const contract of contracts) {
    if (contract.obligation === null) continue;
    const { supplierGroupId } = contract.supplier;
    groups.set(supplierGroupId, [...(groups.get(supplierGroupId) ?? []), contract]);
  }
  return [...groups]
    .map(([supplierGroupId, loose]) => {
      // What is agreed without euros has an amount of 0, which says nothing about its size.
      const amounts = loose.flatMap(({ obligation }) =>
        obligation && obligation.kind !== 'FORM_FREE' ? [obligation.amountCents] : [],
      );
      return {
        supplierGroupId,
        loose: loose.length,
        principals: [...new Set(loose.map(({ principalCode }) => principalCode))].toSorted(),
        amountCents: amounts.reduce((sum, cents) => sum + cents, 0),
        medianCents: median(amounts),
      };
    })
    .toSorted((a, b) => b.loose - a.loose || b.amountCents - a.amountCents);
}
