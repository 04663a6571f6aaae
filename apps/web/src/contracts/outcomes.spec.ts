import { chargeOf, outcomesFor } from './outcomes';

describe('how an obligation can end', () => {
  it('is fulfilled, or ended early, when nothing is short', () => {
    expect(outcomesFor(0, false)).toEqual(['FULFILLED', 'FULFILLED_WITH_SURPLUS', 'ENDED_EARLY']);
  });

  it('is not fulfilled when one cent is short', () => {
    expect(outcomesFor(1, false)).toEqual([
      'SETTLED_WITHHELD',
      'SETTLED_WAIVED',
      'SETTLED_CARRIED_OVER',
      'ENDED_EARLY',
    ]);
  });

  it('withholds nothing of a goal without euros', () => {
    expect(outcomesFor(0, true)).not.toContain('SETTLED_WITHHELD');
    expect(outcomesFor(0, true)).toContain('SETTLED_WAIVED');
  });
});

it('what is withheld is the shortfall times the factor, half up', () => {
  expect(chargeOf(4_200_000, 10_000)).toBe(4_200_000);
  expect(chargeOf(4_200_000, 15_000)).toBe(6_300_000);
  expect(chargeOf(1, 5_000)).toBe(1);
});
