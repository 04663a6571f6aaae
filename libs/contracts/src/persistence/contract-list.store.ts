import type { LocalDate } from '@sr/kernel';
import { keyAfter, pageOf, rowsToRead, toExact, type Page, type PageQuery, type Reader } from '@sr/platform';
import type { Contract } from '../domain/contract';
import type { ObligationRow } from './contract.schema';
import { CONTRACT_COLUMNS, toContract, type FlatContract } from './contract.store';
import { inScope } from './scope';

/** Where a contract stands: what has to happen next, or that nothing has to. */
export const CONTRACT_STATES = [
  'EXEMPTION_PROPOSED',
  'EXEMPT',
  'OBLIGATION_MISSING',
  'OPEN',
  'FINAL_ASSESSMENT',
  'REMEDY',
  'SETTLED',
] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

/** A contract with where it stands and what it carries in short. */
export interface ContractInSight extends Contract {
  readonly state: ContractState;
  readonly obligation: Pick<ObligationRow, 'kind' | 'amountCents' | 'goalUnit' | 'goal' | 'settledOn'> | null;
  /** The framework agreement above it, if that is in sight too. */
  readonly frameworkNumber: string | null;
}

/** What a list of contracts is narrowed to; each that is given has to hold. */
export interface ContractFilter {
  /** Part of the number, the title, the reference or the supplier's name. */
  readonly search?: string | undefined;
  readonly principalCode?: string | undefined;
  readonly unitId?: string | undefined;
  /** A category's code, or NONE for purchases of their own kind. */
  readonly categoryCode?: string | undefined;
  readonly supplierKvkNumber?: string | undefined;
  readonly supplierGroupId?: string | undefined;
  readonly state?: ContractState | undefined;
  readonly obligationKind?: ObligationRow['kind'] | undefined;
  readonly awardedFrom?: LocalDate | undefined;
  readonly awardedTo?: LocalDate | undefined;
  readonly endsFrom?: LocalDate | undefined;
  readonly endsTo?: LocalDate | undefined;
  readonly inPlan?: boolean | undefined;
}

export const NO_CATEGORY = 'NONE';

/** By what a list is sorted; the number tells apart what is equal. */
const SORTED_BY = {
  number: 'c.number',
  title: 'c.title',
  awardedOn: 'c.awarded_on',
  endsOn: 'c.ends_on',
  amountCents: 'coalesce(c.amount_cents, -1)',
} as const;
export const CONTRACT_SORTS = ['number', 'title', 'awardedOn', 'endsOn', 'amountCents'] as const;
export interface ContractOrder {
  readonly sort: (typeof CONTRACT_SORTS)[number];
  readonly descending: boolean;
}

/** The suppliers, by number, that a filter speaks of in other words. */
export interface FilteredSuppliers {
  /** Those whose name has what is searched for. */
  readonly named: readonly string[];
  /** Those of the supplier group. */
  readonly ofGroup: readonly string[];
}

/** A page of the contracts in sight. */
export async function listContracts(
  reader: Reader,
  filter: ContractFilter,
  suppliers: FilteredSuppliers,
  { sort, descending }: ContractOrder,
  page: PageQuery,
): Promise<Page<ContractInSight>> {
  const parameters: unknown[] = [];
  const conditions = [inScope(reader.scope, 'c', parameters), ...conditionsOf(filter, suppliers, parameters)];
  const by = SORTED_BY[sort];
  const after = contractAfter(page);
  if (after !== null) {
    // Where the page before ended is looked up, so that the key of a page is as short as an id and cannot be wrong.
    conditions.push(`(${by}, c.number) ${descending ? '<' : '>'} (
      select ${by.replace('c.', 'before.')}, before.number from contracts.contract before where before.id = $${parameters.push(after)})`);
  }
  const direction = descending ? 'desc' : 'asc';
  const order = `order by ${by} ${direction}, c.number ${direction}`;
  // First which contracts are on the page, from their own table alone; then what is shown of those.
  const shown = `select c.id from contracts.contract c where ${conditions.join(' and ')} ${order} limit ${rowsToRead(page)}`;
  const rows = await inSight(reader, `where c.id = any (array(${shown})) ${order}`, parameters);
  return pageOf(rows, page, ({ id }) => [id]);
}

