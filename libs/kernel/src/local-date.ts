import { divFloor, exact } from './money';

/** A day in the Netherlands as `YYYY-MM-DD`. Compared as a string, kept as `date` in the database. */
export type LocalDate = string;

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

const utc = (day: LocalDate): number => Date.parse(`${day}T00:00:00Z`);

/** Whether `text` is a day that exists, written as `YYYY-MM-DD`, in the years 1900 to 2999. */
export function isLocalDate(text: string): boolean {
  const match = SHAPE.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  if (year < 1900 || year > 2999) return false;
  const time = utc(text);
  // 30 February parses in some engines as 1 March: written back it differs.
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** `day` plus `days` (may be negative). */
export function addDays(day: LocalDate, days: number): LocalDate {
  return new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day some months later, or earlier when negative; the last day of that month when it is shorter. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const count = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [exact(divFloor(BigInt(count), 12n)), (count % 12) + 1];
  const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
  const same = addDays(first, Number(day.slice(8)) - 1);
  const spilled = same.slice(0, 7) === first.slice(0, 7) ? 0 : Number(same.slice(8));
  return addDays(same, -spilled);
}

/** How many days `to` comes after `from`; negative when it comes before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (utc(to) - utc(from)) / DAY_MS;
}

/** The calendar year of a day. */
export function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}

/** The first day of the calendar quarter of a day: the name of a quarter wherever balances are kept per quarter. */
export function quarterStart(day: LocalDate): LocalDate {
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % 3);
  return `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
}
