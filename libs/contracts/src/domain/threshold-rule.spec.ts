import { ENTERED_MAX } from '@sr/kernel';
import type { ObligationTerms } from './obligation';
import {
  defaultRuleOn,
  follows,
  isInForce,
  proposeObligation,
  type PurchaseFacts,
  type ThresholdRule,
} from './threshold-rule';

const RIJK: ThresholdRule = {
  code: 'RIJK-2011',
  name: 'Rijk, standaard',
  validFrom: '2011-07-01',
  validTo: null,
  isDefault: true,
  compares: 'CONTRACT_VALUE',
  thresholdCents: 25_000_000,
  minimumMonths: 6,
  purchases: ['WORKS', 'SERVICES'],
  basis: 'LOONSOM',
  rateBp: 500,
  capCents: null,
  lowLabourBelowBp: null,
  lowLabourRateBp: null,
  source: 'domain',
};
const CLEANING: PurchaseFacts = {
  startsOn: '2024-01-01',
  endsOn: '2027-12-31',
  cpv: '90910000-9',
  valueCents: 480_000_000,
  wageShareBp: 6_000,
};
const ofValue = { basis: 'CONTRACT_VALUE' } as const;

describe('proposeObligation', () => {
  it('O2: proposes 5% of the wage sum, and shows how it came to that', () => {
    expect(proposeObligation(CLEANING, RIJK)).toMatchObject({
      ruleCode: 'RIJK-2011',
      applies: 'YES',
      basis: 'LOONSOM',
      baseCents: 288_000_000,
      rateBp: 500,
      capCents: null,
      amountCents: 14_400_000,
    });
    expect(proposeObligation(CLEANING, RIJK).reasons.map(({ answer, message }) => `${answer} ${message}`)).toEqual([
      'YES The rule is for works and services; CPV 90910000-9 is for services.',
      'YES The rule begins at EUR 250,000.00 of the value of the contract, which is EUR 4,800,000.00.',
      'YES The rule is for terms of at least 6 months; this one is from 2024-01-01 to 2027-12-31.',
    ]);
    expect(proposeObligation(CLEANING, RIJK).steps.map(({ message }) => message)).toEqual([
      'Wages are 60% of the value of EUR 4,800,000.00: EUR 2,880,000.00.',
      'The base is the wage sum: EUR 2,880,000.00.',
      '5% of that is EUR 144,000.00.',
    ]);
  });

  it.each<[string, Partial<PurchaseFacts>, Partial<ThresholdRule>, number]>([
    ['O1: 5% of the value', {}, ofValue, 24_000_000],
    ['O4: 4% of exactly the threshold', { valueCents: 25_000_000 }, { ...ofValue, rateBp: 400 }, 1_000_000],
    [
      'O5: 2% where there is little labour',
      { valueCents: 300_000_000, wageShareBp: 2_200 },
      { ...ofValue, lowLabourBelowBp: 3_000, lowLabourRateBp: 200 },
      6_000_000,
    ],
    [
      'the whole rate at the border of little labour',
      { valueCents: 300_000_000, wageShareBp: 3_000 },
      { ...ofValue, lowLabourBelowBp: 3_000, lowLabourRateBp: 200 },
      15_000_000,
    ],
    [
      'O6: at most the cap',
      { valueCents: 2_000_000_000 },
      { ...ofValue, rateBp: 200, capCents: 30_000_000 },
      30_000_000,
    ],
    ['works', { cpv: '45233140-2' }, ofValue, 24_000_000],
    ['a term of exactly six months', { endsOn: '2024-06-30' }, ofValue, 24_000_000],
  ])('proposes %s', (_, facts, rule, amountCents) => {
    expect(proposeObligation({ ...CLEANING, ...facts }, { ...RIJK, ...rule })).toMatchObject({
      applies: 'YES',
      amountCents,
    });
  });

  const none = { basis: null, baseCents: null, rateBp: null, capCents: null, amountCents: null, steps: [] };
  it.each<[string, Partial<PurchaseFacts>, Partial<ThresholdRule>, string]>([
    ['O7: a value of EUR 249,999', { valueCents: 24_999_900 }, {}, 'rule.size'],
    ['a value one cent short', { valueCents: 24_999_999 }, {}, 'rule.size'],
    [
      'a wage sum that is short, where that is compared',
      { valueCents: 40_000_000 },
      { compares: 'LOONSOM' },
      'rule.size',
    ],
    ['O7: a term of five months', { endsOn: '2024-05-31' }, {}, 'rule.term'],
    ['a term one day short', { endsOn: '2024-06-29' }, {}, 'rule.term'],
    ['O8: supplies', { cpv: '30200000-1' }, {}, 'rule.kind'],
  ])('proposes nothing for %s, and says why', (_, facts, rule, reason) => {
    const proposal = proposeObligation({ ...CLEANING, ...facts }, { ...RIJK, ...rule });
    expect(proposal).toMatchObject({ applies: 'NO', ...none });
    expect(proposal.reasons.filter(({ answer }) => answer === 'NO').map(({ code }) => code)).toEqual([reason]);
  });

  it.each<[string, Partial<PurchaseFacts>, Partial<ThresholdRule>, string, number | null]>([
    ['what is bought', { cpv: null }, {}, 'rule.cpv_unknown', 14_400_000],
    ['the value', { valueCents: null }, {}, 'rule.size_unknown', null],
    [
      'the wage share, where wages are compared',
      { wageShareBp: null },
      { compares: 'LOONSOM' },
      'rule.size_unknown',
      null,
    ],
  ])('does not guess when %s is not known', (_, facts, rule, reason, amountCents) => {
    const proposal = proposeObligation({ ...CLEANING, ...facts }, { ...RIJK, ...rule });
    expect(proposal).toMatchObject({ applies: 'UNKNOWN', rateBp: 500, amountCents });
    expect(proposal.reasons.filter(({ answer }) => answer === 'UNKNOWN').map(({ code }) => code)).toEqual([reason]);
  });

  it('says no, when one condition is not met, whatever is not known', () => {
    const facts = { ...CLEANING, cpv: null, valueCents: null, endsOn: '2024-02-01' };
    expect(proposeObligation(facts, RIJK).applies).toBe('NO');
  });

  it('applies, and leaves the amount open, when the wage share is not known', () => {
    const proposal = proposeObligation({ ...CLEANING, wageShareBp: null }, RIJK);
    expect(proposal).toMatchObject({
      applies: 'YES',
      basis: 'LOONSOM',
      baseCents: null,
      rateBp: 500,
      amountCents: null,
    });
    expect(proposal.steps.map(({ message }) => message)).toEqual([
      'The obligation is 5% of the wage sum, which is not known yet.',
    ]);
  });

  it('leaves an amount above 10^15 open', () => {
    const rule = { ...RIJK, ...ofValue, rateBp: 1_000_001 };
    expect(proposeObligation({ ...CLEANING, valueCents: ENTERED_MAX }, rule)).toMatchObject({
      baseCents: ENTERED_MAX,
      amountCents: null,
    });
  });
});

