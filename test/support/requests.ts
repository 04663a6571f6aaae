import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Answer } from './caller';
import type { SignedIn } from './world-people';

type Json = Record<string, unknown>;

/** An operation of the API document, as far as a program that walks it needs it. */
export interface OperationDocument {
  readonly method: string;
  /** Without `/v1`: `/contracts/{contractId}`. */
  readonly path: string;
  readonly operationId: string;
  readonly permission: string;
  /** The codes of refusals (409) that it names. */
  readonly refuses: readonly string[];
  readonly parameters: readonly { readonly in: string; readonly name: string; readonly schema: Json }[];
  readonly body: { readonly schema: Json; readonly example: unknown } | null;
  /** The schema of the answer when all goes well; null when that is empty. */
  readonly answer: Json | null;
}

/** What an operation is asked: the values of the path, of the query, and the body. */
export interface Ask {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Every operation of a document. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the document is read as it is served
export function operationsOf(document: any): OperationDocument[] {
  return Object.entries<Json>(document.paths).flatMap(([path, item]) =>
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the document is read as it is served
    Object.entries<any>(item).map(([method, operation]) => {
      const content = operation.requestBody?.content?.['application/json'];
      // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the document is read as it is served
      const [, done] = Object.entries<any>(operation.responses).find(([status]) => status.startsWith('2')) ?? [];
      return {
        method: method.toUpperCase(),
        path,
        operationId: operation.operationId,
        permission: operation['x-permission'],
        refuses: operation['x-refuses'] ?? [],
        parameters: operation.parameters ?? [],
        body: content ? { schema: content.schema, example: content.example } : null,
        answer: done?.content?.['application/json']?.schema ?? null,
      };
    }),
  );
}

/** The address of an operation with its values filled in. */
export function addressOf({ path }: OperationDocument, { params = {}, query = {} }: Ask): string {
  const filled = path.replace(/\{(\w+)\}/g, (_found, name: string) => encodeURIComponent(params[name] ?? 'missing'));
  const search = new URLSearchParams(query).toString();
  return search === '' ? filled : `${filled}?${search}`;
}

/** Sends what is asked of an operation as somebody. */
export const ask = (who: SignedIn, operation: OperationDocument, what: Ask) =>
  who.ask(operation.method, addressOf(operation, what), what.body);

/** What an answer has that the document does not describe, or the other way round: a few words for each fault. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the document is read as it is served
export function undocumented(document: any): (operation: OperationDocument, answer: Answer) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addFormat('int64', true);
  // What is not described is not there: a field too many is how something of another slips out.
  const closed = JSON.parse(JSON.stringify(document.components), (_key, value: unknown) =>
    isObjectSchema(value) ? { additionalProperties: false, ...value } : value,
  ) as unknown;
  ajv.addSchema({ $id: 'api', components: closed });
  return (operation, { status, json, text }) => {
    if (status < 200 || status >= 300) return [];
    if (operation.answer === null) return text === '' ? [] : ['an answer where none is described'];
    const schema = JSON.parse(JSON.stringify(operation.answer).replaceAll('"#/', '"api#/')) as Json;
    const validate = ajv.compile(schema);
    if (validate(json)) return [];
    const faults = (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
    return [...new Set(faults)].slice(0, 5);
  };
}

const isObjectSchema = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && Reflect.get(value, 'type') === 'object' && 'properties' in value;
