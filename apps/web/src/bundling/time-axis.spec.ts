import { timeAxis } from './time-axis';

describe('the time axis of obligations', () => {
  const axis = timeAxis(
    [
      { startsOn: '2025-07-02', endsOn: '2027-12-31' },
      { startsOn: '2026-01-01', endsOn: '2026-01-01' },
    ],
    '2026-11-22',
  );

  it('shows whole years, from the first in which a term begins to the last in which one ends', () => {
    expect(axis.years).toEqual([
      { year: 2025, at: 0 },
      { year: 2026, at: 333 },
      { year: 2027, at: 667 },
    ]);
  });

  it('puts a term from its first day up to and including its last', () => {
    expect(axis.bar({ startsOn: '2025-01-01', endsOn: '2027-12-31' })).toEqual({ at: 0, width: 1000 });
    expect(axis.bar({ startsOn: '2026-01-01', endsOn: '2026-12-31' })).toEqual({ at: 333, width: 334 });
  });

  it('keeps a term of one day in sight', () => {
    expect(axis.bar({ startsOn: '2026-01-01', endsOn: '2026-01-01' }).width).toBe(4);
  });

  it('has today on it, also when every term is over or has yet to begin', () => {
    expect(axis.today).toBe(630);
    const later = timeAxis([{ startsOn: '2028-01-01', endsOn: '2029-12-31' }], '2026-01-01');
    expect(later.years.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029]);
    expect(later.today).toBe(0);
  });

  it('is the year of today when there is nothing to show', () => {
    expect(timeAxis([], '2026-07-02').years).toEqual([{ year: 2026, at: 0 }]);
  });
});
