import type { Scope } from '@sr/kernel';

/** What decides who sees a plan whole: whose it is, and who verifies its claims (null: the network). */
export interface FollowedPlan {
  readonly supplierGroupId: string;
  readonly verifiedBy: string | null;
}

/**
 * Whether somebody sees every entry of a plan, with hours: its supplier, and the team that verifies its claims. A
 * ministry sees what stands on its own obligations, and of all others one sum.
 */
export function seesWhole(scope: Scope, plan: FollowedPlan): boolean {
  if (scope.everything || scope.supplierGroups.includes(plan.supplierGroupId)) return true;
  return plan.verifiedBy === null ? scope.network : scope.verifies.includes(plan.verifiedBy);
}

/**
 * Whether somebody acts for a principal. Seeing its contracts for a category, as their supplier or from the network is not
 * enough: responsibility stays with the principal.
 */
export function actsFor(scope: Scope, principalCode: string): boolean {
  return scope.everything || (!scope.network && scope.principals.includes(principalCode));
}
