import { closestVersion } from './closest-version';
import { hourValueCents } from './hour-value';

const version = (code: string, validFrom: string | null = null, publisher?: string) => ({
  code,
  validFrom,
  source: publisher ? { publisher, url: 'https://example.nl', published: '2023', note: 'x' } : null,
});

describe('the version to compare with first', () => {
  it('is the newest of the same family', () => {
    const others = [
      version('DEN-HAAG', '2026-01-01'),
      version('REEKS-2021', '2021-01-01'),
      version('REEKS-2023-07', '2023-07-01'),
    ];
    expect(closestVersion(version('REEKS-2027-01'), others)).toBe('REEKS-2023-07');
  });

  it('is of the same publisher when the family is new', () => {
    const others = [version('A', null, 'Utrecht'), version('B', null, 'Den Haag')];
    expect(closestVersion(version('C', null, 'Den Haag'), others)).toBe('B');
  });

  it('is the first otherwise, and never the version itself', () => {
    expect(closestVersion(version('C'), [version('C'), version('A'), version('B')])).toBe('A');
    expect(closestVersion(version('C'), [version('C')])).toBeNull();
  });
});

describe('the value of an hour', () => {
  it('is a yearly value by 52 weeks of the norm, in whole cents', () => {
    expect(hourValueCents(5_000_000, 36)).toBe(2671);
    expect(hourValueCents(5_000_000, 0)).toBeNull();
  });
});
