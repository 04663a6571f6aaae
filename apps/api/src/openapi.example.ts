type Json = Record<string, unknown>;
type Schemas = Readonly<Record<string, Json>>;

/**
 * An example of what a schema describes, put together from the examples of its fields: so that every request has one to
 * start from, and a field that gains an example changes all requests that it is in. Of the fields that may be left out,
 * those without an example are, and so are ids: nobody has the thing of an example.
 */
export function exampleOf(schema: Json, schemas: Schemas): unknown {
  if (schema['example'] !== undefined) return schema['example'];
  const reference = schema['$ref'];
  if (typeof reference === 'string') return exampleOf(named(reference, schemas), schemas);
  const choices = (schema['oneOf'] ?? schema['anyOf'] ?? schema['allOf']) as Json[] | undefined;
  if (choices?.[0]) return exampleOf(choices[0], schemas);
  const [value] = (schema['enum'] as unknown[] | undefined) ?? [];
  if (value !== undefined) return value;
  switch ([schema['type']].flat()[0]) {
    case 'object':
      return exampleOfFields(schema, schemas);
    case 'array':
      return schema['minItems'] === 0 && !hasExample(schema['items'] as Json, schemas)
        ? []
        : [exampleOf(schema['items'] as Json, schemas)];
    case 'integer':
    case 'number':
      return schema['minimum'] ?? 0;
    case 'boolean':
      return false;
    default:
      return 'text';
  }
}

function exampleOfFields(schema: Json, schemas: Schemas): Json {
  const required = (schema['required'] as string[] | undefined) ?? [];
  const fields = Object.entries((schema['properties'] as Schemas | undefined) ?? {});
  const shown = fields.filter(
    ([name, field]) => required.includes(name) || (field['format'] !== 'uuid' && hasExample(field, schemas)),
  );
  return Object.fromEntries(shown.map(([name, field]) => [name, exampleOf(field, schemas)]));
}

/** Whether somebody wrote an example of this, or of anything in it. */
function hasExample(schema: Json, schemas: Schemas): boolean {
  if (schema['example'] !== undefined) return true;
  const reference = schema['$ref'];
  if (typeof reference === 'string') return hasExample(named(reference, schemas), schemas);
  const parts = ['oneOf', 'anyOf', 'allOf'].flatMap((word) => (schema[word] as Json[] | undefined) ?? []);
  const fields = Object.values((schema['properties'] as Schemas | undefined) ?? {});
  const items = schema['items'] as Json | undefined;
  return [...parts, ...fields, ...(items ? [items] : [])].some((part) => hasExample(part, schemas));
}

const named = (reference: string, schemas: Schemas): Json => schemas[reference.split('/').at(-1) ?? ''] ?? {};
