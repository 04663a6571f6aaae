import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { documentOfApi } from '../apps/api/src/openapi.file';

const ROOT = join(__dirname, '..');
const SPECTRAL = join(ROOT, 'node_modules', '@stoplight', 'spectral-cli', 'dist', 'index.js');
const RULES = join(ROOT, 'config', 'openapi-rules.yaml');

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a document is bent into what its type does not allow
type Bent = any;

/** What breaks a rule, and the rule: on `/people`, which stands for all of them. */
const MUTATIONS: Record<string, (document: Bent) => void> = {
  'oas3-schema': (d) => delete d.info.title,
  'operation-operationId': (d) => delete d.paths['/people'].get.operationId,
  'operation-operationId-unique': (d) => (d.paths['/people'].get.operationId = 'invitePerson'),
  'path-params': (d) => d.paths['/people/{personId}'].get.parameters.shift(),
  'path-keys-no-trailing-slash': (d) => (d.paths['/people/'] = d.paths['/people']),
  'oas3-api-servers': (d) => delete d.servers,
  'oas3-valid-media-example': (d) => (requestOf(d).example = { name: 7 }),
  'oas3-valid-schema-example': (d) => (fieldOf(d, 'name').example = 7),
  'adr-openapi-3': (d) => (d.openapi = '3.2.0'),
  'adr-semver': (d) => (d.info.version = '1.0'),
  'adr-contact': (d) => delete d.info.contact.email,
  'adr-uri-version': (d) => (d.servers[0].url = 'http://example.nl/v1'),
  'adr-kebab': (d) => (d.paths['/demoPeople'] = d.paths['/people']),
  'adr-parameter-camel': (d) => (d.paths['/people'].get.parameters[0].name = 'page_size'),
  'adr-property-camel': (d) => rename(propertiesOf(d), 'name', 'full_name'),
  'adr-methods': (d) => (d.paths['/people'].trace = d.paths['/people'].get),
  'adr-version-header': (d) => delete d.paths['/people'].get.responses['200'].headers,
  'adr-problem-type': (d) => rename(d.components.responses.NotFound.content, 'application/problem+json', 'text/plain'),
  'adr-problem-members': (d) => (d.components.schemas.Problem.required = ['type', 'status', 'title']),
  'adr-400': (d) => delete d.paths['/people'].post.responses['400'],
  'adr-no-422': (d) => rename(d.paths['/people'].post.responses, '400', '422'),
  'adr-date': (d) => (fieldOf(d, 'endedOn').format = 'date-time'),
  'adr-timestamp': (d) => (propertiesOf(d).invitedAt = { type: 'string', description: 'When.' }),
  'adr-date-in-query': (d) => Object.assign(d.paths['/people'].get.parameters[0], { name: 'knownOn' }),
  'adr-no-time': (d) => (fieldOf(d, 'endedOn').format = 'time'),
  'adr-secrets-in-uri': (d) => (d.paths['/people'].get.parameters[0].name = 'email'),
  'sr-operation-told': (d) => delete d.paths['/people'].get['x-permission'],
  'sr-units-last': (d) => (propertiesOf(d).wageCents = { type: 'number', description: 'Wage.' }),
  'sr-request-closed': (d) => delete d.components.schemas.InvitePersonBody.additionalProperties,
  'sr-lists-in-pages': (d) => delete fieldOf(d, 'roles').maxItems,
};

const propertiesOf = (document: Bent): Bent => document.components.schemas.PersonAnswer.properties;
const fieldOf = (document: Bent, name: string): Bent => propertiesOf(document)[name];
const requestOf = (document: Bent): Bent => document.paths['/people'].post.requestBody.content['application/json'];
function rename(object: Bent, from: string, to: string): void {
  object[to] = object[from];
  Reflect.deleteProperty(object, from);
}

describe('the document of the API, held to the Dutch API Design Rules', () => {
  let faults: Map<string, Set<string>>;
  let told: string[];

  beforeAll(async () => {
    const document = await documentOfApi();
    const folder = mkdtempSync(join(tmpdir(), 'sr-openapi-'));
    try {
      const write = (name: string, content: object) => writeFileSync(join(folder, name), JSON.stringify(content));
      write('whole.json', document);
      write('people.json', onlyPeople(document));
      for (const [rule, mutate] of Object.entries(MUTATIONS)) {
        const mutated = onlyPeople(document);
        mutate(mutated);
        write(`${rule}.json`, mutated);
      }
      const found = await lint(join(folder, '*.json'));
      faults = new Map(['whole', 'people', ...Object.keys(MUTATIONS)].map((name) => [name, new Set()]));
      for (const { source, code } of found) faults.get(basename(source, '.json'))?.add(code);
      told = found
        .filter(({ source }) => basename(source) === 'whole.json')
        .map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 240_000);

  it('breaks none', () => {
    expect(told).toEqual([]);
    expect([...(faults.get('people') ?? [])]).toEqual([]);
  });

  it.each(Object.keys(MUTATIONS))('would be caught: %s', (rule) => {
    expect([...(faults.get(rule) ?? [])]).toContain(rule);
  });
});

/** The part of the document about people, small enough to be bent thirty times. */
function onlyPeople(document: OpenAPIObject): Bent {
  const paths = Object.entries(document.paths).filter(([path]) => /^\/people(\/\{personId\})?$/.test(path));
  const part: Bent = structuredClone({ ...document, paths: Object.fromEntries(paths) });
  const names = new Set(['Problem']);
  const follow = (node: unknown): void => {
    for (const [, name = ''] of JSON.stringify(node).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (names.has(name)) continue;
      names.add(name);
      follow(part.components.schemas[name]);
    }
  };
  follow(part.paths);
  const kept = Object.entries(part.components.schemas).filter(([name]) => names.has(name));
  return { ...part, components: { ...part.components, schemas: Object.fromEntries(kept) } };
}

interface Fault {
  readonly source: string;
  readonly code: string;
  readonly path: readonly string[];
  readonly message: string;
}

/** What Spectral finds, run once over all files; it exits with 1 when it finds something. */
async function lint(files: string): Promise<Fault[]> {
  const child = spawn(process.execPath, [SPECTRAL, 'lint', files, '--ruleset', RULES, '--format', 'json', '--quiet']);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0 && code !== 1) throw new Error(`Spectral ended with ${String(code)}: ${err}${out}`);
  return JSON.parse(out.trim() || '[]') as Fault[];
}
