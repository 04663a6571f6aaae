import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, refuseIf, type Actor, type LocalDate } from '@sr/kernel';
import { Clock, Db, appendEvent, recordChanges, refuseOn, type Reader, type Tx } from '@sr/platform';
import { In } from 'typeorm';
import { isKvkNumber } from './domain/kvk-number';
import type { LabourMarketRegion, NetworkMembership, Principal, Supplier, SupplierGroup } from './domain/organisation';
import { kvkNumberWrong, membershipOverlaps, principalUnknown, supplierInOtherGroup } from './identity.errors';
import {
  labourMarketRegionSchema,
  networkMembershipSchema,
  principalSchema,
  supplierGroupSchema,
  supplierSchema,
} from './persistence/organisation.schema';

/** A supplier group with its members, as it is registered. */
export interface SupplierGroupRegistration {
  readonly code: string;
  readonly name: string;
  readonly suppliers: readonly { readonly kvkNumber: string; readonly name: string }[];
}

/** The organisations: who is responsible, who supplies, and who takes part in the network. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Brings the reference data of principals and regions up to date. Rows are added or changed, never removed. */
  async loadReferenceData(
    actor: Actor,
    principals: readonly Principal[],
    regions: readonly LabourMarketRegion[],
  ): Promise<void> {
    await this.db.write(async (tx) => {
      await tx.manager.upsert(principalSchema, [...principals], ['code']);
      await tx.manager.upsert(labourMarketRegionSchema, [...regions], ['code']);
      const detail = { principals: principals.length, regions: regions.length };
      await recordChanges(tx, actor, this.clock.now(), [
        { action: 'reference-data.loaded', subject: 'organisation', subjectId: 'reference-data', detail },
      ]);
      await appendEvent(tx, this.clock.now(), { type: 'identity.reference-data-loaded', payload: {} });
    });
  }

  /** All principals, past and present, in the order of their codes. */
  principals(): Promise<Principal[]> {
    return this.db.read((reader) => reader.manager.find(principalSchema, { order: { code: 'ASC' } }));
  }

  /** The principal with `code`, or the refusal `principal.unknown`. */
  async principal(reader: Reader, code: string): Promise<Principal> {
    const principal = await reader.manager.findOneBy(principalSchema, { code });
    if (!principal) throw new AppError('refused', [principalUnknown(code)]);
    return principal;
  }

  /**
   * Registers a supplier group with its suppliers; suppliers that are already in it stay.
   * Refuses `supplier.kvk_number_wrong` and `supplier.in_other_group`.
   */
  async registerSupplierGroup(actor: Actor, registration: SupplierGroupRegistration): Promise<SupplierGroup> {
    const wrong = registration.suppliers.flatMap((supplier, index) =>
      isKvkNumber(supplier.kvkNumber) ? [] : [kvkNumberWrong(`suppliers[${index}].kvkNumber`)],
    );
    refuseIf(wrong, 'invalid-input');
    return this.db.write(async (tx) => {
      // Groups are registered one at a time, so that two who name one supplier or code hear of each other.
      await tx.query('lock table identity.supplier_group in share row exclusive mode');
      const known = await tx.manager.findOneBy(supplierGroupSchema, { code: registration.code });
      const group = known ?? { id: randomUUID(), code: registration.code, name: registration.name };
      if (!known) await tx.manager.insert(supplierGroupSchema, group);
      for (const { kvkNumber, name } of registration.suppliers) await this.addSupplier(tx, group, kvkNumber, name);
      await recordChanges(tx, actor, this.clock.now(), [
        {
          action: 'supplier-group.registered',
          subject: 'organisation',
          subjectId: group.id,
          detail: { ...registration },
        },
      ]);
      await appendEvent(tx, this.clock.now(), {
        type: 'identity.supplier-group-registered',
        payload: { groupId: group.id },
      });
      return group;
    });
  }

  /** The supplier with this number, or null. */
  supplier(reader: Reader, kvkNumber: string): Promise<Supplier | null> {
    return reader.manager.findOneBy(supplierSchema, { kvkNumber });
  }

  /** The group of each of these suppliers, by number; a number that is not registered is not in the answer. */
  async groupsOf(reader: Reader, kvkNumbers: readonly string[]): Promise<Map<string, string>> {
    const suppliers = await reader.manager.findBy(supplierSchema, { kvkNumber: In([...new Set(kvkNumbers)]) });
    return new Map(suppliers.map((supplier) => [supplier.kvkNumber, supplier.groupId]));
  }

  /** Records that a principal takes part in the network, from a day, perhaps until a day. */
  async recordMembership(actor: Actor, membership: NetworkMembership): Promise<void> {
    const { principalCode, joinedOn, leftOn } = membership;
    await this.db.write(async (tx) => {
      await this.principal(tx, principalCode);
      await refuseOn({ network_membership_once: membershipOverlaps(principalCode) }, () =>
        tx.manager.upsert(networkMembershipSchema, membership, ['principalCode', 'joinedOn']),
      );
      await recordChanges(tx, actor, this.clock.now(), [
        {
          action: 'membership.recorded',
          subject: 'organisation',
          subjectId: principalCode,
          detail: { joinedOn, leftOn },
        },
      ]);
      await appendEvent(tx, this.clock.now(), { type: 'identity.membership-recorded', payload: { principalCode } });
    });
  }

  /** The codes of the principals that take part in the network on `day`. */
  async membersOn(reader: Reader, day: LocalDate): Promise<string[]> {
    const rows = await reader.query<{ code: string }>(
      `select principal_code as code from identity.network_membership
       where joined_on <= $1 and (left_on is null or left_on > $1) order by 1`,
      [day],
    );
    return rows.map((row) => row.code);
  }

  private async addSupplier(tx: Tx, group: SupplierGroup, kvkNumber: string, name: string): Promise<void> {
    const known = await tx.manager.findOneBy(supplierSchema, { kvkNumber });
    if (known && known.groupId !== group.id) throw new AppError('refused', [supplierInOtherGroup(kvkNumber)]);
    if (!known) await tx.manager.insert(supplierSchema, { kvkNumber, name, groupId: group.id });
  }
}
