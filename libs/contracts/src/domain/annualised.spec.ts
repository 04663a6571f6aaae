import { annualised } from './annualised';

describe('annualised', () => {
  it.each([
    ['a whole year of four, one of them a leap year', 24_000_000, '2024-01-01', '2027-12-31', 2025, 5_995_893],
    ['the leap year of four', 24_000_000, '2024-01-01', '2027-12-31', 2024, 6_012_320],
    ['all of a term inside the year', 4_000_000, '2024-09-01', '2024-12-31', 2024, 4_000_000],
    ['a term of one day', 999, '2024-02-29', '2024-02-29', 2024, 999],
    ['nothing before the term', 4_000_000, '2024-09-01', '2024-12-31', 2023, 0],
    ['nothing after it', 4_000_000, '2024-09-01', '2024-12-31', 2025, 0],
    ['the last day only', 731, '2023-01-01', '2025-01-01', 2025, 1],
    ['half a cent, rounded up', 1, '2024-12-31', '2025-01-01', 2024, 1],
    ['an amount of 10^15', 10 ** 15, '2024-12-31', '2025-01-01', 2025, 5 * 10 ** 14],
  ])('%s', (_, amount, from, to, year, cents) => {
    expect(annualised(amount, { from, to }, year)).toBe(cents);
  });
});
