import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CodeParam, CurrentActor, IdParam } from '@sr/platform';
import { StatementsService } from '../statements.service';
import {
  ContractBalanceAnswer,
  ContractStatementAnswer,
  PlanStatementAnswer,
  StatementAnswer,
  StatementPageQuery,
} from './statements.dto';

const OWN_PART =
  'The supplier and the team that verifies its claims see every line. A ministry sees of a claim on its own contracts the number, the kind, the quarter and its own cents.';

/** Statements: every line of the ledger with its claim and the reason why it was written. */
@ApiTags('Statements')
@Controller()
export class StatementsController {
  constructor(private readonly statements: StatementsService) {}

  @Get('contracts/:contractId/balance')
  @Allow('statements.read', {
    summary: 'Read the amount, what is allocated, what remains and the jobs of a contract',
    answers: ContractBalanceAnswer,
  })
  async readContractBalance(
    @CurrentActor() actor: Actor,
    @IdParam('contractId') contractId: string,
  ): Promise<ContractBalanceAnswer> {
    return this.statements.balance(actor, contractId);
  }

  @Get('contracts/:contractId/statement')
  @Allow('statements.read', {
    summary: 'Read the statement of a contract',
    description: OWN_PART,
    answers: ContractStatementAnswer,
  })
  async readContractStatement(
    @CurrentActor() actor: Actor,
    @IdParam('contractId') contractId: string,
    @Query() query: StatementPageQuery,
  ): Promise<ContractStatementAnswer> {
    return this.statements.contract(actor, contractId, query);
  }

  @Get('plans/:planId/statement')
  @Allow('statements.read', {
    summary: 'Read the statement of a plan',
    description: `${OWN_PART} Of the obligations of others in the plan it sees one sum.`,
    answers: PlanStatementAnswer,
  })
  async readPlanStatement(
    @CurrentActor() actor: Actor,
    @IdParam('planId') planId: string,
    @Query() query: StatementPageQuery,
  ): Promise<PlanStatementAnswer> {
    return this.statements.plan(actor, planId, query);
  }

  @Get('supplier-groups/:supplierGroupId/statement')
  @Allow('statements.read', {
    summary: 'Read the statement of a supplier group, over all its plans',
    description: OWN_PART,
    answers: StatementAnswer,
  })
  async readSupplierGroupStatement(
    @CurrentActor() actor: Actor,
    @IdParam('supplierGroupId') supplierGroupId: string,
    @Query() query: StatementPageQuery,
  ): Promise<StatementAnswer> {
    return this.statements.supplierGroup(actor, supplierGroupId, query);
  }

  @Get('principals/:principalCode/statement')
  @Allow('statements.read', {
    summary: 'Read the statement of a principal, over all its contracts that you see',
    description: OWN_PART,
    answers: StatementAnswer,
  })
  async readPrincipalStatement(
    @CurrentActor() actor: Actor,
    @CodeParam('principalCode', 'The code of the principal, e.g. IenW.') principalCode: string,
    @Query() query: StatementPageQuery,
  ): Promise<StatementAnswer> {
    return this.statements.principal(actor, principalCode, query);
  }
}
