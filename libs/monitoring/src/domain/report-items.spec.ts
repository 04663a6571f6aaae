import type { PlanFacts } from './plan-items';
import {
  draftItems,
  itemsForOutsiders,
  refusedItem,
  unreportedItems,
  waitingItem,
  type DraftFacts,
  type UnreportedFacts,
} from './report-items';

const TODAY = '2026-11-23';
const PLAN: PlanFacts = {
  id: 'p1',
  name: 'De Lepel',
  state: 'APPROVED',
  supplierGroupId: 'g1',
  supplierName: 'De Lepel Groep',
  verifiedBy: null,
  clientContacts: ['client'],
  supplierContacts: ['lead'],
  madeOn: '2024-09-01',
  dueOn: null,
  around: { supplierGroupId: 'g1', principalCodes: ['BZK', 'IenW'], network: true },
};
const SUPPLIER = { supplierKvkNumber: '68750110', supplierName: 'De Lepel BV' };
const DRAFT: DraftFacts = {
  ...SUPPLIER,
  id: 'r1',
  number: 7,
  quarter: '2026-07-01',
  sequence: 1,
  state: 'DRAFT',
  dueOn: '2026-10-30',
  hasLines: true,
  lastEditedBy: 'editor',
};
const BOTH = ['SUPPLIER_COORDINATOR', 'SUPPLIER_EMPLOYEE'];

describe('what waits on a report that is not submitted', () => {
  const cases: [string, Partial<DraftFacts>, number, object[]][] = [
    [
      'to be made, by who changed it last, and to be checked, by the others',
      {},
      2,
      [
        { kind: 'REPORT_TO_MAKE', dueOn: '2026-10-30', waitsFor: { named: ['editor'], only: 'editor' } },
        { kind: 'REPORT_TO_CHECK', dueOn: '2026-10-30', waitsFor: { roles: BOTH, named: ['lead'], except: 'editor' } },
      ],
    ],
    [
      'to be made, by anybody, while it has no lines',
      { hasLines: false },
      2,
      [{ kind: 'REPORT_TO_MAKE', since: '2026-10-01', waitsFor: { roles: BOTH, only: null } }],
    ],
    [
      'to be made, while the quarter runs',
      { quarter: '2026-10-01', dueOn: '2027-01-30' },
      2,
      [{ kind: 'REPORT_TO_MAKE', since: null, waitsFor: { only: null } }],
    ],
    ['to be made, where one person takes part', {}, 1, [{ kind: 'REPORT_TO_MAKE', waitsFor: { only: null } }]],
    [
      'to be submitted, by a coordinator',
      { state: 'CHECKED' },
      2,
      [{ kind: 'REPORT_TO_SUBMIT', waitsFor: { roles: ['SUPPLIER_COORDINATOR'] } }],
    ],
    [
      'without a day, when it adds to another',
      { sequence: 2, hasLines: false },
      2,
      [{ kind: 'REPORT_TO_MAKE', since: null, dueOn: null }],
    ],
  ];

  it.each(cases)('%s', (_name, change, activePeople, expected) => {
    const items = draftItems({ ...DRAFT, ...change }, PLAN, { activePeople, today: TODAY });
    expect(items).toHaveLength(expected.length);
    expect(items).toMatchObject(expected);
    expect(items[0]).toMatchObject({
      ...SUPPLIER,
      planId: 'p1',
      planName: 'De Lepel',
      reportId: 'r1',
      reportNumber: 7,
      around: PLAN.around,
    });
  });
});

describe('what a quarter without a report asks', () => {
  const MISSING: UnreportedFacts = { ...SUPPLIER, quarter: '2026-07-01', dueOn: TODAY, begun: false };
  const late = { dueOn: '2026-11-22' };
  const cases: [string, Partial<UnreportedFacts>, Partial<PlanFacts>, object[]][] = [
    [
      'to open it, while it is on time',
      {},
      {},
      [{ kind: 'REPORT_TO_OPEN', since: '2026-10-01', dueOn: TODAY, waitsFor: { side: 'SUPPLIER', roles: BOTH } }],
    ],
    [
      'and to ask after it, once it is late',
      late,
      {},
      [
        { kind: 'REPORT_TO_OPEN' },
        { kind: 'REPORT_LATE', dueOn: '2026-11-22', waitsFor: { side: 'NETWORK', roles: ['NETWORK_COORDINATOR'] } },
      ],
    ],
    [
      'of the principal that verifies the plan',
      { ...late, begun: true },
      { verifiedBy: 'Def' },
      [{ kind: 'REPORT_LATE', waitsFor: { side: 'PRINCIPAL', principalCode: 'Def', roles: ['CONTRACT_MANAGER'] } }],
    ],
    ['nothing here, while it is begun and on time', { begun: true }, {}, []],
  ];

  it.each(cases)('%s', (_name, change, plan, expected) => {
    const items = unreportedItems({ ...MISSING, ...change }, { ...PLAN, ...plan }, TODAY);
    expect(items).toHaveLength(expected.length);
    expect(items).toMatchObject(expected);
  });

  it('begins to wait on the first day after the quarter, also where one is short', () => {
    const since = (quarter: string) => unreportedItems({ ...MISSING, quarter }, PLAN, TODAY)[0]?.since;
    expect(['2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01'].map(since)).toEqual([
      '2025-04-01',
      '2025-07-01',
      '2025-10-01',
      '2026-01-01',
    ]);
  });
});

