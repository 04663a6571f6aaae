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
}

interface Row extends Omit<Milestone, 'subject'> {
  readonly subjectType: MilestoneSubject['type'];
  readonly subjectId: string;
}

const MILESTONE = `id, kind, subject_type as "subjectType", subject_id as "subjectId", held_on as "heldOn", note,
  recorded_by as "recordedBy", recorded_at as "recordedAt"`;

const toMilestone = ({ subjectType: type, subjectId: id, ...row }: Row): Milestone => ({
  ...row,
  subject: { type, id },
});

/** What was held or delivered on these subjects. */
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
     join (select distinct type, id from unnest($1::text[], $2::text[]) u (type, id)) s on s.type = m.subject_type and s.id = m.subject_id`,
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
    `select ${MILESTONE} from monitoring.milestone m
     where subject_type = $1 and subject_id = $2 and ${scope}
       and ($3::date is null or (held_on, id) < ($3::date, $4::uuid))
     order by held_on desc, id desc limit ${rowsToRead(page)}`,
    parameters,
  );
  return rows.map(toMilestone);
}

/** Whose it is to read. */
export interface MilestoneSight {
  readonly principalCode: string | null;
  readonly supplierGroupId: string | null;
  readonly network: boolean;
}

export async function insertMilestone(
  tx: Tx,
  { id, kind, subject, heldOn, note, recordedBy, recordedAt }: Milestone,
  { principalCode, supplierGroupId, network }: MilestoneSight,
): Promise<void> {
  await tx.query(
    `insert into monitoring.milestone
       (id, kind, subject_type, subject_id, held_on, note, principal_code, supplier_group_id, network, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, kind, subject.type, subject.id, heldOn, note, principalCode, supplierGroupId, network, recordedBy, recordedAt],
  );
}
