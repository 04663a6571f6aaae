import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Supplier plans, and which obligation is in which plan from when to when. */
export class Plan1767226000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema plans;
      grant usage on schema plans to sr_app;

      create table plans.plan (
        id                uuid primary key,
        name              text not null check (name ~ '\\S'),
        supplier_group_id uuid not null references identity.supplier_group,
        value_table_id    uuid not null references valuation.value_table,
        recorded_at       timestamptz not null,
        constraint plan_name_once unique (supplier_group_id, name)
      );

      create table plans.membership (
        id            uuid primary key,
        plan_id       uuid not null references plans.plan,
        obligation_id uuid not null references contracts.obligation,
        joined_at     timestamptz not null,
        left_at       timestamptz,
        check (joined_at <= left_at)
      );
      create unique index one_plan_at_a_time on plans.membership (obligation_id) where left_at is null;
      create index members_of_plan on plans.membership (plan_id) where left_at is null;

      grant select, insert on plans.plan, plans.membership to sr_app;
      grant update (left_at) on plans.membership to sr_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema plans cascade');
  }
}
