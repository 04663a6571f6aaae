import type { Cents, Centihours, EmploymentForm, LocalDate } from '@sr/kernel';
import { toExact, type Reader } from '@sr/platform';
import type { Claim } from '../domain/claim';

/** A placement that goes on or ended lately, with what was reported of it in the last year. */
export interface RunningPlacement {
  readonly planId: string;
  readonly supplierKvkNumber: string;
  readonly candidate: string;
  readonly block: string;
  readonly bonuses: readonly string[];
  readonly employmentForm: EmploymentForm;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  /** The last day of an accepted claim, or null. */
  readonly acceptedTo: LocalDate | null;
  /** The first day of a claim that waits, or null. */
  readonly waitingFrom: LocalDate | null;
  /** Paid hours of claims that wait or were accepted, and over how many days. */
  readonly reportedCentihours: Centihours;
  readonly reportedDays: number;
}

/** The placements of these plans that have days from `from` on, with their claims of the year before `onDay`. */
export async function runningPlacements(
  reader: Reader,
  planIds: readonly string[],
  from: LocalDate,
  onDay: LocalDate,
): Promise<RunningPlacement[]> {
  const rows = await reader.query<
    Omit<RunningPlacement, 'reportedCentihours' | 'reportedDays'> &
      Record<'reportedCentihours' | 'reportedDays', string | null>
  >(
    `select p.plan_id as "planId", p.supplier_kvk_number as "supplierKvkNumber", p.candidate, p.block, p.bonuses,
            p.employment_form as "employmentForm", p.starts_on as "startsOn", p.ends_on as "endsOn",
            r.accepted_to as "acceptedTo", r.waiting_from as "waitingFrom", r.centihours as "reportedCentihours", r.days as "reportedDays"
     from placements.placement p cross join lateral (
       select max(c.period_to) filter (where c.status = 'ACCEPTED') as accepted_to,
              min(c.period_from) filter (where c.status = 'CLAIMED') as waiting_from,
              sum(coalesce(c.accepted_centihours, c.centihours)) as centihours, sum(c.period_to - c.period_from + 1) as days
       from placements.claim c
       where c.placement_id = p.id and c.status in ('CLAIMED', 'ACCEPTED') and c.period_from > $3::date - 366
     ) r
     where p.plan_id = any ($1::uuid[]) and (p.ends_on is null or p.ends_on >= $2::date)
     order by p.plan_id, p.starts_on, p.id`,
    [planIds, from, onDay],
  );
  return rows.map((row) => ({
    ...row,
    reportedCentihours: toExact(row.reportedCentihours ?? 0),
    reportedDays: toExact(row.reportedDays ?? 0),
  }));
}

/** A claim that waits for an answer, with what decides what it would be worth. */
export interface WaitingClaim {
  readonly planId: string;
  readonly supplierKvkNumber: string;
  readonly kind: Claim['kind'];
  readonly block: string;
  readonly periodFrom: LocalDate;
  readonly centihours: Centihours | null;
  readonly invoiceCents: Cents | null;
  /** Of a placement. */
  readonly candidate: string | null;
  readonly bonuses: readonly string[] | null;
  readonly employmentForm: EmploymentForm | null;
}

const WAITING = `
  select c.plan_id as "planId", c.supplier_kvk_number as "supplierKvkNumber", c.kind, c.block, c.period_from as "periodFrom",
         c.centihours, c.invoice_cents as "invoiceCents", p.candidate, p.bonuses, p.employment_form as "employmentForm"
  from placements.claim c left join placements.placement p on p.id = c.placement_id`;

/** The claims of these plans that wait now, in the order in which they were submitted. */
export function waitingInPlans(reader: Reader, planIds: readonly string[]): Promise<WaitingClaim[]> {
  return waiting(reader, `${WAITING} where c.status = 'CLAIMED' and c.plan_id = any ($1::uuid[]) order by c.number`, [
    planIds,
  ]);
}

/** The claims of these plans, or (null) of all, that end in a year and waited at the end of a day. */
export function waitingInYear(
  reader: Reader,
  year: number,
  knownOn: LocalDate,
  planIds: readonly string[] | null,
): Promise<WaitingClaim[]> {
  return waiting(
    reader,
    `${WAITING} where c.period_to between make_date($1::int, 1, 1) and make_date($1::int, 12, 31)
       and (c.submitted_at at time zone 'Europe/Amsterdam')::date <= $2::date
       and (c.decided_on is null or c.decided_on > $2::date) and ($3::uuid[] is null or c.plan_id = any ($3::uuid[]))
     order by c.number`,
    [year, knownOn, planIds],
  );
}

async function waiting(reader: Reader, query: string, parameters: unknown[]): Promise<WaitingClaim[]> {
  const rows = await reader.query<
    Omit<WaitingClaim, 'centihours' | 'invoiceCents'> & Record<'centihours' | 'invoiceCents', string | null>
  >(query, parameters);
  const exact = (value: string | null): number | null => (value === null ? null : toExact(value));
  return rows.map((row) => ({ ...row, centihours: exact(row.centihours), invoiceCents: exact(row.invoiceCents) }));
}

/** A quarter of which something was reported in a plan, or of which a report was begun. */
export interface ReportedQuarter {
  readonly planId: string;
  readonly quarter: LocalDate;
  /** The day on which the report is due; null when there is none, only claims by themselves. */
  readonly dueOn: LocalDate | null;
  readonly submitted: boolean;
  readonly lastSubmittedOn: LocalDate | null;
}

/** The quarters of these plans of which there are reports or claims, by plan and quarter. */
export function reportedQuarters(reader: Reader, planIds: readonly string[]): Promise<ReportedQuarter[]> {
  return reader.query(
    `select plan_id as "planId", quarter, max(due_on) as "dueOn", bool_or(submitted) as submitted,
            max(submitted_on) as "lastSubmittedOn"
     from (
       select plan_id, quarter, due_on, state = 'SUBMITTED' as submitted, submitted_on from placements.report
       where plan_id = any ($1::uuid[])
       union all
       select plan_id, date_trunc('quarter', period_from::timestamp)::date, null, true,
              (submitted_at at time zone 'Europe/Amsterdam')::date
       from placements.claim where plan_id = any ($1::uuid[])
     ) reported
     group by 1, 2 order by 1, 2`,
    [planIds],
  );
}
