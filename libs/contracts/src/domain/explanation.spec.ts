import { euros, explainAmount, percent } from './explanation';
import type { ObligationTerms } from './obligation';

describe('euros', () => {
  it.each([
    [0, 'EUR 0.00'],
    [5, 'EUR 0.05'],
    [100, 'EUR 1.00'],
    [99_999, 'EUR 999.99'],
    [100_000, 'EUR 1,000.00'],
    [24_000_000, 'EUR 240,000.00'],
    [1_000_000_000_000_000, 'EUR 10,000,000,000,000.00'],
  ])('%d cents', (cents, message) => {
    expect(euros(cents)).toBe(message);
  });
});

describe('percent', () => {
  it.each([
    [0, '0%'],
    [1, '0.01%'],
    [50, '0.5%'],
    [250, '2.5%'],
    [500, '5%'],
    [1_000, '10%'],
    [10_000, '100%'],
    [25_025, '250.25%'],
  ])('%d basis points', (rateBp, message) => {
    expect(percent(rateBp)).toBe(message);
  });
});

describe('explainAmount', () => {
  const percentage = (capCents: number | null): ObligationTerms => ({
    kind: 'PERCENTAGE',
    basis: 'LOONSOM',
    baseCents: 288_000_000,
    rateBp: 500,
    capCents,
  });

  it.each<[string, ObligationTerms, number, string[]]>([
    [
      'a percentage',
      percentage(null),
      14_400_000,
      ['The base is the wage sum: EUR 2,880,000.00.', '5% of that is EUR 144,000.00.'],
    ],
    [
      'a percentage below its cap',
      percentage(30_000_000),
      14_400_000,
      ['The base is the wage sum: EUR 2,880,000.00.', '5% of that is EUR 144,000.00.'],
    ],
    [
      'a percentage at its cap',
      percentage(10_000_000),
      10_000_000,
      ['The base is the wage sum: EUR 2,880,000.00.', '5% of that, but at most EUR 100,000.00: EUR 100,000.00.'],
    ],
    [
      'a fixed amount',
      { kind: 'FIXED', amountCents: 4_000_000 },
      4_000_000,
      ['A fixed amount was agreed: EUR 40,000.00.'],
    ],
    [
      'a goal',
      { kind: 'FORM_FREE', goalUnit: 'PERSONS', goal: 3 },
      0,
      ['A goal was agreed without an amount in euros: 3 persons.'],
    ],
  ])('%s', (_, terms, amountCents, texts) => {
    expect(explainAmount(terms, amountCents).map(({ message }) => message)).toEqual(texts);
  });

  it('gives codes and figures beside the words', () => {
    expect(explainAmount(percentage(10_000_000), 10_000_000)).toMatchObject([
      { code: 'obligation.base', params: { basis: 'LOONSOM', baseCents: 288_000_000 } },
      { code: 'obligation.capped', params: { rateBp: 500, capCents: 10_000_000, amountCents: 10_000_000 } },
    ]);
  });
});
