const WEEKS = 52;

/**
 * What an hour of a yearly value is worth, in whole cents: a full-time year is 52 weeks of the table's norm. To inform
 * only; a claim is valued over all its hours at once, and rounded once.
 */
export function hourValueCents(annualValueCents: number, normHoursPerWeek: number): number | null {
  const hours = WEEKS * normHoursPerWeek;
  return hours > 0 ? Math.round(annualValueCents / hours) : null;
}
