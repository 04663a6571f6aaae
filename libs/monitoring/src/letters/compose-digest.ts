import { asHtml } from './as-html';
import { asText } from './as-text';
import { calendarOf } from './calendar';
import { letterOf } from './letter';
import type { Composed, DigestInput } from './types';

/**
 * The mail of a day to one person: what waits, by when, why it matters and where to go. It is written anew from what is
 * still open and the same for the same input. Its size is bounded, however much waits (see README.md).
 * @throws InvariantBroken when there is nothing to tell
 */
export function composeDigest(input: DigestInput): Composed {
  const letter = letterOf(input);
  return {
    subject: letter.subject,
    text: asText(letter),
    html: asHtml(letter, input.language),
    calendar: calendarOf(input),
  };
}
