import { extensionReasonMissing, extensionViolations, notLater, tooFar } from './extension';

describe('extensionViolations', () => {
  it.each([
    ['a day later', '2024-07-31', 'Ziekte', []],
    ['a quarter later', '2024-10-30', 'Ziekte', []],
    ['the same day', '2024-07-30', 'Ziekte', [notLater('dueOn', '2024-07-30')]],
    ['earlier', '2024-07-01', 'Ziekte', [notLater('dueOn', '2024-07-30')]],
    ['more than a quarter', '2024-10-31', 'Ziekte', [tooFar('dueOn', '2024-10-30')]],
    ['without a reason', '2024-07-31', ' ', [extensionReasonMissing()]],
    ['earlier and without a reason', '2024-07-29', '', [notLater('dueOn', '2024-07-30'), extensionReasonMissing()]],
  ])('%s', (_, to, reason, violations) => {
    expect(extensionViolations('2024-07-30', to, reason)).toEqual(violations);
  });
});
