import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tells the planner that asking whether somebody sees a plan whole, or a contract, is a query of its own: it is then asked of
 * the few rows that are left after everything else, and not of all rows of a table.
 */
export class SightIsDear1767226290000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter function plans.seen_whole(uuid) cost 10000; alter function contracts.in_sight(uuid) cost 5000;',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter function plans.seen_whole(uuid) cost 100; alter function contracts.in_sight(uuid) cost 100;',
    );
  }
}
