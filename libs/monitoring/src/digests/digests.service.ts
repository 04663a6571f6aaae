import { Injectable } from '@nestjs/common';
import type { KeptPerson } from '@sr/identity';
import { THE_PRODUCT, addDays, type LocalDate } from '@sr/kernel';
import {
  Clock,
  Db,
  GiveUp,
  MailRefused,
  MailUncertain,
  Mailer,
  Together,
  type BounceReport,
  type Sent,
  type Tx,
} from '@sr/platform';
import { statesBefore, type DigestState } from '../domain/digest';
import { LetterWriter, type Addressees, type Letter } from './letter-writer';
import {
  changeDigest,
  changeDigests,
  findDigest,
  itemsOf,
  lockDigest,
  lockDigests,
  markStale,
  releaseItems,
  type Digest,
  type DigestChange,
  type DigestMark,
  type ItemToSend,
} from '../persistence/digest.store';
import { SecondLook } from './second-look';

/** After so long a mail is not sent before it was seen once more what of it is done. */
const FRESH_MS = 30 * 60_000;
/** A mail server that cannot deliver says so within days: what is told of an older mail is not of a mail server. */
const COMES_BACK_WITHIN_DAYS = 14;

/** What becomes of a mail that is to be sent: a letter, a look at what of it is done by now, or a fault. */
type Taken = Letter | { readonly lookAgain: readonly ItemToSend[] } | { readonly failed: string };

/** A mail that is to be written, and what is told in it. */
interface ToWrite {
  readonly digest: Digest;
  readonly items: readonly ItemToSend[];
}

/** That the mail server took a mail. */
interface SentMail {
  readonly id: string;
  readonly messageId: string;
  readonly sentAt: Date;
}

/**
 * Sends the mails of a day. A mail is marked as being sent before it is given to the mail server, and as sent when that
 * has taken it. What breaks in between leaves it uncertain: it is not sent again. What is open in a mail that did not
 * arrive, or may not have, goes with the next mail of that person; or to others, while nothing can be sent there.
 */
@Injectable()
export class DigestsService {
  // Mails that are at work at the same time go to the database together: most of what one costs is the way there.
  private readonly taking = new Together<string, Taken | null>((ids) => this.take(ids));
  private readonly telling = new Together<SentMail, undefined>((sent) => this.tellSent(sent));

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly writer: LetterWriter,
    private readonly secondLook: SecondLook,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Sends one mail, when it still has to be sent.
   * @throws MailPostponed when the mail server took nothing: it can be tried again
   * @throws GiveUp when the mail cannot be made; what is open in it goes with the next
   */
  async send(digestId: string): Promise<void> {
    const letter = await this.letterOf(digestId);
    if (letter === null) return;
    let sent: Sent;
    try {
      sent = await this.mailer.send(letter.mail);
    } catch (error) {
      return this.notSent(digestId, letter, error);
    }
    // What goes wrong from here on says nothing of the mail: it went.
    await this.telling.ask({ id: digestId, messageId: sent.messageId, sentAt: this.clock.now() });
  }

  /** Whether a mail is one that can still come back. */
  async canComeBack(mailId: string): Promise<boolean> {
    const digest = await this.db.read(THE_PRODUCT, (reader) => findDigest(reader, mailId));
    return digest !== null && this.isRecent(digest) && statesBefore('BOUNCED').includes(digest.state);
  }

  /**
   * A mail came back later: it did not arrive, so what is open in it goes with the next. When its address is wrong, others
   * hear until that is mended; anybody can send a report, so it has to name that address. A report on a mail that is not known
   * or weeks old, or the same report once more, changes nothing.
   */
  async cameBack({ mailId, recipient, address, reason }: BounceReport): Promise<void> {
    await this.db.write(THE_PRODUCT, async (tx) => {
      const digest = await lockDigest(tx, mailId);
      if (digest === null || !this.isRecent(digest)) return;
      if (!(await changeDigest(tx, mailId, { state: 'BOUNCED', reason }))) return;
      await releaseItems(tx, [mailId]);
      if (address && digest.address !== null && recipient === digest.address.toLowerCase()) {
        await markStale(tx, { personId: digest.personId, address: digest.address, reason, since: this.clock.now() });
      }
    });
  }

  private isRecent({ day }: Digest): boolean {
    return day >= addDays(this.clock.today(), -COMES_BACK_WITHIN_DAYS);
  }

  /** The letter, marked as being sent; null when it is not to be sent (any more). */
  private async letterOf(digestId: string): Promise<Letter | null> {
    let taken = await this.taking.ask(digestId);
    if (taken !== null && 'lookAgain' in taken) {
      await this.secondLook.at(taken.lookAgain);
      [taken = null] = await this.take([digestId], true);
    }
    if (taken === null) return null;
    if ('failed' in taken) throw new GiveUp(`The mail ${digestId} could not be made: ${taken.failed}`);
    return 'mail' in taken ? taken : null;
  }

