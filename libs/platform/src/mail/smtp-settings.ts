import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';
import type { SMTPPoolOptions } from 'nodemailer';
import { LONGEST_RETURN_LOCAL_PART, readAddress, type Address } from './address';

export interface SmtpSettings {
  /**
   * `smtp://user:password@host:587`, or `smtps://…` for TLS from the first byte. User and password are percent-encoded.
   * With smtp, the connection is made secure by STARTTLS before anything else is said; only for the machine itself that
   * is left out. `?tls=off` leaves it out elsewhere too, `?tls=required` asks it of the machine itself.
   */
  readonly url: string;
  /** `Name <address>`, or an address. */
  readonly from: string;
  /** `terug@host`: bounces come back to `terug+<mail id>@host`. Null: they come back to the address of `from`. */
  readonly returnPath: string | null;
  /** Where answers go; to `from` without it. */
  readonly replyTo?: string | null;
  /** How many connections are open at most; 3 without it. */
  readonly connections?: number;
  readonly limits?: Partial<SmtpLimits>;
  /** The certificate (PEM) of an authority that is trusted beside those of Node. */
  readonly ca?: string;
}

/** How long is waited, in milliseconds. */
export interface SmtpLimits {
  /** Until there is a connection. */
  readonly connectMs: number;
  /** Until the server says who it is, and again until TLS stands. */
  readonly greetingMs: number;
  /** Until the server answers a command, or the text. */
  readonly answerMs: number;
  /** Until a mail is gone, waiting for a free connection included. */
  readonly mailMs: number;
  /** Until the mails on their way are gone when the mailer is closed; the connection of the others is then cut. */
  readonly closeMs: number;
}

/** A virus scanner may think for a minute after the last full stop: less patience would make good mails uncertain. */
const LIMITS: SmtpLimits = {
  connectMs: 15_000,
  greetingMs: 15_000,
  answerMs: 120_000,
  mailMs: 300_000,
  closeMs: 10_000,
};

/** A setting that cannot be read. Says which and what it should be; never the value, which may hold a password. */
export class WrongMailSettings extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WrongMailSettings';
  }
}

export interface MailSettings {
  readonly transport: SMTPPoolOptions;
  readonly limits: SmtpLimits;
  readonly from: { readonly name: string; readonly address: Address };
  readonly returnPath: Address | null;
  readonly replyTo: Address | null;
  /** What may not be told: the password, and the forms in which it is sent. */
  readonly secrets: readonly string[];
}

/** Reads all settings. @throws WrongMailSettings when one cannot be read */
export function readSettings(settings: SmtpSettings): MailSettings {
  const limits = { ...LIMITS, ...settings.limits };
  const server = readSetting('url', settings.url);
  return {
    transport: {
      ...server.options,
      pool: true,
      maxConnections: settings.connections ?? 3,
      // Only for a mail of which nothing was sent: see `send`.
      maxRequeues: 2,
      idleTimeout: 60_000,
      dnsTimeout: limits.connectMs,
      connectionTimeout: limits.connectMs,
      greetingTimeout: limits.greetingMs,
      socketTimeout: limits.answerMs,
      socketCloseTimeout: 1_000,
      tls: {
        minVersion: 'TLSv1.2',
        rejectUnauthorized: true,
        ...(settings.ca === undefined ? {} : { ca: [...rootCertificates, settings.ca] }),
      },
    },
    limits,
    from: readSetting('from', settings.from),
    returnPath: settings.returnPath === null ? null : readSetting('returnPath', settings.returnPath),
    replyTo: settings.replyTo ? readSetting('replyTo', settings.replyTo) : null,
    secrets: server.secrets,
  };
}

/** How each setting is read; what cannot be read throws an Error with what to write instead. */
const READERS = { url: readServer, from: readFrom, returnPath: readReturnPath, replyTo: readReplyTo };
const NAMES = {
  url: 'The address of the mail server',
  from: 'The sender',
  returnPath: 'The return path',
  replyTo: 'The address for answers',
};

