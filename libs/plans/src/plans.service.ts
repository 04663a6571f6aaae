import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ContractsService, type Obligation } from '@sr/contracts';
import { IdentityService } from '@sr/identity';
import { InvariantBroken, collect, refuseIf, type Actor, type Violation } from '@sr/kernel';
import { Clock, Db, appendEvent, recordChanges, type Reader, type Tx } from '@sr/platform';
import { ValuationService, type StoredValueTable } from '@sr/valuation';
import { joinViolations, leaveViolations, type Candidate } from './domain/membership';
import type { Plan } from './persistence/plan.schema';
import {
  endMembership,
  insertMemberships,
  insertPlan,
  membersOf,
  planById,
  planByName,
  plansById,
  plansOf,
} from './persistence/plan.store';
import { obligationRepeated, planNameTaken, supplierOutsidePlan } from './plans.errors';

/** What a coordinator makes: a plan for a supplier group, with the obligations whose principals agreed. */
export interface PlanRegistration {
  readonly name: string;
  readonly supplierGroupId: string;
  /** The code of the value table that the plan pins. */
  readonly valueTable: string;
  /** Contract numbers; may be empty. */
  readonly obligations: readonly string[];
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
  ) {}

  /**
   * Makes a plan and pins its value table. Refuses, all at once: `plan.name_taken`, `value-table.unknown`,
   * `contract.unknown`, `contract.exempt`, and per obligation what `join` refuses.
   */
  async create(actor: Actor, registration: PlanRegistration): Promise<Plan> {
    const { name, supplierGroupId } = registration;
    return this.db.write(async (tx) => {
      const violations: Violation[] = [];
      if (await planByName(tx, supplierGroupId, name)) violations.push(planNameTaken(name));
      const valueTable = await collect(violations, () => this.valuation.tableToPin(tx, registration.valueTable));
      const ids = await this.obligationIds(tx, registration.obligations, violations);
      const obligations = await this.contracts.holdObligations(tx, ids);
      const candidates = await this.candidates(tx, obligations);
      for (const candidate of candidates) violations.push(...joinViolations(candidate, supplierGroupId, 'obligations'));
      refuseIf(violations);
      if (!valueTable) throw new InvariantBroken('plans', 'a plan without violations has a value table');

      const plan = {
        id: randomUUID(),
        name,
        supplierGroupId,
        valueTableId: valueTable.id,
        recordedAt: this.clock.now(),
      };
      await insertPlan(tx, plan);
      await this.valuation.pin(tx, valueTable.id);
      await insertMemberships(tx, plan.id, ids, plan.recordedAt);
      await recordChanges(tx, actor, plan.recordedAt, [
        { action: 'plan.created', subject: 'plan', subjectId: plan.id, detail: { ...registration } },
      ]);
      await appendEvent(tx, plan.recordedAt, { type: 'plans.created', payload: { planId: plan.id } });
      return plan;
    });
  }

  /** The plan with this id, which must exist. */
  async plan(reader: Reader, id: string): Promise<Plan> {
    const plan = await planById(reader, id);
    if (!plan) throw new InvariantBroken('plans', `there is no plan ${id}`);
    return plan;
  }

  /** The plans with these ids, in any order, each once. */
  plans(reader: Reader, ids: readonly string[]): Promise<Plan[]> {
    return plansById(reader, ids);
  }

  /** Why a supplier cannot report in the plan: it is not of the plan's supplier group. Nothing when it is. */
  async supplierViolations(reader: Reader, plan: Plan, kvkNumber: string): Promise<Violation[]> {
    const supplier = await this.identity.supplier(reader, kvkNumber);
    return supplier?.groupId === plan.supplierGroupId ? [] : [supplierOutsidePlan(kvkNumber)];
  }

  /** The value table that the plan pins. */
  valueTable(reader: Reader, plan: Plan): Promise<StoredValueTable> {
    return this.valuation.table(reader, plan.valueTableId);
  }

  /** The members of each of these plans now. */
  members(reader: Reader, planIds: readonly string[]): Promise<{ planId: string; obligationId: string }[]> {
    return membersOf(reader, planIds);
  }

  /** Which plan each of these obligations is in now. */
  plansOf(reader: Reader, obligationIds: readonly string[]): Promise<Map<string, string>> {
    return plansOf(reader, obligationIds);
  }

  /** Makes an obligation a member. Refuses `plan.obligation_already_in_a_plan` and the like. Only the ledger calls this. */
  async join(tx: Tx, actor: Actor, plan: Plan, obligation: Obligation): Promise<void> {
    const candidates = await this.candidates(tx, [obligation]);
    refuseIf(candidates.flatMap((candidate) => joinViolations(candidate, plan.supplierGroupId, 'obligation')));
    await insertMemberships(tx, plan.id, [obligation.id], this.clock.now());
    await this.recordMembership(tx, actor, 'plan.obligation-joined', plan, obligation);
  }

  /** Ends a membership. Refuses `plan.obligation_not_in_plan`. Only the ledger calls this. */
  async leave(tx: Tx, actor: Actor, plan: Plan, obligation: Obligation): Promise<void> {
    const candidates = await this.candidates(tx, [obligation]);
    refuseIf(candidates.flatMap((candidate) => leaveViolations(candidate, plan.id, 'obligation')));
    await endMembership(tx, plan.id, obligation.id, this.clock.now());
    await this.recordMembership(tx, actor, 'plan.obligation-left', plan, obligation);
  }

  private async recordMembership(
    tx: Tx,
    actor: Actor,
    action: string,
    plan: Plan,
    obligation: Obligation,
  ): Promise<void> {
    const detail = { contractId: obligation.id, number: obligation.number };
    await recordChanges(tx, actor, this.clock.now(), [{ action, subject: 'plan', subjectId: plan.id, detail }]);
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

  private async candidates(tx: Tx, obligations: readonly Obligation[]): Promise<Candidate[]> {
    const planIds = await plansOf(
      tx,
      obligations.map((obligation) => obligation.id),
    );
    return obligations.map(({ id, number, settledOn, supplierGroupId }) => ({
      number,
      settledOn,
      supplierGroupId,
      planId: planIds.get(id) ?? null,
    }));
  }
}
