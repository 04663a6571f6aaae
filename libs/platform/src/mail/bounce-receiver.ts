import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { mailOfBounceAddress, readAddress, type Address } from './address';
import { readUndelivered, type Undelivered } from './delivery-status';
import { readStart, refusal, stop } from './smtp-door';
import { WrongMailSettings } from './smtp-settings';

/** A mail of ours that came back. */
export interface BounceReport extends Undelivered {
  readonly mailId: string;
}

const LARGEST_REPORT = 10 * 1024 * 1024;
/** What a server says comes before the mail that it returns: the rest is not read, so a mail keeps nobody waiting. */
const READ_OF_A_REPORT = 256 * 1024;

/**
 * A mail server with one door: it takes mail to `terug+<mail id>@host` alone, reads what other servers report there on
 * mails that did not arrive, and throws everything else away. It never sends an answer, so nothing can go round.
 */
export class BounceReceiver {
  private readonly log = new Logger('bounces');
  private readonly returnPath: Address;
  private readonly host: string | undefined;
  private server: SMTPServer | null = null;

  /** @param options `returnPath` as in SmtpSettings; `host` is the address to listen on, all without it. */
  constructor(options: { readonly returnPath: string; readonly host?: string }) {
    const returnPath = readAddress(options.returnPath);
    if (returnPath === null) throw new WrongMailSettings('The return path is no mail address: write name@host.');
    this.returnPath = returnPath;
    this.host = options.host;
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
      maxClients: 20,
      maxRecipients: 1,
      socketTimeout: 60_000,
      closeTimeout: 1_000,
      onRcptTo: ({ address }, _session, done) => {
        const known = mailOfBounceAddress(this.returnPath, address) !== null;
        done(known ? null : refusal(550, '5.1.1 Only reports on mails that were sent from here are taken'));
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
      server.listen(port, this.host, () => {
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

  private async take(
    stream: SMTPServerDataStream,
    { envelope }: SMTPServerSession,
    onReport: (report: BounceReport) => Promise<void>,
  ): Promise<string> {
    const raw = await readStart(stream, READ_OF_A_REPORT);
    const mailId = mailOfBounceAddress(this.returnPath, envelope.rcptTo[0]?.address ?? '');
    // Too large: smtp-server answers 552, whatever is said here.
    if (stream.sizeExceeded || mailId === null) throw refusal(552, '5.3.4 Too large for a report');
    const undelivered = await readUndelivered(raw).catch(() => {
      throw refusal(554, '5.6.0 This mail cannot be read');
    });
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
