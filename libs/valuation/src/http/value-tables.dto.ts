import {
  Cents,
  Choice,
  Day,
  Flag,
  Id,
  ListOf,
  ListOfKinds,
  Moment,
  Nested,
  OneOf,
  PageQuery,
  Text,
  Texts,
  Whole,
} from '@sr/platform';
import { TABLE_STATES, type TableState } from '../domain/table-state';
import type { BlockKind } from '../domain/value-table';

const LABEL = { description: 'What it is, in the words of the table.', max: 200 };
const CODE = { max: 40, pattern: /^[A-Z0-9_]+$/, shape: 'Write a code of A-Z, 0-9 and underscores.' };
const TABLE_CODE = { max: 60, pattern: /^[A-Z0-9-]+$/, shape: 'Write a code of A-Z, 0-9 and hyphens.' };
const VERSION = {
  description: 'The version that you read; another one means that somebody changed it meanwhile.',
  min: 1,
  example: 1,
};

/** A block for people at work: worth a yearly amount, in proportion to the paid hours that count. */
export class PlacementBlockFields {
  @Choice(['PLACEMENT'], { description: 'Somebody at work.' })
  readonly kind!: 'PLACEMENT';

  @Text({ description: 'Names the block within its table.', ...CODE, example: 'BANENAFSPRAAK' })
  readonly code!: string;

  @Text({ ...LABEL, example: 'Banenafspraak' })
  readonly label!: string;

  @Cents({ description: 'What a full-time year is worth, in cents. Fictive: nobody pays it.', example: 5_000_000 })
  readonly annualValueCents!: number;

  @Whole({
    description: 'How many full-time months of one candidate count; null is no limit.',
    max: 1200,
    nullable: true,
    example: 24,
  })
  readonly limitMonths!: number | null;

  @Flag({ description: 'Whether paid work in this block is a job; an internship is not.', example: true })
  readonly countsAsJob!: boolean;
}

/** A block for what is bought: worth a part of the invoice. */
export class PurchaseBlockFields {
  @Choice(['PURCHASE'], { description: 'Something bought from a sheltered workshop or a social enterprise.' })
  readonly kind!: 'PURCHASE';

  @Text({ description: 'Names the block within its table.', ...CODE, example: 'SW_PURCHASE' })
  readonly code!: string;

  @Text({ ...LABEL, example: 'Inkoop bij een sociale werkplaats' })
  readonly label!: string;

  @Whole({
    description: 'The part of the invoice without VAT that counts, in basis points: 10000 is the whole of it.',
    max: 100_000,
    example: 10_000,
  })
  readonly rateBp!: number;
}

/** A block for what is done: worth an amount an hour, perhaps up to a cap for a day. */
export class ActivityBlockFields {
  @Choice(['ACTIVITY'], { description: 'Something done for people with a distance to the labour market.' })
  readonly kind!: 'ACTIVITY';

  @Text({ description: 'Names the block within its table.', ...CODE, example: 'ACTIVITY' })
  readonly code!: string;

  @Text({ ...LABEL, example: 'Maatschappelijke activiteit' })
  readonly label!: string;

  @Cents({ description: 'What an hour is worth, in cents.', example: 10_000 })
  readonly hourRateCents!: number;

  @Cents({
    description: 'The most that a day of one supplier counts in this block, in cents; null is no cap.',
    nullable: true,
    example: 100_000,
  })
  readonly dayCapCents!: number | null;
}

const BLOCKS = { PLACEMENT: PlacementBlockFields, PURCHASE: PurchaseBlockFields, ACTIVITY: ActivityBlockFields };
export type BlockFields = PlacementBlockFields | PurchaseBlockFields | ActivityBlockFields;
const AN_EXAMPLE: BlockFields & { readonly kind: BlockKind } = {
  kind: 'PLACEMENT',
  code: 'BANENAFSPRAAK',
  label: 'Banenafspraak',
  annualValueCents: 5_000_000,
  limitMonths: null,
  countsAsJob: true,
};

/** An extra yearly amount for a placement, e.g. for age. */
export class BonusFields {
  @Text({ description: 'Names the bonus within its table.', ...CODE, example: 'AGE_55' })
  readonly code!: string;

  @Text({ ...LABEL, example: '55 jaar of ouder' })
  readonly label!: string;

  @Cents({ description: 'What it adds to a full-time year, in cents.', example: 1_000_000 })
  readonly annualValueCents!: number;
}

