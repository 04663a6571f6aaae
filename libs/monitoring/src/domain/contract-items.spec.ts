import { contractItems, type ContractFacts } from './contract-items';

const TODAY = '2026-11-23';
const CONTRACT: ContractFacts = {
  id: 'c1',
  number: 'IENW-1',
  title: 'Catering',
  principalCode: 'IenW',
  supplierGroupId: 'g1',
  supplierName: 'De Lepel BV',
  categoryCode: null,
  planId: 'p1',
  planName: 'De Lepel',
  supplierContacts: ['lead'],
  awardedOn: '2023-12-01',
  endsOn: '2027-12-31',
  state: 'OPEN',
  amountCents: 24_000_000,
  exemption: null,
  settlement: null,
  around: { supplierGroupId: 'g1', principalCodes: ['IenW'], network: true },
};
const SETTLEMENT = {
  state: 'PROPOSED',
  proposedOn: '2026-11-16',
  answerDueOn: '2026-11-30',
  answeredOn: null,
  remedyUntil: null,
  shortfallCents: 4_200_000,
  shortOfGoal: null,
};
const ended = { endsOn: '2026-10-31' } as const;
const assessed = (more: Partial<typeof SETTLEMENT> | object) => ({
  ...ended,
  state: 'FINAL_ASSESSMENT',
  settlement: { ...SETTLEMENT, ...more },
});
const inRemedy = (remedyUntil: string) => ({
  ...ended,
  state: 'REMEDY',
  settlement: { ...SETTLEMENT, state: 'REMEDY', answeredOn: '2026-10-01', remedyUntil },
});
const exemption = { id: 'e1', proposedBy: 'proposer', proposedOn: '2026-11-02' };

describe('what waits on a contract', () => {
  const cases: [string, Partial<ContractFacts>, object[]][] = [
    ['nothing while it runs', {}, []],
    ['nothing on its last day', { endsOn: TODAY }, []],
    ['nothing once it is settled', { ...ended, state: 'SETTLED' }, []],
    ['nothing when it is exempt', { ...ended, state: 'EXEMPT' }, []],
    [
      'an obligation, for its principal',
      { state: 'OBLIGATION_MISSING', amountCents: null },
      [
        {
          kind: 'OBLIGATION_MISSING',
          since: '2023-12-01',
          dueOn: null,
          cents: null,
          waitsFor: { roles: ['CONTRACT_MANAGER'], categoryCode: null },
        },
      ],
    ],
    [
      'an obligation, for the manager of its category too',
      { state: 'OBLIGATION_MISSING', categoryCode: 'CATERING' },
      [
        {
          kind: 'OBLIGATION_MISSING',
          waitsFor: {
            side: 'PRINCIPAL',
            principalCode: 'IenW',
            roles: ['CONTRACT_MANAGER', 'CATEGORY_MANAGER'],
            categoryCode: 'CATERING',
          },
        },
      ],
    ],
    [
      'an exemption, for somebody else than who proposed it',
      { state: 'EXEMPTION_PROPOSED', exemption },
      [
        {
          kind: 'EXEMPTION_TO_DECIDE',
          subject: { type: 'EXEMPTION', id: 'e1', name: 'Catering' },
          contractId: 'c1',
          since: '2026-11-02',
          waitsFor: { roles: ['CONTRACT_MANAGER'], except: 'proposer' },
        },
      ],
    ],
    [
      'only the exemption, also when the term is over',
      { ...ended, state: 'EXEMPTION_PROPOSED', exemption },
      [{ kind: 'EXEMPTION_TO_DECIDE' }],
    ],
    [
      'a settlement to propose from the day after the term, due two months after it',
      { endsOn: '2026-11-22' },
      [{ kind: 'SETTLEMENT_TO_PROPOSE', since: '2026-11-22', dueOn: '2027-01-23', cents: 24_000_000 }],
    ],
    [
      'a shortfall, for the supplier to answer until the last day',
      assessed({ answerDueOn: TODAY }),
      [
        {
          kind: 'SETTLEMENT_TO_ANSWER',
          dueOn: TODAY,
          cents: 4_200_000,
          waitsFor: { side: 'SUPPLIER', supplierGroupId: 'g1', roles: ['SUPPLIER_COORDINATOR'], named: ['lead'] },
        },
      ],
    ],
    [
      'then for the principal to finish',
      assessed({ answerDueOn: '2026-11-22' }),
      [{ kind: 'SETTLEMENT_TO_FINISH', since: '2026-11-22', dueOn: null, waitsFor: { side: 'PRINCIPAL' } }],
    ],
    [
      'to finish at once when nothing is short',
      assessed({ shortfallCents: 0 }),
      [{ kind: 'SETTLEMENT_TO_FINISH', since: '2026-11-16', cents: 0 }],
    ],
    [
      'to answer when a goal was not reached, without euros',
      { ...assessed({ shortfallCents: 0, shortOfGoal: 1 }), amountCents: null },
      [{ kind: 'SETTLEMENT_TO_ANSWER', cents: null }],
    ],
    [
      'to finish once the supplier answered',
      assessed({ state: 'ANSWERED', answeredOn: '2026-11-20' }),
      [{ kind: 'SETTLEMENT_TO_FINISH', since: '2026-11-20', cents: 4_200_000 }],
    ],
    [
      'a shortfall to make good, for the supplier',
      inRemedy('2026-12-25'),
      [{ kind: 'SHORTFALL_TO_MAKE_GOOD', dueOn: '2026-12-25', cents: 4_200_000, waitsFor: { side: 'SUPPLIER' } }],
    ],
    [
      'the end of the remedy, for the principal in its last month',
      inRemedy('2026-12-24'),
      [
        { kind: 'SHORTFALL_TO_MAKE_GOOD' },
        { kind: 'REMEDY_ENDING', dueOn: '2026-12-24', waitsFor: { side: 'PRINCIPAL' } },
      ],
    ],
    [
      'a new proposal after the remedy',
      inRemedy('2026-11-22'),
      [{ kind: 'SETTLEMENT_TO_PROPOSE', since: '2026-11-22', dueOn: '2026-12-23' }],
    ],
  ];

  it.each(cases)('%s', (_name, change, expected) => {
    const items = contractItems({ ...CONTRACT, ...change }, TODAY);
    expect(items).toHaveLength(expected.length);
    expect(items).toMatchObject(expected);
  });

  it('tells of each item its contract, plan, principal and supplier', () => {
    expect(contractItems({ ...CONTRACT, ...ended }, TODAY)[0]).toMatchObject({
      contractId: 'c1',
      contractNumber: 'IENW-1',
      principalCode: 'IenW',
      supplierName: 'De Lepel BV',
      planId: 'p1',
      planName: 'De Lepel',
      around: { supplierGroupId: 'g1', principalCodes: ['IenW'], network: true },
      escalated: false,
    });
  });
});
