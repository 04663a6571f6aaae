import {
  alreadyInPlan,
  joinViolations,
  leaveViolations,
  notInPlan,
  otherSupplierGroup,
  settledCannotJoin,
  type Candidate,
} from './membership';

const candidate: Candidate = { number: 'C1', settledOn: null, supplierGroupId: 'group-1', planId: null };
const FIELD = 'obligations[2]';

describe('joining a plan', () => {
  it.each<[string, Partial<Candidate>, ReturnType<typeof joinViolations>]>([
    ['one that is free', {}, []],
    ['one that is in another plan', { planId: 'plan-2' }, [alreadyInPlan(FIELD, 'C1')]],
    ['one that is in this plan', { planId: 'plan-1' }, [alreadyInPlan(FIELD, 'C1')]],
    ['one that is settled', { settledOn: '2024-12-31' }, [settledCannotJoin(FIELD, 'C1')]],
    ['one of another supplier group', { supplierGroupId: 'group-2' }, [otherSupplierGroup(FIELD, 'C1')]],
    [
      'one with everything against it',
      { planId: 'plan-2', settledOn: '2024-12-31', supplierGroupId: 'group-2' },
      [alreadyInPlan(FIELD, 'C1'), settledCannotJoin(FIELD, 'C1'), otherSupplierGroup(FIELD, 'C1')],
    ],
  ])('%s', (_, more, violations) => {
    expect(joinViolations({ ...candidate, ...more }, 'group-1', FIELD)).toEqual(violations);
  });
});

describe('leaving a plan', () => {
  it.each<[string, Partial<Candidate>, ReturnType<typeof leaveViolations>]>([
    ['that it is in', { planId: 'plan-1' }, []],
    ['that it is in, though settled', { planId: 'plan-1', settledOn: '2024-12-31' }, []],
    ['while it is in another', { planId: 'plan-2' }, [notInPlan(FIELD, 'C1')]],
    ['while it is in none', { planId: null }, [notInPlan(FIELD, 'C1')]],
  ])('%s', (_, more, violations) => {
    expect(leaveViolations({ ...candidate, ...more }, 'plan-1', FIELD)).toEqual(violations);
  });
});

it.each([
  ['plan.obligation_already_in_a_plan', alreadyInPlan],
  ['plan.obligation_settled', settledCannotJoin],
  ['plan.other_supplier_group', otherSupplierGroup],
  ['plan.obligation_not_in_plan', notInPlan],
])('%s names the field and the contract', (code, violation) => {
  const told = violation(FIELD, 'C1');
  expect(told).toMatchObject({ code, field: FIELD, params: { number: 'C1' } });
  expect(told.message).toContain('C1');
});
