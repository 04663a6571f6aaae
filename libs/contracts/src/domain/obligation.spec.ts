import { COMPUTED_MAX, ENTERED_MAX, accepted, refused } from '@sr/kernel';
import {
  amountTooLarge,
  changeToNothing,
  obligationAmount,
  obligationSettled,
  reasonMissing,
  reviseObligation,
  revisionOfOtherKind,
  type ObligationBasis,
  type ObligationTerms,
} from './obligation';

const percentage = (
  baseCents: number,
  rateBp: number,
  capCents: number | null = null,
  basis: ObligationBasis = 'CONTRACT_VALUE',
): ObligationTerms => ({ kind: 'PERCENTAGE', basis, baseCents, rateBp, capCents });
const fixed = (amountCents: number): ObligationTerms => ({ kind: 'FIXED', amountCents });
const formFree = (goal: number): ObligationTerms => ({ kind: 'FORM_FREE', goalUnit: 'PERSONS', goal });

describe('obligationAmount', () => {
  it.each([
    ['O1: 5% of a contract value of EUR 4,800,000', percentage(480_000_000, 500), 24_000_000],
    ['O2: 5% of its wage sum of 60%', percentage(288_000_000, 500, null, 'LOONSOM'), 14_400_000],
    ['O3: 5% of an estimate of EUR 10,000,000', percentage(1_000_000_000, 500), 50_000_000],
    ['O4: 4% of EUR 250,000', percentage(25_000_000, 400), 1_000_000],
    ['O5: 2% for little labour, EUR 3,000,000', percentage(300_000_000, 200), 6_000_000],
    ['O6: 2% of EUR 20,000,000, at most EUR 300,000', percentage(2_000_000_000, 200, 30_000_000), 30_000_000],
    ['just under half a cent', percentage(9, 500), 0],
    ['half a cent', percentage(10, 500), 1],
    ['two cents and a half', percentage(50, 500), 3],
    ['a cap above the amount', percentage(100, 5_000, 51), 50],
    ['a cap of the amount', percentage(100, 5_000, 50), 50],
    ['a cap below the amount', percentage(100, 5_000, 49), 49],
    ['a cap on what was rounded up', percentage(10, 500, 1), 1],
    ['a cap of 0', percentage(100, 5_000, 0), 0],
    ['a base of 0', percentage(0, 500), 0],
    ['a rate of 0', percentage(100, 0), 0],
    ['a rate above the whole', percentage(100, 25_000), 250],
    ['exactly 10^15', percentage(ENTERED_MAX, 1_000_000), COMPUTED_MAX],
    ['a cap that holds down what would be too large', percentage(ENTERED_MAX, ENTERED_MAX, ENTERED_MAX), ENTERED_MAX],
    ['a fixed amount', fixed(4_000_000), 4_000_000],
    ['a fixed amount of 0', fixed(0), 0],
    ['a goal, which is never made into euros', formFree(1_000), 0],
  ])('%s', (_, terms, amount) => {
    expect(obligationAmount(terms)).toEqual(accepted(amount));
  });

  it.each([
    ['just above 10^15', percentage(ENTERED_MAX, 1_000_001)],
    ['a cent above 10^15', percentage(COMPUTED_MAX + 1, 10_000, null, 'BUDGET')],
    ['above 10^15 under its cap', percentage(ENTERED_MAX, 1_000_001, COMPUTED_MAX + 1_000_000_000)],
    ['the largest that can be entered', percentage(ENTERED_MAX, ENTERED_MAX)],
  ])('refuses an amount of %s', (_, terms) => {
    expect(obligationAmount(terms)).toEqual(refused([amountTooLarge('baseCents')]));
    expect(amountTooLarge('baseCents')).toMatchObject({
      code: 'obligation.amount_too_large',
      field: 'baseCents',
      params: { max: 1_000_000_000_000_000 },
    });
  });
});

