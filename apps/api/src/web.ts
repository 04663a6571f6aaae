import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The addresses that pages can never have: those of the API, in any version, and those that RFC 8615 sets apart. */
const NOT_OF_PAGES = /^(v\d+|\.well-known)(\/|$)/i;

/** One page for all addresses of the web application: its own router decides what to show. */
const INDEX = 'index.html';

/** Everything comes from this address, and nothing in a page runs that is not in a file. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers in which a page differs from an answer of the API. */
const HEADERS = { 'content-security-policy': CSP, 'referrer-policy': 'same-origin', vary: 'Accept-Encoding' };
/** The build gives what it makes a name after its content, in a folder of its own; the rest keeps its name. */
const MADE_BY_BUILD = /^assets\//;
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'no-cache';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Smallest first. */
const ENCODINGS = [
  { name: 'br', extension: '.br' },
  { name: 'gzip', extension: '.gz' },
] as const;

interface Variant {
  /** Null for the file as it is. */
  readonly encoding: string | null;
  readonly content: Buffer;
  readonly etag: string;
}
interface WebFile {
  readonly type: string;
  readonly cacheControl: string;
  readonly plain: Variant;
  /** The same compressed, smallest first. */
  readonly smaller: readonly Variant[];
}

/** Where the build of the web application lies, seen from the project's folder and from `dist` alike. */
const BUILT = join('dist', 'apps', 'web');

/** The folder with the web application as it was built; undefined where it was not. Looked for from `start` upward. */
export function builtWeb(start = __dirname): string | undefined {
  const folder = join(start, BUILT);
  if (existsSync(join(folder, INDEX))) return folder;
  return dirname(start) === start ? undefined : builtWeb(dirname(start));
}

/**
 * Serves the web application that was built into `folder`. Its files are read once, so a build that is made meanwhile is
 * never served by halves, and an address can reach nothing but what was in the folder at the start.
 * @throws when the folder has no index.html
 */
export function serveWeb(server: FastifyInstance, folder: string): void {
  const files = filesIn(folder);
  const index = files.get(INDEX);
  if (!index) throw new Error(`${folder} has no ${INDEX}: build the web application first.`);
  // Takes HEAD along. A route of the API is more specific, so it comes first.
  server.get<{ Params: { '*': string } }>('/*', (request, reply) => {
    const path = request.params['*'];
    const file = NOT_OF_PAGES.test(path) ? undefined : (files.get(path) ?? (isOfAPage(path) ? index : undefined));
    if (!file) return reply.callNotFound();
    return send(file, request, reply);
  });
}

/** An address that a person can have kept. What has an extension is a file, and what has a dot in front is no page. */
function isOfAPage(path: string): boolean {
  const parts = path.split('/');
  return extname(parts.at(-1) ?? '') === '' && parts.every((part) => !part.startsWith('.'));
}

function send(file: WebFile, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { type, cacheControl, plain, smaller } = file;
  const accepted = encodingsIn(request.headers['accept-encoding']);
  const { encoding, content, etag } = smaller.find((variant) => accepted.has(variant.encoding ?? '')) ?? plain;
  void reply.removeHeader('api-version').headers({ ...HEADERS, 'cache-control': cacheControl, etag });
  if (has(request.headers['if-none-match'], etag)) return reply.code(304).send();
  if (encoding !== null) void reply.header('content-encoding', encoding);
  return reply.type(type).send(content);
}

/** The encodings that a client can read: those that it names, save with the weight 0. */
function encodingsIn(acceptEncoding: string | string[] | undefined): Set<string | undefined> {
  const parts = String(acceptEncoding ?? '').split(',');
  const named = parts.map((part) =>
    part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/),
  );
  return new Set(named.filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? '')).map(([name]) => name));
}

/** Whether a client has this very content already. */
const has = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((tag) => [etag, `W/${etag}`, '*'].includes(tag.trim()));

/** What a folder holds, by path with `/` between the parts. */
function filesIn(folder: string): Map<string, WebFile> {
  const isHidden = (name: string): boolean => name.split(sep).some((part) => part.startsWith('.'));
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !isHidden(name) && statSync(join(folder, name)).isFile(),
  );
  const known = new Set(names);
  const isCompressed = (name: string): boolean =>
    ENCODINGS.some(({ extension }) => name.endsWith(extension) && known.has(name.slice(0, -extension.length)));
  const variant = (name: string, encoding: string | null): Variant => {
    const content = readFileSync(join(folder, name));
    const digest = createHash('sha256').update(content).digest('base64url').slice(0, 22);
    return { encoding, content, etag: `"${digest}"` };
  };
  const entries = names
    .filter((name) => !isCompressed(name))
    .map((name): [string, WebFile] => {
      const path = name.split(sep).join('/');
      const file = {
        type: TYPES[extname(name)] ?? 'application/octet-stream',
        cacheControl: MADE_BY_BUILD.test(path) ? FOREVER : ASK_EACH_TIME,
        plain: variant(name, null),
        smaller: ENCODINGS.filter(({ extension }) => known.has(name + extension)).map((encoding) =>
          variant(name + encoding.extension, encoding.name),
        ),
      };
      return [path, file];
    });
  return new Map(entries);
}
