import { STAGES, funnel } from './funnel';

const figures = { REGISTERED: 7_800_000_000n, PLANNED: 650_000n, CLAIMED: 1n, VERIFIED: 0n, REALISED: 0n };

describe('the funnel of the pool', () => {
  it('has its steps in order, each as a part of the reference', () => {
    expect(funnel(figures).map(({ stage, cents, ofReferenceBp }) => [stage, cents, ofReferenceBp])).toEqual([
      ['REFERENCE', 13_000_000_000, 10_000],
      ['REGISTERED', 7_800_000_000, 6_000],
      ['PLANNED', 650_000, 1],
      ['CLAIMED', 1, 0],
      ['VERIFIED', 0, 0],
      ['REALISED', 0, 0],
    ]);
  });

  it('says of each step what it is', () => {
    const definitions = funnel(figures).map(({ definition }) => definition);
    expect(new Set(definitions).size).toBe(STAGES.length);
    expect(definitions.every((definition) => /\.$/.test(definition))).toBe(true);
  });

  it('leaves open what the reader sees only parts of', () => {
    const steps = funnel({ ...figures, PLANNED: null, CLAIMED: null });
    expect(steps.filter(({ cents }) => cents === null)).toMatchObject([
      { stage: 'PLANNED', ofReferenceBp: null },
      { stage: 'CLAIMED', ofReferenceBp: null },
    ]);
  });

  it('may be more than the reference, which is a floor', () => {
    expect(funnel({ ...figures, REGISTERED: 26_000_000_000n })[1]?.ofReferenceBp).toBe(20_000);
  });
});
