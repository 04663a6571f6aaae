import type { Block, Bonus, ValueTable } from './value-table';

/** Something that two versions do not have alike: left and right as they are, and which of its fields differ. */
export interface Difference<T> {
  readonly code: string;
  /** As the left version has it; null when only the right one has it. */
  readonly left: T | null;
  readonly right: T | null;
  /** The names of the fields that differ; none when only one side has it. */
  readonly changed: readonly string[];
}

/** What a version says of itself, apart from its blocks and bonuses. */
export type Head = Omit<ValueTable, 'code' | 'blocks' | 'bonuses'>;

/** What differs between two versions, side by side; what is alike is only counted. */
export interface TableComparison {
  readonly head: { readonly left: Head; readonly right: Head; readonly changed: readonly string[] };
  readonly blocks: readonly Difference<Block>[];
  readonly bonuses: readonly Difference<Bonus>[];
  /** How many blocks, and how many bonuses, both have alike. */
  readonly sameBlocks: number;
  readonly sameBonuses: number;
}

/** What differs between two versions: blocks and bonuses by their code, in the left one's order, then the right one's. */
export function compare(left: ValueTable, right: ValueTable): TableComparison {
  const blocks = pairs(left.blocks, right.blocks);
  const bonuses = pairs(left.bonuses, right.bonuses);
  const [head, otherHead] = [headOf(left), headOf(right)];
  return {
    head: { left: head, right: otherHead, changed: changedFields(head, otherHead) },
    blocks: blocks.filter(isDifferent),
    bonuses: bonuses.filter(isDifferent),
    sameBlocks: blocks.length - blocks.filter(isDifferent).length,
    sameBonuses: bonuses.length - bonuses.filter(isDifferent).length,
  };
}

/** A change from what stood there to what stands there now. */
export interface Change {
  readonly from: unknown;
  readonly to: unknown;
}

/** What became of the left version in the right one, field by field: as the audit trail keeps it. */
export function changesOf({ head, blocks, bonuses }: TableComparison): Record<string, unknown> {
  const ofSide = ({ code, left, right }: Difference<unknown>) => ({ code, from: left, to: right });
  const fields = head.changed.map((name): [string, Change] => [
    name,
    { from: Reflect.get(head.left, name), to: Reflect.get(head.right, name) },
  ]);
  return {
    ...Object.fromEntries(fields),
    ...(blocks.length > 0 ? { blocks: blocks.map(ofSide) } : {}),
    ...(bonuses.length > 0 ? { bonuses: bonuses.map(ofSide) } : {}),
  };
}

function headOf({ name, example, validFrom, source, normHoursPerWeek, notValued }: ValueTable): Head {
  return { name, example, validFrom, source, normHoursPerWeek, notValued };
}

function pairs<T extends { readonly code: string }>(left: readonly T[], right: readonly T[]): Difference<T>[] {
  const other = new Map(right.map((item) => [item.code, item]));
  const known = new Set(left.map(({ code }) => code));
  return [
    ...left.map((item) => pair(item, other.get(item.code) ?? null)),
    ...right
      .filter(({ code }) => !known.has(code))
      .map((item) => ({ code: item.code, left: null, right: item, changed: [] })),
  ];
}

const pair = <T extends { readonly code: string }>(left: T, right: T | null): Difference<T> => ({
  code: left.code,
  left,
  right,
  changed: right === null ? [] : changedFields(left, right),
});

const isDifferent = ({ left, right, changed }: Difference<unknown>): boolean =>
  left === null || right === null || changed.length > 0;

/** The fields of either that do not have the same value in both, in the order in which they stand. */
function changedFields(left: object, right: object): string[] {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].filter((name) => text(Reflect.get(left, name)) !== text(Reflect.get(right, name)));
}

/** A value as a text by which it can be compared, whatever the order of its fields. */
function text(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  );
}
