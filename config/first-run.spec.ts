// The commands of a fresh clone, tried on a tiny project in which a stub takes the place of the Nest compiler.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

jest.setTimeout(60_000);

const SCRIPTS = ['first-run.mjs', 'ensure-installed.mjs', 'ensure-built.mjs', 'run.mjs'];
const REPLAY = `process.stdout.write(JSON.stringify({ args: process.argv.slice(2), pid: process.pid, ppid: process.ppid }));`;
const START = `process.on('SIGTERM', () => process.exit(7)); setInterval(() => undefined, 1000); console.log('serving');`;
const STUB_COMPILER = `#!/usr/bin/env node
const fs = require('node:fs'), path = require('node:path');
console.log('noise of the compiler', process.argv.slice(2).join(' '));
fs.appendFileSync('compiled.log', 'once\\n');
if (fs.readFileSync('libs/kernel/index.ts', 'utf8').includes('wrong')) process.exit(1);
fs.rmSync('dist/apps/standalone', { recursive: true, force: true });
const out = 'dist/apps/standalone/apps/standalone/src';
fs.mkdirSync(path.join(out, 'replay'), { recursive: true });
fs.writeFileSync(path.join(out, 'replay/main.js'), ${JSON.stringify(REPLAY)});
fs.writeFileSync(path.join(out, 'main.js'), ${JSON.stringify(START)});
`;

/** In the place of vite: writes one page, and how often. */
const STUB_VITE = `const fs = require('node:fs');
if (!fs.existsSync('apps/web/src/api/schema.d.ts')) process.exit(1);
fs.appendFileSync('web.log', 'once\\n');
fs.rmSync('dist/apps/web', { recursive: true, force: true });
fs.mkdirSync('dist/apps/web', { recursive: true });
fs.writeFileSync('dist/apps/web/index.html', process.argv.slice(2).join(' '));
`;
const STUB_TYPES = `import fs from 'node:fs';
fs.mkdirSync('apps/web/src/api', { recursive: true });
fs.writeFileSync('apps/web/src/api/schema.d.ts', 'the types of the API');
`;

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let project: string;
const write = (path: string, content: unknown): void => {
  const file = join(project, path);
  fs.mkdirSync(join(file, '..'), { recursive: true });
  fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
};
const exists = (path: string): boolean => fs.existsSync(join(project, path));
const linesOf = (path: string): number => fs.readFileSync(join(project, path), 'utf8').split('\n').length - 1;
const timesCompiled = (): number => linesOf('compiled.log');
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

function command(program: string, args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  // As from a shell: without what npm tells the process that runs these tests.
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  return spawn(program, args, { cwd: project, env: { ...Object.fromEntries(own), ...env } });
}

function outcome(child: ChildProcess): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => (stderr += String(chunk)));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

const run = (...args: string[]): Promise<Outcome> => outcome(command(process.execPath, ['config/run.mjs', ...args]));

beforeEach(() => {
  project = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'sr-first-run-')));
  fs.mkdirSync(join(project, 'config'));
  for (const name of SCRIPTS) fs.copyFileSync(join(__dirname, name), join(project, 'config', name));
  const stubs = { '@nestjs/cli': 'stub', vite: 'stub-vite' };
  const devDependencies = Object.fromEntries(Object.entries(stubs).map(([name, path]) => [name, `file:${path}`]));
  write('package.json', { name: 'tiny', devDependencies, scripts: { replay: 'node config/run.mjs replay' } });
  write('package-lock.json', {
    name: 'tiny',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'tiny', devDependencies },
      ...Object.fromEntries(
        Object.entries(stubs).flatMap(([name, path]) => [
          [`node_modules/${name}`, { resolved: path, link: true }],
          [path, { name, version: '1.0.0', dev: true }],
        ]),
      ),
    },
  });
  for (const [name, path] of Object.entries(stubs)) write(`${path}/package.json`, { name, version: '1.0.0' });
  write('stub-vite/bin/vite.js', STUB_VITE);
  write('apps/web/build/api-types.mjs', STUB_TYPES);
  write('stub/bin/nest.js', STUB_COMPILER);
  write('nest-cli.json', { projects: { standalone: { root: 'apps/standalone' }, kernel: { root: 'libs/kernel' } } });
  write('tsconfig.json', {});
  write('apps/standalone/src/main.ts', '');
  write('apps/web/src/page.tsx', '');
  write('libs/kernel/index.ts', '');
});

