import { COMPUTED_MAX, daysIn, exact, type Cents } from '@sr/kernel';
import type { Contribution, StoredValueTable, ValuationService } from '@sr/valuation';
import { centihoursOfOne, type PlanLine } from './domain/plan-line';

/**
 * What a line would be worth by the plan's value table if all of it came true, in cents; null when that is too large.
 * Work is valued as one person's equal part, without bonuses, times their number; activities up to the day cap of every
 * day in the period. How much of a counting limit a candidate will have left is not known yet.
 */
export function plannedValue(valuation: ValuationService, table: StoredValueTable, line: PlanLine): Cents | null {
  const block = table.blocks.find(({ code }) => code === line.block);
  if (!block) return null;
  const contribution = ((): Contribution => {
    switch (block.kind) {
      case 'PLACEMENT': {
        const work = { bonuses: [], employmentForm: 'FORMAL', countedBefore: 0n } as const;
        return { kind: 'PLACEMENT', block: line.block, paidCentihours: centihoursOfOne(line), ...work };
      }
      case 'PURCHASE':
        return { kind: 'PURCHASE', block: line.block, invoiceCents: line.invoiceCents ?? 0 };
      case 'ACTIVITY': {
        // The room of one day, and of all other days besides.
        const dayValueBefore = -BigInt(block.dayCapCents ?? 0) * BigInt(daysIn(line) - 1);
        return { kind: 'ACTIVITY', block: line.block, centihours: line.centihours ?? 0, dayValueBefore };
      }
    }
  })();
  const worth = valuation.valueOf(table, contribution);
  if (!worth.ok) return null;
  const value = BigInt(worth.value.valueCents) * BigInt(block.kind === 'PLACEMENT' ? (line.persons ?? 0) : 1);
  return value > BigInt(COMPUTED_MAX) ? null : exact(value);
}

/** Values together; null when that is too large, or when one of them is. */
export function together(values: readonly (Cents | null)[]): Cents | null {
  let total = 0n;
  for (const value of values) {
    if (value === null) return null;
    total += BigInt(value);
  }
  return total > BigInt(COMPUTED_MAX) ? null : exact(total);
}
