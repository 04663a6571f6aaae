import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PeopleService } from '@sr/identity';
import { AppError, InvariantBroken, refuseIf, type Actor, type Decision, type Violation } from '@sr/kernel';
import { Clock, Db, appendEvent, recordChanges, type Page, type PageQuery, type Reader, type Tx } from '@sr/platform';
import { changesOf, compare, type TableComparison } from './domain/compare';
import { explain, type Explanation } from './domain/explain';
import { TABLE_TRANSITIONS, proposalViolations, type TableEvent, type TableState } from './domain/table-state';
import { limitCentihours, valueOf, type Contribution, type Worth } from './domain/value-of';
import { blockOf, repeated, type ValueTable } from './domain/value-table';
import type { ValueTableRow } from './persistence/value-table.schema';
import {
  contentOf,
  headByCode,
  headsByCode,
  holdCode,
  insertTable,
  listHeads,
  pinTable,
  removeTable,
  rewriteTable,
  tableById,
  writeDecision,
  type StoredValueTable,
  type TableHead,
} from './persistence/value-table.store';
import {
  codeRepeated,
  proposalWaits,
  tableInUse,
  tableNotApproved,
  tableStale,
  tableUnknown,
} from './valuation.errors';
import type { ValuationEvent } from './valuation.events';

/** The people of a version by name; null where it was not a person who did it, or nobody did. */
export interface TablePeople {
  readonly proposedByName: string | null;
  readonly decidedByName: string | null;
}

/** What is known of a version, without its blocks and bonuses. */
export type TableSummary = TableHead & TablePeople;
/** A whole version: what it is worth, and how it came to be. */
export type TableVersion = ValueTable & TableSummary;

