import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { projectFolder } from '../../apps/standalone/src/database/project';

const PACKAGE = '@sparticuz/chromium';
/** As systems call it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** A browser of this machine that can be started. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The browser to test with: the one of CHROMIUM_PATH, the system's own, or the one that comes with the packages, which is
 * unpacked once.
 * @returns why there is none, when this is a machine without
 */
export function findBrowser(variables: NodeJS.ProcessEnv = process.env): FoundBrowser | string {
  const env = Object.fromEntries(Object.entries(variables).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  const chosen = variables['CHROMIUM_PATH'];
  if (chosen) {
    if (!isProgram(chosen)) throw new Error(`CHROMIUM_PATH: ${chosen} is not a program`);
    return { executablePath: chosen, env };
  }
  const folders = (variables['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const installed = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isProgram);
  if (installed) return { executablePath: installed, env };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return `browser: there is no chromium on the PATH, and ${PACKAGE} has none for ${process.platform} ${process.arch}`;
  }
  return bundledBrowser(env);
}

/** Starts the browser. Playwright leaves out the browser's own sandbox, which root could not use. */
export function launch({ executablePath, env }: FoundBrowser): Promise<Browser> {
  return chromium.launch({ executablePath, env: { ...env } });
}

/** The browser of the package, with its libraries before those of the system: it was built for exactly those. */
function bundledBrowser(env: FoundBrowser['env']): FoundBrowser | string {
  const { version } = JSON.parse(
    readFileSync(join(projectFolder, 'node_modules', PACKAGE, 'package.json'), 'utf8'),
  ) as {
    version: string;
  };
  const folder = join(projectFolder, '.data', `chromium-${version}`);
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath)) {
    const complaint = unpack(folder);
    if (complaint !== null) return `browser: ${PACKAGE} could not be unpacked: ${complaint}`;
  }
  const libraries = [join(folder, 'al2023', 'lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter);
  return { executablePath, env: { FONTCONFIG_PATH: join(folder, 'fonts'), ...env, LD_LIBRARY_PATH: libraries } };
}

/** Unpacks beside its place and puts it there when it is whole; answers what went wrong. */
function unpack(folder: string): string | null {
  mkdirSync(join(folder, '..'), { recursive: true });
  const half = mkdtempSync(`${folder}-`);
  try {
    // By its place in the project: what is compiled from this file lies elsewhere.
    const script = join(projectFolder, 'test', 'support', 'unpack-browser.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script], {
      cwd: projectFolder,
      env: { ...process.env, TMPDIR: half },
      encoding: 'utf8',
    });
    if (status !== 0) return stderr.trim();
    writeFileSync(join(half, 'fonts', 'fonts.conf'), fontsIn(join(folder, 'fonts')));
    // Another run may have been first; then its browser is as good.
    if (!existsSync(folder)) renameSync(half, folder);
    return null;
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

/** The package's own settings name folders of another machine; without a font a page would be white. */
const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
