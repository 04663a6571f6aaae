import { Cents, Choice, Day, Id, Ids, ListOf, Nested, PageQuery, Text, Whole } from '@sr/platform';
import { PLAN_STATES, type PlanState } from '../domain/plan';
import { PRINCIPAL, PlanPage, STATE } from './plans.dto';

export class BundlingPreviewBody {
  @Id({ description: 'The supplier group of the contracts.' })
  readonly supplierGroupId!: string;

  @Ids({
    description: 'Contracts with an obligation that you see; each once.',
    min: 1,
    max: 500,
    example: ['0196f1ce-6f3a-7c11-9a4e-0d6f6f1b2c3d'],
  })
  readonly contractIds!: string[];
}

/** How scattered obligations are. */
export class FragmentationAnswer {
  @Whole({ description: 'How many open obligations.', example: 6 })
  readonly obligations!: number;

  @Whole({
    description: 'In how many places they have to be followed: plans, and obligations that are followed by themselves.',
    example: 6,
  })
  readonly points!: number;

  @Cents({
    description: 'The median of the amounts in such a place, in cents; null when none has euros.',
    nullable: true,
    example: 4_000_000,
  })
  readonly medianCents!: number | null;

  @Whole({
    description: 'The median of the whole months until the last term in such a place ends; null when there is none.',
    nullable: true,
    example: 14,
  })
  readonly medianMonthsLeft!: number | null;
}

export class PrincipalFragmentationAnswer {
  @Text({ description: 'The principal.', ...PRINCIPAL })
  readonly principal!: string;

  @Nested(() => FragmentationAnswer, { description: 'Its own obligations, before.' })
  readonly before!: FragmentationAnswer;

  @Nested(() => FragmentationAnswer, { description: 'Its own obligations, after.' })
  readonly after!: FragmentationAnswer;
}

export class FragmentationReportAnswer {
  @Day({ description: 'The day from which the months that are left are counted.' })
  readonly on!: string;

  @Nested(() => FragmentationAnswer, { description: 'Before: as they are followed now, or each by itself.' })
  readonly before!: FragmentationAnswer;

  @Nested(() => FragmentationAnswer, { description: 'After: all in one plan.' })
  readonly after!: FragmentationAnswer;

  @ListOf(() => PrincipalFragmentationAnswer, {
    description: 'The same for each principal by itself, by code.',
    max: 1000,
  })
  readonly principals!: PrincipalFragmentationAnswer[];

  @Whole({
    description: 'How many open obligations of the plan you do not see; they are in none of the figures.',
    example: 0,
  })
  readonly unseen!: number;
}

/** Uses of a value table are plans, a page at a time. */
export class ValueTableUsesQuery extends PageQuery {}

/** The plans that pin a value table. */
export class ValueTableUsesPage extends PlanPage {
  @Whole({
    description: 'How many plans pin it, also those that you may not see; null for who is no table steward or auditor.',
    max: 1_000_000_000,
    nullable: true,
    example: 14,
  })
  readonly count!: number | null;
}

/** Of which contracts the plans are asked for. */
export class PlanMembershipsQuery {
  @Ids({ description: 'The contracts, by id: the parameter once for each.', min: 1, max: 100, inQuery: true })
  readonly contractIds!: readonly string[];
}

/** In which plan the obligation of a contract is now. */
export class PlanMembershipAnswer {
  @Id({ description: 'The contract.' })
  readonly contractId!: string;

  @Id({ description: 'The plan.' })
  readonly planId!: string;

  @Text({ description: 'The name of the plan.', max: 200, example: 'Schoon en sociaal' })
  readonly planName!: string;

  @Choice(PLAN_STATES, STATE)
  readonly planState!: PlanState;
}

/** The plans of the contracts that were asked for. */
export class PlanMembershipList {
  @ListOf(() => PlanMembershipAnswer, { description: 'By the number of the contract.', max: 100 })
  readonly items!: readonly PlanMembershipAnswer[];
}
