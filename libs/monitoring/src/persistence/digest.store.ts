import type { LocalDate } from '@sr/kernel';
import type { Reader, Tx } from '@sr/platform';
import { statesBefore, type DigestState } from '../domain/digest';
import type { Missed } from '../domain/recipients';
import type { WorkItem } from '../domain/work-item';

export interface Digest {
  readonly id: string;
  readonly personId: string;
  readonly day: LocalDate;
  readonly state: DigestState;
  readonly attempts: number;
  /** Where it went to; null before it was sent. */
  readonly address: string | null;
  readonly queuedAt: Date;
}

const DIGEST = `select id, person_id as "personId", day, state, attempts, address, queued_at as "queuedAt" from monitoring.digest`;

/** One item in a mail. */
export interface ItemToSend {
  readonly reminderId: string;
  /** The key of the item. */
  readonly key: string;
  readonly moment: string;
  readonly step: string;
  readonly dueOn: LocalDate;
  readonly escalation: boolean;
  /** For whom this person is told; null: in the own right. */
  readonly standsInFor: Missed | null;
  readonly item: WorkItem;
  /** The day of the last mail in which this person heard of the item; null when it is new. */
  readonly lastToldOn: LocalDate | null;
  /** It was in an earlier mail that may not have come. */
  readonly carried: boolean;
  /** Its step counts back from the last day. */
  readonly before: boolean;
}

/** A mail as it is now; null when there is none. */
export async function findDigest(reader: Reader, id: string): Promise<Digest | null> {
  const [digest] = await reader.query<Digest>(`${DIGEST} where id = $1::uuid`, [id]);
  return digest ?? null;
}

/** A mail, held until the transaction ends; null when there is none. */
export async function lockDigest(tx: Tx, id: string): Promise<Digest | null> {
  return (await lockDigests(tx, [id])).get(id) ?? null;
}

