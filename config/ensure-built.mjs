import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { giveUp, oneAtATime, projectFolder, runOnStderr, say } from './first-run.mjs';

const TEST = /\.(spec|itest|e2e-spec|web-spec)\.tsx?$/;
const NOT_SOURCE = new Set(['node_modules', 'dist', 'coverage']);

/** The web application: a client of the API, with a build of its own. */
const WEB = 'web';
/** What the web application is made of, besides its own folder; its pictures of screens are no part of it. */
const WEB_SOURCES = ['apps/api/openapi.json', 'libs/kernel', 'package-lock.json'];
const NOT_OF_WEB = ['apps/web/screens', 'apps/web/src/api/schema.d.ts'];
const API_TYPES_WRITER = 'apps/web/build/api-types.mjs';

/** Builds one application into dist/apps/<app>, unless it was built from exactly these sources. */
export async function ensureBuilt(app, project = projectFolder) {
  const digestNow = () => (app === WEB ? digestOfWeb(project) : digestOfSources(project));
  const stamp = join(project, 'dist', 'apps', app, '.built-stamp');
  const isBuilt = (digest) => existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
  if (isBuilt(digestNow())) return;
  await oneAtATime(project, async () => {
    // Before compiling: what is edited meanwhile is then compiled again at the next command.
    const digest = digestNow();
    if (isBuilt(digest)) return;
    rmSync(stamp, { force: true });
    say(`Compiling ${app} ...`);
    await (app === WEB ? buildWeb(project) : compile(app, project));
    mkdirSync(join(stamp, '..'), { recursive: true });
    writeFileSync(stamp, digest);
  });
}

const compile = (app, project) => runTool('@nestjs/cli/bin/nest.js', ['build', app], project);

async function buildWeb(project) {
  await writeApiTypes(project);
  await runTool('vite/bin/vite.js', ['build', '--logLevel', 'error', join('apps', WEB)], project);
}

/** Writes the types of the API's requests and answers, as the web application reads them, from its description. */
export function writeApiTypes(project = projectFolder) {
  return runOnStderr(process.execPath, [join(project, API_TYPES_WRITER)], project);
}

function runTool(tool, args, project) {
  return runOnStderr(process.execPath, [join(project, 'node_modules', tool), ...args], project);
}

/** The digest of the names and contents of all that the compiled applications depend on; tests are not part of it. */
export function digestOfSources(project = projectFolder) {
  return digestOf(sourcesOf(project), project);
}

function digestOfWeb(project) {
  const files = [];
  const walk = (path) => {
    const name = basename(path);
    if (!existsSync(join(project, path)) || NOT_SOURCE.has(name) || NOT_OF_WEB.includes(path)) return;
    if (!statSync(join(project, path)).isDirectory()) files.push(...(TEST.test(path) ? [] : [path]));
    else for (const entry of readdirSync(join(project, path))) walk(`${path}/${entry}`);
  };
  for (const path of [`apps/${WEB}`, ...WEB_SOURCES]) walk(path);
  return digestOf(files.sort(), project);
}

function digestOf(files, project) {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(join(project, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function sourcesOf(project) {
  const files = ['tsconfig.json', 'nest-cli.json', 'package-lock.json'].filter((name) =>
    existsSync(join(project, name)),
  );
  const { projects } = JSON.parse(readFileSync(join(project, 'nest-cli.json'), 'utf8'));
  // What Nest does not know, such as the web application, has a build of its own.
  const roots = projects && Object.values(projects).map(({ root }) => root);
  const isOurs = (folder) => !roots || !/^apps\/[^/]+$/.test(folder) || roots.includes(folder);
  const walk = (folder, belongs) => {
    for (const entry of readdirSync(join(project, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!NOT_SOURCE.has(basename(path)) && isOurs(path)) walk(path, belongs);
      } else if (belongs(path) && !TEST.test(path)) files.push(path);
    }
  };
  if (existsSync(join(project, 'apps'))) walk('apps', () => true);
  if (existsSync(join(project, 'libs'))) walk('libs', () => true);
  for (const folder of ['config', 'test/bench']) {
    if (existsSync(join(project, folder))) walk(folder, (path) => /\.(ts|json)$/.test(path));
  }
  return files.sort();
}

// `node config/ensure-built.mjs <app> ...` builds what is named, where it is not up to date.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const app of process.argv.slice(2)) await ensureBuilt(app).catch(giveUp);
}
