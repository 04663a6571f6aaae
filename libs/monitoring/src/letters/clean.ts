/** Longer names are cut: a mail has to stay readable, and of a bounded size. */
const LONGEST_NAME = 80;
const LONGEST_WORD = 40;
/** Lines of plain text are not longer. */
export const WIDTH = 78;

/**
 * A name as it may stand in a mail: one line, without characters that are not seen or that turn the direction of what
 * follows, and not longer than people can read.
 */
export function clean(name: string, longest = LONGEST_NAME): string {
  const seen = name
    .normalize('NFC')
    // A line end is a space; control and format characters (among them the direction marks) have no place in a line.
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .trim()
    .split(' ')
    .map((word) => shorten(word, LONGEST_WORD))
    .join(' ');
  return shorten(seen, longest);
}

/** At most so many characters, with a sign that something was left out. */
export function shorten(text: string, longest: number): string {
  // No text has more characters than units.
  if (text.length <= longest) return text;
  const characters = [...text];
  return characters.length <= longest
    ? text
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

/** A name such as "Helder B.V." at the end of a sentence ends it: one full stop is enough. */
export const oneStop = (sentences: string): string => sentences.replace(/\.\.(?=\s|$)/g, '.');

/** The first letter as at the beginning of a sentence. */
export function capital(text: string): string {
  const first = [...text][0] ?? '';
  return first.toUpperCase() + text.slice(first.length);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text that holds no mark-up, inside an element or between the quotes of an attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** How lines begin: the first one, and the others where they differ. */
interface Lines {
  readonly first?: string;
  readonly other?: string;
}

/** A paragraph in lines of at most `WIDTH` characters. A word that is longer, such as a link, keeps a line of its own. */
export function wrap(paragraph: string, { first = '', other = first }: Lines = {}): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  // A fixed space keeps an amount or a date together, so only the common space is broken at.
  for (const word of paragraph.split(' ').filter((part) => part !== '')) {
    if (!isEmpty && [...line].length + 1 + [...word].length > WIDTH) {
      lines.push(line);
      line = other;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}
