import { contains, isInOneQuarter, type Centihours, type LocalDate, type Period, type Violation } from '@sr/kernel';

/** How someone works: paid by the supplier, hired in (temporary work, secondment), as an intern, or on trial. */
export type EmploymentForm = 'FORMAL' | 'HIRED_IN' | 'INTERNSHIP' | 'TRIAL';
/** Whether the supplier declares that the candidate is in the target group register. */
export type RegisterIndication = 'YES' | 'NO' | 'UNKNOWN';

/** A candidate at work in one block. The candidate is the supplier's own reference: no name, no number of a person. */
export interface Placement {
  readonly id: string;
  /** The supplier's own name for the placement. */
  readonly ref: string;
  readonly planId: string;
  readonly supplierKvkNumber: string;
  readonly candidate: string;
  readonly block: string;
  readonly bonuses: readonly string[];
  readonly employmentForm: EmploymentForm;
  readonly startsOn: LocalDate;
  /** The last day, or null while the placement goes on. */
  readonly endsOn: LocalDate | null;
  readonly registerIndicated: RegisterIndication;
  readonly region: string | null;
  readonly recordedAt: Date;
}

/** The first day is not after the last. */
export const placementBackwards = (): Violation => ({
  code: 'placement.term_backwards',
  field: 'endsOn',
  message: 'The first day of the placement is after its last day.',
});

/** A claim's first day is not after its last. */
export const claimBackwards = (): Violation => ({
  code: 'claim.period_backwards',
  field: 'to',
  message: 'The first day of the claim is after its last day.',
});

/** A claim is made for work that was done. */
export const claimInFuture = (field: string, today: LocalDate): Violation => ({
  code: 'claim.in_the_future',
  field,
  params: { today },
  message: `The claim ends after ${today}, the day on which it is made.`,
});

/** A claim lies inside one calendar quarter. */
export const claimOverQuarter = (): Violation => ({
  code: 'claim.over_a_quarter',
  field: 'to',
  message: 'The claim runs over the edge of a quarter; make one claim for each quarter.',
});

/** A claim on a placement lies inside the placement's dates. */
export const claimOutsidePlacement = (): Violation => ({
  code: 'claim.outside_placement',
  field: 'from',
  message: 'The claim has days on which the placement had not begun or had ended.',
});

/** The same days of a placement are claimed once. */
export const claimOverlaps = (): Violation => ({
  code: 'claim.overlaps',
  field: 'from',
  message: 'The claim has days that another claim of the same placement has, which was not rejected or reversed.',
});

/** What is wrong with the dates of a placement: all of it, or nothing. */
export function placementViolations(placement: Pick<Placement, 'startsOn' | 'endsOn'>): Violation[] {
  return placement.endsOn !== null && placement.startsOn > placement.endsOn ? [placementBackwards()] : [];
}

/**
 * What is wrong with the period of a claim made on `today`, for a placement or (null) without one: all of it, or
 * nothing.
 */
export function periodViolations(
  period: Period,
  placement: Pick<Placement, 'startsOn' | 'endsOn'> | null,
  today: LocalDate,
): Violation[] {
  const violations: Violation[] = [];
  if (period.from > period.to) violations.push(claimBackwards());
  else if (!isInOneQuarter(period)) violations.push(claimOverQuarter());
  if (period.to > today) violations.push(claimInFuture('to', today));
  if (placement && !contains({ from: placement.startsOn, to: placement.endsOn }, period)) {
    violations.push(claimOutsidePlacement());
  }
  return violations;
}

/** The key of a counting limit: one candidate of one supplier in one block, over all plans and tables. */
export interface LimitKey {
  readonly supplierKvkNumber: string;
  readonly candidate: string;
  readonly block: string;
}

/** The key of a day cap: one block of one supplier on one day, over all plans and tables. */
export interface DayKey {
  readonly supplierKvkNumber: string;
  readonly block: string;
  readonly day: LocalDate;
}

/** What was used of limits and day caps, kept up to date while claims are decided one after another. */
export class Usage {
  private readonly counted = new Map<string, bigint>();
  private readonly days = new Map<string, bigint>();

  setCounted(key: LimitKey, centihours: bigint): void {
    this.counted.set(limitName(key), centihours);
  }
  countedBefore(key: LimitKey): bigint {
    return this.counted.get(limitName(key)) ?? 0n;
  }
  count(key: LimitKey, centihours: Centihours): void {
    this.setCounted(key, this.countedBefore(key) + BigInt(centihours));
  }

  setDayValue(key: DayKey, cents: bigint): void {
    this.days.set(dayName(key), cents);
  }
  dayValueBefore(key: DayKey): bigint {
    return this.days.get(dayName(key)) ?? 0n;
  }
  addDayValue(key: DayKey, cents: number): void {
    this.setDayValue(key, this.dayValueBefore(key) + BigInt(cents));
  }
}

const limitName = (key: LimitKey): string => JSON.stringify([key.supplierKvkNumber, key.candidate, key.block]);
const dayName = (key: DayKey): string => JSON.stringify([key.supplierKvkNumber, key.block, key.day]);
