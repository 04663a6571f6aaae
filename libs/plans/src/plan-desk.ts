import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ContractsService, type Obligation } from '@sr/contracts';
import { AppError, type Actor, type Violation } from '@sr/kernel';
import { Clock, appendEvent, recordChanges, type Reader, type Tx, withEverythingInSight } from '@sr/platform';
import { joinViolations, type Candidate } from './domain/membership';
import { planStale, type Plan } from './domain/plan';
import { UNANSWERED, proposeViolations } from './domain/proposal';
import { insertMemberships, membersOf, planInScope, plansOf } from './persistence/plan.store';
import { askedPrincipals, insertProposals, waiting } from './persistence/proposal.store';
import { planContractRepeated, planContractUnknown, planUnknown } from './plans.errors';
import type { PlansEvent } from './plans.events';

/** A change of a plan, as the audit trail tells it. */
export interface PlanChange {
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly reason?: string | null;
  /** The principal whose own matter it is. */
  readonly principalCode?: string | null;
  /** The event that tells others of it; what the ledger does, it tells itself. */
  readonly event?: PlansEvent;
}

/** An obligation that somebody named, and where. */
export interface NamedObligation {
  readonly obligation: Obligation;
  readonly field: string;
}

/** What the services of this library have in common: holding a plan, knowing whose it is, and writing down changes. */
@Injectable()
export class PlanDesk {
  constructor(
    private readonly clock: Clock,
    private readonly contracts: ContractsService,
  ) {}

  /** The plan, held until the transaction ends; refuses `plan.unknown` (not found). */
  async hold(tx: Tx, planId: string, how: 'for update' | 'for share' = 'for update'): Promise<Plan> {
    const plan = await planInScope(tx, planId, how);
    if (!plan) throw new AppError('not-found', [planUnknown()]);
    return plan;
  }

  /** The same, when it is at the version that was read; refuses `plan.stale` otherwise. */
  async holdVersion(tx: Tx, planId: string, version: number): Promise<Plan> {
    const plan = await this.hold(tx, planId);
    if (plan.version !== version) throw new AppError('stale', [planStale(plan.version)]);
    return plan;
  }

  /** The principals of a plan's obligations and of those proposed for it, by code, whoever asks. */
  principalCodes(reader: Reader, plan: Plan): Promise<string[]> {
    return withEverythingInSight(reader, async (whole) => {
      const members = await membersOf(whole, [plan.id]);
      const obligations = await this.contracts.obligations(
        whole,
        members.map(({ obligationId }) => obligationId),
      );
      const asked = await askedPrincipals(whole, plan.id);
      return [...new Set([...obligations.map(({ principalCode }) => principalCode), ...asked])];
    });
  }

  /**
   * The obligations of the contracts with these ids that are in the actor's scope, held, in the order of the list. Adds
   * `plan.contract_unknown` and `plan.contract_repeated` to `violations` for the others.
   */
  async named(tx: Tx, contractIds: readonly string[], violations: Violation[]): Promise<NamedObligation[]> {
    const held = await this.contracts.holdObligations(tx, [...new Set(contractIds)]);
    const byId = new Map(held.map((obligation) => [obligation.id, obligation]));
    const named: NamedObligation[] = [];
    contractIds.forEach((id, place) => {
      const field = `/contractIds/${place}`;
      const obligation = byId.get(id);
      if (!obligation) violations.push(planContractUnknown(field));
      else if (contractIds.indexOf(id) !== place) violations.push(planContractRepeated(field));
      else named.push({ obligation, field });
    });
    return named;
  }

  /** Why these obligations cannot be proposed for a plan, or cannot join it at once: every reason, or none. */
  async violations(
    tx: Tx,
    plan: Plan,
    named: readonly NamedObligation[],
    how: 'propose' | 'join',
  ): Promise<Violation[]> {
    const fields = new Map(named.map(({ obligation, field }) => [obligation.id, field]));
    const candidates = await this.candidates(
      tx,
      named.map(({ obligation }) => obligation),
    );
    const wait = how === 'propose' ? await waiting(tx, [...fields.keys()]) : new Set<string>();
    return candidates.flatMap((candidate) => {
      const field = fields.get(candidate.id) ?? '';
      return how === 'propose'
        ? proposeViolations({ ...candidate, waits: wait.has(candidate.id) }, plan, field)
        : joinViolations(candidate, plan, field);
    });
  }

  /** Asks the principals of these obligations whether they join the plan. */
  async propose(tx: Tx, actor: Actor, plan: Plan, obligations: readonly Obligation[]): Promise<void> {
    const proposedAt = this.clock.now();
    await insertProposals(
      tx,
      obligations.map(({ id, principalCode }) => ({
        ...UNANSWERED,
        id: randomUUID(),
        planId: plan.id,
        obligationId: id,
        principalCode,
        proposedBy: actor.id,
        proposedAt,
      })),
    );
    for (const { id: contractId, number, principalCode } of obligations) {
      await this.record(tx, actor, plan, {
        action: 'plan.obligation-proposed',
        detail: { contractId, number },
        principalCode,
        event: 'plans.obligation-proposed',
      });
    }
  }

  /** Makes obligations members of a plan that has no claims yet, so that the ledger has nothing to do. */
  async add(tx: Tx, actor: Actor, plan: Plan, obligations: readonly Obligation[]): Promise<void> {
    const ids = obligations.map(({ id }) => id);
    await insertMemberships(tx, plan.id, ids, this.clock.now());
    await this.contracts.noteInPlan(tx, ids, true);
    for (const { id: contractId, number, principalCode } of obligations) {
      const detail = { contractId, number };
      await this.record(tx, actor, plan, { action: 'plan.obligation-joined', detail, principalCode });
    }
  }

  /** What joining looks at of each of these obligations. */
  async candidates(reader: Reader, obligations: readonly Obligation[]): Promise<(Candidate & { id: string })[]> {
    const planIds = await plansOf(
      reader,
      obligations.map((obligation) => obligation.id),
    );
    return obligations.map(({ id, number, settledOn, supplierGroupId, principalCode, terms }) => ({
      id,
      number,
      settledOn,
      supplierGroupId,
      principalCode,
      formFree: terms.kind === 'FORM_FREE',
      planId: planIds.get(id) ?? null,
    }));
  }

  /** Writes a change down: for the supplier, for the principal whose matter it is, and for those who are told. */
  async record(tx: Tx, actor: Actor, plan: Plan, change: PlanChange): Promise<void> {
    const { action, detail, reason, principalCode, event } = change;
    const now = this.clock.now();
    const code = principalCode ?? plan.verifiedBy;
    await recordChanges(tx, actor, now, [
      {
        action,
        subject: 'plan',
        subjectId: plan.id,
        detail,
        supplierGroupId: plan.supplierGroupId,
        ...(reason === null || reason === undefined ? {} : { reason }),
        ...(code === null ? {} : { principalCode: code }),
      },
    ]);
    if (event !== undefined) await appendEvent<PlansEvent>(tx, now, { type: event, payload: { planId: plan.id } });
  }
}
