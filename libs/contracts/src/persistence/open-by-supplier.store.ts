import type { LocalDate } from '@sr/kernel';
import type { Reader } from '@sr/platform';
import { inScope } from './scope';

/** What a supplier has open on a day: the amounts in force of its obligations in euros that are not settled. */
export interface OpenOfSupplier {
  readonly supplierKvkNumber: string;
  readonly openCents: bigint;
  readonly obligations: number;
  /** The principals of those obligations, by code. */
  readonly principalCodes: readonly string[];
}

const AS_IT_IS = `select o.contract_id, k.principal_code, o.amount_cents
  from contracts.obligation o join contracts.contract k on k.id = o.contract_id`;
const AS_IT_WAS = `select distinct on (contract_id) contract_id, principal_code, amount_cents from contracts.revision
  where recorded_on <= $1::date order by contract_id, id desc`;

/**
 * What each supplier with a contract in sight has open at the end of `on`: awarded by then, not settled by then, and with
 * an amount. With `history` the amounts are those recorded by the end of that day; without it, those of now.
 */
export async function openBySupplier(reader: Reader, on: LocalDate, history: boolean): Promise<OpenOfSupplier[]> {
  const parameters: unknown[] = [on];
  const scope = inScope(reader.scope, 'c', parameters);
  const rows = await reader.query<Omit<OpenOfSupplier, 'openCents'> & { openCents: string }>(
    `select c.supplier_kvk_number as "supplierKvkNumber", sum(f.amount_cents) as "openCents", count(*)::int as obligations,
            array_agg(distinct f.principal_code) as "principalCodes"
     from (${history ? AS_IT_WAS : AS_IT_IS}) f
     join contracts.contract c on c.id = f.contract_id
     join contracts.obligation o on o.contract_id = f.contract_id
     where o.kind <> 'FORM_FREE' and f.amount_cents > 0 and c.awarded_on <= $1::date
       and (o.settled_on is null or o.settled_on > $1::date) and ${scope}
     group by c.supplier_kvk_number`,
    parameters,
  );
  return rows.map((row) => ({ ...row, openCents: BigInt(row.openCents) }));
}
