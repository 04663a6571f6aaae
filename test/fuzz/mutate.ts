import type { Sent } from '../support/caller';
import type { Random } from '../bench/random';
import { fittingPlaces, fittingValue } from './fitting';
import { ODD_CURSORS, ODD_VALUES, Verbatim, textOf } from './values';

/** A request in parts, before it is written out. */
export interface Draft {
  method: string;
  /** The path with the values of its parameters filled in and encoded, without the query. */
  path: string;
  query: [string, string][];
  headers: Record<string, string | string[]>;
  /** Undefined for none. */
  body: unknown;
  /** Written out, when the text itself was changed. */
  raw?: string | Buffer;
}

/** What is known of an operation, and of the world that it is asked in. */
export interface Surroundings {
  readonly parameters: readonly { readonly in: string; readonly name: string; readonly schema: Json }[];
  readonly body: { readonly schema: Json } | null;
  readonly schemas: Readonly<Record<string, Json>>;
  /** Ids of things that are there, of whatever kind and whosever. */
  readonly ids: readonly string[];
}
type Json = Record<string, unknown>;

/** One way of bending a request; what it did, in a few words, or null when it had nothing to bend. */
type Mutation = (draft: Draft, random: Random, around: Surroundings) => string | null;

/** A place in a body: the container and the key. */
interface Place {
  readonly container: Record<string, unknown> | unknown[];
  readonly key: string;
  readonly path: string;
}

function placesOf(value: unknown, path = ''): Place[] {
  if (typeof value !== 'object' || value === null || value instanceof Verbatim) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    { container: value as Place['container'], key, path: `${path}/${key}` },
    ...placesOf(inner, `${path}/${key}`),
  ]);
}

/** A copy, since a second mutation may bend it further. */
function anOddOne(random: Random): unknown {
  const value = random.pick(ODD_VALUES);
  return value instanceof Verbatim ? value : structuredClone(value);
}

const read = ({ container, key }: Place): unknown => Reflect.get(container, key);
const show = (value: unknown): string => textOf(value ?? null).slice(0, 60);

function write({ container, key }: Place, value: unknown): void {
  Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });
}

function atPlace(change: (place: Place, random: Random) => string): Mutation {
  return (draft, random) => {
    const places = placesOf(draft.body);
    return places.length === 0 ? null : change(random.pick(places), random);
  };
}

const oddValue = atPlace((place, random) => {
  const value = anOddOne(random);
  write(place, value);
  return `${place.path} = ${show(value)}`;
});

const otherType = atPlace((place, random) => {
  const value = read(place);
  const text = typeof value === 'string' ? value : textOf(value ?? null);
  const other = random.pick([[value], { value }, text, value === null ? 0 : null, value !== true, text.length]);
  write(place, other);
  return `${place.path} as ${show(other)}`;
});

const withoutField = atPlace(({ container, key, path }) => {
  if (Array.isArray(container)) container.splice(Number(key), 1);
  else Reflect.deleteProperty(container, key);
  return `without ${path}`;
});

const moreFields = atPlace(({ container, path }, random) => {
  const name = random.pick([
    'extra',
    'id',
    '__proto__',
    'constructor',
    'scope',
    'actor',
    'isDemo',
    '',
    'é',
    'x'.repeat(300),
  ]);
  if (!Array.isArray(container)) write({ container, key: name, path }, anOddOne(random));
  return `${name} beside ${path}`;
});

const swapped: Mutation = (draft, random) => {
  const places = placesOf(draft.body);
  if (places.length < 2) return null;
  const [one, other] = [random.pick(places), random.pick(places)];
  write(one, structuredClone(read(other)));
  return `${one.path} = ${other.path}`;
};

const manyItems = atPlace((place, random) => {
  const value = read(place);
  const item: unknown = Array.isArray(value) ? ((value as unknown[])[0] ?? 'x') : value;
  // Not so many that the text of it would fit nowhere: a large request is another mutation.
  const count = Math.min(random.pick([2, 3, 101, 1001, 5000]), Math.ceil(500_000 / textOf(item ?? null).length));
  write(
    place,
    Array.from({ length: count }, () => structuredClone(item)),
  );
  return `${place.path}: ${count} times`;
});

const nearNumber = atPlace((place, random) => {
  const value = read(place);
  const step = random.pick([-1, 1, 0.5, 1e6, -1e6, 1e12]);
  const near = typeof value === 'number' ? value + step : typeof value === 'string' ? nearText(value, random) : step;
  write(place, near);
  return `${place.path} near: ${show(near)}`;
});

