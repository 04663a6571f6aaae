import { Centihours, Choice, Id, ListOf, Text, Whole } from '@sr/platform';

const MANY = { max: 1_000_000_000_000_000 };

/** A form-free goal of a contract. */
export class GoalAnswer {
  @Id({ description: 'The contract.' })
  readonly contractId!: string;

  @Text({ description: 'The number of the contract.', max: 40, example: 'SZW-24-007' })
  readonly contractNumber!: string;

  @Choice(['PERSONS', 'HOURS', 'ACTIVITIES'], { description: 'What it is a goal of.', example: 'PERSONS' })
  readonly unit!: 'PERSONS' | 'HOURS' | 'ACTIVITIES';

  @Whole({ description: 'How many persons, whole hours or activities.', ...MANY, example: 12 })
  readonly goal!: number;
}

/** What was accepted in a plan, in the units of form-free goals. */
export class PlanProgressAnswer {
  @ListOf(() => GoalAnswer, {
    description: 'The goals that you see; none in a plan that is followed in euros.',
    max: 1000,
  })
  readonly goals!: readonly GoalAnswer[];

  @Text({
    description: 'Different candidates with accepted hours; "< 5" for 1 to 4 where those are not shown.',
    max: 16,
    example: '7',
  })
  readonly persons!: string;

  @Centihours({
    description: 'Accepted paid hours, in hundredths; null where persons is "< 5".',
    ...MANY,
    nullable: true,
    example: 663_000,
  })
  readonly centihours!: number | null;

  @Whole({ description: 'Accepted activities.', ...MANY, example: 3 })
  readonly activities!: number;
}
