import { daysViolations, overlapping } from './new-deviation';

const TODAY = '2026-11-23';
const codes = (from: string, until: string): string[] => daysViolations({ from, until }, TODAY).map(({ code }) => code);

describe('the days of a deviation', () => {
  it.each<[string, string, string[]]>([
    ['2026-11-23', '2026-11-23', []],
    ['2026-11-23', '2027-11-23', []],
    ['2026-11-23', '2027-11-24', ['deviation.too_long']],
    ['2026-12-01', '2026-11-30', ['deviation.term_backwards']],
    ['2026-11-22', '2026-12-01', ['deviation.in_the_past']],
    ['2026-11-22', '2026-11-21', ['deviation.in_the_past', 'deviation.term_backwards']],
  ])('from %s until %s: %j', (from, until, expected) => {
    expect(codes(from, until)).toEqual(expected);
  });

  it('overlap when they share a day', () => {
    const others = [{ from: '2026-12-01', until: '2026-12-31' }];
    expect(overlapping(others, { from: '2026-12-31', until: '2027-01-31' })).toBe(others[0]);
    expect(overlapping(others, { from: '2026-11-23', until: '2026-12-01' })).toBe(others[0]);
    expect(overlapping(others, { from: '2026-12-10', until: '2026-12-11' })).toBe(others[0]);
    expect(overlapping(others, { from: '2027-01-01', until: '2027-01-31' })).toBeUndefined();
    expect(overlapping(others, { from: '2026-11-23', until: '2026-11-30' })).toBeUndefined();
    const neverBegun = [{ from: '2026-12-01', until: '2026-11-30' }];
    expect(overlapping(neverBegun, { from: '2026-11-23', until: '2026-12-31' })).toBeUndefined();
  });
});
