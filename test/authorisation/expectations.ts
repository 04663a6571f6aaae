/**
 * Who gets through at which route: written by hand, so that a line that changes in the table of permissions, or a route
 * that asks for another one, is seen here. A route that is not in this list fails the test.
 */
const N = 'NETWORK_COORDINATOR';
const V = 'VERIFIER';
const T = 'TABLE_STEWARD';
const O = 'OPERATOR';
const C = 'CONTRACT_MANAGER';
const K = 'CATEGORY_MANAGER';
const M = 'MINISTRY_READER';
const S = 'SUPPLIER_COORDINATOR';
const E = 'SUPPLIER_EMPLOYEE';
const A = 'AUDITOR';
export type RoleName = (typeof ALL)[number];

/** Everybody who has to do with Social Return; a table steward works on value tables and sees nothing else. */
const READERS = [N, V, C, K, M, S, E, A] as const;
/** An operator sees that mails and jobs fail, and nothing of what they are about. */
const ALL = [...READERS, T, O] as const;
const OF_TABLES = [...READERS, T] as const;
/** Claims tell of people: the supplier, the verifying team and the auditor. */
const OF_CLAIMS = [N, V, S, E, A] as const;
const SUPPLIERS = [S, E] as const;

export interface Expectation {
  /** What the document says that it asks for. */
  readonly permission: string;
  /** Who gets through; `nobody` is who is not signed in. */
  readonly roles: readonly (RoleName | 'nobody')[];
}
const by = (permission: string, ...roles: readonly (RoleName | 'nobody')[]): Expectation => ({ permission, roles });

