import type { ValueTable } from '@sr/valuation';
import { z } from 'zod';
import { date, text, whole, yesOrNo } from './fields';

/** The fields of a block by kind; a scenario gives these, a published table also says how it is labelled and sourced. */
const placement = {
  code: text,
  kind: z.literal('PLACEMENT'),
  annualValueCents: whole(),
  limitMonths: whole().nullable(),
  countsAsJob: yesOrNo,
};
const purchase = { code: text, kind: z.literal('PURCHASE'), rateBp: whole() };
const activity = { code: text, kind: z.literal('ACTIVITY'), hourRateCents: whole(), dayCapCents: whole().nullable() };
const bonus = { code: text, annualValueCents: whole() };
const kinds = 'write PLACEMENT, PURCHASE or ACTIVITY';
const blocks = [z.strictObject(placement), z.strictObject(purchase), z.strictObject(activity)] as const;

const unique = (what: string) => (items: readonly { code: string }[]) => {
  const codes = items.map((item) => item.code);
  return new Set(codes).size === codes.length || `a ${what} code is used twice`;
};

function codesOnce<T extends z.ZodType<readonly { code: string }[]>>(list: T, what: string): T {
  return list.superRefine((items: readonly { code: string }[], context) => {
    const answer = unique(what)(items);
    if (answer !== true) context.addIssue({ code: 'custom', message: answer });
  });
}

/** A value table as a scenario carries it: what the engine needs, and nothing else. */
export const scenarioTable = z.strictObject({
  code: text,
  normHoursPerWeek: whole(1),
  blocks: codesOnce(z.array(z.discriminatedUnion('kind', blocks, kinds), 'write a list of blocks'), 'block'),
  bonuses: codesOnce(z.array(z.strictObject(bonus), 'write a list of bonuses'), 'bonus').optional(),
});

/** What can be read of tables that have a fault, so that events which use the rest of them can be checked. */
export function soundTables(value: unknown): z.infer<typeof scenarioTable>[] {
  const tables = sound(z.looseObject({ code: text, blocks: z.unknown(), bonuses: z.unknown() }), value).map((table) => {
    const norm = whole(1).safeParse(table['normHoursPerWeek']);
    return {
      code: table.code,
      normHoursPerWeek: norm.success ? norm.data : 36,
      blocks: once(sound(z.discriminatedUnion('kind', blocks), table.blocks)),
      bonuses: once(sound(z.strictObject(bonus), table.bonuses)),
    };
  });
  return once(tables);
}

/** The items of a list that fit. */
function sound<T>(schema: z.ZodType<T>, value: unknown): T[] {
  const items: unknown[] = Array.isArray(value) ? value : [];
  return items.flatMap((item) => {
    const result = schema.safeParse(item);
    return result.success ? [result.data] : [];
  });
}

/** The first item of each code. */
function once<T extends { code: string }>(items: readonly T[]): T[] {
  return items.filter((item, index) => items.findIndex(({ code }) => code === item.code) === index);
}

const label = { label: text, source: text.optional() };

/** A published table as it stands in `config/value-tables`. */
const publishedTable = z.strictObject({
  code: text.regex(/^[A-Z0-9-]+$/, 'write a code of A-Z, 0-9 and hyphens'),
  name: text,
  example: yesOrNo,
  validFrom: date.nullable(),
  source: z.strictObject({ publisher: text, url: text, published: text, note: text }),
  normHoursPerWeek: whole(1),
  blocks: codesOnce(
    z.array(
      z.discriminatedUnion(
        'kind',
        [
          z.strictObject({ ...placement, ...label }),
          z.strictObject({ ...purchase, ...label }),
          z.strictObject({ ...activity, ...label }),
        ],
        kinds,
      ),
      'write a list of blocks',
    ),
    'block',
  ),
  bonuses: codesOnce(z.array(z.strictObject({ ...bonus, ...label }), 'write a list of bonuses'), 'bonus'),
  notValued: z.array(z.strictObject({ label: text, printed: text, reason: text }), 'write a list of rows'),
});

/** The value table of a published file, or every fault in it. */
export function readPublishedTable(json: unknown): z.ZodSafeParseResult<ValueTable> {
  return publishedTable.safeParse(json, { reportInput: true });
}

/** The bare table of a scenario as the valuation library keeps it. */
export function toValueTable({ bonuses, blocks, ...table }: z.infer<typeof scenarioTable>): ValueTable {
  return {
    ...table,
    name: table.code,
    example: true,
    validFrom: null,
    source: null,
    blocks: blocks.map((block) => ({ ...block, label: block.code })),
    bonuses: (bonuses ?? []).map((item) => ({ ...item, label: item.code })),
    notValued: [],
  };
}
