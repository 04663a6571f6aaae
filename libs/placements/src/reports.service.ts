import { Injectable } from '@nestjs/common';
import { ContractsService } from '@sr/contracts';
import { PeopleService } from '@sr/identity';
import { AppError, refuseIf, type Actor, type LocalDate } from '@sr/kernel';
import { PlansService } from '@sr/plans';
import { Clock, Db, type Page, type PageQuery, type Reader } from '@sr/platform';
import { Belongings, type Belonging } from './belonging';
import { copyLastPeriod } from './domain/copy-last-period';
import { BY_THE_SUPPLIER, ownDueOn, toGoOnWith } from './domain/on-behalf';
import type { Report } from './domain/report';
import type { ReportLines } from './domain/report-lines';
import { reportDueOn } from './domain/terms';
import { placementsById } from './persistence/placement.store';
import { claimsToCopy, holdQuarter, listReports, reportById, type ReportFilter } from './persistence/report.store';
import { isOfSupplier } from './persistence/scope';
import { noLastPeriod, quarterNotBegun, reportUnknown, supplierUnknown } from './placements.errors';
import { ReportDesk } from './report-desk';
import { ReportViews, type ReportView } from './report-views';

/** A report in a list. */
export interface ReportInList {
  readonly report: Report;
  readonly belongsTo: Belonging;
  readonly daysLate: number;
  /** The names of the officials who reported on behalf of a supplier, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Which report somebody wants to write. */
export interface ReportToOpen {
  readonly planId: string;
  readonly supplierKvkNumber: string;
  /** The first day of the quarter. */
  readonly quarter: LocalDate;
  /** Adds to a report that was submitted. */
  readonly supplementary: boolean;
}

/** What suppliers report for a quarter: a draft, checked by a colleague, and submitted as claims. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly contracts: ContractsService,
    private readonly plans: PlansService,
    private readonly desk: ReportDesk,
    private readonly views: ReportViews,
    private readonly belongings: Belongings,
  ) {}

  /**
   * The report of a supplier on a plan for a quarter, opened if there is none. With `supplementary` another is opened
   * when the last was submitted. Refuses `supplier.unknown`, `plan.unknown` (both not found),
   * `plan.supplier_outside_group`, `report.quarter_not_begun`.
   */
  async open(actor: Actor, toOpen: ReportToOpen): Promise<ReportView> {
    const { planId, supplierKvkNumber, quarter, supplementary } = toOpen;
    if (!isOfSupplier(actor.scope, supplierKvkNumber)) throw new AppError('not-found', [supplierUnknown()]);
    return this.db.write(actor, async (tx) => {
      const plan = await this.plans.plan(tx, planId);
      const ofPlan = await this.plans.supplierViolations(tx, plan, supplierKvkNumber);
      refuseIf([
        // The last quarters of a plan are reported after it ended.
        ...ofPlan.filter(({ code }) => code !== 'plan.ended'),
        ...(quarter > this.clock.today() ? [quarterNotBegun()] : []),
      ]);
      const known = await holdQuarter(tx, toOpen);
      const goesOn = toGoOnWith(known, supplementary);
      if (goesOn) return this.views.of(tx, goesOn);
      const report = await this.desk.begin(tx, actor, {
        planId,
        supplierKvkNumber,
        quarter,
        sequence: (known.at(-1)?.sequence ?? 0) + 1,
        dueOn: ownDueOn(known, reportDueOn(quarter)),
        ...BY_THE_SUPPLIER,
      });
      const detail = { planId, quarter };
      await this.desk.record(tx, actor, { report, plan }, { action: 'report.opened', detail, byOfficials: false });
      return this.views.of(tx, report);
    });
  }

  /** The reports that the actor may see, those due last first, a page at a time. */
  async list(actor: Actor, filter: ReportFilter, page: PageQuery): Promise<Page<ReportInList>> {
    return this.db.read(actor, async (reader) => {
      const { items, next } = await listReports(reader, filter, page, this.clock.today());
      const rows = await this.belongings.of(reader, items);
      const names = await this.people.names(reader, items.map(whoReported));
      const inList = rows.map(({ row: report, belongsTo }) => {
        return { report, belongsTo, daysLate: this.views.daysLate(report), names };
      });
      return { items: inList, next };
    });
  }

