module.exports = require('./jest.base.cjs')('.spec.ts', {
  coverageProvider: 'babel',
  // Branches are counted where they are cheap to cover: the pure rules.
  collectCoverageFrom: ['libs/kernel/src/**/*.ts', 'libs/*/src/domain/**/*.ts', '!**/*.spec.ts', '!**/index.ts'],
});
