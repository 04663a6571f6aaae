import { MailPostponed, MailRefused, MailUncertain, type Answer } from './mail';

/** What nodemailer tells of a mail that was not sent: the fields of its errors that matter here. */
export interface Failure {
  readonly message: string;
  /** ECONNECTION, ETIMEDOUT, EENVELOPE, EMESSAGE and so on. */
  readonly code?: string | undefined;
  /** The command that failed; CONN when the connection did, whatever was going on, and API when nothing was sent. */
  readonly command?: string | undefined;
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
}

/** The commands that are about the mail. A refusal before them is about the connection or the password. */
const ABOUT_THE_MAIL = ['MAIL FROM', 'RCPT TO', 'DATA'];

/** The session was in the wrong state, which says nothing about the mail. */
const BAD_SEQUENCE = 503;

const LONGEST_MESSAGE = 500;

/**
 * What became of a mail, by what went wrong. nodemailer names the same command (CONN) for a connection that broke before
 * anything was sent and for one that broke after the last full stop, so `textWasSent` has to say which it was.
 */
export function outcomeOf(
  failure: Failure,
  textWasSent: boolean,
  secrets: readonly string[] = [],
): MailRefused | MailPostponed | MailUncertain {
  const message = oneLine(failure.message, secrets);
  const answer = answerOf(failure);
  const { command = '' } = failure;
  if (answer.code !== null && answer.code >= 400 && answer.code < 600) {
    const forGood = answer.code >= 500 && answer.code !== BAD_SEQUENCE;
    const aboutTheMail = textWasSent || ABOUT_THE_MAIL.includes(command);
    return forGood && aboutTheMail
      ? new MailRefused(message, isAboutTheAddress(answer, command === 'RCPT TO'), answer)
      : new MailPostponed(message, answer);
  }
  if (textWasSent) return new MailUncertain(message);
  // Refused by nodemailer itself: an address that it will not send, or a mail larger than the server takes.
  if (failure.code === 'EENVELOPE' && command === 'API') return new MailRefused(message, true);
  if (failure.code === 'EMESSAGE') return new MailRefused(message, false);
  return new MailPostponed(message);
}

/** Of an address: it does not exist, it moved, or it cannot be written like this. 5.1.7 and 5.1.8 are of the sender. */
const WRONG_ADDRESS = /^5\.1\.([0-69]|10)$/;
/** A mailbox that no longer takes mail, and the way in which Exchange Online says that there is none. */
const NO_MAILBOX = /^5\.(2\.1|4\.1)$/;
/** The sender, a full mailbox, the server itself, the content, or a rule such as "no relaying": the address may be right. */
const ABOUT_SOMETHING_ELSE = /^5\.(1\.[78]|2\.[234]|[367]\.\d+)$/;

/**
 * Whether a permanent refusal is about the address of the addressee. The code of RFC 3463 decides when there is one,
 * since 550 stands for almost anything; without one, 550, 551 and 553 as answer to the addressee do (RFC 5321).
 */
export function isAboutTheAddress({ code, status }: Answer, atTheAddressee: boolean): boolean {
  if (status !== null && WRONG_ADDRESS.test(status)) return true;
  if (!atTheAddressee) return false;
  if (status !== null && NO_MAILBOX.test(status)) return true;
  if (status !== null && ABOUT_SOMETHING_ELSE.test(status)) return false;
  return code === 550 || code === 551 || code === 553;
}

function answerOf({ responseCode, response = '' }: Failure): Answer {
  const status = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})(?!\d)/.exec(response)?.[1] ?? null;
  return { code: responseCode || null, status };
}

/** A text of another computer that may be kept and shown: one line, not too long, and without what is secret. */
export function oneLine(text: string, secrets: readonly string[] = []): string {
  const hidden = secrets.reduce((line, secret) => line.replaceAll(secret, '***'), text);
  const line = hidden.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE - 1)}…` : line;
}
