import type { Cents, Centihours, LocalDate, Violation } from '@sr/kernel';

export type ClaimKind = 'PLACEMENT' | 'PURCHASE' | 'ACTIVITY';
export type ClaimStatus = 'CLAIMED' | 'ACCEPTED' | 'REJECTED' | 'REVERSED';
export type ClaimEvent = 'accept' | 'reject' | 'reverse';

/** One claimed contribution, with what was submitted and, apart from it, what was decided. */
export interface Claim {
  readonly id: string;
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

/** Who submits a claim does not decide on it. */
export const ownClaim = (field: string, ref: string): Violation => ({
  code: 'claim.own',
  field,
  params: { claim: ref },
  message: `Claim ${ref} was submitted by you; somebody else has to decide on it.`,
});

/** Why `event` by `actorId` cannot happen to the claim, told of `field`: every reason, or none. */
export function transitionViolations(
  claim: Pick<Claim, 'ref' | 'status' | 'submittedBy'>,
  event: ClaimEvent,
  actorId: string,
  field: string,
): Violation[] {
  const violations: Violation[] = [];
  if (!CLAIM_TRANSITIONS[claim.status][event]) violations.push(claimNotIn(field, claim.ref, claim.status, event));
  if (claim.submittedBy === actorId) violations.push(ownClaim(field, claim.ref));
  return violations;
}
