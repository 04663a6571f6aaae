import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EVERYTHING, type Actor } from '@sr/kernel';
import { PeopleService, SessionsService, type Invitation } from '@sr/identity';
import type { SignInOptions } from '@sr/identity/http';
import { Clock, SettableClock } from '@sr/platform';
import request, { type Response, type Test } from 'supertest';
import { createApi, type ServedOptions } from '../../apps/api/src/api.setup';
import { applicationDatabase } from '../../config/data-source';

/** Who brings people into a test's product. */
const HOST: Actor = { id: 'test-host', name: 'Gastheer', scope: EVERYTHING };

/** Somebody who is signed in, as a client: every request carries the session, every change the token with it. */
export interface Client {
  readonly personId: string;
  get(path: string): Test;
  post(path: string, body?: object): Test;
  put(path: string, body: object): Test;
  patch(path: string, body: object): Test;
  delete(path: string): Test;
}

/** The API as it is served, on a real database, without a port of its own; with a clock that can be set. */
export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly clock: SettableClock;
  /** A request of nobody. */
  anybody(): ReturnType<typeof request>;
  /** Invites somebody and signs in as that person. */
  signIn(invitation: Omit<Invitation, 'email' | 'categories'> & Partial<Invitation>): Promise<Client>;
  close(): Promise<void>;
}

/** Opens the API on the migrated database at `applicationUrl` (see `testProduct`); the clock stands at `today`. */
export async function openApi(
  applicationUrl: string,
  today = '2026-11-23',
  signIn: SignInOptions = { demo: true, secureCookies: false },
  served: Pick<ServedOptions, 'web' | 'securityTxt' | 'demoMailbox'> = {},
): Promise<TestApi> {
  const clock = new SettableClock();
  clock.set(today);
  const app = await createApi({
    database: applicationDatabase(applicationUrl),
    clock,
    signIn,
    ...served,
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const server = () => request(app.getHttpServer());
  let count = 0;
  return {
    app,
    clock: app.get(Clock),
    anybody: server,
    async signIn(invitation) {
      count += 1;
      const email = `person-${process.pid}-${count}-${Date.now()}@example.nl`;
      const person = await app.get(PeopleService).invite(HOST, { email, categories: [], ...invitation });
      const { token, csrfToken } = await app.get(SessionsService).open(person.id);
      const signed = (test: Test): Test => test.set('cookie', `sr_session=${token}`).set('x-csrf-token', csrfToken);
      const path = (rest: string) => `/v1${rest}`;
      return {
        personId: person.id,
        get: (rest) => signed(server().get(path(rest))),
        post: (rest, body) => signed(server().post(path(rest))).send(body),
        put: (rest, body) => signed(server().put(path(rest))).send(body),
        patch: (rest, body) => signed(server().patch(path(rest))).send(body),
        delete: (rest) => signed(server().delete(path(rest))),
      };
    },
    close: () => app.close(),
  };
}

/** The body of an answer that has to have this status; a failure shows the whole answer. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the assertions on it are the check
export function bodyOf(response: Response, status = 200): any {
  if (response.status !== status) {
    throw new Error(`${response.status} instead of ${status}: ${JSON.stringify(response.body, null, 2)}`);
  }
  return response.body;
}
