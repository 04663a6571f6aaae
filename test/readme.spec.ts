import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIGEST_TRANSITIONS } from '../libs/monitoring/src/domain/digest';
import { WORK_ITEM_KINDS } from '../libs/monitoring/src/domain/work-item';
import { CLAIM_TRANSITIONS } from '../libs/placements/src/domain/claim';
import { scripts } from '../package.json';

const ROOT = join(__dirname, '..');
const LIBRARIES = readdirSync(join(ROOT, 'libs'));
const APP_READMES = ['apps/standalone/README.md'];
const HEADINGS = ['Purpose', 'Words', 'Rules', 'States', 'Face', 'Events out', 'Decisions'];

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const readmeOf = (library: string): string => read(`libs/${library}/README.md`);
const serviceOf = (library: string): string => join(ROOT, `libs/${library}/src/${library}.service.ts`);
const methodsIn = (source: string): string[] =>
  matches(source, /^ {2}(?:async )?(\w+)(?:<.*>)?\(/gm).filter((name) => name !== 'constructor');
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** What stands below a heading, up to the next heading of the same level or a higher one. */
function section(markdown: string, heading: string): string {
  const [, marks = ''] = new RegExp(`^(#+) ${heading}$`, 'm').exec(markdown) ?? [];
  const [, below = ''] = markdown.split(new RegExp(`^${marks} ${heading}$`, 'm'));
  return below.split(new RegExp(`^#{1,${marks.length}} `, 'm'))[0] ?? '';
}

/** The cells of a table's rows, without its head. */
function rows(markdown: string): string[][] {
  const lines = markdown.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const quoted = (text: string): string[] => matches(text, /`([^`\n]+)`/g);

/** The text of every file below a folder of the code. */
function codeBelow(folder: string, belongs: (name: string) => boolean): string {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && belongs(name))
    .map((name) => read(join(folder, name)))
    .join('\n');
}

const isTest = (name: string): boolean => /\.(spec|itest|e2e-spec)\.ts$/.test(name);

describe('the README of a library', () => {
  it.each(LIBRARIES)('%s has the headings that all of them have, in order', (library) => {
    expect(matches(readmeOf(library), /^## (.+)$/gm)).toEqual(HEADINGS);
  });

  it.each(LIBRARIES.filter((library) => existsSync(serviceOf(library))))(
    '%s names each method of its service',
    (library) => {
      const methods = rows(section(readmeOf(library), 'Face')).map(([cell = '']) => cell.replaceAll('`', ''));
      expect(methods.sort()).toEqual(methodsIn(readFileSync(serviceOf(library), 'utf8')).sort());
    },
  );

  it('of monitoring, which has many services, names each method of each', () => {
    const face = section(readmeOf('monitoring'), 'Face');
    const [, first = ''] = /method of `(\w+)`/.exec(face) ?? [];
    const listed = [...face.matchAll(/`(\w+Service)`[^`:]*: ((?:`\w+`(?:, )?)+)/g)].map(
      ([, service = '', methods = '']) => [service, quoted(methods).sort()] as const,
    );
    const named = [
      [
        first,
        rows(face)
          .flatMap(([cell = '']) => quoted(cell))
          .sort(),
      ] as const,
      ...listed,
    ];
    const services = readdirSync(join(ROOT, 'libs/monitoring/src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.service.ts'))
      .map((name) => read(join('libs/monitoring/src', name)))
      .map((source) => [/export class (\w+)/.exec(source)?.[1], methodsIn(source).sort()] as const);
    expect(Object.fromEntries(named)).toEqual(Object.fromEntries(services));
  });

  it('of monitoring tells of each kind of work', () => {
    const [, table = ''] = section(readmeOf('monitoring'), 'Rules').split(/^(?=\| kind )/m);
    const [kinds = ''] = table.split('\n\n');
    expect(
      rows(kinds)
        .flatMap(([cell = '']) => quoted(cell))
        .sort(),
    ).toEqual([...WORK_ITEM_KINDS].sort());
  });
});

describe.each<[string, string, string, Record<string, Record<string, string>>]>([
  ['claim', 'placements', 'CLAIMED', CLAIM_TRANSITIONS],
  ['digest', 'monitoring', 'COLLECTING', DIGEST_TRANSITIONS],
])('the states of a %s', (_name, library, first, transitions) => {
  const diagram = section(readmeOf(library), 'States');
  const arrows = [...diagram.matchAll(/^ *(\S+) --> (\S+?)(?:: (\w+))?$/gm)].map(([, from, to, event]) => ({
    from,
    to,
    event,
  }));
  const between = arrows.filter(({ from, to }) => from !== '[*]' && to !== '[*]');

  it('are drawn as the code has them, and no others', () => {
    const inCode = Object.entries(transitions).flatMap(([from, events]) =>
      Object.entries(events).map(([event, to]) => `${from} --> ${to}: ${event}`),
    );
    expect(between.map(({ from, to, event }) => `${from} --> ${to}: ${event}`).sort()).toEqual(inCode.sort());
  });

  it('begin with the first, and end where nothing leads on', () => {
    const ends = Object.entries(transitions).filter(([, events]) => Object.keys(events).length === 0);
    expect(arrows.filter(({ from }) => from === '[*]').map(({ to }) => to)).toEqual([first]);
    expect(arrows.filter(({ to }) => to === '[*]').map(({ from }) => from)).toEqual(ends.map(([status]) => status));
  });
});

describe('the invariants of the ledger', () => {
  const invariants = rows(section(readmeOf('allocation'), 'Invariants'));
  const code = codeBelow('libs/allocation/src', (name) => !isTest(name));
  const tests = codeBelow('libs/allocation/src', isTest);

  it('are A1 to A6', () => {
    expect(invariants.map(([id]) => id)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6']);
  });

  it.each(invariants)('%s is held by what the table names', (_id, _rule, database = '', assertion = '', test = '') => {
    const names = [...quoted(database), ...quoted(assertion)];
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
    expect(quoted(test)).toHaveLength(1);
    expect(quoted(test).filter((name) => !tests.includes(`it('${name}'`))).toEqual([]);
  });
});

describe('the README of the repository', () => {
  const readme = read('README.md');

  it('names every npm script, and no other', () => {
    const named = matches(readme, /\bnpm (?:run (?:--silent )?)?(start|test|(?<=run (?:--silent )?)[a-z-]+)\b/g);
    expect([...new Set(named)].sort()).toEqual(Object.keys(scripts).sort());
  });

  it('has a glossary of words that are in the code', () => {
    const words = rows(section(readme, 'Glossary')).flatMap(([, cell = '']) => quoted(cell));
    const code = ['apps', 'libs'].map((folder) => codeBelow(folder, (name) => !isTest(name))).join('\n');
    expect(words.length).toBeGreaterThan(30);
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(code))).toEqual([]);
  });

  it('numbers its decisions, and tells of each the same things', () => {
    const decisions = matches(section(readme, 'Decisions'), /^### (.+)$/gm);
    expect(decisions.map((title) => Number.parseInt(title, 10))).toEqual(decisions.map((_, index) => index + 1));
    for (const title of decisions) {
      const told = matches(section(readme, title), /^- \*\*(.+?)\*\*/gm);
      expect([title, told]).toEqual([
        title,
        ['Date', 'Context', 'Decision', 'Alternatives', 'Consequences', 'We reconsider'],
      ]);
    }
  });
});

it.each(['README.md', ...APP_READMES, ...LIBRARIES.map((library) => `libs/${library}/README.md`)])(
  '%s names only files and folders that are there',
  (path) => {
    const paths = quoted(read(path)).filter((text) => /^(apps|libs|config|test)\/\S+$/.test(text));
    expect(paths.filter((named) => !existsSync(join(ROOT, named)))).toEqual([]);
  },
);

it.each(LIBRARIES)('the decisions of the repository that %s points to are there', (library) => {
  const named = matches(readmeOf(library), /\b[Dd]ecisions? (\d+)/g).map(Number);
  const known = matches(read('README.md'), /^### (\d+)\. /gm).map(Number);
  expect(named.filter((number) => !known.includes(number))).toEqual([]);
});
