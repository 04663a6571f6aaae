import { addDays, daysBetween, yearOf, type LocalDate } from '@sr/kernel';

/** Easter Sundays, as printed in the almanac. */
const EASTER: Readonly<Record<number, LocalDate>> = {
  2023: '2023-04-09',
  2024: '2024-03-31',
  2025: '2025-04-20',
  2026: '2026-04-05',
  2027: '2027-03-28',
  2028: '2028-04-16',
  2029: '2029-04-01',
  2030: '2030-04-21',
};

/** On which days people work, for rules that get it from outside: written out here, so that it can be read in a test. */
export const dutchDays = {
  isWorkingDay(day: LocalDate): boolean {
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    const easter = EASTER[yearOf(day)];
    const holidays = ['01-01', yearOf(day) === 2025 ? '04-26' : '04-27', '12-25', '12-26'];
    return (
      weekday !== 0 &&
      weekday !== 6 &&
      !holidays.includes(day.slice(5)) &&
      (easter === undefined || ![1, 39, 50].includes(daysBetween(easter, day)))
    );
  },

  addWorkingDays(day: LocalDate, count: number): LocalDate {
    let [reached, left] = [day, Math.abs(count)];
    while (left > 0) {
      reached = addDays(reached, Math.sign(count));
      if (dutchDays.isWorkingDay(reached)) left -= 1;
    }
    return reached;
  },
};
