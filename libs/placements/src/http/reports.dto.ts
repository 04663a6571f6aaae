import { Cents, Choice, Day, Flag, Id, ListOf, Moment, Nested, PageQuery, Text, Whole } from '@sr/platform';
import { REPORT_STATES, type ReportState } from '../domain/report';
import { ON_BEHALF, OnBehalfAnswer } from './on-behalf.dto';
import {
  ActivityLineBody,
  PlacementLineBody,
  PurchaseLineBody,
  ReportFault,
  ReportLineAnswer,
} from './report-lines.dto';
import { KVK, PERSON, PLAN_NAME, QUARTER, SUPPLIER_NAME, TermExtension, VERSION } from './shared.dto';

const STATE = 'DRAFT while it is written, CHECKED when a colleague looked at it, SUBMITTED when it became claims.';

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

/** All lines of a report; they take the place of those that were there. */
export class WriteReportLinesBody extends ReportVersionBody {
  @ListOf(() => PlacementLineBody, { description: 'The hours of placements.', max: 500 })
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

  @Text(PLAN_NAME)
  readonly planName!: string;

  @Text(SUPPLIER_NAME)
  readonly supplierName!: string;

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

  @Nested(() => OnBehalfAnswer, ON_BEHALF)
  readonly onBehalf!: OnBehalfAnswer | null;

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
    description:
      'The lines; null for those who are not of the supplier, until it is submitted. What is written on behalf of the supplier is shown to whoever reads the report.',
    max: 800,
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
