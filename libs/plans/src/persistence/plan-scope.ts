import { contractInScope } from '@sr/contracts';
import type { Scope } from '@sr/kernel';

/**
 * The plans in somebody's scope, as a condition on plan `p`; its values are added to `parameters`: a plan that one follows
 * whole, and a plan that has or had an obligation of a contract in scope, or for which one is proposed. The policy
 * `in_scope` of the table says the same once more.
 */
export function inPlanScope(scope: Scope, parameters: unknown[]): string {
  if (scope.everything) return 'true';
  const parts: string[] = [];
  const given = (values: readonly string[], type: string): string => `any ($${parameters.push(values)}::${type}[])`;
  if (scope.supplierGroups.length > 0) parts.push(`p.supplier_group_id = ${given(scope.supplierGroups, 'uuid')}`);
  if (scope.network) parts.push('p.verified_by is null');
  if (scope.principals.length > 0) parts.push(`p.verified_by = ${given(scope.principals, 'text')}`);
  // A supplier follows the plans of its group whole, so that its contracts add none.
  const contract = contractInScope({ ...scope, suppliers: [] }, 'c', parameters);
  if (contract !== 'false') {
    parts.push(
      `exists (select from plans.membership m join contracts.contract c on c.id = m.obligation_id
               where m.plan_id = p.id and ${contract})`,
      `exists (select from plans.proposal r join contracts.contract c on c.id = r.obligation_id
               where r.plan_id = p.id and ${contract})`,
    );
  }
  return parts.length > 0 ? `(${parts.join(' or ')})` : 'false';
}
