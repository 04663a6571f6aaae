import { randomUUID } from 'node:crypto';
import type { Reader, Tx } from '@sr/platform';
import type { Supplier, SupplierGroup } from '../domain/organisation';
import { supplierGroupSchema, supplierSchema } from './organisation.schema';

/** Groups are changed one at a time, so that two who name one supplier or code hear of each other. */
export async function holdGroups(tx: Tx): Promise<void> {
  await tx.query('lock table identity.supplier_group in share row exclusive mode');
}

export function groupByCode(reader: Reader, code: string): Promise<SupplierGroup | null> {
  return reader.manager.findOneBy(supplierGroupSchema, { code });
}

export function suppliersByNumber(reader: Reader, kvkNumbers: readonly string[]): Promise<Supplier[]> {
  // Written out: nearly every request asks it.
  return reader.query<Supplier>(
    `select kvk_number as "kvkNumber", name, group_id as "groupId" from identity.supplier where kvk_number = any ($1::text[])`,
    [[...new Set(kvkNumbers)]],
  );
}

export async function insertGroup(tx: Tx, code: string, name: string): Promise<SupplierGroup> {
  const group = { id: randomUUID(), code, name };
  await tx.manager.insert(supplierGroupSchema, group);
  return group;
}

/** Adds the suppliers that are not there yet to a group. */
export async function insertSuppliers(
  tx: Tx,
  groupId: string,
  suppliers: readonly Pick<Supplier, 'kvkNumber' | 'name'>[],
): Promise<void> {
  const known = await suppliersByNumber(
    tx,
    suppliers.map(({ kvkNumber }) => kvkNumber),
  );
  const numbers = new Set(known.map(({ kvkNumber }) => kvkNumber));
  for (const { kvkNumber, name } of suppliers) {
    if (numbers.has(kvkNumber)) continue;
    numbers.add(kvkNumber);
    await tx.manager.insert(supplierSchema, { kvkNumber, name, groupId });
  }
}
