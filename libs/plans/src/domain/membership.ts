import type { LocalDate, Violation } from '@sr/kernel';

/** What joining looks at: the obligation, and the plan that it is in now. */
export interface Candidate {
  readonly number: string;
  readonly settledOn: LocalDate | null;
  readonly supplierGroupId: string;
  /** The plan of which the obligation is a member now, or null. */
  readonly planId: string | null;
}

/** An obligation is in one plan at a time. */
export const alreadyInPlan = (field: string, number: string): Violation => ({
  code: 'plan.obligation_already_in_a_plan',
  field,
  params: { number },
  message: `The obligation of contract ${number} is in a plan already.`,
});

/** A settled obligation keeps what it has and takes no part any more. */
export const settledCannotJoin = (field: string, number: string): Violation => ({
  code: 'plan.obligation_settled',
  field,
  params: { number },
  message: `The obligation of contract ${number} is settled and cannot join a plan.`,
});

/** A plan bundles the obligations of one supplier group. */
export const otherSupplierGroup = (field: string, number: string): Violation => ({
  code: 'plan.other_supplier_group',
  field,
  params: { number },
  message: `Contract ${number} is of a supplier outside the group of this plan.`,
});

/** An obligation can only leave a plan that it is in. */
export const notInPlan = (field: string, number: string): Violation => ({
  code: 'plan.obligation_not_in_plan',
  field,
  params: { number },
  message: `The obligation of contract ${number} is not in this plan.`,
});

/** Why an obligation cannot become a member of a plan of `supplierGroupId`: every reason, or none. */
export function joinViolations(obligation: Candidate, supplierGroupId: string, field: string): Violation[] {
  const violations: Violation[] = [];
  if (obligation.planId !== null) violations.push(alreadyInPlan(field, obligation.number));
  if (obligation.settledOn !== null) violations.push(settledCannotJoin(field, obligation.number));
  if (obligation.supplierGroupId !== supplierGroupId) violations.push(otherSupplierGroup(field, obligation.number));
  return violations;
}

/** Why an obligation cannot leave a plan, or nothing. */
export function leaveViolations(obligation: Candidate, planId: string, field: string): Violation[] {
  return obligation.planId === planId ? [] : [notInPlan(field, obligation.number)];
}
