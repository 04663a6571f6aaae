import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { parseCookie } from 'cookie';
import { AppError, type Actor, type RepeatableRequest } from '@sr/kernel';
import { signInFirst } from '@sr/platform';
import { ALLOWS, EVERYBODY } from '../allow';
import type { Permission } from '../domain/permissions';
import { SessionsService, csrfTokenOf, type Session } from '../sessions.service';
import { CSRF_HEADER, SIGN_IN_OPTIONS, sessionCookie, type SignInOptions } from './sign-in.options';

/** A request as the guard reads it, and what it adds. */
export interface GuardedRequest {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  actor?: Actor;
  session?: Session;
  token?: string;
}

/** Lets a request through when its route is for everybody, or when who is signed in may do what the route asks for. */
@Injectable()
export class SessionGuard implements CanActivate {
  private readonly cookie: string;

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    @Inject(SIGN_IN_OPTIONS) options: SignInOptions,
  ) {
    this.cookie = sessionCookie(options);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const allows = this.reflector.get<Permission | 'signed-in' | typeof EVERYBODY | undefined>(
      ALLOWS,
      context.getHandler(),
    );
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    if (allows === EVERYBODY) return true;
    const token = parseCookie(String(request.headers['cookie'] ?? ''))[this.cookie];
    const session = token === undefined || token.length > 100 ? null : await this.sessions.resolve(token);
    if (!session || token === undefined) throw new AppError('unauthenticated', [signInFirst()]);
    if (!/^(GET|HEAD)$/.test(request.method)) refuseForged(request, token);
    if (allows !== 'signed-in' && (allows === undefined || !session.permissions.has(allows))) {
      throw new AppError('forbidden', [notAllowed(allows ?? 'none')]);
    }
    request.session = session;
    request.token = token;
    request.actor = { ...session.actor, ...repeatable(request) };
    return true;
  }
}

/** The token that a forged request cannot know is missing or wrong. */
const csrfWrong = () => ({
  code: 'session.csrf_token_wrong',
  field: 'X-CSRF-Token',
  message: 'Send the csrfToken of your session in the header X-CSRF-Token.',
});

/** The role of who is signed in does not allow it. */
const notAllowed = (permission: string) => ({
  code: 'session.not_allowed',
  params: { permission },
  message: `Your role does not allow this: it needs the permission ${permission}.`,
});

/** An idempotency key has another shape. */
const keyWrong = () => ({
  code: 'request.key_wrong',
  field: 'Idempotency-Key',
  message:
    'Write an idempotency key of 8 to 100 letters, digits, hyphens or underscores, a new one for each piece of work.',
});

function refuseForged(request: GuardedRequest, token: string): void {
  const given = Buffer.from(String(request.headers[CSRF_HEADER] ?? ''));
  const expected = Buffer.from(csrfTokenOf(token));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new AppError('forbidden', [csrfWrong()]);
  }
}

function repeatable({ method, url, headers, body }: GuardedRequest): { request?: RepeatableRequest } {
  const key = headers['idempotency-key'];
  if (key === undefined || method === 'GET' || method === 'HEAD') return {};
  if (typeof key !== 'string' || !/^[A-Za-z0-9_-]{8,100}$/.test(key)) throw new AppError('invalid-input', [keyWrong()]);
  const asked = JSON.stringify([method, url, body ?? null]);
  return { request: { key, fingerprint: createHash('sha256').update(asked).digest('hex') } };
}
