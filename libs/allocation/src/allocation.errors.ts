import type { Violation } from '@sr/kernel';

/** There is no such claim, or not for whoever asks. */
export const claimUnknown = (field: string): Violation => ({
  code: 'claim.unknown',
  field,
  message: 'There is no such claim.',
});

/** There is no obligation on this contract, or not for whoever asks. */
export const obligationUnknown = (): Violation => ({
  code: 'obligation.unknown',
  field: '/contractId',
  message: 'There is no such contract, or it carries no obligation.',
});

/** Each principal answers for its own obligations; whoever sees one for another reason does not change it. */
export const obligationOfOthers = (): Violation => ({
  code: 'obligation.of_another_principal',
  message: 'You can read this contract; only its own principal can do this.',
});

/** There is no such principal. */
export const principalUnknown = (): Violation => ({
  code: 'principal.unknown',
  field: '/principalCode',
  message: 'There is no such principal.',
});

/** Two people revise one obligation: the second hears of the first. */
export const obligationStale = (current: number): Violation => ({
  code: 'obligation.stale',
  field: '/previous',
  params: { current },
  message: `Somebody revised this obligation meanwhile: it stands at ${current} now. Read it again and repeat your change.`,
});

/** Who agrees to a plan agrees to the value table that it pins, and has to have seen which. */
export const otherValueTable = (code: string): Violation => ({
  code: 'proposal.other_value_table',
  field: '/valueTable',
  params: { code },
  message: `The plan values claims with table ${code}; read that one, and name it when you agree.`,
});

/** Obligations move on the day that their principal leaves, not before. */
export const departureInFuture = (today: string): Violation => ({
  code: 'departure.in_the_future',
  field: '/leftOn',
  params: { today },
  message: `Record the departure on its first day outside the network or later; today is ${today}.`,
});
