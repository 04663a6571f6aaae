import { Injectable } from '@nestjs/common';
import { AppError, refuseIf, type Actor, type LocalDate, type Scoped } from '@sr/kernel';
import { Clock, Db, refuseOn, type Page, type PageQuery, type Reader } from '@sr/platform';
import type { NetworkMembership } from './domain/organisation';
import { membershipOverlaps, supplierGroupCodeTaken, supplierGroupUnknown } from './identity.errors';
import { IdentityService, type SupplierGroupRegistration } from './identity.service';
import { networkMembershipSchema } from './persistence/organisation.schema';
import {
  allMemberships,
  listMemberships,
  listSupplierGroups,
  supplierGroupById,
  type SupplierGroupWithMembers,
} from './persistence/organisation.store';
import { groupByCode, holdGroups, insertGroup, insertSuppliers } from './persistence/supplier-group.store';
import { inOtherGroup, recordGroup, recordMember, refuseWrongNumbers, type NamedSupplier } from './supplier-groups';

/** What people do with organisations: supplier groups, and who takes part in the network. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
  ) {}

  /** The supplier groups in sight with their suppliers, a page at a time; `search` finds part of a name or the beginning of a number. */
  listSupplierGroups(
    who: Scoped,
    filter: { readonly search?: string | undefined },
    page: PageQuery,
  ): Promise<Page<SupplierGroupWithMembers>> {
    return this.db.read(who, (reader) => listSupplierGroups(reader, filter, page));
  }

  /** The supplier group with this id; refuses `supplier-group.unknown` (not found) also when it is another's. */
  supplierGroup(who: Scoped, id: string): Promise<SupplierGroupWithMembers> {
    return this.db.read(who, (reader) => this.known(reader, id));
  }

  /**
   * Registers a new supplier group with its suppliers. Refuses, all at once, `supplier-group.code_taken` and
   * `supplier.in_other_group`; and `supplier.kvk_number_wrong`.
   */
  async addSupplierGroup(actor: Actor, registration: SupplierGroupRegistration): Promise<SupplierGroupWithMembers> {
    const { code, name, suppliers } = registration;
    refuseWrongNumbers(suppliers, pointerTo);
    return this.db.write(actor, async (tx) => {
      await holdGroups(tx);
      refuseIf([
        ...((await groupByCode(tx, code)) ? [supplierGroupCodeTaken(code)] : []),
        ...(await inOtherGroup(tx, null, suppliers, pointerTo)),
      ]);
      const { id } = await insertGroup(tx, code, name);
      await insertSuppliers(tx, id, suppliers);
      const change = { action: 'supplier-group.registered', groupId: id, detail: registration };
      await recordGroup(tx, actor, this.clock.now(), change);
      return this.known(tx, id);
    });
  }

  /**
   * Adds suppliers to a group; those already in it stay. Refuses `supplier-group.unknown` (not found),
   * `supplier.in_other_group` and `supplier.kvk_number_wrong`.
   */
  async addSuppliers(actor: Actor, id: string, suppliers: readonly NamedSupplier[]): Promise<SupplierGroupWithMembers> {
    refuseWrongNumbers(suppliers, pointerTo);
    return this.db.write(actor, async (tx) => {
      await holdGroups(tx);
      await this.known(tx, id);
      refuseIf(await inOtherGroup(tx, id, suppliers, pointerTo));
      await insertSuppliers(tx, id, suppliers);
      const change = { action: 'supplier-group.suppliers-added', groupId: id, detail: { suppliers } };
      await recordGroup(tx, actor, this.clock.now(), change);
      return this.known(tx, id);
    });
  }

  /** Every membership of the network that there is or was, by principal and day. */
  memberships(who: Scoped): Promise<NetworkMembership[]> {
    return this.db.read(who, (reader) => allMemberships(reader));
  }

  /** The same a page at a time, of one principal, or of those who are members on a day. */
  listMemberships(
    who: Scoped,
    filter: { readonly principalCode?: string | undefined; readonly on?: LocalDate | undefined },
    page: PageQuery,
  ): Promise<Page<NetworkMembership>> {
    return this.db.read(who, (reader) => listMemberships(reader, filter, page));
  }

  /** A principal joins the network from a day. Refuses `principal.unknown` and `membership.overlaps`. */
  async join(actor: Actor, joining: Omit<NetworkMembership, 'leftOn'>): Promise<NetworkMembership> {
    const membership: NetworkMembership = { ...joining, leftOn: null };
    const overlaps = membershipOverlaps(membership.principalCode, '/principalCode');
    await this.db.write(actor, async (tx) => {
      await this.identity.principal(tx, membership.principalCode, '/principalCode');
      await refuseOn({ network_membership_once: overlaps, network_membership_pkey: overlaps }, () =>
        tx.manager.insert(networkMembershipSchema, membership),
      );
      await recordMember(tx, actor, this.clock.now(), { action: 'membership.joined', membership });
    });
    return membership;
  }

  private async known(reader: Reader, id: string): Promise<SupplierGroupWithMembers> {
    const group = await supplierGroupById(reader, id);
    if (!group) throw new AppError('not-found', [supplierGroupUnknown()]);
    return group;
  }
}

const pointerTo = (index: number): string => `/suppliers/${index}/kvkNumber`;
