import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What this process holds now; a lock with our own pid that is not in here was left by an earlier process. */
const held = new Set<string>();

/** Whether a process with this id exists, also when it belongs to another account. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Runs `work` while no other process runs work under the same lock folder.
 *
 * The lock is a folder that holds one file named after its owner. It is taken by renaming a complete folder into
 * place, which fails while the lock holds a file, and a dead owner is evicted by removing that owner's file only:
 * so there is no moment at which two processes can both believe they have it.
 */
export async function oneAtATime<T>(lock: string, work: () => Promise<T>, patienceMs = 150_000): Promise<T> {
  const me = `${process.pid}-${randomBytes(6).toString('hex')}`;
  const mine = `${lock}.${me}`;
  mkdirSync(mine);
  held.add(me);
  try {
    writeFileSync(join(mine, me), '');
    const end = Date.now() + patienceMs;
    while (!take(lock, mine)) {
      if (Date.now() > end)
        throw new Error(`Another process keeps ${lock}; remove that folder if nothing is starting.`);
      await sleep(25);
    }
    try {
      return await work();
    } finally {
      rmSync(join(lock, me), { force: true });
      removeIfEmpty(lock);
    }
  } finally {
    held.delete(me);
    rmSync(mine, { recursive: true, force: true });
  }
}

function take(lock: string, mine: string): boolean {
  for (const owner of entries(lock)) if (isAbandoned(owner)) rmSync(join(lock, owner), { force: true });
  removeIfEmpty(lock);
  try {
    renameSync(mine, lock);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const taken = ['ENOTEMPTY', 'EEXIST'].includes(code) || (process.platform === 'win32' && existsSync(lock));
    if (taken) return false;
    throw error;
  }
  const waiting = `${basename(lock)}.`;
  for (const name of entries(dirname(lock))) {
    if (name.startsWith(waiting) && isAbandoned(name.slice(waiting.length))) {
      rmSync(join(dirname(lock), name), { recursive: true, force: true });
    }
  }
  return true;
}

function isAbandoned(owner: string): boolean {
  const pid = Number.parseInt(owner, 10);
  return pid === process.pid ? !held.has(owner) : !(pid > 0 && isAlive(pid));
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds an owner, or is gone already.
  }
}
