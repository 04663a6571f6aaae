import { Injectable } from '@nestjs/common';
import { ContractsService, type Obligation } from '@sr/contracts';
import { sum, type Actor, type Cents, type Centihours, type LocalDate } from '@sr/kernel';
import { PlacementFigures } from '@sr/placements';
import { PlansService } from '@sr/plans';
import { Db, toExact, withEverythingInSight, type Reader } from '@sr/platform';
import { balancesOf, surplusOf } from './persistence/ledger.store';
import { plansBehind } from './persistence/statement.store';
import { Sight } from './sight';

/** What the ledger has on an obligation, as far as the reader may hear of it. */
export interface Allocated {
  readonly allocatedCents: Cents;
  /** Job hours as jobs of a whole year; null for who does not see all plans whole that they come from. */
  readonly centihours: Centihours | null;
}

/** The amount of something, and how far it is filled in; null where there are no euros. */
interface Filled {
  readonly amountCents: Cents | null;
  readonly allocatedCents: Cents | null;
  readonly remainingCents: Cents | null;
}

/** The balance of a contract's obligation. A form-free one has no euros, and its jobs are those of its plan. */
export interface ListedContractBalance extends Filled {
  readonly contractId: string;
  readonly centihours: Centihours | null;
  readonly settledOn: LocalDate | null;
}

/** The balance of a plan: of the obligations that are in it now and that the reader sees. */
export interface ListedPlanBalance extends Filled {
  readonly planId: string;
  /** What the claims of the plan that wait would be worth; null where there are no euros. */
  readonly claimedNotVerifiedCents: Cents | null;
  /** Accepted value without room; null for who does not see the plan whole, and where there are no euros. */
  readonly surplusCents: Cents | null;
}

const NO_EUROS: Filled = { amountCents: null, allocatedCents: null, remainingCents: null };

/** Balances of many contracts or plans at once. However many are asked for, the questions to the database are the same few. */
@Injectable()
export class BalancesService {
  constructor(
    private readonly db: Db,
    private readonly contracts: ContractsService,
    private readonly plans: PlansService,
    private readonly placements: PlacementFigures,
    private readonly sight: Sight,
  ) {}

  /** The balances of these contracts; one without an obligation, or out of the actor's sight, is left out. */
  ofContracts(actor: Actor, contractIds: readonly string[]): Promise<ListedContractBalance[]> {
    return this.db.read(actor, async (reader) => {
      const obligations = await this.contracts.obligations(reader, contractIds);
      const allocated = await this.allocated(
        reader,
        obligations.map(({ id }) => id),
      );
      return obligations.map((obligation) => {
        const { id: contractId, settledOn } = obligation;
        const { allocatedCents, centihours } = allocated.get(contractId) ?? { allocatedCents: 0, centihours: null };
        const hasEuros = obligation.terms.kind !== 'FORM_FREE';
        return {
          contractId,
          ...(hasEuros ? filled(obligation.amountCents, allocatedCents) : NO_EUROS),
          centihours: hasEuros ? centihours : null,
          settledOn,
        };
      });
    });
  }

  /** The balances of these plans; one that is out of the actor's sight is left out. */
  ofPlans(actor: Actor, planIds: readonly string[]): Promise<ListedPlanBalance[]> {
    return this.db.read(actor, async (reader) => {
      const plans = await this.plans.plansInSight(reader, planIds);
      const ids = plans.map(({ id }) => id);
      const members = await this.obligationsIn(reader, ids);
      const obligationIds = [...members.values()].flat().map(({ id }) => id);
      const balances = await balancesOf(reader, obligationIds);
      const waiting = await withEverythingInSight(reader, (all) => this.placements.waitingCents(all, ids));
      const whole = await this.sight.wholePlans(reader, ids);
      const surpluses = await surplusOf(reader, [...whole]);
      return plans.map(({ id: planId, kind }) => {
        if (kind === 'FORM_FREE') {
          return { planId, ...NO_EUROS, claimedNotVerifiedCents: null, surplusCents: null };
        }
        const own = members.get(planId) ?? [];
        return {
          planId,
          ...filled(
            sum(own.map(({ amountCents }) => amountCents)),
            sum(own.map(({ id }) => balances.get(id)?.allocatedCents ?? 0)),
          ),
          claimedNotVerifiedCents: toExact(String(waiting.get(planId) ?? 0n)),
          surplusCents: whole.has(planId) ? (surpluses.get(planId)?.cents ?? 0) : null,
        };
      });
    });
  }

  /** What the ledger has on each of these obligations, which the reader sees. */
  async allocated(reader: Reader, obligationIds: readonly string[]): Promise<Map<string, Allocated>> {
    const balances = await balancesOf(reader, obligationIds);
    const behind = await withEverythingInSight(reader, (ledger) => plansBehind(ledger, obligationIds));
    const whole = await this.sight.wholePlans(
      reader,
      behind.map(({ planId }) => planId),
    );
    const hidden = new Set(behind.filter(({ planId }) => !whole.has(planId)).map(({ obligationId }) => obligationId));
    return new Map(
      obligationIds.map((id) => {
        const { allocatedCents = 0, centihours = 0 } = balances.get(id) ?? {};
        return [id, { allocatedCents, centihours: hidden.has(id) ? null : centihours }];
      }),
    );
  }

  /** The obligations that are in each of these plans now, as far as the reader sees them. */
  private async obligationsIn(reader: Reader, planIds: readonly string[]): Promise<Map<string, Obligation[]>> {
    const members = await this.plans.members(reader, planIds);
    const obligations = await this.contracts.obligations(
      reader,
      members.map(({ obligationId }) => obligationId),
    );
    const planOf = new Map(members.map(({ planId, obligationId }) => [obligationId, planId]));
    const byPlan = new Map<string, Obligation[]>(planIds.map((planId) => [planId, []]));
    for (const obligation of obligations) byPlan.get(planOf.get(obligation.id) ?? '')?.push(obligation);
    return byPlan;
  }
}

const filled = (amountCents: Cents, allocatedCents: Cents) => ({
  amountCents,
  allocatedCents,
  remainingCents: amountCents - allocatedCents,
});
