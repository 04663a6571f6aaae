import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam } from '@sr/platform';
import type { MilestoneSubject } from '../domain/milestone';
import { MilestonesService } from '../work/milestones.service';
import {
  MilestoneAnswer,
  MilestonePage,
  MilestonesQuery,
  RecordMilestoneBody,
  WithdrawMilestoneBody,
} from './milestones.dto';
import { toMilestone, toMilestonePage } from './monitoring.mapping';

/** Talks that were held and things that were delivered. */
@ApiTags('Milestones')
@Controller('milestones')
export class MilestonesController {
  constructor(private readonly milestones: MilestonesService) {}

  @Get()
  @Allow('contracts.read', {
    summary: 'List what was held on a contract or a placement, or by the network',
    description:
      'Of a contract for its principal, its supplier and the network; of a placement for its supplier; of the network for the network. Of what is out of sight: nothing.',
    answers: MilestonePage,
  })
  async listMilestones(@CurrentActor() actor: Actor, @Query() query: MilestonesQuery): Promise<MilestonePage> {
    const subject: MilestoneSubject = { type: query.subjectType, id: query.subjectId };
    return toMilestonePage(await this.milestones.list(actor, subject, query));
  }

  @Post()
  @Allow('milestones.record', {
    summary: 'Write down that a talk was held or something was delivered',
    description:
      'When, and what came of it. The work that asked for it is done by this. Of a contract: its contract manager, or the network; of a placement: its supplier; of the network: its coordinator. It cannot be changed; what is a mistake is withdrawn.',
    status: 201,
    answers: MilestoneAnswer,
    refuses: [
      'milestone.of_other_subject',
      'milestone.in_the_future',
      'milestone.too_early',
      'milestone.subject_unknown',
      'milestone.not_yours',
    ],
  })
  async recordMilestone(@CurrentActor() actor: Actor, @Body() body: RecordMilestoneBody): Promise<MilestoneAnswer> {
    const { kind, subjectType: type, subjectId: id, heldOn, note } = body;
    return toMilestone(await this.milestones.record(actor, { kind, subject: { type, id }, heldOn, note }));
  }

  @Post(':milestoneId/withdrawals')
  @Allow('milestones.record', {
    summary: 'Take back what was written down by mistake',
    description:
      'What somebody of your own organisation wrote down. It stays to be read with the reason, and the work that it ended waits again.',
    status: 201,
    answers: MilestoneAnswer,
    refuses: ['milestone.unknown', 'milestone.of_others', 'milestone.withdrawn_already'],
  })
  async withdrawMilestone(
    @CurrentActor() actor: Actor,
    @IdParam('milestoneId') milestoneId: string,
    @Body() { reason }: WithdrawMilestoneBody,
  ): Promise<MilestoneAnswer> {
    return toMilestone(await this.milestones.withdraw(actor, milestoneId, reason));
  }
}
