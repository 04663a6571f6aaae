import { day, integer, moment, text, texts, uuid } from '@sr/platform';
import { EntitySchema } from 'typeorm';
import type { Claim } from '../domain/claim';
import type { Placement } from '../domain/placement';

export const placementSchema = new EntitySchema<Placement>({
  name: 'Placement',
  schema: 'placements',
  tableName: 'placement',
  columns: {
    id: uuid({ primary: true }),
    ref: text(),
    planId: uuid(),
    supplierKvkNumber: text(),
    candidate: text(),
    block: text(),
    bonuses: texts(),
    employmentForm: text(),
    startsOn: day(),
    endsOn: day({ nullable: true }),
    registerIndicated: text(),
    region: text({ nullable: true }),
    recordedAt: moment(),
  },
});

export const claimSchema = new EntitySchema<Claim>({
  name: 'Claim',
  schema: 'placements',
  tableName: 'claim',
  columns: {
    id: uuid({ primary: true }),
    ref: text(),
    planId: uuid(),
    supplierKvkNumber: text(),
    kind: text(),
    block: text(),
    placementId: uuid({ nullable: true }),
    periodFrom: day(),
    periodTo: day(),
    centihours: integer({ nullable: true }),
    invoiceCents: integer({ nullable: true }),
    earmarkId: uuid({ nullable: true }),
    status: text(),
    submittedBy: text(),
    submittedAt: moment(),
    decidedBy: text({ nullable: true }),
    decidedAt: moment({ nullable: true }),
    acceptedCentihours: integer({ nullable: true }),
    acceptedInvoiceCents: integer({ nullable: true }),
    decisionReason: text({ nullable: true }),
    valueCents: integer({ nullable: true }),
    countedCentihours: integer({ nullable: true }),
    jobCentihours: integer({ nullable: true }),
    reversedBy: text({ nullable: true }),
    reversedAt: moment({ nullable: true }),
    reversalReason: text({ nullable: true }),
  },
});
