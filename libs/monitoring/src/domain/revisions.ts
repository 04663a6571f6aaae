import type { LocalDate } from '@sr/kernel';
import { askedOf, type Asked } from './audience';
import type { Reminder, SentReminder } from './due-reminders';
import { recipientsOf, type Directory, type Recipient } from './recipients';
import type { Occurrence, ReminderRules } from './rules';
import { keyOf, type WorkItem } from './work-item';

/** A reminder that was made, with who heard it or is to hear it. */
export interface MadeReminder extends SentReminder {
  readonly id: string;
  /** The day on which its item was gone, or it was not due any more; null while it stands. */
  readonly endedOn: LocalDate | null;
  readonly recipients: readonly {
    readonly personId: string;
    /** The mail with it was sent. */
    readonly heard: boolean;
    /** It goes with the next mail. */
    readonly open: boolean;
  }[];
}

/** What is otherwise with a reminder than when it was made. */
export interface Revision {
  readonly id: string;
  /** It is not due (any more), and nobody heard it: what was to go does not, and it is made again when it is due. */
  readonly ends: boolean;
  /** Somebody heard it, its item was gone, and is there again. */
  readonly returns: boolean;
  /** The item as it is now, to be told as it is: of what nobody heard. */
  readonly item: WorkItem | null;
  /** Who is to hear it as well. */
  readonly adds: readonly Recipient[];
  /** Who is not to hear it any more, by id. */
  readonly drops: readonly string[];
}

/**
 * Which reminders cover others: what stands, and what somebody heard. Of days that are still to come none does: a clock was
 * ahead then.
 */
export const coveringOf = (made: readonly MadeReminder[], today: LocalDate): MadeReminder[] =>
  made.filter(({ endedOn, recipients, dueOn }) => dueOn <= today && (endedOn === null || recipients.some(isHeard)));

const isHeard = ({ heard }: MadeReminder['recipients'][number]): boolean => heard;

/**
 * Holds what was made before against how things stand: days that were put off, deviations, people who left, came or have
 * other work since. Who is asked in the own right and never heard of an item hears of it by the newest step that was made;
 * the next in line does where nobody heard in their place who still takes part.
 * @param due what is made today besides: who is asked by that is not asked again by an older step
 */
export function revisionsOf(
  today: LocalDate,
  {
    items,
    made,
    due,
  }: Record<'made', readonly MadeReminder[]> & {
    readonly items: readonly WorkItem[];
    readonly due: readonly Reminder[];
  },
  rules: ReminderRules,
  people: Directory,
): Revision[] {
  const byKey = new Map<string, WorkItem>();
  for (const item of items) if (!item.escalated && !byKey.has(keyOf(item))) byKey.set(keyOf(item), item);
  const taken = new Set(due.flatMap(({ key, lines }) => lines.map((line) => `${key}|${line}`)));
  const newestFirst = [...made].sort((a, b) => (a.dueOn < b.dueOn ? 1 : a.dueOn > b.dueOn ? -1 : 0));
  return newestFirst.flatMap((reminder) => {
    const item = byKey.get(reminder.key);
    if (item === undefined) return [];
    const occurrence = occurrenceOf(reminder, item, rules);
    const stands =
      occurrence !== undefined &&
      !occurrence.silent &&
      occurrence.mailOn <= today &&
      !rules.isSilent(reminder.moment, item, today);
    // What ended unheard is made again when it is due.
    if (reminder.endedOn !== null && !(stands && reminder.recipients.some(isHeard))) return [];
    const asked = stands ? askedOf(occurrence.step.to, item) : [];
    const newest = asked.filter(({ line }) => !taken.has(`${reminder.key}|${line}`));
    for (const { line } of asked) taken.add(`${reminder.key}|${line}`);
    const revision = revisionOf(reminder, item, { stands, asked, newest, people });
    return isNothing(revision) ? [] : [revision];
  });
}

const occurrenceOf = ({ moment, step, dueOn }: MadeReminder, item: WorkItem, rules: ReminderRules) =>
  rules
    .occurrencesOf(item)
    .find((one: Occurrence) => one.moment === moment && one.step.code === step && one.dueOn === dueOn);

interface Standing {
  readonly stands: boolean;
  readonly asked: readonly Asked[];
  /** Of those asked whom no newer step asks. */
  readonly newest: readonly Asked[];
  readonly people: Directory;
}

function revisionOf(
  { id, endedOn, recipients }: MadeReminder,
  item: WorkItem,
  { stands, asked, newest, people }: Standing,
): Revision {
  const of = (parties: readonly Asked[]): Recipient[] =>
    recipientsOf(
      parties.map(({ party }) => party),
      item,
      people,
    );
  const wanted = new Map(of(asked).map(({ personId, standsInFor }) => [personId, standsInFor]));
  // Who is asked in the own right heard it for the own organisation, and for no other.
  const wasHeard = recipients.some(
    ({ heard, personId }) => heard && people.everybody.has(personId) && wanted.get(personId) !== null,
  );
  const known = new Set(recipients.filter(({ heard, open }) => heard || open).map(({ personId }) => personId));
  return {
    id,
    ends: !stands && !recipients.some(isHeard),
    returns: endedOn !== null,
    item: recipients.some(isHeard) ? null : item,
    adds: of(newest).filter(({ personId, standsInFor }) => !known.has(personId) && (standsInFor === null || !wasHeard)),
    drops: recipients
      .filter(({ heard, open, personId }) => !heard && open && !wanted.has(personId))
      .map(({ personId }) => personId),
  };
}

const isNothing = ({ ends, returns, item, adds, drops }: Revision): boolean =>
  !ends && !returns && item === null && adds.length === 0 && drops.length === 0;
