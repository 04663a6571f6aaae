import { InvariantBroken } from '@sr/kernel';
import { BANDS, arrange, commonDay, daysAgo, type Matter } from './arrange';
import { capital, clean, oneStop } from './clean';
import { fullDay, inWords, longDay, whole } from './days';
import { KIND_FACTS } from './kinds';
import { olderOf } from './older';
import { moodOf, openingOf } from './opening';
import { sentencesOf, whenOf } from './sentences';
import { span } from './span';
import { subjectOf } from './subject';
import { fullLabelOf, isHidden, toldOf } from './telling';
import { titleOf, type ForReader } from './titles';
import type { Letter, Link, Member, ToldMatter } from './told';
import type { DigestInput, DigestItem } from './types';
import { WORDS } from './words';

/** So many items are told in full; of one matter at most so many once there are more. */
const TOLD_IN_FULL = 12;
const TOLD_OF_ONE_MATTER = 6;

/** Where a mail leads, whatever stands at the end of the address. */
export const linkTo = (baseUrl: string, key: string): string =>
  `${baseUrl.replace(/\/+$/, '')}/werk/${encodeURIComponent(key)}`;

/**
 * The letter of a day to one person.
 * @throws InvariantBroken when there is nothing to tell
 */
export function letterOf(input: DigestInput): Letter {
  const { language, person, day, baseUrl } = input;
  const { frame, kinds } = WORDS[language];
  const telling: ForReader = { language, today: day, reader: person };
  const matters = arrange(input.items, person, day);
  if (matters.length === 0) throw new InvariantBroken('mail', 'a mail without anything to tell');
  const told = shareOut(matters);
  const more = moreOf(told, telling);
  const stillOpen = input.stillOpen > 0 ? frame.stillOpen(input.stillOpen, inWords(language, input.stillOpen)) : '';
  const myWork = { text: frame.toMyWork, url: `${baseUrl.replace(/\/+$/, '')}/` };
  const linkOf = (one: DigestItem): Link => ({ text: kinds[one.kind].link, url: linkTo(baseUrl, one.key) });
  const saidBefore = new Set<string>();
  const sections = BANDS.map((band) => ({
    heading: frame.bands[band],
    matters:
      band === 'OLD'
        ? olderOf(matters, telling, { linkOf, myWork })
        : told
            .filter(({ matter, count }) => matter.band === band && count > 0)
            .map(({ matter, count }) => tell(matter, count, telling, { linkOf, myWork, saidBefore })),
  })).filter((section) => section.matters.length > 0);
  // Of one thing the letter said already how it stands.
  const isOne = more === null && sections.flatMap((section) => section.matters).length === 1;
  const way = person.side === 'NETWORK' ? 'colleagues' : input.canReply === true ? 'canReply' : 'contact';
  return {
    subject: subjectOf(matters, person, { language, today: day }),
    title: frame.title(fullDay(language, day)),
    greeting: frame.greeting(clean(person.name)),
    opening: openingOf(input, matters),
    sections: isOne ? sections.map((section) => ({ ...section, heading: '' })) : sections,
    more,
    stillOpen,
    toMore: more === null && stillOpen === '' ? null : myWork,
    question: frame.question[way](moodOf(matters, input)),
    regards: frame.regards,
    sender: frame.sender,
    footer: [oneStop(becauseOf(input)), frame.howOften],
    allWork: { ...myWork, text: frame.allInMyWork },
  };
}

interface Share {
  readonly matter: Matter;
  /** How many of its items are told in full. */
  readonly count: number;
}

/** The most urgent in full; once there are many, no matter takes the place of all others. What is old is gathered. */
function shareOut(matters: readonly Matter[]): Share[] {
  const recent = matters.filter(({ band }) => band !== 'OLD');
  const all = recent.reduce((sum, { items }) => sum + items.length, 0);
  let left = TOLD_IN_FULL;
  const most = all > TOLD_IN_FULL ? TOLD_OF_ONE_MATTER : TOLD_IN_FULL;
  return recent.map((matter) => {
    const count = Math.min(matter.items.length, left, most);
    left -= count;
    return { matter, count };
  });
}

interface Where {
  readonly linkOf: (one: DigestItem) => Link;
  readonly myWork: Link;
  /** What the letter has said already: nobody says the same sentence twice. */
  readonly saidBefore: Set<string>;
}

