import { ENTERED_MAX, isLocalDate } from '@sr/kernel';

// What people type, into what the API takes. Dutch notation only: a text that could mean two things is refused.

/** Thousands with points and decimals with a comma: "1.234,5"; not "1,234.50". */
const DUTCH = /^(-)?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/;

/** A Dutch number with at most two decimals in hundredths, exactly; null when it is not one or is too large. */
function readHundredths(text: string): number | null {
  const found = DUTCH.exec(text.replace(/[\s\u00a0\u202f€]/g, ''));
  if (!found) return null;
  const [, minus, wholes = '', decimals = ''] = found;
  const digits = BigInt(wholes.replaceAll('.', '') + decimals.padEnd(2, '0'));
  if (digits > BigInt(ENTERED_MAX)) return null;
  return minus ? -Number(digits) : Number(digits);
}

/** "€ 1.234,56", "1234,5" or "1234" in cents; null when it is no Dutch amount. */
export function readCents(text: string): number | null {
  return readHundredths(text);
}

/** "152,25" or "152" hours in centihours, also "36u"; null when it is no Dutch number of hours. */
export function readCentihours(text: string): number | null {
  return readHundredths(text.trim().replace(/\s*(u|uur)\.?$/i, ''));
}

/** "5" or "2,5" percent in basis points, with or without the sign; null when it is none. */
export function readBp(text: string): number | null {
  return readHundredths(text.trim().replace(/%$/, ''));
}

/** A whole number of zero or more; null when it is none. */
export function readWhole(text: string): number | null {
  const digits = text.trim().replaceAll('.', '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** "1-3-2026", "01-03-2026" or "2026-03-01" as an ISO date; null when the calendar has no such day. */
export function readDay(text: string): string | null {
  const typed = text.trim();
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(typed);
  const iso = dutch ? `${dutch[3]}-${dutch[2]?.padStart(2, '0')}-${dutch[1]?.padStart(2, '0')}` : typed;
  return isLocalDate(iso) ? iso : null;
}

/** The text of an amount, as a person would type it: 123456 is "1234,56", 120000 is "1200". */
export function typedHundredths(amount: number | null | undefined): string {
  if (amount === null || amount === undefined) return '';
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const decimals = digits.slice(-2);
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}${decimals === '00' ? '' : `,${decimals}`}`;
}

/** The text of a day, as a person would type it: "2026-03-01" is "01-03-2026". */
export function typedDay(iso: string | null | undefined): string {
  return iso ? iso.split('-').reverse().join('-') : '';
}
