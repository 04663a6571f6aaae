import { Injectable } from '@nestjs/common';
import { PeopleService } from '@sr/identity';
import { THE_PRODUCT, refuseIf, type Actor } from '@sr/kernel';
import { Clock, Db, pageOf, recordChanges, type Page, type PageQuery } from '@sr/platform';
import { mailNotHeldBack } from '../monitoring.errors';
import { clearStale } from '../persistence/digest.store';
import {
  TROUBLED_STATES,
  stalePage,
  troubledMails,
  type StaleAddress,
  type TroubledMail,
  type TroubledState,
} from '../persistence/sent.store';

/** The mails that did not arrive, and the people to whom none can be delivered. */
@Injectable()
export class MailsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly people: PeopleService,
  ) {}

  /**
   * The mails that did not arrive, or may not have, of the newest day first: to whom and why, never what is in them. For who
   * keeps the product going, whose own scope holds nobody. Refuses `page.after_wrong`.
   */
  async troubled(state: TroubledState | undefined, page: PageQuery): Promise<Page<TroubledMail>> {
    const states = state === undefined ? TROUBLED_STATES : [state];
    const rows = await this.db.read(THE_PRODUCT, (product) => troubledMails(product, states, page));
    return pageOf(rows, page, ({ day, id }) => [day, id]);
  }

  /**
   * The people of the actor's organisation (for the network: everybody) to whom mail is held back since it came back, the
   * newest first. Refuses `page.after_wrong`.
   */
  async stale(actor: Actor, page: PageQuery): Promise<Page<StaleAddress>> {
    const rows = await this.db.read(actor, (reader) => stalePage(reader, page));
    return pageOf(rows, page, ({ since, personId }) => [since.toISOString(), personId]);
  }

  /** Mail to a person is tried again, from the next sweep on. Refuses `person.unknown` (not found), `person.mail_not_held_back`. */
  async tryAgain(actor: Actor, personId: string): Promise<void> {
    const { organisation } = await this.people.find(actor, personId);
    await this.db.write(actor, async (tx) => {
      const heldBack = await clearStale(tx, personId);
      refuseIf(heldBack ? [] : [mailNotHeldBack()]);
      await recordChanges(tx, actor, this.clock.now(), [
        {
          action: 'person.mail-resumed',
          subject: 'person',
          subjectId: personId,
          ...(organisation.kind === 'PRINCIPAL' ? { principalCode: organisation.principalCode } : {}),
          ...(organisation.kind === 'SUPPLIER_GROUP' ? { supplierGroupId: organisation.supplierGroupId } : {}),
        },
      ]);
    });
  }
}
