import { holdsPersonNumber } from './person-number';

describe('a number that could be of a person', () => {
  it.each([
    ['by itself', '111222333'],
    ['in a sentence', 'Kandidaat 111222333 is begonnen.'],
    ['behind another number', 'Kandidaat 5 111222333'],
    ['in threes behind another number', 'In 2024 5 111 222 333 uur'],
    ['with full stops', '1112.22.333'],
    ['in threes with full stops', '111.222.333'],
    ['with spaces', '111 22 2 333'],
    ['with hyphens', 'nr 111-22-2-333'],
    ['in pairs', 'Gesproken over 11 12 22 333 en verder.'],
    ['digit by digit', '1 1 1 2 2 2 3 3 3'],
    ['in two', '11122-2333'],
    ['with no-break spaces', '111\u00a0222\u00a0333'],
    ['with narrow no-break spaces', '111\u202f222\u202f333'],
    ['with thin spaces', '111\u2009222\u2009333'],
    ['with zero-width spaces', '111\u200b222\u200b333'],
    ['with soft hyphens', '111\u00ad222\u00ad333'],
    ['with signs of direction', '\u202a111222\u2066333'],
    ['with tabs', '111\t222\t333'],
    ['over lines', '111\r\n222\n333'],
    ['with two spaces', '111  222  333'],
    ['with many spaces', `111${' '.repeat(40)}222 333`],
    ['with slashes', '111/222/333'],
    ['with slashes and spaces', '111 / 222 / 333'],
    ['with low lines', '111_222_333'],
    ['with dashes', '111\u2013222\u2013333'],
    ['with hyphens that do not break', '111\u2011222\u2011333'],
    ['with minus signs', '111\u2212222\u2212333'],
    ['in full width', '\uff11\uff11\uff11\uff12\uff12\uff12\uff13\uff13\uff13'],
    ['in bold', '\u{1d7cf}\u{1d7cf}\u{1d7cf}222333'],
    ['in keys', '1\ufe0f\u20e31\ufe0f\u20e31\ufe0f\u20e3222333'],
    ['with a zero before it', 'nr 0111222333'],
    ['with a zero before it, where it is said', 'BSN 0111 222 333'],
    ['of eight digits, where it is said', 'bsn 10000008'],
    ['of eight digits, where it is said at length', 'Burgerservicenummer van haar: 10.000.008'],
    ['like the number of a file, where it is said', 'BSN 2000-00019'],
    ['after a telephone number', 'Bel 020-1234567 over 111222333'],
    ['after an amount', '€ 1.234.567,89 voor 111222333'],
    ['behind a plus', '+111222333'],
  ])('is found %s', (_, text) => expect(holdsPersonNumber(text)).toBe(true));

  // Of each number of other kinds the digits pass the test by eleven, so that only how it is written tells.
  it.each([
    ['another check digit', '111222334'],
    ['ten digits', '1112223330'],
    ['the number of a company', '68750110'],
    ['the number of a company, said', 'KvK 68750110'],
    ['the number of a company behind another word', 'BSN niet gevraagd, KvK 68750110'],
    ['zeros', '000000000'],
    ['no digits', 'K-17, derde kwartaal'],
    ['an amount', '€ 1.112.223,33'],
    ['an amount with cents', '1.112.223,33 en 1.112.223,33'],
    ['a large amount with cents', '111.222.333,00'],
    ['a large amount with its sign', '€ 111.222.333'],
    ['a large amount in words', 'EUR 111.222.333,-'],
    ['an amount in one piece', '1112223,33'],
    ['days', '11-12-2233, 11-12-2024 tot 3-3-2025, 2024-11-12/2025-11-12'],
    ['a day and an hour', '11-12-2222 05'],
    ['times', '11:12:22.333'],
    ['a mobile number', '0612345609 of 06-12345609 of 06 12 34 56 09'],
    ['a telephone number, said', 'Telefoon 0111222333'],
    ['a telephone number in parts', '0111-222333, 0111 222 333, 011 122 23 33'],
    ['a telephone number of a country', '+31 111 222 333, +31 (0)111 222 333, 0031 111222333'],
    ['a CPV code', '11122233-3'],
    ['the number of a contract', '2000-00019, IENW/2000/00019, 00011-2008, 2000.00.019'],
    ['an account', 'NL91 ABNA 0111 2223 33, NL91ABNA0111222333'],
    ['an id of the product', '0196f1ce-6f3a-4c11-9a4e-ab111222333a'],
    ['hours in a row', '40 36 32 109 8 16'],
    ['two numbers', '111222,333'],
  ])('is not seen in %s', (_, text) => expect(holdsPersonNumber(text)).toBe(false));

  it('is looked for in time that grows with the text', () => {
    for (const part of ['1 ', '1', '111 222 ', '1.', '+1 ', '€ 1.', '\u200b', ' ', '1-1/', 'bsn ', '\ufdfa']) {
      const start = performance.now();
      holdsPersonNumber(part.repeat(Math.ceil(200_000 / part.length)));
      expect([part, performance.now() - start < 2_000]).toEqual([part, true]);
    }
  });
});
