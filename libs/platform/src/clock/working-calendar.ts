import type { LocalDate } from '@sr/kernel';
import { addWorkingDays, isWorkingDay, type FreeDays } from './working-days';

/** The working days as they are kept here: the public holidays, and the days that this house has chosen to be free. */
export class WorkingCalendar {
  constructor(private readonly free: FreeDays = {}) {}

  /** Whether people work on this day. */
  isWorkingDay(day: LocalDate): boolean {
    return isWorkingDay(day, this.free);
  }

  /** The working day that is so many working days after `day`, or before it when `count` is negative. */
  addWorkingDays(day: LocalDate, count: number): LocalDate {
    return addWorkingDays(day, count, this.free);
  }
}
