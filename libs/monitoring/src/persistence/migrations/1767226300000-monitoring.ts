import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are reminded of and when, what was sent to whom, what was agreed, and how plans and contracts go. */
export class Monitoring1767226300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MOMENTS);
    await runner.query(MILESTONES);
    await runner.query(REMINDERS);
    await runner.query(SIGNALS);
    await runner.query(DEMO);
    await runner.query(WHO_SEES_WHAT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema monitoring cascade');
  }
}

const MOMENTS = `
  create schema monitoring;
  grant usage on schema monitoring to sr_app;

  -- Versions of what people are reminded of; a version that was used stays.
  create table monitoring.moment (
    code        text not null check (code ~ '^[A-Z0-9_]{1,60}$'),
    valid_from  date not null,
    valid_until date,
    kinds       text[] not null check (cardinality(kinds) > 0),
    steps       jsonb not null check (jsonb_typeof(steps) = 'array'),
    source      text not null check (source ~ '\\S'),
    primary key (code, valid_from),
    check (valid_from <= valid_until)
  );
  grant select, insert, update (valid_until, kinds, steps, source) on monitoring.moment to sr_app;

  create table monitoring.deviation (
    id             uuid primary key,
    moment         text not null,
    principal_code text references identity.principal,
    plan_id        uuid references plans.plan,
    -- Every step so many days later; null is that nothing is sent.
    later_days     integer check (later_days between 1 and 92),
    reason         text not null check (reason ~ '\\S'),
    starts_on      date not null,
    ends_on        date not null,
    recorded_by    text not null,
    recorded_at    timestamptz not null,
    constraint of_a_principal_or_a_plan check ((principal_code is null) <> (plan_id is null)),
    constraint never_for_ever check (ends_on between starts_on - 1 and starts_on + 366)
  );
  create index deviation_by_end on monitoring.deviation (ends_on desc, id);
  create index deviation_of_plan on monitoring.deviation (plan_id) where plan_id is not null;
  create index deviation_of_principal on monitoring.deviation (principal_code) where principal_code is not null;
  -- It can be ended early; nothing else of it changes.
  grant select, insert, update (ends_on) on monitoring.deviation to sr_app;`;

const MILESTONES = `
  -- That a talk was held or something was delivered, and what came of it: what ends work that leaves no other trace.
  create table monitoring.milestone (
    id                uuid primary key,
    kind              text not null check (kind in ('FIRST_CONTACT', 'MID_TERM_TALK', 'FOLLOW_UP', 'RETENTION_TALK', 'EXTENSION',
                        'YEAR_FIGURES', 'EVALUATION')),
    subject_type      text not null check (subject_type in ('CONTRACT', 'PLACEMENT', 'NETWORK')),
    -- An id; of the network the year.
    subject_id        text not null,
    held_on           date not null,
    note              text not null check (note ~ '\\S'),
    -- Whose it is to read, besides the network's.
    principal_code    text references identity.principal,
    supplier_group_id uuid references identity.supplier_group,
    network           boolean not null,
    recorded_by       text not null,
    recorded_at       timestamptz not null
  );
  create index milestone_of_subject on monitoring.milestone (subject_type, subject_id, kind, held_on);
  grant select, insert on monitoring.milestone to sr_app;
  create trigger append_only before update or delete or truncate on monitoring.milestone
    for each statement execute function platform.refuse_change();

  -- That a milestone was a mistake, and why: what it ended waits again. Both stay.
  create table monitoring.milestone_withdrawal (
    milestone_id uuid primary key references monitoring.milestone,
    reason       text not null check (reason ~ '\\S'),
    withdrawn_by text not null,
    withdrawn_at timestamptz not null
  );
  grant select, insert on monitoring.milestone_withdrawal to sr_app;
  create trigger append_only before update or delete or truncate on monitoring.milestone_withdrawal
    for each statement execute function platform.refuse_change();`;

