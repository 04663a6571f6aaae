import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor } from '@sr/platform';
import { RemindersService } from '../reminders/reminders.service';
import { SilencePage, SilencesQuery } from './silences.dto';
import { toSilencePage } from './monitoring.mapping';

/** Who was written to and did nothing. */
@ApiTags('Reminders')
@Controller('silences')
export class SilencesController {
  constructor(private readonly reminders: RemindersService) {}

  @Get()
  @Allow('silences.read', {
    summary: 'List the organisations that were mailed about late work and did not do it, the longest silent first',
    description:
      'Work that waits for them, is past its last day, and is still open. A contract manager sees suppliers, in the own plans.',
    answers: SilencePage,
  })
  async listSilences(@CurrentActor() actor: Actor, @Query() query: SilencesQuery): Promise<SilencePage> {
    return toSilencePage(await this.reminders.silences(actor, query, query));
  }
}
