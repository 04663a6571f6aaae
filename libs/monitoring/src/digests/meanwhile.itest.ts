import { EVERYTHING, type Actor } from '@sr/kernel';
import { sql } from '../../../../test/support/database';
import { MailScene, plansIn, type Reader } from '../../../../test/support/mail-scene';
import { ofNetwork } from '../domain/work-item';
import { ReminderSources } from '../reminders/reminder-sources';
import { SweepService } from '../reminders/sweep.service';

const HOST: Actor = { id: 'host', name: 'Gastheer', scope: EVERYTHING };
const [MONDAY, TUESDAY, WEDNESDAY] = ['2026-11-23', '2026-11-24', '2026-11-25'] as const;
const AWAY = 'smtp://127.0.0.1:1';

let scene: MailScene;
beforeAll(async () => {
  scene = await MailScene.open(MONDAY);
});
beforeEach(async () => {
  await sql(scene.product.adminUrl, 'delete from monitoring.deviation');
  await scene.anew(MONDAY);
});
afterAll(() => scene.close());

const remove = (who: Reader): Promise<unknown> => {
  scene.product.clock.set(MONDAY);
  return scene.product.people.remove(HOST, who.id);
};
async function nowIs(who: Reader, role: 'SUPPLIER_EMPLOYEE' | 'OPERATOR'): Promise<void> {
  scene.product.clock.set(MONDAY);
  const { name, version } = await scene.product.people.find(HOST, who.id);
  await scene.product.people.change(HOST, who.id, { name, roles: [role], categories: [], version });
}
const plansOf = (who: Reader): number[][] => scene.mailsTo(who).map(plansIn);

/** The sweep of Monday, of which nothing can be sent until the mail server is back. */
async function mondayWithoutServer(): Promise<void> {
  scene.room.mailTo(AWAY);
  await scene.morning(MONDAY);
  await scene.room.settled();
}
/** Hours later the mail server is back. What was tried before is over by then. */
async function serverIsBack(): Promise<void> {
  scene.room.clock.pass(180);
  await scene.room.settled();
  scene.room.mailTo(scene.catcher.url);
  await scene.room.finished();
}
/** The next day, on which the mail server is back. */
async function backOn(day: string): Promise<void> {
  await scene.morning(day);
  await scene.room.settled();
  scene.room.mailTo(scene.catcher.url);
  await scene.room.finished();
}

describe('while a mail waits', () => {
  it('its reader leaves: nothing goes there, and who has the work now hears the next day', async () => {
    const [sanne, omar] = [await scene.person('Sanne'), await scene.person('Omar')];
    scene.waits = scene.items(1, { only: sanne.id });
    await mondayWithoutServer();
    await remove(sanne);
    scene.waits = scene.items(1);
    await serverIsBack();
    expect(plansOf(sanne)).toEqual([]);
    await scene.day(TUESDAY);
    expect(plansOf(sanne)).toEqual([]);
    expect(plansOf(omar)).toEqual([[1]]);
  });

  it('its reader gets another role: nothing of the old work goes there', async () => {
    const [nora, nils] = [await scene.person('Nora', 'NETWORK'), await scene.person('Nils', 'NETWORK')];
    const waitsFor = ofNetwork('NETWORK_COORDINATOR', { named: [nora.id] });
    scene.waits = scene.items(1).map((item) => ({ ...item, waitsFor }));
    await mondayWithoutServer();
    await nowIs(nora, 'OPERATOR');
    await serverIsBack();
    await scene.day(TUESDAY);
    expect([plansOf(nora), plansOf(nils)]).toEqual([[], [[1]]]);
  });

  it.each(['later that day', 'the next day'])('its day is put off: nobody hears that it is late, %s', async (when) => {
    const sanne = await scene.person('Sanne');
    scene.waits = scene.items(1, { dueOn: '2026-11-22' });
    await mondayWithoutServer();
    scene.waits = scene.items(1, { dueOn: '2027-01-31' });
    if (when === 'later that day') {
      await serverIsBack();
      expect(plansOf(sanne)).toEqual([]);
    }
    await backOn(TUESDAY);
    // That it waits she did not hear yet.
    const [mail, ...others] = scene.mailsTo(sanne);
    expect(mail?.text).toContain('31 januari');
    expect(mail?.text).not.toContain('22 november');
    expect(others).toEqual([]);
  });

  it('it becomes another: it is told as it is', async () => {
    const sanne = await scene.person('Sanne');
    scene.waits = scene.items(1);
    await mondayWithoutServer();
    scene.waits = scene.items(1, { planName: 'Plan 7' });
    await serverIsBack();
    expect(plansOf(sanne)).toEqual([[7]]);
  });

  it('a ministry wants nothing sent for a while: nothing is, and it is when the while is over', async () => {
    const sanne = await scene.person('Sanne');
    scene.waits = scene.items(1);
    await mondayWithoutServer();
    await sql(
      scene.product.adminUrl,
      `insert into monitoring.deviation values (gen_random_uuid(), 'REPORT', 'IenW', null, null, 'stil', $1, '2026-11-30', 'x', now())`,
      [MONDAY],
    );
    await backOn(TUESDAY);
    for (const day of [WEDNESDAY, '2026-11-30']) await scene.day(day);
    expect(plansOf(sanne)).toEqual([]);
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-07', '2026-12-08']) await scene.day(day);
    expect(plansOf(sanne).length).toBeGreaterThan(0);
  });

  it('its item goes and comes back: it is told', async () => {
    const sanne = await scene.person('Sanne');
    scene.waits = scene.items(1);
    await mondayWithoutServer();
    scene.waits = [];
    await scene.morning(TUESDAY);
    scene.waits = scene.items(1);
    await backOn(WEDNESDAY);
    expect(plansOf(sanne)).toEqual([[1]]);
  });
});

