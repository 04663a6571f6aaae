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
  private readonly lookedAt = new Map<string, number>();

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

  private async atGroup(id: string | null): Promise<void> {
    const now = this.clock.now().getTime();
    const before = this.lookedAt.get(id ?? '');
    if (before !== undefined && now - before < KNOWN_MS && now >= before) return;
    const suppliers =
      id === null ? [] : await this.db.read(THE_PRODUCT, (reader) => this.identity.suppliersOfGroup(reader, id));
    await this.maker.revise(id === null ? [] : [{ id, suppliers }], await this.maker.prepare());
    this.lookedAt.set(id ?? '', now);
  }
}
