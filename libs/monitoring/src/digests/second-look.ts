import { Injectable } from '@nestjs/common';
import { IdentityService } from '@sr/identity';
import { THE_PRODUCT } from '@sr/kernel';
import { Clock, Db } from '@sr/platform';
import type { ItemToSend } from '../persistence/digest.store';
import { ReminderMaker } from '../reminders/reminder-maker';

/** So long what was seen of a group is taken to be so: thousands of mails that wait ask for the same groups. */
const KNOWN_MS = 5 * 60_000;

/** Holds what stands in a mail against how things are, when it goes out long after it was made. */
@Injectable()
export class SecondLook {
  private readonly looks = new Map<string | null, { readonly at: number; readonly done: Promise<void> }>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly maker: ReminderMaker,
  ) {}

  /** Takes out of all mails around the groups of these items what is done, put off or somebody else's by now. */
  async at(items: readonly Pick<ItemToSend, 'item'>[]): Promise<void> {
    for (const id of new Set(items.map(({ item }) => item.around.supplierGroupId))) await this.atGroup(id);
  }

  /** Once for all mails that ask at the same time. */
  private atGroup(id: string | null): Promise<void> {
    const at = this.clock.now().getTime();
    const before = this.looks.get(id);
    if (before && at - before.at < KNOWN_MS && at >= before.at) return before.done;
    const done = this.look(id);
    this.looks.set(id, { at, done });
    done.catch(() => this.looks.delete(id));
    return done;
  }

  private async look(id: string | null): Promise<void> {
    const suppliers =
      id === null ? [] : await this.db.read(THE_PRODUCT, (reader) => this.identity.suppliersOfGroup(reader, id));
    await this.maker.revise(id === null ? [] : [{ id, suppliers }], await this.maker.prepare(this.clock.today()));
  }
}
