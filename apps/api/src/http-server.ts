import type { Socket } from 'node:net';
import { AppError } from '@sr/kernel';
import { problemOfServer } from '@sr/platform';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { API_VERSION } from './openapi';

/** The most bytes of a request's body: a decision on a thousand claims fits ten times. */
const BODY_MAX = 1_048_576;
/** The deepest that objects and lists in a body lie inside each other; ours lie at most five deep. */
const DEPTH_MAX = 20;

/** Headers that every answer carries, whatever it is (Dutch API Design Rules 2.2, and internet.nl for the rest). */
const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'api-version': API_VERSION,
};
const PROBLEM = { ...HEADERS, 'content-type': 'application/problem+json' };

/** The options of the web server. */
export const SERVER_OPTIONS = {
  bodyLimit: BODY_MAX,
  trustProxy: false,
  routerOptions: { maxParamLength: 200 },
  // An address that cannot be read, so that it has no route and none of the hooks below.
  frameworkErrors: (_error: unknown, _request: unknown, reply: FastifyReply): void => {
    void reply
      .code(400)
      .headers(PROBLEM)
      .send(JSON.stringify(problemOfServer(400)));
  },
  // What is no HTTP, or has headers without end: there is a connection and nothing else.
  clientErrorHandler: ({ code }: { code?: string }, socket: Socket): void => {
    if (code === 'ECONNRESET' || !socket.writable) return;
    socket.end(answerWithoutServer(code === 'HPE_HEADER_OVERFLOW' ? 431 : 400));
  },
};

/** A problem as text on a connection, since no reply can be made of what was no request. */
function answerWithoutServer(status: 400 | 431): string {
  const body = JSON.stringify(problemOfServer(status));
  const headers = { ...PROBLEM, 'content-length': String(Buffer.byteLength(body)), connection: 'close' };
  const lines = Object.entries(headers).map((header) => header.join(': '));
  const reason = status === 431 ? 'Request Header Fields Too Large' : 'Bad Request';
  return `HTTP/1.1 ${status} ${reason}\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

/** The documentation page is the only one with content of its own; its library writes styles into the page. */
const DOCS = '/v1/docs';
const CSP_OF_DOCS =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** What the web server does for every request, before any route of ours: headers, and bodies that can be read. */
export function prepareServer(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(HEADERS);
    if (request.url.startsWith(DOCS)) reply.header('content-security-policy', CSP_OF_DOCS);
    done();
  });
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (tooDeep(body as string)) {
      done(new AppError('invalid-input', [nestedTooDeep()]), undefined);
      return;
    }
    void parse(request, body as string, done);
  });
}

/** A body that lies deeper than any of ours; read no further. */
const nestedTooDeep = () => ({
  code: 'body.nested_too_deep',
  field: '',
  params: { max: DEPTH_MAX },
  message: `The body has objects or lists inside each other more than ${DEPTH_MAX} deep.`,
});

/** Whether brackets outside texts lie deeper than allowed, told before the text is read as JSON. */
function tooDeep(text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inText) {
      if (character === '\\') at += 1;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > DEPTH_MAX) return true;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return false;
}
