import { Injectable } from '@nestjs/common';
import { IdentityService } from '@sr/identity';
import { THE_PRODUCT, daysBetween, sum, type Actor, type Cents } from '@sr/kernel';
import { Clock, Db, keyAfter, pageOf, rowsToRead, type Page, type PageQuery, type Reader } from '@sr/platform';
import { placeOfSilence, silencesOf, type Silence } from '../domain/silence';
import { comparePlaces, type Side } from '../domain/work-item';
import {
  namesInSight,
  sentPage,
  sentTo,
  type SentFilter,
  type SentReminder,
  type SentTo,
} from '../persistence/sent.store';
import { lateWork, mailedAbout, remainingIn, type Remaining } from '../persistence/silence.store';

/** Somebody to whom a reminder went; the name is told to who may know it. */
export interface RecipientView extends Omit<SentTo, 'reminderId' | 'personId'> {
  readonly person: { readonly personId: string; readonly name: string } | null;
}

/** A reminder with to whom it went. */
export interface SentReminderView extends SentReminder {
  readonly recipients: readonly RecipientView[];
}

/** An organisation that was written to about late work, and did not do it. */
export interface SilenceView extends Silence {
  /** Of the supplier group or the principal; null of the network. */
  readonly name: string | null;
  /** Calendar days since the first mail. */
  readonly days: number;
  /** What is left to fill in the plans and contracts that the work is about. */
  readonly atRiskCents: Cents;
  /** Who was mailed, as far as the reader may know who works there. */
  readonly people: readonly { readonly personId: string; readonly name: string }[];
}

/** What was sent to whom, for both sides to see. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
  ) {}

  /**
   * The reminders about a plan or a contract in the actor's sight, the newest first, a page at a time; or, when neither is
   * named or `mine` is asked, those that went to the actor. Refuses `page.after_wrong`.
   */
  async sent(
    actor: Actor,
    { planId, contractId, mine = false }: Omit<SentFilter, 'personId'> & { readonly mine?: boolean | undefined },
    page: PageQuery,
  ): Promise<Page<SentReminderView>> {
    const isOwn = mine || (planId === undefined && contractId === undefined);
    // What was sent to somebody is theirs to see, also what is out of sight since.
    const rows = await (isOwn
      ? this.db.read(THE_PRODUCT, (reader) => sentPage(reader, { planId, contractId, personId: actor.id }, page))
      : this.db.read(actor, (reader) => sentPage(reader, { planId, contractId }, page)));
    const { items, next } = pageOf(rows, page, ({ id }) => [id]);
    const ids = items.map(({ id }) => id);
    const recipients = await this.db.read(THE_PRODUCT, (reader) => sentTo(reader, ids));
    const names = await this.namesOf(
      actor,
      recipients.map(({ personId }) => personId),
    );
    return {
      items: items.map((reminder) => ({
        ...reminder,
        recipients: recipients
          .filter(({ reminderId }) => reminderId === reminder.id)
          .map(({ personId, side, principalCode, standsIn, state, sentAt }) => {
            const name = names.get(personId);
            const person = name === undefined ? null : { personId, name };
            return { side, principalCode, standsIn, state, sentAt, person };
          }),
      })),
      next,
    };
  }

  /**
   * The organisations that were mailed about work of their own that is past its last day and still open: the longest silent
   * first, a page at a time. The network and the auditor see those of all sides; a ministry the suppliers. Refuses
   * `page.after_wrong`.
   */
  async silences(
    actor: Actor,
    { side }: { readonly side?: Side | undefined },
    page: PageQuery,
  ): Promise<Page<SilenceView>> {
    const after = keyAfter(page, 'day', 'text');
    const { everything, network } = actor.scope;
    const seesAll = everything || network;
    const today = this.clock.today();
    const late = await this.db.read(actor, (reader) => lateWork(reader, today));
    const asked = late.filter((work) => (side ?? work.side) === work.side && (seesAll || work.side === 'SUPPLIER'));
    const keys = [...new Set(asked.map(({ key }) => key))];
    const mailed = await this.db.read(THE_PRODUCT, (reader) => mailedAbout(reader, keys));
    const rest = silencesOf(asked, mailed).filter(
      (silence) => after === null || comparePlaces(placeOfSilence(silence), after) > 0,
    );
    const found = pageOf(rest.slice(0, rowsToRead(page)), page, placeOfSilence);
    const [names, people, remaining] = await this.around(actor, found.items, seesAll);
    return {
      ...found,
      items: found.items.map((silence) => ({
        ...silence,
        name: names.get(silence.supplierGroupId ?? silence.principalCode ?? '') ?? null,
        days: daysBetween(silence.since, today),
        atRiskCents: sum(remaining.filter(isAbout(silence)).map(({ cents }) => cents)),
        people: silence.personIds.flatMap((personId) => {
          const name = people.get(personId);
          return name === undefined ? [] : [{ personId, name }];
        }),
      })),
    };
  }

  /** The names of organisations, the names of people, and what is left, of these silences. */
  private async around(
    actor: Actor,
    silences: readonly Silence[],
    isWhole: boolean,
  ): Promise<[Map<string, string>, Map<string, string>, Remaining[]]> {
    const principals = await this.identity.principals();
    return this.db.read(actor, async (reader) => {
      const groups = await this.identity.groupNames(
        reader,
        silences.flatMap(({ supplierGroupId }) => supplierGroupId ?? []),
      );
      const people = await namesInSight(
        reader,
        silences.flatMap(({ personIds }) => personIds),
      );
      const [planIds, contractIds] = [
        silences.flatMap((silence) => silence.planIds),
        silences.flatMap((silence) => silence.contractIds),
      ];
      const remaining = await remainingIn(reader, { planIds, contractIds }, isWhole);
      return [new Map([...groups, ...principals.map(({ code, name }) => [code, name] as const)]), people, remaining];
    });
  }

  private namesOf(actor: Actor, personIds: readonly string[]): Promise<Map<string, string>> {
    return this.db.read(actor, (reader: Reader) => namesInSight(reader, personIds));
  }
}

/** Whether what is left is left in a plan or contract of this silence. */
const isAbout =
  ({ planIds, contractIds }: Silence) =>
  ({ planId, contractId }: Remaining): boolean =>
    planId === null ? contractId !== null && contractIds.includes(contractId) : planIds.includes(planId);
