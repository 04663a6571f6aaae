import { commonDay, daysAgo, type Matter } from './arrange';
import { capital, shorten } from './clean';
import { shortDay, whole } from './days';
import { KIND_FACTS, say } from './kinds';
import { span } from './span';
import { countOf, labelOf, toldOf, type Telling } from './telling';
import type { DigestReader } from './types';
import { WORDS } from './words';

/** What the lists of most mail programs show. */
const LONGEST = 90;

/**
 * What a mail is about and by when, of what is most worth doing today; and how many others there are. No word of it is
 * cut: what does not fit is left out, what stands behind first. No reference of a candidate is ever in it: a subject is
 * read on locked screens, and kept by every server on its way.
 */
export function subjectOf(matters: readonly Matter[], reader: DigestReader, where: Omit<Telling, 'reader'>): string {
  // What is recent comes before what is old, and that before what is only told.
  const [top] = matters;
  if (top === undefined) return '';
  const telling: Telling = { ...where, reader: null };
  const { frame } = WORDS[where.language];
  // What somebody only hears of is not counted among what waits.
  const isTold = top.stance === 'INFORMED';
  const others = countOf(
    matters.filter((one) => one !== top && (isTold || one.stance !== 'INFORMED')),
    reader,
  );
  const end = others === 0 ? '' : frame.others(others, whole(where.language, others));
  const opened = isTold && !isInvited(top, reader, telling) ? frame.inform : capital;
  const tries = (others === 0 ? alone(top, reader, telling) : first(top, telling)).map(
    (said) => `${opened(said)}${end}`,
  );
  const fits = tries.find((said) => [...said].length <= LONGEST && !said.includes('…'));
  return fits ?? shorten(tries.at(-1) ?? '', LONGEST);
}

/** A supplier hears of what others do for it in words of its own. */
const isInvited = ({ kind, stance }: Matter, reader: DigestReader, { language }: Telling): boolean =>
  stance === 'INFORMED' && reader.side === 'SUPPLIER' && WORDS[language].kinds[kind].informed !== undefined;

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

/** The one matter of a mail with what is asked, from the longest to the shortest. */
function alone(top: Matter, reader: DigestReader, telling: Telling): string[] {
  const { frame, kinds } = WORDS[telling.language];
  const words = kinds[top.kind];
  const { topic, label, on, event } = aboutOf(top, telling);
  const behind = (said: string) => (label === '' ? [said] : [`${said} (${label})`, said]);
  if (isInvited(top, reader, telling)) return [`${on}: ${words.informed?.act}`, `${topic}: ${words.informed?.act}`];
  const when = whenOf(top, telling);
  const help = top.stance === 'ESCALATED' || top.stance === 'INSTEAD' ? `: ${frame.canYouHelp}` : '';
  if (event !== null) return event.map((said) => `${joined(said, when.said)}${help}`);
  if (top.stance === 'INFORMED') return behind(when.isLate ? topic : joined(topic, when.said));
  if (when.isLate) {
    return [`${joined(on, when.said)}${help}`, `${joined(topic, when.said)}${help}`, joined(topic, when.short)];
  }
  if (help !== '') return behind(`${topic}${help}`);
  return [...behind(joined(`${topic}: ${words.act}`, when.said)), joined(topic, when.said)];
}

/** The first of several matters, from the longest to the shortest. */
function first(top: Matter, telling: Telling): string[] {
  const { topic, on, event } = aboutOf(top, telling);
  const when = whenOf(top, telling);
  return [
    ...(event ?? [on, topic]).map((said) => joined(said, when.said)),
    joined(event?.at(-1) ?? topic, when.short),
    event?.at(-1) ?? topic,
  ];
}

interface About {
  readonly topic: string;
  /** What it is on, alone and with the topic; empty, and the topic alone, when that is not told. */
  readonly label: string;
  readonly on: string;
  /** Of what happens on a day: the same as clauses, the longest first. */
  readonly event: readonly string[] | null;
}

function aboutOf(matter: Matter, telling: Telling): About {
  const { language } = telling;
  const { frame, kinds } = WORDS[language];
  const { items, kind } = matter;
  const { named, personal } = KIND_FACTS[kind];
  const words = kinds[kind];
  const topic = say(words.topic, toldOf(matter, telling));
  const on = (what: string) => joined(topic, words.join ?? frame.of, what);
  const labels = new Set(items.map((one) => labelOf(one, telling)));
  const [label = ''] = labels;
  if (words.event) {
    const { one, several } = words.event;
    // How many people it is about stands in no subject.
    const many = personal ? '' : `${whole(language, items.length)} `;
    return { topic, label: '', on: topic, event: items.length === 1 ? [one(label), one('')] : [several(many, '')] };
  }
  if (items.length === 1 || (labels.size === 1 && label !== '')) {
    return { topic, label, on: label === '' ? topic : on(label), event: null };
  }
  if ((named !== 'PLAN' && named !== 'CONTRACT') || labels.size === 1) {
    return { topic: words.several, label: '', on: words.several, event: null };
  }
  // How many is part of what it is about, when it fits.
  const several = on(frame.units[named](whole(language, labels.size)));
  return { topic: several, label: '', on: several, event: null };
}

interface When {
  readonly said: string;
  /** Without by how much it is late. */
  readonly short: string;
  readonly isLate: boolean;
}

function whenOf(matter: Matter, { language, today }: Telling): When {
  const { frame, kinds } = WORDS[language];
  const { items, kind, band, stance } = matter;
  const common = commonDay(matter);
  const day = common ?? items[0]?.item.dueOn ?? null;
  if (day === null) return { said: '', short: '', isLate: false };
  const late = kinds[kind].late ?? frame.isLate;
  const isLate = band === 'LATE' || band === 'OLD' || (stance === 'INFORMED' && day < today);
  // Of several that are not equally late it is said only that they are.
  if (isLate)
    return { said: late(common === null ? '' : span(language, daysAgo(day, today))), short: late(''), isLate };
  const said = shortDay(language, day, today);
  const isEvent = KIND_FACTS[kind].day === 'EVENT';
  const dated =
    common === null ? (isEvent ? frame.from(said) : frame.firstBy(said)) : isEvent ? frame.on(said) : frame.by(said);
  return { said: dated, short: '', isLate: false };
}
