import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, InvariantBroken, refuseIf, type Actor, type Violation } from '@sr/kernel';
import { PlansService, type Plan } from '@sr/plans';
import { Clock, appendEvent, recordChanges, type Tx, withEverythingInSight } from '@sr/platform';
import { Belongings } from './belonging';
import { CheckClaims } from './check-claims';
import type { Claim } from './domain/claim';
import type { Evidence } from './domain/evidence';
import { claimedOnBehalf, writtenOnBehalf, type OnBehalf } from './domain/on-behalf';
import {
  REPORT_TRANSITIONS,
  reportStale,
  reportViolations,
  submittedAlready,
  type Report,
  type ReportEvent,
} from './domain/report';
import { NO_LINES, countLines, rowViolations, type ProposedClaim, type ReportLines } from './domain/report-lines';
import { submitReport, type Submission } from './domain/submit-report';
import { newClaim } from './new-claim';
import { insertClaims, takeClaimNumbers } from './persistence/claim.store';
import { insertEvidence } from './persistence/evidence.store';
import { holdPlacements } from './persistence/placement.store';
import { holdReport, insertReport, reportById, updateReport } from './persistence/report.store';
import { isOfSupplier } from './persistence/scope';
import { reportUnknown } from './placements.errors';
import { ReportViews, toCheck, type ReportSetting, type ReportView } from './report-views';
import type { PlacementsEvent } from './placements.events';

/** Which report is begun. */
export interface ReportToBegin extends Pick<Report, 'planId' | 'supplierKvkNumber' | 'quarter' | 'dueOn'>, OnBehalf {
  readonly sequence: number;
}

/** A change of a report, as the audit trail tells it. */
export interface ReportChange {
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly reason?: string;
  /** Officials did it, or decided on it: the trail of the principal that verifies the plan has it too. */
  readonly byOfficials: boolean;
}

/** A report that is held, with its plan. */
export interface HeldReport {
  readonly report: Report;
  readonly plan: Plan;
}

/** What suppliers and officials have in common when they write a report: holding it, changing it, and making its claims. */
@Injectable()
export class ReportDesk {
  constructor(
    private readonly clock: Clock,
    private readonly plans: PlansService,
    private readonly checks: CheckClaims,
    private readonly views: ReportViews,
    private readonly belongings: Belongings,
  ) {}

  /** Begins a report without lines, in a quarter that is held (`holdQuarter`). */
  async begin(tx: Tx, actor: Actor, toBegin: ReportToBegin): Promise<Report> {
    const id = randomUUID();
    await insertReport(tx, {
      id,
      ...toBegin,
      state: 'DRAFT',
      lines: NO_LINES,
      nothingToReport: false,
      version: 1,
      lastEditedBy: actor.id,
      lastEditedAt: this.clock.now(),
      checkedBy: null,
      checkedAt: null,
      submittedBy: null,
      submittedAt: null,
    });
    const report = await reportById(tx, id);
    if (!report) throw new InvariantBroken('placements', 'a report that was begun is there');
    return report;
  }

  /**
   * The report, held, if it is the actor's own, at the version that was read, and `event` may happen to it. Refuses
   * `report.unknown` (not found), `report.stale`, `report.submitted_already`, `report.on_behalf`.
   */
  async holdOwn(tx: Tx, actor: Actor, id: string, version: number, event: ReportEvent | null): Promise<HeldReport> {
    const report = await holdReport(tx, id);
    if (!report || !isOfSupplier(actor.scope, report.supplierKvkNumber)) {
      throw new AppError('not-found', [reportUnknown()]);
    }
    if (report.version !== version) throw new AppError('stale', [reportStale(report.version)]);
    if (report.onBehalfSide !== null && report.state !== 'SUBMITTED') refuseIf([writtenOnBehalf()]);
    if (event) refuseIf(reportViolations(report, event, actor.id, 0));
    return { report, plan: await this.plans.plan(tx, report.planId) };
  }

  /** The same of a report that is written on behalf of a supplier, with the actor among its writers from now on. */
  async holdOnBehalf(tx: Tx, actor: Actor, id: string, version: number): Promise<HeldReport> {
    const report = await holdReport(tx, id);
    if (!report || report.onBehalfSide === null) throw new AppError('not-found', [reportUnknown()]);
    if (report.version !== version) throw new AppError('stale', [reportStale(report.version)]);
    refuseIf(report.state === 'SUBMITTED' ? [submittedAlready()] : []);
    const onBehalfWriters = [...new Set([...report.onBehalfWriters, actor.id])];
    return { report: { ...report, onBehalfWriters }, plan: await this.plans.plan(tx, report.planId) };
  }

  /**
   * Writes all lines of a report anew. Refuses lines that are none of this report (`rowViolations`), and earmarks that name
   * no obligation (`contract.unknown`, `contract.exempt`).
   */
  async writeLines(
    tx: Tx,
    actor: Actor,
    { report, plan }: HeldReport,
    lines: ReportLines,
    also: readonly Violation[] = [],
  ): Promise<ReportView> {
    const written = { ...report, lines };
    const setting = await this.views.settingOf(tx, written, await this.belongings.ofOne(tx, report));
    refuseIf([...also, ...rowViolations(lines, setting.context), ...setting.earmarkViolations]);
    return this.edit(tx, actor, { report: written, plan }, 'report.lines-written', setting);
  }

