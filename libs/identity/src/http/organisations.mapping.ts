import type { LocalDate } from '@sr/kernel';
import { PERMISSIONS_OF, ROLES } from '../domain/permissions';
import { ROLES_AT } from '../domain/person';
import type { NetworkMembership, Principal } from '../domain/organisation';
import type { PrincipalList } from './organisations.dto';
import type { RoleList } from './reference.dto';

/** Principals with their part in the network, and whether they are members on `today`. */
export function toPrincipals(
  principals: readonly Principal[],
  memberships: readonly NetworkMembership[],
  today: LocalDate,
): PrincipalList {
  const items = principals.map((principal) => {
    const own = memberships
      .filter(({ principalCode }) => principalCode === principal.code)
      .map(({ joinedOn, leftOn, note }) => ({ joinedOn, leftOn, note }));
    const isMember = own.some(({ joinedOn, leftOn }) => joinedOn <= today && (leftOn === null || leftOn > today));
    return { ...principal, isMember, memberships: own };
  });
  return { items };
}

/** The table from role to permissions, as it stands in the code. */
export function toRoles(): RoleList {
  const items = ROLES.map((role) => ({
    role,
    organisationKinds: Object.entries(ROLES_AT).flatMap(([kind, roles]) => (roles.includes(role) ? [kind] : [])),
    permissions: PERMISSIONS_OF[role],
  }));
  return { items };
}
