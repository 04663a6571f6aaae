import type { LocalDate } from '@sr/kernel';
import { toExact, type Reader, type Tx } from '@sr/platform';
import type { ObligationTerms } from '../domain/obligation';
import type { ObligationProposal } from '../domain/threshold-rule';
import { obligationSchema, revisionSchema, type ObligationRow, type RevisionRow } from './contract.schema';
import { exactOrNull } from './contract.store';
import { inScope } from './scope';

/** An obligation as it is kept: what it is called, whose it is, when it runs, and for how much. */
export interface StoredObligation {
  /** The id of the contract that carries it. */
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly principalCode: string;
  readonly supplierKvkNumber: string;
  readonly awardedOn: LocalDate;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly terms: ObligationTerms;
  /** 0 when it is form-free: such an obligation has no euros. */
  readonly amountCents: number;
  readonly settledOn: LocalDate | null;
}

/** On what an obligation stands: what the rule of its day proposed, whether that was followed, and if not, why. */
export interface ObligationGrounds {
  readonly proposal: ObligationProposal | null;
  readonly followsRule: boolean | null;
  readonly deviationReason: string | null;
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

export async function insertObligation(tx: Tx, row: ObligationRow): Promise<void> {
  await tx.manager.insert(obligationSchema, row);
}

export async function insertRevision(tx: Tx, row: RevisionRow): Promise<void> {
  await tx.manager.insert(revisionSchema, row);
}

export async function updateAmount(tx: Tx, id: string, terms: ObligationTerms, amountCents: number): Promise<void> {
  await tx.manager.update(obligationSchema, { contractId: id }, { ...baseAndGoal(terms), amountCents });
}

/** What of the terms a revision can change. */
export const baseAndGoal = (terms: ObligationTerms): Pick<ObligationRow, 'baseCents' | 'goal'> => ({
  baseCents: terms.kind === 'PERCENTAGE' ? terms.baseCents : null,
  goal: terms.kind === 'FORM_FREE' ? terms.goal : null,
});

export async function updateSettledOn(tx: Tx, id: string, settledOn: LocalDate): Promise<void> {
  await tx.manager.update(obligationSchema, { contractId: id }, { settledOn });
}

interface FlatObligation extends Omit<StoredObligation, 'terms' | 'amountCents'> {
  readonly kind: ObligationRow['kind'];
  readonly basis: ObligationRow['basis'];
  readonly baseCents: string | null;
  readonly rateBp: string | null;
  readonly capCents: string | null;
  readonly goalUnit: ObligationRow['goalUnit'];
  readonly goal: string | null;
  readonly amountCents: string;
}

/** The obligations with these ids, in the order of their numbers. With `lock` no one else can change them meanwhile. */
export async function obligationsById(
  reader: Reader,
  ids: readonly string[],
  lock = false,
): Promise<StoredObligation[]> {
  const parameters: unknown[] = [ids];
  const scope = inScope(reader.scope, 'c', parameters);
  const rows = await reader.query<FlatObligation>(
    `select c.id, c.number, c.title, c.principal_code as "principalCode", c.supplier_kvk_number as "supplierKvkNumber",
            c.awarded_on as "awardedOn", c.starts_on as "startsOn", c.ends_on as "endsOn",
            o.kind, o.basis, o.base_cents as "baseCents", o.rate_bp as "rateBp", o.cap_cents as "capCents",
            o.goal_unit as "goalUnit", o.goal, o.amount_cents as "amountCents", o.settled_on as "settledOn"
     from contracts.obligation o join contracts.contract c on c.id = o.contract_id
     where o.contract_id = any ($1::uuid[]) and ${scope}
     order by c.number${lock ? ' for update of o' : ''}`,
    parameters,
  );
  return rows.map(toObligation);
}

function toObligation(row: FlatObligation): StoredObligation {
  const { kind, basis, baseCents, rateBp, capCents, goalUnit, goal, amountCents, ...rest } = row;
  const kept = { kind, basis, goalUnit, amountCents: toExact(amountCents) };
  const terms = toTerms({
    ...kept,
    baseCents: exactOrNull(baseCents),
    rateBp: exactOrNull(rateBp),
    capCents: exactOrNull(capCents),
    goal: exactOrNull(goal),
  });
  return { ...rest, terms, amountCents: kept.amountCents };
}

type FlatTerms = Pick<
  ObligationRow,
  'kind' | 'basis' | 'baseCents' | 'rateBp' | 'capCents' | 'goalUnit' | 'goal' | 'amountCents'
>;

/** The terms of an obligation from its columns; the database sees to it that those of its kind are filled. */
function toTerms({
  kind,
  basis,
  baseCents,
  rateBp,
  capCents,
  goalUnit,
  goal,
  amountCents,
}: FlatTerms): ObligationTerms {
  switch (kind) {
    case 'FIXED':
      return { kind, amountCents };
    case 'FORM_FREE':
      return { kind, goalUnit: goalUnit ?? 'PERSONS', goal: goal ?? 0 };
    case 'PERCENTAGE':
      return { kind, basis: basis ?? 'CONTRACT_VALUE', baseCents: baseCents ?? 0, rateBp: rateBp ?? 0, capCents };
  }
}

/** The columns of terms. */
export function fromTerms(terms: ObligationTerms): Omit<FlatTerms, 'amountCents'> {
  const none = { basis: null, baseCents: null, rateBp: null, capCents: null, goalUnit: null, goal: null };
  switch (terms.kind) {
    case 'FIXED':
      return { ...none, kind: terms.kind };
    case 'FORM_FREE':
    case 'PERCENTAGE':
      return { ...none, ...terms };
  }
}

/** On what the obligation of a contract in sight stands. */
export async function groundsOf(reader: Reader, contractId: string): Promise<ObligationGrounds | null> {
  const [row] = await reader.query<ObligationGrounds>(
    `select proposal, follows_rule as "followsRule", deviation_reason as "deviationReason"
     from contracts.obligation where contract_id = $1`,
    [contractId],
  );
  return row ?? null;
}

/** All that was ever in force of the obligation of a contract in sight, the award first. */
export function revisionsOf(reader: Reader, contractId: string): Promise<RevisionRow[]> {
  return reader.manager.find(revisionSchema, { where: { contractId }, order: { id: 'ASC' } });
}

/** Days of the term from 1 January up to a day over all days of the term, times the amount, rounded half up per obligation. */
const annualisedTo = (day: string): string =>
  `(2 * amount_cents * greatest(0, least(ends_on, ${day}) - greatest(starts_on, make_date($1::int, 1, 1)) + 1)
    + (ends_on - starts_on + 1)) / (2 * (ends_on - starts_on + 1))`;
const ANNUALISED = annualisedTo('make_date($1::int, 12, 31)');

/** Whether the obligation was awarded in the year; whether it was awarded by its end and not settled by then. */
const IMPOSED = 'extract(year from awarded_on) = $1::int';
const OPEN = `awarded_on <= make_date($1::int, 12, 31)
              and (settled_on is null or settled_on > least(make_date($1::int, 12, 31), $2::date))`;

/** What every report of a year sums over, one row an obligation: as it is, or as it was known at the end of a day. */
const asItIs = (scope: string): string => `
  select c.id, c.number, c.title, c.supplier_kvk_number, c.category_code, c.principal_code, c.awarded_on, c.starts_on,
         c.ends_on, o.settled_on, o.amount_cents
  from contracts.obligation o join contracts.contract c on c.id = o.contract_id
  where o.kind <> 'FORM_FREE' and ${scope}`;
const asItWasKnown = (scope: string): string => `
  select c.id, c.number, c.title, c.supplier_kvk_number, c.category_code, r.principal_code, c.awarded_on, r.starts_on,
         r.ends_on, o.settled_on, r.amount_cents
  from (
    select distinct on (contract_id) * from contracts.revision where recorded_on <= $2::date order by contract_id, id desc
  ) r
  join contracts.contract c on c.id = r.contract_id and c.recorded_on <= $2::date
  join contracts.obligation o on o.contract_id = r.contract_id
  where o.kind <> 'FORM_FREE' and ${scope}`;

/**
 * The sums of a year per principal with an obligation that counts. An obligation counts from the day that its contract
 * was recorded, in a plan or not; a form-free one has no euros and does not. With `history` the amounts in force at the
 * end of `knownOn` are read from the revisions; without it, from the obligations as they are.
 */
export async function yearSums(
  reader: Reader,
  year: number,
  knownOn: LocalDate,
  history: boolean,
): Promise<ObligationSums[]> {
  const parameters: unknown[] = [year, knownOn];
  const scope = inScope(reader.scope, 'c', parameters);
  const rows = await reader.query<Record<keyof ObligationSums, string>>(
    `select principal_code as "principalCode",
            coalesce(sum(amount_cents) filter (where ${IMPOSED}), 0) as "imposedCents",
            sum(${ANNUALISED}) as "annualisedCents",
            coalesce(sum(amount_cents) filter (where ${OPEN}), 0) as "openCents"
     from (${history ? asItWasKnown(scope) : asItIs(scope)}) obligation
     group by principal_code order by principal_code`,
    parameters,
  );
  return rows.map((row) => ({
    principalCode: row.principalCode,
    imposedCents: BigInt(row.imposedCents),
    annualisedCents: BigInt(row.annualisedCents),
    openCents: BigInt(row.openCents),
  }));
}

/** Sums over obligations for a quarter of a year, in cents. */
export interface ObligationQuarter {
  /** 1 to 4. */
  readonly quarter: number;
  /** Of the obligations awarded in the quarter. */
  readonly imposedCents: bigint;
  /** Of every obligation's part for the days of its term from 1 January to the end of the quarter. */
  readonly annualisedToDateCents: bigint;
}

/** The sums of the four quarters of a year over the obligations in sight: at the end of the fourth what `yearSums` adds up to. */
export async function obligationQuarters(
  reader: Reader,
  year: number,
  knownOn: LocalDate,
  history: boolean,
): Promise<ObligationQuarter[]> {
  const parameters: unknown[] = [year, knownOn];
  const scope = inScope(reader.scope, 'c', parameters);
  const rows = await reader.query<Record<keyof ObligationQuarter, string>>(
    `select q.quarter,
            coalesce(sum(amount_cents) filter (where awarded_on between q.first_day and q.last_day), 0) as "imposedCents",
            coalesce(sum(${annualisedTo('q.last_day')}), 0) as "annualisedToDateCents"
     from (
       select quarter, make_date($1::int, 3 * quarter - 2, 1) as first_day,
              (make_date($1::int, 3 * quarter, 1) + interval '1 month')::date - 1 as last_day
       from generate_series(1, 4) as s (quarter)
     ) q left join (${history ? asItWasKnown(scope) : asItIs(scope)}) obligation on $2::date is not null
     group by q.quarter order by q.quarter`,
    parameters,
  );
  return rows.map((row) => ({
    quarter: Number(row.quarter),
    imposedCents: BigInt(row.imposedCents),
    annualisedToDateCents: BigInt(row.annualisedToDateCents),
  }));
}

/** The sums of a year of one obligation, with what a report cuts its figures by. */
export interface ObligationYear extends ObligationSums {
  readonly obligationId: string;
  readonly number: string;
  readonly title: string;
  readonly supplierKvkNumber: string;
  /** Null: a purchase of its own kind. */
  readonly categoryCode: string | null;
}

/** The figures of a year of each obligation in sight that counts, in the order of their numbers, as `yearSums` adds them. */
export async function obligationYears(
  reader: Reader,
  year: number,
  knownOn: LocalDate,
  history: boolean,
): Promise<ObligationYear[]> {
  const parameters: unknown[] = [year, knownOn];
  const scope = inScope(reader.scope, 'c', parameters);
  const rows = await reader.query<
    Omit<ObligationYear, 'imposedCents' | 'annualisedCents' | 'openCents'> &
      Record<'imposedCents' | 'annualisedCents' | 'openCents', string>
  >(
    `select id as "obligationId", number, title, principal_code as "principalCode",
            supplier_kvk_number as "supplierKvkNumber", category_code as "categoryCode",
            case when ${IMPOSED} then amount_cents else 0 end as "imposedCents",
            ${ANNUALISED} as "annualisedCents",
            case when ${OPEN} then amount_cents else 0 end as "openCents"
     from (${history ? asItWasKnown(scope) : asItIs(scope)}) obligation
     order by number`,
    parameters,
  );
  return rows.map((row) => ({
    ...row,
    imposedCents: BigInt(row.imposedCents),
    annualisedCents: BigInt(row.annualisedCents),
    openCents: BigInt(row.openCents),
  }));
}

/** An obligation in euros that is in sight and not settled. */
export interface OpenObligation extends Pick<
  StoredObligation,
  'id' | 'number' | 'principalCode' | 'supplierKvkNumber' | 'awardedOn' | 'startsOn' | 'endsOn' | 'amountCents'
> {
  readonly title: string;
}

/** All of those, in the order of their numbers. */
export async function openObligations(reader: Reader): Promise<OpenObligation[]> {
  const parameters: unknown[] = [];
  const scope = inScope(reader.scope, 'c', parameters);
  const rows = await reader.query<Omit<OpenObligation, 'amountCents'> & { readonly amountCents: string }>(
    `select c.id, c.number, c.title, c.principal_code as "principalCode", c.supplier_kvk_number as "supplierKvkNumber",
            c.awarded_on as "awardedOn", c.starts_on as "startsOn", c.ends_on as "endsOn", o.amount_cents as "amountCents"
     from contracts.obligation o join contracts.contract c on c.id = o.contract_id
     where o.settled_on is null and o.kind <> 'FORM_FREE' and ${scope}
     order by c.number`,
    parameters,
  );
  return rows.map((row) => ({ ...row, amountCents: toExact(row.amountCents) }));
}
