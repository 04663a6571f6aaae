import { hoursToCome, oldestToCome, untilLimit, type Pace } from './to-come';

const pace = (more: Partial<Pace> = {}): Pace => ({
  startsOn: '2024-01-01',
  endsOn: null,
  acceptedTo: '2024-12-31',
  waitingFrom: null,
  reportedCentihours: 36_600,
  reportedDays: 366,
  ...more,
});
const UNTIL = '2025-12-31';
const TODAY = '2025-02-10';

describe('the hours of a placement that are still to come', () => {
  it.each<[string, Partial<Pace>, string, [string, string, number] | null]>([
    ['at the pace of what was reported', {}, UNTIL, ['2025-01-01', '2025-12-31', 36_500]],
    ['until its own last day', { endsOn: '2025-03-31' }, UNTIL, ['2025-01-01', '2025-03-31', 9_000]],
    [
      'from its first day when nothing was accepted',
      { startsOn: '2025-02-01', acceptedTo: null },
      UNTIL,
      ['2025-02-01', '2025-12-31', 33_400],
    ],
    ['not of days long ago', { acceptedTo: '2023-12-31' }, UNTIL, ['2024-10-01', '2025-12-31', 45_700]],
    ['of days of the quarter before', { acceptedTo: '2024-11-30' }, UNTIL, ['2024-12-01', '2025-12-31', 39_600]],
    [
      'from the first claim that waits',
      { acceptedTo: null, waitingFrom: '2024-12-01' },
      UNTIL,
      ['2024-12-01', '2025-12-31', 39_600],
    ],
    [
      'not of days that were accepted after it',
      { waitingFrom: '2024-10-01' },
      UNTIL,
      ['2025-01-01', '2025-12-31', 36_500],
    ],
    [
      'rounded down',
      { reportedCentihours: 1, reportedDays: 300, endsOn: '2025-12-30' },
      UNTIL,
      ['2025-01-01', '2025-12-30', 1],
    ],
    ['nothing when it ended before', { endsOn: '2024-12-31' }, UNTIL, null],
    ['nothing when every term ended', {}, '2024-12-31', null],
    ['nothing while nothing was reported', { reportedCentihours: 0, reportedDays: 0 }, UNTIL, null],
    ['nothing when no hours were reported', { reportedCentihours: 0 }, UNTIL, null],
    ['nothing when it is less than a hundredth of an hour', { reportedCentihours: 1 }, '2025-01-10', null],
  ])('%s', (_, more, until, expected) => {
    const toCome = hoursToCome(pace(more), until, TODAY);
    expect(toCome && [toCome.period.from, toCome.period.to, toCome.centihours]).toEqual(expected);
  });

  it.each([
    ['2025-02-10', '2024-10-01'],
    ['2025-04-01', '2025-01-01'],
  ])('on %s they are of days from %s on', (onDay, expected) => {
    expect(oldestToCome(onDay)).toBe(expected);
  });
});

it.each([
  [1_000, '2025-01-10'],
  [500, '2025-01-05'],
  [501, '2025-01-06'],
  [1, '2025-01-01'],
  [0, '2025-01-01'],
])('a limit that leaves %d of 1,000 hundredths in ten days stops on %s', (counted, to) => {
  const toCome = { period: { from: '2025-01-01', to: '2025-01-10' }, centihours: 1_000 };
  expect(untilLimit(toCome, counted)).toEqual({ from: '2025-01-01', to });
});
