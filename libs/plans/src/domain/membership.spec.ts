import {
  alreadyInPlan,
  joinViolations,
  leaveViolations,
  notInPlan,
  ofAnotherPrincipal,
  otherKind,
  otherSupplierGroup,
  settledCannotJoin,
  type Candidate,
} from './membership';
import { planEnded, type Plan } from './plan';

const candidate: Candidate = {
  number: 'C1',
  settledOn: null,
  supplierGroupId: 'group-1',
  principalCode: 'IenW',
  formFree: false,
  planId: null,
};
const bundle = { supplierGroupId: 'group-1', kind: 'BUNDLE', state: 'APPROVED', verifiedBy: null } as const;
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
    expect(joinViolations({ ...candidate, ...more }, bundle, FIELD)).toEqual(violations);
  });

  it.each<[string, Partial<Candidate>, Partial<Plan>, ReturnType<typeof joinViolations>]>([
    ['a form-free goal in a bundle', { formFree: true }, {}, [otherKind(FIELD, 'C1')]],
    ['a form-free goal in a form-free plan', { formFree: true }, { kind: 'FORM_FREE' }, []],
    ['an amount in a form-free plan', {}, { kind: 'FORM_FREE' }, [otherKind(FIELD, 'C1')]],
    ['one in the plan of its principal', {}, { verifiedBy: 'IenW' }, []],
    ['one in the plan of another', {}, { verifiedBy: 'BZK' }, [ofAnotherPrincipal(FIELD, 'C1')]],
    ['one in a draft', {}, { state: 'DRAFT' }, []],
    ['one in a plan that has ended', {}, { state: 'ENDED' }, [planEnded()]],
  ])('%s', (_, more, ofPlan, violations) => {
    expect(joinViolations({ ...candidate, ...more }, { ...bundle, ...ofPlan }, FIELD)).toEqual(violations);
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
  ['plan.other_kind', otherKind],
  ['plan.of_one_principal', ofAnotherPrincipal],
  ['plan.obligation_not_in_plan', notInPlan],
])('%s names the field and the contract', (code, violation) => {
  const told = violation(FIELD, 'C1');
  expect(told).toMatchObject({ code, field: FIELD, params: { number: 'C1' } });
  expect(told.message).toContain('C1');
});
