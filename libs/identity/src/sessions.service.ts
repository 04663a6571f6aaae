import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, NOTHING, THE_PRODUCT, type Actor } from '@sr/kernel';
import { Clock, Db, readProperty, recordChanges, snakeToCamel, writeProperty } from '@sr/platform';
import { personUnknown } from './domain/people';
import { permissionsOf, type Permission } from './domain/permissions';
import { scopeOf, type Surroundings } from './domain/person';
import { toPerson, type PersonRow } from './persistence/person.schema';
import {
  clearSessions,
  endSession,
  insertSession,
  listPeople,
  personById,
  type KeptPerson,
} from './persistence/person.store';

/** Somebody who is signed in: who it is, what it may do and see. */
export interface Session {
  readonly person: KeptPerson;
  readonly actor: Actor;
  readonly permissions: ReadonlySet<Permission>;
}

/** What a browser keeps of a session. The token is secret; the database has only its digest. */
export interface OpenedSession {
  readonly token: string;
  /** Goes along, as a header, with every request that changes something. */
  readonly csrfToken: string;
  readonly endsAt: Date;
  readonly person: KeptPerson;
}

/** An account that the demo offers. */
export interface DemoPerson {
  readonly person: KeptPerson;
  /** The one account that is opened for a stranger who just wants to look. */
  readonly showcase: boolean;
}

/** Under which name the database keeps the id of the showcase account. */
const SHOWCASE = 'showcase-account';

/** A session lasts a working day. */
const SESSION_MS = 12 * 3_600_000;

/**
 * Sessions: an opaque token in a cookie, of which the database keeps the digest. How somebody proves who it is lies
 * before this: the demo has its accounts chosen; an identity provider ends in `open` as well.
 */
@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The accounts that the demo offers to choose from; none in a database that the demo did not make. */
  async demoAccounts(): Promise<DemoPerson[]> {
    return this.db.read(THE_PRODUCT, async (reader) => {
      const { items } = await listPeople(reader, { demo: true }, { limit: 100 }, this.clock.today());
      const showcase = await readProperty(reader, SHOWCASE);
      return items.map((person) => ({ person, showcase: person.id === showcase }));
    });
  }

  /** Says which account of the demo is opened for a stranger; only who makes the demo calls this. */
  async chooseShowcase(personId: string): Promise<void> {
    await this.db.write(THE_PRODUCT, (tx) => writeProperty(tx, SHOWCASE, personId));
  }

  /** Opens a session for an account of the demo, which proves nothing. Refuses `person.unknown` for anybody else. */
  async openDemo(personId: string): Promise<OpenedSession> {
    const accounts = await this.demoAccounts();
    if (!accounts.some(({ person }) => person.id === personId))
      throw new AppError('refused', [personUnknown('/personId')]);
    return this.open(personId);
  }

  /** Opens a session for somebody who has proved (or, in the demo, chosen) who it is. Refuses `person.unknown`. */
  async open(personId: string): Promise<OpenedSession> {
    return this.db.write(THE_PRODUCT, async (tx) => {
      const person = await personById(tx, personId);
      const today = this.clock.today();
      if (!person || (person.endedOn !== null && person.endedOn <= today)) {
        throw new AppError('refused', [personUnknown('/personId')]);
      }
      const token = randomBytes(32).toString('base64url');
      const openedAt = this.clock.now();
      const endsAt = new Date(openedAt.getTime() + SESSION_MS);
      await clearSessions(tx, openedAt);
      await insertSession(tx, { tokenHash: digest(token), personId, openedAt, endsAt });
      const actor: Actor = { id: personId, name: person.name, scope: NOTHING };
      await recordChanges(tx, actor, openedAt, [{ action: 'session.opened', subject: 'person', subjectId: personId }]);
      return { token, csrfToken: csrfTokenOf(token), endsAt, person };
    });
  }

  /** Who has the session of this token, or null when there is none (any more). One statement, before any transaction. */
  async resolve(token: string): Promise<Session | null> {
    const found = await this.db.ask<{ session: SessionJson | null }>('select identity.session_of($1, $2) as session', [
      digest(token),
      this.clock.now(),
    ]);
    const json = found[0]?.session;
    if (!json) return null;
    const person = toPerson(snakeToCamel(json.person) as unknown as PersonRow);
    const actor = { id: person.id, name: person.name, scope: scopeOf(person, json) };
    return { person, actor, permissions: permissionsOf(person.roles) };
  }

  /** Ends a session. */
  async close(token: string): Promise<void> {
    await this.db.write(THE_PRODUCT, (tx) => endSession(tx, digest(token)));
  }
}

interface SessionJson extends Surroundings {
  readonly person: Record<string, unknown>;
}

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The token against forged requests: made of the session's own, so that nothing more has to be kept. */
export function csrfTokenOf(token: string): string {
  return createHash('sha256').update(`csrf ${token}`).digest('base64url');
}
