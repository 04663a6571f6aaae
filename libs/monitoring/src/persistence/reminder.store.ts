import type { LocalDate } from '@sr/kernel';
import type { Reader, Tx } from '@sr/platform';
import type { Reminder } from '../domain/due-reminders';
import type { Recipient } from '../domain/recipients';
import type { MadeReminder, Revision } from '../domain/revisions';
import type { Sight } from '../domain/sight';
import type { WorkItem } from '../domain/work-item';

/** What was made before of these items, with who heard it and who is to hear it. */
export function madeBefore(reader: Reader, keys: readonly string[]): Promise<MadeReminder[]> {
  if (keys.length === 0) return Promise.resolve([]);
  return reader.query(
    // Key by key along the index, whatever is known of a table that grew since it was looked over: offset 0 keeps it so.
    `select r.id, r.moment, r.step, k.key, r.due_on as "dueOn", r.ended_on as "endedOn",
            (select coalesce(jsonb_agg(jsonb_build_object('personId', p.person_id, 'open', p.open,
                                                          'heard', coalesce(d.state = 'SENT', false))), '[]')
             from monitoring.recipient p left join monitoring.digest d on d.id = p.digest_id
             where p.reminder_id = r.id) as recipients
     from unnest($1::text[]) k (key)
     cross join lateral (select id, moment, step, due_on, ended_on from monitoring.reminder where subject = k.key offset 0) r`,
    [keys],
  );
}

/** The number of the last reminder: those after it were made by others since. */
export async function lastReminder(reader: Reader): Promise<string> {
  const [row] = await reader.query<{ id: string }>(`select coalesce(max(id), 0)::text as id from monitoring.reminder`);
  return row?.id ?? '0';
}

/** A reminder to write: who reads that it was sent, and who hears it. */
export interface ReminderToMake extends Reminder {
  readonly sight: Sight;
  readonly recipients: readonly Recipient[];
}

/**
 * Ends the reminders of these groups whose item is not there any more: nobody hears of them again.
 * @param supplierGroupIds none: of the network itself
 * @param seen the last reminder that was there when the items were read: what another made since is of newer ones
 */
export async function endGone(
  tx: Tx,
  supplierGroupIds: readonly string[],
  keys: readonly string[],
  { today, seen }: { readonly today: LocalDate; readonly seen: string },
): Promise<void> {
  await tx.query(
    `with gone as (
       update monitoring.reminder r set ended_on = $3::date
       where (r.supplier_group_id = any ($1::uuid[]) or $1::uuid[] = '{}' and r.supplier_group_id is null) and r.ended_on is null
         and r.id <= $4::bigint and not exists (select from unnest($2::text[]) k (key) where k.key = r.subject)
       returning r.id
     )
     update monitoring.recipient p set open = false from gone where p.reminder_id = gone.id and p.open`,
    [supplierGroupIds, keys, today, seen],
  );
}

/**
 * Writes how reminders that were made are otherwise now. Who is added gets it with the mail of `today`, which is begun here
 * unless `begins` is false; where there is none, or it has gone already, with the next.
 */
export async function reviseReminders(
  tx: Tx,
  revisions: readonly Revision[],
  { today, now, begins }: { readonly today: LocalDate; readonly now: Date; readonly begins: boolean },
): Promise<void> {
  const kept = revisions.flatMap(({ id, ends, item }) => (ends || item === null ? [] : { id, item }));
  if (kept.length > 0) {
    await tx.query(
      `update monitoring.reminder r set item = k.item from unnest($1::bigint[], $2::jsonb[]) k (id, item)
       where r.id = k.id and r.item is distinct from k.item`,
      [kept.map(({ id }) => id), kept.map(({ item }) => JSON.stringify(withoutCandidate(item)))],
    );
  }
  const ended = revisions.flatMap(({ id, ends }) => (ends ? id : []));
  if (ended.length > 0) {
    await tx.query('update monitoring.reminder set ended_on = $2::date where id = any ($1::bigint[])', [ended, today]);
  }
  const returned = revisions.flatMap(({ id, returns }) => (returns ? id : []));
  if (returned.length > 0) {
    await tx.query(
      `with returned as (update monitoring.reminder set ended_on = null where id = any ($1::bigint[]) returning id)
       update monitoring.recipient p set open = true from returned r
       where p.reminder_id = r.id
         and exists (select from monitoring.digest d where d.id = p.digest_id and d.state = 'SENT')`,
      [returned],
    );
  }
  const drops = revisions.flatMap(({ id, drops: people }) => people.map((personId) => ({ id, personId })));
  if (drops.length > 0) {
    await tx.query(
      `update monitoring.recipient p set open = false, digest_id = null
       from unnest($1::bigint[], $2::uuid[]) k (reminder_id, person_id)
       where p.reminder_id = k.reminder_id and p.person_id = k.person_id and p.open
         -- What is on its way is told.
         and not exists (select from monitoring.digest d where d.id = p.digest_id and d.state = 'SENDING')`,
      [drops.map(({ id }) => id), drops.map(({ personId }) => personId)],
    );
  }
  const adds = revisions.flatMap(({ id, adds: people }) => people.map((one) => ({ reminderId: id, ...one })));
  await insertRecipients(tx, adds, { today, now, begins });
}

