import { Injectable } from '@nestjs/common';
import { ForecastService, type Signal, type SignalItem } from '@sr/impact';
import { THE_PRODUCT, type Actor } from '@sr/kernel';
import { Clock, Db, appendEvents, pageOf, type Page, type PageQuery } from '@sr/platform';
import { asGroup, type Group } from './groups';
import type { MonitoringEvent } from './monitoring.events';
import {
  insertSignalChanges,
  lockGroup,
  signalChangePage,
  signalsOfGroup,
  writeSignals,
  type KeptSignal,
  type SignalChangeInSight,
} from './persistence/signal.store';

/** How plans and contracts go, kept so that a change can be seen and told. */
@Injectable()
export class SignalsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly forecasts: ForecastService,
  ) {}

  /**
   * Works out anew how the plans and contracts of a group go, and keeps it. What goes otherwise than before is written down
   * and told as `monitoring.signal-changed`; what goes as before keeps the day since when.
   */
  async refresh(group: Group): Promise<void> {
    const { contracts, plans } = await this.forecasts.everySignal(asGroup(group));
    const today = this.clock.today();
    await this.db.write(THE_PRODUCT, async (tx) => {
      await lockGroup(tx, group.id);
      const known = new Map((await signalsOfGroup(tx, group.id)).map((one) => [one.subjectId, one]));
      const now = [...plans.map(ofPlan), ...contracts.map(ofContract)].flatMap((found) => {
        if (found === null) return [];
        const before = known.get(found.subjectId);
        const since = before?.signal === found.signal ? before.since : today;
        return { ...found, since, before: before?.signal ?? null };
      });
      const changed = now.filter(({ before, signal }) => before !== signal);
      await writeSignals(tx, group.id, now, this.clock.now());
      await insertSignalChanges(
        tx,
        group.id,
        changed.map(({ signal: after, since: changedOn, ...one }) => ({ ...one, after, changedOn })),
      );
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

const figuresOf = ({ signal, amountCents, allocatedCents, atRiskCents }: SignalItem & { atRiskCents: number }) => ({
  signal,
  remainingCents: Math.max(0, amountCents - allocatedCents),
  atRiskCents,
});

function ofPlan(item: SignalItem): Found | null {
  if (item.plan === null) return null;
  return { subjectType: 'PLAN', subjectId: item.plan.planId, planId: item.plan.planId, ...figuresOf(item) };
}

function ofContract(item: SignalItem): Found | null {
  if (item.contract === null) return null;
  const planId = item.plan?.planId ?? null;
  return { subjectType: 'CONTRACT', subjectId: item.contract.contractId, planId, ...figuresOf(item) };
}
