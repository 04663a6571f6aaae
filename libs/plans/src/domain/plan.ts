import { addMonths, type LocalDate, type Scope, type Violation } from '@sr/kernel';

/** A bundle is of obligations in euros; a form-free plan is of goals in persons, hours or activities, never in euros. */
export const PLAN_KINDS = ['BUNDLE', 'FORM_FREE'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export const PLAN_STATES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'ENDED'] as const;
export type PlanState = (typeof PLAN_STATES)[number];
export type PlanEvent = 'submit' | 'return' | 'approve' | 'amend' | 'end';

/** Who speaks for each side: a person by name, and the one who stands in. By the ids of people. */
export interface Contacts {
  /** Of the principals: one point of contact for the whole of the Rijk. */
  readonly clientLeadId: string | null;
  readonly clientDeputyId: string | null;
  readonly supplierLeadId: string | null;
  readonly supplierDeputyId: string | null;
}

/** A supplier plan: obligations of one supplier group, followed together, valued with one pinned table. */
export interface Plan extends Contacts {
  readonly id: string;
  readonly name: string;
  readonly supplierGroupId: string;
  readonly valueTableId: string;
  readonly recordedAt: Date;
  readonly kind: PlanKind;
  readonly state: PlanState;
  /** Null: the network verifies. A principal's code: that principal verifies the plan, which is of its own obligations. */
  readonly verifiedBy: string | null;
  /** The day by which the supplier hands in its plan of action. */
  readonly dueOn: LocalDate | null;
  /** Who handed in the plan of action last. */
  readonly submittedBy: string | null;
  /** Why it was returned, amended or ended, whichever came last. */
  readonly stateReason: string | null;
  /** Which edition of the lines is the plan of action now; 0 is none yet. Earlier editions are kept. */
  readonly edition: number;
  /** Counts the changes that people make; an edit names the version that it read. */
  readonly version: number;
}

/** What a plan begins with, unless it is said otherwise: a draft of a bundle that the network verifies. */
export const NEW_PLAN: Omit<Plan, 'id' | 'name' | 'supplierGroupId' | 'valueTableId' | 'recordedAt'> = {
  kind: 'BUNDLE',
  state: 'DRAFT',
  verifiedBy: null,
  clientLeadId: null,
  clientDeputyId: null,
  supplierLeadId: null,
  supplierDeputyId: null,
  dueOn: null,
  submittedBy: null,
  stateReason: null,
  edition: 0,
  version: 1,
};

/** From which state an event leads to which; every other pair is refused. */
export const PLAN_TRANSITIONS: Record<PlanState, Partial<Record<PlanEvent, PlanState>>> = {
  DRAFT: { submit: 'SUBMITTED', end: 'ENDED' },
  SUBMITTED: { return: 'RETURNED', approve: 'APPROVED' },
  RETURNED: { submit: 'SUBMITTED', end: 'ENDED' },
  APPROVED: { amend: 'RETURNED', end: 'ENDED' },
  ENDED: {},
};

/** The events that are explained to whoever reads of them later. */
const EXPLAINED: readonly PlanEvent[] = ['return', 'amend', 'end'];

/** What an event looks at, besides the plan. */
export interface Surroundings {
  readonly actorId: string;
  readonly reason: string | null;
  /** How many lines the plan of action has now. */
  readonly lines: number;
  /** How many of the plan's obligations are neither settled nor gone. */
  readonly openObligations: number;
}

/** The plan is in a state in which this cannot be done. */
export const planNotIn = (state: PlanState, event: PlanEvent): Violation => ({
  code: 'plan.wrong_state',
  params: { state, event },
  message: `The plan is ${state}; it is not possible to ${event} it now.`,
});

/** Whoever reads the history later has to know why. */
export const planReasonMissing = (): Violation => ({
  code: 'plan.reason_missing',
  field: '/reason',
  message: 'Give the reason in a few words.',
});

/** A plan of action says what will be done. */
export const withoutLines = (): Violation => ({
  code: 'plan.without_lines',
  message: 'The plan has no lines yet; write what will be done before you submit it.',
});

/** One named person leads on each side. */
export const withoutLeads = (): Violation => ({
  code: 'plan.without_leads',
  message: 'Name a lead on both sides before the plan is approved.',
});

