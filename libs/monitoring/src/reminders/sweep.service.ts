import { Injectable } from '@nestjs/common';
import { IdentityService } from '@sr/identity';
import { AppError, THE_PRODUCT, type Actor, type LocalDate } from '@sr/kernel';
import { Clock, Db, WorkingCalendar, appendEvents, pageOf, type Page, type PageQuery } from '@sr/platform';
import type { Group } from '../sources/group';
import type { MonitoringEvent } from '../monitoring.events';
import { ReminderMaker } from './reminder-maker';
import { SignalsService } from '../sources/signals.service';
import { carryOver, peopleWithoutMail, queueDigests } from '../persistence/digest.store';
import { beginDigests } from '../persistence/reminder.store';
import {
  addDigests,
  addToSweep,
  beginSweep,
  finishSweep,
  lockSweep,
  sweepPage,
  type Sweep,
} from '../persistence/sweep.store';

/** So many groups are looked at together: what is asked of each of them is asked once. */
const TOGETHER = 10;
/** So many portions of groups at once: the database is asked while answers are read, and others still get a turn. */
const AT_ONCE = 2;

/** Groups that are looked at together; none: what is of no group. */
type Portion = readonly Group[];

/** The daily run: what everybody has to hear today, each in one mail. */
@Injectable()
export class SweepService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly calendar: WorkingCalendar,
    private readonly identity: IdentityService,
    private readonly maker: ReminderMaker,
    private readonly signals: SignalsService,
  ) {}

  /**
   * Goes over all supplier groups, a portion of them in a transaction, and over what is of none; then queues one mail a
   * person. On a day on which people do not work nobody hears anything: what falls on it is sent on the working day beside it,
   * and how plans and contracts go is worked out as on any day. It can be run again at any time, after a break or twice at
   * once: everything is made once.
   * @throws AggregateError when it failed for some groups, after it has done all others
   * @returns what it did; null on a day without work
   */
  async run(): Promise<Pick<Sweep, 'items' | 'reminders' | 'digests'> | null> {
    const day = this.clock.today();
    const groups = await this.db.read(THE_PRODUCT, (reader) => this.identity.everyGroup(reader));
    const portions = portionsOf(groups, TOGETHER);
    if (!this.calendar.isWorkingDay(day)) {
      const faults = await inPortions(portions, (portion) => this.signals.refresh(portion));
      refuse(faults, `The signals of ${day} failed for ${faults.length} of ${groups.length}.`);
      return null;
    }
    await this.db.write(THE_PRODUCT, async (tx) => {
      await lockSweep(tx);
      await beginSweep(tx, day, groups.length + 1, this.clock.now());
      await carryOver(tx, day);
    });
    const today = await this.maker.prepare(day);
    const done = { items: 0, reminders: 0 };
    const faults = await inPortions([...portions, []], async (portion) => {
      const made = await this.maker.makeFor(portion, today);
      await this.db.write(THE_PRODUCT, (tx) => addToSweep(tx, day, { groups: Math.max(1, portion.length), ...made }));
      done.items += made.items;
      done.reminders += made.reminders;
    });
    const failed = `The sweep of ${day} failed for ${faults.length} of ${groups.length + 1}.`;
    // While the database is away no mail is closed: what is still to be made could not be put into it.
    if (faults.some(isPassing)) refuse(faults, failed);
    const digests = await this.sendOut(day);
    refuse(faults, failed);
    await this.db.write(THE_PRODUCT, (tx) => finishSweep(tx, day, this.clock.now()));
    return { ...done, digests };
  }

  /** The runs so far, the newest first. Refuses `page.after_wrong`. */
  async runs(actor: Actor, page: PageQuery): Promise<Page<Sweep>> {
    const rows = await this.db.read(actor, (reader) => sweepPage(reader, page));
    return pageOf(rows, page, ({ day }) => [day]);
  }

  /** Queues one mail of a day for each person for whom something was made that is in no mail. @returns how many */
  async sendOut(day: LocalDate): Promise<number> {
    const { people } = await this.maker.prepare(day);
    return this.db.write(THE_PRODUCT, async (tx) => {
      await lockSweep(tx);
      const now = this.clock.now();
      // Who cannot be written to, or has left, is sent nothing: it waits, and others hear.
      const personIds = (await peopleWithoutMail(tx)).filter((id) => people.byId.has(id));
      await beginDigests(tx, personIds, day, now);
      const ids = await queueDigests(tx, day, now);
      const payloads = ids.map((digestId) => ({ digestId }));
      await appendEvents<MonitoringEvent>(tx, now, 'monitoring.digest-queued', payloads);
      await addDigests(tx, day, ids.length);
      return ids.length;
    });
  }
}

function portionsOf(groups: Portion, size: number): Portion[] {
  return Array.from({ length: Math.ceil(groups.length / size) }, (_, n) => groups.slice(n * size, (n + 1) * size));
}

/**
 * Does the work for all portions. Where it fails for several groups it is done for half of them: it was too much for one look,
 * or something is wrong with one supplier, which keeps nobody else from hearing what waits. What the database was too busy for
 * is tried once more when all others are done.
 * @returns what it failed with for single groups
 */
async function inPortions(portions: readonly Portion[], work: (portion: Portion) => Promise<void>): Promise<unknown[]> {
  const failed: { readonly portion: Portion; readonly error: unknown }[] = [];
  const doAll = async (waiting: Portion[]): Promise<void> => {
    for (let portion = waiting.shift(); portion !== undefined; portion = waiting.shift()) {
      try {
        await work(portion);
      } catch (error) {
        if (portion.length > 1) waiting.unshift(...portionsOf(portion, Math.ceil(portion.length / 2)));
        else failed.push({ portion, error });
      }
    }
  };
  const waiting = [...portions];
  await Promise.all(Array.from({ length: AT_ONCE }, () => doAll(waiting)));
  const again = failed.filter(({ error }) => isPassing(error)).map(({ portion }) => portion);
  failed.splice(0, failed.length, ...failed.filter(({ error }) => !isPassing(error)));
  await doAll(again);
  return failed.map(({ error }) => error);
}

/** The database is away or busy: nothing is wrong with what was to be done. */
const isPassing = (error: unknown): boolean => error instanceof AppError && error.category === 'unavailable';

function refuse(faults: readonly unknown[], message: string): void {
  if (faults.length > 0) throw new AggregateError(faults, message);
}