export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  'GET /health': by('everybody', 'nobody', ...ALL),
  'GET /demo-accounts': by('everybody', 'nobody', ...ALL),
  'POST /session': by('everybody', 'nobody', ...ALL),
  'GET /session': by('signed-in', ...ALL),
  'PUT /session/language': by('signed-in', ...ALL),
  'DELETE /session': by('signed-in', ...ALL),
  'GET /work-items': by('signed-in', ...ALL),
  'GET /work-items/{key}': by('signed-in', ...ALL),

  'GET /people': by('people.read', ...READERS),
  'POST /people': by('people.write', N, C, S),
  'GET /people/{personId}': by('people.read', ...READERS),
  'PATCH /people/{personId}': by('people.write', N, C, S),
  'POST /people/{personId}/removals': by('people.write', N, C, S),
  'GET /audit-trail': by('audit-trail.read', N, V, T, C, K, S, A),

  'GET /principals': by('organisations.read', ...READERS),
  'GET /principals/{principalCode}/units': by('organisations.read', ...READERS),
  'POST /principals/{principalCode}/units': by('units.write', N, C),
  'GET /network-memberships': by('organisations.read', ...READERS),
  'POST /network-memberships': by('organisations.write', N),
  'POST /network-departures': by('organisations.write', N),
  'GET /supplier-groups': by('organisations.read', ...READERS),
  'POST /supplier-groups': by('organisations.write', N),
  'GET /supplier-groups/{supplierGroupId}': by('organisations.read', ...READERS),
  'POST /supplier-groups/{supplierGroupId}/suppliers': by('organisations.write', N),

  'GET /roles': by('reference-data.read', ...OF_TABLES),
  'GET /labour-market-regions': by('reference-data.read', ...OF_TABLES),
  'GET /procurement-categories': by('reference-data.read', ...OF_TABLES),
  'POST /procurement-categories': by('organisations.write', N),
  'GET /threshold-rules': by('reference-data.read', ...OF_TABLES),
  'GET /evidence-types': by('reference-data.read', ...OF_TABLES),

  'GET /value-tables': by('value-tables.read', ...OF_TABLES),
  'POST /value-tables': by('value-tables.propose', T),
  'GET /value-tables/{valueTableCode}': by('value-tables.read', ...OF_TABLES),
  'PUT /value-tables/{valueTableCode}': by('value-tables.propose', T),
  'POST /value-tables/{valueTableCode}/approvals': by('value-tables.approve', T),
  'POST /value-tables/{valueTableCode}/refusals': by('value-tables.approve', T),
  'POST /value-tables/{valueTableCode}/withdrawals': by('value-tables.propose', T),
  'GET /value-tables/{valueTableCode}/uses': by('value-tables.read', ...OF_TABLES),
  'GET /value-table-comparisons': by('value-tables.read', ...OF_TABLES),

  'GET /contracts': by('contracts.read', ...READERS),
  'POST /contracts': by('contracts.write', C, K),
  'GET /contracts/{contractId}': by('contracts.read', ...READERS),
  'PATCH /contracts/{contractId}': by('contracts.write', C, K),
  'GET /contracts/{contractId}/obligation': by('contracts.read', ...READERS),
  'POST /contracts/{contractId}/obligation': by('contracts.write', C, K),
  'POST /obligation-proposals': by('contracts.read', ...READERS),
  'GET /contracts/{contractId}/exemptions': by('contracts.read', ...READERS),
  'POST /contracts/{contractId}/exemptions': by('exemptions.propose', C, K),
  'POST /contracts/{contractId}/exemptions/{exemptionId}/decisions': by('exemptions.approve', C),
  'POST /contracts/{contractId}/revisions': by('obligations.revise', C),
  'GET /contracts/{contractId}/settlement': by('contracts.read', ...READERS),
  'POST /contracts/{contractId}/settlement-proposals': by('obligations.settle', C),
  'POST /contracts/{contractId}/settlement-answers': by('settlements.answer', S),
  'POST /contracts/{contractId}/remedies': by('obligations.settle', C),
  'POST /contracts/{contractId}/settlements': by('obligations.settle', C),

  'GET /plans': by('plans.read', ...READERS),
  'POST /plans': by('plans.make', N, C),
  'GET /plans/{planId}': by('plans.read', ...READERS),
  'PATCH /plans/{planId}': by('plans.make', N, C),
  'PUT /plans/{planId}/lines': by('plans.write-lines', N, S),
  'POST /plans/{planId}/submissions': by('plans.submit', S),
  'PUT /plans/{planId}/supplier-contacts': by('plans.write-lines', N, S),
  'POST /plans/{planId}/returns': by('plans.approve', N, C),
  'POST /plans/{planId}/approvals': by('plans.approve', N, C),
  'POST /plans/{planId}/amendments': by('plans.approve', N, C),
  'POST /plans/{planId}/ends': by('plans.make', N, C),
  'GET /plans/{planId}/fragmentation': by('plans.read', ...READERS),
  'GET /plans/{planId}/work-items': by('plans.read', ...READERS),
  'POST /bundling-previews': by('plans.read', ...READERS),
  'GET /plan-proposals': by('plans.read', ...READERS),
  'POST /plans/{planId}/proposals': by('plans.make', N, C),
  'POST /plans/{planId}/proposals/{contractId}/withdrawals': by('plans.make', N, C),
  'POST /plans/{planId}/proposals/{contractId}/answers': by('plans.answer', C),
  'POST /plans/{planId}/members/{contractId}/departures': by('plans.answer', C),
  'GET /plan-memberships': by('plans.read', ...READERS),
  'GET /supplier-rankings': by('rankings.read', N, V, A),

  'GET /placements': by('placements.read', ...OF_CLAIMS),
  'POST /placements': by('placements.write', ...SUPPLIERS),
  'GET /placements/{placementId}': by('placements.read', ...OF_CLAIMS),
  'PATCH /placements/{placementId}': by('placements.write', ...SUPPLIERS),
  'POST /placements/{placementId}/ends': by('placements.write', ...SUPPLIERS),
  'POST /placements/{placementId}/evidence': by('placements.write', ...SUPPLIERS),
  'POST /placements/{placementId}/evidence/{evidenceId}/verdicts': by('claims.decide', V),

  'POST /value-previews': by('placements.write', ...SUPPLIERS),

  // A contract manager reads what its own principal reports on behalf of a supplier, and no other report.
  'GET /reports': by('reports.read', ...OF_CLAIMS, C),
  'POST /reports': by('reports.write', ...SUPPLIERS),
  'GET /reports/{reportId}': by('reports.read', ...OF_CLAIMS, C),
  'PUT /reports/{reportId}/lines': by('reports.write', ...SUPPLIERS),
  'POST /reports/{reportId}/copies': by('reports.write', ...SUPPLIERS),
  'POST /reports/{reportId}/checks': by('reports.check', ...SUPPLIERS),
  'POST /reports/{reportId}/submissions': by('reports.submit', S),
  'GET /plans/{planId}/due-reports': by('reports.on-behalf', N, C),
  'POST /plans/{planId}/report-extensions': by('due-dates.extend', N, C),
  'POST /plans/{planId}/extensions': by('due-dates.extend', N, C),
  'POST /reports-on-behalf': by('reports.on-behalf', N, C),
  'PUT /reports-on-behalf/{reportId}/lines': by('reports.on-behalf', N, C),
  'POST /reports-on-behalf/{reportId}/submissions': by('reports.on-behalf', N, C),

  'GET /claims': by('claims.read', ...OF_CLAIMS),
  'GET /claims/{claimId}': by('claims.read', ...OF_CLAIMS),
  'POST /claims/{claimId}/evidence': by('placements.write', ...SUPPLIERS),
  'POST /claims/{claimId}/evidence/{evidenceId}/verdicts': by('claims.decide', V),
  'POST /claims/{claimId}/extensions': by('answers.extend', N),
  'POST /decisions': by('claims.decide', V),
  'POST /decision-previews': by('claims.decide', V),
  'POST /claims/{claimId}/reversals': by('claims.decide', V),

  'GET /contract-balances': by('statements.read', ...READERS),
  'GET /plan-balances': by('statements.read', ...READERS),
  'GET /contracts/{contractId}/balance': by('statements.read', ...READERS),
  'GET /contracts/{contractId}/statement': by('statements.read', ...READERS),
  'GET /plans/{planId}/statement': by('statements.read', ...READERS),
  'GET /plans/{planId}/progress': by('statements.read', ...READERS),
  'GET /supplier-groups/{supplierGroupId}/statement': by('statements.read', ...READERS),
  'GET /principals/{principalCode}/statement': by('statements.read', ...READERS),

  'GET /contracts/{contractId}/forecast': by('forecasts.read', ...READERS),
  'GET /plans/{planId}/forecast': by('forecasts.read', ...READERS),
  'GET /signals': by('forecasts.read', ...READERS),
  'GET /impact-reports/{year}': by('impact.read', ...READERS),
  'GET /impact-reports/{year}/breakdowns': by('impact.read', ...READERS),
  'GET /pool': by('impact.read', ...READERS),
  'GET /pool-courses/{year}': by('impact.read', ...READERS),

  'GET /reminders': by('signed-in', ...ALL),
  'GET /reminder-moments': by('signed-in', ...ALL),
  'GET /reminder-deviations': by('plans.read', ...READERS),
  'POST /reminder-deviations': by('deviations.make', N, C),
  'POST /reminder-deviations/{deviationId}/endings': by('deviations.make', N, C),
  'GET /milestones': by('contracts.read', ...READERS),
  'POST /milestones': by('milestones.record', N, C, S, E),
  'POST /milestones/{milestoneId}/withdrawals': by('milestones.record', N, C, S, E),
  'GET /silences': by('silences.read', N, V, C, A),
  'GET /stale-addresses': by('people.read', ...READERS),
  'POST /stale-addresses/{personId}/retries': by('people.write', N, C, S),
  'GET /signal-changes': by('forecasts.read', ...READERS),

  'GET /sweeps': by('jobs.read', O, A),
  'GET /mails': by('jobs.read', O, A),
  'GET /queues': by('jobs.read', O, A),
  'GET /failed-jobs': by('jobs.read', O, A),
  'POST /failed-jobs/retries': by('jobs.retry', O),
  'GET /demo-mails': by('signed-in', ...ALL),
  'GET /demo-mails/{number}': by('signed-in', ...ALL),
};
