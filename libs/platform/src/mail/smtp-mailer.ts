import type { Readable } from 'node:stream';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import SMTPPool from 'nodemailer/lib/smtp-pool';
import { bounceAddress, isMailId, readAddress, written, type Address } from './address';
import { Mailer, MailRefused, type Mail, type Sent } from './mail';
import { oneLine, outcomeOf, type Failure } from './outcome';
import { readSettings, type MailSettings, type SmtpSettings } from './smtp-settings';

type Pool = Transporter<SMTPPool.SentMessageInfo, SMTPPool.Options>;

/** What nodemailer is handed: the mail, and where to note the stream by which its text goes out. */
interface Handed extends SendMailOptions {
  readonly onStream: (stream: Readable) => void;
}

/** Mail by SMTP, over a few connections that are kept open between mails. */
export class SmtpMailer extends Mailer {
  // Private to the language, so that no log of this object shows the password.
  readonly #settings: MailSettings;
  readonly #pool: SMTPPool;
  readonly #transport: Pool;
  readonly #onTheirWay = new Set<Promise<Sent>>();

  /** @throws WrongMailSettings when a setting cannot be read. Nothing is connected yet. */
  constructor(settings: SmtpSettings) {
    super();
    this.#settings = readSettings(settings);
    this.#pool = new SMTPPool(this.#settings.transport);
    this.#transport = createTransport(this.#pool);
    this.#transport.use('stream', (mail, done) => {
      const { message } = mail;
      const create = message.createReadStream.bind(message);
      message.createReadStream = (options) => {
        const stream = create(options);
        (mail.data as Handed).onStream(stream);
        return stream;
      };
      // nodemailer notes a refusal in the envelope, and would find it there again on the next connection.
      const envelope = message.getEnvelope();
      message.getEnvelope = () => ({ ...envelope });
      done();
    });
  }

  /** See Mailer. A mail is never handed over twice by one call: only before its text began is a second connection tried. */
  async send(mail: Mail): Promise<Sent> {
    const sending = this.deliver(mail);
    this.#onTheirWay.add(sending);
    try {
      return await sending;
    } finally {
      this.#onTheirWay.delete(sending);
    }
  }

  /** Connects, secures the connection and signs in, without a mail. @throws MailPostponed with the reason. */
  async check(): Promise<void> {
    try {
      await this.#pool.verify();
    } catch (error) {
      throw outcomeOf(error as Failure, false, this.#settings.secrets);
    }
  }

  async close(): Promise<void> {
    this.#transport.close();
    const all = Promise.allSettled([...this.#onTheirWay]);
    const cut = setTimeout(() => this.#pool.close({ force: true }), this.#settings.limits.closeMs);
    await all;
    clearTimeout(cut);
  }

  private async deliver(mail: Mail): Promise<Sent> {
    if (!isMailId(mail.id)) throw new Error('A mail carries the id of what it tells: a uuid in lower case.');
    const to = readAddress(mail.to.address);
    if (to === null) {
      throw new MailRefused(`No mail can be sent to this address: ${oneLine(mail.to.address)}`, true);
    }
    // The newest stream: nodemailer takes another connection for a mail whose text it had not begun.
    let stream: Readable | null = null;
    const textWasSent = (): boolean => stream?.readableDidRead ?? false;
    const handed: Handed = {
      ...this.compose(mail, to),
      signal: AbortSignal.timeout(this.#settings.limits.mailMs),
      onStream: (next) => {
        if (textWasSent()) throw new Error('A mail whose text was sent is not sent again.');
        stream = next;
      },
    };
    try {
      const { messageId, response } = await this.#transport.sendMail(handed);
      return { messageId, response: oneLine(response) };
    } catch (error) {
      throw outcomeOf(error as Failure, textWasSent(), this.#settings.secrets);
    }
  }

  private compose(mail: Mail, to: Address): SendMailOptions {
    const { from, returnPath, replyTo } = this.#settings;
    return {
      envelope: {
        from: returnPath === null ? written(from.address) : bounceAddress(returnPath, mail.id),
        to: written(to),
      },
      messageId: `<${mail.id}@${from.address.host}>`,
      from: { name: from.name, address: written(from.address) },
      to: { name: oneLine(mail.to.name), address: written(to) },
      ...(replyTo === null ? {} : { replyTo: written(replyTo) }),
      subject: oneLine(mail.subject),
      text: mail.text,
      html: mail.html,
      attachments:
        mail.calendar === null
          ? []
          : [
              {
                filename: 'afspraken.ics',
                content: Buffer.from(mail.calendar, 'utf8'),
                contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
                // Byte for byte: a calendar needs the line ends that it has.
                contentTransferEncoding: 'base64',
              },
            ],
      headers: {
        // RFC 3834: no computer should answer. The second is the same for Exchange and Outlook.
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'Content-Language': mail.language,
        // RFC 2919: what the rules of a mailbox can catch, whatever the subject is.
        'List-Id': `<meldingen.${from.address.host}>`,
      },
      // The texts are texts: nothing in them is ever read from a file or fetched.
      disableFileAccess: true,
      disableUrlAccess: true,
    };
  }
}
