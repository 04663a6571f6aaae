import type { Random } from '../bench/random';
import { resolved } from '../support/places';

type Json = Record<string, unknown>;
type Schemas = Readonly<Record<string, Json>>;

/** A place in a body, with the schema of what may stand there. */
export interface FittingPlace {
  readonly container: Json | unknown[];
  readonly key: string;
  readonly path: string;
  readonly schema: Json;
}

/** Every place of a body that its schema knows, also of fields that were left out. */
export function fittingPlaces(schema: Json, value: unknown, schemas: Schemas, path = ''): FittingPlace[] {
  const whole = resolved(schema, value, schemas);
  if (Array.isArray(value)) {
    const items = whole['items'] as Json | undefined;
    if (!items) return [];
    return value.flatMap((item: unknown, index) => [
      { container: value as unknown[], key: String(index), path: `${path}/${index}`, schema: items },
      ...fittingPlaces(items, item, schemas, `${path}/${index}`),
    ]);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries((whole['properties'] ?? {}) as Schemas).flatMap(([key, field]) => [
    { container: value as Json, key, path: `${path}/${key}`, schema: field },
    ...fittingPlaces(field, Reflect.get(value, key), schemas, `${path}/${key}`),
  ]);
}

/** A value that the schema allows and that hardly anybody thinks of: at its bounds, in odd letters, or another's id. */
export function fittingValue(schema: Json, schemas: Schemas, ids: readonly string[], random: Random): unknown {
  if (isNullable(schema) && random.onceIn(4)) return null;
  const whole = resolved(schema, undefined, schemas);
  const list = whole['enum'] as unknown[] | undefined;
  if (list) return random.pick(list);
  switch ([whole['type']].flat()[0]) {
    case 'integer':
      return wholeNumber(whole, random);
    case 'boolean':
      return random.onceIn(2);
    case 'array': {
      const item = fittingValue(whole['items'] as Json, schemas, ids, random);
      const most = Math.min(Number(whole['maxItems'] ?? 3), random.pick([1, 2, 50]));
      return random.onceIn(3) ? [] : Array.from({ length: most }, () => structuredClone(item));
    }
    case 'object':
      return Object.fromEntries(
        Object.entries((whole['properties'] ?? {}) as Schemas).map(([name, field]) => [
          name,
          fittingValue(field, schemas, ids, random),
        ]),
      );
    default:
      return text(whole, ids, random);
  }
}

function wholeNumber({ minimum, maximum }: Json, random: Random): number {
  const [low, high] = [Number(minimum ?? 0), Number(maximum ?? 10 ** 13)];
  const near = [low, low + 1, high - 1, high, 0, 1, 2, 100, 9_999, 2 ** 31 - 1, 2 ** 31, 10 ** 12];
  return random.pick(near.filter((number) => number >= low && number <= high));
}

const DAYS = [
  '1900-01-01',
  '1999-12-31',
  '2024-02-29',
  '2025-09-30',
  '2026-11-22',
  '2026-11-23',
  '2026-11-24',
  '2999-12-31',
];
const TEXTS = [
  'x',
  '0',
  '1',
  'A',
  'null',
  "O'Brien; drop table plans.plan; --",
  '%_\\',
  '{"a":1}',
  '👩🏽‍🚀',
  'e\u0301\u0301\u0301',
  '\u202eomgekeerd',
  '\ufffd',
  '\u00a0x',
  'tab\tregel\nregel\r\n',
  '2026-02',
  '2026-Q1',
  '1900-Q1',
  '2999-Q4',
  '00000000',
  '00000000-0',
  'NONE',
  'IenW',
  'AMR35',
  'SW_PURCHASE',
  'a@b.c',
  'https://x',
];

function text({ format, pattern, maxLength }: Json, ids: readonly string[], random: Random): string {
  if (format === 'date') return random.pick(DAYS);
  if (format === 'uuid') return random.pick(ids);
  const most = Number(maxLength ?? 100);
  const shape = typeof pattern === 'string' ? new RegExp(pattern) : /^/;
  const candidates = [
    ...TEXTS,
    'A'.repeat(most),
    '9'.repeat(most),
    'é'.repeat(most),
    '👍'.repeat(Math.floor(most / 2)),
  ];
  const fitting = candidates.filter((each) => each.length <= most && shape.test(each));
  return fitting.length > 0 ? random.pick(fitting) : 'x';
}

const isNullable = (schema: Json): boolean =>
  [schema['type']].flat().includes('null') || ((schema['anyOf'] ?? []) as Json[]).some(({ type }) => type === 'null');
