import type { Answer } from '../api/client';

type Comparison = Answer<'ValueTableComparisonAnswer'>;
type Compared = Answer<'ComparedTable'>;
export type Block = Answer<'ValueTableAnswer'>['blocks'][number];
export type Bonus = Answer<'BonusFields'>;
export type NotValued = Answer<'NotValuedFields'>;
export type Whole = Block | Bonus | NotValued;

/** A part of a version: a building block, a bonus, a row that is not valued, or what it says of itself. */
export type Part = 'BLOCK' | 'BONUS' | 'TABLE' | 'NOT_VALUED';

/** One thing in which two versions differ. */
export interface Difference {
  readonly key: string;
  readonly part: Part;
  /** The label of the row; empty for what a version says of itself. */
  readonly name: string;
  /** The field that differs, as the API names it (`source.url` below a source); null when one side lacks the whole row. */
  readonly field: string | null;
  /** A field's value, or the whole row; null when that side has none. */
  readonly left: unknown;
  readonly right: unknown;
}

const SOURCE = ['publisher', 'url', 'published', 'note'] as const;
const valueOf = (row: object, field: string): unknown => (row as Record<string, unknown>)[field] ?? null;

/** Every difference on a line of its own: first the blocks and bonuses, which are money, then the rest. */
export function differencesOf(comparison: Comparison): readonly Difference[] {
  const { left, right, changed, blocks, bonuses } = comparison;
  return [
    ...inBothFirst(blocks.flatMap((row) => ofRow('BLOCK', row.code, row))),
    ...inBothFirst(bonuses.flatMap((row) => ofRow('BONUS', row.code, row))),
    ...changed.flatMap((field) => {
      if (field === 'notValued') return ofNotValued(left.notValued, right.notValued);
      if (field === 'source') return ofSource(left, right);
      return [line('TABLE', '', '', field, valueOf(left, field), valueOf(right, field))];
    }),
  ];
}

const inBothFirst = (lines: readonly Difference[]) => [
  ...lines.filter(({ field }) => field !== null),
  ...lines.filter(({ field }) => field === null),
];

function line(part: Part, code: string, name: string, field: string | null, left: unknown, right: unknown): Difference {
  return { key: [part, code, field].join(' '), part, name, field, left, right };
}

function ofRow(
  part: Part,
  code: string,
  row: { readonly left: Whole | null; readonly right: Whole | null; readonly changed: readonly string[] },
): readonly Difference[] {
  const { left, right, changed } = row;
  const name = (right ?? left)?.label ?? code;
  if (!left || !right) return [line(part, code, name, null, left, right)];
  return changed.map((field) => line(part, code, name, field, valueOf(left, field), valueOf(right, field)));
}

function ofSource({ source: left }: Compared, { source: right }: Compared): readonly Difference[] {
  return SOURCE.filter((field) => left?.[field] !== right?.[field]).map((field) =>
    line('TABLE', '', '', `source.${field}`, left?.[field] ?? null, right?.[field] ?? null),
  );
}

/** Rows that are not valued have no code; their label tells them apart. */
function ofNotValued(left: readonly NotValued[], right: readonly NotValued[]): readonly Difference[] {
  const labels = [...new Set([...left, ...right].map(({ label }) => label))];
  return labels.flatMap((label) => {
    const before = left.find((row) => row.label === label) ?? null;
    const after = right.find((row) => row.label === label) ?? null;
    const changed = (['printed', 'reason'] as const).filter((field) => before?.[field] !== after?.[field]);
    return ofRow('NOT_VALUED', label, { left: before, right: after, changed });
  });
}
