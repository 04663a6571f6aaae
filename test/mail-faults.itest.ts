import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { EVERYTHING, type Actor } from '@sr/kernel';
import { MailCatcher, type QueueStore } from '@sr/platform';
import { Client } from 'pg';
import { MailsService } from '../libs/monitoring/src/digests/mails.service';
import { SweepService } from '../libs/monitoring/src/reminders/sweep.service';
import { sql, testProduct, type TestProduct } from './support/database';
import { Given } from './support/given';
import { until } from './support/jobs';
import type { MailProcessOrder } from './support/mail-process';
import { openMailRoom, type MailRoom } from './support/mail-room';
import { hasRedis, itOnRedis, testRedis, type TestRedis } from './support/redis';

// A worker process takes seconds to start on a busy machine, and as long again to be missed.
jest.setTimeout(120_000);

const SUPPORT = join(__dirname, 'support');
const HOST: Actor = { id: 'host', name: 'Gastheer', scope: EVERYTHING };
const [MONDAY, TUESDAY] = ['2026-11-23', '2026-11-24'] as const;

let redis: TestRedis | undefined;
let product: TestProduct;
let catcher: MailCatcher;
const closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  if (hasRedis) redis = await testRedis();
});
beforeEach(async () => {
  product = await testProduct();
  closers.push(() => product.close());
  catcher = new MailCatcher();
  await catcher.start();
  closers.push(() => catcher.close());
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
afterAll(() => redis?.stop());

/** A supplier that has reports to open, with so many coordinators. */
async function supplier(coordinators: number): Promise<void> {
  const given = new Given(product, '90001354');
  product.clock.set('2026-01-05');
  await given.plan([await given.contract(1_000_000, { startsOn: '2026-01-01', endsOn: '2027-12-31' })]);
  const organisation = { kind: 'SUPPLIER_GROUP', supplierGroupId: await given.supplierGroup() } as const;
  for (let i = 0; i < coordinators; i += 1) {
    await product.people.invite(HOST, {
      ...{ name: `Sam ${i}`, email: `sam.${i}@bezem.example.nl`, organisation },
      ...{ roles: ['SUPPLIER_COORDINATOR'], categories: [] },
    });
  }
}

async function openRoom(queue: QueueStore | undefined, more: { readonly idle?: boolean } = {}): Promise<MailRoom> {
  const store = queue ? { queue } : {};
  const room = await openMailRoom(product.applicationUrl, { smtpUrl: catcher.url, today: MONDAY, ...store, ...more });
  closers.push(() => room.close());
  return room;
}

/** Starts a worker in a process of its own, which does the sweep of the day and sends its mails. */
function launch(queue?: QueueStore): ChildProcess {
  const order: MailProcessOrder = {
    ...{ databaseUrl: product.applicationUrl, smtpUrl: catcher.url, today: MONDAY },
    ...(queue ? { queue } : {}),
  };
  const child = spawn(
    process.execPath,
    ['-r', join(SUPPORT, 'run-ts.cjs'), join(SUPPORT, 'mail-process.ts'), JSON.stringify(order)],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { PATH: process.env['PATH'] } },
  );
  closers.push(() => kill(child));
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** Waits until a worker was killed; one that ended by itself is a fault. */
const killed = (child: ChildProcess): Promise<unknown> =>
  until(
    () => {
      if (child.exitCode !== null) throw new Error(`the worker ended by itself with ${child.exitCode}`);
      return child.signalCode;
    },
    (signal) => signal !== null,
    60_000,
  );
const digests = () =>
  sql<{ person: string; day: string; state: string }>(
    product.adminUrl,
    `select p.email as person, d.day::text, d.state from monitoring.digest d
     join identity.person p on p.id = d.person_id where p.email like 'sam.%' order by d.day, p.email`,
  );
const states = async (): Promise<string[]> => (await digests()).map(({ day, state }) => `${day} ${state}`);
/** The other worker comes to the jobs of the one that died. */
const ended = () =>
  until(
    digests,
    (rows) => rows.length > 0 && rows.every(({ state }) => !['QUEUED', 'SENDING'].includes(state)),
    60_000,
  );

async function sweep(room: MailRoom, day: string): Promise<void> {
  room.clock.set(day);
  await room.get(SweepService).run();
  await room.finished();
}

describe.each([
  ['PostgreSQL', it],
  ['Redis', itOnRedis],
] as const)('a worker is killed, with its jobs on %s', (kind, it) => {
  let store: QueueStore | undefined;
  beforeEach(() => {
    const prefix = `${redis?.prefix ?? ''}:${randomBytes(4).toString('hex')}`;
    store = kind === 'Redis' ? { kind: 'REDIS', url: redis?.url ?? '', prefix } : undefined;
  });

  it('between sending a mail and writing that down: it is not sent again that day, and what it said comes the next', async () => {
    await supplier(1);
    const child = launch(store);
    // The server has it, and the worker dies before it hears so.
    catcher.onMail(() => {
      if (child.signalCode === null) child.kill('SIGKILL');
    });
    await killed(child);
    expect(catcher.mails).toHaveLength(1);
    expect(await states()).toEqual([`${MONDAY} SENDING`]);

    const room = await openRoom(store);
    await ended();
    await room.finished();
    await sweep(room, MONDAY);
    expect(await states()).toEqual([`${MONDAY} UNCERTAIN`]);
    expect(catcher.mails).toHaveLength(1);
    const { items } = await room.get(MailsService).troubled(undefined, { limit: 10, after: undefined });
    expect(items).toMatchObject([
      { personName: 'Sam 0', day: MONDAY, state: 'UNCERTAIN', reason: 'The process stopped while it was being sent.' },
    ]);

    await sweep(room, TUESDAY);
    expect(await states()).toEqual([`${MONDAY} UNCERTAIN`, `${TUESDAY} SENT`]);
    const [first, second] = catcher.mails.map(({ text }) => linksIn(text));
    expect(second).toEqual(first);
    expect(first?.length).toBeGreaterThan(0);
  });

  it('with a hundred mails to send: nobody gets two that day, and nobody goes without', async () => {
    await supplier(100);
    const child = launch(store);
    catcher.onMail(({ number }) => {
      if (number === 30) child.kill('SIGKILL');
    });
    await killed(child);
    const room = await openRoom(store);
    await ended();
    await room.finished();
    const receivers = catcher.mails.flatMap(({ to }) => to);
    expect(new Set(receivers).size).toBe(receivers.length);
    const rows = await digests();
    const uncertain = rows.filter(({ state }) => state === 'UNCERTAIN').map(({ person }) => person);
    const sent = rows.filter(({ state }) => state === 'SENT').map(({ person }) => person);
    expect([sent.length + uncertain.length, uncertain.length > 0]).toEqual([100, true]);
    expect(sent.filter((person) => !receivers.includes(person))).toEqual([]);

    catcher.clear();
    await sweep(room, TUESDAY);
    expect(catcher.mails.flatMap(({ to }) => to).sort()).toEqual([...uncertain].sort());
  });
});

describe('a worker is killed', () => {
  it('before it sends a mail: another sends it, once', async () => {
    await supplier(1);
    const idle = await openRoom(undefined, { idle: true });
    await idle.get(SweepService).run();
    const held = new Client({ connectionString: product.adminUrl });
    await held.connect();
    closers.push(() => held.end());
    await held.query('begin');
    await held.query('select from monitoring.digest for update');
    const child = launch();
    await until(
      () =>
        sql(
          product.adminUrl,
          `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database() and query like '%monitoring.digest%for update%'`,
        ),
      (waiting) => waiting.length > 0,
      60_000,
    );
    await kill(child);
    await held.query('rollback');
    expect(await states()).toEqual([`${MONDAY} QUEUED`]);
    expect(catcher.mails).toHaveLength(0);

    const room = await openRoom(undefined);
    await ended();
    await room.finished();
    expect(await states()).toEqual([`${MONDAY} SENT`]);
    expect(catcher.mails).toHaveLength(1);
  });

  it('after it wrote down that a mail was sent: it was', async () => {
    await supplier(1);
    const child = launch();
    await until(states, (found) => found[0] === `${MONDAY} SENT`, 60_000);
    await kill(child);
    const room = await openRoom(undefined);
    await sleepUntilMissed();
    await room.finished();
    await sweep(room, MONDAY);
    await sweep(room, TUESDAY);
    expect(await states()).toEqual([`${MONDAY} SENT`]);
    expect(catcher.mails).toHaveLength(1);
  });
});

/** As long as it takes before the jobs of a dead worker are done again. */
const sleepUntilMissed = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 4_000));

const linksIn = (text: string): string[] => [...new Set(text.match(/https:\S+\/werk\/\S+/g) ?? [])].sort();
