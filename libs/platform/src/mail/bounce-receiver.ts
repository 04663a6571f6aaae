import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { mailOfBounceAddress, type Address } from './address';
import { readUndelivered, type Undelivered } from './delivery-status';
import { readStart, refusal, stop } from './smtp-door';
import { readSetting } from './smtp-settings';

/** A mail of ours that came back. */
export interface BounceReport extends Undelivered {
  readonly mailId: string;
}

const LARGEST_REPORT = 10 * 1024 * 1024;
/** What a server says comes before the mail that it returns: the rest is not read, so a mail keeps nobody waiting. */
const READ_OF_A_REPORT = 256 * 1024;
/** Who says nothing for so long is sent away. */
const SILENCE_MS = 30_000;
const MOST_CONNECTIONS = 100;
/** From one address, so that one stranger does not keep the others out. */
const MOST_OF_ONE = 5;

/** What the door is opened with. */
export interface BounceReceiverOptions {
  /** As in SmtpSettings. */
  readonly returnPath: string;
  /** The address to listen on; all without it. */
  readonly host?: string;
  /** Whether a mail with this id was sent; asked before the report is heard. Every id counts as known without it. */
  readonly isKnown?: (mailId: string) => Promise<boolean>;
  /** How long somebody may be silent, in milliseconds; half a minute without it. */
  readonly silenceMs?: number;
}

/**
 * A mail server with one door: it takes mail to `terug+<mail id>@host` alone, reads what other servers report there on
 * mails that did not arrive, and throws everything else away. It never sends an answer, so nothing can go round.
 */
export class BounceReceiver {
  private readonly log = new Logger('bounces');
  private readonly returnPath: Address;
  private server: SMTPServer | null = null;

  /** @throws WrongMailSettings when the return path cannot be read */
  constructor(private readonly options: BounceReceiverOptions) {
    this.returnPath = readSetting('returnPath', options.returnPath);
  }

  /**
   * Listens on `port` (0 is a free one) and answers which. `onReport` is called before the sender gets its answer: when
   * it fails, the sender is told to try again (451). A report can come twice, when that answer is lost.
   */
  async start(port: number, onReport: (report: BounceReport) => Promise<void>): Promise<number> {
    const server = new SMTPServer({
      name: this.returnPath.host,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: LARGEST_REPORT,
      rejectOversized: true,
      maxClients: MOST_CONNECTIONS,
      maxRecipients: 1,
      socketTimeout: this.options.silenceMs ?? SILENCE_MS,
      closeTimeout: 1_000,
      onConnect: ({ remoteAddress }, done) => {
        const open = [...(server.connections as Set<{ readonly remoteAddress: string }>)];
        const ofThisOne = open.filter((one) => one.remoteAddress === remoteAddress).length;
        done(ofThisOne > MOST_OF_ONE ? refusal(421, '4.7.0 Too many connections from your address') : null);
      },
      onRcptTo: ({ address }, _session, done) => {
        this.isForAMail(address).then(
          (known) =>
            done(known ? null : refusal(550, '5.1.1 Only reports on mails that were sent from here are taken')),
          (error: unknown) => {
            this.log.error('Whether a mail is known could not be asked', error instanceof Error ? error.stack : error);
            done(refusal(451, '4.3.0 Try again later'));
          },
        );
      },
      onData: (stream, session, done) => {
        this.take(stream, session, onReport).then(
          (answer) => done(null, answer),
          (error: unknown) => done(error as Error),
        );
      },
    });
    await new Promise<void>((listening, failed) => {
      server.once('error', failed);
      server.listen(port, this.options.host, () => {
        server.off('error', failed);
        server.on('error', (error) => this.log.debug(error.message));
        listening();
      });
    });
    this.server = server;
    return (server.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) await stop(server);
  }

  private async isForAMail(address: string): Promise<boolean> {
    const mailId = mailOfBounceAddress(this.returnPath, address);
    return mailId !== null && ((await this.options.isKnown?.(mailId)) ?? true);
  }

  private async take(
    stream: SMTPServerDataStream,
    { envelope }: SMTPServerSession,
    onReport: (report: BounceReport) => Promise<void>,
  ): Promise<string> {
    const raw = await readStart(stream, READ_OF_A_REPORT);
    const mailId = mailOfBounceAddress(this.returnPath, envelope.rcptTo[0]?.address ?? '');
    // Too large: smtp-server answers 552, whatever is said here.
    if (stream.sizeExceeded || mailId === null) throw refusal(552, '5.3.4 Too large for a report');
    const undelivered = readUndelivered(raw);
    if (undelivered === null) return 'Not a report on a mail that did not arrive: thrown away';
    try {
      await onReport({ mailId, ...undelivered });
    } catch (error) {
      this.log.error(
        `The report on mail ${mailId} could not be recorded`,
        error instanceof Error ? error.stack : error,
      );
      throw refusal(451, '4.3.0 Try again later');
    }
    return 'Read';
  }
}
