import { Injectable } from '@nestjs/common';
import { AppError, THE_PRODUCT, refuseIf, type Actor, type LocalDate, type Scoped } from '@sr/kernel';
import { Clock, Db, appendEvent, recordChanges, refuseOn, type Reader, type Tx } from '@sr/platform';
import { In } from 'typeorm';
import type {
  LabourMarketRegion,
  NetworkMembership,
  Principal,
  ProcurementCategory,
  Supplier,
  SupplierGroup,
} from './domain/organisation';
import { isTooi } from './domain/tooi';
import {
  membershipNone,
  membershipOverlaps,
  principalUnknown,
  supplierGroupCodeTaken,
  tooiWrong,
} from './identity.errors';
import {
  labourMarketRegionSchema,
  networkMembershipSchema,
  principalSchema,
  supplierGroupSchema,
  supplierSchema,
} from './persistence/organisation.schema';
import { allSupplierGroups, endMembership } from './persistence/organisation.store';
import { procurementCategorySchema } from './persistence/person.schema';
import {
  groupByCode,
  holdGroups,
  insertGroup,
  insertSuppliers,
  suppliersByNumber,
} from './persistence/supplier-group.store';
import { inOtherGroup, recordGroup, recordMember, refuseWrongNumbers, type NamedSupplier } from './supplier-groups';
import type { IdentityEvent } from './identity.events';

/** A supplier group with its members, as it is registered. */
export interface SupplierGroupRegistration {
  readonly code: string;
  readonly name: string;
  readonly suppliers: readonly NamedSupplier[];
}

