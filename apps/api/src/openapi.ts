import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { exampleOf } from './openapi.example';

/** The version of the API: semantic, in every answer. */
export const API_VERSION = '1.0.0';

type Json = Record<string, unknown>;
interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  parameters?: { in: string; name: string; schema?: Json }[];
  requestBody?: { content?: Record<string, { schema?: Json; example?: unknown }> };
  responses: Record<string, Json>;
  'x-permission'?: string;
  'x-refuses'?: string[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const DESCRIPTION = `The register of Social Return of the Dutch central government: contracts and obligations, supplier plans,
placements and claims, decisions, statements and reports.

**Read figures with care.** The EUR 130 million is a floor and has two definitions: imposed in a year, and outstanding. The
euros are effort values from a value table: fictive, nobody pays them. Jobs are an accounting share of 25.5 paid hours a
week, and never count for a ministry's own target.

**Units.** Money is in whole euro cents, excluding VAT (\`…Cents\`). Hours are in hundredths (\`…Centihours\`). Rates are in
basis points (\`…Bp\`, 500 is 5%). Days (\`…On\`) are days in the Netherlands; moments (\`…At\`) are in UTC.

**Signing in.** \`GET /v1/demo-accounts\`, then \`POST /v1/session\` with one of them. It sets a cookie; every request that
changes something also sends the \`csrfToken\` of the answer in the header \`X-CSRF-Token\`.

**What you see** is what is yours: another's contract, plan or claim is 404, as if it were not there.

**Lists** come in pages: \`limit\`, and \`after\` with the \`next\` of the page before. **Repeating**: send an
\`Idempotency-Key\` with a request that you may have to repeat; it is carried out once, and its answer is given again.

**Errors** are \`application/problem+json\` with a stable \`code\`, and \`errors\` with, for every fault, where it is
(\`pointer\`), its \`code\`, and what to do (\`detail\`).`;

/** What any route can answer besides its own: by status, with the name that the document gives it. */
const ERRORS: Readonly<Record<string, { name: string; description: string }>> = {
  400: {
    name: 'InvalidInput',
    description: 'The input is not right; every fault is named, with its field and what to do.',
  },
  401: { name: 'NotSignedIn', description: 'Nobody is signed in.' },
  403: {
    name: 'NotAllowed',
    description: 'Your role does not allow it, or the token against forged requests is missing.',
  },
  404: { name: 'NotFound', description: 'There is no such thing, or not for you.' },
  409: {
    name: 'Refused',
    description:
      'Refused by a rule of the field, or changed by somebody else meanwhile; each operation names its codes.',
  },
  413: { name: 'TooLarge', description: 'The request is too large.' },
  415: { name: 'NotJson', description: 'The body is not JSON.' },
  500: { name: 'InternalError', description: 'A fault of ours.' },
  503: { name: 'Unavailable', description: 'The database is away or too busy; try again.' },
};

const PROBLEM = {
  type: 'object',
  description: 'Why a request was not carried out (RFC 9457).',
  required: ['type', 'status', 'title', 'detail', 'code'],
  properties: {
    type: { type: 'string', description: 'Always about:blank.', example: 'about:blank' },
    status: { type: 'integer', description: 'The HTTP status.', example: 409 },
    title: { type: 'string', description: 'The kind of problem.', example: 'Refused' },
    detail: { type: 'string', description: 'What is wrong, in plain English.' },
    code: {
      type: 'string',
      description: 'Stable: programs and translations go by it.',
      example: 'contract.number_taken',
    },
    errors: {
      type: 'array',
      description: 'Every fault; of a request with more, the first two hundred.',
      maxItems: 200,
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: {
            type: 'string',
            description: 'The field, as a JSON pointer; empty for the whole request.',
            example: '/number',
          },
          code: { type: 'string', description: 'Stable.', example: 'contract.number_taken' },
          params: { type: 'object', description: 'The figures of the message.', additionalProperties: true },
          detail: { type: 'string', description: 'What is wrong and what to do.' },
        },
      },
    },
  },
};

const VERSION_HEADER = { 'API-Version': { $ref: '#/components/headers/ApiVersion' } };

