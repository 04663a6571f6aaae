import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from './command';

const SERVER = 'redis-server';

/** A Redis to test with. */
export interface TestRedis {
  readonly url: string;
  /** Before every name, so that the runs of two tests on one server do not meet. */
  readonly prefix: string;
  stop(): Promise<void>;
}

/** A Redis of the test's own, that keeps what it was given on disk and can be killed. */
export interface OwnRedis extends TestRedis {
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
  /** Starts it again, with what it had on disk. */
  start(): Promise<void>;
}

const hasServer = spawnSync(SERVER, ['--version']).status === 0;
const missing =
  process.env['REDIS_URL'] || hasServer ? null : `NOT RUN: Redis (set REDIS_URL, or install ${SERVER} on the PATH)`;
const missingOwn = hasServer ? null : `NOT RUN: Redis that is restarted (install ${SERVER} on the PATH)`;

/** `it` for a test on Redis. Without one the test counts as skipped and the run says so; on CI it fails. */
export const itOnRedis: jest.It = orSkip(missing);
/** `it` for a test that kills Redis. */
export const itOnOwnRedis: jest.It = orSkip(missingOwn);
export const hasRedis = missing === null;
export const hasOwnRedis = missingOwn === null;

function orSkip(reason: string | null): jest.It {
  if (reason === null) return it;
  if (process.env['CI']) throw new Error(reason);
  console.warn(reason);
  return it.skip;
}

/** The Redis of REDIS_URL, or one of the test's own. */
export async function testRedis(): Promise<TestRedis> {
  const url = process.env['REDIS_URL'];
  if (!url) return ownRedis();
  const prefix = newPrefix();
  return {
    url,
    prefix,
    stop: async () => {
      const client = new Redis(url);
      for await (const keys of client.scanStream({ match: `${prefix}:*`, count: 1_000 })) {
        if ((keys as string[]).length > 0) await client.del(...(keys as string[]));
      }
      client.disconnect();
    },
  };
}

/** Starts a Redis on a free port with its data in a folder of its own. */
export async function ownRedis(): Promise<OwnRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'sr-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    child = spawn(
      SERVER,
      [
        ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
        // Each command on disk before it is answered: what was accepted survives a crash.
        ...['--appendonly', 'yes', '--appendfsync', 'always'],
      ],
      { stdio: 'ignore' },
    );
    await answers(url);
  };
  const kill = async (): Promise<void> => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    url,
    prefix: newPrefix(),
    start,
    kill,
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const newPrefix = (): string => `test-${randomBytes(6).toString('hex')}`;

async function answers(url: string): Promise<void> {
  const end = Date.now() + 10_000;
  for (;;) {
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.ping();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(50);
    } finally {
      client.disconnect();
    }
  }
}
