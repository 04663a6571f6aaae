import { Cents, Choice, Day, Flag, Id, Moment, Nested, Text, Whole } from '@sr/platform';
import {
  SETTLEMENT_OUTCOMES,
  SETTLEMENT_TRANSITIONS,
  type SettlementOutcome,
  type SettlementState,
} from '../domain/settlement';
import { ActorAnswer } from './obligation-answers.dto';
import { AMOUNT } from './shapes';

const STATES = Object.keys(SETTLEMENT_TRANSITIONS);
const NOT_YET = { nullable: true, example: null } as const;

/** How far the settlement of an obligation is. */
export class SettlementAnswer {
  @Id({ description: 'The contract, and its obligation.' })
  readonly contractId!: string;

  @Choice(STATES, {
    description:
      'NONE when nothing was proposed; PROPOSED waits for the supplier; ANSWERED for the principal; REMEDY is time to make good; FINAL cannot change.',
    example: 'PROPOSED',
  })
  readonly state!: SettlementState;

  @Whole({
    description: 'Goes up with every step; send it along with the next one. Null when nothing was proposed.',
    min: 1,
    nullable: true,
    example: 1,
  })
  readonly version!: number | null;

  @Day({ description: 'The day on which the obligation was settled; null while it is not.', ...NOT_YET })
  readonly settledOn!: string | null;

  @Choice(SETTLEMENT_OUTCOMES, {
    description:
      'How it ends as proposed: fulfilled, with a surplus, with a shortfall that is withheld, waived or carried over, or ended early.',
    nullable: true,
    example: 'SETTLED_WITHHELD',
  })
  readonly outcome!: SettlementOutcome | null;

  @Cents({ description: 'The amount of the obligation at the proposal, in cents.', nullable: true, ...AMOUNT })
  readonly amountCents!: number | null;

  @Cents({ description: 'What was allocated to it then, in cents.', nullable: true, ...AMOUNT })
  readonly allocatedCents!: number | null;

  @Cents({ description: 'The amount less what was allocated, in cents.', nullable: true, max: 10 ** 15, example: 0 })
  readonly shortfallCents!: number | null;

  @Whole({
    description: 'By what the shortfall is multiplied, in basis points: 10000 is once. Null when nothing is withheld.',
    max: 100_000,
    nullable: true,
    example: 10_000,
  })
  readonly factorBp!: number | null;

  @Cents({
    description: 'What the principal proposes to withhold, in cents. This product never invoices.',
    nullable: true,
    max: 10 ** 15,
    example: 0,
  })
  readonly chargeCents!: number | null;

  @Whole({ description: 'What of a form-free goal was reached, in its unit.', ...NOT_YET })
  readonly reached!: number | null;

  @Whole({ description: 'What of a form-free goal is short, in its unit.', ...NOT_YET })
  readonly shortOfGoal!: number | null;

  @Text({ description: "The principal's reason.", max: 2000, nullable: true, example: 'Eindbeoordeling na afloop.' })
  readonly reason!: string | null;

  @Nested(() => ActorAnswer, { description: 'Who proposed it.', nullable: true })
  readonly proposedBy!: ActorAnswer | null;

  @Moment({ description: 'When.', nullable: true })
  readonly proposedAt!: string | null;

  @Day({
    description: 'Until when the supplier can answer before a shortfall becomes final without it.',
    nullable: true,
    example: '2028-01-24',
  })
  readonly answerDueOn!: string | null;

  @Flag({ description: 'Whether the supplier agrees; null while it has not answered.', ...NOT_YET })
  readonly agrees!: boolean | null;

  @Text({ description: "The supplier's words.", max: 2000, ...NOT_YET })
  readonly answer!: string | null;

  @Nested(() => ActorAnswer, { description: 'Who answered.', nullable: true })
  readonly answeredBy!: ActorAnswer | null;

  @Moment({ description: 'When.', nullable: true })
  readonly answeredAt!: string | null;

  @Day({ description: 'Until when the supplier has time to make good, if it got it.', ...NOT_YET })
  readonly remedyUntil!: string | null;

  @Text({ description: 'Why it got that time.', max: 2000, ...NOT_YET })
  readonly remedyReason!: string | null;

  @Nested(() => ActorAnswer, { description: 'Who gave it.', nullable: true })
  readonly remedyBy!: ActorAnswer | null;

  @Moment({ description: 'When.', nullable: true })
  readonly remedyAt!: string | null;

  @Nested(() => ActorAnswer, { description: 'Who made it final.', nullable: true })
  readonly finalBy!: ActorAnswer | null;

  @Moment({ description: 'When.', nullable: true })
  readonly finalAt!: string | null;
}
