import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the project: the first above this file that has the project's own configuration. */
export const projectFolder = (() => {
  let folder = __dirname;
  while (!existsSync(join(folder, 'nest-cli.json'))) {
    if (dirname(folder) === folder) throw new Error('the folder of the project was not found');
    folder = dirname(folder);
  }
  return folder;
})();
