import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import * as ts from 'typescript';

const ROOT = join(__dirname, '..');
const FOLDERS = ['apps', 'libs', 'config', 'test'];
const MAP = 'config/dependency-cruiser.cjs';
const BANS = 'config/eslint.config.mjs';

/** [file to plant, what it says, the rules it breaks]: exactly those, so that no rule passes because of another. */
type Planted = readonly [file: string, code: string, rules: readonly string[]];

/** Files that the planted ones point at; those that exist are left as they are. */
const SKELETON: Record<string, string> = {
  ...Object.fromEntries(
    ['kernel', 'platform', 'identity', 'valuation', 'contracts', 'plans', 'placements', 'allocation', 'impact']
      .concat('monitoring', 'unlisted')
      .map((lib) => [`libs/${lib}/src/index.ts`, 'export const face = 1;\n']),
  ),
  'libs/plans/src/http/index.ts': 'export const http = 1;\n',
  'libs/plans/src/jobs/index.ts': 'export const jobs = 1;\n',
  'libs/plans/src/domain/planted-rule.ts': 'export const rule = 1;\n',
  'libs/monitoring/src/digests/planted-rule.ts': 'export const rule = 1;\n',
  'libs/monitoring/src/letters/planted-rule.ts': 'export const rule = 1;\n',
  'libs/plans/src/planted-cycle-b.ts': "export type { planted } from './planted-cycle-a';\n",
  'libs/plans/src/persistence/planted.store.ts': 'export const store = 1;\n',
  'apps/api/src/planted-setup.ts': 'export const setup = 1;\n',
  'config/env.ts': 'export const env = 1;\n',
  'test/planted-other.ts': 'export const other = 1;\n',
  'test/support/planted-given.ts': 'export const given = 1;\n',
};

const from = (source: string): string => `export * as planted from '${source}';\n`;
const DEEP = from('@sr/plans/domain/planted-rule');

