import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who there is: principals, regions, suppliers and their groups, and who takes part in the network when. */
export class Organisation1767225700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;
      create schema identity;
      grant usage on schema identity to sr_app;

      create table identity.principal (
        code        text primary key,
        name        text not null,
        kind        text not null check (kind in ('MINISTRY', 'HIGH_COUNCIL', 'JUDICIARY')),
        tooi        text check (tooi ~ '^mnre[0-9]{4}$'),
        exists_from date,
        exists_to   date,
        successors  text[] not null,
        source      text not null,
        check (exists_from <= exists_to)
      );

      create table identity.labour_market_region (
        code        text primary key,
        name        text not null unique,
        exists_from date,
        exists_to   date,
        successors  text[] not null,
        source      text not null,
        check (exists_from <= exists_to)
      );

      create table identity.network_membership (
        principal_code text not null references identity.principal,
        joined_on      date not null,
        left_on        date,
        note           text,
        primary key (principal_code, joined_on),
        constraint network_membership_once exclude using gist
          (principal_code with =, daterange(joined_on, left_on, '[)') with &&),
        check (joined_on < left_on)
      );

      create table identity.supplier_group (
        id   uuid primary key,
        code text not null unique,
        name text not null
      );

      create table identity.supplier (
        kvk_number text primary key check (kvk_number ~ '^[0-9]{8}$'),
        name       text not null,
        group_id   uuid not null references identity.supplier_group
      );
      create index supplier_group_members on identity.supplier (group_id);

      grant select, insert, update on identity.principal, identity.labour_market_region, identity.network_membership,
        identity.supplier_group, identity.supplier to sr_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema identity cascade');
  }
}
