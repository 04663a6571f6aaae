import { randomUUID } from 'node:crypto';
import { refuseOn, type Reader, type Tx } from '@sr/platform';
import { In, IsNull } from 'typeorm';
import { planNameTaken } from '../plans.errors';
import { planMembershipSchema, planSchema, type Plan } from './plan.schema';

export async function insertPlan(tx: Tx, plan: Plan): Promise<void> {
  await refuseOn({ plan_name_once: planNameTaken(plan.name) }, () => tx.manager.insert(planSchema, plan));
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

/** Which plan each of these obligations is in now; an obligation in no plan is not in the answer. */
export async function plansOf(reader: Reader, obligationIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await reader.query<{ planId: string; obligationId: string }>(
    `select plan_id as "planId", obligation_id as "obligationId" from plans.membership
     where obligation_id = any ($1::uuid[]) and left_at is null`,
    [obligationIds],
  );
  return new Map(rows.map((row) => [row.obligationId, row.planId]));
}
