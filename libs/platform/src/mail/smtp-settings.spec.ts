import { bounceAddress, mailOfBounceAddress, readAddress } from './address';
import { readSettings, WrongMailSettings, type SmtpSettings } from './smtp-settings';

const ID = '0f2c7f6e-3b7e-4a53-9d38-0a6f0c4f8a11';
const read = (more: Partial<SmtpSettings>) =>
  readSettings({ url: 'smtp://mail.voorbeeld.nl', from: 'noreply@voorbeeld.nl', returnPath: null, ...more });

describe('the address of the mail server', () => {
  it.each([
    ['smtp://mail.voorbeeld.nl', { port: 587, secure: false, requireTLS: true, ignoreTLS: false }],
    ['smtp://mail.voorbeeld.nl:25', { port: 25, secure: false, requireTLS: true, ignoreTLS: false }],
    ['smtp://mail.voorbeeld.nl:25?tls=off', { port: 25, secure: false, requireTLS: false, ignoreTLS: true }],
    ['smtps://mail.voorbeeld.nl', { port: 465, secure: true, requireTLS: false, ignoreTLS: false }],
    ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, requireTLS: false, ignoreTLS: true }],
    ['smtp://localhost:2525', { host: 'localhost', requireTLS: false, ignoreTLS: true }],
    ['smtp://[::1]:2525', { host: '::1', requireTLS: false, ignoreTLS: true }],
    ['smtp://localhost:2525?tls=required', { requireTLS: true, ignoreTLS: false }],
    // A name that only begins like this machine is another machine.
    ['smtp://127.0.0.1.voorbeeld.nl', { requireTLS: true, ignoreTLS: false }],
    ['smtp://localhost.voorbeeld.nl', { requireTLS: true, ignoreTLS: false }],
    ['smtp://bob%40x.nl:a%2Fb%3A@mail.voorbeeld.nl', { auth: { user: 'bob@x.nl', pass: 'a/b:' }, requireTLS: true }],
  ])('%s', (url, expected) => {
    expect(read({ url }).transport).toMatchObject(expected);
  });

  it('always has the certificate checked and never goes on without TLS when it is asked for', () => {
    for (const url of ['smtp://mail.voorbeeld.nl', 'smtps://mail.voorbeeld.nl', 'smtp://localhost']) {
      expect(read({ url }).transport).toMatchObject({
        opportunisticTLS: false,
        tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
      });
    }
  });

  it.each([
    ['', /write an address like smtps:/],
    ['mail.voorbeeld.nl', /write an address like smtps:/],
    ['http://mail.voorbeeld.nl', /write an address like smtps:/],
    ['smtp://', /write an address like smtps:/],
    ['smtp://mail.voorbeeld.nl/geheim', /write an address like smtps:/],
    ['smtp://mail.voorbeeld.nl?tls=maybe', /only tls=off or tls=required/],
    ['smtp://mail.voorbeeld.nl?TLS=off', /only tls=off or tls=required/],
    ['smtp://mail.voorbeeld.nl?tls=off&rejectUnauthorized=false', /only tls=off or tls=required/],
    ['smtps://mail.voorbeeld.nl?tls=off', /contradicts itself/],
    ['smtp://bob:geheim%@mail.voorbeeld.nl', /percent-encoded/],
    ['smtp://bob@mail.voorbeeld.nl', /go together/],
    ['smtp://bob:geheim@mail.voorbeeld.nl?tls=off', /not sent over a network without TLS/],
  ])('%j is refused, without a word of it', (url, message) => {
    const refused = (): unknown => read({ url });
    expect(refused).toThrow(WrongMailSettings);
    expect(refused).toThrow(message);
    expect(refused).not.toThrow(/geheim/);
  });
});

describe('the sender and the return path', () => {
  it.each([
    ['noreply@voorbeeld.nl', '', 'noreply'],
    ['Social return <noreply@voorbeeld.nl>', 'Social return', 'noreply'],
    ['"Rijk, social return" <noreply@voorbeeld.nl>', 'Rijk, social return', 'noreply'],
  ])('%s', (from, name, local) => {
    expect(read({ from }).from).toEqual({ name, address: { local, host: 'voorbeeld.nl' } });
  });

  it('are refused when no mail can be sent to them', () => {
    expect(() => read({ from: 'Social return' })).toThrow(/^The sender: write an address like Social Return </);
    expect(() => read({ from: 'A <a@b.nl>\nBcc: c@d.nl' })).toThrow(/^The sender: /);
    expect(() => read({ from: 'A\nBcc: c <a@b.nl>' })).toThrow(/^The sender: /);
    expect(() => read({ returnPath: 'terug' })).toThrow(/^The return path: write an address like terug@/);
    expect(() => read({ returnPath: 'terug+x@voorbeeld.nl' })).toThrow(/without a \+/);
    expect(() => read({ replyTo: 'a@b, c@d' })).toThrow(/^The address for answers: write an address like netwerk@/);
    expect(() => read({ returnPath: `${'t'.repeat(28)}@voorbeeld.nl` })).toThrow(/at most 27 characters/);
    expect(read({ returnPath: `${'t'.repeat(27)}@voorbeeld.nl` }).returnPath?.local).toHaveLength(27);
  });
});

describe('the address to which a bounce comes back', () => {
  const terug = { local: 'Terug', host: 'voorbeeld.nl' };

  it('tells which mail it is about, in any case', () => {
    expect(bounceAddress(terug, ID)).toBe(`Terug+${ID}@voorbeeld.nl`);
    expect(mailOfBounceAddress(terug, `terug+${ID.toUpperCase()}@Voorbeeld.NL`)).toBe(ID);
  });

  it('is one that every server takes, with the longest return path', () => {
    expect(readAddress(bounceAddress({ local: 't'.repeat(27), host: 'voorbeeld.nl' }, ID))).not.toBeNull();
  });

  it.each([
    `terug@voorbeeld.nl`,
    `terug+@voorbeeld.nl`,
    `terug+${ID}x@voorbeeld.nl`,
    `terug+${ID.slice(1)}@voorbeeld.nl`,
    `xterug+${ID}@voorbeeld.nl`,
    `terug+${ID}@ander.nl`,
    `terug+${ID}@voorbeeld.nl@ander.nl`,
    `terug+${ID}@sub.voorbeeld.nl`,
    '',
  ])('%j is not one', (address) => {
    expect(mailOfBounceAddress(terug, address)).toBeNull();
  });
});
