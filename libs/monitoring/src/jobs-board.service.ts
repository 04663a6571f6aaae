import { Injectable } from '@nestjs/common';
import { AppError, type Actor } from '@sr/kernel';
import {
  Clock,
  Db,
  JobBoard,
  keyAfter,
  pageOf,
  recordChanges,
  rowsToRead,
  type FailedJob,
  type JobCounts,
  type Page,
  type PageQuery,
  type WaitingEvents,
} from '@sr/platform';
import { failedJobUnknown } from './monitoring.errors';

/** What work waits, and what failed: for who keeps the product going. */
@Injectable()
export class JobsBoardService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly board: JobBoard,
  ) {}

  /** How much waits, by the name of the job and its state, and what waits to become a job. Refuses `queue.unavailable`. */
  async depths(): Promise<{ readonly jobs: readonly JobCounts[]; readonly outbox: WaitingEvents }> {
    return { jobs: await this.board.counts(), outbox: await this.board.outbox() };
  }

  /** The jobs that failed for good, of one name or all, the newest first. Refuses `page.after_wrong`, `queue.unavailable`. */
  async failed(name: string | undefined, page: PageQuery): Promise<Page<FailedJob>> {
    const [after] = keyAfter(page, 'whole') ?? ['0'];
    const skip = Number(after);
    const { jobs } = await this.board.failed({
      ...(name === undefined ? {} : { name }),
      skip,
      take: rowsToRead(page),
    });
    return pageOf(jobs, page, (job) => [skip + jobs.indexOf(job) + 1]);
  }

  /**
   * Has a job that failed tried again, or all of a name. Refuses `failed-job.unknown` (not found) when an id is given and no
   * job with it failed, and `queue.unavailable`.
   * @returns how many
   */
  async retry(actor: Actor, name: string, id: string | null): Promise<number> {
    if (id !== null && !(await this.board.retry(name, id))) throw new AppError('not-found', [failedJobUnknown()]);
    const count = id === null ? await this.board.retryAll(name) : 1;
    if (count > 0) {
      await this.db.write(actor, (tx) =>
        recordChanges(tx, actor, this.clock.now(), [
          { action: 'job.retried', subject: 'job', subjectId: id ?? name, detail: { name, count } },
        ]),
      );
    }
    return count;
  }
}
