import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, EVERYTHING, addDays, type Actor } from '@sr/kernel';
import { Db, MoreThanOneLook } from '@sr/platform';
import { sql, testProduct, type TestProduct } from '../../../../test/support/database';
import { Given } from '../../../../test/support/given';
import { terminate } from '../../../../test/support/kill';
import { openMailRoom, type MailRoom } from '../../../../test/support/mail-room';
import { afterEachStatement } from '../../../../test/support/statements';
import { ReminderMaker } from './reminder-maker';
import { SignalsService } from '../sources/signals.service';
import { SweepService } from './sweep.service';

const HOST: Actor = { id: 'host', name: 'Gastheer', scope: EVERYTHING };
const [MONDAY, TUESDAY] = ['2026-11-23', '2026-11-24'] as const;
const KVK_NUMBERS = ['90001355', '90001356'] as const;
/** What a reminder is, whoever made it and when. */
const REMINDERS = `
  select r.subject, r.moment, r.step, r.due_on::text as "dueOn", p.name, t.stands_in_for as "standsInFor", t.open
  from monitoring.reminder r left join monitoring.recipient t on t.reminder_id = r.id
  left join identity.person p on p.id = t.person_id order by 1, 2, 3, 4, 5`;
/** What a crash can leave half of is what writes; a read more or less is no difference. */
const WRITES = /^\s*(insert|update|delete|with gone|with given|commit)/i;

let product: TestProduct;
let room: MailRoom;
let other: MailRoom;
let groups: string[];
/** What one sweep of Monday makes. */
let ofMonday: object[];

beforeAll(async () => {
  product = await testProduct();
  groups = [];
  for (const kvkNumber of KVK_NUMBERS) {
    const given = new Given(product, kvkNumber);
    product.clock.set('2026-01-05');
    const contract = { number: `C-${kvkNumber}`, startsOn: '2026-01-01', endsOn: '2027-12-31' };
    await given.plan([await given.contract(1_000_000, contract)]);
    groups.push(await given.supplierGroup());
  }
  const of = (supplierGroupId: string) => ({ kind: 'SUPPLIER_GROUP', supplierGroupId }) as const;
  await invite('Sam 0', of(groups[0] ?? ''), 'SUPPLIER_COORDINATOR');
  await invite('Sam 1', of(groups[1] ?? ''), 'SUPPLIER_COORDINATOR');
  await invite('Nora', { kind: 'NETWORK' }, 'NETWORK_COORDINATOR');
  await invite('Mia', { kind: 'PRINCIPAL', principalCode: 'IenW' }, 'CONTRACT_MANAGER');
  const nowhere = { smtpUrl: 'smtp://127.0.0.1:1', today: MONDAY, idle: true };
  room = await openMailRoom(product.applicationUrl, nowhere);
  other = await openMailRoom(product.applicationUrl, nowhere);
  await run(MONDAY);
  ofMonday = await reminders();
});
beforeEach(async () => {
  jest.restoreAllMocks();
  for (const each of [room, other]) each.clock.set(MONDAY);
  await sql(
    product.adminUrl,
    `truncate monitoring.recipient, monitoring.reminder, monitoring.digest, monitoring.sweep, platform.outbox`,
  );
});
afterAll(async () => {
  await room.close();
  await other.close();
  await product.close();
});

type Invitation = Parameters<TestProduct['people']['invite']>[1];
const invite = (
  name: string,
  organisation: Invitation['organisation'],
  role: Invitation['roles'][number],
): Promise<unknown> => {
  const email = `${name.replace(' ', '.').toLowerCase()}@example.nl`;
  return product.people.invite(HOST, { name, email, organisation, roles: [role], categories: [] });
};
const run = (day: string, by: MailRoom = room) => {
  by.clock.set(day);
  return by.get(SweepService).run();
};
/** From here on too much waits to look at several groups at once. */
const oneByOne = () => {
  const maker = room.get(ReminderMaker);
  const makeFor = maker.makeFor.bind(maker);
  return jest
    .spyOn(maker, 'makeFor')
    .mockImplementation((some, today) =>
      some.length > 1 ? Promise.reject(new MoreThanOneLook()) : makeFor(some, today),
    );
};
const reminders = () => sql<{ subject: string; name: string | null; open: boolean }>(product.adminUrl, REMINDERS);
const digests = () =>
  sql<{ name: string; day: string; state: string }>(
    product.adminUrl,
    `select p.name, d.day::text, d.state from monitoring.digest d join identity.person p on p.id = d.person_id order by 2, 1`,
  );
const sweeps = () =>
  sql<{ day: string; groups: number; done: number; isFinished: boolean }>(
    product.adminUrl,
    `select day::text, groups, groups_done as done, finished_at is not null as "isFinished" from monitoring.sweep order by day`,
  );
