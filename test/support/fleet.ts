import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MailCatcher } from '@sr/platform';
import { Client, escapeLiteral } from 'pg';
import { temporaryPostgres, type EmbeddedPostgres } from '../../apps/standalone/src/postgres/embedded-postgres';
import { Balancer } from './balancer';
import { freePort } from './command';
import { composeService, filledIn } from './compose';

const PROJECT = join(__dirname, '..', '..');
/** Slow is not wrong: other tests may have the machine. */
const PATIENCE_MS = 60_000;

/** What somebody who begins sets; the mail goes to what catches it. */
const SET = {
  DATABASE_PASSWORD: 'a1b2c3',
  DATABASE_OWNER_PASSWORD: 'd4e5f6',
  REDIS_PASSWORD: 'a7b8c9',
  PUBLIC_URL: 'http://127.0.0.1',
  SMTP_URL: 'smtp://mail:1025?tls=off',
  MAIL_FROM: 'Social Return <social-return@example.nl>',
};

/** A process of the fleet. */
export interface Member {
  readonly name: string;
  readonly child: ChildProcess;
  /** Where it says how it is. */
  readonly health: string;
  output(): string;
  /** The exit code, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals | null>;
}

/**
 * The set of processes of docker-compose.yml on this machine, by its own commands, variables and health checks: only the
 * names of its machines become ports, the proxy is a small one of ours, and what catches the mail is the product's own.
 */
export class Fleet {
  readonly balancer = new Balancer('/v1/health');
  readonly mail = new MailCatcher();
  private readonly members = new Map<string, Member>();
  private readonly ports = new Map<string, number>();
  private redis: ChildProcess | undefined;

  private constructor(
    private readonly postgres: EmbeddedPostgres,
    private readonly folder: string,
    private readonly more: Readonly<Record<string, string>>,
    private readonly product: string,
  ) {}

  /**
   * A server for each: PostgreSQL with the roles that compose makes, Redis, the mail. No process of the product yet.
   * @param more variables beside those of docker-compose.yml, for the API
   * @param product the folder with the compiled product; another one is to try what an image would hold
   */
  static async prepare(more: Readonly<Record<string, string>> = {}, product = PROJECT): Promise<Fleet> {
    const folder = mkdtempSync(join(tmpdir(), 'sr-fleet-'));
    chmodSync(folder, 0o755);
    const fleet = new Fleet(await temporaryPostgres('sr-fleet-pg-'), folder, more, product);
    try {
      await fleet.makeRoles();
      fleet.ports.set('database:5432', fleet.postgres.port);
      fleet.ports.set('redis:6379', await freePort());
      fleet.ports.set('mail:1025', await fleet.mail.start());
      await fleet.startRedis();
      return fleet;
    } catch (error) {
      await fleet.stop();
      throw error;
    }
  }

  /** The variables of a service, as compose would set them, with the ports of this machine. */
  environment(name: string): Record<string, string> {
    const entries = Object.entries(composeService(name).environment ?? {});
    return Object.fromEntries(
      entries.map(([variable, text]): [string, string] => {
        let value = filledIn(text, SET);
        for (const [at, port] of this.ports) value = value.replace(at, `127.0.0.1:${port}`);
        return [variable, variable === 'HOST' ? '127.0.0.1' : value];
      }),
    );
  }

