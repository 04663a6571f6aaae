/** What this library tells the others through the outbox: reference data, groups and members changed. */
export const IDENTITY_EVENTS = [
  'identity.reference-data-loaded',
  'identity.supplier-group-registered',
  'identity.membership-recorded',
] as const;
export type IdentityEvent = (typeof IDENTITY_EVENTS)[number];
