import { Cents, Day, ListOf, Moment, Nested, Text, Whole } from '@sr/platform';
import { PlanProposalAnswer } from './plan-proposals.dto';
import { OtherObligationsAnswer, PlanLineAnswer, PlanMemberAnswer, PlanSummaryAnswer } from './plans.dto';

/** More time for the plan of action. */
export class PlanExtensionAnswer {
  @Day({ description: 'The last day before.', example: '2026-03-31' })
  readonly from!: string;

  @Day({ description: 'The last day from then on.', example: '2026-04-30' })
  readonly to!: string;

  @Text({ description: 'Why.', max: 1000, example: 'De contactpersoon van de leverancier is nieuw.' })
  readonly reason!: string;

  @Text({
    description: 'Who gave more time; null when the name is not known any more.',
    max: 200,
    nullable: true,
    example: 'Coen de Boer',
  })
  readonly extendedBy!: string | null;

  @Moment({ description: 'When.' })
  readonly extendedAt!: string;
}

/** A plan whole, as far as you may see it. */
export class PlanAnswer extends PlanSummaryAnswer {
  @Moment({ description: 'When it was made.' })
  readonly recordedAt!: string;

  @Text({
    description: 'Who submitted the plan of action last, by name; null when nobody did.',
    max: 200,
    nullable: true,
  })
  readonly submittedByName!: string | null;

  @Text({ description: 'Why it was returned, amended or ended, whichever came last.', max: 1000, nullable: true })
  readonly stateReason!: string | null;

  @Whole({ description: 'How many times the plan of action was written; earlier editions are kept.', example: 2 })
  readonly edition!: number;

  @ListOf(() => PlanMemberAnswer, { description: 'The obligations in it that you see, by number.', max: 10_000 })
  readonly members!: PlanMemberAnswer[];

  @Nested(() => OtherObligationsAnswer, {
    description: 'The obligations in it that you do not see, as one sum: those of other principals.',
  })
  readonly others!: OtherObligationsAnswer;

  @ListOf(() => PlanProposalAnswer, {
    description: 'What was proposed for it of what you see, oldest first.',
    max: 10_000,
  })
  readonly proposals!: PlanProposalAnswer[];

  @ListOf(() => PlanLineAnswer, { description: 'The plan of action: what is planned now.', max: 200 })
  readonly lines!: PlanLineAnswer[];

  @ListOf(() => PlanExtensionAnswer, {
    description: 'How the supplier got more time for its plan of action, the first time first.',
    max: 100,
  })
  readonly extensions!: PlanExtensionAnswer[];

  @Cents({
    description: 'The values of the lines together, in cents; null when out of all bounds.',
    nullable: true,
    example: 28_333_334,
  })
  readonly plannedCents!: number | null;

  @Cents({ description: 'The same, each times its confidence, in cents.', nullable: true, example: 14_166_667 })
  readonly expectedCents!: number | null;
}