function tell(matter: Matter, count: number, telling: ForReader, where: Where): ToldMatter {
  const { linkOf, myWork, saidBefore } = where;
  const { language, reader } = telling;
  const { frame } = WORDS[language];
  const { items, kind } = matter;
  // A list of links would count the people as well as a number does.
  const hidden = items.length > 1 && isHidden(kind, items.length, reader);
  const left = items.length - count;
  const members = hidden || items.length === 1 ? [] : membersOf(matter, count, telling, linkOf);
  const [only] = members;
  const { before, said } = sentencesOf(matter, telling);
  // What is all at one place is told by the title: below it stand the links.
  const isOnePlace = members.length === 1 && left === 0;
  const sentences = [before, ...(saidBefore.has(said) ? [] : [said])].join(' ').trim();
  saidBefore.add(said);
  return {
    title: titleOf(matter, telling),
    when: whenOf(matter, telling),
    sentences: oneStop(sentences),
    links: hidden ? [myWork] : items.length === 1 ? items.map(linkOf) : isOnePlace ? (only?.links ?? []) : [],
    members: isOnePlace ? [] : members,
    rest: left > 0 && !hidden ? frame.restOf(left, inWords(language, left)) : '',
  };
}

/** The items of a matter by what they are on; what cannot be told apart is one, with a link for each. */
function membersOf(matter: Matter, count: number, telling: ForReader, linkOf: (one: DigestItem) => Link): Member[] {
  const { language } = telling;
  const { frame, kinds } = WORDS[language];
  const day = commonDay(matter);
  const texts = new Map<string, { readonly label: string; readonly items: DigestItem[] }>();
  for (const one of matter.items.slice(0, count)) {
    const label = fullLabelOf(one, telling);
    const details = [label, ...(day === null ? dayOf(one, matter, telling) : []), ...figuresOf(one, telling)];
    const key = details.filter((part) => part !== '').join(', ');
    const known = texts.get(key);
    if (known) known.items.push(one);
    else texts.set(key, { label, items: [one] });
  }
  return [...texts].map(([key, { label, items }]) => {
    const several = items.length === 1 ? key : severalAt(label, items.length) + key.slice(label.length);
    const links = items.map((one, n) => {
      const { text, url } = linkOf(one);
      return { text: items.length === 1 ? text : frame.nth(text, n + 1, items.length), url };
    });
    return { text: capital(several) || kinds[matter.kind].link, links };
  });

  function severalAt(label: string, many: number): string {
    const { event } = kinds[matter.kind];
    const counted = whole(language, many);
    const isPlace = event?.those !== undefined && !label.startsWith(frame.reference(''));
    return isPlace
      ? (event.those?.(`${counted} `, label) ?? '')
      : frame.severalAt(label || kinds[matter.kind].link, counted);
  }
}

/** The day of one of several that have different days: of what is late by how much. */
function dayOf({ item: { dueOn } }: DigestItem, { kind, band }: Matter, { language, today }: ForReader): string[] {
  const { frame } = WORDS[language];
  if (dueOn === null) return [];
  if (band === 'LATE') return [frame.lateBy(span(language, daysAgo(dueOn, today)))];
  return [frame.memberDay(longDay(language, dueOn, today), KIND_FACTS[kind].day === 'EVENT')];
}

/** What is left of one of several contracts that end, and at what pace. */
function figuresOf(one: DigestItem, telling: ForReader): string[] {
  const { left, pace } = toldOf({ kind: one.kind, items: [one] }, telling);
  return one.kind === 'CONTRACT_ENDING' && left !== '' ? [WORDS[telling.language].frame.memberFigures(left, pace)] : [];
}

/** What is not told in full: how many of each kind. */
function moreOf(shares: readonly Share[], telling: ForReader): Letter['more'] {
  const { language, reader } = telling;
  const { frame, kinds } = WORDS[language];
  const counts = new Map<Matter['kind'], number>();
  for (const { matter, count } of shares) {
    // What is left of a matter that is told in part is said there.
    if (count > 0) continue;
    counts.set(matter.kind, (counts.get(matter.kind) ?? 0) + matter.items.length);
  }
  if (counts.size === 0) return null;
  const lines = [...counts].map(([kind, count]) => {
    const said = isHidden(kind, count, reader) ? frame.aFew : whole(language, count);
    return `${kinds[kind].several}: ${said}`;
  });
  return { heading: frame.restHeading, lines };
}

function becauseOf({ language, person, items }: DigestInput): string {
  const { frame } = WORDS[language];
  const asked = person.roles.find((role) => items.some(({ item }) => item.waitsFor.roles.some((one) => one === role)));
  const role = [asked, ...person.roles].map((one) => frame.roles[one ?? '']).find((one) => one !== undefined);
  if (role === undefined) return frame.becauseWork;
  return frame.because(role, person.organisation === null ? '' : clean(person.organisation));
}
