import { InvariantBroken, sum, type Cents, type Centihours, type Period } from '@sr/kernel';
import type { Room, Share } from './room';
import { split } from './split';

/** An accepted claim as the ledger sees it. */
export interface ClaimToAllocate {
  readonly period: Period;
  readonly valueCents: Cents;
  readonly jobCentihours: Centihours;
  /** The obligation that it counts for first, if that one is eligible. */
  readonly earmarkId: string | null;
}

/**
 * Where every cent and hour of an accepted claim goes.
 *
 * 1. Eligible are the members of the claim's plan that are not settled and whose term overlaps the claim's period.
 * 2. An eligible earmarked obligation is filled first.
 * 3. The rest is placed in proportion to what the eligible obligations have left after step 2.
 * 4. What finds no room is surplus of the plan.
 * 5. The hours follow the cents. A claim without value has its hours split by the current amounts of the eligible
 *    obligations, filled or not; with none, or only amounts of 0, they are surplus.
 *
 * The shares add up to the claim's value and hours (A1); shares of 0 cents and 0 hours are left out.
 */
export function allocate(claim: ClaimToAllocate, room: Room): Share[] {
  const shares = claim.valueCents > 0 ? sharesOfValue(claim, room) : sharesOfHours(claim, room);
  assertWhole(claim, shares);
  return shares.filter((share) => share.cents > 0 || share.centihours > 0);
}

function sharesOfValue(claim: ClaimToAllocate, room: Room): Share[] {
  const cents = new Map<string, Cents>();
  const earmarked = room.eligible(claim.period).find((member) => member.id === claim.earmarkId);
  const first = earmarked ? Math.min(claim.valueCents, room.left(earmarked.id)) : 0;
  if (earmarked && first > 0) {
    room.fill(earmarked.id, first);
    cents.set(earmarked.id, first);
  }
  for (const share of room.fillProRata(claim.valueCents - first, claim.period)) {
    cents.set(share.obligationId, (cents.get(share.obligationId) ?? 0) + share.cents);
  }

  const placed = room.inOrder([...cents].map(([obligationId, part]) => ({ obligationId, cents: part })));
  const surplus = claim.valueCents - sum(cents.values());
  const places = [...placed, { obligationId: null, cents: surplus }];
  const hours = split(claim.jobCentihours, places, (place) => place.cents);
  return hours.map(([place, centihours]) => ({ ...place, centihours }));
}

function sharesOfHours(claim: ClaimToAllocate, room: Room): Share[] {
  const eligible = room.eligible(claim.period);
  if (eligible.every((member) => member.amountCents === 0)) {
    return [{ obligationId: null, cents: 0, centihours: claim.jobCentihours }];
  }
  const hours = split(claim.jobCentihours, eligible, (member) => member.amountCents);
  return hours.map(([member, centihours]) => ({ obligationId: member.id, cents: 0, centihours }));
}

function assertWhole(claim: ClaimToAllocate, shares: readonly Share[]): void {
  const cents = sum(shares.map((share) => share.cents));
  const hours = sum(shares.map((share) => share.centihours));
  if (cents !== claim.valueCents || hours !== claim.jobCentihours) {
    throw new InvariantBroken('A1', `${cents} cents and ${hours} centihours were placed of a claim with other figures`);
  }
}
