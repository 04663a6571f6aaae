import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Open contracts by what asks for attention: those in no plan by award, and those about whose extension is to be decided. */
export class OpenContracts1767226310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index contract_without_plan on contracts.contract (awarded_on, id) where state = 'OPEN' and not in_plan;
      create index contract_with_extension on contracts.contract (ends_on, id)
        where state = 'OPEN' and extension_options <> '[]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index contracts.contract_without_plan, contracts.contract_with_extension');
  }
}
