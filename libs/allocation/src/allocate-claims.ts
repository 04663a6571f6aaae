import { Injectable } from '@nestjs/common';
import type { Actor } from '@sr/kernel';
import { PlacementsService, type AcceptedClaim, type ClaimToAccept } from '@sr/placements';
import { PlansService, type Plan } from '@sr/plans';
import { Clock, type Tx } from '@sr/platform';
import { BookKeeper } from './book-keeper';
import { allocate } from './domain/allocate';
import { reversal, type Entry } from './domain/ledger';
import type { Share } from './domain/room';
import { insertAcceptances, positionsOfClaim, reverseAcceptance } from './persistence/ledger.store';

/** An accepted claim and where its cents and hours went; a claim without euros went nowhere. */
export interface AllocatedClaim {
  readonly claim: AcceptedClaim;
  readonly shares: readonly Share[];
}

/** What a reversal wrote: what it took off, and what it offered to others in its place. */
export interface ReversedEntries {
  readonly taken: readonly Entry[];
  readonly offered: readonly Entry[];
}

/**
 * What a decision on claims does to the ledger. The caller holds the books of their plans. Claims of a form-free plan are
 * decided like all others and leave no trace here: they carry no euros, and are counted in their own unit.
 */
@Injectable()
export class AllocateClaims {
  constructor(
    private readonly clock: Clock,
    private readonly plans: PlansService,
    private readonly placements: PlacementsService,
    private readonly books: BookKeeper,
  ) {}

  /** Accepts claims in the order in which they are named, and allocates each to the obligations of its own plan. */
  async accept(
    tx: Tx,
    actor: Actor,
    claims: readonly ClaimToAccept[],
    plans: readonly Plan[],
  ): Promise<AllocatedClaim[]> {
    const accepted = await this.placements.accept(tx, actor, claims);
    const formFree = new Set(plans.filter((plan) => plan.kind === 'FORM_FREE').map((plan) => plan.id));
    const inEuros = accepted.filter((claim) => !formFree.has(claim.planId));

    const acceptances = await insertAcceptances(tx, inEuros, this.clock.now());
    const rooms = await this.books.openRooms(
      tx,
      inEuros.map((claim) => claim.planId),
    );
    const entries: Entry[] = [];
    const shares = new Map<string, Share[]>();
    for (const { acceptanceId, claim } of acceptances) {
      const placed = allocate(claim, rooms.of(claim.planId));
      shares.set(claim.claimId, placed);
      entries.push(
        ...placed.map((share): Entry => ({ ...share, acceptanceId, planId: claim.planId, reason: 'ACCEPT' })),
      );
    }
    await this.books.append(tx, entries);
    return accepted.map((claim) => ({ claim, shares: shares.get(claim.claimId) ?? [] }));
  }

  /** Takes an accepted claim off every place and offers the room to the surplus of others. */
  async reverse(
    tx: Tx,
    actor: Actor,
    claimId: string,
    reason: string,
    plans: readonly Plan[],
  ): Promise<ReversedEntries> {
    await this.placements.reverse(tx, actor, claimId, reason);
    if (plans.some((plan) => plan.kind === 'FORM_FREE')) return { taken: [], offered: [] };

    const acceptanceId = await reverseAcceptance(tx, claimId, this.clock.now());
    const taken = reversal(await positionsOfClaim(tx, acceptanceId));
    await this.books.append(tx, taken);
    const emptied = taken.filter((entry) => entry.cents < 0).flatMap((entry) => entry.obligationId ?? []);
    const offered = await this.books.reofferIn(tx, [...(await this.plans.plansOf(tx, emptied)).values()]);
    return { taken, offered };
  }
}
