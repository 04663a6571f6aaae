import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { EVERYTHING, type Actor } from '@sr/kernel';
import { appendEvents, type JobCounts, type QueueStore } from '@sr/platform';
import {
  createProductDatabase,
  startEmbeddedPostgres,
  temporaryPostgres,
} from '../apps/standalone/src/postgres/embedded-postgres';
import { migrate } from '../config/migrate';
import { sql, testProduct, type TestProduct } from './support/database';
import type { JobProcessOrder } from './support/job-process';
import { openJobProcess, settings, until, type JobProcess } from './support/jobs';
import { hasOwnRedis, itOnOwnRedis, ownRedis, type OwnRedis } from './support/redis';

const SUPPORT = join(__dirname, 'support');
const SOMEBODY: Actor = { id: 'test', name: 'Test', scope: EVERYTHING };

let product: TestProduct;
let redis: OwnRedis | undefined;
const processes: JobProcess[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  product = await testProduct();
  if (hasOwnRedis) redis = await ownRedis();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const process of processes.splice(0)) await process.close();
});
afterAll(async () => {
  await product.close();
  await redis?.stop();
});

const newName = (): string => `test.survive-${randomUUID().replace(/[^a-f]/g, '')}`;

async function open(databaseUrl: string, store: QueueStore): Promise<JobProcess> {
  const process = await openJobProcess(databaseUrl, store);
  processes.push(process);
  return process;
}

const countsOf = async ({ board }: JobProcess, name: string): Promise<JobCounts | undefined> =>
  (await board.counts()).find((counts) => counts.name === name);

/** Starts a process of its own; `said` answers all that it wrote. */
function launch(order: JobProcessOrder): { child: ChildProcess; said: () => string } {
  const child = spawn(
    process.execPath,
    ['-r', join(SUPPORT, 'run-ts.cjs'), join(SUPPORT, 'job-process.ts'), JSON.stringify(order)],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env['PATH'] } },
  );
  children.push(child);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => (text += more));
  return { child, said: () => text };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

describe.each([
  ['PostgreSQL', it],
  ['Redis', itOnOwnRedis],
] as const)('a process dies, with jobs on %s', (kind, it) => {
  const store = (): QueueStore =>
    kind === 'Redis'
      ? { kind: 'REDIS', url: redis?.url ?? '', prefix: redis?.prefix ?? '' }
      : { kind: 'POSTGRES', url: product.applicationUrl };

  it('the worker, in the middle of a job: another does it again', async () => {
    const name = newName();
    const dying = launch({ databaseUrl: product.applicationUrl, store: store(), name, does: 'work' });
    await until(dying.said, (said) => said.includes('ready'), 40_000);

    const next = await open(product.applicationUrl, store());
    const done: unknown[] = [];
    next.registry.handle(name, settings(), async (_payload, job) => void done.push(job));
    await next.queues.add(name, {}, 'one');
    await until(dying.said, (said) => said.includes('began one 1'));
    await kill(dying.child);

    await next.runner.start([]);
    await until(
      () => done,
      (jobs) => jobs.length === 1,
    );
    // To die is not to fail: it is the first try still.
    expect(done).toEqual([{ id: 'one', attempt: 1, last: false }]);
    expect(await countsOf(next, name)).toMatchObject({ waiting: 0, failed: 0 });
  });

  it('the relay, with thousands of events to go: the next relays the rest, and there is one job for each', async () => {
    const name = newName();
    await sql(product.ownerUrl, 'delete from platform.outbox');
    const payloads = Array.from({ length: 6_000 }, (_each, index) => ({ id: String(index) }));
    await product.db.write(SOMEBODY, (tx) => appendEvents<'test.happened'>(tx, new Date(), 'test.happened', payloads));
    const waiting = async (): Promise<number> =>
      (await sql(product.ownerUrl, 'select from platform.outbox where relayed_at is null')).length;

    const dying = launch({ databaseUrl: product.applicationUrl, store: store(), name, does: 'relay' });
    await until(waiting, (count) => count < 6_000, 40_000);
    await kill(dying.child);
    expect(await waiting()).toBeGreaterThan(0);

    const next = await open(product.applicationUrl, store());
    next.registry.handle(name, settings(), async () => undefined);
    next.registry.onEvent('test.happened', name);
    await next.relay.drain();
    expect(await waiting()).toBe(0);
    expect(await countsOf(next, name)).toMatchObject({ waiting: 6_000 });
  });
});

describe('the store of the queues goes down with jobs in it, and comes back', () => {
  /** Adds jobs while no worker takes them, has the store go down and come back, and expects each to be done, once. */
  async function survives(databaseUrl: string, store: QueueStore, downAndUp: () => Promise<void>): Promise<void> {
    const name = newName();
    const done: string[] = [];
    let held = true;
    const process = await open(databaseUrl, store);
    process.registry.handle(name, settings({ concurrency: 1, attempts: 10 }), async (_payload, { id }) => {
      if (held) throw new Error('not yet');
      done.push(id);
    });
    await process.runner.start([]);
    const ids = Array.from({ length: 50 }, (_each, index) => `job-${index}`);
    await process.queues.addMany(
      name,
      ids.map((id) => ({ id, payload: {} })),
    );
    await downAndUp();
    held = false;
    await until(
      () => done.length,
      (count) => count >= 50,
      60_000,
    );
    // The same process takes new work, over its own connections.
    await until(
      () =>
        process.queues.add(name, {}, 'after').then(
          () => true,
          () => false,
        ),
      (added) => added,
    );
    await until(
      () => done.length,
      (count) => count >= 51,
    );
    expect([...new Set(done)].sort()).toEqual([...ids, 'after'].sort());
  }

  itOnOwnRedis(
    'Redis, killed',
    async () => {
      const own = await ownRedis();
      try {
        await survives(product.applicationUrl, { kind: 'REDIS', url: own.url, prefix: own.prefix }, async () => {
          await own.kill();
          await new Promise((resolve) => setTimeout(resolve, 1_500));
          await own.start();
        });
      } finally {
        for (const process of processes.splice(0)) await process.close();
        await own.stop();
      }
    },
    120_000,
  );

  it('PostgreSQL, killed', async () => {
    // Only for a folder that the account of the database can reach; the server in it gives way to one that can be killed.
    const place = await temporaryPostgres('sr-kill-');
    await place.stop();
    const folder = mkdtempSync(`${place.dataFolder}-again-`);
    let server = await startEmbeddedPostgres({ dataFolder: folder, durable: true });
    const door = await doorTo(() => server.port);
    try {
      const { ownerUrl, appUrl } = await createProductDatabase(server, 'product');
      await migrate(ownerUrl, appUrl);
      const url = new URL(appUrl);
      url.port = String(door.port);
      await survives(url.href, { kind: 'POSTGRES', url: url.href }, async () => {
        const [row] = await sql<{ pid: number }>(
          server.adminUrl('product'),
          `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`,
        );
        process.kill(row?.pid ?? 0, 'SIGKILL');
        door.cut();
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        server = await startEmbeddedPostgres({ dataFolder: folder, durable: true });
      });
    } finally {
      for (const process of processes.splice(0)) await process.close();
      await door.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 180_000);
});

/** A port that stays the same while the server behind it comes back on another. */
async function doorTo(port: () => number): Promise<{ port: number; cut(): void; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((inside) => {
    const outside = connect(port(), '127.0.0.1');
    for (const [from, to] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