describe('claims and placements', () => {
  const WAITING = { count: 12, withWarnings: 3, dueOn: '2026-11-30' };
  const REFUSED = {
    ...SUPPLIER,
    quarter: '2026-04-01',
    reportId: 'r1',
    reportNumber: 7,
    count: 2,
    since: '2026-11-02',
  };

  it('wait for the verifiers of the network, or of the principal that verifies', () => {
    expect(waitingItem(WAITING, PLAN)).toMatchObject({
      kind: 'CLAIMS_TO_DECIDE',
      subject: { type: 'PLAN', id: 'p1' },
      count: 12,
      countWithWarnings: 3,
      dueOn: '2026-11-30',
      waitsFor: { side: 'NETWORK', roles: ['VERIFIER'] },
    });
    expect(waitingItem(WAITING, { ...PLAN, verifiedBy: 'Def' }).waitsFor).toMatchObject({
      side: 'PRINCIPAL',
      principalCode: 'Def',
      roles: ['VERIFIER'],
    });
  });

  it('wait for the supplier when they were refused: on the report that they came with, or on the plan', () => {
    expect(refusedItem(REFUSED, PLAN)).toMatchObject({
      kind: 'CLAIMS_TO_CORRECT',
      subject: { type: 'REPORT', id: 'r1' },
      reportNumber: 7,
      count: 2,
      waitsFor: { side: 'SUPPLIER', roles: BOTH },
    });
    expect(refusedItem({ ...REFUSED, reportId: null, reportNumber: null }, PLAN).subject).toMatchObject({
      type: 'PLAN',
      id: 'p1',
    });
  });
});

describe('what is told to who sees no reports and claims', () => {
  const missing: UnreportedFacts[] = [
    { ...SUPPLIER, quarter: '2026-07-01', dueOn: '2026-10-30', begun: true },
    { ...SUPPLIER, quarter: '2026-04-01', dueOn: '2026-07-30', begun: false },
  ];
  const told = (waiting: number, own: string[] = [], plan: PlanFacts = PLAN) =>
    itemsForOutsiders({ missing, waiting: [{ count: waiting, withWarnings: 1, dueOn: '2026-11-30' }] }, plan, {
      own,
      today: TODAY,
    });

  it('is how many reports are to come, and that claims wait', () => {
    const items = told(5);
    expect(items).toHaveLength(2);
    expect(items).toMatchObject([
      { kind: 'REPORTS_TO_COME', count: 2, dueOn: '2026-07-30', quarter: null, supplierKvkNumber: null },
      { kind: 'CLAIMS_TO_DECIDE', count: 5, countWithWarnings: null },
    ]);
  });

  it('has no count of fewer than five claims', () => {
    expect(told(4)[1]).toMatchObject({ kind: 'CLAIMS_TO_DECIDE', count: null, dueOn: '2026-11-30' });
  });

  it('has the quarters that are late for the principal that verifies the plan, and for no other', () => {
    const verified = { ...PLAN, verifiedBy: 'Def' };
    expect(told(5, ['Def'], verified).filter(({ kind }) => kind === 'REPORT_LATE')).toHaveLength(2);
    expect(told(5, ['BZK'], verified).filter(({ kind }) => kind === 'REPORT_LATE')).toEqual([]);
    expect(told(5, ['Def'], PLAN).filter(({ kind }) => kind === 'REPORT_LATE')).toEqual([]);
  });

  it('is nothing where nothing is to come', () => {
    expect(itemsForOutsiders({ missing: [], waiting: [] }, PLAN, { own: [], today: TODAY })).toEqual([]);
  });
});
