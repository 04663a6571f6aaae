import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts, the obligations that they carry, every amount that was ever in force, exemptions and settlements. */
export class Contract1767225900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CONTRACTS);
    await runner.query(OBLIGATIONS);
    await runner.query(EXEMPTIONS_AND_SETTLEMENTS);
    await runner.query(RULES_BETWEEN_TABLES);
    await runner.query(WHO_SEES_WHAT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema contracts cascade');
  }
}

const CONTRACTS = `
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
    unit_id             uuid references identity.principal_unit,
    category_code       text references identity.procurement_category,
    cpv                 text check (cpv ~ '^[0-9]{8}-[0-9]$'),
    value_cents         bigint check (value_cents between 0 and 10000000000000),
    wage_share_bp       bigint check (wage_share_bp between 0 and 10000),
    extension_options   jsonb not null default '[]' check (jsonb_typeof(extension_options) = 'array'),
    framework_id        uuid references contracts.contract check (framework_id <> id),
    tender_reference    text check (tender_reference ~ '\\S'),
    regime              text check (regime in ('STANDARD', 'TAILORED')),
    -- Kept by the plans, so that a list can be narrowed to what still has to find one.
    in_plan             boolean not null default false,
    -- Kept by trigger keep_state, so that a list can be narrowed and sorted by them without reading other tables.
    state               text not null default 'OPEN' check (state in ('EXEMPTION_PROPOSED', 'EXEMPT',
                          'OBLIGATION_MISSING', 'OPEN', 'FINAL_ASSESSMENT', 'REMEDY', 'SETTLED')),
    amount_cents        bigint,
    recorded_at         timestamptz not null,
    recorded_on         date not null generated always as ((recorded_at at time zone 'Europe/Amsterdam')::date) stored,
    version             integer not null default 1,
    constraint contract_reference_once unique (principal_code, reference),
    check (starts_on <= ends_on)
  );
  create index contract_supplier on contracts.contract (supplier_kvk_number);
  create index contract_category on contracts.contract (category_code);
  create index contract_unit on contracts.contract (unit_id);
  create index contract_framework on contracts.contract (framework_id);
  create index contract_by_title on contracts.contract (title, number);
  create index contract_by_award on contracts.contract (awarded_on, number);
  create index contract_by_end on contracts.contract (ends_on, number);
  -- A contract without an obligation comes before one of nothing.
  create index contract_by_amount on contracts.contract (coalesce(amount_cents, -1), number);
  create index contract_by_state on contracts.contract (state, ends_on);

  -- Which of these numbers are taken, also by contracts that the asker cannot see: a number is used once in the whole
  -- product, and who asks gave the numbers.
  create function contracts.numbers_taken(candidates text[]) returns text[]
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$ select coalesce(array_agg(c.number::text), '{}') from contracts.contract c where c.number = any (candidates) $$;
  revoke all on function contracts.numbers_taken(text[]) from public;
  grant execute on function contracts.numbers_taken(text[]) to sr_app;
  grant select, insert, update (title, reference, exemption_reason, unit_id, category_code, cpv, value_cents,
    wage_share_bp, extension_options, framework_id, tender_reference, regime, in_plan, state, amount_cents, version)
    on contracts.contract to sr_app;`;