/** Of how many mails it was told that they can go, and of how many different ones. */
const told = async () =>
  (
    await sql<{ all: number; different: number }>(
      product.adminUrl,
      `select count(*)::int as all, count(distinct payload ->> 'digestId')::int as different
       from platform.outbox where type = 'monitoring.digest-queued'`,
    )
  )[0];
/** What is open and stands in no mail. */
const inNoMail = () => sql(product.adminUrl, 'select from monitoring.recipient where open and digest_id is null');

describe('the sweep of a day', () => {
  it('makes what waits, for everybody around it, in one mail each', async () => {
    expect(await run(MONDAY)).toMatchObject({
      reminders: new Set(ofMonday.map((one) => JSON.stringify(one))).size,
      digests: 4,
    });
    expect(await reminders()).toEqual(ofMonday);
    expect((await digests()).map(({ name, state }) => `${name} ${state}`)).toEqual(
      ['Mia', 'Nora', 'Sam 0', 'Sam 1'].map((name) => `${name} QUEUED`),
    );
    expect(await told()).toEqual({ all: 4, different: 4 });
    expect(await sweeps()).toEqual([{ day: MONDAY, groups: 3, done: 3, isFinished: true }]);
  });

  it('done again makes nothing', async () => {
    await run(MONDAY);
    expect(await run(MONDAY)).toMatchObject({ reminders: 0, digests: 0 });
    expect(await run(MONDAY, other)).toMatchObject({ reminders: 0, digests: 0 });
    expect(await reminders()).toEqual(ofMonday);
    expect(await told()).toEqual({ all: 4, different: 4 });
  });

  it('done at once by several makes everything once', async () => {
    for (let round = 0; round < 5; round += 1) {
      await sql(
        product.adminUrl,
        'truncate monitoring.recipient, monitoring.reminder, monitoring.digest, monitoring.sweep, platform.outbox',
      );
      const runs = [room, other, room, other].map((by) => run(MONDAY, by));
      await Promise.all(runs);
      expect(await reminders()).toEqual(ofMonday);
      expect(await sweeps()).toMatchObject([{ groups: 3, done: 3, isFinished: true }]);
      expect(await told()).toEqual({ all: 4, different: 4 });
      // What came after the mail of its reader was closed goes with the next, and all of it does.
      for (const by of [room, other]) await run(TUESDAY, by);
      expect(await inNoMail()).toEqual([]);
      expect((await reminders()).filter(({ open }) => open)).toHaveLength(ofMonday.length);
    }
  });

  it('puts nothing into a mail that another closed meanwhile', async () => {
    const inMails = () =>
      sql<{ mail: string; reminder: string }>(
        product.adminUrl,
        `select d.id as mail, r.reminder_id as reminder from monitoring.digest d
         join monitoring.recipient r on r.digest_id = d.id where d.state <> 'COLLECTING' order by 1, 2`,
      );
    oneByOne();
    let written = 0;
    let closing = inMails();
    const undo = afterEachStatement({ db: room.get(Db) }, async ({ sql: text }) => {
      if (!text.includes('insert into monitoring.recipient')) return;
      written += 1;
      if (written !== 2) return;
      // Nora hears of both suppliers: her mail was begun for the first, and what is of the second is not committed.
      closing = other.get(SweepService).sendOut(MONDAY).then(inMails);
      await sleep(300);
    });
    await run(MONDAY);
    undo();
    const closed = await closing;
    const mails = new Set(closed.map(({ mail }) => mail));
    expect(mails.size).toBeGreaterThan(0);
    expect((await inMails()).filter(({ mail }) => mails.has(mail))).toEqual(closed);
  });

  it('that breaks somewhere is done to the end by the next, and makes nothing twice', async () => {
    let writes = 0;
    const undo = afterEachStatement({ db: room.get(Db) }, ({ sql: text }) => {
      if (WRITES.test(text)) writes += 1;
      return Promise.resolve();
    });
    await run(MONDAY);
    undo();
    expect(writes).toBeGreaterThan(20);
    for (let k = 1; k <= writes; k += 3) {
      await sql(
        product.adminUrl,
        'truncate monitoring.recipient, monitoring.reminder, monitoring.digest, monitoring.sweep, platform.outbox',
      );
      expect(await brokenAfterWrite(k)).toBe(true);
      await run(MONDAY);
      expect({ k, made: await reminders() }).toEqual({ k, made: ofMonday });
      expect(await sweeps()).toEqual([{ day: MONDAY, groups: 3, done: 3, isFinished: true }]);
      const counted = await told();
      expect(counted?.all).toBe(counted?.different);
      // Who was mailed already before the rest was made hears that the next day, and nobody else does.
      await run(TUESDAY);
      expect(await inNoMail()).toEqual([]);
      expect(await reminders()).toEqual(ofMonday);
      const mails = (await digests()).map(({ name, day }) => `${name} ${day}`);
      expect(new Set(mails).size).toBe(mails.length);
    }
  });

  /** A sweep of which the connection is ended right after the `k`-th statement that writes; whether it came to that. */
  async function brokenAfterWrite(k: number): Promise<boolean> {
    let count = 0;
    const undo = afterEachStatement({ db: room.get(Db) }, async ({ sql: text, connection }) => {
      if (!WRITES.test(text)) return;
      count += 1;
      if (count !== k) return;
      const heard = new Promise<void>((resolve) => connection.once('end', resolve));
      await terminate(product.adminUrl, Number(Reflect.get(connection, 'processID')));
      await heard;
    });
    await Promise.allSettled([run(MONDAY)]);
    undo();
    return count >= k;
  }

  it('that fails for one supplier does all others, says so, and makes up for it', async () => {
    const signals = room.get(SignalsService);
    const refresh = signals.refresh.bind(signals);
    const broken = jest
      .spyOn(signals, 'refresh')
      .mockImplementation((some) =>
        some.some(({ id }) => id === groups[0]) ? Promise.reject(new Error('no')) : refresh(some),
      );
    await expect(run(MONDAY)).rejects.toThrow(`The sweep of ${MONDAY} failed for 1 of 3.`);
    expect((await digests()).map(({ name }) => name)).toEqual(['Mia', 'Nora', 'Sam 1']);
    expect(await sweeps()).toMatchObject([{ groups: 3, done: 2, isFinished: false }]);
    broken.mockRestore();
    await run(MONDAY);
    expect(await reminders()).toEqual(ofMonday);
    expect((await digests()).map(({ name }) => name)).toEqual(['Mia', 'Nora', 'Sam 0', 'Sam 1']);
    await run(TUESDAY);
    expect(await inNoMail()).toEqual([]);
  });

  it('that finds the database too busy for one supplier tries it again, and closes no mail while it is', async () => {
    const signals = room.get(SignalsService);
    const refresh = signals.refresh.bind(signals);
    const busy = new AppError('unavailable', [{ code: 'database.busy', message: 'busy' }]);
    let left = 3;
    jest.spyOn(signals, 'refresh').mockImplementation((some) => {
      const isBusy = some.some(({ id }) => id === groups[0]) && left > 0;
      if (isBusy) left -= 1;
      return isBusy ? Promise.reject(busy) : refresh(some);
    });
    // Together with the other, by itself, and once more.
    await expect(run(MONDAY)).rejects.toThrow(`The sweep of ${MONDAY} failed for 1 of 3.`);
    expect(await told()).toMatchObject({ all: 0 });
    await run(MONDAY);
    expect(await reminders()).toEqual(ofMonday);
    expect(await told()).toEqual({ all: 4, different: 4 });
  });

  it('in which too much waits for one look at all suppliers looks at each of them by itself', async () => {
    const asked = oneByOne();
    await run(MONDAY);
    expect(asked.mock.calls.map(([some]) => some.length).sort()).toEqual([0, 1, 1, 2]);
    expect(await reminders()).toEqual(ofMonday);
    expect(await sweeps()).toMatchObject([{ groups: 3, done: 3 }]);
  });

  it('with a clock that is put back, and one that jumps ahead: nothing twice, nobody two mails a day, nothing forgotten', async () => {
    const seen: number[] = [];
    for (const day of [TUESDAY, MONDAY, TUESDAY, '2026-12-24', TUESDAY, '2026-12-24', '2026-12-28', MONDAY]) {
      const before = (await reminders()).length;
      await run(day);
      seen.push((await reminders()).length - before);
    }
    const [first, back, again, ahead, backAgain, aheadAgain, , last] = seen;
    expect(first).toBe(ofMonday.length);
    expect([back, again, backAgain, aheadAgain, last]).toEqual([0, 0, 0, 0, 0]);
    expect(ahead).toBeGreaterThan(0);
    const made = (await reminders()).map(({ subject, name, ...one }) => JSON.stringify({ subject, name, ...one }));
    expect(new Set(made).size).toBe(made.length);
    const mails = (await digests()).map(({ name, day }) => `${name} ${day}`);
    expect(new Set(mails).size).toBe(mails.length);
    const counted = await told();
    expect(counted?.all).toBe(counted?.different);
    await run('2026-12-29');
    expect(await inNoMail()).toEqual([]);
  });

  it('every day makes each reminder once, and who would hear late of it has heard', async () => {
    for (let day: string = MONDAY; day <= '2026-12-22'; day = addDays(day, 1)) await run(day);
    const daily = await reminders();
    const keys = daily.map(({ subject, name, ...one }) => JSON.stringify({ subject, name, ...one }));
    expect(new Set(keys).size).toBe(keys.length);
    await sql(
      product.adminUrl,
      'truncate monitoring.recipient, monitoring.reminder, monitoring.digest, monitoring.sweep',
    );
    await run('2026-12-22');
    const late = await reminders();
    const heard = (rows: typeof late): Set<string> =>
      new Set(rows.filter(({ open }) => open).map(({ subject, name }) => `${subject} ${name}`));
    for (const one of heard(late)) expect(heard(daily)).toContain(one);
  });

  it('tells nobody anything on a day on which people do not work', async () => {
    for (const day of ['2026-11-21', '2026-11-22', '2026-12-25', '2027-03-29', '2027-04-27']) {
      expect(await run(day)).toBeNull();
    }
    expect(await sweeps()).toEqual([]);
    expect(await digests()).toEqual([]);
  });
});

