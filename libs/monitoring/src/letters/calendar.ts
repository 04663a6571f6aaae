import { daysBetween, type LocalDate } from '@sr/kernel';
import { compare, stanceOf } from './arrange';
import { capital } from './clean';
import { asFile, asValue } from './icalendar';
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
  const dated = new Map<string, { readonly one: DigestItem; readonly dueOn: LocalDate }>();
  for (const one of [...items].sort((a, b) => compare(a.key, b.key))) {
    const { dueOn } = one.item;
    if (dueOn === null || dueOn <= day) continue;
    // To who does not see single placements the same day is told once: a calendar counts as well.
    const isCounted = KIND_FACTS[one.kind].personal && !seesPeople(person);
    const entry = isCounted ? `${summaryOf(one, person, telling)} ${dueOn}` : one.key;
    if (!dated.has(entry)) dated.set(entry, { one, dueOn });
  }
  if (dated.size === 0) return null;
  const host = new URL(baseUrl).host;
  const soonest = [...dated.values()].sort((a, b) => compare(a.dueOn, b.dueOn) || compare(a.one.key, b.one.key));
  return asFile([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Social Return//Digest//${language.toUpperCase()}`,
    'METHOD:PUBLISH',
    `NAME:${asValue(frame.calendarName)}`,
    // The name as it was written before RFC 7986, and is still read most.
    `X-WR-CALNAME:${asValue(frame.calendarName)}`,
    ...soonest.slice(0, MOST_EVENTS).flatMap(({ one, dueOn }) => [
      'BEGIN:VEVENT',
      `UID:${encodeURIComponent(one.key)}@${host}`,
      `SEQUENCE:${daysBetween(FIRST_VERSION, day)}`,
      `DTSTAMP:${dateOf(day)}T000000Z`,
      `DTSTART;VALUE=DATE:${dateOf(dueOn)}`,
      // What Outlook calls a whole day.
      'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
      `SUMMARY:${asValue(summaryOf(one, person, telling))}`,
      // A day on which something is due is not a day on which somebody is away.
      'TRANSP:TRANSPARENT',
      `DESCRIPTION:${asValue(frame.calendarNote)}`,
      `URL;VALUE=URI:${linkTo(baseUrl, one.key)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]);
}

/** `20260730` */
const dateOf = (day: LocalDate): string => day.replaceAll('-', '');

function summaryOf(one: DigestItem, person: DigestReader, telling: Telling): string {
  const words = WORDS[telling.language].kinds[one.kind];
  const topic = capital(say(words.topic, toldOf({ kind: one.kind, items: [one] }, telling)));
  const label = labelOf(one, telling);
  const isAsked = KIND_FACTS[one.kind].day === 'LAST_DAY' && stanceOf(one, person) === 'OWN';
  const act = isAsked ? `: ${words.act}` : '';
  return `${topic}${act}${label && ` (${label})`}`;
}
