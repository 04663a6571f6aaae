import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units and categories, the people who work with the product, their roles and their sessions. */
export class People1767225750000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.procurement_category (
        code        text primary key check (code ~ '^[A-Z0-9_]{1,40}$'),
        name        text not null unique check (name ~ '\\S'),
        exists_from date,
        exists_to   date,
        source      text not null,
        check (exists_from <= exists_to)
      );

      create table identity.principal_unit (
        id             uuid primary key,
        principal_code text not null references identity.principal,
        code           text not null check (code ~ '\\S'),
        name           text not null check (name ~ '\\S'),
        oin            text check (oin ~ '^0000000[1-9][0-9A-Za-z]{9}000$'),
        exists_from    date,
        exists_to      date,
        source         text check (source ~ '\\S'),
        constraint principal_unit_once unique (principal_code, code),
        check (exists_from <= exists_to)
      );

      create table identity.person (
        id                uuid primary key,
        name              text not null check (name ~ '\\S'),
        email             text not null check (email ~ '^[^@\\s]+@[^@\\s]+$'),
        organisation_kind text not null check (organisation_kind in ('PRINCIPAL', 'SUPPLIER_GROUP', 'NETWORK', 'OVERSIGHT')),
        principal_code    text references identity.principal,
        supplier_group_id uuid references identity.supplier_group,
        roles             text[] not null check (cardinality(roles) > 0),
        categories        text[] not null,
        -- A demo account is chosen, not proved; it exists only in a database that the demo made.
        is_demo           boolean not null,
        recorded_at       timestamptz not null,
        ended_on          date,
        version           integer not null,
        constraint works_at_one_place check (
          (organisation_kind = 'PRINCIPAL') = (principal_code is not null) and
          (organisation_kind = 'SUPPLIER_GROUP') = (supplier_group_id is not null))
      );
      -- An address is one person's, however it is written.
      create unique index person_email_once on identity.person (lower(email));
      create index people_of_group on identity.person (supplier_group_id, name, id);
      create index people_of_principal on identity.person (principal_code, name, id);
      create index people_by_name on identity.person (name, id);

      create table identity.session (
        token_hash bytea primary key,
        person_id  uuid not null references identity.person,
        opened_at  timestamptz not null,
        ends_at    timestamptz not null,
        check (opened_at < ends_at)
      );
      create index sessions_of_person on identity.session (person_id);
      create index sessions_by_end on identity.session (ends_at);

      -- People see those of their own organisation, the network everybody. Names of the others are shown where they did
      -- something (see names_of).
      alter table identity.person enable row level security;
      create policy in_scope on identity.person using (
        (select platform.sees_everything())
        or (select platform.of_the_network())
        or principal_code = any ((select platform.scope_of('principals'))::text[])
        or supplier_group_id = any ((select platform.scope_of('supplierGroups'))::uuid[])
        or id = (select platform.scope() ->> 'personId')::uuid);

      -- Who has a session, asked before anybody's scope is known: the application cannot read sessions in any other way.
      create function identity.session_of(token bytea, at timestamptz) returns jsonb
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select jsonb_build_object(
          'person', to_jsonb(p),
          'suppliers', (select coalesce(jsonb_agg(s.kvk_number order by s.kvk_number), '[]')
                        from identity.supplier s where s.group_id = p.supplier_group_id),
          'members', case when p.organisation_kind = 'NETWORK' then
            (select coalesce(jsonb_agg(distinct m.principal_code), '[]') from identity.network_membership m
             where m.joined_on <= d.today and (m.left_on is null or m.left_on > d.today)) else '[]' end,
          'left', case when p.organisation_kind = 'NETWORK' then
            (select coalesce(jsonb_object_agg(code, left_on), '{}') from (
               select m.principal_code as code, max(m.left_on) as left_on from identity.network_membership m
               group by 1 having bool_and(m.left_on is not null and m.left_on <= d.today)) gone) else '{}' end)
        from identity.session s
        join identity.person p on p.id = s.person_id
        cross join (select (at at time zone 'Europe/Amsterdam')::date as today) d
        where s.token_hash = token and s.ends_at > at and (p.ended_on is null or p.ended_on > d.today)
      $$;

      -- The names of people who did something, whoever reads it: the name only.
      create function identity.names_of(ids uuid[]) returns table (id uuid, name text)
        language sql stable security definer set search_path = pg_catalog, pg_temp
        as $$ select p.id, p.name from identity.person p where p.id = any (ids) $$;

      revoke all on function identity.session_of(bytea, timestamptz), identity.names_of(uuid[]) from public;
      grant execute on function identity.session_of(bytea, timestamptz), identity.names_of(uuid[]) to sr_app;
      grant select, insert, update on identity.procurement_category, identity.principal_unit to sr_app;
      grant select, insert, update (name, email, roles, categories, ended_on, version) on identity.person to sr_app;
      grant insert, delete, select (token_hash, person_id, ends_at) on identity.session to sr_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function identity.session_of(bytea, timestamptz);
      drop function identity.names_of(uuid[]);
      drop table identity.session, identity.person, identity.principal_unit, identity.procurement_category;
    `);
  }
}
