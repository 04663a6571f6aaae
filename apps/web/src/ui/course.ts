/** How far an obligation is, against its time; all amounts in cents. */
export interface Course {
  readonly amountCents: number;
  /** What is fulfilled. */
  readonly allocatedCents: number;
  /** What is expected in the end, of which `allocatedCents` is a part. */
  readonly forecastCents: number;
  /** What would be fulfilled by today if every day of the term filled as much. */
  readonly planToDateCents: number;
}

/** The places of a picture of a course, each as a part of its width in thousandths, from the left. */
export interface CoursePlaces {
  readonly filled: number;
  /** Where what is expected ends; never before `filled`. */
  readonly expected: number;
  readonly today: number;
}

const THOUSAND = 1000;
const within = (part: number, whole: number) =>
  whole <= 0 ? 0 : Math.min(THOUSAND, Math.max(0, Math.round((part / whole) * THOUSAND)));

/** Where everything stands on a bar that is as wide as the amount. Nothing stands outside of it. */
export function coursePlaces({ amountCents, allocatedCents, forecastCents, planToDateCents }: Course): CoursePlaces {
  const filled = within(allocatedCents, amountCents);
  return {
    filled,
    expected: Math.max(filled, within(forecastCents, amountCents)),
    today: within(planToDateCents, amountCents),
  };
}
