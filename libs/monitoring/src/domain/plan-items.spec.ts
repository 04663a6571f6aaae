import { planItems, proposalItem, signalItems, tableItem, type UnfinishedFacts } from './plan-items';
import { keyOf } from './work-item';

const PLAN: UnfinishedFacts = {
  id: 'p1',
  name: 'De Lepel',
  state: 'DRAFT',
  supplierGroupId: 'g1',
  supplierName: 'De Lepel Groep',
  verifiedBy: null,
  approver: null,
  submittedBy: null,
  clientContacts: ['client'],
  supplierContacts: ['lead', 'deputy'],
  madeOn: '2026-09-01',
  dueOn: '2026-11-01',
  stepOn: null,
  around: { supplierGroupId: 'g1', principalCodes: ['BZK', 'IenW'], network: true },
};

describe('what waits on a plan of action', () => {
  const cases: [string, Partial<UnfinishedFacts>, object[]][] = [
    [
      'to be written, by the supplier',
      {},
      [
        {
          kind: 'PLAN_TO_WRITE',
          since: '2026-09-01',
          dueOn: '2026-11-01',
          waitsFor: { side: 'SUPPLIER', supplierGroupId: 'g1', named: ['lead', 'deputy'] },
        },
      ],
    ],
    [
      'to be improved, by the supplier',
      { state: 'RETURNED', submittedBy: 'lead', stepOn: '2026-10-12' },
      [{ kind: 'PLAN_RETURNED', since: '2026-10-12', waitsFor: { side: 'SUPPLIER', except: null } }],
    ],
    [
      'to be approved, by the network',
      { state: 'SUBMITTED', submittedBy: 'lead', stepOn: '2026-10-05' },
      [
        {
          kind: 'PLAN_TO_APPROVE',
          since: '2026-10-05',
          principalCode: null,
          waitsFor: { side: 'NETWORK', roles: ['NETWORK_COORDINATOR'], named: ['client'], except: 'lead' },
        },
      ],
    ],
    [
      'to be approved, by the principal whose it is',
      { state: 'SUBMITTED', approver: 'Def' },
      [
        {
          kind: 'PLAN_TO_APPROVE',
          principalCode: 'Def',
          waitsFor: { side: 'PRINCIPAL', principalCode: 'Def', roles: ['CONTRACT_MANAGER'] },
        },
      ],
    ],
    ['nothing once it is approved', { state: 'APPROVED' }, []],
    ['nothing once it has ended', { state: 'ENDED' }, []],
  ];

  it.each(cases)('%s', (_name, change, expected) => {
    const items = planItems({ ...PLAN, ...change });
    expect(items).toHaveLength(expected.length);
    expect(items).toMatchObject(expected);
    for (const item of items) expect(item.around).toBe(PLAN.around);
  });
});

describe('a plan that is not expected to be filled', () => {
  const signal = { planId: 'p1', signal: 'AT_RISK', since: '2026-11-16', remainingCents: 5_000_000 };
  const plan = { ...PLAN, state: 'APPROVED' };

  it('is for its supplier and for the network, each with a key of its own', () => {
    const items = signalItems(signal, plan);
    expect(items).toMatchObject([
      { kind: 'GOING_WRONG', since: '2026-11-16', dueOn: null, cents: 5_000_000, waitsFor: { side: 'SUPPLIER' } },
      { kind: 'GOING_WRONG', waitsFor: { side: 'NETWORK', roles: ['NETWORK_COORDINATOR'], named: ['client'] } },
    ]);
    expect(items.map(keyOf)).toEqual(['GOING_WRONG:p1:SUPPLIER_COORDINATOR', 'GOING_WRONG:p1:NETWORK_COORDINATOR']);
  });

  it('is for the principal that verifies it', () => {
    const [, item] = signalItems(signal, { ...plan, verifiedBy: 'Def' });
    expect(item).toMatchObject({ waitsFor: { side: 'PRINCIPAL', principalCode: 'Def', roles: ['CONTRACT_MANAGER'] } });
  });

  it.each([
    ['of a plan that is only behind', { signal: 'BEHIND' }, {}],
    ['of a plan on course', { signal: 'ON_COURSE' }, {}],
    ['of a plan that has ended', {}, { state: 'ENDED' }],
  ])('is nothing %s', (_name, change, ofPlan) => {
    expect(signalItems({ ...signal, ...change }, { ...plan, ...ofPlan })).toEqual([]);
  });
});

describe('a proposal that waits', () => {
  const proposal = {
    contractId: 'c1',
    contractNumber: 'IENW-1',
    title: 'Catering',
    principalCode: 'IenW',
    amountCents: 24_000_000,
    proposedOn: '2026-10-01',
    around: { supplierGroupId: 'g1', principalCodes: ['IenW'], network: true },
  };

  it('waits for its principal, by the day of the plan of action', () => {
    expect(proposalItem(proposal, PLAN)).toMatchObject({
      kind: 'PROPOSAL_TO_ANSWER',
      subject: { type: 'CONTRACT', id: 'c1', name: 'Catering' },
      planId: 'p1',
      planName: 'De Lepel',
      supplierName: 'De Lepel Groep',
      principalCode: 'IenW',
      cents: 24_000_000,
      since: '2026-10-01',
      dueOn: '2026-11-01',
      waitsFor: { side: 'PRINCIPAL', principalCode: 'IenW', roles: ['CONTRACT_MANAGER'] },
    });
  });

  it('has no day once the plan is approved', () => {
    expect(proposalItem(proposal, { ...PLAN, state: 'APPROVED' }).dueOn).toBeNull();
  });
});

it('a value table waits for another steward than who proposed it', () => {
  expect(tableItem({ code: 'T-1', name: 'Tabel', proposedBy: 'me', proposedOn: '2026-11-01' })).toMatchObject({
    kind: 'VALUE_TABLE_TO_APPROVE',
    subject: { type: 'VALUE_TABLE', id: 'T-1', name: 'Tabel' },
    since: '2026-11-01',
    waitsFor: { side: 'NETWORK', roles: ['TABLE_STEWARD'], except: 'me' },
  });
});
