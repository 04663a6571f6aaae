import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ContractsService, type Obligation } from '@sr/contracts';
import { IdentityService } from '@sr/identity';
import { AppError, InvariantBroken, collect, refuseIf, type Actor, type Cents, type Violation } from '@sr/kernel';
import { Clock, Db, appendEvent, recordChanges, type Reader, type Tx } from '@sr/platform';
import { ValuationService, type StoredValueTable } from '@sr/valuation';
import { fitViolations, joinViolations, leaveViolations } from './domain/membership';
import { NEW_PLAN, answersFor, planEnded, type Plan, type PlanKind } from './domain/plan';
import { PROPOSAL_TRANSITIONS, answerViolations, notYoursToAnswer } from './domain/proposal';
import { PlanDesk } from './plan-desk';
import { linesOf, type StoredLine } from './persistence/line.store';
import {
  endMembership,
  everMembersOf,
  insertMemberships,
  insertPlan,
  membersOf,
  ownPlanOf,
  planByName,
  planInScope,
  plansById,
  plansInScope,
  plansOf,
  plansOfGroup,
  sharedMembersOf,
} from './persistence/plan.store';
import { holdProposal, writeAnswer } from './persistence/proposal.store';
import { plannedValue } from './planned-value';
import { obligationRepeated, planNameTaken, planUnknown, proposalUnknown, supplierOutsidePlan } from './plans.errors';
import type { PlansEvent } from './plans.events';

/** What a coordinator makes: a plan for a supplier group, with the obligations whose principals agreed. */
export interface PlanRegistration {
  readonly name: string;
  readonly supplierGroupId: string;
  /** The code of the value table that the plan pins. */
  readonly valueTable: string;
  /** Contract numbers; may be empty. */
  readonly obligations: readonly string[];
  /** The principal (by code) that verifies it, where the network does not; its obligations are all of that principal. */
  readonly verifiedBy?: string | null;
}

/** What a supplier plans in a plan, with what it would be worth (see `plannedValue`). */
export interface PlannedLine extends StoredLine {
  readonly valueCents: Cents | null;
}

/** What a principal answers to a proposal. */
export interface ProposalAnswer {
  readonly agree: boolean;
  /** Why not; when it agrees it may say why. */
  readonly reason: string | null;
}

/** What follows from an answer: the ledger lets the obligation leave the one plan and join the other. */
export interface AnsweredProposal {
  readonly plan: Plan;
  readonly obligationId: string;
  readonly agreed: boolean;
  /** The plan that it is followed in now and leaves, if it agreed; null when it is in none. */
  readonly leavesPlanId: string | null;
}

