import { day, integer, moment, text, uuid } from '@sr/platform';
import { EntitySchema } from 'typeorm';
import type { Contract } from '../domain/contract';
import type { ObligationBasis } from '../domain/obligation';

/** An obligation with the amount in force; what it was before stands in the revisions. */
export interface ObligationRow {
  readonly contractId: string;
  readonly kind: 'PERCENTAGE' | 'FIXED';
  readonly basis: ObligationBasis | null;
  readonly baseCents: number | null;
  readonly rateBp: number | null;
  readonly capCents: number | null;
  readonly amountCents: number;
  readonly settledOn: string | null;
}

/** What was in force from the moment it was recorded: the amount, and the principal and term that go with it. */
export interface RevisionRow {
  readonly contractId: string;
  readonly principalCode: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly baseCents: number | null;
  readonly amountCents: number;
  /** Null for the first: the award itself. */
  readonly reason: string | null;
  readonly recordedAt: Date;
}

export const contractSchema = new EntitySchema<Contract>({
  name: 'Contract',
  schema: 'contracts',
  tableName: 'contract',
  columns: {
    id: uuid({ primary: true }),
    number: text(),
    reference: text({ nullable: true }),
    principalCode: text(),
    supplierKvkNumber: text(),
    title: text(),
    awardedOn: day(),
    startsOn: day(),
    endsOn: day(),
    exemptionReason: text({ nullable: true }),
    recordedAt: moment(),
  },
});

export const obligationSchema = new EntitySchema<ObligationRow>({
  name: 'Obligation',
  schema: 'contracts',
  tableName: 'obligation',
  columns: {
    contractId: uuid({ primary: true }),
    kind: text(),
    basis: text({ nullable: true }),
    baseCents: integer({ nullable: true }),
    rateBp: integer({ nullable: true }),
    capCents: integer({ nullable: true }),
    amountCents: integer(),
    settledOn: day({ nullable: true }),
  },
});

export const revisionSchema = new EntitySchema<RevisionRow & { id: number }>({
  name: 'Revision',
  schema: 'contracts',
  tableName: 'revision',
  columns: {
    id: integer({ primary: true, generated: 'increment' }),
    contractId: uuid(),
    principalCode: text(),
    startsOn: day(),
    endsOn: day(),
    baseCents: integer({ nullable: true }),
    amountCents: integer(),
    reason: text({ nullable: true }),
    recordedAt: moment(),
  },
});
