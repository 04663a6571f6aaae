import { accepted, refused, type Decision, type LocalDate, type Violation } from '@sr/kernel';

/** Why no obligation is asked for. */
export const EXEMPTION_REASONS = [
  'SHORT_TERM',
  'BELOW_THRESHOLD',
  'SUPPLIES',
  'NO_LABOUR',
  'LEGAL_REASON',
  'OTHER',
] as const;
export type ExemptionReason = (typeof EXEMPTION_REASONS)[number];

/** An exemption waits for a second person, who approves or refuses it; both are final. */
export const EXEMPTION_TRANSITIONS = {
  PROPOSED: { approve: 'APPROVED', refuse: 'REFUSED' },
  APPROVED: {},
  REFUSED: {},
} as const satisfies Record<string, Partial<Record<'approve' | 'refuse', string>>>;
export type ExemptionState = keyof typeof EXEMPTION_TRANSITIONS;

/**
 * Where an exemption came in: when the contract was registered, on an obligation that was there already, or as history,
 * which was approved outside the product.
 */
export type ExemptionOrigin = 'REGISTRATION' | 'OBLIGATION' | 'HISTORY';

/** The reason of an exemption, as a code and in words. */
export interface ExemptionGrounds {
  readonly reason: ExemptionReason;
  /** In words; required for another reason than those of the list. */
  readonly text: string | null;
}

/** What deciding on an exemption looks at. */
export interface DecidableExemption {
  readonly state: ExemptionState;
  readonly proposedBy: string;
}

/** A second person's answer. */
export interface ExemptionAnswer {
  readonly approve: boolean;
  readonly reason: string | null;
}

/** Another reason than those of the list says nothing by itself. */
export const exemptionTextMissing = (field: string): Violation => ({
  code: 'exemption.text_missing',
  field,
  message: 'Say in a few words why there is no obligation; the code OTHER does not tell.',
});

/** An exemption is decided once. */
export const exemptionDecided = (): Violation => ({
  code: 'exemption.decided_already',
  field: 'exemption',
  message: 'This exemption has been decided already.',
});

/** Who proposes an exemption does not approve it. */
export const exemptionOfOneself = (): Violation => ({
  code: 'exemption.proposed_by_oneself',
  field: 'exemption',
  message: 'You proposed this exemption; a second person has to decide on it.',
});

/** Whoever proposed has to know why not. */
export const refusalReasonMissing = (): Violation => ({
  code: 'exemption.reason_missing',
  field: 'reason',
  message: 'Say why the exemption is refused.',
});

/** Checks the grounds of an exemption. Refuses `exemption.text_missing`. */
export function checkGrounds({ reason, text }: ExemptionGrounds, field: string): Violation[] {
  return reason === 'OTHER' && (text ?? '').trim() === '' ? [exemptionTextMissing(field)] : [];
}

/** The grounds in one line, as the contract keeps them. */
export function groundsInWords({ reason, text }: ExemptionGrounds): string {
  return text === null ? reason : `${reason}: ${text}`;
}

/** An exemption after `actorId` answered. Refuses, all at once: `exemption.decided_already`, `exemption.proposed_by_oneself`, `exemption.reason_missing`. */
export function decideExemption(
  exemption: DecidableExemption,
  { approve, reason }: ExemptionAnswer,
  actorId: string,
): Decision<ExemptionState> {
  const violations: Violation[] = [];
  const open: Partial<Record<'approve' | 'refuse', ExemptionState>> = EXEMPTION_TRANSITIONS[exemption.state];
  const next = open[approve ? 'approve' : 'refuse'];
  if (next === undefined) violations.push(exemptionDecided());
  if (exemption.proposedBy === actorId) violations.push(exemptionOfOneself());
  if (!approve && (reason ?? '').trim() === '') violations.push(refusalReasonMissing());
  return next === undefined || violations.length > 0 ? refused(violations) : accepted(next);
}

/** What proposing looks at: what the contract carries, and an exemption that waits or stands. */
export interface ExemptableContract {
  readonly standing: { readonly state: ExemptionState } | null;
  /** Null when the contract has no obligation. */
  readonly obligation: { readonly settledOn: LocalDate | null; readonly isNothing: boolean } | null;
}

/** One exemption at a time waits for its second person. */
export const exemptionWaits = (): Violation => ({
  code: 'exemption.waits',
  field: 'exemption',
  message: 'An exemption of this contract waits for a second person; decide on that one first.',
});

/** What is exempt cannot be exempted again. */
export const exemptionStands = (): Violation => ({
  code: 'exemption.stands',
  field: 'exemption',
  message: 'This contract is exempt already.',
});

/** Checks whether an exemption of a contract can be proposed now; `settled` is the refusal for a settled obligation. */
export function exemptionHindrances({ standing, obligation }: ExemptableContract, settled: Violation): Violation[] {
  if (standing?.state === 'PROPOSED') return [exemptionWaits()];
  if (obligation === null) return standing === null ? [] : [exemptionStands()];
  if (obligation.settledOn !== null) return [settled];
  return standing !== null && obligation.isNothing ? [exemptionStands()] : [];
}
