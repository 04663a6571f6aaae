import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger. Entries are only ever added; the balances beside them are kept by the database itself, in the statement
 * that adds the entries. The application can add entries and read balances; it cannot write a balance.
 */
export class Ledger1767226200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema allocation;
      grant usage on schema allocation to sr_app;

      -- One row a supplier group: whoever writes entries holds it, so there is one writer at a time.
      create table allocation.book (
        supplier_group_id uuid primary key references identity.supplier_group
      );

      -- An obligation in the ledger, with its running balance. A2 is its check.
      create table allocation.account (
        obligation_id   uuid primary key references contracts.obligation,
        principal_code  text not null references identity.principal,
        awarded_on      date not null,
        settled_on      date,
        amount_cents    bigint not null,
        allocated_cents bigint not null default 0,
        centihours      bigint not null default 0 check (centihours >= 0),
        constraint a2_within_amount check (allocated_cents between 0 and amount_cents)
      );
      create index accounts_of_principal on allocation.account (principal_code);

      -- An accepted claim. Its id is the order of acceptance; claim_number is what people call it by.
      create table allocation.acceptance (
        id                  bigint generated always as identity primary key,
        claim_id            uuid not null constraint acceptance_of_claim_once unique references placements.claim,
        claim_number        bigint not null,
        claim_kind          text not null check (claim_kind in ('PLACEMENT', 'PURCHASE', 'ACTIVITY')),
        supplier_kvk_number text not null,
        plan_id             uuid not null references plans.plan,
        value_cents         bigint not null check (value_cents between 0 and 1000000000000000),
        job_centihours      bigint not null check (job_centihours >= 0),
        period_from         date not null,
        period_to           date not null,
        employment_form     text check (employment_form in ('FORMAL', 'HIRED_IN', 'INTERNSHIP', 'TRIAL')),
        register_indicated  boolean not null,
        recorded_at         timestamptz not null,
        reversed_at         timestamptz,
        check (job_centihours = 0 or employment_form in ('FORMAL', 'HIRED_IN'))
      );
      create index acceptances_by_period on allocation.acceptance (period_to);

      -- What tells of the candidate of an accepted claim: special personal data in effect, so it stands apart, under a
      -- policy of its own. The person is an id that placements gave; it leads nowhere once that row is erased.
      create table allocation.acceptance_person (
        acceptance_id bigint primary key references allocation.acceptance,
        person_id     uuid not null,
        block         text not null,
        region        text
      );

      -- period_to, employment_form and register_indicated are those of the claim: reports sum entries by them.
      create table allocation.entry (
        id                 bigint generated always as identity primary key,
        acceptance_id      bigint not null references allocation.acceptance,
        plan_id            uuid not null references plans.plan,
        obligation_id      uuid references allocation.account,
        cents              bigint not null,
        centihours         bigint not null,
        reason             text not null check (reason in ('ACCEPT', 'REVERSE', 'REOFFER', 'RELEASE')),
        period_to          date not null,
        employment_form    text,
        register_indicated boolean not null,
        recorded_at        timestamptz not null,
        recorded_on        date not null generated always as ((recorded_at at time zone 'Europe/Amsterdam')::date) stored,
        check (cents <> 0 or centihours <> 0)
      );
      create index entries_of_acceptance on allocation.entry (acceptance_id);
      create index entries_of_obligation on allocation.entry (obligation_id, id);
      create index entries_of_plan on allocation.entry (plan_id, id);
      create index entries_of_obligation_and_year on allocation.entry (obligation_id, extract(year from period_to), id);
      create index entries_of_plan_and_year on allocation.entry (plan_id, extract(year from period_to), id);

      -- The net of a claim on a place (no obligation is the surplus of its plan). A3 is its checks.
      create table allocation.position (
        acceptance_id bigint not null references allocation.acceptance,
        obligation_id uuid references allocation.account,
        plan_id       uuid not null references plans.plan,
        cents         bigint not null constraint a3_cents check (cents >= 0),
        centihours    bigint not null constraint a3_hours check (centihours >= 0),
        constraint one_position_a_place unique nulls not distinct (acceptance_id, obligation_id)
      );
      create index positions_held on allocation.position (obligation_id, acceptance_id desc) where cents > 0 or centihours > 0;
      create index surplus_with_cents on allocation.position (plan_id, acceptance_id) where obligation_id is null and cents > 0;

      -- Balances by the quarter in which the claims end (its first day): what reports are made of.
      create table allocation.obligation_quarter (
        obligation_id       uuid not null references allocation.account,
        quarter             date not null,
        cents               bigint not null check (cents >= 0),
        centihours          bigint not null check (centihours >= 0),
        formal_centihours   bigint not null,
        hired_in_centihours bigint not null,
        register_centihours bigint not null,
        primary key (obligation_id, quarter),
        check (centihours = formal_centihours + hired_in_centihours),
        check (register_centihours between 0 and centihours)
      );
      create table allocation.surplus_quarter (
        plan_id    uuid not null references plans.plan,
        quarter    date not null,
        cents      bigint not null check (cents >= 0),
        centihours bigint not null check (centihours >= 0),
        primary key (plan_id, quarter)
      );

      create function allocation.keep_balances() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        merge into allocation.position p
        using (select acceptance_id, obligation_id, plan_id, sum(cents)::bigint as cents, sum(centihours)::bigint as centihours
               from added group by 1, 2, 3) d
        on p.acceptance_id = d.acceptance_id and p.obligation_id is not distinct from d.obligation_id
        when matched then update set cents = p.cents + d.cents, centihours = p.centihours + d.centihours
        when not matched then insert values (d.acceptance_id, d.obligation_id, d.plan_id, d.cents, d.centihours);

        update allocation.account a
        set allocated_cents = a.allocated_cents + d.cents, centihours = a.centihours + d.centihours
        from (select obligation_id, sum(cents)::bigint as cents, sum(centihours)::bigint as centihours
              from added where obligation_id is not null group by 1) d
        where a.obligation_id = d.obligation_id;

        merge into allocation.obligation_quarter q
        using (select obligation_id, date_trunc('quarter', period_to::timestamp)::date as quarter,
                      sum(cents)::bigint as cents, sum(centihours)::bigint as centihours,
                      coalesce(sum(centihours) filter (where employment_form = 'FORMAL'), 0)::bigint as formal,
                      coalesce(sum(centihours) filter (where employment_form = 'HIRED_IN'), 0)::bigint as hired_in,
                      coalesce(sum(centihours) filter (where register_indicated), 0)::bigint as register
               from added where obligation_id is not null group by 1, 2) d
        on q.obligation_id = d.obligation_id and q.quarter = d.quarter
        when matched then update set cents = q.cents + d.cents, centihours = q.centihours + d.centihours,
          formal_centihours = q.formal_centihours + d.formal, hired_in_centihours = q.hired_in_centihours + d.hired_in,
          register_centihours = q.register_centihours + d.register
        when not matched then insert
          values (d.obligation_id, d.quarter, d.cents, d.centihours, d.formal, d.hired_in, d.register);

        merge into allocation.surplus_quarter q
        using (select plan_id, date_trunc('quarter', period_to::timestamp)::date as quarter,
                      sum(cents)::bigint as cents, sum(centihours)::bigint as centihours
               from added where obligation_id is null group by 1, 2) d
        on q.plan_id = d.plan_id and q.quarter = d.quarter
        when matched then update set cents = q.cents + d.cents, centihours = q.centihours + d.centihours
        when not matched then insert values (d.plan_id, d.quarter, d.cents, d.centihours);

        if exists (
          select from (select distinct acceptance_id from added) t
          join allocation.acceptance a on a.id = t.acceptance_id
          join allocation.position p on p.acceptance_id = t.acceptance_id
          group by a.id
          having sum(p.cents) <> case when a.reversed_at is null then a.value_cents else 0 end
              or sum(p.centihours) <> case when a.reversed_at is null then a.job_centihours else 0 end
        ) then
          raise exception 'A1: the entries of a claim do not add up to its value and hours' using errcode = 'check_violation';
        end if;
        return null;
      end $$;
      create trigger keep_balances after insert on allocation.entry referencing new table as added
        for each statement execute function allocation.keep_balances();

      -- A6, for the owner of the table too.
      create trigger append_only before update or delete or truncate on allocation.entry
        for each statement execute function platform.refuse_change();

      create function allocation.refuse_undoing_reversal() returns trigger language plpgsql as $$
      begin
        if old.reversed_at is not null then
          raise exception 'a reversal cannot be undone' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger reversal_is_final before update on allocation.acceptance
        for each row execute function allocation.refuse_undoing_reversal();

      grant select on allocation.book, allocation.account, allocation.acceptance, allocation.acceptance_person,
        allocation.entry, allocation.position, allocation.obligation_quarter, allocation.surplus_quarter to sr_app;
      -- A row can only be locked by a role that may update something of it.
      grant insert, update on allocation.book to sr_app;
      grant insert (obligation_id, principal_code, awarded_on, settled_on, amount_cents),
        update (amount_cents, settled_on) on allocation.account to sr_app;
      grant insert, update (reversed_at) on allocation.acceptance to sr_app;
      grant insert on allocation.acceptance_person, allocation.entry to sr_app;
    `);
    await runner.query(rowsInSight());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema allocation cascade');
  }
}

/**
 * Which rows are seen. A ministry sees what stands on its own obligations. What stands on those of others in the same
 * plan, and on its surplus, is for those who see the plan whole: its supplier, and the team that verifies its claims. The
 * events of the ledger work with the product's scope.
 */
function rowsInSight(): string {
  const ofPlan = 'plans.seen_whole(plan_id)';
  const ofAccount = (table: string): string =>
    `exists (select from allocation.account a where a.obligation_id = ${table}.obligation_id)`;
  // What is true of most rows and cheap to know comes first: whether the principal of an account is one's own. The
  // functions ask the tables below, row by row.
  const ways: Record<string, readonly string[]> = {
    book: [],
    account: [
      `principal_code = any ((select platform.scope_of('principals'))::text[])`,
      'contracts.in_sight(obligation_id)',
    ],
    acceptance: [
      `exists (select from allocation.position l
               where l.acceptance_id = acceptance.id and l.obligation_id is not null)`,
      ofPlan,
    ],
    acceptance_person: [
      'exists (select from allocation.acceptance a where a.id = acceptance_id and plans.seen_whole(a.plan_id))',
    ],
    entry: [ofAccount('entry'), ofPlan],
    position: [ofAccount('position'), ofPlan],
    obligation_quarter: [ofAccount('obligation_quarter')],
    surplus_quarter: [ofPlan],
  };
  return Object.entries(ways)
    .map(([table, seen]) => {
      const using = ['(select platform.sees_everything())', ...seen].join(' or ');
      return `alter table allocation.${table} enable row level security;
        create policy in_scope on allocation.${table} using (${using});`;
    })
    .join('\n');
}
