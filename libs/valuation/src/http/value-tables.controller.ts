import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CodeParam, CurrentActor } from '@sr/platform';
import { ValuationService } from '../valuation.service';
import {
  EditValueTableBody,
  ProposeValueTableBody,
  RefuseValueTableBody,
  ValueTableAnswer,
  ValueTablePage,
  ValueTableQuery,
  ValueTableVersionBody,
} from './value-tables.dto';
import { toAnswer, toPage, toTable } from './value-tables.mapping';

const Code = (): ParameterDecorator => CodeParam('valueTableCode', 'The code of the value table.');
const DECIDED = ['value-table.stale', 'value-table.not_proposed', 'value-table.own_proposal'];
const OWN = ['value-table.stale', 'value-table.not_proposed', 'value-table.proposal_of_another'];

/** Value tables: what a contribution may count for. One proposes a version, another approves it, plans pin it. */
@ApiTags('Value tables')
@Controller('value-tables')
export class ValueTablesController {
  constructor(private readonly valuation: ValuationService) {}

  @Get()
  @Allow('value-tables.read', { summary: 'List the versions of value tables', answers: ValueTablePage })
  async listValueTables(@CurrentActor() actor: Actor, @Query() query: ValueTableQuery): Promise<ValueTablePage> {
    return toPage(actor, await this.valuation.list(actor, query, query));
  }

  @Post()
  @Allow('value-tables.propose', {
    summary: 'Propose a version of a value table',
    description:
      'The whole version at once. Somebody else approves or refuses it. A code that was refused or withdrawn can be proposed anew.',
    status: 201,
    answers: ValueTableAnswer,
    refuses: ['value-table.code_taken', 'value-table.code_repeated'],
  })
  async proposeValueTable(
    @CurrentActor() actor: Actor,
    @Body() body: ProposeValueTableBody,
  ): Promise<ValueTableAnswer> {
    return toAnswer(actor, await this.valuation.propose(actor, toTable(body.code, body)));
  }

  @Get(':valueTableCode')
  @Allow('value-tables.read', { summary: 'Read a whole version of a value table', answers: ValueTableAnswer })
  async readValueTable(@CurrentActor() actor: Actor, @Code() code: string): Promise<ValueTableAnswer> {
    return toAnswer(actor, await this.valuation.find(actor, code));
  }

  @Put(':valueTableCode')
  @Allow('value-tables.propose', {
    summary: 'Change your own proposal',
    description: 'The whole version at once, as long as nobody decided on it.',
    answers: ValueTableAnswer,
    refuses: [...OWN, 'value-table.code_repeated'],
  })
  async editValueTable(
    @CurrentActor() actor: Actor,
    @Code() code: string,
    @Body() body: EditValueTableBody,
  ): Promise<ValueTableAnswer> {
    return toAnswer(actor, await this.valuation.edit(actor, toTable(code, body), body.version));
  }

  @Post(':valueTableCode/approvals')
  @Allow('value-tables.approve', {
    summary: 'Approve a proposed version',
    description: 'Never by who proposed it. From then on plans can use it.',
    answers: ValueTableAnswer,
    refuses: DECIDED,
  })
  async approveValueTable(
    @CurrentActor() actor: Actor,
    @Code() code: string,
    @Body() { version }: ValueTableVersionBody,
  ): Promise<ValueTableAnswer> {
    return toAnswer(actor, await this.valuation.approve(actor, code, version));
  }

  @Post(':valueTableCode/refusals')
  @Allow('value-tables.approve', {
    summary: 'Refuse a proposed version, with a reason',
    description: 'Never by who proposed it. Its code can be proposed anew.',
    answers: ValueTableAnswer,
    refuses: DECIDED,
  })
  async refuseValueTable(
    @CurrentActor() actor: Actor,
    @Code() code: string,
    @Body() { version, reason }: RefuseValueTableBody,
  ): Promise<ValueTableAnswer> {
    return toAnswer(actor, await this.valuation.refuse(actor, code, version, reason));
  }

  @Post(':valueTableCode/withdrawals')
  @Allow('value-tables.propose', {
    summary: 'Withdraw your own proposal',
    answers: ValueTableAnswer,
    refuses: OWN,
  })
  async withdrawValueTable(
    @CurrentActor() actor: Actor,
    @Code() code: string,
    @Body() { version }: ValueTableVersionBody,
  ): Promise<ValueTableAnswer> {
    return toAnswer(actor, await this.valuation.withdraw(actor, code, version));
  }
}
