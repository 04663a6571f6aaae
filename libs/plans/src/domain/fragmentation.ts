import { addDays, divRound, exact, sum, type Cents, type LocalDate } from '@sr/kernel';

/** An open obligation, and the plan in which it is followed now (null: by itself). */
export interface FollowedObligation {
  readonly id: string;
  readonly principalCode: string;
  /** Null for a form-free goal, which has no euros. */
  readonly amountCents: Cents | null;
  readonly endsOn: LocalDate;
  readonly planId: string | null;
}

/** How scattered obligations are. A point of follow-up is a plan, or an obligation that is followed by itself. */
export interface Fragmentation {
  readonly obligations: number;
  readonly points: number;
  /** Of the sums of the points; null when none has euros. */
  readonly medianCents: Cents | null;
  /** Of the whole months until the last term in each point ends; null when there is no point. */
  readonly medianMonthsLeft: number | null;
}

/** The same obligations, followed as they were and as they would be. */
export interface BeforeAndAfter {
  readonly before: Fragmentation;
  readonly after: Fragmentation;
}

/** Which point of follow-up an obligation is in. */
type PointOf = (obligation: FollowedObligation) => string;

/** Each obligation by itself. */
export const byItself: PointOf = ({ id }) => id;
/** As they are followed now. */
export const asTheyAre: PointOf = ({ id, planId }) => planId ?? id;
/** All of them in one plan. */
export const allTogether: PointOf = () => 'together';

/**
 * How scattered `obligations` are on `today` when each is followed in the point that `pointOf` says:
 * the number of points, the median of their sizes and of the months that they still have.
 */
export function fragmentation(
  obligations: readonly FollowedObligation[],
  pointOf: PointOf,
  today: LocalDate,
): Fragmentation {
  const points = new Map<string, FollowedObligation[]>();
  for (const obligation of obligations) {
    const point = pointOf(obligation);
    points.set(point, [...(points.get(point) ?? []), obligation]);
  }
  const inEuros = [...points.values()].map((point) => point.flatMap(({ amountCents }) => amountCents ?? []));
  return {
    obligations: obligations.length,
    points: points.size,
    medianCents: median(inEuros.filter((amounts) => amounts.length > 0).map(sum)),
    medianMonthsLeft: median(
      [...points.values()].map((point) => Math.max(...point.map(({ endsOn }) => monthsLeft(today, endsOn)))),
    ),
  };
}

/** Before and after, for all and for each principal by itself, in the order of their codes. */
export function compare(
  obligations: readonly FollowedObligation[],
  before: PointOf,
  after: PointOf,
  today: LocalDate,
): BeforeAndAfter & { readonly principals: readonly (BeforeAndAfter & { readonly principalCode: string })[] } {
  const both = (some: readonly FollowedObligation[]): BeforeAndAfter => ({
    before: fragmentation(some, before, today),
    after: fragmentation(some, after, today),
  });
  const codes = [...new Set(obligations.map(({ principalCode }) => principalCode))].sort();
  return {
    ...both(obligations),
    principals: codes.map((principalCode) => ({
      principalCode,
      ...both(obligations.filter((obligation) => obligation.principalCode === principalCode)),
    })),
  };
}

/** How many whole calendar months are left from `today` to and including `endsOn`; 0 when it is over. */
export function monthsLeft(today: LocalDate, endsOn: LocalDate): number {
  const [year = 0, month = 0, day = 0] = addDays(endsOn, 1).split('-').map(Number);
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = today.split('-').map(Number);
  const months = (year - fromYear) * 12 + (month - fromMonth);
  return Math.max(0, day < fromDay ? months - 1 : months);
}

/** The middle one, or half the sum of the two in the middle, rounded half up; null of nothing. All are 0 or more. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) return null;
  return exact(divRound(BigInt(lower) + BigInt(upper), 2n));
}
