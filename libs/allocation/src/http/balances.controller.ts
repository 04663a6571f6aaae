import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor } from '@sr/platform';
import { BalancesService } from '../balances.service';
import { ContractBalanceList, ContractBalancesQuery, PlanBalanceList, PlanBalancesQuery } from './balances.dto';

/** Balances of many contracts or plans at once, for lists. */
@ApiTags('Statements')
@Controller()
export class BalancesController {
  constructor(private readonly balances: BalancesService) {}

  @Get('contract-balances')
  @Allow('statements.read', {
    summary: 'Read the balances of many contracts at once',
    description: 'A contract that carries no obligation, or that you do not see, is left out.',
    answers: ContractBalanceList,
  })
  async listContractBalances(
    @CurrentActor() actor: Actor,
    @Query() { contractIds }: ContractBalancesQuery,
  ): Promise<ContractBalanceList> {
    return { items: await this.balances.ofContracts(actor, contractIds) };
  }

  @Get('plan-balances')
  @Allow('statements.read', {
    summary: 'Read the balances of many plans at once: owed, claimed, verified and left',
    description:
      'Amount and what is allocated are of the obligations that are in the plan now and that you see; what is claimed is of the whole plan. A plan that you do not see is left out.',
    answers: PlanBalanceList,
  })
  async listPlanBalances(
    @CurrentActor() actor: Actor,
    @Query() { planIds }: PlanBalancesQuery,
  ): Promise<PlanBalanceList> {
    return { items: await this.balances.ofPlans(actor, planIds) };
  }
}
