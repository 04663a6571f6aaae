import type { Scope, Violation } from '@sr/kernel';
import { permissionsOf } from './permissions';
import type { Organisation, Person } from './person';

/**
 * Who may add or change people of an organisation: the network of every one, others of their own. Nobody makes an
 * auditor here: it sees everything, so whoever runs the product does that.
 */
export function maySeeTo(scope: Scope, organisation: Organisation): boolean {
  if (scope.everything) return true;
  switch (organisation.kind) {
    case 'PRINCIPAL':
      return scope.network || scope.principals.includes(organisation.principalCode);
    case 'SUPPLIER_GROUP':
      return scope.network || scope.supplierGroups.includes(organisation.supplierGroupId);
    case 'NETWORK':
      return scope.network;
    case 'OVERSIGHT':
      return false;
  }
}

/** Whether somebody can invite others. */
const invites = (person: Pick<Person, 'roles'>): boolean => permissionsOf(person.roles).has('people.write');

/**
 * Whether a change (to `after`, or none when the person is removed) leaves an organisation with nobody who can invite
 * others; `people` are those who take part in it, the person included.
 */
export function leavesNobodyWhoInvites(
  before: Person,
  after: Pick<Person, 'roles'> | null,
  people: readonly Person[],
): boolean {
  const loses = invites(before) && !(after !== null && invites(after));
  return loses && !people.some((other) => other.id !== before.id && invites(other));
}

/** The person is not there, or not for whoever asks. */
export const personUnknown = (field = ''): Violation => ({
  code: 'person.unknown',
  field,
  message: 'There is no such person.',
});

/** People are invited for an organisation that is one's own, or by the network. */
export const organisationUnknown = (): Violation => ({
  code: 'person.organisation_unknown',
  field: '/organisation',
  message: 'There is no such organisation for which you can invite people.',
});

/** Who manages a category manages one that there is. */
export const categoryUnknown = (codes: readonly string[]): Violation => ({
  code: 'person.category_unknown',
  field: '/categories',
  params: { categories: codes.join(', ') },
  message: `There is no procurement category ${codes.join(', ')}; choose from the list of categories.`,
});

/** An address belongs to one person. */
export const emailTaken = (): Violation => ({
  code: 'person.email_taken',
  field: '/email',
  message: 'Somebody with this address takes part already; use another address.',
});

/** Nobody gives or takes rights of their own. */
export const notOneself = (): Violation => ({
  code: 'person.oneself',
  message: 'You cannot change your own roles or remove yourself; ask a colleague.',
});

/** An organisation keeps somebody who can invite others. */
export const lastWhoInvites = (): Violation => ({
  code: 'person.last_who_invites',
  message: 'This is the last person of the organisation who can invite others; invite a successor first.',
});

/** Somebody who no longer takes part stays as history. */
export const personEnded = (): Violation => ({
  code: 'person.ended',
  message: 'This person no longer takes part; invite the person again under a new address.',
});

/** Somebody else changed the person meanwhile. */
export const personStale = (version: number): Violation => ({
  code: 'person.stale',
  field: '/version',
  params: { version },
  message: `Somebody changed this person meanwhile: it is at version ${version} now. Read it again and repeat your change.`,
});
