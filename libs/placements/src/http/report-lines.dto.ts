import { AnyFields, Cents, Centihours, Choice, Day, Id, ListOf, Nested, Text, Whole } from '@sr/platform';
import { CLAIM_STATUSES, type ClaimStatus } from '../domain/claim';
import { CLAIM_KINDS, type ClaimKind } from '../domain/claim-kind';
import {
  BLOCK,
  BLOCK_LABEL,
  CONTRACT_NUMBER,
  ClaimWarning,
  EvidenceBody,
  KVK,
  REF,
  RealisingPartyFields,
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
/** A month has at most 31 days of 24 hours. */
const MONTH_CENTIHOURS_MAX = 74_400;

/** EUR 1 billion: more than any social enterprise sends an invoice for, and few enough that sums of many stay exact. */
const INVOICE_MAX = 100_000_000_000;

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

  @Text(BLOCK_LABEL)
  readonly blockLabel!: string | null;

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
