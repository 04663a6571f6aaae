import { AnyFields, Cents, Choice, Day, Flag, Id, ListOf, Moment, Nested, Text, Texts, Whole } from '@sr/platform';
import { EXEMPTION_REASONS, type ExemptionReason } from '../domain/exemption';
import { CONTRACT_STATES, type ContractState } from '../persistence/contract-list.store';
import { AMOUNT, BASES, BASIS, GOAL_UNITS, RULE_CODE } from './shapes';

const FIGURES = 'The figures of it: cents, basis points and days, as their names end.';

/** One step of an explanation. */
export class ExplanationStep {
  @Text({ description: 'Which step it is; stable.', max: 60, example: 'obligation.share' })
  readonly code!: string;

  @AnyFields({ description: FIGURES, example: { rateBp: 500, amountCents: 14_400_000 } })
  readonly params!: Readonly<Record<string, string | number>>;

  @Text({ description: 'The step in a sentence.', max: 500, example: '5% of that is EUR 144,000.00.' })
  readonly message!: string;
}

/** One condition of a rule, and whether the contract meets it. */
export class RuleReason {
  @Text({ description: 'Which condition it is; stable.', max: 60, example: 'rule.size' })
  readonly code!: string;

  @Choice(['YES', 'NO', 'UNKNOWN'], {
    description: 'Whether the contract meets it; UNKNOWN when a figure for it is not known.',
    example: 'YES',
  })
  readonly answer!: 'YES' | 'NO' | 'UNKNOWN';

  @AnyFields({ description: FIGURES, example: { thresholdCents: 25_000_000, cents: 480_000_000 } })
  readonly params!: Readonly<Record<string, string | number>>;

  @Text({
    description: 'The condition in a sentence.',
    max: 500,
    example: 'The rule begins at EUR 250,000.00 of the value of the contract, which is EUR 4,800,000.00.',
  })
  readonly message!: string;
}

/** What a rule makes of a contract; a person decides. */
export class ObligationProposalAnswer {
  @Text({ description: 'The rule.', ...RULE_CODE })
  readonly ruleCode!: string;

  @Text({ description: 'What it is called.', max: 200, example: 'Rijk, standaard' })
  readonly ruleName!: string;

  @Text({ description: 'Where the rule stands.', max: 2000, example: 'Visie Social Return, PIANOo, november 2018.' })
  readonly source!: string;

  @Choice(['YES', 'NO', 'UNKNOWN'], {
    description: 'Whether the rule asks for an obligation; UNKNOWN when a figure for it is not known.',
    example: 'YES',
  })
  readonly applies!: 'YES' | 'NO' | 'UNKNOWN';

  @ListOf(() => RuleReason, { description: 'Its conditions, each with whether it is met.', max: 10 })
  readonly reasons!: readonly RuleReason[];

  @Choice(BASES, { description: BASIS, nullable: true })
  readonly basis!: (typeof BASES)[number] | null;

  @Cents({
    description: 'The base in cents; null when the figures for it are not known.',
    nullable: true,
    example: 288_000_000,
  })
  readonly baseCents!: number | null;

  @Whole({ description: 'The percentage in basis points.', max: 10_000, nullable: true, example: 500 })
  readonly rateBp!: number | null;

  @Cents({ description: 'The cap in cents; null is none.', nullable: true, example: null })
  readonly capCents!: number | null;

  @Cents({ description: 'The amount in cents; null when it is not known.', nullable: true, ...AMOUNT })
  readonly amountCents!: number | null;

  @ListOf(() => ExplanationStep, { description: 'How the amount comes about.', max: 10 })
  readonly steps!: readonly ExplanationStep[];
}

/** A rule that says when Social Return is asked for, and how much. */
export class ThresholdRuleAnswer {
  @Text({ description: 'Names the rule.', ...RULE_CODE })
  readonly code!: string;

  @Text({ description: 'What it is called.', max: 200, example: 'Rijk, standaard' })
  readonly name!: string;

  @Day({ description: 'The first day of award on which it is in force.', example: '2011-07-01' })
  readonly validFrom!: string;

  @Day({ description: 'The last; null is not yet.', nullable: true, example: null })
  readonly validTo!: string | null;

  @Flag({ description: 'Whether it is followed when nobody names another.', example: true })
  readonly isDefault!: boolean;

