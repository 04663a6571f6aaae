import { contractInScope } from '@sr/contracts';
import { keyAfter, pageOf, rowsToRead, type Page, type PageQuery, type Reader } from '@sr/platform';
import type { Plan, PlanKind, PlanState } from '../domain/plan';
import { inPlanScope } from './plan-scope';
import { PLAN } from './plan.store';

/** What a list of plans is narrowed to. */
export interface PlanFilter {
  readonly supplierGroupId?: string | undefined;
  readonly state?: PlanState | undefined;
  readonly kind?: PlanKind | undefined;
  /** The principal of a member, or of an obligation that is proposed for the plan and waits, as far as it is in scope. */
  readonly principalCode?: string | undefined;
  /** A lead or deputy, on either side. */
  readonly contactId?: string | undefined;
  readonly valueTableId?: string | undefined;
}

/** A page of the plans in the reader's scope, by name. */
export async function listPlans(reader: Reader, filter: PlanFilter, page: PageQuery): Promise<Page<Plan>> {
  const parameters: unknown[] = [];
  const conditions = [inPlanScope(reader.scope, parameters)];
  const where = (value: unknown, condition: (parameter: string) => string): void => {
    if (value !== undefined) conditions.push(condition(`$${parameters.push(value)}`));
  };
  where(filter.supplierGroupId, (p) => `p.supplier_group_id = ${p}`);
  where(filter.state, (p) => `p.state = ${p}`);
  where(filter.kind, (p) => `p.kind = ${p}`);
  where(filter.valueTableId, (p) => `p.value_table_id = ${p}`);
  where(
    filter.contactId,
    (p) =>
      `(p.client_lead_id = ${p} or p.client_deputy_id = ${p} or p.supplier_lead_id = ${p} or p.supplier_deputy_id = ${p})`,
  );
  if (filter.principalCode !== undefined) {
    const principal = `$${parameters.push(filter.principalCode)}`;
    const contract = `c.principal_code = ${principal} and ${contractInScope(reader.scope, 'c', parameters)}`;
    conditions.push(
      `(exists (select from plans.membership m join contracts.contract c on c.id = m.obligation_id
                where m.plan_id = p.id and m.left_at is null and ${contract})
        or exists (select from plans.proposal r join contracts.contract c on c.id = r.obligation_id
                   where r.plan_id = p.id and r.state = 'PROPOSED' and ${contract}))`,
    );
  }
  const after = keyAfter(page, 'text', 'uuid');
  if (after) {
    const [name, id] = [parameters.push(after[0]), parameters.push(after[1])];
    conditions.push(`(p.name, p.id) > ($${name}::text, $${id}::uuid)`);
  }
  const rows = await reader.query<Plan>(
    `select ${PLAN} from plans.plan p where ${conditions.join(' and ')}
     order by p.name, p.id limit ${rowsToRead(page)}`,
    parameters,
  );
  return pageOf(rows, page, (plan) => [plan.name, plan.id]);
}

/** How many plans pin a value table. */
export async function countPlansWith(reader: Reader, valueTableId: string): Promise<number> {
  const [row] = await reader.query<{ count: string }>('select count(*) from plans.plan where value_table_id = $1', [
    valueTableId,
  ]);
  return Number(row?.count ?? 0);
}
