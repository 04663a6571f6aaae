import { randomUUID } from 'node:crypto';
import { contractInScope } from '@sr/contracts';
import { refuseOn, type Reader, type Tx } from '@sr/platform';
import { In, IsNull } from 'typeorm';
import type { Plan } from '../domain/plan';
import { planNameTaken } from '../plans.errors';
import { inPlanScope } from './plan-scope';
import { planMembershipSchema, planSchema } from './plan.schema';

export async function insertPlan(tx: Tx, plan: Plan): Promise<void> {
  await refuseOn({ plan_name_once: planNameTaken(plan.name) }, () => tx.manager.insert(planSchema, plan));
}

/** Writes the fields of a plan that people change. */
export async function updatePlan(tx: Tx, id: string, change: Partial<Plan>): Promise<void> {
  const taken = { plan_name_once: planNameTaken(change.name ?? '', '/name') };
  await refuseOn(taken, () => tx.manager.update(planSchema, { id }, change));
}

export function planById(reader: Reader, id: string): Promise<Plan | null> {
  return reader.manager.findOneBy(planSchema, { id });
}

export function plansById(reader: Reader, ids: readonly string[]): Promise<Plan[]> {
  return reader.manager.findBy(planSchema, { id: In([...new Set(ids)]) });
}

export function planByName(reader: Reader, supplierGroupId: string, name: string): Promise<Plan | null> {
  return reader.manager.findOneBy(planSchema, { supplierGroupId, name });
}

/** The columns of plan `p`, as the code names them. */
export const PLAN = `p.id, p.name, p.supplier_group_id as "supplierGroupId", p.value_table_id as "valueTableId",
  p.recorded_at as "recordedAt", p.kind, p.state, p.verified_by as "verifiedBy",
  p.client_lead_id as "clientLeadId", p.client_deputy_id as "clientDeputyId",
  p.supplier_lead_id as "supplierLeadId", p.supplier_deputy_id as "supplierDeputyId",
  p.due_on as "dueOn", p.submitted_by as "submittedBy", p.state_reason as "stateReason", p.edition, p.version`;

/** The plan, if it is in the reader's scope. Held for update or share, nobody else can change it until the transaction ends. */
export async function planInScope(reader: Reader, id: string, hold?: 'for update' | 'for share'): Promise<Plan | null> {
  const parameters: unknown[] = [id];
  const scope = inPlanScope(reader.scope, parameters);
  const rows = await reader.query<Plan>(
    `select ${PLAN} from plans.plan p where p.id = $1 and ${scope}${hold ? ` ${hold} of p` : ''}`,
    parameters,
  );
  return rows[0] ?? null;
}

/** Of the plans with these ids those that are in the reader's scope, by name. */
export function plansInScope(reader: Reader, ids: readonly string[]): Promise<Plan[]> {
  const parameters: unknown[] = [ids];
  const scope = inPlanScope(reader.scope, parameters);
  return reader.query(
    `select ${PLAN} from plans.plan p where p.id = any ($1::uuid[]) and ${scope} order by p.name`,
    parameters,
  );
}

/** The plans of a supplier group that are in the reader's scope, by name. */
export function plansOfGroup(reader: Reader, supplierGroupId: string): Promise<Plan[]> {
  const parameters: unknown[] = [supplierGroupId];
  const scope = inPlanScope(reader.scope, parameters);
  return reader.query(
    `select ${PLAN} from plans.plan p where p.supplier_group_id = $1 and ${scope} order by p.name`,
    parameters,
  );
}

/** A plan of one principal that has not ended, of this kind and with this value table, or null; the oldest of them. */
export async function ownPlanOf(
  reader: Reader,
  {
    verifiedBy,
    supplierGroupId,
    valueTableId,
    kind,
  }: Pick<Plan, 'supplierGroupId' | 'valueTableId' | 'kind' | 'verifiedBy'>,
): Promise<Plan | null> {
  const rows = await reader.query<Plan>(
    `select ${PLAN} from plans.plan p
     where p.verified_by = $1 and p.supplier_group_id = $2 and p.value_table_id = $3 and p.kind = $4 and p.state <> 'ENDED'
     order by p.recorded_at, p.id limit 1`,
    [verifiedBy, supplierGroupId, valueTableId, kind],
  );
  return rows[0] ?? null;
}

