import { contractInScope } from '@sr/contracts';
import type { Cents, LocalDate } from '@sr/kernel';
import { MOST_LOOKED_AT, inOneLook, toExact, type Reader } from '@sr/platform';

/** A contract in its term, or before it, with what tells whether somebody has something to do. */
export interface RunningContract {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly principalCode: string;
  readonly supplierKvkNumber: string;
  readonly awardedOn: LocalDate;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly inPlan: boolean;
  /** It waits for the answer to the question whether it joins a plan. */
  readonly proposed: boolean;
  /** What there is to fill; null of a goal without euros. */
  readonly amountCents: Cents | null;
  readonly allocatedCents: Cents;
  /** The days by which the principal decides whether it goes on. */
  readonly extensionDays: readonly LocalDate[];
}

interface Row extends Omit<RunningContract, 'amountCents' | 'allocatedCents'> {
  readonly amountCents: string | null;
  readonly allocatedCents: string;
}

/**
 * The open contracts in the reader's scope (of these only, if told) whose term is not over and that are in no plan; that
 * are behind at half of their term; that end within a year with something left; or about whose extension is decided
 * within so many months. What is asked exactly is for the rules; this keeps from reading what asks nothing.
 */
export async function runningContracts(
  reader: Reader,
  today: LocalDate,
  ids: readonly string[] | null,
  { behindPercent, endMonths, extensionMonths }: Record<'behindPercent' | 'endMonths' | 'extensionMonths', number>,
): Promise<RunningContract[]> {
  const parameters: unknown[] = [today, ids];
  const scope = contractInScope(reader.scope, 'c', parameters);
  const left = 'coalesce(a.allocated_cents, 0) < c.amount_cents';
  const some = (condition: string, order: string): string =>
    `(select c.id from contracts.contract c left join allocation.account a on a.obligation_id = c.id
      join contracts.obligation o on o.contract_id = c.id and (c.amount_cents > 0 or o.goal > 0)
      where c.state = 'OPEN' and c.ends_on >= $1::date and ($2::uuid[] is null or c.id = any ($2::uuid[])) and ${scope}
        and ${condition}
      order by ${order}, c.id limit ${MOST_LOOKED_AT})`;
  const rows = await reader.query<Row>(
    `with asked as (
       ${some('not c.in_plan', 'c.awarded_on')}
       union
       ${some(
         `c.starts_on + (c.ends_on - c.starts_on + 1) / 2 <= $1::date
          and coalesce(a.allocated_cents, 0)::numeric * 100 < c.amount_cents::numeric * ${behindPercent}`,
         'c.ends_on',
       )}
       union
       ${some(
         `c.starts_on <= $1::date and c.ends_on <= ($1::date + interval '${endMonths + 1} months')::date and ${left}`,
         'c.ends_on',
       )}
       union
       ${some(
         `c.extension_options <> '[]' and exists (
            select from jsonb_array_elements(c.extension_options) o where (o ->> 'decideOn')::date
              between $1::date and ($1::date + interval '${extensionMonths + 1} months')::date)`,
         'c.ends_on',
       )}
     )
     select c.id, c.number, c.title, c.principal_code as "principalCode", c.supplier_kvk_number as "supplierKvkNumber",
            c.awarded_on as "awardedOn", c.starts_on as "startsOn", c.ends_on as "endsOn", c.in_plan as "inPlan",
            exists (select from plans.proposal r where r.obligation_id = c.id and r.state = 'PROPOSED') as proposed,
            case when o.kind <> 'FORM_FREE' then c.amount_cents end as "amountCents",
            coalesce(a.allocated_cents, 0) as "allocatedCents",
            (select coalesce(array_agg(e ->> 'decideOn' order by e ->> 'decideOn'), '{}')
             from jsonb_array_elements(c.extension_options) e) as "extensionDays"
     from asked
     join contracts.contract c on c.id = asked.id
     join contracts.obligation o on o.contract_id = c.id
     left join allocation.account a on a.obligation_id = c.id
     order by c.ends_on, c.number`,
    parameters,
  );
  return inOneLook(reader, rows).map(({ amountCents, allocatedCents, ...row }) => ({
    ...row,
    amountCents: amountCents === null ? null : toExact(amountCents),
    allocatedCents: toExact(allocatedCents),
  }));
}

/** The first day on which a principal took part in the network; null before there is any. */
export async function networkSince(reader: Reader): Promise<LocalDate | null> {
  const [row] = await reader.query<{ day: LocalDate | null }>(
    `select min(joined_on) as day from identity.network_membership`,
  );
  return row?.day ?? null;
}
