import type { Answer } from '../api/client';
import { labels } from '../words/labels';
import type { Language } from '../words/words';

type Step = Answer<'StepAnswer'>;

const texts = {
  nl: {
    one: { months: 'maand', days: 'dag', workingDays: 'werkdag' },
    more: { months: 'maanden', days: 'dagen', workingDays: 'werkdagen' },
    and: ' en ',
    DUE: {
      before: (term: string) => `${term} voor de uiterste dag`,
      on: 'op de uiterste dag',
      after: (term: string) => `${term} na de uiterste dag`,
    },
    SINCE: {
      before: (term: string) => `${term} voordat het begint te wachten`,
      on: 'zodra het wacht',
      after: (term: string) => `als het ${term} wacht`,
    },
    escalated: 'omdat er niets gebeurde',
    again: (days: number, most: number) => `daarna elke ${days} dagen, hoogstens ${most} keer`,
  },
  en: {
    one: { months: 'month', days: 'day', workingDays: 'working day' },
    more: { months: 'months', days: 'days', workingDays: 'working days' },
    and: ' and ',
    DUE: {
      before: (term: string) => `${term} before the last day`,
      on: 'on the last day',
      after: (term: string) => `${term} after the last day`,
    },
    SINCE: {
      before: (term: string) => `${term} before it begins to wait`,
      on: 'as soon as it waits',
      after: (term: string) => `when it has waited for ${term}`,
    },
    escalated: 'because nothing happened',
    again: (days: number, most: number) => `then every ${days} days, ${most} times at most`,
  },
};

const UNITS = ['months', 'days', 'workingDays'] as const;

const beginning = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const inside = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** When a step comes: "14 dagen voor de uiterste dag". */
export function whenOf(language: Language, { anchor, after, again }: Step): string {
  const t = texts[language];
  const term = UNITS.filter((unit) => after[unit] !== 0)
    .map((unit) => `${Math.abs(after[unit])} ${(Math.abs(after[unit]) === 1 ? t.one : t.more)[unit]}`)
    .join(t.and);
  const sum = UNITS.map((unit) => Math.sign(after[unit])).find((sign) => sign !== 0) ?? 0;
  const when = sum === 0 ? t[anchor].on : sum < 0 ? t[anchor].before(term) : t[anchor].after(term);
  return beginning(again ? `${when}, ${t.again(again.everyDays, again.most)}` : when);
}

/** To whom a step goes: "de contractmanagers, omdat er niets gebeurde". */
export function toWhom(language: Language, { to, escalation }: Step): string {
  const t = texts[language];
  const names = labels[language].audience as Readonly<Record<string, string>>;
  const all = to.map((audience) => inside(names[audience] ?? audience)).join(t.and);
  return escalation ? `${all}, ${t.escalated}` : all;
}
