import { addDays, daysBetween, yearOf, type LocalDate } from '@sr/kernel';
import Holidays from 'date-holidays';

/** Days that some count as free and others do not: neither is, unless it is said. */
export interface FreeDays {
  /** Goede Vrijdag: free in some collective agreements. */
  readonly goodFriday?: boolean;
  /** Bevrijdingsdag, 5 May: a day of remembrance each year, a free one by agreement only. */
  readonly liberationDay?: boolean;
}

/** Whether people work on this day in the Netherlands: no Saturday, no Sunday, no public holiday. */
export function isWorkingDay(day: LocalDate, free: FreeDays = {}): boolean {
  if (isWeekend(day)) return false;
  const { holidays, goodFriday, liberationDay } = calendarOf(yearOf(day));
  if (free.goodFriday === true && day === goodFriday) return false;
  if (free.liberationDay === true && day === liberationDay) return false;
  return !holidays.has(day);
}

/**
 * The working day that is `count` working days after `day`, which is not counted itself; before it when `count` is
 * negative. None is `day`, whether people work on it or not.
 */
export function addWorkingDays(day: LocalDate, count: number, free: FreeDays = {}): LocalDate {
  const step = count < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(count); left > 0;) {
    reached = addDays(reached, step);
    if (isWorkingDay(reached, free)) left -= 1;
  }
  return reached;
}

/** A Saturday: the days since it say which day of the week it is. */
const A_SATURDAY = '2000-01-01';

function isWeekend(day: LocalDate): boolean {
  const weekday = daysBetween(A_SATURDAY, day) % 7;
  // Before that Saturday the remainder is negative: -6 is a Sunday too.
  return weekday === 0 || weekday === 1 || weekday === -6;
}

interface Calendar {
  readonly holidays: ReadonlySet<LocalDate>;
  readonly goodFriday: LocalDate | undefined;
  readonly liberationDay: LocalDate | undefined;
}

/** Working a year out takes milliseconds; a year has one calendar for ever. */
const calendars = new Map<number, Calendar>();

function calendarOf(year: number): Calendar {
  const known = calendars.get(year);
  if (known) return known;
  // `date` is the day itself; `start` and `end` would be moments.
  const days = netherlands().getHolidays(year);
  const dayOf = (rule: string): LocalDate | undefined => days.find((day) => day.rule === rule)?.date.slice(0, 10);
  const calendar = {
    holidays: new Set(days.filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10))),
    goodFriday: dayOf('easter -2'),
    liberationDay: dayOf('05-05'),
  };
  calendars.set(year, calendar);
  return calendar;
}

let ofTheNetherlands: Holidays | undefined;
const netherlands = (): Holidays => (ofTheNetherlands ??= new Holidays('NL'));