describe('follows', () => {
  const terms = (more: object = {}): ObligationTerms => ({
    kind: 'PERCENTAGE',
    basis: 'LOONSOM',
    baseCents: 288_000_000,
    rateBp: 500,
    capCents: null,
    ...more,
  });
  const proposal = proposeObligation(CLEANING, RIJK);

  it.each<[string, ObligationTerms, boolean | null]>([
    ['the terms that were proposed', terms(), true],
    ['another basis', terms({ basis: 'CONTRACT_VALUE' }), false],
    ['another base', terms({ baseCents: 288_000_001 }), false],
    ['another rate', terms({ rateBp: 400 }), false],
    ['a cap', terms({ capCents: 1 }), false],
    ['a fixed amount, be it the same', { kind: 'FIXED', amountCents: 14_400_000 }, false],
    ['a goal without euros', { kind: 'FORM_FREE', goalUnit: 'PERSONS', goal: 2 }, null],
  ])('%s', (_, given, answer) => {
    expect(follows(proposal, given)).toBe(answer);
  });

  it('any base, when the rule knew none', () => {
    expect(follows(proposeObligation({ ...CLEANING, wageShareBp: null }, RIJK), terms({ baseCents: 7 }))).toBe(true);
  });

  it('nothing, when the rule asks for nothing or cannot judge', () => {
    expect(follows(proposeObligation({ ...CLEANING, cpv: '30200000-1' }, RIJK), terms())).toBe(false);
    expect(follows(proposeObligation({ ...CLEANING, cpv: null }, RIJK), terms())).toBeNull();
  });
});

describe('the rule of a day', () => {
  const old = { ...RIJK, code: 'OLD', validTo: '2017-12-31' };
  const other = { ...RIJK, code: 'OTHER', validFrom: '2018-01-01', isDefault: false };
  const young = { ...RIJK, code: 'YOUNG', validFrom: '2018-01-01' };

  it.each([
    ['2011-06-30', undefined],
    ['2011-07-01', 'OLD'],
    ['2017-12-31', 'OLD'],
    ['2018-01-01', 'YOUNG'],
    ['2999-12-31', 'YOUNG'],
  ])('on %s is %s', (day, code) => {
    expect(defaultRuleOn([old, other, young], day)?.code).toBe(code);
  });

  it('is in force on its first and on its last day', () => {
    expect(['2011-06-30', '2011-07-01', '2017-12-31', '2018-01-01'].map((day) => isInForce(old, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
