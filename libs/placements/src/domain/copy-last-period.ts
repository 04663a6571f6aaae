import { floorFraction, overlaps, quarterStart, type Centihours, type LocalDate, type Period } from '@sr/kernel';
import { daysOfMonth, monthsOfQuarter, type Month } from './quarter';
import { runsIn, type PlacementInReport, type PlacementLine, type ReportLines } from './report-lines';

/** A claim of hours in the quarter that is copied. */
export interface ClaimToCopy {
  readonly placementId: string;
  readonly period: Period;
  readonly centihours: Centihours;
  /** The number of the contract that it should count for first, or null. */
  readonly earmark: string | null;
  /** Its hours month by month, as they were reported; null when it came without a report. */
  readonly months: PlacementLine['months'] | null;
}

/**
 * The lines of a report with the hours of an earlier quarter added: for each placement that has no line yet and runs in
 * the new quarter, the hours of the first month in the first month, and so on. Purchases and activities are not
 * copied: each happened once.
 */
export function copyLastPeriod(
  lines: ReportLines,
  earlier: readonly ClaimToCopy[],
  placements: ReadonlyMap<string, PlacementInReport>,
  quarter: LocalDate,
): ReportLines {
  const there = new Set(lines.placements.map((line) => line.placementId));
  const copies = new Map<string, PlacementLine>();
  for (const claim of earlier) {
    const placement = placements.get(claim.placementId);
    if (!placement || there.has(claim.placementId)) continue;
    const months = monthsIn(claim, quarter).filter(({ month }) => runsIn(placement, month));
    const { placementId, earmark } = claim;
    const before = copies.get(placementId)?.months ?? [];
    // Two claims of one placement in the earlier quarter were for different months, or for parts of one.
    const all = [...before, ...months.filter(({ month }) => !before.some((known) => known.month === month))];
    if (all.length > 0) copies.set(placementId, { placementId, earmark, months: all });
  }
  return { ...lines, placements: [...lines.placements, ...copies.values()] };
}

/** The hours of a claim, month by month, moved to the months of another quarter. */
function monthsIn(claim: ClaimToCopy, quarter: LocalDate): { month: Month; paidCentihours: Centihours }[] {
  const from = monthsOfQuarter(quarterStart(claim.period.from));
  const to = monthsOfQuarter(quarter);
  return (claim.months ?? spread(claim, from)).flatMap(({ month, paidCentihours }) => {
    const moved = to[from.indexOf(month)];
    return moved === undefined ? [] : [{ month: moved, paidCentihours }];
  });
}

/** Hours of which the months are not known, spread evenly over the months that the claim has days in. */
function spread({ period, centihours }: ClaimToCopy, quarter: readonly Month[]): PlacementLine['months'] {
  const months = quarter.filter((month) => overlaps(daysOfMonth(month), period));
  const each = floorFraction(centihours, 1, months.length);
  const left = centihours - each * months.length;
  return months.map((month, index) => ({ month, paidCentihours: index < left ? each + 1 : each }));
}
