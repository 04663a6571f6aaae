import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam } from '@sr/platform';
import { AllocationService } from '../allocation.service';
import { StatementsService } from '../statements.service';
import { AnswerProposalBody, LeaveNetworkBody, NetworkDepartureAnswer } from './obligations.dto';
import { ContractBalanceAnswer } from './statements.dto';

/** Obligations that join and leave plans, with what the ledger does for it in the same moment. */
@ApiTags('Plans')
@Controller()
export class MembershipsInLedgerController {
  constructor(
    private readonly allocation: AllocationService,
    private readonly statements: StatementsService,
  ) {}

  @Post('plans/:planId/proposals/:contractId/answers')
  @Allow('plans.answer', {
    summary: 'Agree or decline, as the principal, that the obligation of a contract joins a plan',
    description:
      'Who agrees, agrees to the value table of the plan as well. The obligation leaves the plan that it is in and joins this one at once, and surplus of the plan is offered its room.',
    answers: ContractBalanceAnswer,
    refuses: [
      'proposal.other_value_table',
      'proposal.not_open',
      'plan.reason_missing',
      'plan.ended',
      'plan.obligation_settled',
    ],
  })
  async answerProposal(
    @CurrentActor() actor: Actor,
    @IdParam('planId') planId: string,
    @IdParam('contractId') contractId: string,
    @Body() { agree, reason, valueTable }: AnswerProposalBody,
  ): Promise<ContractBalanceAnswer> {
    const answer = { agree, reason: reason ?? null, valueTable: valueTable ?? null };
    await this.allocation.answerProposal(actor, planId, contractId, answer);
    return this.statements.balance(actor, contractId);
  }

  @Post('plans/:planId/members/:contractId/departures')
  @Allow('plans.answer', {
    summary: 'Let the obligation of a contract leave a plan; it keeps what it has',
    answers: ContractBalanceAnswer,
    refuses: ['plan.obligation_not_in_plan'],
  })
  async leavePlan(
    @CurrentActor() actor: Actor,
    @IdParam('planId') planId: string,
    @IdParam('contractId') contractId: string,
  ): Promise<ContractBalanceAnswer> {
    await this.allocation.leave(actor, planId, contractId);
    return this.statements.balance(actor, contractId);
  }

  @Post('network-departures')
  @Allow('organisations.write', {
    summary: 'Record that a principal leaves the network',
    description:
      'Its obligations leave the plans that the network verifies and go on in plans of their own, which the principal verifies. They keep what they have. The network still reads what began before.',
    status: 201,
    answers: NetworkDepartureAnswer,
    refuses: ['departure.in_the_future', 'membership.none'],
  })
  async leaveNetwork(
    @CurrentActor() actor: Actor,
    @Body() { principalCode, leftOn }: LeaveNetworkBody,
  ): Promise<NetworkDepartureAnswer> {
    const { membership, plans } = await this.allocation.leaveNetwork(actor, principalCode, leftOn);
    return { principalCode, joinedOn: membership.joinedOn, leftOn: membership.leftOn, plans };
  }
}
