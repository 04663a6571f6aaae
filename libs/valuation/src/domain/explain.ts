import { accepted, type Decision } from '@sr/kernel';
import {
  placementWorth,
  workOutActivity,
  workOutPlacement,
  workOutPurchase,
  worth,
  type ActivityContribution,
  type ActivityWorking,
  type Contribution,
  type PlacementContribution,
  type PlacementWorking,
  type PurchaseContribution,
  type PurchaseWorking,
  type Worth,
} from './value-of';
import type { ValueTable } from './value-table';

/** One step of the way to a value, that a person can follow with a pocket calculator. */
export interface Step {
  /** `value.what_it_works_out`; stable, so that a screen can say it in its own words. */
  readonly code: string;
  /** The figures of the step: whole cents, centihours, months or basis points, as their names end. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The step as one plain English sentence. */
  readonly message: string;
}

/** What a contribution is worth, and how that was worked out. */
export interface Explanation {
  readonly worth: Worth;
  readonly steps: readonly Step[];
}

/** What a contribution is worth by `table`, with every step to it in order. Refuses what `valueOf` refuses. */
export function explain(table: ValueTable, contribution: Contribution): Decision<Explanation> {
  switch (contribution.kind) {
    case 'PLACEMENT': {
      const working = workOutPlacement(table, contribution);
      return explained(placementWorth(working, contribution), [
        fullTimeYear(table, working),
        limit(contribution, working),
        counted(contribution, working),
        ...working.components.map((component, index) => part(component, index === 0, working)),
        job(contribution, working),
      ]);
    }
    case 'PURCHASE': {
      const working = workOutPurchase(table, contribution);
      return explained(worth(working.value), [purchase(contribution, working)]);
    }
    case 'ACTIVITY': {
      const working = workOutActivity(table, contribution);
      return explained(worth(working.value), [activity(contribution, working), dayCap(contribution, working)]);
    }
  }
}

const explained = (answer: Decision<Worth>, steps: readonly Step[]): Decision<Explanation> =>
  answer.ok ? accepted({ worth: answer.value, steps: [...steps, total(answer.value)] }) : answer;

function fullTimeYear({ code, normHoursPerWeek }: ValueTable, { fullTimeYear: year }: PlacementWorking): Step {
  return {
    code: 'value.full_time_year',
    params: { valueTable: code, normHoursPerWeek, fullTimeYearCentihours: figure(year) },
    message: `By table ${code} a full-time year is 52 weeks of ${normHoursPerWeek} hours: ${hours(year)}.`,
  };
}

function limit(claim: PlacementContribution, { limitMonths, limit: most, room }: PlacementWorking): Step {
  if (limitMonths === null || most === null || room === null) {
    return {
      code: 'value.no_limit',
      params: { block: claim.block },
      message: `Block ${claim.block} has no limit: all hours of a candidate count.`,
    };
  }
  return {
    code: 'value.limit',
    params: {
      block: claim.block,
      limitMonths,
      limitCentihours: figure(most),
      countedBeforeCentihours: figure(claim.countedBefore),
      roomCentihours: figure(room),
    },
    message:
      `Block ${claim.block} counts at most ${limitMonths} full-time months of one candidate: ${hours(most)}. ` +
      `Counted before: ${hours(claim.countedBefore)}; room: ${hours(room)}.`,
  };
}

function counted({ employmentForm, paidCentihours }: PlacementContribution, working: PlacementWorking): Step {
  const paid = BigInt(paidCentihours);
  if (employmentForm === 'TRIAL') {
    return {
      code: 'value.trial',
      params: { paidCentihours, countedCentihours: 0 },
      message: `Of ${hours(paid)} paid none count: work on trial has no value.`,
    };
  }
  const isLess = working.counted < paid;
  return {
    code: isLess ? 'value.counted_to_limit' : 'value.counted',
    params: { paidCentihours, countedCentihours: figure(working.counted) },
    message: isLess
      ? `Of ${hours(paid)} paid, ${hours(working.counted)} count: there is no room for more.`
      : `All ${hours(paid)} paid count.`,
  };
}

