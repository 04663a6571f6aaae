import type { Reader, Tx } from '@sr/platform';
import { planExtensionSchema, type PlanExtension } from './plan.schema';

/** Notes that a supplier got more time for its plan of action. */
export async function insertPlanExtension(tx: Tx, extension: Omit<PlanExtension, 'id'>): Promise<void> {
  await tx.manager.insert(planExtensionSchema, extension);
}

/** How the term of a plan got longer, the first time first. The caller has the plan in sight. */
export function planExtensions(reader: Reader, planId: string): Promise<PlanExtension[]> {
  return reader.manager.find(planExtensionSchema, { where: { planId }, order: { id: 'ASC' } });
}