/** The supplier plan: which obligations are followed together, and with which value table. */
@Injectable()
export class PlansService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly valuation: ValuationService,
    private readonly contracts: ContractsService,
    private readonly desk: PlanDesk,
  ) {}

  /**
   * Makes a plan that was agreed on before and pins its value table. Refuses, all at once: `plan.name_taken`,
   * `value-table.unknown`, `contract.unknown`, `contract.exempt`, and per obligation what `join` refuses.
   */
  async create(actor: Actor, registration: PlanRegistration): Promise<Plan> {
    const { name, supplierGroupId } = registration;
    return this.db.write(actor, async (tx) => {
      const violations: Violation[] = [];
      if (await planByName(tx, supplierGroupId, name)) violations.push(planNameTaken(name));
      const valueTable = await collect(violations, () => this.valuation.tableToPin(tx, registration.valueTable));
      const ids = await this.obligationIds(tx, registration.obligations, violations);
      const obligations = await this.contracts.holdObligations(tx, ids);
      const agreed = { ...NEW_PLAN, state: 'APPROVED', verifiedBy: registration.verifiedBy ?? null } as const;
      for (const candidate of await this.desk.candidates(tx, obligations)) {
        violations.push(...joinViolations(candidate, { ...agreed, supplierGroupId }, 'obligations'));
      }
      refuseIf(violations);
      if (!valueTable) throw new InvariantBroken('plans', 'a plan without violations has a value table');

      const recordedAt = this.clock.now();
      const plan: Plan = {
        ...agreed,
        id: randomUUID(),
        name,
        supplierGroupId,
        valueTableId: valueTable.id,
        recordedAt,
      };
      await insertPlan(tx, plan);
      await this.valuation.pin(tx, valueTable.id);
      await insertMemberships(tx, plan.id, ids, recordedAt);
      await this.contracts.noteInPlan(tx, ids, true);
      await recordChanges(tx, actor, recordedAt, [
        { action: 'plan.created', subject: 'plan', subjectId: plan.id, detail: { ...registration }, supplierGroupId },
      ]);
      await appendEvent<PlansEvent>(tx, recordedAt, { type: 'plans.created', payload: { planId: plan.id } });
      return plan;
    });
  }

  /** The plan with this id, in the reader's scope; refuses `plan.unknown` (not found). */
  async plan(reader: Reader, id: string): Promise<Plan> {
    const plan = await planInScope(reader, id);
    if (!plan) throw new AppError('not-found', [planUnknown()]);
    return plan;
  }

  /** The plans with these ids, in any order, each once. */
  plans(reader: Reader, ids: readonly string[]): Promise<Plan[]> {
    return plansById(reader, ids);
  }

  /** Of the plans with these ids those that are in the reader's scope, by name. */
  plansInSight(reader: Reader, ids: readonly string[]): Promise<Plan[]> {
    return plansInScope(reader, ids);
  }

  /** The plans of a supplier group that are in the reader's scope, by name. */
  plansOfGroup(reader: Reader, supplierGroupId: string): Promise<Plan[]> {
    return plansOfGroup(reader, supplierGroupId);
  }

  /** Why a supplier cannot report in the plan: it is of another group, or the plan has ended. Nothing when it can. */
  async supplierViolations(reader: Reader, plan: Plan, kvkNumber: string): Promise<Violation[]> {
    const violations = plan.state === 'ENDED' ? [planEnded()] : [];
    const supplier = await this.identity.supplier(reader, kvkNumber);
    if (supplier?.groupId !== plan.supplierGroupId) violations.push(supplierOutsidePlan(kvkNumber));
    return violations;
  }

  /** The value table that the plan pins. */
  valueTable(reader: Reader, plan: Plan): Promise<StoredValueTable> {
    return this.valuation.table(reader, plan.valueTableId);
  }

  /** The value tables that these plans pin, by the id of the plan. */
  async valueTables(reader: Reader, plans: readonly Plan[]): Promise<Map<string, StoredValueTable>> {
    const tables = new Map<string, StoredValueTable>();
    for (const id of new Set(plans.map(({ valueTableId }) => valueTableId))) {
      tables.set(id, await this.valuation.table(reader, id));
    }
    return new Map(
      plans.flatMap(({ id, valueTableId }) => {
        const table = tables.get(valueTableId);
        return table ? [[id, table] as const] : [];
      }),
    );
  }

  /** The members of each of these plans now. */
  members(reader: Reader, planIds: readonly string[]): Promise<{ planId: string; obligationId: string }[]> {
    return membersOf(reader, planIds);
  }

  /** Everything that is or ever was a member of these plans, as far as its contract is in the reader's scope. */
  everMembers(reader: Reader, planIds: readonly string[]): Promise<{ planId: string; obligationId: string }[]> {
    return everMembersOf(reader, planIds);
  }

  /** The obligations of a principal that are in a plan now that the network verifies: what moves when it leaves. */
  sharedMembers(reader: Reader, principalCode: string): Promise<{ planId: string; obligationId: string }[]> {
    return sharedMembersOf(reader, principalCode);
  }

  /** Which plan each of these obligations is in now. */
  plansOf(reader: Reader, obligationIds: readonly string[]): Promise<Map<string, string>> {
    return plansOf(reader, obligationIds);
  }

  /** What is planned in each of these plans now, with what it would be worth: the lines of their present editions. */
  async plannedLines(reader: Reader, planIds: readonly string[]): Promise<PlannedLine[]> {
    const tables = await this.valueTables(reader, await plansById(reader, planIds));
    const lines = await linesOf(reader, planIds);
    return lines.flatMap((line) => {
      const table = tables.get(line.planId);
      return table ? { ...line, valueCents: plannedValue(this.valuation, table, line) } : [];
    });
  }

  /** Makes an obligation a member. Refuses `plan.obligation_already_in_a_plan` and the like. Only the ledger calls this. */
  async join(tx: Tx, actor: Actor, plan: Plan, obligation: Obligation): Promise<void> {
    const held = await this.desk.hold(tx, plan.id, 'for share');
    const candidates = await this.desk.candidates(tx, [obligation]);
    refuseIf(candidates.flatMap((candidate) => joinViolations(candidate, held, 'obligation')));
    await insertMemberships(tx, plan.id, [obligation.id], this.clock.now());
    await this.contracts.noteInPlan(tx, [obligation.id], true);
    await this.recordMembership(tx, actor, 'plan.obligation-joined', plan, obligation);
  }

  /** Ends a membership. Refuses `plan.obligation_not_in_plan`. Only the ledger calls this. */
  async leave(tx: Tx, actor: Actor, plan: Plan, obligation: Obligation): Promise<void> {
    const candidates = await this.desk.candidates(tx, [obligation]);
    refuseIf(candidates.flatMap((candidate) => leaveViolations(candidate, plan.id, 'obligation')));
    await endMembership(tx, plan.id, obligation.id, this.clock.now());
    await this.contracts.noteInPlan(tx, [obligation.id], false);
    await this.recordMembership(tx, actor, 'plan.obligation-left', plan, obligation);
  }

  /**
   * Records what the principal of a contract answers to the proposal that it joins a plan, and says what the ledger has
   * to do then. Agreeing is also to the value table of the plan, which is written down with it. Refuses, all at once,
   * `proposal.unknown` (not found), `proposal.of_another_principal`, `proposal.not_open`, `plan.reason_missing` (of a no),
   * `plan.ended` and why the obligation does not fit. Only the ledger calls this.
   */
  async answerProposal(
    tx: Tx,
    actor: Actor,
    planId: string,
    contractId: string,
    { agree, reason }: ProposalAnswer,
  ): Promise<AnsweredProposal> {
    const obligations = await this.contracts.holdObligations(tx, [contractId]);
    const plan = await this.desk.hold(tx, planId, 'for share');
    const proposal = await holdProposal(tx, planId, contractId);
    if (!proposal) throw new AppError('not-found', [proposalUnknown()]);
    const event = agree ? 'agree' : 'decline';
    const violations = answerViolations(proposal, plan, event, reason);
    if (!answersFor(actor.scope, proposal.principalCode)) violations.unshift(notYoursToAnswer());
    const [candidate] = await this.desk.candidates(tx, obligations);
    if (!candidate) throw new InvariantBroken('plans', 'what was proposed is an obligation');
    if (agree) violations.push(...fitViolations(candidate, plan, 'obligation'));
    refuseIf(violations);

    const { code: valueTable } = await this.valuation.table(tx, plan.valueTableId);
    const state = PROPOSAL_TRANSITIONS[proposal.state][event] ?? proposal.state;
    await writeAnswer(tx, proposal.id, {
      state,
      answeredBy: actor.id,
      answeredAt: this.clock.now(),
      reason,
      agreedValueTable: agree ? valueTable : null,
    });
    await this.desk.record(tx, actor, plan, {
      action: agree ? 'plan.proposal-agreed' : 'plan.proposal-declined',
      detail: { contractId, number: candidate.number, valueTable, state: { from: proposal.state, to: state } },
      reason,
      principalCode: proposal.principalCode,
      event: 'plans.proposal-answered',
    });
    return { plan, obligationId: contractId, agreed: agree, leavesPlanId: agree ? candidate.planId : null };
  }

  /**
   * The plan in which obligations of one principal go on by themselves, with that principal as the verifier: the one there
   * is for this supplier group, value table and kind, or a new one, approved at once. For a principal that leaves the
   * network; the ledger lets the obligations leave the shared plan and join this one.
   */
  async makeOwnPlan(
    tx: Tx,
    actor: Actor,
    principalCode: string,
    supplierGroupId: string,
    valueTableId: string,
    kind: PlanKind = 'BUNDLE',
  ): Promise<Plan> {
    const terms = { ...NEW_PLAN, kind, verifiedBy: principalCode, supplierGroupId, valueTableId };
    const known = await ownPlanOf(tx, terms);
    if (known) return known;
    const name = await this.freeName(tx, supplierGroupId, `${principalCode}: eigen plan`);
    const plan: Plan = { ...terms, state: 'APPROVED', id: randomUUID(), name, recordedAt: this.clock.now() };
    await insertPlan(tx, plan);
    await this.valuation.pin(tx, valueTableId);
    await this.desk.record(tx, actor, plan, {
      action: 'plan.created',
      detail: { name, kind, verifiedBy: principalCode, supplierGroupId, valueTableId },
      event: 'plans.created',
    });
    return plan;
  }

  private async freeName(tx: Tx, supplierGroupId: string, wanted: string): Promise<string> {
    let name = wanted;
    for (let attempt = 2; await planByName(tx, supplierGroupId, name); attempt += 1) name = `${wanted} ${attempt}`;
    return name;
  }

  private async recordMembership(
    tx: Tx,
    actor: Actor,
    action: string,
    plan: Plan,
    { id: contractId, number, principalCode }: Obligation,
  ): Promise<void> {
    await this.desk.record(tx, actor, plan, { action, detail: { contractId, number }, principalCode });
  }

  private async obligationIds(tx: Tx, numbers: readonly string[], violations: Violation[]): Promise<string[]> {
    const ids: string[] = [];
    for (const number of numbers) {
      const id = await collect(violations, () => this.contracts.obligationIdOf(tx, number, 'obligations'));
      if (id !== undefined && ids.includes(id)) violations.push(obligationRepeated('obligations', number));
      else if (id !== undefined) ids.push(id);
    }
    return ids;
  }
}
