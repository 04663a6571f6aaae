import { readCentihours, typedHundredths } from '../read-input';

// A block that was copied from a spreadsheet, into cells of the grid of hours. Without React, so that it can be tested.

/** A row of the grid. */
export interface GridRow {
  readonly id: string;
  /** The supplier's own name for the placement. */
  readonly ref: string;
  readonly candidate: string;
}

/** The grid that is pasted into, and the cell that had the focus. */
export interface Grid {
  readonly rows: readonly GridRow[];
  /** The months of the columns, e.g. "2026-07". */
  readonly months: readonly string[];
  readonly at: { readonly row: number; readonly column: number };
  /** Whether the placement runs in the month. */
  readonly takes: (rowId: string, month: string) => boolean;
}

/** Hours for one cell, as a person would type them. */
export interface PastedCell {
  readonly rowId: string;
  readonly month: string;
  readonly text: string;
}

/** What was not taken over: of which row (its reference, or the number of the line in the block), which month, what. */
export interface RefusedCell {
  readonly row: string;
  readonly month: string | null;
  readonly text: string;
  readonly why: 'NOT_HOURS' | 'TOO_MANY' | 'NO_PLACEMENT' | 'NO_MONTH' | 'NOT_RUNNING';
}

export interface PasteResult {
  readonly accepted: readonly PastedCell[];
  readonly refused: readonly RefusedCell[];
}

/** A month has at most 31 days of 24 hours. */
const MONTH_CENTIHOURS_MAX = 74_400;

/** Whether the text is more than what goes into one cell. */
export const isBlock = (text: string) => /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''));

/**
 * Reads a block of tab-separated cells. Rows are found by a column of references of placements or candidates if there is
 * one, and otherwise go down from the cell with the focus; columns are found by names of months in the first row, and
 * otherwise go to the right. Empty cells leave what there is.
 */
export function readPaste(text: string, grid: Grid): PasteResult {
  const cells = cellsOf(text);
  const header = headerOf(cells[0] ?? [], grid.months);
  const body = header ? cells.slice(1) : cells;
  const names = nameColumn(body, grid.rows);
  const columns = header?.months ?? columnsByPlace(body, names, grid);
  const accepted: PastedCell[] = [];
  const refused: RefusedCell[] = [];
  body.forEach((line, index) => {
    const row = names ? names.rows.get(keyOf(line[names.column])) : grid.rows[grid.at.row + index];
    const called = names ? (line[names.column]?.trim() ?? '') : '';
    if (!row) {
      if (line.some((cell) => cell.trim() !== ''))
        refused.push({ row: called || String(index + 1), month: null, text: '', why: 'NO_PLACEMENT' });
      return;
    }
    line.forEach((typed, column) => {
      const month = columns.get(column);
      const value = typed.trim();
      if (month === undefined || value === '' || value === '-') return;
      const why = month === null ? 'NO_MONTH' : faultOf(value, grid.takes(row.id, month));
      if (why || month === null) refused.push({ row: row.ref, month, text: value, why: why ?? 'NO_MONTH' });
      else accepted.push({ rowId: row.id, month, text: typedHundredths(readCentihours(value)) });
    });
  });
  return { accepted, refused };
}

/** Why a text is no number of hours of a month, or null. */
export function faultOf(text: string, takes = true): 'NOT_HOURS' | 'TOO_MANY' | 'NOT_RUNNING' | null {
  const hours = readCentihours(text);
  if (hours === null || hours < 0) return 'NOT_HOURS';
  if (hours > MONTH_CENTIHOURS_MAX) return 'TOO_MANY';
  return takes || hours === 0 ? null : 'NOT_RUNNING';
}

/** Lines and cells; a cell in quotes may hold tabs and line ends, as spreadsheets write it. */
function cellsOf(text: string): string[][] {
  const lines: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  const trimmed = text.replace(/[\r\n]+$/, '');
  for (let found = cell.exec(trimmed); found; found = cell.exec(trimmed)) {
    const [, quoted, plain = '', end] = found;
    lines.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== '\t') lines.push([]);
  }
  return lines;
}

const keyOf = (text: string | undefined) => (text ?? '').trim().toLowerCase();

const MONTHS = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['maart', 'march', 'mrt', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

/** The month of the grid that a head of a column names, "maart", "mrt-26", "2026-03" or "03-2026"; null for another. */
function monthNamed(text: string, months: readonly string[]): string | null {
  const head = keyOf(text);
  const numbers = /^(?:(\d{4})[-/](\d{1,2})|(\d{1,2})[-/](\d{4}))$/.exec(head);
  const word = /^(\p{L}+)\.?(?:[\s'’-]*(?:\d{2}|\d{4}))?$/u.exec(head)?.[1];
  const number = numbers ? Number(numbers[2] ?? numbers[3]) : MONTHS.findIndex((of) => word && of.includes(word)) + 1;
  return months.find((month) => Number(month.slice(5)) === number) ?? null;
}

/** Which columns the first row names: a row in which nothing is a number and at least one cell is a month of the grid. */
function headerOf(line: readonly string[], months: readonly string[]) {
  const named = new Map(
    line.flatMap((cell, column) => {
      const month = monthNamed(cell, months);
      return month === null ? [] : [[column, month] as const];
    }),
  );
  const isData = line.some((cell) => cell.trim() !== '' && readCentihours(cell) !== null);
  return named.size > 0 && !isData ? { months: named as ReadonlyMap<number, string | null> } : null;
}

interface NameColumn {
  readonly column: number;
  readonly rows: ReadonlyMap<string, GridRow>;
}

/** The column with references of placements, or else of candidates that have one row; null when there is none. */
function nameColumn(lines: readonly string[][], rows: readonly GridRow[]): NameColumn | null {
  const byRef = new Map(rows.map((row) => [keyOf(row.ref), row]));
  const twice = new Set(
    rows.map(({ candidate }) => keyOf(candidate)).filter((key, index, all) => all.indexOf(key) < index),
  );
  const byCandidate = new Map(
    rows.map((row) => [keyOf(row.candidate), row] as const).filter(([key]) => !twice.has(key)),
  );
  const width = Math.max(0, ...lines.map((line) => line.length));
  for (const known of [byRef, byCandidate]) {
    const matches = Array.from(
      { length: width },
      (_, column) => lines.filter((line) => known.has(keyOf(line[column]))).length,
    );
    const most = Math.max(0, ...matches);
    if (most > 0) return { column: matches.indexOf(most), rows: known };
  }
  return null;
}

/**
 * Which month each column is for, without a row of names: from the cell with the focus, or from the first month where
 * the block would not fit otherwise. Beside references, only columns to their right count, and none that names people
 * or things; a column beyond the last month is for no month (null).
 */
function columnsByPlace(
  lines: readonly string[][],
  names: NameColumn | null,
  grid: Grid,
): ReadonlyMap<number, string | null> {
  const width = Math.max(0, ...lines.map((line) => line.length));
  const candidates = new Set(grid.rows.map(({ candidate }) => keyOf(candidate)));
  const isNames = (column: number) =>
    lines.every((line) => keyOf(line[column]) === '' || candidates.has(keyOf(line[column])));
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !names || (column > names.column && !(isNames(column) && lines.some((line) => keyOf(line[column])))),
  );
  const from = names && grid.at.column + columns.length > grid.months.length ? 0 : grid.at.column;
  return new Map(columns.map((column, index) => [column, grid.months[from + index] ?? null]));
}
