import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The language in which the product writes to somebody. */
export class Language1767226260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.person
        add column language text not null default 'nl' check (language in ('nl', 'en'));
      grant update (language) on identity.person to sr_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table identity.person drop column language');
  }
}
