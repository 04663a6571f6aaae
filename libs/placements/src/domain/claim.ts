import type { Cents, Centihours, LocalDate, Violation } from '@sr/kernel';
import type { Warning } from './check-claim';
import type { ClaimKind } from './claim-kind';
import type { OnBehalf } from './on-behalf';
import type { RealisingParty } from './realised';

export const CLAIM_STATUSES = ['CLAIMED', 'ACCEPTED', 'REJECTED', 'REVERSED'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];
export type ClaimEvent = 'accept' | 'reject' | 'reverse';

/** One claimed contribution, with what was submitted and, apart from it, what was decided. */
export interface Claim extends OnBehalf {
  readonly id: string;
  /** Given by the product, once over all suppliers; what people call the claim. */
  readonly number: number;
  /** The supplier's own name for the claim. */
  readonly ref: string;
  readonly planId: string;
  readonly supplierKvkNumber: string;
  readonly kind: ClaimKind;
  readonly block: string;
  readonly placementId: string | null;
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  /** As submitted: the paid hours of a placement, or the hours of an activity. */
  readonly centihours: Centihours | null;
  /** As submitted: the invoice of a purchase, excluding VAT. */
  readonly invoiceCents: Cents | null;
  /** The obligation that the supplier would have it count for first. */
  readonly earmarkId: string | null;
  /** The report that made it; null for one that came by itself. */
  readonly reportId: string | null;
  readonly realised: RealisingParty | null;
  /** What was bought or done, in a few words; never of a person. */
  readonly description: string | null;
  /** What was odd about it when it was submitted. */
  readonly warnings: readonly Warning[];
  /** The last day on which an official answers in time. */
  readonly answerDueOn: LocalDate;
  readonly status: ClaimStatus;
  readonly submittedBy: string;
  readonly submittedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** As decided: other figures than were submitted are a correction, with a reason. */
  readonly acceptedCentihours: Centihours | null;
  readonly acceptedInvoiceCents: Cents | null;
  /** Why it was corrected or rejected. */
  readonly decisionReason: string | null;
  /** Fixed at acceptance and never worked out again. */
  readonly valueCents: Cents | null;
  readonly countedCentihours: Centihours | null;
  readonly jobCentihours: Centihours | null;
  /** What was used before it, of the candidate's limit (in centihours) or of the day's cap (in cents). */
  readonly usedBefore: number | null;
  /** Whether the candidate was said to be in the target group register when it was accepted. */
  readonly registerIndicated: boolean | null;
  /** The days of the decision and of the reversal, in the Netherlands. */
  readonly decidedOn: LocalDate | null;
  readonly reversedOn: LocalDate | null;
  readonly reversedBy: string | null;
  readonly reversedAt: Date | null;
  readonly reversalReason: string | null;
}

/** From which status an event leads to which; every other pair is refused. */
export const CLAIM_TRANSITIONS: Record<ClaimStatus, Partial<Record<ClaimEvent, ClaimStatus>>> = {
  CLAIMED: { accept: 'ACCEPTED', reject: 'REJECTED' },
  ACCEPTED: { reverse: 'REVERSED' },
  REJECTED: {},
  REVERSED: {},
};

/** Only a claim that waits can be decided, and only an accepted one reversed. */
export const claimNotIn = (field: string, ref: string, status: ClaimStatus, event: ClaimEvent): Violation => ({
  code: event === 'reverse' ? 'claim.not_accepted' : 'claim.already_decided',
  field,
  params: { claim: ref, status },
  message:
    event === 'reverse'
      ? `Claim ${ref} is ${status}; only an accepted claim can be reversed.`
      : `Claim ${ref} is ${status}; only a claim that waits can be decided.`,
});

/** Who submits a claim, or wrote on it on behalf of the supplier, does not decide on it. */
export const ownClaim = (field: string, ref: string): Violation => ({
  code: 'claim.own',
  field,
  params: { claim: ref },
  message: `Claim ${ref} was submitted or written by you; somebody else has to decide on it.`,
});

/** A supplier has to know why. */
export const reasonMissing = (): Violation => ({
  code: 'claim.reason_missing',
  field: 'reason',
  message: 'Give the reason in a few words; the supplier reads it.',
});

/** A correction gives the figures of the claim's own kind. */
export const correctionOfOtherKind = (field: string, kind: string): Violation => ({
  code: 'claim.correction_of_other_kind',
  field,
  params: { kind },
  message: `A ${kind.toLowerCase()} claim is corrected with ${kind === 'PURCHASE' ? 'invoiceCents' : 'centihours'} only.`,
});

/** The figures that were right, where they are not those that were submitted, and why. */
export interface Correction {
  readonly centihours?: Centihours;
  readonly invoiceCents?: Cents;
  readonly reason: string;
}

/** What is wrong with a correction of a claim, told of `field`: all of it, or nothing. */
export function correctionViolations(
  claim: Pick<Claim, 'kind'>,
  correction: Correction | undefined,
  field: string,
): Violation[] {
  if (!correction) return [];
  const other = claim.kind === 'PURCHASE' ? correction.centihours : correction.invoiceCents;
  return [
    ...(correction.reason.trim() === '' ? [reasonMissing()] : []),
    ...(other === undefined ? [] : [correctionOfOtherKind(field, claim.kind)]),
  ];
}

/** Why `event` by `actorId` cannot happen to the claim, told of `field`: every reason, or none. */
export function transitionViolations(
  claim: Pick<Claim, 'ref' | 'status' | 'submittedBy' | 'onBehalfWriters'>,
  event: ClaimEvent,
  actorId: string,
  field: string,
): Violation[] {
  const violations: Violation[] = [];
  if (!CLAIM_TRANSITIONS[claim.status][event]) violations.push(claimNotIn(field, claim.ref, claim.status, event));
  if (claim.submittedBy === actorId || claim.onBehalfWriters.includes(actorId)) {
    violations.push(ownClaim(field, claim.ref));
  }
  return violations;
}
