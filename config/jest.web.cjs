// One product for all walks, so one at a time: they meet each other's work, as people do.
module.exports = require('./jest.base.cjs')('.web-spec.ts', {
  roots: ['<rootDir>/test/web'],
  globalSetup: '<rootDir>/test/web/support/start-product.ts',
  globalTeardown: '<rootDir>/test/web/support/stop-product.ts',
  setupFilesAfterEnv: ['<rootDir>/test/web/support/skip-without-browser.ts'],
  testTimeout: 60_000,
  maxWorkers: 1,
});
