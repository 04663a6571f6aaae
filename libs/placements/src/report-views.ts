import { Injectable } from '@nestjs/common';
import { ContractsService } from '@sr/contracts';
import { PeopleService } from '@sr/identity';
import { collect, type Cents, type Violation } from '@sr/kernel';
import { Clock, type Reader } from '@sr/platform';
import type { Step } from '@sr/valuation';
import { Belongings, blockLabel, type Belonging } from './belonging';
import { CheckClaims, type ClaimSetting, type ClaimToCheck } from './check-claims';
import type { Warning } from './domain/check-claim';
import type { Claim } from './domain/claim';
import type { Placement } from './domain/placement';
import type { Report } from './domain/report';
import { claimsOf, lineViolations, type PlacementLine, type ProposedClaim } from './domain/report-lines';
import { violationsOfClaims, type SubmissionContext } from './domain/submit-report';
import { daysLate } from './domain/terms';
import { claimedPeriods, claimsOfReport } from './persistence/claim.store';
import { evidenceTypes } from './persistence/evidence.store';
import type { Extension } from './persistence/placement.schema';
import { placementsById } from './persistence/placement.store';
import { extensionsOf } from './persistence/report.store';
import { isOfSupplier, seesWork } from './persistence/scope';

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
  readonly blockLabel: string | null;
}

/** A report as people read it. */
export interface ReportView {
  readonly report: Report;
  readonly belongsTo: Belonging;
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
export interface ReportSetting extends Belonging {
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
    private readonly checks: CheckClaims,
    private readonly belongings: Belongings,
  ) {}

  /** How many days late a report is, or was submitted. */
  daysLate({ sequence, dueOn, submittedOn, onBehalfSide }: Report): number {
    return sequence > 1 && onBehalfSide === null ? 0 : daysLate(dueOn, submittedOn ?? this.clock.today());
  }

  /** The report for the reader, in whose scope it is. `known`: what its lines are held against, if that was read already. */
  async of(reader: Reader, report: Report, known?: ReportSetting): Promise<ReportView> {
    const extensions = await extensionsOf(reader, { reportId: report.id });
    const names = await this.people.names(reader, [
      report.lastEditedBy,
      report.checkedBy,
      report.submittedBy,
      ...extensions.map(({ extendedBy }) => extendedBy),
    ]);
    const belongsTo = known ?? (await this.belongings.ofOne(reader, report));
    const view = { report, belongsTo, daysLate: this.daysLate(report), extensions, names };
    if (report.state === 'SUBMITTED') {
      return { ...view, items: await this.sentItems(reader, report, belongsTo), faults: [] };
    }
    // What an official writes for a supplier is no secret to whoever sees the report.
    const isShown = report.onBehalfSide !== null || isOfSupplier(reader.scope, report.supplierKvkNumber);
    if (!isShown) return { ...view, items: null, faults: [] };
    const setting = known ?? (await this.settingOf(reader, report, belongsTo));
    const proposed = claimsOf(report.lines, setting.context);
    const wrong = lineViolations(report.lines, setting.context);
    return {
      ...view,
      items: await this.draftItems(reader, report, setting, proposed, linesAt(wrong)),
      faults: [...wrong, ...violationsOfClaims(proposed, setting.context), ...setting.earmarkViolations],
    };
  }

  /** What the lines of a report are held against. `placements`: those that its lines name, if they are read already. */
  async settingOf(
    reader: Reader,
    report: Report,
    belongsTo: Belonging,
    placements?: readonly Placement[],
  ): Promise<ReportSetting> {
    const { planId, supplierKvkNumber, quarter, lines } = report;
    const ids = lines.placements.map((line) => line.placementId);
    const known = placements ?? (await placementsById(reader, ids));
    const own = new Map(
      known
        .filter((placement) => placement.planId === planId && placement.supplierKvkNumber === supplierKvkNumber)
        .map((placement) => [placement.id, placement]),
    );
    const { earmarks, violations } = await this.earmarksOf(reader, report);
    return {
      ...belongsTo,
      placements: own,
      earmarks,
      earmarkViolations: violations,
      context: {
        quarter,
        placements: own,
        table: belongsTo.table,
        evidenceTypes: await evidenceTypes(reader),
        today: this.clock.today(),
        taken: await claimedPeriods(reader, [...own.keys()]),
      },
    };
  }