/** A setting that is a text. */
export type MailSetting = keyof typeof READERS;

/** What to write instead of a setting that cannot be read, never the value; null for one that can. */
export function whyNotMailSetting(setting: MailSetting, text: string): string | null {
  try {
    READERS[setting](text);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Reads one setting. @throws WrongMailSettings */
export function readSetting<S extends MailSetting>(setting: S, text: string): ReturnType<(typeof READERS)[S]> {
  try {
    return READERS[setting](text) as ReturnType<(typeof READERS)[S]>;
  } catch (error) {
    throw new WrongMailSettings(`${NAMES[setting]}: ${(error as Error).message}`);
  }
}

const SHAPE = 'write an address like smtps://user:password@host:465 or smtp://host:587';

function readServer(text: string): { options: SMTPPoolOptions; secrets: readonly string[] } {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') throw new Error(SHAPE);
  if (!['', '/'].includes(url.pathname) || url.hash !== '') throw new Error(SHAPE);
  const secure = url.protocol === 'smtps:';
  const tls = readTls(url);
  if (tls === undefined) throw new Error('after the ? only tls=off or tls=required can stand');
  if (secure && tls === 'off') throw new Error('smtps with tls=off contradicts itself');

  const host = url.hostname.replace(/^\[|\]$/g, '');
  const own = isOwnMachine(host);
  const plain = !secure && (tls === 'off' || (own && tls === null));
  const user = decoded(url.username);
  const pass = decoded(url.password);
  if (user === null || pass === null) throw new Error('user and password have to be percent-encoded');
  if ((user === '') !== (pass === '')) throw new Error('a user and a password go together');
  if (pass !== '' && plain && !own) throw new Error('a password is not sent over a network without TLS');
  return {
    options: {
      host,
      port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
      secure,
      requireTLS: !secure && !plain,
      ignoreTLS: plain,
      opportunisticTLS: false,
      ...(user === '' ? {} : { auth: { user, pass }, forceAuth: true }),
    },
    secrets: pass === '' ? [] : secretForms(user, pass),
  };
}

/** Null when the URL does not say; undefined when what it says cannot be read. */
function readTls(url: URL): 'off' | 'required' | null | undefined {
  const [first, ...more] = [...url.searchParams];
  if (first === undefined) return null;
  const [name, value] = first;
  if (more.length > 0 || name !== 'tls') return undefined;
  return value === 'off' || value === 'required' ? value : undefined;
}

const isOwnMachine = (host: string): boolean =>
  host.toLowerCase() === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The password as it is, as it stands in the URL, and as SMTP sends it. */
function secretForms(user: string, pass: string): string[] {
  const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
  return [base64(`\0${user}\0${pass}`), base64(pass), encodeURIComponent(pass), pass];
}

function readFrom(text: string): MailSettings['from'] {
  const named = /^\s*"?([^"<>\p{Cc}]*?)"?\s*<([^<>]+)>\s*$/u.exec(text);
  const example = 'Social Return <social-return@example.nl>';
  return { name: named?.[1] ?? '', address: addressLike(example, named?.[2] ?? text.trim()) };
}

function readReturnPath(text: string): Address {
  const address = addressLike('terug@example.nl, without a +', text);
  if (address.local.includes('+')) throw new Error('write an address like terug@example.nl, without a +');
  if (address.local.length > LONGEST_RETURN_LOCAL_PART) {
    throw new Error(
      `write at most ${LONGEST_RETURN_LOCAL_PART} characters before the @: the number of a mail is added to it`,
    );
  }
  return address;
}

function readReplyTo(text: string): Address {
  return addressLike('netwerk@example.nl', text);
}

function addressLike(example: string, text: string): Address {
  const address = readAddress(text);
  if (address === null) throw new Error(`write an address like ${example}`);
  return address;
}
