import {
  addDays,
  daysIn,
  divFloor,
  exact,
  quarterStart,
  type Centihours,
  type LocalDate,
  type Period,
} from '@sr/kernel';

/** What of a placement tells which hours are still to come. */
export interface Pace {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  /** The last day of an accepted claim, or null. */
  readonly acceptedTo: LocalDate | null;
  /** The first day of a claim that waits, or null. */
  readonly waitingFrom: LocalDate | null;
  readonly reportedCentihours: Centihours;
  readonly reportedDays: number;
}

/** Hours that are expected over some days. */
export interface HoursToCome {
  readonly period: Period;
  readonly centihours: Centihours;
}

/** The first day of which hours can still come: of the quarter before the one of `onDay`. What is older comes no more. */
export function oldestToCome(onDay: LocalDate): LocalDate {
  return quarterStart(addDays(quarterStart(onDay), -1));
}

/**
 * The hours of a placement that are still to come until `until`: its days after the last accepted claim (and from the first
 * claim that waits), at the pace of what was reported in the last year, rounded down. Null when no day is left, or when nothing was reported yet: then nobody
 * knows the hours.
 */
export function hoursToCome(pace: Pace, until: LocalDate, onDay: LocalDate): HoursToCome | null {
  const { startsOn, endsOn, acceptedTo, waitingFrom, reportedCentihours, reportedDays } = pace;
  const after = acceptedTo === null ? startsOn : addDays(acceptedTo, 1);
  const from = [startsOn, after, waitingFrom ?? startsOn, oldestToCome(onDay)].sort().at(-1) ?? startsOn;
  const period = { from, to: endsOn !== null && endsOn < until ? endsOn : until };
  const days = daysIn(period);
  if (days === 0 || reportedDays <= 0 || reportedCentihours === 0) return null;
  const centihours = exact(divFloor(BigInt(reportedCentihours) * BigInt(days), BigInt(reportedDays)));
  return centihours === 0 ? null : { period, centihours };
}

/** The days until a limit stops the counting: the part of the days in which the counted hours are worked, rounded up. */
export function untilLimit({ period, centihours }: HoursToCome, countedCentihours: Centihours): Period {
  const counted = divFloor(
    BigInt(daysIn(period)) * BigInt(countedCentihours) + BigInt(centihours) - 1n,
    BigInt(centihours),
  );
  return { from: period.from, to: addDays(period.from, Math.max(0, exact(counted) - 1)) };
}
