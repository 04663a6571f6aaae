import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS } from '@sr/identity';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { OpenAPIObject } from '@nestjs/swagger';
import { routesOf } from '../apps/api/src/openapi';
import { exampleOf } from '../apps/api/src/openapi.example';
import { documentOfApi, textOf } from '../apps/api/src/openapi.file';

type Json = Record<string, unknown>;

const COMMITTED = join(__dirname, '..', 'apps', 'api', 'openapi.json');

describe('the document of the API', () => {
  let document: OpenAPIObject;
  let schemas: Record<string, Json>;
  const routes = () => routesOf(document).map((route) => ({ ...route, name: `${route.method} ${route.path}` }));

  beforeAll(async () => {
    document = await documentOfApi();
    schemas = document.components?.schemas as Record<string, Json>;
  });

  it('is the committed one; after a change run `npm run openapi`', () => {
    expect(readFileSync(COMMITTED, 'utf8')).toBe(textOf(document));
  });

  it('says of each operation what it does, and under a name of its own', () => {
    const untold = routes().filter(({ operation }) => !operation.summary?.trim() || !operation.description?.trim());
    expect(untold.map(({ name }) => name)).toEqual([]);
    const ids = routes().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z][A-Za-z]+$/.test(id ?? ''))).toEqual([]);
  });

  it('says of each operation whom it is for', () => {
    const known = [...PERMISSIONS, 'signed-in', 'everybody'];
    expect(routes().filter(({ operation }) => !known.includes(operation['x-permission'] ?? ''))).toEqual([]);
    // A permission that no route asks for is one that somebody forgot to ask for.
    const asked = new Set(routes().map(({ operation }) => operation['x-permission']));
    expect(PERMISSIONS.filter((permission) => !asked.has(permission))).toEqual([]);
  });

  it('names the errors of each operation', () => {
    const missing = routes().flatMap(({ name, method, path, operation }) => {
      const signedIn = operation['x-permission'] !== 'everybody';
      const changes = method !== 'GET';
      const wanted = [
        '500',
        '503',
        ...(signedIn ? ['401', '403'] : []),
        ...(path.includes('{') ? ['404'] : []),
        ...(changes || operation.parameters?.length ? ['400'] : []),
        ...(changes ? ['409'] : []),
        ...(operation.requestBody ? ['413', '415'] : []),
      ];
      return wanted.filter((status) => !(status in operation.responses)).map((status) => `${name} ${status}`);
    });
    expect(missing).toEqual([]);
  });

  it('shows the code of each refusal as one', () => {
    const codes = routes().flatMap(({ name, operation }) =>
      (operation['x-refuses'] ?? []).map((code) => ({ name, code })),
    );
    expect(codes.filter(({ code }) => !/^[a-z][a-z-]*\.[a-z][a-z_]*$/.test(code))).toEqual([]);
  });

  it('describes each parameter and each field', () => {
    const parameters = routes().flatMap(({ name, operation }) =>
      (operation.parameters ?? []).map((parameter) => ({ ...parameter, name: `${name} ${parameter.name}` })),
    );
    expect(parameters.filter((parameter) => !said(parameter)).map(({ name }) => name)).toEqual([]);
    expect(
      fieldsOf(Object.keys(schemas))
        .filter(({ field }) => !said(field))
        .map(({ name }) => name),
    ).toEqual([]);
  });

  it('bounds each parameter and each field of a request, and takes no others', () => {
    const inRequests = [...namesIn(routes().map(({ operation }) => operation.requestBody))];
    expect(inRequests.filter((name) => schemas[name]?.['additionalProperties'] !== false)).toEqual([]);
    const parameters = routes().flatMap(({ name, operation }) =>
      (operation.parameters ?? []).map(({ name: key, schema = {} }) => ({ name: `${name} ${key}`, field: schema })),
    );
    const fields = [...fieldsOf(inRequests), ...parameters];
    expect(fields.filter(({ field }) => !isBounded(field)).map(({ name }) => name)).toEqual([]);
  });

  it('has an example of each request and of each answer that is one', () => {
    const ajv = new Ajv({ strict: false, allErrors: true, discriminator: false });
    addFormats(ajv);
    ajv.addFormat('int64', true);
    ajv.addSchema({ $id: 'api', components: document.components });
    const whyNot = (schema: Json, example: unknown): string[] => {
      const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as Json);
      return validate(example) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
    };
    const wrong = routes().flatMap(({ name, operation }) => {
      const { schema, example } = operation.requestBody?.content?.['application/json'] ?? {};
      return schema ? whyNot(schema, example).map((fault) => `${name}: ${fault}`) : [];
    });
    expect(wrong).toEqual([]);
    const answers = Object.entries(schemas).flatMap(([name, schema]) =>
      whyNot(schema, exampleOf(schema, schemas)).map((fault) => `${name}: ${fault}`),
    );
    expect(answers).toEqual([]);
  });

  /** The names of the schemas that a part of the document is made of. */
  function namesIn(part: unknown, names = new Set<string>()): Set<string> {
    for (const [, name = ''] of JSON.stringify(part ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (!names.has(name)) namesIn(schemas[name], names.add(name));
    }
    return names;
  }

  function fieldsOf(names: readonly string[]): { name: string; field: Json }[] {
    return names.flatMap((schema) =>
      Object.entries((schemas[schema]?.['properties'] ?? {}) as Record<string, Json>).map(([name, field]) => ({
        name: `${schema}.${name}`,
        field,
      })),
    );
  }
});

const said = (part: object): boolean => String(Reflect.get(part, 'description') ?? '').trim() !== '';

/** Whether nothing can be sent that is larger than somebody thought of; a field of another schema is bounded there. */
function isBounded(field: Json): boolean {
  const parts = ['oneOf', 'anyOf', 'allOf'].flatMap((word) => (field[word] as Json[] | undefined) ?? []);
  if (parts.length > 0) return parts.every(isBounded);
  if ('$ref' in field || 'enum' in field) return true;
  const has = (...names: string[]): boolean => names.every((name) => typeof field[name] === 'number');
  switch ([field['type']].flat()[0]) {
    case 'string':
      return has('maxLength') || ['date', 'uuid'].includes(String(field['format'])) || isClosed(field['pattern']);
    case 'integer':
      return has('minimum', 'maximum');
    case 'array':
      return has('maxItems') && isBounded(field['items'] as Json);
    case 'boolean':
    case 'null':
      return true;
    default:
      return false;
  }
}

/** Whether a pattern has two ends and no repetition without one. */
const isClosed = (pattern: unknown): boolean => typeof pattern === 'string' && /^\^[^+*]*\$$/.test(pattern);
