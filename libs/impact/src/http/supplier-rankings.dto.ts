import { Cents, Choice, Day, Id, ListOf, Text, Whole } from '@sr/platform';
import { SIGNALS } from '../domain/forecast';
import { PLANS_NAMED, RANKING_ORDERS, type RankingOrder } from '../domain/ranking';

const SUMS = { max: Number.MAX_SAFE_INTEGER };
const SILENCE = 'Days since something was reported, or since the first day on which something could be';

/** In which order, and how many. */
export class SupplierRankingQuery {
  @Choice(RANKING_ORDERS, {
    description:
      'The most of what first: of amounts that are open (OPEN, unless told), of what is not expected to be filled (AT_RISK), or of what should be filled by now and is not (BEHIND).',
    optional: true,
    example: 'BEHIND',
  })
  readonly order?: RankingOrder;

  @Whole({ description: 'How many supplier groups.', min: 1, max: 100, optional: true, inQuery: true, example: 10 })
  readonly limit?: number;
}

/** A plan of a supplier group. */
export class RankedPlanAnswer {
  @Id({ description: 'The plan.' })
  readonly planId!: string;

  @Text({ description: 'Its name.', max: 200, example: 'De Gulle Lepel' })
  readonly planName!: string;

  @Choice(SIGNALS, { description: 'How it goes; see the list of signals.', example: 'AT_RISK' })
  readonly signal!: string;

  @Cents({ description: 'What is not expected to be filled, in cents.', ...SUMS, example: 11_292_794 })
  readonly atRiskCents!: number;

  @Whole({ description: `${SILENCE}.`, max: 1_000_000, example: 41 })
  readonly daysOfSilence!: number;
}

/** A supplier group and how it goes, over its obligations in euros that are not settled and that you see. */
export class RankedSupplierGroup {
  @Whole({ description: 'Its place: 1 is the most; equal figures share a place.', example: 1 })
  readonly rank!: number;

  @Id({ description: 'The supplier group.' })
  readonly supplierGroupId!: string;

  @Text({ description: 'Its name.', max: 200, example: 'Facilitair Groep' })
  readonly name!: string;

  @Cents({ description: 'The amounts in force, in cents.', ...SUMS, example: 310_000_000 })
  readonly openCents!: number;

  @Cents({ description: 'What is allocated of those, in cents.', ...SUMS, example: 120_000_000 })
  readonly allocatedCents!: number;

  @Cents({ description: 'What is not expected to be filled, in cents.', ...SUMS, example: 90_000_000 })
  readonly atRiskCents!: number;

  @Cents({
    description:
      'What would be filled by now if every day of each term filled as much, and is not; each obligation by itself, in cents.',
    ...SUMS,
    example: 40_000_000,
  })
  readonly behindCents!: number;

  @Choice(SIGNALS, {
    description: 'The worst signal of its plans, and of its obligations that are in none.',
    example: 'AT_RISK',
  })
  readonly signal!: string;

  @Whole({
    description: `${SILENCE}: the longest of its plans. Null when it has none.`,
    max: 1_000_000,
    nullable: true,
    example: 41,
  })
  readonly daysOfSilence!: number | null;

  @Whole({ description: 'How many obligations those are.', example: 9 })
  readonly obligations!: number;

  @Whole({ description: 'Of how many principals they are.', example: 6 })
  readonly principals!: number;

  @Whole({ description: 'In how many plans they are.', example: 2 })
  readonly planCount!: number;

  @ListOf(() => RankedPlanAnswer, {
    description: 'Some of those plans: the most euros at risk first.',
    max: PLANS_NAMED,
  })
  readonly plans!: readonly RankedPlanAnswer[];
}

export class SupplierRankingAnswer {
  @Day({ description: 'The day on which it was worked out: today.' })
  readonly on!: string;

  @Choice(RANKING_ORDERS, { description: 'In which order they stand.', example: 'BEHIND' })
  readonly order!: string;

  @ListOf(() => RankedSupplierGroup, { description: 'The most first; of contracts that you see.', max: 100 })
  readonly items!: readonly RankedSupplierGroup[];
}
