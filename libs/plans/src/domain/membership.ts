import type { LocalDate, Violation } from '@sr/kernel';
import { planEnded, type Plan } from './plan';

/** What joining looks at: the obligation, and the plan that it is in now. */
export interface Candidate {
  readonly number: string;
  readonly settledOn: LocalDate | null;
  readonly supplierGroupId: string;
  /** The principal that is responsible for it. */
  readonly principalCode: string;
  /** The obligation is a goal in persons, hours or activities, without euros. */
  readonly formFree: boolean;
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

/** Euros and goals without euros are not followed in one plan: they do not add up. */
export const otherKind = (field: string, number: string): Violation => ({
  code: 'plan.other_kind',
  field,
  params: { number },
  message: `Contract ${number} does not fit: a form-free plan takes form-free obligations only, a bundle none of them.`,
});

/** A plan that a principal verifies itself is of that principal only. */
export const ofAnotherPrincipal = (field: string, number: string): Violation => ({
  code: 'plan.of_one_principal',
  field,
  params: { number },
  message: `The plan is of one principal, and contract ${number} is of another.`,
});

/** An obligation can only leave a plan that it is in. */
export const notInPlan = (field: string, number: string): Violation => ({
  code: 'plan.obligation_not_in_plan',
  field,
  params: { number },
  message: `The obligation of contract ${number} is not in this plan.`,
});

/** What joining looks at of the plan. */
export type PlanTerms = Pick<Plan, 'supplierGroupId' | 'kind' | 'state' | 'verifiedBy'>;

/** Why an obligation cannot become a member of a plan: every reason, or none. */
export function joinViolations(obligation: Candidate, plan: PlanTerms, field: string): Violation[] {
  const violations: Violation[] = [];
  if (plan.state === 'ENDED') violations.push(planEnded());
  if (obligation.planId !== null) violations.push(alreadyInPlan(field, obligation.number));
  return [...violations, ...fitViolations(obligation, plan, field)];
}

/** Why an obligation does not fit a plan, wherever it is followed now: every reason, or none. */
export function fitViolations(
  obligation: Omit<Candidate, 'planId'>,
  plan: Omit<PlanTerms, 'state'>,
  field: string,
): Violation[] {
  const { number, principalCode } = obligation;
  const violations: Violation[] = [];
  if (obligation.settledOn !== null) violations.push(settledCannotJoin(field, number));
  if (obligation.supplierGroupId !== plan.supplierGroupId) violations.push(otherSupplierGroup(field, number));
  if (obligation.formFree !== (plan.kind === 'FORM_FREE')) violations.push(otherKind(field, number));
  if (plan.verifiedBy !== null && plan.verifiedBy !== principalCode) violations.push(ofAnotherPrincipal(field, number));
  return violations;
}

/** Why an obligation cannot leave a plan, or nothing. */
export function leaveViolations(obligation: Candidate, planId: string, field: string): Violation[] {
  return obligation.planId === planId ? [] : [notInPlan(field, obligation.number)];
}
