import { Cents, Centihours, Choice, Id, ListOf, Nested, Text, Whole } from '@sr/platform';

/** No sum of cents or hours of the ledger is above this, nor below its opposite. */
const SUM_MAX = 1_000_000_000_000_000;
const signed = { min: -SUM_MAX, max: SUM_MAX };

/** The figures that were right. */
export class CorrectionBody {
  @Centihours({
    description: 'Of a placement or an activity: the hours that were right, in hundredths of an hour.',
    optional: true,
    example: 31_500,
  })
  readonly centihours?: number;

  @Cents({
    description: 'Of a purchase: the invoice that was right, in cents excluding VAT.',
    optional: true,
  })
  readonly invoiceCents?: number;
}

/** A decision on one claim. */
export class DecisionBody {
  @Id({ description: 'The claim that is decided on; each claim once in a request.' })
  readonly claimId!: string;

  @Choice(['ACCEPT', 'REJECT'], { description: 'Whether the claim is accepted or rejected.', example: 'ACCEPT' })
  readonly verdict!: 'ACCEPT' | 'REJECT';

  @Nested(() => CorrectionBody, {
    description: 'When the claim is accepted with other figures than were claimed; then a reason is compulsory.',
    optional: true,
  })
  readonly correction?: CorrectionBody;

  @Text({
    description: 'Why it is rejected or corrected; compulsory then, and the supplier reads it.',
    max: 1000,
    optional: true,
    example: 'De uren staan ook in claim 118.',
  })
  readonly reason?: string;
}

/** Decides on claims, all of them or none. */
export class DecideClaimsBody {
  @ListOf(() => DecisionBody, {
    description: 'The decisions, in the order in which the accepted claims get their place in the ledger.',
    min: 1,
    max: 1000,
  })
  readonly decisions!: readonly DecisionBody[];
}

/** Reverses a claim. */
export class ReverseClaimBody {
  @Text({ description: 'Why; the supplier reads it.', max: 1000, example: 'De factuur is gecrediteerd.' })
  readonly reason!: string;
}

/** Cents and hours on one place in the ledger: the obligation of a contract, or the surplus of a plan. */
export class PlaceAnswer {
  @Id({
    description: 'The contract; null is the surplus of the plan, for which no obligation has room.',
    nullable: true,
  })
  readonly contractId!: string | null;

  @Text({ description: 'The number of the contract.', max: 40, nullable: true, example: '4500123456' })
  readonly contractNumber!: string | null;

  @Text({ description: 'The code of the principal of the contract.', max: 20, nullable: true, example: 'IenW' })
  readonly principalCode!: string | null;

  @Cents({ description: 'Value in cents.', ...signed, example: 910_714 })
  readonly cents!: number;

  @Centihours({ description: 'Job hours in hundredths of an hour.', ...signed, example: 28_414 })
  readonly centihours!: number;
}

/** What was decided on a claim. */
export class DecidedClaimAnswer {
  @Id({ description: 'The claim.' })
  readonly claimId!: string;

  @Whole({ description: 'The number of the claim, unique in the whole product.', min: 1, example: 118 })
  readonly claimNumber!: number;

  @Choice(['ACCEPTED', 'REJECTED'], { description: 'What the claim is now.', example: 'ACCEPTED' })
  readonly status!: 'ACCEPTED' | 'REJECTED';

  @Cents({
    description:
      'What it is worth by the value table of its plan, in cents; fixed from here on. 0 when it is rejected.',
    max: SUM_MAX,
    example: 1_062_500,
  })
  readonly valueCents!: number;

  @Centihours({ description: 'Its job hours, in hundredths of an hour.', max: SUM_MAX, example: 33_150 })
  readonly jobCentihours!: number;

  @ListOf(() => PlaceAnswer, {
    description:
      'Where every cent and hour went, by contract number, the surplus last; together the value and the job hours.',
    max: 1001,
  })
  readonly places!: readonly PlaceAnswer[];
}

/** What was decided, or would be. */
export class DecisionsAnswer {
  @ListOf(() => DecidedClaimAnswer, { description: 'In the order of the request.', max: 1000 })
  readonly decisions!: readonly DecidedClaimAnswer[];
}

/** A claim that was reversed. */
export class ReversedClaimAnswer {
  @Id({ description: 'The claim.' })
  readonly claimId!: string;

  @Whole({ description: 'The number of the claim.', min: 1, example: 118 })
  readonly claimNumber!: number;

  @ListOf(() => PlaceAnswer, { description: 'Where it stood, and was taken off.', max: 1001 })
  readonly taken!: readonly PlaceAnswer[];

  @ListOf(() => PlaceAnswer, {
    description:
      'What surplus of other claims came in its place, per contract; what it lost is on the line of the surplus.',
    max: 1001,
  })
  readonly offered!: readonly PlaceAnswer[];
}
