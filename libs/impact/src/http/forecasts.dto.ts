import { AnyFields, Cents, Choice, Day, Id, ListOf, Nested, PageQuery, Text, Whole } from '@sr/platform';
import { SIGNALS, type Signal } from '../domain/forecast';
import { SIGNALS_OF } from '../forecast.service';

const SUMS = { max: Number.MAX_SAFE_INTEGER };
const SIGNAL =
  'AT_RISK: the forecast is under 80% of the amount, or half of the term is over and less than a quarter is allocated, or it is in no approved plan three months (92 days) after the award. BEHIND: else, when the forecast is under the amount or a report is late. ON_COURSE: else.';

/** A step of the arithmetic. */
export class ForecastStep {
  @Text({ description: 'Which step it is; stable.', max: 60, example: 'forecast.plan_to_date' })
  readonly code!: string;

  @AnyFields({
    description: 'The figures of the step: cents, days and dates, as their names end.',
    example: { amountCents: 24_000_000, elapsedDays: 731, termDays: 1_461, planToDateCents: 12_008_214 },
  })
  readonly params!: Readonly<Record<string, string | number>>;

  @Text({
    description: 'The step in a sentence.',
    max: 1_000,
    example: 'EUR 240,000.00 x 731 / 1461 days is EUR 120,082.14: the plan to date.',
  })
  readonly message!: string;
}

/** Why something has its signal. */
export class SignalReason extends ForecastStep {
  @Choice(SIGNALS, { description: 'The signal that it gives.', example: 'BEHIND' })
  readonly signal!: string;
}

/** Where obligations are expected to end. */
export class ForecastFigures {
  @Day({ description: 'The day of the forecast: today.' })
  readonly onDay!: string;

  @Cents({ description: 'The amount, in cents.', ...SUMS, example: 24_000_000 })
  readonly amountCents!: number;

  @Cents({ description: 'What is allocated, in cents.', ...SUMS, example: 6_707_206 })
  readonly allocatedCents!: number;

  @Cents({ description: 'The amount less what is allocated, in cents.', ...SUMS, example: 17_292_794 })
  readonly remainingCents!: number;

  @Cents({
    description:
      'What would be filled by now if every day of the term filled as much, in cents: the amount times the elapsed days over all days.',
    ...SUMS,
    example: 12_008_214,
  })
  readonly planToDateCents!: number;

  @Cents({ description: 'How much of that is not allocated, in cents.', ...SUMS, example: 5_301_008 })
  readonly behindCents!: number;

  @Cents({
    description:
      'What running placements are still expected to bring, in cents: at the pace of the last year, within counting limits, up to the end of the term.',
    ...SUMS,
    example: 5_000_000,
  })
  readonly committedCents!: number;

  @Cents({
    description: 'What the approved plan of action promises beyond that, in cents, for as much as each line is sure.',
    ...SUMS,
    example: 1_000_000,
  })
  readonly plannedCents!: number;

  @Cents({ description: 'Allocated, committed and planned together, in cents.', ...SUMS, example: 12_707_206 })
  readonly forecastCents!: number;

  @Cents({ description: 'What is not expected to be filled, in cents.', ...SUMS, example: 11_292_794 })
  readonly shortfallCents!: number;

  @Cents({
    description:
      'What each month that is left has to bring, in cents; a month is 365.25 / 12 days. Null when no day is left.',
    ...SUMS,
    nullable: true,
    example: 721_027,
  })
  readonly requiredMonthlyPaceCents!: number | null;

  @Choice(SIGNALS, { description: `${SIGNAL} Null when it is settled.`, nullable: true, example: 'AT_RISK' })
  readonly signal!: string | null;

  @ListOf(() => SignalReason, { description: 'Why it has that signal.', max: 10 })
  readonly reasons!: readonly SignalReason[];
}

/** The plan of a forecast. */
export class ForecastPlan {
  @Id({ description: 'The plan.' })
  readonly planId!: string;

  @Text({ description: 'Its name.', max: 200, example: 'De Gulle Lepel' })
  readonly planName!: string;

  @Whole({
    description: 'Days since something was reported in the plan, or since the first day on which something could be.',
    max: 1_000_000,
    example: 41,
  })
  readonly daysOfSilence!: number;
}

