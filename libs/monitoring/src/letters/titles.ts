import type { Matter } from './arrange';
import { capital } from './clean';
import { whole } from './days';
import { KIND_FACTS, say } from './kinds';
import { fullLabelOf, isHidden, seesPeople, toldOf, type Telling } from './telling';
import type { DigestReader } from './types';
import { WORDS } from './words';

export type ForReader = Telling & { readonly reader: DigestReader };

/** "Rapportage tweede kwartaal van plan Schoonmaak: indienen", "2 plaatsingen in plan Schoonmaak lopen af". */
export function titleOf(matter: Matter, telling: ForReader): string {
  const words = WORDS[telling.language].kinds[matter.kind];
  const about = capital(aboutOf(matter, telling));
  // What somebody has to do elsewhere is no work of the reader, and what happens on a day says itself what it is about.
  if (words.event) return about;
  const isTold = telling.reader.side === 'SUPPLIER' && matter.stance === 'INFORMED';
  const act = matter.stance === 'OWN' ? words.act : isTold ? (words.informed?.act ?? '') : '';
  return `${about}${act && `: ${act}`}`;
}

/** What a matter is on: its topic with the one, or with how many. */
export function aboutOf(matter: Matter, telling: ForReader): string {
  const { language, reader } = telling;
  const { frame, kinds } = WORDS[language];
  const { items, kind } = matter;
  const { named } = KIND_FACTS[kind];
  const words = kinds[kind];
  const topic = say(words.topic, toldOf(matter, telling));
  const joined = (label: string) => [topic, words.join ?? frame.of, label].filter((part) => part !== '').join(' ');
  const labels = new Set(items.map((one) => fullLabelOf(one, telling)));
  const [label = ''] = labels;
  const count = whole(language, items.length);
  const isReference =
    named === 'PLACEMENT' && seesPeople(reader) && items.every(({ item }) => item.subject.name !== null);
  if (words.event) {
    // A reference stands behind what it is of; a plan or a contract is where it is.
    const place = labels.size > 1 || isReference ? '' : label;
    const behind = isReference && labels.size === 1 ? ` (${label})` : '';
    if (items.length === 1) return `${words.event.one(place)}${behind}`;
    const isFew = isHidden(kind, items.length, reader);
    return `${words.event.several(isFew ? '' : `${count} `, named === 'PLACEMENT' && !isFew ? place : '')}${behind}`;
  }
  if (items.length === 1) return label === '' ? topic : joined(label);
  if (named === 'PLAN' || named === 'CONTRACT') {
    if (labels.size > 1) return joined(frame.units[named](whole(language, labels.size)));
    return label === '' ? words.several : joined(label);
  }
  return `${words.several} (${count})`;
}
