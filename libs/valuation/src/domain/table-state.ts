import type { Violation } from '@sr/kernel';

/** Where a version stands: proposed by one, decided on by another. Only an approved one can be used by a plan. */
export type TableState = 'PROPOSED' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN';
export type TableEvent = 'propose' | 'edit' | 'approve' | 'refuse' | 'withdraw';

export const TABLE_STATES: readonly TableState[] = ['PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN'];

/** From which state an event leads to which; every other pair is refused. */
export const TABLE_TRANSITIONS: Record<TableState, Partial<Record<TableEvent, TableState>>> = {
  PROPOSED: { edit: 'PROPOSED', approve: 'APPROVED', refuse: 'REFUSED', withdraw: 'WITHDRAWN' },
  APPROVED: {},
  REFUSED: { propose: 'PROPOSED' },
  WITHDRAWN: { propose: 'PROPOSED' },
};

/** What is done by who proposed, and what by anybody else. */
const DONE_BY: Record<TableEvent, 'anybody' | 'proposer' | 'somebody-else'> = {
  propose: 'anybody',
  edit: 'proposer',
  approve: 'somebody-else',
  refuse: 'somebody-else',
  withdraw: 'proposer',
};

/** The part of a version that decides on what may happen to it. */
export interface Proposal {
  readonly code: string;
  readonly state: TableState;
  readonly proposedBy: string;
}

/** A code names one version; what was refused or withdrawn can be proposed anew under it. */
export const codeTaken = (code: string, state: TableState): Violation => ({
  code: 'value-table.code_taken',
  field: '/code',
  params: { valueTable: code, state },
  message: `There is a value table ${code} already, and it is ${state}; choose another code.`,
});

/** Only a version that waits for a decision can be changed, decided on or withdrawn. */
export const notProposed = (code: string, state: TableState): Violation => ({
  code: 'value-table.not_proposed',
  params: { valueTable: code, state },
  message: `Value table ${code} is ${state}; only one that is PROPOSED can be changed, decided on or withdrawn.`,
});

/** Who proposes a version does not decide on it: two people see each value before anything is worth it. */
export const ownProposal = (code: string): Violation => ({
  code: 'value-table.own_proposal',
  params: { valueTable: code },
  message: `You proposed value table ${code}; somebody else has to approve or refuse it.`,
});

/** A proposal is its proposer's: others decide on it. */
export const proposalOfAnother = (code: string): Violation => ({
  code: 'value-table.proposal_of_another',
  params: { valueTable: code },
  message: `Somebody else proposed value table ${code}; only that person can change or withdraw it. You can refuse it.`,
});

/** Why `event` by `actorId` cannot happen to the version: by its state, or else by who proposed it. */
export function proposalViolations(version: Proposal, event: TableEvent, actorId: string): Violation[] {
  const { code, state, proposedBy } = version;
  if (!TABLE_TRANSITIONS[state][event])
    return [event === 'propose' ? codeTaken(code, state) : notProposed(code, state)];
  if (DONE_BY[event] === 'proposer' && proposedBy !== actorId) return [proposalOfAnother(code)];
  if (DONE_BY[event] === 'somebody-else' && proposedBy === actorId) return [ownProposal(code)];
  return [];
}
