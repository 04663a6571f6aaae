import { Injectable } from '@nestjs/common';
import { ContractWork } from '@sr/contracts';
import type { LocalDate } from '@sr/kernel';
import { PlacementWork } from '@sr/placements';
import { Clock, withEverythingInSight, type Reader } from '@sr/platform';
import { contractItems } from '../domain/contract-items';
import { BEHIND_PERCENT, END_MONTHS, EXTENSION_MONTHS, finalReportItems, runningItems } from '../domain/running-items';
import type { WorkItem } from '../domain/work-item';
import { runningContracts } from '../persistence/running.store';
import { WorkFacts } from './work-facts';

/** Within which time and below which part of an obligation a contract asks for attention. */
const ASKED = { behindPercent: BEHIND_PERCENT, endMonths: END_MONTHS, extensionMonths: EXTENSION_MONTHS };

/** Reads what waits on contracts, in the scope of who reads. */
@Injectable()
export class ContractSource {
  constructor(
    private readonly clock: Clock,
    private readonly facts: WorkFacts,
    private readonly contractWork: ContractWork,
    private readonly placementWork: PlacementWork,
  ) {}

  /** What waits on contracts in scope, or on these: exemptions, obligations that are missing, settlements. */
  async toDecide(reader: Reader, ids: readonly string[] | null = null): Promise<WorkItem[]> {
    const contracts = await this.contractWork.waiting(reader, ids);
    const around = await this.facts.ofContracts(reader, contracts);
    return contracts.flatMap((contract) => {
      const found = around.get(contract.id);
      return found ? contractItems({ ...contract, ...found.inWork }, this.clock.today()) : [];
    });
  }

  /** What waits on contracts in scope, or on these, whose term is not over. */
  async running(reader: Reader, ids: readonly string[] | null = null): Promise<WorkItem[]> {
    const today = this.clock.today();
    const contracts = await runningContracts(reader, today, ids, ASKED);
    const around = await this.facts.ofContracts(reader, contracts);
    const subjects = contracts.map(({ id }) => ({ type: 'CONTRACT', id }) as const);
    const milestones = await this.facts.milestones(reader, subjects);
    return contracts.flatMap((contract) => {
      const found = around.get(contract.id);
      if (found === undefined) return [];
      const { inWork, plan, member } = found;
      const ofPlan = { inNetworkPlan: plan?.verifiedBy === null, clientContacts: plan?.clientContacts ?? [] };
      return runningItems({ ...contract, ...inWork, ...ofPlan, state: 'OPEN', member }, milestones, today);
    });
  }

  /**
   * The contracts in scope, or these, whose term is over while their plans miss reports. Also for who does not see reports:
   * that a quarter is missing tells of nobody.
   */
  async finalReports(reader: Reader, ids: readonly string[] | null = null): Promise<WorkItem[]> {
    const today = this.clock.today();
    const over = (await this.contractWork.waiting(reader, ids)).filter(
      ({ state, endsOn }) => state === 'OPEN' && endsOn < today,
    );
    const around = await this.facts.ofContracts(reader, over);
    const planIds = [...around.values()].flatMap(({ plan }) => plan?.id ?? []);
    const missing = new Map<string, LocalDate[]>();
    if (planIds.length > 0) {
      const asked = { planId: null, verifiedBy: null, planIds };
      const unreported = await withEverythingInSight(reader, (whole) => this.placementWork.unreported(whole, asked));
      for (const { planId, quarter } of unreported) {
        missing.set(planId, [...(missing.get(planId) ?? []), quarter]);
      }
    }
    return over.flatMap((contract) => {
      const found = around.get(contract.id);
      if (!found?.plan) return [];
      const { state } = contract;
      return finalReportItems({ ...found.inWork, state, unreported: missing.get(found.plan.id) ?? [] }, today);
    });
  }
}