const REMINDERS = `
  -- A run of the daily job; how far it is can be seen.
  create table monitoring.sweep (
    day           date primary key,
    started_at    timestamptz not null,
    finished_at   timestamptz,
    groups        integer not null default 0,
    groups_done   integer not null default 0,
    items         integer not null default 0,
    reminders     integer not null default 0,
    digests       integer not null default 0
  );
  grant select, insert, update on monitoring.sweep to sr_app;

  -- That somebody has to hear of an item, by one step of a moment. Unique, so that no run, second worker, restart or
  -- clock that jumps makes it twice.
  create table monitoring.reminder (
    id                bigint generated always as identity primary key,
    moment            text not null,
    step              text not null,
    -- The key of the item.
    subject           text not null,
    due_on            date not null,
    made_on           date not null,
    escalation        boolean not null,
    kind              text not null,
    -- The item as it was then; what calls a candidate is left out of it.
    item              jsonb not null,
    plan_id           uuid,
    contract_id       uuid,
    -- The sweep of which group looks after it; none: of the network itself.
    supplier_group_id uuid,
    -- Who reads that it was sent: both sides, but for what is of one side only.
    for_supplier      boolean not null,
    principal_codes   text[] not null,
    network           boolean not null,
    -- The first sweep that did not find the item any more: the work is done; or on which it was not due any more, unheard.
    ended_on          date,
    constraint reminder_once unique (subject, moment, step, due_on)
  );
  create index reminder_open on monitoring.reminder (supplier_group_id, subject) where ended_on is null;
  create index reminder_of_plan on monitoring.reminder (plan_id, id desc) where plan_id is not null;
  create index reminder_of_contract on monitoring.reminder (contract_id, id desc) where contract_id is not null;
  grant select, insert, update (ended_on, item) on monitoring.reminder to sr_app;

  -- One mail to one person on one day.
  create table monitoring.digest (
    id          uuid primary key,
    person_id   uuid not null references identity.person,
    day         date not null,
    state       text not null check (state in ('COLLECTING', 'QUEUED', 'SENDING', 'SENT', 'REFUSED', 'BOUNCED', 'UNCERTAIN',
                  'CARRIED', 'EMPTY', 'FAILED')),
    attempts    integer not null default 0,
    -- As it was sent.
    address     text,
    language    text,
    subject     text,
    items       integer,
    message_id  text,
    -- What the mail server, or our own fault, said.
    reason      text,
    queued_at   timestamptz not null,
    sending_at  timestamptz,
    sent_at     timestamptz,
    constraint digest_once_a_day unique (person_id, day)
  );
  create index digest_open on monitoring.digest (day, id) where state in ('COLLECTING', 'QUEUED', 'SENDING');
  create index digest_to_see on monitoring.digest (day desc, id) where state in ('REFUSED', 'BOUNCED', 'UNCERTAIN', 'FAILED');
  create index digest_by_day on monitoring.digest (day desc, id);
  grant select, insert, update on monitoring.digest to sr_app;

  create table monitoring.recipient (
    reminder_id bigint not null references monitoring.reminder,
    person_id   uuid not null references identity.person,
    -- The mail that carries it; none: it goes with the next.
    digest_id   uuid references monitoring.digest,
    -- Nobody of this side or principal could be told, and this person only hears of it for that; none: in the own right.
    stands_in_for jsonb,
    open        boolean not null default true,
    primary key (reminder_id, person_id)
  );
  create index recipient_of_digest on monitoring.recipient (digest_id) where digest_id is not null;
  create index recipient_open on monitoring.recipient (person_id) where open;
  create index recipient_without_mail on monitoring.recipient (person_id) where open and digest_id is null;
  grant select, insert, update (digest_id, open, stands_in_for) on monitoring.recipient to sr_app;

  -- The address of somebody to whom mail cannot be delivered: others hear until it is mended.
  create table monitoring.stale_address (
    person_id uuid primary key references identity.person,
    address   text not null,
    reason    text not null,
    since     timestamptz not null
  );
  create index stale_address_by_day on monitoring.stale_address (since desc, person_id);
  grant select, insert, update, delete on monitoring.stale_address to sr_app;`;

const DEMO = `
  -- The mails of the example, which nobody gets: kept to be looked at. In no other database is there a row.
  create table monitoring.demo_mail (
    number  bigint generated always as identity primary key,
    mail    jsonb not null
  );
  grant select, insert, delete on monitoring.demo_mail to sr_app;
  alter table monitoring.demo_mail enable row level security;
  create policy in_scope on monitoring.demo_mail using ((select platform.sees_everything()));`;

