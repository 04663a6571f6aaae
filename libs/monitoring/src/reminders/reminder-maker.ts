import { Injectable } from '@nestjs/common';
import { THE_PRODUCT, type LocalDate } from '@sr/kernel';
import { Clock, Db, WorkingCalendar, type Tx } from '@sr/platform';
import { dueReminders, keysOf, sentOf, type Reminder } from '../domain/due-reminders';
import type { Moment } from '../domain/moment';
import { recipientsOf, type Directory } from '../domain/recipients';
import { coveringOf, revisionsOf } from '../domain/revisions';
import { ReminderRules } from '../domain/rules';
import { sightOf } from '../domain/sight';
import { keyOf, type WorkItem } from '../domain/work-item';
import type { Group } from '../sources/group';
import { deviationsOn, moments } from '../persistence/moment.store';
import { endGone, insertReminders, lastReminder, madeBefore, reviseReminders } from '../persistence/reminder.store';
import { lockSweep } from '../persistence/sweep.store';
import { ReminderSources } from './reminder-sources';

/** What holds for everything on one day. */
export interface Today {
  readonly day: LocalDate;
  readonly moments: readonly Moment[];
  readonly people: Directory;
}

/** What waits around groups, and the last reminder that was made before it was read. */
interface Seen {
  readonly supplierGroupIds: readonly string[];
  readonly items: readonly WorkItem[];
  readonly seen: string;
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

  /** Reads what holds for all groups on a day. */
  prepare(day: LocalDate): Promise<Today> {
    return this.db.read(THE_PRODUCT, async (product) => ({
      day,
      moments: await moments(product),
      people: await this.sources.roster.today(product),
    }));
  }

  /**
   * Makes what is due today of these groups, or of what is of none (no groups); ends what is done; and holds what was made
   * before against how things stand. All of it, or nothing.
   * @throws MoreThanOneLook when too much waits for one look at several groups
   * @returns how many items wait, and how many reminders are new
   */
  async makeFor(groups: readonly Group[], today: Today): Promise<{ items: number; reminders: number }> {
    await this.sources.signals.refresh(groups);
    const seen = await this.look(groups);
    return this.db.write(THE_PRODUCT, (tx) => this.write(tx, seen, today, true));
  }

  /** Holds what was made of these groups against how things stand, and makes nothing new: before a mail that waited goes. */
  async revise(groups: readonly Group[], today: Today): Promise<void> {
    const seen = await this.look(groups);
    await this.db.write(THE_PRODUCT, (tx) => this.write(tx, seen, today, false));
  }

  private async look(groups: readonly Group[]): Promise<Seen> {
    const seen = await this.db.read(THE_PRODUCT, lastReminder);
    return { supplierGroupIds: groups.map(({ id }) => id), items: await this.sources.waiting(groups), seen };
  }

  private async write(
    tx: Tx,
    { supplierGroupIds, items, seen }: Seen,
    { day, moments: versions, people }: Today,
    makes: boolean,
  ): Promise<{ items: number; reminders: number }> {
    await lockSweep(tx);
    await endGone(tx, supplierGroupIds, items.map(keyOf), { today: day, seen });
    const rules = new ReminderRules(versions, await this.deviations(tx, items, day), this.calendar);
    const made = await madeBefore(tx, keysOf(items));
    const due = makes ? dueReminders(day, items, sentOf(coveringOf(made, day)), rules) : [];
    const at = { today: day, now: this.clock.now() };
    await reviseReminders(tx, revisionsOf(day, { items, made, due }, rules, people), { ...at, begins: makes });
    const reminders = await insertReminders(
      tx,
      due.map((reminder) => toWrite(reminder, people)),
      at,
    );
    return { items: items.length, reminders };
  }

  private deviations(tx: Tx, items: readonly WorkItem[], day: LocalDate) {
    const planIds = [...new Set(items.flatMap(({ planId }) => planId ?? []))];
    const principalCodes = [...new Set(items.flatMap(({ around }) => around.principalCodes))];
    return deviationsOn(tx, day, { planIds, principalCodes });
  }
}

const toWrite = (reminder: Reminder, people: Directory) => ({
  ...reminder,
  sight: sightOf(reminder.item),
  recipients: recipientsOf(reminder.to, reminder.item, people),
});
