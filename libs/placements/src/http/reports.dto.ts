import {
  AnyFields,
  Cents,
  Centihours,
  Choice,
  Day,
  Flag,
  Id,
  ListOf,
  Moment,
  Nested,
  PageQuery,
  Text,
  Whole,
} from '@sr/platform';
import { CLAIM_STATUSES, type ClaimStatus } from '../domain/claim';
import { CLAIM_KINDS, type ClaimKind } from '../domain/claim-kind';
import { REPORT_STATES, type ReportState } from '../domain/report';
import {
  BLOCK,
  CONTRACT_NUMBER,
  ClaimWarning,
  EvidenceBody,
  KVK,
  PERSON,
  QUARTER,
  REF,
  RealisingPartyFields,
  TermExtension,
  VERSION,
  ValueStep,
} from './shared.dto';

const EARMARK = {
  description: 'The number of the contract that it should count for first; leave it out for none.',
  ...CONTRACT_NUMBER,
  optional: true,
  nullable: true,
} as const;
const DESCRIPTION = {
  description: 'What was bought or done, in a few words; nothing about a person.',
  max: 300,
  optional: true,
  nullable: true,
  example: 'Kerstpakketten',
} as const;
const MONTH = {
  max: 7,
  pattern: /^(19|2\d)\d\d-(0[1-9]|1[0-2])$/,
  shape: 'Write a month as 2024-04.',
  example: '2024-04',
};
const STATE = 'DRAFT while it is written, CHECKED when a colleague looked at it, SUBMITTED when it became claims.';
/** A month has at most 31 days of 24 hours. */
const MONTH_CENTIHOURS_MAX = 74_400;

/** EUR 1 billion: more than any social enterprise sends an invoice for, and few enough that sums of many stay exact. */
const INVOICE_MAX = 100_000_000_000;

/** Opens the report of a quarter. */
export class OpenReportBody {
  @Id({ description: 'The plan on which is reported.' })
  readonly planId!: string;

  @Text({ description: 'The number of the chamber of commerce of the supplier, one for which you work.', ...KVK })
  readonly supplierKvkNumber!: string;

  @Text({ description: 'The quarter.', ...QUARTER })
  readonly quarter!: string;

  @Flag({
    description: 'When the report of the quarter was submitted: open another that adds to it. No unless said.',
    optional: true,
  })
  readonly supplementary?: boolean;
}

/** Names the version of a report that one read. */
export class ReportVersionBody {
  @Whole({ description: 'The version of the report that you read.', ...VERSION })
  readonly version!: number;
}

/** Submits a report. */
export class SubmitReportBody extends ReportVersionBody {
  @Flag({
    description: 'Say so when there is nothing to report: no lines, and still a report. No unless said.',
    optional: true,
  })
  readonly nothingToReport?: boolean;
}

/** The paid hours of one month. */
export class MonthOfHours {
  @Text({ description: 'A month of the quarter.', ...MONTH })
  readonly month!: string;

  @Centihours({ description: 'The paid hours, in hundredths of an hour.', max: MONTH_CENTIHOURS_MAX, example: 11_050 })
  readonly paidCentihours!: number;
}

/** The hours of a placement. */
export class PlacementLineBody {
  @Id({ description: 'The placement: of this supplier and plan, and on one line only.' })
  readonly placementId!: string;

  @Text(EARMARK)
  readonly earmark?: string | null;

  @ListOf(() => MonthOfHours, { description: 'Month by month; each month once.', min: 1, max: 3 })
  readonly months!: readonly MonthOfHours[];
}

/** Of whom was bought. */
export class SellerFields {
  @Text({ description: 'The number of the chamber of commerce of the social enterprise.', ...KVK })
  readonly kvkNumber!: string;

  @Text({ description: 'The name of that organisation; never of a person.', max: 200, example: 'Werkplaats De Brug' })
  readonly name!: string;
}

/** A purchase from a sheltered workshop or a social enterprise. */
export class PurchaseLineBody {
  @Text({ description: 'The block for purchases by which it is valued.', ...BLOCK, example: 'SW_PURCHASE' })
  readonly block!: string;

  @Day({ description: 'The first day of what was bought, in the quarter.', example: '2024-04-01' })
  readonly from!: string;

  @Day({ description: 'The last day, in the quarter.', example: '2024-06-30' })
  readonly to!: string;

  @Cents({ description: 'The invoice in cents, excluding VAT.', max: INVOICE_MAX, example: 1_850_000 })
  readonly invoiceCents!: number;

  @Nested(() => SellerFields, { description: 'Of whom was bought.' })
  readonly seller!: SellerFields;

  @Text(EARMARK)
  readonly earmark?: string | null;

