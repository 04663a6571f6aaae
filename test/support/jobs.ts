import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  JobBoard,
  JobQueues,
  JobRegistry,
  JobRunner,
  PlatformModule,
  Relay,
  SettableClock,
  type JobSettings,
  type QueueStore,
  type WorkerTimes,
} from '@sr/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import { applicationDatabase } from '../../config/data-source';

/** Impatient enough for a test to see a worker die. */
export const SHORT_TIMES: WorkerTimes = { lockMs: 1_500, stalledMs: 1_000, graceMs: 3_000 };

/** Settings of a job in a test, with what matters in it. */
export const settings = (more: Partial<JobSettings> = {}): JobSettings => ({
  attempts: 3,
  backoff: { delayMs: 20, mostMs: 200 },
  concurrency: 2,
  ...more,
});

/** A process with the platform alone: jobs and events of the test's own. */
export interface JobProcess {
  readonly app: INestApplicationContext;
  readonly registry: JobRegistry;
  readonly queues: JobQueues;
  readonly board: JobBoard;
  readonly runner: JobRunner;
  readonly relay: Relay;
  readonly clock: SettableClock;
  close(): Promise<void>;
}

@Module({})
class Alone {}

/** Opens a process on the migrated database at `databaseUrl`. It does nothing until its runner or relay is started. */
export async function openJobProcess(
  databaseUrl: string,
  queue?: QueueStore,
  workerTimes: WorkerTimes = SHORT_TIMES,
): Promise<JobProcess> {
  const clock = new SettableClock();
  clock.set('2026-11-23');
  const platform = PlatformModule.forRoot({
    database: applicationDatabase(databaseUrl, 3),
    clock,
    workerTimes,
    ...(queue ? { queue } : {}),
  });
  const app = await NestFactory.createApplicationContext(
    { module: Alone, imports: [platform] },
    {
      // What fails on purpose is not worth a line in the output of the tests.
      logger: ['error', 'fatal'],
      abortOnError: false,
    },
  );
  return {
    app,
    clock,
    registry: app.get(JobRegistry),
    queues: app.get(JobQueues),
    board: app.get(JobBoard),
    runner: app.get(JobRunner),
    relay: app.get(Relay),
    close: () => app.close(),
  };
}

/** Waits until it is so; fails with what it is instead. */
export async function until<T>(look: () => Promise<T> | T, isSo: (seen: T) => boolean, ms = 20_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(seen)}`);
    await sleep(25);
  }
}
