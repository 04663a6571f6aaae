import {
  accepted,
  addDays,
  refused,
  timesFraction,
  type BasisPoints,
  type Cents,
  type Decision,
  type LocalDate,
  type Violation,
} from '@sr/kernel';

/** How an obligation ends; the principal decides. */
export const SETTLEMENT_OUTCOMES = [
  'FULFILLED',
  'FULFILLED_WITH_SURPLUS',
  'SETTLED_WITHHELD',
  'SETTLED_WAIVED',
  'SETTLED_CARRIED_OVER',
  'ENDED_EARLY',
] as const;
export type SettlementOutcome = (typeof SETTLEMENT_OUTCOMES)[number];

/**
 * The final assessment of an obligation. The principal proposes an outcome, the supplier answers, a remedy may be
 * granted after which a new proposal follows, and the principal makes it final. Then nothing can change.
 */
export const SETTLEMENT_TRANSITIONS = {
  NONE: { propose: 'PROPOSED' },
  PROPOSED: { propose: 'PROPOSED', answer: 'ANSWERED', grantRemedy: 'REMEDY', finish: 'FINAL' },
  ANSWERED: { propose: 'PROPOSED', grantRemedy: 'REMEDY', finish: 'FINAL' },
  REMEDY: { propose: 'PROPOSED', grantRemedy: 'REMEDY' },
  FINAL: {},
} as const satisfies Record<string, Partial<Record<SettlementEvent, string>>>;
export type SettlementEvent = 'propose' | 'answer' | 'grantRemedy' | 'finish';
export type SettlementState = keyof typeof SETTLEMENT_TRANSITIONS;

/** The supplier has two weeks to answer before a charge becomes final without it. Ours: no term was found in a source. */
export const ANSWER_DAYS = 14;
/** The shortfall itself, without a surcharge: a larger factor has to be in the contract. */
export const FACTOR_NONE_BP: BasisPoints = 10_000;

/** What the principal proposes. */
export interface SettlementProposal {
  readonly outcome: SettlementOutcome;
  /** What the ledger has on the obligation at this moment. */
  readonly allocatedCents: Cents;
  /** By what a shortfall is multiplied to be charged; only with SETTLED_WITHHELD. */
  readonly factorBp: BasisPoints | null;
  /** What of a form-free goal was reached, in its own unit; null for other kinds. */
  readonly reached?: number | null | undefined;
  readonly reason: string;
}

/** What is proposed, in figures. A charge is a proposal to the principal's own administration: nothing is invoiced. */
export interface SettlementFigures {
  readonly outcome: SettlementOutcome;
  readonly amountCents: Cents;
  readonly allocatedCents: Cents;
  readonly shortfallCents: Cents;
  readonly factorBp: BasisPoints | null;
  readonly chargeCents: Cents;
  /** Of a form-free goal, in its own unit. */
  readonly reached: number | null;
  readonly shortOfGoal: number | null;
}

/** What settling looks at of the obligation: its amount, and its goal when it is form-free. */
export interface SettleableObligation {
  readonly amountCents: Cents;
  readonly goal: number | null;
  readonly settledOn: LocalDate | null;
}

/** What settling looks at of what went before. */
export interface SettlementSoFar {
  readonly state: SettlementState;
  readonly remedyUntil: LocalDate | null;
  readonly answerDueOn: LocalDate | null;
  readonly figures: SettlementFigures | null;
}

/** The step is not one that can be taken now. */
export const settlementNotNow = (event: SettlementEvent, state: SettlementState): Violation => ({
  code: 'settlement.not_now',
  field: 'settlement',
  params: { event, state },
  message: `This cannot be done while the settlement is ${state}.`,
});

/** What is short is not fulfilled. */
export const notFulfilled = (): Violation => ({
  code: 'settlement.not_fulfilled',
  field: 'outcome',
  message: 'The obligation is not filled in; choose an outcome for a shortfall, or grant time to make it good.',
});

