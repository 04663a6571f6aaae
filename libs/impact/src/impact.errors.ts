import type { Violation } from '@sr/kernel';

/** An exempt contract, and one whose obligation is still to be established, has nothing to forecast. */
export const obligationUnknown = (): Violation => ({
  code: 'obligation.unknown',
  field: '/contractId',
  message: 'There is no such contract, or it carries no obligation.',
});

/** What is agreed in persons, hours or activities is followed in those, and never invented into euros. */
export const formFree = (): Violation => ({
  code: 'forecast.form_free',
  message: 'This is form-free: it has a goal in persons, hours or activities, and no euros to forecast.',
});
