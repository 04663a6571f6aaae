import { z } from 'zod';
import { principalCodes } from '../product/reference-data';
import { date, faultsOf, hours, oneOf, text, whole } from './fields';
import { scenarioTable, soundTables } from './value-table.file';

/** A fault in a scenario, with the position that tells where: `event 3`, or the field at the top. */
export interface Fault {
  readonly position: string;
  readonly message: string;
}

const on = { on: date };
const number = text.regex(/^[A-Za-z0-9./-]{1,40}$/, 'write 1 to 40 letters, digits, full stops, slashes or hyphens');
const reason = text;

const obligation = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('PERCENTAGE'),
      basis: oneOf(['LOONSOM', 'CONTRACT_VALUE', 'INVOICED_TURNOVER', 'BUDGET']),
      baseCents: whole(),
      rateBp: whole(),
      capCents: whole().nullish(),
    }),
    z.strictObject({ kind: z.literal('FIXED'), amountCents: whole() }),
  ],
  'write an obligation of kind PERCENTAGE or FIXED',
);

const contract = z
  .strictObject({
    ...on,
    type: z.literal('contract'),
    number,
    principal: oneOf(principalCodes as [string, ...string[]]),
    title: text,
    awardedOn: date,
    startsOn: date,
    endsOn: date,
    obligation: obligation.optional(),
    exemption: z.strictObject({ reason }).optional(),
  })
  .refine(
    (event) => (event.obligation === undefined) !== (event.exemption === undefined),
    'give either an obligation or an exemption',
  );

const claim = { ...on, type: z.literal('claim'), ref: text, earmark: text.nullish() };

/** A claim's shape follows from what it is about: the hours of a placement, an invoice, or hours on a day. */
const placementClaim = z.strictObject({ ...claim, placement: text, from: date, to: date, paidHours: hours });
const purchaseClaim = z.strictObject({
  ...claim,
  plan: text,
  block: text,
  from: date,
  to: date,
  invoiceCents: whole(),
});
const activityClaim = z.strictObject({ ...claim, plan: text, block: text, day: date, hours });

/** The events by type. A claim has three shapes, so it is chosen by `shapeOf`. */
const EVENTS = {
  contract,
  plan: z.strictObject({
    ...on,
    type: z.literal('plan'),
    plan: text,
    valueTable: text,
    obligations: z.array(text, 'write a list of contract numbers'),
  }),
  placement: z.strictObject({
    ...on,
    type: z.literal('placement'),
    ref: text,
    plan: text,
    candidate: text,
    block: text,
    bonuses: z.array(text, 'write a list of bonuses').optional(),
    employmentForm: oneOf(['FORMAL', 'HIRED_IN', 'INTERNSHIP', 'TRIAL']),
    startsOn: date,
    endsOn: date.nullish(),
    registerIndicated: oneOf(['YES', 'NO', 'UNKNOWN']),
    region: text.optional(),
  }),
  accept: z.strictObject({
    ...on,
    type: z.literal('accept'),
    claims: z.array(text, 'write a list of claims').min(1, 'name at least one claim'),
  }),
  reject: z.strictObject({
    ...on,
    type: z.literal('reject'),
    claims: z.array(text, 'write a list of claims').min(1, 'name at least one claim'),
    reason,
  }),
  reverse: z.strictObject({ ...on, type: z.literal('reverse'), claim: text, reason }),
  revise: z.strictObject({
    ...on,
    type: z.literal('revise'),
    obligation: text,
    baseCents: whole().optional(),
    amountCents: whole().optional(),
    reason,
  }),
  join: z.strictObject({ ...on, type: z.literal('join'), plan: text, obligation: text }),
  leave: z.strictObject({ ...on, type: z.literal('leave'), plan: text, obligation: text }),
  settle: z.strictObject({ ...on, type: z.literal('settle'), obligation: text }),
} as const;

type Shapes = typeof EVENTS;
export type ScenarioEvent =
  | { [Type in keyof Shapes]: z.infer<Shapes[Type]> }[keyof Shapes]
  | z.infer<typeof placementClaim>
  | z.infer<typeof purchaseClaim>
  | z.infer<typeof activityClaim>;

