import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ContractsService } from '@sr/contracts';
import { PeopleService } from '@sr/identity';
import { AppError, InvariantBroken, refuseIf, type Actor, type LocalDate } from '@sr/kernel';
import { PlansService, type Plan } from '@sr/plans';
import { Clock, Db, appendEvent, recordChanges, type Page, type PageQuery, type Reader, type Tx } from '@sr/platform';
import { CheckClaims } from './check-claims';
import type { Claim } from './domain/claim';
import { copyLastPeriod } from './domain/copy-last-period';
import type { Evidence } from './domain/evidence';
import { REPORT_TRANSITIONS, reportStale, reportViolations, type Report, type ReportEvent } from './domain/report';
import { NO_LINES, countLines, lineViolations, type ProposedClaim, type ReportLines } from './domain/report-lines';
import { submitReport } from './domain/submit-report';
import { extensionViolations, reportDueOn } from './domain/terms';
import { newClaim } from './new-claim';
import { insertClaims, takeClaimNumbers } from './persistence/claim.store';
import { insertEvidence } from './persistence/evidence.store';
import { holdPlacements, placementsById } from './persistence/placement.store';
import {
  claimsToCopy,
  holdReport,
  insertExtension,
  insertReport,
  latestReport,
  listReports,
  reportById,
  updateReport,
  type ReportFilter,
} from './persistence/report.store';
import { isOfSupplier } from './persistence/scope';
import { noLastPeriod, quarterNotBegun, reportUnknown, supplierUnknown } from './placements.errors';
import { ReportViews, toCheck, type ReportSetting, type ReportView } from './report-views';