describe('how plans and contracts go', () => {
  const BOTH = [{ type: 'CONTRACT' }, { type: 'PLAN' }];

  /** A supplier that has to fill a contract, and fills it. */
  async function supplier(kvkNumber: string) {
    const given = new Given(product, kvkNumber);
    const contract = { number: `C-${kvkNumber}`, endsOn: '2027-12-31' };
    const plan = await given.plan([await given.contract(1_000_000, contract)]);
    const group = { id: await given.supplierGroup(), suppliers: [kvkNumber] };
    return {
      fill: async () => given.accept(await given.purchase(plan, 1_000_000)),
      refresh: (day: string, by: MailRoom = room) => {
        by.clock.set(day);
        return by.get(SignalsService).refresh([group]);
      },
      signals: () =>
        sql<{ signal: string; since: string }>(
          product.adminUrl,
          'select signal, since::text from monitoring.signal where supplier_group_id = $1',
          [group.id],
        ),
      changes: () =>
        sql<{ before: string | null; after: string; on: string }>(
          product.adminUrl,
          `select before, after, changed_on::text as on from monitoring.signal_change
           where supplier_group_id = $1 order by id`,
          [group.id],
        ),
    };
  }
  const events = () =>
    sql<{ type: string }>(
      product.adminUrl,
      `select payload ->> 'subjectType' as type from platform.outbox where type = 'monitoring.signal-changed' order by 1`,
    );

  it('is kept with the day since when, and told once when it changes', async () => {
    const { refresh, fill, signals, changes } = await supplier('90001361');
    await refresh('2026-11-19');
    await refresh('2026-11-20');
    const atRisk = { signal: 'AT_RISK', since: '2026-11-19' };
    expect(await signals()).toEqual([atRisk, atRisk]);
    const first = { before: null, after: 'AT_RISK', on: '2026-11-19' };
    expect(await changes()).toEqual([first, first]);
    // Of what was never worked out before nothing changed.
    expect(await events()).toEqual([]);

    await fill();
    await refresh(MONDAY);
    await refresh(TUESDAY);
    const behind = { signal: 'BEHIND', since: MONDAY };
    expect(await signals()).toEqual([behind, behind]);
    const then = { before: 'AT_RISK', after: 'BEHIND', on: MONDAY };
    expect(await changes()).toEqual([first, first, then, then]);
    expect(await events()).toEqual(BOTH);
  });

  it('is worked out on a day on which people do not work too', async () => {
    const { fill, changes } = await supplier('90001363');
    await run('2026-11-20');
    await fill();
    await run('2026-11-21');
    expect((await changes()).map(({ on }) => on)).toEqual(['2026-11-20', '2026-11-20', '2026-11-21', '2026-11-21']);
  });

  it('is worked out on such a day for all others when it fails for one', async () => {
    const { changes } = await supplier('90001364');
    const signals = room.get(SignalsService);
    const refresh = signals.refresh.bind(signals);
    jest
      .spyOn(signals, 'refresh')
      .mockImplementation((some) =>
        some.some(({ id }) => id === groups[0]) ? Promise.reject(new Error('no')) : refresh(some),
      );
    await expect(run('2026-11-21')).rejects.toThrow('The signals of 2026-11-21 failed for 1 of');
    expect(await changes()).toHaveLength(2);
  });

  it('is told once when several work it out at once', async () => {
    const { refresh, fill, changes } = await supplier('90001362');
    await Promise.all([room, other, room, other].map((by) => refresh('2026-11-20', by)));
    expect(await changes()).toHaveLength(2);
    await fill();
    await Promise.all([room, other, room, other].map((by) => refresh(MONDAY, by)));
    expect(await changes()).toHaveLength(4);
    expect(await events()).toEqual(BOTH);
  });
});
