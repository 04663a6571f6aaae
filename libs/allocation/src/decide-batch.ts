import { Injectable } from '@nestjs/common';
import { AppError, collect, refuseIf, type Actor, type Violation } from '@sr/kernel';
import { PlacementsService, type Claim, type ClaimToAccept } from '@sr/placements';
import type { Plan } from '@sr/plans';
import { withEverythingInSight, type Tx } from '@sr/platform';
import { AllocateClaims, type AllocatedClaim } from './allocate-claims';
import { claimUnknown } from './allocation.errors';
import { BookKeeper } from './book-keeper';
import { decisionViolations, type Decision } from './domain/decision';
import { Sight, sumPlaces, type Place } from './sight';

/** What was decided on a claim, and where its cents and hours went. */
export interface DecidedClaim {
  readonly claimId: string;
  readonly claimNumber: number;
  readonly status: 'ACCEPTED' | 'REJECTED';
  /** What it is worth by the value table of its plan, fixed from here on; 0 of a rejected one. */
  readonly valueCents: number;
  readonly jobCentihours: number;
  /** They add up to the value and the job hours; none of a claim that carries no euros. */
  readonly places: readonly Place[];
}

/** A list of decisions, carried out as one: some claims accepted, others rejected. */
@Injectable()
export class DecideBatch {
  constructor(
    private readonly placements: PlacementsService,
    private readonly books: BookKeeper,
    private readonly claims: AllocateClaims,
    private readonly sight: Sight,
  ) {}

  /** Decides, and answers for each claim where its cents and hours went, in the order of the list. */
  async decide(tx: Tx, actor: Actor, decisions: readonly Decision[]): Promise<DecidedClaim[]> {
    refuseIf(decisionViolations(decisions), 'invalid-input');
    const ids = decisions.map((decision) => decision.claimId);
    const seen = await this.placements.claims(tx, ids);
    refuseUnseen(seen, ids, (index) => `/decisions/${index}/claimId`);
    const allocated = await withEverythingInSight(tx, async (ledger) => {
      const plans = await this.books.holdBooksOfPlans(ledger, planIdsOf(seen));
      const violations: Violation[] = [];
      const accepted = await collect(violations, () => this.accept(ledger, actor, decisions, plans));
      await collect(violations, () => this.reject(ledger, actor, decisions));
      refuseIf(violations);
      await this.books.tell(ledger, planIdsOf(seen));
      return accepted ?? [];
    });
    return this.describe(tx, seen, decisions, allocated);
  }

  private async accept(
    tx: Tx,
    actor: Actor,
    decisions: readonly Decision[],
    plans: readonly Plan[],
  ): Promise<AllocatedClaim[]> {
    const accepting = decisions.filter((decision) => decision.verdict === 'ACCEPT');
    if (accepting.length === 0) return [];
    return inPlace(decisions, accepting, () => this.claims.accept(tx, actor, accepting.map(toAccept), plans));
  }

  private async reject(tx: Tx, actor: Actor, decisions: readonly Decision[]): Promise<void> {
    const rejecting = decisions.filter((decision) => decision.verdict === 'REJECT');
    if (rejecting.length === 0) return;
    const [ids, reasons] = [rejecting.map(({ claimId }) => claimId), rejecting.map(({ reason = '' }) => reason)];
    await inPlace(decisions, rejecting, () => this.placements.rejectIn(tx, actor, ids, reasons));
  }

  private async describe(
    tx: Tx,
    seen: readonly Claim[],
    decisions: readonly Decision[],
    allocated: readonly AllocatedClaim[],
  ): Promise<DecidedClaim[]> {
    // Whoever decides on a claim sees its plan whole.
    const names = await this.sight.names(
      tx,
      allocated.flatMap((item) => item.shares.map((share) => share.obligationId)),
    );
    const numbers = new Map(seen.map((claim) => [claim.id, claim.number]));
    const byClaim = new Map(allocated.map((item) => [item.claim.claimId, item]));
    return decisions.map(({ claimId }) => {
      const item = byClaim.get(claimId);
      return {
        claimId,
        claimNumber: numbers.get(claimId) ?? 0,
        status: item ? 'ACCEPTED' : 'REJECTED',
        valueCents: item?.claim.valueCents ?? 0,
        jobCentihours: item?.claim.jobCentihours ?? 0,
        places: sumPlaces(item?.shares ?? [], names),
      };
    });
  }
}

/** The plans of these claims, each once. */
export const planIdsOf = (claims: readonly Claim[]): string[] => [...new Set(claims.map((claim) => claim.planId))];

/** Refuses, as not found, each of these ids that is of no claim in sight. */
export function refuseUnseen(seen: readonly Claim[], ids: readonly string[], field: (index: number) => string): void {
  const known = new Set(seen.map((claim) => claim.id));
  refuseIf(
    ids.flatMap((id, index) => (known.has(id) ? [] : [claimUnknown(field(index))])),
    'not-found',
  );
}

function toAccept({ claimId, correction, reason = '' }: Decision): ClaimToAccept {
  return correction ? { claimId, correction: { ...correction, reason } } : { claimId };
}

/** Does something with a part of the decisions, and tells what is wrong with one at its place among all of them. */
async function inPlace<T>(all: readonly Decision[], part: readonly Decision[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const places = new Map(all.map((decision, index) => [decision, index]));
    const told = error.violations.map((violation) => {
      const [, index] = /^claims\[(\d+)\]$/.exec(violation.field ?? '') ?? [];
      const decision = index === undefined ? undefined : part[Number(index)];
      return decision ? { ...violation, field: `/decisions/${places.get(decision)}` } : violation;
    });
    throw new AppError(error.category, told);
  }
}
