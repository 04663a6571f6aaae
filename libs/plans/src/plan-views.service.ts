import { Injectable } from '@nestjs/common';
import { ContractsService, type Obligation } from '@sr/contracts';
import { IdentityService, PeopleService } from '@sr/identity';
import { AppError, sum, timesFraction, type Actor, type Cents } from '@sr/kernel';
import { Clock, Db, type Page, type PageQuery, type Reader, withEverythingInSight } from '@sr/platform';
import { ValuationService } from '@sr/valuation';
import { CONTACT_FIELDS } from './domain/contacts';
import type { Contacts, Plan } from './domain/plan';
import { lineWarnings, type LineWarning, type PlanLine } from './domain/plan-line';
import type { Proposal } from './domain/proposal';
import { planExtensions } from './persistence/extension.store';
import type { PlanExtension } from './persistence/plan.schema';
import { linesOf } from './persistence/line.store';
import { countPlansWith, listPlans, type PlanFilter } from './persistence/plan-list.store';
import {
  membersInScope,
  membersOf,
  planInScope,
  plansById,
  plansOf,
  plansOfContracts,
  type PlanOfContract,
} from './persistence/plan.store';
import { proposalsOfPlan } from './persistence/proposal.store';
import { plannedValue, together } from './planned-value';
import { planUnknown, valueTableUnknown } from './plans.errors';

/** How many obligations, and their amounts in force together. */
export interface ObligationTotal {
  readonly obligations: number;
  readonly amountCents: Cents;
}

/** A plan as a list shows it. */
export interface PlanSummary extends Plan {
  readonly supplierGroupName: string;
  readonly valueTable: string;
  /** The names of those who lead it and stand in. */
  readonly contactNames: Readonly<Record<keyof Contacts, string | null>>;
  /** Of the obligations that the reader may see. */
  readonly seen: ObligationTotal;
  /** The plan of action was due before today and is not approved. */
  readonly overdue: boolean;
}

export interface PlanMember extends Obligation {
  readonly joinedAt: Date;
}

export interface LineView extends PlanLine {
  readonly valueCents: Cents | null;
  /** The value times the confidence. */
  readonly expectedCents: Cents | null;
  readonly warnings: readonly LineWarning[];
}

/** A proposal with what it is about. */
export interface ProposalView extends Proposal {
  readonly planName: string;
  readonly valueTable: string;
  readonly obligation: Obligation;
  /** The plan that the obligation is in now: it leaves that one on agreement. */
  readonly presentPlanId: string | null;
  readonly proposedByName: string | null;
  readonly answeredByName: string | null;
}

/** A plan whole, as far as the reader may see it. */
export interface PlanDetail extends PlanSummary {
  readonly submittedByName: string | null;
  readonly members: readonly PlanMember[];
  /** All obligations that the reader may not see, as one sum: those of other principals. */
  readonly others: ObligationTotal;
  readonly proposals: readonly ProposalView[];
  readonly lines: readonly LineView[];
  /** How the supplier got more time for its plan of action, the first time first. */
  readonly extensions: readonly (PlanExtension & { readonly extendedByName: string | null })[];
  /** The values of the lines together, as they are and times their confidence. */
  readonly plannedCents: Cents | null;
  readonly expectedCents: Cents | null;
}

