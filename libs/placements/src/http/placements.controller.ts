import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam } from '@sr/platform';
import { EvidenceService } from '../evidence.service';
import { PlacementsService } from '../placements.service';
import {
  ChangePlacementBody,
  EndPlacementBody,
  PlacementFileAnswer,
  PlacementAnswer,
  PlacementListQuery,
  PlacementPage,
  RegisterPlacementBody,
} from './placements.dto';
import {
  toChange,
  toDeclaration,
  toOneEvidence,
  toPlacement,
  toPlacementFile,
  toPlacementPage,
  toRegistration,
} from './placements.mapping';
import { EVIDENCE_WRONG, EvidenceAnswer, EvidenceBody, JudgeEvidenceBody } from './shared.dto';

const WRONG = [
  'placement.term_backwards',
  'placement.block_unknown',
  'placement.block_of_other_kind',
  'placement.bonus_unknown',
  'placement.bonus_repeated',
  'placement.region_unknown',
  'realised.own_with_other_party',
];

/** Candidates at work, for their supplier and the team that verifies. */
@ApiTags('Placements')
@Controller('placements')
export class PlacementsController {
  constructor(
    private readonly placements: PlacementsService,
    private readonly evidence: EvidenceService,
  ) {}

  @Get()
  @Allow('placements.read', { summary: 'List placements', answers: PlacementPage })
  async listPlacements(@CurrentActor() actor: Actor, @Query() query: PlacementListQuery): Promise<PlacementPage> {
    return toPlacementPage(await this.placements.listPlacements(actor, query, query));
  }

  @Post()
  @Allow('placements.write', {
    summary: 'Register a placement',
    description: 'A candidate is your own reference: no name, no number of a person.',
    status: 201,
    answers: PlacementAnswer,
    refuses: [...WRONG, 'placement.ref_taken', 'plan.supplier_outside_group', 'plan.ended'],
  })
  async registerPlacement(@CurrentActor() actor: Actor, @Body() body: RegisterPlacementBody): Promise<PlacementAnswer> {
    const { id } = await this.placements.registerPlacement(actor, toRegistration(body), true);
    return toPlacement(await this.placements.placementFile(actor, id));
  }

  @Get(':placementId')
  @Allow('placements.read', {
    summary: 'Read a placement, with its evidence and its counting limit',
    answers: PlacementFileAnswer,
  })
  async readPlacement(
    @CurrentActor() actor: Actor,
    @IdParam('placementId') placementId: string,
  ): Promise<PlacementFileAnswer> {
    return toPlacementFile(await this.placements.placementFile(actor, placementId));
  }

  @Patch(':placementId')
  @Allow('placements.write', {
    summary: 'Change a placement',
    description: 'Once hours are claimed, block, bonuses, employment form and first day stay as they are.',
    answers: PlacementFileAnswer,
    refuses: [...WRONG, 'placement.stale', 'placement.claimed'],
  })
  async changePlacement(
    @CurrentActor() actor: Actor,
    @IdParam('placementId') placementId: string,
    @Body() body: ChangePlacementBody,
  ): Promise<PlacementFileAnswer> {
    return toPlacementFile(await this.placements.changePlacement(actor, placementId, toChange(body)));
  }

  @Post(':placementId/ends')
  @Allow('placements.write', {
    summary: 'End a placement',
    description: 'Also to put right a last day that was given before.',
    status: 200,
    answers: PlacementFileAnswer,
    refuses: ['placement.stale', 'placement.term_backwards', 'placement.claimed_after_end'],
  })
  async endPlacement(
    @CurrentActor() actor: Actor,
    @IdParam('placementId') placementId: string,
    @Body() { endsOn, version }: EndPlacementBody,
  ): Promise<PlacementFileAnswer> {
    return toPlacementFile(await this.placements.endPlacement(actor, placementId, endsOn, version));
  }

  @Post(':placementId/evidence')
  @Allow('placements.write', {
    summary: 'Declare evidence that you saw',
    description: 'What it is, when you saw it and until when it holds. The paper stays with you.',
    status: 201,
    answers: EvidenceAnswer,
    refuses: EVIDENCE_WRONG,
  })
  async declarePlacementEvidence(
    @CurrentActor() actor: Actor,
    @IdParam('placementId') placementId: string,
    @Body() body: EvidenceBody,
  ): Promise<EvidenceAnswer> {
    return toOneEvidence(await this.evidence.declare(actor, { placementId }, toDeclaration(body)));
  }

  @Post(':placementId/evidence/:evidenceId/verdicts')
  @Allow('claims.decide', {
    summary: 'Say whether evidence is sufficient',
    description: 'Never by who declared it. A later verdict takes the place of an earlier one.',
    status: 200,
    answers: EvidenceAnswer,
    refuses: ['evidence.own', 'evidence.reason_missing'],
  })
  async judgePlacementEvidence(
    @CurrentActor() actor: Actor,
    @IdParam('placementId') placementId: string,
    @IdParam('evidenceId') evidenceId: string,
    @Body() { verdict, reason = null }: JudgeEvidenceBody,
  ): Promise<EvidenceAnswer> {
    return toOneEvidence(await this.evidence.judge(actor, { placementId }, evidenceId, verdict, reason));
  }
}
