import { Injectable } from '@nestjs/common';
import { ContractFigures, ContractsService } from '@sr/contracts';
import { AppError, THE_PRODUCT, daysBetween, exact, type Actor, type Cents } from '@sr/kernel';
import { PlansService } from '@sr/plans';
import { Clock, Db, keyAfter, pageOf, rowsToRead, type Page, type PageQuery } from '@sr/platform';
import { together, type Forecast, type Signal } from './domain/forecast';
import { formFree, obligationUnknown } from './impact.errors';
import { PlanCourses, type FollowedObligation, type FollowedPlan } from './plan-courses';

/** Of which plan a forecast is, and when it was heard of last. */
export interface PlanInForecast {
  readonly planId: string;
  readonly planName: string;
  /** Days since something was reported in the plan, or since the first day on which something could be. */
  readonly daysOfSilence: number;
}

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
        plan: followed.plan && this.planOf(followed.plan),
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
      const none = { plan, reporting: { lastSubmittedOn: null, lateReports: 0 }, runsFrom: this.clock.today() };
      return {
        ...this.planOf(followed[0]?.plan ?? none),
        ...this.together(followed),
        claimedNotVerifiedCents: exact(waiting.get(planId) ?? 0n),
        obligations: followed.map((one) => ({ ...named(one), ...one.forecast })),
      };
    });
  }

  /** The obligations that are not settled, or the plans, that the actor sees: the most euros at risk first. Refuses `page.after_wrong`. */
  async signals(actor: Actor, filter: SignalFilter, page: PageQuery): Promise<Page<SignalItem>> {
    const after = keyAfter(page, 'whole', 'text');
    const seen = await this.db.read(actor, (reader) => this.contractFigures.openObligations(reader));
    const followed = await this.db.read(THE_PRODUCT, (reader) =>
      this.courses.of(
        reader,
        seen.map(({ id }) => id),
      ),
    );
    const items = filter.of === 'PLANS' ? this.byPlan(followed) : followed.flatMap((one) => this.byContract(one));
    const rows = items
      .filter((item) => filter.signal === undefined || item.signal === filter.signal)
      .sort((a, b) => b.atRiskCents - a.atRiskCents || (keyOf(a) < keyOf(b) ? -1 : 1))
      .filter((item) => after === null || isAfter(item, Number(after[0]), after[1]));
    return pageOf(rows.slice(0, rowsToRead(page)), page, (item) => [item.atRiskCents, keyOf(item)]);
  }

  private byContract(followed: FollowedObligation): SignalItem[] {
    const { forecast, plan } = followed;
    const { signal } = forecast;
    if (signal === null) return [];
    return [{ ...itemOf(forecast), signal, contract: named(followed), plan: plan && this.planOf(plan) }];
  }

  private byPlan(followed: readonly FollowedObligation[]): SignalItem[] {
    const plans = new Map<string, FollowedObligation[]>();
    for (const one of followed) {
      const id = one.plan?.plan.id;
      if (id !== undefined) plans.set(id, [...(plans.get(id) ?? []), one]);
    }
    return [...plans.values()].flatMap((members) => {
      const plan = members[0]?.plan;
      const { signal, ...forecast } = this.together(members);
      return plan && signal !== null ? [{ ...itemOf(forecast), signal, contract: null, plan: this.planOf(plan) }] : [];
    });
  }

  private together(followed: readonly FollowedObligation[]): Omit<Forecast, 'steps'> {
    const plan = followed[0]?.plan;
    return together(
      followed.map(({ forecast }) => forecast),
      this.clock.today(),
      {
        inApprovedPlan: plan?.plan.state === 'APPROVED',
        lateReports: plan?.reporting.lateReports ?? 0,
        firstAwardedOn: followed.map(({ obligation }) => obligation.awardedOn).sort()[0] ?? this.clock.today(),
      },
    );
  }

  private planOf({ plan, reporting, runsFrom }: FollowedPlan): PlanInForecast {
    const since = reporting.lastSubmittedOn ?? runsFrom;
    return { planId: plan.id, planName: plan.name, daysOfSilence: Math.max(0, daysBetween(since, this.clock.today())) };
  }
}

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
