import { daysBetween } from '@sr/kernel';

/** One quarter of the course of a year: amounts up to and with it, in cents. */
export interface QuarterToDate {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly realisedToDateCents: number;
  readonly annualisedToDateCents: number;
}

export interface CoursePoints {
  /** The corners of each line, from the left: 0 at the start of the year. */
  readonly pace: readonly (readonly [x: number, y: number])[];
  readonly realised: readonly (readonly [x: number, y: number])[];
  /** The lines of the scale, in cents, lowest first. */
  readonly scale: readonly number[];
}

/** A round step so that a scale has about four lines: 1, 2 or 5 and zeros. */
function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const digit = raw / power;
  return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
}

/**
 * Where the lines of a year's course go in a picture of `width` by `height`, y downwards. What is realised is drawn up to
 * `today`: what comes after has not been, and a flat line would read as a standstill.
 */
export function coursePoints(
  quarters: readonly QuarterToDate[],
  today: string,
  width: number,
  height: number,
): CoursePoints {
  const largest = Math.max(
    ...quarters.flatMap((quarter) => [quarter.realisedToDateCents, quarter.annualisedToDateCents]),
    1,
  );
  const step = roundStep(largest / 4);
  const top = Math.ceil(largest / step) * step;
  const scale = Array.from({ length: Math.round(top / step) + 1 }, (_, line) => line * step);
  const heightOf = (cents: number) => height - (cents / top) * height;
  // Where a quarter ends, or today when it lies in it.
  const reached = (index: number, { startsOn, endsOn }: QuarterToDate) =>
    today >= endsOn
      ? ((index + 1) / quarters.length) * width
      : ((index + (daysBetween(startsOn, today) + 1) / (daysBetween(startsOn, endsOn) + 1)) / quarters.length) * width;
  const been = quarters.filter(({ startsOn }) => startsOn <= today);
  return {
    pace: [
      [0, height],
      ...quarters.map(
        (quarter, index) => [((index + 1) / quarters.length) * width, heightOf(quarter.annualisedToDateCents)] as const,
      ),
    ],
    realised: [
      [0, height],
      ...been.map((quarter, index) => [reached(index, quarter), heightOf(quarter.realisedToDateCents)] as const),
    ],
    scale,
  };
}
