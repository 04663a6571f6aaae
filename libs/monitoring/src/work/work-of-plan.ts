import { Injectable } from '@nestjs/common';
import { THE_PRODUCT, type Actor, type Scope } from '@sr/kernel';
import { PlansService, type Plan } from '@sr/plans';
import { Db } from '@sr/platform';
import type { WorkItem } from '../domain/work-item';
import { WorkSources } from '../sources/work-sources';

/** What is open in one plan, as far as who asks may know of it. */
@Injectable()
export class WorkOfPlan {
  constructor(
    private readonly db: Db,
    private readonly plans: PlansService,
    private readonly work: WorkSources,
  ) {}

  /** What is open in a plan, of everybody. Refuses `plan.unknown` (not found). */
  async of(actor: Actor, planId: string): Promise<WorkItem[]> {
    const { scope } = actor;
    const { inside, items } = await this.db.read(actor, async (reader) => {
      const plan = await this.plans.plan(reader, planId);
      const seen = await this.work.inPlan(reader, planId);
      return seesWork(scope, plan)
        ? { inside: true, items: [...seen, ...(await this.work.onWorkIn(reader, planId))] }
        : { inside: false, items: seen };
    });
    if (inside) return items;
    // The network sees contracts of its members and works for none of them.
    const own = scope.network ? [] : scope.principals;
    const told = await this.db.read(THE_PRODUCT, (product) => this.work.reports.outsideOf(product, planId, own));
    return [...items, ...told];
  }
}

/** Whether somebody with this scope sees the placements, reports and claims of a plan: its supplier, and who verifies it. */
function seesWork(scope: Scope, { supplierGroupId, verifiedBy }: Plan): boolean {
  const verifies = verifiedBy === null ? scope.network : scope.verifies.includes(verifiedBy);
  return scope.everything || verifies || scope.supplierGroups.includes(supplierGroupId);
}
