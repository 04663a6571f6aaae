/** One mail to one person. */
export interface Mail {
  /** The uuid of what is told: it is in the Message-ID and in the address to which bounces come back. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: 'nl' | 'en';
  /** Days for the reader's calendar as an iCalendar file with METHOD:PUBLISH; null when there are none. */
  readonly calendar: string | null;
}

/** What a mail server said when it took a mail over. It did not say that somebody has read it, or will. */
export interface Sent {
  /** As it stands in the mail, between < and >. */
  readonly messageId: string;
  readonly response: string;
}

/** The way out for mail. */
export abstract class Mailer {
  /**
   * Hands a mail to the mail server, which is responsible for it from then on.
   * @throws MailRefused, MailPostponed or MailUncertain: nothing else, for a mail with a uuid.
   */
  abstract send(mail: Mail): Promise<Sent>;

  /** Waits for the mails that are on their way, and then sends no more. */
  abstract close(): Promise<void>;
}

/** The answer of a server: its code (550) and, when it gives one, the code of RFC 3463 that says more (5.1.1). */
export interface Answer {
  readonly code: number | null;
  readonly status: string | null;
}

const NO_ANSWER: Answer = { code: null, status: null };

/** The server refuses this mail for good (5xx), or nothing can be sent to this address: another try is of no use. */
export class MailRefused extends Error {
  readonly code: number | null;
  readonly status: string | null;

  constructor(
    message: string,
    /** Whether the address itself is wrong: then no other mail will reach it either. */
    readonly address: boolean,
    answer: Answer = NO_ANSWER,
  ) {
    super(message);
    this.name = 'MailRefused';
    this.code = answer.code;
    this.status = answer.status;
  }
}

/** Nothing was accepted and it may go well later: the server said so (4xx), or it could not be reached. */
export class MailPostponed extends Error {
  readonly code: number | null;
  readonly status: string | null;

  constructor(message: string, answer: Answer = NO_ANSWER) {
    super(message);
    this.name = 'MailPostponed';
    this.code = answer.code;
    this.status = answer.status;
  }
}

/** The text was on its way and no answer came: the mail may have been accepted. Another try may be a second mail. */
export class MailUncertain extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MailUncertain';
  }
}

/** Where nobody said how mail leaves: it waits, and nothing is lost. */
export class NoMailer extends Mailer {
  send(): Promise<Sent> {
    return Promise.reject(new MailPostponed('No mail server is set (SMTP_URL).'));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
