import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder, temporaryFolder, unprivilegedAccount } from './binaries';
import { isAlive } from './one-at-a-time';
import { type EmbeddedPostgres, startEmbeddedPostgres, stopServerOf } from './server';

/**
 * Starts a server for throw-away data; stopping it removes the data. What earlier processes with the same prefix left
 * behind when they were killed is cleared away first.
 */
export async function temporaryPostgres(prefix: string, settings?: Record<string, string>): Promise<EmbeddedPostgres> {
  const account = unprivilegedAccount();
  const folder = temporaryFolder(tmpdir(), account);
  makeFolder(folder, account);
  await sweepAbandoned(folder, prefix);
  const dataFolder = mkdtempSync(join(folder, `${prefix}${process.pid}-`));
  try {
    const server = await startEmbeddedPostgres({ dataFolder, durable: false, ...(settings ? { settings } : {}) });
    return { ...server, stop: () => server.stop().finally(() => remove(dataFolder)) };
  } catch (error) {
    remove(dataFolder);
    throw error;
  }
}

/** Stops and removes temporary servers below `folder`, named `<prefix><pid>-<random>`, whose process is gone. */
export async function sweepAbandoned(folder: string, prefix: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    const [, pid] = (name.startsWith(prefix) && /^(\d+)-/.exec(name.slice(prefix.length))) || [];
    const candidate = join(folder, name);
    if (!pid || isAlive(Number(pid)) || !isOurOwnFolder(candidate)) continue;
    await stopServerOf(candidate);
    remove(candidate);
  }
}

// The temporary folder is everybody's: a name alone is no proof that we made it.
function isOurOwnFolder(path: string): boolean {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  return !!entry?.isDirectory() && (process.platform === 'win32' || entry.uid === process.getuid?.());
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}
