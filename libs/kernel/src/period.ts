import { daysBetween, quarterStart, type LocalDate } from './local-date';

/** A span of days that includes both its first and its last day. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** How many days the period has, both ends included; 0 when it ends before it begins. */
export function daysIn(period: Period): number {
  return Math.max(0, daysBetween(period.from, period.to) + 1);
}

/** Whether two periods have at least one day in common. */
export function overlaps(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Whether every day of `inner` is a day of `outer`; an `outer.to` of null means that it has no last day. */
export function contains(outer: { from: LocalDate; to: LocalDate | null }, inner: Period): boolean {
  return outer.from <= inner.from && (outer.to === null || inner.to <= outer.to);
}

/** The calendar year as a period. */
export function calendarYear(year: number): Period {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** How many days of `period` fall in the calendar year. */
export function daysInYear(period: Period, year: number): number {
  const { from, to } = calendarYear(year);
  return daysIn({ from: period.from > from ? period.from : from, to: period.to < to ? period.to : to });
}

/** Whether the period lies inside one calendar quarter. */
export function isInOneQuarter(period: Period): boolean {
  return quarterStart(period.from) === quarterStart(period.to);
}
