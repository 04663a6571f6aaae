import { checkClaim, type ClaimFacts, type HoursOver } from './check-claim';

const QUARTER = { from: '2024-04-01', to: '2024-06-30' };
const hoursOver = (centihours: number, from = QUARTER.from, to = QUARTER.to): HoursOver => ({
  period: { from, to },
  centihours,
});

/** A claim of 331.50 hours in a quarter of 13 weeks, with nothing odd about it. */
const facts = (more: Partial<ClaimFacts> = {}): ClaimFacts => ({
  period: QUARTER,
  paidCentihours: 33_150,
  otherHours: [],
  limit: null,
  earmark: null,
  memberTerms: [{ from: '2024-01-01', to: '2027-12-31' }],
  before: null,
  reporting: null,
  planState: 'APPROVED',
  evidence: [{ validUntil: null, verdict: null }],
  ...more,
});
const codes = (more: Partial<ClaimFacts>): string[] => checkClaim(facts(more)).map(({ code }) => code);

it('nothing odd, nothing said', () => {
  expect(checkClaim(facts())).toEqual([]);
});

it('everything odd is said at once', () => {
  expect(
    codes({
      paidCentihours: 62_401,
      limit: { most: 10n, before: 0n },
      earmark: { number: 'C1', term: { from: '2025-01-01', to: '2025-12-31' } },
      memberTerms: [],
      before: hoursOver(10),
      reporting: { dueOn: '2024-07-30', on: '2024-07-31' },
      planState: 'DRAFT',
      evidence: [],
    }),
  ).toEqual([
    'claim.hours_improbable',
    'claim.limit_passed',
    'claim.outside_earmark_term',
    'claim.outside_all_terms',
    'claim.far_from_last_period',
    'claim.reported_late',
    'claim.plan_not_approved',
    'claim.evidence_missing',
  ]);
});

describe('more than 48 hours a week of one candidate', () => {
  const said = ['claim.hours_improbable'];
  // 13 weeks of 48 hours are 624 hours.
  it.each<[string, Partial<ClaimFacts>, string[]]>([
    ['as much as can be', { paidCentihours: 62_400 }, []],
    ['a hundredth of an hour more', { paidCentihours: 62_401 }, said],
    ['with another placement', { paidCentihours: 31_200, otherHours: [hoursOver(31_201)] }, said],
    ['with another placement, as much as can be', { paidCentihours: 31_200, otherHours: [hoursOver(31_200)] }, []],
    ['in other days', { paidCentihours: 62_400, otherHours: [hoursOver(99_999, '2024-07-01', '2024-09-30')] }, []],
    // Half of the days of the other, 1 June to 30 July, are in common.
    [
      'partly in the same days',
      { paidCentihours: 62_000, otherHours: [hoursOver(801, '2024-06-01', '2024-07-30')] },
      said,
    ],
    [
      'partly, as much as can be',
      { paidCentihours: 62_000, otherHours: [hoursOver(800, '2024-06-01', '2024-07-30')] },
      [],
    ],
    // Half of the days of the other, 2 March to 30 April, are in common.
    [
      'partly in the same days, begun before',
      { paidCentihours: 62_000, otherHours: [hoursOver(801, '2024-03-02', '2024-04-30')] },
      said,
    ],
    ['one day', { period: { from: '2024-05-01', to: '2024-05-01' }, paidCentihours: 686 }, said],
    ['a purchase', { paidCentihours: null, otherHours: [hoursOver(99_999)] }, []],
  ])('%s', (_, more, expected) => {
    expect(codes(more)).toEqual(expected);
  });

  it('says how many hours it is and could be', () => {
    expect(checkClaim(facts({ paidCentihours: 31_200, otherHours: [hoursOver(40_000)] }))).toMatchObject([
      { params: { centihours: '71200', mostCentihours: '62400' }, message: expect.stringContaining('712.00 hours') },
    ]);
  });
});

describe('the counting limit', () => {
  it.each([
    ['far away', 50_000n, 800_000n, []],
    ['just under nine tenths', 56_849n, 100_000n, []],
    ['nine tenths', 56_850n, 100_000n, ['claim.limit_near']],
    ['reached exactly', 66_850n, 100_000n, ['claim.limit_near']],
    ['passed by this claim', 66_851n, 100_000n, ['claim.limit_passed']],
    ['passed before', 200_000n, 100_000n, ['claim.limit_passed']],
    ['none of 0', 0n, 0n, ['claim.limit_passed']],
  ])('%s', (_, before, most, expected) => {
    expect(codes({ limit: { most, before } })).toEqual(expected);
  });

  it('does not matter to a purchase', () => {
    expect(codes({ paidCentihours: null, limit: { most: 0n, before: 0n } })).toEqual([]);
  });

  it('says what is left', () => {
    expect(checkClaim(facts({ limit: { most: 100_000n, before: 90_000n } }))).toMatchObject([
      { params: { limitCentihours: '100000', beforeCentihours: '90000' }, message: expect.stringContaining('100.00') },
    ]);
    expect(checkClaim(facts({ limit: { most: 100_000n, before: 100_001n } }))[0]?.message).toContain('0.00 hours');
  });
});

