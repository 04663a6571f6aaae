// Runs the checks and the tests, one stage after another:
//   node config/stages.mjs check   format, types, lint, imports; stops at the first that fails
//   node config/stages.mjs test    unit, integration, build, e2e, web; runs all of them, then fails if one of them did
//   node config/stages.mjs screens the pictures of the screens, made by the test that looks at all of them
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { ensureBuilt, writeApiTypes } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const FOLDERS = ['apps', 'libs', 'config', 'test'];

const CHECKS = {
  format: ['prettier/bin/prettier.cjs', '--config', 'config/prettier.json', '--log-level', 'warn', '--check', '.'],
  types: ['typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  'types of the screens': ['typescript/bin/tsc', '--noEmit', '-p', 'apps/web/tsconfig.json'],
  // A folder may still be without code, which ESLint would otherwise call a mistake.
  lint: [
    'eslint/bin/eslint.js',
    ...['--config', 'config/eslint.config.mjs', '--max-warnings=0', '--no-error-on-unmatched-pattern'],
    ...FOLDERS,
  ],
  imports: [
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ...['--config', 'config/dependency-cruiser.cjs'],
    ...FOLDERS,
  ],
};
const TESTS = ['unit', 'integration', 'e2e', 'web'];
/** What the end-to-end tests and the walks through the screens start: all that is compiled. */
const BUILT = ['standalone', 'api', 'worker', 'web'];

const results = [];
const counts = { passed: 0, failed: 0, skipped: 0 };
const notRun = [];

/** Runs one tool of node_modules and answers whether it succeeded. Its output is inherited, unless someone listens. */
function run([tool, ...args], listen) {
  // A pipe is no terminal, so the tool has to be told that its colours arrive at one.
  const env = listen && process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env;
  const stdio = listen ? ['inherit', 'pipe', 'pipe'] : 'inherit';
  const child = spawn(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: root, env, stdio });
  if (listen) {
    for (const name of ['stdout', 'stderr']) {
      let rest = '';
      child[name].setEncoding('utf8');
      child[name].on('data', (text) => {
        process[name].write(text);
        const lines = (rest + text).split('\n');
        rest = lines.pop();
        lines.forEach(listen);
      });
      child[name].on('end', () => listen(rest));
    }
  }
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
}

/** Runs `work` as the stage `name`, and prints and remembers its time. Answers whether it succeeded. */
async function stage(name, work) {
  console.log(`\n== ${name}`);
  const startedAt = performance.now();
  const ok = await work();
  const seconds = (performance.now() - startedAt) / 1000;
  results.push({ name, seconds, ok });
  console.log(`== ${name}: ${ok ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  return ok;
}

/** Every check in order, until one fails. */
async function check() {
  for (const [name, command] of Object.entries(CHECKS)) {
    if (!(await stage(name, () => run(command)))) return false;
  }
  return true;
}

/** One kind of tests. What did not start at all counts as one failure, so that a total never looks better than it is. */
async function test(kind, ...more) {
  const folder = mkdtempSync(join(tmpdir(), 'stages-'));
  const report = join(folder, 'report.json');
  const jest = ['jest/bin/jest.js', '-c', `config/jest.${kind}.cjs`, '--ci', '--passWithNoTests', ...more];
  try {
    return await stage(kind, async () => {
      const ok = await run([...jest, '--json', `--outputFile=${report}`], noteNotRun);
      const found = read(report);
      const failed = found ? found.numFailedTests + found.numRuntimeErrorTestSuites : 0;
      counts.passed += found?.numPassedTests ?? 0;
      counts.failed += ok ? failed : Math.max(failed, 1);
      counts.skipped += found ? found.numPendingTests + found.numTodoTests : 0;
      return ok && failed === 0;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Remembers what a test said that it could not prove here, once. */
function noteNotRun(line) {
  const text = stripVTControlCharacters(line);
  // A quoted source line in the report of a failure is not something that a test printed.
  if (/^\s*>?\s*\d+ \|/.test(text)) return;
  const [reason] = /NOT RUN: .*/.exec(text) ?? [];
  if (reason && !notRun.includes(reason.trimEnd())) notRun.push(reason.trimEnd());
}

/** The report of jest, or nothing when it stopped before it wrote one. */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Every kind of tests, also after one has failed: whoever mends something wants to know all of it. */
async function tests() {
  let ok = true;
  for (const kind of TESTS) {
    if (kind === 'e2e') ok = (await stage('build', build)) && ok;
    ok = (await test(kind)) && ok;
  }
  return ok;
}

async function build() {
  try {
    for (const app of BUILT) await ensureBuilt(app);
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

/** Makes the pictures of the screens anew. */
async function screens() {
  process.env.SCREENS = 'on';
  return (await stage('build', build)) && (await test('web', 'screens'));
}

function printTimes() {
  const total = results.reduce((sum, result) => sum + result.seconds, 0);
  const rows = [...results, { name: 'total', seconds: total, ok: true }];
  const width = Math.max(...rows.map((row) => row.name.length));
  console.log('');
  for (const { name, seconds, ok } of rows) {
    console.log(`${name.padEnd(width)}  ${seconds.toFixed(1).padStart(7)} s${ok ? '' : '  FAILED'}`);
  }
}

const COMMANDS = { check, test: tests, screens };
const command = process.argv[2] ?? '';

if (!Object.hasOwn(COMMANDS, command)) {
  console.error(`Usage: node config/stages.mjs ${Object.keys(COMMANDS).join('|')}`);
  process.exit(2);
}

await ensureInstalled();
// Not in the repository, since it follows from the description of the API; the screens refer to it.
await writeApiTypes();
let ok = await COMMANDS[command]();
printTimes();

if (command !== 'check') {
  if (counts.passed + counts.failed === 0) {
    console.error('\nNo test ran.');
    ok = false;
  }
  console.log('');
  for (const reason of notRun) console.log(reason);
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
}
process.exitCode = ok ? 0 : 1;
