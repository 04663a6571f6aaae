import { toExact, type Reader, type Tx } from '@sr/platform';
import type { PlanLine } from '../domain/plan-line';
import { planLineSchema } from './plan.schema';

/** A line of a plan's present edition. */
export interface StoredLine extends PlanLine {
  readonly planId: string;
}

/** Writes an edition whole: its lines in this order. */
export async function insertLines(tx: Tx, planId: string, edition: number, lines: readonly PlanLine[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map(({ from: startsOn, to: endsOn, ...line }, ordinal) => ({
    ...line,
    planId,
    edition,
    ordinal,
    startsOn,
    endsOn,
  }));
  await tx.manager.insert(planLineSchema, rows);
}

/** The lines of the present edition of each of these plans, in their order. */
export async function linesOf(reader: Reader, planIds: readonly string[]): Promise<StoredLine[]> {
  const rows = await reader.query<
    Omit<StoredLine, 'centihours' | 'invoiceCents'> & { centihours: string | null; invoiceCents: string | null }
  >(
    `select l.plan_id as "planId", l.block, l.persons, l.centihours, l.invoice_cents as "invoiceCents",
            l.starts_on as "from", l.ends_on as "to", l.region, l.partner, l.confidence_bp as "confidenceBp"
     from plans.plan p join plans.line l on l.plan_id = p.id and l.edition = p.edition
     where p.id = any ($1::uuid[]) order by l.plan_id, l.ordinal`,
    [planIds],
  );
  const exact = (value: string | null): number | null => (value === null ? null : toExact(value));
  return rows.map((row) => ({
    ...row,
    centihours: exact(row.centihours),
    invoiceCents: exact(row.invoiceCents),
  }));
}