/** The day before or long after, the same text twice, in other case, or without its last character. */
function nearText(text: string, random: Random): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    return `${random.pick(['1900', '1999', '2024', '2025', '2026', '2999'])}-${random.pick(['01-01', '02-29', '06-30', '12-31'])}`;
  }
  return random.pick([`${text}${text}`, text.toUpperCase(), text.toLowerCase(), text.slice(0, -1), ` ${text} `]);
}

const deep: Mutation = (draft, random) => {
  const depth = random.pick([5, 19, 21, 2000]);
  const [open, close] = random.pick([
    ['[', ']'],
    ['{"a":', '}'],
  ] as const);
  draft.raw = `${open.repeat(depth)}1${close.repeat(depth)}`;
  return `${depth} deep`;
};

const odderBody: Mutation = (draft, random) => {
  draft.body = anOddOne(random);
  return `body ${show(draft.body)}`;
};

const brokenText: Mutation = (draft, random) => {
  const text = textOf(draft.body ?? {});
  const at = random.whole(0, text.length);
  const ways: (() => string | Buffer)[] = [
    () => text.slice(0, at),
    () => `${text.slice(0, at)}${String.fromCharCode(random.whole(1, 126))}${text.slice(at + 1)}`,
    () => `${text}${text}`,
    () => `\ufeff${text}`,
    () => text.replace('{', '{"name":"first",'),
    () => text.replaceAll('"', "'"),
    () => text.replace(/:/, ':NaN,"x":'),
    () =>
      Buffer.concat([
        Buffer.from(text.slice(0, at)),
        Buffer.from([0xff, 0xfe, 0xc3, 0x28]),
        Buffer.from(text.slice(at)),
      ]),
    () => Buffer.from(text, 'utf16le'),
    () => '',
    () => 'null',
  ];
  draft.raw = random.pick(ways)();
  return 'text changed';
};

const tooLarge: Mutation = (draft) => {
  draft.raw = JSON.stringify({ name: 'x'.repeat(1_200_000) });
  return 'too large';
};

const otherContentType: Mutation = (draft, random) => {
  const type = random.pick([
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
    'application/json;',
    'application/jsonp',
    'application/merge-patch+json',
    '',
    '/',
    '*/*',
    'é',
  ]);
  draft.headers['content-type'] = type;
  if (draft.body === undefined) draft.body = {};
  return `content-type ${type}`;
};

const oddHeader: Mutation = (draft, random) => {
  const [name, value] = random.pick<readonly [string, string | string[]]>([
    ['idempotency-key', ''],
    ['idempotency-key', 'short'],
    ['idempotency-key', 'x'.repeat(101)],
    ['idempotency-key', 'with space in it'],
    ['idempotency-key', 'é'.repeat(10)],
    ['idempotency-key', ['one-key-0001', 'two-key-0002']],
    ['idempotency-key', 'the-same-key-each-time'],
    ['x-csrf-token', ''],
    ['x-csrf-token', 'x'.repeat(43)],
    ['x-csrf-token', 'é'.repeat(43)],
    ['cookie', ''],
    ['cookie', 'sr_session='],
    ['cookie', `sr_session=${'x'.repeat(5000)}`],
    ['cookie', 'sr_session=%zz; =; ;;'],
    ['cookie', '__proto__=x; sr_session=y'],
    ['accept', 'text/html'],
    ['accept', 'application/pdf;q=0.1'],
    ['accept-encoding', 'br, gzip'],
    ['origin', 'https://elsewhere.example'],
    ['x-forwarded-for', "'; select 1"],
    ['x-http-method-override', 'DELETE'],
    ['if-match', '"x"'],
    ['range', 'bytes=0-1'],
    ['host', 'elsewhere.example'],
    ['x-large', 'x'.repeat(20_000)],
  ]);
  draft.headers[name] = value;
  return `${name}: ${show(value)}`;
};

const otherMethod: Mutation = (draft, random) => {
  draft.method = random.pick([
    'GET',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'HEAD',
    'OPTIONS',
    'TRACE',
    'PROPFIND',
    'QUERY',
  ]);
  return draft.method;
};

const fitting: Mutation = (draft, random, { body, schemas, ids }) => {
  const places = body ? fittingPlaces(body.schema, draft.body, schemas) : [];
  if (places.length === 0) return null;
  const place = random.pick(places);
  const value = fittingValue(place.schema, schemas, ids, random);
  write(place, value);
  return `${place.path} fits: ${show(value)}`;
};

