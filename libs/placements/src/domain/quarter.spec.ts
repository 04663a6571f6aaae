import { daysOfMonth, daysOfQuarter, monthsOfQuarter, nextQuarter, quarterCode, quarterOfCode } from './quarter';

describe('a quarter', () => {
  it.each([
    ['2024-Q1', '2024-01-01', '2024-03-31', ['2024-01', '2024-02', '2024-03'], '2024-04-01'],
    ['2024-Q2', '2024-04-01', '2024-06-30', ['2024-04', '2024-05', '2024-06'], '2024-07-01'],
    ['2023-Q3', '2023-07-01', '2023-09-30', ['2023-07', '2023-08', '2023-09'], '2023-10-01'],
    ['2023-Q4', '2023-10-01', '2023-12-31', ['2023-10', '2023-11', '2023-12'], '2024-01-01'],
  ])('%s', (code, from, to, months, next) => {
    expect(quarterOfCode(code)).toBe(from);
    expect(quarterCode(from)).toBe(code);
    expect(quarterCode(to)).toBe(code);
    expect(daysOfQuarter(from)).toEqual({ from, to });
    expect(monthsOfQuarter(from)).toEqual(months);
    expect(nextQuarter(from)).toBe(next);
  });
});

describe('a month', () => {
  it.each([
    ['2024-02', '2024-02-29'],
    ['2023-02', '2023-02-28'],
    ['2024-04', '2024-04-30'],
    ['2024-12', '2024-12-31'],
  ])('%s', (month, to) => {
    expect(daysOfMonth(month)).toEqual({ from: `${month}-01`, to });
  });
});
