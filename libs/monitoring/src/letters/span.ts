import { whole } from './days';
import type { Language } from './types';

/** Up to so many days people count days; then weeks, months and years. */
const IN_DAYS = 14;
const IN_WEEKS = 59;
const DAYS_OF_MONTH = 365.25 / 12;
const MONTHS_OF_YEAR = 12;

const WORDS = {
  nl: {
    days: (count: string, one: boolean) => `${count} ${one ? 'dag' : 'dagen'}`,
    weeks: (count: string) => `${count} weken`,
    months: (count: string) => `${count} maanden`,
    years: (count: string, one: boolean) => (one ? 'een jaar' : `${count} jaar`),
    halfYear: 'een half jaar',
    yearAndHalf: 'anderhalf jaar',
    over: 'ruim',
    almost: 'bijna',
    about: 'ongeveer',
  },
  en: {
    days: (count: string, one: boolean) => `${count} ${one ? 'day' : 'days'}`,
    weeks: (count: string) => `${count} weeks`,
    months: (count: string) => `${count} months`,
    years: (count: string, one: boolean) => (one ? 'a year' : `${count} years`),
    halfYear: 'half a year',
    yearAndHalf: 'a year and a half',
    over: 'over',
    almost: 'almost',
    about: 'about',
  },
} as const;

/** A time as people say it: "4 dagen", "ruim 3 weken", "ruim 4 maanden", "ruim een jaar", "anderhalf jaar"; in days. */
export function span(language: Language, days: number): string {
  const words = WORDS[language];
  if (days <= IN_DAYS) return words.days(whole(language, days), days === 1);
  if (days <= IN_WEEKS) return near(language, days / 7, (count) => words.weeks(whole(language, count)));
  const months = days / DAYS_OF_MONTH;
  // From eleven and a half months on people say "almost a year".
  if (months < MONTHS_OF_YEAR - 0.5) {
    return near(language, months, (count) => (count === 6 ? words.halfYear : words.months(whole(language, count))));
  }
  const years = months / MONTHS_OF_YEAR;
  if (years >= 1.4 && years < 1.9) return `${years < 1.6 ? '' : `${words.over} `}${words.yearAndHalf}`;
  return near(language, years, (count) => words.years(whole(language, count), count === 1));
}

/** How long until then: without the nuances that sound odd of what is still to come. */
export function ahead(language: Language, days: number): string {
  const words = WORDS[language];
  if (days <= IN_DAYS) return words.days(whole(language, days), days === 1);
  const weeks = words.weeks(whole(language, Math.floor((days + 3) / 7)));
  return days % 7 === 0 ? weeks : `${words.about} ${weeks}`;
}

/** A number of something: exact, over it, or almost the next. */
function near(language: Language, units: number, said: (count: number) => string): string {
  const words = WORDS[language];
  const below = Math.max(1, Math.floor(units));
  const rest = units - below;
  if (rest < 0) return `${words.almost} ${said(below)}`;
  if (rest > 0.84) return `${words.almost} ${said(below + 1)}`;
  return rest < 0.2 && units >= 2 ? said(below) : `${words.over} ${said(below)}`;
}
