import { Cents, Centihours, Choice, Day, Id, ListOf, Moment, Nested, PageQuery, Text, Whole } from '@sr/platform';
import { STATEMENT_ORDERS, type StatementOrder } from '../persistence/statement.store';

const SUM_MAX = 1_000_000_000_000_000;
const sums = { max: SUM_MAX };
const signed = { min: -SUM_MAX, max: SUM_MAX };
const NEXT = { description: 'Where the next page begins; null when this is the last.', max: 500, nullable: true };

/** A page of a statement. */
export class StatementPageQuery extends PageQuery {
  @Choice(STATEMENT_ORDERS, {
    description: 'In the order in which the entries were recorded, unless NEWEST_FIRST.',
    optional: true,
  })
  readonly order?: StatementOrder;

  @Whole({
    description:
      'Only lines of work in quarters of this calendar year: together they are what was realised in that year, as known now. Left out: all lines. Balances are those of now.',
    min: 1900,
    max: 2999,
    inQuery: true,
    optional: true,
    example: 2026,
  })
  readonly year?: number;
}

/** A line of the ledger: what a claim put on a place, or took off it. Lines are only ever added. */
export class StatementLineAnswer {
  @Whole({ description: 'The number of the line; later lines have higher ones.', min: 1, example: 4711 })
  readonly entryId!: number;

  @Moment({ description: 'When it was recorded.' })
  readonly recordedAt!: Date;

  @Choice(['ACCEPT', 'REVERSE', 'REOFFER', 'RELEASE'], {
    description:
      'Why: the claim was accepted; it was reversed; surplus found room; or a lower amount made room and what stood there became surplus.',
    example: 'ACCEPT',
  })
  readonly reason!: string;

  @Id({ description: 'The claim; null for who sees only its own part of the plan.', nullable: true })
  readonly claimId!: string | null;

  @Whole({ description: 'The number of the claim.', min: 1, example: 118 })
  readonly claimNumber!: number;

  @Choice(['PLACEMENT', 'PURCHASE', 'ACTIVITY'], { description: 'The kind of the claim.', example: 'PLACEMENT' })
  readonly claimKind!: string;

  @Day({ description: 'The first day of the quarter of the claim.', example: '2026-01-01' })
  readonly quarterStartsOn!: string;

  @Id({ description: 'The plan of the claim, also when the obligation has left that plan since.' })
  readonly planId!: string;

  @Id({ description: 'The contract whose obligation it is on; null is the surplus of the plan.', nullable: true })
  readonly contractId!: string | null;

  @Text({ description: 'The number of that contract.', max: 40, nullable: true, example: '4500123456' })
  readonly contractNumber!: string | null;

  @Text({ description: 'The code of its principal.', max: 20, nullable: true, example: 'IenW' })
  readonly principalCode!: string | null;

  @Cents({ description: 'Value in cents; negative takes off.', ...signed, example: 910_714 })
  readonly cents!: number;

  @Centihours({
    description: 'Job hours in hundredths; null for who sees only its own part of the plan.',
    ...signed,
    nullable: true,
    example: 28_414,
  })
  readonly centihours!: number | null;
}

/** What an obligation is for, and how far it is filled in. */
export class ObligationBalanceAnswer {
  @Id({ description: 'The contract.' })
  readonly contractId!: string;

  @Text({ description: 'The number of the contract.', max: 40, example: '4500123456' })
  readonly contractNumber!: string;

  @Text({ description: 'The code of its principal.', max: 20, example: 'IenW' })
  readonly principalCode!: string;

  @Cents({ description: 'The amount of the obligation, in cents.', ...sums, example: 24_000_000 })
  readonly amountCents!: number;

  @Cents({ description: 'What accepted claims have put on it, in cents.', ...sums, example: 910_714 })
  readonly allocatedCents!: number;

  @Cents({ description: 'The amount minus what is allocated, in cents.', ...sums, example: 23_089_286 })
  readonly remainingCents!: number;
}

/** The balance of an obligation. Its jobs, with small figures protected, are in the breakdowns of the impact report. */
export class ContractBalanceAnswer extends ObligationBalanceAnswer {
  @Day({ description: 'The day on which it was settled; null while it is open.', nullable: true })
  readonly settledOn!: string | null;

  @Centihours({
    description: 'The job hours in hundredths; null for who does not see all plans that they come from.',
    ...sums,
    nullable: true,
    example: 284_149,
  })
  readonly centihours!: number | null;
}

/** The statement of a contract. */
export class ContractStatementAnswer {
  @Nested(() => ObligationBalanceAnswer, { description: 'What it is for, and how far it is filled in.' })
  readonly balance!: ObligationBalanceAnswer;

  @ListOf(() => StatementLineAnswer, { description: 'What stands on its obligation.', max: 100 })
  readonly items!: readonly StatementLineAnswer[];

  @Text(NEXT)
  readonly next!: string | null;
}

/** The statement of a plan. */
export class PlanStatementAnswer {
  @Id({ description: 'The plan.' })
  readonly planId!: string;

  @Text({ description: 'The name of the plan.', max: 200, example: 'Schoon en sociaal' })
  readonly planName!: string;

  @ListOf(() => ObligationBalanceAnswer, {
    description: 'The obligations that are in the plan now, as far as you see their contracts.',
    max: 1000,
  })
  readonly obligations!: readonly ObligationBalanceAnswer[];

  @Cents({
    description:
      'What is allocated on all other obligations in the plan together, in cents; null for who sees all of it.',
    ...sums,
    nullable: true,
    example: 12_000_000,
  })
  readonly otherCents!: number | null;

  @Cents({
    description: 'Accepted value for which no obligation has room, in cents; null for who sees only its own part.',
    ...sums,
    nullable: true,
    example: 0,
  })
  readonly surplusCents!: number | null;

  @ListOf(() => StatementLineAnswer, { description: 'What claims of the plan put where.', max: 100 })
  readonly items!: readonly StatementLineAnswer[];

  @Text(NEXT)
  readonly next!: string | null;
}

/** The statement of a supplier group or of a principal. */
export class StatementAnswer {
  @ListOf(() => StatementLineAnswer, { description: 'The lines that you may see.', max: 100 })
  readonly items!: readonly StatementLineAnswer[];

  @Text(NEXT)
  readonly next!: string | null;
}
