import { Injectable } from '@nestjs/common';
import { PeopleService } from '@sr/identity';
import { AppError, InvariantBroken, orThrow, type Actor, type LocalDate, type Scoped } from '@sr/kernel';
import { Clock, Db, appendEvent, recordChanges, type Reader, type Tx } from '@sr/platform';
import { contractExempt, contractNotFound, settlementStale } from './contracts.errors';
import { ContractsService, type Obligation } from './contracts.service';
import {
  answerSettlement,
  finishSettlement,
  grantRemedy,
  proposeSettlement,
  type SettleableObligation,
  type SettlementProposal,
  type SettlementSoFar,
} from './domain/settlement';
import { holdContract } from './establish';
import type { SettlementRow } from './persistence/contract.schema';
import { contractById } from './persistence/contract.store';
import { insertSettlement, settlementOf, updateSettlement } from './persistence/settlement.store';
import type { ContractsEvent } from './contracts.events';

/** The event that goes with each line of the trail. */
const EVENT_OF = {
  'settlement.proposed': 'contracts.settlement-proposed',
  'settlement.answered': 'contracts.settlement-answered',
  'settlement.remedy-granted': 'contracts.settlement-remedy-granted',
  'settlement.final': 'contracts.settlement-final',
} as const;

/** How far the settlement of an obligation is. */
export interface SettlementInSight {
  readonly contractId: string;
  /** The day on which the obligation was settled; null while it is not. */
  readonly settledOn: LocalDate | null;
  /** Null when nothing was proposed yet. */
  readonly settlement: SettlementRow | null;
  readonly names: ReadonlyMap<string, string>;
}

/** The version of a settlement that was read before it is taken a step further; null when nothing was proposed then. */
export interface ReadVersion {
  readonly version: number | null;
}

const NEVER: SettlementSoFar = { state: 'NONE', remedyUntil: null, answerDueOn: null, figures: null };

