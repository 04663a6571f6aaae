import { defaultRepeatStrategy } from 'bullmq';
import { AMSTERDAM, dailyJobsDue, looksOf } from './daily-time';

const DAILIES = [
  { name: 'a.early', at: '00:00' },
  { name: 'a.night', at: '02:30' },
  { name: 'a.morning', at: '07:00' },
];
const dueAt = (moment: string): string[] =>
  dailyJobsDue(DAILIES, new Date(moment)).map(({ name, day }) => `${name} ${day}`);

describe('which daily jobs are due', () => {
  it.each([
    ['just before seven, within a minute', '2026-11-23T05:59:30Z', ['a.early', 'a.night', 'a.morning'], '2026-11-23'],
    ['well before seven', '2026-11-23T05:58:30Z', ['a.early', 'a.night'], '2026-11-23'],
    ['seven in summer is five in UTC', '2026-07-01T05:00:00Z', ['a.early', 'a.night', 'a.morning'], '2026-07-01'],
    [
      'the evening, for who was away all day',
      '2026-11-23T22:58:00Z',
      ['a.early', 'a.night', 'a.morning'],
      '2026-11-23',
    ],
    ['a moment before midnight it is the next day', '2026-11-23T22:59:30Z', ['a.early'], '2026-11-24'],
    ['the clock goes from two to three', '2026-03-29T00:58:00Z', ['a.early'], '2026-03-29'],
    ['and half past two has been', '2026-03-29T01:00:00Z', ['a.early', 'a.night'], '2026-03-29'],
    ['the first half past two of the long night', '2026-10-25T00:30:00Z', ['a.early', 'a.night'], '2026-10-25'],
    ['the second is the same day, so the same job', '2026-10-25T01:30:00Z', ['a.early', 'a.night'], '2026-10-25'],
  ])('%s', (_what, moment, names, day) => {
    expect(dueAt(moment)).toEqual(names.map((name) => `${name} ${day}`));
  });
});

describe('when to look', () => {
  const next = (pattern: string, from: string): string => {
    const at = defaultRepeatStrategy(Date.parse(from), { pattern, tz: AMSTERDAM });
    return new Date(Number(at)).toISOString();
  };

  it('once at each time, and every hour', () => {
    const twice = [...DAILIES, { name: 'a.other', at: '07:00' }];
    expect(looksOf(twice)).toEqual([
      { id: 'at-0000', pattern: '0 0 0 * * *' },
      { id: 'at-0230', pattern: '0 30 2 * * *' },
      { id: 'at-0700', pattern: '0 0 7 * * *' },
      { id: 'hourly', pattern: '0 0 * * * *' },
    ]);
    expect(looksOf([])).toEqual([]);
  });

  it.each([
    ['in winter', '0 0 7 * * *', '2026-11-23T12:00:00Z', '2026-11-24T06:00:00.000Z'],
    ['on the day that summer time begins', '0 0 7 * * *', '2026-03-28T12:00:00Z', '2026-03-29T05:00:00.000Z'],
    ['on the day that it ends', '0 0 7 * * *', '2026-10-24T12:00:00Z', '2026-10-25T06:00:00.000Z'],
    ['each hour of the short night', '0 0 * * * *', '2026-03-29T00:30:00Z', '2026-03-29T01:00:00.000Z'],
    ['each hour of the long night', '0 0 * * * *', '2026-10-25T00:30:00Z', '2026-10-25T01:00:00.000Z'],
  ])('%s BullMQ comes at the right moment', (_when, pattern, from, at) => {
    expect(next(pattern, from)).toBe(at);
  });

  it('a time that the short night does not have is looked at within the hour', () => {
    expect(next('0 30 2 * * *', '2026-03-28T12:00:00Z') <= '2026-03-29T02:00:00.000Z').toBe(true);
  });
});
