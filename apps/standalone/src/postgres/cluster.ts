import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import {
  type Account,
  binariesFor,
  executable,
  makeFolder,
  reachableDataFolder,
  runAs,
  unprivilegedAccount,
} from './binaries';
import { isAlive } from './one-at-a-time';

/** The login roles of a server, each with a random password of its own. */
export type Role = 'sr_admin' | 'sr_owner' | 'sr_app_login';

/** A database cluster on disk: the folder holds PostgreSQL's own folder, its log and the lock of whoever starts it. */
export interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly binaries: string;
  readonly account: Account | undefined;
}

/** Decides where the cluster lives, as which account it runs and with which binaries; makes only the folder. */
export function openCluster(dataFolder: string): Cluster {
  const chosen = unprivilegedAccount();
  const folder = reachableDataFolder(resolve(dataFolder), chosen);
  makeFolder(folder, chosen);
  const data = clusterData(folder);
  const account = ownerOf(folder, chosen);
  // Passwords and log are not for others; the account only has to pass through to its own folder.
  if (fs.statSync(folder).uid === process.getuid?.()) fs.chmodSync(folder, chosen ? 0o711 : 0o700);
  return { folder, data, log: join(folder, 'postgres.log'), binaries: binariesFor(account), account };
}

/** PostgreSQL's own folder within a data folder. */
export function clusterData(folder: string): string {
  return join(folder, 'cluster');
}

/** The passwords of a cluster, readable for the account that made it only. */
export function passwordsOf(folder: string): Readonly<Record<Role, string>> {
  const file = join(clusterData(folder), PASSWORDS);
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Record<Role, string>;
  } catch (error) {
    throw new Error(`The passwords of the database cannot be read: ${(error as Error).message}`);
  }
}

/**
 * The whole environment of PostgreSQL's programs. Ours is not passed on: PG* variables would point them elsewhere,
 * locales would change their messages, and the secrets in it are not theirs.
 */
export const PLAIN_ENVIRONMENT = { LC_ALL: 'C', LANG: 'C', TZ: 'UTC' };

/** Runs initdb unless there is a cluster; a cluster appears complete or not at all. Call it under the start lock. */
export async function ensureInitialised(cluster: Cluster, durable: boolean): Promise<void> {
  for (const name of fs.readdirSync(cluster.folder))
    if (name.startsWith(HALF_MADE)) discard(join(cluster.folder, name));
  if (fs.existsSync(join(cluster.data, 'PG_VERSION'))) return;
  if (fs.existsSync(join(cluster.data, 'global', 'pg_control'))) {
    throw new Error(
      `${cluster.data} is a damaged database without PG_VERSION; restore it, or remove ${cluster.folder}.`,
    );
  }
  discard(cluster.data);

  const half = join(cluster.folder, `${HALF_MADE}${process.pid}-${randomBytes(4).toString('hex')}`);
  const passwordFile = `${half}.password`;
  const password = (): string => randomBytes(24).toString('base64url');
  const passwords: Record<Role, string> = { sr_admin: password(), sr_owner: password(), sr_app_login: password() };
  try {
    writeFor(cluster.account, passwordFile, passwords.sr_admin);
    fs.mkdirSync(half, { mode: 0o700 });
    if (cluster.account) fs.chownSync(half, cluster.account.uid, cluster.account.gid);
    await initdb(cluster, half, passwordFile, durable);
    writeFor(cluster.account, join(half, PASSWORDS), JSON.stringify(passwords));
    fs.renameSync(half, cluster.data);
  } finally {
    fs.rmSync(passwordFile, { force: true });
    discard(half);
  }
}

/** The server that runs on this data, also when another process started it; undefined when there is none. */
export function runningPostmaster(data: string): { pid: number; port: number } | undefined {
  const lines = readLines(join(data, 'postmaster.pid'));
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 && port > 0 && isPostmasterOf(pid, data) ? { pid, port } : undefined;
}

/**
 * Removes postmaster.pid when its number now belongs to another program: PostgreSQL would believe that it still runs.
 * A number that is no longer in use PostgreSQL handles better itself, for it also looks at its shared memory.
 */
export function removeMisleadingPidFile(data: string): void {
  const file = join(data, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const pid = Number(readLines(file)[0]);
  if (!(pid > 0) || (isAlive(pid) && !isPostmasterOf(pid, data))) fs.rmSync(file, { force: true });
}

/** Whether this process is the PostgreSQL server of this data; never true for a zombie or a re-used number. */
export function isPostmasterOf(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return (stdout ?? '').includes(`postgres -D ${data}`);
  }
  try {
    // A server stands in its data folder; a folder removed under a running server gets a suffix.
    const cwd = fs.readlinkSync(`/proc/${pid}/cwd`).replace(/ \(deleted\)$/, '');
    return cwd === real(data) && fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return false;
  }
}

/** One clear error: what failed, and what PostgreSQL had to say about it. */
export function failure(cluster: Cluster, what: string, output: string): Error {
  // On a full disk there may have been no room left to say so.
  const { bavail, bsize } = fs.statfsSync(cluster.folder);
  if (/No space left on device|ENOSPC/.test(output) || bavail * bsize < 1_000_000) {
    return new Error(`${what}: the disk that holds ${cluster.folder} is full (No space left on device).`);
  }
  const last = output.trim().split('\n').slice(-12).join('\n') || '(nothing)';
  return new Error(`${what} in ${cluster.folder}. PostgreSQL wrote last:\n${last}`);
}

const HALF_MADE = 'cluster.new-';
const PASSWORDS = 'sr-passwords.json';

// Data made as an ordinary user stays that user's when root starts it later; the reverse cannot work.
function ownerOf(folder: string, chosen: Account | undefined): Account | undefined {
  const data = clusterData(folder);
  if (chosen) {
    const owner = fs.statSync(data, { throwIfNoEntry: false });
    return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : chosen;
  }
  if (process.platform === 'win32') return undefined;
  try {
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    if ((fs.statSync(data, { throwIfNoEntry: false })?.uid ?? process.getuid?.()) === process.getuid?.())
      return undefined;
  } catch {
    // Then it is not ours either.
  }
  const { uid } = fs.statSync(folder);
  throw new Error(`${folder} belongs to another account (number ${uid}): start as that account or as root.`);
}

async function initdb(cluster: Cluster, target: string, passwordFile: string, durable: boolean): Promise<void> {
  const options = [
    ...['-D', target, '-U', 'sr_admin', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
    // The built-in locale gives the same order on every machine and needs no locale of the system.
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
    ...(durable ? [] : ['--no-sync']),
  ];
  try {
    await promisify(execFile)(executable(cluster.binaries, 'initdb'), options, {
      ...runAs(cluster.account),
      env: PLAIN_ENVIRONMENT,
    });
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw failure(cluster, 'The database could not be made', stderr || message);
  }
}

function writeFor(account: Account | undefined, file: string, text: string): void {
  fs.writeFileSync(file, text, { mode: 0o600, flag: 'wx', flush: true });
  if (account) fs.chownSync(file, account.uid, account.gid);
}

function discard(folder: string): void {
  // An initdb whose parent was killed may still be writing into what it left behind.
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

function readLines(file: string): string[] {
  try {
    return fs.readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function real(path: string): string {
  try {
    return fs.realpathSync(path);
  } catch {
    return path;
  }
}
