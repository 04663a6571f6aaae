import { EVERYTHING, NOTHING, type Scope } from '@sr/kernel';
import {
  PLAN_STATES,
  PLAN_TRANSITIONS,
  answersFor,
  dueTwoMonthsAfter,
  linesFixed,
  linesViolations,
  maySetLines,
  openObligationsLeft,
  ownPlanSubmitted,
  planEnded,
  planEventViolations,
  planNotIn,
  planReasonMissing,
  seesTo,
  withoutLeads,
  withoutLines,
  type PlanEvent,
  type PlanState,
  type Surroundings,
} from './plan';

/** Every pair of a state and an event; `null` is refused. */
const TABLE: [PlanState, PlanEvent, PlanState | null][] = [
  ['DRAFT', 'submit', 'SUBMITTED'],
  ['DRAFT', 'return', null],
  ['DRAFT', 'approve', null],
  ['DRAFT', 'amend', null],
  ['DRAFT', 'end', 'ENDED'],
  ['SUBMITTED', 'submit', null],
  ['SUBMITTED', 'return', 'RETURNED'],
  ['SUBMITTED', 'approve', 'APPROVED'],
  ['SUBMITTED', 'amend', null],
  ['SUBMITTED', 'end', null],
  ['RETURNED', 'submit', 'SUBMITTED'],
  ['RETURNED', 'return', null],
  ['RETURNED', 'approve', null],
  ['RETURNED', 'amend', null],
  ['RETURNED', 'end', 'ENDED'],
  ['APPROVED', 'submit', null],
  ['APPROVED', 'return', null],
  ['APPROVED', 'approve', null],
  ['APPROVED', 'amend', 'RETURNED'],
  ['APPROVED', 'end', 'ENDED'],
  ['ENDED', 'submit', null],
  ['ENDED', 'return', null],
  ['ENDED', 'approve', null],
  ['ENDED', 'amend', null],
  ['ENDED', 'end', null],
];

const planIn = (state: PlanState) => ({
  state,
  submittedBy: 'supplier-1',
  clientLeadId: 'client-1',
  supplierLeadId: 'supplier-2',
});
const fine: Surroundings = { actorId: 'coordinator-1', reason: 'Omdat', lines: 1, openObligations: 0 };

describe('the transitions of a plan', () => {
  it('have no state or event that this table leaves out', () => {
    expect(Object.keys(PLAN_TRANSITIONS)).toEqual([...PLAN_STATES]);
    expect([...new Set(TABLE.map(([state]) => state))]).toEqual([...PLAN_STATES]);
    const events = Object.values(PLAN_TRANSITIONS).flatMap((transitions) => Object.keys(transitions));
    expect(new Set(events)).toEqual(new Set(TABLE.map(([, event]) => event)));
  });

  it.each(TABLE)('%s, %s: %s', (state, event, next) => {
    expect(PLAN_TRANSITIONS[state][event] ?? null).toBe(next);
    expect(planEventViolations(planIn(state), event, fine)).toEqual(next === null ? [planNotIn(state, event)] : []);
  });
});

describe('what an event asks for', () => {
  it.each<[string, PlanState, PlanEvent, Partial<Surroundings>, ReturnType<typeof planEventViolations>]>([
    ['a return without a reason', 'SUBMITTED', 'return', { reason: null }, [planReasonMissing()]],
    ['a return with a blank reason', 'SUBMITTED', 'return', { reason: ' ' }, [planReasonMissing()]],
    ['an amendment without a reason', 'APPROVED', 'amend', { reason: null }, [planReasonMissing()]],
    ['an end without a reason', 'APPROVED', 'end', { reason: null }, [planReasonMissing()]],
    ['a submission without a reason', 'DRAFT', 'submit', { reason: null }, []],
    ['an approval without a reason', 'SUBMITTED', 'approve', { reason: null }, []],
    ['a submission without lines', 'DRAFT', 'submit', { lines: 0 }, [withoutLines()]],
    ['an end with open obligations', 'APPROVED', 'end', { openObligations: 2 }, [openObligationsLeft(2)]],
    ['an amendment with open obligations', 'APPROVED', 'amend', { openObligations: 2 }, []],
    ['an approval by who submitted', 'SUBMITTED', 'approve', { actorId: 'supplier-1' }, [ownPlanSubmitted()]],
    ['a return by who submitted', 'SUBMITTED', 'return', { actorId: 'supplier-1' }, [ownPlanSubmitted()]],
    ['an amendment by who submitted', 'APPROVED', 'amend', { actorId: 'supplier-1' }, []],
    [
      'everything at once',
      'SUBMITTED',
      'end',
      { reason: null, openObligations: 1 },
      [planNotIn('SUBMITTED', 'end'), planReasonMissing(), openObligationsLeft(1)],
    ],
  ])('%s', (_, state, event, more, violations) => {
    expect(planEventViolations(planIn(state), event, { ...fine, ...more })).toEqual(violations);
  });

  it.each([
    ['nobody on the side of the principals', { clientLeadId: null }],
    ['nobody on the side of the supplier', { supplierLeadId: null }],
  ])('an approval with %s to lead it', (_, more) => {
    expect(planEventViolations({ ...planIn('SUBMITTED'), ...more }, 'approve', fine)).toEqual([withoutLeads()]);
    expect(planEventViolations({ ...planIn('DRAFT'), ...more }, 'submit', fine)).toEqual([]);
  });
});

