/** A measured line: ours over the reference is the ratio that the goal is about. */
export interface Measure {
  readonly name: string;
  readonly unit: 'ms' | 'us' | '/s' | 'MB' | 'kB';
  readonly ours: number;
  readonly reference: number;
  /** Met when the ratio is below or above it; null for a second reference. */
  readonly goal: { readonly below: number } | { readonly above: number } | null;
}

/** The measures as a table of text, also good to read in Markdown. */
export function tableOf(measures: readonly Measure[]): string {
  const lines = [
    ['measure', 'ours', 'reference', 'ratio', 'goal', ''],
    ...measures.map((measure) => {
      const { name, unit, ours, reference, goal } = measure;
      const amount = (value: number): string => `${value.toFixed(value < 100 ? 2 : 0)} ${unit}`;
      return [name, amount(ours), amount(reference), ratioOf(measure).toFixed(2), goalText(goal), verdict(measure)];
    }),
  ];
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const pad = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(Math.max(0, width - 1))}:`,
  );
  return [lines[0] ?? [], rule, ...lines.slice(1)].map((line) => `| ${line.map(pad).join(' | ')} |`).join('\n');
}

const ratioOf = ({ ours, reference }: Measure): number => ours / reference;
const goalText = (goal: Measure['goal']): string =>
  goal === null ? '' : 'below' in goal ? `< ${goal.below}` : `> ${goal.above}`;

function verdict(measure: Measure): string {
  const { goal } = measure;
  if (goal === null) return '';
  const isMet = 'below' in goal ? ratioOf(measure) < goal.below : ratioOf(measure) > goal.above;
  return isMet ? 'met' : 'NOT MET';
}
