import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam, PageQuery } from '@sr/platform';
import { MomentsService } from '../reminders/moments.service';
import { DeviationAnswer, DeviationPage, MakeDeviationBody } from './reminder-moments.dto';
import { toDeviation, toDeviationPage } from './monitoring.mapping';

/** Where reminders come later, or not, for a while. */
@ApiTags('Reminders')
@Controller('reminder-deviations')
export class ReminderDeviationsController {
  constructor(private readonly moments: MomentsService) {}

  @Get()
  @Allow('plans.read', {
    summary: 'List where reminders come later, or not',
    description: 'Of your own principal, and of the plans that you see; those that are over too.',
    answers: DeviationPage,
  })
  async listReminderDeviations(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<DeviationPage> {
    return toDeviationPage(await this.moments.deviations(actor, query));
  }

  @Post()
  @Allow('deviations.make', {
    summary: 'Let reminders come later, or not, for a while',
    description:
      'Of your own principal, or of a plan that you verify. The work stays on the lists, and so does its last day.',
    status: 201,
    answers: DeviationAnswer,
    refuses: [
      'deviation.subject_missing',
      'deviation.moment_unknown',
      'plan.unknown',
      'deviation.not_yours',
      'deviation.in_the_past',
      'deviation.term_backwards',
      'deviation.too_long',
      'deviation.overlaps',
    ],
  })
  async makeReminderDeviation(
    @CurrentActor() actor: Actor,
    @Body() { moment, principalCode = null, planId = null, change, reason, from, until }: MakeDeviationBody,
  ): Promise<DeviationAnswer> {
    return toDeviation(await this.moments.make(actor, { moment, principalCode, planId, change, reason, from, until }));
  }

  @Post(':deviationId/endings')
  @Allow('deviations.make', {
    summary: 'End a deviation: from today it does not hold any more',
    answers: DeviationAnswer,
    refuses: ['deviation.ended', 'deviation.not_yours', 'plan.unknown'],
  })
  async endReminderDeviation(
    @CurrentActor() actor: Actor,
    @IdParam('deviationId') deviationId: string,
  ): Promise<DeviationAnswer> {
    return toDeviation(await this.moments.end(actor, deviationId));
  }
}
