import { Cents, Centihours, Day, Id, Ids, ListOf } from '@sr/platform';

const MOST = 100;
const SUMS = { max: 1_000_000_000_000_000, nullable: true };

/** Which contracts are asked for. */
export class ContractBalancesQuery {
  @Ids({ description: 'The contracts, by id: the parameter once for each.', min: 1, max: MOST, inQuery: true })
  readonly contractIds!: readonly string[];
}

/** Which plans are asked for. */
export class PlanBalancesQuery {
  @Ids({ description: 'The plans, by id: the parameter once for each.', min: 1, max: MOST, inQuery: true })
  readonly planIds!: readonly string[];
}

/** The balance of a contract in a list. */
export class ListedContractBalanceAnswer {
  @Id({ description: 'The contract.' })
  readonly contractId!: string;

  @Cents({
    description: 'The amount of the obligation, in cents; null of a form-free one, which has no euros.',
    ...SUMS,
    example: 24_000_000,
  })
  readonly amountCents!: number | null;

  @Cents({ description: 'What accepted claims have put on it, in cents.', ...SUMS, example: 910_714 })
  readonly allocatedCents!: number | null;

  @Cents({ description: 'The amount minus what is allocated, in cents.', ...SUMS, example: 23_089_286 })
  readonly remainingCents!: number | null;

  @Centihours({
    description:
      'The job hours in hundredths; null for who does not see all plans that they come from, and of a form-free obligation.',
    ...SUMS,
    example: 284_149,
  })
  readonly centihours!: number | null;

  @Day({ description: 'The day on which it was settled; null while it is open.', nullable: true })
  readonly settledOn!: string | null;
}

/** The balances of the contracts that were asked for. */
export class ContractBalanceList {
  @ListOf(() => ListedContractBalanceAnswer, { description: 'By the number of the contract.', max: MOST })
  readonly items!: readonly ListedContractBalanceAnswer[];
}

/** The balance of a plan in a list. A form-free plan has no euros: all amounts are null. */
export class ListedPlanBalanceAnswer {
  @Id({ description: 'The plan.' })
  readonly planId!: string;

  @Cents({ description: 'The amounts of the obligations together: what is owed.', ...SUMS, example: 48_000_000 })
  readonly amountCents!: number | null;

  @Cents({ description: 'What accepted claims have put on them: what is verified.', ...SUMS, example: 910_714 })
  readonly allocatedCents!: number | null;

  @Cents({ description: 'The amounts minus what is allocated: what is left.', ...SUMS, example: 47_089_286 })
  readonly remainingCents!: number | null;

  @Cents({
    description: 'What the claims of the plan that wait for a decision would be worth, in cents.',
    ...SUMS,
    example: 885_417,
  })
  readonly claimedNotVerifiedCents!: number | null;

  @Cents({
    description: 'Accepted value for which no obligation has room, in cents; null for who sees only its own part.',
    ...SUMS,
    example: 0,
  })
  readonly surplusCents!: number | null;
}

/** The balances of the plans that were asked for. */
export class PlanBalanceList {
  @ListOf(() => ListedPlanBalanceAnswer, { description: 'By the name of the plan.', max: MOST })
  readonly items!: readonly ListedPlanBalanceAnswer[];
}
