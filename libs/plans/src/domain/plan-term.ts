import { extensionViolations, type LocalDate, type Violation } from '@sr/kernel';
import { planEnded, type Plan } from './plan';

/** A plan of action that was handed in, or has no last day, needs no more time. */
export const planNotDue = (): Violation => ({
  code: 'plan.not_due',
  message: 'The plan of action was handed in, or has no day on which it is due; it needs no more time.',
});

/** Why a supplier cannot get more time for its plan of action, until `to`: every reason, or none. */
export function moreTimeViolations(
  { state, dueOn }: Pick<Plan, 'state' | 'dueOn'>,
  to: LocalDate,
  reason: string,
): Violation[] {
  if (state === 'ENDED') return [planEnded()];
  if ((state !== 'DRAFT' && state !== 'RETURNED') || dueOn === null) return [planNotDue()];
  return extensionViolations(dueOn, to, reason).map((violation) => ({ ...violation, field: `/${violation.field}` }));
}