/** The organisations: who is responsible, who supplies, and who takes part in the network. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings the reference data of principals, regions and procurement categories up to date. Rows are added or changed,
   * never removed. Refuses `principal.tooi_wrong`.
   */
  async loadReferenceData(
    actor: Actor,
    principals: readonly Principal[],
    regions: readonly LabourMarketRegion[],
    categories: readonly ProcurementCategory[] = [],
  ): Promise<void> {
    refuseIf(
      principals.flatMap(({ code, tooi }) => (tooi === null || isTooi(tooi) ? [] : [tooiWrong(code)])),
      'invalid-input',
    );
    await this.db.write(actor, async (tx) => {
      await tx.manager.upsert(principalSchema, [...principals], ['code']);
      await tx.manager.upsert(labourMarketRegionSchema, [...regions], ['code']);
      if (categories.length > 0) await tx.manager.upsert(procurementCategorySchema, [...categories], ['code']);
      const detail = { principals: principals.length, regions: regions.length, categories: categories.length };
      await recordChanges(tx, actor, this.clock.now(), [
        { action: 'reference-data.loaded', subject: 'organisation', subjectId: 'reference-data', detail },
      ]);
      await appendEvent<IdentityEvent>(tx, this.clock.now(), { type: 'identity.reference-data-loaded', payload: {} });
    });
  }

  /** All principals, past and present, in the order of their codes. */
  principals(): Promise<Principal[]> {
    return this.db.read(THE_PRODUCT, (reader) => reader.manager.find(principalSchema, { order: { code: 'ASC' } }));
  }

  /** The principal with `code`, or the refusal `principal.unknown`, told of `field`. */
  async principal(reader: Reader, code: string, field?: string): Promise<Principal> {
    const principal = await reader.manager.findOneBy(principalSchema, { code });
    if (!principal) throw new AppError('refused', [principalUnknown(code, field)]);
    return principal;
  }

  /**
   * Registers a supplier group with its suppliers; of a group that is there already the suppliers stay, and others are
   * added. Refuses `supplier.kvk_number_wrong` and `supplier.in_other_group`.
   */
  async registerSupplierGroup(actor: Actor, registration: SupplierGroupRegistration): Promise<SupplierGroup> {
    const { code, name, suppliers } = registration;
    refuseWrongNumbers(suppliers, (index) => `suppliers[${index}].kvkNumber`);
    return this.db.write(actor, async (tx) => {
      await holdGroups(tx);
      const group = (await groupByCode(tx, code)) ?? (await insertGroup(tx, code, name));
      refuseIf(await inOtherGroup(tx, group.id, suppliers, () => 'kvkNumber'));
      await insertSuppliers(tx, group.id, suppliers);
      const change = { action: 'supplier-group.registered', groupId: group.id, detail: registration };
      await recordGroup(tx, actor, this.clock.now(), change);
      return group;
    });
  }

  /**
   * Registers a supplier that is not known yet as a group of one, in the transaction of who names it; one that is known
   * stays as it is. Refuses `supplier.kvk_number_wrong` and `supplier-group.code_taken`.
   */
  async registerSupplier(tx: Tx, actor: Actor, supplier: NamedSupplier): Promise<Supplier> {
    refuseWrongNumbers([supplier], () => '/supplier/kvkNumber');
    await holdGroups(tx);
    const { kvkNumber, name } = supplier;
    const known = await this.supplier(tx, kvkNumber);
    if (known) return known;
    const code = `KVK-${kvkNumber}`;
    if (await groupByCode(tx, code)) throw new AppError('refused', [supplierGroupCodeTaken(code)]);
    const { id: groupId } = await insertGroup(tx, code, name);
    await insertSuppliers(tx, groupId, [supplier]);
    const detail = { code, name, suppliers: [supplier] };
    await recordGroup(tx, actor, this.clock.now(), { action: 'supplier-group.registered', groupId, detail });
    return { kvkNumber, name, groupId };
  }

  /** The supplier groups that the reader may see, by name: a supplier its own, everybody else all of them. */
  supplierGroups(who: Scoped): Promise<SupplierGroup[]> {
    return this.db.read(who, (reader) => allSupplierGroups(reader));
  }

  /** The supplier with this number, or null. */
  supplier(reader: Reader, kvkNumber: string): Promise<Supplier | null> {
    return reader.manager.findOneBy(supplierSchema, { kvkNumber });
  }

  /** The group of each of these suppliers, by number; a number that is not registered is not in the answer. */
  async groupsOf(reader: Reader, kvkNumbers: readonly string[]): Promise<Map<string, string>> {
    const suppliers = await suppliersByNumber(reader, kvkNumbers);
    return new Map(suppliers.map((supplier) => [supplier.kvkNumber, supplier.groupId]));
  }

  /** The names of these principals, by code; one that is not there is left out. */
  async principalNames(reader: Reader, codes: readonly string[]): Promise<Map<string, string>> {
    const principals = await reader.manager.findBy(principalSchema, { code: In([...new Set(codes)]) });
    return new Map(principals.map(({ code, name }) => [code, name]));
  }

  /** The names of these supplier groups, by id; a group that the reader may not see is left out. */
  async groupNames(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
    const groups = await reader.manager.findBy(supplierGroupSchema, { id: In([...new Set(ids)]) });
    return new Map(groups.map((group) => [group.id, group.name]));
  }

  /** These suppliers, by number; one that is not registered, or not in sight, is not in the answer. */
  async suppliers(reader: Reader, kvkNumbers: readonly string[]): Promise<Map<string, Supplier>> {
    const suppliers = await suppliersByNumber(reader, kvkNumbers);
    return new Map(suppliers.map((supplier) => [supplier.kvkNumber, supplier]));
  }

  /** The numbers of the suppliers in sight whose name has `part` in it, at most a thousand. */
  async suppliersNamed(reader: Reader, part: string): Promise<string[]> {
    const rows = await reader.query<{ kvkNumber: string }>(
      `select kvk_number as "kvkNumber" from identity.supplier where name ilike $1 order by kvk_number limit 1000`,
      [`%${part.trim().replace(/[\\%_]/g, '\\$&')}%`],
    );
    return rows.map(({ kvkNumber }) => kvkNumber);
  }

  /** The numbers of the suppliers of a group; none of a group that is not there, or not in sight. */
  async suppliersOfGroup(reader: Reader, groupId: string): Promise<string[]> {
    const suppliers = await reader.manager.findBy(supplierSchema, { groupId });
    return suppliers.map(({ kvkNumber }) => kvkNumber);
  }

  /** Every supplier group in sight, by id, each with the numbers of its suppliers: for work that goes over all of them. */
  async everyGroup(reader: Reader): Promise<{ readonly id: string; readonly suppliers: readonly string[] }[]> {
    return reader.query(
      `select g.id, array(select s.kvk_number from identity.supplier s where s.group_id = g.id order by s.kvk_number) as suppliers
       from identity.supplier_group g order by g.id`,
    );
  }

  /** Records that a principal takes part in the network, from a day, perhaps until a day. */
  async recordMembership(actor: Actor, membership: NetworkMembership): Promise<void> {
    const { principalCode } = membership;
    await this.db.write(actor, async (tx) => {
      await this.principal(tx, principalCode);
      await refuseOn({ network_membership_once: membershipOverlaps(principalCode) }, () =>
        tx.manager.upsert(networkMembershipSchema, membership, ['principalCode', 'joinedOn']),
      );
      await recordMember(tx, actor, this.clock.now(), { action: 'membership.recorded', membership });
    });
  }

  /**
   * A principal leaves the network: `leftOn` is its first day outside. Refuses `membership.none`. Its plans are for the
   * libraries above, which call this in their transaction.
   */
  async leave(tx: Tx, actor: Actor, principalCode: string, leftOn: LocalDate): Promise<NetworkMembership> {
    const membership = await endMembership(tx, principalCode, leftOn);
    if (!membership) throw new AppError('refused', [membershipNone(principalCode, leftOn)]);
    await recordMember(tx, actor, this.clock.now(), { action: 'membership.left', membership });
    return membership;
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
}
