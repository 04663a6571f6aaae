/** What somebody can be allowed to do; each route names one. Rights are given to roles, never to people. */
export const PERMISSIONS = [
  'contracts.read',
  'contracts.write',
  'obligations.revise',
  'obligations.settle',
  'settlements.answer',
  'exemptions.propose',
  'exemptions.approve',
  'plans.read',
  'plans.make',
  'plans.answer',
  'plans.write-lines',
  'plans.submit',
  'plans.approve',
  'rankings.read',
  'silences.read',
  'placements.read',
  'placements.write',
  'reports.read',
  'reports.write',
  'reports.check',
  'reports.submit',
  'reports.on-behalf',
  'claims.read',
  'claims.decide',
  'answers.extend',
  'due-dates.extend',
  'statements.read',
  'forecasts.read',
  'impact.read',
  'value-tables.read',
  'value-tables.propose',
  'value-tables.approve',
  'organisations.read',
  'organisations.write',
  'units.write',
  'people.read',
  'people.write',
  'audit-trail.read',
  'reference-data.read',
  'deviations.make',
  'milestones.record',
  'jobs.read',
  'jobs.retry',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = [
  'NETWORK_COORDINATOR',
  'VERIFIER',
  'TABLE_STEWARD',
  'OPERATOR',
  'CONTRACT_MANAGER',
  'CATEGORY_MANAGER',
  'MINISTRY_READER',
  'SUPPLIER_COORDINATOR',
  'SUPPLIER_EMPLOYEE',
  'AUDITOR',
] as const;
export type Role = (typeof ROLES)[number];

/** What everybody who reads figures needs beside them. */
const READER = [
  'contracts.read',
  'plans.read',
  'statements.read',
  'forecasts.read',
  'impact.read',
  'value-tables.read',
  'organisations.read',
  'people.read',
  'reference-data.read',
] as const satisfies readonly Permission[];

/** What those who handle placements and claims read of them. */
const CLAIMS_READER = ['placements.read', 'reports.read', 'claims.read'] as const satisfies readonly Permission[];

/**
 * The one table from role to permissions. Three separations stand in it: who reports does not verify; who verifies does
 * not settle; the auditor reads everything and changes nothing.
 */
export const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  NETWORK_COORDINATOR: [
    ...READER,
    ...CLAIMS_READER,
    'rankings.read',
    'silences.read',
    'deviations.make',
    'milestones.record',
    'plans.make',
    'plans.write-lines',
    'plans.approve',
    'reports.on-behalf',
    'answers.extend',
    'due-dates.extend',
    'organisations.write',
    'units.write',
    'people.write',
    'audit-trail.read',
  ],
  VERIFIER: [...READER, ...CLAIMS_READER, 'rankings.read', 'silences.read', 'claims.decide', 'audit-trail.read'],
  TABLE_STEWARD: [
    'value-tables.read',
    'value-tables.propose',
    'value-tables.approve',
    'audit-trail.read',
    'reference-data.read',
  ],
  // Keeps the machinery going: sees that mails and jobs fail, and nothing of what they are about.
  OPERATOR: ['jobs.read', 'jobs.retry'],
  CONTRACT_MANAGER: [
    ...READER,
    // Of the suppliers in its own plans.
    'silences.read',
    'deviations.make',
    'milestones.record',
    'contracts.write',
    'obligations.revise',
    'obligations.settle',
    'exemptions.propose',
    'exemptions.approve',
    'plans.make',
    'plans.answer',
    'plans.approve',
    // Of reports only what the own principal writes on behalf of a supplier.
    'reports.read',
    'reports.on-behalf',
    'due-dates.extend',
    'units.write',
    'people.write',
    'audit-trail.read',
  ],
  CATEGORY_MANAGER: [...READER, 'contracts.write', 'exemptions.propose', 'audit-trail.read'],
  MINISTRY_READER: READER,
  SUPPLIER_COORDINATOR: [
    ...READER,
    ...CLAIMS_READER,
    'plans.write-lines',
    'plans.submit',
    'placements.write',
    'reports.write',
    'reports.check',
    'reports.submit',
    'settlements.answer',
    'milestones.record',
    'people.write',
    'audit-trail.read',
  ],
  SUPPLIER_EMPLOYEE: [
    ...READER,
    ...CLAIMS_READER,
    'placements.write',
    'reports.write',
    'reports.check',
    'milestones.record',
  ],
  AUDITOR: [...READER, ...CLAIMS_READER, 'rankings.read', 'silences.read', 'jobs.read', 'audit-trail.read'],
};

const combined = new Map<string, ReadonlySet<Permission>>();

/** What these roles allow together; worked out once for each combination, since every request asks. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  const key = roles.join();
  const known = combined.get(key) ?? new Set(roles.flatMap((role) => PERMISSIONS_OF[role]));
  combined.set(key, known);
  return known;
}
