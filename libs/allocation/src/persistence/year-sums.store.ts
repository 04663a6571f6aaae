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

/** The sums of a year: per principal, and of the surplus of all plans, of claims whose period ends in the year. */
export interface YearSums {
  readonly perPrincipal: readonly LedgerSums[];
  readonly surplusCents: bigint;
  readonly surplusCentihours: bigint;
}

/** The balances per quarter: their number grows with the obligations and their years, not with the claims. */
const OBLIGATION_QUARTERS = `
  select obligation_id, quarter as day, cents, centihours, formal_centihours, hired_in_centihours, register_centihours
  from allocation.obligation_quarter`;
const SURPLUS_QUARTERS = `
  select null::uuid as obligation_id, quarter as day, cents, centihours, 0 as formal_centihours,
         0 as hired_in_centihours, 0 as register_centihours
  from allocation.surplus_quarter`;

/** The entries that were recorded by the end of a day. */
const ENTRIES = `
  select obligation_id, period_to as day, cents, centihours,
         case when employment_form = 'FORMAL' then centihours else 0 end as formal_centihours,
         case when employment_form = 'HIRED_IN' then centihours else 0 end as hired_in_centihours,
         case when register_indicated then centihours else 0 end as register_centihours
  from allocation.entry where recorded_on <= $2::date`;

const sumInYear = (column: string): string =>
  `coalesce(sum(${column}) filter (where l.day >= make_date($1::int, 1, 1)), 0)`;

/** Sums lines per principal of their account; those without an account, the surplus, on a row without principal. */
const sumsOf = (lines: string, account: string): string => `
  select a.principal_code as "principalCode",
         ${sumInYear('l.cents')} as "realisedCents",
         ${sumInYear('l.centihours')} as centihours,
         ${sumInYear('l.formal_centihours')} as "formalCentihours",
         ${sumInYear('l.hired_in_centihours')} as "hiredInCentihours",
         ${sumInYear('l.register_centihours')} as "registerCentihours",
         coalesce(sum(l.cents) filter (where a.awarded_on <= make_date($1::int, 12, 31)
           and (a.settled_on is null or a.settled_on > least(make_date($1::int, 12, 31), $2::date))), 0) as "onOpenCents"
  from (${lines}) l ${account}
  where l.day <= make_date($1::int, 12, 31)
  group by a.principal_code`;

// The two kinds of balances stand apart, so each is summed in its own way; the entries are one long table, read once.
const OF_BALANCES = `
  ${sumsOf(OBLIGATION_QUARTERS, 'join allocation.account a on a.obligation_id = l.obligation_id')}
  union all
  ${sumsOf(SURPLUS_QUARTERS, 'left join allocation.account a on false')}`;
const OF_ENTRIES = sumsOf(ENTRIES, 'left join allocation.account a on a.obligation_id = l.obligation_id');

/**
 * The sums of a year. With `history` they are made of the entries that were recorded by the end of `knownOn`; without
 * it, of the balances as they are. What is on no obligation is on no principal: the surplus.
 */
export async function yearSums(reader: Reader, year: number, knownOn: LocalDate, history: boolean): Promise<YearSums> {
  const rows = await reader.query<
    Record<Exclude<keyof LedgerSums, 'principalCode'>, string> & { principalCode: string | null }
  >(`${history ? OF_ENTRIES : OF_BALANCES} order by "principalCode"`, [year, knownOn]);
  const surplus = rows.find((row) => row.principalCode === null);
  return {
    perPrincipal: rows.flatMap(({ principalCode, ...row }) =>
      principalCode === null ? [] : [toSums(principalCode, row)],
    ),
    surplusCents: BigInt(surplus?.realisedCents ?? 0),
    surplusCentihours: BigInt(surplus?.centihours ?? 0),
  };
}

function toSums(principalCode: string, row: Record<Exclude<keyof LedgerSums, 'principalCode'>, string>): LedgerSums {
  return {
    principalCode,
    realisedCents: BigInt(row.realisedCents),
    centihours: BigInt(row.centihours),
    formalCentihours: BigInt(row.formalCentihours),
    hiredInCentihours: BigInt(row.hiredInCentihours),
    registerCentihours: BigInt(row.registerCentihours),
    onOpenCents: BigInt(row.onOpenCents),
  };
}
