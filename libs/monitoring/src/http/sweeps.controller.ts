import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor, PageQuery } from '@sr/platform';
import { SweepService } from '../reminders/sweep.service';
import { SweepPage } from './sweeps.dto';
import { toSweepPage } from './monitoring.mapping';

/** The daily job that makes reminders. */
@ApiTags('Jobs')
@Controller('sweeps')
export class SweepsController {
  constructor(private readonly sweeps: SweepService) {}

  @Get()
  @Allow('jobs.read', {
    summary: 'List the runs of the daily job that makes reminders',
    description: 'With how far each is.',
    answers: SweepPage,
  })
  async listSweeps(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<SweepPage> {
    return toSweepPage(await this.sweeps.runs(actor, query));
  }
}
