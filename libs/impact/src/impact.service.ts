import { Injectable } from '@nestjs/common';
import { AllocationService, LedgerFigures } from '@sr/allocation';
import { ContractsService } from '@sr/contracts';
import { AppError, THE_PRODUCT, type Actor, type LocalDate } from '@sr/kernel';
import { ClaimsService } from '@sr/placements';
import { PlansService } from '@sr/plans';
import { Db } from '@sr/platform';
import {
  breakdown,
  isOfObligations,
  narrowedBreakdown,
  shownJobs,
  type Breakdown,
  type Dimension,
} from './domain/breakdown';
import { besideOwnJobs, type JobsSideBySide, type PublishedJobs } from './domain/own-jobs';
import { ownYear } from './domain/own-year';
import { FEWEST_PERSONS, TOO_FEW } from './domain/suppress';
import { yearReport, type JobsShown, type YearReport } from './domain/year-report';
import { breakdownNotNarrowed } from './impact.errors';
import { YearPartsReader, readsWholePool, type Narrowing } from './year-parts';

/** What a year yielded, over the whole pool and per principal; or over the part of it that somebody sees. */
@Injectable()
export class ImpactService {
  constructor(
    private readonly db: Db,
    private readonly contracts: ContractsService,
    private readonly allocation: AllocationService,
    private readonly figures: LedgerFigures,
    private readonly parts: YearPartsReader,
    private readonly plans: PlansService,
    private readonly claims: ClaimsService,
  ) {}

  /**
   * The report of a year. The network and the auditor read the whole pool; everybody else the obligations in their own
   * sight, with small figures of persons hidden. Without `knownOn` it is as known now: the whole pool is made of running
   * balances, so that its cost does not grow with the claims; a part of it of the claims of that year. With `knownOn` it is as it
   * was known at the end of that day, made of the entries recorded by then.
   */
  async year(actor: Actor, year: number, knownOn: LocalDate | null = null): Promise<YearReport> {
    if (readsWholePool(actor.scope)) return this.wholePool(year, knownOn);
    const parts = await this.parts.inSight(actor, year, knownOn, null);
    return ownYear(parts, await this.ownSurplus(actor, year, knownOn));
  }

  /**
   * The figures of a year cut by one dimension, for whom `year` is, or those of a part of the obligations. Refuses
   * `breakdown.not_narrowed`: regions and target groups of a part are for the verifying team and the auditor.
   */
  async breakdown(
    actor: Actor,
    year: number,
    by: Dimension,
    knownOn: LocalDate | null = null,
    narrowing: Narrowing = {},
  ): Promise<Breakdown> {
    const open = readsWholePool(actor.scope);
    const within = await this.parts.within(actor, narrowing);
    if (!open && within !== null) {
      if (!isOfObligations(by)) throw new AppError('refused', [breakdownNotNarrowed()]);
      return narrowedBreakdown(await this.parts.inSight(actor, year, knownOn, null), by, within);
    }
    // Which contracts there are outside the network is not the network's to see, though the pool counts them; and a part
    // of the pool may be one contract.
    const whole = open && by !== 'CONTRACT' && within === null;
    const parts = await (whole
      ? this.parts.wholePool(year, knownOn)
      : this.parts.inSight(actor, year, knownOn, within));
    return breakdown(parts, by, open);
  }

  /**
   * The jobs of form-free plans in a year: a line of its own beside the year report, since they are on no obligation in
   * euros. Of the plans with an obligation in the actor's sight; hidden when none of those rests on five persons or more.
   */
  async formFreeJobs(actor: Actor, year: number, knownOn: LocalDate | null = null): Promise<JobsShown> {
    const all = await this.db.read(THE_PRODUCT, (reader) => this.claims.formFreeJobs(reader, year, knownOn));
    const whole = readsWholePool(actor.scope);
    const seen = whole ? null : await this.plansInSight(actor, all);
    const own = all.filter(({ planId }) => seen === null || seen.has(planId));
    const persons = Math.max(0, ...own.map((plan) => plan.persons));
    if (!whole && persons > 0 && persons < FEWEST_PERSONS) return TOO_FEW;
    return shownJobs(own.reduce((sum, { centihours }) => sum + centihours, 0n));
  }

  /** The Social Return jobs of a report beside the own jobs of a published table, never added to them. */
  besideOwnJobs(report: YearReport, published: PublishedJobs): JobsSideBySide[] {
    return besideOwnJobs(report, published);
  }

  private wholePool(year: number, knownOn: LocalDate | null): Promise<YearReport> {
    return this.db.read(THE_PRODUCT, async (reader) => {
      const obligations = await this.contracts.yearSums(reader, year, knownOn);
      const { perPrincipal, ...surplus } = await this.allocation.yearSums(reader, year, knownOn);
      return yearReport({ obligations, ledger: perPrincipal, ...surplus });
    });
  }

  /** Of these plans, those that have an obligation in the actor's sight. */
  private plansInSight(actor: Actor, plans: readonly { readonly planId: string }[]): Promise<Set<string>> {
    return this.db.read(actor, async (reader) => {
      const members = await this.plans.members(
        reader,
        plans.map(({ planId }) => planId),
      );
      const ids = members.map(({ obligationId }) => obligationId);
      const seen = new Set((await this.contracts.obligations(reader, ids)).map(({ id }) => id));
      return new Set(members.flatMap(({ planId, obligationId }) => (seen.has(obligationId) ? [planId] : [])));
    });
  }

  /** The surplus of a supplier's own plans; null for whoever sees obligations only: a plan is of several principals. */
  private async ownSurplus(actor: Actor, year: number, knownOn: LocalDate | null): Promise<bigint | null> {
    if (actor.scope.supplierGroups.length === 0) return null;
    return this.db.read(actor, (reader) => this.figures.ownSurplusCents(reader, year, knownOn));
  }
}
