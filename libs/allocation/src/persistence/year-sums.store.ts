import type { LocalDate } from '@sr/kernel';
import type { Reader } from '@sr/platform';

/** Sums over the ledger for a report year, of one principal's obligations. */
export interface LedgerSums {
  readonly principalCode: string;
  /** Of claims whose period ends in the year. */
  readonly realisedCents: bigint;
  readonly centihours: bigint;
  readonly formalCentihours: bigint;
  readonly hiredInCentihours: bigint;
  readonly registerCentihours: bigint;
  /** Of claims that end by the end of the year, on the obligations that were awarded by then and not settled. */
  readonly onOpenCents: bigint;
}

/** Sums over the surplus of all plans, of claims whose period ends in the year. */
export interface SurplusSums {
  readonly surplusCents: bigint;
  readonly surplusCentihours: bigint;
}

/** The balances per quarter: their number grows with the obligations and their years, not with the claims. */
const BALANCES = {
  onObligations: `
    select obligation_id, quarter as day, cents, centihours, formal_centihours, hired_in_centihours, register_centihours
    from allocation.obligation_quarter`,
  onSurplus: 'select quarter as day, cents, centihours from allocation.surplus_quarter',
};

/** The entries that were recorded by the end of a day. */
const ENTRIES = {
  onObligations: `
    select obligation_id, period_to as day, cents, centihours,
           case when employment_form = 'FORMAL' then centihours else 0 end as formal_centihours,
           case when employment_form = 'HIRED_IN' then centihours else 0 end as hired_in_centihours,
           case when register_indicated then centihours else 0 end as register_centihours
    from allocation.entry where obligation_id is not null and recorded_on <= $2::date`,
  onSurplus: `
    select period_to as day, cents, centihours
    from allocation.entry where obligation_id is null and recorded_on <= $2::date`,
};

const IN_YEAR = 'day between make_date($1::int, 1, 1) and make_date($1::int, 12, 31)';
const sumInYear = (column: string): string => `coalesce(sum(${column}) filter (where ${IN_YEAR}), 0)`;

/**
 * The sums of a year per principal. With `history` they are made of the entries that were recorded by the end of
 * `knownOn`; without it, of the balances as they are.
 */
export async function ledgerSums(
  reader: Reader,
  year: number,
  knownOn: LocalDate,
  history: boolean,
): Promise<LedgerSums[]> {
  const rows = await reader.query<Record<keyof LedgerSums, string>>(
    `select a.principal_code as "principalCode",
            ${sumInYear('l.cents')} as "realisedCents",
            ${sumInYear('l.centihours')} as centihours,
            ${sumInYear('l.formal_centihours')} as "formalCentihours",
            ${sumInYear('l.hired_in_centihours')} as "hiredInCentihours",
            ${sumInYear('l.register_centihours')} as "registerCentihours",
            coalesce(sum(l.cents) filter (where a.awarded_on <= make_date($1::int, 12, 31)
              and (a.settled_on is null or a.settled_on > least(make_date($1::int, 12, 31), $2::date))), 0) as "onOpenCents"
     from allocation.account a
     join (${history ? ENTRIES.onObligations : BALANCES.onObligations}) l on l.obligation_id = a.obligation_id
     where l.day <= make_date($1::int, 12, 31)
     group by a.principal_code order by a.principal_code`,
    [year, knownOn],
  );
  return rows.map((row) => ({
    principalCode: row.principalCode,
    realisedCents: BigInt(row.realisedCents),
    centihours: BigInt(row.centihours),
    formalCentihours: BigInt(row.formalCentihours),
    hiredInCentihours: BigInt(row.hiredInCentihours),
    registerCentihours: BigInt(row.registerCentihours),
    onOpenCents: BigInt(row.onOpenCents),
  }));
}

/** The surplus of a year; `knownOn` and `history` as in `ledgerSums`. */
export async function surplusSums(
  reader: Reader,
  year: number,
  knownOn: LocalDate,
  history: boolean,
): Promise<SurplusSums> {
  const rows = await reader.query<{ cents: string; centihours: string }>(
    `select coalesce(sum(cents), 0) as cents, coalesce(sum(centihours), 0) as centihours
     from (${history ? ENTRIES.onSurplus : BALANCES.onSurplus}) l
     where ${IN_YEAR} and $2::date is not null`,
    [year, knownOn],
  );
  const row = rows[0] ?? { cents: '0', centihours: '0' };
  return { surplusCents: BigInt(row.cents), surplusCentihours: BigInt(row.centihours) };
}
