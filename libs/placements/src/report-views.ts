import { Injectable } from '@nestjs/common';
import { ContractsService } from '@sr/contracts';
import { PeopleService } from '@sr/identity';
import { collect, type Cents, type Violation } from '@sr/kernel';
import { PlansService } from '@sr/plans';
import { Clock, type Reader } from '@sr/platform';
import type { Step } from '@sr/valuation';
import { CheckClaims, type ClaimSetting, type ClaimToCheck } from './check-claims';
import type { Warning } from './domain/check-claim';
import type { Claim } from './domain/claim';
import type { Placement } from './domain/placement';
import type { Report } from './domain/report';
import { claimsOf, type PlacementLine, type ProposedClaim } from './domain/report-lines';
import { faultsOf, type SubmissionContext } from './domain/submit-report';
import { daysLate } from './domain/terms';
import { claimedPeriods, claimsOfReport } from './persistence/claim.store';
import { evidenceTypes } from './persistence/evidence.store';
import type { Extension } from './persistence/placement.schema';
import { placementsById } from './persistence/placement.store';
import { extensionsOf } from './persistence/report.store';
import { isOfSupplier } from './persistence/scope';

/** A line of a report, with what it makes and what it would be worth now. */
export interface ReportItem {
  readonly proposed: ProposedClaim;
  readonly placement: Placement | null;
  /** The hours of a placement, month by month. */
  readonly months: PlacementLine['months'];
  /** The claim that it became, once the report is submitted. */
  readonly claim: Claim | null;
  /** As decided; or, while it waits, what it would be worth when it was accepted now. Null when it was rejected or is too large. */
  readonly valueCents: Cents | null;
  readonly steps: readonly Step[];
  readonly warnings: readonly Warning[];
}

/** A report as people read it. */
export interface ReportView {
  readonly report: Report;
  /** How many days late it is, or was submitted; a supplementary report is never late. */
  readonly daysLate: number;
  readonly extensions: readonly Extension[];
  /** Null for those who are not of the supplier, until it is submitted. */
  readonly items: readonly ReportItem[] | null;
  /** What would be refused if it was submitted now. */
  readonly faults: readonly Violation[];
  /** The names of those who edited, checked, submitted and extended it, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** What the lines of a report are held against, and what they name. */
export interface ReportSetting extends ClaimSetting {
  readonly context: SubmissionContext;
  readonly placements: ReadonlyMap<string, Placement>;
  /** The obligations of the contracts that lines are to count for first, by number. */
  readonly earmarks: ReadonlyMap<string, string>;
  /** What is wrong with those contract numbers. */
  readonly earmarkViolations: readonly Violation[];
}

/** What a report looks like: its lines with their value so far, what is odd, and what stands in the way. */
@Injectable()
export class ReportViews {
  constructor(
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly contracts: ContractsService,
    private readonly plans: PlansService,
    private readonly checks: CheckClaims,
  ) {}

  /** How many days late a report is, or was submitted. */
  daysLate({ sequence, dueOn, submittedOn }: Report): number {
    return sequence > 1 ? 0 : daysLate(dueOn, submittedOn ?? this.clock.today());
  }

  /** The report for the reader, in whose scope it is. */
  async of(reader: Reader, report: Report): Promise<ReportView> {
    const extensions = await extensionsOf(reader, { reportId: report.id });
    const names = await this.people.names(reader, [
      report.lastEditedBy,
      report.checkedBy,
      report.submittedBy,
      ...extensions.map(({ extendedBy }) => extendedBy),
    ]);
    const view = { report, daysLate: this.daysLate(report), extensions, names };
    if (report.state === 'SUBMITTED') return { ...view, items: await this.sentItems(reader, report), faults: [] };
    if (!isOfSupplier(reader.scope, report.supplierKvkNumber)) return { ...view, items: null, faults: [] };
    const setting = await this.settingOf(reader, report);
    return {
      ...view,
      items: await this.draftItems(reader, report, setting),
      faults: [...faultsOf(report, setting.context), ...setting.earmarkViolations],
    };
  }

  /** What the lines of a report are held against. `placements`: those that its lines name, if they are read already. */
  async settingOf(reader: Reader, report: Report, placements?: readonly Placement[]): Promise<ReportSetting> {
    const { planId, supplierKvkNumber, quarter, lines } = report;
    const plan = await this.plans.plan(reader, planId);
    const table = await this.plans.valueTable(reader, plan);
    const ids = lines.placements.map((line) => line.placementId);
    const known = placements ?? (await placementsById(reader, ids));
    const own = new Map(
      known
        .filter((placement) => placement.planId === planId && placement.supplierKvkNumber === supplierKvkNumber)
        .map((placement) => [placement.id, placement]),
    );
    const { earmarks, violations } = await this.earmarksOf(reader, report);
    return {
      plan,
      table,
      supplierKvkNumber,
      placements: own,
      earmarks,
      earmarkViolations: violations,
      context: {
        quarter,
        placements: own,
        table,
        evidenceTypes: await evidenceTypes(reader),
        today: this.clock.today(),
        taken: await claimedPeriods(reader, [...own.keys()]),
      },
    };
  }

