import { addDays, daysBetween, quarterStart, type LocalDate } from '@sr/kernel';
import { daysOfQuarter, nextQuarter } from './quarter';

/** A report is due this many calendar days after its quarter. */
export const REPORT_TERM_DAYS = 30;
/** An official answers a claim within this many working days after it was submitted. */
export const ANSWER_TERM_WORKING_DAYS = 10;

/** The last day on which the report of a quarter is on time. */
export function reportDueOn(quarter: LocalDate): LocalDate {
  return addDays(daysOfQuarter(quarter).to, REPORT_TERM_DAYS);
}

/** How many calendar days after its last day something happened (or, when it did not yet, today is); 0 when on time. */
export function daysLate(dueOn: LocalDate, on: LocalDate): number {
  return Math.max(0, daysBetween(dueOn, on));
}

/** A quarter for which no report came although it was due. */
export interface MissingReport {
  readonly quarter: LocalDate;
  readonly dueOn: LocalDate;
  readonly daysLate: number;
}

/**
 * The quarters of the time in which a plan runs for which a report was due before `today` and none was submitted.
 * @param reports what is known of the reports of the plan, by quarter: a due date that was extended, and whether it came
 */
export function missingReports(
  plan: { readonly from: LocalDate; readonly until: LocalDate | null },
  reports: ReadonlyMap<LocalDate, { readonly dueOn?: LocalDate; readonly submitted: boolean }>,
  today: LocalDate,
): MissingReport[] {
  const last = plan.until !== null && plan.until < today ? plan.until : today;
  const missing: MissingReport[] = [];
  for (let quarter = quarterStart(plan.from); quarter <= last; quarter = nextQuarter(quarter)) {
    const report = reports.get(quarter);
    const dueOn = report?.dueOn ?? reportDueOn(quarter);
    const late = daysLate(dueOn, today);
    if (report?.submitted !== true && late > 0) missing.push({ quarter, dueOn, daysLate: late });
  }
  return missing;
}