it.each<[PlanState, ReturnType<typeof linesViolations>]>([
  ['DRAFT', []],
  ['SUBMITTED', [linesFixed('SUBMITTED')]],
  ['RETURNED', []],
  ['APPROVED', [linesFixed('APPROVED')]],
  ['ENDED', [planEnded()]],
])('the lines of a plan that is %s can change, or not', (state, violations) => {
  expect(linesViolations({ state })).toEqual(violations);
});

describe('who sees to a plan', () => {
  const network: Scope = { ...NOTHING, network: true, principals: ['IenW', 'BZK'] };
  const ministry: Scope = { ...NOTHING, principals: ['IenW'] };
  const supplier: Scope = { ...NOTHING, suppliers: ['68750110'], supplierGroups: ['group-1'] };

  it.each<[string, Scope, boolean]>([
    ['the principal itself', ministry, true],
    ['another principal', { ...NOTHING, principals: ['BZK'] }, false],
    ['the network, though it sees the contracts of its members', network, false],
    ['the supplier', supplier, false],
    ['the product', EVERYTHING, true],
  ])('%s answers for the contracts of IenW', (_, scope, does) => {
    expect(answersFor(scope, 'IenW')).toBe(does);
  });

  it.each<[string, Scope, string | null, string[], boolean]>([
    ['the network, to what it verifies', network, null, ['IenW', 'BZK'], true],
    ['the network, to an empty plan', network, null, [], true],
    ['the network, not to what a principal verifies', network, 'IenW', ['IenW'], false],
    ['a principal, to what it verifies', ministry, 'IenW', ['IenW'], true],
    ['a principal, to what it verifies and is empty', ministry, 'IenW', [], true],
    ['a principal, not to what another verifies', ministry, 'BZK', ['BZK'], false],
    ['a principal, to a plan of its own obligations only', ministry, null, ['IenW', 'IenW'], true],
    ['a principal, not to a shared plan', ministry, null, ['IenW', 'BZK'], false],
    ['a principal, not to an empty plan of the network', ministry, null, [], false],
    ['the supplier, to none', supplier, null, ['IenW'], false],
    ['the product, to all', EVERYTHING, 'BZK', ['BZK'], true],
  ])('%s', (_, scope, verifiedBy, principalCodes, does) => {
    expect(seesTo(scope, { verifiedBy }, principalCodes)).toBe(does);
  });

  it('the plan of action is written by the supplier whose it is, and by who sees to the plan', () => {
    const plan = { supplierGroupId: 'group-1', verifiedBy: null };
    expect(maySetLines(supplier, plan, ['IenW'])).toBe(true);
    expect(maySetLines({ ...supplier, supplierGroups: ['group-2'] }, plan, ['IenW'])).toBe(false);
    expect(maySetLines(network, plan, ['IenW', 'BZK'])).toBe(true);
    expect(maySetLines(ministry, plan, ['IenW', 'BZK'])).toBe(false);
  });
});

it.each([
  ['2026-01-15', '2026-03-15'],
  ['2026-10-31', '2026-12-31'],
  ['2026-11-30', '2027-01-30'],
  ['2026-12-31', '2027-02-28'],
  ['2027-12-31', '2028-02-29'],
])('what is made on %s is due on %s', (day, dueOn) => {
  expect(dueTwoMonthsAfter(day)).toBe(dueOn);
});