/** The contract of a forecast. */
export class ForecastContract {
  @Id({ description: 'The contract.' })
  readonly contractId!: string;

  @Text({ description: 'Its number.', max: 40, example: '4500123456' })
  readonly contractNumber!: string;

  @Text({ description: 'The code of its principal.', max: 20, example: 'IenW' })
  readonly principalCode!: string;
}

/** The forecast of an obligation with its arithmetic. */
export class ObligationForecastAnswer extends ForecastFigures {
  @Nested(() => ForecastContract, { description: 'The contract that carries the obligation.' })
  readonly contract!: ForecastContract;

  @ListOf(() => ForecastStep, {
    description: 'The arithmetic, step by step, to be followed with a pocket calculator.',
    max: 1_000,
  })
  readonly steps!: readonly ForecastStep[];
}

/** The forecast of a contract's obligation. */
export class ContractForecastAnswer extends ObligationForecastAnswer {
  @Nested(() => ForecastPlan, { description: 'The plan that it is in; null when it is in none.', nullable: true })
  readonly plan!: ForecastPlan | null;

  @Cents({
    description:
      'What the claims of the plan that wait would be worth, in cents; it is in none of the other figures, and lowers nothing.',
    ...SUMS,
    example: 1_850_000,
  })
  readonly claimedNotVerifiedCents!: number;
}

/** The forecast of a plan: the obligations in it that the reader sees. */
export class PlanForecastAnswer extends ForecastFigures {
  @Nested(() => ForecastPlan, { description: 'The plan.' })
  readonly plan!: ForecastPlan;

  @Cents({
    description: 'What the claims of the plan that wait would be worth, in cents; it is in none of the other figures.',
    ...SUMS,
    example: 1_850_000,
  })
  readonly claimedNotVerifiedCents!: number;

  @ListOf(() => ObligationForecastAnswer, {
    description:
      'Each obligation in the plan that the reader sees, by contract number; the figures above are of these together.',
    max: 10_000,
  })
  readonly obligations!: readonly ObligationForecastAnswer[];
}

/** Which signals. */
export class SignalListQuery extends PageQuery {
  @Choice(SIGNALS, { description: 'Only this signal; left out: all.', optional: true, example: 'AT_RISK' })
  readonly signal?: Signal;

  @Choice(SIGNALS_OF, {
    description: 'A row for each contract (CONTRACTS, unless told) or for each plan.',
    optional: true,
    example: 'CONTRACTS',
  })
  readonly of?: (typeof SIGNALS_OF)[number];
}

/** How an obligation, or the obligations of a plan that the reader sees, goes. */
export class SignalItemAnswer {
  @Nested(() => ForecastContract, { description: 'The contract; null in rows of plans.', nullable: true })
  readonly contract!: ForecastContract | null;

  @Nested(() => ForecastPlan, { description: 'The plan; null for an obligation that is in none.', nullable: true })
  readonly plan!: ForecastPlan | null;

  @Choice(SIGNALS, { description: SIGNAL, example: 'AT_RISK' })
  readonly signal!: string;

  @Cents({
    description: 'What is not expected to be filled, in cents. Euros of obligation: nobody pays them.',
    ...SUMS,
    example: 11_292_794,
  })
  readonly atRiskCents!: number;

  @Cents({ description: 'The amount, in cents.', ...SUMS, example: 24_000_000 })
  readonly amountCents!: number;

  @Cents({ description: 'What is allocated, in cents.', ...SUMS, example: 6_707_206 })
  readonly allocatedCents!: number;

  @Cents({ description: 'Where it is expected to end, in cents.', ...SUMS, example: 12_707_206 })
  readonly forecastCents!: number;

  @ListOf(() => SignalReason, { description: 'Why it has that signal.', max: 10 })
  readonly reasons!: readonly SignalReason[];
}

/** A page of signals: the most euros at risk first. */
export class SignalPage {
  @ListOf(() => SignalItemAnswer, { description: 'The most euros at risk first.', max: 100 })
  readonly items!: readonly SignalItemAnswer[];

  @Text({ description: 'Where the next page begins; null when this is the last.', max: 500, nullable: true })
  readonly next!: string | null;
}
