import { addDays, daysIn, floorFraction, type BasisPoints, type Cents, type LocalDate, type Period } from '@sr/kernel';
import type { ToCome } from './to-come';

/** Value in a block, spread evenly over days: of a running placement, or of a line of a plan of action. */
export interface BlockValue {
  readonly block: string;
  readonly period: Period;
  readonly valueCents: Cents;
}

/** A line of a plan of action. */
export interface PlannedValue extends BlockValue {
  readonly confidenceBp: BasisPoints;
}

/**
 * What a plan of action still promises beyond what runs already: the part of each line for the days after `onDay`, less what
 * running placements of the same block bring in days after it. A promise that is being kept is not counted twice.
 */
export function plannedBeyond(
  lines: readonly PlannedValue[],
  running: readonly BlockValue[],
  onDay: LocalDate,
): ToCome[] {
  const brought = new Map<string, Cents>();
  for (const one of running) {
    brought.set(one.block, (brought.get(one.block) ?? 0) + (after(one, onDay)?.valueCents ?? 0));
  }
  return lines.flatMap((line) => {
    const promised = after(line, onDay);
    if (!promised) return [];
    const kept = Math.min(promised.valueCents, brought.get(line.block) ?? 0);
    brought.set(line.block, (brought.get(line.block) ?? 0) - kept);
    const valueCents = promised.valueCents - kept;
    const { period } = promised;
    return valueCents === 0 ? [] : [{ kind: 'PLANNED' as const, period, valueCents, confidenceBp: line.confidenceBp }];
  });
}

/** The part for the days after `onDay`, rounded down; null when there are none. */
function after({ period, valueCents }: BlockValue, onDay: LocalDate): { period: Period; valueCents: Cents } | null {
  const left = { from: period.from > onDay ? period.from : addDays(onDay, 1), to: period.to };
  const days = daysIn(left);
  return days === 0 ? null : { period: left, valueCents: floorFraction(valueCents, days, daysIn(period)) };
}
