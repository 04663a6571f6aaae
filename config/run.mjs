// `node config/run.mjs <command> [arguments]`: installs and compiles what is needed, then runs the command in this same
// process, so that signals and the exit code are the command's own.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { giveUp, PlainError, projectFolder } from './first-run.mjs';

const COMPILED = 'dist/apps/standalone/apps/standalone/src';
const COMMANDS = {
  start: `${COMPILED}/main.js`,
  replay: `${COMPILED}/replay/main.js`,
  'value-table': `${COMPILED}/value-table/main.js`,
  year: `${COMPILED}/year/main.js`,
  migrate: `${COMPILED}/migrate/main.js`,
  openapi: 'dist/apps/api/apps/api/src/openapi.main.js',
  // A project of its own: what is measured has no part of what measures it.
  bench: 'dist/apps/bench/test/bench/main.js',
};
/** What has to be built, where it is not the standalone product alone. */
const BUILT_FOR = {
  start: ['standalone', 'web'],
  openapi: ['api'],
  bench: ['bench', 'standalone', 'web'],
};

try {
  const [command, ...args] = process.argv.slice(2);
  if (!Object.hasOwn(COMMANDS, command ?? '')) {
    const known = Object.keys(COMMANDS).join(', ');
    throw new PlainError(
      `${command ? `Unknown command: ${command}.` : 'Which command?'} The commands are: ${known}.`,
      2,
    );
  }
  await ensureInstalled();
  for (const app of BUILT_FOR[command] ?? ['standalone']) await ensureBuilt(app);
  const entry = join(projectFolder, COMMANDS[command]);
  if (!existsSync(entry)) throw new PlainError(`The command ${command} has no compiled ${COMMANDS[command]}.`);
  process.argv = [process.argv[0], entry, ...args];
  await import(pathToFileURL(entry).href);
} catch (error) {
  giveUp(error);
}
