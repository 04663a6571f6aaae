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

/** How the amount of an obligation was agreed. */
export type ObligationTerms =
  | {
      readonly kind: 'PERCENTAGE';
      readonly basis: ObligationBasis;
      readonly baseCents: Cents;
      readonly rateBp: BasisPoints;
      readonly capCents: Cents | null;
    }
  | { readonly kind: 'FIXED'; readonly amountCents: Cents };

/** A new base (same rate and cap) for a percentage, or a new amount for a fixed one; never both. */
export interface ObligationChange {
  readonly baseCents?: Cents | undefined;
  readonly amountCents?: Cents | undefined;
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

/** A revision gives a new base for a percentage and a new amount for a fixed obligation. */
export const revisionOfOtherKind = (kind: ObligationTerms['kind']): Violation => ({
  code: 'obligation.revision_of_other_kind',
  field: kind === 'PERCENTAGE' ? 'baseCents' : 'amountCents',
  params: { kind },
  message:
    kind === 'PERCENTAGE'
      ? 'The obligation is a percentage: give baseCents, and not amountCents.'
      : 'The obligation is a fixed amount: give amountCents, and not baseCents.',
});

/**
 * The amount of an obligation: the base times the rate, rounded half up to the cent, at most the cap; or the fixed
 * amount. Refuses `obligation.amount_too_large`.
 */
export function obligationAmount(terms: ObligationTerms): Decision<Cents> {
  if (terms.kind === 'FIXED') return accepted(terms.amountCents);
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

function revisedTerms(terms: ObligationTerms, { baseCents, amountCents }: ObligationChange): ObligationTerms | null {
  if (terms.kind === 'PERCENTAGE') {
    return baseCents !== undefined && amountCents === undefined ? { ...terms, baseCents } : null;
  }
  return amountCents !== undefined && baseCents === undefined ? { ...terms, amountCents } : null;
}