describe('reviseObligation', () => {
  const open = (terms: ObligationTerms) => ({ terms, settledOn: null });
  const settled = (terms: ObligationTerms) => ({ terms, settledOn: '2024-12-31' });

  it.each([
    ['O3: a turnover below the estimate', percentage(1_000_000_000, 500), { baseCents: 620_000_000 }, 31_000_000],
    ['a base above the cap', percentage(1_000, 500, 60), { baseCents: 2_000 }, 60],
    ['a base below the cap', percentage(2_000, 500, 60), { baseCents: 1_000 }, 50],
    ['a base of 0', percentage(2_000, 500), { baseCents: 0 }, 0],
    ['the same base', percentage(2_000, 500), { baseCents: 2_000, amountCents: undefined }, 100],
  ])('keeps the basis, rate and cap of a percentage: %s', (_, terms, change, amountCents) => {
    expect(reviseObligation(open(terms), change, 'verlenging')).toEqual(
      accepted({ terms: { ...terms, baseCents: change.baseCents }, amountCents }),
    );
  });

  it.each([5_000_000, 0])('gives a fixed obligation the new amount %d', (amountCents) => {
    expect(reviseObligation(open(fixed(4_000_000)), { amountCents, baseCents: undefined }, 'verlenging')).toEqual(
      accepted({ terms: fixed(amountCents), amountCents }),
    );
  });

  it('gives a form-free obligation another goal, and still no euros', () => {
    expect(reviseObligation(open(formFree(3)), { goal: 4 }, 'verlenging')).toEqual(
      accepted({ terms: formFree(4), amountCents: 0 }),
    );
  });

  it.each([
    ['a percentage', percentage(480_000_000, 500, 1_000), percentage(0, 500, 1_000)],
    ['a fixed amount', fixed(4_000_000), fixed(0)],
    ['a goal', formFree(3), formFree(0)],
  ])('takes %s to nothing with an exemption', (_, terms, nothing) => {
    expect(reviseObligation(open(terms), changeToNothing(terms), 'vrijstelling')).toEqual(
      accepted({ terms: nothing, amountCents: 0 }),
    );
  });

  it.each([
    ['a new goal of a percentage', percentage(100, 500), { goal: 5 }],
    ['a new goal of a fixed amount', fixed(100), { goal: 5 }],
    ['a new amount of a goal', formFree(1), { amountCents: 5 }],
    ['a new base and a new goal of a goal', formFree(1), { baseCents: 5, goal: 5 }],
    ['a new amount of a percentage', percentage(100, 500), { amountCents: 5 }],
    ['both of a percentage', percentage(100, 500), { amountCents: 5, baseCents: 5 }],
    ['neither of a percentage', percentage(100, 500), {}],
    ['a new base of a fixed amount', fixed(100), { baseCents: 5 }],
    ['both of a fixed amount', fixed(100), { amountCents: 5, baseCents: 5 }],
    ['neither of a fixed amount', fixed(100), {}],
  ])('refuses %s', (_, terms, change) => {
    expect(reviseObligation(open(terms), change, 'verlenging')).toEqual(refused([revisionOfOtherKind(terms.kind)]));
  });

  it('names the field that should have been given', () => {
    expect(revisionOfOtherKind('PERCENTAGE')).toMatchObject({
      field: 'baseCents',
      message: 'The obligation is a percentage: give baseCents, and not amountCents.',
    });
    expect(revisionOfOtherKind('FIXED')).toMatchObject({
      field: 'amountCents',
      message: 'The obligation is a fixed amount: give amountCents, and not baseCents.',
    });
    expect(revisionOfOtherKind('FORM_FREE')).toMatchObject({
      field: 'goal',
      message: 'The obligation has a goal and no euros: give goal, and no amount.',
    });
  });

  it('refuses a revision without a reason', () => {
    expect(reviseObligation(open(fixed(4_000_000)), { amountCents: 1 }, ' ')).toEqual(
      refused([reasonMissing('reason')]),
    );
  });

  it('refuses an amount above 10^15', () => {
    const terms = percentage(100, ENTERED_MAX);
    expect(reviseObligation(open(terms), { baseCents: ENTERED_MAX }, 'verlenging')).toEqual(
      refused([amountTooLarge('baseCents')]),
    );
  });

  it.each([
    ['', percentage(100, 500), { baseCents: 50 }, []],
    [' with the field of the other kind', fixed(100), { baseCents: 50 }, [revisionOfOtherKind('FIXED')]],
    [
      ' with an amount above 10^15',
      percentage(100, ENTERED_MAX),
      { baseCents: ENTERED_MAX },
      [amountTooLarge('baseCents')],
    ],
  ])('refuses a settled obligation%s, with every fault', (_, terms, change, more) => {
    expect(reviseObligation(settled(terms), change, 'verlenging')).toEqual(
      refused([obligationSettled('obligation'), ...more]),
    );
  });
});