  /** Writes changed lines; what was checked is a draft again. */
  edit(
    tx: Tx,
    actor: Actor,
    { report, plan }: HeldReport,
    action: string,
    setting?: ReportSetting,
  ): Promise<ReportView> {
    const change = {
      lines: report.lines,
      lastEditedBy: actor.id,
      lastEditedAt: this.clock.now(),
      checkedBy: null,
      checkedAt: null,
      version: report.version + 1,
      onBehalfWriters: report.onBehalfWriters,
    };
    return this.move(tx, actor, { report, plan }, 'edit', action, change, setting);
  }

  /**
   * Submits a report: its claims, each with what is odd about it. Refuses, all at once, `also` and what `submitReport` refuses.
   */
  async submit(
    tx: Tx,
    actor: Actor,
    { report, plan }: HeldReport,
    submission: Omit<Submission, 'actorId'>,
    also: readonly Violation[] = [],
  ): Promise<ReportView> {
    const named = report.lines.placements.map((line) => line.placementId);
    const belongsTo = await this.belongings.ofOne(tx, report);
    const setting = await this.views.settingOf(tx, report, belongsTo, await holdPlacements(tx, named));
    const decided = submitReport(report, { ...submission, actorId: actor.id }, setting.context);
    refuseIf([...also, ...(decided.ok ? [] : decided.violations), ...setting.earmarkViolations]);
    const proposed = decided.ok ? decided.value : [];
    const { nothingToReport } = submission;
    const claims = await this.makeClaims(tx, actor, report, setting, proposed);
    const submittedAt = this.clock.now();
    const submitted = {
      nothingToReport,
      submittedBy: actor.id,
      submittedAt,
      version: report.version + 1,
      onBehalfWriters: report.onBehalfWriters,
    };
    await appendEvent<PlacementsEvent>(tx, submittedAt, {
      type: 'placements.report-submitted',
      payload: { reportId: report.id, planId: report.planId, claimIds: claims.map((claim) => claim.id) },
    });
    const action = report.onBehalfSide === null ? 'report.submitted' : 'report.submitted-on-behalf';
    return this.move(tx, actor, { report, plan }, 'submit', action, submitted);
  }

  /**
   * Writes an event on a report: its next state with what else changes, and the line in the trail. `setting`: what its
   * lines are held against, if that was read already.
   */
  async move(
    tx: Tx,
    actor: Actor,
    { report, plan }: HeldReport,
    event: ReportEvent,
    action: string,
    change: Partial<Report>,
    setting?: ReportSetting,
  ): Promise<ReportView> {
    const state = REPORT_TRANSITIONS[report.state][event];
    if (!state) throw new InvariantBroken('placements', `a report that is ${report.state} has no ${event}`);
    await updateReport(tx, report.id, { ...change, state });
    const lines = countLines(report.lines);
    await this.record(
      tx,
      actor,
      { report, plan },
      {
        action,
        detail: { state: { from: report.state, to: state }, lines },
        byOfficials: report.onBehalfSide !== null,
      },
    );
    const moved = await reportById(tx, report.id);
    return this.views.of(tx, moved ?? report, setting);
  }

  /** Adds a line to the trail of the supplier; of what a principal does or decides, to that of the principal too. */
  async record(
    tx: Tx,
    actor: Actor,
    { report, plan }: { readonly report: Pick<Report, 'id'>; readonly plan: Plan },
    change: ReportChange,
  ): Promise<void> {
    const { action, detail, reason, byOfficials } = change;
    const principalCode = byOfficials ? plan.verifiedBy : null;
    await recordChanges(tx, actor, this.clock.now(), [
      {
        action,
        subject: 'report',
        subjectId: report.id,
        detail,
        supplierGroupId: plan.supplierGroupId,
        ...(principalCode === null ? {} : { principalCode }),
        ...(reason === undefined ? {} : { reason }),
      },
    ]);
  }

  private async makeClaims(
    tx: Tx,
    actor: Actor,
    report: Report,
    setting: ReportSetting,
    proposed: readonly ProposedClaim[],
  ): Promise<Claim[]> {
    const { plan, supplierKvkNumber, earmarks } = setting;
    const { onBehalfSide, onBehalfReason, onBehalfWriters } = report;
    const reporting = { dueOn: report.dueOn, on: this.clock.today() };
    const toLookAt = proposed.map((claim) => toCheck(claim, setting));
    // What is odd is worked out with the work of the supplier in sight, also by who sees none of it.
    const warnings = await withEverythingInSight(tx, (all) => this.checks.warnings(all, setting, toLookAt, reporting));
    const first = onBehalfSide === null ? [] : [claimedOnBehalf(onBehalfSide)];
    const numbers = await takeClaimNumbers(tx, proposed.length);
    const claims = proposed.map(({ at: _at, earmark, evidence: _evidence, ...claim }, index) =>
      newClaim(actor, this.checks.now(), {
        ...claim,
        number: numbers[index] ?? 0,
        ref: `R${report.number}-${index + 1}`,
        planId: plan.id,
        supplierKvkNumber,
        earmarkId: earmarks.get(earmark ?? '') ?? null,
        reportId: report.id,
        warnings: [...first, ...(warnings[index] ?? [])],
        onBehalfSide,
        onBehalfReason,
        onBehalfWriters,
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
        detail: { ref, kind, planId, periodFrom, periodTo, ...(onBehalfSide === null ? {} : { onBehalfSide }) },
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
}