  @Text(DESCRIPTION)
  readonly description?: string | null;

  @ListOf(() => EvidenceBody, { description: 'What you saw of it.', max: 5, optional: true })
  readonly evidence?: readonly EvidenceBody[];
}

/** An activity on one day. */
export class ActivityLineBody {
  @Text({ description: 'The block for activities by which it is valued.', ...BLOCK, example: 'ACTIVITY' })
  readonly block!: string;

  @Day({ description: 'The day, in the quarter.', example: '2024-05-14' })
  readonly day!: string;

  @Centihours({ description: 'The hours of all together, in hundredths of an hour.', max: 1_000_000, example: 1_200 })
  readonly centihours!: number;

  @Nested(() => RealisingPartyFields, { description: 'Who did it; yourself unless said.', optional: true })
  readonly realised?: RealisingPartyFields;

  @Text(EARMARK)
  readonly earmark?: string | null;

  @Text({ ...DESCRIPTION, example: 'Sollicitatietraining voor twaalf deelnemers' })
  readonly description?: string | null;

  @ListOf(() => EvidenceBody, { description: 'What you saw of it.', max: 5, optional: true })
  readonly evidence?: readonly EvidenceBody[];
}

/** All lines of a report; they take the place of those that were there. */
export class WriteReportLinesBody extends ReportVersionBody {
  @ListOf(() => PlacementLineBody, { description: 'The hours of placements.', max: 300 })
  readonly placements!: readonly PlacementLineBody[];

  @ListOf(() => PurchaseLineBody, { description: 'Purchases.', max: 100 })
  readonly purchases!: readonly PurchaseLineBody[];

  @ListOf(() => ActivityLineBody, { description: 'Activities, each on one day.', max: 200 })
  readonly activities!: readonly ActivityLineBody[];
}

/** Narrows the list of reports. */
export class ReportListQuery extends PageQuery {
  @Id({ description: 'Only reports on this plan.', optional: true })
  readonly planId?: string;

  @Text({ description: 'Only reports of this supplier.', ...KVK, optional: true })
  readonly supplierKvkNumber?: string;

  @Text({ description: 'Only reports of this quarter.', ...QUARTER, optional: true })
  readonly quarter?: string;

  @Choice(REPORT_STATES, { description: 'Only reports in this state.', optional: true })
  readonly state?: ReportState;

  @Flag({
    description: 'Only reports that are late or were submitted late; or only the others.',
    optional: true,
    inQuery: true,
  })
  readonly late?: boolean;
}

/** A report in a list. */
export class ReportSummary {
  @Id({ description: 'The id of the report.' })
  readonly id!: string;

  @Whole({ description: 'Its number, given by the product.', min: 1, example: 17 })
  readonly number!: number;

  @Id({ description: 'The plan.' })
  readonly planId!: string;

  @Text({ description: 'The number of the chamber of commerce of the supplier.', ...KVK })
  readonly supplierKvkNumber!: string;

  @Text({ description: 'The quarter.', ...QUARTER })
  readonly quarter!: string;

  @Whole({ description: '1 for the report of the quarter; later ones add to it.', min: 1, example: 1 })
  readonly sequence!: number;

  @Choice(REPORT_STATES, { description: STATE, example: 'DRAFT' })
  readonly state!: ReportState;

  @Day({ description: 'The last day on which it is on time.', example: '2024-07-30' })
  readonly dueOn!: string;

  @Whole({
    description: 'How many days late it is, or was submitted; a later one of a quarter is never late.',
    example: 0,
  })
  readonly daysLate!: number;

  @Flag({ description: 'Submitted to say that there was nothing.' })
  readonly nothingToReport!: boolean;

  @Moment({ description: 'When it was submitted; null before that.', nullable: true })
  readonly submittedAt!: Date | null;

  @Whole({ description: 'Goes up with every change; send it along with the next one.', ...VERSION })
  readonly version!: number;
}

/** A page of reports. */
export class ReportPage {
  @ListOf(() => ReportSummary, { description: 'Those that are due last first.', max: 100 })
  readonly items!: readonly ReportSummary[];

  @Text({ description: 'Where the next page begins; null when this is the last.', max: 500, nullable: true })
  readonly next!: string | null;
}

/** A line of a report: what it says, which claim it makes, and what that would be worth. */
export class ReportLineAnswer {
  @Text({
    description: 'Its place among the lines, as the request to write them has it.',
    max: 60,
    example: '/placements/0',
  })
  readonly at!: string;

  @Choice(CLAIM_KINDS, { description: 'What is claimed.', example: 'PLACEMENT' })
  readonly kind!: ClaimKind;

