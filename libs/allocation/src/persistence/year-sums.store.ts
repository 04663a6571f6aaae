import type { LocalDate } from '@sr/kernel';
import type { Reader } from '@sr/platform';

/** Sums over the ledger for a report year. */
interface Sums {
  /** Of claims whose period ends in the year. */
  readonly realisedCents: bigint;
  readonly centihours: bigint;
  readonly formalCentihours: bigint;
  readonly hiredInCentihours: bigint;
  readonly registerCentihours: bigint;
  /** Of claims that end by the end of the year, on the obligations that were awarded by then and not settled. */
  readonly onOpenCents: bigint;
}

/** Those of one principal's obligations. */
export interface LedgerSums extends Sums {
  readonly principalCode: string;
}

/** Those of one obligation. */
export interface ObligationLedgerSums extends Sums {
  readonly obligationId: string;
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

/** Sums lines by a column of their account; those without an account, the surplus, on a row where it is null. */
const sumsOf = (lines: string, account: string, by = 'a.principal_code', name = 'principalCode'): string => `
  select ${by} as "${name}",
         ${sumInYear('l.cents')} as "realisedCents",
         ${sumInYear('l.centihours')} as centihours,
         ${sumInYear('l.formal_centihours')} as "formalCentihours",
         ${sumInYear('l.hired_in_centihours')} as "hiredInCentihours",
         ${sumInYear('l.register_centihours')} as "registerCentihours",
         coalesce(sum(l.cents) filter (where a.awarded_on <= make_date($1::int, 12, 31)
           and (a.settled_on is null or a.settled_on > least(make_date($1::int, 12, 31), $2::date))), 0) as "onOpenCents"
  from (${lines}) l ${account}
  where l.day <= make_date($1::int, 12, 31)
  group by ${by}`;

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
  const rows = await reader.query<Record<keyof Sums, string> & { principalCode: string | null }>(
    `${history ? OF_ENTRIES : OF_BALANCES} order by "principalCode"`,
    [year, knownOn],
  );
  const surplus = rows.find((row) => row.principalCode === null);
  return {
    perPrincipal: rows.flatMap(({ principalCode, ...row }) =>
      principalCode === null ? [] : [{ principalCode, ...toSums(row) }],
    ),
    surplusCents: BigInt(surplus?.realisedCents ?? 0),
    surplusCentihours: BigInt(surplus?.centihours ?? 0),
  };
}

/** The same of each of these obligations; one without a line in the ledger by the end of the year is not in the answer. */
export async function obligationSums(
  reader: Reader,
  year: number,
  knownOn: LocalDate,
  history: boolean,
  obligationIds: readonly string[],
): Promise<ObligationLedgerSums[]> {
  const lines = `select * from (${history ? ENTRIES : OBLIGATION_QUARTERS}) line where obligation_id = any ($3::uuid[])`;
  const account = 'join allocation.account a on a.obligation_id = l.obligation_id';
  const rows = await reader.query<Record<keyof ObligationLedgerSums, string>>(
    sumsOf(lines, account, 'l.obligation_id', 'obligationId'),
    [year, knownOn, obligationIds],
  );
  return rows.map(({ obligationId, ...row }) => ({ obligationId, ...toSums(row) }));
}

/** What claims whose period ends in a quarter of a year put on obligations. */
export interface RealisedQuarter {
  /** 1 to 4. */
  readonly quarter: number;
  readonly realisedCents: bigint;
}

/** The quarters of a year in which anything was put on these obligations, or (null) on any: `realisedCents` by quarter. */
export async function realisedQuarters(
  reader: Reader,
  year: number,
  knownOn: LocalDate,
  history: boolean,
  obligationIds: readonly string[] | null,
): Promise<RealisedQuarter[]> {
  const [ofThese, ids] =
    obligationIds === null ? ['', []] : ['and l.obligation_id = any ($3::uuid[])', [obligationIds]];
  const rows = await reader.query<Record<keyof RealisedQuarter, string>>(
    `select extract(quarter from l.day)::int as quarter, sum(l.cents) as "realisedCents"
     from (${history ? ENTRIES : OBLIGATION_QUARTERS}) l
     where l.day between make_date($1::int, 1, 1) and make_date($1::int, 12, 31) and l.obligation_id is not null
       and $2::date is not null ${ofThese}
     group by 1 order by 1`,
    [year, knownOn, ...ids],
  );
  return rows.map((row) => ({ quarter: Number(row.quarter), realisedCents: BigInt(row.realisedCents) }));
}

/** The surplus of a year on the plans of the reader's own supplier groups: which are repeated here, as in every query. */
export async function ownSurplusOfYear(
  reader: Reader,
  year: number,
  knownOn: LocalDate,
  history: boolean,
): Promise<bigint> {
  const lines = history
    ? `select plan_id, period_to as day, cents from allocation.entry
       where obligation_id is null and recorded_on <= $3::date`
    : 'select plan_id, quarter as day, cents from allocation.surplus_quarter where $3::date is not null';
  const rows = await reader.query<{ cents: string }>(
    `select coalesce(sum(l.cents), 0) as cents from (${lines}) l join plans.plan p on p.id = l.plan_id
     where p.supplier_group_id = any ($2::uuid[])
       and l.day between make_date($1::int, 1, 1) and make_date($1::int, 12, 31)`,
    [year, reader.scope.supplierGroups, knownOn],
  );
  return BigInt(rows[0]?.cents ?? 0);
}

function toSums(row: Record<keyof Sums, string>): Sums {
  return {
    realisedCents: BigInt(row.realisedCents),
    centihours: BigInt(row.centihours),
    formalCentihours: BigInt(row.formalCentihours),
    hiredInCentihours: BigInt(row.hiredInCentihours),
    registerCentihours: BigInt(row.registerCentihours),
    onOpenCents: BigInt(row.onOpenCents),
  };
}
