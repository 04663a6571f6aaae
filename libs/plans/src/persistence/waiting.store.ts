import { contractInScope } from '@sr/contracts';
import { MOST_LOOKED_AT, inOneLook, type Reader } from '@sr/platform';
import type { Plan } from '../domain/plan';
import type { Proposal } from '../domain/proposal';
import { inPlanScope } from './plan-scope';
import { PLAN } from './plan.store';

/** The plans in the reader's scope, or this one, whose plan of action is not approved yet; those that are due first go first. */
export async function unfinishedPlans(reader: Reader, planId: string | null): Promise<Plan[]> {
  const parameters: unknown[] = [planId];
  const scope = inPlanScope(reader.scope, parameters);
  const rows = await reader.query<Plan>(
    `select ${PLAN} from plans.plan p
     where p.state in ('DRAFT', 'SUBMITTED', 'RETURNED') and ($1::uuid is null or p.id = $1::uuid) and ${scope}
     order by p.due_on, p.id limit ${MOST_LOOKED_AT}`,
    parameters,
  );
  return inOneLook(reader, rows);
}

/** The principals of whom each of these plans has an obligation, or asks for one, by the id of the plan. */
export async function principalsOfPlans(reader: Reader, planIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await reader.query<{ planId: string; codes: string[] }>(
    `select i.plan_id as "planId", array_agg(distinct i.principal_code order by i.principal_code) as codes
     from (select m.plan_id, c.principal_code
           from plans.membership m join contracts.contract c on c.id = m.obligation_id
           where m.plan_id = any ($1::uuid[]) and m.left_at is null
           union all
           select r.plan_id, r.principal_code from plans.proposal r
           where r.plan_id = any ($1::uuid[]) and r.state = 'PROPOSED') i
     group by i.plan_id`,
    [planIds],
  );
  return new Map(rows.map(({ planId, codes }) => [planId, codes]));
}

/** The principals of whom each of these plans has an obligation now, by the id of the plan. */
export async function principalsInPlans(reader: Reader, planIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await reader.query<{ planId: string; codes: string[] }>(
    `select m.plan_id as "planId", array_agg(distinct c.principal_code order by c.principal_code) as codes
     from plans.membership m join contracts.contract c on c.id = m.obligation_id
     where m.plan_id = any ($1::uuid[]) and m.left_at is null
     group by m.plan_id`,
    [planIds],
  );
  return new Map(rows.map(({ planId, codes }) => [planId, codes]));
}

/** When each of these plans was last handed in, sent back or amended, by id: as the audit trail has it. */
export async function lastSteps(reader: Reader, planIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await reader.query<{ planId: string; at: Date }>(
    `select subject_id as "planId", max(recorded_at) as at from platform.audit
     where subject = 'plan' and subject_id = any ($1::text[])
       and action in ('plan.submitted', 'plan.returned', 'plan.amended')
     group by subject_id`,
    [planIds],
  );
  return new Map(rows.map(({ planId, at }) => [planId, at]));
}

/**
 * The plans that have not ended and that the reader follows whole: of its supplier groups, of the network, or verified by
 * its principals; by id.
 */
export async function plansFollowed(reader: Reader): Promise<string[]> {
  const { everything, supplierGroups, network, principals } = reader.scope;
  const rows = await reader.query<{ id: string }>(
    `select p.id from plans.plan p
     where p.state <> 'ENDED'
       and ($1::boolean or p.supplier_group_id = any ($2::uuid[]) or $3::boolean and p.verified_by is null
            or p.verified_by = any ($4::text[]))
     order by p.id`,
    [everything, supplierGroups, network, principals],
  );
  return rows.map(({ id }) => id);
}

/** The plans that have not ended in which these principals have an obligation now, or that they verify; by id. */
export async function plansOfPrincipals(reader: Reader, codes: readonly string[]): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `select p.id from plans.plan p where p.state <> 'ENDED' and p.verified_by = any ($1::text[])
     union
     select p.id from contracts.contract c
     join plans.membership m on m.obligation_id = c.id and m.left_at is null
     join plans.plan p on p.id = m.plan_id and p.state <> 'ENDED'
     where c.principal_code = any ($1::text[]) and c.state <> 'SETTLED'
     order by id`,
    [codes],
  );
  return rows.map(({ id }) => id);
}

/** A question to a principal that waits for its answer. */
export type WaitingProposal = Pick<Proposal, 'planId' | 'obligationId' | 'principalCode' | 'proposedAt'>;

/** The proposals that wait for an answer, for this plan if told, of contracts in the reader's scope; the oldest first. */
export async function waitingProposals(
  reader: Reader,
  { planId, principals }: { readonly planId: string | null; readonly principals: readonly string[] | null },
): Promise<WaitingProposal[]> {
  const parameters: unknown[] = [planId, principals];
  const scope = contractInScope(reader.scope, 'c', parameters);
  const rows = await reader.query<WaitingProposal>(
    `select r.plan_id as "planId", r.obligation_id as "obligationId", r.principal_code as "principalCode",
            r.proposed_at as "proposedAt"
     from plans.proposal r join contracts.contract c on c.id = r.obligation_id
     where r.state = 'PROPOSED' and ($1::uuid is null or r.plan_id = $1::uuid)
       and ($2::text[] is null or r.principal_code = any ($2::text[])) and ${scope}
     order by r.proposed_at, r.id limit ${MOST_LOOKED_AT}`,
    parameters,
  );
  return inOneLook(reader, rows);
}
