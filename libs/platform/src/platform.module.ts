import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Clock, SystemClock } from './clock/clock';
import { WorkingCalendar } from './clock/working-calendar';
import type { FreeDays } from './clock/working-days';
import { Db } from './database/db';
import { JobBoard } from './jobs/job-board';
import { JobQueues } from './jobs/job-queues';
import { JobRegistry } from './jobs/job-registry';
import { JobRunner, type WorkerTimes } from './jobs/job-runner';
import type { QueueStore } from './jobs/queue-store';
import { Delivery } from './mail/delivery';
import { Mailer, NoMailer } from './mail/mail';
import { Relay } from './outbox/relay';

export interface PlatformOptions {
  /** The application's connection: a role that owns no table. */
  readonly database: DataSourceOptions;
  /** The clock of the product; the system's unless a history is played. */
  readonly clock?: Clock;
  /** The days beside the public holidays on which this house does not work. */
  readonly freeDays?: FreeDays;
  /** How mails leave, in a process that sends them. */
  readonly mail?: { readonly mailer: Mailer; readonly delivery: Delivery };
  /** Where the queues are; in the database unless it is said. */
  readonly queue?: QueueStore;
  /** How fast a dead worker is noticed; tests are less patient. */
  readonly workerTimes?: WorkerTimes;
}

/** What every library stands on: the database, the clock, and the jobs. The only dynamic module. */
@Module({})
export class PlatformModule {
  static forRoot({ database, clock, freeDays, mail, queue, workerTimes }: PlatformOptions): DynamicModule {
    const databaseUrl = urlOf(database);
    const store = queue ?? { kind: 'POSTGRES', url: databaseUrl };
    return {
      module: PlatformModule,
      global: true,
      providers: [
        { provide: DataSource, useFactory: () => new DataSource(database).initialize() },
        { provide: Clock, useValue: clock ?? new SystemClock() },
        { provide: WorkingCalendar, useValue: new WorkingCalendar(freeDays) },
        { provide: Mailer, useValue: mail?.mailer ?? new NoMailer() },
        { provide: Delivery, useValue: mail?.delivery ?? new Delivery('', null) },
        Db,
        // Nothing of these connects before it is used: a process that only serves or replays has no queue.
        JobRegistry,
        {
          provide: JobQueues,
          useFactory: (db: Db, registry: JobRegistry) => new JobQueues(store, db, registry),
          inject: [Db, JobRegistry],
        },
        {
          provide: JobBoard,
          useFactory: (db: Db, queues: JobQueues) => new JobBoard(db, queues),
          inject: [Db, JobQueues],
        },
        {
          provide: Relay,
          useFactory: (registry: JobRegistry, queues: JobQueues) => new Relay(databaseUrl, registry, queues),
          inject: [JobRegistry, JobQueues],
        },
        {
          provide: JobRunner,
          useFactory: (registry: JobRegistry, queues: JobQueues, relay: Relay, now: Clock) =>
            new JobRunner({ databaseUrl, registry, queues, relay, clock: now }, workerTimes),
          inject: [JobRegistry, JobQueues, Relay, Clock],
        },
      ],
      exports: [Db, Clock, WorkingCalendar, Mailer, Delivery, JobRegistry, JobQueues, JobBoard, Relay, JobRunner],
    };
  }
}

function urlOf(database: DataSourceOptions): string {
  const url = 'url' in database ? database.url : undefined;
  if (typeof url !== 'string') throw new Error('the database is given by its address');
  return url;
}
