import { addDays, overlaps, quarterStart, type LocalDate, type Period } from '@sr/kernel';

// Quarters as the API writes them ("2026-Q3") and the months in them ("2026-07").

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** The quarter in which a day lies. */
export function quarterOf(day: LocalDate): string {
  const first = quarterStart(day);
  return `${first.slice(0, 4)}-Q${(Number(first.slice(5, 7)) + 2) / 3}`;
}

/** The three months of a quarter, in order. */
export function monthsOf(quarter: string): readonly string[] {
  const first = Number(quarter.slice(6)) * 3 - 2;
  return [0, 1, 2].map((later) => `${quarter.slice(0, 4)}-${twoDigits(first + later)}`);
}

/** All days of a month. */
export function daysOfMonth(month: string): Period {
  const from = `${month}-01`;
  // The first of a month and 31 days is always a day of the month after it.
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
}

/** All days of a quarter. */
export function daysOfQuarter(quarter: string): Period {
  const [first = '', , last = ''] = monthsOf(quarter);
  return { from: `${first}-01`, to: daysOfMonth(last).to };
}

/** The quarter before the one in which a day lies, and those before it, latest first. */
export function quartersBefore(day: LocalDate, count: number): readonly string[] {
  const quarters: string[] = [];
  let first = quarterStart(day);
  while (quarters.length < count) {
    first = quarterStart(addDays(first, -1));
    quarters.push(quarterOf(first));
  }
  return quarters;
}

/** Whether something that runs from a day until a day, or without end, has a day in the month. */
export function runsIn(
  { startsOn, endsOn }: { readonly startsOn: LocalDate; readonly endsOn: LocalDate | null },
  month: string,
): boolean {
  const days = daysOfMonth(month);
  return overlaps({ from: startsOn, to: endsOn ?? days.to }, days);
}
