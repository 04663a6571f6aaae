import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam } from '@sr/platform';
import { ClaimsService } from '../claims.service';
import { EvidenceService } from '../evidence.service';
import { ClaimAnswer, ClaimListQuery, ClaimPage } from './claims.dto';
import { toClaim, toClaimFilter, toClaimPage } from './claims.mapping';
import { toDeclaration, toOneEvidence } from './placements.mapping';
import {
  EVIDENCE_WRONG,
  EXTENSION_WRONG,
  EvidenceAnswer,
  EvidenceBody,
  ExtendTermBody,
  JudgeEvidenceBody,
} from './shared.dto';

/** Claims, for their supplier and the team that verifies. */
@ApiTags('Claims')
@Controller('claims')
export class ClaimsController {
  constructor(
    private readonly claims: ClaimsService,
    private readonly evidence: EvidenceService,
  ) {}

  @Get()
  @Allow('claims.read', { summary: 'List claims', answers: ClaimPage })
  async listClaims(@CurrentActor() actor: Actor, @Query() query: ClaimListQuery): Promise<ClaimPage> {
    return toClaimPage(await this.claims.list(actor, toClaimFilter(query), query));
  }

  @Get(':claimId')
  @Allow('claims.read', {
    summary: 'Read a claim: figures, warnings, evidence, how its value is worked out, and what was decided',
    answers: ClaimAnswer,
  })
  async readClaim(@CurrentActor() actor: Actor, @IdParam('claimId') claimId: string): Promise<ClaimAnswer> {
    return toClaim(await this.claims.file(actor, claimId));
  }

  @Post(':claimId/extensions')
  @Allow('answers.extend', {
    summary: 'Give an official more time to answer a claim',
    status: 200,
    answers: ClaimAnswer,
    refuses: ['claim.already_decided', ...EXTENSION_WRONG],
  })
  async extendClaimAnswer(
    @CurrentActor() actor: Actor,
    @IdParam('claimId') claimId: string,
    @Body() { dueOn, reason }: ExtendTermBody,
  ): Promise<ClaimAnswer> {
    return toClaim(await this.claims.extendAnswer(actor, claimId, dueOn, reason));
  }

  @Post(':claimId/evidence')
  @Allow('placements.write', {
    summary: 'Declare evidence that you saw of a purchase or activity',
    description: 'Of hours the evidence is declared with their placement.',
    status: 201,
    answers: EvidenceAnswer,
    refuses: EVIDENCE_WRONG,
  })
  async declareClaimEvidence(
    @CurrentActor() actor: Actor,
    @IdParam('claimId') claimId: string,
    @Body() body: EvidenceBody,
  ): Promise<EvidenceAnswer> {
    return toOneEvidence(await this.evidence.declare(actor, { claimId }, toDeclaration(body)));
  }

  @Post(':claimId/evidence/:evidenceId/verdicts')
  @Allow('claims.decide', {
    summary: 'Say whether evidence of a purchase or activity is sufficient',
    description: 'Never by who declared it. A later verdict takes the place of an earlier one.',
    status: 200,
    answers: EvidenceAnswer,
    refuses: ['evidence.own', 'evidence.reason_missing'],
  })
  async judgeClaimEvidence(
    @CurrentActor() actor: Actor,
    @IdParam('claimId') claimId: string,
    @IdParam('evidenceId') evidenceId: string,
    @Body() { verdict, reason = null }: JudgeEvidenceBody,
  ): Promise<EvidenceAnswer> {
    return toOneEvidence(await this.evidence.judge(actor, { claimId }, evidenceId, verdict, reason));
  }
}