const BREACHES: readonly Planted[] = [
  // Upward or sideways: a line of the map that does not name the library.
  ['libs/kernel/src/planted-up.spec.ts', from('@sr/platform'), ['arrows-down:kernel']],
  ['libs/platform/src/planted-up.ts', from('@sr/identity'), ['arrows-down:platform']],
  ['libs/identity/src/planted-up.ts', from('@sr/valuation'), ['arrows-down:identity']],
  ['libs/valuation/src/planted-side.ts', from('@sr/contracts'), ['arrows-down:valuation']],
  ['libs/contracts/src/planted-side.ts', from('@sr/valuation'), ['arrows-down:contracts']],
  ['libs/plans/src/planted-up.ts', from('@sr/placements'), ['arrows-down:plans']],
  ['libs/plans/src/planted-up-type.ts', "export type { Planted } from '@sr/impact';\n", ['arrows-down:plans']],
  ['libs/plans/src/planted-up-path.ts', from('../../allocation/src/index'), ['arrows-down:plans']],
  ['libs/placements/src/planted-up.ts', from('@sr/allocation'), ['arrows-down:placements']],
  ['libs/allocation/src/planted-up.ts', from('@sr/impact'), ['arrows-down:allocation']],
  ['libs/impact/src/planted-side.ts', from('../../monitoring/src/index'), ['arrows-down:impact']],
  ['libs/allocation/src/planted-up-to-monitoring.ts', from('@sr/monitoring'), ['arrows-down:allocation']],
  ['libs/plans/src/planted-test-up.itest.ts', from('@sr/placements'), ['arrows-down:plans']],
  ['apps/api/src/planted-unlisted.ts', from('../../../libs/unlisted/src/index'), ['on-the-map']],

  // Around the face.
  ['libs/plans/src/planted-app.ts', from('../../../apps/api/src/planted-setup'), ['libs-know-no-app']],
  ['libs/placements/src/planted-store.ts', from('../../plans/src/persistence/planted.store'), ['only-the-face']],
  ['libs/placements/src/planted-http.ts', from('../../plans/src/http/index'), ['only-the-face']],
  ['libs/placements/src/planted-jobs.ts', from('../../plans/src/jobs/index'), ['only-the-face']],
  [
    'apps/api/src/planted-store.ts',
    from('../../../libs/plans/src/persistence/planted.store'),
    ['apps-use-entry-points'],
  ],
  [
    'apps/standalone/src/planted-rule.ts',
    from('../../../libs/plans/src/domain/planted-rule'),
    ['apps-use-entry-points'],
  ],
  ['apps/web/src/planted-plans.ts', from('@sr/plans'), ['web-is-a-client']],
  ['apps/web/src/planted-page.tsx', from('@sr/impact/http'), ['web-is-a-client']],
  ['apps/web/src/planted-setup.ts', from('../../api/src/planted-setup'), ['web-is-a-client']],
  ['apps/web/src/people/planted-page.tsx', from('../plans/plan-words'), ['web-areas-apart']],
  ['apps/api/src/planted-jobs.ts', from('../../../libs/plans/src/jobs/index'), ['api-runs-no-jobs']],
  ['apps/worker/src/planted-http.ts', from('../../../libs/plans/src/http/index'), ['worker-serves-no-http']],

  // Into the core.
  ['libs/plans/src/domain/planted-typeorm.ts', from('typeorm'), ['pure-core']],
  ['libs/plans/src/domain/planted-type.ts', "export type { EntityManager } from 'typeorm';\n", ['pure-core']],
  ['libs/plans/src/domain/planted-nest.ts', from('@nestjs/common'), ['pure-core']],
  ['libs/plans/src/domain/planted-node.ts', from('node:fs'), ['pure-core']],
  ['libs/plans/src/domain/planted-store.ts', from('../persistence/planted.store'), ['pure-core']],
  ['libs/plans/src/domain/planted-lower.ts', from('@sr/contracts'), ['pure-core']],
  ['libs/plans/src/domain/planted-env.ts', from('../../../../config/env'), ['env-stays-at-the-edge', 'pure-core']],
  ['libs/plans/src/domain/planted-node.spec.ts', from('node:fs'), ['pure-core-tests']],
  ['libs/plans/src/domain/planted-typeorm.spec.ts', from('typeorm'), ['pure-core-tests']],
  ['libs/monitoring/src/sources/planted-late.ts', from('../digests/planted-rule'), ['monitoring-flow:sources']],
  ['libs/monitoring/src/work/planted-late.ts', from('../digests/planted-rule'), ['monitoring-flow:work']],
  ['libs/monitoring/src/reminders/planted-words.ts', from('../letters/planted-rule'), ['monitoring-flow:reminders']],
  ['libs/monitoring/src/letters/planted-clock.ts', from('@sr/platform'), ['pure-letters']],
  ['libs/kernel/src/planted-node.ts', from('node:crypto'), ['kernel-imports-nothing']],
  ['libs/kernel/src/planted-package.ts', from('rxjs'), ['kernel-imports-nothing']],
  ['libs/kernel/src/planted-up.ts', from('@sr/plans'), ['arrows-down:kernel', 'kernel-imports-nothing']],

  // The environment and the tests.
  ['libs/platform/src/planted-env.ts', from('../../../config/env'), ['env-stays-at-the-edge']],
  ['test/planted-env.ts', from('../config/env'), ['env-stays-at-the-edge']],
  ['libs/plans/src/planted-given.ts', from('../../../test/support/planted-given'), ['product-knows-no-test']],
  ['apps/worker/src/planted-given.ts', from('../../../test/support/planted-given'), ['product-knows-no-test']],
  ['config/planted-given.ts', from('../test/support/planted-given'), ['product-knows-no-test']],
  ['libs/plans/src/planted-other.itest.ts', from('../../../test/planted-other'), ['tests-share-only-support']],

  ['libs/plans/src/planted-cycle-a.ts', from('./planted-cycle-b'), ['no-cycles']],

  // A deep alias, from everywhere.
  ['libs/kernel/src/planted-deep.ts', DEEP, ['kernel-imports-nothing', 'no-unresolvable']],
  ...[
    'platform',
    'identity',
    'valuation',
    'contracts',
    'plans',
    'placements',
    'allocation',
    'impact',
    'monitoring',
  ].map((lib): Planted => [`libs/${lib}/src/planted-deep.ts`, DEEP, ['no-unresolvable']]),
  ...['api', 'worker', 'standalone', 'web'].map((app): Planted => [
    `apps/${app}/src/planted-deep.ts`,
    DEEP,
    ['no-unresolvable'],
  ]),
  ['libs/plans/src/domain/planted-deep.ts', DEEP, ['no-unresolvable', 'pure-core']],
  ['libs/plans/src/domain/planted-deep.spec.ts', DEEP, ['no-unresolvable', 'pure-core-tests']],
  ['libs/plans/src/planted-deep.itest.ts', DEEP, ['no-unresolvable']],
  ['config/planted-deep.ts', DEEP, ['no-unresolvable']],
  ['test/planted-deep.ts', DEEP, ['no-unresolvable']],
];