/** A row of a published table that this product cannot value; it is kept, and never forced into a block. */
export class NotValuedFields {
  @Text({ description: 'The row as it is called.', max: 200, example: 'Scholing' })
  readonly label!: string;

  @Text({ description: 'What stands there.', max: 300, example: 'gemaakte kosten' })
  readonly printed!: string;

  @Text({ description: 'Why the product cannot value it.', max: 500, example: 'Kosten zijn geen waarde per uur.' })
  readonly reason!: string;
}

/** Where a published table comes from. */
export class TableSourceFields {
  @Text({ description: 'Who publishes the table.', max: 200, example: 'Gemeente Den Haag' })
  readonly publisher!: string;

  @Text({
    description: 'Where it is published.',
    max: 500,
    pattern: /^https?:\/\/\S+$/,
    shape: 'Write an address that begins with https://.',
    example: 'https://www.denhaag.nl/social-return',
  })
  readonly url!: string;

  @Text({ description: 'When it was published, or for what.', max: 200, example: 'opdrachten vanaf 1 juli 2023' })
  readonly published!: string;

  @Text({ description: 'What was read into it, and what was not.', max: 2000, example: 'Waarden zoals gedrukt.' })
  readonly note!: string;
}

/** What a version of a value table says, without its blocks and bonuses. */
export class ValueTableHead {
  @Text({ description: 'The name of the version.', max: 200, example: 'Haaglanden, vanaf 1 juli 2023' })
  readonly name!: string;

  @Flag({ description: 'True for a table that shows how it works and binds nobody.', example: false })
  readonly example!: boolean;

  @Day({ description: 'From when its publisher uses it; null when that is not known.', nullable: true })
  readonly validFrom!: string | null;

  @Nested(() => TableSourceFields, { description: 'Where it comes from; null for one of our own.', nullable: true })
  readonly source!: TableSourceFields | null;

  @Whole({
    description: 'The hours of a full-time week, by which yearly values are divided.',
    min: 1,
    max: 168,
    example: 36,
  })
  readonly normHoursPerWeek!: number;

  @ListOf(() => NotValuedFields, {
    description: 'Published rows that the product cannot value.',
    max: 100,
    example: [],
  })
  readonly notValued!: readonly NotValuedFields[];
}

/** A whole version, with its blocks and bonuses. */
export class ValueTableContent extends ValueTableHead {
  @ListOfKinds(BLOCKS, {
    description: 'What can be claimed, by kind; a code names one block.',
    min: 1,
    max: 200,
    example: [AN_EXAMPLE],
  })
  readonly blocks!: readonly BlockFields[];

  @ListOf(() => BonusFields, { description: 'Extras for placements; a code names one bonus.', max: 50, example: [] })
  readonly bonuses!: readonly BonusFields[];
}

/** Proposes a version of a value table. */
export class ProposeValueTableBody extends ValueTableContent {
  @Text({ description: 'Names the version for good.', ...TABLE_CODE, example: 'HAAGLANDEN-2027-01' })
  readonly code!: string;
}

/** Writes another content of a proposal; the whole of it. */
export class EditValueTableBody extends ValueTableContent {
  @Whole(VERSION)
  readonly version!: number;
}

/** Names the version of a value table as it was read. */
export class ValueTableVersionBody {
  @Whole(VERSION)
  readonly version!: number;
}

/** Refuses a version of a value table. */
export class RefuseValueTableBody extends ValueTableVersionBody {
  @Text({ description: 'Why, for who proposed it.', max: 1000, example: 'De bbl-waarde is niet die van de bron.' })
  readonly reason!: string;
}

/** Narrows the list of value tables. */
export class ValueTableQuery extends PageQuery {
  @Choice(TABLE_STATES, { description: 'Only versions in this state.', optional: true })
  readonly state?: TableState;
}

/** Names two value tables. */
export class ValueTableComparisonQuery {
  @Text({ description: 'The code of the one.', max: 60, example: 'VOORBEELD-2023-07' })
  readonly left!: string;

  @Text({ description: 'The code of the other.', max: 60, example: 'UTRECHT' })
  readonly right!: string;
}

/** How a version came to be, and how far it is. */
export class ValueTableSummaryAnswer extends ValueTableHead {
  @Id({ description: 'The id of the version; the audit trail knows it by this.' })
  readonly id!: string;

  @Text({ description: 'Names the version for good.', max: 200, example: 'HAAGLANDEN-2023-07' })
  readonly code!: string;

