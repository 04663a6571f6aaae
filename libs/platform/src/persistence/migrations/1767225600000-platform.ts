import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail and the outbox: both only grow. */
export class Platform1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema platform;
      grant usage on schema platform to sr_app;

      -- Who asks, as the application tells at the start of every transaction; nobody when it does not. Row-level
      -- security on every table with a principal or a supplier repeats it, so that a forgotten WHERE shows nothing.
      -- Policies call these in a sub-select, so that they are worked out once a query and not once a row.
      create function platform.scope() returns jsonb language sql stable parallel safe
        as $$ select coalesce(nullif(current_setting('app.scope', true), ''), '{}')::jsonb $$;
      create function platform.sees_everything() returns boolean language sql stable parallel safe
        as $$ select coalesce((platform.scope() ->> 'everything')::boolean, false) $$;
      create function platform.of_the_network() returns boolean language sql stable parallel safe
        as $$ select coalesce((platform.scope() ->> 'network')::boolean, false) $$;
      create function platform.scope_of(part text) returns text[] language sql stable parallel safe
        as $$ select array(select jsonb_array_elements_text(coalesce(platform.scope() -> part, '[]'))) $$;
      create function platform.scope_left() returns jsonb language sql stable parallel safe
        as $$ select coalesce(platform.scope() -> 'left', '{}') $$;

      create table platform.audit (
        id          bigint generated always as identity primary key,
        recorded_at timestamptz not null,
        actor_id    text not null,
        action      text not null,
        subject     text not null,
        subject_id  text not null,
        detail      jsonb,
        reason      text,
        -- Whose trail it is, besides the network's and the actor's own: a principal's, or a supplier group's.
        principal_code    text,
        supplier_group_id uuid
      );
      -- Read newest first: of everything, of an object, of a person, of a principal, of a supplier group.
      create index audit_moment on platform.audit (recorded_at, id);
      create index audit_subject on platform.audit (subject, subject_id, recorded_at, id);
      create index audit_actor on platform.audit (actor_id, recorded_at, id);
      create index audit_principal on platform.audit (principal_code, recorded_at, id) where principal_code is not null;
      create index audit_supplier_group on platform.audit (supplier_group_id, recorded_at, id)
        where supplier_group_id is not null;
      grant select, insert on platform.audit to sr_app;

      create table platform.outbox (
        id          bigint generated always as identity primary key,
        type        text not null,
        payload     jsonb not null,
        recorded_at timestamptz not null
      );
      grant select, insert on platform.outbox to sr_app;

      -- Requests that their client may repeat, each carried out once; with the answer, so that it can be given again.
      create table platform.request (
        actor_id     text not null,
        key          text not null check (length(key) between 8 and 100),
        fingerprint  text not null,
        recorded_at  timestamptz not null default now(),
        answer       jsonb,
        primary key (actor_id, key)
      );
      create index request_recorded on platform.request (recorded_at);
      grant select, insert, delete, update (answer) on platform.request to sr_app;

      -- What a database knows of itself, e.g. that it was made by the demo.
      create table platform.property (
        name  text primary key,
        value text not null
      );
      grant select, insert, update on platform.property to sr_app;

      -- The owner of a table can do anything to it; this holds for the owner too.
      create function platform.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% on %.% is refused: rows are only ever added', tg_op, tg_table_schema, tg_table_name
          using errcode = 'restrict_violation';
      end $$;
      create trigger append_only before update or delete or truncate on platform.audit
        for each statement execute function platform.refuse_change();

      -- Anybody's acts may be written down; they are read by the network, by the principal or supplier whose trail it
      -- is, and by who did them.
      alter table platform.audit enable row level security;
      create policy write_down on platform.audit for insert with check (true);
      create policy in_scope on platform.audit for select using (
        (select platform.sees_everything())
        or (select platform.of_the_network()) and (principal_code is null or (select platform.scope_left()) ? principal_code)
        or principal_code = any ((select platform.scope_of('principals'))::text[])
        or supplier_group_id = any ((select platform.scope_of('supplierGroups'))::uuid[])
        or (subject = 'value-table' and (select platform.scope() ->> 'valueTables')::boolean)
        or actor_id = (select platform.scope() ->> 'personId'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema platform cascade');
  }
}
