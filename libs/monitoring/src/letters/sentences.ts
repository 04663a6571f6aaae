import type { LocalDate } from '@sr/kernel';
import { commonDay, daysAgo, type Matter } from './arrange';
import { clean } from './clean';
import { longDay, shortDay } from './days';
import { KIND_FACTS, say } from './kinds';
import { ahead, span } from './span';
import { isHidden, shared, toldOf, type Telling } from './telling';
import type { Language, MissedParty } from './types';
import { WORDS } from './words';

const timeOf = (language: Language, ago: number): string => (ago > 0 ? span(language, ago) : ahead(language, -ago));

/** By when, or since when; of what lies with somebody else where it is. */
export function whenOf(matter: Matter, telling: Telling): string {
  const { language, today } = telling;
  const { frame, kinds } = WORDS[language];
  const { kind, stance } = matter;
  const isEvent = KIND_FACTS[kind].day === 'EVENT';
  const day = commonDay(matter);
  const ago = day === null ? 0 : daysAgo(day, today);
  const said = day === null ? '' : longDay(language, day, today);
  const since = sinceOf(matter);
  const from = since === null ? '' : longDay(language, since, today);
  if (stance === 'ESCALATED') {
    const dated = day === null ? '' : frame.stuckDay(said, ago, timeOf(language, ago), isEvent);
    return frame.stuck(holderOf(matter, telling), from, dated);
  }
  // To who does not have to do it a day that has passed says nothing.
  if (stance === 'INFORMED' && ago > 0) return '';
  if (day !== null) return (isEvent ? frame.eventDay : frame.lastDay)(said, ago, timeOf(language, ago));
  const first = matter.items[0]?.item.dueOn ?? null;
  if (first !== null) {
    // Each says its own day, unless each is of a person of whom this reader does not hear.
    const isFew = telling.reader !== null && isHidden(kind, matter.items.length, telling.reader);
    return isFew ? frame.firstDay(longDay(language, first, today)) : '';
  }
  return from === '' ? '' : (kinds[kind].since ?? frame.waitsSince)(from);
}

/** Since when a matter waits, when it is the same of all its items, and from before its last day: later says nothing. */
const sinceOf = ({ items }: Matter): LocalDate | null =>
  shared(items, ({ item: { since, dueOn } }) => (since === null || dueOn === null || since < dueOn ? since : null));

/** With whom a matter is: a supplier by its name unless the matter is told with it. */
function holderOf(matter: Matter, telling: Telling): string {
  const { frame } = WORDS[telling.language];
  const { kind, items } = matter;
  const { waiter } = KIND_FACTS[kind];
  if (waiter === 'SUPPLIER') {
    if (items.length === 1) return frame.aSupplier;
    return shared(items, ({ item }) => item.supplierName) === null ? frame.suppliers : toldOf(matter, telling).supplier;
  }
  if (waiter !== 'ALL') return frame.who[waiter];
  const side = shared(items, ({ item }) => item.waitsFor.side);
  if (side === null || side === telling.reader?.side) return '';
  return side === 'SUPPLIER' ? frame.aSupplier : frame.who[side];
}

export interface Sentences {
  /** What is of this matter only: that it was told before, or why it came to this reader. */
  readonly before: string;
  /** Why it matters and what to do. */
  readonly said: string;
}

/** What is said of a matter. */
export function sentencesOf(matter: Matter, telling: Telling): Sentences {
  const { language } = telling;
  const { frame, kinds } = WORDS[language];
  const { kind, reason, stance, nobodyFor, alsoWith } = matter;
  const told = toldOf(matter, telling);
  const { waiter } = KIND_FACTS[kind];
  const who = waiter === 'ALL' ? '' : waiter === 'SUPPLIER' ? told.supplier : frame.who[waiter];
  const nameOf = ({ side, name }: MissedParty) =>
    clean(name ?? '') || (side === 'SUPPLIER' ? told.supplier : frame.who[side]);
  const instead = nobodyFor === null ? [] : [frame.instead(nameOf(nobodyFor))];
  const also =
    alsoWith === null ? [] : [frame.alsoWith(alsoWith === 'SUPPLIER' ? frame.aSupplier : frame.who[alsoWith])];
  const before = [...beforeOf(matter, telling), ...instead].join(' ');
  switch (stance) {
    case 'OWN':
      return { before, said: [say(kinds[kind][reason], told), ...also].join(' ') };
    case 'INFORMED': {
      const { informed } = kinds[kind];
      const said = told.toSupplier && informed ? say(informed.sentences, told) : frame.informed(who, told.isLate);
      return { before: '', said };
    }
    case 'INSTEAD':
      return { before, said: frame.insteadAsk };
    case 'ESCALATED':
      return { before, said: say(kinds[kind].ESCALATED, told) };
  }
}

/** That it was told before, and on which day when that is the same of all. */
function beforeOf({ items, reason, stance }: Matter, { language, today }: Telling): string[] {
  const { frame } = WORDS[language];
  const days = new Set(
    items.map(({ lastToldOn = null }) => (lastToldOn !== null && lastToldOn < today ? lastToldOn : null)),
  );
  const [day = null] = days;
  if (days.size === 1 && day !== null) return [frame.wroteBefore(shortDay(language, day, today))];
  const wasToldBefore = reason === 'AGAIN' || (stance === 'ESCALATED' && (reason === 'BEFORE' || reason === 'LATE'));
  return wasToldBefore || !days.has(null) ? [frame.wroteBefore('')] : [];
}
