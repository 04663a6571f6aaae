import { Injectable } from '@nestjs/common';
import { ContractsService, type Obligation, type ObligationChange } from '@sr/contracts';
import { AppError, type Actor } from '@sr/kernel';
import { PlansService, type Plan } from '@sr/plans';
import { Clock, type Tx } from '@sr/platform';
import { obligationStale } from './allocation.errors';
import { BookKeeper } from './book-keeper';
import { release } from './domain/ledger';
import { newestPositions } from './persistence/ledger.store';

/** A new base, amount or goal, and the one that was read before it was written down. */
export interface RevisionOfObligation extends ObligationChange {
  /** Another one than is in force means that somebody revised it meanwhile; left out, nobody asks. */
  readonly previous?: number | undefined;
}

/**
 * What happens to obligations in the ledger. Each works with the product's scope, on an obligation that the actor was
 * seen to be allowed to change, and holds the books that it writes in.
 */
@Injectable()
export class ObligationEvents {
  constructor(
    private readonly clock: Clock,
    private readonly contracts: ContractsService,
    private readonly plans: PlansService,
    private readonly books: BookKeeper,
  ) {}

  /** The obligation becomes a member, and the plan's surplus is offered its room. */
  async join(tx: Tx, actor: Actor, plan: Plan, seen: Obligation): Promise<void> {
    const obligation = await this.books.holdObligation(tx, seen, plan.supplierGroupId);
    await this.plans.join(tx, actor, plan, obligation);
    await this.books.reofferIn(tx, [plan.id]);
    await this.books.tell(tx, [plan.id]);
  }

  /** The obligation is no member any more, and keeps what it has. */
  async leave(tx: Tx, actor: Actor, plan: Plan, seen: Obligation): Promise<void> {
    const obligation = await this.books.holdObligation(tx, seen, plan.supplierGroupId);
    await this.plans.leave(tx, actor, plan, obligation);
    await this.books.tell(tx, [plan.id]);
  }

  /** Brings another base, amount or goal into force: makes room for a lower amount first, and offers room after it. */
  async revise(
    tx: Tx,
    actor: Actor,
    seen: Obligation,
    { previous, ...change }: RevisionOfObligation,
    reason: string,
  ): Promise<void> {
    const obligation = await this.books.holdObligation(tx, seen);
    if (previous !== undefined && previous !== revisable(obligation)) {
      throw new AppError('stale', [obligationStale(revisable(obligation))]);
    }
    const revised = this.contracts.proposeRevision(obligation, change, reason);
    const { allocatedCents } = await this.books.balanceOf(tx, obligation);

    const excess = Math.max(0, allocatedCents - revised.amountCents);
    const entries = excess === 0 ? [] : release(excess, await newestPositions(tx, obligation.id, excess));
    await this.books.append(tx, entries);
    await this.contracts.revise(tx, actor, obligation, revised, reason);
    await this.books.setAmount(tx, obligation.id, revised.amountCents);

    const withNewSurplus = entries.filter((entry) => entry.obligationId === null).map((entry) => entry.planId);
    const grew = revised.amountCents > obligation.amountCents;
    const ownPlan = [...(await this.plans.plansOf(tx, [obligation.id])).values()];
    await this.books.reofferIn(tx, grew ? [...withNewSurplus, ...ownPlan] : withNewSurplus);
    await this.books.tell(tx, [...withNewSurplus, ...ownPlan]);
  }

  /** The obligation keeps what it has, and nothing reaches it any more. */
  async settle(tx: Tx, actor: Actor, seen: Obligation): Promise<void> {
    const obligation = await this.books.holdObligation(tx, seen);
    await this.contracts.settle(tx, actor, obligation);
    await this.books.setSettled(tx, obligation, this.clock.today());
    await this.books.tell(tx, [...(await this.plans.plansOf(tx, [obligation.id])).values()]);
  }
}

/** What of an obligation a revision replaces. */
function revisable({ terms }: Obligation): number {
  switch (terms.kind) {
    case 'PERCENTAGE':
      return terms.baseCents;
    case 'FIXED':
      return terms.amountCents;
    case 'FORM_FREE':
      return terms.goal;
  }
}
