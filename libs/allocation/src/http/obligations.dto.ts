import { SETTLEMENT_OUTCOMES, type SettlementOutcome } from '@sr/contracts';
import { Cents, Choice, Day, Flag, Id, ListOf, Moment, Text, Texts, Whole } from '@sr/platform';

const SUM_MAX = 1_000_000_000_000_000;
const sums = { max: SUM_MAX };
const VERSION = {
  description: 'The version of the settlement that you read; another one means that it changed meanwhile.',
  min: 1,
  example: 1,
};
const REASON = { max: 1000, example: 'Het contract is met een jaar verlengd.' };

/** Revises an obligation. */
export class ReviseObligationBody {
  @Cents({
    description:
      'Of an obligation by percentage: the new base in cents, with the same rate and cap. To nothing is an exemption.',
    min: 1,
    optional: true,
    example: 500_000_000,
  })
  readonly baseCents?: number;

  @Cents({ description: 'Of a fixed obligation: the new amount in cents.', min: 1, optional: true })
  readonly amountCents?: number;

  @Whole({
    description: 'Of a form-free obligation: the new goal, in its own unit.',
    min: 1,
    optional: true,
    max: 1_000_000_000,
  })
  readonly goal?: number;

  @Whole({
    description:
      'The base, amount or goal that you read before; when it is another one by now, somebody revised the obligation meanwhile.',
    example: 480_000_000,
  })
  readonly previous!: number;

  @Text({ description: 'Why; the supplier reads it.', ...REASON })
  readonly reason!: string;
}

/** Decides on an exemption. */
export class DecideExemptionBody {
  @Flag({ description: 'Whether the exemption is approved; the contract then asks for nothing.', example: true })
  readonly approve!: boolean;

  @Text({ description: 'Why; compulsory when it is refused.', ...REASON, optional: true })
  readonly reason?: string;
}

/** An exemption that was decided on. */
export class DecidedExemptionAnswer {
  @Id({ description: 'The exemption.' })
  readonly exemptionId!: string;

  @Id({ description: 'The contract.' })
  readonly contractId!: string;

  @Choice(['APPROVED', 'REFUSED'], { description: 'What was decided.', example: 'APPROVED' })
  readonly state!: string;

  @Flag({
    description: 'Whether an obligation that was there was revised to nothing by it.',
    example: false,
  })
  readonly revisedToNothing!: boolean;

  @Text({ description: 'Why.', max: 1000, nullable: true, example: 'Akkoord: levering zonder arbeid.' })
  readonly decisionReason!: string | null;

  @Moment({ description: 'When it was decided.' })
  readonly decidedAt!: Date | null;
}

/** Proposes how an obligation ends. */
export class ProposeSettlementBody {
  @Whole({
    ...VERSION,
    description: 'The version of the settlement that you read; leave it out when nothing was proposed yet.',
    optional: true,
  })
  readonly version?: number;

  @Choice(SETTLEMENT_OUTCOMES, {
    description:
      'How it ends: fulfilled (perhaps with surplus), or short and then withheld, waived or carried over; or the contract ended early.',
    example: 'SETTLED_WITHHELD',
  })
  readonly outcome!: SettlementOutcome;

  @Whole({
    description:
      'By what the shortfall is multiplied to be charged, in basis points: 10000, the shortfall itself, unless the contract says otherwise. Only with SETTLED_WITHHELD.',
    max: 100_000,
    optional: true,
    example: 10_000,
  })
  readonly factorBp?: number;

  @Whole({
    description: 'Of a form-free obligation: what was reached of its goal, in its own unit.',
    max: 1_000_000_000,
    optional: true,
  })
  readonly reached?: number;

  @Text({ description: 'On what ground; the supplier reads it.', ...REASON })
  readonly reason!: string;
}

/** Answers a proposal for a settlement. */
export class AnswerSettlementBody {
  @Whole(VERSION)
  readonly version!: number;

  @Flag({ description: 'Whether the supplier agrees.', example: false })
  readonly agrees!: boolean;

  @Text({ description: 'What the supplier says to it; compulsory when it objects.', max: 2000, optional: true })
  readonly text?: string;
}

/** Names the version of a settlement that is made final. */
export class SettleObligationBody {
  @Whole(VERSION)
  readonly version!: number;
}

/** Gives time to make good. */
export class GrantRemedyBody {
  @Whole(VERSION)
  readonly version!: number;

  @Day({ description: 'The last day on which the supplier can make good.', example: '2027-06-30' })
  readonly until!: string;

