import type { LocalDate } from '@sr/kernel';
import { toExact, type Reader } from '@sr/platform';

/** A balance that is not the sum of its entries, or a rule that the entries break. */
export interface Breach {
  readonly invariant: string;
  readonly detail: string;
}

/** Each question finds the rows that break a rule; all of them are worked out anew from the entries. */
const QUESTIONS: Record<string, string> = {
  'A1 claims add up': `
    select a.id::text as detail from allocation.acceptance a
    left join (select acceptance_id, sum(cents) as cents, sum(centihours) as centihours from allocation.entry group by 1) e
      on e.acceptance_id = a.id
    where coalesce(e.cents, 0) <> case when a.reversed_at is null then a.value_cents else 0 end
       or coalesce(e.centihours, 0) <> case when a.reversed_at is null then a.job_centihours else 0 end`,
  'A2 accounts': `
    select a.obligation_id::text as detail from allocation.account a
    left join (select obligation_id, sum(cents) as cents, sum(centihours) as centihours from allocation.entry group by 1) e
      on e.obligation_id = a.obligation_id
    where a.allocated_cents <> coalesce(e.cents, 0) or a.centihours <> coalesce(e.centihours, 0)
       or a.allocated_cents not between 0 and a.amount_cents`,
  'A3 positions': `
    select coalesce(p.acceptance_id, e.acceptance_id)::text as detail from allocation.position p
    full join (select acceptance_id, obligation_id, sum(cents) as cents, sum(centihours) as centihours
               from allocation.entry group by 1, 2) e
      on e.acceptance_id = p.acceptance_id
     and coalesce(e.obligation_id::text, '') = coalesce(p.obligation_id::text, '')
    where p.cents is distinct from e.cents or p.centihours is distinct from e.centihours or p.cents < 0 or p.centihours < 0`,
  'quarters of obligations': `
    select coalesce(q.obligation_id, e.obligation_id)::text as detail from allocation.obligation_quarter q
    full join (select obligation_id, date_trunc('quarter', period_to::timestamp)::date as quarter, sum(cents) as cents,
                      sum(centihours) as centihours,
                      coalesce(sum(centihours) filter (where register_indicated), 0) as register,
                      coalesce(sum(centihours) filter (where employment_form = 'FORMAL'), 0) as formal
               from allocation.entry where obligation_id is not null group by 1, 2) e
      on e.obligation_id = q.obligation_id and e.quarter = q.quarter
    where q.cents is distinct from e.cents or q.centihours is distinct from e.centihours
       or q.register_centihours is distinct from e.register or q.formal_centihours is distinct from e.formal`,
  'quarters of surplus': `
    select coalesce(q.plan_id, e.plan_id)::text as detail from allocation.surplus_quarter q
    full join (select plan_id, date_trunc('quarter', period_to::timestamp)::date as quarter, sum(cents) as cents,
                      sum(centihours) as centihours
               from allocation.entry where obligation_id is null group by 1, 2) e
      on e.plan_id = q.plan_id and e.quarter = q.quarter
    where q.cents is distinct from e.cents or q.centihours is distinct from e.centihours`,
};

/** Every balance and claim that does not agree with the entries. Reads the whole ledger: for nights and tests. */
export async function findBreaches(reader: Reader): Promise<Breach[]> {
  const breaches: Breach[] = [];
  for (const [invariant, question] of Object.entries(QUESTIONS)) {
    const rows = await reader.query<{ detail: string }>(`${question} limit 20`);
    breaches.push(...rows.map(({ detail }) => ({ invariant, detail })));
  }
  return breaches;
}

/** The plans that have cents on their surplus. */
export async function plansWithSurplus(reader: Reader): Promise<string[]> {
  const rows = await reader.query<{ planId: string }>(
    `select distinct plan_id as "planId" from allocation.position where obligation_id is null and cents > 0`,
  );
  return rows.map((row) => row.planId);
}

/** An account beside what the contract says. */
export interface AccountFacts {
  readonly amountCents: number;
  readonly settledOn: LocalDate | null;
}

/** Every account, a page at a time, by the id of its obligation. */
export async function* allAccounts(reader: Reader): AsyncGenerator<Map<string, AccountFacts>> {
  for (let after: string | null = null; ;) {
    const rows: { id: string; amountCents: string; settledOn: LocalDate | null }[] = await reader.query(
      `select obligation_id as id, amount_cents as "amountCents", settled_on as "settledOn" from allocation.account
       where $1::uuid is null or obligation_id > $1 order by obligation_id limit 1000`,
      [after],
    );
    const last = rows.at(-1);
    if (!last) return;
    yield new Map(rows.map(({ id, amountCents, settledOn }) => [id, { amountCents: toExact(amountCents), settledOn }]));
    after = last.id;
  }
}
