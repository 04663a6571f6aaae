import { addDays } from '@sr/kernel';
import { JobRunner, type QueueStore } from '@sr/platform';
import { MailScene, plansIn } from '../../../../test/support/mail-scene';
import { sql } from '../../../../test/support/database';
import { itOnRedis, testRedis } from '../../../../test/support/redis';
import { keyOf } from '../domain/work-item';
import { SweepService } from '../reminders/sweep.service';

const [MONDAY, TUESDAY, WEDNESDAY] = ['2026-11-23', '2026-11-24', '2026-11-25'] as const;

describe('mails', () => {
  let scene: MailScene;

  beforeAll(async () => {
    scene = await MailScene.open(MONDAY);
  });
  beforeEach(() => scene.anew(MONDAY));
  afterAll(() => scene.close());

  it('are one a person a day, whatever waits', async () => {
    const sanne = await scene.person('Sanne');
    scene.waits = scene.items(3);
    await scene.day(MONDAY);
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[1, 2, 3]]);
    await scene.day(MONDAY);
    scene.waits = scene.items(4);
    await scene.day(MONDAY);
    expect(scene.mailsTo(sanne)).toHaveLength(1);
    // The fourth, which came after the mail of its day had gone.
    await scene.day(TUESDAY);
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[1, 2, 3], [4]]);
    await scene.day(WEDNESDAY);
    expect(await scene.digests()).toMatchObject([
      { day: MONDAY, state: 'SENT', items: 3, attempts: 1, reason: null },
      { day: TUESDAY, state: 'SENT', items: 1, attempts: 1, reason: null },
    ]);
  });

  it('tell each what waits for them, with the links of the list of work', async () => {
    const [sanne, omar] = [await scene.person('Sanne'), await scene.person('Omar')];
    const [forAll, forOmar] = [scene.items(1), scene.items(1, { from: 1, only: omar.id })];
    scene.waits = [...forAll, ...forOmar];
    await scene.day(MONDAY);
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[1]]);
    expect(scene.mailsTo(omar).map(plansIn)).toEqual([[1, 2]]);
    const [mail] = scene.mailsTo(omar);
    for (const item of scene.waits) {
      expect(mail?.text).toContain(`https://social-return.example.nl/werk/${encodeURIComponent(keyOf(item))}`);
    }
    const [digest] = await scene.digests(omar);
    expect(mail).toMatchObject({ toName: 'Omar', from: `terug+${digest?.id}@social-return.example.nl` });
    expect(mail?.messageId).toContain(digest?.id);
  });

  it('are not of a day on which people do not work: what falls on it goes out beside it', async () => {
    const sanne = await scene.person('Sanne');
    scene.waits = [
      // What is before its last day, on Saturday: the working day before that.
      ...scene.items(1, { since: '2026-12-01', dueOn: '2026-12-29' }),
      // What is since Christmas Day: the working day after.
      ...scene.items(1, { from: 1, since: '2026-12-25', dueOn: '2027-02-01' }),
    ];
    await scene.day('2026-12-15');
    scene.catcher.clear();
    await scene.day('2026-12-23');
    expect(scene.mailsTo(sanne)).toHaveLength(0);
    await scene.day('2026-12-24');
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[1]]);
    for (const day of ['2026-12-25', '2026-12-26', '2026-12-27']) {
      scene.room.clock.set(day);
      expect(await scene.room.get(SweepService).run()).toBeNull();
      await scene.room.settled();
    }
    expect(scene.mailsTo(sanne)).toHaveLength(1);
    await scene.day('2026-12-28');
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[1], [2]]);
  });

  it('say nothing of what was done before they went, when they go late', async () => {
    const sanne = await scene.person('Sanne');
    scene.catcher.refuse(sanne.email, 451);
    scene.waits = scene.items(3);
    await scene.day(MONDAY);
    scene.waits = scene.items(1, { from: 2 });
    scene.room.clock.pass(31);
    scene.catcher.accept(sanne.email);
    await scene.room.finished();
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[3]]);
    expect(await scene.digests()).toMatchObject([{ state: 'SENT', items: 1 }]);
    await scene.day(TUESDAY);
    expect(scene.mailsTo(sanne)).toHaveLength(1);
  });

  it('do not go when everything was done meanwhile', async () => {
    const sanne = await scene.person('Sanne');
    scene.catcher.refuse(sanne.email, 451);
    scene.waits = scene.items(2);
    await scene.day(MONDAY);
    scene.waits = [];
    scene.room.clock.pass(31);
    scene.catcher.accept(sanne.email);
    await scene.room.finished();
    expect(await scene.states(sanne)).toEqual([`${MONDAY} EMPTY`]);
    scene.waits = scene.items(1, { from: 5 });
    await scene.day(TUESDAY);
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[6]]);
  });

  it('are looked over anew each time that they wait long', async () => {
    const sanne = await scene.person('Sanne');
    scene.catcher.refuse(sanne.email, 451);
    scene.waits = scene.items(3);
    await scene.day(MONDAY);
    for (const left of [2, 1]) {
      const before = (await scene.digests())[0]?.attempts ?? 0;
      scene.waits = scene.items(left);
      scene.room.clock.pass(60);
      // A try that began before the clock moved may still have the old list; the one after it has not.
      await triedMoreThan(before + 1);
      expect(await scene.digests()).toMatchObject([{ items: left }]);
    }
    scene.catcher.accept(sanne.email);
    await scene.room.finished();
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[1]]);
  });

  const triedMoreThan = async (times: number): Promise<void> => {
    for (;;) {
      const [digest] = await scene.digests();
      if (digest && digest.attempts > times && digest.state === 'QUEUED') return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('with ten thousand items are one mail that anybody can open, within seconds', async () => {
    const sanne = await scene.person('Sanne');
    scene.waits = scene.items(10_000);
    const started = performance.now();
    await scene.day(MONDAY);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(await scene.digests()).toMatchObject([{ state: 'SENT', items: 10_000 }]);
    const [mail, ...more] = scene.mailsTo(sanne);
    expect(more).toEqual([]);
    expect((mail?.text.length ?? 0) + (mail?.html.length ?? 0) + (mail?.calendar?.length ?? 0)).toBeLessThan(100_000);
    expect(plansIn(mail ?? { text: '' }).length).toBeGreaterThan(0);
    // Nothing of it comes again.
    await scene.day(TUESDAY);
    expect(scene.mailsTo(sanne)).toHaveLength(1);
    const again = performance.now();
    scene.waits = [];
    await scene.day(WEDNESDAY);
    expect(performance.now() - again).toBeLessThan(20_000);
    expect(await sql(scene.product.adminUrl, 'select from monitoring.recipient where open')).toHaveLength(0);
  });

  it.each([
    ['the clocks went back', '2026-10-25', '2026-10-26'],
    // Easter Monday comes in between.
    ['the clocks went forward', '2027-03-28', '2027-03-30'],
    ['it is a leap day', '2028-02-29', '2028-02-29'],
  ])('go out by the daily job when %s', async (_what, since, day) => {
    const sanne = await scene.person('Sanne');
    scene.waits = scene.items(1, { since, dueOn: '2028-12-31' });
    for (let on = addDays(since, -1); on <= addDays(day, 1); on = addDays(on, 1)) {
      scene.room.clock.set(on);
      await scene.room.get(JobRunner).catchUp();
      await scene.room.settled();
      expect(scene.mailsTo(sanne)).toHaveLength(on < day ? 0 : 1);
    }
    expect(await scene.states(sanne)).toEqual([`${day} SENT`]);
  });

  it('keep nothing of what a supplier calls a candidate', async () => {
    const sanne = await scene.person('Sanne');
    const [item] = scene.items(1, { kind: 'PLACEMENT_LIMIT_NEAR', since: MONDAY, dueOn: '2027-01-31' });
    if (item === undefined) throw new Error('there is no item');
    scene.waits = [{ ...item, subject: { ...item.subject, type: 'PLACEMENT', name: 'Jip Jansen' } }];
    await scene.day(MONDAY);
    const [mail] = scene.mailsTo(sanne);
    expect(`${mail?.subject} ${mail?.text} ${mail?.html} ${mail?.calendar}`).not.toContain('Jip');
    const rows = await sql(scene.product.adminUrl, 'select r::text from monitoring.reminder r');
    expect(JSON.stringify(rows)).not.toContain('Jip');
    expect(rows).toHaveLength(1);
  });
});

describe('two workers', () => {
  /** Two hundred people hear of one item, by two workers on one queue. */
  async function sendEach(queue?: QueueStore): Promise<void> {
    const scene = await MailScene.open(MONDAY, queue);
    const other = await scene.again(queue);
    try {
      await scene.anew(MONDAY);
      for (let i = 0; i < 200; i += 1) await scene.person(`Persoon${i}`);
      scene.waits = scene.items(1);
      await Promise.all([scene.morning(MONDAY), other.get(SweepService).run()]);
      await scene.room.finished();
      const digests = await scene.digests();
      expect(digests).toHaveLength(200);
      expect(new Set(digests.map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(new Set(['SENT 1']));
      const to = scene.catcher.mails.flatMap((mail) => mail.to);
      expect(to).toHaveLength(200);
      expect(new Set(to).size).toBe(200);
    } finally {
      await other.close();
      await scene.close();
    }
  }

  it('on one queue send each mail once', () => sendEach());

  itOnRedis('on one queue in Redis send each mail once', async () => {
    const redis = await testRedis();
    try {
      await sendEach({ kind: 'REDIS', url: redis.url, prefix: redis.prefix });
    } finally {
      await redis.stop();
    }
  });
});
