import { isOin } from './oin';

describe('isOin', () => {
  it.each([
    ['of a number of the chamber of commerce', '00000003687501100000'],
    ['of an RSIN', '00000001123456789000'],
    ['of a part of an organisation', '00000004000000059000'],
    ['with letters in the number', '00000008A1b2C3d4e000'],
  ])('knows one %s', (_, text) => {
    expect(isOin(text)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['19 positions', '0000000368750110000'],
    ['21 positions', '000000036875011000000'],
    ['another prefix', '00000000687501100000'],
    ['letters in the prefix', '0000000A687501100000'],
    ['no zeros at the end', '00000003687501100001'],
    ['a space', '00000003 6875011 000'],
    ['an end of line', '00000003687501100000\n'],
  ])('refuses %s', (_, text) => {
    expect(isOin(text)).toBe(false);
  });
});
