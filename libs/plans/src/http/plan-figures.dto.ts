import { Cents, Day, Id, Ids, ListOf, Nested, PageQuery, Text, Whole } from '@sr/platform';
import { PRINCIPAL, PlanPage } from './plans.dto';

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

export class SupplierRankingQuery {
  @Day({ description: 'The day, with what was known at its end; today when you leave it out.', optional: true })
  readonly on?: string;

  @Whole({ description: 'How many supplier groups.', min: 1, max: 100, optional: true, inQuery: true, example: 10 })
  readonly limit?: number;
}

export class RankedSupplierGroup {
  @Whole({ description: 'Its place: 1 is the largest; equal amounts share a place.', example: 1 })
  readonly rank!: number;

  @Id({ description: 'The supplier group.' })
  readonly supplierGroupId!: string;

  @Text({ description: 'Its name.', max: 200, example: 'Facilitair Groep' })
  readonly name!: string;

  @Cents({
    description: 'The amounts in force of its obligations that were awarded and not settled by that day, in cents.',
    example: 310_000_000,
  })
  readonly openCents!: number;

  @Whole({ description: 'How many obligations those are.', example: 9 })
  readonly obligations!: number;

  @Whole({ description: 'Of how many principals they are.', example: 6 })
  readonly principals!: number;
}

export class SupplierRankingAnswer {
  @Day({ description: 'The day on which it was worked out.' })
  readonly on!: string;

  @ListOf(() => RankedSupplierGroup, { description: 'The largest first; of contracts that you see.', max: 100 })
  readonly items!: RankedSupplierGroup[];
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
