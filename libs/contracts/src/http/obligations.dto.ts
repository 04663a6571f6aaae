import { Cents, Choice, Day, Text, Whole } from '@sr/platform';
import { EXEMPTION_REASONS, type ExemptionReason } from '../domain/exemption';
import { BASES, BASIS, CPV, GOAL_UNITS, RULE_CODE } from './shapes';

/** On what an obligation stands. */
export class ObligationGroundsBody {
  @Text({
    description: 'The rule that is followed or deviated from; the one of the day of the award unless said.',
    ...RULE_CODE,
    optional: true,
    nullable: true,
  })
  readonly ruleCode?: string | null;

  @Text({
    description: 'Why this is not what the rule proposes; compulsory when it is not.',
    max: 1000,
    optional: true,
    nullable: true,
    example: 'De aanbesteding vroeg 4% van het budget.',
  })
  readonly deviationReason?: string | null;
}

/** An obligation that is a percentage of something. */
export class PercentageObligationBody extends ObligationGroundsBody {
  @Choice(['PERCENTAGE'], { description: 'A percentage of a base.' })
  readonly kind!: 'PERCENTAGE';

  @Choice(BASES, { description: BASIS, example: 'LOONSOM' })
  readonly basis!: (typeof BASES)[number];

  @Cents({ description: 'The base, in cents excluding VAT.', min: 1, example: 288_000_000 })
  readonly baseCents!: number;

  @Whole({ description: 'The percentage in basis points: 500 is 5%.', min: 1, max: 10_000, example: 500 })
  readonly rateBp!: number;

  @Cents({
    description: 'The most that the obligation can be, in cents; leave it out for no cap.',
    min: 1,
    optional: true,
    nullable: true,
    example: null,
  })
  readonly capCents?: number | null;
}

/** An obligation of a fixed amount. */
export class FixedObligationBody extends ObligationGroundsBody {
  @Choice(['FIXED'], { description: 'A fixed amount.' })
  readonly kind!: 'FIXED';

  @Cents({ description: 'The amount, in cents excluding VAT.', min: 1, example: 4_000_000 })
  readonly amountCents!: number;
}

/** An obligation with a goal and without euros. */
export class FormFreeObligationBody extends ObligationGroundsBody {
  @Choice(['FORM_FREE'], { description: 'A goal without an amount in euros; it is followed in its own unit.' })
  readonly kind!: 'FORM_FREE';

  @Choice(GOAL_UNITS, { description: 'In what the goal is counted; HOURS are whole hours.', example: 'PERSONS' })
  readonly goalUnit!: (typeof GOAL_UNITS)[number];

  @Whole({ description: 'The goal, in its unit.', min: 1, max: 1_000_000_000, example: 3 })
  readonly goal!: number;
}

/** Proposes an exemption. */
export class ExemptionBody {
  @Choice(EXEMPTION_REASONS, {
    description:
      'Why there is no obligation: the term is too short, the size is below the threshold, it is for supplies, hardly any labour goes into it, the law stands in the way, or something else.',
    example: 'SHORT_TERM',
  })
  readonly reason!: ExemptionReason;

  @Text({
    description: 'In words; compulsory with OTHER.',
    max: 1000,
    optional: true,
    nullable: true,
    example: 'De looptijd is vijf maanden.',
  })
  readonly text?: string | null;
}

/** Asks what a rule would make of a contract. */
export class ProposeObligationBody {
  @Day({ description: 'The day of the award: it says which rule is in force.', example: '2023-12-01' })
  readonly awardedOn!: string;

  @Day({ description: 'The first day of the term.', example: '2024-01-01' })
  readonly startsOn!: string;

  @Day({ description: 'The last day of the term.', example: '2027-12-31' })
  readonly endsOn!: string;

  @Text({
    description: 'What is bought, in the common procurement vocabulary; leave it out when it is not known.',
    ...CPV,
    optional: true,
    nullable: true,
  })
  readonly cpv?: string | null;

  @Cents({
    description: 'The value over the whole term, in cents excluding VAT; leave it out when it is not known.',
    optional: true,
    nullable: true,
    example: 480_000_000,
  })
  readonly valueCents?: number | null;

  @Whole({
    description: 'The part of the value that is wages, in basis points; leave it out when it is not known.',
    max: 10_000,
    optional: true,
    nullable: true,
    example: 6_000,
  })
  readonly wageShareBp?: number | null;

  @Text({
    description: 'The rule to ask; the one of the day of the award unless said.',
    ...RULE_CODE,
    optional: true,
    nullable: true,
  })
  readonly ruleCode?: string | null;
}
