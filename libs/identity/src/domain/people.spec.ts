import { EVERYTHING, NOTHING, type Scope } from '@sr/kernel';
import { leavesNobodyWhoInvites, maySeeTo, personUnknown } from './people';
import type { Role } from './permissions';
import type { Organisation, Person } from './person';

const OWN_GROUP = '0196f1ce-6f3a-7c11-9a4e-0d6f6f1b2c3d';
const IENW: Organisation = { kind: 'PRINCIPAL', principalCode: 'IenW' };
const BZK: Organisation = { kind: 'PRINCIPAL', principalCode: 'BZK' };
const GROUP: Organisation = { kind: 'SUPPLIER_GROUP', supplierGroupId: OWN_GROUP };
const OTHER_GROUP: Organisation = { kind: 'SUPPLIER_GROUP', supplierGroupId: '0196f1ce-6f3a-7c11-9a4e-0d6f6f1b2c3e' };
const NETWORK: Organisation = { kind: 'NETWORK' };
const OVERSIGHT: Organisation = { kind: 'OVERSIGHT' };
const ALL = [IENW, BZK, GROUP, OTHER_GROUP, NETWORK, OVERSIGHT];

describe('maySeeTo', () => {
  it.each([
    ['the product', EVERYTHING, ALL],
    ['the network', { ...NOTHING, network: true, principals: ['IenW'] }, [IENW, BZK, GROUP, OTHER_GROUP, NETWORK]],
    ['a ministry', { ...NOTHING, principals: ['IenW'] }, [IENW]],
    ['a supplier', { ...NOTHING, supplierGroups: [OWN_GROUP] }, [GROUP]],
    ['nobody', NOTHING, []],
  ] satisfies [string, Scope, Organisation[]][])('of %s', (_, scope, organisations) => {
    expect(ALL.filter((organisation) => maySeeTo(scope, organisation))).toEqual(organisations);
  });
});

describe('leavesNobodyWhoInvites', () => {
  const person = (id: string, ...roles: Role[]): Person => ({
    id,
    name: id,
    email: `${id}@example.nl`,
    organisation: GROUP,
    roles,
    categories: [],
    language: 'nl',
    endedOn: null,
  });
  const first = person('first', 'SUPPLIER_COORDINATOR');
  const second = person('second', 'SUPPLIER_COORDINATOR');
  const employee = person('employee', 'SUPPLIER_EMPLOYEE');

  it.each([
    ['the only coordinator is removed', first, null, [first, employee], true],
    ['the only coordinator becomes an employee', first, employee, [first, employee], true],
    ['the only coordinator stays one', first, first, [first, employee], false],
    ['one of two coordinators is removed', first, null, [first, second], false],
    ['an employee is removed', employee, null, [first, employee], false],
    ['an employee is removed where nobody invites', employee, null, [employee], false],
  ])('when %s', (_, before, after, people, leaves) => {
    expect(leavesNobodyWhoInvites(before, after, people)).toBe(leaves);
  });
});

describe('personUnknown', () => {
  it('is of the whole request, or of a field', () => {
    expect([personUnknown().field, personUnknown('/personId').field]).toEqual(['', '/personId']);
  });
});
