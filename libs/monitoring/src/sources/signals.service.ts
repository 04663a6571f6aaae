import { Injectable } from '@nestjs/common';
import { ForecastService, type Signal, type SignalOfGroup } from '@sr/impact';
import { THE_PRODUCT, type Actor } from '@sr/kernel';
import { Clock, Db, appendEvents, pageOf, type Page, type PageQuery } from '@sr/platform';
import { asGroups, type Group } from './group';
import type { MonitoringEvent } from '../monitoring.events';
import {
  insertSignalChanges,
  lockGroups,
  removeSignals,
  signalChangePage,
  signalsOfGroups,
  writeSignals,
  type KeptSignal,
  type SignalChangeInSight,
} from '../persistence/signal.store';

/** How plans and contracts go, kept so that a change can be seen and told. */
@Injectable()
export class SignalsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly forecasts: ForecastService,
  ) {}

  /**
   * Works out anew how the plans and contracts of these groups go, and keeps it. What goes otherwise than before is written
   * down and told as `monitoring.signal-changed`; what goes as before keeps the day since when.
   */
  async refresh(groups: readonly Group[]): Promise<void> {
    if (groups.length === 0) return;
    const ids = groups.map(({ id }) => id);
    const today = this.clock.today();
    await this.db.write(THE_PRODUCT, async (tx) => {
      // Before anything is read: who waited here reads what the other saw, and what came since.
      await lockGroups(tx, ids);
      const { contracts, plans } = await this.forecasts.everySignal(tx, asGroups(groups));
      const known = new Map((await signalsOfGroups(tx, ids)).map((one) => [one.subjectId, one]));
      const now = [...plans.map(ofPlan), ...contracts.map(ofContract)].flatMap((found) => {
        if (found === null) return [];
        const before = known.get(found.subjectId);
        return { ...found, since: before?.signal === found.signal ? before.since : today, before };
      });
      const changed = now.flatMap(({ before, signal: after, since: changedOn, ...one }) =>
        before?.signal === after ? [] : { ...one, before: before?.signal ?? null, after, changedOn },
      );
      const gone = new Set(known.keys());
      for (const { subjectId } of now) gone.delete(subjectId);
      await removeSignals(tx, [...gone]);
      await writeSignals(
        tx,
        now.filter(({ before, ...found }) => before === undefined || !isSame(before, found)),
      );
      await insertSignalChanges(tx, changed);
      await appendEvents<MonitoringEvent>(
        tx,
        this.clock.now(),
        'monitoring.signal-changed',
        // Of what was never worked out before nothing changed.
        changed
          .filter(({ before }) => before !== null)
          .map(({ subjectType, subjectId }) => ({ subjectType, subjectId })),
      );
    });
  }

  /** How a plan or a contract in the actor's sight went, the newest change first. Refuses `page.after_wrong`. */
  async changes(
    actor: Actor,
    of: { readonly type: 'PLAN' | 'CONTRACT'; readonly id: string },
    page: PageQuery,
  ): Promise<Page<SignalChangeInSight>> {
    const rows = await this.db.read(actor, (reader) => signalChangePage(reader, of, page));
    return pageOf(rows, page, ({ id }) => [id]);
  }
}

type Found = Omit<KeptSignal, 'since'> & { readonly signal: Signal };

const isSame = (one: KeptSignal, other: KeptSignal): boolean =>
  one.signal === other.signal &&
  one.remainingCents === other.remainingCents &&
  one.atRiskCents === other.atRiskCents &&
  one.planId === other.planId &&
  one.supplierGroupId === other.supplierGroupId;

const figuresOf = ({ signal, amountCents, allocatedCents, atRiskCents, supplierGroupId }: SignalOfGroup) => ({
  supplierGroupId,
  signal,
  remainingCents: Math.max(0, amountCents - allocatedCents),
  atRiskCents,
});

function ofPlan(item: SignalOfGroup): Found | null {
  if (item.plan === null) return null;
  return { subjectType: 'PLAN', subjectId: item.plan.planId, planId: item.plan.planId, ...figuresOf(item) };
}

function ofContract(item: SignalOfGroup): Found | null {
  if (item.contract === null) return null;
  const planId = item.plan?.planId ?? null;
  return { subjectType: 'CONTRACT', subjectId: item.contract.contractId, planId, ...figuresOf(item) };
}
