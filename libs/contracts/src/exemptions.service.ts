import { Injectable } from '@nestjs/common';
import { PeopleService } from '@sr/identity';
import { AppError, orThrow, refuseIf, type Actor, type Scoped, type Violation } from '@sr/kernel';
import { Clock, Db, appendEvent, recordChanges, type Tx } from '@sr/platform';
import { ContractsService } from './contracts.service';
import { contractNotFound, exemptionNotFound } from './contracts.errors';
import type { Contract } from './domain/contract';
import {
  checkGrounds,
  decideExemption,
  exemptionHindrances,
  groundsInWords,
  type ExemptionAnswer,
  type ExemptionGrounds,
} from './domain/exemption';
import { changeToNothing, obligationSettled, type ObligationChange } from './domain/obligation';
import { holdContract, proposalFor, proposedExemption } from './establish';
import type { Exemption } from './persistence/contract.schema';
import { contractById, updateExemptionReason } from './persistence/contract.store';
import { exemptionsOf, insertExemption, updateDecision } from './persistence/exemption.store';
import type { ContractsEvent } from './contracts.events';

/** The event that goes with each line of the trail. */
const EVENT_OF = {
  'exemption.proposed': 'contracts.exemption-proposed',
  'exemption.approved': 'contracts.exemption-approved',
  'exemption.refused': 'contracts.exemption-refused',
} as const;

/** An exemption that was decided on, with what still has to be done for it. */
export interface DecidedExemption extends Exemption {
  /**
   * The revision by which the ledger has to bring an exemption of an existing obligation into force, with its reason;
   * null when nothing more has to be done.
   */
  readonly revision: { readonly change: ObligationChange; readonly reason: string } | null;
}

/** Exemptions: proposed by one person, decided on by another. */
@Injectable()
export class ExemptionsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly contracts: ContractsService,
  ) {}

  /** The exemptions of a contract, refused ones too, newest first, with the names of who did something. Refuses `contract.unknown` (not found). */
  async exemptions(
    who: Scoped,
    contractId: string,
  ): Promise<{ exemptions: readonly Exemption[]; names: ReadonlyMap<string, string> }> {
    return this.db.read(who, async (reader) => {
      if (!(await contractById(reader, contractId))) throw new AppError('not-found', [contractNotFound()]);
      const exemptions = await exemptionsOf(reader, contractId);
      const ids = exemptions.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]);
      return { exemptions, names: await this.people.names(reader, ids) };
    });
  }

  /**
   * Proposes to exempt a contract: one that carries an obligation, or one whose exemption at registration was refused.
   * Refuses `contract.unknown` (not found) and, at once, `exemption.waits`, `exemption.stands`, `obligation.settled`,
   * `exemption.text_missing`.
   */
  async propose(actor: Actor, contractId: string, grounds: ExemptionGrounds): Promise<Exemption> {
    return this.db.write(actor, async (tx) => {
      const contract = await holdContract(tx, contractId);
      refuseIf(checkGrounds(grounds, '/text'), 'invalid-input');
      const [obligation = null] = await this.contracts.obligations(tx, [contractId]);
      const exemptions = await exemptionsOf(tx, contractId);
      const violations: Violation[] = [
        ...exemptionHindrances(
          {
            standing: exemptions.find(({ state }) => state !== 'REFUSED') ?? null,
            obligation: obligation && {
              settledOn: obligation.settledOn,
              isNothing:
                obligation.terms.kind === 'FORM_FREE' ? obligation.terms.goal === 0 : obligation.amountCents === 0,
            },
          },
          obligationSettled('obligation'),
        ),
      ];
      const proposal = await proposalFor(tx, contract, null, violations);
      refuseIf(violations);
      const origin = obligation ? 'OBLIGATION' : 'REGISTRATION';
      const exemption = proposedExemption(contractId, origin, grounds, proposal, actor, this.clock.now());
      await insertExemption(tx, exemption);
      if (!obligation) await updateExemptionReason(tx, contractId, groundsInWords(grounds));
      await this.record(tx, actor, 'exemption.proposed', contract, exemption);
      return exemption;
    });
  }

  /**
   * A second person approves or refuses an exemption, in the transaction of the ledger: when the contract carries an
   * obligation, an approval is a revision to nothing, which the ledger then brings into force. Refuses
   * `contract.unknown` and `exemption.unknown` (not found) and, at once, `exemption.decided_already`,
   * `exemption.proposed_by_oneself`, `exemption.reason_missing`, and `obligation.settled` for an approval.
   */
  async decideExemption(
    tx: Tx,
    actor: Actor,
    contractId: string,
    exemptionId: string,
    answer: ExemptionAnswer,
  ): Promise<DecidedExemption> {
    const contract = await holdContract(tx, contractId);
    const exemption = (await exemptionsOf(tx, contractId)).find(({ id }) => id === exemptionId);
    if (!exemption) throw new AppError('not-found', [exemptionNotFound()]);
    const state = orThrow(decideExemption(exemption, answer, actor.id));
    const [obligation = null] = await this.contracts.obligations(tx, [contractId]);
    const approved = state === 'APPROVED';
    if (approved && obligation && obligation.settledOn !== null) {
      throw new AppError('refused', [obligationSettled('obligation')]);
    }
    const decision = { state, decidedBy: actor.id, decidedAt: this.clock.now(), decisionReason: answer.reason };
    await updateDecision(tx, exemptionId, decision);
    const decided: Exemption = { ...exemption, ...decision };
    const action = approved ? 'exemption.approved' : 'exemption.refused';
    await this.record(tx, actor, action, contract, decided, answer.reason);
    const reason = groundsInWords(exemption);
    return {
      ...decided,
      revision: approved && obligation ? { change: changeToNothing(obligation.terms), reason } : null,
    };
  }

  /** The deliberation is the principal's own: it does not stand in the supplier's trail. */
  private async record(
    tx: Tx,
    actor: Actor,
    action: keyof typeof EVENT_OF,
    { id, principalCode }: Contract,
    exemption: Exemption,
    reason: string | null = null,
  ): Promise<void> {
    const { id: exemptionId, origin, reason: code, text } = exemption;
    const detail = { exemptionId, origin, reason: code, text };
    const now = this.clock.now();
    const why = reason === null ? {} : { reason };
    await recordChanges(tx, actor, now, [
      { action, subject: 'contract', subjectId: id, detail, principalCode, ...why },
    ]);
    await appendEvent<ContractsEvent>(tx, now, { type: EVENT_OF[action], payload: { contractId: id, exemptionId } });
  }
}
