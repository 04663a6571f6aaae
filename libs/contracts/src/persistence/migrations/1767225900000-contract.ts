import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts, the obligations that they carry, and every amount that was ever in force. */
export class Contract1767225900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema contracts;
      grant usage on schema contracts to sr_app;

      create table contracts.contract (
        id                  uuid primary key,
        -- Ordered by code units, never by a collation: ties in the ledger are broken by it.
        number              text collate "C" not null constraint contract_number_once unique
                              check (number ~ '^[A-Za-z0-9./-]{1,40}$'),
        reference           text,
        principal_code      text not null references identity.principal,
        supplier_kvk_number text not null references identity.supplier,
        title               text not null check (title ~ '\\S'),
        awarded_on          date not null,
        starts_on           date not null,
        ends_on             date not null,
        exemption_reason    text check (exemption_reason ~ '\\S'),
        recorded_at         timestamptz not null,
        recorded_on         date not null generated always as ((recorded_at at time zone 'Europe/Amsterdam')::date) stored,
        constraint contract_reference_once unique (principal_code, reference),
        check (starts_on <= ends_on)
      );
      create index contract_supplier on contracts.contract (supplier_kvk_number);

      create table contracts.obligation (
        contract_id  uuid primary key references contracts.contract,
        kind         text not null check (kind in ('PERCENTAGE', 'FIXED')),
        basis        text check (basis in ('LOONSOM', 'CONTRACT_VALUE', 'INVOICED_TURNOVER', 'BUDGET')),
        base_cents   bigint check (base_cents >= 0),
        rate_bp      bigint check (rate_bp >= 0),
        cap_cents    bigint check (cap_cents >= 0),
        amount_cents bigint not null check (amount_cents between 0 and 1000000000000000),
        settled_on   date,
        constraint percentage_has_base_and_rate check (
          (kind = 'PERCENTAGE') = (basis is not null) and
          (kind = 'PERCENTAGE') = (base_cents is not null) and
          (kind = 'PERCENTAGE') = (rate_bp is not null) and
          (kind = 'PERCENTAGE' or cap_cents is null)),
        check (amount_cents <= cap_cents)
      );

      create table contracts.revision (
        id             bigint generated always as identity primary key,
        contract_id    uuid not null references contracts.obligation,
        principal_code text not null references identity.principal,
        starts_on      date not null,
        ends_on        date not null,
        base_cents     bigint,
        amount_cents   bigint not null check (amount_cents between 0 and 1000000000000000),
        reason         text check (reason ~ '\\S'),
        recorded_at    timestamptz not null,
        recorded_on    date not null generated always as ((recorded_at at time zone 'Europe/Amsterdam')::date) stored,
        check (starts_on <= ends_on)
      );
      create index revision_of_contract on contracts.revision (contract_id, id);
      create trigger append_only before update or delete or truncate on contracts.revision
        for each statement execute function platform.refuse_change();

      -- A settled obligation is final: neither its amount nor the day can change.
      create function contracts.refuse_change_of_settled() returns trigger language plpgsql as $$
      begin
        if old.settled_on is not null then
          raise exception 'a settled obligation cannot change' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger settled_is_final before update on contracts.obligation
        for each row execute function contracts.refuse_change_of_settled();

      -- A contract carries an obligation, or the reason that it has none; judged when the transaction ends.
      create function contracts.refuse_both_or_neither() returns trigger language plpgsql as $$
      begin
        if (new.exemption_reason is null) <> exists (select from contracts.obligation where contract_id = new.id) then
          raise exception 'contract % needs either an obligation or an exemption', new.number using errcode = 'check_violation';
        end if;
        return null;
      end $$;
      create constraint trigger obligation_or_exemption after insert on contracts.contract
        deferrable initially deferred for each row execute function contracts.refuse_both_or_neither();

      grant select, insert on contracts.contract, contracts.obligation, contracts.revision to sr_app;
      grant update (base_cents, amount_cents, settled_on) on contracts.obligation to sr_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema contracts cascade');
  }
}
