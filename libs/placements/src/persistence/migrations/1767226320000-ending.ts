import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Placements by their last day, and evidence by the day until which it holds. */
export class Ending1767226320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index placements_by_end on placements.placement (ends_on, id) where ends_on is not null;
      create index evidence_by_end on placements.evidence (valid_until) where valid_until is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index placements.placements_by_end, placements.evidence_by_end');
  }
}
