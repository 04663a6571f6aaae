import { type LocalDate, type Scope } from '@sr/kernel';
import { toExact } from '../database/columns';
import type { Reader } from '../database/db';
import { keyAfter, pageOf, rowsToRead, type Page, type PageQuery } from '../http/page';
import type { Change } from './audit';

/** One line of the trail: who changed what, when, from what to what, and on what ground. */
export interface TrailLine {
  /** Lines are numbered in the order in which they were written. */
  readonly id: number;
  readonly recordedAt: Date;
  readonly actorId: string;
  readonly action: string;
  readonly subject: Change['subject'];
  readonly subjectId: string;
  readonly detail: Readonly<Record<string, unknown>> | null;
  readonly reason: string | null;
  readonly principalCode: string | null;
  readonly supplierGroupId: string | null;
}

/** What a reading of the trail is narrowed to. */
export interface TrailFilter {
  readonly subject?: Change['subject'] | undefined;
  readonly subjectId?: string | undefined;
  readonly actorId?: string | undefined;
  readonly principalCode?: string | undefined;
  readonly action?: string | undefined;
  /** The first and the last day, in the Netherlands. */
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
}

/** The parameters of one statement, numbered as they are named. */
class Parameters {
  readonly values: unknown[] = [];

  /** The place of `value` in the statement. */
  at(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/**
 * The lines that the reader may see, newest first, a page at a time: those of its principals and its supplier group, and
 * of what it did itself; the network and those who see everything read all. Refuses `page.after_wrong`.
 */
export async function readTrail(reader: Reader, filter: TrailFilter, page: PageQuery): Promise<Page<TrailLine>> {
  const parameters = new Parameters();
  const narrowed = [...conditions(filter, parameters), ...after(page, parameters)];
  // Each part by itself, so that each is found by its own index however long the trail is.
  const parts = partsInScope(reader.scope, parameters).map(
    (
      part,
    ) => `(select id, recorded_at as "recordedAt", actor_id as "actorId", action, subject, subject_id as "subjectId",
                  detail, reason, principal_code as "principalCode", supplier_group_id as "supplierGroupId"
                from platform.audit where ${[part, ...narrowed].join(' and ')}
                order by recorded_at desc, id desc limit ${rowsToRead(page)})`,
  );
  if (parts.length === 0) return { items: [], next: null };
  const rows = await reader.query<Omit<TrailLine, 'id'> & { readonly id: string }>(
    `select * from (${parts.join(' union ')}) line order by "recordedAt" desc, id desc limit ${rowsToRead(page)}`,
    parameters.values,
  );
  const lines = rows.map((row): TrailLine => ({ ...row, id: toExact(row.id) }));
  return pageOf(lines, page, ({ id }) => [id]);
}

/** What each part of the scope lets one see; the table's policy says the same. */
function partsInScope(scope: Scope, parameters: Parameters): string[] {
  if (scope.everything) return ['true'];
  return [
    // Of the network: what is of no principal, and what is of its members, of now and before.
    ...(scope.network
      ? ['principal_code is null', ...Object.keys(scope.left).map((code) => `principal_code = ${parameters.at(code)}`)]
      : []),
    ...scope.principals.map((code) => `principal_code = ${parameters.at(code)}`),
    ...scope.supplierGroups.map((id) => `supplier_group_id = ${parameters.at(id)}::uuid`),
    ...(scope.valueTables ? [`subject = 'value-table'`] : []),
    ...(scope.personId === null ? [] : [`actor_id = ${parameters.at(scope.personId)}`]),
  ];
}

function conditions(filter: TrailFilter, parameters: Parameters): string[] {
  const { subject, subjectId, actorId, principalCode, action, from, to } = filter;
  const equal = { subject, subject_id: subjectId, actor_id: actorId, principal_code: principalCode, action };
  const startOf = (day: LocalDate): string => `${parameters.at(day)}::date::timestamp`;
  return [
    ...Object.entries(equal).flatMap(([column, value]) =>
      value === undefined ? [] : [`${column} = ${parameters.at(value)}`],
    ),
    ...(from === undefined ? [] : [`recorded_at >= ${startOf(from)} at time zone 'Europe/Amsterdam'`]),
    ...(to === undefined ? [] : [`recorded_at < (${startOf(to)} + interval '1 day') at time zone 'Europe/Amsterdam'`]),
  ];
}

/** After the line at which the page before ended: its own moment is looked up, since a moment as text is not exact. */
function after(page: PageQuery, parameters: Parameters): string[] {
  const key = keyAfter(page, 'whole');
  if (!key) return [];
  const [id] = key;
  const last = `select recorded_at, id from platform.audit where id = ${parameters.at(id)}`;
  return [`(recorded_at, id) < (${last})`];
}
