import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { name as packageName, version } from '../../package.json';
import {
  VARIABLE,
  compose,
  composeService as service,
  composeText,
  filledIn,
  type Service,
} from '../../test/support/compose';
import { NAMES, readEnv } from '../env';
import schema from './compose.schema.json';

const ROOT = join(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const services = Object.entries(compose.services);
/** Services that end by themselves: others wait until they have. */
const isOneOff = ({ restart }: Service): boolean => restart === 'no';
const oursOnly = services.filter(([, { build }]) => build !== undefined);

const variables = [...composeText.matchAll(VARIABLE)].flatMap(([, name, otherwise, what = '']) =>
  name === undefined ? [] : [{ name, otherwise, what }],
);

/** What somebody who begins would set. */
const SET = {
  DATABASE_PASSWORD: 'a1b2c3',
  DATABASE_OWNER_PASSWORD: 'd4e5f6',
  REDIS_PASSWORD: 'a7b8c9',
  PUBLIC_URL: 'https://social-return.example.nl',
  SMTP_URL: 'smtp://mail:1025?tls=off',
  MAIL_FROM: 'Social Return <social-return@example.nl>',
};

describe('docker-compose.yml, as a compose file', () => {
  const isCompose = new Ajv({ strict: true, allErrors: true }).compile(schema);
  const faultsOf = (file: unknown): unknown => (isCompose(file) ? [] : isCompose.errors);

  it('has nothing but what the Compose Specification knows', () => {
    expect(faultsOf(compose)).toEqual([]);
  });

  it.each([
    ['a key that is misspelt', { healtcheck: { disable: true } }],
    ['a condition that does not exist', { depends_on: { database: { condition: 'service_ready' } } }],
    ['a period without a unit', { stop_grace_period: '30' }],
    ['a variable that is a number, which YAML would write its own way', { environment: { PORT: 3000 } }],
    ['a policy that YAML reads as a truth', { restart: false }],
  ])('would be refused with %s', (_what, wrong) => {
    const changed = { ...compose, services: { ...compose.services, proxy: { ...service('proxy'), ...wrong } } };
    expect(faultsOf(changed)).not.toEqual([]);
  });

  it('names networks and volumes that are there, and all of them', () => {
    const used = services.flatMap(([, { networks }]) => networks);
    expect([...new Set(used)].sort()).toEqual(Object.keys(compose.networks).sort());
    const named = services.flatMap(([, { volumes = [] }]) => volumes.filter((volume) => !volume.startsWith('.')));
    expect(named.map((volume) => volume.split(':')[0]).sort()).toEqual(Object.keys(compose.volumes).sort());
  });
});

describe('the set of processes', () => {
  it('is two APIs and two workers, each two alike, behind one proxy', () => {
    expect(service('api-1')).toEqual(service('api-2'));
    expect(service('worker-1')).toEqual(service('worker-2'));
    expect(Object.keys(compose.services).sort()).toEqual(
      'api-1 api-2 database mail migrate proxy redis worker-1 worker-2'.split(' '),
    );
    const [, upstreams = ''] = /reverse_proxy (api.*) \{/.exec(read('config/compose/Caddyfile')) ?? [];
    expect(upstreams.split(' ')).toEqual(['api-1', 'api-2'].map((name) => `${name}:3000`));
  });

  it('runs programs that the sources have', () => {
    for (const [name, { command = [] }] of oursOnly) {
      const [node, program = ''] = command;
      expect([name, node]).toEqual([name, 'node']);
      const source = program.replace(/^dist\/apps\/(\w+)\/apps\/\1\//, 'apps/$1/').replace(/\.js$/, '.ts');
      expect(statSync(join(ROOT, source)).isFile()).toBe(true);
    }
    for (const [, { healthcheck }] of oursOnly) {
      const [, , script] = healthcheck?.test ?? [];
      if (script !== undefined) expect(statSync(join(ROOT, script)).isFile()).toBe(true);
    }
  });

  it('has a health check for everything that stays, and of ours each asks its own port', () => {
    for (const [name, { healthcheck, ...rest }] of services) {
      const stays = !isOneOff({ healthcheck, ...rest });
      expect([name, healthcheck?.test !== undefined && healthcheck.disable !== true]).toEqual([name, stays]);
    }
    for (const [name, { healthcheck, environment = {} }] of oursOnly) {
      const port = environment['HEALTH_PORT'] ?? environment['PORT'];
      if (port !== undefined)
        expect([name, healthcheck?.test?.at(-1)]).toEqual([name, expect.stringContaining(`:${port}/`)]);
    }
  });

  it('waits for what can be waited for: health of what has a check, the end of what ends', () => {
    for (const [name, { depends_on: waits = {} }] of services) {
      for (const [other, { condition }] of Object.entries(waits)) {
        const { healthcheck } = service(other);
        const ends = condition === 'service_completed_successfully';
        expect([name, other, ends]).toEqual([name, other, isOneOff(service(other))]);
        if (condition === 'service_healthy') expect(healthcheck?.test).toBeDefined();
      }
    }
  });

  it('waits in no circle', () => {
    const waitsFor = (name: string, path: readonly string[]): void => {
      if (path.includes(name)) throw new Error([...path, name].join(' waits for '));
      for (const other of Object.keys(service(name).depends_on ?? {})) waitsFor(other, [...path, name]);
    };
    for (const [name] of services) expect(() => waitsFor(name, [])).not.toThrow();
  });

  it('lets a worker end the jobs that it has begun', () => {
    const [, seconds] = /graceMs: (\d+)_000/.exec(read('libs/platform/src/jobs/job-runner.ts')) ?? [];
    expect(Number(seconds)).toBeGreaterThan(0);
    expect(Number.parseInt(service('worker-1').stop_grace_period ?? '', 10)).toBeGreaterThan(Number(seconds) + 5);
  });

  it('comes back after a crash, and fills neither the memory nor the disk of the machine', () => {
    for (const [name, { restart, logging, deploy, ...rest }] of services) {
      expect([name, restart]).toEqual([name, isOneOff({ restart, ...rest }) ? 'no' : 'unless-stopped']);
      expect([name, logging?.options]).toEqual([name, { 'max-size': '10m', 'max-file': '5' }]);
      expect([name, deploy?.resources?.limits?.memory]).toEqual([name, expect.any(String)]);
    }
  });
});

describe('what gets in and out', () => {
  it('is the proxy alone that has a port, and for this machine only unless LISTEN says otherwise', () => {
    expect(services.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['proxy']);
    for (const port of service('proxy').ports ?? []) expect(filledIn(port, {})).toMatch(/^127\.0\.0\.1:/);
  });

  it('the database and Redis can be reached by who works with them, and reach nobody outside', () => {
    expect([service('database').networks, service('redis').networks]).toEqual([['data'], ['data']]);
    expect(compose.networks['data']?.internal).toBe(true);
    expect(service('proxy').networks).not.toContain('data');
  });

  it('every container but the database writes to nothing that stays and may do nothing that it does not need', () => {
    for (const [name, { read_only: readOnly, cap_drop: dropped, security_opt: options }] of services) {
      expect([name, options]).toEqual([name, ['no-new-privileges:true']]);
      if (name !== 'database') expect([name, readOnly, dropped]).toEqual([name, true, ['ALL']]);
    }
  });

  it('mounts files that are there, to be read only', () => {
    const mounts = services.flatMap(([, { volumes = [] }]) => volumes.filter((volume) => volume.startsWith('.')));
    expect(mounts.length).toBeGreaterThan(0);
    for (const mount of mounts) {
      const [file = '', , mode] = mount.split(':');
      expect([file, mode, statSync(join(ROOT, file)).isFile()]).toEqual([file, 'ro', true]);
    }
  });
});

describe('secrets and settings', () => {
  const SECRET = /PASSWORD|SECRET|TOKEN|AUTH|CREDENTIAL/;

  it('has no secret in it: each has to be set, and compose says which', () => {
    const isVariable = expect.stringMatching(/^<[A-Z_]+>$/) as string;
    for (const [name, { environment = {} }] of services) {
      for (const [variable, text] of Object.entries(environment)) {
        const value = text.replace(VARIABLE, '<$1>');
        if (SECRET.test(variable)) expect([name, variable, value]).toEqual([name, variable, isVariable]);
        const [, password] = /:\/\/[^/]*?:(.*)@/.exec(value) ?? [];
        if (password !== undefined) expect([name, variable, password]).toEqual([name, variable, isVariable]);
      }
    }
    expect(variables.filter(({ name, otherwise }) => SECRET.test(name) && otherwise !== '?')).toEqual([]);
  });

  it('says of everything that has to be set what it is, in the same words each time', () => {
    const needed = new Map<string, Set<string>>();
    for (const { name, otherwise, what } of variables) {
      if (otherwise === '?') needed.set(name, (needed.get(name) ?? new Set()).add(what));
    }
    expect([...needed.keys()].sort()).toEqual(Object.keys(SET).sort());
    for (const [name, words] of needed) expect([name, [...words]]).toEqual([name, [expect.stringMatching(/\w+ \w+/)]]);
  });

  it.each(oursOnly.map(([name]) => name))(
    '%s is given variables that the product knows, with values that it takes',
    (name) => {
      const given = Object.fromEntries(
        Object.entries(service(name).environment ?? {}).map(([variable, value]) => [variable, filledIn(value, SET)]),
      );
      const env = readEnv(['DATABASE_URL'], given);
      for (const [variable, value] of Object.entries(given)) {
        if (value !== '') expect([variable, variable in env]).toEqual([variable, true]);
        else expect([variable, variable in readEnv([], { [variable]: EXAMPLES[variable] })]).toEqual([variable, true]);
      }
    },
  );

  /** Of what may stay empty. */
  const EXAMPLES: Readonly<Record<string, string>> = {
    SECURITY_CONTACT: 'mailto:security@example.nl',
    MAIL_REPLY_TO: 'netwerk@example.nl',
    MAIL_RETURN_PATH: 'terug@example.nl',
    BOUNCE_PORT: '2525',
    MAILS_PER_SECOND: '10',
    FREE_DAYS: 'goede-vrijdag,bevrijdingsdag',
  };

  it('leaves no variable of the product out, but those of `npm start`', () => {
    const given = new Set(oursOnly.flatMap(([, { environment = {} }]) => Object.keys(environment)));
    expect(NAMES.filter((name) => !given.has(name)).sort()).toEqual(['DATA_FOLDER', 'DEMO']);
  });

  it('counts the same days as free in the APIs and in the workers', () => {
    const of = (name: string): string | undefined => service(name).environment?.['FREE_DAYS'];
    expect([of('api-1'), of('worker-1')]).toEqual(['${FREE_DAYS:-}', '${FREE_DAYS:-}']);
  });

  it.each([
    ['Where data lives, and what can be set', [...NAMES, 'SR_POSTGRES_ACCOUNT']],
    ['What to set', variables.map(({ name }) => name)],
  ])('the README lists all that can be set, below "%s"', (heading, names) => {
    const [, below = ''] = read('README.md').split(`### ${heading}\n`);
    const [section = ''] = below.split('\n#');
    const told = [...section.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name]) => name);
    // The account of the database is not the product's: the launcher reads it.
    expect(told.sort()).toEqual([...new Set(names)].sort());
  });
});

describe('the images', () => {
  const PINNED = /^[a-z0-9/.-]+:v?\d+\.\d+(\.\d+)?(-[a-z0-9.]+)*$/;
  const containerfile = read('Containerfile');

  it('are pinned, and ours is of this version', () => {
    for (const [name, { image, build }] of services) {
      expect([name, image]).toEqual([name, expect.stringMatching(PINNED)]);
      if (build) expect(image).toBe(`${packageName}:${version}`);
    }
    const [, base = ''] = /^ARG NODE_IMAGE=(.+)$/m.exec(containerfile) ?? [];
    expect(base).toMatch(/^node:(20|22)\.\d+\.\d+-\w+-slim$/);
    const stages = [...containerfile.matchAll(/^FROM (\S+)/gm)].map(([, from]) => from);
    expect(new Set(stages)).toEqual(new Set(['${NODE_IMAGE}']));
  });

  it('of ours is made of files that are there, runs as nobody special, and has a health check', () => {
    const ours = oursOnly.map(([, { build }]) => build);
    expect(new Set(ours.map((build) => JSON.stringify(build)))).toEqual(
      new Set([JSON.stringify({ context: '.', dockerfile: 'Containerfile' })]),
    );
    const copied = [...containerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from = '']) =>
      from.split(' '),
    );
    for (const path of copied) expect([path, statSync(join(ROOT, path)).size > 0]).toEqual([path, true]);
    expect(containerfile).toMatch(/^USER node$/m);
    expect(containerfile).toMatch(/^HEALTHCHECK /m);
  });

  it('takes nothing along but what is named', () => {
    const [first, ...rest] = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(first).toBe('*');
    expect(rest).not.toContain('!test');
    expect(rest).toContain('!config/compose/healthy.mjs');
  });
});