  /** Writes the letters of these mails and marks them as being sent; null for one that is not to be sent (any more). */
  private async take(ids: readonly string[], looked = false): Promise<(Taken | null)[]> {
    return this.db.write(THE_PRODUCT, async (tx) => {
      const digests = await lockDigests(tx, ids);
      const today = this.clock.today();
      const queued = [...digests.values()].filter(({ state, day }) => state === 'QUEUED' && day === today);
      const items = await itemsOf(
        tx,
        queued.map(({ id }) => id),
        today,
      );
      const taken = new Map<string, Taken>();
      const toWrite: ToWrite[] = [];
      for (const digest of digests.values()) {
        const waiting = await this.waitingIn(tx, digest, items.get(digest.id) ?? [], looked);
        if (waiting && 'items' in waiting) toWrite.push({ digest, items: waiting.items });
        else if (waiting) taken.set(digest.id, waiting);
      }
      if (toWrite.length > 0) for (const [id, one] of await this.lettersOf(tx, toWrite)) taken.set(id, one);
      return ids.map((id) => {
        const one = taken.get(id) ?? null;
        // Asked for twice is sent once.
        taken.delete(id);
        return one;
      });
    });
  }

  /** The letters, marked as being sent, by the id of the mail; and which could not be written. */
  private async lettersOf(tx: Tx, toWrite: readonly ToWrite[]): Promise<Map<string, Letter | { failed: string }>> {
    const addressees = await this.writer.addressees(
      tx,
      toWrite.map(({ digest }) => digest),
    );
    const written = new Map<string, Letter | { failed: string }>();
    const marks: DigestMark[] = [];
    for (const { digest, items } of toWrite) {
      const person = addressees.people.get(digest.personId);
      if (person && !takesPart(person, digest.day)) {
        await this.end(tx, digest, 'CARRIED', 'Who it is for takes part no more.');
        continue;
      }
      const letter = await this.letter(tx, addressees, { digest, items });
      written.set(digest.id, letter);
      if ('mail' in letter) marks.push(this.asSending(digest, letter, items.length));
    }
    await changeDigests(tx, 'SENDING', marks);
    return written;
  }

  /** What is to be told in a mail; null when there is no such mail any more, which is then ended. */
  private async waitingIn(
    tx: Tx,
    digest: Digest,
    items: readonly ItemToSend[],
    looked: boolean,
  ): Promise<{ readonly items: readonly ItemToSend[] } | { readonly lookAgain: readonly ItemToSend[] } | null> {
    const { state, day, queuedAt } = digest;
    // Whoever had it is gone: what it has sent is not known.
    if (state === 'SENDING') return this.end(tx, digest, 'UNCERTAIN', 'The process stopped while it was being sent.');
    if (state !== 'QUEUED') return null;
    if (day !== this.clock.today()) return this.end(tx, digest, 'CARRIED', null);
    const isFresh = this.clock.now().getTime() - queuedAt.getTime() < FRESH_MS;
    if (!isFresh && !looked) return { lookAgain: items };
    return items.length === 0 ? this.end(tx, digest, 'EMPTY', null) : { items };
  }

  /** What is open in it goes with the next mail of its reader, or to others. */
  private async end(tx: Tx, { id }: Digest, ended: DigestState, reason: string | null): Promise<null> {
    await changeDigest(tx, id, { state: ended, ...(reason === null ? {} : { reason }) });
    await releaseItems(tx, [id]);
    return null;
  }

  /** A letter that cannot be written is one person's: it is told, and the others get theirs. */
  private async letter(
    tx: Tx,
    addressees: Addressees,
    { digest, items }: ToWrite,
  ): Promise<Letter | { failed: string }> {
    try {
      return this.writer.write(addressees, digest, items);
    } catch (error) {
      const failed = textOf(error);
      await changeDigest(tx, digest.id, { state: 'FAILED', reason: failed });
      await releaseItems(tx, [digest.id]);
      return { failed };
    }
  }

  private asSending({ id, attempts }: Digest, { mail: { to, language, subject } }: Letter, items: number): DigestMark {
    return { id, attempts: attempts + 1, sendingAt: this.clock.now(), address: to.address, language, subject, items };
  }

  private async tellSent(sent: readonly SentMail[]): Promise<undefined[]> {
    // A second worker may have given one up for lost meanwhile: what is known now is better.
    await this.db.write(THE_PRODUCT, (tx) =>
      changeDigests(
        tx,
        'SENT',
        sent.map((one) => ({ ...one, reason: null })),
      ),
    );
    return sent.map(() => undefined);
  }

  private async notSent(digestId: string, { mail, personId }: Letter, error: unknown): Promise<void> {
    const reason = textOf(error);
    if (error instanceof MailUncertain) return this.settle(digestId, 'UNCERTAIN', { reason }, { release: true });
    if (error instanceof MailRefused) {
      const { address } = mail.to;
      const stale = error.address ? { personId, address, reason } : null;
      return this.settle(digestId, 'REFUSED', { reason }, { release: true, stale });
    }
    // Nothing was accepted: it waits, and is tried again until its day is over.
    await this.settle(digestId, 'QUEUED', { reason });
    throw error;
  }

  private async settle(
    id: string,
    state: DigestState,
    told: Omit<DigestChange, 'state'>,
    also: {
      readonly release?: boolean;
      readonly stale?: { readonly personId: string; readonly address: string; readonly reason: string } | null;
    } = {},
  ): Promise<void> {
    await this.db.write(THE_PRODUCT, async (tx) => {
      await changeDigest(tx, id, { state, ...told });
      if (also.release === true) await releaseItems(tx, [id]);
      if (also.stale) await markStale(tx, { ...also.stale, since: this.clock.now() });
    });
  }
}

const takesPart = ({ endedOn }: KeptPerson, day: LocalDate): boolean => endedOn === null || day < endedOn;

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500);
