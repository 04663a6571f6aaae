import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ContractsService, type Obligation } from '@sr/contracts';
import { IdentityService, PeopleService, ReferenceService } from '@sr/identity';
import { InvariantBroken, collect, refuseIf, type Actor, type LocalDate, type Scope, type Violation } from '@sr/kernel';
import { Clock, Db, type Tx, withEverythingInSight } from '@sr/platform';
import { ValuationService } from '@sr/valuation';
import { CONTACT_FIELDS, contactViolations, sideOf, type Side } from './domain/contacts';
import {
  NEW_PLAN,
  PLAN_TRANSITIONS,
  answersFor,
  dueTwoMonthsAfter,
  linesViolations,
  maySetLines,
  planEnded,
  planEventViolations,
  planReasonMissing,
  plansOfOthers,
  seesTo,
  type Contacts,
  type Plan,
  type PlanEvent,
  type PlanKind,
} from './domain/plan';
import { lineViolations, type PlanLine } from './domain/plan-line';
import { PlanDesk, type NamedObligation } from './plan-desk';
import { PlanViewsService, type PlanDetail } from './plan-views.service';
import { insertLines, linesOf } from './persistence/line.store';
import { insertPlan, membersOf, planByName, updatePlan } from './persistence/plan.store';
import { withdrawWaiting } from './persistence/proposal.store';
import { contractOfAnother, contractsMissing, planNameTaken, supplierGroupUnknown } from './plans.errors';

/** What somebody fills in for a new plan. */
export interface PlanDraft extends Partial<Contacts> {
  readonly name: string;
  readonly kind: PlanKind;
  readonly supplierGroupId: string;
  /** The code of the value table that the plan pins. */
  readonly valueTable: string;
  readonly contractIds: readonly string[];
  /** By when the supplier hands in its plan of action; two months from now unless said otherwise. */
  readonly dueOn?: LocalDate | undefined;
}

/** What can be changed of a plan by itself. */
export interface PlanEdit extends Partial<Contacts> {
  readonly version: number;
  readonly name?: string | undefined;
  readonly dueOn?: LocalDate | undefined;
  /** Why the plan of action is due on another day. */
  readonly reason?: string | undefined;
}

/** What an event asks for: the version that was read, and for some events the reason. */
export interface PlanStep {
  readonly version: number;
  readonly reason?: string | undefined;
}

const PAST = {
  submit: 'submitted',
  return: 'returned',
  approve: 'approved',
  amend: 'amended',
  end: 'ended',
} as const satisfies Record<PlanEvent, string>;

