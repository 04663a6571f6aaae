module.exports = require('./jest.base.cjs')('.itest.ts', {
  globalSetup: '<rootDir>/test/support/start-database.ts',
  globalTeardown: '<rootDir>/test/support/stop-database.ts',
  testTimeout: 60_000,
  maxWorkers: 2,
});
