import { contractInScope } from '@sr/contracts';
import { keyAfter, pageOf, refuseOn, rowsToRead, type Page, type PageQuery, type Reader, type Tx } from '@sr/platform';
import { alreadyProposed, type Proposal, type ProposalState } from '../domain/proposal';
import { proposalSchema } from './plan.schema';

/** What a list of proposals is narrowed to. */
export interface ProposalFilter {
  readonly state?: ProposalState | undefined;
  readonly principalCode?: string | undefined;
  readonly planId?: string | undefined;
  readonly supplierGroupId?: string | undefined;
}

const PROPOSAL = `r.id, r.plan_id as "planId", r.obligation_id as "obligationId", r.principal_code as "principalCode",
  r.state, r.proposed_by as "proposedBy", r.proposed_at as "proposedAt", r.answered_by as "answeredBy",
  r.answered_at as "answeredAt", r.reason, r.agreed_value_table as "agreedValueTable"`;

const FROM = 'from plans.proposal r join contracts.contract c on c.id = r.obligation_id';

export async function insertProposals(tx: Tx, proposals: readonly Proposal[]): Promise<void> {
  if (proposals.length === 0) return;
  // The second lock: which of several it was is not told, and it happens only to two at the same moment.
  const taken = { one_proposal_at_a_time: alreadyProposed('/contractIds', '') };
  await refuseOn(taken, () => tx.manager.insert(proposalSchema, [...proposals]));
}

/** Writes the answer to a proposal; the database refuses a second one. */
export async function writeAnswer(
  tx: Tx,
  id: string,
  answer: Pick<Proposal, 'state' | 'answeredBy' | 'answeredAt' | 'reason' | 'agreedValueTable'>,
): Promise<void> {
  await tx.manager.update(proposalSchema, { id }, answer);
}

/** Which of these obligations wait for an answer, in any plan. */
export async function waiting(reader: Reader, obligationIds: readonly string[]): Promise<Set<string>> {
  const rows = await reader.query<{ obligationId: string }>(
    `select obligation_id as "obligationId" from plans.proposal
     where obligation_id = any ($1::uuid[]) and state = 'PROPOSED'`,
    [obligationIds],
  );
  return new Set(rows.map(({ obligationId }) => obligationId));
}

/** Takes back what still waits in a plan, whoever asks. */
export async function withdrawWaiting(tx: Tx, planId: string, answeredBy: string, answeredAt: Date): Promise<void> {
  await tx.query(
    `update plans.proposal set state = 'WITHDRAWN', answered_by = $2, answered_at = $3
     where plan_id = $1 and state = 'PROPOSED'`,
    [planId, answeredBy, answeredAt],
  );
}

/** The principals whose answer a plan waits for, by code. */
export async function askedPrincipals(reader: Reader, planId: string): Promise<string[]> {
  const rows = await reader.query<{ code: string }>(
    `select distinct principal_code as code from plans.proposal where plan_id = $1 and state = 'PROPOSED'`,
    [planId],
  );
  return rows.map(({ code }) => code);
}

/** The last proposal of this obligation for this plan, held, if its contract is in the reader's scope; null otherwise. */
export async function holdProposal(tx: Tx, planId: string, obligationId: string): Promise<Proposal | null> {
  const parameters: unknown[] = [planId, obligationId];
  const scope = contractInScope(tx.scope, 'c', parameters);
  const rows = await tx.query<Proposal>(
    `select ${PROPOSAL} ${FROM} where r.plan_id = $1 and r.obligation_id = $2 and ${scope}
     order by r.state = 'PROPOSED' desc, r.proposed_at desc, r.id limit 1 for update of r`,
    parameters,
  );
  return rows[0] ?? null;
}

/** All proposals of a plan whose contracts are in the reader's scope, oldest first, and then by number. */
export function proposalsOfPlan(reader: Reader, planId: string): Promise<Proposal[]> {
  const parameters: unknown[] = [planId];
  const scope = contractInScope(reader.scope, 'c', parameters);
  return reader.query<Proposal>(
    `select ${PROPOSAL} ${FROM} where r.plan_id = $1 and ${scope} order by r.proposed_at, c.number, r.id`,
    parameters,
  );
}

/** A page of the proposals whose contracts are in the reader's scope, oldest first. */
export async function listProposals(reader: Reader, filter: ProposalFilter, page: PageQuery): Promise<Page<Proposal>> {
  const parameters: unknown[] = [];
  const conditions = [contractInScope(reader.scope, 'c', parameters)];
  const where = (value: unknown, condition: (parameter: string) => string): void => {
    if (value !== undefined) conditions.push(condition(`$${parameters.push(value)}`));
  };
  where(filter.state, (p) => `r.state = ${p}`);
  where(filter.principalCode, (p) => `r.principal_code = ${p}`);
  where(filter.planId, (p) => `r.plan_id = ${p}`);
  where(filter.supplierGroupId, (p) => `p.supplier_group_id = ${p}`);
  const after = keyAfter(page, 'moment', 'uuid');
  if (after) {
    const [proposedAt, id] = [parameters.push(after[0]), parameters.push(after[1])];
    conditions.push(`(r.proposed_at, r.id) > ($${proposedAt}::timestamptz, $${id}::uuid)`);
  }
  const rows = await reader.query<Proposal>(
    `select ${PROPOSAL} ${FROM} join plans.plan p on p.id = r.plan_id
     where ${conditions.join(' and ')} order by r.proposed_at, r.id limit ${rowsToRead(page)}`,
    parameters,
  );
  return pageOf(rows, page, (proposal) => [proposal.proposedAt.toISOString(), proposal.id]);
}
