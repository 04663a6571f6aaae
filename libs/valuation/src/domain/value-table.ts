import type { BasisPoints, Cents, LocalDate } from '@sr/kernel';

/** Someone at work: worth a yearly amount, in proportion to the paid hours that count. */
export interface PlacementBlock {
  readonly kind: 'PLACEMENT';
  readonly code: string;
  readonly label: string;
  /** What a full-time year is worth. Fictive: it is no cost and nobody pays it. */
  readonly annualValueCents: Cents;
  /** How many full-time months of one candidate count, or null when there is no limit. */
  readonly limitMonths: number | null;
  /** Whether paid work in this block is a job (an internship is not). */
  readonly countsAsJob: boolean;
}

/** Buying from a sheltered workshop or a social enterprise: worth a part of the invoice. */
export interface PurchaseBlock {
  readonly kind: 'PURCHASE';
  readonly code: string;
  readonly label: string;
  /** 10000 is the whole invoice, excluding VAT. */
  readonly rateBp: BasisPoints;
}

/** Something done for people with a distance to the labour market: worth an amount an hour, perhaps up to a day's cap. */
export interface ActivityBlock {
  readonly kind: 'ACTIVITY';
  readonly code: string;
  readonly label: string;
  readonly hourRateCents: Cents;
  readonly dayCapCents: Cents | null;
}

export type Block = PlacementBlock | PurchaseBlock | ActivityBlock;
export type BlockKind = Block['kind'];

/** An extra yearly amount for a placement, e.g. for age. */
export interface Bonus {
  readonly code: string;
  readonly label: string;
  readonly annualValueCents: Cents;
}

/** A row of a published table that this product cannot value: kept with its source, never forced into a block. */
export interface NotValued {
  readonly label: string;
  readonly printed: string;
  readonly reason: string;
}

/** Where a published table comes from. */
export interface TableSource {
  readonly publisher: string;
  readonly url: string;
  readonly published: string;
  readonly note: string;
}

/** One dated version of a value table. It cannot change once a plan has pinned it. */
export interface ValueTable {
  readonly code: string;
  readonly name: string;
  /** True for a table that shows how it works and binds nobody. */
  readonly example: boolean;
  readonly validFrom: LocalDate | null;
  readonly source: TableSource | null;
  /** N: the hours of a full-time week by which yearly values are divided. */
  readonly normHoursPerWeek: number;
  readonly blocks: readonly Block[];
  readonly bonuses: readonly Bonus[];
  readonly notValued: readonly NotValued[];
}

/** The block with `code`, or undefined. */
export function blockOf(table: ValueTable, code: string): Block | undefined {
  return table.blocks.find((block) => block.code === code);
}

/** The codes that stand more than once in `codes`. */
export function repeated(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
}
