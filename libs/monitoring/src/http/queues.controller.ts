import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@sr/identity';
import type { Actor } from '@sr/kernel';
import { CurrentActor } from '@sr/platform';
import { JobsBoardService } from '../jobs-board.service';
import { toFailedJobPage } from './monitoring.mapping';
import { FailedJobPage, FailedJobsQuery, QueueList, RetriedJobs, RetryJobsBody } from './queues.dto';

/** The work that the product does by itself. */
@ApiTags('Jobs')
@Controller()
export class QueuesController {
  constructor(private readonly board: JobsBoardService) {}

  @Get('queues')
  @Allow('jobs.read', {
    summary: 'List how much work waits, runs and failed, by job',
    description: 'With what has happened and did not become a job yet: when that grows, no worker runs.',
    answers: QueueList,
  })
  async listQueues(): Promise<QueueList> {
    const { jobs, outbox } = await this.board.depths();
    return { items: jobs, outbox: { ...outbox, since: outbox.since?.toISOString() ?? null } };
  }

  @Get('failed-jobs')
  @Allow('jobs.read', {
    summary: 'List the jobs that failed for good',
    description: 'With what went wrong. They wait until somebody has them tried again.',
    answers: FailedJobPage,
  })
  async listFailedJobs(@Query() query: FailedJobsQuery): Promise<FailedJobPage> {
    return toFailedJobPage(await this.board.failed(query.name, query));
  }

  @Post('failed-jobs/retries')
  @Allow('jobs.retry', {
    summary: 'Have a failed job tried again, or all of a name',
    description: 'As often as a new job.',
    answers: RetriedJobs,
  })
  async retryFailedJobs(
    @CurrentActor() actor: Actor,
    @Body() { name, id = null }: RetryJobsBody,
  ): Promise<RetriedJobs> {
    return { retried: await this.board.retry(actor, name, id) };
  }
}
