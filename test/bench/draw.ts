import { addDays, daysBetween, type LocalDate, type Period } from '@sr/kernel';
import type { ClaimKind, EmploymentForm, RegisterIndication } from '@sr/placements';
import type { ValueTable } from '@sr/valuation';
import type { ObligationTerms } from '../../libs/contracts/src/domain/obligation';
import type { DayKey, LimitKey } from '../../libs/placements/src/domain/placement';
import type { Contribution } from '../../libs/valuation/src/domain/value-of';
import type { Random } from './random';

/** What is drawn by chance: terms of obligations, placements and claims. */

const FIRST_YEAR = 2017;
/** The third quarter: plans begin in the middle of a year. */
const FIRST_QUARTER = 2;

/** The value table of every plan: one block of each kind, limits, a cap and a bonus, so that each rule has work. */
export const TABLE: ValueTable = {
  code: 'BENCH',
  name: 'Benchmark',
  example: true,
  validFrom: null,
  source: null,
  normHoursPerWeek: 36,
  blocks: [
    { kind: 'PLACEMENT', code: 'WORK', label: 'W', annualValueCents: 5_000_000, limitMonths: null, countsAsJob: true },
    { kind: 'PLACEMENT', code: 'LIMITED', label: 'L', annualValueCents: 4_000_000, limitMonths: 12, countsAsJob: true },
    { kind: 'PLACEMENT', code: 'STUDY', label: 'S', annualValueCents: 1_500_000, limitMonths: 24, countsAsJob: false },
    { kind: 'PURCHASE', code: 'PURCHASE', label: 'P', rateBp: 10_000 },
    { kind: 'ACTIVITY', code: 'ACTIVITY', label: 'A', hourRateCents: 10_000, dayCapCents: 100_000 },
  ],
  bonuses: [{ code: 'AGE_55', label: 'A', annualValueCents: 1_000_000 }],
  notValued: [],
};

/** A seat of a plan, held by one candidate for one to eight quarters. */
export interface DrawnPlacement {
  readonly id: string;
  readonly key: LimitKey;
  readonly bonuses: readonly string[];
  readonly employmentForm: EmploymentForm;
  readonly registerIndicated: RegisterIndication;
  readonly startsOn: LocalDate;
  readonly lastQuarter: number;
}

export interface DrawnClaim {
  readonly kind: ClaimKind;
  readonly block: string;
  readonly period: Period;
  readonly placement: DrawnPlacement | null;
  readonly centihours: number | null;
  readonly invoiceCents: number | null;
}

/** An amount of EUR 40,000 to 400,000; one in three is fixed, the others are 5% of a contract's value. */
export function drawTerms(random: Random): ObligationTerms {
  const amountCents = random.whole(40_000, 400_000) * 100;
  return random.onceIn(3)
    ? { kind: 'FIXED', amountCents }
    : { kind: 'PERCENTAGE', basis: 'CONTRACT_VALUE', baseCents: amountCents * 20, rateBp: 500, capCents: null };
}

/** A placement from quarter `now` on; one in ten is of the candidate that held the seat before. */
export function drawPlacement(
  random: Random,
  now: number,
  last: number,
  own: { id: string; supplierKvkNumber: string; candidate: string },
  before: DrawnPlacement | null,
): DrawnPlacement {
  const back = before && random.onceIn(10) ? before.key : null;
  const block = back?.block ?? random.pick(['WORK', 'WORK', 'LIMITED', 'LIMITED', 'STUDY']);
  return {
    id: own.id,
    key: { supplierKvkNumber: own.supplierKvkNumber, candidate: back?.candidate ?? own.candidate, block },
    bonuses: block !== 'STUDY' && random.onceIn(5) ? ['AGE_55'] : [],
    employmentForm:
      block === 'STUDY' ? 'INTERNSHIP' : random.pick(['FORMAL', 'FORMAL', 'FORMAL', 'HIRED_IN', 'HIRED_IN', 'TRIAL']),
    registerIndicated: random.pick(['YES', 'NO', 'UNKNOWN']),
    startsOn: addDays(quarter(now).from, random.whole(0, 30)),
    lastQuarter: Math.min(now + random.whole(0, 7), last),
  };
}

/** 100 to 468 paid hours of a placement in a quarter, divided by `divisor`. */
export function drawHours(random: Random, now: number, placement: DrawnPlacement, divisor: number): DrawnClaim {
  const { from, to } = quarter(now);
  const period = { from: placement.startsOn > from ? placement.startsOn : from, to };
  const centihours = part(random.whole(10_000, 46_800), divisor);
  return { kind: 'PLACEMENT', block: placement.key.block, period, placement, centihours, invoiceCents: null };
}

/** An invoice of EUR 2,000 to 20,000, divided by `divisor`. */
export function drawPurchase(random: Random, now: number, divisor: number): DrawnClaim {
  const invoiceCents = part(random.whole(200_000, 2_000_000), divisor);
  const period = quarter(now);
  return { kind: 'PURCHASE', block: 'PURCHASE', period, placement: null, centihours: null, invoiceCents };
}

/** One to sixteen hours on some day of the quarter, divided by `divisor`. */
export function drawActivity(random: Random, now: number, divisor: number): DrawnClaim {
  const { from, to } = quarter(now);
  const day = addDays(from, random.whole(0, daysBetween(from, to)));
  const centihours = part(random.whole(100, 1_600), divisor);
  const period = { from: day, to: day };
  return { kind: 'ACTIVITY', block: 'ACTIVITY', period, placement: null, centihours, invoiceCents: null };
}

const part = (amount: number, divisor: number): number => Math.max(1, Math.floor(amount / divisor));

/** A claim in the terms of the value table, after what was counted and capped before it. */
export function contributionOf(claim: DrawnClaim, before: { counted: bigint; dayValue: bigint }): Contribution {
  const { kind, block, placement } = claim;
  const centihours = claim.centihours ?? 0;
  if (placement) {
    const { bonuses, employmentForm } = placement;
    const countedBefore = before.counted;
    return { kind: 'PLACEMENT', block, bonuses, employmentForm, paidCentihours: centihours, countedBefore };
  }
  return kind === 'PURCHASE'
    ? { kind, block, invoiceCents: claim.invoiceCents ?? 0 }
    : { kind: 'ACTIVITY', block, centihours, dayValueBefore: before.dayValue };
}

/** The key of a claim's day cap. */
export const dayKeyOf = (supplierKvkNumber: string, claim: DrawnClaim): DayKey => ({
  supplierKvkNumber,
  block: claim.block,
  day: claim.period.from,
});

/** The quarter with this number, counted from the first of the history. */
export function quarter(index: number): Period {
  const first = (number: number): LocalDate => {
    const month = String((number % 4) * 3 + 1).padStart(2, '0');
    return `${FIRST_YEAR + Math.floor(number / 4)}-${month}-01`;
  };
  return { from: first(index + FIRST_QUARTER), to: addDays(first(index + FIRST_QUARTER + 1), -1) };
}

/** From 15 to 59 days after the quarter, by supplier: before anything of the next quarter. */
export const decisionDay = (index: number, supplier: number): LocalDate =>
  addDays(quarter(index).to, 15 + (supplier % 45));

/** Noon, or nearly, in the Netherlands. */
export const moment = (day: LocalDate): string => `${day}T11:00:00Z`;
