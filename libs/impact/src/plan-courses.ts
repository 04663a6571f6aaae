import { Injectable } from '@nestjs/common';
import { AllocationService } from '@sr/allocation';
import { ContractsService, type Obligation } from '@sr/contracts';
import { InvariantBroken, type Cents, type LocalDate, type Period } from '@sr/kernel';
import { PlacementFigures, type Reporting, type ValueToCome } from '@sr/placements';
import { PlansService, type Plan, type PlannedLine } from '@sr/plans';
import { Clock, type Reader } from '@sr/platform';
import { forecast, type Forecast } from './domain/forecast';
import { plannedBeyond } from './domain/planned-beyond';
import { sharesToCome, type Member, type Share } from './domain/to-come';

/** An obligation with its plan, if it is in one, and where it is expected to end. */
export interface FollowedObligation {
  readonly obligation: Obligation;
  readonly plan: FollowedPlan | null;
  readonly forecast: Forecast;
}

/** A plan with how it reports. */
export interface FollowedPlan {
  readonly plan: Plan;
  readonly reporting: Reporting;
  /** The first day on which a report was to be expected. */
  readonly runsFrom: LocalDate;
}

/** How the obligations of plans go: what is allocated, and what the plans still bring. */
@Injectable()
export class PlanCourses {
  constructor(
    private readonly clock: Clock,
    private readonly contracts: ContractsService,
    private readonly plans: PlansService,
    private readonly allocation: AllocationService,
    private readonly placements: PlacementFigures,
  ) {}

  /** What the claims that wait in each of these plans would be worth; read as the product. */
  waitingCents(reader: Reader, planIds: readonly string[]): Promise<Map<string, bigint>> {
    return this.placements.waitingCents(reader, planIds);
  }

  /**
   * The forecasts of these obligations, in the order of their numbers. Read as the product: what a plan brings is shared
   * with obligations, and comes of placements, that the reader may not see. Nothing of those is answered but sums.
   */
  async of(reader: Reader, obligationIds: readonly string[]): Promise<FollowedObligation[]> {
    const onDay = this.clock.today();
    const planOf = await this.plans.plansOf(reader, obligationIds);
    const planIds = [...new Set(planOf.values())];
    const plans = new Map((await this.plans.plans(reader, planIds)).map((plan) => [plan.id, plan]));
    const members = await this.plans.members(reader, planIds);
    const ids = [...new Set([...obligationIds, ...members.map(({ obligationId }) => obligationId)])];
    const obligations = new Map((await this.contracts.obligations(reader, ids)).map((one) => [one.id, one]));
    const balances = await this.allocation.balances(reader, ids);
    const allocated = (id: string): Cents => balances.get(id)?.allocatedCents ?? 0;
    const memberships = groupByPlan(members);
    const membersOf = (planId: string): Obligation[] =>
      (memberships.get(planId) ?? []).flatMap(({ obligationId }) => obligations.get(obligationId) ?? []);

    const runs = new Map(
      planIds.flatMap((planId) => {
        const [plan, days] = [plans.get(planId), daysOf(membersOf(planId))];
        return plan && days ? [[planId, since(plan, days)] as const] : [];
      }),
    );
    const reporting = await this.placements.reporting(reader, runs);
    const running = groupByPlan(
      await this.placements.toCome(reader, new Map([...runs].map(([planId, { to }]) => [planId, to]))),
    );
    const approved = planIds.filter((planId) => plans.get(planId)?.state === 'APPROVED');
    const lines = groupByPlan(await this.plans.plannedLines(reader, approved));
    const shares = new Map<string, Share[]>();
    for (const planId of planIds) {
      const own = membersOf(planId).map((one) => memberOf(one, allocated(one.id)));
      const toCome = toComeOf(running.get(planId) ?? [], lines.get(planId) ?? [], onDay);
      for (const [id, share] of sharesToCome(own, toCome)) shares.set(id, share);
    }

    const followedPlan = (planId: string): FollowedPlan => {
      const [plan, days] = [plans.get(planId), runs.get(planId)];
      if (!plan || !days) throw new InvariantBroken('forecast', `plan ${planId} was not read`);
      const none = { lastSubmittedOn: null, lateReports: 0 };
      return { plan, reporting: reporting.get(planId) ?? none, runsFrom: days.from };
    };
    const wanted = new Set(obligationIds);
    return [...obligations.values()].flatMap((obligation) => {
      if (!wanted.has(obligation.id)) return [];
      const planId = planOf.get(obligation.id);
      const plan = planId === undefined ? null : followedPlan(planId);
      const course = {
        awardedOn: obligation.awardedOn,
        term: { from: obligation.startsOn, to: obligation.endsOn },
        amountCents: obligation.amountCents,
        allocatedCents: allocated(obligation.id),
        settled: obligation.settledOn !== null,
        inApprovedPlan: plan?.plan.state === 'APPROVED',
        lateReports: plan?.reporting.lateReports ?? 0,
        shares: shares.get(obligation.id) ?? [],
      };
      return [{ obligation, plan, forecast: forecast(course, onDay) }];
    });
  }
}

function memberOf({ id, startsOn, endsOn, amountCents, settledOn }: Obligation, allocatedCents: Cents): Member {
  const term = { from: startsOn, to: endsOn };
  return { id, term, remainingCents: amountCents - allocatedCents, settled: settledOn !== null };
}

function toComeOf(running: readonly ValueToCome[], lines: readonly PlannedLine[], onDay: LocalDate) {
  const committed = running.map((one) => ({ kind: 'COMMITTED' as const, ...one, confidenceBp: 10_000 }));
  const promised = lines.flatMap(({ valueCents, from, to, ...line }) =>
    valueCents === null ? [] : [{ ...line, valueCents, period: { from, to } }],
  );
  return [...committed, ...plannedBeyond(promised, running, onDay)];
}

/** The days from the first day of the first term to the last day of the last; null when there are no obligations. */
function daysOf(obligations: readonly Obligation[]): Period | null {
  const from = obligations.map(({ startsOn }) => startsOn).sort()[0];
  const to = obligations
    .map(({ endsOn }) => endsOn)
    .sort()
    .at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}

/** Those days as far as the plan was there. */
function since({ recordedAt }: Plan, { from, to }: Period): Period {
  const made = recordedAt.toISOString().slice(0, 10);
  return { from: made > from ? made : from, to };
}

function groupByPlan<T extends { readonly planId: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.planId);
    if (group) group.push(item);
    else groups.set(item.planId, [item]);
  }
  return groups;
}