/** What the fence must leave alone: one that refuses everything would pass the cases above as well. */
const FINE: readonly (readonly [file: string, code: string])[] = [
  ['libs/plans/src/planted-fine.ts', from('@sr/contracts') + from('./domain/planted-rule') + from('typeorm')],
  ['libs/plans/src/domain/planted-fine.ts', from('@sr/kernel') + from('./planted-rule')],
  ['libs/plans/src/domain/planted-fine.spec.ts', from('@sr/kernel') + from('fast-check')],
  ['libs/plans/src/planted-fine.itest.ts', from('../../../test/support/planted-given') + from('@sr/contracts')],
  ['libs/kernel/src/planted-fine.spec.ts', from('fast-check')],
  ['apps/api/src/planted-fine.ts', from('../../../config/env') + from('../../../libs/plans/src/http/index')],
  ['apps/worker/src/planted-fine.ts', from('@sr/plans') + from('../../../libs/plans/src/jobs/index')],
  ['apps/web/src/planted-fine.ts', from('@sr/kernel')],
  ['apps/web/src/planted-fine.tsx', from('@sr/kernel') + from('./planted-fine')],
  ['config/planted-fine.ts', from('./env') + from('../libs/plans/src/persistence/planted.store')],
  ['test/planted-fine.e2e-spec.ts', from('@sr/impact') + from('./support/planted-given')],
];

/** [ban, file to plant, what it says, a part of the sentence that the reader of the report gets] */
const BANNED: readonly (readonly [ban: string, file: string, code: string, message: string])[] = [
  ['no-forward-ref', 'apps/api/src/ban-1.ts', "import { forwardRef } from '@nestjs/common';", 'hides a cycle'],
  ['no-forward-ref', 'libs/plans/src/ban-1.ts', "import * as n from '@nestjs/common'; n.forwardRef(() => 1);", 'cycle'],
  ['no-export-star', 'libs/plans/src/ban-2/index.ts', "export * from './x';", 'Export by name'],
  ['no-process-env', 'libs/plans/src/ban-3.ts', 'export const x = process.env.HOME;', 'Only config/ reads'],
  ['no-process-env', 'apps/api/src/ban-3.ts', "export const x = process['env'];", 'Only config/ reads'],
  ['no-process-env', 'libs/plans/src/ban-4.ts', 'const { env } = process; export const x = env;', 'Only config/ reads'],
  ['no-process-env', 'libs/plans/src/ban-5.ts', "import { env } from 'node:process'; export const x = env;", 'config/'],
  ['no-process-env', 'apps/web/src/ban-5.tsx', 'export const x = process.env.HOME;', 'Only config/ reads'],
  ['no-clock', 'libs/plans/src/domain/ban-6.ts', 'export const x = Date.now();', 'receive `today`'],
  ['no-clock', 'libs/plans/src/domain/ban-7.ts', 'export const x = new Date();', 'receive `today`'],
  ['no-clock', 'libs/kernel/src/ban-6.ts', 'export const x = Math.random();', 'receive `today`'],
  ['no-date', 'libs/plans/src/domain/ban-8.ts', "export const x = new Date('2026-01-01');", 'Use LocalDate'],
  ['no-date', 'libs/kernel/src/ban-8.ts', 'export const x = new Date(0);', 'Use LocalDate'],
  [
    'no-save',
    'libs/plans/src/ban-9.ts',
    'export const x = (m: { save(r: object): void }) => m.save({});',
    'insert or update',
  ],
  ['no-relations', 'libs/plans/src/ban-10.schema.ts', 'export const x = { cascade: true };', 'Columns only'],
  ['no-relations', 'libs/plans/src/ban-11.schema.ts', 'export const x = { eager: true };', 'Columns only'],
  ['no-relations', 'libs/plans/src/ban-12.schema.ts', "export const x = { 'lazy': true };", 'Columns only'],
  ['no-http-exception', 'libs/plans/src/ban-13.ts', "import { NotFoundException } from '@nestjs/common';", 'AppError'],
  ['no-http-exception', 'apps/api/src/ban-13.ts', "import { HttpException } from '@nestjs/common';", 'AppError'],
  ['no-float-money', 'libs/plans/src/ban-14.ts', "export const x = parseFloat('1');", 'integer cents'],
  ['no-float-money', 'libs/plans/src/ban-15.ts', "export const x = Number.parseFloat('1');", 'integer cents'],
  ['no-float-money', 'libs/plans/src/ban-16.ts', 'export const x = (1).toFixed(2);', 'integer cents'],
  ['no-float-money', 'libs/kernel/src/ban-16.ts', 'export const x = Math.round(1.5);', 'integer cents'],
  ['no-division', 'libs/plans/src/domain/ban-17.ts', 'export const x = (n: number) => n / 3;', 'timesFraction'],
  [
    'no-division',
    'libs/plans/src/domain/ban-18.ts',
    'export const x = (n: bigint) => { n /= 3n; return n; };',
    'divRound',
  ],
  ['no-focus-or-skip', 'libs/plans/src/ban-19.spec.ts', "it.only('x', () => undefined);", 'proves nothing'],
  ['no-focus-or-skip', 'libs/plans/src/ban-20.itest.ts', "describe.skip('x', () => undefined);", 'proves nothing'],
  ['no-focus-or-skip', 'test/web/ban-20.web-spec.ts', "it.only('x', () => undefined);", 'proves nothing'],
  ['no-focus-or-skip', 'test/ban-20.e2e-spec.ts', "it.only.each([1])('x', () => undefined);", 'proves nothing'],
  ['no-console', 'libs/plans/src/ban-21.ts', "console.log('x');", 'use the logger'],
];

