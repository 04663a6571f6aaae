import { correctionOf } from './corrections';

const claim = (over: object = {}) => ({
  id: 'x',
  number: 10,
  status: 'REJECTED' as const,
  block: 'PW',
  placementId: 'p',
  from: '2026-01-01',
  to: '2026-03-31',
  supplierKvkNumber: '1',
  planId: 'plan',
  ...over,
});

describe('what came in the place of a refused claim', () => {
  it('is a later claim of the same placement with days in common', () => {
    const later = claim({ number: 12, status: 'CLAIMED', from: '2026-03-01' });
    expect(correctionOf(claim(), [claim(), later])).toBe(later);
  });

  it.each([
    ['an earlier one', { number: 9, status: 'CLAIMED' }],
    ['one that was refused too', { number: 12, status: 'REJECTED' }],
    ['one of another placement', { number: 12, status: 'CLAIMED', placementId: 'q' }],
    ['one of other days', { number: 12, status: 'CLAIMED', from: '2026-04-01', to: '2026-06-30' }],
    ['one of another supplier', { number: 12, status: 'ACCEPTED', supplierKvkNumber: '2' }],
  ])('is not %s', (_, over) => {
    expect(correctionOf(claim(), [claim(over)])).toBeUndefined();
  });
});
