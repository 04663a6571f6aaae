import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam } from '@sr/platform';
import { AllocationService } from '../allocation.service';
import { SettlementSteps } from '../settlement-steps';
import { StatementsService } from '../statements.service';
import {
  AnswerSettlementBody,
  DecideExemptionBody,
  DecidedExemptionAnswer,
  GrantRemedyBody,
  ProposeSettlementBody,
  ReviseObligationBody,
  SettleObligationBody,
  SettlementStepAnswer,
} from './obligations.dto';
import { toDecidedExemption, toSettlementStep } from './obligations.mapping';
import { ContractBalanceAnswer } from './statements.dto';

/** What changes an obligation, with what the ledger does for it in the same moment. */
@ApiTags('Obligations')
@Controller('contracts/:contractId')
export class ObligationsInLedgerController {
  constructor(
    private readonly allocation: AllocationService,
    private readonly steps: SettlementSteps,
    private readonly statements: StatementsService,
  ) {}

  @Post('revisions')
  @Allow('obligations.revise', {
    summary: 'Revise an obligation: a new base, amount or goal, with the reason',
    description:
      'What is allocated above a lower amount is released to the surplus of its plans, newest claims first; then surplus is offered the room there is. Every amount that was in force is kept.',
    answers: ContractBalanceAnswer,
    refuses: [
      'obligation.settled',
      'obligation.stale',
      'obligation.revision_of_other_kind',
      'obligation.amount_too_large',
    ],
  })
  async reviseObligation(
    @CurrentActor() actor: Actor,
    @IdParam('contractId') contractId: string,
    @Body() { reason, ...change }: ReviseObligationBody,
  ): Promise<ContractBalanceAnswer> {
    await this.allocation.revise(actor, contractId, change, reason);
    return this.statements.balance(actor, contractId);
  }

  @Post('exemptions/:exemptionId/decisions')
  @Allow('exemptions.approve', {
    summary: 'Approve or refuse an exemption that somebody else proposed',
    description: 'Approving the exemption of an obligation that is there is a revision to nothing.',
    answers: DecidedExemptionAnswer,
    refuses: [
      'exemption.decided_already',
      'exemption.proposed_by_oneself',
      'exemption.reason_missing',
      'obligation.settled',
    ],
  })
  async decideExemption(
    @CurrentActor() actor: Actor,
    @IdParam('contractId') contractId: string,
    @IdParam('exemptionId') exemptionId: string,
    @Body() { approve, reason }: DecideExemptionBody,
  ): Promise<DecidedExemptionAnswer> {
    const answer = { approve, reason: reason ?? null };
    return toDecidedExemption(await this.allocation.decideExemption(actor, contractId, exemptionId, answer));
  }

  @Post('settlement-proposals')
  @Allow('obligations.settle', {
    summary: 'Propose how an obligation ends, with the figures of now',
    description: 'The supplier can answer until `answerDueOn`. The principal decides; the product never invoices.',
    answers: SettlementStepAnswer,
    refuses: [
      'settlement.stale',
      'settlement.not_now',
      'settlement.remedy_runs',
      'settlement.not_fulfilled',
      'settlement.nothing_short',
      'settlement.no_euros',
      'settlement.reached_missing',
    ],
  })
  async proposeSettlement(
    @CurrentActor() actor: Actor,
    @IdParam('contractId') contractId: string,
    @Body() { version, outcome, factorBp, reached, reason }: ProposeSettlementBody,
  ): Promise<SettlementStepAnswer> {
    const proposal = {
      version: version ?? null,
      outcome,
      factorBp: factorBp ?? null,
      reached: reached ?? null,
      reason,
    };
    return toSettlementStep(await this.steps.propose(actor, contractId, proposal));
  }

  @Post('settlement-answers')
  @Allow('settlements.answer', {
    summary: 'Answer, as the supplier, what the principal proposed',
    answers: SettlementStepAnswer,
    refuses: ['settlement.stale', 'settlement.not_now', 'settlement.reason_missing'],
  })
  async answerSettlement(
    @CurrentActor() actor: Actor,
    @IdParam('contractId') contractId: string,
    @Body() { version, agrees, text }: AnswerSettlementBody,
  ): Promise<SettlementStepAnswer> {
    return toSettlementStep(await this.steps.answer(actor, contractId, { version, agrees, text: text ?? null }));
  }

  @Post('remedies')
  @Allow('obligations.settle', {
    summary: 'Give the supplier time to make good',
    answers: SettlementStepAnswer,
    refuses: ['settlement.stale', 'settlement.not_now', 'settlement.remedy_in_past', 'settlement.nothing_short'],
  })
  async grantRemedy(
    @CurrentActor() actor: Actor,
    @IdParam('contractId') contractId: string,
    @Body() body: GrantRemedyBody,
  ): Promise<SettlementStepAnswer> {
    return toSettlementStep(await this.steps.grantRemedy(actor, contractId, body));
  }

  @Post('settlements')
  @Allow('obligations.settle', {
    summary: 'Make the settlement that was proposed final',
    description: 'The obligation keeps what it has, and nothing reaches it any more. This cannot be undone.',
    answers: SettlementStepAnswer,
    refuses: [
      'settlement.stale',
      'settlement.not_now',
      'settlement.figures_changed',
      'settlement.supplier_not_heard',
      'obligation.settled',
    ],
  })
  async settleObligation(
    @CurrentActor() actor: Actor,
    @IdParam('contractId') contractId: string,
    @Body() { version }: SettleObligationBody,
  ): Promise<SettlementStepAnswer> {
    return toSettlementStep(await this.allocation.finishSettlement(actor, contractId, version));
  }
}