/** Nothing is withheld, waived or carried over of what is filled in. */
export const nothingShort = (): Violation => ({
  code: 'settlement.nothing_short',
  field: 'outcome',
  message: 'The obligation is filled in; choose FULFILLED or FULFILLED_WITH_SURPLUS.',
});

/** A form-free obligation has no euros, so none can be withheld. */
export const noEuros = (): Violation => ({
  code: 'settlement.no_euros',
  field: 'outcome',
  message: 'A form-free obligation has no amount in euros: nothing can be withheld.',
});

/** Of a goal it has to be known what was reached. */
export const reachedMissing = (): Violation => ({
  code: 'settlement.reached_missing',
  field: 'reached',
  message: 'Give what was reached of the goal, in its own unit.',
});

/** While the supplier has time to make good, only what is filled in can be settled. */
export const remedyRuns = (until: LocalDate): Violation => ({
  code: 'settlement.remedy_runs',
  field: 'settlement',
  params: { until },
  message: `The supplier has until ${until} to make good; wait, unless the obligation is filled in before.`,
});

/** Time to make good ends later than today. */
export const remedyInPast = (): Violation => ({
  code: 'settlement.remedy_in_past',
  field: 'until',
  message: 'Give a day after today until which the supplier can make good.',
});

/** Both sides are heard before a shortfall is settled. */
export const supplierNotHeard = (until: LocalDate): Violation => ({
  code: 'settlement.supplier_not_heard',
  field: 'settlement',
  params: { until },
  message: `The supplier has not answered and can do so until ${until}; wait for it, or for that day to pass.`,
});

/** What was proposed is what is decided on. */
export const figuresChanged = (): Violation => ({
  code: 'settlement.figures_changed',
  field: 'settlement',
  message: 'What is allocated or the amount changed since the proposal; propose anew with the figures of now.',
});

/** An objection says what is wrong. */
export const objectionReasonMissing = (): Violation => ({
  code: 'settlement.reason_missing',
  field: 'text',
  message: 'Say what you object to.',
});

/** The state after an event, or that it cannot happen now. */
function after(state: SettlementState, event: SettlementEvent): SettlementState | undefined {
  const open: Partial<Record<SettlementEvent, SettlementState>> = SETTLEMENT_TRANSITIONS[state];
  return open[event];
}

/**
 * A proposal in figures: the shortfall is the amount minus what is allocated; with SETTLED_WITHHELD the shortfall times
 * the factor (1 unless given) is proposed as a charge, rounded half up. Refuses, all at once: `settlement.not_now`,
 * `settlement.remedy_runs`, `settlement.not_fulfilled`, `settlement.nothing_short`, `settlement.no_euros`, `settlement.reached_missing`.
 */
export function proposeSettlement(
  { state, remedyUntil }: SettlementSoFar,
  obligation: SettleableObligation,
  proposal: SettlementProposal,
  today: LocalDate,
): Decision<{ state: SettlementState; figures: SettlementFigures; answerDueOn: LocalDate }> {
  const figures = figuresOf(obligation, proposal);
  const next = after(state, 'propose');
  const violations: Violation[] = next === undefined ? [settlementNotNow('propose', state)] : [];
  const isShort = figures.shortfallCents > 0 || (figures.shortOfGoal ?? 0) > 0;
  if (state === 'REMEDY' && isShort && remedyUntil !== null && today <= remedyUntil)
    violations.push(remedyRuns(remedyUntil));
  violations.push(...outcomeViolations(obligation, proposal, isShort));
  if (next === undefined || violations.length > 0) return refused(violations);
  return accepted({ state: next, figures, answerDueOn: addDays(today, ANSWER_DAYS) });
}

