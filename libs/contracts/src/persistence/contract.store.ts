import type { LocalDate } from '@sr/kernel';
import { refuseOn, toExact, type Reader, type Tx } from '@sr/platform';
import { numberTaken, referenceTaken } from '../contracts.errors';
import type { Contract } from '../domain/contract';
import type { ObligationTerms } from '../domain/obligation';
import {
  contractSchema,
  obligationSchema,
  revisionSchema,
  type ObligationRow,
  type RevisionRow,
} from './contract.schema';

/** An obligation as it is kept: what it is called, whose it is, when it runs, and for how much. */
export interface StoredObligation {
  /** The id of the contract that carries it. */
  readonly id: string;
  readonly number: string;
  readonly principalCode: string;
  readonly supplierKvkNumber: string;
  readonly awardedOn: LocalDate;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly terms: ObligationTerms;
  readonly amountCents: number;
  readonly settledOn: LocalDate | null;
}

/** Sums over the obligations of one principal, in cents. */
export interface ObligationSums {
  readonly principalCode: string;
  /** Of the obligations awarded in the year. */
  readonly imposedCents: bigint;
  /** Of every obligation's part for the days of its term in the year. */
  readonly annualisedCents: bigint;
  /** Of the obligations awarded by the end of the year and not settled by then. */
  readonly openCents: bigint;
}

export async function insertContract(tx: Tx, contract: Contract): Promise<void> {
  const taken = {
    contract_number_once: numberTaken(contract.number),
    contract_reference_once: referenceTaken(contract.reference ?? ''),
  };
  await refuseOn(taken, () => tx.manager.insert(contractSchema, contract));
}

export async function insertObligation(tx: Tx, row: ObligationRow): Promise<void> {
  await tx.manager.insert(obligationSchema, row);
}

export async function insertRevision(tx: Tx, row: RevisionRow): Promise<void> {
  await tx.manager.insert(revisionSchema, row);
}

export async function updateAmount(tx: Tx, id: string, terms: ObligationTerms, amountCents: number): Promise<void> {
  const baseCents = terms.kind === 'PERCENTAGE' ? terms.baseCents : null;
  await tx.manager.update(obligationSchema, { contractId: id }, { baseCents, amountCents });
}

export async function updateSettledOn(tx: Tx, id: string, settledOn: LocalDate): Promise<void> {
  await tx.manager.update(obligationSchema, { contractId: id }, { settledOn });
}

export function contractByNumber(reader: Reader, number: string): Promise<Contract | null> {
  return reader.manager.findOneBy(contractSchema, { number });
}

/** The principal's own number: unique per principal. */
export function contractByReference(
  reader: Reader,
  principalCode: string,
  reference: string,
): Promise<Contract | null> {
  return reader.manager.findOneBy(contractSchema, { principalCode, reference });
}

interface FlatObligation extends Omit<StoredObligation, 'terms' | 'amountCents'> {
  readonly kind: ObligationRow['kind'];
  readonly basis: ObligationRow['basis'];
  readonly baseCents: string | null;
  readonly rateBp: string | null;
  readonly capCents: string | null;
  readonly amountCents: string;
}

/** The obligations with these ids, in the order of their numbers. With `lock` no one else can change them meanwhile. */
export async function obligationsById(
  reader: Reader,
  ids: readonly string[],
  lock = false,
): Promise<StoredObligation[]> {
  const rows = await reader.query<FlatObligation>(
    `select c.id, c.number, c.principal_code as "principalCode", c.supplier_kvk_number as "supplierKvkNumber",
            c.awarded_on as "awardedOn", c.starts_on as "startsOn", c.ends_on as "endsOn",
            o.kind, o.basis, o.base_cents as "baseCents", o.rate_bp as "rateBp", o.cap_cents as "capCents",
            o.amount_cents as "amountCents", o.settled_on as "settledOn"
     from contracts.obligation o join contracts.contract c on c.id = o.contract_id
     where o.contract_id = any ($1::uuid[])
     order by c.number${lock ? ' for update of o' : ''}`,
    [ids],
  );
  return rows.map(toObligation);
}

function toObligation(row: FlatObligation): StoredObligation {
  const { kind, basis, baseCents, rateBp, capCents, amountCents, ...rest } = row;
  const terms: ObligationTerms =
    kind === 'FIXED'
      ? { kind, amountCents: toExact(amountCents) }
      : {
          kind,
          basis: basis ?? 'CONTRACT_VALUE',
          baseCents: toExact(baseCents ?? 0),
          rateBp: toExact(rateBp ?? 0),
          capCents: capCents === null ? null : toExact(capCents),
        };
  return { ...rest, terms, amountCents: toExact(amountCents) };
}

/** Days of the term in the year over all days of the term, times the amount, rounded half up per obligation. */
const ANNUALISED = `(2 * amount_cents * greatest(0, least(ends_on, make_date($1::int, 12, 31)) - greatest(starts_on, make_date($1::int, 1, 1)) + 1)
                     + (ends_on - starts_on + 1)) / (2 * (ends_on - starts_on + 1))`;

/** What every report of a year sums over, one row an obligation: as it is, or as it was known at the end of a day. */
const AS_IT_IS = `
  select c.principal_code, c.awarded_on, c.starts_on, c.ends_on, o.settled_on, o.amount_cents
  from contracts.obligation o join contracts.contract c on c.id = o.contract_id`;
const AS_IT_WAS_KNOWN = `
  select r.principal_code, c.awarded_on, r.starts_on, r.ends_on, o.settled_on, r.amount_cents
  from (
    select distinct on (contract_id) * from contracts.revision where recorded_on <= $2::date order by contract_id, id desc
  ) r
  join contracts.contract c on c.id = r.contract_id and c.recorded_on <= $2::date
  join contracts.obligation o on o.contract_id = r.contract_id`;

/**
 * The sums of a year per principal with an obligation that counts. An obligation counts from the day that its contract
 * was recorded, in a plan or not. With `history` the amounts in force at the end of `knownOn` are read from the
 * revisions; without it, from the obligations as they are.
 */
export async function yearSums(
  reader: Reader,
  year: number,
  knownOn: LocalDate,
  history: boolean,
): Promise<ObligationSums[]> {
  const rows = await reader.query<Record<keyof ObligationSums, string>>(
    `select principal_code as "principalCode",
            coalesce(sum(amount_cents) filter (where extract(year from awarded_on) = $1::int), 0) as "imposedCents",
            sum(${ANNUALISED}) as "annualisedCents",
            coalesce(sum(amount_cents) filter (where awarded_on <= make_date($1::int, 12, 31)
              and (settled_on is null or settled_on > least(make_date($1::int, 12, 31), $2::date))), 0) as "openCents"
     from (${history ? AS_IT_WAS_KNOWN : AS_IT_IS}) obligation
     group by principal_code order by principal_code`,
    [year, knownOn],
  );
  return rows.map((row) => ({
    principalCode: row.principalCode,
    imposedCents: BigInt(row.imposedCents),
    annualisedCents: BigInt(row.annualisedCents),
    openCents: BigInt(row.openCents),
  }));
}
