import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail and the outbox: both only grow. */
export class Platform1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema platform;
      grant usage on schema platform to sr_app;

      create table platform.audit (
        id          bigint generated always as identity primary key,
        recorded_at timestamptz not null,
        actor_id    text not null,
        action      text not null,
        subject     text not null,
        subject_id  text not null,
        detail      jsonb,
        reason      text
      );
      create index audit_subject on platform.audit (subject, subject_id, id);
      create index audit_actor on platform.audit (actor_id, id);
      grant select, insert on platform.audit to sr_app;

      create table platform.outbox (
        id          bigint generated always as identity primary key,
        type        text not null,
        payload     jsonb not null,
        recorded_at timestamptz not null
      );
      grant select, insert on platform.outbox to sr_app;

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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema platform cascade');
  }
}
