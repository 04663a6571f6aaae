import { alreadyInPlan, ofAnotherPrincipal, otherKind, otherSupplierGroup, settledCannotJoin } from './membership';
import { planEnded, planReasonMissing, type Plan } from './plan';
import {
  PROPOSAL_STATES,
  PROPOSAL_TRANSITIONS,
  alreadyProposed,
  answerViolations,
  proposalNotOpen,
  proposeViolations,
  type ProposableObligation,
  type ProposalEvent,
  type ProposalState,
} from './proposal';

/** Every pair of a state and an event; `null` is refused. */
const TABLE: [ProposalState, ProposalEvent, ProposalState | null][] = [
  ['PROPOSED', 'agree', 'AGREED'],
  ['PROPOSED', 'decline', 'DECLINED'],
  ['PROPOSED', 'withdraw', 'WITHDRAWN'],
  ['AGREED', 'agree', null],
  ['AGREED', 'decline', null],
  ['AGREED', 'withdraw', null],
  ['DECLINED', 'agree', null],
  ['DECLINED', 'decline', null],
  ['DECLINED', 'withdraw', null],
  ['WITHDRAWN', 'agree', null],
  ['WITHDRAWN', 'decline', null],
  ['WITHDRAWN', 'withdraw', null],
];

const approved = { state: 'APPROVED' } as const;

describe('the transitions of a proposal', () => {
  it('have no state or event that this table leaves out', () => {
    expect(Object.keys(PROPOSAL_TRANSITIONS)).toEqual([...PROPOSAL_STATES]);
    expect([...new Set(TABLE.map(([state]) => state))]).toEqual([...PROPOSAL_STATES]);
    const events = Object.values(PROPOSAL_TRANSITIONS).flatMap((transitions) => Object.keys(transitions));
    expect(new Set(events)).toEqual(new Set(TABLE.map(([, event]) => event)));
  });

  it.each(TABLE)('%s, %s: %s', (state, event, next) => {
    expect(PROPOSAL_TRANSITIONS[state][event] ?? null).toBe(next);
    expect(answerViolations({ state }, approved, event, 'Omdat')).toEqual(
      next === null ? [proposalNotOpen(state)] : [],
    );
  });
});

describe('an answer to a proposal', () => {
  it.each<[string, ProposalEvent, Pick<Plan, 'state'>, string | null, ReturnType<typeof answerViolations>]>([
    ['yes needs no reason', 'agree', approved, null, []],
    ['no needs a reason', 'decline', approved, null, [planReasonMissing()]],
    ['no needs a reason that is not blank', 'decline', approved, '  ', [planReasonMissing()]],
    ['taking it back needs no reason', 'withdraw', approved, null, []],
    ['yes to a plan that has only been drafted', 'agree', { state: 'DRAFT' }, null, []],
    ['yes to a plan that has ended', 'agree', { state: 'ENDED' }, null, [planEnded()]],
    ['no to a plan that has ended', 'decline', { state: 'ENDED' }, 'Te laat', []],
  ])('%s', (_, event, plan, reason, violations) => {
    expect(answerViolations({ state: 'PROPOSED' }, plan, event, reason)).toEqual(violations);
  });
});

describe('proposing an obligation for a plan', () => {
  const FIELD = '/contractIds/0';
  const plan = { id: 'plan-1', kind: 'BUNDLE', supplierGroupId: 'group-1', verifiedBy: null } as const;
  const free: ProposableObligation = {
    number: 'C1',
    settledOn: null,
    supplierGroupId: 'group-1',
    principalCode: 'IenW',
    formFree: false,
    planId: null,
    waits: false,
  };

  it.each<[string, Partial<ProposableObligation>, Partial<Plan>, ReturnType<typeof proposeViolations>]>([
    ['one that is free', {}, {}, []],
    ['one that is followed in another plan, which it leaves on agreement', { planId: 'plan-2' }, {}, []],
    ['one that is in this plan', { planId: 'plan-1' }, {}, [alreadyInPlan(FIELD, 'C1')]],
    ['one that waits for an answer', { waits: true }, {}, [alreadyProposed(FIELD, 'C1')]],
    ['one that is settled', { settledOn: '2024-12-31' }, {}, [settledCannotJoin(FIELD, 'C1')]],
    ['one of another supplier group', { supplierGroupId: 'group-2' }, {}, [otherSupplierGroup(FIELD, 'C1')]],
    ['one of the principal whose plan it is', {}, { verifiedBy: 'IenW' }, []],
    ['one of another than that', {}, { verifiedBy: 'BZK' }, [ofAnotherPrincipal(FIELD, 'C1')]],
    ['a form-free one for a bundle', { formFree: true }, {}, [otherKind(FIELD, 'C1')]],
  ])('%s', (_, more, ofPlan, violations) => {
    expect(proposeViolations({ ...free, ...more }, { ...plan, ...ofPlan }, FIELD)).toEqual(violations);
  });

  it('a form-free plan takes goals only', () => {
    const formFree = { ...plan, kind: 'FORM_FREE' } as const;
    expect(proposeViolations(free, formFree, FIELD)).toEqual([otherKind(FIELD, 'C1')]);
    expect(proposeViolations({ ...free, formFree: true }, formFree, FIELD)).toEqual([]);
  });
});
