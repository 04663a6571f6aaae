import { Injectable } from '@nestjs/common';
import { ContractFigures, ContractsService } from '@sr/contracts';
import { AppError, THE_PRODUCT, exact, type Actor, type Cents, type Scoped } from '@sr/kernel';
import { PlansService } from '@sr/plans';
import {
  Clock,
  Db,
  keyAfter,
  narrowedTo,
  pageOf,
  rowsToRead,
  type Page,
  type PageQuery,
  type Reader,
} from '@sr/platform';
import type { Forecast, Signal } from './domain/forecast';
import { formFree, obligationUnknown } from './impact.errors';
import { PlanCourses, type FollowedObligation } from './plan-courses';
import { forecastOf, planOf, pointsOf, type PlanInForecast } from './points';

/** Which obligation a forecast is of. */
export interface ObligationInForecast {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly principalCode: string;
}

export interface ContractForecast extends ObligationInForecast, Forecast {
  readonly plan: PlanInForecast | null;
  /** What the claims of its plan that wait would be worth; in none of the other figures. */
  readonly claimedNotVerifiedCents: Cents;
}

/** The obligations of a plan that the reader sees, each and together. */
export interface PlanForecast extends PlanInForecast, Omit<Forecast, 'steps'> {
  readonly claimedNotVerifiedCents: Cents;
  readonly obligations: readonly (ObligationInForecast & Forecast)[];
}

export const SIGNALS_OF = ['CONTRACTS', 'PLANS'] as const;

/** What a list of signals is narrowed to. */
export interface SignalFilter {
  readonly of: (typeof SIGNALS_OF)[number];
  readonly signal?: Signal | undefined;
}

/** How an obligation goes, or the obligations of a plan that the reader sees. */
export interface SignalItem extends Pick<Forecast, 'amountCents' | 'allocatedCents' | 'forecastCents' | 'reasons'> {
  /** Null in rows of plans. */
  readonly contract: ObligationInForecast | null;
  /** Null for an obligation that is in no plan. */
  readonly plan: PlanInForecast | null;
  readonly signal: Signal;
  /** What is not expected to be filled. */
  readonly atRiskCents: Cents;
}

/** A signal with the group that it is of, which answers do not tell. */
export interface SignalOfGroup extends SignalItem {
  readonly supplierGroupId: string;
}

