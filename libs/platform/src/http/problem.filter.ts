import { randomUUID } from 'node:crypto';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { AppError, type ErrorCategory, type Violation } from '@sr/kernel';

/** A refusal as a client reads it: RFC 9457, with stable codes. */
interface Problem {
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly { pointer: string; code: string; params?: Violation['params']; detail: string }[];
}

/** The part of Fastify's reply that is used here. */
interface Reply {
  code(status: number): Reply;
  header(name: string, value: string): Reply;
  send(body: string): unknown;
}

const STATUS: Record<ErrorCategory, { status: number; title: string }> = {
  'invalid-input': { status: 400, title: 'The input is not right' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  refused: { status: 409, title: 'Refused' },
  stale: { status: 409, title: 'Changed meanwhile' },
  unavailable: { status: 503, title: 'Not available' },
};

/** A request that is no request, or whose body is no JSON. */
const UNREADABLE = {
  title: 'The input is not right',
  code: 'request.broken',
  detail: 'The request cannot be read; see whether its address and its JSON are whole.',
};
/** What the web server itself refuses, by the status, in words for people. */
const REFUSED_BY_SERVER: Record<string, typeof UNREADABLE> = {
  404: { title: 'Not found', code: 'not-found', detail: 'There is nothing at this address.' },
  413: {
    title: 'Too large',
    code: 'request.too_large',
    detail: 'The request is larger than this address takes; send it in parts.',
  },
  414: { title: 'Address too long', code: 'request.address_too_long', detail: 'The address is too long.' },
  415: {
    title: 'Not this content type',
    code: 'request.content_type',
    detail: 'Send JSON, with content-type application/json.',
  },
  431: {
    title: 'Headers too large',
    code: 'request.headers_too_large',
    detail: 'The headers of the request are too large; send fewer cookies.',
  },
};

/** Turns every error into `application/problem+json`. An unknown error tells its number and nothing else. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  /** @param methodsAt the methods that an address has, so that another one is told apart from no address at all */
  constructor(private readonly methodsAt: (path: string) => readonly string[] = () => []) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<Reply>();
    const path = http.getRequest<{ url?: string }>().url?.split('?')[0] ?? '';
    const allowed = error instanceof HttpException && error.getStatus() === 404 ? this.methodsAt(path) : [];
    if (allowed.length > 0) reply.header('allow', allowed.join(', '));
    const problem = allowed.length > 0 ? notAllowed(allowed) : this.problemOf(error);
    reply.code(problem.status).header('content-type', 'application/problem+json').send(JSON.stringify(problem));
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof AppError) return problemOfRefusal(error);
    const status = statusOf(error);
    if (status !== undefined && status < 500) return problemOfServer(status);
    const number = randomUUID();
    this.log.error(`${number}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const detail = `Something went wrong on our side. Name number ${number} when you ask about it.`;
    return { type: 'about:blank', status: 500, title: 'Internal error', detail, code: 'internal' };
  }
}

/** What the web server refuses by itself, before or after it knows which route is asked. */
export function problemOfServer(status: number): Problem {
  const { code, detail, title } = REFUSED_BY_SERVER[String(status)] ?? UNREADABLE;
  const errors = status === 400 ? { errors: [{ pointer: '', code, detail }] } : {};
  return { type: 'about:blank', status, title, detail, code, ...errors };
}

function problemOfRefusal({ category, violations, message }: AppError): Problem {
  return {
    type: 'about:blank',
    ...STATUS[category],
    detail: message,
    code: violations.length === 1 ? (violations[0]?.code ?? category) : category,
    errors: violations.map(({ field, code, params, message: detail }) => ({
      pointer: pointerOf(field),
      code,
      ...(params ? { params } : {}),
      detail,
    })),
  };
}

/** A field as a JSON pointer: `claims[2]` is `/claims/2`; none is the whole request. */
function pointerOf(field: string | undefined): string {
  if (field === undefined || field === '' || field.startsWith('/')) return field ?? '';
  return `/${field.replace(/\[(\d+)\]/g, '.$1').replaceAll('.', '/')}`;
}

function notAllowed(methods: readonly string[]): Problem {
  const detail = `This address takes ${methods.join(', ')}.`;
  return { type: 'about:blank', status: 405, title: 'Not this method', detail, code: 'request.method' };
}

/** The status of an error of Nest or of the web server; undefined for an error of ours. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown };
  return typeof statusCode === 'number' && typeof code === 'string' && code.startsWith('FST_') ? statusCode : undefined;
}
