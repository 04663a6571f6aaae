import { divRound, exact, yearOf, type LocalDate } from '@sr/kernel';
import type { Language } from './types';

const TAG = { nl: 'nl-NL', en: 'en-GB' } as const;

// In UTC, in which a day begins when its text says so: no time zone of a machine can move it.
const utc = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`);

const both = (options: Intl.DateTimeFormatOptions) => ({
  nl: new Intl.DateTimeFormat(TAG.nl, { timeZone: 'UTC', ...options }),
  en: new Intl.DateTimeFormat(TAG.en, { timeZone: 'UTC', ...options }),
});
const weekdays = both({ weekday: 'long' });
const days = both({ day: 'numeric', month: 'long' });
const euros = (options: Intl.NumberFormatOptions) => ({
  nl: new Intl.NumberFormat(TAG.nl, { style: 'currency', currency: 'EUR', ...options }),
  en: new Intl.NumberFormat(TAG.en, { style: 'currency', currency: 'EUR', ...options }),
});
const amounts = euros({ trailingZeroDisplay: 'stripIfInteger' });
const wholeAmounts = euros({ maximumFractionDigits: 0 });
const wholes = { nl: new Intl.NumberFormat(TAG.nl), en: new Intl.NumberFormat(TAG.en) };

/** "30 juli", and "2 januari 2027" when it is not in the year of the mail. */
export function shortDay(language: Language, day: LocalDate, today: LocalDate): string {
  const said = days[language].format(utc(day));
  return yearOf(day) === yearOf(today) ? said : `${said} ${yearOf(day)}`;
}

/** "donderdag 30 juli": the weekday and the date; the year when it is not the year of the mail. */
export const longDay = (language: Language, day: LocalDate, today: LocalDate): string =>
  `${weekdays[language].format(utc(day))} ${shortDay(language, day, today)}`;

/** "donderdag 30 juli 2026": with its year. */
export const fullDay = (language: Language, day: LocalDate): string =>
  `${weekdays[language].format(utc(day))} ${days[language].format(utc(day))} ${yearOf(day)}`;

const QUARTERS = { nl: ['eerste', 'tweede', 'derde', 'vierde'], en: ['first', 'second', 'third', 'fourth'] } as const;

/** "tweede kwartaal", and "vierde kwartaal 2026" when it is not of the year of the mail; by the first day of the quarter. */
export function quarterName(language: Language, quarter: LocalDate, today: LocalDate): string {
  const order = QUARTERS[language][Math.floor((Number(quarter.slice(5, 7)) - 1) / 3)] ?? '';
  const year = yearOf(quarter) === yearOf(today) ? '' : ` ${yearOf(quarter)}`;
  return language === 'nl' ? `${order} kwartaal${year}` : `${order} quarter${year === '' ? '' : ` of${year}`}`;
}

/** The same always with its year, for what lies far back. */
export const quarterOfYear = (language: Language, quarter: LocalDate): string =>
  quarterName(language, quarter, '0001-01-01');

/** An integer of cents as a decimal text, which is printed exactly. */
function decimal(cents: number): `${number}` {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`;
}

/** "€ 1.234,56", and "€ 1.234" when it has no cents; cents. */
export const amount = (language: Language, cents: number): string => amounts[language].format(decimal(cents));

/** "€ 1.235": to the nearest euro; cents. */
export const wholeAmount = (language: Language, cents: number): string => wholeAmounts[language].format(decimal(cents));

/** "€ 9.600": to two figures, as people say it; cents. */
export function roundAmount(language: Language, cents: number): string {
  const step = 10n ** BigInt(Math.max(2, String(Math.abs(cents)).length - 2));
  return wholeAmount(language, exact(divRound(BigInt(cents), step) * step));
}

/** "1.234". */
export const whole = (language: Language, count: number): string => wholes[language].format(count);

const IN_WORDS = {
  nl: ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf'],
  en: ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
} as const;

/** "twee", and in digits above twelve. */
export const inWords = (language: Language, count: number): string =>
  IN_WORDS[language][count] ?? whole(language, count);
