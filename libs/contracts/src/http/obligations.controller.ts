import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam } from '@sr/platform';
import { ExemptionsService } from '../exemptions.service';
import { ObligationsService } from '../obligations.service';
import { SettlementsService } from '../settlements.service';
import { EstablishObligationBody } from './contracts.dto';
import { toGrounds, toObligationEntry } from './contracts.mapping';
import { ExemptionAnswer, ExemptionList, ObligationAnswer } from './obligation-answers.dto';
import { ExemptionBody } from './obligations.dto';
import { toExemptionAnswer, toExemptionList, toObligationAnswer, toSettlementAnswer } from './obligations.mapping';
import { SettlementAnswer } from './settlement.dto';

/** What a contract carries: its obligation and why, the exemptions, and how far the settlement is. */
@ApiTags('Contracts')
@Controller('contracts/:contractId')
export class ObligationsController {
  constructor(
    private readonly obligations: ObligationsService,
    private readonly exemptions: ExemptionsService,
    private readonly settlements: SettlementsService,
  ) {}

  @Get('obligation')
  @Allow('contracts.read', {
    summary: 'Read what the obligation of a contract is, and why',
    description:
      'The basis, the rate and the amount with every step to it; what the rule proposed and whether that was followed; every amount that was in force; the exemption, if there is one.',
    answers: ObligationAnswer,
  })
  async readObligation(
    @CurrentActor() actor: Actor,
    @IdParam('contractId') contractId: string,
  ): Promise<ObligationAnswer> {
    return toObligationAnswer(await this.obligations.account(actor, contractId));
  }

  @Post('obligation')
  @Allow('contracts.write', {
    summary: 'Establish the obligation of a contract whose exemption was refused',
    status: 201,
    answers: ObligationAnswer,
    refuses: [
      'obligation.there_already',
      'exemption.waits',
      'exemption.stands',
      'obligation.deviation_reason_missing',
      'threshold-rule.unknown',
    ],
  })
  async establishObligation(
    @CurrentActor() actor: Actor,
    @IdParam('contractId') contractId: string,
    @Body() body: EstablishObligationBody,
  ): Promise<ObligationAnswer> {
    const entry = toObligationEntry(body.obligation);
    return toObligationAnswer(await this.obligations.establish(actor, contractId, entry));
  }

  @Get('exemptions')
  @Allow('contracts.read', { summary: 'List the exemptions of a contract, refused ones too', answers: ExemptionList })
  async listExemptions(
    @CurrentActor() actor: Actor,
    @IdParam('contractId') contractId: string,
  ): Promise<ExemptionList> {
    return toExemptionList(await this.exemptions.exemptions(actor, contractId));
  }

  @Post('exemptions')
  @Allow('exemptions.propose', {
    summary: 'Propose to exempt a contract',
    description:
      'A contract that carries an obligation, or one whose exemption was refused. A second person decides: POST /v1/contracts/{contractId}/exemptions/{exemptionId}/decisions.',
    status: 201,
    answers: ExemptionAnswer,
    refuses: ['exemption.waits', 'exemption.stands', 'obligation.settled'],
  })
  async proposeExemption(
    @CurrentActor() actor: Actor,
    @IdParam('contractId') contractId: string,
    @Body() body: ExemptionBody,
  ): Promise<ExemptionAnswer> {
    const exemption = await this.exemptions.propose(actor, contractId, toGrounds(body));
    return toExemptionAnswer(exemption, new Map([[actor.id, actor.name]]));
  }

  @Get('settlement')
  @Allow('contracts.read', {
    summary: 'Read how far the settlement of a contract is',
    description: 'What the principal proposed, what the supplier answered, time to make good, and whether it is final.',
    answers: SettlementAnswer,
  })
  async readSettlement(
    @CurrentActor() actor: Actor,
    @IdParam('contractId') contractId: string,
  ): Promise<SettlementAnswer> {
    return toSettlementAnswer(await this.settlements.settlement(actor, contractId));
  }
}
