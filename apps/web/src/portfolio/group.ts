import { daysIn } from '@sr/kernel';
import type { Answer } from '../api/client';

type Contract = Answer<'ContractAnswer'>;
type Balance = Answer<'ListedContractBalanceAnswer'>;
type Membership = Answer<'PlanMembershipAnswer'>;
type PlanBalance = Answer<'ListedPlanBalanceAnswer'>;

/** Everything that the list of a supplier's contracts is made of. */
export interface Portfolio {
  readonly contracts: readonly Contract[];
  readonly balances: readonly Balance[];
  readonly memberships: readonly Membership[];
  readonly planBalances: readonly PlanBalance[];
}

/** Cents and centihours over several obligations; null where there are no euros, or hours that are not shown. */
export interface Sums {
  readonly owed: number | null;
  readonly verified: number | null;
  readonly left: number | null;
  readonly centihours: number | null;
  /** Claimed and not decided; over a whole plan, since a claim waits on a plan and on no contract yet. */
  readonly claimed: number | null;
}

export interface ContractRow extends Omit<Sums, 'claimed'> {
  readonly contract: Contract;
}

export interface PlanGroup {
  /** Null for the contracts that are in no plan. */
  readonly plan: { readonly id: string; readonly name: string; readonly state: Membership['planState'] } | null;
  readonly rows: readonly ContractRow[];
  readonly sums: Sums;
}

const add = (amounts: readonly (number | null)[]): number | null => {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
};

/** The sums over these rows, with what is claimed besides. */
function sumsOf(rows: readonly ContractRow[], claimed: number | null): Sums {
  return {
    owed: add(rows.map(({ owed }) => owed)),
    verified: add(rows.map(({ verified }) => verified)),
    left: add(rows.map(({ left }) => left)),
    centihours: add(rows.map(({ centihours }) => centihours)),
    claimed,
  };
}

/** The contracts by plan: plans by name, those in no plan last; within a plan what ends first stands first. */
export function groupByPlan({ contracts, balances, memberships, planBalances }: Portfolio): readonly PlanGroup[] {
  const balanceOf = new Map(balances.map((balance) => [balance.contractId, balance]));
  const membershipOf = new Map(memberships.map((membership) => [membership.contractId, membership]));
  const claimedOf = new Map(
    planBalances.map(({ planId, claimedNotVerifiedCents }) => [planId, claimedNotVerifiedCents]),
  );
  const groups = new Map<string | null, ContractRow[]>();
  for (const contract of contracts.toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1))) {
    const balance = balanceOf.get(contract.id);
    const planId = membershipOf.get(contract.id)?.planId ?? null;
    const row = {
      contract,
      owed: balance?.amountCents ?? null,
      verified: balance?.allocatedCents ?? null,
      left: balance?.remainingCents ?? null,
      centihours: balance?.centihours ?? null,
    };
    groups.set(planId, [...(groups.get(planId) ?? []), row]);
  }
  return [...groups]
    .map(([planId, rows]) => {
      const membership = planId === null ? undefined : memberships.find((one) => one.planId === planId);
      return {
        plan: membership ? { id: membership.planId, name: membership.planName, state: membership.planState } : null,
        rows,
        sums: sumsOf(rows, planId === null ? null : (claimedOf.get(planId) ?? null)),
      };
    })
    .toSorted((a, b) => (a.plan === null ? 1 : b.plan === null ? -1 : a.plan.name.localeCompare(b.plan.name, 'nl')));
}

/** The sums over all groups. */
export function totalOf(groups: readonly PlanGroup[]): Sums {
  return sumsOf(
    groups.flatMap(({ rows }) => rows),
    add(groups.map(({ sums }) => sums.claimed)),
  );
}

/** A job is 25.5 paid hours a week, 1,326 a year: hours as the tenths of jobs that they are for a year. */
const YEAR_CENTIHOURS = 132_600;

/** Of how many jobs of a year these hours are, in tenths. */
export const jobYearTenths = (centihours: number): number => Math.round((centihours * 10) / YEAR_CENTIHOURS);

/** How much of a term has passed on a day, in basis points, from 0 to 10,000. */
export function timePassedBp(startsOn: string, endsOn: string, on: string): number {
  const all = daysIn({ from: startsOn, to: endsOn });
  const passed = Math.min(daysIn({ from: startsOn, to: on }), all);
  return all === 0 ? 10_000 : Math.floor((passed * 10_000) / all);
}
