import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  createProductDatabase,
  temporaryPostgres,
  type EmbeddedPostgres,
} from '../apps/standalone/src/postgres/embedded-postgres';
import { copyOfProject, freePort, run, type Running } from './support/command';

const READY = 'Stop met Ctrl-C';
const health = async (port: number): Promise<unknown> => (await fetch(`http://127.0.0.1:${port}/v1/health`)).json();

/** The rows of the pool table, by year. */
function poolRows(output: string): Map<string, string[]> {
  const lines = output.split('\n').map((line) => line.trim().split(/\s{2,}/));
  return new Map(
    lines
      .filter((cells) => /^20\d\d$/.test(cells[0] ?? '') && cells.length === 8)
      .map(([year = '', ...rest]) => [year, rest]),
  );
}

/** The processes whose command line names `folder`. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(folder));
}

describe('npm start', () => {
  const clone = copyOfProject();
  const { folder } = clone;
  const started: Running[] = [];
  let port: number;

  const start = (env: Record<string, string> = {}, more: { uid?: number } = {}): Running => {
    const running = run(['start'], { folder, env: { PORT: String(port), ...env }, ...more });
    started.push(running);
    return running;
  };

  beforeAll(async () => {
    port = await freePort();
  });
  afterAll(async () => {
    for (const { child, ended } of started) {
      child.kill('SIGTERM');
      await ended();
    }
    clone.remove();
  });

  it('names every wrong variable, exits with 2 and writes nothing', async () => {
    const running = start({ PORT: 'abc', HOST: 'nergens' });
    expect(await running.ended()).toBe(2);
    expect(running.stderr().trim().split('\n')).toEqual([
      'PORT: write a port from 1 to 65535',
      'HOST: write 127.0.0.1, 0.0.0.0, ::1 or ::',
    ]);
    expect(existsSync(join(folder, '.data'))).toBe(false);
  });

  it('says that the port is in use by another program, exits with 2 and writes nothing', async () => {
    const other = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const running = start();
    expect(await running.ended()).toBe(2);
    expect(running.stderr()).toBe(`PORT: ${port} is in use by another program; set PORT to another one.\n`);
    expect(existsSync(join(folder, '.data'))).toBe(false);
    await new Promise((resolve) => other.close(resolve));
  });

  it('says what is wrong in a file of the example, exits with 2 and shows nothing', async () => {
    const file = join(folder, 'apps/standalone/demo/01-de-gulle-lepel.json');
    const right = readFileSync(file, 'utf8');
    writeFileSync(file, right.replace('"type": "plan"', '"type": "plann"'));
    const running = start();
    expect(await running.ended()).toBe(2);
    expect(running.stderr()).toMatch(/^01-de-gulle-lepel\.json: event \d+: type: write one of /m);
    expect(running.stdout()).not.toContain('Gerealiseerd');
    writeFileSync(file, right);
  });

  it('was killed while it made the example: the next start makes it anew and shows it', async () => {
    const killed = start();
    await killed.saw('leveranciers');
    killed.child.kill('SIGKILL');
    await killed.ended();

    const running = start();
    await running.saw(READY);
    expect(running.stdout()).toContain('het was niet af');
    expect([...poolRows(running.stdout()).keys()]).toEqual(['2024', '2025', '2026']);
    expect(running.stdout()).toMatch(/191536-2024 .*194\.350,00/);
    expect(await health(port)).toEqual({ status: 'ok' });
  });

  it('says where it runs when it is started a second time, and goes on running', async () => {
    const samePort = start();
    expect(await samePort.ended()).toBe(2);
    expect(samePort.stderr()).toContain(`The product runs already at http://127.0.0.1:${port}`);
    const otherPort = start({ PORT: String(await freePort()) });
    expect(await otherPort.ended()).toBe(2);
    expect(otherPort.stderr()).toContain(`http://127.0.0.1:${port} (process `);
    expect(await health(port)).toEqual({ status: 'ok' });
  });

  it('answers an unknown path with a problem', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/unknown`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('adds a value table while it runs, refuses to change one in use, and names every fault of a wrong file', async () => {
    const leiden = join(folder, 'config/value-tables/leidse-regio-2023-09.json');
    const table = JSON.parse(readFileSync(leiden, 'utf8')) as { code: string; blocks: { annualValueCents?: number }[] };
    const file = join(folder, 'tabel.json');

    writeFileSync(file, JSON.stringify({ ...table, code: 'NIEUW-2027' }));
    const added = run(['value-table', file], { folder });
    expect([await added.ended(), added.stdout()]).toEqual([0, 'NIEUW-2027: added\n']);

    writeFileSync(file, JSON.stringify({ ...table, normHoursPerWeek: 40 }));
    const inUse = run(['value-table', file], { folder });
    expect(await inUse.ended()).toBe(2);
    expect(inUse.stderr()).toContain(`Value table ${table.code} is used by a plan and cannot change`);

    writeFileSync(file, JSON.stringify({ ...table, code: 'x', normHoursPerWeek: 0, blocks: [{}] }));
    const wrong = run(['value-table', file], { folder });
    expect(await wrong.ended()).toBe(2);
    expect(
      wrong
        .stderr()
        .trim()
        .split('\n')
        .map((line) => line.split(': ')[1]),
    ).toEqual(['code', 'normHoursPerWeek', 'blocks[0].kind']);
    expect(await health(port)).toEqual({ status: 'ok' });
  });

  it('was killed at work: the next start shows the same figures and makes nothing anew', async () => {
    const first = started.find(({ child }) => child.exitCode === null && child.signalCode === null);
    const before = poolRows(first?.stdout() ?? '');
    first?.child.kill('SIGKILL');
    await first?.ended();
    const running = start();
    await running.saw(READY);
    expect(running.stdout()).not.toContain('opnieuw');
    expect(poolRows(running.stdout())).toEqual(before);
  });

  it('stops in order at Ctrl-C and leaves no process', async () => {
    const running = started.find(({ child }) => child.exitCode === null && child.signalCode === null);
    running?.child.kill('SIGINT');
    expect(await running?.ended()).toBe(130);
    expect(processesOf(folder)).toEqual([]);
  });

  it('shows other figures when a scenario changes', async () => {
    const file = join(folder, 'apps/standalone/demo/01-de-gulle-lepel.json');
    const scenario = readFileSync(file, 'utf8');
    const changed = scenario.replace(
      /"baseCents": (\d+)/,
      (_, base: string) => `"baseCents": ${Number(base) + 2_000_000}`,
    );
    expect(changed).not.toBe(scenario);
    const before = poolRows(
      started
        .filter((each) => each.stdout().includes(READY))
        .at(-1)
        ?.stdout() ?? '',
    );
    writeFileSync(file, changed);
    const running = start();
    await running.saw(READY);
    expect(running.stdout()).toContain('opnieuw gemaakt');
    expect(poolRows(running.stdout())).not.toEqual(before);
  });

  it('says that the database is gone, and stops', async () => {
    const running = started.find(({ child }) => child.exitCode === null && child.signalCode === null);
    const [pid = ''] = readFileSync(join(folder, '.data/postgres/cluster/postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGQUIT');
    expect(await running?.ended()).toBe(1);
    expect(running?.stderr()).toContain('The connection with the database is gone');
    expect(processesOf(folder)).toEqual([]);
  });
});

describe('npm start with a database of its own choice', () => {
  const clone = copyOfProject();
  const { folder } = clone;
  let server: EmbeddedPostgres;
  let port: string;

  beforeAll(async () => {
    server = await temporaryPostgres('sr-e2e-');
    port = String(await freePort());
  });
  afterAll(async () => {
    await server.stop();
    clone.remove();
  });

  it('uses DATABASE_URL, and refuses a role that may too much or a database that is not its own', async () => {
    const { ownerUrl, appUrl } = await createProductDatabase(server, 'chosen');
    const bare = run(['start'], { folder, env: { PORT: port, DATABASE_URL: appUrl } });
    expect(await bare.ended()).toBe(2);
    expect(bare.stderr()).toMatch(/^DATABASE_OWNER_URL: \d+ migrations have not run/);

    const running = run(['start'], { folder, env: { PORT: port, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } });
    await running.saw(READY);
    expect([...poolRows(running.stdout()).keys()]).toEqual(['2024', '2025', '2026']);
    expect(existsSync(join(folder, '.data'))).toBe(false);
    running.child.kill('SIGTERM');
    expect(await running.ended()).toBe(143);

    const superuser = run(['start'], { folder, env: { PORT: port, DATABASE_URL: server.adminUrl('chosen') } });
    expect(await superuser.ended()).toBe(2);
    expect(superuser.stderr()).toContain('DATABASE_URL: its role bypasses row security');

    const client = new Client({ connectionString: server.adminUrl('chosen') });
    await client.connect();
    await client.query(`delete from platform.property`);
    await client.end();
    const foreign = run(['start'], { folder, env: { PORT: port, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } });
    expect(await foreign.ended()).toBe(2);
    expect(foreign.stderr()).toContain('holds contracts that are not of the example');
  });

  it('says that the database cannot be reached, without the password', async () => {
    const nobody = await freePort();
    const running = run(['start'], {
      folder,
      env: { PORT: port, DATABASE_URL: `postgres://app:geheim@127.0.0.1:${nobody}/sr` },
    });
    expect(await running.ended()).toBe(2);
    expect(running.stderr()).toMatch(/^DATABASE_URL: the database cannot be reached/);
    expect(running.stderr()).not.toContain('geheim');
  });
});

const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;

describe('npm start as another kind of user', () => {
  const asOrdinaryUser = isRoot ? it : it.skip;
  if (!isRoot) console.warn('NOT RUN: npm start as root (these tests run as an ordinary user)');

  asOrdinaryUser('runs as an ordinary user in a folder of its own', async () => {
    const clone = copyOfProject();
    spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, clone.folder]);
    chownSync(clone.folder, NOBODY, NOBODY);
    const running = run(['start'], { folder: clone.folder, uid: NOBODY, env: { PORT: String(await freePort()) } });
    await running.saw(READY);
    running.child.kill('SIGINT');
    expect(await running.ended()).toBe(130);
    expect(processesOf(clone.folder)).toEqual([]);
    clone.remove();
  });
});
