// `node apps/web/build/api-types.mjs`: writes the types of the API, from its committed description, to
// apps/web/src/api/schema.d.ts. That file is not committed: it cannot differ from the description.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const document = JSON.parse(readFileSync(new URL('../../api/openapi.json', import.meta.url), 'utf8'));

// Headers are the client's own work (api/client.ts); a screen that had to name them at each call would be noise.
for (const operations of Object.values(document.paths)) {
  for (const operation of Object.values(operations)) {
    operation.parameters = operation.parameters?.filter((parameter) => parameter.in !== 'header');
  }
}

writeFileSync(new URL('../src/api/schema.d.ts', import.meta.url), astToString(await openapiTS(document)));
