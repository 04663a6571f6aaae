/** What a job is given: ids only, never data of people. An event's payload becomes that of the jobs that listen to it. */
export type JobPayload = Readonly<Record<string, string | readonly string[]>>;

/** How a job is tried, tried again, and held back. */
export interface JobSettings {
  /** How often it is tried at most, the first time included; after that it is a dead letter. */
  readonly attempts: number;
  /** What is waited before the second try; twice as long before each next one, and never more than `mostMs`. */
  readonly backoff: { readonly delayMs: number; readonly mostMs: number };
  /** How many of these jobs one worker process does at the same time. */
  readonly concurrency: number;
  /** How many of these jobs begin in a stretch of time, over all workers. */
  readonly rate?: { readonly max: number; readonly perMs: number };
}

/** The job that a handler is at work on. */
export interface RunningJob {
  readonly id: string;
  /** 1 the first time. */
  readonly attempt: number;
  /** Whether it becomes a dead letter when it fails now. */
  readonly last: boolean;
}

/** A job that failed for good: nobody tries it again unless an operator asks. */
export interface FailedJob {
  readonly name: string;
  readonly id: string;
  /** Why, in the words of the error; addresses of people are left out. */
  readonly reason: string;
  /** How often it was tried. */
  readonly attempts: number;
  readonly failedAt: Date;
  readonly payload: JobPayload;
}

/** How many jobs of one name there are. */
export interface JobCounts {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  /** Waiting for their moment: to be tried again, or held back. */
  readonly delayed: number;
  /** Dead letters. */
  readonly failed: number;
  /** Done, of those that are still kept. */
  readonly completed: number;
}

/** Thrown by a handler when trying again cannot help: the job is a dead letter at once. */
export class GiveUp extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'GiveUp';
  }
}

/** How long to wait before the next try, after `failures` tries that failed. */
export function waitBeforeNext({ delayMs, mostMs }: JobSettings['backoff'], failures: number): number {
  // From 2^30 on the delay has long passed every bound; the exponent would overflow first.
  return Math.min(delayMs * 2 ** Math.min(Math.max(failures, 1) - 1, 30), mostMs);
}
