import type { Centihours, Scope } from '@sr/kernel';

/** What was accepted in a plan, in the units in which form-free goals are. */
export interface Accepted {
  /** Different candidates. */
  readonly persons: number;
  /** Paid hours of placements. */
  readonly centihours: Centihours;
  readonly activities: number;
}
export const NOTHING_ACCEPTED: Accepted = { persons: 0, centihours: 0, activities: 0 };

/** What of it is shown: a number of 1 to 4 persons as "< 5", and their hours not at all. */
export interface ShownProgress {
  readonly persons: string;
  readonly centihours: Centihours | null;
  readonly activities: number;
}

/** A form-free goal with what it is a goal of: persons, whole hours or activities. */
export interface Goal {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly unit: 'PERSONS' | 'HOURS' | 'ACTIVITIES';
  readonly goal: number;
}
export interface GoalProgress extends ShownProgress {
  /** The goals in the reader's sight. */
  readonly goals: readonly Goal[];
}

const FEWEST_PERSONS = 5;

/** Whether somebody sees a plan whole: its supplier, and the team that verifies its claims. */
export function seesWhole(
  scope: Scope,
  plan: { readonly supplierGroupId: string; readonly verifiedBy: string | null },
): boolean {
  if (scope.everything || scope.supplierGroups.includes(plan.supplierGroupId)) return true;
  return plan.verifiedBy === null ? scope.network : scope.verifies.includes(plan.verifiedBy);
}

/** What is shown of what was accepted, to who sees the plan whole or not. */
export function shownProgress({ persons, centihours, activities }: Accepted, whole: boolean): ShownProgress {
  const few = !whole && persons > 0 && persons < FEWEST_PERSONS;
  return { persons: few ? '< 5' : String(persons), centihours: few ? null : centihours, activities };
}
