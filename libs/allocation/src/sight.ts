import { Injectable } from '@nestjs/common';
import { ContractsService } from '@sr/contracts';
import { PlansService } from '@sr/plans';
import { withEverythingInSight, type Reader } from '@sr/platform';
import { seesWhole } from './domain/sight';
import { plansSeenWhole } from './persistence/statement.store';

/** How people call a place in the ledger: by its contract; nothing of it on the surplus of a plan. */
export interface PlaceName {
  readonly contractId: string | null;
  readonly contractNumber: string | null;
  readonly principalCode: string | null;
}

/** Cents and hours on one place. */
export interface Place extends PlaceName {
  readonly cents: number;
  readonly centihours: number;
}

/** A line of the ledger as far as it says where it stands. */
interface Placed {
  readonly planId: string;
  readonly obligationId: string | null;
  readonly cents: number;
  readonly centihours: number;
}

/** Which plans and obligations of the ledger a reader sees, and how the places in them are called. */
@Injectable()
export class Sight {
  constructor(
    private readonly contracts: ContractsService,
    private readonly plans: PlansService,
  ) {}

  /** Of these plans, those of which the reader sees every entry: by its scope, and as the database has it. */
  async wholePlans(reader: Reader, planIds: readonly string[]): Promise<Set<string>> {
    const plans = await this.plans.plans(reader, [...new Set(planIds)]);
    const whole = plans.filter((plan) => seesWhole(reader.scope, plan)).map((plan) => plan.id);
    return plansSeenWhole(reader, whole);
  }

  /** Of these obligations, those on contracts that the reader sees. */
  async ownObligations(reader: Reader, obligationIds: readonly string[]): Promise<Set<string>> {
    const obligations = await this.contracts.obligations(reader, [...new Set(obligationIds)]);
    return new Set(obligations.map((obligation) => obligation.id));
  }

  /**
   * The names of places, by obligation, for somebody who sees entries on them. Who sees a plan whole sees the number and
   * the principal of each of its contracts, also of those of which it sees nothing else.
   */
  async names(reader: Reader, obligationIds: readonly (string | null)[]): Promise<Map<string | null, PlaceName>> {
    const ids = [...new Set(obligationIds)].filter((id) => id !== null);
    const obligations = await withEverythingInSight(reader, (ledger) => this.contracts.obligations(ledger, ids));
    return new Map<string | null, PlaceName>([
      ...obligations.map(({ id, number, principalCode }): [string, PlaceName] => [
        id,
        { contractId: id, contractNumber: number, principalCode },
      ]),
      [null, NO_CONTRACT],
    ]);
  }

  /** What these entries put on each place (or took off it), of the places that the reader sees; the surplus last. */
  async places(reader: Reader, entries: readonly Placed[]): Promise<Place[]> {
    const whole = await this.wholePlans(
      reader,
      entries.map((entry) => entry.planId),
    );
    const hidden = entries.filter((entry) => !whole.has(entry.planId));
    const own = await this.ownObligations(
      reader,
      hidden.flatMap((entry) => entry.obligationId ?? []),
    );
    const seen = entries.filter(
      (entry) => whole.has(entry.planId) || (entry.obligationId !== null && own.has(entry.obligationId)),
    );
    const names = await this.names(
      reader,
      seen.map((entry) => entry.obligationId),
    );
    return sumPlaces(seen, names);
  }
}

const NO_CONTRACT: PlaceName = { contractId: null, contractNumber: null, principalCode: null };

/** Adds up what stands on each place, in the order of the contract numbers, the surplus last. */
export function sumPlaces(
  entries: readonly Pick<Placed, 'obligationId' | 'cents' | 'centihours'>[],
  names: ReadonlyMap<string | null, PlaceName>,
): Place[] {
  const sums = new Map<string | null, { cents: number; centihours: number }>();
  for (const { obligationId, cents, centihours } of entries) {
    const before = sums.get(obligationId) ?? { cents: 0, centihours: 0 };
    sums.set(obligationId, { cents: before.cents + cents, centihours: before.centihours + centihours });
  }
  return [...sums]
    .filter(([, { cents, centihours }]) => cents !== 0 || centihours !== 0)
    .map(([obligationId, sum]) => ({ ...(names.get(obligationId) ?? NO_CONTRACT), ...sum }))
    .sort(byNumber);
}

/** By code units, as the ledger orders contract numbers. */
function byNumber(a: PlaceName, b: PlaceName): number {
  if (a.contractNumber === null || b.contractNumber === null)
    return a.contractNumber === b.contractNumber ? 0 : a.contractNumber === null ? 1 : -1;
  return a.contractNumber < b.contractNumber ? -1 : 1;
}
