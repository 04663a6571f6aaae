import type { LocalDate } from '@sr/kernel';
import type { Reader, Tx } from '@sr/platform';
import type { Reminder } from '../domain/due-reminders';
import type { Recipient } from '../domain/recipients';
import type { Sight } from '../domain/sight';
import type { WorkItem } from '../domain/work-item';

/** What makes a reminder the same as another. */
export type ReminderKey = Pick<Reminder, 'moment' | 'step' | 'key' | 'dueOn'>;

/**
 * What was made before of these items and somebody heard, or will: who got the mail, or who can be written to. What was
 * made for nobody, or only for people whose mail came back or who left before it went, is to be told to others.
 * @param reachable who can be written to, by id
 */
export async function heardBefore(
  reader: Reader,
  keys: readonly string[],
  reachable: readonly string[],
): Promise<ReminderKey[]> {
  if (keys.length === 0) return [];
  return reader.query<ReminderKey>(
    // Key by key along the index, whatever is known of a table that grew since it was looked over: offset 0 keeps it so.
    `select r.moment, r.step, k.key, r.due_on as "dueOn"
     from unnest($1::text[]) k (key)
     cross join lateral (select id, moment, step, due_on, ended_on from monitoring.reminder where subject = k.key offset 0) r
     where r.ended_on is not null
       or exists (select from monitoring.recipient p left join monitoring.digest d on d.id = p.digest_id
                   where p.reminder_id = r.id and (not p.open or d.state = 'SENT' or p.person_id = any ($2::uuid[])))`,
    [keys, reachable],
  );
}

/** A reminder to write: who reads that it was sent, and who hears it. */
export interface ReminderToMake extends Reminder {
  readonly sight: Sight;
  readonly recipients: readonly Recipient[];
}

/**
 * Ends the reminders of these groups whose item is not there any more: nobody hears of them again.
 * @param supplierGroupIds none: of the network itself
 */
export async function endGone(
  tx: Tx,
  supplierGroupIds: readonly string[],
  keys: readonly string[],
  today: LocalDate,
): Promise<void> {
  await tx.query(
    `with gone as (
       update monitoring.reminder r set ended_on = $3::date
       where (r.supplier_group_id = any ($1::uuid[]) or $1::uuid[] = '{}' and r.supplier_group_id is null) and r.ended_on is null
         and not exists (select from unnest($2::text[]) k (key) where k.key = r.subject)
       returning r.id
     )
     update monitoring.recipient p set open = false from gone where p.reminder_id = gone.id and p.open`,
    [supplierGroupIds, keys, today],
  );
}

/**
 * Writes reminders, each once: of what another run wrote already nothing changes but that who is to hear of it now is added.
 * Recipients go with their mail of `today`, which is begun here; where that mail has gone already, with the next.
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
       on conflict on constraint reminder_once do nothing
       returning id, moment, step, subject, due_on
     )
     select m.id, g.place::integer as place, true as "isNew" from made m join given g using (moment, step, subject, due_on)
     union all
     select r.id, g.place::integer, false from monitoring.reminder r join given g using (moment, step, subject, due_on)`,
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
    { today, now },
  );
  return made.filter(({ isNew }) => isNew).length;
}

interface RecipientToMake extends Recipient {
  readonly reminderId: string;
}

async function insertRecipients(
  tx: Tx,
  recipients: readonly RecipientToMake[],
  { today, now }: { readonly today: LocalDate; readonly now: Date },
): Promise<void> {
  if (recipients.length === 0) return;
  // In one order, so that two groups with the same people do not wait for each other.
  await beginDigests(tx, [...new Set(recipients.map(({ personId }) => personId))].sort(), today, now);
  await tx.query(
    `insert into monitoring.recipient (reminder_id, person_id, stands_in_for, digest_id)
     select g.reminder_id, g.person_id, g.stands_in_for, d.id
     from unnest($1::bigint[], $2::uuid[], $3::jsonb[]) as g (reminder_id, person_id, stands_in_for)
     left join monitoring.digest d on d.person_id = g.person_id and d.day = $4::date and d.state = 'COLLECTING'
     on conflict do nothing`,
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
