import { daysBetween, type LocalDate } from '@sr/kernel';
import { together, type Forecast } from './domain/forecast';
import type { FollowedObligation, FollowedPlan } from './plan-courses';

/** Of which plan a forecast is, and when it was heard of last. */
export interface PlanInForecast {
  readonly planId: string;
  readonly planName: string;
  /** Days since something was reported in the plan, or since the first day on which something could be. */
  readonly daysOfSilence: number;
}

/** A place in which obligations have to be followed: a plan with those in it, or an obligation by itself. */
export interface Point {
  readonly plan: PlanInForecast | null;
  readonly supplierGroupId: string;
  readonly members: readonly FollowedObligation[];
  readonly forecast: Omit<Forecast, 'steps'>;
}

/** The points of these obligations: each plan, and each obligation that is in none. */
export function pointsOf(followed: readonly FollowedObligation[], today: LocalDate): Point[] {
  const points = new Map<string, FollowedObligation[]>();
  for (const one of followed) {
    const key = one.plan?.plan.id ?? one.obligation.id;
    const members = points.get(key);
    if (members) members.push(one);
    else points.set(key, [one]);
  }
  return [...points.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const { supplierGroupId } = first.obligation;
    return first.plan
      ? { plan: planOf(first.plan, today), supplierGroupId, members, forecast: forecastOf(members, today) }
      : { plan: null, supplierGroupId, members, forecast: first.forecast };
  });
}

/** The forecast of obligations of one plan together. */
export function forecastOf(members: readonly FollowedObligation[], today: LocalDate): Omit<Forecast, 'steps'> {
  const plan = members[0]?.plan;
  return together(
    members.map(({ forecast }) => forecast),
    today,
    {
      inApprovedPlan: plan?.plan.state === 'APPROVED',
      lateReports: plan?.reporting.lateReports ?? 0,
      firstAwardedOn: members.map(({ obligation }) => obligation.awardedOn).sort()[0] ?? today,
    },
  );
}

/** A plan, and for how long nothing was heard of it. */
export function planOf({ plan, reporting, runsFrom }: FollowedPlan, today: LocalDate): PlanInForecast {
  const since = reporting.lastSubmittedOn ?? runsFrom;
  return { planId: plan.id, planName: plan.name, daysOfSilence: Math.max(0, daysBetween(since, today)) };
}
