import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor } from '@sr/platform';
import { MomentsService } from '../reminders/moments.service';
import { ReminderMomentList } from './reminder-moments.dto';
import { toMoment } from './monitoring.mapping';

/** What people are reminded of, and when. */
@ApiTags('Reminders')
@Controller('reminder-moments')
export class ReminderMomentsController {
  constructor(private readonly moments: MomentsService) {}

  @Get()
  @Allow('signed-in', {
    summary: 'List what people are reminded of and when',
    description: 'The versions that hold today or later.',
    answers: ReminderMomentList,
  })
  async listReminderMoments(@CurrentActor() actor: Actor): Promise<ReminderMomentList> {
    return { items: (await this.moments.current(actor)).map(toMoment) };
  }
}
