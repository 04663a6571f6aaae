import { EVERYTHING, NOTHING } from '@sr/kernel';
import { ROLES, type Role } from './permissions';
import { ROLES_AT, roleViolations, scopeOf, type Organisation, type Person, type Surroundings } from './person';

const GROUP = '0196f1ce-6f3a-7c11-9a4e-0d6f6f1b2c3d';
const AT = {
  PRINCIPAL: { kind: 'PRINCIPAL', principalCode: 'IenW' },
  SUPPLIER_GROUP: { kind: 'SUPPLIER_GROUP', supplierGroupId: GROUP },
  NETWORK: { kind: 'NETWORK' },
  OVERSIGHT: { kind: 'OVERSIGHT' },
} as const satisfies Record<string, Organisation>;

const AROUND: Surroundings = {
  suppliers: ['68750110', '90004760'],
  members: ['BZK', 'IenW'],
  left: { OCW: '2025-07-01' },
};

function somebody(organisation: Organisation, roles: readonly Role[], categories: readonly string[] = []): Person {
  return {
    id: 'p',
    name: 'Nora',
    email: 'nora@example.nl',
    organisation,
    roles,
    categories,
    language: 'nl',
    endedOn: null,
  };
}

describe('scopeOf', () => {
  const own = { ...NOTHING, personId: 'p' };
  const network = { ...own, network: true, principals: ['BZK', 'IenW'], left: { OCW: '2025-07-01' } };
  const supplier = { ...own, suppliers: ['68750110', '90004760'], supplierGroups: [GROUP] };
  const ministry = { ...own, principals: ['IenW'] };

  it.each([
    ['a coordinator: the members, and what those who left began before', 'NETWORK', ['NETWORK_COORDINATOR'], network],
    ['a verifier at the network: the same', 'NETWORK', ['VERIFIER'], network],
    ['a table steward: what is done to value tables', 'NETWORK', ['TABLE_STEWARD'], { ...own, valueTables: true }],
    [
      'a steward who also verifies: what a verifier sees too',
      'NETWORK',
      ['TABLE_STEWARD', 'VERIFIER'],
      { ...network, valueTables: true },
    ],
    ['a supplier coordinator: the suppliers of its group', 'SUPPLIER_GROUP', ['SUPPLIER_COORDINATOR'], supplier],
    ['a supplier employee: the same', 'SUPPLIER_GROUP', ['SUPPLIER_EMPLOYEE'], supplier],
    ['a contract manager: its ministry', 'PRINCIPAL', ['CONTRACT_MANAGER'], ministry],
    ['a reader at a ministry: the same', 'PRINCIPAL', ['MINISTRY_READER'], ministry],
    [
      'a verifier at a ministry: its ministry, and its own claims',
      'PRINCIPAL',
      ['VERIFIER'],
      { ...ministry, verifies: ['IenW'] },
    ],
    ['an auditor: everything', 'OVERSIGHT', ['AUDITOR'], { ...EVERYTHING, personId: 'p' }],
  ] as const)('of %s', (_, kind, roles, scope) => {
    expect(scopeOf(somebody(AT[kind], roles), AROUND)).toEqual(scope);
  });

  it('of a category manager: its categories over all principals, and not its ministry', () => {
    const manager = somebody(AT.PRINCIPAL, ['CATEGORY_MANAGER'], ['CATERING']);
    expect(scopeOf(manager, AROUND)).toEqual({ ...own, categories: ['CATERING'] });
  });

  it('of a category manager who also manages contracts: both', () => {
    const both = somebody(AT.PRINCIPAL, ['CATEGORY_MANAGER', 'CONTRACT_MANAGER'], ['CATERING']);
    expect(scopeOf(both, AROUND)).toEqual({ ...ministry, categories: ['CATERING'] });
  });

  it.each(ROLES)('of a %s never everything, unless it audits', (role) => {
    const kinds = Object.entries(ROLES_AT).filter(([, roles]) => roles.includes(role));
    for (const [kind] of kinds) {
      const scope = scopeOf(somebody(AT[kind as keyof typeof AT], [role], ['CATERING']), AROUND);
      expect(scope.everything).toBe(role === 'AUDITOR');
      expect(scope.personId).toBe('p');
    }
  });
});

describe('roleViolations', () => {
  it.each([
    ['nothing', AT.PRINCIPAL, ['CONTRACT_MANAGER', 'MINISTRY_READER'], [], []],
    ['nothing', AT.PRINCIPAL, ['CATEGORY_MANAGER'], ['CATERING'], []],
    ['no role', AT.NETWORK, [], [], ['person.roles_do_not_fit']],
    ['a role of elsewhere', AT.SUPPLIER_GROUP, ['VERIFIER'], [], ['person.roles_do_not_fit']],
    ['one of two of elsewhere', AT.NETWORK, ['VERIFIER', 'AUDITOR'], [], ['person.roles_do_not_fit']],
    ['no categories', AT.PRINCIPAL, ['CATEGORY_MANAGER'], [], ['person.categories_do_not_fit']],
    ['categories of nobody', AT.PRINCIPAL, ['MINISTRY_READER'], ['CATERING'], ['person.categories_do_not_fit']],
    ['one who verifies and settles', AT.PRINCIPAL, ['VERIFIER', 'CONTRACT_MANAGER'], [], ['person.roles_are_apart']],
    [
      'everything',
      AT.OVERSIGHT,
      ['VERIFIER', 'CONTRACT_MANAGER'],
      ['CATERING'],
      ['person.roles_do_not_fit', 'person.roles_are_apart', 'person.categories_do_not_fit'],
    ],
  ] as const)('hears of %s at %j with %j', (_, organisation, roles, categories, codes) => {
    expect(roleViolations({ organisation, roles, categories }).map(({ code }) => code)).toEqual(codes);
  });
});
