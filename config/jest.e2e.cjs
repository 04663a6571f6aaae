module.exports = require('./jest.base.cjs')('.e2e-spec.ts', {
  testTimeout: 180_000,
  maxWorkers: 1,
});
