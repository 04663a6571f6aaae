import { addDays, type LocalDate } from './local-date';
import type { Violation } from './violation';

/** The most days by which a last day is moved at once: a quarter. */
export const EXTENSION_MAX_DAYS = 92;

/** An extension gives more time. */
export const notLater = (field: string, dueOn: LocalDate): Violation => ({
  code: 'due-date.not_later',
  field,
  params: { dueOn },
  message: `The day is ${dueOn} already; give a later one.`,
});

/** An extension is no exemption. */
export const tooFar = (field: string, latest: LocalDate): Violation => ({
  code: 'due-date.too_far',
  field,
  params: { latest },
  message: `A term is extended to ${latest} at most; extend it again when that is not enough.`,
});

/** Extending says why: the other side reads it. */
export const extensionReasonMissing = (): Violation => ({
  code: 'due-date.reason_missing',
  field: 'reason',
  message: 'Give the reason in a few words; the other side reads it.',
});

/** Why the last day of a term cannot move from `dueOn` to `to`: every reason, or none. */
export function extensionViolations(dueOn: LocalDate, to: LocalDate, reason: string): Violation[] {
  const latest = addDays(dueOn, EXTENSION_MAX_DAYS);
  return [
    ...(to <= dueOn ? [notLater('dueOn', dueOn)] : []),
    ...(to > latest ? [tooFar('dueOn', latest)] : []),
    ...(reason.trim() === '' ? [extensionReasonMissing()] : []),
  ];
}
