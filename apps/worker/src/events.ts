import { ALLOCATION_EVENTS } from '@sr/allocation';
import { CONTRACTS_EVENTS } from '@sr/contracts';
import { IDENTITY_EVENTS } from '@sr/identity';
import { MONITORING_EVENTS } from '@sr/monitoring';
import { PLACEMENTS_EVENTS } from '@sr/placements';
import { PLANS_EVENTS } from '@sr/plans';
import { VALUATION_EVENTS } from '@sr/valuation';

/** Everything that a library tells. */
export const EVENTS: readonly string[] = [
  ...IDENTITY_EVENTS,
  ...VALUATION_EVENTS,
  ...CONTRACTS_EVENTS,
  ...PLANS_EVENTS,
  ...PLACEMENTS_EVENTS,
  ...ALLOCATION_EVENTS,
  ...MONITORING_EVENTS,
];

/** What is told and nobody acts on: whoever begins to listen takes it away here, or the worker does not start. */
export const UNHEARD: readonly string[] = [
  ...IDENTITY_EVENTS,
  ...VALUATION_EVENTS,
  'contracts.registered',
  'contracts.edited',
  'contracts.exemption-proposed',
  'contracts.exemption-approved',
  'contracts.exemption-refused',
  'contracts.settlement-proposed',
  'contracts.settlement-answered',
  'contracts.settlement-remedy-granted',
  'contracts.settlement-final',
  'plans.changed',
  'plans.submitted',
  'plans.returned',
  'plans.obligation-proposed',
  'plans.proposal-answered',
  'plans.proposal-withdrawn',
  'placements.claim-submitted',
  'placements.claims-rejected',
  // Who is reminded of these hears with the next sweep, which looks at what is kept.
  'monitoring.signal-changed',
  'monitoring.milestone-recorded',
  'monitoring.milestone-withdrawn',
];
