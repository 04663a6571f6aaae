import { NOTHING, type Scoped } from '@sr/kernel';

/** A supplier group with its suppliers: what is looked after at a time. */
export interface Group {
  readonly id: string;
  readonly suppliers: readonly string[];
}

/** With a group in sight and nothing else: all that is around it, of all sides, and never a row of another group. */
export const asGroup = ({ id, suppliers }: Group): Scoped => ({
  scope: { ...NOTHING, supplierGroups: [id], suppliers },
});
