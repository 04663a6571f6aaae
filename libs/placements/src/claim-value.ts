import { InvariantBroken, type Cents, type Centihours } from '@sr/kernel';
import type { Contribution } from '@sr/valuation';
import type { Claim } from './domain/claim';
import type { DayKey, LimitKey, Placement, Usage } from './domain/placement';

/** What of a claim, or of one that is not made yet, decides which limit or day cap it uses. */
export type ClaimToValue = Pick<Claim, 'supplierKvkNumber' | 'kind' | 'block' | 'periodFrom'>;

/** The figures by which a claim is valued: as submitted, or as corrected. */
export interface ClaimFigures {
  readonly centihours: Centihours | null;
  readonly invoiceCents: Cents | null;
}

/** The key of the counting limit that a claim on a placement uses. */
export const limitKey = (claim: ClaimToValue, placement: Placement): LimitKey => ({
  supplierKvkNumber: claim.supplierKvkNumber,
  candidate: placement.candidate,
  block: claim.block,
});

/** The key of the day cap that an activity uses. */
export const dayKey = (claim: ClaimToValue): DayKey => ({
  supplierKvkNumber: claim.supplierKvkNumber,
  block: claim.block,
  day: claim.periodFrom,
});

/** What was used before a claim, of its limit in centihours or of its day cap in cents; 0 for a purchase. */
export function usedBefore(claim: ClaimToValue, placement: Placement | undefined, usage: Usage): bigint {
  if (placement) return usage.countedBefore(limitKey(claim, placement));
  return claim.kind === 'ACTIVITY' ? usage.dayValueBefore(dayKey(claim)) : 0n;
}

/** A claim in the terms of the value table; `before` is what was used before it. */
export function contributionOf(
  claim: ClaimToValue,
  { centihours, invoiceCents }: ClaimFigures,
  placement: Placement | undefined,
  before: bigint,
): Contribution {
  const { kind, block } = claim;
  switch (kind) {
    case 'PLACEMENT': {
      if (!placement) throw new InvariantBroken('placements', 'a claim of hours has a placement');
      const { bonuses, employmentForm } = placement;
      return { kind, block, bonuses, employmentForm, paidCentihours: centihours ?? 0, countedBefore: before };
    }
    case 'PURCHASE':
      return { kind, block, invoiceCents: invoiceCents ?? 0 };
    case 'ACTIVITY':
      return { kind, block, centihours: centihours ?? 0, dayValueBefore: before };
  }
}

/** Notes what a claim uses, for those that come after it. */
export function use(
  usage: Usage,
  claim: ClaimToValue,
  placement: Placement | undefined,
  worth: { readonly valueCents: Cents; readonly countedCentihours: Centihours },
): void {
  if (placement) usage.count(limitKey(claim, placement), worth.countedCentihours);
  if (claim.kind === 'ACTIVITY') usage.addDayValue(dayKey(claim), worth.valueCents);
}