const fittingQuery: Mutation = (draft, random, { parameters, schemas, ids }) => {
  const inQuery = parameters.filter((parameter) => parameter.in === 'query' && parameter.name !== 'after');
  if (inQuery.length === 0) return null;
  const { name, schema } = random.pick(inQuery);
  const value = fittingValue(schema, schemas, ids, random);
  draft.query = draft.query.filter(([known]) => known !== name);
  draft.query.push([name, typeof value === 'string' ? value : JSON.stringify(value)]);
  return `?${name} fits: ${show(value)}`;
};

const oddQuery: Mutation = (draft, random, { parameters }) => {
  const names = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const name = random.pick(
    names.length > 0 && !random.onceIn(6) ? names : ['unknown', '__proto__', 'limit', 'after', ''],
  );
  const odd = name === 'after' ? random.pick(ODD_CURSORS) : anOddOne(random);
  const value = odd instanceof Verbatim ? odd.text : typeof odd === 'string' ? odd : JSON.stringify(odd);
  const shape = random.pick([name, name, name, `${name}[]`, `${name}[x]`]);
  draft.query.push([shape, value.slice(0, 4000)]);
  if (random.onceIn(4)) draft.query.push([shape, 'again']);
  return `?${shape}=${show(value)}`;
};

const ODD_SEGMENTS = [
  'x',
  '0',
  '-1',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF',
  '2026',
  '0000',
  '99999',
  'IenW',
  "'",
  '%27%3B--',
  '%00',
  '%zz',
  '%',
  '%2e%2e%2f',
  '..',
  '.',
  '%F0%9F%92%A9',
  '%ED%A0%80',
  '%C3',
  'x'.repeat(150),
  'x'.repeat(3000),
  '__proto__',
  '*',
  ';a=b',
  '%0d%0ax:y',
];

const oddPath: Mutation = (draft, random) => {
  const segments = draft.path.split('/');
  const at = random.whole(2, segments.length - 1);
  const ways: (() => void)[] = [
    () => (segments[at] = random.pick(ODD_SEGMENTS)),
    () => (segments[at] = random.pick(ODD_SEGMENTS)),
    () => segments.push(''),
    () => segments.splice(at, 0, ''),
    () => segments.push(random.pick(ODD_SEGMENTS)),
    () => segments.splice(at, 1),
    () => (segments[at] = (segments[at] ?? '').toUpperCase()),
  ];
  random.pick(ways)();
  draft.path = segments.join('/') || '/';
  return `path ${draft.path.slice(0, 100)}`;
};

const ON_BODIES: readonly Mutation[] = [
  fitting,
  fitting,
  fitting,
  fitting,
  fitting,
  fitting,
  fitting,
  fitting,
  oddValue,
  oddValue,
  oddValue,
  oddValue,
  otherType,
  withoutField,
  moreFields,
  swapped,
  manyItems,
  nearNumber,
  nearNumber,
  deep,
  odderBody,
  brokenText,
  otherContentType,
];
const ON_ALL: readonly Mutation[] = [fittingQuery, fittingQuery, fittingQuery, oddQuery, oddQuery, oddPath, oddHeader];

/** Bends a request in one to three ways; answers what goes out, and in words what was bent. */
export function bend(valid: Draft, random: Random, around: Surroundings): { sent: Sent; bent: string[] } {
  const draft: Draft = {
    ...valid,
    query: valid.query.map(([name, value]) => [name, value]),
    headers: { ...valid.headers },
    body: structuredClone(valid.body),
  };
  const bent: string[] = [];
  const times = random.pick([1, 1, 1, 2, 3]);
  for (let time = 0; time < times; time += 1) {
    const onBody = draft.body !== undefined && !random.onceIn(4);
    const mutation = random.onceIn(300)
      ? tooLarge
      : random.onceIn(40)
        ? otherMethod
        : random.pick(onBody ? ON_BODIES : ON_ALL);
    const done = mutation(draft, random, around);
    if (done !== null) bent.push(done);
  }
  // Of what has headers without end the server does not learn that it is a HEAD, to which no body is sent.
  if (draft.method === 'HEAD') Reflect.deleteProperty(draft.headers, 'x-large');
  return { sent: sentOf(draft), bent };
}

/** A request as it goes out. */
export function sentOf({ method, path, query, headers, body, raw }: Draft): Sent {
  const text = raw ?? (body === undefined ? undefined : textOf(body));
  const search = query.map((pair) => pair.map(encoded).join('=')).join('&');
  return {
    method,
    path: search === '' ? path : `${path}?${search}`,
    headers: { ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: text,
  };
}

/** Halves of characters have no encoding; they go as what a browser makes of them. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
