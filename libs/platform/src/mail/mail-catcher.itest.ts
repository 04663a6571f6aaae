import { randomUUID } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { SettableClock } from '../clock/clock';
import { MailCatcher } from './mail-catcher';
import { SmtpMailer } from './smtp-mailer';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function box(options?: ConstructorParameters<typeof MailCatcher>[0]) {
  const catcher = new MailCatcher(options);
  await catcher.start();
  const mailer = new SmtpMailer({ url: catcher.url, from: 'a@b.nl', returnPath: null });
  closers.push(
    () => catcher.close(),
    () => mailer.close(),
  );
  const send = (subject: string, text = 'x', address = 'sam@voorbeeld.nl') =>
    mailer.send({
      id: randomUUID(),
      to: { name: 'Sam', address },
      subject,
      text,
      html: '<p>x</p>',
      language: 'nl',
      calendar: null,
    });
  return { catcher, send };
}

it('keeps the newest mails, with the day of its clock', async () => {
  const clock = new SettableClock();
  clock.set('2026-06-01');
  const { catcher, send } = await box({ keep: 2, clock });
  for (const subject of ['een', 'twee', 'drie']) await send(subject);
  expect(catcher.mails).toMatchObject([
    { number: 2, subject: 'twee', day: '2026-06-01' },
    { number: 3, subject: 'drie', day: '2026-06-01' },
  ]);
  catcher.clear();
  expect(catcher.mails).toEqual([]);
  await send('vier');
  expect(catcher.mails).toMatchObject([{ number: 4, subject: 'vier' }]);
});

it('tells of each mail, and waits for as many as are asked', async () => {
  const { catcher, send } = await box({ keep: 1 });
  const heard: string[] = [];
  catcher.onMail(({ subject }) => heard.push(subject));
  const waiting = catcher.waitFor(2);
  await send('een');
  await send('twee');
  expect(await waiting).toMatchObject([{ subject: 'twee' }]);
  expect(heard).toEqual(['een', 'twee']);
  await expect(catcher.waitFor(3, 50)).rejects.toThrow('2 of 3 mails arrived in 50 ms');
});

it('refuses an address until it is accepted again', async () => {
  const { catcher, send } = await box();
  catcher.refuse('Bounce@', 550);
  await expect(send('een', 'x', 'bounce@voorbeeld.nl')).rejects.toMatchObject({
    address: true,
    code: 550,
    status: '5.1.1',
  });
  catcher.refuse('bounce@', 451, '4.7.1 Greylisted');
  await expect(send('twee', 'x', 'bounce@voorbeeld.nl')).rejects.toMatchObject({ name: 'MailPostponed', code: 451 });
  catcher.accept('bounce@');
  await send('drie', 'x', 'bounce@voorbeeld.nl');
  expect(catcher.mails).toMatchObject([{ number: 1, subject: 'drie' }]);
});

it('refuses a mail that is too large, and stays within its memory', async () => {
  const { catcher, send } = await box();
  await expect(send('te groot', 'x '.repeat(2_000_000))).rejects.toMatchObject({ name: 'MailRefused', address: false });
  const large = 'x '.repeat(750_000);
  for (let n = 0; n < 50; n += 1) await send(`${n}`, large);
  expect(catcher.mails.length).toBeGreaterThan(30);
  expect(catcher.mails.length).toBeLessThan(50);
  expect(catcher.mails.at(-1)?.subject).toBe('49');
});

it('listens on this machine only', async () => {
  const { catcher } = await box();
  const others = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal);
  for (const { address } of others) {
    const reached = await new Promise((known) => {
      const socket = connect(Number(new URL(catcher.url).port), address, () => known(true));
      socket.on('error', () => known(false));
      socket.on('connect', () => socket.destroy());
    });
    expect(reached).toBe(false);
  }
  expect(catcher.url).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/);
});

it('has no address before it starts', () => {
  expect(() => new MailCatcher().url).toThrow('has not started');
});
