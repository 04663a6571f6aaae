import { EVERYTHING, type Actor } from '@sr/kernel';
import { BounceReceiver, Db, JobBoard } from '@sr/platform';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { sql } from '../../../../test/support/database';
import { until } from '../../../../test/support/jobs';
import { terminate } from '../../../../test/support/kill';
import { MailScene, plansIn, type KeptDigest } from '../../../../test/support/mail-scene';
import { rude, type Deed, type Step } from '../../../../test/support/rude-server';
import { afterEachStatement } from '../../../../test/support/statements';
import { DigestsService } from './digests.service';
import { LetterWriter } from './letter-writer';
import { MailsService } from './mails.service';
import { SweepService } from '../reminders/sweep.service';

const HOST: Actor = { id: 'host', name: 'Gastheer', scope: EVERYTHING };
const [MONDAY, TUESDAY, WEDNESDAY, THURSDAY] = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'] as const;
const [FRIDAY, AFTER_THE_WEEKEND, DAY_AFTER, DAY_AFTER_THAT] = [
  '2026-11-27',
  '2026-11-30',
  '2026-12-01',
  '2026-12-02',
] as const;
const NOBODY_LISTENS = 'smtp://127.0.0.1:1';
const SEND = 'monitoring.send-digest';

let scene: MailScene;
const closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  scene = await MailScene.open(MONDAY);
});
beforeEach(() => scene.anew(MONDAY));
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
afterAll(() => scene.close());

async function rudeServer(step: Step, deed: Deed) {
  const server = await rude(step, deed, []);
  closers.push(server.close);
  scene.room.mailTo(server.url);
  return server;
}

const digestIs = (isSo: (digest: KeptDigest) => boolean) =>
  until(
    () => scene.digests(),
    ([digest]) => digest !== undefined && isSo(digest),
  );
const stale = () =>
  sql<{ person: string; address: string }>(
    scene.product.adminUrl,
    'select person_id as person, address, reason from monitoring.stale_address order by address',
  );
/** What the operator sees of mails that did not arrive. */
const troubled = async () =>
  (await scene.room.get(MailsService).troubled(undefined, { limit: 50, after: undefined })).items.map(
    ({ personName, day, state, reason }) => ({ personName, day, state, reason }),
  );

