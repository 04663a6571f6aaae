import type { Violation } from '@sr/kernel';
import type { ClaimKind } from './claim-kind';

/**
 * Who really did it: the supplier itself, a subcontractor, somebody in its network, or a social enterprise (a sheltered
 * workshop among them).
 */
export const REALISED_BY = ['OWN', 'SUBCONTRACTOR', 'NETWORK', 'SOCIAL_ENTERPRISE'] as const;
export type RealisedBy = (typeof REALISED_BY)[number];

/** The party that realised a contribution. Its name is that of an organisation, never of a person. */
export interface RealisingParty {
  readonly by: RealisedBy;
  /** The number of the chamber of commerce of a party that is not the supplier itself; null when it was not given. */
  readonly kvkNumber: string | null;
  readonly name: string | null;
}

/** The supplier itself has a number already: that of the plan's supplier. */
export const ownNeedsNoNumber = (field: string): Violation => ({
  code: 'realised.own_with_other_party',
  field,
  message: 'What the supplier realised itself names no other organisation; leave the number and the name out.',
});

/** What is bought is bought from a social enterprise that can be looked up. */
export const sellerMissing = (field: string): Violation => ({
  code: 'realised.seller_missing',
  field,
  message: 'A purchase names the social enterprise: its number of the chamber of commerce and its name.',
});

/** What is wrong with who realised a contribution of `kind`: all of it, or nothing. */
export function realisedViolations(kind: ClaimKind, party: RealisingParty | null, field: string): Violation[] {
  if (kind === 'PURCHASE') {
    const isNamed = party?.by === 'SOCIAL_ENTERPRISE' && party.kvkNumber !== null && party.name !== null;
    return isNamed ? [] : [sellerMissing(field)];
  }
  const isOther = party?.by === 'OWN' && (party.kvkNumber !== null || party.name !== null);
  return isOther ? [ownNeedsNoNumber(field)] : [];
}