  @Choice(['CONTRACT_VALUE', 'LOONSOM'], {
    description: 'What is compared with the threshold: the value of the contract or its wage sum.',
  })
  readonly compares!: 'CONTRACT_VALUE' | 'LOONSOM';

  @Cents({ description: 'Where it begins, in cents excluding VAT.', example: 25_000_000 })
  readonly thresholdCents!: number;

  @Whole({ description: 'The shortest term in months.', max: 600, example: 6 })
  readonly minimumMonths!: number;

  @Texts({
    description: 'For what purchases it is: SUPPLIES, WORKS, SERVICES.',
    max: 3,
    each: { max: 20, pattern: /^(SUPPLIES|WORKS|SERVICES)$/ },
    example: ['WORKS', 'SERVICES'],
  })
  readonly purchases!: readonly string[];

  @Choice(['CONTRACT_VALUE', 'LOONSOM'], { description: 'Of what the obligation is a percentage.' })
  readonly basis!: 'CONTRACT_VALUE' | 'LOONSOM';

  @Whole({ description: 'The percentage in basis points.', max: 10_000, example: 500 })
  readonly rateBp!: number;

  @Cents({ description: 'The cap in cents; null is none.', nullable: true, example: null })
  readonly capCents!: number | null;

  @Whole({
    description: 'Below this wage share, in basis points, the lower percentage holds; null is no such rule.',
    max: 10_000,
    nullable: true,
    example: null,
  })
  readonly lowLabourBelowBp!: number | null;

  @Whole({
    description: 'The lower percentage in basis points; null is no such rule.',
    max: 10_000,
    nullable: true,
    example: null,
  })
  readonly lowLabourRateBp!: number | null;

  @Text({ description: 'Where it stands.', max: 2000, example: 'Visie Social Return, PIANOo, november 2018.' })
  readonly source!: string;
}

/** All rules. */
export class ThresholdRuleList {
  @ListOf(() => ThresholdRuleAnswer, { description: 'Past and present, by their first day.', max: 1000 })
  readonly items!: readonly ThresholdRuleAnswer[];
}

/** Somebody who did something. */
export class ActorAnswer {
  @Text({ description: 'The id of the person, or the name of what the product did by itself.', max: 60 })
  readonly id!: string;

  @Text({ description: 'The name; null when it is not a person who works with the product.', max: 100, nullable: true })
  readonly name!: string | null;
}

/** An exemption. */
export class ExemptionAnswer {
  @Id({ description: 'The id of the exemption.' })
  readonly id!: string;

  @Choice(['REGISTRATION', 'OBLIGATION', 'HISTORY'], {
    description:
      'When it was proposed: when the contract was registered, on an obligation that was there, or before the contract came in here (HISTORY), approved elsewhere.',
  })
  readonly origin!: 'REGISTRATION' | 'OBLIGATION' | 'HISTORY';

  @Choice(EXEMPTION_REASONS, { description: 'Why there is no obligation.', example: 'SHORT_TERM' })
  readonly reason!: ExemptionReason;

  @Text({ description: 'In words.', max: 1000, nullable: true, example: 'De looptijd is vijf maanden.' })
  readonly text!: string | null;

  @Choice(['PROPOSED', 'APPROVED', 'REFUSED'], { description: 'Whether it was decided on, and how.' })
  readonly state!: 'PROPOSED' | 'APPROVED' | 'REFUSED';

  @Nested(() => ObligationProposalAnswer, {
    description:
      'What the rule of the day of the award made of the contract when it was proposed; null without a rule.',
    nullable: true,
  })
  readonly ruleSays!: ObligationProposalAnswer | null;

  @Nested(() => ActorAnswer, { description: 'Who proposed it.' })
  readonly proposedBy!: ActorAnswer;

  @Moment({ description: 'When.' })
  readonly proposedAt!: string;

  @Nested(() => ActorAnswer, { description: 'The second person, who decided.', nullable: true })
  readonly decidedBy!: ActorAnswer | null;

  @Moment({ description: 'When.', nullable: true })
  readonly decidedAt!: string | null;

  @Text({ description: "The second person's reason.", max: 1000, nullable: true, example: null })
  readonly decisionReason!: string | null;
}

