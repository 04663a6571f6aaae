import type { LocalDate } from '@sr/kernel';
import { MATTER, MEMBER, TITLE } from './as-text';
import { capital, clean } from './clean';
import { fullDay } from './days';
import type { Composed } from './types';

/** A mail with to whom and when it went. */
export interface PlainMail {
  readonly day: LocalDate;
  /** Who, as it is to be read: a name, with what the person is. */
  readonly to: string;
  readonly mail: Pick<Composed, 'subject' | 'text'>;
}

/**
 * Mails as a list to read aloud: under each day to whom, about what, how it begins, and what it says of each matter,
 * without the links. In the order given: sort by day first. Days are in Dutch, whatever the language of a mail.
 */
export function renderPlain(mails: readonly PlainMail[]): string {
  const lines: string[] = [];
  let current: LocalDate | null = null;
  for (const { day, to, mail } of mails) {
    if (day !== current) lines.push(...(current === null ? [] : ['']), capital(fullDay('nl', day)));
    current = day;
    // After the greeting the letter says how things stand.
    const [, opening = '', ...paragraphs] = mail.text.split('\n\n');
    lines.push(
      '',
      `  Aan ${clean(to, 160)}`,
      `  "${mail.subject}"`,
      `  ${opening.replaceAll('\n', ' ')}`,
      ...paragraphs.filter((one) => one.startsWith(MATTER)).map((one) => `  - ${matterOf(one)}`),
    );
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** The lines of a matter as it is read: what, by when, why, and of several which. */
function matterOf(paragraph: string): string {
  const parts: { readonly of: 'TITLE' | 'SAID' | 'MEMBER'; text: string }[] = [];
  for (const line of paragraph.split('\n')) {
    const last = parts.at(-1);
    const text = line.trim();
    if (text.startsWith('https:') || text.startsWith('http:')) {
      // What stands before a link says where it leads; of a member it says which.
      if (last?.of === 'SAID') last.text = last.text.replace(LINK, '');
    } else if (line.startsWith(MATTER)) parts.push({ of: 'TITLE', text: line.slice(MATTER.length) });
    else if (line.startsWith(MEMBER)) parts.push({ of: 'MEMBER', text: line.slice(MEMBER.length) });
    else if (line.startsWith(TITLE) && last) last.text += ` ${text}`;
    else if (last?.of === 'SAID') last.text += ` ${text}`;
    else parts.push({ of: 'SAID', text });
  }
  const [title] = parts;
  const said = parts.filter(({ of }) => of === 'SAID').map(({ text }) => text.trim());
  const members = parts.filter(({ of }) => of === 'MEMBER').map(({ text }) => text.replace(/:$/, ''));
  return [`${title?.text ?? ''}.`, ...said, ...(members.length === 0 ? [] : [`${members.join('; ')}.`])]
    .filter((part) => part !== '')
    .join(' ');
}

/** The last sentence without an end, which is the text of a link. */
const LINK = /(?:^|(?<=[.?] ))[^.?]*(?:\([^)]*\))?:$/;
