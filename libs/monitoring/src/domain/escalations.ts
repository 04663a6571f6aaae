import type { LocalDate } from '@sr/kernel';
import { askedOf } from './audience';
import { withoutFew } from './report-items';
import type { ReminderRules } from './rules';
import { waitsForPerson, type Party, type Side, type Worker, type WorkItem } from './work-item';

/**
 * What waits for the next role as well, because nothing happened: a copy for each party of a step that escalates, from the
 * nominal day of that step on. Nothing where the item waits for that role already, and nothing of steps about which a
 * deviation is silent. Also for lists: the copy is there on days on which no mail goes out.
 */
export function escalations(items: readonly WorkItem[], rules: ReminderRules, today: LocalDate): WorkItem[] {
  return items.filter(({ escalated }) => !escalated).flatMap((item) => copiesOf(item, rules, today));
}

function copiesOf(item: WorkItem, rules: ReminderRules, today: LocalDate): WorkItem[] {
  const copies = new Map<string, WorkItem>();
  for (const { step, silent, from } of rules.occurrencesOf(item)) {
    if (!step.escalation || silent || today < from) continue;
    for (const { party, waits, line } of askedOf(step.to, item)) {
      if (!waits) copies.set(line, forNext(item, party));
    }
  }
  return [...copies.values()];
}

function forNext(item: WorkItem, waitsFor: Party): WorkItem {
  return { ...withoutFewFor(item, waitsFor.side), waitsFor, escalated: true };
}

/** An item as it is told to somebody: all of it to who has to do it, and as an escalated copy to others. */
export function asTold(item: WorkItem, reader: Worker): WorkItem {
  if (waitsForPerson(item.waitsFor, reader)) return item;
  return { ...withoutFewFor(item, reader.side), escalated: true };
}

/** Who does not verify claims does not hear how many wait when they are few: those are of one person in effect. */
function withoutFewFor(item: WorkItem, side: Side | null): WorkItem {
  return item.kind === 'CLAIMS_TO_DECIDE' && side !== 'NETWORK' ? withoutFew(item) : item;
}
