import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { QueueStore } from '@sr/platform';

/** A kind of store for queues, with a place of its own in it for each database that is made. */
export interface Stores {
  readonly name: 'PostgreSQL' | 'Redis';
  /** The store that goes with the database at `url`. */
  of(url: string): QueueStore;
  close(): Promise<void>;
}

export const onPostgres: Stores = {
  name: 'PostgreSQL',
  of: (url) => ({ kind: 'POSTGRES', url }),
  close: () => Promise.resolve(),
};

/** A Redis of the benchmark's own, that writes what it is given to disk each second; null when there is none here. */
export async function onRedis(): Promise<Stores | null> {
  const folder = mkdtempSync(join(tmpdir(), 'sr-bench-redis-'));
  const port = await freePort();
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes'];
  const child = spawn('redis-server', settings, { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  const url = `redis://127.0.0.1:${port}`;
  const close = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', () => child.kill('SIGKILL'));
  if (!(await answers(url, ended))) {
    await close();
    return null;
  }
  return {
    name: 'Redis',
    of: (database) => ({ kind: 'REDIS', url, prefix: new URL(database).pathname.slice(1) }),
    close,
  };
}

async function answers(url: string, ended: Promise<unknown>): Promise<boolean> {
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  const late = new Promise((resolve) => setTimeout(resolve, 10_000, null).unref());
  const answer = await Promise.race([client.ping(), ended.then(() => null), late]);
  client.disconnect();
  return answer === 'PONG';
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
