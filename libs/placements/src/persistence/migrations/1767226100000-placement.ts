import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Placements, claims, and what was used of counting limits and day caps. All data that can tell of a person is here. */
export class Placement1767226100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema placements;
      grant usage on schema placements to sr_app;

      create table placements.placement (
        id                  uuid primary key,
        ref                 text not null check (ref ~ '\\S'),
        plan_id             uuid not null references plans.plan,
        supplier_kvk_number text not null references identity.supplier,
        candidate           text not null check (candidate ~ '\\S'),
        block               text not null,
        bonuses             text[] not null,
        employment_form     text not null check (employment_form in ('FORMAL', 'HIRED_IN', 'INTERNSHIP', 'TRIAL')),
        starts_on           date not null,
        ends_on             date,
        register_indicated  text not null check (register_indicated in ('YES', 'NO', 'UNKNOWN')),
        region              text,
        recorded_at         timestamptz not null,
        constraint placement_ref_once unique (supplier_kvk_number, ref),
        check (starts_on <= ends_on)
      );
      create index placements_of_plan on placements.placement (plan_id);

      create table placements.claim (
        id                     uuid primary key,
        ref                    text not null check (ref ~ '\\S'),
        plan_id                uuid not null references plans.plan,
        supplier_kvk_number    text not null references identity.supplier,
        kind                   text not null check (kind in ('PLACEMENT', 'PURCHASE', 'ACTIVITY')),
        block                  text not null,
        placement_id           uuid references placements.placement,
        period_from            date not null,
        period_to              date not null,
        centihours             bigint check (centihours >= 0),
        invoice_cents          bigint check (invoice_cents >= 0),
        earmark_id             uuid references contracts.obligation,
        status                 text not null check (status in ('CLAIMED', 'ACCEPTED', 'REJECTED', 'REVERSED')),
        submitted_by           text not null,
        submitted_at           timestamptz not null,
        decided_by             text,
        decided_at             timestamptz,
        accepted_centihours    bigint check (accepted_centihours >= 0),
        accepted_invoice_cents bigint check (accepted_invoice_cents >= 0),
        decision_reason        text,
        value_cents            bigint check (value_cents between 0 and 1000000000000000),
        counted_centihours     bigint check (counted_centihours >= 0),
        job_centihours         bigint check (job_centihours >= 0),
        reversed_by            text,
        reversed_at            timestamptz,
        reversal_reason        text,
        constraint claim_ref_once unique (supplier_kvk_number, ref),
        check (period_from <= period_to),
        constraint claim_in_one_quarter check (date_trunc('quarter', period_from::timestamp) = date_trunc('quarter', period_to::timestamp)),
        constraint activity_is_one_day check (kind <> 'ACTIVITY' or period_from = period_to),
        constraint claim_has_the_figures_of_its_kind check (
          (kind = 'PLACEMENT') = (placement_id is not null) and
          (kind = 'PURCHASE') = (invoice_cents is not null) and
          (kind = 'PURCHASE') = (centihours is null)),
        constraint never_decided_by_the_submitter check (decided_by <> submitted_by and reversed_by <> submitted_by),
        constraint decided_when_not_waiting check ((status = 'CLAIMED') = (decided_at is null)),
        constraint valued_when_accepted check (
          (status in ('ACCEPTED', 'REVERSED')) = (value_cents is not null) and
          (value_cents is null) = (counted_centihours is null) and
          (value_cents is null) = (job_centihours is null)),
        constraint a_rejection_has_a_reason check (status <> 'REJECTED' or coalesce(decision_reason, '') ~ '\\S'),
        constraint a_reversal_has_a_reason check (status <> 'REVERSED' or coalesce(reversal_reason, '') ~ '\\S'),
        constraint claim_days_once exclude using gist
          (placement_id with =, daterange(period_from, period_to, '[]') with &&)
          where (status in ('CLAIMED', 'ACCEPTED'))
      );
      create index claims_of_plan on placements.claim (plan_id, status);

      create table placements.counted (
        supplier_kvk_number text not null references identity.supplier,
        candidate           text not null,
        block               text not null,
        centihours          bigint not null check (centihours >= 0),
        primary key (supplier_kvk_number, candidate, block)
      );

      create table placements.day_value (
        supplier_kvk_number text not null references identity.supplier,
        block               text not null,
        day                 date not null,
        cents               bigint not null check (cents >= 0),
        primary key (supplier_kvk_number, block, day)
      );

      -- A value is fixed at acceptance and never worked out again; a rejected or reversed claim stays what it is.
      create function placements.refuse_change_of_decided() returns trigger language plpgsql as $$
      begin
        if old.status <> 'CLAIMED' and (
             (old.status, new.status) is distinct from ('ACCEPTED', 'REVERSED')
             or (new.decided_by, new.decided_at, new.accepted_centihours, new.accepted_invoice_cents, new.decision_reason,
                 new.value_cents, new.counted_centihours, new.job_centihours)
                is distinct from
                (old.decided_by, old.decided_at, old.accepted_centihours, old.accepted_invoice_cents, old.decision_reason,
                 old.value_cents, old.counted_centihours, old.job_centihours)) then
          raise exception 'what was decided on a claim cannot change' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger decided_is_final before update on placements.claim
        for each row execute function placements.refuse_change_of_decided();

      grant select, insert on placements.placement, placements.claim to sr_app;
      -- What was submitted cannot change; a placement can only end.
      grant update (ends_on) on placements.placement to sr_app;
      grant update (status, decided_by, decided_at, accepted_centihours, accepted_invoice_cents, decision_reason,
                    value_cents, counted_centihours, job_centihours, reversed_by, reversed_at, reversal_reason)
        on placements.claim to sr_app;
      grant select, insert, update on placements.counted, placements.day_value to sr_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema placements cascade');
  }
}
