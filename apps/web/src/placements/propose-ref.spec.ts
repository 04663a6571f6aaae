import { proposeRef } from './propose-ref';

describe('proposing a reference', () => {
  it('counts on from the latest', () => {
    expect(proposeRef(['PL01-203', 'PL01-117'])).toBe('PL01-204');
    expect(proposeRef(['P-099'])).toBe('P-100');
  });

  it('skips what is taken and what has no number', () => {
    expect(proposeRef(['stage', 'P-7', 'P-8'])).toBe('P-9');
    expect(proposeRef(['P-7', 'P-8', 'P-9'])).toBe('P-10');
  });

  it('begins somewhere', () => {
    expect(proposeRef([])).toBe('P-001');
  });
});
