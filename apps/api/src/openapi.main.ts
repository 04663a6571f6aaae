import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runProcess } from '../../../config/process';
import { documentOfApi, textOf } from './openapi.file';

/** Seen from the project's folder, in which npm runs its scripts. */
const FILE = 'apps/api/openapi.json';

/** `npm run openapi`: writes the document of the API, made from the code alone. */
void runProcess(async ({ finish }) => {
  writeFileSync(resolve(FILE), textOf(await documentOfApi()));
  process.stdout.write(`Written: ${FILE}\n`);
  finish();
  return [];
});
