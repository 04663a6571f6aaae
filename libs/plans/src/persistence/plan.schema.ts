import { moment, text, uuid } from '@sr/platform';
import { EntitySchema } from 'typeorm';

/** A supplier plan: obligations of one supplier group, followed together, valued with one pinned table. */
export interface Plan {
  readonly id: string;
  readonly name: string;
  readonly supplierGroupId: string;
  readonly valueTableId: string;
  readonly recordedAt: Date;
}

/** An obligation's time in a plan. */
export interface PlanMembership {
  readonly id: string;
  readonly planId: string;
  readonly obligationId: string;
  readonly joinedAt: Date;
  readonly leftAt: Date | null;
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