afterEach(() => fs.rmSync(project, { recursive: true, force: true }));

it('installs, compiles and runs a command, whose output alone is on stdout; and does nothing of it twice', async () => {
  // The least helpful surroundings: no install scripts, a silent npm, and no development packages.
  const env = { npm_config_ignore_scripts: 'true', NODE_ENV: 'production' };
  const first = await outcome(command('npm', ['run', '--silent', 'replay', '--', 'a', '--b'], env));
  expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\{"args":\["a","--b"\],.*\}$/) as string });
  expect(first.stderr).toMatch(
    /Installing the packages[^]*Compiling standalone[^]*noise of the compiler build standalone/,
  );

  fs.writeFileSync(join(project, 'node_modules', 'mark'), '');
  const child = command(process.execPath, ['config/run.mjs', 'replay']);
  const second = await outcome(child);
  expect(JSON.parse(second.stdout)).toEqual({ args: [], pid: child.pid, ppid: process.pid });
  expect(second.stderr).toBe('');
  expect([timesCompiled(), exists('node_modules/mark')]).toEqual([1, true]);
  expect(fs.readdirSync(join(project, '.data'))).toEqual([]);
});

it('installs again for another package-lock.json, and compiles again for other sources, not for other tests', async () => {
  await run('replay');
  write('libs/kernel/index.spec.ts', 'it');
  write('libs/kernel/index.itest.ts', 'it');
  write('apps/web/src/page.tsx', 'export {}');
  write('config/stages.mjs', '');
  await run('replay');
  expect(timesCompiled()).toBe(1);
  for (const source of ['libs/kernel/index.ts', 'libs/kernel/new.ts', 'apps/standalone/src/main.ts', 'tsconfig.json']) {
    const before = timesCompiled();
    write(source, '{ "changed": true }');
    await run('replay');
    expect([source, timesCompiled()]).toEqual([source, before + 1]);
  }
  fs.rmSync(join(project, 'libs/kernel/new.ts'));
  await run('replay');
  expect(timesCompiled()).toBe(6);

  write('node_modules/mark', '');
  fs.appendFileSync(join(project, 'package-lock.json'), '\n');
  expect((await run('replay')).stderr).toContain('Installing');
  expect(exists('node_modules/mark')).toBe(false);
});

it('builds the web application at a start, and again for other sources of it, not for other tests or pictures', async () => {
  const start = async (): Promise<void> => {
    const child = command(process.execPath, ['config/run.mjs', 'start']);
    child.stdout?.once('data', () => child.kill('SIGTERM'));
    expect((await outcome(child)).code).toBe(7);
  };
  write('apps/api/openapi.json', {});
  await start();
  const page = fs.readFileSync(join(project, 'dist/apps/web/index.html'), 'utf8');
  expect(page.split(' ')).toEqual(['build', '--logLevel', 'error', join('apps', 'web')]);
  const types = fs.readFileSync(join(project, 'apps/web/src/api/schema.d.ts'), 'utf8');
  expect(types).toBe('the types of the API');

  write('apps/web/src/page.spec.tsx', 'it');
  write('apps/web/screens/page.png', 'a picture');
  write('apps/standalone/src/main.ts', 'changed');
  await start();
  expect(linesOf('web.log')).toBe(1);
  for (const source of ['apps/web/src/page.tsx', 'apps/web/new.css', 'apps/api/openapi.json', 'libs/kernel/index.ts']) {
    const before = linesOf('web.log');
    write(source, '{ "changed": true }');
    await start();
    expect([source, linesOf('web.log')]).toEqual([source, before + 1]);
  }
});