export async function insertMemberships(
  tx: Tx,
  planId: string,
  obligationIds: readonly string[],
  at: Date,
): Promise<void> {
  if (obligationIds.length === 0) return;
  const rows = obligationIds.map((obligationId) => ({
    id: randomUUID(),
    planId,
    obligationId,
    joinedAt: at,
    leftAt: null,
  }));
  await tx.manager.insert(planMembershipSchema, rows);
}

export async function endMembership(tx: Tx, planId: string, obligationId: string, at: Date): Promise<void> {
  await tx.manager.update(planMembershipSchema, { planId, obligationId, leftAt: IsNull() }, { leftAt: at });
}

/** The members of each of these plans now: plan and obligation, one row each. */
export function membersOf(
  reader: Reader,
  planIds: readonly string[],
): Promise<{ planId: string; obligationId: string }[]> {
  return reader.query(
    `select plan_id as "planId", obligation_id as "obligationId" from plans.membership
     where plan_id = any ($1::uuid[]) and left_at is null`,
    [planIds],
  );
}

/** The same, as far as their contracts are in the reader's scope, with the moment at which they joined. */
export function membersInScope(
  reader: Reader,
  planIds: readonly string[],
): Promise<{ planId: string; obligationId: string; joinedAt: Date }[]> {
  const parameters: unknown[] = [planIds];
  const scope = contractInScope(reader.scope, 'c', parameters);
  return reader.query(
    `select m.plan_id as "planId", m.obligation_id as "obligationId", m.joined_at as "joinedAt"
     from plans.membership m join contracts.contract c on c.id = m.obligation_id
     where m.plan_id = any ($1::uuid[]) and m.left_at is null and ${scope}`,
    parameters,
  );
}

/** What is or ever was a member of each of these plans, as far as its contract is in the reader's scope; each once. */
export function everMembersOf(
  reader: Reader,
  planIds: readonly string[],
): Promise<{ planId: string; obligationId: string }[]> {
  const parameters: unknown[] = [planIds];
  const scope = contractInScope(reader.scope, 'c', parameters);
  return reader.query(
    `select distinct m.plan_id as "planId", m.obligation_id as "obligationId"
     from plans.membership m join contracts.contract c on c.id = m.obligation_id
     where m.plan_id = any ($1::uuid[]) and ${scope}`,
    parameters,
  );
}

/** The obligations of a principal that are in a plan now that the network verifies, as far as they are in scope. */
export function sharedMembersOf(
  reader: Reader,
  principalCode: string,
): Promise<{ planId: string; obligationId: string }[]> {
  const parameters: unknown[] = [principalCode];
  const scope = contractInScope(reader.scope, 'c', parameters);
  return reader.query(
    `select m.plan_id as "planId", m.obligation_id as "obligationId"
     from contracts.contract c
     join plans.membership m on m.obligation_id = c.id and m.left_at is null
     join plans.plan p on p.id = m.plan_id
     where c.principal_code = $1 and p.verified_by is null and ${scope} order by c.number`,
    parameters,
  );
}

/** The plan in which an obligation is now. */
export interface PlanOfContract {
  readonly contractId: string;
  readonly planId: string;
  readonly planName: string;
  readonly planState: Plan['state'];
}

/** The plan of each of these obligations now, as far as contract and plan are in the reader's scope. */
export function plansOfContracts(reader: Reader, contractIds: readonly string[]): Promise<PlanOfContract[]> {
  const parameters: unknown[] = [contractIds];
  const contract = contractInScope(reader.scope, 'c', parameters);
  const plan = inPlanScope(reader.scope, parameters);
  return reader.query(
    `select m.obligation_id as "contractId", p.id as "planId", p.name as "planName", p.state as "planState"
     from plans.membership m
     join contracts.contract c on c.id = m.obligation_id
     join plans.plan p on p.id = m.plan_id
     where m.obligation_id = any ($1::uuid[]) and m.left_at is null and ${contract} and ${plan}
     order by c.number`,
    parameters,
  );
}

/** Which plan each of these obligations is in now; an obligation in no plan is not in the answer. */
export async function plansOf(reader: Reader, obligationIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await reader.query<{ planId: string; obligationId: string }>(
    `select plan_id as "planId", obligation_id as "obligationId" from plans.membership
     where obligation_id = any ($1::uuid[]) and left_at is null`,
    [obligationIds],
  );
  return new Map(rows.map((row) => [row.obligationId, row.planId]));
}
