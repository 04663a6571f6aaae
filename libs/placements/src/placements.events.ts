/** What this library tells the others through the outbox: placements, reports and claims. */
export const PLACEMENTS_EVENTS = [
  'placements.registered',
  'placements.ended',
  'placements.report-submitted',
  'placements.claim-submitted',
  'placements.claims-rejected',
] as const;
export type PlacementsEvent = (typeof PLACEMENTS_EVENTS)[number];