/**
 * Writes reminders, each once: one that was ended before stands again, and who is to hear of it now is added. Recipients go
 * with their mail of `today`, which is begun here; where that mail has gone already, with the next.
 * @returns how many are new
 */
export async function insertReminders(
  tx: Tx,
  reminders: readonly ReminderToMake[],
  { today, now }: { readonly today: LocalDate; readonly now: Date },
): Promise<number> {
  if (reminders.length === 0) return 0;
  const made = await tx.query<{ id: string; place: number; isNew: boolean }>(
    `with given as (
       select * from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::boolean[], $6::text[], $7::jsonb[],
                            $8::uuid[], $9::uuid[], $10::uuid[], $11::boolean[], $12::jsonb[], $13::boolean[])
         with ordinality as g (moment, step, subject, due_on, escalation, kind, item, plan_id, contract_id,
                               supplier_group_id, for_supplier, principal_codes, network, place)
     ), made as (
       insert into monitoring.reminder (moment, step, subject, due_on, made_on, escalation, kind, item, plan_id, contract_id,
                                        supplier_group_id, for_supplier, principal_codes, network)
       select moment, step, subject, due_on, $14::date, escalation, kind, item, plan_id, contract_id, supplier_group_id, for_supplier,
              array(select jsonb_array_elements_text(principal_codes)), network
       from given
       on conflict on constraint reminder_once do update set ended_on = null, item = excluded.item
       returning id, moment, step, subject, due_on, xmax = 0 as is_new
     )
     select m.id, g.place::integer as place, m.is_new as "isNew" from made m join given g using (moment, step, subject, due_on)`,
    [
      reminders.map(({ moment }) => moment),
      reminders.map(({ step }) => step),
      reminders.map(({ key }) => key),
      reminders.map(({ dueOn }) => dueOn),
      reminders.map(({ escalation }) => escalation),
      reminders.map(({ item }) => item.kind),
      reminders.map(({ item }) => JSON.stringify(withoutCandidate(item))),
      reminders.map(({ item }) => item.planId),
      reminders.map(({ item }) => item.contractId),
      reminders.map(({ item }) => item.around.supplierGroupId),
      reminders.map(({ sight }) => sight.forSupplier),
      reminders.map(({ sight }) => JSON.stringify(sight.principalCodes)),
      reminders.map(({ sight }) => sight.network),
      today,
    ],
  );
  await insertRecipients(
    tx,
    made.flatMap(({ id, place }) => {
      return (reminders[place - 1]?.recipients ?? []).map((recipient) => ({ reminderId: id, ...recipient }));
    }),
    { today, now, begins: true },
  );
  return made.filter(({ isNew }) => isNew).length;
}

interface RecipientToMake extends Recipient {
  readonly reminderId: string;
}

async function insertRecipients(
  tx: Tx,
  recipients: readonly RecipientToMake[],
  { today, now, begins }: { readonly today: LocalDate; readonly now: Date; readonly begins: boolean },
): Promise<void> {
  if (recipients.length === 0) return;
  // In one order, so that two groups with the same people do not wait for each other.
  if (begins) await beginDigests(tx, [...new Set(recipients.map(({ personId }) => personId))].sort(), today, now);
  await tx.query(
    `insert into monitoring.recipient (reminder_id, person_id, stands_in_for, digest_id)
     select g.reminder_id, g.person_id, g.stands_in_for, d.id
     from unnest($1::bigint[], $2::uuid[], $3::jsonb[]) as g (reminder_id, person_id, stands_in_for)
     left join monitoring.digest d on d.person_id = g.person_id and d.day = $4::date and d.state = 'COLLECTING'
     on conflict (reminder_id, person_id) do update
       set open = true, digest_id = excluded.digest_id, stands_in_for = excluded.stands_in_for
       where not recipient.open
         and not exists (select from monitoring.digest s where s.id = recipient.digest_id and s.state = 'SENT')`,
    [
      recipients.map(({ reminderId }) => reminderId),
      recipients.map(({ personId }) => personId),
      recipients.map(({ standsInFor }) => standsInFor && JSON.stringify(standsInFor)),
      today,
    ],
  );
}

/** Begins the mail of a day of these people, where it was not begun. */
export async function beginDigests(tx: Tx, personIds: readonly string[], today: LocalDate, now: Date): Promise<void> {
  await tx.query(
    `insert into monitoring.digest (id, person_id, day, state, queued_at)
     select gen_random_uuid(), p.id, $2::date, 'COLLECTING', $3 from unnest($1::uuid[]) p (id)
     on conflict on constraint digest_once_a_day do nothing`,
    [personIds, today, now],
  );
}

/** By what the supplier calls a candidate is not kept here, nor mailed. */
function withoutCandidate(item: WorkItem): WorkItem {
  return item.subject.type === 'PLACEMENT' ? { ...item, subject: { ...item.subject, name: null } } : item;
}
