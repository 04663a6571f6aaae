import type { LocalDate } from '@sr/kernel';
import { keyAfter, rowsToRead, type PageQuery, type Reader, type Tx } from '@sr/platform';

/** A run of the daily job. */
export interface Sweep {
  readonly day: LocalDate;
  readonly startedAt: Date;
  /** Null while it runs, or when it broke: the next attempt goes over everything again, and makes nothing twice. */
  readonly finishedAt: Date | null;
  /** How many supplier groups there are, and how many it did. */
  readonly groups: number;
  readonly groupsDone: number;
  /** What waits, what people hear of it for the first time today, and in how many mails. */
  readonly items: number;
  readonly reminders: number;
  readonly digests: number;
}

/**
 * One run at a time makes reminders and closes mails, until its transaction ends: else a mail could go while another run
 * puts something into it.
 */
export async function lockSweep(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('monitoring.sweep', 0))`);
}

/** Begins the run of a day, or begins it again. */
export async function beginSweep(tx: Tx, day: LocalDate, groups: number, now: Date): Promise<void> {
  await tx.query(
    `insert into monitoring.sweep (day, started_at, groups) values ($1::date, $2, $3)
     on conflict (day) do update set started_at = excluded.started_at, finished_at = null, groups = excluded.groups,
       groups_done = 0, items = 0`,
    [day, now, groups],
  );
}

/** Adds what was done for so many groups: when several runs are at it at once, at most all that there are. */
export async function addToSweep(
  tx: Tx,
  day: LocalDate,
  { groups, items, reminders }: Pick<Sweep, 'groups' | 'items' | 'reminders'>,
): Promise<void> {
  await tx.query(
    `update monitoring.sweep set groups_done = least(groups, groups_done + $2), items = items + $3, reminders = reminders + $4
     where day = $1::date`,
    [day, groups, items, reminders],
  );
}

/** Adds the mails that were closed. */
export async function addDigests(tx: Tx, day: LocalDate, digests: number): Promise<void> {
  await tx.query('update monitoring.sweep set digests = digests + $2 where day = $1::date', [day, digests]);
}

/** All of a day was done. */
export async function finishSweep(tx: Tx, day: LocalDate, now: Date): Promise<void> {
  await tx.query('update monitoring.sweep set finished_at = $2 where day = $1::date', [day, now]);
}

/** The runs, the newest first; one row more than the page holds. */
export function sweepPage(reader: Reader, page: PageQuery): Promise<Sweep[]> {
  const [day] = keyAfter(page, 'day') ?? [null];
  return reader.query(
    `select day, started_at as "startedAt", finished_at as "finishedAt", groups, groups_done as "groupsDone", items, reminders,
            digests
     from monitoring.sweep where $1::date is null or day < $1::date order by day desc limit ${rowsToRead(page)}`,
    [day],
  );
}