  /** A report. Refuses `report.unknown` (not found), also when it is out of the actor's scope. */
  report(actor: Actor, id: string): Promise<ReportView> {
    return this.db.read(actor, async (reader) => {
      const report = await reportById(reader, id);
      if (!report) throw new AppError('not-found', [reportUnknown()]);
      return this.views.of(reader, report);
    });
  }

  /**
   * Writes all lines of a report anew; one that was checked is a draft again. What is wrong in a line is kept with it and
   * stands among the faults, so that one wrong cell loses nothing of the rest. Refuses `report.unknown` (not found),
   * `report.stale`, `report.submitted_already`, lines that are none of this report
   * (`rowViolations`), and earmarks that name no obligation (`contract.unknown`, `contract.exempt`).
   */
  writeLines(actor: Actor, id: string, version: number, lines: ReportLines): Promise<ReportView> {
    return this.db.write(actor, async (tx) => {
      const held = await this.desk.holdOwn(tx, actor, id, version, 'edit');
      return this.desk.writeLines(tx, actor, held, lines);
    });
  }

  /**
   * Adds the hours of the last quarter that was claimed to a report. Refuses what `writeLines` refuses of the report, and
   * `report.no_last_period`.
   */
  copyLastPeriod(actor: Actor, id: string, version: number): Promise<ReportView> {
    return this.db.write(actor, async (tx) => {
      const { report, plan } = await this.desk.holdOwn(tx, actor, id, version, 'edit');
      const earlier = await claimsToCopy(tx, report);
      refuseIf(earlier.length === 0 ? [noLastPeriod()] : []);
      const numbers = await this.numbersOf(tx, earlier);
      const placements = await placementsById(
        tx,
        earlier.map((claim) => claim.placementId),
      );
      const lines = copyLastPeriod(
        report.lines,
        earlier.map(({ earmarkId, ...claim }) => ({ ...claim, earmark: numbers.get(earmarkId ?? '') ?? null })),
        new Map(placements.map((placement) => [placement.id, placement])),
        report.quarter,
      );
      return this.desk.edit(tx, actor, { report: { ...report, lines }, plan }, 'report.last-period-copied');
    });
  }

  /**
   * A colleague of the last editor has looked at the report as it is. Refuses `report.unknown` (not found),
   * `report.stale`, `report.submitted_already`, `report.checked_already`, `report.checked_by_editor`.
   */
  check(actor: Actor, id: string, version: number): Promise<ReportView> {
    return this.db.write(actor, async (tx) => {
      const held = await this.desk.holdOwn(tx, actor, id, version, 'check');
      const checked = { checkedBy: actor.id, checkedAt: this.clock.now(), version: version + 1 };
      return this.desk.move(tx, actor, held, 'check', 'report.checked', checked);
    });
  }

  /**
   * Submits a report: it becomes one claim for each placement, purchase and activity, with what is odd about each.
   * Refuses `report.unknown` (not found), `report.stale` and, all at once, what `submitReport` refuses.
   */
  submit(actor: Actor, id: string, version: number, nothingToReport: boolean): Promise<ReportView> {
    return this.db.write(actor, async (tx) => {
      const held = await this.desk.holdOwn(tx, actor, id, version, null);
      const activePeople = await this.people.activeInGroup(tx, held.plan.supplierGroupId);
      return this.desk.submit(tx, actor, held, { activePeople, nothingToReport });
    });
  }

  /** The contract numbers of obligations, by id. */
  private async numbersOf(
    reader: Reader,
    claims: readonly { readonly earmarkId: string | null }[],
  ): Promise<Map<string, string>> {
    const ids = claims.flatMap(({ earmarkId }) => (earmarkId === null ? [] : [earmarkId]));
    const obligations = ids.length === 0 ? [] : await this.contracts.obligations(reader, [...new Set(ids)]);
    return new Map(obligations.map(({ id, number }) => [id, number]));
  }
}

/** The official who reported on behalf of a supplier; null on what the supplier reported itself. */
const whoReported = ({ onBehalfSide, submittedBy, lastEditedBy }: Report): string | null =>
  onBehalfSide === null ? null : (submittedBy ?? lastEditedBy);
