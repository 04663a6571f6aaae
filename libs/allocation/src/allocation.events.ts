/** What this library tells the others through the outbox: the ledger of plans changed. */
export const ALLOCATION_EVENTS = ['allocation.changed'] as const;
export type AllocationEvent = (typeof ALLOCATION_EVENTS)[number];
