import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql, testProduct, type TestProduct } from '../../../../test/support/database';
import { openJobProcess, settings, until, type JobProcess } from '../../../../test/support/jobs';
import { hasRedis, itOnRedis, testRedis, type TestRedis } from '../../../../test/support/redis';
import { GiveUp, type JobCounts } from './job';
import { connectTo, type QueueStore } from './queue-store';

const DAY_MS = 86_400_000;

let product: TestProduct;
let redis: TestRedis | undefined;
const processes: JobProcess[] = [];

beforeAll(async () => {
  product = await testProduct();
  if (hasRedis) redis = await testRedis();
});
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
] as const)('jobs on %s', (kind, it) => {
  const store = (): QueueStore =>
    kind === 'Redis'
      ? { kind: 'REDIS', url: redis?.url ?? '', prefix: redis?.prefix ?? '' }
      : { kind: 'POSTGRES', url: product.applicationUrl };

  async function open(): Promise<JobProcess> {
    const process = await openJobProcess(product.applicationUrl, store());
    processes.push(process);
    return process;
  }

  /** A name that no other test has, so that tests on one store do not meet. */
  const newName = (): string =>
    `test.${randomUUID().replace(/[^a-f]/g, '')}${kind.toLowerCase().replace(/[^a-z]/g, '')}`;

  const countsOf = async ({ board }: JobProcess, name: string): Promise<JobCounts | undefined> =>
    (await board.counts()).find((counts) => counts.name === name);

  it('a job is done with its payload, and done once however often it is added', async () => {
    const process = await open();
    const name = newName();
    const done: unknown[] = [];
    process.registry.handle(name, settings(), async (payload, job) => void done.push({ payload, job }));
    await process.runner.start([]);
    for (let time = 0; time < 3; time += 1) await process.queues.add(name, { id: 'a', ids: ['b', 'c'] }, 'one');
    await until(
      () => countsOf(process, name),
      (counts) => counts?.completed === 1,
    );
    await process.queues.add(name, { id: 'a', ids: ['b', 'c'] }, 'one');
    await process.queues.add(name, { id: 'z' }, 'two');
    await until(
      () => countsOf(process, name),
      (counts) => counts?.completed === 2,
    );
    expect(done).toEqual([
      { payload: { id: 'a', ids: ['b', 'c'] }, job: { id: 'one', attempt: 1, last: false } },
      { payload: { id: 'z' }, job: { id: 'two', attempt: 1, last: false } },
    ]);
  });

  it('what fails is tried again, later each time, and is a dead letter in the end', async () => {
    const process = await open();
    const name = newName();
    const tries: { at: number; attempt: number; last: boolean }[] = [];
    const waits = { delayMs: 200, mostMs: 300 };
    process.registry.handle(name, settings({ attempts: 4, backoff: waits }), async (_payload, { attempt, last }) => {
      tries.push({ at: Date.now(), attempt, last });
      throw new Error('mail to jan@example.nl failed \u0000');
    });
    await process.runner.start([]);
    await process.queues.add(name, { id: 'x\u0000y' }, 'one');
    await until(
      () => countsOf(process, name),
      (counts) => counts?.failed === 1,
    );
    expect(tries.map(({ attempt, last }) => [attempt, last])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, true],
    ]);
    const waited = tries.slice(1).map(({ at }, index) => at - (tries[index]?.at ?? 0));
    // 200, then 400 but at most 300.
    expect(waited[0]).toBeGreaterThanOrEqual(195);
    for (const ms of waited.slice(1)) expect(ms).toBeGreaterThanOrEqual(295);
    expect(Math.max(...waited)).toBeLessThan(2_000);
    const { total, jobs } = await process.board.failed({ name, skip: 0, take: 10 });
    expect(total).toBe(1);
    expect(jobs).toEqual([
      {
        name,
        id: 'one',
        reason: 'mail to (address) failed ',
        attempts: 4,
        failedAt: expect.any(Date),
        payload: { id: 'xy' },
      },
    ]);
  });

  it('a handler that gives up makes a dead letter at once; an operator has it tried again, as often as a new one', async () => {
    const process = await open();
    const name = newName();
    const attempts: number[] = [];
    let mended = false;
    process.registry.handle(name, settings({ attempts: 2 }), async (_payload, { attempt }) => {
      attempts.push(attempt);
      if (!mended) throw attempts.length === 1 ? new GiveUp('no such address') : new Error('not yet');
    });
    await process.runner.start([]);
    await process.queues.add(name, {}, 'one');
    await until(
      () => countsOf(process, name),
      (counts) => counts?.failed === 1,
    );
    expect(attempts).toEqual([1]);

    // Another process, which handles nothing, as the API.
    const board = await open();
    expect(await board.board.retry(name, 'two')).toBe(false);
    expect(await board.board.retry('test.unknown', 'one')).toBe(false);
    expect(await board.board.retry(name, 'one')).toBe(true);
    await until(
      () => attempts.length,
      (count) => count === 3,
    );
    await until(
      () => countsOf(board, name),
      (counts) => counts?.failed === 1,
    );
    expect(attempts).toEqual([1, 1, 2]);

    mended = true;
    expect(await board.board.retryAll(name)).toBe(1);
    await until(
      () => countsOf(board, name),
      (counts) => counts?.completed === 1,
    );
    expect(await board.board.retry(name, 'one')).toBe(false);
    expect(await board.board.failed({ name, skip: 0, take: 10 })).toEqual({ total: 0, jobs: [] });
  });

  it('dead letters are paged, the newest first, over all names', async () => {
    const process = await open();
    const names = [newName(), newName()];
    for (const name of names) {
      process.registry.handle(name, settings({ attempts: 1, concurrency: 1 }), async () => {
        throw new GiveUp('no');
      });
    }
    await process.runner.start([]);
    for (const id of ['1', '2', '3', '4']) {
      const name = names[Number(id) % 2] ?? '';
      await process.queues.add(name, {}, `job-${id}`);
      await until(
        () => process.board.failed({ name, skip: 0, take: 9 }),
        ({ jobs }) => jobs.some((job) => job.id === `job-${id}`),
      );
      await sleep(5);
    }
    const all = await process.board.failed({ skip: 0, take: 1_000 });
    const ours = all.jobs.filter(({ name }) => names.includes(name)).map(({ id }) => id);
    expect(ours).toEqual(['job-4', 'job-3', 'job-2', 'job-1']);
    const second = await process.board.failed({ skip: 1, take: 2 });
    expect(second).toEqual({ total: all.total, jobs: all.jobs.slice(1, 3) });
  });

  it('no more jobs begin in a stretch of time than its rate, and no more run at once than its concurrency', async () => {
    const process = await open();
    const [slow, wide] = [newName(), newName()];
    const begun: number[] = [];
    let most = 0;
    let now = 0;
    process.registry.handle(slow, settings({ concurrency: 5, rate: { max: 2, perMs: 500 } }), async () => {
      begun.push(Date.now());
    });
    process.registry.handle(wide, settings({ concurrency: 3 }), async () => {
      most = Math.max(most, (now += 1));
      await sleep(100);
      now -= 1;
    });
    await process.runner.start([]);
    const jobs = Array.from({ length: 6 }, (_each, index) => ({ id: `job-${index}`, payload: {} }));
    await Promise.all([process.queues.addMany(slow, jobs), process.queues.addMany(wide, jobs)]);
    await until(
      () => begun.length,
      (count) => count === 6,
    );
    await until(
      () => countsOf(process, wide),
      (counts) => counts?.completed === 6,
    );
    expect(most).toBe(3);
    begun.sort((a, b) => a - b);
    // The third and the fifth wait for the next stretch.
    expect((begun[5] ?? 0) - (begun[0] ?? 0)).toBeGreaterThanOrEqual(900);
  });

  it('two workers share a queue: each job is done once, and both do some', async () => {
    const name = newName();
    const done: string[] = [];
    const byWhom = [0, 0];
    const two = [await open(), await open()];
    two.forEach((process, who) =>
      process.registry.handle(name, settings({ concurrency: 4 }), async (_payload, { id }) => {
        done.push(id);
        byWhom[who] = (byWhom[who] ?? 0) + 1;
        await sleep(5);
      }),
    );
    await Promise.all(two.map(({ runner }) => runner.start([])));
    const jobs = Array.from({ length: 300 }, (_each, index) => ({ id: `job-${index}`, payload: {} }));
    await Promise.all(two.map(({ queues }) => queues.addMany(name, jobs)));
    await until(
      () => done.length,
      (count) => count >= 300,
    );
    await sleep(200);
    expect([...done].sort()).toEqual(jobs.map(({ id }) => id).sort());
    expect(Math.min(...byWhom)).toBeGreaterThan(0);
  });

  it('a stop waits for the job that is being done, and takes no other', async () => {
    const process = await open();
    const name = newName();
    const done: string[] = [];
    process.registry.handle(name, settings({ concurrency: 1 }), async (_payload, { id }) => {
      await sleep(1_500);
      done.push(id);
    });
    await process.runner.start([]);
    await process.queues.add(name, {}, 'one');
    await until(
      () => countsOf(process, name),
      (counts) => counts?.active === 1,
    );
    await process.queues.add(name, {}, 'two');
    await process.runner.stop();
    expect(done).toEqual(['one']);
    expect(await countsOf(process, name)).toMatchObject({ waiting: 1, active: 0, completed: 1 });
  });

  it('a stop does not wait for ever for a job that does not end', async () => {
    const process = await open();
    const name = newName();
    let release = (): void => undefined;
    process.registry.handle(name, settings(), () => new Promise((resolve) => (release = resolve)));
    await process.runner.start([]);
    await process.queues.add(name, {}, 'one');
    await until(
      () => countsOf(process, name),
      (counts) => counts?.active === 1,
    );
    const begin = Date.now();
    await process.runner.stop();
    expect(Date.now() - begin).toBeLessThan(5_000);
    release();
  });

  it('a daily job is added once a day by the clock of the product, also when its time went by unseen', async () => {
    const name = newName();
    const days: unknown[] = [];
    const begin = async (): Promise<JobProcess> => {
      const process = await open();
      process.registry.handle(name, settings(), async (payload) => void days.push(payload));
      process.registry.daily(name, '12:00');
      return process;
    };
    // The clock stands at noon, in winter at 12:00 in Amsterdam.
    const [first, second] = [await begin(), await begin()];
    await Promise.all([first.runner.start([]), second.runner.start([])]);
    await until(
      () => countsOf(first, name),
      (counts) => counts?.completed === 1,
    );
    await Promise.all([first.runner.catchUp(), second.runner.catchUp()]);
    first.clock.set('2026-11-24');
    await first.runner.catchUp();
    await until(
      () => countsOf(first, name),
      (counts) => counts?.completed === 2,
    );
    expect(days).toEqual([{ day: '2026-11-23' }, { day: '2026-11-24' }]);

    const late = await begin();
    late.clock.set('2026-11-24');
    late.registry.handle(`${name}-later`, settings(), async (payload) => void days.push(payload));
    late.registry.daily(`${name}-later`, '13:00');
    await late.runner.start([]);
    await sleep(200);
    expect(days).toHaveLength(2);
  });

  it('a day on which the clock only seemed to be has its daily job when it comes, and so has the day it came back to', async () => {
    const process = await open();
    const name = newName();
    const days: unknown[] = [];
    process.registry.handle(name, settings(), async ({ day }) => void days.push(day));
    process.registry.daily(name, '12:00');
    await process.runner.start([]);
    const lives = async (expected: readonly string[]): Promise<void> => {
      await until(
        () => days.length,
        (count) => count >= expected.length,
      );
      await Promise.all([process.runner.catchUp(), process.runner.catchUp()]);
      await until(
        () => countsOf(process, name),
        (counts) => counts?.waiting === 0 && counts.active === 0,
      );
      expect(days).toEqual(expected);
    };
    await lives(['2026-11-23']);

    // Somebody sets the clock of the machine a day ahead, and BullMQ puts its looks down by that.
    const now = Date.now.bind(Date);
    const ahead = jest.spyOn(Date, 'now').mockImplementation(() => now() + 26 * 3_600_000);
    process.clock.set('2026-11-24');
    await lives(['2026-11-23', '2026-11-24']);
    // And back.
    ahead.mockRestore();
    process.clock.set('2026-11-23');
    await lives(['2026-11-23', '2026-11-24', '2026-11-23']);
    const connections = connectTo(await process.queues.place());
    const queue = connections.queue('platform.start-daily-jobs');
    const looks = await queue.getJobSchedulers();
    await queue.close();
    await connections.close();
    expect(looks.filter(({ next = 0 }) => next > Date.now() + 25 * 3_600_000)).toEqual([]);
    expect(looks).toHaveLength(2);

    process.clock.set('2026-11-24');
    await process.runner.catchUp();
    await lives(['2026-11-23', '2026-11-24', '2026-11-23', '2026-11-24']);
  });

  it('four workers that start at once leave one schedule for each time, and what is no longer daily goes', async () => {
    const look = 'platform.start-daily-jobs';
    const names = [newName(), newName()];
    const processes = await Promise.all(Array.from({ length: 4 }, () => open()));
    for (const { registry } of processes) {
      for (const [index, name] of names.entries()) {
        registry.handle(name, settings(), async () => undefined);
        registry.daily(name, index === 0 ? '23:58' : '23:59');
      }
    }
    await Promise.all(processes.map(({ runner }) => runner.start([])));
    expect(await countsOf(processes[0] as JobProcess, look)).toMatchObject({ delayed: 3, failed: 0 });
    for (const { runner } of processes) await runner.stop();

    const next = await open();
    next.registry.handle(names[0] ?? '', settings(), async () => undefined);
    next.registry.daily(names[0] ?? '', '23:58');
    await next.runner.start([]);
    expect(await countsOf(next, look)).toMatchObject({ delayed: 2 });
  });

  it('a worker whose events and jobs do not fit does not start', async () => {
    const process = await open();
    process.registry.onEvent('test.happened', 'test.unhandled');
    await expect(process.runner.start([])).rejects.toThrow(
      'event test.happened: no library tells it\njob test.unhandled: has no handler',
    );
  });

  it('keeps what is done for two days, and no more events than it says', async () => {
    const process = await open();
    const name = newName();
    process.registry.handle(name, settings({ concurrency: 10 }), async () => undefined);
    await process.runner.start([]);
    const jobs = Array.from({ length: 900 }, (_each, index) => ({ id: `job-${index}`, payload: {} }));
    await process.queues.addMany(name, jobs);
    const done = (count: number) =>
      until(
        () => countsOf(process, name),
        (counts) => counts?.completed === count && counts.waiting === 0 && counts.active === 0,
        60_000,
      );
    await done(900);
    const now = Date.now.bind(Date);
    const later = jest.spyOn(Date, 'now').mockImplementation(() => now() + 2 * DAY_MS + 60_000);
    try {
      await process.queues.add(name, {}, 'two-days-later');
      await done(1);
    } finally {
      later.mockRestore();
    }
    if (kind === 'Redis') return;
    const [events] = await sql<{ count: number }>(
      product.adminUrl,
      'select count(*)::int as count from bullmq.event where queue = $1',
      [name],
    );
    expect(events?.count).toBeLessThan(1_000);
  }, 90_000);
});

