import type { Violation } from '@sr/kernel';
import { alreadyInPlan, fitViolations, type Candidate, type PlanTerms } from './membership';
import { planEnded, planReasonMissing, type Plan } from './plan';

export const PROPOSAL_STATES = ['PROPOSED', 'AGREED', 'DECLINED', 'WITHDRAWN'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
export type ProposalEvent = 'agree' | 'decline' | 'withdraw';

/** The question to a principal whether the obligation of its contract joins a plan, and its answer. */
export interface Proposal {
  readonly id: string;
  readonly planId: string;
  readonly obligationId: string;
  /** Who is asked: the principal of the contract. */
  readonly principalCode: string;
  readonly state: ProposalState;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  /** Who agreed, declined or withdrew. */
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly reason: string | null;
  /** The code of the value table that was agreed to, once it was. */
  readonly agreedValueTable: string | null;
}

/** What a proposal is before it is answered. */
export const UNANSWERED = {
  state: 'PROPOSED',
  answeredBy: null,
  answeredAt: null,
  reason: null,
  agreedValueTable: null,
} as const satisfies Partial<Proposal>;

/** From which state an event leads to which; every other pair is refused. An answer is final; one can ask again. */
export const PROPOSAL_TRANSITIONS: Record<ProposalState, Partial<Record<ProposalEvent, ProposalState>>> = {
  PROPOSED: { agree: 'AGREED', decline: 'DECLINED', withdraw: 'WITHDRAWN' },
  AGREED: {},
  DECLINED: {},
  WITHDRAWN: {},
};

/** What proposing looks at: the obligation, where it is followed now, and whether it waits for an answer already. */
export interface ProposableObligation extends Candidate {
  /** A proposal about it waits for an answer. */
  readonly waits: boolean;
}

/** A principal is asked one question at a time about an obligation. */
export const alreadyProposed = (field: string, number: string): Violation => ({
  code: 'plan.obligation_proposed_already',
  field,
  params: { number },
  message: `Contract ${number} waits for an answer of its principal already; wait for it, or withdraw that proposal.`,
});

/** The proposal was answered or withdrawn before. */
export const proposalNotOpen = (state: ProposalState): Violation => ({
  code: 'proposal.not_open',
  params: { state },
  message: `The proposal is ${state}; only one that waits can be answered or withdrawn.`,
});

/** Each principal answers for its own contracts, and nobody for another. */
export const notYoursToAnswer = (): Violation => ({
  code: 'proposal.of_another_principal',
  message: 'Only the principal of the contract can answer this proposal.',
});

/**
 * Why an obligation cannot be proposed for a plan, told of `field`: every reason, or none. It may be in another plan:
 * it leaves that one when its principal agrees.
 */
export function proposeViolations(
  obligation: ProposableObligation,
  plan: Pick<Plan, 'id'> & Omit<PlanTerms, 'state'>,
  field: string,
): Violation[] {
  const violations: Violation[] = [];
  if (obligation.planId === plan.id) violations.push(alreadyInPlan(field, obligation.number));
  if (obligation.waits) violations.push(alreadyProposed(field, obligation.number));
  return [...violations, ...fitViolations(obligation, plan, field)];
}

/**
 * Why a proposal cannot get this answer: every reason, or none. Declining is explained; agreeing is not possible for a
 * plan that has ended.
 */
export function answerViolations(
  proposal: Pick<Proposal, 'state'>,
  plan: Pick<Plan, 'state'>,
  event: ProposalEvent,
  reason: string | null,
): Violation[] {
  const violations: Violation[] = [];
  if (!PROPOSAL_TRANSITIONS[proposal.state][event]) violations.push(proposalNotOpen(proposal.state));
  if (event === 'decline' && (reason ?? '').trim() === '') violations.push(planReasonMissing());
  if (event === 'agree' && plan.state === 'ENDED') violations.push(planEnded());
  return violations;
}