  @Id({ description: 'The placement; null for a purchase or an activity.', nullable: true })
  readonly placementId!: string | null;

  @Text({ description: "The supplier's own name for the placement.", ...REF, nullable: true })
  readonly placementRef!: string | null;

  @Text({ description: "The supplier's own reference for the candidate.", max: 40, nullable: true, example: 'K-101' })
  readonly candidate!: string | null;

  @Text({ description: 'The block by which it is valued.', ...BLOCK })
  readonly block!: string;

  @Day({ description: 'The first day of the claim.', example: '2024-04-01' })
  readonly from!: string;

  @Day({ description: 'The last day of the claim.', example: '2024-06-30' })
  readonly to!: string;

  @ListOf(() => MonthOfHours, { description: 'The hours of a placement, month by month.', max: 3 })
  readonly months!: readonly MonthOfHours[];

  @Centihours({ description: 'All hours, in hundredths; null for a purchase.', nullable: true, example: 33_150 })
  readonly centihours!: number | null;

  @Cents({ description: 'The invoice of a purchase, excluding VAT.', nullable: true, example: null })
  readonly invoiceCents!: number | null;

  @Text({
    description: 'The number of the contract that it should count for first.',
    ...CONTRACT_NUMBER,
    nullable: true,
  })
  readonly earmark!: string | null;

  @Nested(() => RealisingPartyFields, { description: 'Who realised it; null when not said.', nullable: true })
  readonly realised!: RealisingPartyFields | null;

  @Text({ description: 'What was bought or done.', max: 300, nullable: true, example: 'Kerstpakketten' })
  readonly description!: string | null;

  @ListOf(() => EvidenceBody, { description: 'What was seen of a purchase or activity.', max: 5 })
  readonly evidence!: readonly EvidenceBody[];

  @Id({ description: 'The claim that it became; null before submitting.', nullable: true })
  readonly claimId!: string | null;

  @Whole({ description: 'The number of that claim.', nullable: true, example: 118 })
  readonly claimNumber!: number | null;

  @Choice(CLAIM_STATUSES, { description: 'What was decided on that claim.', nullable: true })
  readonly claimStatus!: ClaimStatus | null;

  @Cents({
    description:
      'As decided; until then what it would be worth when it was accepted now. Null when it was rejected or cannot be valued.',
    nullable: true,
    example: 885_417,
  })
  readonly valueCents!: number | null;

  @ListOf(() => ValueStep, { description: 'How that value is worked out.', max: 30 })
  readonly steps!: readonly ValueStep[];

  @ListOf(() => ClaimWarning, { description: 'What is odd about it; after submitting, what was odd then.', max: 20 })
  readonly warnings!: readonly ClaimWarning[];
}

/** Something that would be refused when the report was submitted now. */
export class ReportFault {
  @Text({ description: 'The field, as a JSON pointer into the lines.', max: 100, example: '/placements/0/months' })
  readonly pointer!: string;

  @Text({ description: 'The rule; stable.', max: 60, example: 'claim.overlaps' })
  readonly code!: string;

  @AnyFields({ description: 'The figures of it.', example: {} })
  readonly params!: Readonly<Record<string, string | number>>;

  @Text({
    description: 'What is wrong, in a sentence.',
    max: 500,
    example: 'The claim has days that are claimed already.',
  })
  readonly detail!: string;
}

/** A report with its lines. */
export class ReportAnswer extends ReportSummary {
  @Text({ description: 'Who changed it last; null when the name is not known.', ...PERSON })
  readonly lastEditedBy!: string | null;

  @Moment({ description: 'When it was changed last.' })
  readonly lastEditedAt!: Date;

  @Text({ description: 'The colleague who checked it as it is.', ...PERSON })
  readonly checkedBy!: string | null;

  @Moment({ description: 'When it was checked.', nullable: true })
  readonly checkedAt!: Date | null;

  @Text({ description: 'Who submitted it.', ...PERSON })
  readonly submittedBy!: string | null;

  @ListOf(() => TermExtension, { description: 'How the term got longer, the first time first.', max: 100 })
  readonly extensions!: readonly TermExtension[];

  @ListOf(() => ReportLineAnswer, {
    description: 'The lines; null for those who are not of the supplier, until it is submitted.',
    max: 600,
    nullable: true,
  })
  readonly lines!: readonly ReportLineAnswer[] | null;

  @Cents({
    description: 'What the lines are worth together, as far as they can be valued; null without lines to read.',
    nullable: true,
    example: 885_417,
  })
  readonly valueCents!: number | null;

  @ListOf(() => ReportFault, { description: 'What would be refused when it was submitted now.', max: 2000 })
  readonly faults!: readonly ReportFault[];
}