describe('a mail server', () => {
  it('that says later is asked again, with more time between, and sends the mail once', async () => {
    const [sanne, omar] = [await scene.person('Sanne'), await scene.person('Omar')];
    scene.catcher.refuse(sanne.email, 451);
    scene.waits = scene.items(1);
    const started = performance.now();
    await scene.day(MONDAY);
    expect(scene.mailsTo(omar)).toHaveLength(1);
    await until(
      () => scene.digests(sanne),
      ([digest]) => (digest?.attempts ?? 0) >= 5,
    );
    // Four times of waiting, each twice as long as the one before.
    expect(performance.now() - started).toBeGreaterThan(50 + 100 + 200 + 400);
    const [digest] = await scene.digests(sanne);
    expect(digest?.reason).toMatch(/451|SENDING/);
    scene.catcher.accept(sanne.email);
    await scene.room.finished();
    expect(await scene.states(sanne)).toEqual([`${MONDAY} SENT`]);
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[1]]);
    expect(scene.mailsTo(omar)).toHaveLength(1);
    expect(await troubled()).toEqual([]);
  });

  it.each<[Step, Deed]>([
    ['greeting', '421 4.3.2 Too busy'],
    ['greeting', 'hang'],
    ['MAIL', 'close'],
    ['RCPT', '450 4.2.0 Greylisted'],
    ['DATA', 'close'],
    ['end', '451 4.3.0 Not now'],
  ])('that takes nothing (%s: %s) loses nothing', async (step, deed) => {
    const sanne = await scene.person('Sanne');
    await rudeServer(step, deed);
    scene.waits = scene.items(2);
    await scene.morning(MONDAY);
    await digestIs(({ state, attempts }) => state === 'QUEUED' && attempts >= 1);
    scene.room.mailTo(scene.catcher.url);
    await scene.room.finished();
    expect(await scene.states(sanne)).toEqual([`${MONDAY} SENT`]);
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[1, 2]]);
  });

  it('that is away all day costs nobody anything: the next working day there is one mail with what is open then', async () => {
    const sanne = await scene.person('Sanne');
    scene.room.mailTo(NOBODY_LISTENS);
    scene.waits = scene.items(3);
    await scene.morning(FRIDAY);
    await digestIs(({ attempts }) => attempts >= 2);
    // The first is done, and there is a fourth.
    scene.waits = scene.items(3, { from: 1 });
    await scene.morning(AFTER_THE_WEEKEND);
    await until(
      () => scene.digests(sanne),
      ([, digest]) => (digest?.attempts ?? 0) >= 1,
    );
    // And the second.
    scene.waits = scene.items(2, { from: 2 });
    scene.room.mailTo(scene.catcher.url);
    await scene.morning(DAY_AFTER);
    await scene.room.finished();
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[3, 4]]);
    expect(await scene.digests(sanne)).toMatchObject([
      { day: FRIDAY, state: 'CARRIED', reason: expect.stringMatching(/./) as string },
      { day: AFTER_THE_WEEKEND, state: 'CARRIED' },
      { day: DAY_AFTER, state: 'SENT', items: 2 },
    ]);
    await scene.day(DAY_AFTER_THAT);
    expect(scene.catcher.mails).toHaveLength(1);
  });

  it('whose day is over before the next sweep ran sends nothing of the old day', async () => {
    const sanne = await scene.person('Sanne');
    scene.room.mailTo(NOBODY_LISTENS);
    scene.waits = scene.items(2);
    await scene.morning(MONDAY);
    await digestIs(({ attempts }) => attempts >= 1);
    scene.room.clock.set(TUESDAY);
    scene.room.mailTo(scene.catcher.url);
    await scene.room.finished();
    expect(await scene.states(sanne)).toEqual([`${MONDAY} CARRIED`]);
    expect(scene.catcher.mails).toHaveLength(0);
    await scene.day(TUESDAY);
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[1, 2]]);
  });

  it('that comes back within the day sends each mail once', async () => {
    const people = [];
    for (let i = 0; i < 20; i += 1) people.push(await scene.person(`Persoon${i}`));
    scene.room.mailTo(NOBODY_LISTENS);
    scene.waits = scene.items(1);
    await scene.morning(MONDAY);
    await digestIs(({ attempts }) => attempts >= 2);
    const port = Number(new URL(scene.catcher.url).port);
    await scene.catcher.close();
    scene.room.mailTo(`smtp://127.0.0.1:${port}`);
    scene.room.clock.pass(45);
    await digestIs(({ attempts }) => attempts >= 4);
    await scene.catcher.start(port);
    await scene.room.finished();
    expect(people.map((person) => scene.mailsTo(person).length)).toEqual(people.map(() => 1));
    expect(new Set((await scene.digests()).map(({ state }) => state))).toEqual(new Set(['SENT']));
  });

  it('that knows no such address: others hear until it is mended', async () => {
    const [sanne, nora] = [await scene.person('Sanne'), await scene.person('Nora', 'NETWORK')];
    scene.catcher.refuse(sanne.email, 550);
    scene.waits = scene.items(1);
    await scene.day(MONDAY);
    expect(await scene.digests()).toMatchObject([{ name: 'Sanne', state: 'REFUSED', attempts: 1 }]);
    expect(await stale()).toMatchObject([{ person: sanne.id, address: sanne.email }]);
    expect(await troubled()).toMatchObject([
      { personName: 'Sanne', state: 'REFUSED', reason: expect.stringContaining('550') as string },
    ]);

    scene.waits = scene.items(2);
    await scene.day(TUESDAY);
    // What was in the mail that was refused, and what is new.
    expect(scene.mailsTo(nora).map(plansIn)).toEqual([[1, 2]]);
    expect(await scene.states(sanne)).toEqual([`${MONDAY} REFUSED`]);
    const standIns = await sql<{ person: string; stands: object }>(
      scene.product.adminUrl,
      `select p.person_id as person, p.stands_in_for as stands from monitoring.recipient p where p.person_id <> $1`,
      [sanne.id],
    );
    expect(standIns).toEqual(
      [1, 2].map(() => ({ person: nora.id, stands: { side: 'SUPPLIER', principalCode: null } })),
    );
    await scene.day(WEDNESDAY);
    expect(scene.catcher.mails).toHaveLength(1);

    // The address works again: Sanne hears what never reached her, and Nora hears nothing again.
    scene.catcher.accept(sanne.email);
    await scene.room.get(MailsService).tryAgain(HOST, sanne.id);
    await scene.day(THURSDAY);
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[1, 2]]);
    expect(scene.mailsTo(nora)).toHaveLength(1);
  });

  it('that does not want what is in a mail: the address stays good', async () => {
    const sanne = await scene.person('Sanne');
    const server = await rudeServer('end', '554 5.7.1 Spam');
    scene.waits = scene.items(2);
    await scene.day(MONDAY);
    await scene.day(MONDAY);
    expect(server.seen.texts).toBe(1);
    expect(await stale()).toEqual([]);
    expect(await troubled()).toMatchObject([
      { personName: 'Sanne', state: 'REFUSED', reason: expect.stringContaining('Spam') as string },
    ]);
    scene.waits = scene.items(2, { from: 1 });
    scene.room.mailTo(scene.catcher.url);
    await scene.day(TUESDAY);
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[2, 3]]);
  });

  it.each<[Step, Deed]>([
    ['end', 'hang'],
    ['end', 'close'],
    ['text', 'close'],
  ])('that may have the mail (%s: %s) is not sent it again that day', async (step, deed) => {
    const sanne = await scene.person('Sanne');
    const server = await rudeServer(step, deed);
    scene.waits = scene.items(2);
    await scene.day(MONDAY);
    expect(await scene.digests()).toMatchObject([{ state: 'UNCERTAIN', attempts: 1 }]);
    await scene.room.get(DigestsService).send((await scene.digests())[0]?.id ?? '');
    scene.room.clock.pass(60);
    await scene.room.get(SweepService).run();
    await scene.room.finished();
    expect(server.seen.texts).toBe(1);
    expect(await scene.states(sanne)).toEqual([`${MONDAY} UNCERTAIN`]);
    expect(await troubled()).toMatchObject([
      { personName: 'Sanne', state: 'UNCERTAIN', reason: expect.stringMatching(/./) as string },
    ]);
    // One of the two is done; the other stands in the next mail, with one that is new.
    scene.waits = scene.items(2, { from: 1 });
    scene.room.mailTo(scene.catcher.url);
    await scene.day(TUESDAY);
    await scene.day(WEDNESDAY);
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[2, 3]]);
  });
});

