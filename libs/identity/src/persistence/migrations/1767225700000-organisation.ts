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
        tooi        text check (tooi ~ '^(mnre[0-9]{4}|oorg[0-9]{5})$'),
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
      create index supplier_groups_by_name on identity.supplier_group (name, id);

      create table identity.supplier (
        kvk_number text primary key check (kvk_number ~ '^[0-9]{8}$'),
        name       text not null,
        group_id   uuid not null references identity.supplier_group
      );
      create index supplier_group_members on identity.supplier (group_id);

      grant select, insert, update on identity.principal, identity.labour_market_region, identity.network_membership,
        identity.supplier_group, identity.supplier to sr_app;

      -- Which suppliers take part is for officials; a supplier sees its own group and no other. Principals, their units,
      -- regions and who is a member of the network are public facts, and have no policy.
      create function identity.is_official() returns boolean language sql stable parallel safe
        as $$ select platform.sees_everything() or platform.of_the_network()
          or cardinality(platform.scope_of('principals')) + cardinality(platform.scope_of('categories')) > 0 $$;
      alter table identity.supplier_group enable row level security;
      create policy in_scope on identity.supplier_group using (
        (select identity.is_official()) or id = any ((select platform.scope_of('supplierGroups'))::uuid[]));
      alter table identity.supplier enable row level security;
      create policy in_scope on identity.supplier using (
        (select identity.is_official()) or group_id = any ((select platform.scope_of('supplierGroups'))::uuid[]));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema identity cascade');
  }
}
