import type { Cents, LocalDate } from '@sr/kernel';
import type { Signal } from '@sr/impact';
import { keyAfter, rowsToRead, toExact, type PageQuery, type Reader, type Tx } from '@sr/platform';
import type { StoredSignal } from '../domain/signal';
import { signalInScope } from './scope';

/** How a plan or a contract went when that was last worked out. */
export interface KeptSignal {
  readonly subjectType: 'PLAN' | 'CONTRACT';
  readonly subjectId: string;
  readonly signal: Signal;
  /** The day on which it became so. */
  readonly since: LocalDate;
  readonly remainingCents: Cents;
  /** What is not expected to be filled. */
  readonly atRiskCents: Cents;
  readonly planId: string | null;
  readonly supplierGroupId: string;
}

type Texts<T, K extends keyof T> = Omit<T, K> & Readonly<Record<K, string>>;

/** The signals of supplier groups. */
export async function signalsOfGroups(reader: Reader, supplierGroupIds: readonly string[]): Promise<KeptSignal[]> {
  const rows = await reader.query<Texts<KeptSignal, 'remainingCents' | 'atRiskCents'>>(
    `select subject_type as "subjectType", subject_id as "subjectId", signal, since, remaining_cents as "remainingCents",
            at_risk_cents as "atRiskCents", plan_id as "planId", supplier_group_id as "supplierGroupId"
     from monitoring.signal where supplier_group_id = any ($1::uuid[])`,
    [supplierGroupIds],
  );
  return rows.map((row) => ({
    ...row,
    remainingCents: toExact(row.remainingCents),
    atRiskCents: toExact(row.atRiskCents),
  }));
}

/** The signals of these plans, as far as they are in the reader's sight. */
export async function storedSignals(reader: Reader, planIds: readonly string[]): Promise<StoredSignal[]> {
  if (planIds.length === 0) return [];
  const rows = await reader.query<Texts<StoredSignal, 'remainingCents'>>(
    `select subject_id as "planId", signal, since, remaining_cents as "remainingCents"
     from monitoring.signal where subject_type = 'PLAN' and subject_id = any ($1::uuid[])`,
    [planIds],
  );
  return rows.map((row) => ({ ...row, remainingCents: toExact(row.remainingCents) }));
}

/** One at a time keeps the signals of a group, until its transaction ends; in one order, so that nobody waits in a ring. */
export async function lockGroups(tx: Tx, supplierGroupIds: readonly string[]): Promise<void> {
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended('monitoring.signal ' || id, 0))
     from (select id from unnest($1::text[]) g (id) order by id) ordered`,
    [supplierGroupIds],
  );
}

/** What is settled, or in no scope any more, has no signal. */
export async function removeSignals(tx: Tx, subjectIds: readonly string[]): Promise<void> {
  if (subjectIds.length === 0) return;
  await tx.query('delete from monitoring.signal where subject_id = any ($1::uuid[])', [subjectIds]);
}

/** Writes the signals of plans and contracts as they are now. */
export async function writeSignals(tx: Tx, signals: readonly KeptSignal[]): Promise<void> {
  if (signals.length === 0) return;
  await tx.query(
    `insert into monitoring.signal
       (subject_type, subject_id, signal, since, remaining_cents, at_risk_cents, plan_id, supplier_group_id)
     select * from unnest($1::text[], $2::uuid[], $3::text[], $4::date[], $5::bigint[], $6::bigint[], $7::uuid[], $8::uuid[])
     on conflict (subject_type, subject_id) do update set signal = excluded.signal, since = excluded.since,
       remaining_cents = excluded.remaining_cents, at_risk_cents = excluded.at_risk_cents, plan_id = excluded.plan_id,
       supplier_group_id = excluded.supplier_group_id`,
    [
      signals.map(({ subjectType }) => subjectType),
      signals.map(({ subjectId }) => subjectId),
      signals.map(({ signal }) => signal),
      signals.map(({ since }) => since),
      signals.map(({ remainingCents }) => remainingCents),
      signals.map(({ atRiskCents }) => atRiskCents),
      signals.map(({ planId }) => planId),
      signals.map(({ supplierGroupId }) => supplierGroupId),
    ],
  );
}

/** That a plan or contract began to go otherwise. */
export interface SignalChange {
  readonly id: number;
  readonly subjectType: 'PLAN' | 'CONTRACT';
  readonly subjectId: string;
  readonly planId: string | null;
  /** Null when it was never worked out before. */
  readonly before: Signal | null;
  readonly after: Signal;
  readonly changedOn: LocalDate;
  readonly atRiskCents: Cents;
}

export async function insertSignalChanges(
  tx: Tx,
  changes: readonly (Omit<SignalChange, 'id'> & Pick<KeptSignal, 'supplierGroupId'>)[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `insert into monitoring.signal_change
       (subject_type, subject_id, plan_id, before, after, changed_on, at_risk_cents, supplier_group_id)
     select * from unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::date[], $7::bigint[], $8::uuid[])`,
    [
      changes.map(({ subjectType }) => subjectType),
      changes.map(({ subjectId }) => subjectId),
      changes.map(({ planId }) => planId),
      changes.map(({ before }) => before),
      changes.map(({ after }) => after),
      changes.map(({ changedOn }) => changedOn),
      changes.map(({ atRiskCents }) => atRiskCents),
      changes.map(({ supplierGroupId }) => supplierGroupId),
    ],
  );
}

/** A change as somebody reads it: the euros of a plan are told to who sees all of it. */
export interface SignalChangeInSight extends Omit<SignalChange, 'atRiskCents'> {
  readonly atRiskCents: Cents | null;
}

/** How a plan or a contract in the reader's sight went before, the newest first; one row more than the page holds. */
export async function signalChangePage(
  reader: Reader,
  of: { readonly type: 'PLAN' | 'CONTRACT'; readonly id: string },
  page: PageQuery,
): Promise<SignalChangeInSight[]> {
  const [after] = keyAfter(page, 'whole') ?? [null];
  const { everything, network, supplierGroups, principals, verifies } = reader.scope;
  const parameters: unknown[] = [
    of.type,
    of.id,
    after,
    everything,
    network,
    supplierGroups,
    [...principals, ...verifies],
  ];
  const scope = signalInScope(reader.scope, parameters);
  const rows = await reader.query<
    Omit<SignalChangeInSight, 'id' | 'atRiskCents'> & { id: string; cents: string | null }
  >(
    `select s.id, s.subject_type as "subjectType", s.subject_id as "subjectId", s.plan_id as "planId", s.before, s.after,
            s.changed_on as "changedOn",
            case when s.subject_type = 'CONTRACT' or $4::boolean or s.supplier_group_id = any ($6::uuid[]) or exists (
              select from plans.plan w where w.id = s.subject_id
                and (w.verified_by is null and $5::boolean or w.verified_by = any ($7::text[])))
            then s.at_risk_cents end as cents
     from monitoring.signal_change s
     where s.subject_type = $1 and s.subject_id = $2::uuid and ${scope} and ($3::bigint is null or s.id < $3::bigint)
     order by s.id desc limit ${rowsToRead(page)}`,
    parameters,
  );
  return rows.map(({ cents, ...row }) => ({
    ...row,
    id: toExact(row.id),
    atRiskCents: cents === null ? null : toExact(cents),
  }));
}
