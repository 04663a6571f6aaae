import { daysIn, daysInYear, timesFraction, type Cents, type Period } from '@sr/kernel';

/**
 * The part of an obligation that falls in a calendar year: its amount times the days of its term in that year over all
 * days of its term, both ends included, rounded half up for each obligation by itself.
 *
 * This is the rule. A report sums it over all obligations in SQL (`persistence/obligation.store.ts`), since it would
 * otherwise read every obligation; `test/registry.itest.ts` holds the two together.
 */
export function annualised(amountCents: Cents, term: Period, year: number): Cents {
  return timesFraction(amountCents, daysInYear(term, year), daysIn(term));
}
