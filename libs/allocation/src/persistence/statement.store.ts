import type { LocalDate } from '@sr/kernel';
import { toExact, type Reader } from '@sr/platform';
import type { EntryReason } from '../domain/ledger';

/** An entry with what may be told of its claim. */
export interface StatementEntry {
  readonly entryId: number;
  readonly recordedAt: Date;
  readonly reason: EntryReason;
  readonly claimId: string;
  readonly claimNumber: number;
  readonly claimKind: string;
  /** The first day of the quarter of the claim. */
  readonly quarter: LocalDate;
  readonly planId: string;
  readonly obligationId: string | null;
  readonly cents: number;
  readonly centihours: number;
}

/** Which entries a statement is of: everything of these plans, and what stands on these obligations. */
export interface Reach {
  readonly planIds: readonly string[];
  readonly obligationIds: readonly string[];
  /** On the obligations only what these plans put there; null is whatever plan. */
  readonly ofPlans: readonly string[] | null;
}

export const STATEMENT_ORDERS = ['OLDEST_FIRST', 'NEWEST_FIRST'] as const;
export type StatementOrder = (typeof STATEMENT_ORDERS)[number];

/** Which of those entries a page has. */
export interface StatementPart {
  readonly order: StatementOrder;
  /** The entry that the page before ended with. */
  readonly after: string | null;
  readonly limit: number;
  /** Only of claims whose period is in this year; null is of whatever year. */
  readonly year: number | null;
}

/**
 * Some of the entries within reach, in the order in which they were recorded. Each plan and each obligation gives its own
 * next few, found by an index, so that a page costs the same wherever it lies and however long the history is.
 */
export async function statementEntries(
  reader: Reader,
  { planIds, obligationIds, ofPlans }: Reach,
  { order, after, limit, year }: StatementPart,
): Promise<StatementEntry[]> {
  const [beyond, direction, start] =
    order === 'OLDEST_FIRST' ? ['>', 'asc', '0'] : ['<', 'desc', String(Number.MAX_SAFE_INTEGER)];
  const ofYear = year === null ? '' : 'and extract(year from e.period_to) = $6::int';
  const rows = await reader.query<
    Record<'entryId' | 'claimNumber' | 'cents' | 'centihours', string> &
      Omit<StatementEntry, 'entryId' | 'claimNumber' | 'cents' | 'centihours'>
  >(
    `select l.id as "entryId", l.recorded_at as "recordedAt", l.reason, a.claim_id as "claimId",
            a.claim_number as "claimNumber", a.claim_kind as "claimKind",
            date_trunc('quarter', l.period_to::timestamp)::date as quarter, l.plan_id as "planId",
            l.obligation_id as "obligationId", l.cents, l.centihours
     from (
       select n.* from unnest($1::uuid[]) as p (id) cross join lateral (
         select e.* from allocation.entry e
         where e.plan_id = p.id and e.id ${beyond} $4 ${ofYear} order by e.id ${direction} limit $5) n
       union all
       select n.* from unnest($2::uuid[]) as o (id) cross join lateral (
         select e.* from allocation.entry e
         where e.obligation_id = o.id and e.id ${beyond} $4 and e.plan_id <> all ($1::uuid[])
           and ($3::uuid[] is null or e.plan_id = any ($3::uuid[])) ${ofYear}
         order by e.id ${direction} limit $5) n
       order by id ${direction} limit $5
     ) l
     join allocation.acceptance a on a.id = l.acceptance_id
     order by l.id ${direction}`,
    [planIds, obligationIds, ofPlans, after ?? start, limit, ...(year === null ? [] : [year])],
  );
  return rows.map((row) => ({
    ...row,
    entryId: toExact(row.entryId),
    claimNumber: toExact(row.claimNumber),
    cents: toExact(row.cents),
    centihours: toExact(row.centihours),
  }));
}

/** Of these plans, those that who asks sees whole as the database has it: the second lock on what is told of a claim. */
export async function plansSeenWhole(reader: Reader, planIds: readonly string[]): Promise<Set<string>> {
  if (planIds.length === 0) return new Set();
  const rows = await reader.query<{ id: string }>(
    `select id from unnest($1::uuid[]) as p (id) where (select platform.sees_everything()) or plans.seen_whole(id)`,
    [planIds],
  );
  return new Set(rows.map((row) => row.id));
}

/** The obligations of a principal that the ledger has seen. */
export async function obligationsOfPrincipal(reader: Reader, principalCode: string): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    'select obligation_id as id from allocation.account where principal_code = $1 order by 1',
    [principalCode],
  );
  return rows.map((row) => row.id);
}

/** Of which plans the claims are that have something on these obligations now. Asked with everything in sight. */
export function plansBehind(
  reader: Reader,
  obligationIds: readonly string[],
): Promise<{ obligationId: string; planId: string }[]> {
  return reader.query(
    `select distinct obligation_id as "obligationId", plan_id as "planId" from allocation.position
     where obligation_id = any ($1::uuid[]) and (cents > 0 or centihours > 0)`,
    [obligationIds],
  );
}
