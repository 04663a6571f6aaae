import { Choice, Day, Flag, Id, ListOf, Nested, Text, Whole } from '@sr/platform';
import { ON_BEHALF_SIDES, type OnBehalfSide } from '../domain/on-behalf';
import { ExtendTermBody, KVK, PERSON, QUARTER, REASON, SUPPLIER_NAME, TermExtension } from './shared.dto';

/** That an official reported on behalf of the supplier. */
export class OnBehalfAnswer {
  @Text({
    description: 'The official who submitted it, or wrote on it last; null when the name is not known.',
    ...PERSON,
  })
  readonly by!: string | null;

  @Choice(ON_BEHALF_SIDES, {
    description:
      'NETWORK: of the network, which verifies the plan. PRINCIPAL: of the principal that verifies it itself.',
    example: 'NETWORK',
  })
  readonly side!: OnBehalfSide;

  @Text({ description: 'Why.', ...REASON })
  readonly reason!: string;
}

export const ON_BEHALF = {
  description: 'That an official reported on behalf of the supplier, and why; null when the supplier did it itself.',
  nullable: true,
} as const;

/** A quarter of a supplier. */
class OfQuarterBody {
  @Text({ description: 'The number of the chamber of commerce of the supplier.', ...KVK })
  readonly supplierKvkNumber!: string;

  @Text({ description: 'The quarter.', ...QUARTER })
  readonly quarter!: string;
}

/** Begins a report on behalf of a supplier. */
export class ReportOnBehalfBody extends OfQuarterBody {
  @Id({ description: 'The plan on which is reported.' })
  readonly planId!: string;

  @Text({ description: 'Why you report for the supplier; the supplier and the verifier read it.', ...REASON })
  readonly reason!: string;
}

/** Gives more time for the report of a quarter. */
export class ExtendQuarterBody extends ExtendTermBody {
  @Text({ description: 'The number of the chamber of commerce of the supplier.', ...KVK })
  readonly supplierKvkNumber!: string;

  @Text({ description: 'The quarter.', ...QUARTER })
  readonly quarter!: string;
}

/** A quarter that is over and of which nothing was reported. */
export class DueReportAnswer {
  @Text({ description: 'The number of the chamber of commerce of the supplier.', ...KVK })
  readonly supplierKvkNumber!: string;

  @Text(SUPPLIER_NAME)
  readonly supplierName!: string;

  @Text({ description: 'The quarter.', ...QUARTER })
  readonly quarter!: string;

  @Day({ description: 'The last day on which the report is on time.', example: '2024-07-30' })
  readonly dueOn!: string;

  @Whole({ description: 'How many days late it is; 0 while the supplier still has time.', example: 12 })
  readonly daysLate!: number;

  @Flag({ description: 'The supplier began; what it wrote is its own until it submits.' })
  readonly begun!: boolean;

  @ListOf(() => TermExtension, { description: 'How the term got longer, the first time first.', max: 100 })
  readonly extensions!: readonly TermExtension[];

  @Id({
    description: 'The report that an official began on behalf of the supplier; null when there is none.',
    nullable: true,
  })
  readonly onBehalfReportId!: string | null;

  @Nested(() => OnBehalfAnswer, { description: 'Who began that report, and why.', nullable: true })
  readonly onBehalf!: OnBehalfAnswer | null;
}

/** The quarters of a plan of which nothing was reported. */
export class DueReportList {
  @ListOf(() => DueReportAnswer, { description: 'Those that are due first first.', max: 1000 })
  readonly items!: readonly DueReportAnswer[];
}
