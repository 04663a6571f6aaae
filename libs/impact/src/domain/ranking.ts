import { sum, type Cents } from '@sr/kernel';
import { worst, type Signal } from './forecast';

/** By what supplier groups are put in order: the most first. */
export const RANKING_ORDERS = ['OPEN', 'AT_RISK', 'BEHIND'] as const;
export type RankingOrder = (typeof RANKING_ORDERS)[number];

/** Sums over obligations that are not settled. */
export interface Standing {
  /** The amounts in force. */
  readonly openCents: Cents;
  readonly allocatedCents: Cents;
  /** What is not expected to be filled. */
  readonly atRiskCents: Cents;
  /** What would have been filled by now, and is not. */
  readonly behindCents: Cents;
}

/** A plan in which obligations of a supplier group are followed. */
export interface RankedPlan {
  readonly planId: string;
  readonly planName: string;
  readonly daysOfSilence: number;
  readonly signal: Signal;
  readonly atRiskCents: Cents;
}

/** What is followed in one place: a plan, or (null) an obligation by itself. */
export interface PointOfGroup extends Standing {
  readonly supplierGroupId: string;
  readonly plan: Pick<RankedPlan, 'planId' | 'planName' | 'daysOfSilence'> | null;
  readonly signal: Signal;
  /** Of each obligation with an amount the principal, by code. */
  readonly principalCodes: readonly string[];
}

/** A supplier group's place in the order, and how it goes. */
export interface Ranked extends Standing {
  /** 1 is the most; groups with the same figure share a place. */
  readonly rank: number;
  readonly supplierGroupId: string;
  /** The worst of its plans, and of its obligations that are in none. */
  readonly signal: Signal;
  /** The longest silence of its plans; null when it has none. */
  readonly daysOfSilence: number | null;
  readonly obligations: number;
  readonly principals: number;
  readonly planCount: number;
  /** Some of its plans, the most euros at risk first. */
  readonly plans: readonly RankedPlan[];
}

/** So many plans of a group are named. */
export const PLANS_NAMED = 5;

const FIGURE = { OPEN: 'openCents', AT_RISK: 'atRiskCents', BEHIND: 'behindCents' } as const;

/**
 * The first `limit` supplier groups in an order; equal figures by the group's id, so that the order is the same each
 * time. A group with nothing open has no place; one with nothing at risk, or not behind, stands last.
 */
export function rankSupplierGroups(points: readonly PointOfGroup[], order: RankingOrder, limit: number): Ranked[] {
  const groups = new Map<string, PointOfGroup[]>();
  for (const point of points) {
    const own = groups.get(point.supplierGroupId);
    if (own) own.push(point);
    else groups.set(point.supplierGroupId, [point]);
  }
  const figure = FIGURE[order];
  const all = [...groups]
    .map(([supplierGroupId, own]) => ({ supplierGroupId, ...together(own) }))
    .filter(({ openCents }) => openCents > 0)
    .sort((a, b) => b[figure] - a[figure] || (a.supplierGroupId < b.supplierGroupId ? -1 : 1));
  return all
    .slice(0, limit)
    .map((group) => ({ rank: 1 + all.findIndex((other) => other[figure] === group[figure]), ...group }));
}

function together(points: readonly PointOfGroup[]): Omit<Ranked, 'rank' | 'supplierGroupId'> {
  const add = (figure: keyof Standing): Cents => sum(points.map((point) => point[figure]));
  const principals = points.flatMap(({ principalCodes }) => principalCodes);
  const plans = points
    .flatMap(({ plan, signal, atRiskCents }) => (plan ? [{ ...plan, signal, atRiskCents }] : []))
    .sort((a, b) => b.atRiskCents - a.atRiskCents || (a.planId < b.planId ? -1 : 1));
  return {
    openCents: add('openCents'),
    allocatedCents: add('allocatedCents'),
    atRiskCents: add('atRiskCents'),
    behindCents: add('behindCents'),
    signal: worst(points.map(({ signal }) => signal)),
    daysOfSilence: plans.length === 0 ? null : Math.max(...plans.map(({ daysOfSilence }) => daysOfSilence)),
    obligations: principals.length,
    principals: new Set(principals).size,
    planCount: plans.length,
    plans: plans.slice(0, PLANS_NAMED),
  };
}
