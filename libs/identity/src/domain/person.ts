import { EVERYTHING, NOTHING, type LocalDate, type Scope, type Violation } from '@sr/kernel';
import type { Language } from './language';
import type { Role } from './permissions';

/** Where somebody works: at a principal, for a supplier group, at the network organisation, or at one that audits. */
export type Organisation =
  | { readonly kind: 'PRINCIPAL'; readonly principalCode: string }
  | { readonly kind: 'SUPPLIER_GROUP'; readonly supplierGroupId: string }
  | { readonly kind: 'NETWORK' }
  | { readonly kind: 'OVERSIGHT' };
export type OrganisationKind = Organisation['kind'];

/** Somebody who works with the product: an official or a supplier's employee, never a candidate. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organisation: Organisation;
  readonly roles: readonly Role[];
  /** The procurement categories (codes) of a category manager. */
  readonly categories: readonly string[];
  /** In which the product writes to the person; the person chooses it. */
  readonly language: Language;
  /** The first day on which the person no longer takes part; null while it does. */
  readonly endedOn: LocalDate | null;
}

/** The roles that fit each kind of organisation. A verifier works at the network, or at a ministry that verifies its own. */
export const ROLES_AT: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  NETWORK: ['NETWORK_COORDINATOR', 'VERIFIER', 'TABLE_STEWARD', 'OPERATOR'],
  PRINCIPAL: ['CONTRACT_MANAGER', 'CATEGORY_MANAGER', 'MINISTRY_READER', 'VERIFIER'],
  SUPPLIER_GROUP: ['SUPPLIER_COORDINATOR', 'SUPPLIER_EMPLOYEE'],
  OVERSIGHT: ['AUDITOR'],
};

/** A person has at least one role, and only roles of its kind of organisation. */
export const rolesDoNotFit = (roles: readonly Role[]): Violation => ({
  code: 'person.roles_do_not_fit',
  field: '/roles',
  params: { roles: roles.join(', ') },
  message: `Choose one or more of ${roles.join(', ')}.`,
});

/** Who verifies claims does not settle obligations: no person has both roles. */
export const rolesAreApart = (): Violation => ({
  code: 'person.roles_are_apart',
  field: '/roles',
  message: 'A verifier decides on claims, others register and settle obligations: give these roles to two people.',
});

/** A category manager manages something, and nobody else has categories. */
export const categoriesDoNotFit = (): Violation => ({
  code: 'person.categories_do_not_fit',
  field: '/categories',
  message: 'Name the procurement categories of a category manager, and of nobody else.',
});

/** What is wrong with the roles of a person: all of it, or nothing. */
export function roleViolations(person: Pick<Person, 'organisation' | 'roles' | 'categories'>): Violation[] {
  const fitting = ROLES_AT[person.organisation.kind];
  const managesCategories = person.roles.includes('CATEGORY_MANAGER');
  const verifies = person.roles.includes('VERIFIER');
  const settlesWhatItVerifies =
    verifies && person.roles.some((role) => role === 'CONTRACT_MANAGER' || role === 'CATEGORY_MANAGER');
  return [
    ...(person.roles.length > 0 && person.roles.every((role) => fitting.includes(role))
      ? []
      : [rolesDoNotFit(fitting)]),
    ...(settlesWhatItVerifies ? [rolesAreApart()] : []),
    ...(managesCategories === person.categories.length > 0 ? [] : [categoriesDoNotFit()]),
  ];
}

/** What of the organisations around a person its scope is made from. */
export interface Surroundings {
  /** The numbers of the suppliers of the person's group. */
  readonly suppliers: readonly string[];
  /** Who takes part in the network today, and who left it, with the first day outside. */
  readonly members: readonly string[];
  readonly left: Readonly<Record<string, LocalDate>>;
}

/** Which rows a person may see. Roles that reach further than another add to it. */
export function scopeOf(person: Person, { suppliers, members, left }: Surroundings): Scope {
  const { id: personId, organisation, roles } = person;
  const own = { ...NOTHING, personId };
  switch (organisation.kind) {
    case 'OVERSIGHT':
      return { ...EVERYTHING, personId };
    case 'NETWORK': {
      const verifying = roles.includes('NETWORK_COORDINATOR') || roles.includes('VERIFIER');
      const valueTables = roles.includes('TABLE_STEWARD');
      return verifying ? { ...own, valueTables, network: true, principals: members, left } : { ...own, valueTables };
    }
    case 'SUPPLIER_GROUP':
      return { ...own, suppliers, supplierGroups: [organisation.supplierGroupId] };
    case 'PRINCIPAL': {
      // Who only manages categories sees those, over all principals, and not the rest of the own ministry.
      const ofMinistry = roles.some((role) => role !== 'CATEGORY_MANAGER');
      return {
        ...own,
        principals: ofMinistry ? [organisation.principalCode] : [],
        categories: person.categories,
        verifies: roles.includes('VERIFIER') ? [organisation.principalCode] : [],
      };
    }
  }
}
