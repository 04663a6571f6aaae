import { calendarYear } from '@sr/kernel';
import { plannedBeyond, type BlockValue, type PlannedValue } from './planned-beyond';

const line = (block: string, valueCents: number, period = calendarYear(2025)): PlannedValue => ({
  block,
  period,
  valueCents,
  confidenceBp: 5_000,
});
const runs = (block: string, valueCents: number, period = calendarYear(2025)): BlockValue => ({
  block,
  period,
  valueCents,
});
const HALF = '2025-07-01'; // 182 of 365 days are over.

describe('what a plan of action promises beyond what runs', () => {
  it.each<[string, PlannedValue[], BlockValue[], string, [string, number][]]>([
    ['a line that is to begin', [line('A', 365)], [], '2024-12-31', [['2025-01-01', 365]]],
    ['only the days that are left', [line('A', 365)], [], HALF, [['2025-07-02', 183]]],
    ['nothing of a line that is over', [line('A', 365)], [], '2025-12-31', []],
    ['less what runs in the same block', [line('A', 365)], [runs('A', 100)], '2024-12-31', [['2025-01-01', 265]]],
    ['and not what runs in another', [line('A', 365)], [runs('B', 100)], '2024-12-31', [['2025-01-01', 365]]],
    ['less what runs after the day only', [line('A', 365)], [runs('A', 365)], HALF, []],
    [
      'what runs is taken off one line after the other',
      [line('A', 100), line('A', 100)],
      [runs('A', 130)],
      '2024-12-31',
      [['2025-01-01', 70]],
    ],
    ['never below nothing', [line('A', 100)], [runs('A', 500)], '2024-12-31', []],
  ])('%s', (_, lines, running, onDay, expected) => {
    const beyond = plannedBeyond(lines, running, onDay);
    expect(beyond.map(({ period, valueCents }) => [period.from, valueCents])).toEqual(expected);
    expect(beyond.every(({ kind, confidenceBp }) => kind === 'PLANNED' && confidenceBp === 5_000)).toBe(true);
  });
});
