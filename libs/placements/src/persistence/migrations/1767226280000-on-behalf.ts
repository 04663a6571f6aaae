import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reports that an official writes on behalf of a supplier that is late. The side, the reason and who wrote on it stand with
 * the report and with each claim of it. The network reports on plans that it verifies; a principal on plans that it verifies
 * itself, of which its officials see no placements.
 */
export class OnBehalf1767226280000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['report', 'claim']) {
      await runner.query(`
        alter table placements.${table}
          add column on_behalf_side text check (on_behalf_side in ('NETWORK', 'PRINCIPAL')),
          add column on_behalf_reason text check (on_behalf_reason ~ '\\S'),
          -- The officials who wrote on it, by id.
          add column on_behalf_writers text[] not null default '{}',
          add constraint on_behalf_is_whole check (
            (on_behalf_side is null) = (on_behalf_reason is null)
            and (on_behalf_side is null) = (on_behalf_writers = '{}'));
      `);
    }
    await runner.query(`
      alter table placements.report
        add constraint a_principal_reports_no_placements check (
          on_behalf_side is distinct from 'PRINCIPAL' or jsonb_array_length(lines -> 'placements') = 0);
      -- The supplier's own draft and that of an official can be open beside each other: neither reads the other's.
      drop index placements.one_open_report;
      create unique index one_open_report on placements.report (plan_id, supplier_kvk_number, quarter)
        where state <> 'SUBMITTED' and on_behalf_side is null;
      create unique index one_open_report_on_behalf on placements.report (plan_id, supplier_kvk_number, quarter)
        where state <> 'SUBMITTED' and on_behalf_side is not null;
      grant update (on_behalf_writers) on placements.report to sr_app;

      alter table placements.claim
        add constraint a_principal_claims_no_placements check (
          on_behalf_side is distinct from 'PRINCIPAL' or kind <> 'PLACEMENT'),
        add constraint never_decided_by_who_reported check (
          (decided_by is null or not decided_by = any (on_behalf_writers))
          and (reversed_by is null or not reversed_by = any (on_behalf_writers)));

      -- Whether a plan is verified by a principal for which somebody works who is not of the network.
      create function placements.verified_by_own(sought uuid) returns boolean language plpgsql stable parallel safe as $$
      begin
        return not (select platform.of_the_network()) and exists (
          select from plans.plan p
          where p.id = sought and p.verified_by = any ((select platform.scope_of('principals'))::text[]));
      end $$;
      -- Whether a claim is one that such a principal makes on behalf of a supplier, whoever sees the claim.
      create function placements.claimed_by_own(sought uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select not platform.of_the_network() and exists (
          select from placements.claim c join plans.plan p on p.id = c.plan_id
          where c.id = sought and c.on_behalf_side = 'PRINCIPAL'
            and p.verified_by = any ((platform.scope_of('principals'))::text[]))
      $$;
      revoke all on function placements.claimed_by_own(uuid) from public;
      grant execute on function placements.claimed_by_own(uuid) to sr_app;

      -- What the principal itself reports it reads back. Its claims and their evidence it only makes: from then on they are of
      -- the supplier and the verifying team, as all are.
      create policy on_behalf on placements.report using (
        on_behalf_side = 'PRINCIPAL' and placements.verified_by_own(plan_id));
      create policy made_on_behalf on placements.claim for insert with check (
        on_behalf_side = 'PRINCIPAL' and placements.verified_by_own(plan_id));
      create policy made_on_behalf on placements.evidence for insert with check (
        claim_id is not null and placements.claimed_by_own(claim_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy made_on_behalf on placements.evidence;
      drop policy made_on_behalf on placements.claim;
      drop policy on_behalf on placements.report;
      drop function placements.claimed_by_own(uuid);
      drop function placements.verified_by_own(uuid);
      drop index placements.one_open_report_on_behalf;
      drop index placements.one_open_report;
      alter table placements.claim drop constraint never_decided_by_who_reported,
        drop column on_behalf_side, drop column on_behalf_reason, drop column on_behalf_writers;
      alter table placements.report
        drop column on_behalf_side, drop column on_behalf_reason, drop column on_behalf_writers;
      create unique index one_open_report on placements.report (plan_id, supplier_kvk_number, quarter)
        where state <> 'SUBMITTED';
    `);
  }
}