it('accepts what was installed by hand', async () => {
  await outcome(command('npm', ['ci']));
  write('node_modules/mark', '');
  const { stderr } = await outcome(command(process.execPath, ['config/ensure-installed.mjs']));
  expect([stderr, exists('node_modules/mark'), exists('node_modules/.installed-stamp')]).toEqual(['', true, true]);

  fs.rmSync(join(project, 'node_modules/.installed-stamp'));
  write('node_modules/.package-lock.json', { packages: {} });
  await outcome(command(process.execPath, ['config/ensure-installed.mjs']));
  expect(exists('node_modules/mark')).toBe(false);
});

it('lets two commands at once install and compile only once, and takes over from one that was killed', async () => {
  const owner = `${deadPid()}-abcdef`;
  write(join('.data/first-run.lock', owner), '');
  write(join(`.data/first-run.lock.${owner}`, owner), '');
  const both = await Promise.all([run('replay', '1'), run('replay', '2')]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(both.map(({ stdout }) => stdout.slice(0, 13)).sort()).toEqual(['{"args":["1"]', '{"args":["2"]']);
  expect(both.filter(({ stderr }) => stderr.includes('Installing'))).toHaveLength(1);
  expect(timesCompiled()).toBe(1);
  expect(fs.readdirSync(join(project, '.data'))).toEqual([]);
});

it('stops at what fails, and tries again next time', async () => {
  write('libs/kernel/index.ts', 'wrong');
  for (const times of [1, 2]) {
    const { code, stdout, stderr } = await run('replay');
    expect({ code, stdout, times: timesCompiled() }).toEqual({ code: 1, stdout: '', times });
    expect(stderr).toMatch(/nest\.js build standalone failed \(exit code 1\); see above\.\n$/);
  }
  write('package-lock.json', { lockfileVersion: 3, packages: { '': {} } });
  const { code, stderr } = await run('replay');
  expect([code, exists('node_modules/.installed-stamp')]).toEqual([1, false]);
  expect(stderr).toMatch(/package-lock\.json[^]*failed \(exit code 1\); see above\.\n$/);
});

it('runs the command in its own process, so that a signal reaches it', async () => {
  const child = command(process.execPath, ['config/run.mjs', 'start']);
  child.stdout?.once('data', () => child.kill('SIGTERM'));
  expect(await outcome(child)).toMatchObject({ code: 7, stdout: 'serving\n' });
});

it('names its commands, and a command that is not there', async () => {
  for (const [args, line] of [
    [[], 'Which command? The commands are: start, replay, value-table, year, migrate, openapi, bench.\n'],
    [
      ['toString'],
      'Unknown command: toString. The commands are: start, replay, value-table, year, migrate, openapi, bench.\n',
    ],
  ] as const) {
    expect(await run(...args)).toEqual({ code: 2, stdout: '', stderr: line });
  }
  expect(await run('bench')).toMatchObject({ code: 1, stderr: expect.stringContaining('has no compiled') as string });
});

it('refuses a Node that is too old in one line', async () => {
  const versions = ['18.20.4', '20.18.1', '20.19.0', '20.20.2', '21.7.0', '22.11.0', '22.12.0', '23.0.0', '24.1.0'];
  const script = `import { nodeComplaint } from './config/ensure-installed.mjs';
    console.log(JSON.stringify(${JSON.stringify(versions)}.filter((version) => !nodeComplaint(version))));`;
  const { stdout } = await outcome(command(process.execPath, ['--input-type=module', '-e', script]));
  expect(JSON.parse(stdout)).toEqual(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0']);

  const asOld = `Object.defineProperty(process, 'versions', { value: { node: '18.20.4' } });`;
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(asOld)}`];
  expect(await outcome(command(process.execPath, [...preload, 'config/ensure-installed.mjs']))).toEqual({
    code: 2,
    stdout: '',
    stderr: 'This needs Node 20.19 or newer (in the 22 line 22.12); this is Node 18.20.4.\n',
  });
});
