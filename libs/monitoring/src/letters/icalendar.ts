/** A line of an iCalendar file has at most so many octets; what is longer goes on in the next, after a space. */
const LONGEST_LINE = 75;

/** A text as the value of a property: what separates values, and the end of a line, are written otherwise (RFC 5545, 3.3.11). */
export const asValue = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');

/** Lines as an iCalendar file: long ones folded, each with its end (RFC 5545, 3.1). */
export const asFile = (lines: readonly string[]): string => lines.map((line) => `${folded(line)}\r\n`).join('');

function folded(line: string): string {
  const octets = Buffer.from(line, 'utf8');
  if (octets.length <= LONGEST_LINE) return line;
  const parts: string[] = [];
  let from = 0;
  while (from < octets.length) {
    // The space before a part that goes on counts as well.
    let to = Math.min(from + LONGEST_LINE - (from === 0 ? 0 : 1), octets.length);
    // 10xxxxxx is not the first octet of a character: nobody cuts there.
    while (((octets[to] ?? 0) & 0xc0) === 0x80) to -= 1;
    parts.push(octets.toString('utf8', from, to));
    from = to;
  }
  return parts.join('\r\n ');
}
