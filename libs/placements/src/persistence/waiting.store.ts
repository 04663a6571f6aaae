import type { Centihours, LocalDate, Scope } from '@sr/kernel';
import { MOST_LOOKED_AT, inOneLook, toExact, type Reader } from '@sr/platform';
import { REPORT_TERM_DAYS } from '../domain/terms';
import type { Report } from '../domain/report';

/**
 * Which plans are looked at, of those whose placements, reports and claims are in scope: all, one, what a principal
 * verifies, or these.
 */
export interface PlansAsked {
  readonly planId: string | null;
  readonly verifiedBy: string | null;
  readonly planIds?: readonly string[];
}

/** How many days what was refused asks for attention, and how old its term may be. */
const REFUSED_DAYS = 92;
const REFUSED_TERM_DAYS = 366;
/** How far back quarters are looked at for which no report came: two years. */
const QUARTERS_BACK = 8;

/**
 * The condition on plan `p` that it is asked for and in scope: of the supplier group, or verified by the reader. The
 * policies of the tables with what is in it say the same once more. Its values are added to `parameters`.
 */
export function asked({ planId, verifiedBy, planIds }: PlansAsked, scope: Scope, parameters: unknown[]): string {
  const given = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`;
  return `(${[
    ...(planId === null ? [] : [`p.id = ${given(planId, 'uuid')}`]),
    ...(verifiedBy === null ? [] : [`p.verified_by = ${given(verifiedBy, 'text')}`]),
    ...(planIds === undefined ? [] : [`p.id = any (${given(planIds, 'uuid[]')})`]),
    scope.everything
      ? 'true'
      : `(p.supplier_group_id = any (${given(scope.supplierGroups, 'uuid[]')})
          or p.verified_by is null and ${given(scope.network, 'boolean')}
          or p.verified_by = any (${given(scope.verifies, 'text[]')}))`,
  ].join(' and ')})`;
}

/** A report that was begun and is not submitted. */
export type DraftReport = Pick<
  Report,
  'id' | 'number' | 'planId' | 'supplierKvkNumber' | 'quarter' | 'sequence' | 'dueOn' | 'lastEditedBy'
> & { readonly state: 'DRAFT' | 'CHECKED'; readonly hasLines: boolean };

/** The reports that are not submitted, those that are due first first. */
export async function draftReports(reader: Reader, plans: PlansAsked): Promise<DraftReport[]> {
  const parameters: unknown[] = [];
  const inScope = asked(plans, reader.scope, parameters);
  const rows = await reader.query<Omit<DraftReport, 'number'> & { readonly number: string }>(
    `select r.id, r.number, r.plan_id as "planId", r.supplier_kvk_number as "supplierKvkNumber", r.quarter, r.sequence,
            r.state, r.due_on as "dueOn", r.last_edited_by as "lastEditedBy",
            jsonb_array_length(r.lines -> 'placements') + jsonb_array_length(r.lines -> 'purchases')
              + jsonb_array_length(r.lines -> 'activities') > 0 as "hasLines"
     from placements.report r join plans.plan p on p.id = r.plan_id
     where r.state <> 'SUBMITTED' and r.on_behalf_side is null and ${inScope}
     order by r.due_on, r.number limit ${MOST_LOOKED_AT}`,
    parameters,
  );
  return inOneLook(reader, rows).map((row) => ({ ...row, number: toExact(row.number) }));
}

/** A quarter that is over and of which a plan has neither a submitted report nor a claim. */
export interface UnreportedQuarter {
  readonly planId: string;
  readonly quarter: LocalDate;
  readonly dueOn: LocalDate;
  /** Who reported on the plan last, or has somebody at work in it; or else the first with an obligation in it. */
  readonly supplierKvkNumber: string;
  /** The report was begun. */
  readonly begun: boolean;
}

/**
 * The quarters of the last two years, since the plan was made and while an obligation in it runs, of which nothing was
 * reported; of approved plans. As everywhere, a quarter is reported when any supplier of the group did.
 */
export async function unreportedQuarters(
  reader: Reader,
  plans: PlansAsked,
  today: LocalDate,
): Promise<UnreportedQuarter[]> {
  const parameters: unknown[] = [today];
  const inScope = asked(plans, reader.scope, parameters);
  const rows = await reader.query<UnreportedQuarter>(
    `with followed as (
       select p.id, min(c.supplier_kvk_number) as supplier, greatest(
                min(c.starts_on), (p.recorded_at at time zone 'Europe/Amsterdam')::date,
                (date_trunc('quarter', $1::timestamp) - interval '${QUARTERS_BACK * 3} months')::date) as first,
              least(max(c.ends_on), $1::date) as last
       from plans.plan p
       join plans.membership m on m.plan_id = p.id and m.left_at is null
       join contracts.contract c on c.id = m.obligation_id and c.state <> 'SETTLED'
       where p.state = 'APPROVED' and ${inScope}
       group by p.id
     ), quarters as (
       select f.id, f.supplier, q::date as quarter, (q + interval '3 months')::date as next
       from followed f
       cross join lateral generate_series(date_trunc('quarter', f.first::timestamp), f.last::timestamp, '3 months') q
       where q + interval '3 months' <= $1::date
     )
     select q.id as "planId", q.quarter, coalesce(d.due_on, q.next + ${REPORT_TERM_DAYS - 1}) as "dueOn",
            coalesce(
              d.supplier_kvk_number,
              (select l.supplier_kvk_number from placements.report l where l.plan_id = q.id order by l.due_on desc, l.number desc limit 1),
              (select w.supplier_kvk_number from placements.placement w where w.plan_id = q.id order by w.starts_on desc, w.id desc limit 1),
              q.supplier) as "supplierKvkNumber",
            d.id is not null as begun
     from quarters q
     left join lateral (
       select r.id, r.due_on, r.supplier_kvk_number from placements.report r
       where r.plan_id = q.id and r.quarter = q.quarter and r.state <> 'SUBMITTED' and r.on_behalf_side is null
       order by r.number limit 1) d on true
     where not exists (select from placements.report r
                       where r.plan_id = q.id and r.quarter = q.quarter and r.state = 'SUBMITTED')
       and not exists (select from placements.claim c
                       where c.plan_id = q.id and c.period_from >= q.quarter and c.period_from < q.next)
     order by "dueOn", "planId", quarter limit ${MOST_LOOKED_AT}`,
    parameters,
  );
  return inOneLook(reader, rows);
}

/** What waits in a plan for a decision. */
export interface WaitingClaims {
  readonly planId: string;
  readonly count: number;
  readonly withWarnings: number;
  /** The first day on which an answer is due. */
  readonly dueOn: LocalDate;
}

/** How many claims of each plan wait, the first due first. */
export async function waitingClaims(reader: Reader, plans: PlansAsked): Promise<WaitingClaims[]> {
  const parameters: unknown[] = [];
  const inScope = asked(plans, reader.scope, parameters);
  const rows = await reader.query<WaitingClaims & Record<'count' | 'withWarnings', string>>(
    `select c.plan_id as "planId", count(*) as count, count(*) filter (where c.warnings <> '[]') as "withWarnings",
            min(c.answer_due_on) as "dueOn"
     from placements.claim c join plans.plan p on p.id = c.plan_id
     where c.status = 'CLAIMED' and ${inScope}
     group by c.plan_id order by min(c.answer_due_on), c.plan_id limit ${MOST_LOOKED_AT}`,
    parameters,
  );
  return inOneLook(reader, rows).map((row) => ({
    ...row,
    count: toExact(row.count),
    withWarnings: toExact(row.withWarnings),
  }));
}

/** Claims of a supplier on a plan for a quarter that were refused or taken back, and did not come again. */
export interface RefusedClaims {
  readonly planId: string;
  readonly supplierKvkNumber: string;
  readonly quarter: LocalDate;
  /** The last report that they came with; null when they came by themselves. */
  readonly reportId: string | null;
  readonly reportNumber: number | null;
  readonly count: number;
  /** The day of the first of these decisions, also when that one asks no more: reminders count from it. */
  readonly since: LocalDate;
}

/**
 * What was refused or taken back, some of it in the last 92 days, of claims whose answer was due in the last year, and did not come
 * again: no later claim has days of the same placement, or of the same block, and nothing was submitted for the same quarter
 * since.
 */
export async function refusedClaims(reader: Reader, plans: PlansAsked, today: LocalDate): Promise<RefusedClaims[]> {
  const parameters: unknown[] = [today];
  const inScope = asked(plans, reader.scope, parameters);
  const rows = await reader.query<
    Omit<RefusedClaims, 'count' | 'reportNumber'> & { readonly count: string; readonly reportNumber: string | null }
  >(
    `with refused as (
       select c.*, date_trunc('quarter', c.period_from::timestamp)::date as quarter,
              coalesce(c.reversed_on, c.decided_on) as refused_on, coalesce(c.reversed_at, c.decided_at) as refused_at
       from placements.claim c join plans.plan p on p.id = c.plan_id
       where c.status in ('REJECTED', 'REVERSED') and c.answer_due_on > $1::date - ${REFUSED_TERM_DAYS} and ${inScope}
     )
     select r.plan_id as "planId", r.supplier_kvk_number as "supplierKvkNumber", r.quarter, l.id as "reportId",
            l.number as "reportNumber", count(*) filter (where r.refused_on > $1::date - ${REFUSED_DAYS}) as count,
            min(r.refused_on) as since
     from refused r left join placements.report l on l.id = r.report_id
     where not exists (select from placements.claim n
                       where n.plan_id = r.plan_id and n.number > r.number and n.status in ('CLAIMED', 'ACCEPTED')
                         and n.supplier_kvk_number = r.supplier_kvk_number and n.block = r.block
                         and n.placement_id is not distinct from r.placement_id
                         and n.period_from <= r.period_to and n.period_to >= r.period_from)
       and not exists (select from placements.report s
                       where s.plan_id = r.plan_id and s.supplier_kvk_number = r.supplier_kvk_number
                         and s.quarter = r.quarter and s.state = 'SUBMITTED' and s.submitted_at > r.refused_at)
     group by 1, 2, 3, 4, 5 having max(r.refused_on) > $1::date - ${REFUSED_DAYS}
     order by since, 1, 2, 3, 5 limit ${MOST_LOOKED_AT}`,
    parameters,
  );
  return inOneLook(reader, rows).map((row) => ({
    ...row,
    count: toExact(row.count),
    reportNumber: row.reportNumber === null ? null : toExact(row.reportNumber),
  }));
}

/** A placement that runs, in a block that counts a limited number of hours. */
export interface CountedPlacement {
  readonly placementId: string;
  readonly ref: string;
  readonly planId: string;
  readonly supplierKvkNumber: string;
  readonly countedCentihours: Centihours;
  /** The day of the decision that brought it near; null when that is not known any more. */
  readonly since: LocalDate | null;
}

/** What counts as near, per plan and block: at least so many counted hours, and less than the limit itself. */
export interface NearLimit {
  readonly planId: string;
  readonly block: string;
  readonly fromCentihours: bigint;
  readonly limitCentihours: bigint;
}

/** The running placements whose candidate used so much of the limit of a block, in these plans; those of one plan together. */
export async function placementsNearLimit(
  reader: Reader,
  limits: readonly NearLimit[],
  today: LocalDate,
): Promise<CountedPlacement[]> {
  if (limits.length === 0) return [];
  const rows = await reader.query<Omit<CountedPlacement, 'countedCentihours'> & { readonly countedCentihours: string }>(
    `select w.id as "placementId", w.ref, w.plan_id as "planId", w.supplier_kvk_number as "supplierKvkNumber",
            u.centihours as "countedCentihours",
            (select min(c.decided_on) from placements.placement o join placements.claim c on c.placement_id = o.id
             where o.supplier_kvk_number = w.supplier_kvk_number and o.candidate = w.candidate and o.block = w.block
               and c.status = 'ACCEPTED' and c.used_before + c.counted_centihours >= k.near) as since
     from unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[]) as k (plan_id, block, near, most)
     join placements.placement w on w.plan_id = k.plan_id and w.block = k.block
     join placements.counted u on u.supplier_kvk_number = w.supplier_kvk_number and u.candidate = w.candidate
                               and u.block = w.block
     where u.centihours >= k.near and u.centihours < k.most
       and w.starts_on <= $5::date and (w.ends_on is null or w.ends_on >= $5::date)
     order by w.plan_id, w.id limit ${MOST_LOOKED_AT}`,
    [
      limits.map(({ planId }) => planId),
      limits.map(({ block }) => block),
      limits.map(({ fromCentihours }) => String(fromCentihours)),
      limits.map(({ limitCentihours }) => String(limitCentihours)),
      today,
    ],
  );
  return inOneLook(reader, rows).map((row) => ({ ...row, countedCentihours: toExact(row.countedCentihours) }));
}
