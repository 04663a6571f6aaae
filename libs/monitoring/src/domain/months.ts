import { addDays, divFloor, exact, yearOf, type LocalDate } from '@sr/kernel';

/** The same day some months later, or earlier when negative; the last day of that month when it is shorter. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const count = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [exact(divFloor(BigInt(count), 12n)), (count % 12) + 1];
  const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
  const same = addDays(first, Number(day.slice(8)) - 1);
  const spilled = same.slice(0, 7) === first.slice(0, 7) ? 0 : Number(same.slice(8));
  return addDays(same, -spilled);
}
