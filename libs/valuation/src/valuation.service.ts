import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, InvariantBroken, refuseIf, type Actor, type Decision } from '@sr/kernel';
import { Clock, Db, appendEvent, recordChanges, type Reader, type Tx } from '@sr/platform';
import { valueOf, type Contribution, type Worth } from './domain/value-of';
import { repeated, type ValueTable } from './domain/value-table';
import {
  headByCode,
  holdCode,
  headsByCode,
  insertTable,
  pinTable,
  removeTable,
  tableById,
  type StoredValueTable,
} from './persistence/value-table.store';
import { codeRepeated, tableInUse, tableUnknown } from './valuation.errors';

/** Dated value tables: what a block is worth. */
@Injectable()
export class ValuationService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * Registers a version of a value table. The same content again does nothing; other content replaces the version as
   * long as no plan uses it. Refuses `value-table.in_use` and `value-table.code_repeated`.
   * @returns what was done.
   */
  async register(actor: Actor, table: ValueTable): Promise<'added' | 'replaced' | 'unchanged'> {
    refuseIf([
      ...repeated(table.blocks.map(({ code }) => code)).map((code) => codeRepeated('blocks', code)),
      ...repeated(table.bonuses.map(({ code }) => code)).map((code) => codeRepeated('bonuses', code)),
    ]);
    return this.db.write(async (tx) => {
      await holdCode(tx, table.code, 'write');
      const digest = createHash('sha256').update(JSON.stringify(table)).digest('hex');
      const known = await headByCode(tx, table.code);
      if (known?.digest === digest) return 'unchanged';
      if (known?.pinnedAt) throw new AppError('refused', [tableInUse(table.code)]);
      if (known) await removeTable(tx, known.id);

      const { code, name, example, validFrom, source, normHoursPerWeek, notValued } = table;
      const id = randomUUID();
      const now = this.clock.now();
      const head = { id, code, name, example, validFrom, source, normHoursPerWeek, notValued, digest };
      await insertTable(tx, { ...head, recordedAt: now, pinnedAt: null }, table);
      const done = known ? 'replaced' : 'added';
      await recordChanges(tx, actor, now, [
        { action: `value-table.${done}`, subject: 'value-table', subjectId: id, detail: { code } },
      ]);
      await appendEvent(tx, now, { type: `valuation.table-${done}`, payload: { valueTableId: id } });
      return done;
    });
  }

  /** The version with this code; refuses `value-table.unknown`. */
  async tableByCode(reader: Reader, code: string): Promise<StoredValueTable> {
    const head = await headByCode(reader, code);
    if (!head) throw new AppError('refused', [tableUnknown(code)]);
    return this.table(reader, head.id);
  }

  /** The versions with these codes; a code that names none is left out. */
  async tables(reader: Reader, codes: readonly string[]): Promise<StoredValueTable[]> {
    const heads = await headsByCode(reader, codes);
    const tables: StoredValueTable[] = [];
    for (const head of heads) tables.push(await this.table(reader, head.id));
    return tables;
  }

  /** The version with this code, held: until the transaction ends nobody can replace it, so that it can be pinned. */
  async tableToPin(tx: Tx, code: string): Promise<StoredValueTable> {
    await holdCode(tx, code, 'pin');
    return this.tableByCode(tx, code);
  }

  /** The version with this id, which must exist. */
  async table(reader: Reader, id: string): Promise<StoredValueTable> {
    const table = await tableById(reader, id);
    if (!table) throw new InvariantBroken('valuation', `there is no value table ${id}`);
    return table;
  }

  /** Marks the version as used by a plan: from now on it cannot change. */
  pin(tx: Tx, id: string): Promise<void> {
    return pinTable(tx, id, this.clock.now());
  }

  /** What a contribution is worth by `table`, as README section "Rules" says. */
  valueOf(table: ValueTable, contribution: Contribution): Decision<Worth> {
    return valueOf(table, contribution);
  }
}
