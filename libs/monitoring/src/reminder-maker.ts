import { Injectable } from '@nestjs/common';
import { THE_PRODUCT, type LocalDate } from '@sr/kernel';
import { Clock, Db, WorkingCalendar } from '@sr/platform';
import { dueReminders, keysOf, sentOf } from './domain/due-reminders';
import type { Moment } from './domain/moment';
import { recipientsOf, type Directory } from './domain/recipients';
import { ReminderRules } from './domain/rules';
import { sightOf } from './domain/sight';
import { keyOf, type WorkItem } from './domain/work-item';
import type { Group } from './groups';
import { deviationsOn, moments } from './persistence/moment.store';
import { endGone, heardBefore, insertReminders } from './persistence/reminder.store';
import { lockSweep } from './persistence/sweep.store';
import { ReminderSources } from './reminder-sources';

/** What holds for everything on one day. */
export interface Today {
  readonly day: LocalDate;
  readonly moments: readonly Moment[];
  readonly people: Directory;
}

/** Makes the reminders of supplier groups: reads what waits, asks the rules, and writes down who hears what. */
@Injectable()
export class ReminderMaker {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly calendar: WorkingCalendar,
    private readonly sources: ReminderSources,
  ) {}

  /** Reads what holds for all groups today. */
  prepare(): Promise<Today> {
    return this.db.read(THE_PRODUCT, async (product) => ({
      day: this.clock.today(),
      moments: await moments(product),
      people: await this.sources.roster.today(product),
    }));
  }

  /**
   * Makes what is due today of these groups, or of what is of none (no groups), and ends what is done. All of it, or nothing.
   * @throws MoreThanOneLook when too much waits for one look at several groups
   * @returns how many items wait, and how many reminders are new
   */
  async makeFor(groups: readonly Group[], today: Today): Promise<{ items: number; reminders: number }> {
    await this.sources.signals.refresh(groups);
    const supplierGroupIds = groups.map(({ id }) => id);
    return this.write(supplierGroupIds, await this.sources.waiting(groups), today);
  }

  private async write(
    supplierGroupIds: readonly string[],
    items: readonly WorkItem[],
    { day, moments: versions, people }: Today,
  ): Promise<{ items: number; reminders: number }> {
    const keys = keysOf(items);
    const planIds = [...new Set(items.flatMap(({ planId }) => planId ?? []))];
    const principalCodes = [...new Set(items.flatMap(({ around }) => around.principalCodes))];
    return this.db.write(THE_PRODUCT, async (tx) => {
      await lockSweep(tx);
      await endGone(tx, supplierGroupIds, items.map(keyOf), day);
      const deviations = await deviationsOn(tx, day, { planIds, principalCodes });
      const rules = new ReminderRules(versions, deviations, this.calendar);
      const due = dueReminders(day, items, sentOf(await heardBefore(tx, keys, [...people.byId.keys()])), rules);
      const reminders = await insertReminders(
        tx,
        due.map((reminder) => ({
          ...reminder,
          sight: sightOf(reminder.item),
          recipients: recipientsOf(reminder.to, reminder.item, people),
        })),
        { today: day, now: this.clock.now() },
      );
      return { items: items.length, reminders };
    });
  }
}
