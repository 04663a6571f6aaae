import { median, scatteredGroups } from './scattered';

const loose = (supplierGroupId: string, principalCode: string, amountCents: number, kind = 'FIXED') => ({
  principalCode,
  supplier: { supplierGroupId },
  obligation: { kind, amountCents },
});

describe('how scattered obligations are', () => {
  it('has as median the one in the middle, of an even number the half of both, rounded half up', () => {
    expect(median([])).toBeNull();
    expect(median([300, 100, 200])).toBe(200);
    expect(median([100, 201])).toBe(151);
  });

  it('puts the group with most obligations in no plan on top', () => {
    const found = scatteredGroups([
      loose('one', 'BZ', 900_00),
      loose('many', 'BZ', 100_00),
      loose('many', 'BZ', 300_00),
      loose('many', 'AZ', 500_00),
    ]);
    expect(found).toEqual([
      { supplierGroupId: 'many', loose: 3, principals: ['AZ', 'BZ'], amountCents: 900_00, medianCents: 300_00 },
      { supplierGroupId: 'one', loose: 1, principals: ['BZ'], amountCents: 900_00, medianCents: 900_00 },
    ]);
  });

  it('counts what is agreed without euros, but gives it no size; a contract without obligation is nothing', () => {
    const found = scatteredGroups([
      loose('free', 'BZ', 0, 'FORM_FREE'),
      { ...loose('none', 'BZ', 0), obligation: null },
    ]);
    expect(found).toEqual([
      { supplierGroupId: 'free', loose: 1, principals: ['BZ'], amountCents: 0, medianCents: null },
    ]);
  });
});