const supplier = z.strictObject({
  kvkNumber: z.string('write the number as a text').regex(/^[0-9]{8}$/, 'write eight digits'),
  name: text,
});
const report = z.strictObject({
  years: z
    .array(
      whole().refine((year) => year >= 1900 && year <= 2999, 'write a year in 1900 to 2999'),
      'write a list of years',
    )
    .refine((years) => new Set(years).size === years.length, 'name each year once'),
  knownOn: date,
});
const valueTables = z
  .array(scenarioTable, 'write a list of value tables')
  .refine((tables) => new Set(tables.map((table) => table.code)).size === tables.length, 'a table code is used twice');

/** A scenario as far as it could be read: what is null has a fault. */
export interface Scenario {
  readonly supplier: z.infer<typeof supplier> | null;
  /** The sound parts of the tables: an event is not told off for a fault in a table. */
  readonly valueTables: readonly z.infer<typeof scenarioTable>[];
  /** By place in the file, counted from 1; an event with a fault is left out. */
  readonly events: ReadonlyMap<number, ScenarioEvent>;
  readonly report: z.infer<typeof report> | null;
}

const FIELDS = ['supplier', 'valueTables', 'events', 'report'];

/** Reads a scenario from the text of a file: what is right in it (null when there is nothing to read), and every fault of form. */
export function readScenario(file: string): { scenario: Scenario | null; faults: Fault[] } {
  const faults: Fault[] = [];
  const document = parseObject(file);
  if (!document) {
    faults.push({
      position: 'file',
      message: 'is not a JSON object; write one with supplier, valueTables, events and report',
    });
    return { scenario: null, faults };
  }

  const read = <T>(position: string, schema: z.ZodType<T>, value: unknown): T | null => {
    const result = schema.safeParse(value, { reportInput: true });
    if (result.success) return result.data;
    faults.push(...faultsOf(result.error).map((message) => ({ position, message })));
    return null;
  };
  for (const field of Object.keys(document).filter((key) => !FIELDS.includes(key))) {
    faults.push({ position: field, message: 'there is no such field; take it out' });
  }
  const scenario = {
    supplier: read('supplier', supplier, document['supplier']),
    valueTables: read('valueTables', valueTables, document['valueTables']) ?? soundTables(document['valueTables']),
    events: new Map<number, ScenarioEvent>(),
    report: read('report', report, document['report']),
  };
  const events = read('events', z.array(z.unknown(), 'write a list of events'), document['events']) ?? [];
  for (const [index, value] of events.entries()) {
    const position = `event ${index + 1}`;
    const before = faults.length;
    const event = read(position, shapeOf(value), value);
    if (isBefore(value, events[index - 1]))
      faults.push({ position, message: 'on: is before the day of the event above it' });
    if (event && faults.length === before) scenario.events.set(index + 1, event);
  }
  return { scenario, faults };
}

function shapeOf(value: unknown): z.ZodType<ScenarioEvent> {
  const fields = isObject(value) ? value : {};
  const type = fields['type'];
  if (type === 'claim') {
    if ('placement' in fields) return placementClaim;
    return 'day' in fields || 'hours' in fields ? activityClaim : purchaseClaim;
  }
  if (typeof type === 'string' && Object.hasOwn(EVENTS, type)) return EVENTS[type as keyof Shapes];
  const types = [...Object.keys(EVENTS), 'claim'].join(', ');
  return z.custom<ScenarioEvent>(() => false, `type: write one of ${types}`);
}

function isBefore(event: unknown, above: unknown): boolean {
  const day = isObject(event) ? date.safeParse(event['on']) : null;
  const dayAbove = isObject(above) ? date.safeParse(above['on']) : null;
  return day?.success === true && dayAbove?.success === true && day.data < dayAbove.data;
}

function parseObject(file: string): Record<string, unknown> | null {
  try {
    const document: unknown = JSON.parse(file);
    return isObject(document) ? document : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