  /** Starts the container of a service, and waits until it is healthy, or has ended when it is one that ends. */
  async start(name: string): Promise<Member> {
    const { command = [], healthcheck, restart } = composeService(name);
    const env = this.environment(name);
    const own = 'HEALTH_PORT' in env ? 'HEALTH_PORT' : 'PORT';
    const asked = env[own] ?? '';
    // The same port again: the proxy knows a process by it.
    const port = this.ports.get(name) ?? (await freePort());
    this.ports.set(name, port);
    if (asked !== '') env[own] = String(port);
    const [, ...args] = command;
    const child = spawn(process.execPath, args, {
      cwd: this.product,
      env: { PATH: process.env['PATH'], ...env, ...(own === 'PORT' ? this.more : {}) },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
      child.once('close', (code, signal) => resolve(code ?? signal)),
    );
    const health = (healthcheck?.test?.at(-1) ?? '').replace(`:${asked}/`, `:${port}/`);
    const member: Member = { name, child, health, output: () => output, ended: () => ended };
    this.members.set(name, member);
    if (restart === 'no') await ended;
    else await untilHealthy(member);
    return member;
  }

  /** Starts both APIs, behind one address, and both workers. */
  async startAll(): Promise<void> {
    const names = ['api-1', 'api-2', 'worker-1', 'worker-2'];
    await Promise.all(names.map((name) => this.start(name)));
    await this.balancer.start(names.slice(0, 2).map((name) => this.ports.get(name) ?? 0));
  }

  member(name: string): Member {
    const found = this.members.get(name);
    if (!found) throw new Error(`${name} was not started`);
    return found;
  }

  /** The address of an API by itself. */
  addressOf(name: string): string {
    return `http://127.0.0.1:${this.ports.get(name) ?? 0}`;
  }

  /** Asks as the container's health check does, with its own program. Answers what it says and whether that is well. */
  async askHealth(name: string): Promise<{ healthy: boolean; said: string }> {
    const { health } = this.member(name);
    const check = spawn(process.execPath, ['config/compose/healthy.mjs', health], { cwd: PROJECT });
    let said = '';
    check.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    const code = await new Promise((resolve) => check.once('close', resolve));
    return { healthy: code === 0, said: said.trim() };
  }

  /** Sends a signal to a process and answers how it ended. */
  end(name: string, signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
    const member = this.member(name);
    member.child.kill(signal);
    return member.ended();
  }

  /** Starts Redis by the command of compose, on what it kept when it was stopped. */
  async startRedis(): Promise<void> {
    const { command = [] } = composeService('redis');
    const [shell = '', option = '', script = ''] = command;
    const port = this.ports.get('redis:6379') ?? 0;
    const here = `${filledIn(script, SET).replace('/data', this.folder)} --bind 127.0.0.1 --port ${port}`;
    const env = { PATH: process.env['PATH'], REDISCLI_AUTH: SET.REDIS_PASSWORD };
    const child = spawn(shell, [option, here], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.redis = child;
    await new Promise<void>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        if (text.includes('Ready to accept connections')) resolve();
      });
      child.once('close', () => reject(new Error('Redis ended')));
    });
  }

  async stopRedis(): Promise<void> {
    const child = this.redis;
    this.redis = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
  }

  /** Ends whatever runs, at once, and takes everything away. */
  async stop(): Promise<void> {
    await this.balancer.stop();
    for (const { child } of this.members.values()) child.kill('SIGKILL');
    await Promise.all([...this.members.values()].map((member) => member.ended()));
    await this.mail.close();
    await this.stopRedis();
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What psql does with the script that compose gives the database's image. */
  private async makeRoles(): Promise<void> {
    const script = readFileSync(join(PROJECT, 'config/compose/make-roles.sql'), 'utf8');
    const given = filledInAll(composeService('database').environment ?? {});
    const named = new Map([...script.matchAll(/^\\getenv (\w+) (\w+)$/gm)].map(([, name, from]) => [name, from]));
    const sql = script
      .replace(/^(\\|--).*$/gm, '')
      .replace(/:'(\w+)'/g, (_all, name: string) => escapeLiteral(given[named.get(name) ?? ''] ?? ''));
    const admin = new Client({ connectionString: this.postgres.adminUrl() });
    await admin.connect();
    // One by one, since a database is not made in a transaction.
    for (const statement of sql.split(';')) if (statement.trim() !== '') await admin.query(statement);
    await admin.end();
  }
}

/** Asked from here, since a health check is a process of its own, and there is enough to start. */
async function untilHealthy({ name, child, health, output }: Member): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await fetch(health).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}: ${output()}`);
    if (Date.now() > end) throw new Error(`${name} is not healthy: ${output()}`);
    await sleep(100);
  }
}

function filledInAll(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([name, text]) => [name, filledIn(text, SET)]));
}
