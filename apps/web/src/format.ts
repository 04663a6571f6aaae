import type { Language } from './words/words';

// What people read: amounts, hours and days in the conventions of their language. The API speaks integer cents,
// integer centihours and ISO dates; nothing here goes back to it (see read-input.ts).

const TAG = { nl: 'nl-NL', en: 'en-GB' } as const;
const NONE = '–';

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.NumberFormat(TAG[language], options);
  formats.set(key, known);
  return known;
}

/** An integer of hundredths as a decimal text, which `Intl.NumberFormat` prints exactly: 1234 is "12.34". */
function hundredths(amount: number): `${number}` {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`;
}

/** "€ 1.234,56"; cents. */
export function euros(language: Language, cents: number | null | undefined): string {
  if (cents === null || cents === undefined) return NONE;
  return numberFormat(language, { style: 'currency', currency: 'EUR' }).format(hundredths(cents));
}

/** "€ 1.235": whole euros, for overviews; cents. */
export function wholeEuros(language: Language, cents: number | null | undefined): string {
  if (cents === null || cents === undefined) return NONE;
  const options = { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 } as const;
  return numberFormat(language, options).format(hundredths(cents));
}

const MILLION = 100_000_000;

/** "€ 13,8 miljoen", below a million "€ 944.123": for pictures and headlines; cents. */
export function shortEuros(language: Language, cents: number | null | undefined): string {
  if (cents === null || cents === undefined) return NONE;
  if (Math.abs(cents) < MILLION) return wholeEuros(language, cents);
  const tenths = Math.round(cents / (MILLION / 10)) / 10;
  const millions = numberFormat(language, { maximumFractionDigits: 1 }).format(tenths);
  return language === 'nl' ? `€\u00a0${millions}\u00a0miljoen` : `€${millions}\u00a0million`;
}

/** "152,25 uur" without the word: "152,25", and "152" for whole hours; centihours. */
export function hours(language: Language, centihours: number | null | undefined): string {
  if (centihours === null || centihours === undefined) return NONE;
  return numberFormat(language, { maximumFractionDigits: 2 }).format(hundredths(centihours));
}

/** "5%" or "5,25%"; basis points. */
export function percentOfBp(language: Language, bp: number | null | undefined): string {
  if (bp === null || bp === undefined) return NONE;
  return `${numberFormat(language, { maximumFractionDigits: 2 }).format(hundredths(bp))}%`;
}

/** What part `part` is of `whole`, as "65,9%"; null without a whole. */
export function percentOf(language: Language, part: number, whole: number): string | null {
  if (whole === 0) return null;
  const tenths = Math.round((part / whole) * 1000) / 10;
  return `${numberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(tenths)}%`;
}

/** "1.234". */
export function whole(language: Language, amount: number | null | undefined): string {
  return amount === null || amount === undefined ? NONE : numberFormat(language, {}).format(amount);
}

/** A decimal text of the API, such as a number of jobs ("48.1689" or "< 5"), as "48,2". */
export function decimal(language: Language, text: string | null | undefined): string {
  if (text === null || text === undefined) return NONE;
  if (!/^-?\d+(\.\d+)?$/.test(text)) return text;
  return numberFormat(language, { maximumFractionDigits: 1 }).format(text as `${number}`);
}

const inAmsterdam = (language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(TAG[language], { timeZone: 'Europe/Amsterdam', ...options });

/** "1 maart 2026"; an ISO date. */
export function day(language: Language, iso: string | null | undefined): string {
  if (!iso) return NONE;
  return inAmsterdam(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${iso}T12:00:00Z`));
}

/** "01-03-2026" in Dutch, "01/03/2026" in English: for tables; an ISO date. */
export function shortDay(language: Language, iso: string | null | undefined): string {
  if (!iso) return NONE;
  const options = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  return inAmsterdam(language, options).format(new Date(`${iso}T12:00:00Z`));
}

/** "1 maart 2026 om 14:05"; a moment. */
export function moment(language: Language, iso: string | null | undefined): string {
  if (!iso) return NONE;
  return inAmsterdam(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));
}

/** "14:05". */
export function clock(language: Language, at: Date): string {
  return inAmsterdam(language, { timeStyle: 'short' }).format(at);
}

/** "maart 2026"; "2026-03". */
export function month(language: Language, yearMonth: string): string {
  return inAmsterdam(language, { month: 'long', year: 'numeric' }).format(new Date(`${yearMonth}-15T12:00:00Z`));
}

/** "maart"; "2026-03", where the year stands nearby. */
export function monthName(language: Language, yearMonth: string): string {
  return inAmsterdam(language, { month: 'long' }).format(new Date(`${yearMonth}-15T12:00:00Z`));
}

/** "2e kwartaal 2026" or "Q2 2026"; "2026-Q2" as the API writes it, or the first day of the quarter. */
export function quarter(language: Language, text: string | null | undefined): string {
  const found = /^(\d{4})-(?:Q([1-4])|(\d{2})(?:-\d{2})?)$/.exec(text ?? '');
  if (!found) return text ?? NONE;
  const [, year, printed, monthText] = found;
  const number = printed ?? String(Math.floor((Number(monthText) - 1) / 3) + 1);
  return language === 'nl' ? `${number}e kwartaal ${year}` : `Q${number} ${year}`;
}
