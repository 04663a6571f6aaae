import {
  COMPUTED_MAX,
  accepted,
  divRound,
  exact,
  refused,
  type BasisPoints,
  type Cents,
  type Decision,
  type LocalDate,
  type Violation,
} from '@sr/kernel';

/** What a percentage is taken of: the wage sum, the contract's value, the turnover that was invoiced, or a budget. */
export type ObligationBasis = 'LOONSOM' | 'CONTRACT_VALUE' | 'INVOICED_TURNOVER' | 'BUDGET';

/** In what a form-free obligation is counted: persons, whole hours, or activities. */
export type GoalUnit = 'PERSONS' | 'HOURS' | 'ACTIVITIES';

/** How the amount of an obligation was agreed; a form-free one has a goal and no euros. */
export type ObligationTerms =
  | {
      readonly kind: 'PERCENTAGE';
      readonly basis: ObligationBasis;
      readonly baseCents: Cents;
      readonly rateBp: BasisPoints;
      readonly capCents: Cents | null;
    }
  | { readonly kind: 'FIXED'; readonly amountCents: Cents }
  | { readonly kind: 'FORM_FREE'; readonly goalUnit: GoalUnit; readonly goal: number };

/** A new base (same rate and cap) for a percentage, a new amount for a fixed one, a new goal for a form-free one. */
export interface ObligationChange {
  readonly baseCents?: Cents | undefined;
  readonly amountCents?: Cents | undefined;
  readonly goal?: number | undefined;
}

/** The part of an obligation that a revision looks at. */
export interface RevisableObligation {
  readonly terms: ObligationTerms;
  readonly settledOn: LocalDate | null;
}

/** A computed amount of over 10^15 cents. */
export const amountTooLarge = (field: string): Violation => ({
  code: 'obligation.amount_too_large',
  field,
  params: { max: COMPUTED_MAX },
  message: `The amount of the obligation is above ${COMPUTED_MAX} cents; check the base and the rate.`,
});

/** A settled obligation is final. */
export const obligationSettled = (field: string): Violation => ({
  code: 'obligation.settled',
  field,
  message: 'The obligation is settled; it cannot be revised, settled again or join a plan.',
});

/** Whoever reads the history later has to know why. */
export const reasonMissing = (field: string): Violation => ({
  code: 'obligation.reason_missing',
  field,
  message: 'Give the reason in a few words.',
});

const REVISED_BY = {
  PERCENTAGE: { field: 'baseCents', message: 'The obligation is a percentage: give baseCents, and not amountCents.' },
  FIXED: { field: 'amountCents', message: 'The obligation is a fixed amount: give amountCents, and not baseCents.' },
  FORM_FREE: { field: 'goal', message: 'The obligation has a goal and no euros: give goal, and no amount.' },
} as const;

/** A revision gives a new base for a percentage, a new amount for a fixed obligation, a new goal for a form-free one. */
export const revisionOfOtherKind = (kind: ObligationTerms['kind']): Violation => ({
  code: 'obligation.revision_of_other_kind',
  params: { kind },
  ...REVISED_BY[kind],
});

/**
 * The amount of an obligation: the base times the rate, rounded half up to the cent, at most the cap; or the fixed
 * amount. A form-free obligation has no euros: 0, whatever its goal. Refuses `obligation.amount_too_large`.
 */
export function obligationAmount(terms: ObligationTerms): Decision<Cents> {
  if (terms.kind === 'FIXED') return accepted(terms.amountCents);
  if (terms.kind === 'FORM_FREE') return accepted(0);
  const share = divRound(BigInt(terms.baseCents) * BigInt(terms.rateBp), 10_000n);
  const amount = terms.capCents !== null && share > BigInt(terms.capCents) ? BigInt(terms.capCents) : share;
  return amount > BigInt(COMPUTED_MAX) ? refused([amountTooLarge('baseCents')]) : accepted(exact(amount));
}

/**
 * The terms and the amount of an obligation after a revision for a reason.
 * Refuses, all at once: `obligation.reason_missing`, `obligation.settled`, `obligation.revision_of_other_kind` and `obligation.amount_too_large`.
 */
export function reviseObligation(
  obligation: RevisableObligation,
  change: ObligationChange,
  reason: string,
): Decision<{ terms: ObligationTerms; amountCents: Cents }> {
  const { terms, settledOn } = obligation;
  const violations: Violation[] = settledOn === null ? [] : [obligationSettled('obligation')];
  if (reason.trim() === '') violations.push(reasonMissing('reason'));
  const revised = revisedTerms(terms, change);
  if (!revised) return refused([...violations, revisionOfOtherKind(terms.kind)]);
  const amount = obligationAmount(revised);
  if (!amount.ok) return refused([...violations, ...amount.violations]);
  if (violations.length > 0) return refused(violations);
  return accepted({ terms: revised, amountCents: amount.value });
}

/** The revision that an exemption of an existing obligation is: to nothing, which keeps how it was agreed. */
export function changeToNothing({ kind }: ObligationTerms): ObligationChange {
  switch (kind) {
    case 'PERCENTAGE':
      return { baseCents: 0 };
    case 'FIXED':
      return { amountCents: 0 };
    case 'FORM_FREE':
      return { goal: 0 };
  }
}

function revisedTerms(terms: ObligationTerms, change: ObligationChange): ObligationTerms | null {
  const { baseCents, amountCents, goal } = change;
  if ([baseCents, amountCents, goal].filter((given) => given !== undefined).length !== 1) return null;
  switch (terms.kind) {
    case 'PERCENTAGE':
      return baseCents === undefined ? null : { ...terms, baseCents };
    case 'FIXED':
      return amountCents === undefined ? null : { ...terms, amountCents };
    case 'FORM_FREE':
      return goal === undefined ? null : { ...terms, goal };
  }
}
