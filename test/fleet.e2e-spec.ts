import { setTimeout as sleep } from 'node:timers/promises';
import { EVERYTHING, THE_PRODUCT, type Actor } from '@sr/kernel';
import { writeProperty } from '@sr/platform';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { withProduct } from '../apps/standalone/src/product/product';
import { sql } from './support/database';
import { Fleet } from './support/fleet';
import { hasOwnRedis, itOnOwnRedis } from './support/redis';

const HOST: Actor = { id: 'test-host', name: 'Gastheer', scope: EVERYTHING };
const WORKERS = ['worker-1', 'worker-2'];
const APIS = ['api-1', 'api-2'];

/** An event that a worker listens to; what it names is not there, so that the work on it is short. */
const EVENT = 'contracts.obligation-established';
const JOB = 'monitoring.refresh-signals';

/** Slow is not wrong: other tests may have the machine. */
const PATIENCE_MS = 60_000;

describe('the set of processes of docker-compose.yml', () => {
  let fleet: Fleet;
  let databaseUrl: string;
  let ownerUrl: string;
  let personId: string;
  let redis: Redis;
  let queue: Queue;

  beforeAll(async () => {
    if (!hasOwnRedis) return;
    fleet = await Fleet.prepare({ DEMO: 'on' }, process.env['FLEET_PRODUCT']);
    const { DATABASE_URL = '', DATABASE_OWNER_URL = '' } = fleet.environment('migrate');
    databaseUrl = DATABASE_URL;
    ownerUrl = DATABASE_OWNER_URL;
  });
  afterAll(async () => {
    await queue?.close();
    redis?.disconnect();
    await fleet?.stop();
  });

  /** Tells events, as many as asked, and answers the ids that their jobs get. */
  async function tell(count: number): Promise<string[]> {
    const rows = await sql<{ id: string; at: string }>(
      ownerUrl,
      `insert into platform.outbox (type, payload, recorded_at)
       select $1, jsonb_build_object('contractId', gen_random_uuid()), now() from generate_series(1, $2)
       returning id, (extract(epoch from recorded_at) * 1000)::bigint as at`,
      [EVENT, count],
    );
    return rows.map(({ id, at }) => `evt-${id}-${at}-${JOB}`);
  }

  /** How the jobs of all events are, in Redis, and how often each was begun. */
  async function jobs(): Promise<Map<string, { state: string; begun: number }>> {
    const found = new Map<string, { state: string; begun: number }>();
    // In the order that a job goes through them, so that none is missed while it moves.
    for (const state of ['waiting', 'delayed', 'active', 'failed', 'completed'] as const) {
      for (const { id = '', attemptsStarted } of await queue.getJobs([state], 0, 10_000)) {
        found.set(id, { state, begun: attemptsStarted });
      }
    }
    return found;
  }

  /** Waits until each of these jobs is in one of these states; answers how they are. */
  async function allAre(ids: readonly string[], states: readonly string[]) {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const known = await jobs();
      const are = ids.map((id) => known.get(id) ?? { state: 'absent', begun: 0 });
      const others = are.filter(({ state }) => !states.includes(state));
      if (others.length === 0) return are;
      if (Date.now() > end) throw new Error(`${others.length} of ${ids.length} jobs are ${others[0]?.state}`);
      await sleep(100);
    }
  }

  /** Tells events, and waits until the work on them has begun; answers the ids of their jobs. */
  async function tellAndBegin(count: number): Promise<string[]> {
    const before = await queue.getCompletedCount();
    const ids = await tell(count);
    while ((await queue.getCompletedCount()) === before) await sleep(10);
    return ids;
  }

  const healthOf = async (names: readonly string[]) => Promise.all(names.map((name) => fleet.askHealth(name)));

  async function untilHealth(names: readonly string[], said: string): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const now = (await healthOf(names)).map((each) => each.said);
      if (now.every((each) => each.includes(said))) return;
      if (Date.now() > end) throw new Error(`they say ${now.join(' and ')}`);
      await sleep(200);
    }
  }

  itOnOwnRedis(
    'migrates an empty database by the roles of compose, and has nothing to do the second time',
    async () => {
      const first = await fleet.start('migrate');
      expect([await first.ended(), first.output()]).toEqual([
        0,
        expect.stringMatching(/^Migrations: Platform\d+, .*\nReference data: loaded\n$/),
      ]);
      const again = await fleet.start('migrate');
      expect([await again.ended(), again.output()]).toEqual([0, 'Migrations: none to run\nReference data: loaded\n']);
      const principals = await sql(ownerUrl, 'select from identity.principal');
      expect(principals.length).toBeGreaterThan(10);

      personId = await withProduct(databaseUrl, async (product) => {
        await product.db.write(THE_PRODUCT, (tx) => writeProperty(tx, 'demo', 'of a test'));
        const invitation = {
          name: 'Coördinator',
          email: 'c@example.nl',
          organisation: { kind: 'NETWORK' },
          roles: ['NETWORK_COORDINATOR'],
          categories: [],
        } as const;
        return (await product.people.invite(HOST, invitation, true)).id;
      });
    },
  );

  itOnOwnRedis('is healthy, by the health checks of the containers', async () => {
    await fleet.startAll();
    redis = new Redis(fleet.environment('worker-1')['REDIS_URL'] ?? '', { maxRetriesPerRequest: null });
    redis.on('error', () => undefined);
    const [database] = await sql<{ id: string }>(
      ownerUrl,
      `select value as id from platform.property where name = 'id'`,
    );
    queue = new Queue(JOB, { connection: redis, prefix: `social-return:${database?.id}` });
    queue.on('error', () => undefined);
    expect(await healthOf([...APIS, ...WORKERS])).toEqual(
      Array.from({ length: 4 }, () => ({ healthy: true, said: '200 {"status":"ok"}' })),
    );
  });

  itOnOwnRedis('a session that one API opened is known to the other, until one of them ends it', async () => {
    const [one = '', other = ''] = APIS.map((name) => `${fleet.addressOf(name)}/v1/session`);
    const opened = await fetch(one, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId }),
    });
    const { csrfToken } = (await opened.json()) as { csrfToken: string };
    const cookie = opened.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const me = async (address: string) => (await fetch(address, { headers: { cookie } })).status;
    expect([opened.status, await me(one), await me(other)]).toEqual([201, 200, 200]);
    const behind = `${fleet.balancer.address}/v1/session`;
    expect(await Promise.all(Array.from({ length: 6 }, () => me(behind)))).toEqual(
      Array.from({ length: 6 }, () => 200),
    );
    const closed = await fetch(other, { method: 'DELETE', headers: { cookie, 'x-csrf-token': csrfToken } });
    expect([closed.status, await me(one)]).toEqual([204, 401]);
  });

  itOnOwnRedis('an event is handled once, though two workers run', async () => {
    const ids = await tell(100);
    const done = await allAre(ids, ['completed']);
    expect(done.filter(({ begun }) => begun !== 1)).toEqual([]);
    const known = await jobs();
    expect([...known.keys()].filter((id) => id.startsWith('evt-')).sort()).toEqual([...ids].sort());
  });

  itOnOwnRedis('a worker that is killed leaves the work to the other', async () => {
    const ids = await tellAndBegin(200);
    expect(await fleet.end('worker-1', 'SIGKILL')).toBe('SIGKILL');
    // What it had just begun is its own until its lock ends, half a minute later; at most twenty at a time.
    const are = await allAre(ids, ['completed', 'active']);
    await sleep(500);
    expect(are.filter(({ state }) => state === 'active').length).toBeLessThanOrEqual(20);
    expect((await fleet.askHealth('worker-2')).healthy).toBe(true);
    const { said, healthy } = await fleet.askHealth('worker-1');
    expect([healthy, said]).toEqual([false, 'no answer: ECONNREFUSED']);
    await fleet.start('worker-1');
  });

  itOnOwnRedis('an API that is killed is not missed by who reads', async () => {
    const answers: number[] = [];
    let asking = true;
    const asker = (async () => {
      while (asking) answers.push((await fetch(`${fleet.balancer.address}/v1/health`)).status);
    })();
    await sleep(300);
    expect(await fleet.end('api-1', 'SIGKILL')).toBe('SIGKILL');
    await sleep(700);
    asking = false;
    await asker;
    expect(answers.length).toBeGreaterThan(20);
    expect(answers.filter((status) => status !== 200)).toEqual([]);
    await fleet.start('api-1');
  });

  itOnOwnRedis('without Redis the APIs serve, the workers say what is away, and no event is lost', async () => {
    await fleet.stopRedis();
    const ids = await tell(50);
    await untilHealth(WORKERS, '503 {"status":"unavailable","away":["queues"]}');
    expect(await healthOf(APIS)).toEqual(APIS.map(() => ({ healthy: true, said: '200 {"status":"ok"}' })));
    await fleet.startRedis();
    await untilHealth(WORKERS, '200 {"status":"ok"}');
    await allAre(ids, ['completed']);
  });

  itOnOwnRedis('stops at a termination in the middle of work, and goes on with it at the next start', async () => {
    const ids = await tellAndBegin(1_000);
    const ended = await Promise.all([...APIS, ...WORKERS].map((name) => fleet.end(name, 'SIGTERM')));
    expect(ended).toEqual([143, 143, 143, 143]);
    const left = await jobs();
    const of = (state: string): number => ids.filter((id) => left.get(id)?.state === state).length;
    // Something was still to be done, and nothing was left half done.
    expect(of('completed')).toBeLessThan(ids.length);
    expect(of('active')).toBe(0);
    await fleet.start('worker-2');
    const done = await allAre(ids, ['completed']);
    expect(done.filter(({ begun }) => begun !== 1)).toEqual([]);
    expect(await fleet.end('worker-2', 'SIGTERM')).toBe(143);
  });
});
