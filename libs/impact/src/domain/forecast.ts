import {
  addDays,
  daysIn,
  divRound,
  exact,
  sum,
  timesFraction,
  type Cents,
  type LocalDate,
  type Period,
} from '@sr/kernel';
import { euros } from './euros';
import type { Share } from './to-come';

/** How an obligation goes. */
export const SIGNALS = ['ON_COURSE', 'BEHIND', 'AT_RISK'] as const;
export type Signal = (typeof SIGNALS)[number];

/** An obligation, and what a forecast has to know around it. */
export interface Course {
  readonly awardedOn: LocalDate;
  readonly term: Period;
  readonly amountCents: Cents;
  readonly allocatedCents: Cents;
  readonly settled: boolean;
  /** It is in a plan whose plan of action was approved. */
  readonly inApprovedPlan: boolean;
  /** Reports of its plan that are due and did not come. */
  readonly lateReports: number;
  /** What it can expect of its plan. */
  readonly shares: readonly Share[];
}

/** One step of the arithmetic, that a person can follow with a pocket calculator. */
export interface Step {
  /** `forecast.what_it_works_out`; stable, so that a screen can say it in its own words. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: string;
}

/** Why an obligation has its signal. */
export interface Reason extends Step {
  readonly signal: Signal;
}

/** Where an obligation is expected to end, and how it goes. Euros of obligation: nobody pays or receives them. */
export interface Forecast {
  readonly onDay: LocalDate;
  readonly amountCents: Cents;
  readonly allocatedCents: Cents;
  readonly remainingCents: Cents;
  /** What would have been filled by now if every day of the term filled as much. */
  readonly planToDateCents: Cents;
  readonly behindCents: Cents;
  readonly committedCents: Cents;
  readonly plannedCents: Cents;
  readonly forecastCents: Cents;
  readonly shortfallCents: Cents;
  /** What each month that is left has to bring; null when no day is left. */
  readonly requiredMonthlyPaceCents: Cents | null;
  /** Null for a settled obligation, which goes nowhere any more. */
  readonly signal: Signal | null;
  readonly reasons: readonly Reason[];
  readonly steps: readonly Step[];
}

/** The days of an average month, as a fraction: 365.25 / 12. */
const MONTH_DAYS = { of: 1461n, over: 48n };
/** Three months after the award an obligation is in an approved plan; three months are at most 92 days. */
const PLAN_TERM_DAYS = 92;

/**
 * The forecast of an obligation on a day. Everything goes by days: elapsed are the days of the term up to and with the day.
 *
 * 1. Plan to date: the amount times the elapsed days over all days of the term, half up.
 * 2. Forecast: what is allocated, what running placements still bring, and what is planned beyond that for as much as
 *    it is sure.
 * 3. Shortfall: the amount less the forecast, never below 0.
 * 4. Required pace: what is left, over the days left, times the days of an average month (365.25 / 12), half up.
 * 5. At risk when the forecast is under 80% of the amount, when half of the term is over and less than a quarter is
 *    allocated, or when it is in no approved plan three months (92 days) after the award. Else behind when the forecast is under
 *    the amount or a report is late. Else on course.
 */
export function forecast(course: Course, onDay: LocalDate): Forecast {
  const { term, amountCents, allocatedCents, shares } = course;
  const days = daysIn(term);
  const elapsed = Math.min(days, daysIn({ from: term.from, to: onDay }));
  const comes = (kind: Share['kind']): Cents =>
    sum(shares.flatMap((share) => (share.kind === kind ? [share.cents] : [])));
  const planToDateCents = timesFraction(amountCents, elapsed, days);
  const remainingCents = amountCents - allocatedCents;
  const [committedCents, plannedCents] = [comes('COMMITTED'), comes('PLANNED')];
  const forecastCents = sum([allocatedCents, committedCents, plannedCents]);
  const requiredMonthlyPaceCents = paceOf(remainingCents, days - elapsed);
  const overHalf = elapsed * 2 > days ? `${elapsed} of ${days} days are over, more than half,` : null;
  const reasons = course.settled ? [] : reasonsOf(course, onDay, forecastCents, overHalf);
  const figures = {
    onDay,
    amountCents,
    allocatedCents,
    remainingCents,
    planToDateCents,
    behindCents: Math.max(0, planToDateCents - allocatedCents),
    committedCents,
    plannedCents,
    forecastCents,
    shortfallCents: Math.max(0, amountCents - forecastCents),
    requiredMonthlyPaceCents,
    signal: course.settled ? null : worst(reasons.map(({ signal }) => signal)),
  };
  return { ...figures, reasons, steps: stepsOf(figures, { days, elapsed }, shares) };
}

/** The forecast of several obligations of one plan together: the sums, and how the plan goes by them. */
export function together(
  forecasts: readonly Forecast[],
  onDay: LocalDate,
  plan: Pick<Course, 'inApprovedPlan' | 'lateReports'> & { readonly firstAwardedOn: LocalDate },
): Omit<Forecast, 'steps'> {
  const add = (figure: (one: Forecast) => Cents): Cents => sum(forecasts.map(figure));
  const open = forecasts.filter(({ signal }) => signal !== null);
  const [amountCents, allocatedCents] = [add((one) => one.amountCents), add((one) => one.allocatedCents)];
  const planToDateCents = add((one) => one.planToDateCents);
  const forecastCents = add((one) => one.forecastCents);
  const paces = forecasts.flatMap((one) => one.requiredMonthlyPaceCents ?? []);
  const reasons = reasonsOf(
    { amountCents, allocatedCents, awardedOn: plan.firstAwardedOn, ...plan },
    onDay,
    forecastCents,
    BigInt(planToDateCents) * 2n > BigInt(amountCents)
      ? `By the days of the terms ${euros(planToDateCents)} would be filled by now, more than half,`
      : null,
  );
  return {
    onDay,
    amountCents,
    allocatedCents,
    remainingCents: amountCents - allocatedCents,
    planToDateCents,
    behindCents: add((one) => one.behindCents),
    committedCents: add((one) => one.committedCents),
    plannedCents: add((one) => one.plannedCents),
    forecastCents,
    shortfallCents: add((one) => one.shortfallCents),
    requiredMonthlyPaceCents: paces.length === 0 ? null : sum(paces),
    signal: open.length === 0 ? null : worst(reasons.map(({ signal }) => signal)),
    reasons: open.length === 0 ? [] : reasons,
  };
}

/** The worst of these signals; on course when there are none. */
export function worst(signals: readonly Signal[]): Signal {
  return [...SIGNALS].reverse().find((signal) => signals.includes(signal)) ?? 'ON_COURSE';
}

function paceOf(remainingCents: Cents, daysLeft: number): Cents | null {
  if (daysLeft <= 0) return null;
  return exact(divRound(BigInt(remainingCents) * MONTH_DAYS.of, MONTH_DAYS.over * BigInt(daysLeft)));
}

/** @param overHalf that more than half of the time is over, in words; null when it is not */
function reasonsOf(
  course: Omit<Course, 'term' | 'settled' | 'shares'>,
  onDay: LocalDate,
  forecastCents: Cents,
  overHalf: string | null,
): Reason[] {
  const { amountCents, allocatedCents, awardedOn, inApprovedPlan, lateReports } = course;
  const [amount, expected] = [BigInt(amountCents), BigInt(forecastCents)];
  const reasons: Reason[] = [];
  if (expected * 10n < amount * 8n) {
    reasons.push({
      signal: 'AT_RISK',
      code: 'forecast.under_80_percent',
      params: { forecastCents, amountCents },
      message: `The forecast of ${euros(forecastCents)} is under 80% of ${euros(amountCents)}.`,
    });
  }
  if (overHalf !== null && BigInt(allocatedCents) * 4n < amount) {
    reasons.push({
      signal: 'AT_RISK',
      code: 'forecast.half_term_under_a_quarter',
      params: { allocatedCents, amountCents },
      message: `${overHalf} and ${euros(allocatedCents)} is less than a quarter of ${euros(amountCents)}.`,
    });
  }
  const planDueOn = addDays(awardedOn, PLAN_TERM_DAYS);
  if (!inApprovedPlan && onDay > planDueOn) {
    reasons.push({
      signal: 'AT_RISK',
      code: 'forecast.no_approved_plan',
      params: { awardedOn, planDueOn },
      message: `It was awarded on ${awardedOn}, more than three months ago, and is in no approved plan.`,
    });
  }
  if (expected * 10n >= amount * 8n && expected < amount) {
    reasons.push({
      signal: 'BEHIND',
      code: 'forecast.under_the_amount',
      params: { forecastCents, amountCents },
      message: `The forecast of ${euros(forecastCents)} is from 80% to 100% of ${euros(amountCents)}.`,
    });
  }
  if (lateReports > 0) {
    reasons.push({
      signal: 'BEHIND',
      code: 'forecast.report_late',
      params: { lateReports },
      message: `Reports of the plan that are due and did not come: ${lateReports}.`,
    });
  }
  if (reasons.length > 0) return reasons;
  return [
    {
      signal: 'ON_COURSE',
      code: 'forecast.covers_the_amount',
      params: { forecastCents, amountCents },
      message: `The forecast of ${euros(forecastCents)} covers ${euros(amountCents)}, and no report is late.`,
    },
  ];
}

function stepsOf(
  figures: Omit<Forecast, 'reasons' | 'steps'>,
  { days, elapsed }: { days: number; elapsed: number },
  shares: readonly Share[],
): Step[] {
  const { amountCents, allocatedCents, remainingCents, planToDateCents, behindCents } = figures;
  const { committedCents, plannedCents, forecastCents, shortfallCents, requiredMonthlyPaceCents } = figures;
  const pace: Step =
    requiredMonthlyPaceCents === null
      ? {
          code: 'forecast.no_days_left',
          params: { remainingCents },
          message: `No day is left for ${euros(remainingCents)}.`,
        }
      : {
          code: 'forecast.required_pace',
          params: { remainingCents, daysLeft: days - elapsed, requiredMonthlyPaceCents },
          message: `${euros(remainingCents)} in ${days - elapsed} days is ${euros(requiredMonthlyPaceCents)} a month of 365.25 / 12 days.`,
        };
  return [
    {
      code: 'forecast.plan_to_date',
      params: { amountCents, elapsedDays: elapsed, termDays: days, planToDateCents },
      message: `${euros(amountCents)} x ${elapsed} / ${days} days is ${euros(planToDateCents)}: the plan to date.`,
    },
    {
      code: 'forecast.behind',
      params: { planToDateCents, allocatedCents, behindCents },
      message: `Of that ${euros(allocatedCents)} is allocated, so it is ${euros(behindCents)} behind.`,
    },
    {
      code: 'forecast.remaining',
      params: { amountCents, allocatedCents, remainingCents },
      message: `${euros(amountCents)} less ${euros(allocatedCents)} leaves ${euros(remainingCents)}.`,
    },
    ...shares.map(shareStep),
    {
      code: 'forecast.sum',
      params: { allocatedCents, committedCents, plannedCents, forecastCents },
      message: `Allocated ${euros(allocatedCents)}, committed ${euros(committedCents)} and planned ${euros(plannedCents)} make the forecast: ${euros(forecastCents)}.`,
    },
    {
      code: 'forecast.shortfall',
      params: { amountCents, forecastCents, shortfallCents },
      message: `${euros(shortfallCents)} of ${euros(amountCents)} is not expected to be filled.`,
    },
    pace,
  ];
}

const COMES = {
  COMMITTED: { code: 'forecast.committed', from: 'running placements' },
  PLANNED: { code: 'forecast.planned', from: 'the plan of action, for as much as it is sure,' },
} as const;

function shareStep({ kind, period, valueCents, remainingCents, allRemainingCents, cents }: Share): Step {
  const { code, from } = COMES[kind];
  return {
    code,
    params: { ...period, valueCents, remainingCents, allRemainingCents, cents },
    message: `From ${period.from} to ${period.to} ${from} bring ${euros(valueCents)} into the plan; this obligation has ${euros(remainingCents)} of ${euros(allRemainingCents)} left, so its part is ${euros(cents)}.`,
  };
}
