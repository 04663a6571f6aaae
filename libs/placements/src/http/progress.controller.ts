import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, IdParam } from '@sr/platform';
import { ClaimsService } from '../claims.service';
import { PlanProgressAnswer } from './progress.dto';

/** What was accepted in a plan in persons, hours and activities: how form-free goals are followed. */
@ApiTags('Plans')
@Controller('plans')
export class ProgressController {
  constructor(private readonly claims: ClaimsService) {}

  @Get(':planId/progress')
  @Allow('statements.read', {
    summary: 'Read how far a plan is in persons, hours and activities',
    description:
      'Form-free goals have no euros and are followed in their own unit. Ministries read it of form-free plans, without figures on fewer than 5 persons.',
    answers: PlanProgressAnswer,
    refuses: ['plan.not_form_free'],
  })
  readPlanProgress(@CurrentActor() actor: Actor, @IdParam('planId') planId: string): Promise<PlanProgressAnswer> {
    return this.claims.progress(actor, planId);
  }
}
