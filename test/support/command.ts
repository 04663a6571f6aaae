import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = join(__dirname, '..', '..');

/** What a fresh clone has, with the packages of this one: so that a test can change files and keep data apart. */
export function copyOfProject(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'sr-clone-'));
  // As root the database runs as another account, which has to reach the folder.
  chmodSync(folder, 0o755);
  const parts = [
    'apps',
    'libs',
    'config',
    'dist',
    'test/bench',
    'nest-cli.json',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ];
  for (const part of parts) cpSync(join(PROJECT, part), join(folder, part), { recursive: true, force: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A command of the project that was started, and what it has written so far. */
export interface Running {
  readonly child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Waits until standard output has `text`; fails when the command ends first. */
  saw(text: string): Promise<void>;
  /** The exit code, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals | null>;
}

export interface RunOptions {
  readonly folder?: string;
  readonly env?: Record<string, string>;
  readonly uid?: number;
}

/** Runs `node config/run.mjs <arguments>`, which is what the scripts of package.json run. */
export function run(args: readonly string[], { folder = PROJECT, env = {}, uid }: RunOptions = {}): Running {
  const child = spawn(process.execPath, ['config/run.mjs', ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: tmpdir(), ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  );
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    ended: () => ended,
    saw: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (stdout.includes(text)) resolve();
        };
        child.stdout.on('data', look);
        void ended.then((code) =>
          reject(new Error(`ended with ${String(code)} before "${text}":\n${stdout}\n${stderr}`)),
        );
        look();
      }),
  };
}

/** A port of this machine that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
