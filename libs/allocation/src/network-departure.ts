import { Injectable } from '@nestjs/common';
import { ContractsService } from '@sr/contracts';
import type { Actor } from '@sr/kernel';
import { PlansService, type Plan } from '@sr/plans';
import type { Tx } from '@sr/platform';
import { BookKeeper } from './book-keeper';

/** A plan in which obligations of a principal that left the network go on, and those that went there. */
export interface OwnPlan {
  readonly planId: string;
  readonly planName: string;
  readonly supplierGroupId: string;
  /** The shared plan that they left. */
  readonly leftPlanId: string;
  readonly contractIds: readonly string[];
}

/**
 * What becomes of the obligations of a principal that leaves the network: they leave the plans that the network verifies
 * and go on in plans of their own, with the principal as verifier. They keep what they have. One that is settled leaves
 * as well and goes nowhere.
 */
@Injectable()
export class NetworkDeparture {
  constructor(
    private readonly contracts: ContractsService,
    private readonly plans: PlansService,
    private readonly books: BookKeeper,
  ) {}

  async moveObligations(tx: Tx, actor: Actor, principalCode: string): Promise<OwnPlan[]> {
    const shared = await this.plans.sharedMembers(tx, principalCode);
    const seen = await this.contracts.obligations(
      tx,
      shared.map((member) => member.obligationId),
    );
    const held = new Map((await this.books.holdObligations(tx, seen)).map((obligation) => [obligation.id, obligation]));
    // Whoever held a book before us may have let an obligation leave its plan, or join one.
    const now = (await this.plans.sharedMembers(tx, principalCode)).filter(({ obligationId }) =>
      held.has(obligationId),
    );
    const plans = await this.plans.plans(
      tx,
      now.map((member) => member.planId),
    );

    const moved: OwnPlan[] = [];
    for (const plan of plans) {
      const leaving = now.flatMap(({ planId, obligationId }) =>
        planId === plan.id ? (held.get(obligationId) ?? []) : [],
      );
      for (const obligation of leaving) await this.plans.leave(tx, actor, plan, obligation);
      const open = leaving.filter((obligation) => obligation.settledOn === null);
      if (open.length === 0) continue;
      const own = await this.ownPlanFor(tx, actor, principalCode, plan);
      for (const obligation of open) await this.plans.join(tx, actor, own, obligation);
      moved.push({
        planId: own.id,
        planName: own.name,
        supplierGroupId: own.supplierGroupId,
        leftPlanId: plan.id,
        contractIds: open.map((obligation) => obligation.id),
      });
    }
    // A plan of its own from an earlier departure may have surplus.
    await this.books.reofferIn(
      tx,
      moved.map((own) => own.planId),
    );
    await this.books.tell(tx, [...plans.map((plan) => plan.id), ...moved.map((own) => own.planId)]);
    return moved;
  }

  private ownPlanFor(tx: Tx, actor: Actor, principalCode: string, shared: Plan): Promise<Plan> {
    return this.plans.makeOwnPlan(tx, actor, principalCode, shared.supplierGroupId, shared.valueTableId, shared.kind);
  }
}
