import { blockOf, repeated, type Block, type ValueTable } from './value-table';

const purchase: Block = { kind: 'PURCHASE', code: 'SW_PURCHASE', label: 'Sheltered workshop', rateBp: 10_000 };
const activity: Block = {
  kind: 'ACTIVITY',
  code: 'ACTIVITY',
  label: 'Activity',
  hourRateCents: 100,
  dayCapCents: null,
};
const table: ValueTable = {
  code: 'T1',
  name: 'Test',
  example: true,
  validFrom: null,
  source: null,
  normHoursPerWeek: 36,
  blocks: [purchase, activity],
  bonuses: [{ code: 'AGE_55', label: '55 or older', annualValueCents: 1_000_000 }],
  notValued: [],
};

describe('blockOf', () => {
  it.each([
    ['SW_PURCHASE', purchase],
    ['ACTIVITY', activity],
    ['activity', undefined],
    ['AGE_55', undefined],
    ['', undefined],
  ])('%j', (code, block) => {
    expect(blockOf(table, code)).toBe(block);
  });
});

describe('repeated', () => {
  it.each([
    [[], []],
    [['a'], []],
    [['a', 'b', 'A'], []],
    [['a', 'b', 'a'], ['a']],
    [
      ['b', 'a', 'b', 'a', 'a'],
      ['b', 'a'],
    ],
  ])('of %j is %j', (codes, expected) => {
    expect(repeated(codes)).toEqual(expected);
  });
});
