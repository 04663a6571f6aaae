import { daysOfMonth, daysOfQuarter, monthsOf, quarterOf, quartersBefore } from './quarters';

describe('quarters', () => {
  it('tells the quarter of a day', () => {
    expect(['2026-01-01', '2026-03-31', '2026-07-01', '2026-12-31'].map(quarterOf)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q3',
      '2026-Q4',
    ]);
  });

  it('tells the months of a quarter', () => {
    expect(monthsOf('2026-Q4')).toEqual(['2026-10', '2026-11', '2026-12']);
  });

  it('tells the days of a month, also in February and December', () => {
    expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(daysOfMonth('2026-12')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(daysOfQuarter('2026-Q2')).toEqual({ from: '2026-04-01', to: '2026-06-30' });
  });

  it('goes back over the turn of a year', () => {
    expect(quartersBefore('2026-05-14', 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
  });
});
