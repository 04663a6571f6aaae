import { day, integer, moment, text, uuid } from '@sr/platform';
import { EntitySchema } from 'typeorm';
import type { Plan } from '../domain/plan';
import type { Proposal } from '../domain/proposal';

/** An obligation's time in a plan. */
export interface PlanMembership {
  readonly id: string;
  readonly planId: string;
  readonly obligationId: string;
  readonly joinedAt: Date;
  readonly leftAt: Date | null;
}

/** A line of one edition of a plan of action. */
export interface PlanLineRow {
  readonly planId: string;
  readonly edition: number;
  readonly ordinal: number;
  readonly block: string;
  readonly persons: number | null;
  readonly centihours: number | null;
  readonly invoiceCents: number | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly region: string | null;
  readonly partner: string | null;
  readonly confidenceBp: number;
}

export const planSchema = new EntitySchema<Plan>({
  name: 'Plan',
  schema: 'plans',
  tableName: 'plan',
  columns: {
    id: uuid({ primary: true }),
    name: text(),
    supplierGroupId: uuid(),
    valueTableId: uuid(),
    recordedAt: moment(),
    kind: text(),
    state: text(),
    verifiedBy: text({ nullable: true }),
    clientLeadId: uuid({ nullable: true }),
    clientDeputyId: uuid({ nullable: true }),
    supplierLeadId: uuid({ nullable: true }),
    supplierDeputyId: uuid({ nullable: true }),
    dueOn: day({ nullable: true }),
    submittedBy: text({ nullable: true }),
    stateReason: text({ nullable: true }),
    edition: { type: 'integer' },
    version: { type: 'integer' },
  },
});

export const planMembershipSchema = new EntitySchema<PlanMembership>({
  name: 'PlanMembership',
  schema: 'plans',
  tableName: 'membership',
  columns: {
    id: uuid({ primary: true }),
    planId: uuid(),
    obligationId: uuid(),
    joinedAt: moment(),
    leftAt: moment({ nullable: true }),
  },
});

export const proposalSchema = new EntitySchema<Proposal>({
  name: 'Proposal',
  schema: 'plans',
  tableName: 'proposal',
  columns: {
    id: uuid({ primary: true }),
    planId: uuid(),
    obligationId: uuid(),
    principalCode: text(),
    state: text(),
    proposedBy: text(),
    proposedAt: moment(),
    answeredBy: text({ nullable: true }),
    answeredAt: moment({ nullable: true }),
    reason: text({ nullable: true }),
    agreedValueTable: text({ nullable: true }),
  },
});

export const planLineSchema = new EntitySchema<PlanLineRow>({
  name: 'PlanLine',
  schema: 'plans',
  tableName: 'line',
  columns: {
    planId: uuid({ primary: true }),
    edition: { type: 'integer', primary: true },
    ordinal: { type: 'integer', primary: true },
    block: text(),
    persons: { type: 'integer', nullable: true },
    centihours: integer({ nullable: true }),
    invoiceCents: integer({ nullable: true }),
    startsOn: day(),
    endsOn: day(),
    region: text({ nullable: true }),
    partner: text({ nullable: true }),
    confidenceBp: { type: 'integer' },
  },
});

/** That a supplier got more time for its plan of action. */
export interface PlanExtension {
  readonly id: number;
  readonly planId: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly reason: string;
  readonly extendedBy: string;
  readonly recordedAt: Date;
}

export const planExtensionSchema = new EntitySchema<PlanExtension>({
  name: 'PlanExtension',
  schema: 'plans',
  tableName: 'extension',
  columns: {
    // Given by the database.
    id: integer({ primary: true, insert: false }),
    planId: uuid(),
    fromDay: day(),
    toDay: day(),
    reason: text(),
    extendedBy: text(),
    recordedAt: moment(),
  },
});
