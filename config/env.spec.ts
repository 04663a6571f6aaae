import { isReachedOverTls, queueStoreOf, readEnv, securityTxtOf, WrongEnvironment } from './env';

const linesOf = (variables: NodeJS.ProcessEnv, required: Parameters<typeof readEnv>[0] = []): readonly string[] => {
  try {
    readEnv(required, variables);
  } catch (error) {
    if (error instanceof WrongEnvironment) return error.lines;
    throw error;
  }
  return [];
};

describe('the environment', () => {
  it('has defaults for what may be left out', () => {
    expect(readEnv([], {})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1' });
    expect(readEnv([], {}).DATABASE_URL).toBeUndefined();
  });

  it('reads what is given, and takes an empty variable as not set', () => {
    const url = 'postgres://app:secret@localhost:5432/sr';
    expect(readEnv([], { DATABASE_URL: url, PORT: '8080', HOST: '' })).toMatchObject({
      DATABASE_URL: url,
      PORT: 8080,
      HOST: '127.0.0.1',
    });
  });

  it('names every wrong variable at once, and never its value', () => {
    const lines = linesOf({ DATABASE_URL: 'geheim', PORT: 'abc', HOST: 'example.nl' });
    expect(lines).toEqual([
      'DATABASE_URL: write an address like postgres://user:password@host:5432/database',
      'PORT: write a port from 1 to 65535',
      'HOST: write 127.0.0.1, 0.0.0.0, ::1 or ::',
    ]);
    expect(lines.join()).not.toContain('geheim');
  });

  it('asks cookies to use TLS where the product is reached over it', () => {
    expect(isReachedOverTls(readEnv([], {}))).toBe(false);
    expect(isReachedOverTls(readEnv([], { PUBLIC_URL: 'http://localhost:3000' }))).toBe(false);
    expect(isReachedOverTls(readEnv([], { PUBLIC_URL: 'https://social-return.example.nl' }))).toBe(true);
    expect(linesOf({ PUBLIC_URL: 'social-return.example.nl', DEMO: 'yes' })).toEqual([
      'PUBLIC_URL: write an address like https://social-return.example.nl',
      'DEMO: write on or off',
    ]);
  });

  it.each(['mailto:veilig@example.nl', 'https://example.nl/meld', 'tel:+31-70-1234567'])(
    'tells where a hole in the security is reported: %s',
    (SECURITY_CONTACT) => {
      const overTls = { SECURITY_CONTACT, PUBLIC_URL: 'https://social-return.example.nl' };
      expect(securityTxtOf(readEnv([], overTls))).toEqual({
        contact: SECURITY_CONTACT,
        publicUrl: 'https://social-return.example.nl',
      });
      const plain = { SECURITY_CONTACT, PUBLIC_URL: 'http://localhost:3000' };
      expect(securityTxtOf(readEnv([], plain))).toEqual({ contact: SECURITY_CONTACT, publicUrl: null });
    },
  );

  it.each([
    'veilig@example.nl',
    'http://example.nl/meld',
    'https://',
    'mailto:x y@example.nl',
    'tel:112',
    'https://a\nX: y',
  ])('refuses %j as a place to report to', (SECURITY_CONTACT) => {
    expect(linesOf({ SECURITY_CONTACT })).toEqual([
      'SECURITY_CONTACT: write an address that begins with mailto:, https:// or tel:+',
    ]);
    expect(securityTxtOf(readEnv([], {}))).toBeNull();
  });

  it.each(['0', '65536', '-1', '12.5', '1e9'])('refuses port %s', (PORT) => {
    expect(linesOf({ PORT })).toHaveLength(1);
  });

  it('asks for what a process cannot do without', () => {
    expect(linesOf({}, ['DATABASE_URL', 'DATABASE_OWNER_URL'])).toEqual([
      'DATABASE_URL: is required',
      'DATABASE_OWNER_URL: is required',
    ]);
  });

  it('keeps queues in the database unless Redis is given', () => {
    const database = 'postgres://app@localhost/sr';
    expect(queueStoreOf(readEnv([], {}), database)).toEqual({ kind: 'POSTGRES', url: database });
    const url = 'redis://localhost:6379/2';
    expect(queueStoreOf(readEnv([], { REDIS_URL: url }), database)).toEqual({ kind: 'REDIS', url });
  });

  it.each([
    ['REDIS_URL', 'redis://localhost'],
    ['REDIS_URL', 'rediss://user:p%40ss@redis.example.nl:6380/1'],
    ['SMTP_URL', 'smtp://localhost:1025'],
    ['SMTP_URL', 'smtps://user:p%40ss@mail.example.nl:465/'],
    ['SMTP_URL', 'smtp://mail.example.nl?tls=required'],
    ['MAIL_FROM', 'social-return@example.nl'],
    ['MAIL_FROM', 'Social Return <social-return@example.nl>'],
    ['MAIL_RETURN_PATH', `${'t'.repeat(27)}@example.nl`],
    ['MAIL_REPLY_TO', 'netwerk@example.nl'],
    ['BOUNCE_PORT', '2525'],
  ])('takes %s: %s', (name, value) => {
    expect(linesOf({ [name]: value })).toEqual([]);
    expect(String(readEnv([], { [name]: value })[name as 'REDIS_URL'])).toBe(value);
  });

  it.each([
    ['REDIS_URL', 'localhost:6379', 'write an address like redis://user:password@host:6379/0'],
    ['REDIS_URL', 'postgres://localhost/x', 'write an address like redis://user:password@host:6379/0'],
    ['REDIS_URL', 'redis://localhost/naam', 'write an address like redis://user:password@host:6379/0'],
    ['SMTP_URL', 'mail.example.nl', 'write an address like smtps://user:password@host:465 or smtp://host:587'],
    ['SMTP_URL', 'https://x', 'write an address like smtps://user:password@host:465 or smtp://host:587'],
    ['MAIL_FROM', 'Social Return', 'write an address like Social Return <social-return@example.nl>'],
    ['MAIL_FROM', 'A <a@b.nl>\nBcc: c@d.nl', 'write an address like Social Return <social-return@example.nl>'],
    ['SMTP_URL', 'smtp://mail.example.nl?requireTLS=true', 'after the ? only tls=off or tls=required can stand'],
    ['SMTP_URL', 'smtp://mail.example.nl?tls=maybe', 'after the ? only tls=off or tls=required can stand'],
    ['SMTP_URL', 'smtps://mail.example.nl?tls=off', 'smtps with tls=off contradicts itself'],
    ['SMTP_URL', 'smtp://u:a%@mail.example.nl', 'user and password have to be percent-encoded'],
    ['MAIL_RETURN_PATH', 'terug+x@example.nl', 'write an address like terug@example.nl, without a +'],
    [
      'MAIL_RETURN_PATH',
      `${'t'.repeat(28)}@example.nl`,
      'write at most 27 characters before the @: the number of a mail is added to it',
    ],
    ['MAIL_RETURN_PATH', 'teruggestuurd@exämple..nl', 'write an address like terug@example.nl, without a +'],
    ['MAIL_REPLY_TO', 'a@b.nl, c@d.nl', 'write an address like netwerk@example.nl'],
    ['BOUNCE_PORT', '70000', 'write a port from 1 to 65535'],
    ['BOUNCE_PORT', 'smtp', 'write a port from 1 to 65535'],
  ])('refuses %s: %s', (name, value, message) => {
    expect(linesOf({ [name]: value })).toEqual([`${name}: ${message}`]);
  });
});