  /** What is proposed, with its value so far; a line with something wrong in it has none. */
  private async draftItems(
    reader: Reader,
    report: Report,
    setting: ReportSetting,
    proposed: readonly ProposedClaim[],
    wrong: ReadonlySet<string>,
  ): Promise<ReportItem[]> {
    const sound = proposed.filter(({ at }) => !wrong.has(at));
    const claims = sound.map((claim) => toCheck(claim, setting));
    const reporting = { dueOn: report.dueOn, on: this.clock.today() };
    const warnings = await this.checks.warnings(reader, setting, claims, reporting);
    // Without the supplier's other work in sight a value would be a guess.
    const previews = seesWork(reader.scope, report.supplierKvkNumber, setting.plan)
      ? await this.checks.previews(reader, setting, claims)
      : [];
    const placeOf = new Map(sound.map((claim, index) => [claim, index]));
    const monthsOf = monthsByPlacement(report);
    return proposed.map((claim) => {
      const index = placeOf.get(claim) ?? -1;
      const preview = previews[index];
      return {
        proposed: claim,
        placement: setting.placements.get(claim.placementId ?? '') ?? null,
        blockLabel: blockLabel(setting, claim.block),
        months: monthsOf.get(claim.placementId ?? '') ?? [],
        claim: null,
        valueCents: preview?.valueCents ?? null,
        steps: preview?.steps ?? [],
        warnings: warnings[index] ?? [],
      };
    });
  }

  private async sentItems(reader: Reader, report: Report, setting: ClaimSetting): Promise<ReportItem[]> {
    const { plan, table } = setting;
    if (!seesWork(reader.scope, report.supplierKvkNumber, plan)) return this.ownWords(report, setting);
    const claims = await claimsOfReport(reader, report.id);
    const ids = claims.flatMap(({ placementId }) => (placementId === null ? [] : [placementId]));
    const placements = new Map((await placementsById(reader, ids)).map((placement) => [placement.id, placement]));
    const proposed = claimsOf(report.lines, { placements });
    const placementOf = (claim: Claim): Placement | null => placements.get(claim.placementId ?? '') ?? null;
    const waiting = claims.filter(({ status }) => status === 'CLAIMED');
    const previews = await this.checks.previews(
      reader,
      setting,
      waiting.map((claim) => claimToCheck(claim, placementOf(claim))),
    );
    const previewOf = new Map(waiting.map((claim, index) => [claim, previews[index] ?? null]));
    const monthsOf = monthsByPlacement(report);
    return claims.flatMap((claim, index) => {
      const line = proposed[index];
      if (!line) return [];
      const placement = placementOf(claim);
      const preview = previewOf.get(claim);
      const isDecided = claim.status === 'ACCEPTED' || claim.status === 'REVERSED';
      return [
        {
          proposed: line,
          placement,
          blockLabel: blockLabel(setting, line.block),
          months: monthsOf.get(line.placementId ?? '') ?? [],
          claim,
          valueCents: isDecided ? claim.valueCents : (preview?.valueCents ?? null),
          steps: isDecided ? this.checks.stepsOf(plan, table, claim, placement) : (preview?.steps ?? []),
          warnings: claim.warnings,
        },
      ];
    });
  }

  /** The lines of a report by a principal, for those of it: what they wrote, and nothing of what became of it. */
  private ownWords(report: Report, setting: ClaimSetting): ReportItem[] {
    return claimsOf(report.lines, { placements: new Map() }).map((proposed) => ({
      proposed,
      placement: null,
      blockLabel: blockLabel(setting, proposed.block),
      months: [],
      claim: null,
      valueCents: null,
      steps: [],
      warnings: [],
    }));
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
    const refusals = new Map<string, Violation[]>();
    for (const number of new Set(named.flatMap(({ earmark }) => earmark ?? []))) {
      const refusal: Violation[] = [];
      const id = await collect(refusal, () => this.contracts.obligationIdOf(reader, number, ''));
      if (id !== undefined) earmarks.set(number, id);
      refusals.set(number, refusal);
    }
    const violations = named.flatMap(({ earmark, field }) =>
      (refusals.get(earmark ?? '') ?? []).map((violation) => ({ ...violation, field })),
    );
    return { earmarks, violations };
  }
}

const monthsByPlacement = ({ lines }: Report): ReadonlyMap<string, PlacementLine['months']> =>
  new Map(lines.placements.map(({ placementId, months }) => [placementId, months]));

/** The lines that violations are told of: `/placements/0` of `/placements/0/months/2/month`. */
const linesAt = (violations: readonly Violation[]): Set<string> =>
  new Set(violations.map(({ field = '' }) => field.split('/').slice(0, 3).join('/')));

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
