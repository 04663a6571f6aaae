import {
  comparePlaces,
  daysLate,
  inOrder,
  keyOf,
  ofNetwork,
  ofPrincipal,
  ofSupplier,
  placeOf,
  waitsForPerson,
  workItem,
  type Party,
  type Worker,
} from './work-item';

const NOWHERE: Worker = { id: 'x', roles: [], side: null, principalCode: null, supplierGroupId: null, categories: [] };
const at = (more: Partial<Worker>): Worker => ({ ...NOWHERE, ...more });
const manager = at({ id: 'm', roles: ['CONTRACT_MANAGER'], side: 'PRINCIPAL', principalCode: 'IenW' });
const reader = at({ id: 'r', roles: ['MINISTRY_READER'], side: 'PRINCIPAL', principalCode: 'IenW' });
const supplier = at({ id: 's', roles: ['SUPPLIER_COORDINATOR'], side: 'SUPPLIER', supplierGroupId: 'g1' });
const verifier = at({ id: 'v', roles: ['VERIFIER'], side: 'NETWORK' });
const ownVerifier = at({ id: 'o', roles: ['VERIFIER'], side: 'PRINCIPAL', principalCode: 'IenW' });
const category = at({ roles: ['CATEGORY_MANAGER'], side: 'PRINCIPAL', principalCode: 'BZK', categories: ['CATERING'] });
const auditor = at({ roles: ['AUDITOR'] });

describe('for whom something waits', () => {
  const ofCategory: Party = {
    ...ofPrincipal('IenW', 'CONTRACT_MANAGER'),
    roles: ['CONTRACT_MANAGER', 'CATEGORY_MANAGER'],
    categoryCode: 'CATERING',
  };
  it.each<[string, Party, Worker, boolean]>([
    ['the role at the principal', ofPrincipal('IenW', 'CONTRACT_MANAGER'), manager, true],
    ['not the role elsewhere', ofPrincipal('BZK', 'CONTRACT_MANAGER'), manager, false],
    ['not another role there', ofPrincipal('IenW', 'CONTRACT_MANAGER'), reader, false],
    ['not who proposed it', ofPrincipal('IenW', 'CONTRACT_MANAGER', { except: 'm' }), manager, false],
    ['who did not', ofPrincipal('IenW', 'CONTRACT_MANAGER', { except: 'n' }), manager, true],
    ['the one', ofSupplier('g1', ['SUPPLIER_COORDINATOR'], { only: 's' }), supplier, true],
    ['not another than the one', ofSupplier('g1', ['SUPPLIER_COORDINATOR'], { only: 't' }), supplier, false],
    ['not another group', ofSupplier('g2', ['SUPPLIER_COORDINATOR']), supplier, false],
    ['the network', ofNetwork('VERIFIER'), verifier, true],
    ['not the verifier of a ministry', ofNetwork('VERIFIER'), ownVerifier, false],
    ['the verifier of the ministry', ofPrincipal('IenW', 'VERIFIER'), ownVerifier, true],
    ['not the network', ofPrincipal('IenW', 'VERIFIER'), verifier, false],
    ['the manager of the category, of whichever ministry', ofCategory, category, true],
    ['not of another category', { ...ofCategory, categoryCode: 'SECURITY' }, category, false],
    ['never the auditor', ofNetwork('VERIFIER'), auditor, false],
  ])('%s', (_name, party, person, expected) => {
    expect(waitsForPerson(party, person)).toBe(expected);
  });
});

describe('a list of items', () => {
  const item = (id: string, dueOn: string | null) =>
    workItem('PLAN_TO_WRITE', { type: 'PLAN', id, name: null }, ofNetwork('VERIFIER'), { dueOn });

  it('has the soonest due first, and what has no day last', () => {
    const items = [item('d', null), item('c', '2026-12-01'), item('b', '2026-12-01'), item('a', '2027-01-01')];
    expect(inOrder(items).map(({ subject }) => subject.id)).toEqual(['b', 'c', 'a', 'd']);
  });

  it('tells every item from every other by its key, also quarters of one plan', () => {
    const subject = { type: 'PLAN', id: 'p', name: null } as const;
    const quarter = (q: string) => workItem('REPORT_LATE', subject, ofNetwork('VERIFIER'), { quarter: q });
    expect(keyOf(quarter('2026-01-01'))).not.toBe(keyOf(quarter('2026-04-01')));
    const [one, other] = [placeOf(quarter('2026-01-01')), placeOf(quarter('2026-04-01'))];
    expect(Math.sign(comparePlaces(one, other))).toBe(-Math.sign(comparePlaces(other, one)));
    expect(comparePlaces(one, one)).toBe(0);
  });

  it('tells copies for other roles and the parties of one contract from each other, and keeps the key of an item', () => {
    const subject = { type: 'PLAN', id: 'p', name: null } as const;
    const late = workItem('REPORT_LATE', subject, ofNetwork('NETWORK_COORDINATOR'), {
      quarter: '2026-07-01',
      supplierKvkNumber: '68750110',
    });
    const copy = (code: string) => ({ ...late, escalated: true, waitsFor: ofPrincipal(code, 'CONTRACT_MANAGER') });
    const contract = { type: 'CONTRACT', id: 'c', name: null } as const;
    const ending = [
      ofSupplier('g', ['SUPPLIER_COORDINATOR']),
      ofPrincipal('BZK', 'CONTRACT_MANAGER'),
      ofNetwork('NETWORK_COORDINATOR'),
    ].map((party) => workItem('CONTRACT_ENDING', contract, party, {}));
    expect([late, copy('BZK'), copy('IenW'), ...ending].map(keyOf)).toEqual([
      'REPORT_LATE:p:2026-07-01:68750110',
      'REPORT_LATE:p:2026-07-01:68750110:ESCALATED:CONTRACT_MANAGER:BZK',
      'REPORT_LATE:p:2026-07-01:68750110:ESCALATED:CONTRACT_MANAGER:IenW',
      'CONTRACT_ENDING:c:SUPPLIER_COORDINATOR',
      'CONTRACT_ENDING:c:CONTRACT_MANAGER:BZK',
      'CONTRACT_ENDING:c:NETWORK_COORDINATOR',
    ]);
    expect(keyOf(workItem('CONTACT_TO_MAKE', contract, ofNetwork('NETWORK_COORDINATOR'), {}))).toBe(
      'CONTACT_TO_MAKE:c',
    );
  });

  it('counts the days after the last day', () => {
    expect(['2026-11-22', '2026-11-23', '2026-11-24', null].map((dueOn) => daysLate({ dueOn }, '2026-11-23'))).toEqual([
      1, 0, 0, 0,
    ]);
  });
});
