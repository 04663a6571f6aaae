import categories from '../../../config/reference/procurement-categories.json';
import rulesFile from '../../../config/reference/threshold-rules.json';
import { isLocalDate } from '@sr/kernel';
import { defaultRuleOn, proposeObligation, type ThresholdRule } from './domain/threshold-rule';

const rules = rulesFile.rows as ThresholdRule[];

describe('the rules in config/reference', () => {
  it('have codes of their own, days that exist, and a source', () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
    for (const { code, name, validFrom, validTo, source } of rules) {
      expect([code, isLocalDate(validFrom), validTo === null || validFrom <= validTo]).toEqual([code, true, true]);
      expect([code, name.trim() === '', source.length > 40]).toEqual([code, false, true]);
    }
  });

  it('know kinds of purchases and bases that the code knows, and rates up to the whole', () => {
    for (const { purchases, basis, compares, rateBp } of rules) {
      expect(purchases.filter((kind) => !['SUPPLIES', 'WORKS', 'SERVICES'].includes(kind))).toEqual([]);
      expect([basis, compares].filter((what) => !['CONTRACT_VALUE', 'LOONSOM'].includes(what))).toEqual([]);
      expect(rateBp > 0 && rateBp <= 10_000).toBe(true);
    }
  });

  it.each(['2011-07-01', '2018-01-01', '2026-11-23'])('have at most one default on a day: %s', (day) => {
    expect(defaultRuleOn(rules, day)?.code).toBe('RIJK-2011');
    expect(rules.filter((rule) => rule.isDefault && defaultRuleOn([rule], day))).toHaveLength(1);
  });

  const facts = { startsOn: '2024-01-01', endsOn: '2027-12-31', cpv: '90910000-9', wageShareBp: 6_000 };
  const rule = (code: string): ThresholdRule => {
    const found = rules.find((known) => known.code === code);
    if (!found) throw new Error(`there is no rule ${code}`);
    return found;
  };

  it.each([
    ['RIJK-2011', 480_000_000, 'YES', 14_400_000],
    ['RIJK-2011', 25_000_000, 'YES', 750_000],
    ['RIJK-2011', 24_999_999, 'NO', null],
    // The two readings differ where the value is above the threshold and its wages are below.
    ['RIJK-2011-LOONSOM', 25_000_000, 'NO', null],
    ['RIJK-2011-LOONSOM', 480_000_000, 'YES', 14_400_000],
  ])('%s of a value of %d cents: %s', (code, valueCents, applies, amountCents) => {
    expect(proposeObligation({ ...facts, valueCents }, rule(code))).toMatchObject({ applies, amountCents });
  });
});

describe('the procurement categories in config/reference', () => {
  it('have codes and names of their own, and a source', () => {
    const { rows } = categories;
    expect(rows).toHaveLength(8);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    expect(rows.filter(({ code }) => !/^[A-Z0-9_]{1,40}$/.test(code) || code === 'NONE')).toEqual([]);
    expect(rows.filter(({ source }) => source.trim() === '')).toEqual([]);
  });
});
