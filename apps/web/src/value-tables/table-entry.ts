import type { Answer } from '../api/client';
import { readBp, readCents, readDay, readWhole, typedDay, typedHundredths } from '../read-input';

export type TableContent = Omit<Answer<'EditValueTableBody'>, 'version'>;
type Block = TableContent['blocks'][number];

interface NamedRow {
  label: string;
  /** Left empty, it is made of the label. */
  code: string;
}
interface PlacementRow extends NamedRow {
  annualValueCents: string;
  limitMonths: string;
  countsAsJob: boolean;
}
interface PurchaseRow extends NamedRow {
  rateBp: string;
}
interface ActivityRow extends NamedRow {
  hourRateCents: string;
  dayCapCents: string;
}
interface BonusRow extends NamedRow {
  annualValueCents: string;
}
interface NotValuedRow {
  label: string;
  printed: string;
  reason: string;
}

/** A version as it is typed: fields are named as the API names them, and all of them are texts. */
export interface TableForm {
  code: string;
  name: string;
  example: boolean;
  validFrom: string;
  normHoursPerWeek: string;
  hasSource: boolean;
  source: { publisher: string; url: string; published: string; note: string };
  placements: PlacementRow[];
  purchases: PurchaseRow[];
  activities: ActivityRow[];
  bonuses: BonusRow[];
  notValued: NotValuedRow[];
  /** The version of the proposal that was opened, for who changes one; it is kept with what was typed. */
  version: number;
}

/** The lists of blocks, in the order in which they are sent. */
export const BLOCK_LISTS = ['placements', 'purchases', 'activities'] as const;

export const EMPTY_ROWS = {
  placements: { label: '', code: '', annualValueCents: '', limitMonths: '', countsAsJob: true },
  purchases: { label: '', code: '', rateBp: '100' },
  activities: { label: '', code: '', hourRateCents: '', dayCapCents: '' },
  bonuses: { label: '', code: '', annualValueCents: '' },
  notValued: { label: '', printed: '', reason: '' },
} as const;
/** The lists of rows that a version has. */
export type RowList = keyof typeof EMPTY_ROWS;

const NO_SOURCE = { publisher: '', url: '', published: '', note: '' };

/** A form that says nothing yet: one placement and the norm of the Rijk. */
export const emptyTable = (): TableForm => ({
  code: '',
  name: '',
  example: false,
  validFrom: '',
  normHoursPerWeek: '36',
  hasSource: false,
  source: NO_SOURCE,
  placements: [{ ...EMPTY_ROWS.placements }],
  purchases: [],
  activities: [],
  bonuses: [],
  notValued: [],
  version: 0,
});

const typedWhole = (amount: number | null) => (amount === null ? '' : String(amount));

/** A version as it would be typed. */
export function typedTable(table: TableContent & { readonly code: string; readonly version: number }): TableForm {
  const { code, name, example, source, blocks, version } = table;
  const rows = <Kind extends Block['kind']>(kind: Kind) =>
    blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);
  return {
    code,
    name,
    example,
    version,
    validFrom: typedDay(table.validFrom),
    normHoursPerWeek: String(table.normHoursPerWeek),
    hasSource: source !== null,
    source: source ? { ...source } : NO_SOURCE,
    placements: rows('PLACEMENT').map((row) => ({
      label: row.label,
      code: row.code,
      annualValueCents: typedHundredths(row.annualValueCents),
      limitMonths: typedWhole(row.limitMonths),
      countsAsJob: row.countsAsJob,
    })),
    purchases: rows('PURCHASE').map((row) => ({
      label: row.label,
      code: row.code,
      rateBp: typedHundredths(row.rateBp),
    })),
    activities: rows('ACTIVITY').map((row) => ({
      label: row.label,
      code: row.code,
      hourRateCents: typedHundredths(row.hourRateCents),
      dayCapCents: typedHundredths(row.dayCapCents),
    })),
    bonuses: table.bonuses.map((row) => ({
      label: row.label,
      code: row.code,
      annualValueCents: typedHundredths(row.annualValueCents),
    })),
    notValued: table.notValued.map((row) => ({ ...row })),
  };
}

/** "Jongere (zonder startkwalificatie)" is "JONGERE_ZONDER_STARTKWALIFICATIE": what names a row between versions. */
export function codeOf({ code, label }: NamedRow): string {
  if (code.trim()) return code.trim();
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  return plain
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .slice(0, 40);
}

/** Whether another row of the same kind of list has this row's code. */
export function isRepeated(form: TableForm, list: Exclude<RowList, 'notValued'>, row: NamedRow): boolean {
  const rows: readonly NamedRow[] =
    list === 'bonuses' ? form.bonuses : BLOCK_LISTS.flatMap((name): readonly NamedRow[] => form[name]);
  const code = codeOf(row);
  return code !== '' && rows.filter((other) => codeOf(other) === code).length > 1;
}

/** What the API takes. A number that could not be read is left to the API, which names its field. */
export function readTable(form: TableForm): TableContent {
  const number = (value: number | null) => value as number;
  const orNone = (text: string, read: (text: string) => number | null) => (text.trim() ? number(read(text)) : null);
  const named = (row: NamedRow) => ({ code: codeOf(row), label: row.label.trim() });
  const { source } = form;
  return {
    name: form.name.trim(),
    example: form.example,
    validFrom: form.validFrom.trim() ? readDay(form.validFrom) : null,
    source: form.hasSource
      ? {
          publisher: source.publisher.trim(),
          url: source.url.trim(),
          published: source.published.trim(),
          note: source.note.trim(),
        }
      : null,
    normHoursPerWeek: number(readWhole(form.normHoursPerWeek)),
    blocks: [
      ...form.placements.map((row) => ({
        kind: 'PLACEMENT' as const,
        ...named(row),
        annualValueCents: number(readCents(row.annualValueCents)),
        limitMonths: orNone(row.limitMonths, readWhole),
        countsAsJob: row.countsAsJob,
      })),
      ...form.purchases.map((row) => ({
        kind: 'PURCHASE' as const,
        ...named(row),
        rateBp: number(readBp(row.rateBp)),
      })),
      ...form.activities.map((row) => ({
        kind: 'ACTIVITY' as const,
        ...named(row),
        hourRateCents: number(readCents(row.hourRateCents)),
        dayCapCents: orNone(row.dayCapCents, readCents),
      })),
    ],
    bonuses: form.bonuses.map((row) => ({
      ...named(row),
      annualValueCents: number(readCents(row.annualValueCents)),
    })),
    notValued: form.notValued.map(({ label, printed, reason }) => ({
      label: label.trim(),
      printed: printed.trim(),
      reason: reason.trim(),
    })),
  };
}

/** Which field a pointer of the API means: it counts blocks in one list, the form keeps one for each kind. */
export function fieldOfPointer(pointer: string, form: TableForm): string | undefined {
  const [, list, at, field] = pointer.split('/');
  if (list !== 'blocks' || field === undefined) return undefined;
  let index = Number(at);
  for (const name of BLOCK_LISTS) {
    if (index < form[name].length) return `${name}.${index}.${field}`;
    index -= form[name].length;
  }
  return undefined;
}
