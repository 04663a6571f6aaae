/**
 * Whether `text` has the shape of a number in the register of government organisations (OIN): 20 positions, of which a
 * prefix of eight digits that says what the rest is (00000001 an RSIN, 00000003 a number of the chamber of commerce,
 * 00000004 a part of an organisation), the number itself in eight or nine letters and digits, and zeros to fill up.
 */
export function isOin(text: string): boolean {
  // The ninth position of the number is a zero of the filling when the number has eight.
  return /^0000000[1-9][0-9A-Za-z]{9}000$/.test(text);
}
