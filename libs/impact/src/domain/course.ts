import { addDays, divFloor, exact, type Cents, type LocalDate, type Period } from '@sr/kernel';
import { POOL_REFERENCE_CENTS } from './year-report';

/** What obligations give for a quarter, as the contracts library gives it. */
export interface ObligationQuarter {
  /** 1 to 4. */
  readonly quarter: number;
  readonly imposedCents: bigint;
  /** The parts of the amounts for the days of their terms, from 1 January to the end of the quarter. */
  readonly annualisedToDateCents: bigint;
}

/** What claims of a quarter put on obligations, as the allocation library gives it. */
export interface RealisedQuarter {
  readonly quarter: number;
  readonly realisedCents: bigint;
}

/** A quarter of the pool: each figure in the quarter, and from 1 January to its end. */
export interface PoolQuarter {
  readonly quarter: number;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly imposedCents: Cents;
  readonly imposedToDateCents: Cents;
  /** The pace that would be on course: every day of every term as much. */
  readonly annualisedCents: Cents;
  readonly annualisedToDateCents: Cents;
  readonly realisedCents: Cents;
  readonly realisedToDateCents: Cents;
  readonly referenceCents: Cents;
  readonly referenceToDateCents: Cents;
}

const QUARTERS = [1, 2, 3, 4] as const;

/**
 * The course of the pool through a year. What is annualised is rounded up to the end of each quarter and not in each, so
 * that the fourth quarter ends at the figures of the year; the reference of EUR 130 million falls in four without rest.
 */
export function poolCourse(
  year: number,
  obligations: readonly ObligationQuarter[],
  realised: readonly RealisedQuarter[],
): PoolQuarter[] {
  const upTo = <T extends { readonly quarter: number }>(
    rows: readonly T[],
    last: number,
    of: (row: T) => bigint,
  ): bigint => rows.reduce((sum, row) => (row.quarter <= last ? sum + of(row) : sum), 0n);
  const toDate = (quarter: number) => ({
    imposed: upTo(obligations, quarter, ({ imposedCents }) => imposedCents),
    annualised: obligations.find((row) => row.quarter === quarter)?.annualisedToDateCents ?? 0n,
    realised: upTo(realised, quarter, ({ realisedCents }) => realisedCents),
    reference: divFloor(POOL_REFERENCE_CENTS * BigInt(quarter), 4n),
  });
  return QUARTERS.map((quarter) => {
    const [before, now] = [toDate(quarter - 1), toDate(quarter)];
    const { from, to } = quarterOf(year, quarter);
    return {
      quarter,
      startsOn: from,
      endsOn: to,
      imposedCents: exact(now.imposed - before.imposed),
      imposedToDateCents: exact(now.imposed),
      annualisedCents: exact(now.annualised - before.annualised),
      annualisedToDateCents: exact(now.annualised),
      realisedCents: exact(now.realised - before.realised),
      realisedToDateCents: exact(now.realised),
      referenceCents: exact(now.reference - before.reference),
      referenceToDateCents: exact(now.reference),
    };
  });
}

function quarterOf(year: number, quarter: number): Period {
  const firstOf = (month: number): LocalDate => `${year}-${String(month).padStart(2, '0')}-01`;
  const next = quarter === 4 ? `${year + 1}-01-01` : firstOf(3 * quarter + 1);
  return { from: firstOf(3 * quarter - 2), to: addDays(next, -1) };
}