describe('a mail that comes back later', () => {
  let port: number;
  beforeEach(async () => {
    const door = new BounceReceiver({ returnPath: 'terug@social-return.example.nl', host: '127.0.0.1' });
    port = await door.start(0, (report) => scene.room.get(DigestsService).cameBack(report));
    closers.push(() => door.close());
  });

  /** Delivers a report on a mail to somebody, as the server of the addressee does. */
  async function report(to: string, mailId: string, status = '5.1.1', action = 'failed'): Promise<void> {
    const client = new SMTPConnection({ host: '127.0.0.1', port, ignoreTLS: true });
    await new Promise<void>((connected, failed) => client.connect((error) => (error ? failed(error) : connected())));
    const raw = [
      'From: MAILER-DAEMON@bezem.example.nl',
      'Subject: Undelivered',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      ...['', '--b', 'Content-Type: text/plain', '', 'Sorry.', ''],
      ...['--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; bezem.example.nl', ''],
      ...[`Final-Recipient: rfc822; ${to}`, `Action: ${action}`, `Status: ${status}`],
      ...[`Diagnostic-Code: smtp; 550 ${status} no`, '', '--b--', ''],
    ].join('\r\n');
    const envelope = { from: false, to: `terug+${mailId}@social-return.example.nl` } as const;
    await new Promise<void>((sent, failed) =>
      client.send(envelope, raw, (error) => {
        client.close();
        if (error) failed(error);
        else sent();
      }),
    );
  }

  it('is written down, and others hear what was in it', async () => {
    const [sanne, nora] = [await scene.person('Sanne'), await scene.person('Nora', 'NETWORK')];
    scene.waits = scene.items(2);
    await scene.day(MONDAY);
    const [digest] = await scene.digests(sanne);
    const canComeBack = (id = ''): Promise<boolean> => scene.room.get(DigestsService).canComeBack(id);
    expect(await canComeBack(digest?.id)).toBe(true);
    await report(sanne.email, digest?.id ?? '');
    expect(await canComeBack(digest?.id)).toBe(false);
    expect(await canComeBack('00000000-0000-4000-8000-000000000000')).toBe(false);
    expect(await scene.states(sanne)).toEqual([`${MONDAY} BOUNCED`]);
    expect(await stale()).toMatchObject([{ person: sanne.id, address: sanne.email }]);
    expect(await troubled()).toMatchObject([{ personName: 'Sanne', day: MONDAY, state: 'BOUNCED' }]);

    const kept = JSON.stringify([await scene.digests(), await stale()]);
    await report(sanne.email, digest?.id ?? '');
    await report(sanne.email, '00000000-0000-4000-8000-000000000000');
    expect(JSON.stringify([await scene.digests(), await stale()])).toBe(kept);

    scene.waits = scene.items(2, { from: 1 });
    await scene.day(TUESDAY);
    expect(scene.mailsTo(nora).map(plansIn)).toEqual([[2, 3]]);
    expect(scene.mailsTo(sanne)).toHaveLength(1);
  });

  it('because the mailbox is full: the address stays good, and what was in it goes with the next mail', async () => {
    const sanne = await scene.person('Sanne');
    scene.waits = scene.items(1);
    await scene.day(MONDAY);
    await report(sanne.email, (await scene.digests())[0]?.id ?? '', '5.2.2');
    expect(await stale()).toEqual([]);
    await scene.day(TUESDAY);
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[1], [1]]);
    expect(await scene.states(sanne)).toEqual([`${MONDAY} BOUNCED`, `${TUESDAY} SENT`]);
  });

  it('because a server gave up trying: the address stays good, and what was in it goes with the next mail', async () => {
    const sanne = await scene.person('Sanne');
    scene.waits = scene.items(1);
    await scene.day(MONDAY);
    await report(sanne.email, (await scene.digests())[0]?.id ?? '', '4.4.7');
    await scene.day(TUESDAY);
    expect(await stale()).toEqual([]);
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[1], [1]]);
  });

  it('as somebody says of another address: that of its reader stays good', async () => {
    const sanne = await scene.person('Sanne');
    scene.waits = scene.items(1);
    await scene.day(MONDAY);
    await report('somebody.else@example.nl', (await scene.digests())[0]?.id ?? '');
    expect(await stale()).toEqual([]);
    await scene.day(TUESDAY);
    expect(scene.mailsTo(sanne)).toHaveLength(2);
  });

  it('as somebody says months later has not come back', async () => {
    const sanne = await scene.person('Sanne');
    scene.waits = scene.items(1);
    await scene.day(MONDAY);
    scene.room.clock.set('2027-02-15');
    await report(sanne.email, (await scene.digests())[0]?.id ?? '');
    expect(await scene.states(sanne)).toEqual([`${MONDAY} SENT`]);
    expect(await stale()).toEqual([]);
  });

  it('and was only late has not come back', async () => {
    const sanne = await scene.person('Sanne');
    scene.waits = scene.items(1);
    await scene.day(MONDAY);
    await report(sanne.email, (await scene.digests())[0]?.id ?? '', '4.4.1', 'delayed');
    expect(await scene.states(sanne)).toEqual([`${MONDAY} SENT`]);
    expect(await stale()).toEqual([]);
  });
});

