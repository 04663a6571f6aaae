import type { LocalDate, Scope } from '@sr/kernel';
import { keyAfter, pageOf, rowsToRead, type Page, type PageQuery, type Reader, type Tx } from '@sr/platform';
import {
  seesAllSuppliers,
  type NetworkMembership,
  type PrincipalUnit,
  type Supplier,
  type SupplierGroup,
} from '../domain/organisation';

/** A supplier group with its members. */
export interface SupplierGroupWithMembers extends SupplierGroup {
  /** By number. */
  readonly suppliers: readonly Pick<Supplier, 'kvkNumber' | 'name'>[];
}

/** The supplier groups in somebody's scope; the tables' policies say the same. */
const GROUP_IN_SCOPE = `($1::boolean or g.id = any ($2::uuid[]))`;
const groupScope = (scope: Scope): unknown[] => [seesAllSuppliers(scope), scope.supplierGroups];

const GROUP = `select g.id, g.code, g.name from identity.supplier_group g where ${GROUP_IN_SCOPE}`;

/** A page of supplier groups by name; `search` is part of the name of the group or a supplier, or the beginning of a number. */
export async function listSupplierGroups(
  reader: Reader,
  { search }: { readonly search?: string | undefined },
  page: PageQuery,
): Promise<Page<SupplierGroupWithMembers>> {
  const [name, id] = keyAfter(page, 'text', 'uuid') ?? [null, null];
  const groups = await reader.query<SupplierGroup>(
    `${GROUP} and ($3::text is null or g.name ilike '%' || $3 || '%' or exists (
         select from identity.supplier s
         where s.group_id = g.id and (s.name ilike '%' || $3 || '%' or s.kvk_number like $3 || '%')))
       and ($4::text is null or (g.name, g.id) > ($4::text, $5::uuid))
     order by g.name, g.id limit ${rowsToRead(page)}`,
    [...groupScope(reader.scope), search === undefined ? null : search.replace(/[\\%_]/g, '\\$&'), name, id],
  );
  const found = pageOf(groups, page, (group) => [group.name, group.id]);
  return { ...found, items: await withMembers(reader, found.items) };
}

export async function supplierGroupById(reader: Reader, id: string): Promise<SupplierGroupWithMembers | null> {
  const groups = await reader.query<SupplierGroup>(`${GROUP} and g.id = $3`, [...groupScope(reader.scope), id]);
  const [group] = await withMembers(reader, groups);
  return group ?? null;
}

/** All supplier groups in somebody's scope, by name. */
export function allSupplierGroups(reader: Reader): Promise<SupplierGroup[]> {
  return reader.query<SupplierGroup>(`${GROUP} order by g.name, g.id`, groupScope(reader.scope));
}

async function withMembers(reader: Reader, groups: readonly SupplierGroup[]): Promise<SupplierGroupWithMembers[]> {
  const members = await reader.query<Supplier>(
    `select kvk_number as "kvkNumber", name, group_id as "groupId" from identity.supplier
     where group_id = any ($1::uuid[]) order by kvk_number`,
    [groups.map(({ id }) => id)],
  );
  return groups.map((group) => ({
    ...group,
    suppliers: members
      .filter(({ groupId }) => groupId === group.id)
      .map(({ kvkNumber, name }) => ({ kvkNumber, name })),
  }));
}

const MEMBERSHIP = `select principal_code as "principalCode", joined_on as "joinedOn", left_on as "leftOn", note
  from identity.network_membership`;

/** A page of memberships by principal and day; `on` narrows to those who are members on that day. */
export async function listMemberships(
  reader: Reader,
  filter: { readonly principalCode?: string | undefined; readonly on?: LocalDate | undefined },
  page: PageQuery,
): Promise<Page<NetworkMembership>> {
  const [code, joinedOn] = keyAfter(page, 'text', 'day') ?? [null, null];
  const rows = await reader.query<NetworkMembership>(
    `${MEMBERSHIP} where ($1::text is null or principal_code = $1)
       and ($2::date is null or (joined_on <= $2 and (left_on is null or left_on > $2)))
       and ($3::text is null or (principal_code, joined_on) > ($3::text, $4::date))
     order by principal_code, joined_on limit ${rowsToRead(page)}`,
    [filter.principalCode ?? null, filter.on ?? null, code, joinedOn],
  );
  return pageOf(rows, page, (row) => [row.principalCode, row.joinedOn]);
}

/** Every membership that there is or was, by principal and day. */
export function allMemberships(reader: Reader): Promise<NetworkMembership[]> {
  return reader.query<NetworkMembership>(`${MEMBERSHIP} order by principal_code, joined_on`);
}

/** Ends the membership that a principal has the day before `leftOn`; answers it, or null when there is none. */
export async function endMembership(
  tx: Tx,
  principalCode: string,
  leftOn: LocalDate,
): Promise<NetworkMembership | null> {
  const rows = await tx.query<NetworkMembership>(
    `update identity.network_membership set left_on = $2::date
     where principal_code = $1 and joined_on < $2::date and left_on is null
     returning principal_code as "principalCode", joined_on as "joinedOn", left_on as "leftOn", note`,
    [principalCode, leftOn],
  );
  return rows[0] ?? null;
}

const UNIT = `select id, principal_code as "principalCode", code, name, oin, exists_from as "existsFrom",
  exists_to as "existsTo", source from identity.principal_unit`;

/** A page of the units of a principal, by code. */
export async function listUnits(reader: Reader, principalCode: string, page: PageQuery): Promise<Page<PrincipalUnit>> {
  const [code] = keyAfter(page, 'text') ?? [null];
  const rows = await reader.query<PrincipalUnit>(
    `${UNIT} where principal_code = $1 and ($2::text is null or code > $2) order by code limit ${rowsToRead(page)}`,
    [principalCode, code],
  );
  return pageOf(rows, page, (unit) => [unit.code]);
}

export async function unitById(reader: Reader, id: string): Promise<PrincipalUnit | null> {
  const rows = await reader.query<PrincipalUnit>(`${UNIT} where id = $1`, [id]);
  return rows[0] ?? null;
}
