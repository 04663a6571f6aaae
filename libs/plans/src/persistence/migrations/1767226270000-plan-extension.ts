import type { MigrationInterface, QueryRunner } from 'typeorm';

/** More time for a plan of action: each time with its reason, kept for both sides to read. */
export class PlanExtension1767226270000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plans.extension (
        id          bigint generated always as identity primary key,
        plan_id     uuid not null references plans.plan,
        from_day    date not null,
        to_day      date not null,
        reason      text not null check (reason ~ '\\S'),
        extended_by text not null,
        recorded_at timestamptz not null,
        check (from_day < to_day and to_day <= from_day + 92)
      );
      create index extensions_of_plan on plans.extension (plan_id, id);
      create trigger append_only before update or delete or truncate on plans.extension
        for each statement execute function platform.refuse_change();
      grant select, insert on plans.extension to sr_app;
      alter table plans.extension enable row level security;
      create policy in_scope on plans.extension using (
        (select platform.sees_everything()) or plans.in_sight(plan_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table plans.extension');
  }
}
