/** What is claimed: hours of a placement, a purchase, or an activity on one day. */
export const CLAIM_KINDS = ['PLACEMENT', 'PURCHASE', 'ACTIVITY'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];
