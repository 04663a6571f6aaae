import type { LocalDate } from '@sr/kernel';
import { toExact, type Reader } from '@sr/platform';
import type { Accepted } from '../domain/progress';

/** The job hours of a form-free plan in a year, with the persons behind them. */
export interface FormFreeJobs {
  readonly planId: string;
  readonly persons: number;
  readonly centihours: bigint;
  readonly formalCentihours: bigint;
  readonly hiredInCentihours: bigint;
  readonly registerCentihours: bigint;
}

/** Whether the database shows the plan whole to who asks: the same as the rule `seesWhole`, held a second time. */
export async function isShownWhole(reader: Reader, planId: string): Promise<boolean> {
  const [row] = await reader.query<{ whole: boolean }>(
    'select (select platform.sees_everything()) or plans.seen_whole($1::uuid) as whole',
    [planId],
  );
  return row?.whole === true;
}

/** What is accepted now in each of these plans; a plan without accepted claims is not in the answer. */
export async function formFreeProgress(reader: Reader, planIds: readonly string[]): Promise<Map<string, Accepted>> {
  const rows = await reader.query<{ planId: string; persons: string; centihours: string; activities: string }>(
    `select c.plan_id as "planId", count(distinct p.person_id) as persons,
            coalesce(sum(c.accepted_centihours) filter (where c.kind = 'PLACEMENT'), 0) as centihours,
            count(*) filter (where c.kind = 'ACTIVITY') as activities
     from placements.claim c left join placements.placement p on p.id = c.placement_id
     where c.plan_id = any ($1::uuid[]) and c.status = 'ACCEPTED'
     group by c.plan_id`,
    [planIds],
  );
  return new Map(
    rows.map(({ planId, persons, centihours, activities }) => [
      planId,
      { persons: toExact(persons), centihours: toExact(centihours), activities: toExact(activities) },
    ]),
  );
}

/** The job hours of a year of every form-free plan that has any, as known at the end of a day. */
export async function formFreeJobs(reader: Reader, year: number, knownOn: LocalDate): Promise<FormFreeJobs[]> {
  const rows = await reader.query<Record<Exclude<keyof FormFreeJobs, 'planId'>, string> & { planId: string }>(
    `select c.plan_id as "planId", count(distinct p.person_id) as persons, sum(c.job_centihours) as centihours,
            coalesce(sum(c.job_centihours) filter (where p.employment_form = 'FORMAL'), 0) as "formalCentihours",
            coalesce(sum(c.job_centihours) filter (where p.employment_form = 'HIRED_IN'), 0) as "hiredInCentihours",
            coalesce(sum(c.job_centihours) filter (where c.register_indicated), 0) as "registerCentihours"
     from placements.claim c join placements.placement p on p.id = c.placement_id
     where c.plan_id in (select plan.id from plans.plan where plan.kind = 'FORM_FREE')
       and c.period_to between make_date($1::int, 1, 1) and make_date($1::int, 12, 31)
       and c.job_centihours > 0 and c.decided_on <= $2::date and (c.reversed_on is null or c.reversed_on > $2::date)
     group by c.plan_id order by c.plan_id`,
    [year, knownOn],
  );
  return rows.map((row) => ({
    planId: row.planId,
    persons: toExact(row.persons),
    centihours: BigInt(row.centihours),
    formalCentihours: BigInt(row.formalCentihours),
    hiredInCentihours: BigInt(row.hiredInCentihours),
    registerCentihours: BigInt(row.registerCentihours),
  }));
}
