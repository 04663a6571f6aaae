import type { Answer } from '../api/client';

type Claim = Pick<
  Answer<'ClaimSummary'>,
  'id' | 'number' | 'status' | 'block' | 'placementId' | 'from' | 'to' | 'supplierKvkNumber' | 'planId'
>;

/**
 * The claim that came in the place of a refused one: a later one of the same placement, or of the same block, with a day
 * in common, that waits or was accepted. The API goes by the same rule for what still has to be put right.
 */
export function correctionOf<C extends Claim>(refused: Claim, others: readonly C[]): C | undefined {
  return others.find(
    (other) =>
      other.number > refused.number &&
      (other.status === 'CLAIMED' || other.status === 'ACCEPTED') &&
      other.planId === refused.planId &&
      other.supplierKvkNumber === refused.supplierKvkNumber &&
      other.block === refused.block &&
      other.placementId === refused.placementId &&
      other.from <= refused.to &&
      other.to >= refused.from,
  );
}

/** Whether a claim was rejected, or accepted first and taken back later. */
export const isRefused = ({ status }: Pick<Claim, 'status'>) => status === 'REJECTED' || status === 'REVERSED';