describe('terms', () => {
  const term = { from: '2024-06-30', to: '2025-06-30' };
  it.each<[string, Partial<ClaimFacts>, string[]]>([
    ['one day of the earmarked contract in common', { earmark: { number: 'C1', term } }, []],
    [
      'none of the earmarked contract',
      { earmark: { number: 'C1', term: { ...term, from: '2024-07-01' } } },
      ['claim.outside_earmark_term'],
    ],
    ['one of two members', { memberTerms: [{ from: '2020-01-01', to: '2020-12-31' }, term] }, []],
    ['no member', { memberTerms: [{ from: '2020-01-01', to: '2024-03-31' }] }, ['claim.outside_all_terms']],
    ['a plan without obligations', { memberTerms: [] }, ['claim.outside_all_terms']],
  ])('%s', (_, more, expected) => {
    expect(codes(more)).toEqual(expected);
  });
});

describe('far from the period before', () => {
  const said = ['claim.far_from_last_period'];
  it.each<[string, number, HoursOver | null, string[]]>([
    ['the first period', 33_150, null, []],
    ['half more', 30_000, hoursOver(20_000), []],
    ['more than half more', 30_001, hoursOver(20_000), said],
    ['half less', 10_000, hoursOver(20_000), []],
    ['more than half less', 9_999, hoursOver(20_000), said],
    ['a third of the days, a third of the hours', 9_000, hoursOver(3_000, '2024-03-02', '2024-03-31'), []],
    ['a third of the days, as many hours', 9_000, hoursOver(9_000, '2024-03-02', '2024-03-31'), said],
    ['nothing twice', 0, hoursOver(0), []],
    ['something after nothing', 1, hoursOver(0), said],
  ])('%s', (_, paidCentihours, before, expected) => {
    expect(codes({ paidCentihours, before })).toEqual(expected);
  });

  it('does not matter to a purchase', () => {
    expect(codes({ paidCentihours: null, before: hoursOver(1) })).toEqual([]);
  });
});

describe('late, and not approved', () => {
  it.each<[string, Partial<ClaimFacts>, string[]]>([
    ['on the last day', { reporting: { dueOn: '2024-07-30', on: '2024-07-30' } }, []],
    ['a day late', { reporting: { dueOn: '2024-07-30', on: '2024-07-31' } }, ['claim.reported_late']],
    ['a plan that was submitted', { planState: 'SUBMITTED' }, ['claim.plan_not_approved']],
    ['a plan that ended', { planState: 'ENDED' }, ['claim.plan_not_approved']],
  ])('%s', (_, more, expected) => {
    expect(codes(more)).toEqual(expected);
  });

  it('says how many days late', () => {
    expect(checkClaim(facts({ reporting: { dueOn: '2024-07-30', on: '2024-08-02' } }))).toMatchObject([
      { params: { days: 3, dueOn: '2024-07-30' } },
    ]);
  });
});

describe('evidence', () => {
  const until = (validUntil: string | null, verdict: 'SUFFICIENT' | 'INSUFFICIENT' | null = null) => ({
    validUntil,
    verdict,
  });
  it.each([
    ['none', [], ['claim.evidence_missing']],
    ['only what was found insufficient', [until(null, 'INSUFFICIENT')], ['claim.evidence_missing']],
    ['found sufficient', [until(null, 'SUFFICIENT')], []],
    ['until the last day', [until('2024-06-30')], []],
    ['until the day before', [until('2024-06-29')], ['claim.evidence_expired']],
    ['one of two holds', [until('2024-06-29'), until('2024-07-30')], []],
    ['one of two has no end', [until(null), until('2024-06-01')], []],
    ['both ended', [until('2024-05-31'), until('2024-06-01')], ['claim.evidence_expired']],
    [
      'what holds was found insufficient',
      [until('2024-06-01'), until(null, 'INSUFFICIENT')],
      ['claim.evidence_expired'],
    ],
  ])('%s', (_, evidence, expected) => {
    expect(codes({ evidence })).toEqual(expected);
  });

  it('says when the last of it ended', () => {
    expect(checkClaim(facts({ evidence: [until('2024-06-01'), until('2024-05-01')] }))).toMatchObject([
      { params: { validUntil: '2024-06-01' } },
    ]);
  });
});
