import { Injectable } from '@nestjs/common';
import { ContractsService, type Obligation } from '@sr/contracts';
import { IdentityService, OrganisationsService } from '@sr/identity';
import { AppError, sum, type Actor, type LocalDate } from '@sr/kernel';
import { PlansService, type Plan } from '@sr/plans';
import {
  Db,
  keyAfter,
  pageOf,
  rowsToRead,
  type Page,
  type PageQuery,
  type Reader,
  withEverythingInSight,
} from '@sr/platform';
import { obligationUnknown, principalUnknown } from './allocation.errors';
import { BalancesService } from './balances.service';
import type { EntryReason } from './domain/ledger';
import { balancesOf, surplusOf } from './persistence/ledger.store';
import {
  obligationsOfPrincipal,
  statementEntries,
  type Reach,
  type StatementOrder,
} from './persistence/statement.store';
import { Sight, type PlaceName } from './sight';

/** A line of a statement. Hours, and which claim it is, are told to those who see the plan whole. */
export interface StatementLine extends PlaceName {
  readonly entryId: number;
  readonly recordedAt: Date;
  readonly reason: EntryReason;
  readonly claimId: string | null;
  readonly claimNumber: number;
  readonly claimKind: string;
  /** The first day of the quarter of the claim. */
  readonly quarterStartsOn: LocalDate;
  readonly planId: string;
  readonly cents: number;
  readonly centihours: number | null;
}

/** What an obligation is for, and how far it is filled in. */
export interface ObligationBalance {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly principalCode: string;
  readonly amountCents: number;
  readonly allocatedCents: number;
  readonly remainingCents: number;
}

/** The same, with its job hours as jobs of a whole year; of 1 to 4 people they are told to those who see people. */
export interface ContractBalance extends ObligationBalance {
  readonly settledOn: LocalDate | null;
  readonly centihours: number | null;
}

export interface ContractStatement extends Page<StatementLine> {
  readonly balance: ObligationBalance;
}

export interface PlanStatement extends Page<StatementLine> {
  readonly planId: string;
  readonly planName: string;
  /** Of the obligations that are in the plan now, those that the reader sees. */
  readonly obligations: readonly ObligationBalance[];
  /** What is allocated on all others together; null for who sees the plan whole. */
  readonly otherCents: number | null;
  /** Accepted value without room; null for who does not see the plan whole. */
  readonly surplusCents: number | null;
}

/** What a page of a statement is asked with. */
export interface StatementQuery extends PageQuery {
  readonly order?: StatementOrder | undefined;
  /** Only of work in quarters of this year. */
  readonly year?: number | undefined;
}

/** Statements of the ledger: every entry that the reader may see, with its claim and why it was written. */
@Injectable()
export class StatementsService {
  constructor(
    private readonly db: Db,
    private readonly identity: IdentityService,
    private readonly organisations: OrganisationsService,
    private readonly contracts: ContractsService,
    private readonly plans: PlansService,
    private readonly sight: Sight,
    private readonly balances: BalancesService,
  ) {}

  /** What stands on the obligation of a contract. Refuses `obligation.unknown` (not found). */
  contract(actor: Actor, contractId: string, query: StatementQuery): Promise<ContractStatement> {
    return this.db.read(actor, async (reader) => {
      const obligation = await this.obligation(reader, contractId);
      const reach = { planIds: [], obligationIds: [contractId], ofPlans: null };
      return { ...(await this.page(reader, reach, query)), balance: await this.balanceOf(reader, obligation) };
    });
  }

  /**
   * What claims of a plan put where. Its supplier and the team that verifies them see all of it; a ministry sees its own
   * obligations, and of the others one sum. Refuses `plan.unknown` (not found).
   */
  plan(actor: Actor, planId: string, query: StatementQuery): Promise<PlanStatement> {
    return this.db.read(actor, async (reader) => {
      const plan = await this.plans.plan(reader, planId);
      return {
        planId,
        planName: plan.name,
        ...(await this.balancesOfPlan(reader, plan)),
        ...(await this.page(reader, await this.reachOf(reader, [plan]), query)),
      };
    });
  }

  /** What claims of the plans of a supplier group put where. Refuses `supplier-group.unknown` (not found). */
  async supplierGroup(actor: Actor, supplierGroupId: string, query: StatementQuery): Promise<Page<StatementLine>> {
    await this.organisations.supplierGroup(actor, supplierGroupId);
    return this.db.read(actor, async (reader) => {
      const plans = await this.plans.plansOfGroup(reader, supplierGroupId);
      return this.page(reader, await this.reachOf(reader, plans), query);
    });
  }