/** Reading plans: lists, one plan whole, and what is worked out from them. */
@Injectable()
export class PlanViewsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly people: PeopleService,
    private readonly valuation: ValuationService,
    private readonly contracts: ContractsService,
  ) {}

  /** The plans that the actor may see, by name, a page at a time. */
  list(actor: Actor, filter: PlanFilter, page: PageQuery): Promise<Page<PlanSummary>> {
    return this.db.read(actor, async (reader) => {
      const { items, next } = await listPlans(reader, filter, page);
      return { items: await this.summaries(reader, items), next };
    });
  }

  /** The plans that the actor may see and that pin this value table. Refuses `value-table.unknown` (not found). */
  listUses(
    actor: Actor,
    valueTable: string,
    page: PageQuery,
  ): Promise<Page<PlanSummary> & { readonly count: number | null }> {
    const countsAll = actor.scope.valueTables || actor.scope.everything;
    return this.db.read(actor, async (reader) => {
      const [table] = await this.valuation.tables(reader, [valueTable]);
      if (!table) throw new AppError('not-found', [valueTableUnknown()]);
      const { items, next } = await listPlans(reader, { valueTableId: table.id }, page);
      // A steward sees no plans, and has to know how many a table binds.
      const count = countsAll ? await withEverythingInSight(reader, (all) => countPlansWith(all, table.id)) : null;
      return { items: await this.summaries(reader, items), next, count };
    });
  }

  /** In which plan each of these contracts' obligations is now; left out where contract or plan is out of the actor's sight. */
  ofContracts(actor: Actor, contractIds: readonly string[]): Promise<PlanOfContract[]> {
    return this.db.read(actor, (reader) => plansOfContracts(reader, contractIds));
  }

  /** The plan with this id, whole; refuses `plan.unknown` (not found) also when it is out of the actor's sight. */
  find(actor: Actor, id: string): Promise<PlanDetail> {
    return this.db.read(actor, async (reader) => {
      const plan = await planInScope(reader, id);
      const [summary] = plan ? await this.summaries(reader, [plan]) : [];
      if (!plan || !summary) throw new AppError('not-found', [planUnknown()]);
      const members = (await this.membersOf(reader, [id])).get(id) ?? [];
      const extensions = await planExtensions(reader, id);
      const names = await this.people.names(reader, [
        plan.submittedBy,
        ...extensions.map(({ extendedBy }) => extendedBy),
      ]);
      const lines = await this.lineViews(reader, plan);
      return {
        ...summary,
        submittedByName: names.get(plan.submittedBy ?? '') ?? null,
        members,
        others: await this.others(reader, plan, members),
        proposals: await this.proposalViews(reader, await proposalsOfPlan(reader, id)),
        lines,
        extensions: extensions.map((extension) => {
          return { ...extension, extendedByName: names.get(extension.extendedBy) ?? null };
        }),
        plannedCents: together(lines.map(({ valueCents }) => valueCents)),
        expectedCents: together(lines.map(({ expectedCents }) => expectedCents)),
      };
    });
  }

  /** Proposals, each with its plan, its obligation and the names of who asked and who answered. */
  async proposalViews(reader: Reader, proposals: readonly Proposal[]): Promise<ProposalView[]> {
    const ids = proposals.map(({ obligationId }) => obligationId);
    const obligations = new Map((await this.contracts.obligations(reader, ids)).map((each) => [each.id, each]));
    const present = await plansOf(reader, ids);
    const plans = await plansById(
      reader,
      proposals.map(({ planId }) => planId),
    );
    const codes = await this.tableCodes(reader, plans);
    const planById = new Map(plans.map((plan) => [plan.id, plan]));
    const names = await this.people.names(
      reader,
      proposals.flatMap(({ proposedBy, answeredBy }) => [proposedBy, answeredBy]),
    );
    return proposals.flatMap((proposal) => {
      const plan = planById.get(proposal.planId);
      const obligation = obligations.get(proposal.obligationId);
      if (!plan || !obligation) return [];
      return {
        ...proposal,
        planName: plan.name,
        valueTable: codes.get(plan.valueTableId) ?? '',
        obligation,
        presentPlanId: present.get(obligation.id) ?? null,
        proposedByName: names.get(proposal.proposedBy) ?? null,
        answeredByName: names.get(proposal.answeredBy ?? '') ?? null,
      };
    });
  }

  private async summaries(reader: Reader, plans: readonly Plan[]): Promise<PlanSummary[]> {
    const members = await this.membersOf(
      reader,
      plans.map(({ id }) => id),
    );
    const groups = await this.identity.groupNames(
      reader,
      plans.map(({ supplierGroupId }) => supplierGroupId),
    );
    const codes = await this.tableCodes(reader, plans);
    const names = await this.people.names(
      reader,
      plans.flatMap((plan) => CONTACT_FIELDS.map((field) => plan[field])),
    );
    const today = this.clock.today();
    const nameOf = (id: string | null): string | null => names.get(id ?? '') ?? null;
    return plans.map((plan) => ({
      ...plan,
      supplierGroupName: groups.get(plan.supplierGroupId) ?? '',
      valueTable: codes.get(plan.valueTableId) ?? '',
      contactNames: {
        clientLeadId: nameOf(plan.clientLeadId),
        clientDeputyId: nameOf(plan.clientDeputyId),
        supplierLeadId: nameOf(plan.supplierLeadId),
        supplierDeputyId: nameOf(plan.supplierDeputyId),
      },
      seen: total(members.get(plan.id) ?? []),
      overdue: plan.dueOn !== null && plan.dueOn < today && plan.state !== 'APPROVED' && plan.state !== 'ENDED',
    }));
  }

  /** The members of these plans that the reader may see, by number. */
  private async membersOf(reader: Reader, planIds: readonly string[]): Promise<Map<string, PlanMember[]>> {
    const rows = await membersInScope(reader, planIds);
    const obligations = await this.contracts.obligations(
      reader,
      rows.map(({ obligationId }) => obligationId),
    );
    const places = new Map(rows.map((row) => [row.obligationId, row]));
    const byPlan = new Map<string, PlanMember[]>();
    for (const obligation of obligations) {
      const place = places.get(obligation.id);
      if (!place) continue;
      const members = byPlan.get(place.planId) ?? [];
      byPlan.set(place.planId, [...members, { ...obligation, joinedAt: place.joinedAt }]);
    }
    return byPlan;
  }

  /** The members that the reader may not see, as one sum. */
  private others(reader: Reader, plan: Plan, seen: readonly PlanMember[]): Promise<ObligationTotal> {
    const ids = new Set(seen.map(({ id }) => id));
    return withEverythingInSight(reader, async (whole) => {
      const members = await membersOf(whole, [plan.id]);
      const rest = members.map(({ obligationId }) => obligationId).filter((id) => !ids.has(id));
      return total(await this.contracts.obligations(whole, rest));
    });
  }

  private async lineViews(reader: Reader, plan: Plan): Promise<LineView[]> {
    const lines = await linesOf(reader, [plan.id]);
    if (lines.length === 0) return [];
    const table = await this.valuation.table(reader, plan.valueTableId);
    const terms = await withEverythingInSight(reader, async (whole) => {
      const ids = (await membersOf(whole, [plan.id])).map(({ obligationId }) => obligationId);
      const obligations = await this.contracts.obligations(whole, ids);
      return obligations.map(({ startsOn: from, endsOn: to }) => ({ from, to }));
    });
    return lines.map(({ planId: _planId, ...line }) => {
      const valueCents = plannedValue(this.valuation, table, line);
      const expectedCents = valueCents === null ? null : timesFraction(valueCents, line.confidenceBp, 10_000);
      return { ...line, valueCents, expectedCents, warnings: lineWarnings(line, terms) };
    });
  }

  /** The codes of the value tables that plans pin, by id. */
  private async tableCodes(reader: Reader, plans: readonly Plan[]): Promise<Map<string, string>> {
    const codes = new Map<string, string>();
    for (const id of new Set(plans.map(({ valueTableId }) => valueTableId))) {
      codes.set(id, (await this.valuation.table(reader, id)).code);
    }
    return codes;
  }
}

const total = (obligations: readonly Obligation[]): ObligationTotal => ({
  obligations: obligations.length,
  amountCents: sum(obligations.map(({ amountCents }) => amountCents)),
});
