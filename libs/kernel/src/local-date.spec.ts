import fc from 'fast-check';
import { addDays, addMonths, daysBetween, isLocalDate, quarterStart, yearOf } from './local-date';

describe('isLocalDate', () => {
  it.each([
    ['2024-02-29', 'a leap day'],
    ['2000-02-29', 'the leap day of a century that has one'],
    ['1900-01-01', 'the first day'],
    ['2999-12-31', 'the last day'],
    ['2025-04-30', 'the end of a short month'],
  ])('knows %s, %s', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    ['2023-02-29', 'a leap day of a year without one'],
    ['1900-02-29', 'a leap day of a century without one'],
    ['2024-02-30', '30 February'],
    ['2025-04-31', 'the day after a short month'],
    ['2024-01-32', 'day 32'],
    ['2024-01-00', 'day 0'],
    ['2024-00-01', 'month 0'],
    ['2024-13-01', 'month 13'],
    ['1899-12-31', 'the day before the first'],
    ['3000-01-01', 'the day after the last'],
    ['2024-1-01', 'a month of one digit'],
    ['24-01-01', 'a year of two digits'],
    ['20240101', 'no hyphens'],
    ['2024/01/01', 'slashes'],
    ['01-02-2024', 'the day first'],
    ['2024-01-01T00:00:00Z', 'a time'],
    ['2024-01-01\n', 'a line break'],
    [' 2024-01-01', 'a space'],
    ['+2024-01-01', 'a sign'],
    ['vandaag', 'a word'],
    ['', 'nothing'],
  ])('refuses %j, %s', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });
});

describe('addDays and daysBetween', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-12-31', 1, '2025-01-01'],
    ['2024-01-01', -1, '2023-12-31'],
    ['2024-01-01', 366, '2025-01-01'],
    ['2023-01-01', 365, '2024-01-01'],
    ['2024-03-30', 2, '2024-04-01'], // the clocks go forward in between
    ['2024-10-26', 2, '2024-10-28'], // and back
    ['2024-05-05', 0, '2024-05-05'],
  ])('%s and %d days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  it('undo each other, and only name days that exist', () => {
    fc.assert(
      fc.property(fc.nat(300_000), fc.integer({ min: -100_000, max: 100_000 }), (start, days) => {
        const from = addDays('1950-01-01', start);
        const to = addDays(from, days);
        fc.pre(to >= '1900-01-01' && to <= '2999-12-31');
        expect(isLocalDate(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(days);
        expect(from < to).toBe(days > 0);
      }),
    );
  });
});

describe('yearOf', () => {
  it.each([
    ['2024-01-01', 2024],
    ['2024-12-31', 2024],
    ['1900-06-15', 1900],
  ])('of %s is %d', (day, year) => {
    expect(yearOf(day)).toBe(year);
  });
});

describe('quarterStart', () => {
  it.each([
    ['2024-01-01', '2024-01-01'],
    ['2024-02-29', '2024-01-01'],
    ['2024-03-31', '2024-01-01'],
    ['2024-04-01', '2024-04-01'],
    ['2024-05-15', '2024-04-01'],
    ['2024-06-30', '2024-04-01'],
    ['2024-07-01', '2024-07-01'],
    ['2024-08-31', '2024-07-01'],
    ['2024-09-30', '2024-07-01'],
    ['2024-10-01', '2024-10-01'],
    ['2024-11-11', '2024-10-01'],
    ['2024-12-31', '2024-10-01'],
    ['2025-01-01', '2025-01-01'],
  ])('of %s is %s', (day, start) => {
    expect(quarterStart(day)).toBe(start);
  });
});

describe('months from a day', () => {
  it.each([
    ['2024-01-01', 6, '2024-07-01'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-31', 0, '2024-01-31'],
    ['2024-03-31', 37, '2027-04-30'],
    ['2024-11-30', 13, '2025-12-30'],
    ['2026-11-23', 1, '2026-12-23'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-01-15', 24, '2028-01-15'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-12-31', -12, '2025-12-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %i is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });
});
