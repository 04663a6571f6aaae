import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { AppError, THE_PRODUCT, type RepeatableRequest } from '@sr/kernel';
import { catchError, from, mergeMap, type Observable } from 'rxjs';
import { Db, requestCarriedOutAlready } from '../database/db';
import type { RequestOfActor } from './request';

interface Reply {
  statusCode: number;
  status(code: number): unknown;
  header(name: string, value: string): unknown;
}

interface KeptAnswer {
  readonly fingerprint: string;
  readonly answer: { readonly status: number; readonly body: unknown } | null;
}

/** One key was used for two different requests. */
const keyReused = () => ({
  code: 'request.key_reused',
  field: 'Idempotency-Key',
  message: 'This idempotency key was used for another request; use a new key for each piece of work.',
});

/**
 * A request with an idempotency key is carried out once (the transaction that does the work claims the key, see `Db`);
 * whoever repeats it gets the answer of the first time.
 */
@Injectable()
export class AnswerOnceInterceptor implements NestInterceptor {
  constructor(private readonly db: Db) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const { actor } = http.getRequest<RequestOfActor>();
    const reply = http.getResponse<Reply>();
    if (!actor?.request) return next.handle();
    const { id, request } = actor;
    return next.handle().pipe(
      mergeMap(async (body: unknown) => {
        await this.keep(id, request, { status: reply.statusCode, body });
        return body;
      }),
      catchError((error: unknown) => {
        const { code } = requestCarriedOutAlready('');
        const repeated = error instanceof AppError && error.violations.some((violation) => violation.code === code);
        if (!repeated) throw error;
        return from(this.answerAgain(id, request, reply, error));
      }),
    );
  }

  private async keep(actorId: string, request: RepeatableRequest, answer: KeptAnswer['answer']): Promise<void> {
    await this.db.write(THE_PRODUCT, (tx) =>
      tx.query('update platform.request set answer = $3 where actor_id = $1 and key = $2', [
        actorId,
        request.key,
        JSON.stringify(answer),
      ]),
    );
  }

  private async answerAgain(
    actorId: string,
    request: RepeatableRequest,
    reply: Reply,
    refusal: AppError,
  ): Promise<unknown> {
    const [kept] = await this.db.read(THE_PRODUCT, (reader) =>
      reader.query<KeptAnswer>('select fingerprint, answer from platform.request where actor_id = $1 and key = $2', [
        actorId,
        request.key,
      ]),
    );
    if (kept && kept.fingerprint !== request.fingerprint) throw new AppError('refused', [keyReused()]);
    // The work was done and the process stopped before its answer was kept: it is not done twice.
    if (!kept?.answer) throw refusal;
    reply.status(kept.answer.status);
    reply.header('idempotency-replayed', 'true');
    return kept.answer.body;
  }
}