/** How a plan comes to be and changes: its draft, its contacts, its plan of action, and its way to approval. */
@Injectable()
export class PlanChangesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly reference: ReferenceService,
    private readonly people: PeopleService,
    private readonly valuation: ValuationService,
    private readonly contracts: ContractsService,
    private readonly desk: PlanDesk,
    private readonly views: PlanViewsService,
  ) {}

  /**
   * Makes a draft and pins its value table. The network proposes the obligations of these contracts to their principals; a
   * principal names contracts of its own, which are in the plan at once, and verifies it itself when it takes no part in
   * the network. Refuses, all at once, `plan.name_taken`, `plan.supplier_group_unknown`, `value-table.unknown`,
   * `value-table.not_approved`, `plan.contract_unknown`, `plan.contract_repeated`, `plan.contract_of_another`,
   * `plan.contracts_missing`, who cannot be a contact, and why an obligation cannot be in the plan.
   */
  async make(actor: Actor, draft: PlanDraft): Promise<PlanDetail> {
    const id = await this.db.write(actor, async (tx) => {
      const violations: Violation[] = [];
      const named = await this.desk.named(tx, draft.contractIds, violations);
      const obligations = named.map(({ obligation }) => obligation);
      const proposes = actor.scope.network || actor.scope.everything;
      if (!proposes) violations.push(...ownViolations(actor.scope, named));
      const valueTable = await this.tableToPin(tx, draft, violations);
      // Who makes a plan leads it, until somebody is named.
      const leads = { ...contactsOf(NEW_PLAN), clientLeadId: actor.scope.personId };
      const plan: Plan = {
        ...NEW_PLAN,
        ...leads,
        ...contactsOf(draft),
        id: randomUUID(),
        name: draft.name,
        kind: draft.kind,
        supplierGroupId: draft.supplierGroupId,
        valueTableId: valueTable?.id ?? '',
        verifiedBy: proposes ? null : await this.ownVerifier(tx, obligations),
        dueOn: draft.dueOn ?? dueTwoMonthsAfter(this.clock.today()),
        recordedAt: this.clock.now(),
      };
      violations.push(...(await this.contactsViolations(tx, plan, codesOf(obligations), leads, contactsOf(draft))));
      violations.push(...(await this.desk.violations(tx, plan, named, proposes ? 'propose' : 'join')));
      refuseIf(violations);
      if (!valueTable) throw new InvariantBroken('plans', 'a plan without violations has a value table');
      await this.insert(tx, actor, plan, obligations, draft.valueTable, proposes);
      return plan.id;
    });
    return this.views.find(actor, id);
  }

  /**
   * Changes name, contacts or the day on which the plan of action is due (for a reason). Refuses, all at once,
   * `plan.unknown` (not found), `plan.stale`, `plan.of_others`, `plan.ended`, `plan.name_taken`, `plan.reason_missing` and
   * who cannot be a contact.
   */
  edit(actor: Actor, planId: string, edit: PlanEdit): Promise<PlanDetail> {
    return this.change(actor, planId, edit, seesTo);
  }

  /** The supplier names who leads for it and who stands in. Refuses as `edit` does. */
  nameSupplierContacts(
    actor: Actor,
    planId: string,
    contacts: Pick<PlanEdit, 'version' | 'supplierLeadId' | 'supplierDeputyId'>,
  ): Promise<PlanDetail> {
    return this.change(actor, planId, contacts, maySetLines);
  }

  /**
   * Writes the plan of action anew: all its lines, as one edition; earlier editions are kept. Refuses, all at once,
   * `plan.unknown` (not found), `plan.stale`, `plan.of_others`, `plan.lines_fixed`, `plan.ended` and what is wrong with a
   * line: `plan.line_block_unknown`, `plan.line_figures_wrong`, `plan.line_backwards`, `plan.line_region_unknown`.
   */
  async writeLines(actor: Actor, planId: string, version: number, lines: readonly PlanLine[]): Promise<PlanDetail> {
    const regions = new Set((await this.reference.regions()).map(({ code }) => code));
    await this.db.write(actor, async (tx) => {
      const plan = await this.desk.holdVersion(tx, planId, version);
      const codes = await this.desk.principalCodes(tx, plan);
      const { blocks } = await this.valuation.table(tx, plan.valueTableId);
      const kinds = new Map(blocks.map(({ code, kind }) => [code, kind]));
      const violations: Violation[] = maySetLines(actor.scope, plan, codes) ? [] : [plansOfOthers()];
      violations.push(...linesViolations(plan));
      lines.forEach((line, place) => {
        violations.push(...lineViolations(line, kinds.get(line.block) ?? null, regions, `/lines/${place}`));
      });
      refuseIf(violations);
      const edition = plan.edition + 1;
      await insertLines(tx, planId, edition, lines);
      await updatePlan(tx, planId, { edition, version: version + 1 });
      await this.desk.record(tx, actor, plan, {
        action: 'plan.lines-written',
        detail: { edition: { from: plan.edition, to: edition }, lines: lines.length },
        principalCode: only(codes),
        event: 'plans.changed',
      });
    });
    return this.views.find(actor, planId);
  }

  /** The supplier hands its plan of action in. Refuses what `planEventViolations` tells of it, and as `edit` does. */
  submit(actor: Actor, planId: string, step: PlanStep): Promise<PlanDetail> {
    return this.move(actor, planId, 'submit', step);
  }

  /** Sends a submitted plan of action back, with the reason. */
  sendBack(actor: Actor, planId: string, step: PlanStep): Promise<PlanDetail> {
    return this.move(actor, planId, 'return', step);
  }

  /** Approves a submitted plan of action; never by who submitted it. */
  approve(actor: Actor, planId: string, step: PlanStep): Promise<PlanDetail> {
    return this.move(actor, planId, 'approve', step);
  }

  /** Opens an approved plan of action for other lines, with the reason; it has to be submitted and approved again. */
  amend(actor: Actor, planId: string, step: PlanStep): Promise<PlanDetail> {
    return this.move(actor, planId, 'amend', step);
  }

  /** Ends a plan without open obligations, with the reason; what still waits for an answer is withdrawn. */
  end(actor: Actor, planId: string, step: PlanStep): Promise<PlanDetail> {
    return this.move(actor, planId, 'end', step);
  }

  private async change(
    actor: Actor,
    planId: string,
    edit: PlanEdit,
    may: typeof seesTo | typeof maySetLines,
  ): Promise<PlanDetail> {
    await this.db.write(actor, async (tx) => {
      const plan = await this.desk.holdVersion(tx, planId, edit.version);
      const codes = await this.desk.principalCodes(tx, plan);
      const { name = plan.name, dueOn = plan.dueOn } = edit;
      const wanted = { name, dueOn, ...contactsOf(plan), ...contactsOf(edit) };
      const violations: Violation[] = may(actor.scope, plan, codes) ? [] : [plansOfOthers()];
      if (plan.state === 'ENDED') violations.push(planEnded());
      if (name !== plan.name && (await planByName(tx, plan.supplierGroupId, name))) {
        violations.push(planNameTaken(name, '/name'));
      }
      if (dueOn !== plan.dueOn && (edit.reason ?? '').trim() === '') violations.push(planReasonMissing());
      violations.push(...(await this.contactsViolations(tx, plan, codes, contactsOf(plan), contactsOf(edit))));
      refuseIf(violations);
      const changed = changesOf(plan, wanted);
      if (Object.keys(changed.to).length === 0) return;
      await updatePlan(tx, planId, { ...changed.to, version: plan.version + 1 });
      await this.desk.record(tx, actor, plan, {
        action: 'plan.changed',
        detail: changed,
        reason: edit.reason ?? null,
        principalCode: only(codes),
        event: 'plans.changed',
      });
    });
    return this.views.find(actor, planId);
  }

  private async move(actor: Actor, planId: string, event: PlanEvent, step: PlanStep): Promise<PlanDetail> {
    await this.db.write(actor, async (tx) => {
      const plan = await this.desk.holdVersion(tx, planId, step.version);
      const codes = await this.desk.principalCodes(tx, plan);
      const may = event === 'submit' ? maySetLines : seesTo;
      const violations: Violation[] = may(actor.scope, plan, codes) ? [] : [plansOfOthers()];
      const reason = step.reason ?? null;
      const lines = (await linesOf(tx, [planId])).length;
      const openObligations = await this.openObligations(tx, plan);
      violations.push(...planEventViolations(plan, event, { actorId: actor.id, reason, lines, openObligations }));
      refuseIf(violations);
      const state = PLAN_TRANSITIONS[plan.state][event] ?? plan.state;
      const submittedBy = event === 'submit' ? actor.id : plan.submittedBy;
      await updatePlan(tx, planId, { state, submittedBy, stateReason: reason, version: plan.version + 1 });
      if (event === 'end')
        await withEverythingInSight(tx, (whole) => withdrawWaiting(whole, planId, actor.id, this.clock.now()));
      await this.desk.record(tx, actor, plan, {
        action: `plan.${PAST[event]}`,
        detail: { state: { from: plan.state, to: state }, edition: plan.edition },
        reason,
        principalCode: only(codes),
        event: `plans.${PAST[event]}`,
      });
    });
    return this.views.find(actor, planId);
  }

  private async insert(
    tx: Tx,
    actor: Actor,
    plan: Plan,
    obligations: readonly Obligation[],
    valueTable: string,
    proposes: boolean,
  ): Promise<void> {
    await insertPlan(tx, plan);
    await this.valuation.pin(tx, plan.valueTableId);
    const { name, kind, supplierGroupId, verifiedBy, dueOn } = plan;
    await this.desk.record(tx, actor, plan, {
      action: 'plan.created',
      detail: { name, kind, supplierGroupId, verifiedBy, dueOn, valueTable, ...contactsOf(plan) },
      principalCode: proposes ? null : only(codesOf(obligations)),
      event: 'plans.created',
    });
    await (proposes ? this.desk.propose(tx, actor, plan, obligations) : this.desk.add(tx, actor, plan, obligations));
  }

  private async tableToPin(tx: Tx, draft: PlanDraft, violations: Violation[]) {
    const { name, supplierGroupId } = draft;
    if (await planByName(tx, supplierGroupId, name)) violations.push(planNameTaken(name, '/name'));
    const groups = await this.identity.groupNames(tx, [supplierGroupId]);
    if (!groups.has(supplierGroupId)) violations.push(supplierGroupUnknown('/supplierGroupId'));
    return collect(violations, () => this.valuation.tableToPin(tx, draft.valueTable));
  }

  /** Who verifies a principal's own plan: the network when the principal takes part in it today, else the principal. */
  private async ownVerifier(tx: Tx, obligations: readonly Obligation[]): Promise<string | null> {
    const code = only(codesOf(obligations));
    const members = await this.identity.membersOn(tx, this.clock.today());
    return code === null || members.includes(code) ? null : code;
  }

  private async contactsViolations(
    tx: Tx,
    plan: Plan,
    codes: readonly string[],
    before: Contacts,
    change: Partial<Contacts>,
  ): Promise<Violation[]> {
    const today = this.clock.today();
    const sides = new Map<string, Side | null>();
    for (const field of CONTACT_FIELDS) {
      const id = change[field];
      if (id === undefined || id === null || id === before[field]) continue;
      // Whoever makes the plan need not see the people of the other side; only whether they are of it is told.
      const person = await withEverythingInSight(tx, (whole) => this.people.person(whole, id));
      const partTakes = person !== null && (person.endedOn === null || person.endedOn > today);
      sides.set(id, partTakes ? sideOf(person.organisation, plan, codes) : null);
    }
    return contactViolations(before, change, sides);
  }

  private openObligations(tx: Tx, plan: Plan): Promise<number> {
    return withEverythingInSight(tx, async (whole) => {
      const members = await membersOf(whole, [plan.id]);
      const obligations = await this.contracts.obligations(
        whole,
        members.map(({ obligationId }) => obligationId),
      );
      return obligations.filter(({ settledOn }) => settledOn === null).length;
    });
  }
}