const OBLIGATIONS = `
  -- When Social Return is asked for, and how much: dated reference data.
  create table contracts.threshold_rule (
    code                text primary key check (code ~ '^[A-Z0-9-]{1,40}$'),
    name                text not null check (name ~ '\\S'),
    valid_from          date not null,
    valid_to            date,
    is_default          boolean not null,
    compares            text not null check (compares in ('CONTRACT_VALUE', 'LOONSOM')),
    threshold_cents     bigint not null check (threshold_cents >= 0),
    minimum_months      bigint not null check (minimum_months between 0 and 600),
    purchases           text[] not null check (purchases <@ array['SUPPLIES', 'WORKS', 'SERVICES']),
    basis               text not null check (basis in ('CONTRACT_VALUE', 'LOONSOM')),
    rate_bp             bigint not null check (rate_bp between 0 and 10000),
    cap_cents           bigint check (cap_cents >= 0),
    low_labour_below_bp bigint check (low_labour_below_bp between 0 and 10000),
    low_labour_rate_bp  bigint check (low_labour_rate_bp between 0 and 10000),
    source              text not null check (source ~ '\\S'),
    constraint one_default_at_a_time exclude using gist (daterange(valid_from, valid_to, '[]') with &&) where (is_default),
    check (valid_from <= valid_to),
    check ((low_labour_below_bp is null) = (low_labour_rate_bp is null))
  );
  grant select, insert, update on contracts.threshold_rule to sr_app;

  create table contracts.obligation (
    contract_id      uuid primary key references contracts.contract,
    kind             text not null check (kind in ('PERCENTAGE', 'FIXED', 'FORM_FREE')),
    basis            text check (basis in ('LOONSOM', 'CONTRACT_VALUE', 'INVOICED_TURNOVER', 'BUDGET')),
    base_cents       bigint check (base_cents >= 0),
    rate_bp          bigint check (rate_bp >= 0),
    cap_cents        bigint check (cap_cents >= 0),
    goal_unit        text check (goal_unit in ('PERSONS', 'HOURS', 'ACTIVITIES')),
    goal             bigint check (goal >= 0),
    amount_cents     bigint not null check (amount_cents between 0 and 1000000000000000),
    settled_on       date,
    -- What the rule of its day proposed, as it was told then; whether that was followed; and if not, why.
    rule_code        text references contracts.threshold_rule,
    proposal         jsonb,
    follows_rule     boolean,
    deviation_reason text check (deviation_reason ~ '\\S'),
    constraint percentage_has_base_and_rate check (
      (kind = 'PERCENTAGE') = (basis is not null) and
      (kind = 'PERCENTAGE') = (base_cents is not null) and
      (kind = 'PERCENTAGE') = (rate_bp is not null) and
      (kind = 'PERCENTAGE' or cap_cents is null)),
    constraint form_free_has_a_goal_and_no_euros check (
      (kind = 'FORM_FREE') = (goal_unit is not null) and
      (kind = 'FORM_FREE') = (goal is not null) and
      (kind <> 'FORM_FREE' or amount_cents = 0)),
    check ((rule_code is null) = (proposal is null)),
    check (amount_cents <= cap_cents)
  );
  create index obligation_rule on contracts.obligation (rule_code);

  create table contracts.revision (
    id             bigint generated always as identity primary key,
    contract_id    uuid not null references contracts.obligation,
    principal_code text not null references identity.principal,
    starts_on      date not null,
    ends_on        date not null,
    base_cents     bigint,
    goal           bigint,
    amount_cents   bigint not null check (amount_cents between 0 and 1000000000000000),
    reason         text check (reason ~ '\\S'),
    -- Who; empty in what was loaded from elsewhere.
    recorded_by    text,
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

  grant select, insert on contracts.obligation, contracts.revision to sr_app;
  grant update (base_cents, goal, amount_cents, settled_on) on contracts.obligation to sr_app;`;

