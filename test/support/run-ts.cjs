// Lets plain Node run the TypeScript of this project, with its aliases, as the tests do: node -r ./test/support/run-ts.cjs FILE
// For a process of a test that can be killed, which needs no build of its own.
require('reflect-metadata');
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');
const base = require('../../config/jest.base.cjs')('.ts');

const [, swc] = base.transform['^.+\\.(ts|js|mjs)$'];
const aliases = Object.entries(base.moduleNameMapper).map(([pattern, file]) => [new RegExp(pattern), file]);

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...more) {
  const [, file] = aliases.find(([pattern]) => pattern.test(request)) ?? [];
  return resolve.call(this, file ?? request, ...more);
};

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    ...swc,
    filename,
    root: join(__dirname, '..', '..'),
  });
  module._compile(code, filename);
};
