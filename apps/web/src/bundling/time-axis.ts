import { addDays, daysBetween, yearOf } from '@sr/kernel';

/** The width of the picture: places are thousandths of it, from the left. */
export const AXIS_WIDTH = 1000;

interface Term {
  /** The first and the last day, as ISO dates; both are in it. */
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface TimeAxis {
  /** The years that the axis shows, each with the place where it begins. */
  readonly years: readonly { readonly year: number; readonly at: number }[];
  /** The place of today; always on the axis. */
  readonly today: number;
  /** Where a term begins and how wide it is. */
  readonly bar: (term: Term) => { readonly at: number; readonly width: number };
}

/** An axis of whole years on which all terms fit, and today as well. */
export function timeAxis(terms: readonly Term[], today: string): TimeAxis {
  const years = [today, ...terms.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn])].map(yearOf);
  const first = Math.min(...years);
  const last = Math.max(...years);
  const start = `${first}-01-01`;
  const days = daysBetween(start, `${last + 1}-01-01`);
  const at = (day: string) => Math.round((daysBetween(start, day) / days) * AXIS_WIDTH);
  return {
    years: Array.from({ length: last - first + 1 }, (_, index) => ({
      year: first + index,
      at: at(`${first + index}-01-01`),
    })),
    today: at(today),
    bar: ({ startsOn, endsOn }) => {
      const from = at(startsOn);
      return { at: from, width: Math.max(at(addDays(endsOn, 1)) - from, 4) };
    },
  };
}
