import { daysBetween } from '@sr/kernel';
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { compare, stanceOf } from './arrange';
import { capital } from './clean';
import { KIND_FACTS, say } from './kinds';
import { linkTo } from './letter';
import { labelOf, seesPeople, toldOf, type Telling } from './telling';
import type { DigestInput, DigestItem, DigestReader } from './types';
import { WORDS } from './words';

/** More days than this nobody puts into a calendar. */
const MOST_EVENTS = 50;
/** From which day the number of a version of an event is counted: any day before the first mail will do. */
const FIRST_VERSION = '2020-01-01';

/**
 * A day in the calendar for each item with a day that is still to come, the soonest first. The days are whole days and the
 * texts are for everybody: a calendar is often shared. The same item has the same UID in every mail, so that a later mail
 * moves the day instead of adding one.
 * @returns an iCalendar file (RFC 5545); null when there is no such item
 */
export function calendarOf({ language, person, day, baseUrl, items }: DigestInput): string | null {
  const { frame } = WORDS[language];
  const telling: Telling = { language, today: day, reader: null };
  const dated = new Map<string, { readonly one: DigestItem; readonly dueOn: string }>();
  for (const one of [...items].sort((a, b) => compare(a.key, b.key))) {
    const { dueOn } = one.item;
    if (dueOn === null || dueOn <= day) continue;
    // To who does not see single placements the same day is told once: a calendar counts as well.
    const isCounted = KIND_FACTS[one.kind].personal && !seesPeople(person);
    const entry = isCounted ? `${summaryOf(one, person, telling)} ${dueOn}` : one.key;
    if (!dated.has(entry)) dated.set(entry, { one, dueOn });
  }
  if (dated.size === 0) return null;
  const calendar = ical({
    prodId: { company: 'Social Return', product: 'Digest', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    name: frame.calendarName,
  });
  const host = new URL(baseUrl).host;
  const soonest = [...dated.values()].sort((a, b) => compare(a.dueOn, b.dueOn) || compare(a.one.key, b.one.key));
  for (const { one, dueOn } of soonest.slice(0, MOST_EVENTS)) {
    calendar.createEvent({
      id: `${encodeURIComponent(one.key)}@${host}`,
      sequence: daysBetween(FIRST_VERSION, day),
      stamp: new Date(`${day}T00:00:00Z`),
      start: new Date(`${dueOn}T00:00:00Z`),
      allDay: true,
      // A day on which something is due is not a day on which somebody is away.
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: summaryOf(one, person, telling),
      description: frame.calendarNote,
      url: linkTo(baseUrl, one.key),
    });
  }
  return `${calendar.toString()}\r\n`;
}

function summaryOf(one: DigestItem, person: DigestReader, telling: Telling): string {
  const words = WORDS[telling.language].kinds[one.kind];
  const topic = capital(say(words.topic, toldOf({ kind: one.kind, items: [one] }, telling)));
  const label = labelOf(one, telling);
  const isAsked = KIND_FACTS[one.kind].day === 'LAST_DAY' && stanceOf(one, person) === 'OWN';
  const act = isAsked ? `: ${words.act}` : '';
  return `${topic}${act}${label && ` (${label})`}`;
}