const EXEMPTIONS_AND_SETTLEMENTS = `
  create table contracts.exemption (
    id              uuid primary key,
    -- The order in which they were proposed.
    position        bigint not null generated always as identity,
    contract_id     uuid not null references contracts.contract,
    origin          text not null check (origin in ('REGISTRATION', 'OBLIGATION', 'HISTORY')),
    reason          text not null check (reason in
                      ('SHORT_TERM', 'BELOW_THRESHOLD', 'SUPPLIES', 'NO_LABOUR', 'LEGAL_REASON', 'OTHER')),
    text            text check (text ~ '\\S'),
    -- What the rule of its day proposed, so that who decides sees it beside the reason.
    proposal        jsonb,
    state           text not null check (state in ('PROPOSED', 'APPROVED', 'REFUSED')),
    proposed_by     text not null,
    proposed_at     timestamptz not null,
    decided_by      text,
    decided_at      timestamptz,
    decision_reason text check (decision_reason ~ '\\S'),
    constraint other_is_told check (reason <> 'OTHER' or text is not null),
    constraint never_decided_by_the_proposer check (decided_by <> proposed_by),
    -- What was approved outside the product has nobody here who approved it.
    constraint decided_by_somebody check (
      (state = 'PROPOSED' or origin = 'HISTORY') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    constraint a_refusal_has_a_reason check (state <> 'REFUSED' or decision_reason is not null)
  );
  create index exemption_of_contract on contracts.exemption (contract_id, position);
  create unique index one_exemption_waits on contracts.exemption (contract_id) where state = 'PROPOSED';

  create table contracts.settlement (
    contract_id     uuid primary key references contracts.obligation,
    state           text not null check (state in ('PROPOSED', 'ANSWERED', 'REMEDY', 'FINAL')),
    outcome         text not null check (outcome in ('FULFILLED', 'FULFILLED_WITH_SURPLUS', 'SETTLED_WITHHELD',
                      'SETTLED_WAIVED', 'SETTLED_CARRIED_OVER', 'ENDED_EARLY')),
    amount_cents    bigint not null check (amount_cents >= 0),
    allocated_cents bigint not null check (allocated_cents >= 0),
    shortfall_cents bigint not null check (shortfall_cents = greatest(0, amount_cents - allocated_cents)),
    factor_bp       bigint check (factor_bp between 0 and 100000),
    charge_cents    bigint not null check (charge_cents >= 0),
    reached         bigint check (reached >= 0),
    short_of_goal   bigint check (short_of_goal >= 0),
    reason          text not null check (reason ~ '\\S'),
    proposed_by     text not null,
    proposed_at     timestamptz not null,
    answer_due_on   date not null,
    agrees          boolean,
    answer          text check (answer ~ '\\S'),
    answered_by     text,
    answered_at     timestamptz,
    remedy_until    date,
    remedy_reason   text check (remedy_reason ~ '\\S'),
    remedy_by       text,
    remedy_at       timestamptz,
    final_by        text,
    final_at        timestamptz,
    version         integer not null,
    constraint charged_when_withheld check ((outcome = 'SETTLED_WITHHELD') = (factor_bp is not null) and (factor_bp is not null or charge_cents = 0)),
    constraint an_objection_has_a_reason check (agrees or answer is not null),
    constraint answered_by_somebody check ((agrees is null) = (answered_by is null) and (agrees is null) = (answered_at is null)),
    constraint remedy_by_somebody check ((remedy_until is null) = (remedy_by is null) and (remedy_until is null) = (remedy_reason is null)),
    constraint final_by_somebody check ((state = 'FINAL') = (final_by is not null) and (state = 'FINAL') = (final_at is not null))
  );

  grant select, insert on contracts.exemption, contracts.settlement to sr_app;
  grant update (state, decided_by, decided_at, decision_reason) on contracts.exemption to sr_app;
  grant update (state, outcome, amount_cents, allocated_cents, shortfall_cents, factor_bp, charge_cents, reached,
    short_of_goal, reason, proposed_by, proposed_at, answer_due_on, agrees, answer, answered_by, answered_at,
    remedy_until, remedy_reason, remedy_by, remedy_at, final_by, final_at, version) on contracts.settlement to sr_app;`;