  @Choice(TABLE_STATES, { description: 'Only an APPROVED version can be used by a plan.' })
  readonly state!: TableState;

  @Whole(VERSION)
  readonly version!: number;

  @Text({
    description: 'Who proposed it; null when it was not proposed by a person but registered by command.',
    max: 100,
    nullable: true,
    example: 'Saar de Vries',
  })
  readonly proposedBy!: string | null;

  @Flag({ description: 'Whether you proposed it: then somebody else decides on it.' })
  readonly isOwnProposal!: boolean;

  @Moment({ description: 'When it was proposed or registered.' })
  readonly proposedAt!: string;

  @Text({
    description: 'Who approved, refused or withdrew it.',
    max: 100,
    nullable: true,
    example: 'Tom Jansen',
  })
  readonly decidedBy!: string | null;

  @Moment({ description: 'When it was approved, refused or withdrawn.', nullable: true })
  readonly decidedAt!: string | null;

  @Text({ description: 'Why it was refused.', max: 1000, nullable: true })
  readonly decisionReason!: string | null;

  @Moment({
    description: 'When the first plan pinned it; from then on nobody can change it. Null while no plan uses it.',
    nullable: true,
  })
  readonly firstUsedAt!: string | null;
}

/** A whole version, and how it came to be. */
export class ValueTableAnswer extends ValueTableSummaryAnswer {
  @ListOfKinds(BLOCKS, { description: 'What can be claimed, in the order of the table.', max: 1000 })
  readonly blocks!: readonly BlockFields[];

  @ListOf(() => BonusFields, { description: 'Extras for placements, in the order of the table.', max: 1000 })
  readonly bonuses!: readonly BonusFields[];
}

/** A page of value tables. */
export class ValueTablePage {
  @ListOf(() => ValueTableSummaryAnswer, { description: 'By code.', max: 100 })
  readonly items!: readonly ValueTableSummaryAnswer[];

  @Text({ description: 'Where the next page begins; null when this is the last.', max: 500, nullable: true })
  readonly next!: string | null;
}

const CHANGED = {
  description: 'The names of the fields that differ; none when only one side has it.',
  max: 20,
  each: { max: 40 },
  example: ['annualValueCents'],
};

/** One of two versions that are compared, without what can be claimed. */
export class ComparedTable extends ValueTableHead {
  @Text({ description: 'The code of the version.', max: 200, example: 'UTRECHT' })
  readonly code!: string;
}

/** A block that the two versions do not have alike. */
export class BlockDifference {
  @Text({ description: 'The code of the block.', max: 200, example: 'WIA' })
  readonly code!: string;

  @OneOf(BLOCKS, { description: 'As the left version has it; null when it does not.', nullable: true })
  readonly left!: BlockFields | null;

  @OneOf(BLOCKS, { description: 'As the right version has it; null when it does not.', nullable: true })
  readonly right!: BlockFields | null;

  @Texts(CHANGED)
  readonly changed!: readonly string[];
}

/** A bonus that the two versions do not have alike. */
export class BonusDifference {
  @Text({ description: 'The code of the bonus.', max: 200, example: 'AGE_55' })
  readonly code!: string;

  @Nested(() => BonusFields, { description: 'As the left version has it; null when it does not.', nullable: true })
  readonly left!: BonusFields | null;

  @Nested(() => BonusFields, { description: 'As the right version has it; null when it does not.', nullable: true })
  readonly right!: BonusFields | null;

  @Texts(CHANGED)
  readonly changed!: readonly string[];
}

/** What differs between two versions, side by side. */
export class ValueTableComparisonAnswer {
  @Nested(() => ComparedTable, { description: 'The left version.' })
  readonly left!: ComparedTable;

  @Nested(() => ComparedTable, { description: 'The right version.' })
  readonly right!: ComparedTable;

  @Texts({ ...CHANGED, description: 'The names of their own fields that differ, e.g. the norm hours.', example: [] })
  readonly changed!: readonly string[];

  @ListOf(() => BlockDifference, { description: 'In the order of the left version, then of the right.', max: 2000 })
  readonly blocks!: readonly BlockDifference[];

  @ListOf(() => BonusDifference, { description: 'In the order of the left version, then of the right.', max: 2000 })
  readonly bonuses!: readonly BonusDifference[];

  @Whole({ description: 'How many blocks both have alike.', example: 9 })
  readonly sameBlocks!: number;

  @Whole({ description: 'How many bonuses both have alike.', example: 2 })
  readonly sameBonuses!: number;
}