const SIGNALS = `
  create table monitoring.signal (
    subject_type      text not null check (subject_type in ('PLAN', 'CONTRACT')),
    subject_id        uuid not null,
    signal            text not null check (signal in ('ON_COURSE', 'BEHIND', 'AT_RISK')),
    since             date not null,
    remaining_cents   bigint not null check (remaining_cents >= 0),
    -- What is not expected to be filled.
    at_risk_cents     bigint not null check (at_risk_cents >= 0),
    plan_id           uuid references plans.plan,
    supplier_group_id uuid not null references identity.supplier_group,
    primary key (subject_type, subject_id)
  );
  create index signal_of_group on monitoring.signal (supplier_group_id);
  grant select, insert, update, delete on monitoring.signal to sr_app;

  -- Every change of a signal; the first has no signal before it.
  create table monitoring.signal_change (
    id                bigint generated always as identity primary key,
    subject_type      text not null,
    subject_id        uuid not null,
    plan_id           uuid references plans.plan,
    before            text,
    after             text not null,
    changed_on        date not null,
    at_risk_cents     bigint not null,
    supplier_group_id uuid not null references identity.supplier_group
  );
  create index signal_change_of_subject on monitoring.signal_change (subject_type, subject_id, id desc);
  create index signal_change_of_plan on monitoring.signal_change (plan_id, id desc) where plan_id is not null;
  grant select, insert on monitoring.signal_change to sr_app;
  create trigger append_only before update or delete or truncate on monitoring.signal_change
    for each statement execute function platform.refuse_change();`;

/** Moments are public facts of the house; sweeps tell of nobody. */
const WHO_SEES_WHAT = `
  alter table monitoring.deviation enable row level security;
  create policy in_scope on monitoring.deviation using (
    (select platform.sees_everything())
    or principal_code = any ((select platform.scope_of('principals'))::text[])
    or plan_id in (select p.id from plans.plan p));

  alter table monitoring.milestone enable row level security;
  create policy in_scope on monitoring.milestone using (
    (select platform.sees_everything())
    or network and (select platform.of_the_network())
    or principal_code = any ((select platform.scope_of('principals'))::text[])
    or supplier_group_id = any ((select platform.scope_of('supplierGroups'))::uuid[]));
  alter table monitoring.milestone_withdrawal enable row level security;
  create policy in_scope on monitoring.milestone_withdrawal using (
    exists (select from monitoring.milestone m where m.id = milestone_id));

  alter table monitoring.reminder enable row level security;
  create policy in_scope on monitoring.reminder using (
    (select platform.sees_everything())
    or network and (select platform.of_the_network())
    or principal_codes && (select platform.scope_of('principals'))::text[]
    or for_supplier and supplier_group_id = any ((select platform.scope_of('supplierGroups'))::uuid[]));
  -- Whom a reminder went to, and in what mail, is each person's own. Both sides are told on which side they stand and how the
  -- mail fared, by queries that read for the product and leave out who is not known to the reader.
  alter table monitoring.recipient enable row level security;
  create policy in_scope on monitoring.recipient using (
    (select platform.sees_everything())
    or person_id = ((select platform.scope()) ->> 'personId')::uuid);
  alter table monitoring.digest enable row level security;
  create policy in_scope on monitoring.digest using (
    (select platform.sees_everything())
    or person_id = ((select platform.scope()) ->> 'personId')::uuid);
  alter table monitoring.stale_address enable row level security;
  create policy in_scope on monitoring.stale_address using (
    (select platform.sees_everything())
    or (select platform.of_the_network())
    or exists (select from identity.person p where p.id = person_id
               and (p.principal_code = any ((select platform.scope_of('principals'))::text[])
                    or p.supplier_group_id = any ((select platform.scope_of('supplierGroups'))::uuid[]))));

  alter table monitoring.signal enable row level security;
  create policy in_scope on monitoring.signal using (
    (select platform.sees_everything())
    or supplier_group_id = any ((select platform.scope_of('supplierGroups'))::uuid[])
    or case subject_type when 'CONTRACT' then contracts.in_sight(subject_id)
       else exists (select from plans.plan p where p.id = subject_id) end);
  alter table monitoring.signal_change enable row level security;
  create policy in_scope on monitoring.signal_change using (
    (select platform.sees_everything())
    or supplier_group_id = any ((select platform.scope_of('supplierGroups'))::uuid[])
    or case subject_type when 'CONTRACT' then contracts.in_sight(subject_id)
       else exists (select from plans.plan p where p.id = subject_id) end);`;
