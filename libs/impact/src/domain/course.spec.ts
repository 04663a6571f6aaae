import { poolCourse } from './course';

const figuresOf = (course: ReturnType<typeof poolCourse>) =>
  course.map((quarter) => [
    [quarter.imposedCents, quarter.imposedToDateCents],
    [quarter.annualisedCents, quarter.annualisedToDateCents],
    [quarter.realisedCents, quarter.realisedToDateCents],
  ]);

describe('the course of the pool through a year', () => {
  it.each([
    [2024, ['2024-01-01', '2024-03-31'], ['2024-10-01', '2024-12-31']],
    [2025, ['2025-01-01', '2025-03-31'], ['2025-10-01', '2025-12-31']],
    [2999, ['2999-01-01', '2999-03-31'], ['2999-10-01', '2999-12-31']],
  ])('%s has four quarters', (year, first, last) => {
    const days = poolCourse(year, [], []).map(({ startsOn, endsOn }) => [startsOn, endsOn]);
    expect(days).toHaveLength(4);
    expect([days[0], days[3]]).toEqual([first, last]);
    expect(days.slice(1, 3)).toEqual([
      [`${year}-04-01`, `${year}-06-30`],
      [`${year}-07-01`, `${year}-09-30`],
    ]);
  });

  it('adds what is imposed and realised up to each quarter, and takes apart what was rounded up to each', () => {
    const course = poolCourse(
      2026,
      [
        { quarter: 1, imposedCents: 100n, annualisedToDateCents: 33n },
        { quarter: 2, imposedCents: 0n, annualisedToDateCents: 67n },
        { quarter: 3, imposedCents: 7n, annualisedToDateCents: 100n },
        { quarter: 4, imposedCents: 1n, annualisedToDateCents: 100n },
      ],
      [
        { quarter: 4, realisedCents: 5n },
        { quarter: 2, realisedCents: 50n },
      ],
    );
    expect(figuresOf(course)).toEqual([
      [
        [100, 100],
        [33, 33],
        [0, 0],
      ],
      [
        [0, 100],
        [34, 67],
        [50, 50],
      ],
      [
        [7, 107],
        [33, 100],
        [0, 50],
      ],
      [
        [1, 108],
        [0, 100],
        [5, 55],
      ],
    ]);
  });

  it('has a quarter of EUR 130 million in each', () => {
    expect(poolCourse(2026, [], []).map((quarter) => [quarter.referenceCents, quarter.referenceToDateCents])).toEqual([
      [3_250_000_000, 3_250_000_000],
      [3_250_000_000, 6_500_000_000],
      [3_250_000_000, 9_750_000_000],
      [3_250_000_000, 13_000_000_000],
    ]);
  });
});
