import type { LocalDate } from '@sr/kernel';
import { keyAfter, rowsToRead, type PageQuery, type Reader, type Tx } from '@sr/platform';
import type { MilestoneFacts, MilestoneKind } from '../domain/milestone';
import { milestoneInScope } from './scope';

type MilestoneSubject = MilestoneFacts['subject'];

/** A talk or a delivery, with what came of it and who wrote it down. */
export interface Milestone extends MilestoneFacts {
  readonly id: string;
  readonly note: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  /** That it was a mistake; null when it holds. */
  readonly withdrawal: Withdrawal | null;
}

/** That a milestone was a mistake: it ends nothing any more. */
export interface Withdrawal {
  readonly reason: string;
  readonly withdrawnBy: string;
  readonly withdrawnAt: Date;
}

interface Row extends Omit<Milestone, 'subject' | 'withdrawal'>, Withdrawal, MilestoneSight {
  readonly subjectType: MilestoneSubject['type'];
  readonly subjectId: string;
}

const MILESTONES = `select m.id, m.kind, m.subject_type as "subjectType", m.subject_id as "subjectId", m.held_on as "heldOn",
    m.note, m.recorded_by as "recordedBy", m.recorded_at as "recordedAt", m.principal_code as "principalCode",
    m.supplier_group_id as "supplierGroupId", m.network,
    w.reason, w.withdrawn_by as "withdrawnBy", w.withdrawn_at as "withdrawnAt"
  from monitoring.milestone m left join monitoring.milestone_withdrawal w on w.milestone_id = m.id`;

function toMilestone(row: Row): Milestone {
  const { id, kind, subjectType, subjectId, heldOn, note, recordedBy, recordedAt } = row;
  const { reason, withdrawnBy, withdrawnAt }: { [Name in keyof Withdrawal]: Withdrawal[Name] | null } = row;
  const isWithdrawn = reason !== null && withdrawnBy !== null && withdrawnAt !== null;
  const withdrawal = isWithdrawn ? { reason, withdrawnBy, withdrawnAt } : null;
  const subject = { type: subjectType, id: subjectId };
  return { id, kind, subject, heldOn, note, recordedBy, recordedAt, withdrawal };
}

/** What was held or delivered on these subjects, without what was withdrawn. */
export async function milestonesOf(
  reader: Reader,
  subjects: readonly { readonly type: string; readonly id: string }[],
): Promise<MilestoneFacts[]> {
  if (subjects.length === 0) return [];
  const rows = await reader.query<{
    kind: MilestoneKind;
    subjectType: MilestoneSubject['type'];
    subjectId: string;
    heldOn: LocalDate;
  }>(
    `select m.kind, m.subject_type as "subjectType", m.subject_id as "subjectId", m.held_on as "heldOn"
     from monitoring.milestone m
     join (select distinct type, id from unnest($1::text[], $2::text[]) u (type, id)) s on s.type = m.subject_type and s.id = m.subject_id
     where not exists (select from monitoring.milestone_withdrawal w where w.milestone_id = m.id)`,
    [subjects.map(({ type }) => type), subjects.map(({ id }) => id)],
  );
  return rows.map(({ subjectType: type, subjectId: id, kind, heldOn }) => ({ kind, subject: { type, id }, heldOn }));
}

/** What was written down on a subject, in the reader's sight, the newest first; one row more than the page holds. */
export async function milestonePage(
  reader: Reader,
  { type, id }: { readonly type: string; readonly id: string },
  page: PageQuery,
): Promise<Milestone[]> {
  const [heldOn, after] = keyAfter(page, 'day', 'uuid') ?? [null, null];
  const parameters: unknown[] = [type, id, heldOn, after];
  const scope = milestoneInScope(reader.scope, parameters);
  const rows = await reader.query<Row>(
    `${MILESTONES} where m.subject_type = $1 and m.subject_id = $2 and ${scope}
       and ($3::date is null or (m.held_on, m.id) < ($3::date, $4::uuid))
     order by m.held_on desc, m.id desc limit ${rowsToRead(page)}`,
    parameters,
  );
  return rows.map(toMilestone);
}

/** A milestone in the reader's sight, with whose it is to read; null when there is none. */
export async function milestoneById(
  reader: Reader,
  id: string,
): Promise<{ readonly milestone: Milestone; readonly sight: MilestoneSight } | null> {
  const parameters: unknown[] = [id];
  const scope = milestoneInScope(reader.scope, parameters);
  const [row] = await reader.query<Row>(`${MILESTONES} where m.id = $1 and ${scope}`, parameters);
  if (!row) return null;
  const { principalCode, supplierGroupId, network } = row;
  return { milestone: toMilestone(row), sight: { principalCode, supplierGroupId, network } };
}

/** Whose it is to read. */
export interface MilestoneSight {
  readonly principalCode: string | null;
  readonly supplierGroupId: string | null;
  readonly network: boolean;
}

export async function insertMilestone(
  tx: Tx,
  { id, kind, subject, heldOn, note, recordedBy, recordedAt }: Omit<Milestone, 'withdrawal'>,
  { principalCode, supplierGroupId, network }: MilestoneSight,
): Promise<void> {
  await tx.query(
    `insert into monitoring.milestone
       (id, kind, subject_type, subject_id, held_on, note, principal_code, supplier_group_id, network, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, kind, subject.type, subject.id, heldOn, note, principalCode, supplierGroupId, network, recordedBy, recordedAt],
  );
}

/** Withdraws a milestone; it is not withdrawn yet (`milestone_withdrawal_pkey`). */
export async function insertWithdrawal(
  tx: Tx,
  milestoneId: string,
  { reason, withdrawnBy, withdrawnAt }: Withdrawal,
): Promise<void> {
  await tx.query(
    `insert into monitoring.milestone_withdrawal (milestone_id, reason, withdrawn_by, withdrawn_at) values ($1, $2, $3, $4)`,
    [milestoneId, reason, withdrawnBy, withdrawnAt],
  );
}
