import {
  allTogether,
  asTheyAre,
  byItself,
  compare,
  fragmentation,
  median,
  monthsLeft,
  type FollowedObligation,
  type Fragmentation,
} from './fragmentation';

const TODAY = '2025-12-31';
const followed = (
  id: string,
  principalCode: string,
  amountCents: number | null,
  endsOn: string,
  planId: string | null = null,
): FollowedObligation => ({ id, principalCode, amountCents, endsOn, planId });

const obligations = [
  followed('a', 'IenW', 24_000_000, '2027-12-31', 'plan-1'),
  followed('b', 'BZK', 1_000_001, '2026-06-30'),
  followed('c', 'BZK', 4_000_000, '2026-12-31', 'plan-2'),
  followed('d', 'AZ', 2_000_000, '2025-06-30', 'plan-2'),
];

describe('fragmentation', () => {
  it.each<[string, Parameters<typeof fragmentation>[1], Fragmentation]>([
    // Sizes 1,000,001 2,000,000 4,000,000 24,000,000; months 24 6 12 0.
    ['each by itself', byItself, { obligations: 4, points: 4, medianCents: 3_000_000, medianMonthsLeft: 9 }],
    // Sizes 24,000,000 1,000,001 6,000,000; months 24 6 12.
    ['as they are', asTheyAre, { obligations: 4, points: 3, medianCents: 6_000_000, medianMonthsLeft: 12 }],
    ['all together', allTogether, { obligations: 4, points: 1, medianCents: 31_000_001, medianMonthsLeft: 24 }],
  ])('%s', (_, pointOf, found) => {
    expect(fragmentation(obligations, pointOf, TODAY)).toEqual(found);
  });

  it('of nothing', () => {
    const nothing = { obligations: 0, points: 0, medianCents: null, medianMonthsLeft: null };
    expect(fragmentation([], byItself, TODAY)).toEqual(nothing);
    expect(compare([], byItself, allTogether, TODAY)).toEqual({ before: nothing, after: nothing, principals: [] });
  });

  it('of goals without euros has no size', () => {
    const goal = followed('g', 'SZW', null, '2026-12-31');
    expect(fragmentation([goal], byItself, TODAY)).toMatchObject({ points: 1, medianCents: null });
  });

  it('is told of each principal by itself, in the order of their codes', () => {
    const { before, after, principals } = compare(obligations, asTheyAre, allTogether, TODAY);
    expect([before.points, after.points]).toEqual([3, 1]);
    expect(principals.map(({ principalCode, ...told }) => [principalCode, told.before, told.after])).toEqual([
      [
        'AZ',
        { obligations: 1, points: 1, medianCents: 2_000_000, medianMonthsLeft: 0 },
        { obligations: 1, points: 1, medianCents: 2_000_000, medianMonthsLeft: 0 },
      ],
      [
        'BZK',
        { obligations: 2, points: 2, medianCents: 2_500_001, medianMonthsLeft: 9 },
        { obligations: 2, points: 1, medianCents: 5_000_001, medianMonthsLeft: 12 },
      ],
      [
        'IenW',
        { obligations: 1, points: 1, medianCents: 24_000_000, medianMonthsLeft: 24 },
        { obligations: 1, points: 1, medianCents: 24_000_000, medianMonthsLeft: 24 },
      ],
    ]);
  });
});

it.each([
  ['2025-12-31', '2027-12-31', 24],
  ['2025-12-31', '2025-12-31', 0],
  ['2025-12-31', '2025-12-30', 0],
  ['2025-12-31', '2020-01-01', 0],
  ['2026-01-01', '2026-01-31', 1],
  ['2026-01-01', '2026-01-30', 0],
  ['2026-01-15', '2026-02-14', 1],
  ['2026-01-15', '2026-02-13', 0],
  ['2024-01-31', '2024-02-29', 1],
  ['2026-03-01', '2028-02-29', 24],
])('from %s to and including %s are %s whole months', (today, endsOn, months) => {
  expect(monthsLeft(today, endsOn)).toBe(months);
});

it.each<[number[], number | null]>([
  [[], null],
  [[7], 7],
  [[9, 1], 5],
  [[1, 2], 2],
  [[3, 1, 2], 2],
  [[10, 100, 1, 1000], 55],
])('the median of %j is %s', (values, middle) => {
  expect(median(values)).toBe(middle);
});
