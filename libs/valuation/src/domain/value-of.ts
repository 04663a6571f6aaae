import {
  COMPUTED_MAX,
  InvariantBroken,
  accepted,
  divFloor,
  divRound,
  exact,
  refused,
  type BasisPoints,
  type Cents,
  type Centihours,
  type Decision,
  type EmploymentForm,
} from '@sr/kernel';
import { blockOf, type ActivityBlock, type Block, type BlockKind, type Bonus, type ValueTable } from './value-table';

/** Hours of a candidate at work. */
export interface PlacementContribution {
  readonly kind: 'PLACEMENT';
  readonly block: string;
  readonly bonuses: readonly string[];
  readonly employmentForm: EmploymentForm;
  readonly paidCentihours: Centihours;
  /** The hours of this candidate in this block that were counted before, over all plans and tables. */
  readonly countedBefore: bigint;
}

/** An invoice of a sheltered workshop or a social enterprise, without VAT. */
export interface PurchaseContribution {
  readonly kind: 'PURCHASE';
  readonly block: string;
  readonly invoiceCents: Cents;
}

/** Hours of an activity on one day. */
export interface ActivityContribution {
  readonly kind: 'ACTIVITY';
  readonly block: string;
  readonly centihours: Centihours;
  /** The value of this block and day that was accepted before, over all plans. */
  readonly dayValueBefore: bigint;
}

/** What is offered to be valued, in the terms of the value table. */
export type Contribution = PlacementContribution | PurchaseContribution | ActivityContribution;

/** What a contribution is worth. Fixed when it is accepted and never worked out again. */
export interface Worth {
  readonly valueCents: Cents;
  /** The hours that used up the candidate's limit. */
  readonly countedCentihours: Centihours;
  /** The hours that are a job. The limit stops the money, not the job. */
  readonly jobCentihours: Centihours;
}

/** A part of a placement's value: of its block, or of one of its bonuses. */
export interface Component {
  readonly code: string;
  readonly annualValueCents: Cents;
  /** What it gives for the hours that count, in cents. */
  readonly value: bigint;
}

/** The figures on the way to what a placement is worth; money in cents, hours in centihours. */
export interface PlacementWorking {
  /** 52 weeks of the table's norm. */
  readonly fullTimeYear: bigint;
  readonly limitMonths: number | null;
  /** All that one candidate can have counted in this block; null is no limit. */
  readonly limit: bigint | null;
  /** What earlier claims left of the limit; null is no limit. */
  readonly room: bigint | null;
  readonly counted: bigint;
  /** The block's, and then each bonus's in the order in which they were named. */
  readonly components: readonly Component[];
  /** Whether the block is one of jobs, whatever the employment form. */
  readonly countsAsJob: boolean;
  readonly isJob: boolean;
  readonly value: bigint;
}

/** The figures on the way to what a purchase is worth. */
export interface PurchaseWorking {
  readonly rateBp: BasisPoints;
  readonly value: bigint;
}

/** The figures on the way to what an activity is worth. */
export interface ActivityWorking {
  readonly hourRateCents: Cents;
  /** Before the cap of the day. */
  readonly uncapped: bigint;
  readonly dayCapCents: Cents | null;
  /** What earlier claims left of the day's cap; null is no cap. */
  readonly room: bigint | null;
  readonly value: bigint;
}

const NO_HOURS = { countedCentihours: 0, jobCentihours: 0 };
/** 52 weeks of 100 hundredths: times the hours of a full-time week it is a full-time year in centihours. */
const YEAR_CENTIHOURS_PER_WEEKLY_HOUR = 5200n;

/**
 * What a contribution is worth by `table`.
 * - placement: the yearly values of the block and of each bonus, each times the counted hours over those of a
 *   full-time year, each rounded half up; counted is what is paid, as far as the candidate's limit has room;
 * - purchase: the invoice times the block's rate;
 * - activity: hours times the hourly rate, up to what is left of the day's cap.
 * Refuses `claim.value_too_large` above 10^15 cents.
 */
export function valueOf(table: ValueTable, contribution: Contribution): Decision<Worth> {
  switch (contribution.kind) {
    case 'PLACEMENT':
      return placementWorth(workOutPlacement(table, contribution), contribution);
    case 'PURCHASE':
      return worth(workOutPurchase(table, contribution).value);
    case 'ACTIVITY':
      return worth(workOutActivity(table, contribution).value);
  }
}

