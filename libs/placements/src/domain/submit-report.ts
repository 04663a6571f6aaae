import { accepted, overlaps, refused, type Decision, type LocalDate, type Period, type Violation } from '@sr/kernel';
import { claimInFuture, claimOverlaps } from './placement';
import { emptinessViolations, reportViolations, type Report } from './report';
import { claimsOf, countLines, lineViolations, type LineContext, type ProposedClaim } from './report-lines';

/** What submitting a report is held against. */
export interface SubmissionContext extends LineContext {
  /** The days of each placement that are claimed already, by a claim that was neither rejected nor reversed. */
  readonly taken: ReadonlyMap<string, readonly Period[]>;
}

/** Who submits, and what is said of an empty report. */
export interface Submission {
  readonly actorId: string;
  /** How many people of the supplier group take part now. */
  readonly activePeople: number;
  readonly nothingToReport: boolean;
}

/**
 * What submitting a report gives: its claims, one for each placement, purchase and activity; none when there is nothing
 * to report. Refused, with every reason, when
 * 1. the report was submitted already, or no colleague checked it although there is one;
 * 2. it has no lines and does not say so, or has lines and says that there is nothing;
 * 3. something is wrong with its lines;
 * 4. a claim would end after today, or has a day of a placement that is claimed already.
 */
export function submitReport(
  report: Report,
  submission: Submission,
  context: SubmissionContext,
): Decision<ProposedClaim[]> {
  const { actorId, activePeople, nothingToReport } = submission;
  const violations = [
    ...reportViolations(report, 'submit', actorId, activePeople),
    ...emptinessViolations(countLines(report.lines), nothingToReport),
    ...faultsOf(report, context),
  ];
  return violations.length > 0 ? refused(violations) : accepted(claimsOf(report.lines, context));
}

/** What of a report's lines would be refused when it is submitted: all of it, or nothing. */
export function faultsOf({ lines }: Pick<Report, 'lines'>, context: SubmissionContext): Violation[] {
  return [...lineViolations(lines, context), ...violationsOfClaims(claimsOf(lines, context), context)];
}

/** The same of the claims that sound lines make: what is not yet over, or claimed already. */
export const violationsOfClaims = (claims: readonly ProposedClaim[], context: SubmissionContext): Violation[] =>
  claims.flatMap((claim) => claimViolations(claim, context));

function claimViolations(
  { at, kind, placementId, period }: ProposedClaim,
  { taken, today }: { taken: SubmissionContext['taken']; today: LocalDate },
): Violation[] {
  const field = { PLACEMENT: `${at}/months`, PURCHASE: `${at}/to`, ACTIVITY: `${at}/day` }[kind];
  const others = taken.get(placementId ?? '') ?? [];
  return [
    ...(period.to > today ? [claimInFuture(field, today)] : []),
    ...(others.some((other) => overlaps(other, period)) ? [{ ...claimOverlaps(), field }] : []),
  ];
}
