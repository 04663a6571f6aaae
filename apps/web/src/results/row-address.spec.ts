import { rowAddress } from './row-address';

const present = new URLSearchParams({ by: 'PRINCIPAL', knownOn: '2026-03-31' });

describe('where a row of the report leads', () => {
  it('a ministry leads to its contracts, as known on the same day', () => {
    const row = { key: 'BZK', contractId: null };
    expect(rowAddress('PRINCIPAL', row, 2026, present)).toBe(
      '/resultaten/2026?by=CONTRACT&knownOn=2026-03-31&principalCode=BZK',
    );
  });

  it('keeps the filters that were chosen before', () => {
    const narrowed = new URLSearchParams({ by: 'SUPPLIER', principalCode: 'BZK' });
    const row = { key: '12345678', contractId: null };
    expect(rowAddress('SUPPLIER', row, 2026, narrowed)).toBe(
      '/resultaten/2026?by=CONTRACT&principalCode=BZK&supplierKvkNumber=12345678',
    );
  });

  it('a contract leads to its lines of that year', () => {
    expect(rowAddress('CONTRACT', { key: 'C-1', contractId: 'id-1' }, 2026, present)).toBe(
      '/contracten/id-1/verloop?year=2026',
    );
  });

  it.each(['REGION', 'TARGET_GROUP'] as const)('a row by %s leads nowhere', (by) => {
    expect(rowAddress(by, { key: 'X', contractId: null }, 2026, present)).toBeNull();
  });
});
