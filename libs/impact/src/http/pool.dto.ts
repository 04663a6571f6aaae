import { Cents, Choice, Day, ListOf, Text, Whole } from '@sr/platform';
import { STAGES } from '../domain/funnel';
import { KNOWN_ON, REACH, REACHES, SUMS } from './impact-reports.dto';

/** Which year of the pool, as known when. */
export class PoolQuery {
  @Whole({ description: 'A calendar year.', min: 1900, max: 2999, inQuery: true, example: 2026 })
  readonly year!: number;

  @Day(KNOWN_ON)
  readonly knownOn?: string;
}

/** A step of the funnel. */
export class FunnelStepAnswer {
  @Choice(STAGES, { description: 'Which step it is.', example: 'REGISTERED' })
  readonly stage!: string;

  @Cents({
    description:
      'The euros of the step, in cents; null when it is of whole plans and the reader sees only parts of them.',
    ...SUMS,
    nullable: true,
    example: 1_378_600_000,
  })
  readonly cents!: number | null;

  @Whole({
    description: 'The same as a part of the reference, in basis points.',
    ...SUMS,
    nullable: true,
    example: 1_060,
  })
  readonly ofReferenceBp!: number | null;

  @Text({
    description: 'What the step is.',
    max: 500,
    example: 'The part of the accepted claims that counts for obligations.',
  })
  readonly definition!: string;
}

/** The pool of a year as a funnel. */
export class PoolAnswer {
  @Whole({ description: 'The calendar year.', min: 1900, max: 2999, example: 2026 })
  readonly year!: number;

  @Day({ description: 'The day at whose end it was known; null is now.', nullable: true })
  readonly knownOn!: string | null;

  @ListOf(() => FunnelStepAnswer, {
    description:
      'The steps in order. No step is a part of the one before: they count obligations and claims of different years.',
    max: 6,
  })
  readonly steps!: readonly FunnelStepAnswer[];
}

/** A quarter of the pool. */
export class PoolQuarterAnswer {
  @Whole({ description: 'Which quarter.', min: 1, max: 4, example: 2 })
  readonly quarter!: number;

  @Day({ description: 'Its first day.', example: '2026-04-01' })
  readonly startsOn!: string;

  @Day({ description: 'Its last day.', example: '2026-06-30' })
  readonly endsOn!: string;

  @Cents({ description: 'The whole amounts of obligations awarded in it, in cents.', ...SUMS, example: 344_650_000 })
  readonly imposedCents!: number;

  @Cents({ description: 'The same from 1 January, in cents.', ...SUMS, example: 689_300_000 })
  readonly imposedToDateCents!: number;

  @Cents({
    description:
      'The amounts of all obligations spread over the days of their terms: the part of the quarter, in cents. As much realised would be on course.',
    ...SUMS,
    example: 269_535_816,
  })
  readonly annualisedCents!: number;

  @Cents({ description: 'The same from 1 January, in cents.', ...SUMS, example: 539_071_632 })
  readonly annualisedToDateCents!: number;

  @Cents({
    description:
      'What accepted claims of work in the quarter put on obligations, in cents. Effort values: nobody pays them.',
    ...SUMS,
    example: 99_799_576,
  })
  readonly realisedCents!: number;

  @Cents({ description: 'The same from 1 January, in cents.', ...SUMS, example: 199_599_153 })
  readonly realisedToDateCents!: number;

  @Cents({ description: 'A quarter of the EUR 130 million, in cents.', ...SUMS, example: 3_250_000_000 })
  readonly referenceCents!: number;

  @Cents({ description: 'The same from 1 January, in cents.', ...SUMS, example: 6_500_000_000 })
  readonly referenceToDateCents!: number;
}

/** The course of the pool through a year: at the end of the fourth quarter it is the report of the year. */
export class PoolCourseAnswer {
  @Whole({ description: 'The calendar year.', min: 1900, max: 2999, example: 2026 })
  readonly year!: number;

  @Day({ description: 'The day at whose end it was known; null is now.', nullable: true })
  readonly knownOn!: string | null;

  @Choice(REACHES, { description: REACH, example: 'WHOLE_POOL' })
  readonly reach!: string;

  @ListOf(() => PoolQuarterAnswer, { description: 'The four quarters, in order, also those to come.', max: 4 })
  readonly quarters!: readonly PoolQuarterAnswer[];
}