  /** What stands on the obligations of a principal, as far as the reader sees them. Refuses `principal.unknown` (not found). */
  principal(actor: Actor, principalCode: string, query: StatementQuery): Promise<Page<StatementLine>> {
    return this.db.read(actor, async (reader) => {
      await this.identity.principal(reader, principalCode).catch((error: unknown) => {
        throw error instanceof AppError ? new AppError('not-found', [principalUnknown()]) : error;
      });
      const all = await obligationsOfPrincipal(reader, principalCode);
      const isOwn = reader.scope.everything || reader.scope.principals.includes(principalCode);
      const obligationIds = isOwn ? all : [...(await this.sight.ownObligations(reader, all))];
      return this.page(reader, { planIds: [], obligationIds, ofPlans: null }, query);
    });
  }

  /** Amount, allocated and remaining of a contract's obligation. Refuses `obligation.unknown` (not found). */
  balance(actor: Actor, contractId: string): Promise<ContractBalance> {
    return this.db.read(actor, async (reader) => {
      const obligation = await this.obligation(reader, contractId);
      const allocated = (await this.balances.allocated(reader, [contractId])).get(contractId);
      return {
        ...toBalance(obligation, allocated?.allocatedCents),
        settledOn: obligation.settledOn,
        centihours: allocated?.centihours ?? null,
      };
    });
  }

  private async page(reader: Reader, reach: Reach, query: StatementQuery): Promise<Page<StatementLine>> {
    const [after] = keyAfter(query, 'whole') ?? [null];
    const entries = await statementEntries(reader, reach, {
      order: query.order ?? 'OLDEST_FIRST',
      after,
      limit: rowsToRead(query),
      year: query.year ?? null,
    });
    const { items, next } = pageOf(entries, query, (entry) => [entry.entryId]);
    const whole = await this.sight.wholePlans(
      reader,
      items.map((entry) => entry.planId),
    );
    const names = await this.sight.names(
      reader,
      items.map((entry) => entry.obligationId),
    );
    const lines = items.map(({ obligationId, quarter, claimId, centihours, ...entry }): StatementLine => {
      const name = names.get(obligationId) ?? { contractId: obligationId, contractNumber: null, principalCode: null };
      const isWhole = whole.has(entry.planId);
      return {
        ...entry,
        ...name,
        quarterStartsOn: quarter,
        claimId: isWhole ? claimId : null,
        centihours: isWhole ? centihours : null,
      };
    });
    return { items: lines, next };
  }

  /** Of these plans everything where the reader sees them whole, and of the others what is on obligations that it sees. */
  private async reachOf(reader: Reader, plans: readonly Plan[]): Promise<Reach> {
    const ids = plans.map((plan) => plan.id);
    const whole = await this.sight.wholePlans(reader, ids);
    const partly = ids.filter((id) => !whole.has(id));
    const ever = await this.plans.everMembers(reader, partly);
    const own = await this.sight.ownObligations(
      reader,
      ever.map((member) => member.obligationId),
    );
    return { planIds: [...whole], obligationIds: [...own], ofPlans: partly };
  }

  private async balancesOfPlan(
    reader: Reader,
    plan: Plan,
  ): Promise<Pick<PlanStatement, 'obligations' | 'otherCents' | 'surplusCents'>> {
    const all = await withEverythingInSight(reader, async (ledger) => {
      const members = await this.plans.members(ledger, [plan.id]);
      const obligations = await this.contracts.obligations(
        ledger,
        members.map((member) => member.obligationId),
      );
      const balances = await balancesOf(
        ledger,
        obligations.map((obligation) => obligation.id),
      );
      return obligations.map((obligation) => toBalance(obligation, balances.get(obligation.id)?.allocatedCents));
    });
    if ((await this.sight.wholePlans(reader, [plan.id])).has(plan.id)) {
      const surplusCents = (await surplusOf(reader, [plan.id])).get(plan.id)?.cents ?? 0;
      return { obligations: all, otherCents: null, surplusCents };
    }
    const own = await this.sight.ownObligations(
      reader,
      all.map((balance) => balance.contractId),
    );
    const others = all.filter((balance) => !own.has(balance.contractId));
    return {
      obligations: all.filter((balance) => own.has(balance.contractId)),
      otherCents: sum(others.map((balance) => balance.allocatedCents)),
      surplusCents: null,
    };
  }

  private async balanceOf(reader: Reader, obligation: Obligation): Promise<ObligationBalance> {
    return toBalance(obligation, (await balancesOf(reader, [obligation.id])).get(obligation.id)?.allocatedCents);
  }

  private async obligation(reader: Reader, contractId: string): Promise<Obligation> {
    const [obligation] = await this.contracts.obligations(reader, [contractId]);
    if (!obligation) throw new AppError('not-found', [obligationUnknown()]);
    return obligation;
  }
}

function toBalance(obligation: Obligation, allocatedCents = 0): ObligationBalance {
  const { id, number, principalCode, amountCents } = obligation;
  return {
    contractId: id,
    contractNumber: number,
    principalCode,
    amountCents,
    allocatedCents,
    remainingCents: amountCents - allocatedCents,
  };
}
