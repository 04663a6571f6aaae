import { day, flag, integer, json, moment, text, uuid } from '@sr/platform';
import { EntitySchema } from 'typeorm';
import type { TableState } from '../domain/table-state';
import type { NotValued, TableSource } from '../domain/value-table';

/** The head of a version. */
export interface ValueTableRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly example: boolean;
  readonly validFrom: string | null;
  readonly source: TableSource | null;
  readonly normHoursPerWeek: number;
  readonly notValued: readonly NotValued[];
  /** Of the version's content: the same file gives the same again. */
  readonly digest: string;
  readonly recordedAt: Date;
  /** When the first plan pinned it; from then on nothing of it can change. */
  readonly pinnedAt: Date | null;
  readonly state: TableState;
  /** Goes up with every change; an edit names the one that it read. */
  readonly version: number;
  readonly proposedBy: string;
  /** Who approved, refused or withdrew it; null while it waits, and of one that was registered. */
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** Why it was refused. */
  readonly decisionReason: string | null;
}

/** A block of any kind: the fields of the other kinds are null. */
export interface BlockRow {
  readonly valueTableId: string;
  readonly ordinal: number;
  readonly code: string;
  readonly label: string;
  readonly kind: 'PLACEMENT' | 'PURCHASE' | 'ACTIVITY';
  readonly annualValueCents: number | null;
  readonly limitMonths: number | null;
  readonly countsAsJob: boolean | null;
  readonly rateBp: number | null;
  readonly hourRateCents: number | null;
  readonly dayCapCents: number | null;
}

export interface BonusRow {
  readonly valueTableId: string;
  readonly ordinal: number;
  readonly code: string;
  readonly label: string;
  readonly annualValueCents: number;
}

export const valueTableSchema = new EntitySchema<ValueTableRow>({
  name: 'ValueTable',
  schema: 'valuation',
  tableName: 'value_table',
  columns: {
    id: uuid({ primary: true }),
    code: text(),
    name: text(),
    example: flag(),
    validFrom: day({ nullable: true }),
    source: json({ nullable: true }),
    normHoursPerWeek: integer(),
    notValued: json(),
    digest: text(),
    recordedAt: moment(),
    pinnedAt: moment({ nullable: true }),
    state: text(),
    version: integer(),
    proposedBy: text(),
    decidedBy: text({ nullable: true }),
    decidedAt: moment({ nullable: true }),
    decisionReason: text({ nullable: true }),
  },
});

export const blockSchema = new EntitySchema<BlockRow>({
  name: 'Block',
  schema: 'valuation',
  tableName: 'block',
  columns: {
    valueTableId: uuid({ primary: true }),
    code: text({ primary: true }),
    ordinal: integer(),
    label: text(),
    kind: text(),
    annualValueCents: integer({ nullable: true }),
    limitMonths: integer({ nullable: true }),
    countsAsJob: flag({ nullable: true }),
    rateBp: integer({ nullable: true }),
    hourRateCents: integer({ nullable: true }),
    dayCapCents: integer({ nullable: true }),
  },
});

export const bonusSchema = new EntitySchema<BonusRow>({
  name: 'Bonus',
  schema: 'valuation',
  tableName: 'bonus',
  columns: {
    valueTableId: uuid({ primary: true }),
    code: text({ primary: true }),
    ordinal: integer(),
    label: text(),
    annualValueCents: integer(),
  },
});
