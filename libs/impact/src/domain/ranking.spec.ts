import { PLANS_NAMED, rankSupplierGroups, type PointOfGroup, type RankingOrder } from './ranking';

const point = (supplierGroupId: string, openCents: number, more: Partial<PointOfGroup> = {}): PointOfGroup => ({
  supplierGroupId,
  plan: null,
  signal: 'ON_COURSE',
  openCents,
  allocatedCents: 0,
  atRiskCents: 0,
  behindCents: 0,
  principalCodes: ['IenW'],
  ...more,
});
const plan = (planId: string, daysOfSilence = 0) => ({ planId, planName: `Plan ${planId}`, daysOfSilence });
const points = [
  point('small', 100, { atRiskCents: 90, behindCents: 5 }),
  point('two', 300, { behindCents: 40 }),
  point('nothing', 0, { principalCodes: [] }),
  point('large', 1000, { atRiskCents: 90 }),
  point('two', 400, { principalCodes: ['BZK', 'IenW'], behindCents: 20, atRiskCents: 10 }),
  point('equal', 700, { principalCodes: ['SZW'] }),
];

it.each<[RankingOrder, [number, string][]]>([
  [
    'OPEN',
    [
      [1, 'large'],
      [2, 'equal'],
      [2, 'two'],
      [4, 'small'],
    ],
  ],
  [
    'AT_RISK',
    [
      [1, 'large'],
      [1, 'small'],
      [3, 'two'],
      [4, 'equal'],
    ],
  ],
  [
    'BEHIND',
    [
      [1, 'two'],
      [2, 'small'],
      [3, 'equal'],
      [3, 'large'],
    ],
  ],
])('by %s the most stands first, and nobody who has nothing open', (order, expected) => {
  const placesOf = (of: readonly PointOfGroup[], limit = 10) =>
    rankSupplierGroups(of, order, limit).map(({ rank, supplierGroupId }) => [rank, supplierGroupId]);
  expect(placesOf(points)).toEqual(expected);
  expect(placesOf([...points].reverse())).toEqual(expected);
  expect(placesOf(points, 2)).toEqual(expected.slice(0, 2));
  expect(placesOf(points, 0)).toEqual([]);
});

it('adds what is followed in several places, with the worst signal and the longest silence', () => {
  const [ranked] = rankSupplierGroups(
    [
      point('one', 100, { plan: plan('a', 12), signal: 'BEHIND', allocatedCents: 30, atRiskCents: 5, behindCents: 1 }),
      point('one', 200, { plan: plan('b', 40), atRiskCents: 9, principalCodes: ['IenW', 'BZK', 'IenW'] }),
      point('one', 300, { signal: 'AT_RISK', atRiskCents: 300 }),
    ],
    'OPEN',
    10,
  );
  expect(ranked).toEqual({
    rank: 1,
    supplierGroupId: 'one',
    openCents: 600,
    allocatedCents: 30,
    atRiskCents: 314,
    behindCents: 1,
    signal: 'AT_RISK',
    daysOfSilence: 40,
    obligations: 5,
    principals: 2,
    planCount: 2,
    plans: [
      { ...plan('b', 40), signal: 'ON_COURSE', atRiskCents: 9 },
      { ...plan('a', 12), signal: 'BEHIND', atRiskCents: 5 },
    ],
  });
});

it('has no silence without a plan, and names only some of many plans', () => {
  expect(rankSupplierGroups([point('one', 1)], 'OPEN', 1)).toMatchObject([
    { daysOfSilence: null, planCount: 0, plans: [] },
  ]);
  const many = ['f', 'e', 'd', 'c', 'b', 'a'].map((id) => point('one', 1, { plan: plan(id) }));
  const [group] = rankSupplierGroups(many, 'OPEN', 1);
  expect(group?.planCount).toBe(6);
  expect(group?.plans.map(({ planId }) => planId)).toEqual(['a', 'b', 'c', 'd', 'e'].slice(0, PLANS_NAMED));
});