  private async draftItems(reader: Reader, report: Report, setting: ReportSetting): Promise<ReportItem[]> {
    const proposed = claimsOf(report.lines, setting.context);
    // A line with a block that is not in the table has no value; what is wrong with it stands among the faults.
    const sound = proposed.filter(({ block, kind }) =>
      setting.table.blocks.some((b) => b.code === block && b.kind === kind),
    );
    const claims = sound.map((claim) => toCheck(claim, setting));
    const reporting = { dueOn: report.dueOn, on: this.clock.today() };
    const warnings = await this.checks.warnings(reader, setting, claims, reporting);
    const previews = await this.checks.previews(reader, setting, claims);
    return proposed.map((claim) => {
      const index = sound.indexOf(claim);
      const preview = previews[index];
      return {
        proposed: claim,
        placement: setting.placements.get(claim.placementId ?? '') ?? null,
        months: monthsOf(report, claim),
        claim: null,
        valueCents: preview?.valueCents ?? null,
        steps: preview?.steps ?? [],
        warnings: warnings[index] ?? [],
      };
    });
  }

  private async sentItems(reader: Reader, report: Report): Promise<ReportItem[]> {
    const claims = await claimsOfReport(reader, report.id);
    const plan = await this.plans.plan(reader, report.planId);
    const table = await this.plans.valueTable(reader, plan);
    const ids = claims.flatMap(({ placementId }) => (placementId === null ? [] : [placementId]));
    const placements = new Map((await placementsById(reader, ids)).map((placement) => [placement.id, placement]));
    const proposed = claimsOf(report.lines, { placements });
    const placementOf = (claim: Claim): Placement | null => placements.get(claim.placementId ?? '') ?? null;
    const waiting = claims.filter(({ status }) => status === 'CLAIMED');
    const { supplierKvkNumber } = report;
    const previews = await this.checks.previews(
      reader,
      { plan, table, supplierKvkNumber },
      waiting.map((claim) => claimToCheck(claim, placementOf(claim))),
    );
    return claims.flatMap((claim, index) => {
      const line = proposed[index];
      if (!line) return [];
      const placement = placementOf(claim);
      const preview = previews[waiting.indexOf(claim)] ?? null;
      const isDecided = claim.status === 'ACCEPTED' || claim.status === 'REVERSED';
      return [
        {
          proposed: line,
          placement,
          months: monthsOf(report, line),
          claim,
          valueCents: isDecided ? claim.valueCents : (preview?.valueCents ?? null),
          steps: isDecided ? this.checks.stepsOf(plan, table, claim, placement) : (preview?.steps ?? []),
          warnings: claim.warnings,
        },
      ];
    });
  }

  /** The obligations that lines are to count for first, by contract number, and what is wrong with those numbers. */
  private async earmarksOf(
    reader: Reader,
    { lines }: Report,
  ): Promise<{ earmarks: Map<string, string>; violations: Violation[] }> {
    const named = [
      ...lines.placements.map(({ earmark }, index) => ({ earmark, field: `/placements/${index}/earmark` })),
      ...lines.purchases.map(({ earmark }, index) => ({ earmark, field: `/purchases/${index}/earmark` })),
      ...lines.activities.map(({ earmark }, index) => ({ earmark, field: `/activities/${index}/earmark` })),
    ];
    const earmarks = new Map<string, string>();
    const violations: Violation[] = [];
    for (const { earmark, field } of named) {
      if (earmark === null || earmarks.has(earmark)) continue;
      const id = await collect(violations, () => this.contracts.obligationIdOf(reader, earmark, field));
      if (id !== undefined) earmarks.set(earmark, id);
    }
    return { earmarks, violations };
  }
}

const monthsOf = ({ lines }: Report, { placementId }: ProposedClaim): PlacementLine['months'] =>
  lines.placements.find((line) => line.placementId === placementId)?.months ?? [];

/** A line's claim as it is looked at before it is made. */
export function toCheck(claim: ProposedClaim, setting: Pick<ReportSetting, 'placements' | 'earmarks'>): ClaimToCheck {
  const { kind, block, period, centihours, invoiceCents, evidence } = claim;
  return {
    id: null,
    kind,
    block,
    placement: setting.placements.get(claim.placementId ?? '') ?? null,
    period,
    centihours,
    invoiceCents,
    earmarkId: setting.earmarks.get(claim.earmark ?? '') ?? null,
    evidence,
  };
}

/** A claim that was made, as it is looked at. */
export function claimToCheck(claim: Claim, placement: Placement | null): ClaimToCheck {
  const { id, kind, block, periodFrom, periodTo, centihours, invoiceCents, earmarkId } = claim;
  const period = { from: periodFrom, to: periodTo };
  return { id, kind, block, placement, period, centihours, invoiceCents, earmarkId, evidence: [] };
}
