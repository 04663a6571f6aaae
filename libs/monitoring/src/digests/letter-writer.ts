import { Injectable } from '@nestjs/common';
import { IdentityService, PeopleService, type KeptPerson } from '@sr/identity';
import { Delivery, type Mail, type Reader } from '@sr/platform';
import { asTold } from '../domain/escalations';
import type { Missed } from '../domain/recipients';
import { daysLate, type WorkItem } from '../domain/work-item';
import { composeDigest } from '../letters/compose-digest';
import type { DigestItem, DigestReason, MissedParty } from '../letters/types';
import { openItemsOf, type Digest, type ItemToSend } from '../persistence/digest.store';
import { workerOf } from '../work/worker-of';

/** A mail to somebody, ready to be sent. */
export interface Letter {
  readonly personId: string;
  readonly mail: Mail;
}

/** What letters are written from besides their items: to whom they are, and how much waits for them. */
export interface Addressees {
  /** By id. */
  readonly people: ReadonlyMap<string, KeptPerson>;
  /** The names of their organisations, by code of a principal or id of a supplier group. */
  readonly organisations: ReadonlyMap<string, string>;
  /** How many items, by the id of the person: those of the letter, and others. */
  readonly openItems: ReadonlyMap<string, number>;
}

/** Writes what waits for somebody as one mail, in the words and the language of who reads it. */
@Injectable()
export class LetterWriter {
  constructor(
    private readonly people: PeopleService,
    private readonly identity: IdentityService,
    private readonly delivery: Delivery,
  ) {}

  /** To whom these mails are; the reader sees everything. */
  async addressees(reader: Reader, digests: readonly Digest[]): Promise<Addressees> {
    const ids = digests.map(({ personId }) => personId);
    const people = await this.people.people(reader, ids);
    const [principals, groups]: [string[], string[]] = [[], []];
    for (const { organisation } of people.values()) {
      if (organisation.kind === 'PRINCIPAL') principals.push(organisation.principalCode);
      if (organisation.kind === 'SUPPLIER_GROUP') groups.push(organisation.supplierGroupId);
    }
    const organisations = new Map([
      ...(principals.length > 0 ? await this.identity.principalNames(reader, principals) : []),
      ...(groups.length > 0 ? await this.identity.groupNames(reader, groups) : []),
    ]);
    return { people, organisations, openItems: await openItemsOf(reader, ids) };
  }

  /**
   * The mail with these items.
   * @throws Error when the person is not there, or a text cannot be made
   */
  write({ people, organisations, openItems }: Addressees, digest: Digest, items: readonly ItemToSend[]): Letter {
    const person = people.get(digest.personId);
    if (person === undefined) throw new Error(`There is no person ${digest.personId}.`);
    const worker = workerOf(person);
    const told = eachOnce(items);
    const composed = composeDigest({
      language: person.language,
      person: {
        name: person.name,
        side: worker.side,
        roles: person.roles,
        organisation: organisations.get(worker.principalCode ?? worker.supplierGroupId ?? '') ?? null,
      },
      day: digest.day,
      baseUrl: this.delivery.publicUrl,
      items: told.map((one) => ({
        key: one.key,
        kind: one.item.kind,
        reason: reasonOf(one, digest),
        item: asTold(one.item, worker),
        lastToldOn: one.lastToldOn,
        ...(one.standsInFor ? { nobodyFor: meantFor(one.item, one.standsInFor) } : {}),
      })) satisfies DigestItem[],
      stillOpen: (openItems.get(person.id) ?? 0) - new Set(items.map(({ key }) => key)).size,
      carriedOver: items.some(({ carried }) => carried),
      canReply: this.delivery.replyTo !== null,
    });
    const to = { name: person.name, address: person.email };
    return { personId: person.id, mail: { id: digest.id, to, language: person.language, ...composed } };
  }
}

/**
 * Each matter once: who stands in for somebody and has the same to do already hears of the own part; and of two reminders of
 * one item the newer.
 */
function eachOnce(items: readonly ItemToSend[]): ItemToSend[] {
  const matters = new Map<string, ItemToSend>();
  const inOrder = [...items].sort(
    (a, b) => Number(b.standsInFor !== null) - Number(a.standsInFor !== null) || (a.dueOn < b.dueOn ? -1 : 1),
  );
  for (const one of inOrder) {
    const { kind, subject, quarter, supplierKvkNumber } = one.item;
    matters.set([kind, subject.type, subject.id, quarter, supplierKvkNumber].join('|'), one);
  }
  return [...matters.values()];
}

/** Why an item is in this mail. */
function reasonOf({ item, escalation, lastToldOn, before }: ItemToSend, { day }: Digest): DigestReason {
  if (escalation) return 'ESCALATED';
  if (daysLate(item, day) > 0) return 'LATE';
  if (lastToldOn === null) return 'FIRST';
  return before ? 'BEFORE' : 'AGAIN';
}

const meantFor = ({ supplierName }: WorkItem, { side, principalCode }: Missed): MissedParty => ({
  side,
  name: side === 'SUPPLIER' ? supplierName : principalCode,
});
