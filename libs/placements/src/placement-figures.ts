import { Injectable } from '@nestjs/common';
import type { Cents, LocalDate, Period } from '@sr/kernel';
import { PlansService } from '@sr/plans';
import { Clock, type Reader } from '@sr/platform';
import { ValuationService, type StoredValueTable, type Worth } from '@sr/valuation';
import { Usage } from './domain/placement';
import { missingReports, reportDueOn } from './domain/terms';
import { hoursToCome, oldestToCome, untilLimit } from './domain/to-come';
import {
  reportedQuarters,
  runningPlacements,
  waitingInPlans,
  waitingInYear,
  type ReportedQuarter,
  type WaitingClaim,
} from './persistence/figures.store';
import { readUsage } from './persistence/usage.store';

/** What a running placement is still expected to bring its plan. */
export interface ValueToCome {
  readonly planId: string;
  readonly block: string;
  readonly period: Period;
  readonly valueCents: Cents;
}

/** How a plan reports. */
export interface Reporting {
  /** The day on which a report or a claim was submitted last; null is never. */
  readonly lastSubmittedOn: LocalDate | null;
  /** How many quarters were due and have neither a report nor a claim. */
  readonly lateReports: number;
}

/**
 * What placements and claims add up to, for forecasts and reports. It reads what tells of persons: read it as the product,
 * and answer its sums only.
 */
@Injectable()
export class PlacementFigures {
  constructor(
    private readonly clock: Clock,
    private readonly plans: PlansService,
    private readonly valuation: ValuationService,
  ) {}

  /**
   * What running placements are still expected to bring, at the pace of what was reported in the last year and within the
   * counting limits; in each plan until its day in `until`.
   */
  async toCome(reader: Reader, until: ReadonlyMap<string, LocalDate>): Promise<ValueToCome[]> {
    const onDay = this.clock.today();
    const running = await runningPlacements(reader, [...until.keys()], oldestToCome(onDay), onDay);
    const tables = await this.tablesOf(reader, [...until.keys()]);
    const usage = new Usage();
    await readUsage(reader, usage, running, []);
    return running.flatMap((placement) => {
      const { planId, block, bonuses, employmentForm } = placement;
      const [last, table] = [until.get(planId), tables.get(planId)];
      const hours = last === undefined ? null : hoursToCome(placement, last, onDay);
      if (!hours || !table) return [];
      const worth = this.valuation.valueOf(table, {
        kind: 'PLACEMENT',
        block,
        bonuses,
        employmentForm,
        paidCentihours: hours.centihours,
        countedBefore: usage.countedBefore(placement),
      });
      if (!worth.ok || worth.value.valueCents === 0) return [];
      const { valueCents, countedCentihours } = worth.value;
      usage.count(placement, countedCentihours);
      return [{ planId, block, period: untilLimit(hours, countedCentihours), valueCents }];
    });
  }

  /** What the claims of these plans that wait would be worth, accepted now in the order in which they were submitted. */
  async waitingCents(reader: Reader, planIds: readonly string[]): Promise<Map<string, bigint>> {
    return this.worthOf(reader, await waitingInPlans(reader, planIds));
  }

  /** The same of claims that end in a year and waited at the end of `knownOn` (null: now), of these plans or (null) of all. */
  async waitingCentsOfYear(
    reader: Reader,
    year: number,
    knownOn: LocalDate | null,
    planIds: readonly string[] | null,
  ): Promise<Map<string, bigint>> {
    return this.worthOf(reader, await waitingInYear(reader, year, knownOn ?? this.clock.today(), planIds));
  }

  /** How each of these plans reports; `runs` are the days in which its obligations run, since it was made. */
  async reporting(reader: Reader, runs: ReadonlyMap<string, Period>): Promise<Map<string, Reporting>> {
    const today = this.clock.today();
    const quarters = new Map<string, ReportedQuarter[]>([...runs.keys()].map((planId) => [planId, []]));
    for (const one of await reportedQuarters(reader, [...runs.keys()])) quarters.get(one.planId)?.push(one);
    return new Map(
      [...runs].map(([planId, { from, to }]) => {
        const own = quarters.get(planId) ?? [];
        const reports = new Map(
          own.map(({ quarter, dueOn, submitted }) => [quarter, { dueOn: dueOn ?? reportDueOn(quarter), submitted }]),
        );
        const submitted = own.flatMap(({ lastSubmittedOn }) => lastSubmittedOn ?? []);
        return [
          planId,
          {
            lastSubmittedOn: submitted.sort().at(-1) ?? null,
            lateReports: missingReports({ from, until: to }, reports, today).length,
          },
        ];
      }),
    );
  }

  private async worthOf(reader: Reader, claims: readonly WaitingClaim[]): Promise<Map<string, bigint>> {
    const tables = await this.tablesOf(reader, [...new Set(claims.map(({ planId }) => planId))]);
    const usage = new Usage();
    const ofHours = claims.flatMap((claim) =>
      claim.candidate === null ? [] : [{ ...claim, candidate: claim.candidate }],
    );
    const activities = claims.filter(({ kind }) => kind === 'ACTIVITY');
    await readUsage(
      reader,
      usage,
      ofHours,
      activities.map((claim) => ({ ...claim, day: claim.periodFrom })),
    );
    const sums = new Map<string, bigint>();
    for (const claim of claims) {
      const table = tables.get(claim.planId);
      const worth = table && this.use(usage, table, claim);
      if (worth) sums.set(claim.planId, (sums.get(claim.planId) ?? 0n) + BigInt(worth.valueCents));
    }
    return sums;
  }

  /** What a claim would be worth after those before it, and notes what it would use; nothing when that is too large. */
  private use(usage: Usage, table: StoredValueTable, claim: WaitingClaim): Worth | undefined {
    const { kind, block, candidate, supplierKvkNumber } = claim;
    const [limit, day] = [
      { supplierKvkNumber, candidate: candidate ?? '', block },
      { supplierKvkNumber, block, day: claim.periodFrom },
    ];
    const hours = claim.centihours ?? 0;
    const worth = this.valuation.valueOf(
      table,
      kind === 'PURCHASE'
        ? { kind, block, invoiceCents: claim.invoiceCents ?? 0 }
        : kind === 'ACTIVITY'
          ? { kind, block, centihours: hours, dayValueBefore: usage.dayValueBefore(day) }
          : {
              kind,
              block,
              bonuses: claim.bonuses ?? [],
              employmentForm: claim.employmentForm ?? 'FORMAL',
              paidCentihours: hours,
              countedBefore: usage.countedBefore(limit),
            },
    );
    if (!worth.ok) return undefined;
    if (kind === 'PLACEMENT') usage.count(limit, worth.value.countedCentihours);
    if (kind === 'ACTIVITY') usage.addDayValue(day, worth.value.valueCents);
    return worth.value;
  }

  /** The value table of each of these plans that is in euros; in a form-free plan nothing has a value. */
  private async tablesOf(reader: Reader, planIds: readonly string[]): Promise<Map<string, StoredValueTable>> {
    const plans = await this.plans.plans(reader, planIds);
    return this.plans.valueTables(
      reader,
      plans.filter(({ kind }) => kind !== 'FORM_FREE'),
    );
  }
}
