import { nowFirst, standingOn } from './dated';

const DAY = '2026-11-22';

describe('where a dated row stands', () => {
  it.each([
    [null, null, 'NOW'],
    ['2026-11-22', '2026-11-22', 'NOW'],
    ['2026-11-23', null, 'LATER'],
    [null, '2026-11-21', 'PAST'],
  ])('from %s to %s is %s', (from, to, standing) => {
    expect(standingOn(DAY, { from, to })).toBe(standing);
  });

  it('puts what holds now on top and keeps the order otherwise', () => {
    const rows = [
      { name: 'old', from: null, to: '2020-01-01' },
      { name: 'next', from: '2027-01-01', to: null },
      { name: 'a', from: null, to: null },
      { name: 'b', from: '2020-01-01', to: null },
    ];
    expect(nowFirst(rows, DAY, (row) => row).map(({ name }) => name)).toEqual(['a', 'b', 'next', 'old']);
  });
});
