import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, refuseIf, type Actor, type LocalDate, type Violation } from '@sr/kernel';
import { Clock, Db, recordChanges, refuseOn, type Page, type PageQuery, type Reader, type Tx } from '@sr/platform';
import {
  categoryUnknown,
  emailTaken,
  lastWhoInvites,
  leavesNobodyWhoInvites,
  maySeeTo,
  notOneself,
  organisationUnknown,
  personEnded,
  personStale,
  personUnknown,
} from './domain/people';
import { FIRST_LANGUAGE, type Language } from './domain/language';
import type { Role } from './domain/permissions';
import { roleViolations, type Organisation, type Person } from './domain/person';
import {
  endSessions,
  holdPeopleOf,
  insertPerson,
  listPeople,
  namesOf,
  organisationExists,
  peopleById,
  peopleOf,
  peopleOn,
  personById,
  principalsOf,
  unknownCategories,
  updateLanguage,
  updatePerson,
  type KeptPerson,
  type PeopleFilter,
} from './persistence/person.store';

/** Who is invited, for which organisation, and for what. */
export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly organisation: Organisation;
  readonly roles: readonly Role[];
  readonly categories: readonly string[];
}

/** Somebody who can be written to, and what for. */
export type DirectoryPerson = Pick<
  Person,
  'id' | 'name' | 'email' | 'language' | 'roles' | 'categories' | 'organisation'
>;

