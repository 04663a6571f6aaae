import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { MailCatcher } from './mail-catcher';
import { MailPostponed, MailRefused, MailUncertain, type Mail } from './mail';
import { rude as rudeServer, type Deed, type Step } from '../../../../test/support/rude-server';
import { SmtpMailer } from './smtp-mailer';
import { type SmtpSettings } from './smtp-settings';

const mail = (more: Partial<Mail> = {}): Mail => ({
  id: randomUUID(),
  to: { name: 'Sam de Wit', address: 'sam@voorbeeld.nl' },
  subject: 'Twee dingen voor deze week',
  text: 'Beste Sam,\n\nEr staan twee dingen voor u klaar.',
  html: '<p>Beste Sam,</p><p>Er staan twee dingen voor u klaar.</p>',
  language: 'nl',
  calendar: null,
  ...more,
});

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Long for what is expected to come, and short for what is not: a busy machine changes no outcome. */
const LIMITS = { connectMs: 5_000, greetingMs: 5_000, answerMs: 5_000, mailMs: 20_000, closeMs: 500 };
const limitsFor = (step: Step, deed: Deed) =>
  deed !== 'hang' ? LIMITS : { ...LIMITS, ...(step === 'greeting' ? { greetingMs: 400 } : { answerMs: 400 }) };

function mailer(url: string, more: Partial<SmtpSettings> = {}): SmtpMailer {
  const made = new SmtpMailer({
    url,
    from: 'Social return <noreply@sr.voorbeeld.nl>',
    returnPath: 'terug@sr.voorbeeld.nl',
    limits: LIMITS,
    ...more,
  });
  closers.push(() => made.close());
  return made;
}

async function catcher(): Promise<MailCatcher> {
  const made = new MailCatcher();
  await made.start();
  closers.push(() => made.close());
  return made;
}

const failureOf = async (sending: Promise<unknown>): Promise<Error> =>
  sending.then(
    () => {
      throw new Error('it was sent');
    },
    (error: Error) => error,
  );

async function rude(step: Step, deed: Deed, extensions: readonly string[], good = 0) {
  const server = await rudeServer(step, deed, extensions, good);
  closers.push(server.close);
  return server;
}

