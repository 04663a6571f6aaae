import { holdsPersonNumber } from './person-number';

describe('a number that could be of a person', () => {
  it.each([
    ['by itself', '111222333'],
    ['in a sentence', 'Kandidaat 111222333 is begonnen.'],
    ['with full stops', '1112.22.333'],
    ['with spaces', '111 22 2 333'],
    ['with hyphens', 'nr 111-22-2-333'],
  ])('is found %s', (_, text) => expect(holdsPersonNumber(text)).toBe(true));

  it.each([
    ['another check digit', '111222334'],
    ['ten digits', '1112223330'],
    ['eight digits', '68750110'],
    ['zeros', '000000000'],
    ['no digits', 'K-17, derde kwartaal'],
    ['an amount', '€ 1.112.223,33'],
  ])('is not seen in %s', (_, text) => expect(holdsPersonNumber(text)).toBe(false));
});