/** The people who work with the product: officials and suppliers' employees. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The person with this id, as far as the reader may see people; null otherwise. */
  person(reader: Reader, id: string): Promise<KeptPerson | null> {
    return personById(reader, id);
  }

  /** The people with these ids, by id; one whom the reader may not see is not in the answer. */
  people(reader: Reader, ids: readonly string[]): Promise<Map<string, KeptPerson>> {
    return peopleById(reader, ids);
  }

  /** The names of people who did something, by id; an id that is of nobody (the product itself) is left out. */
  names(reader: Reader, ids: readonly (string | null)[]): Promise<Map<string, string>> {
    return namesOf(reader, ids);
  }

  /** The principals where these people work, by the id of the person; of the reader's scope, and none who works elsewhere. */
  principalsOf(reader: Reader, ids: readonly (string | null)[]): Promise<Map<string, string>> {
    return principalsOf(reader, ids);
  }

  /**
   * Everybody who takes part on a day (today unless said otherwise), by id: as far as the reader may see people, so that who
   * writes to all of them reads as the product. One query.
   */
  async directory(reader: Reader, on: LocalDate = this.clock.today()): Promise<DirectoryPerson[]> {
    const people = await peopleOn(reader, on);
    return people.map(({ id, name, email, language, roles, categories, organisation }) => {
      return { id, name, email, language, roles, categories, organisation };
    });
  }

  /** How many people of a supplier group take part now. */
  async activeInGroup(reader: Reader, supplierGroupId: string): Promise<number> {
    const people = await peopleOf(reader, { kind: 'SUPPLIER_GROUP', supplierGroupId }, this.clock.today());
    return people.length;
  }

  /** The people whom the actor may see, by name, a page at a time. */
  list(actor: Actor, filter: PeopleFilter, page: PageQuery): Promise<Page<KeptPerson>> {
    return this.db.read(actor, (reader) => listPeople(reader, filter, page, this.clock.today()));
  }

  /** The person with this id; refuses `person.unknown` (not found) also when the actor may not see it. */
  find(actor: Actor, id: string): Promise<KeptPerson> {
    return this.db.read(actor, (reader) => this.known(reader, id));
  }

  /**
   * Invites somebody for an organisation of the actor's (the network: for any). Refuses, all at once:
   * `person.organisation_unknown`, `person.roles_do_not_fit`, `person.roles_are_apart`, `person.categories_do_not_fit`,
   * `person.category_unknown`; and `person.email_taken`.
   */
  async invite(actor: Actor, invitation: Invitation, isDemo = false): Promise<KeptPerson> {
    return this.db.write(actor, async (tx) => {
      const known =
        maySeeTo(actor.scope, invitation.organisation) && (await organisationExists(tx, invitation.organisation));
      refuseIf([
        ...(known ? [] : [organisationUnknown()]),
        ...roleViolations(invitation),
        ...(await this.categoryViolations(tx, invitation.categories)),
      ]);
      const person: KeptPerson = {
        id: randomUUID(),
        ...invitation,
        language: FIRST_LANGUAGE,
        endedOn: null,
        version: 1,
      };
      await refuseOn({ person_email_once: emailTaken() }, () => insertPerson(tx, person, isDemo, this.clock.now()));
      const { roles, categories } = person;
      await this.record(tx, actor, 'person.invited', person, { roles, categories });
      return person;
    });
  }

  /**
   * Gives somebody other roles or categories, or a corrected name. Refuses `person.unknown`, `person.stale`, `person.ended`,
   * `person.oneself`, `person.last_who_invites` and what is wrong with the roles.
   */
  async change(
    actor: Actor,
    id: string,
    change: Pick<Person, 'name' | 'roles' | 'categories'> & { readonly version: number },
  ): Promise<KeptPerson> {
    return this.db.write(actor, async (tx) => {
      const before = await this.toChange(tx, actor, id);
      if (before.version !== change.version) throw new AppError('stale', [personStale(before.version)]);
      const after: KeptPerson = { ...before, ...change, version: before.version + 1 };
      refuseIf([...roleViolations(after), ...(await this.categoryViolations(tx, after.categories))]);
      await this.keepOneWhoInvites(tx, before, after);
      await updatePerson(tx, after);
      const { name, roles, categories } = before;
      await this.record(tx, actor, 'person.changed', after, {
        from: { name, roles, categories },
        to: { name: after.name, roles: after.roles, categories: after.categories },
      });
      return after;
    });
  }

  /** Somebody no longer takes part, from today; sessions end at once. Refuses what `change` refuses of the person. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.db.write(actor, async (tx) => {
      const before = await this.toChange(tx, actor, id);
      const after = { ...before, endedOn: this.clock.today(), version: before.version + 1 };
      await this.keepOneWhoInvites(tx, before, null);
      await updatePerson(tx, after);
      await endSessions(tx, id);
      await this.record(tx, actor, 'person.removed', after, { endedOn: after.endedOn });
    });
  }

  /**
   * Somebody chooses the language in which the product writes to it. It is the person's own choice: it does not count as a
   * change that colleagues have to hear of before theirs. Refuses `person.unknown` (not found).
   */
  chooseLanguage(actor: Actor, language: Language): Promise<KeptPerson> {
    return this.db.write(actor, async (tx) => {
      const before = await this.known(tx, actor.id);
      if (before.language === language) return before;
      const after = { ...before, language };
      await updateLanguage(tx, actor.id, language);
      await this.record(tx, actor, 'person.language-chosen', after, {
        language: { from: before.language, to: language },
      });
      return after;
    });
  }

  private async known(reader: Reader, id: string): Promise<KeptPerson> {
    const person = await personById(reader, id);
    if (!person) throw new AppError('not-found', [personUnknown()]);
    return person;
  }

  /** The person, for a change by the actor; until its end nobody else changes people of the same organisation. */
  private async toChange(tx: Tx, actor: Actor, id: string): Promise<KeptPerson> {
    const { organisation } = await this.known(tx, id);
    if (!maySeeTo(actor.scope, organisation)) throw new AppError('not-found', [personUnknown()]);
    await holdPeopleOf(tx, organisation);
    const person = await this.known(tx, id);
    refuseIf([...(person.id === actor.id ? [notOneself()] : []), ...(person.endedOn === null ? [] : [personEnded()])]);
    return person;
  }

  private async categoryViolations(tx: Tx, categories: readonly string[]): Promise<Violation[]> {
    const unknown = await unknownCategories(tx, categories);
    return unknown.length > 0 ? [categoryUnknown(unknown)] : [];
  }

  private async keepOneWhoInvites(tx: Tx, before: Person, after: Person | null): Promise<void> {
    const people = await peopleOf(tx, before.organisation, this.clock.today());
    refuseIf(leavesNobodyWhoInvites(before, after, people) ? [lastWhoInvites()] : []);
  }

  private async record(tx: Tx, actor: Actor, action: string, person: Person, detail: object): Promise<void> {
    const { organisation } = person;
    await recordChanges(tx, actor, this.clock.now(), [
      {
        action,
        subject: 'person',
        subjectId: person.id,
        detail: { ...detail },
        ...(organisation.kind === 'PRINCIPAL' ? { principalCode: organisation.principalCode } : {}),
        ...(organisation.kind === 'SUPPLIER_GROUP' ? { supplierGroupId: organisation.supplierGroupId } : {}),
      },
    ]);
  }
}
