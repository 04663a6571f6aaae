import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PeopleService } from '@sr/identity';
import { AppError, addDays, refuseIf, type Actor, type Scope, type Violation } from '@sr/kernel';
import { PlansService, answersFor, type Plan } from '@sr/plans';
import { Clock, Db, pageOf, recordChanges, type Page, type PageQuery, type Reader, type Tx } from '@sr/platform';
import type { Deviation, Moment } from '../domain/moment';
import { daysViolations, isToHold, overlapping } from '../domain/new-deviation';
import {
  deviationEnded,
  deviationNotYours,
  deviationOverlaps,
  deviationUnknown,
  momentUnknown,
  subjectMissing,
} from '../monitoring.errors';
import {
  deviation,
  deviationPage,
  deviationsFrom,
  endDeviation,
  insertDeviation,
  lockDeviations,
  moments,
  writeMoments,
  type KeptDeviation,
} from '../persistence/moment.store';

/** A deviation with what its plan and its maker are called. */
export interface DeviationView extends KeptDeviation {
  readonly planName: string | null;
  readonly recordedByName: string | null;
}

/** When people are reminded of what, and where that is different for a while. */
@Injectable()
export class MomentsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly plans: PlansService,
    private readonly people: PeopleService,
  ) {}

  /** Makes the moments equal to those of a file, version by version; a version that is not in it stays as it is. */
  async load(actor: Actor, all: readonly Moment[]): Promise<void> {
    await this.db.write(actor, (tx) => writeMoments(tx, all));
  }

  /** The versions of all moments that hold today or later, by code and first day. */
  current(actor: Actor): Promise<Moment[]> {
    return this.db.read(actor, (reader) => this.lasting(reader));
  }

  /** The deviations in the actor's sight, the last to end first, a page at a time. Refuses `page.after_wrong`. */
  async deviations(actor: Actor, page: PageQuery): Promise<Page<DeviationView>> {
    return this.db.read(actor, async (reader) => {
      const { items, next } = pageOf(await deviationPage(reader, page), page, ({ until, id }) => [until, id]);
      return { items: await this.views(reader, items), next };
    });
  }

  /**
   * For a while reminders come later, or not at all: of a principal's own contracts, by its contract manager; or of a plan,
   * by who verifies it. Refuses, all at once: `deviation.subject_missing`, `deviation.moment_unknown`, `plan.unknown`,
   * `deviation.not_yours`, `deviation.in_the_past`, `deviation.term_backwards`, `deviation.too_long`; and
   * `deviation.overlaps` with one of the same moment and subject.
   */
  async make(actor: Actor, asked: Omit<Deviation, 'id'>): Promise<DeviationView> {
    return this.db.write(actor, async (tx) => {
      const known = (await this.lasting(tx)).some(({ code }) => code === asked.moment);
      refuseIf([
        ...(known ? [] : [momentUnknown()]),
        ...(await this.subjectViolations(tx, asked)),
        ...daysViolations(asked, this.clock.today()),
      ]);
      await lockDeviations(tx, asked);
      const other = overlapping(await deviationsFrom(tx, asked, asked.from), asked);
      refuseIf(other ? [deviationOverlaps(other.from, other.until)] : []);
      const kept = { ...asked, id: randomUUID(), recordedBy: actor.id, recordedAt: this.clock.now() };
      await insertDeviation(tx, kept);
      const { moment, change, from, until, reason } = kept;
      await this.record(tx, actor, kept, 'deviation.made', { moment, change, from, until }, reason);
      return this.view(tx, kept);
    });
  }

  /**
   * From today a deviation does not hold any more; one that did not begin never does. Refuses `deviation.unknown` (not
   * found), `deviation.not_yours`, `deviation.ended`.
   */
  async end(actor: Actor, id: string): Promise<DeviationView> {
    return this.db.write(actor, async (tx) => {
      const found = await deviation(tx, id);
      if (found === null) throw new AppError('not-found', [deviationUnknown()]);
      await lockDeviations(tx, found);
      // Whoever had the lock may have ended it.
      const { from, until } = (await deviation(tx, id)) ?? found;
      const today = this.clock.today();
      refuseIf([
        ...(await this.subjectViolations(tx, found)),
        ...(isToHold({ from, until }, today) ? [] : [deviationEnded(until)]),
      ]);
      const last = addDays(from > today ? from : today, -1);
      await endDeviation(tx, id, last);
      const { moment } = found;
      await this.record(tx, actor, found, 'deviation.ended', { moment, until: { from: until, to: last } });
      return this.view(tx, { ...found, until: last });
    });
  }

  private async lasting(reader: Reader): Promise<Moment[]> {
    const today = this.clock.today();
    return (await moments(reader)).filter(({ until }) => until === null || until >= today);
  }

  /** Whether this is of one principal or plan, and the actor sees to that. */
  private async subjectViolations(
    reader: Reader,
    { principalCode, planId }: Pick<Deviation, 'principalCode' | 'planId'>,
  ): Promise<Violation[]> {
    if ((principalCode === null) === (planId === null)) return [subjectMissing()];
    const { scope } = reader;
    if (planId === null) return answersFor(scope, principalCode ?? '') ? [] : [deviationNotYours('/principalCode')];
    const [plan] = await this.plans.plansInSight(reader, [planId]);
    if (!plan) return [planUnknown()];
    return verifies(scope, plan) ? [] : [deviationNotYours('/planId')];
  }

  private async record(
    tx: Tx,
    actor: Actor,
    { principalCode, planId }: Deviation,
    action: 'deviation.made' | 'deviation.ended',
    detail: Readonly<Record<string, unknown>>,
    reason?: string,
  ): Promise<void> {
    const [plan] = planId === null ? [] : await this.plans.plansInSight(tx, [planId]);
    const trailOf = principalCode ?? plan?.verifiedBy ?? null;
    await recordChanges(tx, actor, this.clock.now(), [
      {
        action,
        subject: plan ? 'plan' : 'organisation',
        subjectId: plan?.id ?? principalCode ?? '',
        detail,
        ...(reason === undefined ? {} : { reason }),
        ...(trailOf === null ? {} : { principalCode: trailOf }),
        ...(plan ? { supplierGroupId: plan.supplierGroupId } : {}),
      },
    ]);
  }

  private async view(reader: Reader, kept: KeptDeviation): Promise<DeviationView> {
    const [view] = await this.views(reader, [kept]);
    return view ?? { ...kept, planName: null, recordedByName: null };
  }

  private async views(reader: Reader, kept: readonly KeptDeviation[]): Promise<DeviationView[]> {
    const plans = await this.plans.plansInSight(
      reader,
      kept.flatMap(({ planId }) => planId ?? []),
    );
    const planNames = new Map(plans.map(({ id, name }) => [id, name]));
    const names = await this.people.names(
      reader,
      kept.map(({ recordedBy }) => recordedBy),
    );
    return kept.map((one) => ({
      ...one,
      planName: planNames.get(one.planId ?? '') ?? null,
      recordedByName: names.get(one.recordedBy) ?? null,
    }));
  }
}

/** The plan is not there, or not for whoever asks. */
const planUnknown = (): Violation => ({
  code: 'plan.unknown',
  field: '/planId',
  message: 'There is no such plan.',
});

/** Whether somebody with this scope verifies a plan: the network, or a principal. */
const verifies = (scope: Scope, { verifiedBy }: Plan): boolean =>
  verifiedBy === null ? scope.everything || scope.network : answersFor(scope, verifiedBy);
