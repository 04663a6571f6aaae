import { extensionReasonMissing, notLater, tooFar } from '@sr/kernel';
import { planEnded, type PlanState } from './plan';
import { moreTimeViolations, planNotDue } from './plan-term';

const DUE = '2026-03-31';

describe('more time for a plan of action', () => {
  it.each([
    ['DRAFT', []],
    ['RETURNED', []],
    ['SUBMITTED', [planNotDue()]],
    ['APPROVED', [planNotDue()]],
    ['ENDED', [planEnded()]],
  ] satisfies [PlanState, unknown[]][])('of a plan that is %s', (state, violations) => {
    expect(moreTimeViolations({ state, dueOn: DUE }, '2026-04-01', 'Ziekte')).toEqual(violations);
  });

  it('is not given where no day was agreed', () => {
    expect(moreTimeViolations({ state: 'DRAFT', dueOn: null }, '2026-04-01', 'Ziekte')).toEqual([planNotDue()]);
  });

  it.each([
    ['the same day', DUE, 'Ziekte', [{ ...notLater('', DUE), field: '/dueOn' }]],
    ['a quarter', '2026-07-01', 'Ziekte', []],
    ['more than a quarter', '2026-07-02', 'Ziekte', [{ ...tooFar('', '2026-07-01'), field: '/dueOn' }]],
    ['without a reason', '2026-04-01', ' ', [{ ...extensionReasonMissing(), field: '/reason' }]],
  ])('%s', (_, to, reason, violations) => {
    expect(moreTimeViolations({ state: 'DRAFT', dueOn: DUE }, to, reason)).toEqual(violations);
  });
});
