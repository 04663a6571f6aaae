import { Injectable } from '@nestjs/common';
import { refuseIf, type Actor, type LocalDate } from '@sr/kernel';
import { Clock, Db } from '@sr/platform';
import { plansOfOthers, seesTo } from './domain/plan';
import { moreTimeViolations } from './domain/plan-term';
import { insertPlanExtension } from './persistence/extension.store';
import { updatePlan } from './persistence/plan.store';
import { PlanDesk } from './plan-desk';
import { PlanViewsService, type PlanDetail } from './plan-views.service';

/** More time for a plan of action, for the version that was read. */
export interface MorePlanTime {
  readonly version: number;
  readonly dueOn: LocalDate;
  readonly reason: string;
}

/** By when suppliers hand in their plans of action, and more time for it. */
@Injectable()
export class PlanTermsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly desk: PlanDesk,
    private readonly views: PlanViewsService,
  ) {}

  /**
   * Gives the supplier more time for its plan of action: at most 92 days at once, with the reason, which the supplier reads.
   * Refuses `plan.unknown` (not found), `plan.stale`, and all at once `plan.of_others`, `plan.ended`, `plan.not_due`,
   * `due-date.not_later`, `due-date.too_far`, `due-date.reason_missing`.
   */
  async extend(actor: Actor, planId: string, { version, dueOn, reason }: MorePlanTime): Promise<PlanDetail> {
    await this.db.write(actor, async (tx) => {
      const plan = await this.desk.holdVersion(tx, planId, version);
      const codes = await this.desk.principalCodes(tx, plan);
      refuseIf([
        ...(seesTo(actor.scope, plan, codes) ? [] : [plansOfOthers()]),
        ...moreTimeViolations(plan, dueOn, reason),
      ]);
      const fromDay = plan.dueOn ?? dueOn;
      await updatePlan(tx, planId, { dueOn, version: version + 1 });
      await insertPlanExtension(tx, {
        planId,
        fromDay,
        toDay: dueOn,
        reason,
        extendedBy: actor.id,
        recordedAt: this.clock.now(),
      });
      await this.desk.record(tx, actor, plan, {
        action: 'plan.due-date-extended',
        detail: { dueOn: { from: fromDay, to: dueOn } },
        reason,
        principalCode: codes.length === 1 ? (codes[0] ?? null) : null,
        event: 'plans.changed',
      });
    });
    return this.views.find(actor, planId);
  }
}
