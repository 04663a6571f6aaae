import { randomUUID } from 'node:crypto';
import { EVERYTHING, type Actor } from '@sr/kernel';
import { Client } from 'pg';
import { sql, testProduct, type TestProduct } from '../../../../test/support/database';
import { openJobProcess, settings, until, type JobProcess } from '../../../../test/support/jobs';
import { hasRedis, itOnRedis, testRedis, type TestRedis } from '../../../../test/support/redis';
import type { QueueStore } from '../jobs/queue-store';
import { appendEvent, appendEvents } from './outbox';

const SOMEBODY: Actor = { id: 'test', name: 'Test', scope: EVERYTHING };
const AT = new Date('2026-11-23T11:00:00Z');

let product: TestProduct;
let redis: TestRedis | undefined;
const processes: JobProcess[] = [];

beforeAll(async () => {
  product = await testProduct();
  if (hasRedis) redis = await testRedis();
});
beforeEach(() => sql(product.ownerUrl, 'delete from platform.outbox'));
afterEach(async () => {
  for (const process of processes.splice(0)) await process.close();
});
afterAll(async () => {
  await product.close();
  await redis?.stop();
});

describe.each([
  ['PostgreSQL', it],
  ['Redis', itOnRedis],
] as const)('the relay from the outbox to jobs on %s', (kind, it) => {
  const store = (): QueueStore =>
    kind === 'Redis'
      ? { kind: 'REDIS', url: redis?.url ?? '', prefix: redis?.prefix ?? '' }
      : { kind: 'POSTGRES', url: product.applicationUrl };

  /** A process that listens to `test.happened` with a job of the test's own, and knows of `test.unheard`. */
  async function listener(name: string, done: string[] = [], at: QueueStore = store()): Promise<JobProcess> {
    const process = await openJobProcess(product.applicationUrl, at);
    processes.push(process);
    process.registry.handle<{ ids: string[] }>(name, settings({ concurrency: 10 }), async ({ ids }) => {
      done.push(...ids);
    });
    process.registry.onEvent('test.happened', name);
    process.registry.noListener('test.unheard');
    return process;
  }

  const newName = (): string => `test.listen-${randomUUID().replace(/[^a-f]/g, '')}`;
  const happened = (...ids: string[]): Promise<void> =>
    product.db.write(SOMEBODY, (tx) =>
      appendEvent<'test.happened'>(tx, AT, { type: 'test.happened', payload: { ids } }),
    );
  const jobsIn = async ({ board }: JobProcess, name: string): Promise<number> =>
    (await board.counts()).filter((counts) => counts.name === name).reduce((sum, { waiting }) => sum + waiting, 0);
  const waiting = async (): Promise<number> =>
    (await sql(product.ownerUrl, 'select id from platform.outbox where relayed_at is null')).length;

  it('what is committed becomes a job with the ids of the event, and what is taken back does not', async () => {
    const done: string[] = [];
    const name = newName();
    const process = await listener(name, done);
    await process.runner.start(['test.happened', 'test.unheard']);
    await happened('a', 'b');
    await product.db.rehearse(SOMEBODY, (tx) =>
      appendEvent<'test.happened'>(tx, AT, { type: 'test.happened', payload: { ids: ['never'] } }),
    );
    await happened('c');
    await until(
      () => done,
      (ids) => ids.length === 3,
    );
    expect(done.sort()).toEqual(['a', 'b', 'c']);
    await until(waiting, (count) => count === 0);
    expect(await process.board.outbox()).toEqual({ waiting: 0, since: null });
  });

  it('an event that nobody listens to is done with; one of a type that this process does not know waits', async () => {
    const process = await listener(newName());
    await product.db.write(SOMEBODY, async (tx) => {
      await appendEvent<'test.unheard'>(tx, AT, { type: 'test.unheard', payload: {} });
      await appendEvent<'test.newer'>(tx, AT, { type: 'test.newer', payload: {} });
    });
    expect(await process.relay.drain()).toBe(1);
    expect(await process.board.outbox()).toEqual({ waiting: 1, since: AT });
  });

  it('one that is committed after a later one is not lost', async () => {
    const name = newName();
    const process = await listener(name);
    const slow = new Client({ connectionString: product.applicationUrl });
    await slow.connect();
    await slow.query('begin');
    await slow.query(
      `insert into platform.outbox (type, payload, recorded_at) values ('test.happened', '{"ids": ["early"]}', now())`,
    );
    await happened('late');
    expect(await process.relay.drain()).toBe(1);
    await slow.query('commit');
    await slow.end();
    expect(await process.relay.drain()).toBe(1);
    expect(await jobsIn(process, name)).toBe(2);
  });

  it('two relays at once on thousands of events: a job for each, and no more', async () => {
    const name = newName();
    const two = [await listener(name), await listener(name)];
    const payloads = Array.from({ length: 2_300 }, (_each, index) => ({ ids: [String(index)] }));
    await product.db.write(SOMEBODY, (tx) => appendEvents<'test.happened'>(tx, AT, 'test.happened', payloads));
    for (const { relay } of two) relay.start();
    const drained = await Promise.all(two.map(({ relay }) => relay.drain()));
    await until(waiting, (count) => count === 0);
    expect(drained.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(2_300);
    expect(await jobsIn(two[0] as JobProcess, name)).toBe(2_300);
  });

  it('who dies between adding the jobs and marking the events has them relayed again: the same jobs', async () => {
    const name = newName();
    const process = await listener(name);
    const payloads = Array.from({ length: 20 }, (_each, index) => ({ ids: [String(index)] }));
    await product.db.write(SOMEBODY, (tx) => appendEvents<'test.happened'>(tx, AT, 'test.happened', payloads));
    const add = process.queues.addMany.bind(process.queues);
    const cut = jest.spyOn(process.queues, 'addMany').mockImplementation(async (...jobs) => {
      await add(...jobs);
      throw new Error('killed');
    });
    await expect(process.relay.drain()).rejects.toThrow('killed');
    cut.mockRestore();
    expect(await waiting()).toBe(20);
    expect(await jobsIn(process, name)).toBe(20);
    const next = await listener(name);
    expect(await next.relay.drain()).toBe(20);
    expect(await jobsIn(next, name)).toBe(20);
  });

  it('an event of a database that was put back, and gives its number once more, is another event', async () => {
    const name = newName();
    const done: string[] = [];
    const process = await listener(name, done);
    await process.runner.start(['test.happened', 'test.unheard']);
    const tell = (what: string, second: number) =>
      sql(
        product.ownerUrl,
        `insert into platform.outbox (id, type, payload, recorded_at) overriding system value
         values (900001, 'test.happened', jsonb_build_object('ids', jsonb_build_array($1::text)), $2)`,
        [what, new Date(AT.getTime() + second * 1_000)],
      );
    await tell('before', 0);
    await until(
      () => done,
      (ids) => ids.length === 1,
    );
    await sql(product.ownerUrl, 'delete from platform.outbox');
    await tell('after', 1);
    await until(
      () => done,
      (ids) => ids.length === 2,
    );
    expect(done).toEqual(['before', 'after']);
  });

  it('waits for a database whose connections are cut, and goes on', async () => {
    const name = newName();
    const done: string[] = [];
    const process = await listener(name, done);
    await process.runner.start(['test.happened', 'test.unheard']);
    await happened('before');
    await until(
      () => done,
      (ids) => ids.length === 1,
    );
    await sql(
      product.adminUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name in ('social-return-lock', 'social-return-jobs')`,
    );
    await happened('after');
    await until(
      () => done,
      (ids) => ids.includes('after'),
    );
    // Whose end could not be written down because of the cut is done again: at least once.
    expect([...new Set(done)]).toEqual(['before', 'after']);
  });

  it('a store that is away keeps events waiting, and the board says so within seconds', async () => {
    if (kind === 'PostgreSQL') return;
    const name = newName();
    const process = await listener(name, [], { kind: 'REDIS', url: 'redis://127.0.0.1:1' });
    await happened('a');
    process.relay.start();
    await expect(process.board.failed({ name, skip: 0, take: 1 })).rejects.toMatchObject({
      category: 'unavailable',
      violations: [{ code: 'queue.unavailable' }],
    });
    expect(await process.board.outbox()).toEqual({ waiting: 1, since: AT });
  });

  it('old events go, when they were relayed long ago', async () => {
    const process = await listener(newName());
    for (const id of ['old', 'new', 'waits']) await happened(id);
    await sql(
      product.ownerUrl,
      `update platform.outbox set relayed_at = now() - case payload #>> '{ids,0}' when 'old' then interval '31 days'
         else interval '29 days' end where payload #>> '{ids,0}' <> 'waits'`,
    );
    await process.relay.drain();
    const kept = await sql(product.ownerUrl, `select payload #>> '{ids,0}' as id from platform.outbox order by id`);
    expect(kept).toEqual([{ id: 'new' }, { id: 'waits' }]);
  });
});