describe('after a mail', () => {
  it('the work passes to another: who hears the next day, and once', async () => {
    const [sanne, omar] = [await scene.person('Sanne'), await scene.person('Omar')];
    scene.waits = scene.items(1, { only: sanne.id });
    await scene.day(MONDAY);
    scene.waits = scene.items(1, { only: omar.id });
    for (const day of [TUESDAY, WEDNESDAY]) await scene.day(day);
    expect([plansOf(sanne), plansOf(omar)]).toEqual([[[1]], [[1]]]);
  });

  it('the work is done and comes back: nobody hears twice, and it counts as waiting', async () => {
    const sanne = await scene.person('Sanne');
    scene.waits = scene.items(1);
    await scene.day(MONDAY);
    scene.waits = [];
    await scene.day(TUESDAY);
    scene.waits = scene.items(1);
    const omar = await scene.person('Omar');
    await scene.day(WEDNESDAY);
    expect([plansOf(sanne), plansOf(omar)]).toEqual([[[1]], [[1]]]);
    expect(
      await sql(
        scene.product.adminUrl,
        'select r.ended_on as ended, count(*)::integer as open from monitoring.reminder r join monitoring.recipient p on p.reminder_id = r.id where p.open group by 1',
      ),
    ).toEqual([{ ended: null, open: 2 }]);
  });

  it('a colleague comes: who hears of what is open, and once', async () => {
    const sanne = await scene.person('Sanne');
    scene.waits = scene.items(2);
    await scene.day(MONDAY);
    const omar = await scene.person('Omar');
    for (const day of [TUESDAY, WEDNESDAY]) await scene.day(day);
    expect([plansOf(sanne), plansOf(omar)]).toEqual([[[1, 2]], [[1, 2]]]);
  });
});

describe('two sweeps at once', () => {
  it('the one that read first does not end what the other made', async () => {
    const sanne = await scene.person('Sanne');
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const waiting = jest.spyOn(ReminderSources.prototype, 'waiting');
    const asked = new Promise<void>((resolve) => {
      waiting.mockImplementationOnce(async () => {
        resolve();
        await held;
        return [];
      });
    });
    const slow = scene.room.get(SweepService).run();
    await asked;
    scene.waits = scene.items(1);
    const other = await scene.again();
    await other.get(SweepService).run();
    go();
    await slow;
    await scene.room.settled();
    await scene.day(TUESDAY);
    expect(plansOf(sanne)).toEqual([[1]]);
    await other.close();
  });
});

describe('a clock that was ahead', () => {
  const Q4 = { quarter: '2026-10-01', since: '2027-01-01', dueOn: '2027-02-07' };
  const DAYS = ['2027-01-04', '2027-01-05', '2027-01-25', '2027-02-08', '2027-02-22'];
  async function mailedOn(sanne: Reader): Promise<string[]> {
    const mailed: string[] = [];
    for (const day of DAYS) {
      const before = scene.mailsTo(sanne).length;
      await scene.day(day);
      if (scene.mailsTo(sanne).length > before) mailed.push(day);
    }
    return mailed;
  }

  it('keeps nothing back that is due after it was put right', async () => {
    const sanne = await scene.person('Sanne');
    scene.waits = scene.items(1, Q4);
    const usual = await mailedOn(sanne);
    expect(usual.length).toBeGreaterThan(2);

    await scene.anew(MONDAY);
    const again = await scene.person('Sanne');
    scene.waits = scene.items(1, Q4);
    scene.room.mailTo(AWAY);
    await scene.morning('2027-02-10');
    scene.waits = [];
    await scene.morning(MONDAY);
    scene.room.mailTo(scene.catcher.url);
    await scene.room.finished();
    scene.waits = scene.items(1, Q4);
    expect(await mailedOn(again)).toEqual(usual);
  });

  it('keeps nothing back either when the sweep broke then', async () => {
    const sanne = await scene.person('Sanne');
    scene.waits = scene.items(1);
    scene.room.clock.set('2027-11-23');
    const broken = jest.spyOn(scene.room.get(SweepService), 'sendOut').mockRejectedValueOnce(new Error('killed'));
    await expect(scene.room.get(SweepService).run()).rejects.toThrow('killed');
    broken.mockRestore();
    await scene.day(MONDAY);
    expect(plansOf(sanne)).toEqual([[1]]);
  });

  it('keeps nothing back when its mail went: each step is sent on its own day', async () => {
    const sanne = await scene.person('Sanne');
    scene.waits = scene.items(1);
    await scene.day('2027-11-23');
    expect(scene.mailsTo(sanne)).toHaveLength(1);
    await scene.day(MONDAY);
    await scene.day('2026-12-08');
    expect(scene.mailsTo(sanne)).toHaveLength(3);
  });
});
