import { day, text, texts, uuid } from '@sr/platform';
import { EntitySchema } from 'typeorm';
import type { LabourMarketRegion, NetworkMembership, Principal, Supplier, SupplierGroup } from '../domain/organisation';

export const principalSchema = new EntitySchema<Principal>({
  name: 'Principal',
  schema: 'identity',
  tableName: 'principal',
  columns: {
    code: text({ primary: true }),
    name: text(),
    kind: text(),
    tooi: text({ nullable: true }),
    existsFrom: day({ nullable: true }),
    existsTo: day({ nullable: true }),
    successors: texts(),
    source: text(),
  },
});

export const labourMarketRegionSchema = new EntitySchema<LabourMarketRegion>({
  name: 'LabourMarketRegion',
  schema: 'identity',
  tableName: 'labour_market_region',
  columns: {
    code: text({ primary: true }),
    name: text(),
    existsFrom: day({ nullable: true }),
    existsTo: day({ nullable: true }),
    successors: texts(),
    source: text(),
  },
});

export const networkMembershipSchema = new EntitySchema<NetworkMembership>({
  name: 'NetworkMembership',
  schema: 'identity',
  tableName: 'network_membership',
  columns: {
    principalCode: text({ primary: true }),
    joinedOn: day({ primary: true }),
    leftOn: day({ nullable: true }),
    note: text({ nullable: true }),
  },
});

export const supplierGroupSchema = new EntitySchema<SupplierGroup>({
  name: 'SupplierGroup',
  schema: 'identity',
  tableName: 'supplier_group',
  columns: { id: uuid({ primary: true }), code: text(), name: text() },
});

export const supplierSchema = new EntitySchema<Supplier>({
  name: 'Supplier',
  schema: 'identity',
  tableName: 'supplier',
  columns: { kvkNumber: text({ primary: true }), name: text(), groupId: uuid() },
});
