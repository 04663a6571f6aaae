import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { isAboutTheAddress, oneLine } from './outcome';

/** What a report says of a mail that did not arrive. */
export interface Undelivered {
  /** Whether the server that reports it has refused it for good (5.x.x); else it gave up trying (4.x.x). */
  readonly permanent: boolean;
  /** Whether the address itself is wrong. */
  readonly address: boolean;
  /** In the words of the server: one line. */
  readonly reason: string;
}

/**
 * Why a mail did not arrive, of a report on its delivery (RFC 3464); null for a report that says that it did or that it
 * is still tried, and for every mail that is no such report: an absence, an answer of a person, or anything else.
 * @throws when the mail cannot be read at all.
 */
export async function readUndelivered(raw: Uint8Array): Promise<Undelivered | null> {
  // A report has few parts; a mail that has hundreds was made to hurt.
  const email = await PostalMime.parse(raw, {
    attachmentEncoding: 'utf8',
    maxNestingDepth: 20,
    maxHeadersSize: 256 * 1024,
  });
  if (!isReport(email)) return null;
  const status = email.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (status === undefined) return null;
  const failed = fieldGroups(textOf(status))
    .filter((fields) => /^failed\b/i.test(fields.get('action') ?? ''))
    .map(asUndelivered);
  return failed.find(({ permanent }) => permanent) ?? failed[0] ?? null;
}

function isReport(email: Email): boolean {
  const type = email.headers.find(({ key }) => key === 'content-type')?.value ?? '';
  return /^\s*multipart\/report\b/i.test(type) && /\breport-type\s*=\s*"?delivery-status\b/i.test(type);
}

/** The fields of the mail and of each addressee: names in lower case, lines that were folded put together again. */
function fieldGroups(text: string): ReadonlyMap<string, string>[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+(?=\S)/g, ' ')
    .split(/\n[ \t]*\n+/)
    .map((group) => {
      const fields = new Map<string, string>();
      for (const line of group.split('\n')) {
        const [, name, value] = /^([A-Za-z0-9-]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
        if (name !== undefined && value !== undefined) fields.set(name.toLowerCase(), value.trim());
      }
      return fields;
    });
}

function asUndelivered(fields: ReadonlyMap<string, string>): Undelivered {
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? null;
  // `smtp; 550 5.1.1 <a@b>: Recipient address rejected`: the kind of code, and what the server said.
  const said = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '');
  const code = Number(/^[45]\d\d\b/.exec(said)?.[0] ?? NaN) || null;
  // The status says less when the server that reports makes up its own: 5.0.0 is "no".
  const precise = /^\d{3}[ -]([45]\.\d{1,3}\.\d{1,3})\b/.exec(said)?.[1] ?? status;
  const permanent = status?.startsWith('5.') ?? (code !== null && code >= 500);
  return {
    permanent,
    address: permanent && isAboutTheAddress({ code, status: precise }, true),
    reason: oneLine(said || (status === null ? 'failed' : `failed with ${status}`)),
  };
}

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8');
