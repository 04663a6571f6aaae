import {
  contains,
  isInOneQuarter,
  type Centihours,
  type EmploymentForm,
  type LocalDate,
  type Period,
  type Violation,
} from '@sr/kernel';
import type { RealisingParty } from './realised';

/** Whether the supplier declares that the candidate is in the target group register. */
export const REGISTER_INDICATIONS = ['YES', 'NO', 'UNKNOWN'] as const;
export type RegisterIndication = (typeof REGISTER_INDICATIONS)[number];

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
  /** The code of a labour market region; of older registrations, what was written then. */
  readonly region: string | null;
  /** Who employs the candidate; null when it was not said. */
  readonly realised: RealisingParty | null;
  /** Stands for the candidate wherever persons are counted: the supplier's reference goes no further than here. */
  readonly personId: string;
  readonly version: number;
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

/** What gives a claim its value cannot change under it. */
export const placementClaimed = (field: string): Violation => ({
  code: 'placement.claimed',
  field,
  message:
    'Hours of this placement are claimed already, and this decides what they are worth; end it and register a new one.',
});

/** A placement does not end before work on it that was claimed. */
export const claimedAfterEnd = (lastClaimedOn: LocalDate): Violation => ({
  code: 'placement.claimed_after_end',
  field: 'endsOn',
  params: { lastClaimedOn },
  message: `Hours until ${lastClaimedOn} are claimed; the placement cannot end before that day.`,
});

/** Somebody else changed the placement meanwhile. */
export const placementStale = (version: number): Violation => ({
  code: 'placement.stale',
  field: 'version',
  params: { version },
  message: `Somebody changed this placement meanwhile: it is at version ${version} now. Read it again and repeat your change.`,
});

/** What can change of a placement; what is left out stays as it is. */
export type PlacementChange = Partial<
  Pick<Placement, 'block' | 'bonuses' | 'employmentForm' | 'startsOn' | 'registerIndicated' | 'region' | 'realised'>
>;

/** What decides the value of a claim. */
const DECIDE_THE_VALUE = ['block', 'bonuses', 'employmentForm', 'startsOn'] as const;

/** Why a placement cannot change so: every reason, or none. `isClaimed`: a claim on it waits or was accepted. */
export function changeViolations(placement: Placement, change: PlacementChange, isClaimed: boolean): Violation[] {
  if (!isClaimed) return [];
  return DECIDE_THE_VALUE.filter(
    (field) => change[field] !== undefined && String(change[field]) !== String(placement[field]),
  ).map(placementClaimed);
}

/**
 * Why a placement cannot end on a day: every reason, or none. `lastClaimedOn` is the last day of a claim on it that
 * waits or was accepted, or null.
 */
export function endViolations(
  placement: Pick<Placement, 'startsOn'>,
  endsOn: LocalDate,
  lastClaimedOn: LocalDate | null,
): Violation[] {
  return [
    ...(endsOn < placement.startsOn ? [placementBackwards()] : []),
    ...(lastClaimedOn !== null && endsOn < lastClaimedOn ? [claimedAfterEnd(lastClaimedOn)] : []),
  ];
}

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
