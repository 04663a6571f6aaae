import type { LocalDate, Violation } from '@sr/kernel';
import type { OnBehalf } from './on-behalf';
import type { ReportLines } from './report-lines';

export const REPORT_STATES = ['DRAFT', 'CHECKED', 'SUBMITTED'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export type ReportEvent = 'edit' | 'check' | 'submit';

/** What a supplier reports on a plan for a quarter. Submitting it makes the claims; until then it is the supplier's own. */
export interface Report extends OnBehalf {
  readonly id: string;
  /** Given by the product, once over all suppliers. */
  readonly number: number;
  readonly planId: string;
  readonly supplierKvkNumber: string;
  /** The first day of the quarter. */
  readonly quarter: LocalDate;
  /** 1 for the report of the quarter; later ones add to it, e.g. what was refused and put right. */
  readonly sequence: number;
  readonly state: ReportState;
  /** The last day on which it is on time. */
  readonly dueOn: LocalDate;
  readonly lines: ReportLines;
  /** Submitted to say that there was nothing: that is information, and no report is not. */
  readonly nothingToReport: boolean;
  readonly version: number;
  readonly lastEditedBy: string;
  readonly lastEditedAt: Date;
  readonly checkedBy: string | null;
  readonly checkedAt: Date | null;
  readonly submittedBy: string | null;
  readonly submittedAt: Date | null;
  /** The day of submitting, in the Netherlands. */
  readonly submittedOn: LocalDate | null;
}

/** Which quarter of which supplier. */
export type QuarterOfSupplier = Pick<Report, 'planId' | 'supplierKvkNumber' | 'quarter'>;

/** From which state an event leads to which; every other pair is refused. */
export const REPORT_TRANSITIONS: Record<ReportState, Partial<Record<ReportEvent, ReportState>>> = {
  DRAFT: { edit: 'DRAFT', check: 'CHECKED', submit: 'SUBMITTED' },
  // What was changed has to be looked at again.
  CHECKED: { edit: 'DRAFT', submit: 'SUBMITTED' },
  SUBMITTED: {},
};

/** What was submitted stays as it is; what is to be added goes into a supplementary report. */
export const submittedAlready = (): Violation => ({
  code: 'report.submitted_already',
  message: 'The report was submitted and cannot change; open a supplementary report for the same quarter.',
});

/** Checking twice says nothing new. */
export const checkedAlready = (): Violation => ({
  code: 'report.checked_already',
  message: 'The report was checked already and has not changed since.',
});

/** A second pair of eyes. */
export const checkedByEditor = (): Violation => ({
  code: 'report.checked_by_editor',
  message: 'You made the last change to this report; a colleague has to check it.',
});

/** Before it goes out a colleague has looked at it, unless there is no colleague. */
export const notChecked = (): Violation => ({
  code: 'report.not_checked',
  message: 'A colleague has to check the report before it is submitted.',
});

/** A report without lines says so. */
export const reportEmpty = (): Violation => ({
  code: 'report.empty',
  field: 'nothingToReport',
  message: 'The report has no lines. Say that there is nothing to report, or add lines.',
});

/** Nothing to report is nothing. */
export const reportNotEmpty = (): Violation => ({
  code: 'report.not_empty',
  field: 'nothingToReport',
  message: 'The report has lines, so there is something to report.',
});

/** Somebody else changed the report meanwhile. */
export const reportStale = (version: number): Violation => ({
  code: 'report.stale',
  field: 'version',
  params: { version },
  message: `Somebody changed this report meanwhile: it is at version ${version} now. Read it again and repeat your change.`,
});

/** What an event looks at of a report. */
type ReportToMove = Pick<Report, 'state' | 'lastEditedBy'>;

/**
 * Why `event` by `actorId` cannot happen to the report: every reason, or none. A supplier for whom one person takes
 * part has nobody to check.
 */
export function reportViolations(
  report: ReportToMove,
  event: ReportEvent,
  actorId: string,
  activePeople: number,
): Violation[] {
  if (report.state === 'SUBMITTED') return [submittedAlready()];
  switch (event) {
    case 'edit':
      return [];
    case 'check':
      return [
        ...(report.state === 'CHECKED' ? [checkedAlready()] : []),
        ...(report.lastEditedBy === actorId ? [checkedByEditor()] : []),
      ];
    case 'submit':
      return report.state === 'DRAFT' && activePeople > 1 ? [notChecked()] : [];
  }
}

/** What is wrong with what is said of an empty report, or nothing. */
export function emptinessViolations(lineCount: number, nothingToReport: boolean): Violation[] {
  if (lineCount === 0 && !nothingToReport) return [reportEmpty()];
  return lineCount > 0 && nothingToReport ? [reportNotEmpty()] : [];
}