/** The contract with this id as it stands, if it is in sight. */
export async function contractInSight(reader: Reader, id: string): Promise<ContractInSight | null> {
  const parameters: unknown[] = [id];
  const [contract] = await inSight(reader, `where c.id = $1 and ${inScope(reader.scope, 'c', parameters)}`, parameters);
  return contract ?? null;
}

type FlatRow = FlatContract & {
  readonly state: ContractState;
  readonly frameworkNumber: string | null;
  readonly kind: ObligationRow['kind'] | null;
  readonly amountCents: string | null;
  readonly goalUnit: ObligationRow['goalUnit'];
  readonly goal: string | null;
  readonly settledOn: string | null;
};

async function inSight(reader: Reader, where: string, parameters: unknown[]): Promise<ContractInSight[]> {
  const framework = inScope(reader.scope, 'f', parameters);
  const rows = await reader.query<FlatRow>(
    `select ${CONTRACT_COLUMNS}, c.state, o.kind, o.amount_cents as "amountCents", o.goal_unit as "goalUnit",
            o.goal, o.settled_on as "settledOn",
            (select f.number from contracts.contract f where f.id = c.framework_id and ${framework}) as "frameworkNumber"
     from contracts.contract c left join contracts.obligation o on o.contract_id = c.id ${where}`,
    parameters,
  );
  return rows.map(({ kind, amountCents, goalUnit, goal, settledOn, ...contract }) => ({
    ...toContract(contract),
    obligation:
      kind === null || amountCents === null
        ? null
        : { kind, amountCents: toExact(amountCents), goalUnit, goal: goal === null ? null : toExact(goal), settledOn },
  }));
}

function conditionsOf(filter: ContractFilter, suppliers: FilteredSuppliers, parameters: unknown[]): string[] {
  const conditions: string[] = [];
  const where = (value: unknown, condition: (parameter: string) => string): void => {
    if (value !== undefined) conditions.push(condition(`$${parameters.push(value)}`));
  };
  where(filter.principalCode, (p) => `c.principal_code = ${p}`);
  where(filter.unitId, (p) => `c.unit_id = ${p}`);
  if (filter.categoryCode === NO_CATEGORY) conditions.push('c.category_code is null');
  else where(filter.categoryCode, (p) => `c.category_code = ${p}`);
  where(filter.supplierKvkNumber, (p) => `c.supplier_kvk_number = ${p}`);
  if (filter.supplierGroupId !== undefined) {
    where(suppliers.ofGroup, (p) => `c.supplier_kvk_number = any (${p}::text[])`);
  }
  where(filter.state, (p) => `c.state = ${p}`);
  where(
    filter.obligationKind,
    (p) => `exists (select from contracts.obligation o where o.contract_id = c.id and o.kind = ${p})`,
  );
  where(filter.awardedFrom, (p) => `c.awarded_on >= ${p}::date`);
  where(filter.awardedTo, (p) => `c.awarded_on <= ${p}::date`);
  where(filter.endsFrom, (p) => `c.ends_on >= ${p}::date`);
  where(filter.endsTo, (p) => `c.ends_on <= ${p}::date`);
  where(filter.inPlan, (p) => `c.in_plan = ${p}`);
  if (filter.search !== undefined) {
    const pattern = `$${parameters.push(`%${filter.search.trim().replace(/[\\%_]/g, '\\$&')}%`)}`;
    const named = `$${parameters.push(suppliers.named)}`;
    conditions.push(
      `(c.number ilike ${pattern} or c.title ilike ${pattern} or c.reference ilike ${pattern} or c.supplier_kvk_number = any (${named}::text[]))`,
    );
  }
  return conditions;
}

/** The contract with which the page before ended, or null for the first page. Refuses `page.after_wrong`. */
function contractAfter(page: PageQuery): string | null {
  return keyAfter(page, 'uuid')?.[0] ?? null;
}
