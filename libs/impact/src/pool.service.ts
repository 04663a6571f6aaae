import { Injectable } from '@nestjs/common';
import { LedgerFigures } from '@sr/allocation';
import { ContractFigures } from '@sr/contracts';
import { THE_PRODUCT, daysIn, daysInYear, floorFraction, type Actor, type LocalDate } from '@sr/kernel';
import { PlacementFigures } from '@sr/placements';
import { PlansService } from '@sr/plans';
import { Db } from '@sr/platform';
import { poolCourse, type PoolQuarter } from './domain/course';
import { funnel, type FunnelStep } from './domain/funnel';
import { ImpactService } from './impact.service';
import { readsWholePool } from './year-parts';

/** The pool as a funnel, and its course through a year. */
@Injectable()
export class PoolService {
  constructor(
    private readonly db: Db,
    private readonly impact: ImpactService,
    private readonly contracts: ContractFigures,
    private readonly ledger: LedgerFigures,
    private readonly plans: PlansService,
    private readonly placements: PlacementFigures,
  ) {}

  /**
   * The steps of a year from the reference to what was realised: of the whole pool for the network and the auditor, of the
   * own plans for a supplier. A ministry sees parts of plans, so what is of whole plans is left out. What is planned is as
   * it is now; all else as known at the end of `knownOn`.
   */
  async funnel(actor: Actor, year: number, knownOn: LocalDate | null = null): Promise<FunnelStep[]> {
    const { imposedCents, realisedCents, surplusCents } = await this.impact.year(actor, year, knownOn);
    const own = { REGISTERED: BigInt(imposedCents), REALISED: BigInt(realisedCents) };
    if (surplusCents === null) return funnel({ ...own, PLANNED: null, CLAIMED: null, VERIFIED: null });

    const verified = BigInt(realisedCents) + BigInt(surplusCents);
    const whole = readsWholePool(actor.scope);
    const planIds = await this.planIds(whole ? THE_PRODUCT : actor, year, knownOn);
    return this.db.read(THE_PRODUCT, async (reader) => {
      const waiting = await this.placements.waitingCentsOfYear(reader, year, knownOn, whole ? null : planIds);
      const plans = await this.plans.plans(reader, planIds);
      const approved = plans.filter(({ state, kind }) => state === 'APPROVED' && kind === 'BUNDLE');
      const lines = await this.plans.plannedLines(
        reader,
        approved.map(({ id }) => id),
      );
      const planned = lines.map((line) => floorFraction(line.valueCents ?? 0, daysInYear(line, year), daysIn(line)));
      return funnel({
        ...own,
        PLANNED: planned.reduce((sum, cents) => sum + BigInt(cents), 0n),
        CLAIMED: [...waiting.values()].reduce((sum, cents) => sum + cents, verified),
        VERIFIED: verified,
      });
    });
  }

  /**
   * The four quarters of a year: what was imposed and realised in each and up to each, beside the pace of the terms. Of the
   * whole pool for the network and the auditor, of the obligations in sight for everybody else; at the end of the fourth
   * quarter it is the year's report.
   */
  async course(actor: Actor, year: number, knownOn: LocalDate | null = null): Promise<PoolQuarter[]> {
    const whole = readsWholePool(actor.scope);
    const { obligations, ids } = await this.db.read(whole ? THE_PRODUCT : actor, async (reader) => ({
      obligations: await this.contracts.obligationQuarters(reader, year, knownOn),
      ids: whole ? null : (await this.contracts.obligationYears(reader, year, knownOn)).map((one) => one.obligationId),
    }));
    const realised = await this.db.read(THE_PRODUCT, (reader) =>
      this.ledger.realisedQuarters(reader, year, knownOn, ids),
    );
    return poolCourse(year, obligations, realised);
  }

  /** The plans that the obligations of the year are in now. */
  private planIds(actor: Actor, year: number, knownOn: LocalDate | null): Promise<string[]> {
    return this.db.read(actor, async (reader) => {
      const obligations = await this.contracts.obligationYears(reader, year, knownOn);
      const ids = obligations.map(({ obligationId }) => obligationId);
      return [...new Set((await this.plans.plansOf(reader, ids)).values())];
    });
  }
}
