import { Queue, Worker, createPostgresBackend, withBackend, type Processor, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import type { Db } from '../database/db';
import { idOfDatabase } from '../properties/properties';
import type { JobPayload } from './job';

/** Where the queues are kept. */
export interface QueueStore {
  readonly kind: 'POSTGRES' | 'REDIS';
  readonly url: string;
  /** Before every name in Redis; the id of the database follows it. */
  readonly prefix?: string;
}

/** Something whose connection may break; without a listener that would end the process. */
interface Complaining {
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** What is used of a queue of BullMQ, on either store. */
export type JobQueue = Pick<
  Queue<JobPayload, void>,
  | 'add'
  | 'addBulk'
  | 'close'
  | 'getFailed'
  | 'getFailedCount'
  | 'getJob'
  | 'getJobCounts'
  | 'getJobSchedulers'
  | 'removeJobScheduler'
  | 'upsertJobScheduler'
  | 'waitUntilReady'
> &
  Complaining;

/** What is used of a worker of BullMQ, on either store. */
export type JobWorker = Pick<Worker<JobPayload, void>, 'close' | 'waitUntilReady'> & Complaining;
export type JobProcessor = Processor<JobPayload, void>;
type OptionsOfWorker = Omit<WorkerOptions, 'connection' | 'prefix'>;

/** Queues and workers that share their connections. Close them before the connections. */
export interface StoreConnections {
  queue(name: string): JobQueue;
  worker(name: string, processor: JobProcessor, options: OptionsOfWorker): JobWorker;
  close(): Promise<void>;
}

/** BullMQ keeps what happened for whoever follows along; nobody does, and its table would grow. */
const STREAMS = { events: { maxLen: 100 } };
const CONNECT_MS = 5_000;

/**
 * What of a store is this database's alone. In Redis names begin with the id of the database, so that no other takes its jobs
 * and none that was there before is in the way; a database keeps its own queues.
 */
export async function placeIn(store: QueueStore, db: Db): Promise<QueueStore> {
  if (store.kind === 'POSTGRES') return store;
  return { ...store, prefix: `${store.prefix ?? 'social-return'}:${await idOfDatabase(db)}` };
}

/**
 * Opens connections to the place of a database in a store.
 * @param workers how many workers will be made: each keeps a connection for itself. None: only queues, whose commands fail
 *   within seconds when the store is away, while a worker waits until it is back
 */
export function connectTo(store: QueueStore, workers = 0): StoreConnections {
  return store.kind === 'POSTGRES' ? connectToPostgres(store.url, workers) : connectToRedis(store, workers);
}

function connectToPostgres(url: string, workers: number): StoreConnections {
  // Every worker pins one connection to listen on. A pool without room for more than those would stand still.
  const connection = new Pool({
    connectionString: withoutOptions(url),
    max: workers + 5,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: 30_000,
    statement_timeout: 60_000,
    application_name: 'social-return-jobs',
    options: '-c search_path=bullmq -c jit=off -c tcp_keepalives_idle=30',
  });
  connection.setMaxListeners(0);
  // A connection that breaks while nobody uses it is replaced by itself; without a listener it would end the process.
  connection.on('error', () => undefined);
  const onPostgres = withBackend(createPostgresBackend);
  return {
    queue: (name) => new onPostgres.Queue<JobPayload, void>(name, { connection, streams: STREAMS }),
    worker: (name, processor, options) =>
      new onPostgres.Worker<JobPayload, void>(name, processor, { ...options, connection }),
    close: () => connection.end(),
  };
}

function connectToRedis({ url, prefix = '' }: QueueStore, workers: number): StoreConnections {
  const connection = new Redis(url, {
    maxRetriesPerRequest: workers === 0 ? 3 : null,
    retryStrategy: (times) => Math.min(times * 200, 2_000),
    connectTimeout: CONNECT_MS,
    connectionName: 'social-return-jobs',
    lazyConnect: true,
  });
  connection.setMaxListeners(0);
  // Said by the queues and workers on it.
  connection.on('error', () => undefined);
  return {
    queue: (name) => new Queue<JobPayload, void>(name, { connection, prefix, streams: STREAMS }),
    worker: (name, processor, options) =>
      new Worker<JobPayload, void>(name, processor, { ...options, connection, prefix }),
    close: async () => {
      // Without waiting for a server that may be away: what was asked has been answered before the queues closed.
      connection.disconnect();
      return Promise.resolve();
    },
  };
}

/** The settings that an address asks for would take the place of those that the queues need. */
function withoutOptions(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('options');
  return url.toString();
}
