import { Injectable } from '@nestjs/common';
import { PeopleService } from '@sr/identity';
import { PlacementWork, type PlansAsked } from '@sr/placements';
import { PlanWork } from '@sr/plans';
import { Clock, type Reader } from '@sr/platform';
import { ENDING_DAYS, EVIDENCE_ENDED_DAYS, endingItems, evidenceItems, limitItems } from '../domain/placement-items';
import { draftItems, itemsForOutsiders, refusedItem, unreportedItems, waitingItem } from '../domain/report-items';
import type { WorkItem } from '../domain/work-item';
import { WorkFacts } from './work-facts';

/** Reads what waits on reports, claims and placements, of those in the sight of who reads. */
@Injectable()
export class ReportSource {
  constructor(
    private readonly clock: Clock,
    private readonly facts: WorkFacts,
    private readonly people: PeopleService,
    private readonly planWork: PlanWork,
    private readonly work: PlacementWork,
  ) {}

  /** The reports of these plans that were begun. */
  async drafts(reader: Reader, asked: PlansAsked): Promise<WorkItem[]> {
    const drafts = await this.facts.withPlans(reader, await this.work.drafts(reader, asked));
    const active = new Map<string, number>();
    for (const group of new Set(drafts.map(({ plan }) => plan.supplierGroupId))) {
      active.set(group, await this.people.activeInGroup(reader, group));
    }
    const today = this.clock.today();
    return drafts.flatMap(({ row, plan }) =>
      draftItems(row, plan, { activePeople: active.get(plan.supplierGroupId) ?? 0, today }),
    );
  }

  /** The quarters of which these plans have no report. */
  async unreported(reader: Reader, asked: PlansAsked): Promise<WorkItem[]> {
    const missing = await this.facts.withPlans(reader, await this.work.unreported(reader, asked));
    return missing.flatMap(({ row, plan }) => unreportedItems(row, plan, this.clock.today()));
  }

  /** The claims in these plans that wait for a decision. */
  async waitingClaims(reader: Reader, asked: PlansAsked): Promise<WorkItem[]> {
    const rows = await this.work.waiting(reader, asked);
    const plans = await this.facts.plansById(
      reader,
      rows.map(({ planId }) => planId),
    );
    return rows.flatMap((row) => {
      const plan = plans.get(row.planId);
      return plan ? [waitingItem(row, plan)] : [];
    });
  }

  /** The claims in these plans that were refused and did not come again. */
  async refusedClaims(reader: Reader, asked: PlansAsked): Promise<WorkItem[]> {
    const refused = await this.facts.withPlans(reader, await this.work.refused(reader, asked));
    return refused.map(({ row, plan }) => refusedItem(row, plan));
  }

  /** The placements in these plans that are near their counting limit or their end, and evidence that ends. */
  async placements(reader: Reader, asked: PlansAsked): Promise<WorkItem[]> {
    const today = this.clock.today();
    const planIds = asked.planId === null ? await this.planWork.followed(reader) : [asked.planId];
    const near = await this.facts.withPlans(reader, await this.work.nearLimit(reader, planIds));
    const ending = await this.facts.withPlans(reader, await this.work.ending(reader, asked, ENDING_DAYS));
    const term = { days: ENDING_DAYS, daysAgo: EVIDENCE_ENDED_DAYS };
    const evidence = await this.facts.withPlans(reader, await this.work.endingEvidence(reader, asked, term));
    const subjects = [...near, ...ending].map(({ row }) => ({ type: 'PLACEMENT', id: row.placementId }) as const);
    const held = await this.facts.milestones(reader, subjects);
    return [
      ...near.flatMap(({ row, plan }) => limitItems(row, plan, held)),
      ...ending.flatMap(({ row, plan }) => endingItems(row, plan, held, today)),
      ...evidence.flatMap(({ row, plan }) => evidenceItems(row, plan, today)),
    ];
  }

  /**
   * What is told of a plan to who does not see its reports and claims: counts. Read as the product, and only for who has
   * the plan in sight.
   * @param own the principals for which that reader works
   */
  async outsideOf(product: Reader, planId: string, own: readonly string[]): Promise<WorkItem[]> {
    const plan = (await this.facts.plansById(product, [planId])).get(planId);
    if (!plan) return [];
    const asked = { planId, verifiedBy: null };
    const missing = await this.facts.withPlans(product, await this.work.unreported(product, asked));
    const waiting = await this.work.waiting(product, asked);
    const facts = { missing: missing.map(({ row }) => row), waiting };
    return itemsForOutsiders(facts, plan, { own, today: this.clock.today() });
  }
}
