import { Cents, Centihours, Choice, Day, Flag, Id, ListOf, Moment, Nested, PageQuery, Text, Whole } from '@sr/platform';
import { CLAIM_STATUSES, type ClaimStatus } from '../domain/claim';
import { CLAIM_KINDS, type ClaimKind } from '../domain/claim-kind';
import { PlacementAnswer } from './placements.dto';
import { ON_BEHALF, OnBehalfAnswer } from './on-behalf.dto';
import {
  BLOCK,
  BLOCK_LABEL,
  CONTRACT_NUMBER,
  ClaimWarning,
  EvidenceAnswer,
  KVK,
  PERSON,
  PLAN_NAME,
  QUARTER,
  REASON,
  REF,
  RealisingPartyFields,
  SUPPLIER_NAME,
  TermExtension,
  ValueStep,
} from './shared.dto';

const STATUS = 'CLAIMED while it waits, ACCEPTED, REJECTED, or REVERSED after it was accepted.';

/** Narrows the list of claims. */
export class ClaimListQuery extends PageQuery {
  @Id({ description: 'Only claims on this plan.', optional: true })
  readonly planId?: string;

  @Text({ description: 'Only claims of this supplier.', ...KVK, optional: true })
  readonly supplierKvkNumber?: string;

  @Choice(CLAIM_STATUSES, { description: 'Only claims with this status.', optional: true })
  readonly status?: ClaimStatus;

  @Text({ description: 'Only claims for this quarter.', ...QUARTER, optional: true })
  readonly quarter?: string;

  @Choice(CLAIM_KINDS, { description: 'Only claims of this kind.', optional: true })
  readonly kind?: ClaimKind;

  @Flag({
    description: 'Only claims that wait for an answer that was due before today.',
    optional: true,
    inQuery: true,
  })
  readonly overdue?: boolean;

  @Flag({ description: 'Only claims with warnings, or only those without.', optional: true, inQuery: true })
  readonly hasWarnings?: boolean;
}

/** A claim in a list. */
export class ClaimSummary {
  @Id({ description: 'The id of the claim.' })
  readonly id!: string;

  @Whole({ description: 'Its number, given by the product: what people call it.', min: 1, example: 118 })
  readonly number!: number;

  @Text({ description: "The supplier's own name for it, or that of its report and line.", max: 60, example: 'R17-3' })
  readonly ref!: string;

  @Id({ description: 'The plan.' })
  readonly planId!: string;

  @Text({ description: 'The number of the chamber of commerce of the supplier.', ...KVK })
  readonly supplierKvkNumber!: string;

  @Text(PLAN_NAME)
  readonly planName!: string;

  @Text(SUPPLIER_NAME)
  readonly supplierName!: string;

  @Choice(CLAIM_KINDS, { description: 'What is claimed.', example: 'PLACEMENT' })
  readonly kind!: ClaimKind;

  @Id({ description: 'The placement whose hours are claimed; null for others.', nullable: true })
  readonly placementId!: string | null;

  @Text({ description: "The supplier's own name for that placement.", ...REF, nullable: true })
  readonly placementRef!: string | null;

  @Text({ description: "The supplier's own reference for the candidate.", max: 40, nullable: true, example: 'K-101' })
  readonly candidate!: string | null;

  @Text({ description: 'The block by which it is valued.', ...BLOCK })
  readonly block!: string;

  @Text(BLOCK_LABEL)
  readonly blockLabel!: string | null;

  @Text({ description: 'The quarter.', ...QUARTER })
  readonly quarter!: string;

  @Day({ description: 'The first day.', example: '2024-04-01' })
  readonly from!: string;

  @Day({ description: 'The last day.', example: '2024-06-30' })
  readonly to!: string;

  @Centihours({
    description: 'The hours as submitted, in hundredths; null for a purchase.',
    nullable: true,
    example: 33_150,
  })
  readonly centihours!: number | null;

