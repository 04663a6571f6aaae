import { SIGNALS } from '@sr/impact';
import { Cents, Choice, Day, Id, ListOf, Moment, PageQuery, Text, Whole } from '@sr/platform';
import { NEXT } from './shared.dto';

const COUNT = { max: 1_000_000_000, example: 120 };

/** A run of the daily job that makes reminders. */
export class SweepAnswer {
  @Day({ description: 'The day.', example: '2026-01-23' })
  readonly day!: string;

  @Moment({ description: 'When it began, or began again.' })
  readonly startedAt!: string;

  @Moment({ description: 'When it was done; null while it runs, or when it broke.', nullable: true })
  readonly finishedAt!: string | null;

  @Whole({ description: 'How many supplier groups there are, and one for the network itself.', ...COUNT })
  readonly groups!: number;

  @Whole({ description: 'How many of those are done.', ...COUNT })
  readonly groupsDone!: number;

  @Whole({ description: 'How many work items waited.', ...COUNT })
  readonly workItems!: number;

  @Whole({ description: 'How many reminders were made.', ...COUNT })
  readonly reminders!: number;

  @Whole({ description: 'How many mails went out.', ...COUNT })
  readonly mails!: number;
}

/** A page of runs. */
export class SweepPage {
  @ListOf(() => SweepAnswer, { description: 'The newest first.', max: 100 })
  readonly items!: readonly SweepAnswer[];

  @Text(NEXT)
  readonly next!: string | null;
}

/** Of what changes are asked: one of both. */
export class SignalChangesQuery extends PageQuery {
  @Id({ description: 'Of this plan.', optional: true })
  readonly planId?: string;

  @Id({ description: 'Of this contract.', optional: true })
  readonly contractId?: string;
}

/** That a plan or a contract began to go otherwise. */
export class SignalChangeAnswer {
  @Whole({ description: 'The number of the change.', min: 1, example: 512 })
  readonly id!: number;

  @Choice(['PLAN', 'CONTRACT'], { description: 'Of what.', example: 'PLAN' })
  readonly subjectType!: string;

  @Id({ description: 'The plan or the contract.' })
  readonly subjectId!: string;

  @Id({ description: 'The plan that it is in.', nullable: true })
  readonly planId!: string | null;

  @Choice(SIGNALS, { description: 'The signal before; null when there was none.', nullable: true, example: 'BEHIND' })
  readonly before!: string | null;

  @Choice(SIGNALS, { description: 'The signal since.', example: 'AT_RISK' })
  readonly after!: string;

  @Day({ description: 'The day of the change.', example: '2026-01-23' })
  readonly changedOn!: string;

  @Cents({
    description: 'What was not expected to be filled; null of a plan of which you see a part.',
    max: Number.MAX_SAFE_INTEGER,
    nullable: true,
    example: 24_000_000,
  })
  readonly atRiskCents!: number | null;
}

/** A page of changes. */
export class SignalChangePage {
  @ListOf(() => SignalChangeAnswer, { description: 'The newest first.', max: 100 })
  readonly items!: readonly SignalChangeAnswer[];

  @Text(NEXT)
  readonly next!: string | null;
}
