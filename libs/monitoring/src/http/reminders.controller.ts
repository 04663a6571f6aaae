import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor } from '@sr/platform';
import { RemindersService } from '../reminders/reminders.service';
import { ReminderPage, RemindersQuery } from './reminders.dto';
import { toReminderPage } from './monitoring.mapping';

/** What was sent to whom. */
@ApiTags('Reminders')
@Controller('reminders')
export class RemindersController {
  constructor(private readonly reminders: RemindersService) {}

  @Get()
  @Allow('signed-in', {
    summary: 'List what was sent to whom about a plan or a contract, or to you',
    description:
      'Both sides see what was sent to either, save what is of one side only. Names are told of people whom you may see; of others the side. Without a plan or a contract: what went to you.',
    answers: ReminderPage,
  })
  async listReminders(@CurrentActor() actor: Actor, @Query() query: RemindersQuery): Promise<ReminderPage> {
    return toReminderPage(await this.reminders.sent(actor, query, query));
  }
}