/** Who submits a plan does not approve it. */
export const ownPlanSubmitted = (): Violation => ({
  code: 'plan.own_submission',
  message: 'You submitted this plan; somebody else has to approve or return it.',
});

/** What is still owed has to be followed somewhere. */
export const openObligationsLeft = (count: number): Violation => ({
  code: 'plan.has_open_obligations',
  params: { count },
  message: `The plan has ${count} open obligations; settle them or let them leave before you end it.`,
});

/** Somebody else changed the plan meanwhile. */
export const planStale = (version: number): Violation => ({
  code: 'plan.stale',
  field: '/version',
  params: { version },
  message: `Somebody changed this plan meanwhile: it is at version ${version} now. Read it again and repeat your change.`,
});

/** A plan that has ended stays as it was. */
export const planEnded = (): Violation => ({
  code: 'plan.ended',
  message: 'The plan has ended; nothing can be added to it or changed in it.',
});

/** What is being judged, or was approved, stays as it was read. */
export const linesFixed = (state: PlanState): Violation => ({
  code: 'plan.lines_fixed',
  params: { state },
  message:
    state === 'APPROVED'
      ? 'The plan is approved; amend it before its lines change.'
      : `The plan is ${state}; its lines cannot change now.`,
});

/** Why `event` cannot happen to the plan: every reason, or none. */
export function planEventViolations(
  plan: Pick<Plan, 'state' | 'submittedBy'> & Pick<Contacts, 'clientLeadId' | 'supplierLeadId'>,
  event: PlanEvent,
  { actorId, reason, lines, openObligations }: Surroundings,
): Violation[] {
  const violations: Violation[] = [];
  if (!PLAN_TRANSITIONS[plan.state][event]) violations.push(planNotIn(plan.state, event));
  if (EXPLAINED.includes(event) && (reason ?? '').trim() === '') violations.push(planReasonMissing());
  if (event === 'submit' && lines === 0) violations.push(withoutLines());
  if (event === 'approve' && (plan.clientLeadId === null || plan.supplierLeadId === null)) {
    violations.push(withoutLeads());
  }
  if ((event === 'approve' || event === 'return') && plan.submittedBy === actorId) violations.push(ownPlanSubmitted());
  if (event === 'end' && openObligations > 0) violations.push(openObligationsLeft(openObligations));
  return violations;
}

/** Why the lines of the plan cannot change now, or nothing. */
export function linesViolations({ state }: Pick<Plan, 'state'>): Violation[] {
  if (state === 'ENDED') return [planEnded()];
  return state === 'DRAFT' || state === 'RETURNED' ? [] : [linesFixed(state)];
}

/**
 * Whether somebody with `scope` answers for a principal's contracts. The network sees its members' contracts and
 * answers for none of them: responsibility stays with the principal.
 */
export function answersFor(scope: Scope, principalCode: string): boolean {
  return scope.everything || (!scope.network && scope.principals.includes(principalCode));
}

/**
 * Whether somebody with `scope` sees to the plan on the side of the principals: the network to what it verifies, a
 * principal to a plan in which all obligations (`principalCodes`, of members and open proposals) are its own.
 */
export function seesTo(scope: Scope, plan: Pick<Plan, 'verifiedBy'>, principalCodes: readonly string[]): boolean {
  if (scope.everything) return true;
  if (scope.network) return plan.verifiedBy === null;
  if (plan.verifiedBy !== null) return answersFor(scope, plan.verifiedBy);
  return principalCodes.length > 0 && principalCodes.every((code) => answersFor(scope, code));
}

/** Who writes the plan of action: the supplier whose it is, or who sees to the plan. */
export function maySetLines(
  scope: Scope,
  plan: Pick<Plan, 'supplierGroupId' | 'verifiedBy'>,
  codes: readonly string[],
): boolean {
  return scope.supplierGroups.includes(plan.supplierGroupId) || seesTo(scope, plan, codes);
}

/** Two months after the award the plan of action is due; a month that is too short for the day ends earlier. */
export const dueTwoMonthsAfter = (day: LocalDate): LocalDate => addMonths(day, 2);

/** Others see to this plan. */
export const plansOfOthers = (): Violation => ({
  code: 'plan.of_others',
  message: 'You can read this plan, but others see to it: the network, or the principal whose plan it is.',
});
