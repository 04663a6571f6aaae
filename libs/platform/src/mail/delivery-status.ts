import { readAddress, written } from './address';
import { isAboutTheAddress } from './outcome';

/** What a report says of a mail that did not arrive. Anybody can send one: nothing of it is in the words of who sent it. */
export interface Undelivered {
  /** To whom the mail was that did not arrive, in lower case; null when the report does not say so in a way that can be read. */
  readonly recipient: string | null;
  /** The code of RFC 3463, `5.1.1`; null when there is none. */
  readonly status: string | null;
  /** Whether the server that reports it has refused it for good (5.x.x); else it gave up trying (4.x.x). */
  readonly permanent: boolean;
  /** Whether the address itself is wrong. */
  readonly address: boolean;
  /** The code and, in our own words, what it stands for: `5.1.1 address not accepted`. */
  readonly reason: string;
}

/** A report has three parts, and the second tells; a mail that has hundreds was made to hurt. */
const MOST_PARTS = 10;
/** Enough for the fields of many addressees, and ours have one. */
const LONGEST_PART = 16 * 1024;

/**
 * Why a mail did not arrive, of a report on its delivery (RFC 3464); null for a report that says that it did or that it
 * is still tried, and for every mail that is no such report: an absence, an answer of a person, or anything else. Reads
 * plain text only, which RFC 3464 has these fields be: whatever a stranger sends costs next to nothing.
 */
export function readUndelivered(raw: Uint8Array): Undelivered | null {
  const text = Buffer.from(raw).toString('utf8').replace(/\r\n?/g, '\n');
  const [header, body] = headerAndBody(text);
  const type = header.get('content-type') ?? '';
  if (!/^multipart\/report\b/i.test(type) || !/\breport-type\s*=\s*"?delivery-status\b/i.test(type)) return null;
  const [, quoted, bare] = /\bboundary\s*=\s*(?:"([^"]+)"|([^\s";]+))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return null;
  const failed = `\n${body}`
    .split(`\n--${boundary}`, MOST_PARTS)
    .map((part) => headerAndBody(part.slice(part.indexOf('\n') + 1)))
    .filter(([of]) => /^message\/delivery-status\b/i.test(of.get('content-type') ?? ''))
    .flatMap(([, fields]) => fields.slice(0, LONGEST_PART).split(/\n[ \t]*\n+/))
    .map(fieldsOf)
    .filter((fields) => /^failed\b/i.test(fields.get('action') ?? ''))
    .map(asUndelivered);
  return failed.find(({ permanent }) => permanent) ?? failed[0] ?? null;
}

/** What stands before the first empty line, as fields, and what comes after it. */
function headerAndBody(text: string): [ReadonlyMap<string, string>, string] {
  const end = text.indexOf('\n\n');
  return end < 0 ? [fieldsOf(text), ''] : [fieldsOf(text.slice(0, end)), text.slice(end + 2)];
}

/** Fields: names in lower case, lines that were folded put together again. */
function fieldsOf(lines: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name, value] = /^([A-Za-z0-9-]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}

function asUndelivered(fields: ReadonlyMap<string, string>): Undelivered {
  const told = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? null;
  // `smtp; 550 5.1.1 <a@b>: Recipient address rejected`: the kind of code, and what the server said.
  const said = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '');
  const code = Number(/^[45]\d\d\b/.exec(said)?.[0] ?? NaN) || null;
  // The status says less when the server that reports makes up its own: 5.0.0 is "no".
  const status = /^\d{3}[ -]([45]\.\d{1,3}\.\d{1,3})\b/.exec(said)?.[1] ?? told;
  const permanent = told?.startsWith('5.') ?? (code !== null && code >= 500);
  const address = permanent && isAboutTheAddress({ code, status }, true);
  return {
    // The first is the one that the mail was sent to; the other may be where it was passed on to.
    recipient: addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient')),
    status,
    permanent,
    address,
    reason: reasonOf(status, code, address),
  };
}

/** `rfc822; Sam@voorbeeld.nl`: the kind of address, and the address. */
function addressIn(field = ''): string | null {
  const [, text = ''] = /^rfc822\s*;\s*<?([^\s<>]+)>?$/i.exec(field) ?? [];
  const address = readAddress(text);
  return address && written(address).toLowerCase();
}

/** What the second number of a code is about (RFC 3463). */
const SUBJECTS: Readonly<Record<string, string>> = {
  '1': 'address not accepted',
  '2': 'mailbox does not take mail',
  '3': 'mail system does not take mail',
  '4': 'mail server not reached',
  '5': 'mail servers do not understand each other',
  '6': 'content not accepted',
  '7': 'not allowed by a rule of the mail server',
};

function reasonOf(status: string | null, code: number | null, address: boolean): string {
  const subject = address ? '1' : (status?.split('.')[1] ?? '');
  return `${status ?? code ?? ''} ${SUBJECTS[subject] ?? 'not delivered'}`.trim();
}
