import type { Cents, Centihours, Violation } from '@sr/kernel';

/** What an official decides on one claim. */
export interface Decision {
  readonly claimId: string;
  readonly verdict: 'ACCEPT' | 'REJECT';
  /** The figures that were right, where they are not those of the claim; needs a reason. */
  readonly correction?: { readonly centihours?: Centihours; readonly invoiceCents?: Cents };
  /** Compulsory for a rejection and for a correction: the supplier reads it. */
  readonly reason?: string;
}

/** A supplier has to know why a claim was rejected or corrected. */
export const decisionReasonMissing = (field: string): Violation => ({
  code: 'claim.reason_missing',
  field,
  message: 'Give the reason in a few words; the supplier reads it.',
});

/** One request decides on a claim once. */
export const claimDecidedTwice = (field: string): Violation => ({
  code: 'claim.repeated',
  field,
  message: 'This claim is named before in the same request; decide on it once.',
});

/** What is rejected has no right figures. */
export const rejectionCorrected = (field: string): Violation => ({
  code: 'claim.rejection_corrected',
  field,
  message:
    'A rejected claim is not corrected; accept it with the figures that were right, or leave the correction out.',
});

/** A correction says which figure was right. */
export const correctionEmpty = (field: string): Violation => ({
  code: 'claim.correction_empty',
  field,
  message: 'Give the figure that was right, centihours or invoiceCents, or leave the correction out.',
});

/** What is wrong with a list of decisions as such, before any claim is looked at: all of it, or nothing. */
export function decisionViolations(decisions: readonly Decision[]): Violation[] {
  const named = new Set<string>();
  return decisions.flatMap(({ claimId, verdict, correction, reason }, index) => {
    const at = (field: string): string => `/decisions/${index}/${field}`;
    const violations: Violation[] = [];
    if (named.has(claimId)) violations.push(claimDecidedTwice(at('claimId')));
    named.add(claimId);
    const needsReason = verdict === 'REJECT' || correction !== undefined;
    if (needsReason && (reason ?? '').trim() === '') violations.push(decisionReasonMissing(at('reason')));
    if (verdict === 'REJECT' && correction !== undefined) violations.push(rejectionCorrected(at('correction')));
    if (correction && correction.centihours === undefined && correction.invoiceCents === undefined) {
      violations.push(correctionEmpty(at('correction')));
    }
    return violations;
  });
}
