import type { LocalDate, Scope, Violation } from '@sr/kernel';
import type { Warning } from './check-claim';

/** Of which side an official reports on behalf of a supplier: of the network, or of the principal that verifies the plan. */
export const ON_BEHALF_SIDES = ['NETWORK', 'PRINCIPAL'] as const;
export type OnBehalfSide = (typeof ON_BEHALF_SIDES)[number];

/** That officials wrote a report or a claim, and why. All null and empty on what the supplier reported itself. */
export interface OnBehalf {
  readonly onBehalfSide: OnBehalfSide | null;
  readonly onBehalfReason: string | null;
  /** The officials who wrote on it, by id: they decide on none of it. */
  readonly onBehalfWriters: readonly string[];
}

/** What the supplier reports itself. */
export const BY_THE_SUPPLIER: OnBehalf = { onBehalfSide: null, onBehalfReason: null, onBehalfWriters: [] };

/**
 * For which side somebody with `scope` speaks to the supplier of a plan, to report on its behalf or to give it more time:
 * the network where it verifies the plan, else the principal that does. Null: others do.
 */
export function sideOf(scope: Scope, { verifiedBy }: { readonly verifiedBy: string | null }): OnBehalfSide | null {
  if (scope.network) return verifiedBy === null ? 'NETWORK' : null;
  return verifiedBy !== null && scope.principals.includes(verifiedBy) ? 'PRINCIPAL' : null;
}

/** Others speak to this supplier. */
export const reportOfOthers = (): Violation => ({
  code: 'report.of_others',
  message: 'Others follow the reports on this plan: the network, or the principal that verifies the plan.',
});

/** A supplier that still has time is asked, not passed by. */
export const notLateYet = (dueOn: LocalDate): Violation => ({
  code: 'report.not_late_yet',
  field: 'quarter',
  params: { dueOn },
  message: `The supplier has until ${dueOn} to report this quarter itself.`,
});

/** There is a report of the quarter already; what is missing in it the supplier adds. */
export const reportCame = (): Violation => ({
  code: 'report.came_already',
  field: 'quarter',
  message: 'A report of this quarter was submitted already; nobody has to report on behalf of the supplier.',
});

/** The supplier reads why. */
export const onBehalfReasonMissing = (): Violation => ({
  code: 'report.on_behalf_reason_missing',
  field: 'reason',
  message: 'Say in a few words why you report on behalf of the supplier; the supplier reads it.',
});

/** The two kinds of drafts do not mix: what an official wrote would pass for the supplier's own word. */
export const writtenOnBehalf = (): Violation => ({
  code: 'report.on_behalf',
  message: 'An official writes this report on behalf of the supplier. Open a report of your own.',
});

/** An official of a principal is not told of placements, so it reports none. */
export const noPlacementsOnBehalf = (): Violation => ({
  code: 'report.on_behalf_no_placements',
  field: 'placements',
  message: 'On behalf of a supplier a principal reports purchases and activities, or that there is nothing; no hours.',
});

/** What of the reports of a quarter matters here. */
interface ReportOfQuarter extends Pick<OnBehalf, 'onBehalfSide'> {
  readonly state: 'DRAFT' | 'CHECKED' | 'SUBMITTED';
  readonly dueOn: LocalDate;
}

/** The last day on which the supplier itself is on time: of its own report, or of the quarter. */
export const ownDueOn = (reports: readonly ReportOfQuarter[], ofQuarter: LocalDate): LocalDate =>
  reports.find(({ onBehalfSide }) => onBehalfSide === null)?.dueOn ?? ofQuarter;

/**
 * Why nobody can report a quarter on behalf of a supplier on `today`: every reason, or none.
 * @param reports what there is of the quarter, the first first
 * @param dueOn the last day of the quarter's term when nobody gave more time
 */
export function onBehalfViolations(
  reports: readonly ReportOfQuarter[],
  dueOn: LocalDate,
  today: LocalDate,
): Violation[] {
  const due = ownDueOn(reports, dueOn);
  return [
    ...(reports.some(({ state }) => state === 'SUBMITTED') ? [reportCame()] : []),
    ...(today <= due ? [notLateYet(due)] : []),
  ];
}

/** The one warning that every claim on behalf of a supplier has, before all others. */
export const claimedOnBehalf = (side: OnBehalfSide): Warning => ({
  code: 'claim.on_behalf',
  params: { side },
  message:
    side === 'NETWORK'
      ? 'The network reported this on behalf of the supplier.'
      : 'The principal that verifies the plan reported this on behalf of the supplier.',
});

/**
 * Which report a supplier goes on with when it opens a quarter: its own draft; the last that was submitted, unless it asks
 * for a supplementary one; or none yet. `reports`: those of the quarter, the first first.
 */
export function toGoOnWith<R extends ReportOfQuarter>(reports: readonly R[], supplementary: boolean): R | null {
  const own = reports.findLast(({ state, onBehalfSide }) => state !== 'SUBMITTED' && onBehalfSide === null);
  return own ?? (supplementary ? null : (reports.findLast(({ state }) => state === 'SUBMITTED') ?? null));
}