/** Mails by id, held until the transaction ends; in the order of their ids, so that two who hold some never wait in a ring. */
export async function lockDigests(tx: Tx, ids: readonly string[]): Promise<Map<string, Digest>> {
  const rows = await tx.query<Digest>(`${DIGEST} where id = any ($1::uuid[]) order by id for update`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What stands in mails of a day and is not done, by the id of the mail, in no order. */
export async function itemsOf(
  reader: Reader,
  digestIds: readonly string[],
  day: LocalDate,
): Promise<Map<string, ItemToSend[]>> {
  const items = new Map<string, ItemToSend[]>(digestIds.map((id) => [id, []]));
  if (digestIds.length === 0) return items;
  const rows = await reader.query<ItemToSend & { readonly digestId: string }>(
    `select p.digest_id as "digestId", r.id as "reminderId", r.subject as key, r.moment, r.step, r.due_on as "dueOn", r.escalation,
            p.stands_in_for as "standsInFor", r.item,
            exists (select from monitoring.digest u where u.person_id = p.person_id and u.day >= r.made_on and u.day < $2::date
                    and u.state = 'UNCERTAIN') as carried,
            r.item ->> 'dueOn' is not null and r.due_on < (r.item ->> 'dueOn')::date as before,
            -- Item by item along the index, whatever is known of a table that grew since it was looked over: offset 0 keeps it so.
            (select max(u.day) from (select id from monitoring.reminder where subject = r.subject offset 0) e
             cross join lateral (select digest_id from monitoring.recipient
                                 where reminder_id = e.id and person_id = p.person_id offset 0) q
             join monitoring.digest u on u.id = q.digest_id and u.state = 'SENT' and u.day < $2::date) as "lastToldOn"
     from monitoring.recipient p join monitoring.reminder r on r.id = p.reminder_id
     where p.digest_id = any ($1::uuid[]) and p.open`,
    [digestIds, day],
  );
  for (const { digestId, ...item } of rows) items.get(digestId)?.push(item);
  return items;
}

/** How many items were mailed to these people, or are about to be, and still wait; by the id of the person. */
export async function openItemsOf(reader: Reader, personIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await reader.query<{ id: string; count: number }>(
    `select p.person_id as id, count(distinct r.subject)::integer as count
     from monitoring.recipient p join monitoring.reminder r on r.id = p.reminder_id
     where p.person_id = any ($1::uuid[]) and p.open group by p.person_id`,
    [personIds],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** What is written of a mail when it goes on: what is left out stays as it was. */
export interface DigestChange {
  readonly state: DigestState;
  readonly attempts?: number;
  readonly address?: string;
  readonly language?: string;
  readonly subject?: string;
  readonly items?: number;
  readonly messageId?: string;
  readonly reason?: string | null;
  readonly sendingAt?: Date;
  readonly sentAt?: Date;
}

/** What is written of one of several mails that come in the same state. */
export type DigestMark = Omit<DigestChange, 'state'> & { readonly id: string };

/** Writes how a mail fares, when that leads on from the state in which it is; whether it did. */
export async function changeDigest(tx: Tx, id: string, { state, ...told }: DigestChange): Promise<boolean> {
  return (await changeDigests(tx, state, [{ id, ...told }])) > 0;
}

/** Writes that mails are in a state from now on, with what is told of each, when that leads on from theirs; how many it did. */
export async function changeDigests(tx: Tx, state: DigestState, changes: readonly DigestMark[]): Promise<number> {
  if (changes.length === 0) return 0;
  const rows = await tx.query<{ id: string }>(
    `update monitoring.digest d set state = $3, attempts = coalesce(c.attempts, d.attempts), address = coalesce(c.address, d.address),
       language = coalesce(c.language, d.language), subject = coalesce(c.subject, d.subject), items = coalesce(c.items, d.items),
       message_id = coalesce(c."messageId", d.message_id), reason = case when c.told ? 'reason' then c.told ->> 'reason' else d.reason end,
       sending_at = coalesce(c."sendingAt", d.sending_at), sent_at = coalesce(c."sentAt", d.sent_at)
     from (select t.told, r.* from unnest($4::jsonb[]) t (told), jsonb_to_record(t.told)
             r (id uuid, attempts integer, address text, language text, subject text, items integer, "messageId" text,
                "sendingAt" timestamptz, "sentAt" timestamptz)) c
     where d.id = any ($1::uuid[]) and d.id = c.id and d.state = any ($2::text[]) returning d.id`,
    [changes.map(({ id }) => id), statesBefore(state), state, changes.map((change) => JSON.stringify(change))],
  );
  return rows.length;
}

/** Lets what is open in these mails go with the next mail of the same person. */
export async function releaseItems(tx: Tx, digestIds: readonly string[]): Promise<void> {
  await tx.query('update monitoring.recipient set digest_id = null where digest_id = any ($1::uuid[]) and open', [
    digestIds,
  ]);
}

/**
 * Ends the mails of other days that did not go, of earlier ones and of those of a clock that was ahead: what is open in them goes with the next. One that was being sent when the
 * process broke may have gone.
 */
export async function carryOver(tx: Tx, today: LocalDate): Promise<void> {
  const ended = await tx.query<{ id: string }>(
    // In the order in which workers take them, so that neither waits for the other.
    `with late as (
       select id from monitoring.digest
       where day <> $1::date and state in ('COLLECTING', 'QUEUED', 'SENDING') order by id for update
     )
     update monitoring.digest d set state = case state when 'SENDING' then 'UNCERTAIN' else 'CARRIED' end,
       reason = coalesce(reason, case state when 'SENDING' then 'The process stopped while it was being sent.' end)
     from late where d.id = late.id returning d.id`,
    [today],
  );
  await releaseItems(
    tx,
    ended.map(({ id }) => id),
  );
}

/** The people for whom something waits that is in no mail. */
export async function peopleWithoutMail(reader: Reader): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    'select distinct person_id as id from monitoring.recipient where open and digest_id is null',
  );
  return rows.map(({ id }) => id);
}

/**
 * Closes the mails that the sweep of a day collected, with what was left over for the same people.
 * @returns the ids of the mails that can go out
 */
export async function queueDigests(tx: Tx, today: LocalDate, now: Date): Promise<string[]> {
  await tx.query(
    `update monitoring.recipient p set digest_id = d.id from monitoring.digest d
     where p.open and p.digest_id is null and d.person_id = p.person_id and d.day = $1::date and d.state = 'COLLECTING'`,
    [today],
  );
  const rows = await tx.query<{ id: string }>(
    `update monitoring.digest set state = 'QUEUED', queued_at = $2
     where day = $1::date and state = 'COLLECTING' returning id`,
    [today, now],
  );
  return rows.map(({ id }) => id);
}

/** The persons (by id) to whose address mail cannot be delivered. */
export async function stalePeople(reader: Reader): Promise<Set<string>> {
  const rows = await reader.query<{ id: string }>('select person_id as id from monitoring.stale_address');
  return new Set(rows.map(({ id }) => id));
}

/** Notes that mail to an address of a person came back. */
export async function markStale(
  tx: Tx,
  stale: { readonly personId: string; readonly address: string; readonly reason: string; readonly since: Date },
): Promise<void> {
  await tx.query(
    `insert into monitoring.stale_address (person_id, address, reason, since) values ($1::uuid, $2, $3, $4)
     on conflict (person_id) do update set address = excluded.address, reason = excluded.reason, since = excluded.since
       where stale_address.address <> excluded.address`,
    [stale.personId, stale.address, stale.reason, stale.since],
  );
}

/** Mail to this person is tried again; whether it was not. */
export async function clearStale(tx: Tx, personId: string): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    'delete from monitoring.stale_address where person_id = $1::uuid returning person_id as id',
    [personId],
  );
  return rows.length > 0;
}
