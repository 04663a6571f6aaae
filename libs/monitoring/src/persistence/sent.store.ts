import type { LocalDate } from '@sr/kernel';
import { keyAfter, rowsToRead, toExact, type PageQuery, type Reader } from '@sr/platform';
import type { Side, WorkItemKind } from '../domain/work-item';
import type { DigestState } from '../domain/digest';
import { personInScope, reminderInScope } from './scope';

/** That somebody had to hear of an item. */
export interface SentReminder {
  readonly id: number;
  readonly madeOn: LocalDate;
  /** The day of the step. */
  readonly dueOn: LocalDate;
  /** The last day of the work, as it was then. */
  readonly itemDueOn: LocalDate | null;
  readonly kind: WorkItemKind;
  readonly moment: string;
  readonly step: string;
  readonly escalation: boolean;
  readonly itemKey: string;
  readonly planId: string | null;
  readonly planName: string | null;
  readonly contractId: string | null;
  readonly contractNumber: string | null;
  /** The first day on which the work was found to be done. */
  readonly endedOn: LocalDate | null;
}

/** To whom a reminder went, and how its mail fared. */
export interface SentTo {
  readonly reminderId: number;
  readonly personId: string;
  readonly side: Side;
  readonly principalCode: string | null;
  readonly standsIn: boolean;
  /** Null while no mail carries it. */
  readonly state: DigestState | null;
  readonly sentAt: Date | null;
}

/** Which reminders are asked for. */
export interface SentFilter {
  readonly planId?: string | undefined;
  readonly contractId?: string | undefined;
  /** Only those to this person. */
  readonly personId?: string | undefined;
}

/** The reminders in the reader's sight, the newest first; one row more than the page holds. */
export async function sentPage(
  reader: Reader,
  { planId, contractId, personId }: SentFilter,
  page: PageQuery,
): Promise<SentReminder[]> {
  const [after] = keyAfter(page, 'whole') ?? [null];
  const parameters: unknown[] = [after];
  const given = (value: string | undefined, condition: (place: string) => string): string[] =>
    value === undefined ? [] : [condition(`$${parameters.push(value)}::uuid`)];
  const conditions = [
    '($1::bigint is null or r.id < $1::bigint)',
    reminderInScope(reader.scope, parameters),
    ...given(planId, (place) => `r.plan_id = ${place}`),
    ...given(contractId, (place) => `r.contract_id = ${place}`),
    ...given(
      personId,
      (place) => `r.id in (select t.reminder_id from monitoring.recipient t where t.person_id = ${place})`,
    ),
  ];
  const rows = await reader.query<Omit<SentReminder, 'id'> & { id: string }>(
    `select r.id, r.made_on as "madeOn", r.due_on as "dueOn", r.item ->> 'dueOn' as "itemDueOn", r.kind, r.moment, r.step,
            r.escalation, r.subject as "itemKey", r.plan_id as "planId", r.item ->> 'planName' as "planName",
            r.contract_id as "contractId", r.item ->> 'contractNumber' as "contractNumber", r.ended_on as "endedOn"
     from monitoring.reminder r where ${conditions.join(' and ')}
     order by r.id desc limit ${rowsToRead(page)}`,
    parameters,
  );
  return rows.map((row) => ({ ...row, id: toExact(row.id) }));
}

/** To whom these reminders went; the reader sees everything, since on which side somebody stands is told to both. */
export async function sentTo(product: Reader, reminderIds: readonly number[]): Promise<SentTo[]> {
  if (reminderIds.length === 0) return [];
  const rows = await product.query<Omit<SentTo, 'reminderId'> & { reminderId: string }>(
    `select t.reminder_id as "reminderId", t.person_id as "personId", t.stands_in_for is not null as "standsIn", d.state, d.sent_at as "sentAt",
            case p.organisation_kind when 'SUPPLIER_GROUP' then 'SUPPLIER' else p.organisation_kind end as side,
            p.principal_code as "principalCode"
     from monitoring.recipient t
     join identity.person p on p.id = t.person_id
     left join monitoring.digest d on d.id = t.digest_id
     where t.reminder_id = any ($1::bigint[])
     order by t.reminder_id desc, side, p.principal_code, t.person_id`,
    [reminderIds],
  );
  return rows.map((row) => ({ ...row, reminderId: toExact(row.reminderId) }));
}

/** The names of these people, by id, as far as the reader may know who works where. */
export async function namesInSight(reader: Reader, personIds: readonly string[]): Promise<Map<string, string>> {
  const parameters: unknown[] = [[...new Set(personIds)]];
  const scope = personInScope(reader.scope, parameters);
  const rows = await reader.query<{ id: string; name: string }>(
    `select p.id, p.name from identity.person p where p.id = any ($1::uuid[]) and ${scope}`,
    parameters,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export const TROUBLED_STATES = ['UNCERTAIN', 'REFUSED', 'BOUNCED', 'FAILED'] as const satisfies readonly DigestState[];
export type TroubledState = (typeof TROUBLED_STATES)[number];

/** A mail that did not arrive, or may not have. */
export interface TroubledMail {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly day: LocalDate;
  readonly state: TroubledState;
  readonly attempts: number;
  readonly reason: string | null;
  readonly sentAt: Date | null;
}

/**
 * The mails that did not arrive, or may not have, of the newest day first: to whom and why, and nothing of what is in them.
 * One row more than the page holds. The reader sees everything.
 */
export function troubledMails(
  product: Reader,
  states: readonly TroubledState[],
  page: PageQuery,
): Promise<TroubledMail[]> {
  const [day, id] = keyAfter(page, 'day', 'uuid') ?? [null, null];
  return product.query(
    `select d.id, d.person_id as "personId", p.name as "personName", d.day, d.state, d.attempts, d.reason, d.sent_at as "sentAt"
     from monitoring.digest d join identity.person p on p.id = d.person_id
     where d.state in ('REFUSED', 'BOUNCED', 'UNCERTAIN', 'FAILED') and d.state = any ($1::text[])
       and ($2::date is null or d.day < $2::date or d.day = $2::date and d.id > $3::uuid)
     order by d.day desc, d.id limit ${rowsToRead(page)}`,
    [states, day, id],
  );
}

/** Somebody to whom mail cannot be delivered. */
export interface StaleAddress {
  readonly personId: string;
  readonly name: string;
  readonly organisationKind: 'PRINCIPAL' | 'SUPPLIER_GROUP' | 'NETWORK' | 'OVERSIGHT';
  readonly principalCode: string | null;
  readonly supplierGroupId: string | null;
  readonly address: string;
  readonly reason: string;
  readonly since: Date;
}

const STALE_ADDRESS = `select a.person_id as "personId", p.name, p.organisation_kind as "organisationKind",
  p.principal_code as "principalCode", p.supplier_group_id as "supplierGroupId", a.address, a.reason, a.since
  from monitoring.stale_address a join identity.person p on p.id = a.person_id`;

/** The people in sight to whom mail cannot be delivered, the newest first; one row more than the page holds. */
export function stalePage(reader: Reader, page: PageQuery): Promise<StaleAddress[]> {
  const [since, id] = keyAfter(page, 'moment', 'uuid') ?? [null, null];
  const parameters: unknown[] = [since, id];
  const scope = personInScope({ ...reader.scope, personId: null }, parameters);
  return reader.query(
    `${STALE_ADDRESS} where ${scope} and ($1::timestamptz is null
       or a.since < $1::timestamptz or a.since = $1::timestamptz and a.person_id > $2::uuid)
     order by a.since desc, a.person_id limit ${rowsToRead(page)}`,
    parameters,
  );
}
