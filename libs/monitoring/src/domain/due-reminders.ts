import { addDays, type LocalDate } from '@sr/kernel';
import { askedOf, type Asked } from './audience';
import type { Audience } from './moment';
import type { Occurrence, ReminderRules } from './rules';
import { keyOf, type Party, type WorkItem } from './work-item';

/** By what a reminder is known that was sent: never sent a second time. */
export interface SentReminder {
  readonly moment: string;
  readonly step: string;
  /** Of the item. */
  readonly key: string;
  /** The nominal day: anchor and term, before anything put it off. */
  readonly dueOn: LocalDate;
}

/** What was sent, to look up. */
export type Sent = ReadonlySet<string>;

export const sentOf = (reminders: Iterable<SentReminder>): Sent => new Set([...reminders].map(idOf));

const idOf = ({ moment, step, key, dueOn }: SentReminder): string => `${moment}|${step}|${dueOn}|${key}`;

/** That these parties are to hear of an item today. */
export interface Reminder extends SentReminder {
  readonly to: readonly Party[];
  /** The lines in which those are asked, in their order. */
  readonly lines: readonly string[];
  /** It comes to the next role because nothing happened. */
  readonly escalation: boolean;
  readonly item: WorkItem;
}

/** The keys under which reminders of these items may have been sent. */
export const keysOf = (items: readonly WorkItem[]): string[] => [...new Set(items.flatMap(keysUnderWhichSent))];

/** What was asked to open a report was asked of the draft: beginning it is no reason to ask again. */
function keysUnderWhichSent(item: WorkItem): readonly [string, ...string[]] {
  const key = keyOf(item);
  if (item.kind !== 'REPORT_TO_MAKE' || item.planId === null) return [key];
  return [key, keyOf({ ...item, kind: 'REPORT_TO_OPEN', subject: { type: 'PLAN', id: item.planId, name: null } })];
}

/** A step that was missed for longer is not sent any more when the next is as near. */
const OLD_DAYS = 31;

/**
 * Who is to be reminded of what on a day. It does not look whether people work on that day: it is asked on days that they
 * do.
 *
 * - A step is due on the working day after its nominal day, or before it when it is before something; and stays due.
 * - Of those that are due for a party the newest is sent, and covers the older ones: after days on which nothing ran, or
 *   the first time that an old portfolio is looked at, everybody hears once of each item that is open, never of each day
 *   that passed. A newer one that was sent covers too, so nothing comes twice when the clock is put back.
 * - What lies more than 31 days back waits for the next step, when that comes within 31 days: somebody who hears of work
 *   for the first time should not hear of it again next week.
 * - A step about which a deviation is silent is not sent, and covers older ones as if it had been. While a deviation is
 *   silent nothing is sent, of older steps neither.
 * - When the anchor moves, as a due date that is extended, steps are due by the new day, also when they were sent by the
 *   old one.
 *
 * Escalated copies are passed over: the next role hears by the step that escalates.
 */
export function dueReminders(
  today: LocalDate,
  items: readonly WorkItem[],
  sent: Sent,
  rules: ReminderRules,
): Reminder[] {
  const old = { before: addDays(today, -OLD_DAYS), next: addDays(today, OLD_DAYS) };
  const reminders: Reminder[] = [];
  const told = new Set<string>();
  for (const item of items) {
    if (item.escalated) continue;
    const due = dueOf(rules.occurrencesOf(item), today);
    if (due.length === 0) continue;
    const keys = keysUnderWhichSent(item);
    const [key] = keys;
    const wasSent = ({ moment, step, dueOn }: Occurrence): boolean =>
      sent.size > 0 && keys.some((one) => sent.has(idOf({ moment, step: step.code, key: one, dueOn })));
    if (due.every((occurrence) => occurrence.silent || wasSent(occurrence)) || told.has(key)) continue;
    const open = unsent(due, item, { today, old, rules, wasSent });
    for (const occurrence of new Set(open.map((one) => one.occurrence))) {
      const { moment, step, dueOn } = occurrence;
      const asked = open.filter((one) => one.occurrence === occurrence).map((one) => one.asked);
      const to = asked.map(({ party }) => party);
      const lines = asked.map(({ line }) => line);
      reminders.push({ moment, step: step.code, key, dueOn, to, lines, escalation: step.escalation, item });
    }
    told.add(key);
  }
  return reminders;
}

/** The newest step of each audience that is due: the newest first. Few, however many were missed. */
function dueOf(occurrences: readonly Occurrence[], today: LocalDate): Occurrence[] {
  const due: Occurrence[] = [];
  const seen: Audience[] = [];
  for (let i = occurrences.length - 1; i >= 0; i -= 1) {
    const occurrence = occurrences[i];
    if (occurrence === undefined || today < occurrence.mailOn) continue;
    const before = seen.length;
    for (const audience of occurrence.step.to) {
      // One person and the whole desk are the same side: the newer of the two covers the other.
      const side = audience === 'WAITER' ? 'EVERYBODY_WAITING' : audience;
      if (!seen.includes(side)) seen.push(side);
    }
    if (seen.length > before) due.push(occurrence);
  }
  return due;
}

/** A step that is due for a party. */
interface Due {
  readonly occurrence: Occurrence;
  readonly asked: Asked;
}

interface Circumstances {
  readonly today: LocalDate;
  /** Between which days a step is neither old nor far away. */
  readonly old: { readonly before: LocalDate; readonly next: LocalDate };
  readonly rules: ReminderRules;
  readonly wasSent: (occurrence: Occurrence) => boolean;
}

/** What is to be sent of the steps that are due, the newest first: to each party one, unless something covers it. */
function unsent(due: readonly Occurrence[], item: WorkItem, { today, old, rules, wasSent }: Circumstances): Due[] {
  const seen = new Set<string>();
  const newest: Due[] = [];
  for (const occurrence of due) {
    const isOpen = !occurrence.silent && !wasSent(occurrence) && !rules.isSilent(occurrence.moment, item, today);
    for (const asked of askedOf(occurrence.step.to, item)) {
      if (isOpen && !seen.has(asked.line)) newest.push({ occurrence, asked });
      seen.add(asked.line);
    }
  }
  if (newest.length === 0) return [];
  const others = rules.occurrencesOf(item);
  return newest.filter(({ occurrence, asked: { line } }) => {
    const isOld = occurrence.mailOn < old.before;
    return !others.some((other) => {
      if (other.step === occurrence.step && other.again === occurrence.again) return false;
      if (other.dueOn < occurrence.dueOn) return false;
      const isNext = isOld && !other.silent && today < other.mailOn && other.mailOn <= old.next;
      return (isNext || wasSent(other)) && askedOf(other.step.to, item).some((asked) => asked.line === line);
    });
  });
}
