import type { Matter } from './arrange';
import { clean, oneStop } from './clean';
import { inWords } from './days';
import type { Mood, Standing } from './frame';
import { KIND_FACTS } from './kinds';
import { countOf } from './telling';
import type { DigestInput } from './types';
import { WORDS } from './words';

/** So much is late that somebody needs to hear where to begin. */
const MUCH = 4;

const isHelp = ({ stance }: Matter): boolean => stance === 'ESCALATED' || stance === 'INSTEAD';
/** What asks something of the reader. */
const asked = (matters: readonly Matter[]): Matter[] =>
  matters.filter(({ stance, kind }) => stance !== 'INFORMED' && kind !== 'REPORTS_TO_COME');

/** How a mail stands as a whole. */
export function moodOf(
  matters: readonly Matter[],
  { person, stillOpen }: Pick<DigestInput, 'person' | 'stillOpen'>,
): Mood {
  const open = asked(matters);
  const count = (of: (matter: Matter) => boolean) => countOf(open.filter(of), person);
  if (open.length === 0) return 'TOLD';
  if (open.every(isHelp)) return 'STUCK';
  const old = count(({ band }) => band === 'OLD');
  const late = old + count(({ band }) => band === 'LATE');
  if (late >= MUCH) return 'MUCH';
  if (late > 0) return old === late ? 'LONG' : 'LATE';
  if (open.every(({ kind }) => kind === 'GOING_WRONG')) return 'TALK';
  if (open.some(({ band }) => band === 'WEEK')) return 'SOON';
  return stillOpen > 0 || open.some(({ band }) => band === 'UNDATED') ? 'WAITING' : 'CALM';
}

/** How things stand, whom to call for who has little time, and whether an earlier mail may not have come. */
export function openingOf(input: DigestInput, matters: readonly Matter[]): string[] {
  const { language, person, stillOpen, carriedOver } = input;
  const { frame } = WORDS[language];
  const open = asked(matters);
  const count = (of: (matter: Matter) => boolean) => countOf(open.filter(of), person);
  const standing: Standing = {
    mood: moodOf(matters, input),
    all: countOf(open, person),
    late: count(({ band }) => band === 'LATE' || band === 'OLD'),
    week: count(({ band }) => band === 'WEEK'),
    helps: count(isHelp),
    who: whereOf(open, input),
    isAll: stillOpen === 0,
    toSupplier: person.side === 'SUPPLIER',
    words: (number) => inWords(language, number),
  };
  const call = person.side === 'SUPPLIER' ? '' : callOf(open, standing, input);
  return [oneStop(`${frame.standing(standing)}${call && ` ${call}`}`), ...(carriedOver ? [frame.carriedOver] : [])];
}

/** Where everything is that does not move, when that is one party. */
function whereOf(open: readonly Matter[], { language }: DigestInput): string {
  const { frame } = WORDS[language];
  const parties = new Set(
    open.flatMap(({ kind, items }) => {
      const { waiter } = KIND_FACTS[kind];
      if (waiter === 'SUPPLIER') return items.map(({ item }) => clean(item.supplierName ?? ''));
      return [waiter === 'ALL' ? '' : frame.who[waiter]];
    }),
  );
  const [party = ''] = parties;
  return parties.size === 1 ? party : '';
}

/** The one call that is about most of it, when it is about more than one thing; never counted in people. */
function callOf(open: readonly Matter[], { mood, all, who, words }: Standing, { language }: DigestInput): string {
  const { frame } = WORDS[language];
  const calls = new Map<string, number>();
  for (const matter of open) {
    const { named, waiter, personal } = KIND_FACTS[matter.kind];
    if (personal || !(waiter === 'SUPPLIER' || (waiter === 'ALL' && named !== 'NOTHING'))) continue;
    for (const { item } of matter.items) {
      const name = clean(item.supplierName ?? '');
      if (name !== '') calls.set(name, (calls.get(name) ?? 0) + 1);
    }
  }
  const [most] = [...calls].sort(([, a], [, b]) => b - a);
  if (most === undefined || most[1] < 2) return '';
  if (most[1] < all) return frame.oneCall(most[0], words(most[1]));
  return mood === 'STUCK' && most[0] === who ? frame.oneCall(who, null) : '';
}
