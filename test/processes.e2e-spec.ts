import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../config/migrate';
import {
  createProductDatabase,
  temporaryPostgres,
  type EmbeddedPostgres,
} from '../apps/standalone/src/postgres/embedded-postgres';
import { freePort } from './support/command';

const PROJECT = join(__dirname, '..');

/** Runs a compiled process and answers what it wrote when it was ready or had ended, and how to end it. */
function launch(app: string, env: Record<string, string>, program = 'main.js') {
  const main = join('dist', 'apps', app, 'apps', app, 'src', program);
  const child = spawn(process.execPath, [main], { cwd: PROJECT, env: { PATH: process.env['PATH'], ...env } });
  children.push(child);
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<void>((resolve) => child.stdout.on('data', () => resolve()));
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  return { child, ended, started: Promise.race([ready, ended]), output: () => output };
}

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});

describe('the processes of a real installation', () => {
  let server: EmbeddedPostgres;
  let url: string;

  beforeAll(async () => {
    server = await temporaryPostgres('sr-e2e-');
    const { ownerUrl, appUrl } = await createProductDatabase(server, 'product');
    await migrate(ownerUrl, appUrl);
    url = appUrl;
  });
  afterAll(() => server.stop());

  it('the API serves, tells when the database is away, and stops at a termination', async () => {
    const port = await freePort();
    const api = launch('api', { DATABASE_URL: url, PORT: String(port) });
    await api.started;
    const root = `http://127.0.0.1:${port}`;
    expect(api.output()).toBe(`The API listens on ${root}/v1\nThe screens are at ${root}/\n`);
    const health = await fetch(`http://127.0.0.1:${port}/v1/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    api.child.kill('SIGTERM');
    expect(await api.ended).toBe(143);
  });

  it('the worker is ready, and stops at Ctrl-C', async () => {
    const worker = launch('worker', { DATABASE_URL: url });
    await worker.started;
    expect(worker.output()).toBe('The worker is ready. Without SMTP_URL mails wait.\n');
    worker.child.kill('SIGINT');
    expect(await worker.ended).toBe(130);
  });

  it.each(['api', 'worker'])('the %s says what it cannot do without', async (app) => {
    const bare = launch(app, {});
    expect(await bare.ended).toBe(2);
    expect(bare.output()).toBe('DATABASE_URL: is required\n');
  });

  it.each(['api', 'worker'])('the %s does not serve as a role that may do everything', async (app) => {
    const superuser = launch(app, { DATABASE_URL: server.adminUrl('product') });
    expect(await superuser.ended).toBe(2);
    expect(superuser.output()).toContain('DATABASE_URL: its role bypasses row security');
  });

  it('the API offers no accounts to choose from on a database that the example did not make', async () => {
    const demo = launch('api', { DATABASE_URL: url, DEMO: 'on' });
    expect(await demo.ended).toBe(2);
    expect(demo.output()).toContain('DEMO: this database was not made by the example');

    const port = await freePort();
    const api = launch('api', { DATABASE_URL: url, PORT: String(port) });
    await api.started;
    const at = (path: string) => `http://127.0.0.1:${port}/v1/${path}`;
    expect((await fetch(at('demo-accounts'))).status).toBe(404);
    const body = JSON.stringify({ personId: '0196f1ce-6f3a-7c11-9a4e-0d6f6f1b2c3d' });
    const opened = await fetch(at('session'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([opened.status, await opened.json()]).toMatchObject([404, { code: 'sign-in.no_demo' }]);
    api.child.kill('SIGTERM');
    await api.ended;
  });

  it('the API says that the database is away when it goes away, and serves again when it is back', async () => {
    const port = await freePort();
    const api = launch('api', { DATABASE_URL: url, PORT: String(port) });
    await api.started;
    const client = new Client({ connectionString: server.adminUrl('postgres') });
    await client.connect();
    await client.query('alter database product connection limit 0');
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'product'`);
    const away = await fetch(`http://127.0.0.1:${port}/v1/health`);
    expect([away.status, await away.json()]).toMatchObject([503, { code: 'database.unavailable' }]);
    await client.query('alter database product connection limit -1');
    await client.end();
    const back = await fetch(`http://127.0.0.1:${port}/v1/health`);
    expect(back.status).toBe(200);
    api.child.kill('SIGTERM');
    expect(await api.ended).toBe(143);
  });

  it('a worker says on a port of its own that the database is away, and works again when it is back', async () => {
    const port = await freePort();
    const worker = launch('worker', { DATABASE_URL: url, HEALTH_PORT: String(port) });
    await worker.started;
    const ask = async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/health`);
      return [answer.status, await answer.json()];
    };
    expect(await ask()).toEqual([200, { status: 'ok' }]);
    const elsewhere = await fetch(`http://127.0.0.1:${port}/`);
    expect([elsewhere.status, await elsewhere.json()]).toEqual([404, { status: 'unknown' }]);
    const client = new Client({ connectionString: server.adminUrl('postgres') });
    await client.connect();
    await client.query('alter database product connection limit 0');
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'product'`);
    expect(await ask()).toEqual([503, { status: 'unavailable', away: ['database'] }]);
    await client.query('alter database product connection limit -1');
    await client.end();
    expect(await ask()).toEqual([200, { status: 'ok' }]);
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe(143);
  });

  it('who migrates needs both addresses, and says which of them leads nowhere', async () => {
    const program = join('migrate', 'main.js');
    const bare = launch('standalone', {}, program);
    expect([await bare.ended, bare.output()]).toEqual([
      2,
      'DATABASE_URL: is required\nDATABASE_OWNER_URL: is required\n',
    ]);
    const nowhere = `postgres://sr_owner:secret@127.0.0.1:${await freePort()}/product`;
    const lost = launch('standalone', { DATABASE_URL: url, DATABASE_OWNER_URL: nowhere }, program);
    expect(await lost.ended).toBe(2);
    expect(lost.output()).toMatch(/^DATABASE_OWNER_URL: the database cannot be reached \(.*\)\.\n$/);
    expect(lost.output()).not.toContain('secret');
  });
});
