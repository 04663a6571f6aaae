import type { Reader, Tx } from '@sr/platform';
import { In } from 'typeorm';
import type { Block, ValueTable } from '../domain/value-table';
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

/** Holds a code until the transaction ends: while a version of it is written, nobody writes or pins another. */
export async function holdCode(tx: Tx, code: string, to: 'write' | 'pin'): Promise<void> {
  const lock = to === 'write' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await tx.query(`select ${lock}(hashtext('valuation.value_table'), hashtext($1))`, [code]);
}

export async function insertTable(tx: Tx, head: ValueTableRow, table: ValueTable): Promise<void> {
  await tx.manager.insert(valueTableSchema, head);
  if (table.blocks.length > 0) {
    await tx.manager.insert(
      blockSchema,
      table.blocks.map((block, ordinal) => toBlockRow(head.id, block, ordinal)),
    );
  }
  if (table.bonuses.length > 0) {
    const rows = table.bonuses.map((bonus, ordinal) => ({ ...bonus, valueTableId: head.id, ordinal }));
    await tx.manager.insert(bonusSchema, rows);
  }
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

export async function tableById(reader: Reader, id: string): Promise<StoredValueTable | null> {
  const head = await reader.manager.findOneBy(valueTableSchema, { id });
  if (!head) return null;
  const blocks = await reader.manager.find(blockSchema, { where: { valueTableId: id }, order: { ordinal: 'ASC' } });
  const bonuses = await reader.manager.find(bonusSchema, { where: { valueTableId: id }, order: { ordinal: 'ASC' } });
  return toTable(head, blocks, bonuses);
}

/** Marks the version as used; from now on the database refuses every change to it. */
export async function pinTable(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.query('update valuation.value_table set pinned_at = $2 where id = $1 and pinned_at is null', [id, at]);
}

function toTable(head: ValueTableRow, blocks: BlockRow[], bonuses: BonusRow[]): StoredValueTable {
  const { digest: _digest, recordedAt: _recordedAt, ...table } = head;
  return {
    ...table,
    blocks: blocks.map(toBlock),
    bonuses: bonuses.map(({ code, label, annualValueCents }) => ({ code, label, annualValueCents })),
  };
}

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