/** The API as a document: made of the code, the same for the file, the documentation page and the tests. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Social Return tracker')
    .setDescription(DESCRIPTION)
    .setVersion(API_VERSION)
    .setContact('Netwerkorganisatie Social Return', 'https://www.rijksoverheid.nl', 'social-return@example.nl')
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl')
    .addServer('/v1')
    .addCookieAuth('sr_session', { type: 'apiKey', in: 'cookie', name: 'sr_session' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, about, {
    ignoreGlobalPrefix: true,
    operationIdFactory: (_controller, method) => method,
  });
  const schemas = (document.components ??= {}).schemas as Record<string, Json>;
  schemas['Problem'] = PROBLEM;
  document.components.headers = {
    ApiVersion: { description: 'The version of the API.', schema: { type: 'string', example: API_VERSION } },
  };
  document.components.responses = Object.fromEntries(
    Object.values(ERRORS).map(({ name, description }) => [
      name,
      {
        description,
        headers: VERSION_HEADER,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
  for (const route of routesOf(document)) complete(route, schemas);
  for (const name of namesInRequests(document)) {
    const schema = schemas[name];
    if (schema?.['type'] === 'object') schema['additionalProperties'] = false;
  }
  return inOrder(asOpenApi31(document)) as OpenAPIObject;
}

/** An operation and where it is. */
export interface Route {
  readonly method: string;
  /** Without `/v1`, as the document writes it: `/contracts/{contractId}`. */
  readonly path: string;
  readonly operation: Operation;
}

/** Every route of a document. */
export function routesOf(document: OpenAPIObject): Route[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method] as unknown as Operation | undefined;
      return operation ? [{ method: method.toUpperCase(), path, operation }] : [];
    }),
  );
}

/** Adds what every operation can answer, and the version that every answer tells. */
function complete({ method, path, operation }: Route, schemas: Readonly<Record<string, Json>>): void {
  const hasInput = (operation.parameters?.length ?? 0) > 0 || operation.requestBody !== undefined;
  const isPublic = operation['x-permission'] === 'everybody';
  const changes = method !== 'GET';
  const can: Record<string, boolean> = {
    400: hasInput || changes,
    401: !isPublic,
    403: !isPublic,
    404: path.includes('{') || isPublic,
    409: changes,
    413: operation.requestBody !== undefined,
    415: operation.requestBody !== undefined,
    500: true,
    503: true,
  };
  for (const response of Object.values(operation.responses)) response['headers'] = VERSION_HEADER;
  for (const [status, { name }] of Object.entries(ERRORS)) {
    if (can[status] === true) operation.responses[status] = { $ref: `#/components/responses/${name}` };
  }
  for (const content of Object.values(operation.requestBody?.content ?? {})) {
    if (content.schema) content.example ??= exampleOf(content.schema, schemas);
  }
  Object.assign(operation, { security: isPublic ? [] : [{ session: [] }] });
  if (changes && !isPublic) {
    (operation.parameters ??= []).push(
      headerParameter('X-CSRF-Token', true, 'The `csrfToken` of your session.', 100),
      headerParameter('Idempotency-Key', false, 'A key of your own: the request is carried out once.', 100),
    );
  }
  if (operation['x-refuses']?.length === 0) delete operation['x-refuses'];
}

const headerParameter = (name: string, required: boolean, description: string, maxLength: number) => ({
  in: 'header',
  name,
  required,
  description,
  schema: { type: 'string', minLength: 8, maxLength, pattern: '^[A-Za-z0-9_-]+$' },
});

/** The names of the schemas that requests are made of: those take no other fields. */
function namesInRequests(document: OpenAPIObject): Set<string> {
  const schemas = document.components?.schemas ?? {};
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    for (const [, name] of JSON.stringify(node ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (name === undefined || names.has(name)) continue;
      names.add(name);
      visit(schemas[name]);
    }
  };
  for (const { operation } of routesOf(document)) visit(operation.requestBody);
  return names;
}

/** OpenAPI 3.1 says of null with a type, where 3.0 had a word of its own. */
function asOpenApi31(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(asOpenApi31);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest }: Json = Object.fromEntries(
    Object.entries(node as Json).map(([key, value]) => [key, key === 'example' ? value : asOpenApi31(value)]),
  );
  if (nullable !== true) return nullable === undefined ? rest : { ...rest, nullable };
  if (typeof rest['type'] === 'string') {
    const { enum: values } = rest;
    const more = Array.isArray(values) ? { enum: [...(values as unknown[]), null] } : {};
    return { ...rest, type: [rest['type'], 'null'], ...more };
  }
  const { description, example, ...schema } = rest;
  const [only] = (schema['allOf'] as Json[] | undefined) ?? [];
  const { allOf: _allOf, ...others } = schema;
  const inner = only ? { ...others, ...only } : schema;
  return { description, ...(example === undefined ? {} : { example }), anyOf: [inner, { type: 'null' }] };
}

/** With paths and schemas in the order of their names, so that the committed file changes only where the API does. */
function inOrder(document: unknown): unknown {
  const sorted = (part: unknown): Json =>
    Object.fromEntries(Object.entries(part as Json).sort(([a], [b]) => (a < b ? -1 : 1)));
  const { paths, components, ...rest } = document as { paths: unknown; components: Json };
  return { ...rest, paths: sorted(paths), components: { ...components, schemas: sorted(components['schemas']) } };
}
