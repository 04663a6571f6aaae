import type { Violation } from '@sr/kernel';

/** An exempt contract, and one whose obligation is still to be established, has nothing to forecast. */
export const obligationUnknown = (): Violation => ({
  code: 'obligation.unknown',
  field: '/contractId',
  message: 'There is no such contract, or it carries no obligation.',
});

/** Regions and target groups of a part of the obligations would be of so few people that they could be known. */
export const breakdownNotNarrowed = (): Violation => ({
  code: 'breakdown.not_narrowed',
  field: '/by',
  message: 'By region and by target group only all contracts together are shown. Leave out the filters.',
});

/** What is agreed in persons, hours or activities is followed in those, and never invented into euros. */
export const formFree = (): Violation => ({
  code: 'forecast.form_free',
  message: 'This is form-free: it has a goal in persons, hours or activities, and no euros to forecast.',
});
