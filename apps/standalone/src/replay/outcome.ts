import { THE_PRODUCT } from '@sr/kernel';
import type { ClaimStatus } from '@sr/placements';
import type { YearReport } from '@sr/impact';
import type { Product } from '../product/product';
import type { Played } from './play';

/** What a scenario yields: the state after the last event, and the years as they were known on a day. */
export interface Outcome {
  readonly obligations: Record<
    string,
    { amountCents: number; allocatedCents: number; remainingCents: number; centihours: number }
  >;
  readonly claims: Record<
    string,
    { status: ClaimStatus; valueCents: number; countedCentihours: number; jobCentihours: number }
  >;
  readonly plans: Record<string, { surplusCents: number; surplusCentihours: number }>;
  readonly years: Record<string, YearReport>;
}

/** Reads the outcome of what was played, through the same services as everyone. */
export async function outcomeOf(
  product: Product,
  played: Played,
  report: { years: readonly number[]; knownOn: string },
): Promise<Outcome> {
  const { allocation, contracts, impact, placements } = product;
  const state = await product.db.read(THE_PRODUCT, async (reader) => {
    const obligations = await contracts.obligations(reader, [...played.obligations.values()]);
    const balances = await allocation.balances(reader, [...played.obligations.values()]);
    const surpluses = await allocation.surpluses(reader, [...played.plans.values()]);
    const claims = await placements.claims(reader, [...played.claims.values()]);
    return {
      obligations: record(obligations, ({ id, number, amountCents }) => {
        const { allocatedCents, centihours } = balances.get(id) ?? { allocatedCents: 0, centihours: 0 };
        return [number, { amountCents, allocatedCents, remainingCents: amountCents - allocatedCents, centihours }];
      }),
      claims: record(claims, ({ ref, status, valueCents, countedCentihours, jobCentihours }) => [
        ref,
        {
          status,
          valueCents: valueCents ?? 0,
          countedCentihours: countedCentihours ?? 0,
          jobCentihours: jobCentihours ?? 0,
        },
      ]),
      plans: record([...played.plans], ([name, id]) => {
        const { cents, centihours } = surpluses.get(id) ?? { cents: 0, centihours: 0 };
        return [name, { surplusCents: cents, surplusCentihours: centihours }];
      }),
    };
  });
  const years: Record<string, YearReport> = {};
  for (const year of report.years) years[year] = await impact.year(THE_PRODUCT, year, report.knownOn);
  return { ...state, years };
}

function record<Item, Value>(items: readonly Item[], entry: (item: Item) => [string, Value]): Record<string, Value> {
  return Object.fromEntries(items.map(entry));
}
