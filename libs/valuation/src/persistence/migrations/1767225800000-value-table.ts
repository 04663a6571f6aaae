import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Value tables: what a block is worth. A version is proposed by one and approved by another; one that a plan has pinned
 * cannot change any more, by anyone.
 */
export class ValueTable1767225800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema valuation;
      grant usage on schema valuation to sr_app;

      create table valuation.value_table (
        id                  uuid primary key,
        code                text not null unique,
        name                text not null,
        example             boolean not null,
        valid_from          date,
        source              jsonb,
        norm_hours_per_week bigint not null check (norm_hours_per_week >= 1),
        not_valued          jsonb not null,
        digest              text not null,
        recorded_at         timestamptz not null,
        pinned_at           timestamptz,
        state               text not null check (state in ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
        -- Goes up with every change, so that two people do not overwrite each other.
        version             bigint not null check (version >= 1),
        proposed_by         text not null,
        -- Of the state it is in: who approved, refused or withdrew it. One that was registered is approved by nobody here.
        decided_by          text,
        decided_at          timestamptz,
        decision_reason     text,
        constraint only_an_approved_table_is_used check (pinned_at is null or state = 'APPROVED'),
        constraint never_approved_by_the_proposer check (state not in ('APPROVED', 'REFUSED') or decided_by <> proposed_by),
        constraint a_refused_table_has_a_reason check (state <> 'REFUSED' or coalesce(decision_reason, '') ~ '\\S'),
        constraint a_decision_has_its_moment check (
          (decided_by is null) = (decided_at is null)
          and (state <> 'PROPOSED' or decided_by is null)
          and (state in ('PROPOSED', 'APPROVED') or decided_by is not null))
      );
      create index value_tables_by_state on valuation.value_table (state, code);

      create table valuation.block (
        value_table_id     uuid not null references valuation.value_table on delete cascade,
        ordinal            bigint not null,
        code               text not null,
        label              text not null,
        kind               text not null check (kind in ('PLACEMENT', 'PURCHASE', 'ACTIVITY')),
        annual_value_cents bigint check (annual_value_cents >= 0),
        limit_months       bigint check (limit_months >= 0),
        counts_as_job      boolean,
        rate_bp            bigint check (rate_bp >= 0),
        hour_rate_cents    bigint check (hour_rate_cents >= 0),
        day_cap_cents      bigint check (day_cap_cents >= 0),
        primary key (value_table_id, code),
        constraint block_has_the_fields_of_its_kind check (
          (kind = 'PLACEMENT') = (annual_value_cents is not null) and
          (kind = 'PLACEMENT') = (counts_as_job is not null) and
          (kind = 'PLACEMENT' or limit_months is null) and
          (kind = 'PURCHASE') = (rate_bp is not null) and
          (kind = 'ACTIVITY') = (hour_rate_cents is not null) and
          (kind = 'ACTIVITY' or day_cap_cents is null))
      );

      create table valuation.bonus (
        value_table_id     uuid not null references valuation.value_table on delete cascade,
        ordinal            bigint not null,
        code               text not null,
        label              text not null,
        annual_value_cents bigint not null check (annual_value_cents >= 0),
        primary key (value_table_id, code)
      );

      create function valuation.refuse_change_in_use() returns trigger language plpgsql as $$
      declare
        in_use boolean;
      begin
        if tg_op = 'TRUNCATE' then
          in_use := exists (select from valuation.value_table where pinned_at is not null);
        elsif tg_table_name = 'value_table' then
          in_use := old.pinned_at is not null;
        else
          -- A row that moves to another version changes both.
          in_use := exists (select from valuation.value_table
                            where id in (old.value_table_id, new.value_table_id) and pinned_at is not null);
        end if;
        if in_use then
          raise exception 'a value table that a plan uses cannot change' using errcode = 'restrict_violation';
        end if;
        return coalesce(new, old);
      end $$;
      create trigger frozen_in_use before update or delete on valuation.value_table
        for each row execute function valuation.refuse_change_in_use();
      create trigger frozen_in_use before insert or update or delete on valuation.block
        for each row execute function valuation.refuse_change_in_use();
      create trigger frozen_in_use before insert or update or delete on valuation.bonus
        for each row execute function valuation.refuse_change_in_use();
      -- Row triggers do not see it.
      create trigger not_emptied_in_use before truncate on valuation.value_table
        for each statement execute function valuation.refuse_change_in_use();
      create trigger not_emptied_in_use before truncate on valuation.block
        for each statement execute function valuation.refuse_change_in_use();
      create trigger not_emptied_in_use before truncate on valuation.bonus
        for each statement execute function valuation.refuse_change_in_use();

      grant select, insert, update, delete on valuation.value_table, valuation.block, valuation.bonus to sr_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema valuation cascade');
  }
}
