import { daysBetween, type LocalDate, type Violation } from '@sr/kernel';

/** The most days that a deviation holds: what is different for longer is another rule. */
export const DEVIATION_MAX_DAYS = 366;
/** The most days that reminders come later: a quarter, after which the next one is due. */
export const LATER_MAX_DAYS = 92;

/** The days on which something holds, both included. */
export interface Days {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** What is wrong with the days of a deviation that somebody asks for on `today`: all of it. */
export function daysViolations({ from, until }: Days, today: LocalDate): Violation[] {
  const length = daysBetween(from, until) + 1;
  return [
    ...(from < today ? [deviationInThePast()] : []),
    ...(length < 1 ? [deviationBackwards()] : []),
    ...(length > DEVIATION_MAX_DAYS ? [deviationTooLong()] : []),
  ];
}

/** Whether a deviation holds on a day from `today` on: not when it is over, nor when it was ended before it began. */
export const isToHold = ({ from, until }: Days, today: LocalDate): boolean => from <= until && today <= until;

/** The deviation among these that holds on a day on which `days` would as well. */
export const overlapping = <Other extends Days>(others: readonly Other[], { from, until }: Days): Other | undefined =>
  others.find((other) => isToHold(other, from) && other.from <= until);

/** What was sent was sent: reminders are put off from today. */
export const deviationInThePast = (): Violation => ({
  code: 'deviation.in_the_past',
  field: '/from',
  message: 'Begin today or later.',
});

/** The first day is not after the last. */
export const deviationBackwards = (): Violation => ({
  code: 'deviation.term_backwards',
  field: '/until',
  message: 'The last day is before the first.',
});

/** No deviation is for ever. */
export const deviationTooLong = (): Violation => ({
  code: 'deviation.too_long',
  field: '/until',
  params: { days: DEVIATION_MAX_DAYS },
  message: `A deviation holds at most ${DEVIATION_MAX_DAYS} days.`,
});
