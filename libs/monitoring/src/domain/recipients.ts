import { sightOf } from './sight';
import {
  ofNetwork,
  ofPrincipal,
  waitsForPerson,
  type Party,
  type WorkItem,
  type WorkRole,
  type Worker,
} from './work-item';

/** Somebody who takes part. */
export interface DirectoryEntry extends Worker {
  /** Mail reaches this person. */
  readonly reachable: boolean;
}

/** Who can be written to, to be found by id, by role at an organisation, and by category. */
export interface Directory {
  /** The ids of all who take part, also of whom no mail reaches. */
  readonly everybody: ReadonlySet<string>;
  readonly byId: ReadonlyMap<string, Worker>;
  readonly byRole: ReadonlyMap<string, readonly Worker[]>;
}

/** Built once for many questions. */
export function directoryOf(people: Iterable<DirectoryEntry>): Directory {
  const byId = new Map<string, Worker>();
  const byRole = new Map<string, Worker[]>();
  const everybody = new Set<string>();
  for (const person of people) {
    everybody.add(person.id);
    if (!person.reachable) continue;
    byId.set(person.id, person);
    for (const place of placesOf(person)) {
      const there = byRole.get(place);
      if (there) there.push(person);
      else byRole.set(place, [person]);
    }
  }
  return { everybody, byId, byRole };
}

function placesOf(person: Worker): string[] {
  return person.roles.flatMap((role) =>
    role === 'CATEGORY_MANAGER'
      ? person.categories.map((code) => `${role}|${code}`)
      : [placeOf(role, person.side, person.principalCode ?? person.supplierGroupId)],
  );
}

const placeOf = (role: string, side: string | null, organisation: string | null): string =>
  `${role}|${side ?? ''}|${organisation ?? ''}`;

/** For whom somebody was asked in the place. */
export type Missed = Pick<Party, 'side' | 'principalCode'>;

/** Somebody who gets a reminder. */
export interface Recipient {
  readonly personId: string;
  /** Nobody of these could be asked, and this person only is in their place; null: is asked in the own right. */
  readonly standsInFor: Missed | null;
}

/**
 * Who is asked for these parties, each once: who is named and can do it, or else everybody with the first role of which somebody is
 * active. Where there is nobody the next in line is asked: for a supplier the network, or the contract managers where the
 * network has no part or nobody; for a principal its contract managers, and then the network where it has a part; for a
 * role of the network its coordinators. Nobody is asked who may not know of the item. Who is asked in the own right stands
 * in for nobody.
 */
export function recipientsOf(
  parties: readonly Party[],
  item: Pick<WorkItem, 'kind' | 'around'>,
  people: Directory,
): Recipient[] {
  const asked = new Map<string, Missed | null>();
  for (const party of parties) {
    const own = peopleOf(party, people);
    for (const { id } of own) asked.set(id, null);
    if (own.length > 0) continue;
    const { side, principalCode } = party;
    for (const { id } of inPlaceOf(party, item, people)) if (!asked.has(id)) asked.set(id, { side, principalCode });
  }
  return [...asked].map(([personId, standsInFor]) => ({ personId, standsInFor }));
}

function inPlaceOf(party: Party, item: Pick<WorkItem, 'kind' | 'around'>, people: Directory): Worker[] {
  for (const next of nextAfter(party, item)) {
    const found = next.flatMap((one) => peopleOf(one, people));
    if (found.length > 0) return found;
  }
  return [];
}

function peopleOf(party: Party, { byId, byRole }: Directory): Worker[] {
  const named = (party.only === null ? party.named : [party.only]).flatMap((id) => byId.get(id) ?? []);
  const who = named.filter((person) => waitsForPerson(party, person));
  if (who.length > 0) return who;
  for (const role of party.roles) {
    const able = (byRole.get(placeOfRole(party, role)) ?? []).filter((person) => waitsForPerson(party, person));
    if (able.length > 0) return able;
  }
  return [];
}

const placeOfRole = ({ side, principalCode, supplierGroupId, categoryCode }: Party, role: WorkRole): string =>
  role === 'CATEGORY_MANAGER' ? `${role}|${categoryCode ?? ''}` : placeOf(role, side, principalCode ?? supplierGroupId);

/** Who is asked in the place of a party, one after the other. */
function nextAfter(party: Party, item: Pick<WorkItem, 'kind' | 'around'>): Party[][] {
  const { principalCodes, network } = sightOf(item);
  const coordinators = network ? [[ofNetwork('NETWORK_COORDINATOR')]] : [];
  const managers = principalCodes.map((code) => ofPrincipal(code, 'CONTRACT_MANAGER'));
  switch (party.side) {
    case 'SUPPLIER':
      return [...coordinators, managers];
    case 'PRINCIPAL':
      return [managers.filter(({ principalCode }) => principalCode === party.principalCode), ...coordinators];
    case 'NETWORK':
      return [[ofNetwork('NETWORK_COORDINATOR')]];
  }
}
