import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor } from '@sr/platform';
import { ObligationsService } from '../obligations.service';
import { toQuestion } from './contracts.mapping';
import { ObligationProposalAnswer, ThresholdRuleList } from './obligation-answers.dto';
import { ProposeObligationBody } from './obligations.dto';

/** When Social Return is asked for, and how much: the rules, and what they make of a contract. */
@ApiTags('Contracts')
@Controller()
export class ThresholdRulesController {
  constructor(private readonly obligations: ObligationsService) {}

  @Get('threshold-rules')
  @Allow('reference-data.read', {
    summary: 'List the rules that say when Social Return is asked for, and how much',
    answers: ThresholdRuleList,
  })
  async listThresholdRules(@CurrentActor() actor: Actor): Promise<ThresholdRuleList> {
    return { items: await this.obligations.thresholdRules(actor) };
  }

  @Post('obligation-proposals')
  @Allow('contracts.read', {
    summary: 'Work out what a rule makes of a contract',
    description:
      'Whether it asks for an obligation, why, and how much, step by step. Nothing is kept; a person decides.',
    answers: ObligationProposalAnswer,
    refuses: ['threshold-rule.unknown'],
  })
  async proposeObligation(
    @CurrentActor() actor: Actor,
    @Body() body: ProposeObligationBody,
  ): Promise<ObligationProposalAnswer> {
    return this.obligations.propose(actor, toQuestion(body), body.ruleCode ?? null);
  }
}
