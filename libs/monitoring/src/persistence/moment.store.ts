import type { LocalDate } from '@sr/kernel';
import { keyAfter, rowsToRead, type PageQuery, type Reader, type Tx } from '@sr/platform';
import type { Deviation, Moment } from '../domain/moment';
import { deviationInScope } from './scope';

interface MomentRow extends Omit<Moment, 'from' | 'until'> {
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate | null;
}

/** All versions of all moments: a few dozen rows. */
export async function moments(reader: Reader): Promise<Moment[]> {
  const rows = await reader.query<MomentRow>(
    `select code, valid_from as "validFrom", valid_until as "validUntil", kinds, steps, source
     from monitoring.moment order by code, valid_from`,
  );
  return rows.map(({ validFrom: from, validUntil: until, ...row }) => ({ ...row, from, until }));
}

/** Writes the versions of a file: those that are known by their first day are made equal to it. */
export async function writeMoments(tx: Tx, all: readonly Moment[]): Promise<void> {
  for (const { code, from, until, kinds, steps, source } of all) {
    await tx.query(
      `insert into monitoring.moment (code, valid_from, valid_until, kinds, steps, source)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (code, valid_from) do update
         set valid_until = excluded.valid_until, kinds = excluded.kinds, steps = excluded.steps, source = excluded.source`,
      [code, from, until, kinds, JSON.stringify(steps), source],
    );
  }
}

interface DeviationRow extends Omit<Deviation, 'change' | 'from' | 'until'> {
  readonly laterDays: number | null;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** A deviation with who made it. */
export interface KeptDeviation extends Deviation {
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

const DEVIATION = `id, moment, principal_code as "principalCode", plan_id as "planId", later_days as "laterDays", reason,
  starts_on as "startsOn", ends_on as "endsOn", recorded_by as "recordedBy", recorded_at as "recordedAt"`;

const toDeviation = ({ laterDays, startsOn: from, endsOn: until, ...row }: DeviationRow): KeptDeviation => ({
  ...row,
  change: laterDays === null ? { kind: 'SILENT' } : { kind: 'LATER', days: laterDays },
  from,
  until,
});

/**
 * The deviations of these plans and principals that hold on a day or held in the two years before it: what is due goes by
 * the one that held on its own day.
 */
export async function deviationsOn(
  reader: Reader,
  day: LocalDate,
  of: { readonly planIds: readonly string[]; readonly principalCodes: readonly string[] },
): Promise<Deviation[]> {
  const rows = await reader.query<DeviationRow>(
    `select ${DEVIATION} from monitoring.deviation
     where starts_on <= $1::date and ends_on >= $1::date - 731
       and (plan_id = any ($2::uuid[]) or principal_code = any ($3::text[]))
     order by id`,
    [day, of.planIds, of.principalCodes],
  );
  return rows.map(toDeviation);
}

/** The deviations in the reader's sight, the last to end first, one row more than the page holds. */
export async function deviationPage(reader: Reader, page: PageQuery): Promise<KeptDeviation[]> {
  const [endsOn, id] = keyAfter(page, 'day', 'uuid') ?? [null, null];
  const parameters: unknown[] = [endsOn, id];
  const scope = deviationInScope(reader.scope, parameters);
  const rows = await reader.query<DeviationRow>(
    `select ${DEVIATION} from monitoring.deviation d
     where ${scope} and ($1::date is null or (ends_on, id) < ($1::date, $2::uuid))
     order by ends_on desc, id desc limit ${rowsToRead(page)}`,
    parameters,
  );
  return rows.map(toDeviation);
}

/** A deviation in the reader's sight. */
export async function deviation(reader: Reader, id: string): Promise<KeptDeviation | null> {
  const parameters: unknown[] = [id];
  const scope = deviationInScope(reader.scope, parameters);
  const [row] = await reader.query<DeviationRow>(
    `select ${DEVIATION} from monitoring.deviation d where id = $1::uuid and ${scope}`,
    parameters,
  );
  return row === undefined ? null : toDeviation(row);
}

/** What a deviation is of: all items of a principal, or of a plan. */
export type DeviationSubject = Pick<Deviation, 'moment' | 'principalCode' | 'planId'>;

/** One at a time makes or ends deviations of this moment and subject, until its transaction ends. */
export async function lockDeviations(tx: Tx, { moment, principalCode, planId }: DeviationSubject): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('monitoring.deviation ' || $1 || ' ' || $2, 0))`, [
    moment,
    principalCode ?? planId,
  ]);
}

/** The deviations of this moment and subject that hold on a day or later. */
export async function deviationsFrom(
  reader: Reader,
  { moment, principalCode, planId }: DeviationSubject,
  day: LocalDate,
): Promise<Deviation[]> {
  const rows = await reader.query<DeviationRow>(
    `select ${DEVIATION} from monitoring.deviation
     where moment = $1 and principal_code is not distinct from $2 and plan_id is not distinct from $3::uuid
       and ends_on >= $4::date
     order by starts_on`,
    [moment, principalCode, planId, day],
  );
  return rows.map(toDeviation);
}

export async function insertDeviation(tx: Tx, kept: KeptDeviation): Promise<void> {
  const { id, moment, principalCode, planId, change, reason, from, until, recordedBy, recordedAt } = kept;
  await tx.query(
    `insert into monitoring.deviation
       (id, moment, principal_code, plan_id, later_days, reason, starts_on, ends_on, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      moment,
      principalCode,
      planId,
      change.kind === 'LATER' ? change.days : null,
      reason,
      from,
      until,
      recordedBy,
      recordedAt,
    ],
  );
}

/** Makes another day the last of a deviation. */
export async function endDeviation(tx: Tx, id: string, until: LocalDate): Promise<void> {
  await tx.query('update monitoring.deviation set ends_on = $2::date where id = $1::uuid', [id, until]);
}
