import { migrate } from '../../../config/migrate';
import { createProductDatabase, type PostgresAccess } from '../../../apps/standalone/src/postgres/embedded-postgres';
import { openProduct } from '../../../apps/standalone/src/product/product';
import { loadReferenceData } from '../../../apps/standalone/src/product/reference-data';
import { connect } from '../load';
import { DAY, ITEMS_PER_PERSON, PEOPLE_PER_GROUP, groupId, kvkOf, nameOf, personId } from './work';

/** As many reminders of a week before, all done, and the mails that they went with: a day comes after other days. */
const EARLIER = `
  with made as (
    insert into monitoring.reminder (moment, step, subject, due_on, made_on, escalation, kind, item, plan_id, contract_id,
                                     supplier_group_id, for_supplier, principal_codes, network, ended_on)
    select 'PLACEMENT_END', 'WEEK_2_BEFORE', 'PLACEMENT_ENDING:' || gen_random_uuid(), $1::date - 7, $1::date - 7, false,
           'PLACEMENT_ENDING', jsonb_build_object('text', repeat('x', 900)), gen_random_uuid(), gen_random_uuid(),
           p.supplier_group_id, true, '{IenW}', true, $1::date - 3
    from identity.person p cross join generate_series(1, $2::integer)
    returning id, supplier_group_id
  ), mailed as (
    insert into monitoring.digest (id, person_id, day, state, attempts, items, queued_at, sent_at)
    select gen_random_uuid(), p.id, $1::date - 7, 'SENT', 1, $2, $1::date - 7, $1::date - 7 from identity.person p
    returning id, person_id
  )
  insert into monitoring.recipient (reminder_id, person_id, digest_id, stands_in_for, open)
  select r.id, d.person_id, d.id, null, false
  from (select id, supplier_group_id, row_number() over (partition by supplier_group_id) as place from made) r
  join (select d.*, p.supplier_group_id, row_number() over (partition by p.supplier_group_id) as place
        from mailed d join identity.person p on p.id = d.person_id) d
    on d.supplier_group_id = r.supplier_group_id and d.place = 1 + r.place % $3`;

/** Makes a database with so many supplier groups, the people in them, and what they heard a week ago. */
export async function makeStage(server: PostgresAccess, name: string, groups: number): Promise<void> {
  const { ownerUrl, appUrl } = await createProductDatabase(server, name);
  await migrate(ownerUrl, appUrl);
  const product = await openProduct(appUrl);
  product.clock.set(DAY);
  await loadReferenceData(product).finally(() => product.close());

  const all = Array.from({ length: groups }, (_, group) => group);
  const people = all.flatMap((group) =>
    Array.from({ length: PEOPLE_PER_GROUP }, (_, person) => ({
      id: personId(group, person),
      name: `Medewerker ${person + 1} van ${group + 1}`,
      email: `medewerker-${person + 1}@leverancier-${group + 1}.example.nl`,
      group: groupId(group),
    })),
  );
  const admin = await connect(server.adminUrl(name));
  try {
    await admin.query(
      `insert into identity.supplier_group (id, code, name)
       select id, 'BENCH-' || place, name from unnest($1::uuid[], $2::text[]) with ordinality g (id, name, place)`,
      [all.map(groupId), all.map(nameOf)],
    );
    await admin.query(
      `insert into identity.supplier (kvk_number, name, group_id) select * from unnest($1::text[], $2::text[], $3::uuid[])`,
      [all.map(kvkOf), all.map(nameOf), all.map(groupId)],
    );
    await admin.query(
      `insert into identity.person (id, name, email, organisation_kind, supplier_group_id, roles, categories, is_demo,
                                    recorded_at, version)
       select id, name, email, 'SUPPLIER_GROUP', group_id, '{SUPPLIER_COORDINATOR}', '{}', false, $5::date, 1
       from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[]) p (id, name, email, group_id)`,
      [
        people.map(({ id }) => id),
        people.map((person) => person.name),
        people.map(({ email }) => email),
        people.map(({ group }) => group),
        DAY,
      ],
    );
    await admin.query(EARLIER, [DAY, ITEMS_PER_PERSON, PEOPLE_PER_GROUP]);
    await admin.query('delete from platform.outbox');
    await admin.query('vacuum (analyze)');
    await admin.query('checkpoint');
  } finally {
    await admin.end();
  }
}
