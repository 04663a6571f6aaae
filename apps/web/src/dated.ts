/** From which day something holds, and until which; null is always, or not ended. */
export interface Term {
  readonly from: string | null;
  readonly to: string | null;
}

/** Whether something holds on a day, holds later, or no longer. */
export type Standing = 'NOW' | 'LATER' | 'PAST';

/** How something of that term stands on a day, as an ISO date; both ends are part of the term. */
export function standingOn(day: string, { from, to }: Term): Standing {
  if (to !== null && to < day) return 'PAST';
  return from !== null && from > day ? 'LATER' : 'NOW';
}

const ORDER: Readonly<Record<Standing, number>> = { NOW: 0, LATER: 1, PAST: 2 };

/** What holds on the day on top, then what comes, then what has been; within that as it was. */
export function nowFirst<Row>(rows: readonly Row[], day: string, termOf: (row: Row) => Term): readonly Row[] {
  const place = (row: Row) => ORDER[standingOn(day, termOf(row))];
  return [...rows].sort((a, b) => place(a) - place(b));
}