/** Dated value tables: what a block is worth. */
@Injectable()
export class ValuationService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly people: PeopleService,
  ) {}

  /**
   * Registers a version of a value table, approved at once: for what was agreed on outside the product. The same content
   * again does nothing; other content replaces the version as long as no plan uses it. Refuses `value-table.in_use`,
   * `value-table.proposal_waits` and `value-table.code_repeated`.
   * @returns what was done.
   */
  async register(actor: Actor, table: ValueTable): Promise<'added' | 'replaced' | 'unchanged'> {
    refuseIf(repeatedCodes(table));
    return this.db.write(actor, async (tx) => {
      await holdCode(tx, table.code, 'write');
      const known = await headByCode(tx, table.code);
      if (known?.state === 'PROPOSED') throw new AppError('refused', [proposalWaits(table.code)]);
      if (known?.state === 'APPROVED' && known.digest === digestOf(table)) return 'unchanged';
      if (known?.pinnedAt) throw new AppError('refused', [tableInUse(table.code)]);
      if (known) await removeTable(tx, known.id);

      const head: ValueTableRow = { ...this.proposed(actor, table, randomUUID(), 1), state: 'APPROVED' };
      await insertTable(tx, head, table);
      const done = known ? 'replaced' : 'added';
      await this.record(tx, actor, done, head);
      return done;
    });
  }

  /**
   * Proposes a version, for somebody else to approve; under a new code, or one that was refused or withdrawn. Refuses,
   * all at once, `value-table.code_taken` and `value-table.code_repeated`.
   */
  async propose(actor: Actor, table: ValueTable): Promise<TableVersion> {
    return this.db.write(actor, async (tx) => {
      await holdCode(tx, table.code, 'write');
      const known = await headByCode(tx, table.code);
      refuseIf([...(known ? proposalViolations(known, 'propose', actor.id) : []), ...repeatedCodes(table, '/')]);
      const head = this.proposed(actor, table, known?.id ?? randomUUID(), (known?.version ?? 0) + 1);
      await (known ? rewriteTable : insertTable)(tx, head, table);
      await this.record(tx, actor, 'proposed', head, known ? { state: { from: known.state, to: head.state } } : {});
      return this.versionOf(tx, head);
    });
  }

  /**
   * Writes another content of the actor's own proposal. Refuses `value-table.unknown` (not found), `value-table.stale`,
   * `value-table.not_proposed`, `value-table.proposal_of_another` and `value-table.code_repeated`.
   */
  async edit(actor: Actor, table: ValueTable, version: number): Promise<TableVersion> {
    return this.db.write(actor, async (tx) => {
      const known = await this.held(tx, actor, table.code, version, 'edit', repeatedCodes(table, '/'));
      const differences = compare(await contentOf(tx, known), table);
      const { recordedAt } = known;
      const head = { ...this.proposed(actor, table, known.id, version + 1), recordedAt };
      await rewriteTable(tx, head, table);
      await this.record(tx, actor, 'edited', head, changesOf(differences));
      return this.versionOf(tx, head);
    });
  }

  /**
   * Approves a proposal as it was read, so that plans can use it. Refuses `value-table.unknown` (not found),
   * `value-table.stale`, `value-table.not_proposed` and `value-table.own_proposal`.
   */
  approve(actor: Actor, code: string, version: number): Promise<TableVersion> {
    return this.decide(actor, code, version, 'approve', null);
  }

  /** Refuses a proposal as it was read, with a reason. Refuses what `approve` refuses. */
  refuse(actor: Actor, code: string, version: number, reason: string): Promise<TableVersion> {
    return this.decide(actor, code, version, 'refuse', reason);
  }

  /** Takes the actor's own proposal back. Refuses what `edit` refuses of the version. */
  withdraw(actor: Actor, code: string, version: number): Promise<TableVersion> {
    return this.decide(actor, code, version, 'withdraw', null);
  }

  /** The versions in a state, or all, by code, a page at a time. */
  list(
    actor: Actor,
    filter: { readonly state?: TableState | undefined },
    page: PageQuery,
  ): Promise<Page<TableSummary>> {
    return this.db.read(actor, async (reader) => {
      const heads = await listHeads(reader, filter, page);
      return { ...heads, items: await this.withNames(reader, heads.items) };
    });
  }

  /** The versions that wait for a second person, by code; at most a hundred. */
  async waiting(reader: Reader): Promise<TableHead[]> {
    return (await listHeads(reader, { state: 'PROPOSED' }, { limit: 100 })).items;
  }

  /** The whole version with this code; refuses `value-table.unknown` (not found). */
  find(actor: Actor, code: string): Promise<TableVersion> {
    return this.db.read(actor, async (reader) => this.versionOf(reader, await known(reader, code)));
  }

  /** What differs between two versions, side by side; refuses `value-table.unknown` (invalid input) for each. */
  compare(actor: Actor, left: string, right: string): Promise<TableComparison> {
    return this.db.read(actor, async (reader) => {
      const [one, other] = [await headByCode(reader, left), await headByCode(reader, right)];
      const unknown = [
        ...(one ? [] : [tableUnknown(left, '/left')]),
        ...(other ? [] : [tableUnknown(right, '/right')]),
      ];
      if (!one || !other) throw new AppError('invalid-input', unknown);
      return compare(await contentOf(reader, one), await contentOf(reader, other));
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

  /**
   * The approved version with this code, held: until the transaction ends nobody can replace it, so that it can be
   * pinned. Refuses `value-table.unknown` and `value-table.not_approved`.
   */
  async tableToPin(tx: Tx, code: string): Promise<StoredValueTable> {
    await holdCode(tx, code, 'pin');
    const head = await headByCode(tx, code);
    if (!head) throw new AppError('refused', [tableUnknown(code)]);
    if (head.state !== 'APPROVED') throw new AppError('refused', [tableNotApproved(code, head.state)]);
    return this.table(tx, head.id);
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

  /** The same, with every step to it, for a person to follow. */
  explain(table: ValueTable, contribution: Contribution): Decision<Explanation> {
    return explain(table, contribution);
  }

  /** The centihours of one candidate that a block of placements can count in all; null when nothing limits it. */
  limitOf(table: ValueTable, block: string): bigint | null {
    const found = blockOf(table, block);
    return found?.kind === 'PLACEMENT' ? limitCentihours(table, found.limitMonths) : null;
  }

  private async decide(
    actor: Actor,
    code: string,
    version: number,
    event: 'approve' | 'refuse' | 'withdraw',
    reason: string | null,
  ): Promise<TableVersion> {
    return this.db.write(actor, async (tx) => {
      const head = await this.held(tx, actor, code, version, event);
      const state = TABLE_TRANSITIONS[head.state][event] ?? head.state;
      const decision = { decidedBy: actor.id, decidedAt: this.clock.now(), decisionReason: reason };
      const decided = { ...head, ...decision, state, version: version + 1 };
      await writeDecision(tx, head.id, { ...decision, state, version: decided.version });
      const change = { state: { from: head.state, to: state } };
      await this.record(tx, actor, PAST[event], decided, change, reason);
      return this.versionOf(tx, decided);
    });
  }

  /** The version that the actor read, held, if `event` may happen to it; refuses that with `more` otherwise. */
  private async held(
    tx: Tx,
    actor: Actor,
    code: string,
    version: number,
    event: TableEvent,
    more: readonly Violation[] = [],
  ): Promise<ValueTableRow> {
    await holdCode(tx, code, 'write');
    const head = await known(tx, code);
    if (head.version !== version) throw new AppError('stale', [tableStale(code, head.version)]);
    refuseIf([...proposalViolations(head, event, actor.id), ...more]);
    return head;
  }

  /** The head of a version that the actor proposes now. */
  private proposed(actor: Actor, table: ValueTable, id: string, version: number): ValueTableRow {
    const { code, name, example, validFrom, source, normHoursPerWeek, notValued } = table;
    return {
      id,
      code,
      name,
      example,
      validFrom,
      source,
      normHoursPerWeek,
      notValued,
      digest: digestOf(table),
      recordedAt: this.clock.now(),
      pinnedAt: null,
      state: 'PROPOSED',
      version,
      proposedBy: actor.id,
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
    };
  }

  private async versionOf(reader: Reader, head: ValueTableRow): Promise<TableVersion> {
    const { digest: _digest, ...rest } = head;
    const [named = { ...rest, proposedByName: null, decidedByName: null }] = await this.withNames(reader, [rest]);
    return { ...(await contentOf(reader, head)), ...named };
  }

  private async withNames(reader: Reader, heads: readonly TableHead[]): Promise<TableSummary[]> {
    const names = await this.people.names(
      reader,
      heads.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]),
    );
    return heads.map((head) => ({
      ...head,
      proposedByName: names.get(head.proposedBy) ?? null,
      decidedByName: names.get(head.decidedBy ?? '') ?? null,
    }));
  }

  private async record(
    tx: Tx,
    actor: Actor,
    done: 'added' | 'replaced' | 'proposed' | 'edited' | (typeof PAST)[keyof typeof PAST],
    { id, code, version }: ValueTableRow,
    changed: Readonly<Record<string, unknown>> = {},
    reason: string | null = null,
  ): Promise<void> {
    const now = this.clock.now();
    await recordChanges(tx, actor, now, [
      {
        action: `value-table.${done}`,
        subject: 'value-table',
        subjectId: id,
        detail: { code, version, ...changed },
        ...(reason === null ? {} : { reason }),
      },
    ]);
    await appendEvent<ValuationEvent>(tx, now, { type: `valuation.table-${done}`, payload: { valueTableId: id } });
  }
}

const PAST = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' } as const;

const digestOf = (table: ValueTable): string => createHash('sha256').update(JSON.stringify(table)).digest('hex');

/** The codes that stand more than once in the blocks, or in the bonuses; a field begins with `prefix`. */
function repeatedCodes({ blocks, bonuses }: ValueTable, prefix = ''): Violation[] {
  const codesOf = (items: readonly { readonly code: string }[]): string[] => repeated(items.map(({ code }) => code));
  return [
    ...codesOf(blocks).map((code) => codeRepeated(`${prefix}blocks`, code)),
    ...codesOf(bonuses).map((code) => codeRepeated(`${prefix}bonuses`, code)),
  ];
}

async function known(reader: Reader, code: string): Promise<ValueTableRow> {
  const head = await headByCode(reader, code);
  if (!head) throw new AppError('not-found', [tableUnknown(code, '/valueTableCode')]);
  return head;
}
