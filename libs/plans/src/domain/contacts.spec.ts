import { contactUnknown, contactViolations, deputyIsLead, sideOf, type Side, type Workplace } from './contacts';
import type { Contacts } from './plan';

const plan = { supplierGroupId: 'group-1', verifiedBy: null };

it.each<[string, Workplace, Side | null]>([
  ['the network', { kind: 'NETWORK' }, 'CLIENT'],
  ['a principal of the plan', { kind: 'PRINCIPAL', principalCode: 'IenW' }, 'CLIENT'],
  ['another principal', { kind: 'PRINCIPAL', principalCode: 'BZK' }, null],
  ['the supplier group', { kind: 'SUPPLIER_GROUP', supplierGroupId: 'group-1' }, 'SUPPLIER'],
  ['another supplier group', { kind: 'SUPPLIER_GROUP', supplierGroupId: 'group-2' }, null],
  ['who audits', { kind: 'OVERSIGHT' }, null],
])('somebody of %s', (_, workplace, side) => {
  expect(sideOf(workplace, plan, ['IenW'])).toBe(side);
});

it('a principal that verifies a plan stands on its side, also while the plan is empty', () => {
  const workplace: Workplace = { kind: 'PRINCIPAL', principalCode: 'BZK' };
  expect(sideOf(workplace, { ...plan, verifiedBy: 'BZK' }, [])).toBe('CLIENT');
});

describe('the contacts of a plan', () => {
  const nobody: Contacts = { clientLeadId: null, clientDeputyId: null, supplierLeadId: null, supplierDeputyId: null };
  const sides = new Map<string, Side | null>([
    ['anna', 'CLIENT'],
    ['bart', 'CLIENT'],
    ['cor', 'SUPPLIER'],
    ['auditor', null],
  ]);

  it.each<[string, Partial<Contacts>, Partial<Contacts>, ReturnType<typeof contactViolations>]>([
    ['nobody', {}, {}, []],
    ['a lead and a deputy', {}, { clientLeadId: 'anna', clientDeputyId: 'bart', supplierLeadId: 'cor' }, []],
    ['a lead taken away', { clientLeadId: 'anna' }, { clientLeadId: null }, []],
    ['somebody of the other side', {}, { supplierLeadId: 'anna' }, [contactUnknown('supplierLeadId')]],
    ['somebody of no side', {}, { clientDeputyId: 'auditor' }, [contactUnknown('clientDeputyId')]],
    ['nobody known', {}, { clientLeadId: 'zed' }, [contactUnknown('clientLeadId')]],
    ['somebody who stopped and stays', { clientLeadId: 'zed' }, { clientLeadId: 'zed' }, []],
    ['one for both', { clientLeadId: 'anna' }, { clientDeputyId: 'anna' }, [deputyIsLead('clientDeputyId')]],
    [
      'one for both of the supplier',
      {},
      { supplierLeadId: 'cor', supplierDeputyId: 'cor' },
      [deputyIsLead('supplierDeputyId')],
    ],
  ])('%s', (_, before, change, violations) => {
    expect(contactViolations({ ...nobody, ...before }, change, sides)).toEqual(violations);
  });
});
