// What the four kinds of tests share. The map of aliases is derived from tsconfig.json, so there is one list.
const { join } = require('node:path');
const { compilerOptions } = require('../tsconfig.json');

const root = join(__dirname, '..');

// Packages that ship ES modules only: Jest's CommonJS runtime cannot require() them before Node 24.9.
const ESM_ONLY = ['@nestjs', 'file-type', 'strtok3', 'token-types', 'uint8array-extras', '@tokenizer', '@borewit'];

const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

const moduleNameMapper = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([alias, [file]]) => [`^${alias}$`, join(root, file)]),
);

/** One jest configuration for files that end in `suffix`, e.g. `.spec.ts`. */
module.exports = (suffix, more = {}) => ({
  rootDir: root,
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/config', '<rootDir>/test'],
  testRegex: `${suffix.replaceAll('.', '\\.')}$`,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`[/\\\\]node_modules[/\\\\](?!(${ESM_ONLY.join('|')})[/\\\\])`],
  moduleNameMapper,
  cacheDirectory: '<rootDir>/.jest-cache',
  ...more,
});
