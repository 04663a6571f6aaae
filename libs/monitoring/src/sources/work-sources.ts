import { Injectable } from '@nestjs/common';
import { PlansService } from '@sr/plans';
import type { Reader } from '@sr/platform';
import { ContractSource } from './contract-source';
import type { WorkItem } from '../domain/work-item';
import { NetworkSource } from './network-source';
import { PlanSource } from './plan-source';
import { ReportSource } from './report-source';

/** All plans whose reports and claims are in sight. */
export const ALL_PLANS = { planId: null, verifiedBy: null } as const;

/** Reads what waits from the other libraries, in the scope of who reads, and makes items of it. */
@Injectable()
export class WorkSources {
  constructor(
    private readonly members: PlansService,
    readonly contracts: ContractSource,
    readonly plans: PlanSource,
    readonly reports: ReportSource,
    readonly network: NetworkSource,
  ) {}

  /**
   * All that waits around supplier groups, for all sides.
   * @param reader with the groups and their suppliers in scope and nothing else: all that is asked here is in that sight
   */
  async ofGroups(reader: Reader): Promise<WorkItem[]> {
    return [
      ...(await this.contracts.toDecide(reader)),
      ...(await this.contracts.running(reader)),
      ...(await this.contracts.finalReports(reader)),
      ...(await this.plans.proposals(reader, { planId: null, principals: null })),
      ...(await this.plans.unfinished(reader)),
      ...(await this.plans.goingWrong(reader)),
      ...(await this.reports.drafts(reader, ALL_PLANS)),
      ...(await this.reports.unreported(reader, ALL_PLANS)),
      ...(await this.reports.waitingClaims(reader, ALL_PLANS)),
      ...(await this.reports.refusedClaims(reader, ALL_PLANS)),
      ...(await this.reports.placements(reader, ALL_PLANS)),
    ];
  }

  /** What waits and is of no supplier group: value tables, the figures of the year and the evaluation of the network. */
  async ofNobody(reader: Reader): Promise<WorkItem[]> {
    return [...(await this.network.tables(reader)), ...(await this.network.itself(reader))];
  }

  /** What is open in a plan on contracts and proposals in scope, and on its plan of action. */
  async inPlan(reader: Reader, planId: string): Promise<WorkItem[]> {
    const proposals = await this.plans.proposals(reader, { planId, principals: null });
    const members = await this.members.members(reader, [planId]);
    const ids = members.map(({ obligationId }) => obligationId);
    const proposed = proposals.flatMap(({ contractId }) => contractId ?? []);
    return [
      ...proposals,
      ...(await this.contracts.toDecide(reader, [...ids, ...proposed])),
      ...(await this.contracts.running(reader, ids)),
      ...(await this.contracts.finalReports(reader, ids)),
      ...(await this.plans.unfinished(reader, planId)),
    ];
  }

  /** What is open in a plan on its reports, claims and placements, and how it goes: for who sees it whole. */
  async onWorkIn(reader: Reader, planId: string): Promise<WorkItem[]> {
    const asked = { planId, verifiedBy: null };
    return [
      ...(await this.plans.goingWrong(reader, planId)),
      ...(await this.reports.drafts(reader, asked)),
      ...(await this.reports.unreported(reader, asked)),
      ...(await this.reports.waitingClaims(reader, asked)),
      ...(await this.reports.refusedClaims(reader, asked)),
      ...(await this.reports.placements(reader, asked)),
    ];
  }
}
