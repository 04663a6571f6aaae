import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { executable, runAs } from './binaries';
import * as clusters from './cluster';
import type { Cluster } from './cluster';
import { isAlive, oneAtATime } from './one-at-a-time';

/** What is needed to work on a running server; `postgresAt` makes one in another process. */
export interface PostgresAccess {
  readonly port: number;
  /** Where the data really is; as root it may differ from the folder that was asked for. */
  readonly dataFolder: string;
  /** The superuser's address of a database, by default `postgres`. */
  adminUrl(database?: string): string;
}

/** A running server and the way to stop it. */
export interface EmbeddedPostgres extends PostgresAccess {
  /** True when it was running already; it then keeps the settings it was started with. */
  readonly adopted: boolean;
  /** Stops it, connections or not: fast, and after 15 seconds at once. Calling it twice does no harm. */
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly dataFolder: string;
  /** False gives up safety at a power cut for speed; for data that can be made again. */
  readonly durable: boolean;
  readonly settings?: Record<string, string>;
}

const START_MS = 120_000;
const FAST_STOP_MS = 15_000;
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Starts the server of a data folder, made when it is not there yet, or adopts the one that runs on it already. */
export async function startEmbeddedPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const cluster = clusters.openCluster(options.dataFolder);
  return oneAtATime(join(cluster.folder, 'start.lock'), async () => {
    await clusters.ensureInitialised(cluster, options.durable);
    const end = Date.now() + START_MS;
    for (;;) {
      const running = clusters.runningPostmaster(cluster.data);
      const server = running ? await adopt(cluster, running, end) : await launch(cluster, options, end);
      if (server) return server;
      if (Date.now() > end) throw clusters.failure(cluster, 'PostgreSQL did not start', logOf(cluster));
      await sleep(50);
    }
  });
}

/** Access to a server that another process has started, for example from a worker of a test run. */
export function postgresAt(where: { port: number; dataFolder: string }): PostgresAccess {
  const { port, dataFolder } = where;
  return { port, dataFolder, adminUrl: (database = 'postgres') => urlOf(where, 'sr_admin', database) };
}

/** The address of a database for one of the login roles. */
export function urlOf(where: { port: number; dataFolder: string }, role: clusters.Role, database: string): string {
  const password = clusters.passwordsOf(where.dataFolder)[role];
  return `postgres://${role}:${password}@127.0.0.1:${where.port}/${encodeURIComponent(database)}`;
}

/** Stops the server that runs on this folder, whoever started it; does nothing when none runs. */
export async function stopServerOf(folder: string): Promise<void> {
  const data = clusters.clusterData(folder);
  const running = clusters.runningPostmaster(data);
  if (running) await stop(running.pid, data, 0);
}

async function adopt(
  cluster: Cluster,
  running: { pid: number; port: number },
  end: number,
): Promise<EmbeddedPostgres | undefined> {
  const isGone = (): boolean => !clusters.isPostmasterOf(running.pid, cluster.data);
  // It may still be starting, or be stopping: then it is gone in a moment and is started anew.
  return (await answers(cluster, running.port, isGone, end)) ? handle(cluster, running, true) : undefined;
}

async function launch(cluster: Cluster, options: StartOptions, end: number): Promise<EmbeddedPostgres | undefined> {
  clusters.removeMisleadingPidFile(cluster.data);
  const port = await freePort();
  const child = spawnServer(cluster, port, options);
  let isGone = false;
  let failedToSpawn = '';
  child.once('exit', () => (isGone = true));
  child.once('error', (error) => {
    failedToSpawn = error.message;
    isGone = true;
  });
  const pid = child.pid ?? 0;
  try {
    if (await answers(cluster, port, () => isGone, end)) return handle(cluster, { pid, port }, false);
  } catch (error) {
    if (!isGone) child.kill('SIGQUIT');
    throw error;
  }
  const output = failedToSpawn || logOf(cluster);
  if (isWorthAnotherTry(output)) return undefined;
  throw clusters.failure(cluster, 'PostgreSQL did not start', output);
}

// The port was taken in between; an orphan in its first moments holds the data and will be adopted; or the processes
// of a killed server have not all noticed yet that it is gone.
function isWorthAnotherTry(output: string): boolean {
  return /could not bind|Address already in use|lock file "postmaster\.pid" (already exists|is empty)|pre-existing shared memory block/.test(
    output,
  );
}

function spawnServer(cluster: Cluster, port: number, options: StartOptions): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    logging_collector: 'off',
    ...(options.durable ? {} : NOT_DURABLE),
    ...options.settings,
  };
  if (existsSync(cluster.log)) renameSync(cluster.log, `${cluster.log}.previous`);
  // A file, not a pipe: the server outlives a parent that is killed, and must then still be able to write.
  const log = openSync(cluster.log, 'a', 0o600);
  try {
    const child = spawn(
      executable(cluster.binaries, 'postgres'),
      ['-D', cluster.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        ...runAs(cluster.account),
        env: clusters.PLAIN_ENVIRONMENT,
        stdio: ['ignore', log, log],
        // A group of its own: Ctrl-C is for the product, which stops the database after its last write.
        detached: true,
        windowsHide: true,
      },
    );
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

function handle(cluster: Cluster, running: { pid: number; port: number }, adopted: boolean): EmbeddedPostgres {
  let stopping: Promise<void> | undefined;
  return {
    ...postgresAt({ port: running.port, dataFolder: cluster.folder }),
    adopted,
    stop: () => (stopping ??= stop(running.pid, cluster.data, FAST_STOP_MS, cluster)),
  };
}

async function stop(pid: number, data: string, fastMs: number, cluster?: Cluster): Promise<void> {
  const isGone = (): boolean => !clusters.isPostmasterOf(pid, data);
  if (isGone()) return;
  if (process.platform === 'win32') {
    // Windows has no signals; without the binaries at hand the process is simply ended.
    const pgCtl = (mode: string): boolean =>
      !!cluster &&
      spawnSync(executable(cluster.binaries, 'pg_ctl'), ['stop', '-D', data, '-m', mode, '-w', '-t', '15']).status ===
        0;
    if (!pgCtl('fast') && !pgCtl('immediate') && isAlive(pid)) process.kill(pid);
    return;
  }
  for (const [signal, patience] of [
    ['SIGINT', fastMs],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (patience === 0) continue;
    if (!isGone()) process.kill(pid, signal);
    const end = Date.now() + patience;
    while (Date.now() < end) {
      if (isGone()) return;
      await sleep(10);
    }
  }
}

/** True when a query succeeds, false when the server is gone; throws when neither happens in time. */
async function answers(cluster: Cluster, port: number, isGone: () => boolean, end: number): Promise<boolean> {
  const connectionString = urlOf({ port, dataFolder: cluster.folder }, 'sr_admin', 'postgres');
  for (;;) {
    if (isGone()) return false;
    const client = new Client({ connectionString, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      return true;
    } catch (error) {
      const refused = (error as { code?: string }).code === '28P01';
      if (refused || Date.now() > end) {
        const why = (error as Error).message;
        throw clusters.failure(cluster, `PostgreSQL did not become ready (${why})`, logOf(cluster));
      }
    } finally {
      await client.end().catch(() => undefined);
    }
    await sleep(20);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function logOf(cluster: Cluster): string {
  return existsSync(cluster.log) ? readFileSync(cluster.log, 'utf8') : '';
}