function figuresOf(
  { amountCents, goal }: SettleableObligation,
  { outcome, allocatedCents, factorBp, reached = null }: SettlementProposal,
): SettlementFigures {
  const shortfallCents = Math.max(0, amountCents - allocatedCents);
  const factor = outcome === 'SETTLED_WITHHELD' ? (factorBp ?? FACTOR_NONE_BP) : null;
  return {
    outcome,
    amountCents,
    allocatedCents,
    shortfallCents,
    factorBp: factor,
    chargeCents: factor === null ? 0 : timesFraction(shortfallCents, factor, FACTOR_NONE_BP),
    reached: goal === null ? null : reached,
    shortOfGoal: goal === null || reached === null ? null : Math.max(0, goal - reached),
  };
}

function outcomeViolations(
  { goal }: SettleableObligation,
  { outcome, reached = null }: SettlementProposal,
  isShort: boolean,
): Violation[] {
  const violations: Violation[] = [];
  if (goal !== null && reached === null) violations.push(reachedMissing());
  if (goal !== null && outcome === 'SETTLED_WITHHELD') violations.push(noEuros());
  const isFulfilled = outcome === 'FULFILLED' || outcome === 'FULFILLED_WITH_SURPLUS';
  if (isFulfilled && isShort) violations.push(notFulfilled());
  if (!isFulfilled && outcome !== 'ENDED_EARLY' && !isShort && violations.length === 0) violations.push(nothingShort());
  return violations;
}

/** The state after the supplier answered. Refuses `settlement.not_now` and `settlement.reason_missing`. */
export function answerSettlement(
  { state }: SettlementSoFar,
  { agrees, text }: { readonly agrees: boolean; readonly text: string | null },
): Decision<SettlementState> {
  const next = after(state, 'answer');
  const violations: Violation[] = next === undefined ? [settlementNotNow('answer', state)] : [];
  if (!agrees && (text ?? '').trim() === '') violations.push(objectionReasonMissing());
  return next === undefined || violations.length > 0 ? refused(violations) : accepted(next);
}

/**
 * The state after the supplier got time to make good. Refuses `settlement.not_now`, `settlement.remedy_in_past`, and
 * `settlement.nothing_short` when there is nothing to make good.
 */
export function grantRemedy(
  { state, figures }: SettlementSoFar,
  until: LocalDate,
  today: LocalDate,
): Decision<SettlementState> {
  const next = after(state, 'grantRemedy');
  const violations: Violation[] = next === undefined ? [settlementNotNow('grantRemedy', state)] : [];
  if (until <= today) violations.push(remedyInPast());
  if (figures !== null && figures.shortfallCents === 0 && (figures.shortOfGoal ?? 0) === 0)
    violations.push(nothingShort());
  return next === undefined || violations.length > 0 ? refused(violations) : accepted(next);
}

/**
 * The state after the principal made the proposal final. Refuses, all at once: `settlement.not_now`,
 * `settlement.figures_changed`, and `settlement.supplier_not_heard` while there is a shortfall on which the supplier can
 * still answer.
 */
export function finishSettlement(
  { state, figures, answerDueOn }: SettlementSoFar,
  { amountCents, goal }: SettleableObligation,
  allocatedCents: Cents,
  today: LocalDate,
): Decision<SettlementState> {
  const next = after(state, 'finish');
  if (next === undefined || figures === null) return refused([settlementNotNow('finish', state)]);
  const violations: Violation[] = [];
  const shortOfGoal = goal === null || figures.reached === null ? null : Math.max(0, goal - figures.reached);
  if (
    figures.amountCents !== amountCents ||
    figures.allocatedCents !== allocatedCents ||
    figures.shortOfGoal !== shortOfGoal
  )
    violations.push(figuresChanged());
  const isShort = figures.shortfallCents > 0 || (figures.shortOfGoal ?? 0) > 0;
  if (state === 'PROPOSED' && isShort && answerDueOn !== null && today <= answerDueOn) {
    violations.push(supplierNotHeard(answerDueOn));
  }
  return violations.length > 0 ? refused(violations) : accepted(next);
}
