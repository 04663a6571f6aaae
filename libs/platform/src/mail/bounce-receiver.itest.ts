import { connect } from 'node:net';
import { Logger } from '@nestjs/common';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { BounceReceiver, type BounceReport } from './bounce-receiver';
import { EXCHANGE, EXCHANGE_ABSENCE, POSTFIX, report } from './reports.fixture';

const ID = '0f2c7f6e-3b7e-4a53-9d38-0a6f0c4f8a11';
const TO = `terug+${ID}@sr.voorbeeld.nl`;

let door: BounceReceiver;
let port: number;
let reports: BounceReport[];
let failing: boolean;
/** Whether a mail is known: by its id. */
let isKnown: (mailId: string) => Promise<boolean>;

beforeAll(() => Logger.overrideLogger(false));
beforeEach(async () => {
  reports = [];
  failing = false;
  isKnown = async () => true;
  door = new BounceReceiver({
    returnPath: 'terug@sr.voorbeeld.nl',
    host: '127.0.0.1',
    silenceMs: 1_000,
    isKnown: (mailId) => isKnown(mailId),
  });
  port = await door.start(0, async (found) => {
    if (failing) throw new Error('the database is away');
    reports.push(found);
  });
});
afterEach(() => door.close());

/** The code with which the door answers a mail. */
async function deliver(
  text: string | Buffer,
  to: string | string[] = TO,
  from: string | false = false,
): Promise<number> {
  const client = new SMTPConnection({ host: '127.0.0.1', port, ignoreTLS: true });
  client.on('error', () => undefined);
  await new Promise<void>((connected, failed) => client.connect((error) => (error ? failed(error) : connected())));
  const raw = typeof text === 'string' ? text.replace(/\r?\n/g, '\r\n') : text;
  return new Promise((answered) => {
    client.send({ from, to }, raw, (error, info) => {
      client.close();
      answered(error ? (error.responseCode ?? 0) : Number(info?.response.slice(0, 3)));
    });
  });
}

/** Says lines after the greeting, all at once; then goes away, or stays until the server ends it. What the server said. */
const say = (lines: string, end = true): Promise<string> =>
  new Promise((said) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => (end ? socket.end(lines) : socket.write(lines)));
    socket.on('data', (chunk) => (heard += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => said(heard));
  });

const isOpen = async (): Promise<void> => {
  expect(await deliver(POSTFIX)).toBe(250);
};

it('reads which mail did not arrive, and why', async () => {
  expect(await deliver(POSTFIX)).toBe(250);
  expect(await deliver(EXCHANGE, TO.toUpperCase())).toBe(250);
  expect(reports).toMatchObject([
    { mailId: ID, recipient: 'sam@voorbeeld.nl', status: '5.1.1', permanent: true, address: true },
    { mailId: ID, recipient: 'sam@voorbeeld.nl', status: '5.1.10', permanent: true, address: true },
  ]);
});

it.each([
  'iemand@sr.voorbeeld.nl',
  'terug@sr.voorbeeld.nl',
  'terug+123@sr.voorbeeld.nl',
  `terug+${ID}@voorbeeld.nl`,
  'postmaster@sr.voorbeeld.nl',
])('takes nothing for %s', async (to) => {
  expect(await deliver(POSTFIX, to)).toBe(550);
  expect(reports).toEqual([]);
});

it('takes nothing for a mail that was never sent, and hears nothing of it', async () => {
  isKnown = async (mailId) => mailId !== ID;
  expect(await deliver(POSTFIX)).toBe(550);
  expect(await say(`EHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<${TO}>\r\nDATA\r\nQUIT\r\n`, false)).toMatch(/^503 /m);
  expect(await deliver(POSTFIX, TO.replace(ID, '1f2c7f6e-3b7e-4a53-9d38-0a6f0c4f8a11'))).toBe(250);
  expect(reports).toHaveLength(1);
});

