import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Supplier plans: what is proposed for them, which obligation is in which plan from when to when, and what is planned. */
export class Plan1767226000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema plans;
      grant usage on schema plans to sr_app;

      create table plans.plan (
        id                uuid primary key,
        name              text not null check (name ~ '\\S'),
        supplier_group_id uuid not null references identity.supplier_group,
        value_table_id    uuid not null references valuation.value_table,
        recorded_at       timestamptz not null,
        kind              text not null default 'BUNDLE' check (kind in ('BUNDLE', 'FORM_FREE')),
        state             text not null default 'APPROVED'
                            check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'ENDED')),
        -- Null: the network verifies the plan. Otherwise this principal verifies it, which is of its obligations only.
        verified_by       text references identity.principal,
        client_lead_id     uuid references identity.person,
        client_deputy_id   uuid references identity.person,
        supplier_lead_id   uuid references identity.person,
        supplier_deputy_id uuid references identity.person,
        due_on            date,
        submitted_by      text,
        state_reason      text check (state_reason ~ '\\S'),
        edition           integer not null default 0 check (edition >= 0),
        version           integer not null default 1 check (version >= 1),
        constraint plan_name_once unique (supplier_group_id, name)
      );
      create index plans_by_name on plans.plan (name, id);
      create index plans_of_value_table on plans.plan (value_table_id, name, id);
      create index plans_verified_by on plans.plan (verified_by);
      create index plans_unfinished on plans.plan (due_on, id) where state in ('DRAFT', 'SUBMITTED', 'RETURNED');
      create index plan_client_lead on plans.plan (client_lead_id);
      create index plan_client_deputy on plans.plan (client_deputy_id);
      create index plan_supplier_lead on plans.plan (supplier_lead_id);
      create index plan_supplier_deputy on plans.plan (supplier_deputy_id);

      create table plans.membership (
        id            uuid primary key,
        plan_id       uuid not null references plans.plan,
        obligation_id uuid not null references contracts.obligation,
        joined_at     timestamptz not null,
        left_at       timestamptz,
        check (joined_at <= left_at)
      );
      create unique index one_plan_at_a_time on plans.membership (obligation_id) where left_at is null;
      create index members_of_plan on plans.membership (plan_id);
      create index members_now on plans.membership (plan_id) where left_at is null;

      -- The question to a principal whether an obligation joins a plan, and its answer. An answer is final.
      create table plans.proposal (
        id                 uuid primary key,
        plan_id            uuid not null references plans.plan,
        obligation_id      uuid not null references contracts.obligation,
        principal_code     text not null references identity.principal,
        state              text not null check (state in ('PROPOSED', 'AGREED', 'DECLINED', 'WITHDRAWN')),
        proposed_by        text not null,
        proposed_at        timestamptz not null,
        answered_by        text,
        answered_at        timestamptz,
        reason             text check (reason ~ '\\S'),
        agreed_value_table text,
        constraint answered_is_by_somebody check (
          (state = 'PROPOSED') = (answered_by is null) and (state = 'PROPOSED') = (answered_at is null)),
        constraint agreed_to_a_table check ((state = 'AGREED') = (agreed_value_table is not null)),
        constraint declined_with_a_reason check (state <> 'DECLINED' or reason is not null),
        check (proposed_at <= answered_at)
      );
      create unique index one_proposal_at_a_time on plans.proposal (obligation_id) where state = 'PROPOSED';
      create index proposals_of_plan on plans.proposal (plan_id, proposed_at, id);
      create index proposals_of_principal on plans.proposal (principal_code, proposed_at, id);
      create index proposals_by_time on plans.proposal (state, proposed_at, id);

      create function plans.refuse_change_of_answer() returns trigger language plpgsql as $$
      begin
        if old.state <> 'PROPOSED' then
          raise exception 'a proposal that was answered cannot change' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger answer_is_final before update on plans.proposal
        for each row execute function plans.refuse_change_of_answer();

      -- What is planned. An edition is written whole and stays: the plan says which edition is the plan of action now.
      create table plans.line (
        plan_id       uuid not null references plans.plan,
        edition       integer not null check (edition >= 1),
        ordinal       integer not null check (ordinal >= 0),
        block         text not null check (block ~ '\\S'),
        persons       integer check (persons > 0),
        centihours    bigint check (centihours > 0),
        invoice_cents bigint check (invoice_cents > 0),
        starts_on     date not null,
        ends_on       date not null,
        region        text references identity.labour_market_region,
        partner       text check (partner ~ '\\S'),
        confidence_bp integer not null check (confidence_bp between 0 and 10000),
        primary key (plan_id, edition, ordinal),
        check (starts_on <= ends_on),
        constraint figures_of_one_kind check (
          (invoice_cents is not null and persons is null and centihours is null)
          or (invoice_cents is null and centihours is not null))
      );
      create index plan_lines_in_region on plans.line (region);
      create trigger append_only before update or delete or truncate on plans.line
        for each statement execute function platform.refuse_change();

      grant select, insert on plans.plan, plans.membership, plans.proposal, plans.line to sr_app;
      grant update (name, state, client_lead_id, client_deputy_id, supplier_lead_id, supplier_deputy_id, due_on,
        submitted_by, state_reason, edition, version) on plans.plan to sr_app;
      grant update (left_at) on plans.membership to sr_app;
      grant update (state, answered_by, answered_at, reason, agreed_value_table) on plans.proposal to sr_app;

      -- A membership or proposal is seen with its contract; a plan with what is in it, or by who follows it whole.
      alter table plans.membership enable row level security;
      create policy in_scope on plans.membership using (
        (select platform.sees_everything()) or contracts.in_sight(obligation_id));
      alter table plans.proposal enable row level security;
      create policy in_scope on plans.proposal using (
        (select platform.sees_everything()) or contracts.in_sight(obligation_id));
      alter table plans.plan enable row level security;
      create policy in_scope on plans.plan using (
        (select platform.sees_everything())
        or supplier_group_id = any ((select platform.scope_of('supplierGroups'))::uuid[])
        or ((select platform.of_the_network()) and verified_by is null)
        or verified_by = any ((select platform.scope_of('principals'))::text[])
        or exists (select from plans.membership m where m.plan_id = plan.id)
        or exists (select from plans.proposal r where r.plan_id = plan.id));
      -- A principal makes a plan for its own obligations before any of them is in it.
      create policy made_by_principal on plans.plan for insert with check (
        cardinality((select platform.scope_of('principals'))::text[]) > 0
        and (verified_by is null or verified_by = any ((select platform.scope_of('principals'))::text[])));
      -- For policies of what hangs on a plan: whether it is seen, and whether it is seen whole, which is for its supplier
      -- and for the team that verifies its claims.
      create function plans.in_sight(sought uuid) returns boolean language plpgsql stable parallel safe as $$
      begin
        return exists (select from plans.plan p where p.id = sought);
      end $$;
      create function plans.seen_whole(sought uuid) returns boolean language plpgsql stable parallel safe as $$
      begin
        return exists (
          select from plans.plan p where p.id = sought and (
            p.supplier_group_id = any ((select platform.scope_of('supplierGroups'))::uuid[])
            or (select platform.of_the_network()) and p.verified_by is null
            or p.verified_by = any ((select platform.scope_of('verifies'))::text[])));
      end $$;
      alter table plans.line enable row level security;
      create policy in_scope on plans.line using (
        (select platform.sees_everything()) or plans.in_sight(plan_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema plans cascade');
  }
}