/** Where obligations and plans are expected to end, with the arithmetic, and which of them need attention. */
@Injectable()
export class ForecastService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly contracts: ContractsService,
    private readonly contractFigures: ContractFigures,
    private readonly plans: PlansService,
    private readonly courses: PlanCourses,
  ) {}

  /** The forecast of a contract's obligation. Refuses `contract.unknown`, `obligation.unknown` (not found), `forecast.form_free`. */
  async contract(actor: Actor, contractId: string): Promise<ContractForecast> {
    const { obligation } = await this.db.read(actor, (reader) => this.contracts.find(reader, contractId));
    if (!obligation) throw new AppError('not-found', [obligationUnknown()]);
    if (obligation.kind === 'FORM_FREE') throw new AppError('refused', [formFree()]);
    return this.db.read(THE_PRODUCT, async (reader) => {
      const [followed] = await this.courses.of(reader, [contractId]);
      if (!followed) throw new AppError('not-found', [obligationUnknown()]);
      const planId = followed.plan?.plan.id;
      const waiting = await this.courses.waitingCents(reader, planId === undefined ? [] : [planId]);
      return {
        ...named(followed),
        ...followed.forecast,
        plan: followed.plan && planOf(followed.plan, this.clock.today()),
        claimedNotVerifiedCents: exact(waiting.get(planId ?? '') ?? 0n),
      };
    });
  }

  /**
   * The forecast of a plan: of each obligation in it that the actor sees, and of those together. Refuses `plan.unknown` (not
   * found) and `forecast.form_free`.
   */
  async plan(actor: Actor, planId: string): Promise<PlanForecast> {
    const { plan, seen } = await this.db.read(actor, async (reader) => {
      const found = await this.plans.plan(reader, planId);
      const members = await this.plans.members(reader, [planId]);
      const ids = members.map(({ obligationId }) => obligationId);
      return { plan: found, seen: await this.contracts.obligations(reader, ids) };
    });
    if (plan.kind === 'FORM_FREE') throw new AppError('refused', [formFree()]);
    return this.db.read(THE_PRODUCT, async (reader) => {
      const followed = await this.courses.of(
        reader,
        seen.map(({ id }) => id),
      );
      const waiting = await this.courses.waitingCents(reader, [planId]);
      const today = this.clock.today();
      const none = { plan, reporting: { lastSubmittedOn: null, lateReports: 0 }, runsFrom: today };
      return {
        ...planOf(followed[0]?.plan ?? none, today),
        ...forecastOf(followed, today),
        claimedNotVerifiedCents: exact(waiting.get(planId) ?? 0n),
        obligations: followed.map((one) => ({ ...named(one), ...one.forecast })),
      };
    });
  }

  /** The obligations that are not settled, or the plans, that the actor sees: the most euros at risk first. Refuses `page.after_wrong`. */
  async signals(actor: Actor, filter: SignalFilter, page: PageQuery): Promise<Page<SignalItem>> {
    const after = keyAfter(page, 'whole', 'text');
    const followed = await this.followedBy(actor);
    const items = filter.of === 'PLANS' ? this.byPlan(followed) : followed.flatMap((one) => this.byContract(one));
    const rows = items
      .filter((item) => filter.signal === undefined || item.signal === filter.signal)
      .sort((a, b) => b.atRiskCents - a.atRiskCents || (keyOf(a) < keyOf(b) ? -1 : 1))
      .filter((item) => after === null || isAfter(item, Number(after[0]), after[1]));
    const shown = rows.slice(0, rowsToRead(page)).map(({ supplierGroupId: _never, ...item }): SignalItem => item);
    return pageOf(shown, page, (item) => [item.atRiskCents, keyOf(item)]);
  }

  /**
   * How every obligation and every plan in a scope goes, for keeping it.
   * @param product reads as the product, for which the scope is that of a few supplier groups
   */
  async everySignal(
    product: Reader,
    within: Scoped,
  ): Promise<{ readonly contracts: SignalOfGroup[]; readonly plans: SignalOfGroup[] }> {
    const seen = await this.contractFigures.openObligations(narrowedTo(product, within));
    const followed = await this.courses.of(product, idsOf(seen));
    return { contracts: followed.flatMap((one) => this.byContract(one)), plans: this.byPlan(followed) };
  }

  private async followedBy(actor: Actor): Promise<FollowedObligation[]> {
    const seen = await this.db.read(actor, (reader) => this.contractFigures.openObligations(reader));
    return this.db.read(THE_PRODUCT, (reader) => this.courses.of(reader, idsOf(seen)));
  }

  private byContract(followed: FollowedObligation): SignalOfGroup[] {
    const { forecast, plan } = followed;
    const { signal } = forecast;
    if (signal === null) return [];
    const inPlan = plan && planOf(plan, this.clock.today());
    const { supplierGroupId } = followed.obligation;
    return [{ ...itemOf(forecast), signal, supplierGroupId, contract: named(followed), plan: inPlan }];
  }

  private byPlan(followed: readonly FollowedObligation[]): SignalOfGroup[] {
    return pointsOf(followed, this.clock.today()).flatMap(
      ({ plan, supplierGroupId, forecast: { signal, ...forecast } }) =>
        plan && signal !== null ? [{ ...itemOf(forecast), signal, supplierGroupId, contract: null, plan }] : [],
    );
  }
}

const idsOf = (obligations: readonly { readonly id: string }[]): string[] => obligations.map(({ id }) => id);

const named = ({ obligation }: FollowedObligation): ObligationInForecast => ({
  contractId: obligation.id,
  contractNumber: obligation.number,
  principalCode: obligation.principalCode,
});

const itemOf = (forecast: Omit<Forecast, 'steps' | 'signal'>) => ({
  amountCents: forecast.amountCents,
  allocatedCents: forecast.allocatedCents,
  forecastCents: forecast.forecastCents,
  reasons: forecast.reasons,
  atRiskCents: forecast.shortfallCents,
});

/** By which rows with equal amounts are told apart. */
const keyOf = ({ contract, plan }: SignalItem): string => contract?.contractNumber ?? plan?.planId ?? '';

const isAfter = (item: SignalItem, cents: number, key: string): boolean =>
  item.atRiskCents < cents || (item.atRiskCents === cents && keyOf(item) > key);
