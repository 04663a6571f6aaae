import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { oneAtATime, projectFolder, runOnStderr, say } from './first-run.mjs';

const TEST = /\.(spec|itest|e2e-spec)\.ts$/;
const NOT_SOURCE = new Set(['node_modules', 'dist', 'coverage']);

/** Compiles one application into dist/apps/<app>, unless it was compiled from exactly these sources. */
export async function ensureBuilt(app, project = projectFolder) {
  const stamp = join(project, 'dist', 'apps', app, '.built-stamp');
  const isBuilt = (digest) => existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
  if (isBuilt(digestOfSources(project))) return;
  await oneAtATime(project, async () => {
    // Before compiling: what is edited meanwhile is then compiled again at the next command.
    const digest = digestOfSources(project);
    if (isBuilt(digest)) return;
    rmSync(stamp, { force: true });
    say(`Compiling ${app} ...`);
    const nest = join(project, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
    await runOnStderr(process.execPath, [nest, 'build', app], project);
    mkdirSync(join(stamp, '..'), { recursive: true });
    writeFileSync(stamp, digest);
  });
}

/** The digest of the names and contents of all that the compiled applications depend on; tests are not part of it. */
export function digestOfSources(project = projectFolder) {
  const hash = createHash('sha256');
  for (const file of sourcesOf(project)) {
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
