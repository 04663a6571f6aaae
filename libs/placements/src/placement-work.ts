import { Injectable } from '@nestjs/common';
import { addDays } from '@sr/kernel';
import { PlansService } from '@sr/plans';
import { Clock, type Reader } from '@sr/platform';
import { ValuationService } from '@sr/valuation';
import { nearLimit } from './domain/check-claim';
import {
  endingCertificates,
  endingEvidence,
  endingPlacements,
  type EndingEvidence,
  type EndingPlacement,
} from './persistence/ending.store';
import {
  draftReports,
  placementsNearLimit,
  refusedClaims,
  unreportedQuarters,
  waitingClaims,
  type CountedPlacement,
  type DraftReport,
  type NearLimit,
  type PlansAsked,
  type RefusedClaims,
  type UnreportedQuarter,
  type WaitingClaims,
} from './persistence/waiting.store';

/**
 * In which plans somebody has something to report, to decide on or to put right. Reports and claims are those of the plans
 * that are asked for and, as everywhere, only those in the reader's sight; at most a thousand of each, the first due first.
 */
@Injectable()
export class PlacementWork {
  constructor(
    private readonly clock: Clock,
    private readonly plans: PlansService,
    private readonly valuation: ValuationService,
  ) {}

  /** The reports that were begun and are not submitted. */
  drafts(reader: Reader, plans: PlansAsked): Promise<DraftReport[]> {
    return draftReports(reader, plans);
  }

  /**
   * The quarters of the last two years that are over and of which nothing was submitted, of approved plans. For who does
   * not see reports it is read as the product, of plans in sight: that a quarter is missing tells of nobody.
   */
  unreported(reader: Reader, plans: PlansAsked): Promise<UnreportedQuarter[]> {
    return unreportedQuarters(reader, plans, this.clock.today());
  }

  /** How many claims of each plan wait for a decision. */
  waiting(reader: Reader, plans: PlansAsked): Promise<WaitingClaims[]> {
    return waitingClaims(reader, plans);
  }

  /** What was refused or taken back lately and did not come again, by plan, supplier and quarter. */
  refused(reader: Reader, plans: PlansAsked): Promise<RefusedClaims[]> {
    return refusedClaims(reader, plans, this.clock.today());
  }

  /** The placements that end in the next `days` days, of candidates without a later placement at the supplier. */
  ending(reader: Reader, plans: PlansAsked, days: number): Promise<EndingPlacement[]> {
    const today = this.clock.today();
    return endingPlacements(reader, plans, { from: today, to: addDays(today, days) });
  }

  /**
   * The evidence of running placements, and the certificates of sellers, that end in the next `days` days or ended at most
   * `daysAgo` days ago, without newer ones that hold longer.
   */
  async endingEvidence(
    reader: Reader,
    plans: PlansAsked,
    { days, daysAgo }: { readonly days: number; readonly daysAgo: number },
  ): Promise<EndingEvidence[]> {
    const today = this.clock.today();
    const within = { from: addDays(today, -daysAgo), to: addDays(today, days) };
    const ofPlacements = await endingEvidence(reader, plans, within, today);
    return [...ofPlacements, ...(await endingCertificates(reader, plans, within))];
  }

  /** The running placements in these plans whose candidate used nine tenths of the counting limit, and not all of it. */
  async nearLimit(reader: Reader, planIds: readonly string[]): Promise<CountedPlacement[]> {
    const plans = (await this.plans.plans(reader, planIds)).filter(
      ({ kind, state }) => kind !== 'FORM_FREE' && state !== 'ENDED',
    );
    const limits = new Map<string, Omit<NearLimit, 'planId'>[]>();
    for (const id of new Set(plans.map(({ valueTableId }) => valueTableId))) {
      const table = await this.valuation.table(reader, id);
      const ofTable = table.blocks.flatMap(({ code }) => {
        const limit = this.valuation.limitOf(table, code);
        return limit === null ? [] : [{ block: code, fromCentihours: nearLimit(limit), limitCentihours: limit }];
      });
      limits.set(id, ofTable);
    }
    const ofPlans = plans.flatMap(({ id: planId, valueTableId }) =>
      (limits.get(valueTableId) ?? []).map((limit) => ({ planId, ...limit })),
    );
    return placementsNearLimit(reader, ofPlans, this.clock.today());
  }
}
