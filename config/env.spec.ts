import { isReachedOverTls, readEnv, WrongEnvironment } from './env';

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

  it.each(['0', '65536', '-1', '12.5', '1e9'])('refuses port %s', (PORT) => {
    expect(linesOf({ PORT })).toHaveLength(1);
  });

  it('asks for what a process cannot do without', () => {
    expect(linesOf({}, ['DATABASE_URL', 'DATABASE_OWNER_URL'])).toEqual([
      'DATABASE_URL: is required',
      'DATABASE_OWNER_URL: is required',
    ]);
  });
});
