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
  readonly errors?: readonly { pointer: string | undefined; code: string; params: Violation['params'] }[];
}

/** The part of Fastify's reply that is used here. */
interface Reply {
  code(status: number): Reply;
  header(name: string, value: string): Reply;
  send(body: string): unknown;
}

const STATUS: Record<ErrorCategory, { status: number; title: string }> = {
  'invalid-input': { status: 400, title: 'The input is not right' },
  'not-found': { status: 404, title: 'Not found' },
  refused: { status: 409, title: 'Refused' },
  stale: { status: 409, title: 'Changed meanwhile' },
  unavailable: { status: 503, title: 'Not available' },
};

/** Turns every error into `application/problem+json`. An unknown error tells its number and nothing else. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = this.problemOf(error);
    host
      .switchToHttp()
      .getResponse<Reply>()
      .code(problem.status)
      .header('content-type', 'application/problem+json')
      .send(JSON.stringify(problem));
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof AppError) {
      const { violations } = error;
      return {
        type: 'about:blank',
        ...STATUS[error.category],
        detail: error.message,
        code: violations.length === 1 ? (violations[0]?.code ?? error.category) : error.category,
        errors: violations.map(({ field, code, params }) => ({ pointer: field, code, params })),
      };
    }
    if (error instanceof HttpException && error.getStatus() < 500) {
      const status = error.getStatus();
      const code = status === 404 ? 'not-found' : `http-${status}`;
      return { type: 'about:blank', status, title: error.name, detail: error.message, code };
    }
    const number = randomUUID();
    this.log.error(`${number}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const detail = `Something went wrong on our side. Name number ${number} when you ask about it.`;
    return { type: 'about:blank', status: 500, title: 'Internal error', detail, code: 'internal' };
  }
}
