/** What this library tells the others through the outbox: a plan or what is asked of it changed. */
export const PLANS_EVENTS = [
  'plans.created',
  'plans.changed',
  'plans.submitted',
  'plans.returned',
  'plans.approved',
  'plans.amended',
  'plans.ended',
  'plans.obligation-proposed',
  'plans.proposal-answered',
  'plans.proposal-withdrawn',
] as const;
export type PlansEvent = (typeof PLANS_EVENTS)[number];
