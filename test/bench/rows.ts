export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

/** Rows of one table, on their way to COPY: lines of its text format. */
export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly lines: readonly string[];
}

/** Collects rows of many tables. No value of ours has a tab, a backslash or a new line in it. */
export class Rows {
  private readonly columns = new Map<string, string[]>();
  private lines = new Map<string, string[]>();

  /** Adds a row; the first row of a table says which columns are given. */
  add(table: string, row: Row): void {
    let columns = this.columns.get(table);
    if (!columns) this.columns.set(table, (columns = Object.keys(row)));
    const values = columns.map((column) => {
      const value = row[column];
      if (value === undefined) throw new Error(`${table} misses ${column}`);
      return value === null ? '\\N' : String(value);
    });
    const lines = this.lines.get(table);
    if (lines) lines.push(values.join('\t'));
    else this.lines.set(table, [values.join('\t')]);
  }

  /** What was added since the last time. */
  take(): TableRows[] {
    const taken = this.lines;
    this.lines = new Map();
    return [...taken].map(([table, lines]) => ({ table, columns: this.columns.get(table) ?? [], lines }));
  }
}