describe('what becomes of a mail', () => {
  type Outcome = 'postponed' | 'uncertain' | 'refused' | 'wrong address';
  const outcomeOf = (error: Error): string => {
    if (error instanceof MailPostponed) return 'postponed';
    if (error instanceof MailUncertain) return 'uncertain';
    if (error instanceof MailRefused) return error.address ? 'wrong address' : 'refused';
    return error.stack ?? '';
  };

  const CASES: readonly [step: Step, deed: Deed, outcome: Outcome][] = [
    // For now
    ['greeting', '421 4.3.2 Too busy', 'postponed'],
    ['greeting', '450 Not now', 'postponed'],
    ['EHLO', '421 4.3.2 Too busy', 'postponed'],
    ['MAIL', '451 4.7.1 Not now', 'postponed'],
    ['RCPT', '450 4.2.0 Greylisted', 'postponed'],
    ['RCPT', '452 4.2.2 Mailbox full', 'postponed'],
    ['RCPT', '421 4.7.0 Closing', 'postponed'],
    ['DATA', '451 4.3.0 Not now', 'postponed'],
    ['end', '451 4.3.0 Not now', 'postponed'],
    ['end', '421 4.3.0 Closing', 'postponed'],
    // For good, about the connection
    ['greeting', '554 No SMTP here', 'postponed'],
    ['EHLO', '550 5.7.1 Not you', 'postponed'],
    // For good, about the mail
    ['MAIL', '550 5.7.1 Not as this sender', 'refused'],
    ['MAIL', '553 5.1.8 Sender has no domain', 'refused'],
    ['RCPT', '554 5.7.1 Relay access denied', 'refused'],
    ['RCPT', '550 5.7.1 Relay access denied', 'refused'],
    ['RCPT', '552 5.2.2 Mailbox full', 'refused'],
    ['DATA', '554 5.5.1 No', 'refused'],
    ['end', '554 5.7.1 Spam', 'refused'],
    ['end', '550 Spam', 'refused'],
    ['end', '552 5.3.4 Too large', 'refused'],
    // For good, about the address
    ['RCPT', '550 5.1.1 No such user', 'wrong address'],
    ['RCPT', '550 No such user', 'wrong address'],
    ['RCPT', '551 User not local', 'wrong address'],
    ['RCPT', '553 Not an address', 'wrong address'],
    ['RCPT', '554 5.1.2 No such host', 'wrong address'],
    ['RCPT', '550 5.4.1 Recipient address rejected: Access denied', 'wrong address'],
    ['end', '550 5.1.1 No such user after all', 'wrong address'],
    // Silence and broken connections before the text
    ['greeting', 'hang', 'postponed'],
    ['greeting', 'close', 'postponed'],
    ['EHLO', 'hang', 'postponed'],
    ['EHLO', 'close', 'postponed'],
    ['MAIL', 'hang', 'postponed'],
    ['MAIL', 'close', 'postponed'],
    ['RCPT', 'hang', 'postponed'],
    ['RCPT', 'close', 'postponed'],
    ['DATA', 'hang', 'postponed'],
    ['DATA', 'close', 'postponed'],
    // And after it began
    ['text', 'hang', 'uncertain'],
    ['text', 'close', 'uncertain'],
    ['end', 'hang', 'uncertain'],
    ['end', 'close', 'uncertain'],
    ['end', 'what?', 'uncertain'],
    ['end', '354 Go on', 'uncertain'],
  ];

  for (const extensions of [[], ['PIPELINING', 'ENHANCEDSTATUSCODES']] as const) {
    it.each(CASES)(`${extensions.length ? 'pipelined' : 'one by one'}, %s: %s → %s`, async (step, deed, outcome) => {
      const server = await rude(step, deed, extensions);
      const started = performance.now();
      const error = await failureOf(mailer(server.url, { limits: limitsFor(step, deed) }).send(mail()));
      expect(outcomeOf(error)).toBe(outcome);
      // Each limit ends its own silence, not a longer one.
      expect(performance.now() - started).toBeLessThan(LIMITS.answerMs);
      expect(error.message).not.toBe('');
      if (/^[45]\d\d/.test(deed)) expect(error.message).toContain(deed);
      // Whatever happens, the text of one mail goes out once.
      expect(server.seen.texts).toBe(['text', 'end'].includes(step) ? 1 : 0);
    });
  }

  it.each<[step: Step, deed: Deed, outcome: Outcome | 'sent', texts: number]>([
    // A limit of mails for each connection, and a server that ended the connection in between: another connection.
    ['MAIL', '421 4.7.0 Too many mails on this connection', 'sent', 2],
    ['MAIL', 'close', 'sent', 2],
    ['DATA', 'close', 'sent', 2],
    // Once the text went out it is never sent again, though another connection would take it.
    ['text', 'close', 'uncertain', 2],
    ['end', 'close', 'uncertain', 2],
    ['end', 'hang', 'uncertain', 2],
    ['end', '421 4.3.0 Closing', 'postponed', 2],
    ['end', '451 4.3.0 Not now', 'postponed', 2],
  ])('of the second mail on a connection, %s: %s → %s', async (step, deed, outcome, texts) => {
    for (const extensions of [[], ['PIPELINING']]) {
      const server = await rude(step, deed, extensions, 1);
      const out = mailer(server.url, { connections: 1, limits: limitsFor(step, deed) });
      await out.send(mail());
      expect(await out.send(mail()).then(() => 'sent', outcomeOf)).toBe(outcome);
      // Long enough for a second try, were there one.
      await new Promise((later) => setTimeout(later, 300));
      expect(server.seen.texts).toBe(texts);
    }
  });

  it('says which code a server gave', async () => {
    const server = await rude('RCPT', '550 5.1.10 RESOLVER.ADR.RecipientNotFound', []);
    const error = await failureOf(mailer(server.url).send(mail()));
    expect(error).toMatchObject({ name: 'MailRefused', address: true, code: 550, status: '5.1.10' });
  });

  it('postpones when nobody listens', async () => {
    const error = await failureOf(mailer('smtp://127.0.0.1:1').send(mail()));
    expect(outcomeOf(error)).toBe('postponed');
  });

  it('postpones when the host has no address', async () => {
    const error = await failureOf(mailer('smtp://nergens.invalid?tls=off').send(mail()));
    expect(outcomeOf(error)).toBe('postponed');
  });

  it('goes on with a server that refused another mail', async () => {
    const box = await catcher();
    box.refuse('bounce@', 550);
    box.refuse('later@', 451);
    const out = mailer(box.url, { connections: 1 });
    const to = (address: string): Mail => mail({ to: { name: '', address } });
    const results = await Promise.allSettled(
      ['a@x.nl', 'bounce@x.nl', 'later@x.nl', 'b@x.nl'].map((a) => out.send(to(a))),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    box.accept('later@');
    await out.send(to('later@x.nl'));
    expect(box.mails.map((caught) => caught.to[0])).toEqual(['a@x.nl', 'b@x.nl', 'later@x.nl']);
  });

  it('takes a new connection when the server ended the old one between mails', async () => {
    const box = await catcher();
    const out = mailer(box.url, { connections: 1 });
    await out.send(mail());
    const port = Number(new URL(box.url).port);
    await box.close();
    const again = new MailCatcher();
    await again.start(port);
    closers.push(() => again.close());
    await out.send(mail());
    expect(again.mails).toHaveLength(1);
  });

  it('gives up on a server that only trickles', async () => {
    const server = await rude('MAIL', '250-wait', []);
    const started = performance.now();
    const error = await failureOf(
      mailer(server.url, { limits: { ...LIMITS, answerMs: 60_000, mailMs: 700 } }).send(mail()),
    );
    expect(outcomeOf(error)).toBe('postponed');
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('finishes or gives up what is on its way when it closes', async () => {
    const box = await catcher();
    const good = mailer(box.url);
    const sent = good.send(mail());
    await new Promise((soon) => setTimeout(soon, 100));
    await good.close();
    await sent;

    const server = await rude('end', 'hang', []);
    const stuck = mailer(server.url, { connections: 1, limits: { ...LIMITS, answerMs: 60_000, closeMs: 200 } });
    const first = failureOf(stuck.send(mail()));
    const waiting = failureOf(stuck.send(mail()));
    await new Promise((soon) => setTimeout(soon, 200));
    const closing = performance.now();
    await stuck.close();
    expect(performance.now() - closing).toBeLessThan(LIMITS.answerMs);
    expect([outcomeOf(await first), outcomeOf(await waiting)]).toEqual(['uncertain', 'postponed']);
    expect(outcomeOf(await failureOf(stuck.send(mail())))).toBe('postponed');
  });
});

describe('a secure connection', () => {
  // smtp-server's own certificate: nobody vouches for it.
  async function unknown(secure: boolean, disabledCommands: string[]) {
    let mails = 0;
    const server = new SMTPServer({
      secure,
      logger: false,
      authOptional: true,
      disabledCommands,
      closeTimeout: 50,
      onAuth: (_auth, _session, done) => done(null, { user: 'x' }),
      onData: (stream, _session, done) => {
        mails += 1;
        stream.resume();
        stream.on('end', () => done());
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
    closers.push(() => new Promise((closed) => server.close(closed)));
    return { port: (server.server.address() as AddressInfo).port, mails: () => mails };
  }

  it('is refused when nobody vouches for the certificate, from the first byte and by STARTTLS', async () => {
    const direct = await unknown(true, []);
    const upgraded = await unknown(false, []);
    for (const url of [`smtps://127.0.0.1:${direct.port}`, `smtp://127.0.0.1:${upgraded.port}?tls=required`]) {
      const error = await failureOf(mailer(url).send(mail()));
      expect(error).toBeInstanceOf(MailPostponed);
      expect(error.message).toMatch(/self-signed|certificate|expired/i);
    }
    expect(direct.mails() + upgraded.mails()).toBe(0);
  });

  it('is asked of a server that has no STARTTLS: no mail and no password go out without it', async () => {
    const server = await unknown(false, ['STARTTLS']);
    const out = mailer(`smtp://bob:geheim@127.0.0.1:${server.port}?tls=required`);
    const error = await failureOf(out.send(mail()));
    expect(error).toBeInstanceOf(MailPostponed);
    expect(server.mails()).toBe(0);
    await expect(out.check()).rejects.toBeInstanceOf(MailPostponed);
  });

  it('tells nobody the password', async () => {
    const password = 'zeer-geheim!';
    const base64 = (text: string): string => Buffer.from(text).toString('base64');
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      closeTimeout: 50,
      // A server that repeats what it was told.
      onAuth: (auth, _session, done) =>
        done(new Error(`535 no ${auth.password} ${base64(auth.password ?? '')} ${base64(`\0bob\0${auth.password}`)}`)),
    });
    server.on('error', () => undefined);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
    closers.push(() => new Promise((closed) => server.close(closed)));
    const { port } = server.server.address() as AddressInfo;
    const out = mailer(`smtp://bob:${encodeURIComponent(password)}@127.0.0.1:${port}`);
    for (const error of [await failureOf(out.send(mail())), await failureOf(out.check())]) {
      expect(error).toBeInstanceOf(MailPostponed);
      const shown =
        inspect({ error, out }, { depth: 10, showHidden: true }) + JSON.stringify({ error, out }) + error.stack;
      for (const form of [password, base64(password), base64(`\0bob\0${password}`), encodeURIComponent(password)]) {
        expect(shown).not.toContain(form);
      }
      expect(error.message).toContain('535 no ***');
    }
  });
});

describe('a mail', () => {
  it('arrives as it was written, with what lets computers leave it alone', async () => {
    const box = await catcher();
    const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n';
    const one = mail({ calendar, subject: 'Herinnering: gesprek mét José — 3 juni' });
    const out = mailer(box.url, { replyTo: 'loket@voorbeeld.nl' });
    const sent = await out.send(one);
    expect(sent.messageId).toBe(`<${one.id}@sr.voorbeeld.nl>`);
    expect(sent.response).toMatch(/^250 /);
    const [caught] = await box.waitFor(1);
    expect(caught).toMatchObject({
      number: 1,
      from: `terug+${one.id}@sr.voorbeeld.nl`,
      to: ['sam@voorbeeld.nl'],
      toName: 'Sam de Wit',
      subject: one.subject,
      text: one.text,
      calendar,
      messageId: sent.messageId,
    });
    expect(caught?.html).toBe(one.html);
    expect(caught?.headers).toMatchObject({
      from: 'Social return <noreply@sr.voorbeeld.nl>',
      'reply-to': 'loket@voorbeeld.nl',
      'auto-submitted': 'auto-generated',
      'content-language': 'nl',
      'list-id': '<meldingen.sr.voorbeeld.nl>',
      'x-auto-response-suppress': 'All',
    });
  });

  it('carries its calendar file byte for byte', async () => {
    const server = await rude('end', '250 Queued', []);
    const calendar = 'BEGIN:VCALENDAR\r\nSUMMARY:Één\r\nEND:VCALENDAR\r\n';
    await mailer(server.url).send(mail({ calendar }));
    expect(server.seen.raw).toMatch(/text\/calendar; charset=utf-8; method=PUBLISH;\s+name=afspraken\.ics/);
    expect(server.seen.raw).toContain(Buffer.from(calendar).toString('base64'));
  });

  it('has no calendar file when there are no days, and comes back to the sender without a return path', async () => {
    const box = await catcher();
    await mailer(box.url, { returnPath: null }).send(mail({ language: 'en' }));
    expect(box.mails[0]).toMatchObject({ from: 'noreply@sr.voorbeeld.nl', calendar: null });
    expect(box.mails[0]?.headers).not.toHaveProperty('reply-to');
    expect(box.mails[0]?.headers['content-language']).toBe('en');
  });

  it.each([
    ['subject', { subject: 'Hallo\r\nBcc: dief@kwaad.nl\r\n\r\n<b>tekst</b>' }],
    ['name', { to: { name: 'Sam\r\nBcc: dief@kwaad.nl\r\n', address: 'sam@voorbeeld.nl' } }],
    ['name with an address', { to: { name: 'Sam" <dief@kwaad.nl>, "', address: 'sam@voorbeeld.nl' } }],
    ['name with a direction', { to: { name: 'Sam \u202Eld.nl', address: 'sam@voorbeeld.nl' } }],
  ])('takes nothing slipped into its headers by the %s', async (_where, more: Partial<Mail>) => {
    const box = await catcher();
    await mailer(box.url).send(mail(more));
    const [caught] = box.mails;
    expect(caught?.to).toEqual(['sam@voorbeeld.nl']);
    expect(caught?.headers).not.toHaveProperty('bcc');
    expect(caught?.headers['to']).toMatch(/<sam@voorbeeld\.nl>$/);
    expect(caught?.text).toBe(mail().text);
    expect(caught?.subject).not.toMatch(/[\r\n]/);
    expect(caught?.toName).not.toMatch(/[\r\n\u202E]/);
  });

  it.each([
    '',
    'sam',
    'sam@',
    '@voorbeeld.nl',
    'sam@voorbeeld.nl, dief@kwaad.nl',
    'sam@voorbeeld.nl>\r\nRCPT TO:<dief@kwaad.nl',
    '<sam@voorbeeld.nl>',
    'sam de wit@voorbeeld.nl',
    '"sam"@voorbeeld.nl',
    'sám@voorbeeld.nl',
    'sam@voor_beeld.nl',
    'sam@[127.0.0.1]',
    'sam..wit@voorbeeld.nl',
    `${'s'.repeat(65)}@voorbeeld.nl`,
  ])('is refused for the address %j without a word to the server', async (address) => {
    const box = await catcher();
    const error = await failureOf(mailer(box.url).send(mail({ to: { name: 'Sam', address } })));
    expect(error).toMatchObject({ name: 'MailRefused', address: true, code: null });
    expect(error.message).not.toMatch(/[\r\n]/);
    expect(box.mails).toHaveLength(0);
  });

  it('goes to a host with accents, and to names with + and apostrophes', async () => {
    const box = await catcher();
    const out = mailer(box.url);
    for (const address of ["o'neil+sr@voorbeeld.nl", 'sam@café.nl'])
      await out.send(mail({ to: { name: '', address } }));
    expect(box.mails.map(({ headers }) => headers['to'])).toEqual(["o'neil+sr@voorbeeld.nl", 'sam@xn--caf-dma.nl']);
  });
});
