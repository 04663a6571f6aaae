import { keyAfter, pageOf, rowsToRead, type Page, type PageQuery, type Reader, type Tx } from '@sr/platform';
import { In, MoreThan } from 'typeorm';
import type { TableState } from '../domain/table-state';
import type { Block, Bonus, ValueTable } from '../domain/value-table';
import {
  blockSchema,
  bonusSchema,
  valueTableSchema,
  type BlockRow,
  type BonusRow,
  type ValueTableRow,
} from './value-table.schema';

/** A value table as it is kept: with its id and whether a plan has pinned it. */
export interface StoredValueTable extends ValueTable {
  readonly id: string;
  readonly pinnedAt: Date | null;
}

/** What is known of a version besides what it is worth: who proposed and decided, and how far it is. */
export type TableHead = Omit<ValueTableRow, 'digest'>;

/** Holds a code until the transaction ends: while a version of it is written, nobody writes or pins another. */
export async function holdCode(tx: Tx, code: string, to: 'write' | 'pin'): Promise<void> {
  const lock = to === 'write' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await tx.query(`select ${lock}(hashtext('valuation.value_table'), hashtext($1))`, [code]);
}

export async function insertTable(tx: Tx, head: ValueTableRow, table: ValueTable): Promise<void> {
  await tx.manager.insert(valueTableSchema, head);
  await insertContent(tx, head.id, table);
}

/** Writes another content of a version that no plan has pinned; the database refuses any other. */
export async function rewriteTable(tx: Tx, head: ValueTableRow, table: ValueTable): Promise<void> {
  const { id, ...rest } = head;
  await tx.manager.delete(blockSchema, { valueTableId: id });
  await tx.manager.delete(bonusSchema, { valueTableId: id });
  await tx.manager.update(valueTableSchema, { id }, rest);
  await insertContent(tx, id, table);
}

/** What a decision makes of a version. */
export async function writeDecision(
  tx: Tx,
  id: string,
  decision: Pick<ValueTableRow, 'state' | 'version' | 'decidedBy' | 'decidedAt' | 'decisionReason'>,
): Promise<void> {
  await tx.manager.update(valueTableSchema, { id }, decision);
}

/** Removes a version that no plan has pinned, so that it can be written anew; the database refuses any other. */
export async function removeTable(tx: Tx, id: string): Promise<void> {
  await tx.manager.delete(valueTableSchema, { id });
}

export function headByCode(reader: Reader, code: string): Promise<ValueTableRow | null> {
  return reader.manager.findOneBy(valueTableSchema, { code });
}

export function headsByCode(reader: Reader, codes: readonly string[]): Promise<ValueTableRow[]> {
  return reader.manager.find(valueTableSchema, { where: { code: In([...codes]) }, order: { code: 'ASC' } });
}

/** A page of the versions in a state, or of all, by code. */
export async function listHeads(
  reader: Reader,
  filter: { readonly state?: TableState | undefined },
  page: PageQuery,
): Promise<Page<TableHead>> {
  const [after] = keyAfter(page, 'text') ?? [];
  const rows = await reader.manager.find(valueTableSchema, {
    where: {
      ...(filter.state === undefined ? {} : { state: filter.state }),
      ...(after === undefined ? {} : { code: MoreThan(after) }),
    },
    order: { code: 'ASC' },
    take: rowsToRead(page),
  });
  return pageOf(rows, page, ({ code }) => [code]);
}

export async function tableById(reader: Reader, id: string): Promise<StoredValueTable | null> {
  const head = await reader.manager.findOneBy(valueTableSchema, { id });
  if (!head) return null;
  return { ...(await contentOf(reader, head)), id, pinnedAt: head.pinnedAt };
}

/** What the version of this head is worth: the table itself. */
export async function contentOf(reader: Reader, head: ValueTableRow): Promise<ValueTable> {
  const { id: valueTableId, code, name, example, validFrom, source, normHoursPerWeek, notValued } = head;
  const blocks = await reader.manager.find(blockSchema, { where: { valueTableId }, order: { ordinal: 'ASC' } });
  const bonuses = await reader.manager.find(bonusSchema, { where: { valueTableId }, order: { ordinal: 'ASC' } });
  return {
    code,
    name,
    example,
    validFrom,
    source,
    normHoursPerWeek,
    blocks: blocks.map(toBlock),
    bonuses: bonuses.map(toBonus),
    notValued,
  };
}

/** Marks the version as used; from now on the database refuses every change to it. */
export async function pinTable(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.query('update valuation.value_table set pinned_at = $2 where id = $1 and pinned_at is null', [id, at]);
}

async function insertContent(tx: Tx, valueTableId: string, table: ValueTable): Promise<void> {
  if (table.blocks.length > 0) {
    await tx.manager.insert(
      blockSchema,
      table.blocks.map((block, ordinal) => toBlockRow(valueTableId, block, ordinal)),
    );
  }
  if (table.bonuses.length > 0) {
    const rows = table.bonuses.map((bonus, ordinal) => ({ ...toBonus(bonus), valueTableId, ordinal }));
    await tx.manager.insert(bonusSchema, rows);
  }
}

const toBonus = ({ code, label, annualValueCents }: Bonus | BonusRow): Bonus => ({ code, label, annualValueCents });

/** The database holds that exactly the fields of the block's own kind are filled. */
function toBlock(row: BlockRow): Block {
  const { code, label, kind, annualValueCents, limitMonths, countsAsJob, rateBp, hourRateCents, dayCapCents } = row;
  switch (kind) {
    case 'PLACEMENT':
      return {
        kind,
        code,
        label,
        annualValueCents: annualValueCents ?? 0,
        limitMonths,
        countsAsJob: countsAsJob ?? false,
      };
    case 'PURCHASE':
      return { kind, code, label, rateBp: rateBp ?? 0 };
    case 'ACTIVITY':
      return { kind, code, label, hourRateCents: hourRateCents ?? 0, dayCapCents };
  }
}

function toBlockRow(valueTableId: string, block: Block, ordinal: number): BlockRow {
  const { kind, code, label } = block;
  const empty = {
    annualValueCents: null,
    limitMonths: null,
    countsAsJob: null,
    rateBp: null,
    hourRateCents: null,
    dayCapCents: null,
  };
  return { valueTableId, ordinal, kind, code, label, ...empty, ...ownFields(block) };
}

function ownFields(block: Block): Partial<BlockRow> {
  switch (block.kind) {
    case 'PLACEMENT': {
      const { annualValueCents, limitMonths, countsAsJob } = block;
      return { annualValueCents, limitMonths, countsAsJob };
    }
    case 'PURCHASE':
      return { rateBp: block.rateBp };
    case 'ACTIVITY':
      return { hourRateCents: block.hourRateCents, dayCapCents: block.dayCapCents };
  }
}