function part(
  { code, annualValueCents, value }: PlacementWorking['components'][number],
  isBlock: boolean,
  { counted: hoursThatCount, fullTimeYear: year }: PlacementWorking,
): Step {
  const [what, name] = isBlock ? (['block', 'Block'] as const) : (['bonus', 'Bonus'] as const);
  return {
    code: `value.${what}`,
    params: {
      [what]: code,
      annualValueCents,
      countedCentihours: figure(hoursThatCount),
      fullTimeYearCentihours: figure(year),
      valueCents: figure(value),
    },
    message:
      `${name} ${code} is worth ${euros(BigInt(annualValueCents))} a full-time year; ` +
      `times ${decimal(hoursThatCount)} / ${decimal(year)} it is ${euros(value)}.`,
  };
}

function job(claim: PlacementContribution, { countsAsJob, isJob }: PlacementWorking): Step {
  const { block, employmentForm, paidCentihours } = claim;
  const params = { block, employmentForm, jobCentihours: isJob ? paidCentihours : 0 };
  if (isJob) {
    const message = `It is a job, for all ${hours(BigInt(paidCentihours))} paid: the limit stops the money, not the job.`;
    return { code: 'value.job', params, message };
  }
  return countsAsJob
    ? { code: 'value.no_job_by_form', params, message: `It is no job: the employment form is ${employmentForm}.` }
    : { code: 'value.no_job_by_block', params, message: `It is no job: block ${block} is not one of jobs.` };
}

function purchase({ block, invoiceCents }: PurchaseContribution, { rateBp, value }: PurchaseWorking): Step {
  return {
    code: 'value.purchase',
    params: { block, invoiceCents, rateBp, valueCents: figure(value) },
    message:
      `Block ${block} counts ${decimal(BigInt(rateBp))}% of the invoice without VAT: ` +
      `of ${euros(BigInt(invoiceCents))} it is ${euros(value)}.`,
  };
}

function activity({ block, centihours }: ActivityContribution, { hourRateCents, uncapped }: ActivityWorking): Step {
  return {
    code: 'value.activity',
    params: { block, centihours, hourRateCents, valueCents: figure(uncapped) },
    message: `Block ${block} is worth ${euros(BigInt(hourRateCents))} an hour; ${hours(BigInt(centihours))} are ${euros(uncapped)}.`,
  };
}

function dayCap({ block, dayValueBefore }: ActivityContribution, { dayCapCents, room, value }: ActivityWorking): Step {
  if (dayCapCents === null || room === null) {
    return { code: 'value.no_day_cap', params: { block }, message: `Block ${block} has no cap for a day.` };
  }
  return {
    code: 'value.day_cap',
    params: {
      block,
      dayCapCents,
      dayValueBeforeCents: figure(dayValueBefore),
      roomCents: figure(room),
      valueCents: figure(value),
    },
    message:
      `A day counts for at most ${euros(BigInt(dayCapCents))}. ` +
      `Accepted for this day before: ${euros(dayValueBefore)}; room: ${euros(room)}; so ${euros(value)}.`,
  };
}

function total({ valueCents, countedCentihours, jobCentihours }: Worth): Step {
  return {
    code: 'value.total',
    params: { valueCents, countedCentihours, jobCentihours },
    message: `Together it is worth ${euros(BigInt(valueCents))}.`,
  };
}

/** A figure of a step: a number, or its digits where a number would not be exact. */
function figure(value: bigint): string | number {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString();
}

/** Hundredths as a number with two decimals: 187200 is 1872.00. */
function decimal(hundredths: bigint): string {
  const digits = hundredths.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const hours = (centihours: bigint): string => `${decimal(centihours)} hours`;
const euros = (cents: bigint): string => `EUR ${decimal(cents)}`;
