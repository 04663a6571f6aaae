import type { Db } from '../database/db';
import type { FailedJob, JobCounts } from './job';
import { KEEP_FAILED, type JobQueues } from './job-queues';

/** How many events wait to become jobs, and since when. */
export interface WaitingEvents {
  readonly waiting: number;
  /** When the oldest was recorded; null when none waits. */
  readonly since: Date | null;
}

/** What an operator sees of the queues, and does with what failed; in any process, whoever handles the jobs. */
export class JobBoard {
  constructor(
    private readonly db: Db,
    private readonly queues: JobQueues,
  ) {}

  /** How many jobs there are, by name and state: of every name that a worker ever handled. */
  async counts(): Promise<JobCounts[]> {
    const counts: JobCounts[] = [];
    for (const name of await this.queues.names()) {
      const found = await this.queues.with(name, (queue) =>
        queue.getJobCounts('waiting', 'active', 'delayed', 'failed', 'completed'),
      );
      const of = (state: string): number => found[state] ?? 0;
      counts.push({
        name,
        waiting: of('waiting'),
        active: of('active'),
        delayed: of('delayed'),
        failed: of('failed'),
        completed: of('completed'),
      });
    }
    return counts;
  }

  /** Dead letters, of one name or all, the newest first, and how many there are. */
  async failed(page: { name?: string; skip: number; take: number }): Promise<{ total: number; jobs: FailedJob[] }> {
    const { skip, take } = page;
    let total = 0;
    const jobs: FailedJob[] = [];
    for (const name of await this.namesOf(page.name)) {
      total += await this.queues.with(name, (queue) => queue.getFailedCount());
      const found = await this.queues.with(name, (queue) => queue.getFailed(0, skip + take - 1));
      jobs.push(
        ...found.map(({ id, failedReason, attemptsMade, finishedOn, data }) => ({
          name,
          id: id ?? '',
          reason: failedReason,
          attempts: attemptsMade,
          failedAt: new Date(finishedOn ?? 0),
          payload: data,
        })),
      );
    }
    jobs.sort((a, b) => b.failedAt.getTime() - a.failedAt.getTime());
    return { total, jobs: jobs.slice(skip, skip + take) };
  }

  /** Has a dead letter tried again, as often as a new job. @returns whether there was one with this id */
  async retry(name: string, id: string): Promise<boolean> {
    if (!(await this.namesOf(name)).includes(name)) return false;
    return this.queues.with(name, async (queue) => {
      const job = await queue.getJob(id);
      if (!job || !(await job.isFailed())) return false;
      await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
      return true;
    });
  }

  /** Has all dead letters, of one name or all, tried again. @returns how many there were */
  async retryAll(name?: string): Promise<number> {
    const { jobs } = await this.failed({ ...(name === undefined ? {} : { name }), skip: 0, take: KEEP_FAILED.count });
    let count = 0;
    for (const job of jobs) if (await this.retry(job.name, job.id)) count += 1;
    return count;
  }

  /** How many events wait in the outbox to become jobs, and since when. Many, or long: no worker runs. */
  async outbox(): Promise<WaitingEvents> {
    const [row] = await this.db.ask<{ waiting: number; since: Date | null }>(
      `select count(*)::int as waiting, min(recorded_at) as since from platform.outbox where relayed_at is null`,
    );
    return row ?? { waiting: 0, since: null };
  }

  private async namesOf(name: string | undefined): Promise<string[]> {
    const names = await this.queues.names();
    return name === undefined ? names : names.filter((each) => each === name);
  }
}
