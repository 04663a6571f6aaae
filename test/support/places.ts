import type { Ask, OperationDocument } from './requests';

type Json = Record<string, unknown>;

/** What an id is of, that is secret: another's is as if it did not exist. */
const SECRET = [
  'contract',
  'contractNumber',
  'plan',
  'placement',
  'report',
  'claim',
  'evidence',
  'exemption',
  'person',
  'group',
  'kvkNumber',
  'unit',
] as const;
type Secret = (typeof SECRET)[number];
/** The codes of principals are public; what another one has is not. */
export type IdKind = Secret | 'principal';

/** Of what the id is that stands in a field or parameter of this name. */
const KINDS: Readonly<Record<string, IdKind>> = {
  contractId: 'contract',
  contractIds: 'contract',
  frameworkId: 'contract',
  earmark: 'contractNumber',
  planId: 'plan',
  planIds: 'plan',
  placementId: 'placement',
  reportId: 'report',
  claimId: 'claim',
  evidenceId: 'evidence',
  exemptionId: 'exemption',
  personId: 'person',
  clientLeadId: 'person',
  clientDeputyId: 'person',
  supplierLeadId: 'person',
  supplierDeputyId: 'person',
  contactId: 'person',
  supplierGroupId: 'group',
  supplierKvkNumber: 'kvkNumber',
  unitId: 'unit',
  principalCode: 'principal',
  principal: 'principal',
};

/** A place for an id in what an operation is asked. */
export interface Place {
  readonly name: string;
  readonly kind: IdKind;
  /** The same request with another id there. */
  put(id: string): Ask;
}

/** Ids that nothing has; none for what is public. */
export const UNKNOWN: Readonly<Record<Secret, string> & Partial<Record<IdKind, string>>> = {
  ...(Object.fromEntries(SECRET.map((kind) => [kind, '00000000-0000-4000-8000-000000000000'])) as Record<
    Secret,
    string
  >),
  contractNumber: 'NO-SUCH-NUMBER',
  kvkNumber: '99999999',
};

/** Every place for an id in what `operation` is asked: in the path, in the query, and in the body as deep as it goes. */
export function placesIn(operation: OperationDocument, ask: Ask, schemas: Readonly<Record<string, Json>>): Place[] {
  const { params = {}, query = {}, body } = ask;
  const outside = operation.parameters.flatMap(({ in: where, name }): Place[] => {
    const kind = KINDS[name];
    if (!kind || (where !== 'path' && where !== 'query')) return [];
    const put = (id: string): Ask =>
      where === 'path' ? { ...ask, params: { ...params, [name]: id } } : { ...ask, query: { ...query, [name]: id } };
    return [{ name: `${where} ${name}`, kind, put }];
  });
  const inside = operation.body ? placesInBody(operation.body.schema, body, schemas) : [];
  return [
    ...outside,
    ...inside.map(({ path, kind, isList }) => ({
      name: `body ${path.join('.')}`,
      kind,
      put: (id: string): Ask => ({ ...ask, body: withValue(body, path, isList ? [id] : id) }),
    })),
  ];
}

interface BodyPlace {
  readonly path: readonly string[];
  readonly kind: IdKind;
  readonly isList: boolean;
}

function placesInBody(
  schema: Json,
  value: unknown,
  schemas: Readonly<Record<string, Json>>,
  path: readonly string[] = [],
): BodyPlace[] {
  const whole = resolved(schema, value, schemas);
  if (whole['type'] === 'array' && Array.isArray(value)) {
    return (value as unknown[]).flatMap((item, index) =>
      placesInBody(whole['items'] as Json, item, schemas, [...path, String(index)]),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries((whole['properties'] ?? {}) as Record<string, Json>).flatMap(([name, field]) => {
    const inner = [...path, name];
    const kind = KINDS[name];
    if (kind) return [{ path: inner, kind, isList: resolved(field, undefined, schemas)['type'] === 'array' }];
    return placesInBody(field, Reflect.get(value, name), schemas, inner);
  });
}

/** A schema without references and choices: of several shapes the one that the value has. */
export function resolved(schema: Json, value: unknown, schemas: Readonly<Record<string, Json>>): Json {
  const reference = schema['$ref'];
  if (typeof reference === 'string') return resolved(schemas[reference.split('/').at(-1) ?? ''] ?? {}, value, schemas);
  const choices = (schema['oneOf'] ?? schema['anyOf'] ?? schema['allOf']) as Json[] | undefined;
  if (!choices) return schema;
  const kind = typeof value === 'object' && value !== null ? (Reflect.get(value, 'kind') as unknown) : undefined;
  const mapping = (schema['discriminator'] as { mapping?: Record<string, string> } | undefined)?.mapping;
  const named = typeof kind === 'string' ? mapping?.[kind] : undefined;
  return resolved(named ? { $ref: named } : (choices[0] ?? {}), value, schemas);
}

function withValue(body: unknown, path: readonly string[], value: unknown): unknown {
  const copy = structuredClone(body) as Json;
  const container = path.slice(0, -1).reduce((inner, key) => Reflect.get(inner, key) as Json, copy);
  Reflect.set(container, path.at(-1) ?? '', value);
  return copy;
}

/** Fields and parameters for ids whose kind nobody has told here, so that they would be left out of the tests. */
export function untoldPlaces(
  operations: readonly OperationDocument[],
  schemas: Readonly<Record<string, Json>>,
): string[] {
  const told = new Set([...Object.keys(KINDS), ...NOT_OF_SOMEBODY]);
  const looksLikeAnId = (name: string, schema: Json): boolean =>
    /Ids?$|Number$/.test(name) ||
    schema['format'] === 'uuid' ||
    (schema['items'] as Json | undefined)?.['format'] === 'uuid';
  const names = new Set<string>();
  const visit = (schema: Json, seen: Set<string>): void => {
    const reference = typeof schema['$ref'] === 'string' ? (schema['$ref'].split('/').at(-1) ?? '') : '';
    if (reference !== '') {
      if (seen.has(reference)) return;
      seen.add(reference);
      visit(schemas[reference] ?? {}, seen);
    }
    for (const word of ['oneOf', 'anyOf', 'allOf'])
      for (const part of (schema[word] ?? []) as Json[]) visit(part, seen);
    if (schema['items']) visit(schema['items'] as Json, seen);
    for (const [name, field] of Object.entries((schema['properties'] ?? {}) as Record<string, Json>)) {
      if (looksLikeAnId(name, field)) names.add(name);
      visit(field, seen);
    }
  };
  for (const { parameters, body } of operations) {
    for (const { in: where, name, schema } of parameters) {
      if (where !== 'header' && looksLikeAnId(name, schema)) names.add(name);
    }
    if (body) visit(body.schema, new Set());
  }
  return [...names].filter((name) => !told.has(name)).sort();
}

/** Names that look like those of ids and are of nobody in particular, each with why. */
const NOT_OF_SOMEBODY: readonly string[] = [
  // Who did something, or to what: the trail is searched by it, and is narrowed to what one may see in any case.
  'actorId',
  'subjectId',
  // Of a deviation from when people are reminded, and of a talk that was held: see their own test. A mail of the demo is
  // found by its number and address.
  'deviationId',
  'milestoneId',
  'number',
  // Of a company that is named in a report or registered: a public number, whoever writes it.
  'kvkNumber',
];
