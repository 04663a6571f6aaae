import { calendarYear, contains, daysIn, daysInYear, isInOneQuarter, overlaps, type Period } from './period';

/** `2024-01-01..2024-12-31` as a period; with nothing after the dots it has no last day. */
const period = (text: string): Period => {
  const [from = '', to = ''] = text.split('..');
  return { from, to };
};

describe('daysIn', () => {
  it.each([
    ['2024-01-01..2024-01-01', 1],
    ['2024-01-01..2024-12-31', 366],
    ['2023-01-01..2023-12-31', 365],
    ['2024-02-28..2024-03-01', 3],
    ['2023-02-28..2023-03-01', 2],
    ['2024-01-01..2027-12-31', 1461],
    ['2024-01-02..2024-01-01', 0],
    ['2024-12-31..2024-01-01', 0],
  ])('of %s is %d', (text, days) => {
    expect(daysIn(period(text))).toBe(days);
  });
});

describe('overlaps', () => {
  it.each([
    ['the same day', '2024-05-05..2024-05-05', '2024-05-05..2024-05-05', true],
    ['the last day of one and the first of the other', '2024-01-01..2024-03-31', '2024-03-31..2024-06-30', true],
    ['days that only follow each other', '2024-01-01..2024-03-31', '2024-04-01..2024-06-30', false],
    ['one inside the other', '2024-01-01..2024-12-31', '2024-05-01..2024-05-31', true],
    ['a year apart', '2024-01-01..2024-12-31', '2026-01-01..2026-12-31', false],
  ])('for %s, in either order', (_, a, b, expected) => {
    expect(overlaps(period(a), period(b))).toBe(expected);
    expect(overlaps(period(b), period(a))).toBe(expected);
  });
});

describe('contains', () => {
  it.each([
    ['2024-01-01..2024-12-31', '2024-01-01..2024-12-31', true],
    ['2024-01-01..2024-12-31', '2024-05-01..2024-05-01', true],
    ['2024-01-01..2024-12-31', '2023-12-31..2024-05-01', false],
    ['2024-01-01..2024-12-31', '2024-12-31..2025-01-01', false],
    ['2024-01-01..', '2999-12-31..2999-12-31', true],
    ['2024-01-01..', '2023-12-31..2999-12-31', false],
  ])('%s, %s: %s', (outer, inner, expected) => {
    const { from, to } = period(outer);
    expect(contains({ from, to: to === '' ? null : to }, period(inner))).toBe(expected);
  });
});

describe('daysInYear', () => {
  it.each([
    ['a leap year', '2024-01-01..2027-12-31', 2024, 366],
    ['another year', '2024-01-01..2027-12-31', 2025, 365],
    ['the year in which it begins', '2024-12-31..2027-12-31', 2024, 1],
    ['the year in which it ends', '2024-01-01..2027-01-01', 2027, 1],
    ['inside the year', '2024-02-01..2024-02-29', 2024, 29],
    ['the year before', '2024-01-01..2027-12-31', 2023, 0],
    ['the year after', '2024-01-01..2027-12-31', 2028, 0],
  ])('%s: of %s in %d there are %d', (_, text, year, days) => {
    expect(daysInYear(period(text), year)).toBe(days);
  });

  it('of all years together is the whole period', () => {
    const term = period('2023-11-30..2026-02-01');
    const years = [2022, 2023, 2024, 2025, 2026, 2027].map((year) => daysInYear(term, year));
    expect(years).toEqual([0, 32, 366, 365, 32, 0]);
    expect(daysIn(term)).toBe(32 + 366 + 365 + 32);
  });
});

describe('calendarYear', () => {
  it('has its first and its last day', () => {
    expect(calendarYear(2024)).toEqual(period('2024-01-01..2024-12-31'));
  });
});

describe('isInOneQuarter', () => {
  it.each([
    ['2024-01-01..2024-03-31', true],
    ['2024-10-01..2024-12-31', true],
    ['2024-05-05..2024-05-05', true],
    ['2024-03-31..2024-04-01', false],
    ['2024-12-31..2025-01-01', false],
    ['2024-01-01..2025-01-31', false],
  ])('%s: %s', (text, expected) => {
    expect(isInOneQuarter(period(text))).toBe(expected);
  });
});
