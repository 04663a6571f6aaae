/** How figures are written for people: Dutch, from integers, never through a float. */

const thousands = new Intl.NumberFormat('nl-NL');

/** Integer cents as euros: `1.234.567,89`. */
export function euros(cents: number): string {
  const digits = Math.abs(cents).toString().padStart(3, '0');
  const sign = cents < 0 ? '-' : '';
  return `${sign}${thousands.format(BigInt(digits.slice(0, -2)))},${digits.slice(-2)}`;
}

/** Basis points as a percentage: `9,78%`. */
export function percentage(basisPoints: number): string {
  return `${euros(basisPoints)}%`;
}

/** Jobs with four decimals, as the report gives them, with a Dutch comma. */
export function jobs(report: string): string {
  const [whole = '0', decimals = ''] = report.split('.');
  return `${thousands.format(BigInt(whole))},${decimals}`;
}

/** A table in columns: the first column to the left, figures to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `  ${line}`)
    .join('\n');
}