/** The exemptions of a contract. */
export class ExemptionList {
  @ListOf(() => ExemptionAnswer, { description: 'Newest first, refused ones too.', max: 1000 })
  readonly items!: readonly ExemptionAnswer[];
}

/** What was in force from the moment it was recorded. */
export class RevisionAnswer {
  @Cents({ description: 'The amount, in cents.', ...AMOUNT })
  readonly amountCents!: number;

  @Cents({ description: 'The base of a percentage, in cents.', nullable: true, example: 288_000_000 })
  readonly baseCents!: number | null;

  @Whole({ description: 'The goal of a form-free obligation, in its unit.', nullable: true, example: null })
  readonly goal!: number | null;

  @Text({ description: 'Why; null for the first, which is the award.', max: 2000, nullable: true, example: null })
  readonly reason!: string | null;

  @Nested(() => ActorAnswer, { description: 'Who recorded it.', nullable: true })
  readonly recordedBy!: ActorAnswer | null;

  @Moment({ description: 'When it was recorded.' })
  readonly recordedAt!: string;
}

/** On what an obligation stands. */
export class ObligationGroundsAnswer {
  @Nested(() => ObligationProposalAnswer, {
    description: 'What the rule proposed when the obligation was established; null when there was no rule.',
    nullable: true,
  })
  readonly ruleSaid!: ObligationProposalAnswer | null;

  @Flag({
    description: 'Whether that was followed; null when it cannot be said.',
    nullable: true,
    example: true,
  })
  readonly followed!: boolean | null;

  @Text({ description: 'Why it was not.', max: 1000, nullable: true, example: null })
  readonly deviationReason!: string | null;
}

/** What the obligation of a contract is, and why. */
export class ObligationAnswer {
  @Id({ description: 'The id of the contract, and of its obligation.' })
  readonly contractId!: string;

  @Text({ description: 'The number of the contract.', max: 40, example: 'IenW-31158061' })
  readonly contractNumber!: string;

  @Choice(CONTRACT_STATES, { description: 'Where the contract stands.', example: 'OPEN' })
  readonly state!: ContractState;

  @Choice(['PERCENTAGE', 'FIXED', 'FORM_FREE', 'NONE'], {
    description: 'How it was agreed; NONE when the contract carries no obligation: the exemption then says why.',
    example: 'PERCENTAGE',
  })
  readonly kind!: 'PERCENTAGE' | 'FIXED' | 'FORM_FREE' | 'NONE';

  @Choice(BASES, { description: BASIS, nullable: true, example: 'LOONSOM' })
  readonly basis!: (typeof BASES)[number] | null;

  @Cents({ description: 'The base of a percentage, in cents.', nullable: true, example: 288_000_000 })
  readonly baseCents!: number | null;

  @Whole({ description: 'The percentage in basis points: 500 is 5%.', nullable: true, example: 500 })
  readonly rateBp!: number | null;

  @Cents({ description: 'The most that it can be, in cents; null is no cap.', nullable: true, example: null })
  readonly capCents!: number | null;

  @Choice(GOAL_UNITS, { description: 'In what a form-free goal is counted.', nullable: true, example: null })
  readonly goalUnit!: (typeof GOAL_UNITS)[number] | null;

  @Whole({ description: 'The form-free goal, in its unit.', nullable: true, example: null })
  readonly goal!: number | null;

  @Cents({
    description: 'The amount in force, in cents; 0 when it is form-free, null when there is no obligation.',
    nullable: true,
    ...AMOUNT,
  })
  readonly amountCents!: number | null;

  @Day({ description: 'The day on which it was settled; null while it is not.', nullable: true, example: null })
  readonly settledOn!: string | null;

  @ListOf(() => ExplanationStep, { description: 'How the amount comes about.', max: 10 })
  readonly steps!: readonly ExplanationStep[];

  @Nested(() => ObligationGroundsAnswer, {
    description: 'On what it stands; null when there is no obligation.',
    nullable: true,
  })
  readonly grounds!: ObligationGroundsAnswer | null;

  @ListOf(() => RevisionAnswer, { description: 'Every amount that was in force, the award first.', max: 1000 })
  readonly revisions!: readonly RevisionAnswer[];

  @Nested(() => ExemptionAnswer, {
    description:
      'The exemption that stands or waits, or else the one that was refused last; null when there never was one.',
    nullable: true,
  })
  readonly exemption!: ExemptionAnswer | null;
}