/** What the rules for screens have to see: [file to plant, what it says, the rule] */
const UNFIT: readonly (readonly [file: string, code: string, rule: string])[] = [
  ['apps/web/src/unfit-picture.tsx', 'export const X = () => <img src="x.png" />;', 'jsx-a11y/alt-text'],
  [
    'apps/web/src/unfit-click.tsx',
    'export const X = () => <div onClick={() => 1} />;',
    'jsx-a11y/click-events-have-key-events',
  ],
  [
    'apps/web/src/unfit-hook.tsx',
    "import { useState } from 'react'; export const X = (p: { a: boolean }) => { if (p.a) useState(1); return null; };",
    'react-hooks/rules-of-hooks',
  ],
];

/** Where the same words are in their place. */
const PERMITTED: readonly (readonly [file: string, code: string])[] = [
  ['config/allowed.ts', 'export const x = process.env.HOME;'],
  ['libs/plans/src/allowed.spec.ts', 'export const x = [process.env.HOME, new Date(), Math.random()];'],
  [
    'libs/plans/src/http/allowed.ts',
    "import { NotFoundException } from '@nestjs/common'; export const x = NotFoundException;",
  ],
  ['libs/plans/src/allowed.ts', 'export const x = (ms: number) => [new Date(ms), ms / 1000, { lazy: true }];'],
  ['libs/kernel/src/allowed.ts', 'export const x = (n: bigint) => n / 3n;'],
];

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string; readonly fatal?: boolean }[];
}

/** Runs a tool of node_modules in the tree `cwd` and reads the JSON it prints; its exit code is not of interest. */
function json<T>(cwd: string, tool: string, ...args: string[]): T {
  const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules', tool), ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!stdout) throw new Error(`${tool} said nothing: ${stderr}`);
  return JSON.parse(stdout) as T;
}

function violationsIn(tree: string): readonly Violation[] {
  const tool = 'dependency-cruiser/bin/dependency-cruise.mjs';
  const report = json<{ summary: { violations: Violation[] } }>(tree, tool, '-c', MAP, '-T', 'json', ...FOLDERS);
  return report.summary.violations;
}

function write(tree: string, file: string, code: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), code);
}

/** A copy of the code of this repository, without packages and without what was built. */
function copyOfTheTree(): string {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'architecture-')));
  const isCode = (path: string): boolean =>
    !/[/\\](node_modules|dist|\.[^/\\]+)$/.test(path) &&
    (!/\.[^/\\]+$/.test(path) || /\.([cm]?[jt]sx?|json)$/.test(path));
  for (const folder of FOLDERS) cpSync(join(ROOT, folder), join(tree, folder), { recursive: true, filter: isCode });
  for (const file of ['tsconfig.json', 'package.json']) cpSync(join(ROOT, file), join(tree, file));
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'), 'junction');
  for (const [file, code] of Object.entries(SKELETON)) if (!existsSync(join(tree, file))) write(tree, file, code);
  return tree;
}

let tree: string;

beforeAll(() => {
  tree = copyOfTheTree();
  for (const [file, code] of [...BREACHES, ...FINE, ...PERMITTED]) write(tree, file, code);
  for (const [, file, code] of BANNED) write(tree, file, code);
  for (const [file, code] of UNFIT) write(tree, file, code);
}, 60_000);

afterAll(() => {
  rmSync(tree, { recursive: true, force: true });
});

