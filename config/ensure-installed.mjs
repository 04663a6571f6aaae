// `node config/ensure-installed.mjs && ...` makes every command work on a fresh clone. It is part of the commands
// themselves, for pre- and post-scripts are silenced by `ignore-scripts`.
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { giveUp, oneAtATime, PlainError, projectFolder, runOnStderr, say } from './first-run.mjs';

/** Installs the packages of package-lock.json, unless these are the installed ones already. */
export async function ensureInstalled(project = projectFolder) {
  const complaint = nodeComplaint(process.versions.node);
  if (complaint) throw new PlainError(complaint, 2);
  if (isInstalled(project)) return;
  await oneAtATime(project, async () => {
    if (isInstalled(project)) return;
    if (!hasStamp(project) && isInstalledByHand(project)) return writeStamp(project);
    // Neither may vouch for what an interrupted installation leaves behind.
    for (const file of [stampFile(project), npmsList(project)]) rmSync(file, { force: true });
    say('Installing the packages (npm ci); this takes a minute and happens once ...');
    // `npm run --silent` and NODE_ENV=production reach us as settings of npm: without the options below, npm would
    // hide why it failed, or leave out what the build needs.
    const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env.npm_execpath ?? '';
    if (basename(npm) === 'npm-cli.js') await runOnStderr(process.execPath, [npm, ...options], project);
    else await runOnStderr('npm', options, project, { shell: process.platform === 'win32' });
    writeStamp(project);
  });
}

/** Says what is wrong with this version of Node, or nothing: Nest's ES modules are loaded with require(). */
export function nodeComplaint(version) {
  const [major, minor] = version.split('.').map(Number);
  const isFine = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;
  return isFine ? undefined : `This needs Node 20.19 or newer (in the 22 line 22.12); this is Node ${version}.`;
}

const stampFile = (project) => join(project, 'node_modules', '.installed-stamp');
const npmsList = (project) => join(project, 'node_modules', '.package-lock.json');

function stampNow(project) {
  const lock = createHash('sha256')
    .update(readFileSync(join(project, 'package-lock.json')))
    .digest('hex');
  return `${lock} node${process.versions.node.split('.')[0]} ${process.platform}/${process.arch}\n`;
}

function isInstalled(project) {
  return read(stampFile(project)) === stampNow(project);
}

function hasStamp(project) {
  return read(stampFile(project)) !== undefined;
}

function writeStamp(project) {
  writeFileSync(stampFile(project), stampNow(project));
}

// Someone ran `npm ci` already, perhaps where there is no network any more: npm keeps a list of what it installed.
// Only packages for other machines may be missing from it.
function isInstalledByHand(project) {
  const list = read(npmsList(project));
  if (list === undefined) return false;
  const installed = JSON.parse(list).packages ?? {};
  const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));
  const wanted = Object.keys(packages[''].optionalDependencies ?? {}).map((name) => `node_modules/${name}`);
  const fits = (list, mine) => !list || list.includes(mine);
  return Object.entries(packages).every(([path, { version, integrity, link, optional, os, cpu }]) => {
    const found = installed[path];
    if (found) return found.version === version && found.integrity === integrity && found.link === link;
    const isForUs = wanted.includes(path) && fits(os, process.platform) && fits(cpu, process.arch);
    return !path.startsWith('node_modules/') || (optional && !isForUs);
  });
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await ensureInstalled().catch(giveUp);
}