  @Text({ description: 'Why; the supplier reads it.', ...REASON })
  readonly reason!: string;
}

/** How far the settlement of an obligation is. The principal decides; the product never invoices. */
export class SettlementStepAnswer {
  @Id({ description: 'The contract.' })
  readonly contractId!: string;

  @Choice(['PROPOSED', 'ANSWERED', 'REMEDY', 'FINAL'], { description: 'How far it is.', example: 'PROPOSED' })
  readonly state!: string;

  @Whole({ description: 'Goes up with every step; send it along with the next one.', min: 1, example: 2 })
  readonly version!: number;

  @Choice(SETTLEMENT_OUTCOMES, { description: 'How the obligation ends.', example: 'SETTLED_WITHHELD' })
  readonly outcome!: string;

  @Cents({ description: 'The amount of the obligation when it was proposed, in cents.', ...sums, example: 24_000_000 })
  readonly amountCents!: number;

  @Cents({ description: 'What was allocated then, in cents.', ...sums, example: 23_000_000 })
  readonly allocatedCents!: number;

  @Cents({ description: 'The amount minus what was allocated, in cents.', ...sums, example: 1_000_000 })
  readonly shortfallCents!: number;

  @Whole({ description: 'By what the shortfall is multiplied, in basis points.', nullable: true, max: 100_000 })
  readonly factorBp!: number | null;

  @Cents({ description: 'What is proposed to be charged, in cents.', max: SUM_MAX * 10, example: 1_000_000 })
  readonly chargeCents!: number;

  @Text({ description: 'On what ground.', max: 1000, example: 'Einde van het contract.' })
  readonly reason!: string;

  @Day({ description: 'Until when the supplier can answer before a charge becomes final without it.' })
  readonly answerDueOn!: string;

  @Flag({ description: 'Whether the supplier agrees; null while it has not answered.', nullable: true, example: null })
  readonly agrees!: boolean | null;

  @Text({ description: 'What the supplier said to it.', max: 2000, nullable: true, example: null })
  readonly answer!: string | null;

  @Day({ description: 'Until when the supplier can make good; null when no time was granted.', nullable: true })
  readonly remedyUntil!: string | null;

  @Day({ description: 'The day on which the obligation was settled; null while it is not.', nullable: true })
  readonly settledOn!: string | null;
}

/** Answers a proposal that an obligation joins a plan. */
export class AnswerProposalBody {
  @Flag({ description: 'Whether the principal agrees that the obligation of its contract joins.', example: true })
  readonly agree!: boolean;

  @Text({
    description:
      'The code of the value table that the plan pins and to which the principal agrees; needed when it agrees.',
    max: 40,
    optional: true,
    example: 'VOORBEELD-RIJK',
  })
  readonly valueTable?: string;

  @Text({ description: 'Why; compulsory when it declines.', ...REASON, optional: true })
  readonly reason?: string;
}

/** A principal leaves the network. */
export class LeaveNetworkBody {
  @Text({ description: 'The code of the principal.', max: 20, example: 'OCW' })
  readonly principalCode!: string;

  @Day({ description: 'Its first day outside the network; today or before.', example: '2026-11-01' })
  readonly leftOn!: string;
}

/** A plan in which obligations of a principal that left go on. */
export class OwnPlanAnswer {
  @Id({ description: 'The plan of its own, which the principal verifies.' })
  readonly planId!: string;

  @Text({ description: 'The name of the plan.', max: 200, example: 'OCW: eigen plan' })
  readonly planName!: string;

  @Id({ description: 'The supplier group of the plan.' })
  readonly supplierGroupId!: string;

  @Id({ description: 'The shared plan that the obligations left.' })
  readonly leftPlanId!: string;

  @Texts({
    description: 'The contracts whose obligations went there, by id.',
    max: 10_000,
    each: { max: 36 },
    example: [],
  })
  readonly contractIds!: readonly string[];
}

/** A principal that left the network. */
export class NetworkDepartureAnswer {
  @Text({ description: 'The code of the principal.', max: 20, example: 'OCW' })
  readonly principalCode!: string;

  @Day({ description: 'The first day on which it was a member.' })
  readonly joinedOn!: string;

  @Day({ description: 'Its first day outside the network.' })
  readonly leftOn!: string | null;

  @ListOf(() => OwnPlanAnswer, { description: 'Where its obligations go on.', max: 10_000 })
  readonly plans!: readonly OwnPlanAnswer[];
}
