import { EVERYTHING, NOTHING } from '@sr/kernel';
import { endsBeforeItBegins, seesAllSuppliers } from './organisation';

describe('seesAllSuppliers', () => {
  it.each([
    ['nobody', NOTHING, false],
    ['a supplier', { ...NOTHING, suppliers: ['68750110'], supplierGroups: ['g'] }, false],
    ['the auditor', EVERYTHING, true],
    ['the network', { ...NOTHING, network: true }, true],
    ['an official of a ministry', { ...NOTHING, principals: ['IenW'] }, true],
    ['a category manager', { ...NOTHING, categories: ['CATERING'] }, true],
  ])('of %s', (_, scope, sees) => {
    expect(seesAllSuppliers(scope)).toBe(sees);
  });
});

describe('endsBeforeItBegins', () => {
  it.each([
    [null, null, false],
    ['2024-01-01', null, false],
    [null, '2024-01-01', false],
    ['2024-01-01', '2024-01-01', false],
    ['2024-01-02', '2024-01-01', true],
  ])('from %s to %s: %s', (existsFrom, existsTo, wrong) => {
    expect(endsBeforeItBegins({ existsFrom, existsTo })).toBe(wrong);
  });
});