  @Cents({ description: 'The invoice as submitted, excluding VAT; of a purchase only.', nullable: true, example: null })
  readonly invoiceCents!: number | null;

  @Cents({
    description:
      'As decided; while it waits, what it would be worth when it was accepted now. Null when it was rejected or cannot be valued.',
    nullable: true,
    example: 885_417,
  })
  readonly valueCents!: number | null;

  @Choice(CLAIM_STATUSES, { description: STATUS, example: 'CLAIMED' })
  readonly status!: ClaimStatus;

  @Moment({ description: 'When it was submitted.' })
  readonly submittedAt!: Date;

  @Day({
    description: 'The last day on which an answer is in time: ten working days, or longer.',
    example: '2024-07-16',
  })
  readonly answerDueOn!: string;

  @Whole({ description: 'How many days after that day it was answered, or waits now.', example: 0 })
  readonly answerDaysLate!: number;

  @ListOf(() => ClaimWarning, { description: 'What was odd about it when it was submitted.', max: 20 })
  readonly warnings!: readonly ClaimWarning[];

  @Nested(() => OnBehalfAnswer, ON_BEHALF)
  readonly onBehalf!: OnBehalfAnswer | null;
}

/** A page of claims. */
export class ClaimPage {
  @ListOf(() => ClaimSummary, { description: 'The oldest answer that is due first.', max: 100 })
  readonly items!: readonly ClaimSummary[];

  @Text({ description: 'Where the next page begins; null when this is the last.', max: 500, nullable: true })
  readonly next!: string | null;
}

/** A claim with everything that belongs to it. */
export class ClaimAnswer extends ClaimSummary {
  @Nested(() => PlacementAnswer, {
    description: 'The placement whose hours are claimed; null for others.',
    nullable: true,
  })
  readonly placement!: PlacementAnswer | null;

  @Id({ description: 'The report that made it; null when it came by itself.', nullable: true })
  readonly reportId!: string | null;

  @Whole({ description: 'The number of that report.', nullable: true, example: 17 })
  readonly reportNumber!: number | null;

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

  @Text({ description: 'Who submitted it; null when the name is not known.', ...PERSON })
  readonly submittedBy!: string | null;

  @Text({ description: 'Who decided on it.', ...PERSON })
  readonly decidedBy!: string | null;

  @Moment({ description: 'When it was decided.', nullable: true })
  readonly decidedAt!: Date | null;

  @Centihours({
    description: 'The hours as accepted: others than submitted are a correction.',
    nullable: true,
    example: 33_150,
  })
  readonly acceptedCentihours!: number | null;

  @Cents({
    description: 'The invoice as accepted: another than submitted is a correction.',
    nullable: true,
    example: null,
  })
  readonly acceptedInvoiceCents!: number | null;

  @Text({ description: 'Why it was corrected or rejected.', ...REASON, nullable: true })
  readonly decisionReason!: string | null;

  @ListOf(() => ValueStep, { description: 'How that value is worked out.', max: 30 })
  readonly steps!: readonly ValueStep[];

  @Centihours({ description: 'The hours that used up the limit, as decided.', nullable: true, example: 33_150 })
  readonly countedCentihours!: number | null;

  @Centihours({ description: 'The hours that are a job, as decided.', nullable: true, example: 33_150 })
  readonly jobCentihours!: number | null;

  @Text({ description: 'Who reversed it.', ...PERSON })
  readonly reversedBy!: string | null;

  @Moment({ description: 'When it was reversed.', nullable: true })
  readonly reversedAt!: Date | null;

  @Text({ description: 'Why it was reversed.', ...REASON, nullable: true })
  readonly reversalReason!: string | null;

  @ListOf(() => EvidenceAnswer, { description: 'What is declared for it, or for its placement.', max: 1000 })
  readonly evidence!: readonly EvidenceAnswer[];

  @ListOf(() => TermExtension, {
    description: 'How the term for the answer got longer, the first time first.',
    max: 100,
  })
  readonly extensions!: readonly TermExtension[];
}
