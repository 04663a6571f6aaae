import { EMPTY_OBLIGATION, amountOf, exemptionFor, obligationOf, percentageAmount } from './obligation-entry';

const PROPOSAL = {
  ruleCode: 'RIJK-2011',
  ruleName: 'Rijk, standaard',
  source: '',
  applies: 'YES' as const,
  reasons: [],
  basis: 'LOONSOM' as const,
  baseCents: 288_000_000,
  rateBp: 500,
  capCents: null,
  amountCents: 14_400_000,
  steps: [],
};
const typed = (fields: Partial<typeof EMPTY_OBLIGATION>) => ({ ...EMPTY_OBLIGATION, ...fields });

describe('an obligation that was typed', () => {
  it('follows the rule word for word', () => {
    expect(obligationOf(typed({ choice: 'FOLLOW' }), PROPOSAL)).toEqual({
      kind: 'PERCENTAGE',
      basis: 'LOONSOM',
      baseCents: 288_000_000,
      rateBp: 500,
      capCents: null,
      ruleCode: undefined,
    });
  });

  it('follows the rule on a base that only the person knows', () => {
    const open = { ...PROPOSAL, baseCents: null, amountCents: null };
    expect(obligationOf(typed({ choice: 'FOLLOW', base: '' }), open)).toBeNull();
    expect(obligationOf(typed({ choice: 'FOLLOW', base: '1.000.000' }), open)).toMatchObject({
      baseCents: 100_000_000,
    });
  });

  it('cannot follow a rule that asks for nothing', () => {
    expect(obligationOf(typed({ choice: 'FOLLOW' }), { ...PROPOSAL, basis: null, rateBp: null })).toBeNull();
  });

  it('deviates with a reason', () => {
    const fields = {
      choice: 'PERCENTAGE',
      basis: 'BUDGET',
      base: '200.000',
      rate: '4',
      deviationReason: ' Zo gevraagd. ',
    };
    expect(obligationOf(typed(fields), PROPOSAL)).toMatchObject({
      basis: 'BUDGET',
      baseCents: 20_000_000,
      rateBp: 400,
      capCents: null,
      deviationReason: 'Zo gevraagd.',
    });
  });

  it('has no euros when it is a goal', () => {
    const fields = typed({ choice: 'FORM_FREE', goal: '6', goalUnit: 'PERSONS' });
    expect(obligationOf(fields, PROPOSAL)).toMatchObject({ kind: 'FORM_FREE', goal: 6, goalUnit: 'PERSONS' });
    expect(amountOf(fields, PROPOSAL)).toBeNull();
  });

  it('is none with an exemption', () => {
    expect(obligationOf(typed({ choice: 'EXEMPTION', amount: '4.000' }), PROPOSAL)).toBeNull();
  });
});

describe('the amount', () => {
  it('is rounded half up to whole cents', () => {
    expect(percentageAmount(10_010, 500, null)).toBe(501);
    expect(percentageAmount(10_009, 500, null)).toBe(500);
  });

  it('is at most the cap', () => {
    expect(amountOf(typed({ choice: 'PERCENTAGE', base: '20.000.000', rate: '2', cap: '300.000' }), undefined)).toBe(
      30_000_000,
    );
  });

  it('is what was typed when it is fixed', () => {
    expect(amountOf(typed({ choice: 'FIXED', amount: '40.000' }), undefined)).toBe(4_000_000);
  });
});

it('an exemption is proposed for the condition that is not met', () => {
  const reason = (code: string, answer: 'YES' | 'NO') => ({ code, answer, params: {}, message: '' });
  const missed = (code: string) => ({
    ...PROPOSAL,
    reasons: [reason('rule.kind', 'YES' as const), reason(code, 'NO' as const)],
  });
  expect(exemptionFor(missed('rule.term'))).toBe('SHORT_TERM');
  expect(exemptionFor(missed('rule.size'))).toBe('BELOW_THRESHOLD');
  expect(exemptionFor(PROPOSAL)).toBe('');
});
