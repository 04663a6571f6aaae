import type { Violation } from '@sr/kernel';
import type { ClaimKind } from './claim-kind';

/** What is looked at of a plan's value table. */
export interface TableCodes {
  readonly blocks: readonly { readonly code: string; readonly kind: ClaimKind }[];
  readonly bonuses: readonly { readonly code: string }[];
}

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

/** Why the block with `code` cannot be used for what is `needed`, or nothing. */
export function blockViolations(table: TableCodes, code: string, needed: ClaimKind): Violation[] {
  const block = table.blocks.find((candidate) => candidate.code === code);
  if (!block) return [blockUnknown(code)];
  return block.kind === needed ? [] : [blockOfOtherKind(code, needed)];
}

/** What is wrong with the bonuses of a placement: all of it, or nothing. */
export function bonusViolations(table: TableCodes, codes: readonly string[]): Violation[] {
  const known = new Set(table.bonuses.map((bonus) => bonus.code));
  const repeated = codes.filter((code, index) => codes.indexOf(code) !== index);
  return [...codes.filter((code) => !known.has(code)).map(bonusUnknown), ...[...new Set(repeated)].map(bonusRepeated)];
}
