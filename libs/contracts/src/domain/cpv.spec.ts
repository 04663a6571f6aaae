import { cpvWrong, isCpv, purchaseKindOf } from './cpv';

describe('isCpv', () => {
  // As published in the vocabulary and in notices.
  it.each([
    ...['03000000-1', '09000000-3', '30200000-1', '35112000-2', '37412000-9', '37414800-1', '44611500-1', '48000000-8'],
    ...['45000000-7', '45233140-2', '45233141-9', '45233142-6', '45233143-3', '45233144-0', '45233145-7', '45233146-4'],
    ...['50532300-6', '55520000-1', '71242000-6', '72000000-5', '79600000-0', '90721800-5', '90910000-9', '98000000-3'],
  ])('knows %s', (cpv) => {
    expect(isCpv(cpv)).toBe(true);
  });

  it.each([
    ['another check digit', '90910000-8'],
    ['two digits changed about', '90190000-9'],
    ['one digit wrong', '90920000-9'],
    ['no check digit', '90910000'],
    ['no hyphen', '909100009'],
    ['a letter', '9091000A-9'],
    ['a space', '90910000-9 '],
    ['a line break', '90910000-9\n'],
    ['nothing', ''],
    ['division 46, with its check digit', '46000000-4'],
    ['division 47', '47000000-1'],
    ['division 49', '49000000-5'],
    ['division 99', '99000000-0'],
  ])('refuses %s', (_, cpv) => {
    expect(isCpv(cpv)).toBe(false);
  });

  it('says what to write', () => {
    expect(cpvWrong('cpv')).toMatchObject({ code: 'contract.cpv_wrong', field: 'cpv' });
  });
});

describe('purchaseKindOf', () => {
  it.each([
    ['03000000-1', 'SUPPLIES'],
    ['30200000-1', 'SUPPLIES'],
    ['44611500-1', 'SUPPLIES'],
    ['45000000-7', 'WORKS'],
    ['48000000-8', 'SUPPLIES'],
    ['50532300-6', 'SERVICES'],
    ['98000000-3', 'SERVICES'],
  ])('of %s is %s', (cpv, kind) => {
    expect(purchaseKindOf(cpv)).toBe(kind);
  });
});
