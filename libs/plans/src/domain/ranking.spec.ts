import { rankSupplierGroups, type OpenOfSupplier, type Ranked } from './ranking';

const open = (supplierGroupId: string, openCents: number, ...principalCodes: string[]): OpenOfSupplier => ({
  supplierGroupId,
  openCents,
  obligations: principalCodes.length,
  principalCodes,
});
const suppliers = [
  open('small', 100, 'AZ'),
  open('two', 300, 'BZK'),
  open('nothing', 0, 'BZK'),
  open('large', 1000, 'IenW'),
  open('two', 400, 'BZK', 'IenW'),
  open('equal', 700, 'SZW'),
];
const ranked = (rank: number, supplierGroupId: string, openCents: number, obligations: number, principals: number) => ({
  rank,
  supplierGroupId,
  openCents,
  obligations,
  principals,
});

it.each<[number, Ranked[]]>([
  [0, []],
  [1, [ranked(1, 'large', 1000, 1, 1)]],
  [
    10,
    [
      ranked(1, 'large', 1000, 1, 1),
      ranked(2, 'equal', 700, 1, 1),
      ranked(2, 'two', 700, 3, 2),
      ranked(4, 'small', 100, 1, 1),
    ],
  ],
])('the %s largest supplier groups', (limit, places) => {
  expect(rankSupplierGroups(suppliers, limit)).toEqual(places);
  expect(rankSupplierGroups([...suppliers].reverse(), limit)).toEqual(places);
});

it('of nothing there are none', () => {
  expect(rankSupplierGroups([], 10)).toEqual([]);
});
