import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam } from '@sr/platform';
import { ContractDeskService } from '../contract-desk.service';
import { ContractsService } from '../contracts.service';
import { ContractAnswer, ContractPage } from './contract-answers.dto';
import { ContractListQuery, EditContractBody, RegisterContractBody } from './contracts.dto';
import { toContractAnswer, toContractPage, toEdit, toEntry, toOrder } from './contracts.mapping';

const OF_DETAILS = [
  'contract.outside_yours',
  'contract.reference_taken',
  'contract.framework_unknown',
  'contract.unit_unknown',
  'contract.category_unknown',
];

/** Contracts: registered by the principal that is responsible, or by who manages the category. */
@ApiTags('Contracts')
@Controller('contracts')
export class ContractsController {
  constructor(
    private readonly contracts: ContractsService,
    private readonly desk: ContractDeskService,
  ) {}

  @Get()
  @Allow('contracts.read', {
    summary: 'List the contracts that you may see',
    description: 'Searched, narrowed and sorted as asked; everything that is given has to hold.',
    answers: ContractPage,
  })
  async listContracts(@CurrentActor() actor: Actor, @Query() query: ContractListQuery): Promise<ContractPage> {
    return toContractPage(await this.contracts.list(actor, query, toOrder(query), query));
  }

  @Post()
  @Allow('contracts.write', {
    summary: 'Register a contract, with its obligation or with an exemption',
    description:
      'Of your own principal, or in a category that you manage. A supplier that is not known yet is registered when its name is given. An exemption waits for a second person. What the rule proposes: POST /v1/obligation-proposals.',
    status: 201,
    answers: ContractAnswer,
    refuses: [
      ...OF_DETAILS,
      'contract.number_taken',
      'principal.unknown',
      'supplier.unknown',
      'obligation.deviation_reason_missing',
      'threshold-rule.unknown',
    ],
  })
  async registerContract(@CurrentActor() actor: Actor, @Body() body: RegisterContractBody): Promise<ContractAnswer> {
    return toContractAnswer(await this.desk.enter(actor, toEntry(body)));
  }

  @Get(':contractId')
  @Allow('contracts.read', { summary: 'Read a contract', answers: ContractAnswer })
  async readContract(@CurrentActor() actor: Actor, @IdParam('contractId') contractId: string): Promise<ContractAnswer> {
    return toContractAnswer(await this.contracts.show(actor, contractId));
  }

  @Patch(':contractId')
  @Allow('contracts.write', {
    summary: 'Change what describes a contract',
    description:
      'A field that is left out stays as it is; null empties it. The number, the principal, the supplier and the dates cannot change.',
    answers: ContractAnswer,
    refuses: [...OF_DETAILS, 'contract.stale'],
  })
  async editContract(
    @CurrentActor() actor: Actor,
    @IdParam('contractId') contractId: string,
    @Body() body: EditContractBody,
  ): Promise<ContractAnswer> {
    return toContractAnswer(await this.desk.edit(actor, contractId, toEdit(body)));
  }
}
