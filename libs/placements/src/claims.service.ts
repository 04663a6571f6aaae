import { Injectable } from '@nestjs/common';
import { ContractsService } from '@sr/contracts';
import { PeopleService } from '@sr/identity';
import { AppError, extensionViolations, refuseIf, type Actor, type Cents, type LocalDate } from '@sr/kernel';
import { PlansService } from '@sr/plans';
import { Clock, Db, recordChanges, type Page, type PageQuery, type Reader, withEverythingInSight } from '@sr/platform';
import type { Step } from '@sr/valuation';
import { Belongings, type Belonging } from './belonging';
import { CheckClaims } from './check-claims';
import { claimNotIn, type Claim } from './domain/claim';
import type { Evidence } from './domain/evidence';
import type { Placement } from './domain/placement';
import type { Report } from './domain/report';
import { NOTHING_ACCEPTED, seesWhole, shownProgress, type GoalProgress } from './domain/progress';
import { daysLate } from './domain/terms';
import { claimsById, holdClaims, listClaims, writeAnswerDue, type ClaimFilter } from './persistence/claim.store';
import { evidenceOfClaims, evidenceOfPlacements } from './persistence/evidence.store';
import { formFreeJobs, formFreeProgress, isShownWhole, type FormFreeJobs } from './persistence/form-free.store';
import type { Extension } from './persistence/placement.schema';
import { placementsById } from './persistence/placement.store';
import { extensionsOf, insertExtension, reportById } from './persistence/report.store';
import { claimUnknown, planNotFormFree } from './placements.errors';
import { claimToCheck } from './report-views';

/** What a list of claims is narrowed to. */
export type ClaimListFilter = Omit<ClaimFilter, 'overdueOn'> & {
  /** Only those that wait for an answer that was due before today. */
  readonly overdue?: boolean | undefined;
};

/** A claim in a list. */
export interface ClaimInList {
  readonly claim: Claim;
  /** How many days after its last day it was answered, or waits now. */
  readonly answerDaysLate: number;
  readonly placement: Placement | null;
  /** As decided; or, while it waits, what it would be worth when it was accepted now. Null when it was rejected or is too large. */
  readonly valueCents: Cents | null;
  readonly belongsTo: Belonging;
  /** The names of the officials who claimed on behalf of a supplier, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** A claim with everything that belongs to it. */
export interface ClaimFile extends ClaimInList {
  /** The report that made it, or null. */
  readonly report: Report | null;
  /** The number of the contract that it should count for first, or null. */
  readonly earmark: string | null;
  readonly evidence: readonly Evidence[];
  /** How that value is (or would be) worked out. */
  readonly steps: readonly Step[];
  readonly extensions: readonly Extension[];
  /** The names of those who submitted, decided, reversed, declared and judged, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Claims as people read them, and the term within which they are answered. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly contracts: ContractsService,
    private readonly plans: PlansService,
    private readonly checks: CheckClaims,
    private readonly belongings: Belongings,
  ) {}

  /** The claims that the actor may see, the oldest answer that is due first, a page at a time. */
  async list(actor: Actor, filter: ClaimListFilter, page: PageQuery): Promise<Page<ClaimInList>> {
    const { overdue, ...rest } = filter;
    const overdueOn = overdue === true ? this.clock.today() : undefined;
    return this.db.read(actor, async (reader) => {
      const { items, next } = await listClaims(reader, { ...rest, overdueOn }, page);
      return { items: await this.inList(reader, items), next };
    });
  }

  /** A claim with everything that belongs to it. Refuses `claim.unknown` (not found), also when it is out of scope. */
  file(actor: Actor, id: string): Promise<ClaimFile> {
    return this.db.read(actor, async (reader) => {
      const [claim] = await claimsById(reader, [id]);
      if (!claim) throw new AppError('not-found', [claimUnknown('')]);
      return this.fileOf(reader, claim);
    });
  }

  /**
   * Gives the official more time to answer, with the reason. Refuses `claim.unknown` (not found), `claim.already_decided`,
   * `due-date.not_later`, `due-date.too_far`, `due-date.reason_missing`.
   */
  extendAnswer(actor: Actor, id: string, dueOn: LocalDate, reason: string): Promise<ClaimFile> {
    return this.db.write(actor, async (tx) => {
      const [claim] = await holdClaims(tx, [id]);
      if (!claim) throw new AppError('not-found', [claimUnknown('')]);
      const { ref, status, answerDueOn, planId } = claim;
      refuseIf([
        ...(status === 'CLAIMED' ? [] : [claimNotIn('', ref, status, 'accept')]),
        ...extensionViolations(answerDueOn, dueOn, reason),
      ]);
      const now = this.clock.now();
      await writeAnswerDue(tx, id, dueOn);
      await insertExtension(tx, {
        reportId: null,
        claimId: id,
        fromDay: answerDueOn,
        toDay: dueOn,
        reason,
        extendedBy: actor.id,
        recordedAt: now,
      });
      const { supplierGroupId } = await this.plans.plan(tx, planId);
      const detail = { answerDueOn: { from: answerDueOn, to: dueOn } };
      await recordChanges(tx, actor, now, [
        { action: 'claim.answer-extended', subject: 'claim', subjectId: id, detail, reason, supplierGroupId },
      ]);
      return this.fileOf(tx, { ...claim, answerDueOn: dueOn });
    });
  }

