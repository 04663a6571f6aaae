import { Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { UnrecoverableError } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock/clock';
import { whileHolding } from '../database/advisory-lock';
import type { Relay } from '../outbox/relay';
import { AMSTERDAM, dailyJobsDue, looksOf } from './daily-time';
import { GiveUp, waitBeforeNext, type JobSettings } from './job';
import type { JobQueues } from './job-queues';
import type { JobRegistry, KnownJob } from './job-registry';
import { reasonOf } from './plain-text';
import { connectTo, type JobProcessor, type JobWorker, type StoreConnections } from './queue-store';

/** Looks which daily jobs are due. */
const LOOK = 'platform.start-daily-jobs';
const SETTINGS_OF_LOOK: JobSettings = {
  attempts: 1,
  backoff: { delayMs: 1_000, mostMs: 60_000 },
  concurrency: 1,
};

/** Two workers that put a schedule down at once would leave jobs of it behind. Any number, the same everywhere. */
const SCHEDULE_LOCK = 17_672_258;

/** How a worker finds out that another died, and how long it waits for its own jobs when it is stopped. */
export interface WorkerTimes {
  /** A job belongs to a worker for this long, and again each time that it says it is still at work. */
  readonly lockMs: number;
  /** How often is looked for jobs whose worker said nothing any more, and whether the clock was set. */
  readonly stalledMs: number;
  /** How long a stop waits for the jobs that are being done. What is not done then is done again by another worker. */
  readonly graceMs: number;
}

const TIMES: WorkerTimes = { lockMs: 30_000, stalledMs: 30_000, graceMs: 25_000 };

/** A job whose worker died may be the reason that it died; after so many deaths it is a dead letter. */
const MOST_DEATHS = 3;

/** A clock that is this far from where it would have come by itself was set, or the machine slept. */
const SET_MS = 60_000;

/** What a runner stands on. */
export interface RunnerParts {
  /** The database, for the lock of the schedules. */
  readonly databaseUrl: string;
  readonly registry: JobRegistry;
  readonly queues: JobQueues;
  readonly relay: Relay;
  readonly clock: Clock;
}

/** Does the jobs, in a worker process: a worker for each name, the relay, and the daily jobs. */
export class JobRunner implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private connections: StoreConnections | undefined;
  private workers: JobWorker[] = [];
  private running = false;
  private watch: NodeJS.Timeout | undefined;
  private lead = leadOfClock();
  private lastError = '';

  constructor(
    private readonly parts: RunnerParts,
    private readonly times: WorkerTimes = TIMES,
  ) {}

  onModuleInit(): void {
    this.parts.registry.handle(LOOK, SETTINGS_OF_LOOK, () => this.catchUp());
  }

  /**
   * Starts the workers, then the schedules and the relay that give them work.
   * @throws Error with one line for each event or job that does not fit, before anything is started
   */
  async start(knownEvents: readonly string[]): Promise<void> {
    const { registry, queues, relay } = this.parts;
    registry.check(knownEvents);
    const jobs = registry.jobs();
    this.running = true;
    await queues.remember(jobs.map(({ name }) => name));
    this.connections = connectTo(await queues.place(), jobs.length);
    for (const job of jobs) this.workers.push(this.workerOf(this.connections, job));
    for (const worker of this.workers) await worker.waitUntilReady();
    this.lead = leadOfClock();
    await this.putSchedulesDown();
    await this.catchUp();
    this.watch = setInterval(
      () => void this.followClock().catch((error: Error) => this.say(error)),
      this.times.stalledMs,
    );
    relay.start();
  }

  /** Stops taking work, waits for what is being done, and closes: workers first, connections last. */
  async stop(): Promise<void> {
    if (!this.running) return;
    this.running = false;
    clearInterval(this.watch);
    const { connections, workers } = this;
    this.connections = undefined;
    this.workers = [];
    const closed = Promise.all([this.parts.relay.stop(), ...workers.map((worker) => worker.close())])
      .then(() => connections?.close())
      .then(() => true);
    if (!(await Promise.race([closed, sleep(this.times.graceMs, false, { ref: false })]))) {
      // The process ends while they are at work; their locks run out, and another worker does them again.
      this.logger.warn('stopped while jobs were at work; another worker does them again');
      closed.catch(() => undefined);
    }
  }

  /**
   * Adds the daily jobs of today whose time has come. Each is one job a day, however often this is done; a day that comes
   * again, since the clock was wrong, has them again.
   */
  async catchUp(): Promise<void> {
    const { registry, queues, clock } = this.parts;
    for (const { name, day } of dailyJobsDue(registry.dailyJobs(), clock.now())) {
      await queues.add(name, { day }, `daily-${name}-${await queues.dailyRound(day)}`);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  /** BullMQ waits for moments of the machine's clock. When that was set they are other moments, and today another day. */
  private async followClock(): Promise<void> {
    const lead = leadOfClock();
    if (Math.abs(lead - this.lead) < SET_MS) return;
    await this.putSchedulesDown();
    await this.catchUp();
    this.lead = lead;
  }

  private putSchedulesDown(): Promise<void> {
    const { registry, queues, databaseUrl } = this.parts;
    return whileHolding(databaseUrl, SCHEDULE_LOCK, () =>
      queues.schedule(LOOK, looksOf(registry.dailyJobs()), AMSTERDAM),
    );
  }

  private workerOf(connections: StoreConnections, { name, settings, handler }: KnownJob): JobWorker {
    const { attempts, backoff, concurrency, rate } = settings;
    const process: JobProcessor = async (job) => {
      const id = job.id ?? '';
      const attempt = job.attemptsMade + 1;
      try {
        await handler(job.data, { id, attempt, last: attempt >= attempts });
      } catch (error) {
        const reason = reasonOf(error);
        this.logger.warn(`${name} ${id}: try ${attempt} of ${attempts} failed: ${reason}`);
        throw error instanceof GiveUp ? new UnrecoverableError(reason) : new Error(reason);
      }
    };
    const worker = connections.worker(name, process, {
      concurrency,
      ...(rate ? { limiter: { max: rate.max, duration: rate.perMs } } : {}),
      lockDuration: this.times.lockMs,
      stalledInterval: this.times.stalledMs,
      maxStalledCount: MOST_DEATHS,
      settings: { backoffStrategy: (failures) => waitBeforeNext(backoff, failures) },
    });
    worker.on('error', (error) => this.say(error));
    return worker;
  }

  /** A store that is away is said once, not at each of the tries of each worker to reach it. */
  private say(error: Error): void {
    const reason = reasonOf(error);
    if (reason === this.lastError) return;
    this.lastError = reason;
    this.logger.warn(`the store of the queues: ${reason}`);
  }
}

/** How far the clock is ahead of a count of milliseconds that nobody can set. */
const leadOfClock = (): number => Date.now() - performance.now();
