import { refuseIf, type Actor, type Violation } from '@sr/kernel';
import { appendEvent, recordChanges, type Reader, type Tx } from '@sr/platform';
import { isKvkNumber } from './domain/kvk-number';
import type { NetworkMembership, Supplier } from './domain/organisation';
import { kvkNumberWrong, supplierInOtherGroup } from './identity.errors';
import { suppliersByNumber } from './persistence/supplier-group.store';
import type { IdentityEvent } from './identity.events';

/** A supplier as somebody names it. */
export type NamedSupplier = Pick<Supplier, 'kvkNumber' | 'name'>;

/** Refuses `supplier.kvk_number_wrong` for each number that is none; `fieldOf` tells of which field. */
export function refuseWrongNumbers(suppliers: readonly NamedSupplier[], fieldOf: (index: number) => string): void {
  const wrong = suppliers.flatMap(({ kvkNumber }, index) =>
    isKvkNumber(kvkNumber) ? [] : [kvkNumberWrong(fieldOf(index))],
  );
  refuseIf(wrong, 'invalid-input');
}

/** Which of the suppliers another group has than `groupId` (null: any group). */
export async function inOtherGroup(
  reader: Reader,
  groupId: string | null,
  suppliers: readonly NamedSupplier[],
  fieldOf: (index: number) => string,
): Promise<Violation[]> {
  const numbers = suppliers.map(({ kvkNumber }) => kvkNumber);
  const known = await suppliersByNumber(reader, numbers);
  const elsewhere = new Set(known.filter((supplier) => supplier.groupId !== groupId).map(({ kvkNumber }) => kvkNumber));
  return numbers.flatMap((kvkNumber, index) =>
    elsewhere.has(kvkNumber) ? [supplierInOtherGroup(kvkNumber, fieldOf(index))] : [],
  );
}

/** Tells of a change of a supplier group. */
export async function recordGroup(
  tx: Tx,
  actor: Actor,
  at: Date,
  change: { readonly action: string; readonly groupId: string; readonly detail: object },
): Promise<void> {
  const { action, groupId, detail } = change;
  await recordChanges(tx, actor, at, [
    { action, subject: 'organisation', subjectId: groupId, detail: { ...detail }, supplierGroupId: groupId },
  ]);
  await appendEvent<IdentityEvent>(tx, at, { type: 'identity.supplier-group-registered', payload: { groupId } });
}

/** Tells of a change of a membership of the network. */
export async function recordMember(
  tx: Tx,
  actor: Actor,
  at: Date,
  change: { readonly action: string; readonly membership: NetworkMembership },
): Promise<void> {
  const { principalCode, joinedOn, leftOn } = change.membership;
  const detail = { joinedOn, leftOn };
  await recordChanges(tx, actor, at, [
    { action: change.action, subject: 'organisation', subjectId: principalCode, detail, principalCode },
  ]);
  await appendEvent<IdentityEvent>(tx, at, { type: 'identity.membership-recorded', payload: { principalCode } });
}
