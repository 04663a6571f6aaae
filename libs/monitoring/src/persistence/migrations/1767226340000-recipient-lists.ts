import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was sent to somebody is found by person, and what was left of a plan's contracts by plan. */
export class RecipientLists1767226340000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index recipient_of_person on monitoring.recipient (person_id, reminder_id desc);
      create index signal_of_plan on monitoring.signal (plan_id) where plan_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index monitoring.recipient_of_person, monitoring.signal_of_plan`);
  }
}
