import { AnyFields, ListOf, Moment, Nested, PageQuery, Text, Whole } from '@sr/platform';
import { NEXT } from './shared.dto';

const COUNT = { max: 1_000_000_000, example: 0 };
const JOB = {
  max: 100,
  pattern: /^[a-z-]+\.[a-z-]+$/,
  shape: 'Write the name of a job, such as monitoring.send-digest.',
  example: 'monitoring.send-digest',
};
const JOB_ID = { max: 200, pattern: /^[\w:.-]{1,200}$/, shape: 'Write the id of a job.', example: 'evt-4711-mail' };

/** How many jobs of one name there are. */
export class QueueAnswer {
  @Text({ description: 'The name of the job.', ...JOB })
  readonly name!: string;

  @Whole({ description: 'Waiting for their turn.', ...COUNT })
  readonly waiting!: number;

  @Whole({ description: 'At work now.', ...COUNT })
  readonly active!: number;

  @Whole({ description: 'To be tried again later.', ...COUNT })
  readonly delayed!: number;

  @Whole({ description: 'Failed for good: somebody has to look.', ...COUNT })
  readonly failed!: number;

  @Whole({ description: 'Done, of those that are kept.', ...COUNT })
  readonly completed!: number;
}

/** What has happened and did not become a job yet. */
export class OutboxAnswer {
  @Whole({ description: 'How many events wait. Many: no worker runs.', ...COUNT })
  readonly waiting!: number;

  @Moment({ description: 'Since when the oldest waits; null when none does.', nullable: true })
  readonly since!: string | null;
}

/** All queues. */
export class QueueList {
  @ListOf(() => QueueAnswer, { description: 'By name: every job that a worker ever knew.', max: 1000 })
  readonly items!: readonly QueueAnswer[];

  @Nested(() => OutboxAnswer, { description: 'What waits to become a job.' })
  readonly outbox!: OutboxAnswer;
}

/** Narrows the list of failed jobs. */
export class FailedJobsQuery extends PageQuery {
  @Text({ description: 'Only jobs of this name.', ...JOB, optional: true })
  readonly name?: string;
}

/** A job that failed for good. */
export class FailedJobAnswer {
  @Text({ description: 'The name of the job.', ...JOB })
  readonly name!: string;

  @Text({ description: 'The id, one of its name.', ...JOB_ID })
  readonly id!: string;

  @Text({ description: 'What went wrong.', max: 500, example: 'The mail server cannot be reached.' })
  readonly reason!: string;

  @Whole({ description: 'How often it was tried.', ...COUNT, example: 5 })
  readonly attempts!: number;

  @Moment({ description: 'When it failed for the last time.' })
  readonly failedAt!: string;

  @AnyFields({
    description: 'The ids that it is about.',
    example: { digestId: '0196f1ce-6f3a-7c11-9a4e-0d6f6f1b2c3d' },
  })
  readonly payload!: Readonly<Record<string, unknown>>;
}

/** A page of failed jobs. */
export class FailedJobPage {
  @ListOf(() => FailedJobAnswer, { description: 'The newest first.', max: 100 })
  readonly items!: readonly FailedJobAnswer[];

  @Text(NEXT)
  readonly next!: string | null;
}

/** Has failed jobs tried again. */
export class RetryJobsBody {
  @Text({ description: 'The name of the job.', ...JOB })
  readonly name!: string;

  @Text({ description: 'The id; left out: all of this name.', ...JOB_ID, optional: true, nullable: true })
  readonly id?: string | null;
}

/** What is tried again. */
export class RetriedJobs {
  @Whole({ description: 'How many jobs.', ...COUNT, example: 1 })
  readonly retried!: number;
}
