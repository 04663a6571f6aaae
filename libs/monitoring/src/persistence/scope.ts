import { contractInScope } from '@sr/contracts';
import type { Scope } from '@sr/kernel';
import { planInScope } from '@sr/plans';

/**
 * Whose rows somebody sees, as conditions that queries repeat; the values are added to `parameters`. The policies of the
 * tables say the same once more.
 */

/** The reminders `r` that somebody may know of: both sides, but for what is of one side only (see `domain/sight.ts`). */
export function reminderInScope(scope: Scope, parameters: unknown[]): string {
  if (scope.everything) return 'true';
  const groups = groupsIn(scope, 'r.supplier_group_id', parameters);
  return anyOf([
    scope.network ? 'r.network' : null,
    scope.principals.length > 0 ? `r.principal_codes && $${parameters.push(scope.principals)}::text[]` : null,
    groups === null ? null : `r.for_supplier and ${groups}`,
  ]);
}

/** The milestones `m`: of whose they were when they were written down. */
export function milestoneInScope(scope: Scope, parameters: unknown[]): string {
  return scope.everything
    ? 'true'
    : anyOf([
        scope.network ? 'm.network' : null,
        principalsIn(scope, 'm.principal_code', parameters),
        groupsIn(scope, 'm.supplier_group_id', parameters),
      ]);
}

/** The deviations `d`: of the own principal, and of plans in sight. */
export function deviationInScope(scope: Scope, parameters: unknown[]): string {
  return scope.everything
    ? 'true'
    : anyOf([
        principalsIn(scope, 'd.principal_code', parameters),
        `exists (select from plans.plan p where p.id = d.plan_id and ${planInScope(scope, parameters)})`,
      ]);
}

/** The signals, and their changes, of `s`: of the own supplier group, and of plans and contracts in sight. */
export function signalInScope(scope: Scope, parameters: unknown[]): string {
  return scope.everything
    ? 'true'
    : anyOf([
        groupsIn(scope, 's.supplier_group_id', parameters),
        `s.subject_type = 'PLAN' and exists (
           select from plans.plan p where p.id = s.subject_id and ${planInScope(scope, parameters)})`,
        `s.subject_type = 'CONTRACT' and exists (
           select from contracts.contract c where c.id = s.subject_id and ${contractInScope(scope, 'c', parameters)})`,
      ]);
}

/** The people `p` of whom somebody knows the name and the address: of the own organisation, for the network everybody. */
export function personInScope(scope: Scope, parameters: unknown[]): string {
  return scope.everything || scope.network
    ? 'true'
    : anyOf([
        principalsIn(scope, 'p.principal_code', parameters),
        groupsIn(scope, 'p.supplier_group_id', parameters),
        scope.personId === null ? null : `p.id = $${parameters.push(scope.personId)}::uuid`,
      ]);
}

const principalsIn = ({ principals }: Scope, column: string, parameters: unknown[]): string | null =>
  principals.length > 0 ? `${column} = any ($${parameters.push(principals)}::text[])` : null;

const groupsIn = ({ supplierGroups }: Scope, column: string, parameters: unknown[]): string | null =>
  supplierGroups.length > 0 ? `${column} = any ($${parameters.push(supplierGroups)}::uuid[])` : null;

function anyOf(conditions: readonly (string | null)[]): string {
  const given = conditions.filter((condition) => condition !== null);
  return given.length > 0 ? `(${given.join(' or ')})` : 'false';
}