/** A report in a list. */
export interface ReportInList {
  readonly report: Report;
  readonly daysLate: number;
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
    private readonly checks: CheckClaims,
    private readonly views: ReportViews,
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
      const latest = await latestReport(tx, toOpen);
      if (latest && (latest.state !== 'SUBMITTED' || !supplementary)) return this.views.of(tx, latest);
      const at = this.clock.now();
      const id = randomUUID();
      await insertReport(tx, {
        id,
        planId,
        supplierKvkNumber,
        quarter,
        sequence: (latest?.sequence ?? 0) + 1,
        state: 'DRAFT',
        dueOn: latest?.dueOn ?? reportDueOn(quarter),
        lines: NO_LINES,
        nothingToReport: false,
        version: 1,
        lastEditedBy: actor.id,
        lastEditedAt: at,
        checkedBy: null,
        checkedAt: null,
        submittedBy: null,
        submittedAt: null,
      });
      const report = await latestReport(tx, toOpen);
      if (!report) throw new InvariantBroken('placements', 'a report that was opened is there');
      if (report.id === id) await this.record(tx, actor, 'report.opened', report, plan, { planId, quarter });
      return this.views.of(tx, report);
    });
  }

  /** The reports that the actor may see, those due last first, a page at a time. */
  async list(actor: Actor, filter: ReportFilter, page: PageQuery): Promise<Page<ReportInList>> {
    const found = await this.db.read(actor, (reader) => listReports(reader, filter, page, this.clock.today()));
    return {
      ...found,
      items: found.items.map((report) => ({ report, daysLate: this.views.daysLate(report) })),
    };
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
   * Writes all lines of a report anew; one that was checked is a draft again. Refuses `report.unknown` (not found),
   * `report.stale`, `report.submitted_already`, and what is wrong with the lines.
   */
  writeLines(actor: Actor, id: string, version: number, lines: ReportLines): Promise<ReportView> {
    return this.db.write(actor, async (tx) => {
      const { report, plan } = await this.holdOwn(tx, actor, id, version, 'edit');
      const written = { ...report, lines };
      const { context, earmarkViolations } = await this.views.settingOf(tx, written);
      refuseIf([...lineViolations(lines, context), ...earmarkViolations]);
      return this.edit(tx, actor, written, plan, 'report.lines-written');
    });
  }

  /**
   * Adds the hours of the last quarter that was claimed to a report. Refuses what `writeLines` refuses of the report, and
   * `report.no_last_period`.
   */
  copyLastPeriod(actor: Actor, id: string, version: number): Promise<ReportView> {
    return this.db.write(actor, async (tx) => {
      const { report, plan } = await this.holdOwn(tx, actor, id, version, 'edit');
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
      return this.edit(tx, actor, { ...report, lines }, plan, 'report.last-period-copied');
    });
  }

  /**
   * A colleague of the last editor has looked at the report as it is. Refuses `report.unknown` (not found),
   * `report.stale`, `report.submitted_already`, `report.checked_already`, `report.checked_by_editor`.
   */
  check(actor: Actor, id: string, version: number): Promise<ReportView> {
    return this.db.write(actor, async (tx) => {
      const { report, plan } = await this.holdOwn(tx, actor, id, version, 'check');
      const checked = { checkedBy: actor.id, checkedAt: this.clock.now(), version: version + 1 };
      return this.move(tx, actor, report, plan, 'check', 'report.checked', checked);
    });
  }

  /**
   * Submits a report: it becomes one claim for each placement, purchase and activity, with what is odd about each.
   * Refuses `report.unknown` (not found), `report.stale` and, all at once, what `submitReport` refuses.
   */
  submit(actor: Actor, id: string, version: number, nothingToReport: boolean): Promise<ReportView> {
    return this.db.write(actor, async (tx) => {
      const { report, plan } = await this.holdOwn(tx, actor, id, version, null);
      const named = report.lines.placements.map((line) => line.placementId);
      const setting = await this.views.settingOf(tx, report, await holdPlacements(tx, named));
      const activePeople = await this.people.activeInGroup(tx, plan.supplierGroupId);
      const decided = submitReport(report, { actorId: actor.id, activePeople, nothingToReport }, setting.context);
      refuseIf([...(decided.ok ? [] : decided.violations), ...setting.earmarkViolations]);
      const claims = await this.makeClaims(tx, actor, report, setting, decided.ok ? decided.value : []);
      const submitted = {
        nothingToReport,
        submittedBy: actor.id,
        submittedAt: this.clock.now(),
        version: version + 1,
      };
      await appendEvent(tx, submitted.submittedAt, {
        type: 'placements.report-submitted',
        payload: { reportId: id, claimIds: claims.map((claim) => claim.id) },
      });
      return this.move(tx, actor, report, plan, 'submit', 'report.submitted', submitted);
    });
  }

  /**
   * Gives more time for a report, with the reason. Refuses `report.unknown` (not found), `report.submitted_already`,
   * `due-date.not_later`, `due-date.too_far`, `due-date.reason_missing`.
   */
  extendDue(actor: Actor, id: string, dueOn: LocalDate, reason: string): Promise<ReportView> {
    return this.db.write(actor, async (tx) => {
      const report = await holdReport(tx, id);
      if (!report) throw new AppError('not-found', [reportUnknown()]);
      refuseIf([...reportViolations(report, 'edit', actor.id, 0), ...extensionViolations(report.dueOn, dueOn, reason)]);
      await updateReport(tx, id, { dueOn });
      await insertExtension(tx, {
        reportId: id,
        claimId: null,
        fromDay: report.dueOn,
        toDay: dueOn,
        reason,
        extendedBy: actor.id,
        recordedAt: this.clock.now(),
      });
      const plan = await this.plans.plan(tx, report.planId);
      const detail = { dueOn: { from: report.dueOn, to: dueOn } };
      await this.record(tx, actor, 'report.due-date-extended', report, plan, detail, reason);
      return this.views.of(tx, { ...report, dueOn });
    });
  }

  /** The report, held, if it is the actor's own, at the version that was read, and `event` may happen to it. */
  private async holdOwn(
    tx: Tx,
    actor: Actor,
    id: string,
    version: number,
    event: ReportEvent | null,
  ): Promise<{ report: Report; plan: Plan }> {
    const report = await holdReport(tx, id);
    if (!report || !isOfSupplier(actor.scope, report.supplierKvkNumber)) {
      throw new AppError('not-found', [reportUnknown()]);
    }
    if (report.version !== version) throw new AppError('stale', [reportStale(report.version)]);
    if (event) refuseIf(reportViolations(report, event, actor.id, 0));
    return { report, plan: await this.plans.plan(tx, report.planId) };
  }

  private edit(tx: Tx, actor: Actor, written: Report, plan: Plan, action: string): Promise<ReportView> {
    return this.move(tx, actor, written, plan, 'edit', action, {
      lines: written.lines,
      lastEditedBy: actor.id,
      lastEditedAt: this.clock.now(),
      checkedBy: null,
      checkedAt: null,
      version: written.version + 1,
    });
  }

  /** Writes an event on a report: its next state with what else changes, and the line in the trail. */
  private async move(
    tx: Tx,
    actor: Actor,
    report: Report,
    plan: Plan,
    event: ReportEvent,
    action: string,
    change: Partial<Report>,
  ): Promise<ReportView> {
    const state = REPORT_TRANSITIONS[report.state][event];
    if (!state) throw new InvariantBroken('placements', `a report that is ${report.state} has no ${event}`);
    await updateReport(tx, report.id, { ...change, state });
    const lines = countLines(report.lines);
    await this.record(tx, actor, action, report, plan, { state: { from: report.state, to: state }, lines });
    const moved = await reportById(tx, report.id);
    return this.views.of(tx, moved ?? report);
  }

  private async makeClaims(
    tx: Tx,
    actor: Actor,
    report: Report,
    setting: ReportSetting,
    proposed: readonly ProposedClaim[],
  ): Promise<Claim[]> {
    const { plan, supplierKvkNumber, earmarks } = setting;
    const reporting = { dueOn: report.dueOn, on: this.clock.today() };
    const toLookAt = proposed.map((claim) => toCheck(claim, setting));
    const warnings = await this.checks.warnings(tx, setting, toLookAt, reporting);
    const numbers = await takeClaimNumbers(tx, proposed.length);
    const claims = proposed.map(({ at: _at, earmark, evidence: _evidence, ...claim }, index) =>
      newClaim(actor, this.clock, {
        ...claim,
        number: numbers[index] ?? 0,
        ref: `R${report.number}-${index + 1}`,
        planId: plan.id,
        supplierKvkNumber,
        earmarkId: earmarks.get(earmark ?? '') ?? null,
        reportId: report.id,
        warnings: warnings[index] ?? [],
      }),
    );
    await insertClaims(tx, claims);
    await insertEvidence(
      tx,
      proposed.flatMap((claim, index) => this.declared(actor, claim, claims[index]?.id ?? '')),
    );
    await recordChanges(
      tx,
      actor,
      this.clock.now(),
      claims.map(({ id, ref, kind, planId, periodFrom, periodTo }) => ({
        action: 'claim.submitted',
        subject: 'claim',
        subjectId: id,
        detail: { ref, kind, planId, periodFrom, periodTo },
        supplierGroupId: plan.supplierGroupId,
      })),
    );
    return claims;
  }

  /** The evidence that stands on a line, as evidence of the claim that the line became. */
  private declared(actor: Actor, { evidence }: ProposedClaim, claimId: string): Evidence[] {
    const undecided = { verdict: null, verdictBy: null, verdictAt: null, verdictReason: null };
    return evidence.map((item) => ({
      id: randomUUID(),
      placementId: null,
      claimId,
      ...item,
      seenBy: actor.id,
      recordedAt: this.clock.now(),
      ...undecided,
    }));
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

  private async record(
    tx: Tx,
    actor: Actor,
    action: string,
    { id }: Report,
    { supplierGroupId }: Plan,
    detail: Readonly<Record<string, unknown>>,
    reason?: string,
  ): Promise<void> {
    const change = { action, subject: 'report' as const, subjectId: id, detail, supplierGroupId };
    await recordChanges(tx, actor, this.clock.now(), [reason === undefined ? change : { ...change, reason }]);
  }
}
