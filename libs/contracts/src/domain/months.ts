import { addDays, divFloor, exact, yearOf, type LocalDate } from '@sr/kernel';

/** The same day some months later, or the last day of that month when it is shorter. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const count = Number(day.slice(5, 7)) - 1 + months;
  const year = yearOf(day) + exact(divFloor(BigInt(count), 12n));
  const first = `${year}-${String((count % 12) + 1).padStart(2, '0')}-01`;
  const same = addDays(first, Number(day.slice(8)) - 1);
  const spilled = same.slice(0, 7) === first.slice(0, 7) ? 0 : Number(same.slice(8));
  return addDays(same, -spilled);
}
