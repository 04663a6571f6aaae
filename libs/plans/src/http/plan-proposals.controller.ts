import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam } from '@sr/platform';
import { PlanProposalsService } from '../plan-proposals.service';
import { PlanAnswer } from './plan.dto';
import {
  PlanProposalListQuery,
  PlanProposalPage,
  ProposeForPlanBody,
  WithdrawProposalBody,
} from './plan-proposals.dto';
import { toPlanAnswer, toProposalPage } from './plans.mapping';

/** Asking principals whether the obligations of their contracts join a plan. Their answers move the ledger, and stand there. */
@ApiTags('Plans')
@Controller()
export class PlanProposalsController {
  constructor(private readonly proposals: PlanProposalsService) {}

  @Get('plan-proposals')
  @Allow('plans.read', {
    summary: 'List proposals about contracts that you may see',
    description: 'Those that wait for an answer, unless you ask for another state; the oldest first.',
    answers: PlanProposalPage,
  })
  async listPlanProposals(
    @CurrentActor() actor: Actor,
    @Query() query: PlanProposalListQuery,
  ): Promise<PlanProposalPage> {
    const { principal: principalCode, state = 'PROPOSED', planId, supplierGroupId } = query;
    return toProposalPage(await this.proposals.list(actor, { state, principalCode, planId, supplierGroupId }, query));
  }

  @Post('plans/:planId/proposals')
  @Allow('plans.make', {
    summary: 'Propose obligations for a plan to their principals',
    description: 'An obligation may be in another plan: it leaves that one when its principal agrees.',
    status: 201,
    answers: PlanAnswer,
    refuses: [
      'plan.of_others',
      'plan.ended',
      'plan.contract_unknown',
      'plan.contract_repeated',
      'plan.other_supplier_group',
      'plan.other_kind',
      'plan.of_one_principal',
      'plan.obligation_settled',
      'plan.obligation_already_in_a_plan',
      'plan.obligation_proposed_already',
    ],
  })
  async proposeForPlan(
    @CurrentActor() actor: Actor,
    @IdParam('planId') planId: string,
    @Body() body: ProposeForPlanBody,
  ): Promise<PlanAnswer> {
    return toPlanAnswer(await this.proposals.propose(actor, planId, body.contractIds));
  }

  @Post('plans/:planId/proposals/:contractId/withdrawals')
  @Allow('plans.make', {
    summary: 'Withdraw a proposal that was not answered',
    answers: PlanAnswer,
    refuses: ['plan.of_others', 'proposal.not_open'],
  })
  async withdrawPlanProposal(
    @CurrentActor() actor: Actor,
    @IdParam('planId') planId: string,
    @IdParam('contractId') contractId: string,
    @Body() body: WithdrawProposalBody,
  ): Promise<PlanAnswer> {
    return toPlanAnswer(await this.proposals.withdraw(actor, planId, contractId, body.reason ?? null));
  }
}
