import type { YearReport } from '@sr/impact';
import type { LocalDate } from '@sr/kernel';
import type { Client } from 'pg';

/**
 * The year report as one query by hand, on the same tables. `$1` and `$2` are the first and the last day of the year,
 * `$3` the day on which it is known. The last row, without a principal, has the totals.
 */
const report = (obligations: string, ledger: string, surplus: string): string => `
with obligations as (
  select principal_code,
         coalesce(sum(amount_cents) filter (where awarded_on between $1 and $2), 0) as imposed,
         sum((2 * amount_cents * greatest(0, least(ends_on, $2) - greatest(starts_on, $1) + 1) + (ends_on - starts_on + 1))
             / (2 * (ends_on - starts_on + 1))) as annualised,
         coalesce(sum(amount_cents) filter (where awarded_on <= $2
                  and (settled_on is null or settled_on > least($2, $3))), 0) as open
  from (${obligations}) obligation
  group by principal_code
), ledger as (${ledger}), surplus as (${surplus})
select o.principal_code, sum(o.imposed) as imposed, sum(o.annualised) as annualised,
       coalesce(sum(l.cents), 0) as realised, sum(o.open) - coalesce(sum(l.on_open), 0) as outstanding,
       round(coalesce(sum(l.centihours), 0) / 132600, 4) as jobs,
       round(coalesce(sum(l.register), 0) / 132600, 4) as register,
       round(coalesce(sum(l.formal), 0) / 132600, 4) as formal,
       round(coalesce(sum(l.hired_in), 0) / 132600, 4) as "hiredIn",
       max(s.cents) as surplus, round(max(s.centihours) / 132600, 4) as "surplusJobs"
from obligations o left join ledger l on l.principal_code = o.principal_code cross join surplus s
group by grouping sets ((o.principal_code), ())
order by o.principal_code nulls last`;

const ON_OPEN = `a.awarded_on <= $2 and (a.settled_on is null or a.settled_on > least($2, $3))`;

/** On the balances per quarter. */
const NOW = report(
  `select c.principal_code, c.awarded_on, c.starts_on, c.ends_on, o.settled_on, o.amount_cents
   from contracts.obligation o join contracts.contract c on c.id = o.contract_id`,
  `select a.principal_code,
          sum(q.cents) filter (where q.quarter >= $1) as cents,
          sum(q.centihours) filter (where q.quarter >= $1) as centihours,
          sum(q.register_centihours) filter (where q.quarter >= $1) as register,
          sum(q.formal_centihours) filter (where q.quarter >= $1) as formal,
          sum(q.hired_in_centihours) filter (where q.quarter >= $1) as hired_in,
          sum(q.cents) filter (where ${ON_OPEN}) as on_open
   from allocation.obligation_quarter q join allocation.account a on a.obligation_id = q.obligation_id
   where q.quarter <= $2
   group by a.principal_code`,
  `select coalesce(sum(cents), 0) as cents, coalesce(sum(centihours), 0) as centihours
   from allocation.surplus_quarter where quarter between $1 and $2`,
);

/** On the entries that were recorded by the end of the day, read once: those on no obligation are the surplus. */
const AS_KNOWN = report(
  `select distinct on (r.contract_id) r.principal_code, c.awarded_on, r.starts_on, r.ends_on, o.settled_on, r.amount_cents
   from contracts.revision r
   join contracts.contract c on c.id = r.contract_id join contracts.obligation o on o.contract_id = r.contract_id
   where r.recorded_on <= $3
   order by r.contract_id, r.id desc`,
  `select a.principal_code,
          sum(e.cents) filter (where e.period_to >= $1) as cents,
          sum(e.centihours) filter (where e.period_to >= $1) as centihours,
          sum(e.centihours) filter (where e.period_to >= $1 and e.register_indicated) as register,
          sum(e.centihours) filter (where e.period_to >= $1 and e.employment_form = 'FORMAL') as formal,
          sum(e.centihours) filter (where e.period_to >= $1 and e.employment_form = 'HIRED_IN') as hired_in,
          sum(e.cents) filter (where ${ON_OPEN}) as on_open
   from allocation.entry e left join allocation.account a on a.obligation_id = e.obligation_id
   where e.recorded_on <= $3 and e.period_to <= $2
   group by a.principal_code`,
  `select coalesce(sum(cents), 0) as cents, coalesce(sum(centihours), 0) as centihours
   from ledger where principal_code is null`,
);

interface ReportRow {
  readonly principal_code: string | null;
  readonly imposed: string;
  readonly annualised: string;
  readonly realised: string;
  readonly outstanding: string;
  readonly jobs: string;
  readonly register: string;
  readonly formal: string;
  readonly hiredIn: string;
  readonly surplus: string;
  readonly surplusJobs: string;
}

/** The report of a year by hand; without `knownOn` of the balances, as known on `today`. */
export async function handReport(
  client: Client,
  year: number,
  today: LocalDate,
  knownOn: LocalDate | null,
): Promise<ReportRow[]> {
  const parameters = [`${year}-01-01`, `${year}-12-31`, knownOn ?? today];
  const { rows } = await client.query<ReportRow>(knownOn === null ? NOW : AS_KNOWN, parameters);
  return rows;
}

/** The same in a transaction of its own on one snapshot, as the product reads. */
export async function handReportInTransaction(
  client: Client,
  year: number,
  today: LocalDate,
  knownOn: LocalDate | null,
): Promise<ReportRow[]> {
  await client.query('begin isolation level repeatable read read only');
  const rows = await handReport(client, year, today, knownOn);
  await client.query('commit');
  return rows;
}

/** Every figure of the product's report that is not the figure by hand, in words. */
export function differences(report: YearReport, rows: readonly ReportRow[]): string[] {
  const figures = new Map<string, readonly [product: string | number | null | undefined, byHand: string | undefined]>();
  const compare = (name: string, product: string | number | null | undefined, byHand: string | undefined): void => {
    figures.set(name, [product, byHand]);
  };
  for (const row of rows) {
    const name = row.principal_code ?? 'total';
    const year = row.principal_code === null ? report : report.byPrincipal[row.principal_code];
    compare(`${name} imposed`, year?.imposedCents, row.imposed);
    compare(`${name} annualised`, year?.annualisedCents, row.annualised);
    compare(`${name} realised`, year?.realisedCents, row.realised);
    compare(`${name} outstanding`, year?.outstandingCents, row.outstanding);
    compare(`${name} jobs`, year?.jobs, row.jobs);
  }
  const total = rows.find((row) => row.principal_code === null);
  compare('surplus', report.surplusCents, total?.surplus);
  compare('register indicated', report.jobsRegisterIndicated, total?.register);
  compare('formal', report.jobsFormal, total?.formal);
  compare('hired in', report.jobsHiredIn, total?.hiredIn);
  compare('surplus jobs', report.surplusJobs, total?.surplusJobs);
  compare('principals', Object.keys(report.byPrincipal).length, String(rows.length - 1));
  return [...figures]
    .filter(([, [product, byHand]]) => String(product) !== byHand)
    .map(([name, [product, byHand]]) => `${name}: ${product} in the report, ${byHand} by hand`);
}
