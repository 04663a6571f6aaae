import { addDays, daysBetween } from '@sr/kernel';
import fc from 'fast-check';
import { addWorkingDays, isWorkingDay } from './working-days';

describe('a working day of the Netherlands', () => {
  it.each([
    ['2026-03-30', true, 'a Monday'],
    ['2026-04-03', true, 'Goede Vrijdag'],
    ['2026-04-04', false, 'a Saturday'],
    ['2026-04-05', false, 'eerste paasdag, a Sunday'],
    ['2026-04-06', false, 'tweede paasdag'],
    ['2026-04-27', false, 'Koningsdag, a Monday'],
    ['2025-04-26', false, 'Koningsdag, a Saturday since the 27th is a Sunday'],
    ['2025-04-28', true, 'the Monday after it'],
    ['2013-04-30', false, 'Koninginnedag, until 2013'],
    ['2014-04-30', true, 'no longer Koninginnedag'],
    ['2026-05-04', true, 'Dodenherdenking'],
    ['2026-05-05', true, 'Bevrijdingsdag'],
    ['2025-05-05', true, 'Bevrijdingsdag of a fifth year'],
    ['2026-05-14', false, 'Hemelvaartsdag'],
    ['2026-05-15', true, 'the Friday after it'],
    ['2026-05-25', false, 'tweede pinksterdag'],
    ['2026-12-24', true, 'the day before Christmas'],
    ['2026-12-25', false, 'eerste kerstdag'],
    ['2026-12-28', true, 'the Monday after Christmas'],
    ['2026-12-31', true, 'the last day of the year'],
    ['2027-01-01', false, 'nieuwjaarsdag'],
    ['1999-12-31', true, 'a Friday before 2000'],
    ['2000-01-01', false, 'nieuwjaarsdag, a Saturday'],
    ['1999-12-26', false, 'a Sunday before 2000'],
    ['1999-12-18', false, 'a Saturday before 2000'],
  ])('%s: %s, %s', (day, expected) => expect(isWorkingDay(day)).toBe(expected));

  it.each([
    ['2026-04-03', { goodFriday: true }, false],
    ['2026-04-03', { liberationDay: true }, true],
    ['2025-04-18', { goodFriday: true }, false],
    ['2026-05-05', { liberationDay: true }, false],
    ['2026-05-05', { goodFriday: true }, true],
    ['2026-05-05', { goodFriday: false, liberationDay: false }, true],
  ])('%s with %j: %s', (day, free, expected) => expect(isWorkingDay(day, free)).toBe(expected));

  it('never lies in a weekend, and there are 250 to 257 of them a year', () => {
    for (let year = 1990; year <= 2060; year += 1) {
      const days = Array.from({ length: 366 }, (_, day) => addDays(`${year}-01-01`, day));
      const working = days.filter((day) => day.startsWith(String(year)) && isWorkingDay(day));
      expect(working.filter((day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))).toEqual([]);
      expect([250, 251, 252, 253, 254, 255, 256, 257]).toContain(working.length);
    }
  });
});

describe('so many working days later', () => {
  it.each([
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-03-30', 1, '2026-03-31'],
    ['2026-04-02', 1, '2026-04-03'],
    ['2026-04-03', 1, '2026-04-07'],
    ['2026-04-04', 1, '2026-04-07'],
    ['2026-04-24', 10, '2026-05-11'],
    ['2026-12-18', 10, '2027-01-05'],
    ['2026-04-07', -1, '2026-04-03'],
    ['2027-01-05', -10, '2026-12-18'],
  ])('%s and %d is %s', (day, count, expected) => expect(addWorkingDays(day, count)).toBe(expected));

  it('counts the days that are free by agreement only when it is said', () => {
    expect(addWorkingDays('2026-04-02', 1, { goodFriday: true })).toBe('2026-04-07');
    expect(addWorkingDays('2026-04-24', 10, { liberationDay: true })).toBe('2026-05-12');
  });

  it('passes exactly so many working days, and ends on one', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.integer({ min: 1, max: 60 }), (start, count) => {
        const from = addDays('1995-01-01', start);
        const to = addWorkingDays(from, count);
        const passed = Array.from({ length: daysBetween(from, to) }, (_, day) => addDays(from, day + 1));
        expect(passed.filter((day) => isWorkingDay(day))).toHaveLength(count);
        expect(passed.at(-1)).toBe(to);
        expect(isWorkingDay(to)).toBe(true);
      }),
    );
  });
});
