import {
  COMPUTED_MAX,
  InvariantBroken,
  accepted,
  divFloor,
  divRound,
  exact,
  refused,
  type Cents,
  type Centihours,
  type Decision,
} from '@sr/kernel';
import { blockOf, type ActivityBlock, type Block, type BlockKind, type ValueTable } from './value-table';

/** How someone works: paid by the supplier, hired in (temporary work, secondment), as an intern, or on trial. */
export type EmploymentForm = 'FORMAL' | 'HIRED_IN' | 'INTERNSHIP' | 'TRIAL';

/** What is offered to be valued, in the terms of the value table. */
export type Contribution =
  | {
      readonly kind: 'PLACEMENT';
      readonly block: string;
      readonly bonuses: readonly string[];
      readonly employmentForm: EmploymentForm;
      readonly paidCentihours: Centihours;
      /** The hours of this candidate in this block that were counted before, over all plans and tables. */
      readonly countedBefore: bigint;
    }
  | { readonly kind: 'PURCHASE'; readonly block: string; readonly invoiceCents: Cents }
  | {
      readonly kind: 'ACTIVITY';
      readonly block: string;
      readonly centihours: Centihours;
      /** The value of this block and day that was accepted before, over all plans. */
      readonly dayValueBefore: bigint;
    };

/** What a contribution is worth. Fixed when it is accepted and never worked out again. */
export interface Worth {
  readonly valueCents: Cents;
  /** The hours that used up the candidate's limit. */
  readonly countedCentihours: Centihours;
  /** The hours that are a job. The limit stops the money, not the job. */
  readonly jobCentihours: Centihours;
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
      return placementWorth(table, contribution);
    case 'PURCHASE': {
      const { rateBp } = block(table, contribution.block, 'PURCHASE');
      return worth(divRound(BigInt(contribution.invoiceCents) * BigInt(rateBp), 10_000n), NO_HOURS);
    }
    case 'ACTIVITY': {
      const { hourRateCents, dayCapCents } = block(table, contribution.block, 'ACTIVITY');
      const uncapped = divRound(BigInt(hourRateCents) * BigInt(contribution.centihours), 100n);
      return worth(atMost(uncapped, roomOfDay(dayCapCents, contribution.dayValueBefore)), NO_HOURS);
    }
  }
}

/** The hours of one candidate that a block can count in all, `floor(months * N * 5200 / 12)`; null is no limit. */
export function limitCentihours(table: ValueTable, limitMonths: number | null): bigint | null {
  if (limitMonths === null) return null;
  return divFloor(BigInt(limitMonths) * fullTimeYear(table), 12n);
}

function placementWorth(table: ValueTable, claim: Extract<Contribution, { kind: 'PLACEMENT' }>): Decision<Worth> {
  const { annualValueCents, limitMonths, countsAsJob } = block(table, claim.block, 'PLACEMENT');
  const paid = BigInt(claim.paidCentihours);
  const limit = limitCentihours(table, limitMonths);
  const counted =
    claim.employmentForm === 'TRIAL'
      ? 0n
      : limit === null
        ? paid
        : atMost(paid, atLeastZero(limit - claim.countedBefore));

  const yearly = [annualValueCents, ...claim.bonuses.map((code) => bonusValue(table, code))];
  const value = yearly
    .map((cents) => divRound(BigInt(cents) * counted, fullTimeYear(table)))
    .reduce((total, component) => total + component, 0n);

  const isJob = countsAsJob && (claim.employmentForm === 'FORMAL' || claim.employmentForm === 'HIRED_IN');
  return worth(value, { countedCentihours: exact(counted), jobCentihours: isJob ? claim.paidCentihours : 0 });
}

const fullTimeYear = (table: ValueTable): bigint => BigInt(table.normHoursPerWeek) * YEAR_CENTIHOURS_PER_WEEKLY_HOUR;
const atMost = (amount: bigint, most: bigint | null): bigint => (most !== null && amount > most ? most : amount);
const atLeastZero = (amount: bigint): bigint => (amount < 0n ? 0n : amount);

function roomOfDay(cap: ActivityBlock['dayCapCents'], before: bigint): bigint | null {
  return cap === null ? null : atLeastZero(BigInt(cap) - before);
}

function worth(value: bigint, hours: Omit<Worth, 'valueCents'>): Decision<Worth> {
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

/** Claims name only blocks and bonuses that their plan's table has; another name here is a fault of ours. */
function block<K extends BlockKind>(table: ValueTable, code: string, kind: K): Extract<Block, { kind: K }> {
  const found = blockOf(table, code);
  if (found?.kind !== kind) throw new InvariantBroken('valuation', `table ${table.code} has no ${kind} block ${code}`);
  return found as Extract<Block, { kind: K }>;
}

function bonusValue(table: ValueTable, code: string): Cents {
  const found = table.bonuses.find((bonus) => bonus.code === code);
  if (!found) throw new InvariantBroken('valuation', `table ${table.code} has no bonus ${code}`);
  return found.annualValueCents;
}