describe('two databases on one Redis', () => {
  const on = async (databaseUrl: string): Promise<JobProcess> => {
    const process = await openJobProcess(databaseUrl, {
      kind: 'REDIS',
      url: redis?.url ?? '',
      prefix: redis?.prefix ?? '',
    });
    processes.push(process);
    return process;
  };

  itOnRedis('have jobs of their own, also under the same ids; processes on one database share them', async () => {
    const other = await testProduct();
    try {
      const done: string[] = [];
      const [one, beside, elsewhere] = [
        await on(product.applicationUrl),
        await on(product.applicationUrl),
        await on(other.applicationUrl),
      ];
      const all = { one, beside, elsewhere };
      for (const [who, { registry }] of Object.entries(all)) {
        registry.handle('test.mail', settings(), async ({ to }) => void done.push(`${who} ${String(to)}`));
      }
      // All of them at once, so that each is the first to ask whose queues these are.
      await Promise.all(Object.values(all).map(({ runner }) => runner.start([])));
      await beside.runner.stop();
      for (const id of ['evt-1', 'evt-2', 'evt-3']) {
        await beside.queues.add('test.mail', { to: `a ${id}` }, id);
        await elsewhere.queues.add('test.mail', { to: `b ${id}` }, id);
      }
      await until(
        () => done.length,
        (count) => count >= 6,
      );
      expect(done.sort()).toEqual([
        ...['elsewhere b evt-1', 'elsewhere b evt-2', 'elsewhere b evt-3'],
        ...['one a evt-1', 'one a evt-2', 'one a evt-3'],
      ]);
      const places = await Promise.all(Object.values(all).map(({ queues }) => queues.place()));
      expect(places[0]).toEqual(places[1]);
      expect(places[0]?.prefix).not.toBe(places[2]?.prefix);
    } finally {
      for (const process of processes.splice(0)) await process.close();
      await other.close();
    }
  });

  itOnRedis('a database that takes the place of another begins with empty queues', async () => {
    const before = await on(product.applicationUrl);
    before.registry.handle('test.replaced', settings({ attempts: 1 }), async () => undefined);
    await before.queues.add('test.replaced', {}, 'evt-1');
    // What tells that it is another database.
    await sql(product.ownerUrl, `delete from platform.property where name = 'id'`);
    const after = await on(product.applicationUrl);
    expect((await after.board.counts()).filter(({ waiting }) => waiting > 0)).toEqual([]);
  });
});
