import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../support/browser';
import { freePort } from '../../support/command';

const PROJECT = join(__dirname, '..', '..', '..');
const COMPILED = 'dist/apps/standalone/apps/standalone/src/main.js';
const READY = 'Stop met Ctrl-C';
const PATIENCE_MS = 10 * 60_000;

/** What was started for this run, and how to take it away. */
export interface StartedProduct {
  stop(): Promise<void>;
}

/** Where the teardown, which jest loads as a module of its own in the same process, finds what was started. */
export const STARTED = Symbol.for('social-return-tracker product of the web tests');

/**
 * Starts the product once for all walks: compiled, with the example, on a port and in a folder of its own. With
 * WEB_ADDRESS the walks go over a product that runs already, and nothing is started.
 */
export default async function startProduct(): Promise<void> {
  const browser = findBrowser();
  if (typeof browser === 'string') {
    const reason = `NOT RUN: ${browser}`;
    if (process.env['CI'] === 'true') throw new Error(reason);
    process.stderr.write(`\n${reason}; no screen was tested\n\n`);
    return;
  }
  const address = process.env['WEB_ADDRESS'];
  if (address) {
    const { status } = await fetch(`${address}/v1/health`);
    if (status !== 200) throw new Error(`WEB_ADDRESS: ${address} answers ${status}`);
    return;
  }
  build();
  const port = await freePort();
  (globalThis as { [STARTED]?: StartedProduct })[STARTED] = await launch(port);
  process.env['WEB_ADDRESS'] = `http://127.0.0.1:${port}`;
}

/** Nothing, when all of it is up to date. */
function build(): void {
  const { status } = spawnSync(process.execPath, ['config/ensure-built.mjs', 'standalone', 'web'], {
    cwd: PROJECT,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('the product does not compile');
}

async function launch(port: number): Promise<StartedProduct> {
  const folder = mkdtempSync(join(tmpdir(), 'sr-web-tests-'));
  // As root the database runs as another account, which has to reach the folder.
  chmodSync(folder, 0o755);
  const env = { PATH: process.env['PATH'], HOME: tmpdir(), PORT: String(port), DATA_FOLDER: folder };
  const child = spawn(process.execPath, [COMPILED], { cwd: PROJECT, env });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const kill = (): void => void child.kill('SIGTERM');
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

/** Waits until the product serves, and tells now and then how long that has taken. */
function ready(child: ChildProcess): Promise<void> {
  const startedAt = performance.now();
  const seconds = (): string => `${((performance.now() - startedAt) / 1000).toFixed(0)} s`;
  return new Promise((resolve, reject) => {
    let output = '';
    const tell = setInterval(
      () => process.stderr.write(`Making the example for the web tests: ${seconds()} ...\n`),
      15_000,
    );
    const end = setTimeout(() => fail('is not ready'), PATIENCE_MS);
    const done = (): void => {
      clearInterval(tell);
      clearTimeout(end);
    };
    const fail = (what: string): void => {
      done();
      reject(new Error(`The product ${what} after ${seconds()}:\n${output}`));
    };
    const look = (text: string): void => {
      output += text;
      if (!output.includes(READY)) return;
      done();
      process.stderr.write(`The product for the web tests was ready after ${seconds()}.\n`);
      resolve();
    };
    child.stdout?.setEncoding('utf8').on('data', look);
    child.stderr?.setEncoding('utf8').on('data', look);
    child.once('close', () => fail('ended'));
  });
}