const codesOf = (obligations: readonly Obligation[]): string[] => [
  ...new Set(obligations.map(({ principalCode }) => principalCode)),
];
const only = (codes: readonly string[]): string | null => (codes.length === 1 ? (codes[0] ?? null) : null);

/** A principal makes a plan of contracts of its own, and of at least one. */
function ownViolations(scope: Scope, named: readonly NamedObligation[]): Violation[] {
  const others = named.filter(({ obligation }) => !answersFor(scope, obligation.principalCode));
  if (named.length === 0) return [contractsMissing()];
  return others.map(({ field }) => contractOfAnother(field));
}

/** The contacts among other fields; one that is not said is left out. */
function contactsOf(fields: Contacts): Contacts;
function contactsOf(fields: Partial<Contacts>): Partial<Contacts>;
function contactsOf(fields: Partial<Contacts>): Partial<Contacts> {
  return Object.fromEntries(
    CONTACT_FIELDS.filter((field) => fields[field] !== undefined).map((field) => [field, fields[field]]),
  );
}

type Editable = Contacts & Pick<Plan, 'name' | 'dueOn'>;

/** The fields that a change really changes, from what to what. */
function changesOf(plan: Plan, wanted: Editable): { from: Partial<Editable>; to: Partial<Editable> } {
  const changed = (['name', 'dueOn', ...CONTACT_FIELDS] as const).filter((field) => wanted[field] !== plan[field]);
  const pick = (fields: Editable): Partial<Editable> =>
    Object.fromEntries(changed.map((field) => [field, fields[field]]));
  return { from: pick(plan), to: pick(wanted) };
}
