import { Injectable } from '@nestjs/common';
import {
  ContractsService,
  SettlementsService,
  type Obligation,
  type ReadVersion,
  type SettlementInSight,
  type SettlementProposal,
} from '@sr/contracts';
import { AppError, type Actor, type LocalDate } from '@sr/kernel';
import { Db, type Tx, withEverythingInSight } from '@sr/platform';
import { obligationOfOthers, obligationUnknown } from './allocation.errors';
import { BookKeeper } from './book-keeper';
import { actsFor } from './domain/sight';

/**
 * The steps towards a settlement, which stand on what the ledger has on the obligation at that moment: the principal
 * proposes, the supplier answers, time to make good is granted. The last step is `AllocationService.finishSettlement`.
 */
@Injectable()
export class SettlementSteps {
  constructor(
    private readonly db: Db,
    private readonly contracts: ContractsService,
    private readonly settlements: SettlementsService,
    private readonly books: BookKeeper,
  ) {}

  /** Proposes how an obligation ends. Refuses what `SettlementsService.proposeSettlement` refuses. */
  propose(
    actor: Actor,
    contractId: string,
    proposal: Omit<SettlementProposal, 'allocatedCents'> & ReadVersion,
  ): Promise<SettlementInSight> {
    return this.step(actor, contractId, async (tx, obligation) => {
      const { allocatedCents } = await this.books.balanceOf(tx, obligation);
      return this.settlements.proposeSettlement(tx, actor, contractId, { ...proposal, allocatedCents });
    });
  }

  /** Gives the supplier time to make good. Refuses what `SettlementsService.grantRemedy` refuses. */
  grantRemedy(
    actor: Actor,
    contractId: string,
    remedy: { readonly until: LocalDate; readonly reason: string } & ReadVersion,
  ): Promise<SettlementInSight> {
    return this.step(actor, contractId, (tx) => this.settlements.grantRemedy(tx, actor, contractId, remedy));
  }

  /** The supplier answers what was proposed. Refuses what `SettlementsService.answerSettlement` refuses. */
  answer(
    actor: Actor,
    contractId: string,
    answer: { readonly agrees: boolean; readonly text: string | null } & ReadVersion,
  ): Promise<SettlementInSight> {
    return this.db.write(actor, async (tx) => {
      await this.inSight(tx, contractId);
      return this.settlements.answerSettlement(tx, actor, contractId, answer);
    });
  }

  /** A step of the principal, with the ledger held: what is allocated cannot change meanwhile. */
  private step(
    actor: Actor,
    contractId: string,
    work: (tx: Tx, obligation: Obligation) => Promise<SettlementInSight>,
  ): Promise<SettlementInSight> {
    return this.db.write(actor, async (tx) => {
      const seen = await this.inSight(tx, contractId);
      if (!actsFor(tx.scope, seen.principalCode)) throw new AppError('forbidden', [obligationOfOthers()]);
      return withEverythingInSight(tx, async (ledger) => work(ledger, await this.books.holdObligation(ledger, seen)));
    });
  }

  private async inSight(tx: Tx, contractId: string): Promise<Obligation> {
    const [obligation] = await this.contracts.obligations(tx, [contractId]);
    if (!obligation) throw new AppError('not-found', [obligationUnknown()]);
    return obligation;
  }
}