  /**
   * What was accepted in a plan, in the units in which form-free goals are: persons, hours, activities. Who does not see
   * the plan whole hears it of form-free plans only, and no figures on fewer than five persons. Refuses `plan.unknown` (not
   * found) and `plan.not_form_free`.
   */
  progress(actor: Actor, planId: string): Promise<GoalProgress> {
    return this.db.read(actor, async (reader) => {
      const plan = await this.plans.plan(reader, planId);
      const whole = seesWhole(reader.scope, plan) && (await isShownWhole(reader, planId));
      if (!whole && plan.kind !== 'FORM_FREE') throw new AppError('refused', [planNotFormFree()]);
      const members = await this.plans.members(reader, [planId]);
      const ids = members.map(({ obligationId }) => obligationId);
      const goals = (await this.contracts.obligations(reader, ids)).flatMap(({ id, number, terms }) =>
        terms.kind === 'FORM_FREE'
          ? [{ contractId: id, contractNumber: number, unit: terms.goalUnit, goal: terms.goal }]
          : [],
      );
      const accepted = await withEverythingInSight(reader, (all) => formFreeProgress(all, [planId]));
      return { goals, ...shownProgress(accepted.get(planId) ?? NOTHING_ACCEPTED, whole) };
    });
  }

  /**
   * The job hours of a year of each form-free plan, as known at the end of `knownOn` (null: now). It reads claims: read it
   * as the product and trim it to whoever asks.
   */
  formFreeJobs(reader: Reader, year: number, knownOn: LocalDate | null): Promise<FormFreeJobs[]> {
    return formFreeJobs(reader, year, knownOn ?? this.clock.today());
  }

  private async inList(reader: Reader, claims: readonly Claim[]): Promise<ClaimInList[]> {
    const ids = claims.flatMap(({ placementId }) => placementId ?? []);
    const placements = new Map((await placementsById(reader, ids)).map((placement) => [placement.id, placement]));
    const rows = (await this.belongings.of(reader, claims)).map(({ row: claim, belongsTo }) => {
      return { claim, belongsTo, placement: placements.get(claim.placementId ?? '') ?? null };
    });
    const waiting = rows.filter(({ claim }) => claim.status === 'CLAIMED');
    const values = await this.checks.values(
      reader,
      waiting.map(({ belongsTo, ...row }) => ({ ...row, setting: belongsTo })),
    );
    const names = await this.people.names(
      reader,
      claims.map(({ onBehalfSide, submittedBy }) => (onBehalfSide === null ? null : submittedBy)),
    );
    const previews = new Map(waiting.map(({ claim }, index) => [claim.id, values[index] ?? null]));
    return rows.map((row) => ({
      ...row,
      names,
      answerDaysLate: this.answerDaysLate(row.claim),
      valueCents: row.claim.status === 'CLAIMED' ? (previews.get(row.claim.id) ?? null) : row.claim.valueCents,
    }));
  }

  private answerDaysLate({ status, decidedOn, answerDueOn }: Claim): number {
    return daysLate(answerDueOn, status === 'CLAIMED' ? this.clock.today() : (decidedOn ?? answerDueOn));
  }

  private async fileOf(reader: Reader, claim: Claim): Promise<ClaimFile> {
    const { id, placementId, reportId, earmarkId } = claim;
    const [placement = null] = placementId === null ? [] : await placementsById(reader, [placementId]);
    const evidence =
      placementId === null ? await evidenceOfClaims(reader, [id]) : await evidenceOfPlacements(reader, [placementId]);
    const [earmark] = earmarkId === null ? [] : await this.contracts.obligations(reader, [earmarkId]);
    const belongsTo = await this.belongings.ofOne(reader, claim);
    const extensions = await extensionsOf(reader, { claimId: id });
    const names = await this.people.names(reader, [
      claim.submittedBy,
      claim.decidedBy,
      claim.reversedBy,
      ...evidence.flatMap(({ seenBy, verdictBy }) => [seenBy, verdictBy]),
      ...extensions.map(({ extendedBy }) => extendedBy),
    ]);
    return {
      claim,
      answerDaysLate: this.answerDaysLate(claim),
      belongsTo,
      placement,
      report: reportId === null ? null : await reportById(reader, reportId),
      earmark: earmark?.number ?? null,
      evidence,
      ...(await this.valueOf(reader, claim, placement, belongsTo)),
      extensions,
      names,
    };
  }

  private async valueOf(
    reader: Reader,
    claim: Claim,
    placement: Placement | null,
    setting: Belonging,
  ): Promise<Pick<ClaimFile, 'valueCents' | 'steps'>> {
    if (claim.status === 'REJECTED') return { valueCents: null, steps: [] };
    const { plan, table } = setting;
    if (claim.status !== 'CLAIMED') {
      return { valueCents: claim.valueCents, steps: this.checks.stepsOf(plan, table, claim, placement) };
    }
    const [preview] = await this.checks.previews(reader, setting, [claimToCheck(claim, placement)]);
    return preview ?? { valueCents: null, steps: [] };
  }
}
