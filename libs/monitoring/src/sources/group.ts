import { NOTHING, type Scoped } from '@sr/kernel';

/** A supplier group with its suppliers. */
export interface Group {
  readonly id: string;
  readonly suppliers: readonly string[];
}

/** With these groups in sight and nothing else: all that is around them, of all sides, and never a row of another group. */
export const asGroups = (groups: readonly Group[]): Scoped => ({
  scope: {
    ...NOTHING,
    supplierGroups: groups.map(({ id }) => id),
    suppliers: groups.flatMap(({ suppliers }) => suppliers),
  },
});