/** What a worked-out placement is worth. */
export function placementWorth(working: PlacementWorking, claim: PlacementContribution): Decision<Worth> {
  return worth(working.value, {
    countedCentihours: exact(working.counted),
    jobCentihours: working.isJob ? claim.paidCentihours : 0,
  });
}

/** A value that was worked out, as an answer; refuses `claim.value_too_large` above 10^15 cents. */
export function worth(value: bigint, hours: Omit<Worth, 'valueCents'> = NO_HOURS): Decision<Worth> {
  if (value > BigInt(COMPUTED_MAX)) {
    return refused([
      {
        code: 'claim.value_too_large',
        params: { max: COMPUTED_MAX },
        message: `The value is above ${COMPUTED_MAX} cents; check the hours or the amount.`,
      },
    ]);
  }
  return accepted({ valueCents: exact(value), ...hours });
}

/** The hours of one candidate that a block can count in all, `floor(months * N * 5200 / 12)`; null is no limit. */
export function limitCentihours(table: ValueTable, limitMonths: number | null): bigint | null {
  if (limitMonths === null) return null;
  return divFloor(BigInt(limitMonths) * fullTimeYearOf(table), 12n);
}

/** Every figure on the way to what a placement is worth. */
export function workOutPlacement(table: ValueTable, claim: PlacementContribution): PlacementWorking {
  const { code, annualValueCents, limitMonths, countsAsJob } = block(table, claim.block, 'PLACEMENT');
  const fullTimeYear = fullTimeYearOf(table);
  const limit = limitCentihours(table, limitMonths);
  const room = limit === null ? null : atLeastZero(limit - claim.countedBefore);
  const counted = claim.employmentForm === 'TRIAL' ? 0n : atMost(BigInt(claim.paidCentihours), room);

  const yearly = [{ code, annualValueCents }, ...claim.bonuses.map((bonus) => bonusOf(table, bonus))];
  const components = yearly.map((part) => ({
    code: part.code,
    annualValueCents: part.annualValueCents,
    value: divRound(BigInt(part.annualValueCents) * counted, fullTimeYear),
  }));
  return {
    fullTimeYear,
    limitMonths,
    limit,
    room,
    counted,
    components,
    countsAsJob,
    isJob: countsAsJob && (claim.employmentForm === 'FORMAL' || claim.employmentForm === 'HIRED_IN'),
    value: components.reduce((total, component) => total + component.value, 0n),
  };
}

/** Every figure on the way to what a purchase is worth. */
export function workOutPurchase(table: ValueTable, claim: PurchaseContribution): PurchaseWorking {
  const { rateBp } = block(table, claim.block, 'PURCHASE');
  return { rateBp, value: divRound(BigInt(claim.invoiceCents) * BigInt(rateBp), 10_000n) };
}

/** Every figure on the way to what an activity is worth. */
export function workOutActivity(table: ValueTable, claim: ActivityContribution): ActivityWorking {
  const { hourRateCents, dayCapCents } = block(table, claim.block, 'ACTIVITY');
  const uncapped = divRound(BigInt(hourRateCents) * BigInt(claim.centihours), 100n);
  const room = roomOfDay(dayCapCents, claim.dayValueBefore);
  return { hourRateCents, uncapped, dayCapCents, room, value: atMost(uncapped, room) };
}

const fullTimeYearOf = (table: ValueTable): bigint => BigInt(table.normHoursPerWeek) * YEAR_CENTIHOURS_PER_WEEKLY_HOUR;
const atMost = (amount: bigint, most: bigint | null): bigint => (most !== null && amount > most ? most : amount);
const atLeastZero = (amount: bigint): bigint => (amount < 0n ? 0n : amount);

function roomOfDay(cap: ActivityBlock['dayCapCents'], before: bigint): bigint | null {
  return cap === null ? null : atLeastZero(BigInt(cap) - before);
}

/** Claims name only blocks and bonuses that their plan's table has; another name here is a fault of ours. */
function block<K extends BlockKind>(table: ValueTable, code: string, kind: K): Extract<Block, { kind: K }> {
  const found = blockOf(table, code);
  if (found?.kind !== kind) throw new InvariantBroken('valuation', `table ${table.code} has no ${kind} block ${code}`);
  return found as Extract<Block, { kind: K }>;
}

function bonusOf(table: ValueTable, code: string): Bonus {
  const found = table.bonuses.find((bonus) => bonus.code === code);
  if (!found) throw new InvariantBroken('valuation', `table ${table.code} has no bonus ${code}`);
  return found;
}
