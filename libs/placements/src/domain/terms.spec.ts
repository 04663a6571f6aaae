import { daysLate, missingReports, reportDueOn } from './terms';

describe('a report is due 30 days after its quarter', () => {
  it.each([
    ['2024-01-01', '2024-04-30'],
    ['2024-04-01', '2024-07-30'],
    ['2024-07-01', '2024-10-30'],
    ['2024-10-01', '2025-01-30'],
  ])('%s: %s', (quarter, dueOn) => {
    expect(reportDueOn(quarter)).toBe(dueOn);
  });
});

describe('daysLate', () => {
  it.each([
    ['before', '2024-07-29', 0],
    ['the last day', '2024-07-30', 0],
    ['the day after', '2024-07-31', 1],
    ['a month later', '2024-08-30', 31],
  ])('%s', (_, on, days) => {
    expect(daysLate('2024-07-30', on)).toBe(days);
  });
});

describe('missingReports', () => {
  const plan = { from: '2024-02-10', until: null };
  const none = new Map<string, { dueOn: string; submitted: boolean }>();
  const first = { quarter: '2024-01-01', dueOn: '2024-04-30', daysLate: 92 };

  it.each([
    ['nothing is due yet', plan, none, '2024-04-30', []],
    ['the first', plan, none, '2024-05-01', [{ ...first, daysLate: 1 }]],
    ['two', plan, none, '2024-07-31', [first, { quarter: '2024-04-01', dueOn: '2024-07-30', daysLate: 1 }]],
    [
      'not the one that came',
      plan,
      new Map([['2024-01-01', { dueOn: '2024-04-30', submitted: true }]]),
      '2024-07-31',
      [{ quarter: '2024-04-01', dueOn: '2024-07-30', daysLate: 1 }],
    ],
    [
      'the one that is being written, by its own due date',
      plan,
      new Map([['2024-01-01', { dueOn: '2024-07-29', submitted: false }]]),
      '2024-07-30',
      [{ quarter: '2024-01-01', dueOn: '2024-07-29', daysLate: 1 }],
    ],
    ['none after the plan ended', { ...plan, until: '2024-03-31' }, none, '2024-07-31', [first]],
    ['not yet a plan', { from: '2024-08-01', until: null }, none, '2024-07-31', []],
  ])('%s', (_, its, reports, today, missing) => {
    expect(missingReports(its, reports, today)).toEqual(missing);
  });
});