it('a stranger who holds connections open and says nothing has a few of them, and not for long', async () => {
  const idle = Array.from({ length: 30 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  const closed = idle.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
  const heard = idle.map(
    (socket) => new Promise<string>((said) => socket.once('data', (chunk) => said(chunk.toString()))),
  );
  const greetings = (await Promise.all(heard)).map((line) => line.slice(0, 3));
  expect(greetings.filter((code) => code === '220')).toHaveLength(5);
  expect(greetings.filter((code) => code === '421')).toHaveLength(25);
  await Promise.all(closed);
  await isOpen();
});

it('takes a mail for one address only, so that no second one is forgotten', async () => {
  const other = TO.replace(ID, '1f2c7f6e-3b7e-4a53-9d38-0a6f0c4f8a11');
  const heard = await say(`EHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<${TO}>\r\nRCPT TO:<${other}>\r\nQUIT\r\n`, false);
  expect(heard).toMatch(/^452 /m);
  expect(await deliver(POSTFIX, [TO, other])).toBe(250);
  expect(reports.map(({ mailId }) => mailId)).toEqual([ID]);
});

it('throws away what is no report, whoever sends it', async () => {
  expect(await deliver(EXCHANGE_ABSENCE, TO, 'sam@voorbeeld.nl')).toBe(250);
  expect(await deliver('Subject: dag\n\nHallo\n', TO, 'sam@voorbeeld.nl')).toBe(250);
  expect(await deliver(report('Action: delayed\nStatus: 4.4.1'))).toBe(250);
  expect(reports).toEqual([]);
});

it('has the sender try again when a report could not be recorded', async () => {
  isKnown = () => Promise.reject(new Error('the database is away'));
  expect(await deliver(POSTFIX)).toBe(451);
  isKnown = async () => true;
  failing = true;
  expect(await deliver(POSTFIX)).toBe(451);
  failing = false;
  expect(await deliver(POSTFIX)).toBe(250);
  expect(reports).toHaveLength(1);
});

it('refuses a mail that is too large, at its end or as soon as it says so', async () => {
  expect(await deliver(`${POSTFIX}${'x '.repeat(5_500_000)}`)).toBe(552);
  const announced = `EHLO x\r\nMAIL FROM:<> SIZE=${11 * 1024 * 1024}\r\nQUIT\r\n`;
  expect(await say(announced, false)).toMatch(/^552 /m);
  expect(reports).toEqual([]);
  await isOpen();
});

it('reads the beginning of a report that returns a large mail', async () => {
  expect(await deliver(POSTFIX.replace('Beste Sam,', 'Beste Sam, \n'.repeat(100_000)))).toBe(250);
  expect(reports).toMatchObject([{ mailId: ID, status: '5.1.1' }]);
});

it('stays open whatever it is sent', async () => {
  const head = `EHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<${TO}>\r\nDATA\r\n`;
  const parts = Array.from({ length: 30 }, (_, n) => `--b${n}\nContent-Type: multipart/mixed; boundary=b${n + 1}\n`);
  expect(await deliver(`Content-Type: multipart/mixed; boundary=b0\n\n${parts.join('\n')}`)).toBe(250);
  expect(await deliver(Buffer.from(Array.from({ length: 50_000 }, (_, n) => (n * 7919) % 256)))).toBe(250);
  expect(await deliver('\n')).toBe(250);
  expect(await deliver(POSTFIX.slice(0, 900))).toBe(250);
  await say('');
  await say('\u0000\u0001\u0002\r\n\r\nGET / HTTP/1.1\r\n\r\n');
  await say(`${'A'.repeat(100_000)}\r\n`);
  await say(head + POSTFIX.slice(0, 500));
  await say(`${head}.\r\nQUIT\r\n`);
  await say('MAIL FROM:<>\r\nDATA\r\nRCPT TO:<>\r\nRSET\r\nVRFY root\r\nEXPN x\r\nAUTH PLAIN AAAA\r\nQUIT\r\n');
  expect(reports).toEqual([]);
  await isOpen();
});

it('passes nothing on and lets nobody sign in', async () => {
  const heard = await say(`EHLO x\r\nAUTH PLAIN AGEAYg==\r\nMAIL FROM:<a@b.nl>\r\nRCPT TO:<c@d.nl>\r\nQUIT\r\n`, false);
  expect(heard).not.toMatch(/^250[ -]AUTH/m);
  expect(heard).toMatch(/^550 5\.1\.1 /m);
  expect(heard).not.toMatch(/^235 /m);
});

it('says at once when its port is taken or its address is none', async () => {
  const second = new BounceReceiver({ returnPath: 'terug@sr.voorbeeld.nl', host: '127.0.0.1' });
  await expect(second.start(port, async () => undefined)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(() => new BounceReceiver({ returnPath: 'terug' })).toThrow(/return path/);
});
