import { Injectable } from '@nestjs/common';
import { IdentityService, PeopleService } from '@sr/identity';
import { extensionViolations, refuseIf, type Actor, type LocalDate } from '@sr/kernel';
import { PlansService, type Plan } from '@sr/plans';
import { Clock, Db, type Reader, type Tx, withEverythingInSight } from '@sr/platform';
import { BY_THE_SUPPLIER, ownDueOn, reportOfOthers, sideOf } from './domain/on-behalf';
import { submittedAlready, type QuarterOfSupplier, type Report } from './domain/report';
import { daysLate, reportDueOn } from './domain/terms';
import type { Extension } from './persistence/placement.schema';
import { extensionsOf, holdQuarter, insertExtension, reportsOfQuarter, updateReport } from './persistence/report.store';
import { unreportedQuarters } from './persistence/waiting.store';
import { quarterNotBegun } from './placements.errors';
import { ReportDesk } from './report-desk';

/** A quarter that is over and of which nothing was reported, for those who speak to the supplier. Nothing of what is in a draft. */
export interface DueReport extends QuarterOfSupplier {
  readonly supplierName: string;
  readonly dueOn: LocalDate;
  readonly daysLate: number;
  /** The supplier began. */
  readonly begun: boolean;
  readonly extensions: readonly Extension[];
  /** The report that an official began on behalf of the supplier, or null. */
  readonly onBehalf: Report | null;
  /** The names of those who extended and wrote, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** A new last day, and why. */
export interface MoreTime {
  readonly dueOn: LocalDate;
  readonly reason: string;
}

/** By when suppliers report, and more time for it: for who speaks to the supplier of a plan (`sideOf`). */
@Injectable()
export class ReportTermsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly people: PeopleService,
    private readonly plans: PlansService,
    private readonly desk: ReportDesk,
  ) {}

  /**
   * The quarters of a plan that are over and of which nothing was reported, those due first first. Refuses `plan.unknown`
   * (not found), `report.of_others`.
   */
  due(actor: Actor, planId: string): Promise<DueReport[]> {
    return this.db.read(actor, async (reader) => {
      await this.planToFollow(reader, actor, planId);
      return this.dueOf(reader, planId);
    });
  }

  /**
   * Gives more time for the report of a quarter, also when the supplier did not begin it: then its draft is opened, since
   * that is where the day stands. Refuses `plan.unknown` (not found), `report.of_others`, and all at once
   * `plan.supplier_outside_group`, `report.quarter_not_begun`, `report.submitted_already`, `due-date.not_later`,
   * `due-date.too_far`, `due-date.reason_missing`.
   */
  extendQuarter(actor: Actor, of: QuarterOfSupplier, more: MoreTime): Promise<DueReport[]> {
    const { planId, supplierKvkNumber, quarter } = of;
    return this.db.write(actor, async (tx) => {
      const plan = await this.planToFollow(tx, actor, planId);
      const ofPlan = await this.plans.supplierViolations(tx, plan, supplierKvkNumber);
      // The draft is the supplier's: it is written by day and state, and what is in it is not read.
      await withEverythingInSight(tx, async (all) => {
        const known = await holdQuarter(all, of);
        const dueOn = ownDueOn(known, reportDueOn(quarter));
        refuseIf([
          ...ofPlan.filter(({ code }) => code !== 'plan.ended'),
          ...(quarter > this.clock.today() ? [quarterNotBegun()] : []),
          ...(known.some(({ state }) => state === 'SUBMITTED') ? [submittedAlready()] : []),
          ...extensionViolations(dueOn, more.dueOn, more.reason),
        ]);
        const own = known.find(({ onBehalfSide }) => onBehalfSide === null);
        const report =
          own ?? (await this.desk.begin(all, actor, { ...of, ...firstOf(known), dueOn, ...BY_THE_SUPPLIER }));
        await this.extend(all, actor, plan, report, more);
        // What an official began meanwhile is late from the same day on.
        const other = known.find(({ onBehalfSide }) => onBehalfSide !== null);
        if (other) await updateReport(all, other.id, { dueOn: more.dueOn });
      });
      return this.dueOf(tx, planId);
    });
  }

  /** The plan, for who speaks to its supplier. */
  private async planToFollow(reader: Reader, actor: Actor, planId: string): Promise<Plan> {
    const plan = await this.plans.plan(reader, planId);
    refuseIf(sideOf(actor.scope, plan) === null ? [reportOfOthers()] : []);
    return plan;
  }

  private async extend(tx: Tx, actor: Actor, plan: Plan, report: Report, { dueOn, reason }: MoreTime): Promise<void> {
    await updateReport(tx, report.id, { dueOn });
    await insertExtension(tx, {
      reportId: report.id,
      claimId: null,
      fromDay: report.dueOn,
      toDay: dueOn,
      reason,
      extendedBy: actor.id,
      recordedAt: this.clock.now(),
    });
    await this.desk.record(
      tx,
      actor,
      { report, plan },
      {
        action: 'report.due-date-extended',
        detail: { dueOn: { from: report.dueOn, to: dueOn } },
        reason,
        byOfficials: true,
      },
    );
  }

  private dueOf(reader: Reader, planId: string): Promise<DueReport[]> {
    return withEverythingInSight(reader, async (all) => {
      const today = this.clock.today();
      const quarters = await unreportedQuarters(all, { planId, verifiedBy: null }, today);
      const suppliers = await this.identity.suppliers(
        all,
        quarters.map(({ supplierKvkNumber }) => supplierKvkNumber),
      );
      const due: DueReport[] = [];
      for (const { quarter, supplierKvkNumber } of quarters) {
        const of = { planId, supplierKvkNumber, quarter };
        const known = await reportsOfQuarter(all, of);
        const own = known.find(({ onBehalfSide }) => onBehalfSide === null);
        const onBehalf = known.find(({ onBehalfSide }) => onBehalfSide !== null) ?? null;
        const extensions = own ? await extensionsOf(all, { reportId: own.id }) : [];
        const dueOn = ownDueOn(known, reportDueOn(quarter));
        due.push({
          ...of,
          supplierName: suppliers.get(supplierKvkNumber)?.name ?? '',
          dueOn,
          daysLate: daysLate(dueOn, today),
          begun: own !== undefined,
          extensions,
          onBehalf,
          names: await this.people.names(all, [
            onBehalf?.lastEditedBy ?? null,
            ...extensions.map(({ extendedBy }) => extendedBy),
          ]),
        });
      }
      return due;
    });
  }
}

/** The place of a report that the supplier did not begin yet among those of its quarter. */
const firstOf = (known: readonly Report[]): { readonly sequence: number } => ({
  sequence: (known.at(-1)?.sequence ?? 0) + 1,
});