const RULES_BETWEEN_TABLES = `
  -- A contract carries an obligation, or the reason that it has none; judged when the transaction ends.
  create function contracts.refuse_both_or_neither() returns trigger language plpgsql as $$
  declare
    judged  contracts.contract;
    carries boolean;
  begin
    if tg_table_name = 'contract' then
      judged := new;
    else
      select c.* into judged from contracts.contract c where c.id = new.contract_id;
    end if;
    select exists (select from contracts.obligation o where o.contract_id = judged.id) into carries;
    -- As it is now: a later statement of the same transaction may have put it right.
    select c.* into judged from contracts.contract c where c.id = judged.id;
    if (judged.exemption_reason is null) <> carries then
      raise exception 'contract % needs either an obligation or an exemption', judged.number using errcode = 'check_violation';
    end if;
    return null;
  end $$;
  create constraint trigger obligation_or_exemption after insert or update of exemption_reason on contracts.contract
    deferrable initially deferred for each row execute function contracts.refuse_both_or_neither();
  create constraint trigger no_exemption_beside after insert on contracts.obligation
    deferrable initially deferred for each row execute function contracts.refuse_both_or_neither();

  -- Where a contract stands follows from its obligation, its exemptions and its settlement.
  create function contracts.keep_state() returns trigger language plpgsql as $$
  begin
    update contracts.contract c set (amount_cents, state) = (
      select o.amount_cents, case
        when o.settled_on is not null then 'SETTLED'
        when e.state = 'PROPOSED' then 'EXEMPTION_PROPOSED'
        when o.contract_id is null then case when e.state = 'APPROVED' then 'EXEMPT' else 'OBLIGATION_MISSING' end
        when e.state = 'APPROVED' and o.amount_cents = 0 and coalesce(o.goal, 0) = 0 then 'EXEMPT'
        when s.state = 'REMEDY' then 'REMEDY'
        when s.state is not null then 'FINAL_ASSESSMENT'
        else 'OPEN' end
      from (select new.contract_id as id) k
      left join contracts.obligation o on o.contract_id = k.id
      left join contracts.settlement s on s.contract_id = k.id
      left join lateral (select x.state from contracts.exemption x where x.contract_id = k.id and x.state <> 'REFUSED'
                         order by x.position desc limit 1) e on true)
    where c.id = new.contract_id;
    return null;
  end $$;
  create trigger keep_state after insert or update on contracts.obligation
    for each row execute function contracts.keep_state();
  create trigger keep_state after insert or update on contracts.exemption
    for each row execute function contracts.keep_state();
  create trigger keep_state after insert or update on contracts.settlement
    for each row execute function contracts.keep_state();

  create function contracts.refuse_change_of_decided() returns trigger language plpgsql as $$
  begin
    raise exception 'what was decided on a contract cannot change' using errcode = 'restrict_violation';
  end $$;
  create trigger decided_is_final before update on contracts.exemption
    for each row when (old.state <> 'PROPOSED') execute function contracts.refuse_change_of_decided();
  create trigger final_is_final before update on contracts.settlement
    for each row when (old.state = 'FINAL') execute function contracts.refuse_change_of_decided();`;

/** The queries repeat it in their WHERE clause: see scope.ts. */
const WHO_SEES_WHAT = `
  alter table contracts.contract enable row level security;
  create policy in_scope on contracts.contract using (
    (select platform.sees_everything())
    or principal_code = any ((select platform.scope_of('principals'))::text[])
    or supplier_kvk_number = any ((select platform.scope_of('suppliers'))::text[])
    or category_code = any ((select platform.scope_of('categories'))::text[])
    or starts_on < ((select platform.scope_left()) ->> principal_code)::date);
  -- For policies of what hangs on a contract. A function, so that a query on those tables is not planned with all of
  -- this inside it; the policy above applies in it, since it runs as who asks.
  create function contracts.in_sight(sought uuid) returns boolean language plpgsql stable parallel safe as $$
  begin
    return exists (select from contracts.contract c where c.id = sought);
  end $$;

  alter table contracts.obligation enable row level security;
  create policy in_scope on contracts.obligation using ((select platform.sees_everything())
    or contracts.in_sight(contract_id));
  alter table contracts.revision enable row level security;
  create policy in_scope on contracts.revision using ((select platform.sees_everything())
    or contracts.in_sight(contract_id));
  alter table contracts.exemption enable row level security;
  create policy in_scope on contracts.exemption using ((select platform.sees_everything())
    or contracts.in_sight(contract_id));
  alter table contracts.settlement enable row level security;
  create policy in_scope on contracts.settlement using ((select platform.sees_everything())
    or contracts.in_sight(contract_id));`;