describe('the import fence', () => {
  const { forbidden } = jest.requireActual<{ forbidden: { name: string; severity: string }[] }>(`../${MAP}`);
  let planted: Map<string, Set<string>>;

  beforeAll(() => {
    planted = new Map();
    for (const { from: file, rule } of violationsIn(tree)) {
      planted.set(file, (planted.get(file) ?? new Set()).add(rule.name));
    }
  }, 60_000);

  it('lets this repository through', () => {
    expect(violationsIn(ROOT).map(({ from: file, to, rule }) => `${rule.name}: ${file} → ${to}`)).toEqual([]);
  }, 60_000);

  it('has errors only, and a planted breach for every rule', () => {
    expect(forbidden.filter(({ severity }) => severity !== 'error')).toEqual([]);
    const broken = new Set(BREACHES.flatMap(([, , rules]) => rules));
    expect([...broken].sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  it.each(BREACHES)('stops %s', (file, _code, rules) => {
    expect([...(planted.get(file) ?? [])].sort()).toEqual([...rules].sort());
  });

  it.each(FINE)('lets %s through', (file) => {
    expect([...(planted.get(file) ?? [])]).toEqual([]);
  });

  it.each([
    ['points upward', '  kernel: [],', "  kernel: ['plans'],", 'kernel may not import upward: plans'],
    ['points at itself', '  kernel: [],', "  kernel: ['kernel'],", 'kernel may not import upward: kernel'],
    ['has a cycle', '  contracts: base,', "  contracts: [...base, 'plans'],", 'contracts may not import upward: plans'],
    ['names an unknown library', '  kernel: [],', "  kernel: ['plan'],", 'not on the map: plan'],
  ])('refuses to load a map that %s', (name, line, changed, message) => {
    const policy = readFileSync(join(ROOT, MAP), 'utf8');
    expect(policy).toContain(line);
    const file = join(tree, 'config', `${name.replaceAll(' ', '-')}.cjs`);
    writeFileSync(file, policy.replace(line, changed));
    expect(() => jest.requireActual<object>(file)).toThrow(message);
  });
});

describe('the aliases', () => {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: { compilerOptions: { paths: Record<string, string[]> } };
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const resolve = (name: string): string | undefined =>
    ts.resolveModuleName(name, join(ROOT, 'apps/api/src/main.ts'), options, ts.sys).resolvedModule?.resolvedFileName;

  it('name entry points of libraries, without a wildcard', () => {
    for (const [alias, files] of Object.entries(config.compilerOptions.paths)) {
      expect(alias).toMatch(/^@sr\/[a-z]+(\/http|\/jobs)?$/);
      const [, lib, entry] = alias.split('/');
      expect(files).toEqual([['./libs', lib, 'src', ...(entry ? [entry] : []), 'index.ts'].join('/')]);
    }
  });

  it('do not reach behind a face, so a deep import does not compile', () => {
    expect(resolve('@sr/kernel')).toBeDefined();
    for (const inside of ['money', 'src/money', 'domain/x']) expect(resolve(`@sr/kernel/${inside}`)).toBeUndefined();
  });
});

describe('the bans', () => {
  let linted: Map<string, LintResult['messages']>;

  beforeAll(() => {
    const files = [
      ...BANNED.map(([, file]) => file),
      ...PERMITTED.map(([file]) => file),
      ...UNFIT.map(([file]) => file),
    ];
    const results = json<LintResult[]>(tree, 'eslint/bin/eslint.js', '-c', BANS, '-f', 'json', ...files);
    linted = new Map(
      results.map(({ filePath, messages }) => [relative(tree, filePath).split(sep).join('/'), messages] as const),
    );
  }, 120_000);

  /** The bans of our own that a planted file hits; what the other rules think of it is not of interest here. */
  const bansIn = (file: string): LintResult['messages'] => {
    const messages = linted.get(file);
    if (!messages) throw new Error(`${file} was not linted`);
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    return messages.filter(({ ruleId }) => ruleId?.startsWith('sr/'));
  };

  it('each have a planted case', () => {
    const configured = [...readFileSync(join(ROOT, BANS), 'utf8').matchAll(/\bwhere\('([a-z-]+)'/g)].map(
      ([, ban]) => ban,
    );
    expect([...new Set(BANNED.map(([ban]) => ban))].sort()).toEqual(configured.sort());
  });

  it.each(BANNED)('%s stops %s', (ban, file, _code, message) => {
    const bans = bansIn(file);
    expect([...new Set(bans.map(({ ruleId }) => ruleId))]).toEqual([`sr/${ban}`]);
    expect(bans[0]?.message).toContain(message);
  });

  it.each(UNFIT)('are not all: %s is seen too', (file, _code, rule) => {
    expect(linted.get(file)?.map(({ ruleId }) => ruleId)).toContain(rule);
  });

  it.each(PERMITTED)('let %s through', (file) => {
    expect(bansIn(file)).toEqual([]);
  });
});
