import { runMigrations } from 'bullmq';
import type { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the relay keeps of each event, and the tables of BullMQ's queues. */
export class Jobs1767226250000 implements MigrationInterface {
  /** BullMQ opens a transaction of its own; each part can be done again when what follows it fails. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const client = (await runner.connect()) as Client;
    await runMigrations(client);
    await runner.query(`
      -- The application owns none of it. It can do no more than work with rows.
      grant usage on schema bullmq to sr_app;
      grant select on bullmq.migration to sr_app;
      grant select, insert, update, delete on bullmq.job, bullmq.job_log, bullmq.job_dependency, bullmq.event, bullmq.meta,
        bullmq.metrics, bullmq.rate_limit, bullmq.dedup, bullmq.dedup_next, bullmq.scheduler to sr_app;
      grant usage on sequence bullmq.job_seq, bullmq.event_seq to sr_app;
      -- Adding many jobs at once makes temporary tables, and a sequence that jobs with an id of their own never use. The
      -- application may make neither, so that one function does it as the owner; it looks for names in nothing that the
      -- application could make.
      alter function bullmq.add_jobs_bulk_unlocked(text, jsonb) security definer set search_path = bullmq, pg_temp;

      -- What happened before anybody listened is told to nobody: those rows get the moment of this migration.
      alter table platform.outbox add column if not exists relayed_at timestamptz default now();
      alter table platform.outbox alter column relayed_at drop default;
      create index if not exists outbox_waiting on platform.outbox (id) where relayed_at is null;
      create index if not exists outbox_relayed on platform.outbox (relayed_at) where relayed_at is not null;
      grant update (relayed_at) on platform.outbox to sr_app;
      -- The application cannot remove an event; it can ask for those to go that were relayed long ago.
      create or replace function platform.forget_relayed_events() returns void language sql security definer
        set search_path = pg_catalog, pg_temp
        as $$ delete from platform.outbox where id in (
                select id from platform.outbox where relayed_at < now() - interval '30 days' limit 10000) $$;
      revoke execute on function platform.forget_relayed_events() from public;
      grant execute on function platform.forget_relayed_events() to sr_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop schema bullmq cascade;
      drop function platform.forget_relayed_events();
      revoke update (relayed_at) on platform.outbox from sr_app;
      drop index platform.outbox_waiting;
      drop index platform.outbox_relayed;
      alter table platform.outbox drop column relayed_at;
    `);
  }
}
