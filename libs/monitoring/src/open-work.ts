import { Injectable } from '@nestjs/common';
import { IdentityService } from '@sr/identity';
import { THE_PRODUCT } from '@sr/kernel';
import { Clock, Db } from '@sr/platform';
import { keysOf } from './domain/due-reminders';
import type { ItemToSend } from './persistence/digest.store';
import { ReminderSources } from './reminder-sources';

/** So long what was read of a group is taken to be so: thousands of mails that wait ask for the same groups. */
const KNOWN_MS = 5 * 60_000;

/** What still waits, asked when a mail goes out long after it was made. */
@Injectable()
export class OpenWork {
  private readonly known = new Map<string, { readonly at: number; readonly keys: ReadonlySet<string> }>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly sources: ReminderSources,
  ) {}

  /** The keys of what waits now, of the groups in which these items are. */
  async keysIn(items: readonly Pick<ItemToSend, 'item'>[]): Promise<Set<string>> {
    const groups = new Set(items.map(({ item }) => item.around.supplierGroupId));
    const keys = new Set<string>();
    for (const group of groups) for (const key of await this.keysOfGroup(group)) keys.add(key);
    return keys;
  }

  private async keysOfGroup(id: string | null): Promise<ReadonlySet<string>> {
    const now = this.clock.now().getTime();
    const known = this.known.get(id ?? '');
    if (known && now - known.at < KNOWN_MS && now >= known.at) return known.keys;
    const suppliers =
      id === null ? [] : await this.db.read(THE_PRODUCT, (reader) => this.identity.suppliersOfGroup(reader, id));
    const items = await this.sources.waiting(id === null ? [] : [{ id, suppliers }]);
    const keys = new Set(keysOf(items));
    this.known.set(id ?? '', { at: now, keys });
    return keys;
  }
}
