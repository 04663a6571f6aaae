import type { LocalDate } from '@sr/kernel';
import { keyAfter, pageOf, rowsToRead, toExact, type Page, type PageQuery, type Reader, type Tx } from '@sr/platform';
import type { SelectQueryBuilder } from 'typeorm';
import type { ClaimToCopy } from '../domain/copy-last-period';
import type { QuarterOfSupplier, Report, ReportState } from '../domain/report';
import type { ReportLines } from '../domain/report-lines';
import { extensionSchema, reportSchema, type Extension } from './placement.schema';
import { reportsInScope } from './scope';

/** What a list of reports is narrowed to. */
export interface ReportFilter {
  readonly planId?: string | undefined;
  readonly supplierKvkNumber?: string | undefined;
  /** The first day of the quarter. */
  readonly quarter?: LocalDate | undefined;
  readonly state?: ReportState | undefined;
  /** Only those that are (or were submitted) late, or only the others. */
  readonly late?: boolean | undefined;
}

/** A report that is not in the database yet. */
export type NewReport = Omit<Report, 'number' | 'submittedOn'>;

/** Adds a report; its quarter is held (`holdQuarter`). */
export async function insertReport(tx: Tx, report: NewReport): Promise<void> {
  const rows = await tx.query<{ number: string }>(`select nextval('placements.report_number_seq') as number`);
  const number = toExact(rows[0]?.number ?? 0);
  await tx.manager
    .createQueryBuilder()
    .insert()
    .into(reportSchema)
    .values({ ...report, number, onBehalfWriters: [...report.onBehalfWriters] })
    .execute();
}

/** The reports of a supplier on a plan for a quarter, the first first. */
export function reportsOfQuarter(reader: Reader, of: QuarterOfSupplier): Promise<Report[]> {
  return ofQuarter(reader, of).getMany();
}

/**
 * The same, held: until the transaction ends nobody else begins, changes or submits a report of the quarter. What does not
 * exist yet cannot be held as a row, so the quarter itself is too.
 */
export async function holdQuarter(tx: Tx, of: QuarterOfSupplier): Promise<Report[]> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('placements.report ' || $1 || $2 || $3, 0))`, [
    of.planId,
    of.supplierKvkNumber,
    of.quarter,
  ]);
  return ofQuarter(tx, of).setLock('pessimistic_write').getMany();
}

function ofQuarter(
  reader: Reader,
  { planId, supplierKvkNumber, quarter }: QuarterOfSupplier,
): SelectQueryBuilder<Report> {
  return reports(reader)
    .andWhere('report.planId = :planId and report.supplierKvkNumber = :supplierKvkNumber', {
      planId,
      supplierKvkNumber,
    })
    .andWhere('report.quarter = :quarter', { quarter })
    .orderBy('report.sequence');
}

export function reportById(reader: Reader, id: string): Promise<Report | null> {
  return reports(reader).andWhere('report.id = :id', { id }).getOne();
}

/** The report with this id, held: until the transaction ends nobody else can change it. */
export function holdReport(tx: Tx, id: string): Promise<Report | null> {
  return reports(tx).andWhere('report.id = :id', { id }).setLock('pessimistic_write').getOne();
}

export async function updateReport(
  tx: Tx,
  id: string,
  { onBehalfWriters, ...change }: Partial<Omit<Report, 'id' | 'number' | 'submittedOn'>>,
): Promise<void> {
  const writers = onBehalfWriters && { onBehalfWriters: [...onBehalfWriters] };
  await tx.manager.update(reportSchema, { id }, { ...change, ...writers });
}

/** A page of reports, those that are due last first. */
export async function listReports(
  reader: Reader,
  filter: ReportFilter,
  page: PageQuery,
  today: LocalDate,
): Promise<Page<Report>> {
  const query = reports(reader);
  const { planId, supplierKvkNumber, quarter, state, late } = filter;
  if (planId !== undefined) query.andWhere('report.planId = :planId', { planId });
  if (supplierKvkNumber !== undefined) {
    query.andWhere('report.supplierKvkNumber = :supplierKvkNumber', { supplierKvkNumber });
  }
  if (quarter !== undefined) query.andWhere('report.quarter = :quarter', { quarter });
  if (state !== undefined) query.andWhere('report.state = :state', { state });
  if (late !== undefined) {
    query.andWhere(
      '((report.sequence = 1 or report.onBehalfSide is not null) and coalesce(report.submittedOn, cast(:today as date)) > report.dueOn) = :late',
      { today, late },
    );
  }
  const after = keyAfter(page, 'day', 'whole');
  if (after)
    query.andWhere('(report.dueOn, report.number) < (cast(:day as date), cast(:last as bigint))', {
      day: after[0],
      last: after[1],
    });
  const rows = await query
    .orderBy('report.dueOn', 'DESC')
    .addOrderBy('report.number', 'DESC')
    .limit(rowsToRead(page))
    .getMany();
  return pageOf(rows, page, ({ dueOn, number }) => [dueOn, number]);
}

/**
 * The claims of hours in the last quarter before `quarter` for which a supplier claimed any on a plan, that were neither
 * rejected nor reversed; with the months of their report, where they came with one.
 */
export async function claimsToCopy(
  reader: Reader,
  { planId, supplierKvkNumber, quarter }: QuarterOfSupplier,
): Promise<(Omit<ClaimToCopy, 'earmark'> & { readonly earmarkId: string | null })[]> {
  const rows = await reader.query<{
    placementId: string;
    from: LocalDate;
    to: LocalDate;
    centihours: string;
    earmarkId: string | null;
    lines: ReportLines | null;
  }>(
    `select c.placement_id as "placementId", c.period_from as "from", c.period_to as "to", c.centihours,
            c.earmark_id as "earmarkId", r.lines
     from placements.claim c left join placements.report r on r.id = c.report_id
     where c.plan_id = $1 and c.supplier_kvk_number = $2 and c.placement_id is not null
       and c.status in ('CLAIMED', 'ACCEPTED') and c.period_from < $3::date
       and c.period_from >= (select date_trunc('quarter', max(l.period_from)::timestamp) from placements.claim l
                             where l.plan_id = $1 and l.supplier_kvk_number = $2 and l.placement_id is not null
                               and l.status in ('CLAIMED', 'ACCEPTED') and l.period_from < $3::date)
     order by c.period_from, c.number`,
    [planId, supplierKvkNumber, quarter],
  );
  return rows.map(({ placementId, from, to, centihours, earmarkId, lines }) => ({
    placementId,
    period: { from, to },
    centihours: toExact(centihours),
    earmarkId,
    months: lines?.placements.find((line) => line.placementId === placementId)?.months ?? null,
  }));
}

/** Notes that a term got longer. */
export async function insertExtension(tx: Tx, extension: Omit<Extension, 'id'>): Promise<void> {
  await tx.manager.insert(extensionSchema, extension);
}

/** How the term of a report, or of the answer to a claim, got longer; the first time first. The caller has it in sight. */
export function extensionsOf(
  reader: Reader,
  of: { readonly reportId: string } | { readonly claimId: string },
): Promise<Extension[]> {
  return reader.manager.find(extensionSchema, { where: of, order: { id: 'ASC' } });
}

const reports = (reader: Reader): SelectQueryBuilder<Report> =>
  reportsInScope(reader.manager.createQueryBuilder(reportSchema, 'report'), reader.scope);