it('a mail that cannot be made is of one person: the others get theirs', async () => {
  const [sanne, omar, vera] = [await scene.person('Sanne'), await scene.person('Omar'), await scene.person('Vera')];
  const write = LetterWriter.prototype.write;
  const broken = jest.spyOn(LetterWriter.prototype, 'write').mockImplementation(function (this: LetterWriter, ...args) {
    if (args[1].personId === omar.id) throw new Error('There is no word for this.');
    return write.apply(this, args);
  });
  scene.waits = scene.items(2);
  await scene.day(MONDAY);
  broken.mockRestore();
  expect([sanne, omar, vera].map((person) => scene.mailsTo(person).length)).toEqual([1, 0, 1]);
  expect(await troubled()).toEqual([
    { personName: 'Omar', day: MONDAY, state: 'FAILED', reason: 'There is no word for this.' },
  ]);
  const { jobs } = await scene.room.get(JobBoard).failed({ name: SEND, skip: 0, take: 10 });
  const [digest] = await scene.digests(omar);
  expect(jobs.filter(({ payload }) => payload['digestId'] === digest?.id)).toMatchObject([
    { attempts: 1, reason: expect.stringContaining('There is no word for this.') as string },
  ]);
  // Who tries the dead letter again does not send what goes with the next mail.
  await scene.room.get(JobBoard).retryAll(SEND);
  await scene.day(MONDAY);
  expect(scene.mailsTo(omar)).toHaveLength(0);
  await scene.day(TUESDAY);
  expect(scene.mailsTo(omar).map(plansIn)).toEqual([[1, 2]]);
  expect([sanne, vera].map((person) => scene.mailsTo(person).length)).toEqual([1, 1]);
});

