import { Injectable } from '@nestjs/common';
import { refuseIf, type Actor } from '@sr/kernel';
import { PlansService } from '@sr/plans';
import { Clock, Db, type Tx, withEverythingInSight } from '@sr/platform';
import {
  noPlacementsOnBehalf,
  onBehalfReasonMissing,
  onBehalfViolations,
  ownDueOn,
  reportOfOthers,
  sideOf,
} from './domain/on-behalf';
import type { ReportLines } from './domain/report-lines';
import type { QuarterOfSupplier } from './domain/report';
import { reportDueOn } from './domain/terms';
import { holdQuarter, reportsOfQuarter } from './persistence/report.store';
import { ReportDesk, type HeldReport } from './report-desk';
import { ReportViews, type ReportView } from './report-views';

/**
 * Reports that officials write on behalf of a supplier that stays silent: the coordinator of the network on plans that the
 * network verifies, a contract manager of the principal on plans that it verifies itself. No colleague checks them: the
 * verifier, who is somebody else, is warned of every claim.
 */
@Injectable()
export class ReportsOnBehalfService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly plans: PlansService,
    private readonly desk: ReportDesk,
    private readonly views: ReportViews,
  ) {}

  /**
   * The report on behalf of a supplier for a quarter, begun if there is none. Refuses `plan.unknown` (not found), and all at
   * once `report.of_others`, `plan.supplier_outside_group`, `report.not_late_yet`, `report.came_already`,
   * `report.on_behalf_reason_missing`.
   */
  begin(actor: Actor, of: QuarterOfSupplier, reason: string): Promise<ReportView> {
    const { planId, supplierKvkNumber, quarter } = of;
    return this.db.write(actor, async (tx) => {
      const plan = await this.plans.plan(tx, planId);
      const ofPlan = await this.plans.supplierViolations(tx, plan, supplierKvkNumber);
      const onBehalfSide = sideOf(actor.scope, plan);
      // Whether the supplier began is no secret; what it wrote is not read.
      const known = await withEverythingInSight(tx, (all) => holdQuarter(all, of));
      refuseIf([
        ...(onBehalfSide === null ? [reportOfOthers()] : []),
        ...ofPlan.filter(({ code }) => code !== 'plan.ended'),
        ...onBehalfViolations(known, reportDueOn(quarter), this.clock.today()),
        ...(reason.trim() === '' ? [onBehalfReasonMissing()] : []),
      ]);
      const begun = known.find((report) => report.onBehalfSide !== null);
      if (begun) return this.views.of(tx, begun);
      const report = await this.desk.begin(tx, actor, {
        ...of,
        sequence: (known.at(-1)?.sequence ?? 0) + 1,
        dueOn: ownDueOn(known, reportDueOn(quarter)),
        onBehalfSide,
        onBehalfReason: reason,
        onBehalfWriters: [actor.id],
      });
      await this.desk.record(
        tx,
        actor,
        { report, plan },
        {
          action: 'report.opened-on-behalf',
          detail: { planId, quarter, onBehalfSide },
          reason,
          byOfficials: true,
        },
      );
      return this.views.of(tx, report);
    });
  }

  /**
   * Writes all lines of a report on behalf of a supplier anew. Refuses `report.unknown` (not found), `report.stale`,
   * `report.submitted_already`, and all at once `report.of_others`, `report.on_behalf_no_placements` and what the desk refuses
   * of lines.
   */
  writeLines(actor: Actor, id: string, version: number, lines: ReportLines): Promise<ReportView> {
    return this.db.write(actor, async (tx) => {
      const held = await this.hold(tx, actor, id, version);
      const withHours = held.report.onBehalfSide === 'PRINCIPAL' && lines.placements.length > 0;
      return this.desk.writeLines(tx, actor, held, lines, withHours ? [noPlacementsOnBehalf()] : []);
    });
  }

  /**
   * Submits a report on behalf of a supplier. Refuses `report.unknown` (not found), `report.stale`,
   * `report.submitted_already`, `report.of_others`, and all at once what stands in the way by now (`onBehalfViolations`) and
   * what `submitReport` refuses.
   */
  submit(actor: Actor, id: string, version: number, nothingToReport: boolean): Promise<ReportView> {
    return this.db.write(actor, async (tx) => {
      const held = await this.hold(tx, actor, id, version);
      const { quarter } = held.report;
      const known = await withEverythingInSight(tx, (all) => reportsOfQuarter(all, held.report));
      const late = onBehalfViolations(known, reportDueOn(quarter), this.clock.today());
      // The warnings of the verifier take the place of a colleague's check.
      return this.desk.submit(tx, actor, held, { activePeople: 0, nothingToReport }, late);
    });
  }

  private async hold(tx: Tx, actor: Actor, id: string, version: number): Promise<HeldReport> {
    const held = await this.desk.holdOnBehalf(tx, actor, id, version);
    refuseIf(sideOf(actor.scope, held.plan) === held.report.onBehalfSide ? [] : [reportOfOthers()]);
    return held;
  }
}
