import { isKvkNumber } from './kvk-number';

describe('isKvkNumber', () => {
  it.each(['68750110', '00000001', '99999999'])('knows %s', (text) => {
    expect(isKvkNumber(text)).toBe(true);
  });

  it.each(['', '6875011', '687501100', '6875011a', '6875 0110', ' 68750110', '68750110\n', '٦٨٧٥٠١١٠'])(
    'refuses %j',
    (text) => {
      expect(isKvkNumber(text)).toBe(false);
    },
  );
});
