import type { OnApplicationShutdown } from '@nestjs/common';
import { AppError, type LocalDate } from '@sr/kernel';
import type { Db } from '../database/db';
import type { JobPayload } from './job';
import type { JobRegistry } from './job-registry';
import { withoutNul } from './plain-text';
import { connectTo, placeIn, type JobQueue, type QueueStore, type StoreConnections } from './queue-store';

/** A job to add, under an id that makes it one job however often it is added. */
export interface NewJob {
  readonly id: string;
  readonly payload: JobPayload;
}

const DAY_S = 86_400;
/**
 * What was done is kept so that its id is known: who adds it again within that time adds nothing. Not by how many there are:
 * BullMQ on PostgreSQL counts all of them at the end of every job.
 */
const KEEP_DONE = { age: 2 * DAY_S };
/** Dead letters wait for an operator, but not for ever: there is a bound to what a fault can fill. */
export const KEEP_FAILED = { age: 90 * DAY_S, count: 5_000 };
/** The worker knows how long to wait, so that a changed setting holds for jobs that wait already. */
export const BACKOFF = 'of-the-job';

/** Under which the names of all jobs that a worker ever handled are kept in the database, separated by spaces. */
const NAMES_PROPERTY = 'job-names';
/** Under which the last round of daily jobs is kept: its day, and what makes it another than the last round of that day. */
const ROUND_PROPERTY = 'daily-round';

/**
 * The queues, one for each name of a job, since BullMQ holds back, counts and keeps dead letters by queue. Works without
 * a worker. Connects when it is first used. Where the store cannot be reached
 * everything here refuses with `queue.unavailable`.
 */
export class JobQueues implements OnApplicationShutdown {
  private connections: StoreConnections | undefined;
  private readonly queues = new Map<string, Promise<JobQueue>>();

  constructor(
    private readonly store: QueueStore,
    private readonly db: Db,
    private readonly registry: JobRegistry,
  ) {}

  /** Where the queues are: what of the store is this database's. */
  place(): Promise<QueueStore> {
    return placeIn(this.store, this.db);
  }

  /** Adds one job. Nothing happens when there is one with this id, in whatever state. */
  add(name: string, payload: JobPayload, id: string): Promise<void> {
    return this.addMany(name, [{ payload, id }]);
  }

  /**
   * Adds jobs of one name, all or none. A job whose id exists in any state is left out.
   * @throws Error when nobody handles the job in this process: how often it is tried is told by who handles it
   */
  async addMany(name: string, jobs: readonly NewJob[]): Promise<void> {
    const { settings } = this.registry.job(name);
    const { attempts } = settings;
    const more = { attempts, backoff: { type: BACKOFF }, removeOnComplete: KEEP_DONE, removeOnFail: KEEP_FAILED };
    if (jobs.length === 0) return;
    await this.with(name, (queue) =>
      queue.addBulk(
        jobs.map(({ id, payload }) => ({
          name,
          data: cleaned(payload),
          opts: { ...more, jobId: id, stackTraceLimit: 0 },
        })),
      ),
    );
  }

  /** Makes the names of these jobs known to processes that handle none, such as the API. */
  async remember(names: readonly string[]): Promise<void> {
    const all = [...new Set([...(await this.names()), ...names])].sort();
    await this.db.ask(
      `insert into platform.property (name, value) values ($1, $2)
       on conflict (name) do update set value = excluded.value where property.value <> excluded.value`,
      [NAMES_PROPERTY, all.join(' ')],
    );
  }

  /**
   * The round of the daily jobs of a day: its id, the same for all who ask until somebody asks for another day. Whoever comes
   * back to a day, since the clock was wrong, begins a new round.
   */
  async dailyRound(day: LocalDate): Promise<string> {
    const rows = await this.db.ask<{ value: string }>(
      `insert into platform.property as kept (name, value) values ($1, $2::text || '-' || gen_random_uuid())
       on conflict (name) do update
         set value = case when kept.value like $2 || '-%' then kept.value else excluded.value end
       returning value`,
      [ROUND_PROPERTY, day],
    );
    return rows.map(({ value }) => value).join();
  }

  /** Looks at these moments, given as cron patterns of the clock in `tz`, by adding a job to the queue; and at no others. */
  async schedule(name: string, looks: readonly { id: string; pattern: string }[], tz: string): Promise<void> {
    const template = { name, data: {}, opts: { removeOnComplete: { count: 10 }, removeOnFail: { count: 10 } } };
    await this.with(name, async (queue) => {
      for (const { id, pattern } of looks) await queue.upsertJobScheduler(id, { pattern, tz }, template);
      for (const { key } of await queue.getJobSchedulers()) {
        if (!looks.some(({ id }) => id === key)) await queue.removeJobScheduler(key);
      }
    });
  }

  async close(): Promise<void> {
    const queues = await Promise.allSettled(this.queues.values());
    this.queues.clear();
    for (const opened of queues) if (opened.status === 'fulfilled') await opened.value.close();
    const connections = this.connections;
    this.connections = undefined;
    await connections?.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  /** The names of all jobs, those that only another process handles included. */
  async names(): Promise<string[]> {
    const [row] = await this.db.ask<{ value: string }>('select value from platform.property where name = $1', [
      NAMES_PROPERTY,
    ]);
    const kept = row?.value.split(' ') ?? [];
    return [...new Set([...kept, ...this.registry.jobs().map(({ name }) => name)])].sort();
  }

  /** Does something with the queue of a name. Refuses `queue.unavailable`. */
  async with<T>(name: string, work: (queue: JobQueue) => Promise<T>): Promise<T> {
    try {
      return await work(await this.queue(name));
    } catch (error) {
      throw isAway(error) ? new AppError('unavailable', [QUEUE_UNAVAILABLE]) : error;
    }
  }

  private queue(name: string): Promise<JobQueue> {
    const known = this.queues.get(name);
    if (known) return known;
    const opening = this.open(name);
    this.queues.set(name, opening);
    // A queue that could not connect never will, by itself; the next who asks makes a new one.
    opening.catch(() => this.queues.delete(name));
    return opening;
  }

  private async open(name: string): Promise<JobQueue> {
    const place = await this.place();
    this.connections ??= connectTo(place);
    const queue = this.connections.queue(name);
    queue.on('error', () => undefined);
    try {
      await within(READY_MS, queue.waitUntilReady());
      return queue;
    } catch (error) {
      await queue.close().catch(() => undefined);
      throw error;
    }
  }
}

/** The store of the queues is away. */
const QUEUE_UNAVAILABLE = {
  code: 'queue.unavailable',
  message: 'The store of the queues cannot be reached. Nothing was changed; try again later.',
};
const READY_MS = 6_000;
const AWAY_CODES = /^(08|53|57P0)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND)$/;
const AWAY_WORDS =
  /Connection (terminated|is closed)|timeout exceeded when trying to connect|max retries per request|not ready/i;

function isAway(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (
    (typeof code === 'string' && AWAY_CODES.test(code)) || (typeof message === 'string' && AWAY_WORDS.test(message))
  );
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the store of the queues is not ready')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function cleaned(payload: JobPayload): JobPayload {
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [
      key,
      typeof value === 'string' ? withoutNul(value) : value.map(withoutNul),
    ]),
  );
}
