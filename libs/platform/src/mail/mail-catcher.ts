import type { AddressInfo } from 'node:net';
import type { LocalDate } from '@sr/kernel';
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { Clock, SystemClock } from '../clock/clock';
import { readStart, refusal, stop } from './smtp-door';

/** A mail that was caught, as its reader would see it. */
export interface CaughtMail {
  /** 1, 2, 3, … in order of arrival, since the start. */
  readonly number: number;
  readonly at: Date;
  /** The day of arrival by the catcher's clock. */
  readonly day: LocalDate;
  /** The sender and the addressees of the envelope. */
  readonly from: string;
  readonly to: readonly string[];
  readonly toName: string;
  readonly subject: string;
  /** Without the empty lines at the end. */
  readonly text: string;
  readonly html: string;
  /** The calendar file, when there is one. */
  readonly calendar: string | null;
  readonly messageId: string;
  /** By name in lower case; of a header that comes twice, the first. */
  readonly headers: Readonly<Record<string, string>>;
}

const KEPT = 500;
const LARGEST_MAIL = 2 * 1024 * 1024;
/** Of all mails together: the oldest go first. */
const LARGEST_BOX = 64 * 1024 * 1024;

/**
 * A mail server that delivers to nobody: it keeps the newest mails in memory, for the mailbox of the demo and for tests.
 * It listens on this machine only.
 */
export class MailCatcher {
  private readonly kept: { readonly mail: CaughtMail; readonly size: number }[] = [];
  private readonly refusals = new Map<string, { readonly code: number; readonly text: string }>();
  private readonly listeners: ((mail: CaughtMail) => void)[] = [];
  private readonly most: number;
  private readonly clock: Clock;
  private server: SMTPServer | null = null;
  private arrived = 0;
  private before = 0;

  constructor(options: { readonly keep?: number; readonly clock?: Clock } = {}) {
    this.most = options.keep ?? KEPT;
    this.clock = options.clock ?? new SystemClock();
  }

  /** Listens on `port`, or on a free one; answers which. */
  async start(port = 0): Promise<number> {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: LARGEST_MAIL,
      rejectOversized: true,
      maxClients: 50,
      maxRecipients: 20,
      closeTimeout: 100,
      onRcptTo: ({ address }, _session, done) => {
        const refused = [...this.refusals].find(([start]) => address.toLowerCase().startsWith(start))?.[1];
        done(refused ? refusal(refused.code, refused.text) : null);
      },
      onData: (stream, session, done) => {
        this.take(stream, session).then(
          () => done(),
          () => done(refusal(554, '5.6.0 This mail cannot be read')),
        );
      },
    });
    await new Promise<void>((listening, failed) => {
      server.once('error', failed);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', failed);
        // A client that goes away is its own business.
        server.on('error', () => undefined);
        listening();
      });
    });
    this.server = server;
    return this.port;
  }

  /** What SMTP_URL is to have mails caught. @throws when it has not started. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** The newest mails, oldest first. */
  get mails(): readonly CaughtMail[] {
    return this.kept.map(({ mail }) => mail);
  }

  /** The mails, once `count` have arrived since the start or the last `clear`. @throws after `ms` milliseconds. */
  async waitFor(count: number, ms = 5_000): Promise<readonly CaughtMail[]> {
    const enough = (): boolean => this.arrived - this.before >= count;
    if (!enough()) {
      await new Promise<void>((arrived, failed) => {
        const late = setTimeout(() => {
          this.forget(look);
          failed(new Error(`${this.arrived - this.before} of ${count} mails arrived in ${ms} ms`));
        }, ms);
        const look = (): void => {
          if (!enough()) return;
          clearTimeout(late);
          this.forget(look);
          arrived();
        };
        this.listeners.push(look);
      });
    }
    return this.mails;
  }

  /** Refuses mails to an address, or to all that begin like it (`bounce@`): for good (5xx) or for now (4xx). */
  refuse(address: string, code: number, text = code >= 500 ? '5.1.1 No such user' : '4.2.1 Try again later'): void {
    this.refusals.set(address.toLowerCase(), { code, text });
  }

  /** Takes a refusal back. */
  accept(address: string): void {
    this.refusals.delete(address.toLowerCase());
  }

  /** Calls `listener` for each mail that arrives from now on. */
  onMail(listener: (mail: CaughtMail) => void): void {
    this.listeners.push(listener);
  }

  /** Empties the mailbox. The numbers go on. */
  clear(): void {
    this.kept.length = 0;
    this.before = this.arrived;
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) await stop(server);
  }

  private get port(): number {
    if (this.server === null) throw new Error('The mail catcher has not started.');
    return (this.server.server.address() as AddressInfo).port;
  }

  private forget(listener: (mail: CaughtMail) => void): void {
    const at = this.listeners.indexOf(listener);
    if (at >= 0) this.listeners.splice(at, 1);
  }

  private async take(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const raw = await readStart(stream, LARGEST_MAIL);
    // Too large: smtp-server answers 552.
    if (stream.sizeExceeded) return;
    const email = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
    const at = this.clock.now();
    this.arrived += 1;
    const mail: CaughtMail = {
      number: this.arrived,
      at,
      day: this.clock.today(),
      from: envelope.mailFrom ? envelope.mailFrom.address : '',
      to: envelope.rcptTo.map(({ address }) => address),
      ...asRead(email),
    };
    this.kept.push({ mail, size: raw.length });
    while (this.kept.length > this.most || this.size() > LARGEST_BOX) this.kept.shift();
    for (const listener of [...this.listeners]) listener(mail);
  }

  private size(): number {
    return this.kept.reduce((sum, { size }) => sum + size, 0);
  }
}

function asRead(email: Email): Omit<CaughtMail, 'number' | 'at' | 'day' | 'from' | 'to'> {
  const calendar = email.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  return {
    toName: email.to?.[0]?.name ?? '',
    subject: email.subject ?? '',
    text: (email.text ?? '').trimEnd(),
    html: (email.html ?? '').trimEnd(),
    // The parser leaves out the carriage returns; lines of a calendar end with both (RFC 5545).
    calendar: calendar ? textOf(calendar).replace(/\r?\n/g, '\r\n') : null,
    messageId: email.messageId ?? '',
    headers: Object.fromEntries(email.headers.map(({ key, value }) => [key, value] as const).reverse()),
  };
}

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8');