/** The settlement of an obligation: proposed by its principal, answered by its supplier, final when the ledger closes it. */
@Injectable()
export class SettlementsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly contracts: ContractsService,
  ) {}

  /** How far the settlement of a contract's obligation is. Refuses `contract.unknown` (not found). */
  async settlement(who: Scoped, contractId: string): Promise<SettlementInSight> {
    return this.db.read(who, (reader) => this.inSight(reader, contractId));
  }

  /**
   * The principal proposes how the obligation ends. Only the ledger calls this, since it knows what is allocated.
   * Refuses `contract.unknown` (not found), `contract.exempt`, `settlement.stale`, and what `domain/settlement.ts` refuses
   * of a proposal.
   */
  async proposeSettlement(
    tx: Tx,
    actor: Actor,
    contractId: string,
    { version, ...proposal }: SettlementProposal & ReadVersion,
  ): Promise<SettlementInSight> {
    const { before, obligation } = await this.toSettle(tx, contractId, version);
    const { state, figures, answerDueOn } = orThrow(
      proposeSettlement(soFar(before), settleable(obligation), proposal, this.clock.today()),
    );
    if (state === 'NONE') throw new InvariantBroken('contracts', 'a proposal has a state');
    const { reason } = proposal;
    const proposed = { ...figures, state, reason, proposedBy: actor.id, proposedAt: this.clock.now(), answerDueOn };
    const unanswered = { agrees: null, answer: null, answeredBy: null, answeredAt: null };
    if (before) {
      await updateSettlement(tx, contractId, { ...proposed, ...unanswered, version: before.version + 1 });
    } else {
      const noRemedy = { remedyUntil: null, remedyReason: null, remedyBy: null, remedyAt: null };
      const open = { finalBy: null, finalAt: null, version: 1 };
      await insertSettlement(tx, { contractId, ...proposed, ...unanswered, ...noRemedy, ...open });
    }
    return this.changed(tx, actor, 'settlement.proposed', obligation, { ...figures }, reason);
  }

  /** The supplier answers what was proposed. Refuses `contract.unknown` (not found), `settlement.stale`, `settlement.not_now`, `settlement.reason_missing`. */
  async answerSettlement(
    tx: Tx,
    actor: Actor,
    contractId: string,
    { version, agrees, text }: { readonly agrees: boolean; readonly text: string | null } & ReadVersion,
  ): Promise<SettlementInSight> {
    const { before, obligation } = await this.toSettle(tx, contractId, version);
    const state = orThrow(answerSettlement(soFar(before), { agrees, text }));
    const answered = { agrees, answer: text, answeredBy: actor.id, answeredAt: this.clock.now() };
    await this.update(tx, before, { state: open(state), ...answered });
    return this.changed(tx, actor, 'settlement.answered', obligation, { agrees }, text);
  }

  /** The principal gives the supplier time to make good. Refuses `contract.unknown` (not found), `settlement.stale`, `settlement.not_now`, `settlement.remedy_in_past`, `settlement.nothing_short`. */
  async grantRemedy(
    tx: Tx,
    actor: Actor,
    contractId: string,
    { version, until, reason }: { readonly until: LocalDate; readonly reason: string } & ReadVersion,
  ): Promise<SettlementInSight> {
    const { before, obligation } = await this.toSettle(tx, contractId, version);
    const state = orThrow(grantRemedy(soFar(before), until, this.clock.today()));
    const granted = { remedyUntil: until, remedyReason: reason, remedyBy: actor.id, remedyAt: this.clock.now() };
    await this.update(tx, before, { state: open(state), ...granted });
    return this.changed(tx, actor, 'settlement.remedy-granted', obligation, { until }, reason);
  }

  /**
   * The principal makes the proposal final. Only the ledger calls this, and settles the obligation in the same
   * transaction. Refuses `contract.unknown` (not found), `settlement.stale`, `settlement.not_now`, `settlement.figures_changed`, `settlement.supplier_not_heard`.
   */
  async finalSettlement(
    tx: Tx,
    actor: Actor,
    contractId: string,
    { version, allocatedCents }: { readonly allocatedCents: number } & ReadVersion,
  ): Promise<SettlementInSight> {
    const { before, obligation } = await this.toSettle(tx, contractId, version);
    const today = this.clock.today();
    const state = orThrow(finishSettlement(soFar(before), settleable(obligation), allocatedCents, today));
    await this.update(tx, before, { state: open(state), finalBy: actor.id, finalAt: this.clock.now() });
    const { outcome, shortfallCents, chargeCents } = before ?? {};
    return this.changed(tx, actor, 'settlement.final', obligation, { outcome, shortfallCents, chargeCents }, null);
  }

  /** The obligation of a contract with its settlement so far, both held, if that is still the version that was read. */
  private async toSettle(
    tx: Tx,
    contractId: string,
    version: ReadVersion['version'],
  ): Promise<{ before: SettlementRow | null; obligation: Obligation }> {
    // The obligation before its contract, as the ledger holds them.
    const [obligation] = await this.contracts.holdObligations(tx, [contractId]);
    const contract = await holdContract(tx, contractId);
    if (!obligation) throw new AppError('refused', [contractExempt('contract', contract.number)]);
    const before = await settlementOf(tx, contractId);
    if ((before?.version ?? null) !== version) throw new AppError('stale', [settlementStale()]);
    return { before, obligation };
  }

  private async update(tx: Tx, before: SettlementRow | null, change: Partial<SettlementRow>): Promise<void> {
    if (!before) throw new InvariantBroken('contracts', 'a settlement that goes on was proposed');
    await updateSettlement(tx, before.contractId, { ...change, version: before.version + 1 });
  }

  private async changed(
    tx: Tx,
    actor: Actor,
    action: keyof typeof EVENT_OF,
    { id, principalCode, supplierGroupId }: Obligation,
    detail: Readonly<Record<string, unknown>>,
    reason: string | null,
  ): Promise<SettlementInSight> {
    const now = this.clock.now();
    const whose = { principalCode, supplierGroupId, ...(reason === null ? {} : { reason }) };
    await recordChanges(tx, actor, now, [{ action, subject: 'contract', subjectId: id, detail, ...whose }]);
    await appendEvent<ContractsEvent>(tx, now, { type: EVENT_OF[action], payload: { contractId: id } });
    return this.inSight(tx, id);
  }

  private async inSight(reader: Reader, contractId: string): Promise<SettlementInSight> {
    if (!(await contractById(reader, contractId))) throw new AppError('not-found', [contractNotFound()]);
    const [obligation] = await this.contracts.obligations(reader, [contractId]);
    const settlement = await settlementOf(reader, contractId);
    const { proposedBy = null, answeredBy = null, remedyBy = null, finalBy = null } = settlement ?? {};
    const names = await this.people.names(reader, [proposedBy, answeredBy, remedyBy, finalBy]);
    return { contractId, settledOn: obligation?.settledOn ?? null, settlement, names };
  }
}

function soFar(row: SettlementRow | null): SettlementSoFar {
  if (!row) return NEVER;
  const { state, remedyUntil, answerDueOn, ...figures } = row;
  return { state, remedyUntil, answerDueOn, figures };
}

function settleable({ amountCents, terms, settledOn }: Obligation): SettleableObligation {
  return { amountCents, goal: terms.kind === 'FORM_FREE' ? terms.goal : null, settledOn };
}

/** A state that a settlement has once it was proposed. */
function open(state: SettlementSoFar['state']): SettlementRow['state'] {
  if (state === 'NONE') throw new InvariantBroken('contracts', 'a settlement does not go back to nothing');
  return state;
}
