import { dayOf, SettableClock } from './clock';

describe('the day in the Netherlands', () => {
  it.each([
    ['2026-03-28T22:59:59Z', '2026-03-28', 'the last second of a day in winter'],
    ['2026-03-28T23:00:00Z', '2026-03-29', 'midnight in winter is at 23:00 UTC'],
    ['2026-03-29T00:59:59Z', '2026-03-29', 'before the clocks go forward'],
    ['2026-03-29T01:30:00Z', '2026-03-29', 'after the clocks went forward'],
    ['2026-03-29T21:59:59Z', '2026-03-29', 'the last second of a day of 23 hours'],
    ['2026-03-29T22:00:00Z', '2026-03-30', 'midnight in summer is at 22:00 UTC'],
    ['2026-10-24T22:00:00Z', '2026-10-25', 'the first moment of a day of 25 hours'],
    ['2026-10-25T00:30:00Z', '2026-10-25', 'half past two, the first time'],
    ['2026-10-25T01:30:00Z', '2026-10-25', 'half past two, the second time'],
    ['2026-10-25T22:59:59Z', '2026-10-25', 'the last second of that day'],
    ['2026-10-25T23:00:00Z', '2026-10-26', 'and the day after it'],
    ['2026-12-31T23:00:00Z', '2027-01-01', 'the new year'],
  ])('at %s is %s: %s', (moment, day) => expect(dayOf(new Date(moment))).toBe(day));

  it.each(['2026-03-29', '2026-10-25', '2026-11-24'])('is the day to which a clock is set: %s', (day) => {
    const clock = new SettableClock();
    clock.set(day);
    expect(clock.today()).toBe(day);
  });
});
