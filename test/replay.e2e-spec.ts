import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './support/command';

const SCENARIOS = join(__dirname, 'scenarios');

describe('npm run --silent replay -- FILE.json', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sr-files-'));
  // As root the database runs as another account, which has to reach the folder.
  chmodSync(folder, 0o755);
  /** Temporary servers of this test alone: other runs may be at work on this machine. */
  const here = { env: { TMPDIR: folder } };
  const temporaryServers = (): string[] => readdirSync(folder).filter((name) => name.startsWith('sr-replay-'));

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('prints one JSON document on standard output, and nothing else', async () => {
    const running = run(['replay', join(SCENARIOS, '01-page-example.json')], here);
    expect(await running.ended()).toBe(0);
    expect(JSON.parse(running.stdout())).toEqual(
      JSON.parse(readFileSync(join(SCENARIOS, '01-page-example.expected.json'), 'utf8')),
    );
    expect(running.stderr()).toBe('');
    expect(temporaryServers()).toEqual([]);
  });

  it('prints a line for every fault, exits with 2 and prints no result', async () => {
    const running = run(['replay', join(SCENARIOS, '21-fields.wrong.json')]);
    expect(await running.ended()).toBe(2);
    expect(running.stdout()).toBe('');
    const positions = readFileSync(join(SCENARIOS, '21-fields.wrong.txt'), 'utf8').trim().split('\n');
    const expected = positions.map((place) => (/^\d+$/.test(place) ? `event ${place}` : place));
    expect(
      running
        .stderr()
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(expected);
  });

  it.each([
    ['no file', undefined, /^file: name the scenario/],
    ['a file that is not there', 'is-er-niet.json', /^file: cannot be read/],
    ['a file that is not JSON', '{', /^file: is not a JSON object/],
    ['a list', '[]', /^file: is not a JSON object/],
  ])('refuses %s with one line', async (_, content, line) => {
    const file = join(folder, content === 'is-er-niet.json' ? content : 'scenario.json');
    if (content !== undefined && content !== 'is-er-niet.json') writeFileSync(file, content);
    const running = run(content === undefined ? ['replay'] : ['replay', file]);
    expect(await running.ended()).toBe(2);
    expect(running.stdout()).toBe('');
    expect(running.stderr()).toMatch(line);
    expect(running.stderr().trim().split('\n')).toHaveLength(1);
  });

  it('reads a file that is named from where the person is', async () => {
    writeFileSync(join(folder, 'hier.json'), readFileSync(join(SCENARIOS, '12-exempt-contract.json')));
    const running = run(['replay', 'hier.json'], { env: { INIT_CWD: folder } });
    expect(await running.ended()).toBe(0);
  });

  it('leaves nothing behind when it is stopped halfway', async () => {
    const running = run(['replay', join(SCENARIOS, '07-counting-limit.json')], here);
    while (temporaryServers().length === 0) await new Promise((resolve) => setImmediate(resolve));
    running.child.kill('SIGTERM');
    expect(await running.ended()).toBe(143);
    expect(running.stdout()).toBe('');
    expect(temporaryServers()).toEqual([]);
  });

  it.each(['real-191536-2024', 'real-595577-2024', 'real-787556-2023'])('%s plays without a fault', async (name) => {
    const running = run(['replay', `apps/standalone/demo/${name}.json`]);
    expect(await running.ended()).toBe(0);
  });
});
