// What installing and building have in common. Only Node's own modules: nothing is installed yet.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with package.json. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** Tells the user something; never on stdout, which belongs to the command's own output. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** An error whose message says it all: it is shown as one line, without a stack. */
export class PlainError extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Shows what went wrong and ends the process. */
export function giveUp(error) {
  say(error instanceof PlainError ? error.message : (error?.stack ?? String(error)));
  process.exit(error?.exitCode ?? 1);
}

/** Runs a program in the project with all its output on stderr; fails when it does. */
export function runOnStderr(program, args, project, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: project, stdio: ['ignore', 2, 2], ...options });
    // Who ends us ends the program too; otherwise it would go on behind the back of the next command.
    const passOn = (signal) => {
      child.kill(signal);
      child.once('exit', () => process.exit(128 + constants.signals[signal]));
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, passOn);
    const done = (error) => {
      for (const signal of signals) process.off(signal, passOn);
      if (error) reject(error);
      else resolve();
    };
    const name = [basename(program), ...args].join(' ');
    child.once('error', (error) => done(new PlainError(`Could not run ${name}: ${error.message}`)));
    child.once('exit', (code, signal) => {
      done(code === 0 ? undefined : new PlainError(`${name} failed (${signal ?? `exit code ${code}`}); see above.`));
    });
  });
}

/**
 * Runs `work` while no other command installs or builds in this project.
 *
 * The lock is a folder that holds one file named after its owner: taken by renaming a complete folder into place, which
 * fails while there is an owner, and freed of a dead owner by removing that owner's file only. So two commands can
 * never both have it. (apps/standalone/src/postgres/one-at-a-time.ts does the same, but is not compiled yet here.)
 */
export async function oneAtATime(project, work, patienceMs = 15 * 60_000) {
  const lock = join(project, '.data', 'first-run.lock');
  const me = `${process.pid}-${randomBytes(6).toString('hex')}`;
  const mine = `${lock}.${me}`;
  mkdirSync(mine, { recursive: true });
  try {
    writeFileSync(join(mine, me), '');
    const end = Date.now() + patienceMs;
    for (let said = false; !take(lock, mine); said = true) {
      const owner = Number.parseInt(entries(lock)[0], 10);
      if (!said && owner) say(`Waiting for process ${owner}, which is installing or building ...`);
      if (Date.now() > end) throw new PlainError(`Process ${owner} is still busy; if it is not, remove ${lock}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    try {
      return await work();
    } finally {
      rmSync(join(lock, me), { force: true });
      removeIfEmpty(lock);
    }
  } finally {
    rmSync(mine, { recursive: true, force: true });
  }
}

function take(lock, mine) {
  for (const owner of entries(lock)) if (isAbandoned(owner)) rmSync(join(lock, owner), { force: true });
  removeIfEmpty(lock);
  try {
    renameSync(mine, lock);
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST'].includes(error.code) || (process.platform === 'win32' && existsSync(lock)))
      return false;
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

// A command takes the lock once at a time, so its own number in another's lock is a number used before.
function isAbandoned(owner) {
  const pid = Number.parseInt(owner, 10);
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code !== 'EPERM';
  }
}

function entries(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function removeIfEmpty(folder) {
  try {
    rmdirSync(folder);
  } catch {
    // It has an owner, or is gone already.
  }
}
