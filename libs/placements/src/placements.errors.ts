import type { Violation } from '@sr/kernel';

/** A supplier's own name for a placement or claim is unique for that supplier. */
export const refTaken = (what: 'placement' | 'claim', ref: string): Violation => ({
  code: `${what}.ref_taken`,
  field: 'ref',
  params: { ref },
  message: `There is a ${what} ${ref} already.`,
});

/** The block is not in the plan's value table. */
export const blockUnknown = (block: string): Violation => ({
  code: 'placement.block_unknown',
  field: 'block',
  params: { block },
  message: `The value table of the plan has no block ${block}.`,
});

/** A placement needs a block for placements, a purchase one for purchases, an activity one for activities. */
export const blockOfOtherKind = (block: string, needed: string): Violation => ({
  code: 'placement.block_of_other_kind',
  field: 'block',
  params: { block, needed },
  message: `Block ${block} is not a block for a ${needed.toLowerCase()}.`,
});

/** The bonus is not in the plan's value table. */
export const bonusUnknown = (bonus: string): Violation => ({
  code: 'placement.bonus_unknown',
  field: 'bonuses',
  params: { bonus },
  message: `The value table of the plan has no bonus ${bonus}.`,
});

/** A bonus applies once. */
export const bonusRepeated = (bonus: string): Violation => ({
  code: 'placement.bonus_repeated',
  field: 'bonuses',
  params: { bonus },
  message: `Bonus ${bonus} is named more than once.`,
});

/** The reference points at nothing. */
export const claimUnknown = (field: string): Violation => ({
  code: 'claim.unknown',
  field,
  message: 'There is no such claim.',
});

/** One decision names a claim once. */
export const claimRepeated = (field: string, ref: string): Violation => ({
  code: 'claim.repeated',
  field,
  params: { claim: ref },
  message: `Claim ${ref} is named more than once.`,
});

/** A decision is about at least one claim. */
export const noClaims = (): Violation => ({
  code: 'claim.none_named',
  field: 'claims',
  message: 'Name at least one claim.',
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

/** A claim on a placement is made by the supplier of the placement. */
export const claimOfOtherSupplier = (): Violation => ({
  code: 'claim.of_other_supplier',
  field: 'supplier',
  message: 'The placement is of another supplier.',
});
