import { addDays, quarterStart, type LocalDate, type Period } from '@sr/kernel';

/** A calendar month, as YYYY-MM. */
export type Month = string;

/** The first day of a quarter that is written as `2024-Q2`. */
export function quarterOfCode(code: string): LocalDate {
  return `${code.slice(0, 4)}-${twoDigits(Number(code.slice(6)) * 3 - 2)}-01`;
}

/** A quarter, named by its first day, as people write it: `2024-Q2`. */
export function quarterCode(quarter: LocalDate): string {
  const first = quarterStart(quarter);
  return `${first.slice(0, 4)}-Q${FIRST_MONTHS.indexOf(first.slice(5, 7)) + 1}`;
}

const FIRST_MONTHS = ['01', '04', '07', '10'];

/** The months of a quarter, in order. */
export function monthsOfQuarter(quarter: LocalDate): [Month, Month, Month] {
  const first = quarter.slice(0, 7);
  const second = nextMonth(first);
  return [first, second, nextMonth(second)];
}

/** All days of a month. */
export function daysOfMonth(month: Month): Period {
  return { from: `${month}-01`, to: addDays(`${nextMonth(month)}-01`, -1) };
}

/** All days of a quarter. */
export function daysOfQuarter(quarter: LocalDate): Period {
  return { from: quarter, to: daysOfMonth(monthsOfQuarter(quarter)[2]).to };
}

/** The quarter after this one. */
export function nextQuarter(quarter: LocalDate): LocalDate {
  return addDays(daysOfQuarter(quarter).to, 1);
}

function nextMonth(month: Month): Month {
  const number = Number(month.slice(5, 7));
  return number === 12 ? `${Number(month.slice(0, 4)) + 1}-01` : `${month.slice(0, 4)}-${twoDigits(number + 1)}`;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