it('who has left is sent nothing of what did not go in time: others hear it', async () => {
  const [sanne, omar] = [await scene.person('Sanne'), await scene.person('Omar')];
  scene.room.mailTo(NOBODY_LISTENS);
  scene.waits = scene.items(1, { only: sanne.id });
  await scene.morning(MONDAY);
  await digestIs(({ attempts }) => attempts >= 1);
  scene.product.clock.set(MONDAY);
  await scene.product.people.remove(HOST, sanne.id);
  // Nothing of the day before is on its way any more when mails can go again.
  scene.room.clock.set(TUESDAY);
  await digestIs(({ state }) => state === 'CARRIED');
  scene.room.mailTo(scene.catcher.url);
  scene.waits = scene.items(1);
  await scene.morning(TUESDAY);
  await scene.room.finished();
  expect(scene.mailsTo(sanne)).toHaveLength(0);
  expect(scene.mailsTo(omar).map(plansIn)).toEqual([[1]]);
});

describe('the database goes away', () => {
  /** Ends the connection of the worker after the first statement that writes this state; answers whether it did. */
  function cutAt(state: string): () => boolean {
    let isCut = false;
    const undo = afterEachStatement({ db: scene.room.get(Db) }, async ({ parameters, sql: text, connection }) => {
      if (isCut || !text.includes('update monitoring.digest') || parameters[2] !== state) return;
      isCut = true;
      const heard = new Promise<void>((resolve) => connection.once('end', resolve));
      await terminate(scene.product.adminUrl, Number(Reflect.get(connection, 'processID')));
      await heard;
    });
    closers.push(() => Promise.resolve(undo()));
    return () => isCut;
  }

  it('just before a mail is sent: it is sent once', async () => {
    const sanne = await scene.person('Sanne');
    const isCut = cutAt('SENDING');
    scene.waits = scene.items(1);
    await scene.morning(MONDAY);
    await scene.room.finished();
    expect(isCut()).toBe(true);
    expect(await scene.states(sanne)).toEqual([`${MONDAY} SENT`]);
    expect(scene.mailsTo(sanne)).toHaveLength(1);
  });

  it('just after a mail was sent: it is not sent again that day', async () => {
    const sanne = await scene.person('Sanne');
    const isCut = cutAt('SENT');
    scene.waits = scene.items(1);
    await scene.morning(MONDAY);
    await scene.room.finished();
    expect(isCut()).toBe(true);
    expect(scene.mailsTo(sanne)).toHaveLength(1);
    expect(await scene.digests(sanne)).toMatchObject([{ day: MONDAY, state: 'UNCERTAIN', attempts: 1 }]);
    await scene.day(TUESDAY);
    expect(scene.mailsTo(sanne).map(plansIn)).toEqual([[1], [1]]);
  });
});
