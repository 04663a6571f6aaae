import { directoryOf, recipientsOf, type DirectoryEntry } from './recipients';
import { ofNetwork, ofPrincipal, ofSupplier, REPORTERS, type Around, type Party, type WorkItemKind } from './work-item';

const NOWHERE = { side: null, principalCode: null, supplierGroupId: null, categories: [], reachable: true } as const;
const atSupplier = (id: string, roles: string[], more: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  ...NOWHERE,
  id,
  roles,
  side: 'SUPPLIER',
  supplierGroupId: 'g1',
  ...more,
});
const atPrincipal = (id: string, roles: string[], more: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  ...NOWHERE,
  id,
  roles,
  side: 'PRINCIPAL',
  principalCode: 'IenW',
  ...more,
});
const atNetwork = (id: string, ...roles: string[]): DirectoryEntry => ({ ...NOWHERE, id, roles, side: 'NETWORK' });

const PEOPLE: readonly DirectoryEntry[] = [
  atSupplier('anna', ['SUPPLIER_COORDINATOR']),
  atSupplier('bram', ['SUPPLIER_COORDINATOR', 'SUPPLIER_EMPLOYEE']),
  atSupplier('carla', ['SUPPLIER_EMPLOYEE']),
  atSupplier('gone', ['SUPPLIER_COORDINATOR'], { reachable: false }),
  atSupplier('elsewhere', ['SUPPLIER_COORDINATOR'], { supplierGroupId: 'g2' }),
  atSupplier('alone', ['SUPPLIER_EMPLOYEE'], { supplierGroupId: 'g3' }),
  atPrincipal('dirk', ['CONTRACT_MANAGER']),
  atPrincipal('other', ['CONTRACT_MANAGER'], { principalCode: 'BZK' }),
  atPrincipal('category', ['CATEGORY_MANAGER'], { principalCode: 'BZK', categories: ['CATERING', 'ICT'] }),
  atNetwork('eva', 'NETWORK_COORDINATOR'),
  atNetwork('fons', 'VERIFIER', 'NETWORK_COORDINATOR'),
];
const DESK = ofSupplier('g1', ['SUPPLIER_COORDINATOR']);
const named = (...who: string[]): Party => ({ ...DESK, named: who });
const AROUND: Around = { supplierGroupId: 'g1', principalCodes: ['IenW'], network: true };
const OUTSIDE: Around = { ...AROUND, network: false };
const ofCategory = (principalCode: string, categoryCode: string): Party => ({
  ...ofPrincipal(principalCode, 'CONTRACT_MANAGER'),
  roles: ['CONTRACT_MANAGER', 'CATEGORY_MANAGER'],
  categoryCode,
});

describe('who is asked', () => {
  const asked = (
    parties: readonly Party[],
    {
      around = AROUND,
      kind = 'PLAN_TO_WRITE',
      without = [],
    }: { around?: Around; kind?: WorkItemKind; without?: string[] } = {},
  ) => recipientsOf(parties, { kind, around }, directoryOf(PEOPLE.filter(({ id }) => !without.includes(id))));

  const own = (ids: readonly string[]) => ids.map((personId) => ({ personId, standsInFor: null }));
  const standIns = (ids: readonly string[], { side, principalCode }: Party) =>
    ids.map((personId) => ({ personId, standsInFor: { side, principalCode } }));

  it.each<[string, Party, string[]]>([
    ['who is named', named('bram'), ['bram']],
    ['all who are named, in their order', named('bram', 'anna'), ['bram', 'anna']],
    ['of those who are named, who is active', named('gone', 'anna'), ['anna']],
    ['everybody with the role, when nobody is named', DESK, ['anna', 'bram']],
    ['everybody with the role, when who is named is gone', named('gone'), ['anna', 'bram']],
    ['everybody with the role, when who is named lost it', named('carla'), ['anna', 'bram']],
    ['everybody with the role, when who is named works elsewhere', named('elsewhere'), ['anna', 'bram']],
    ['everybody with the role, when who is named is unknown', named('nobody'), ['anna', 'bram']],
    ['the first role of which there is somebody', ofSupplier('g1', REPORTERS), ['anna', 'bram']],
    ['the next role where there is nobody of the first', ofSupplier('g3', REPORTERS), ['alone']],
    ['not who may not do it', ofSupplier('g1', ['SUPPLIER_COORDINATOR'], { except: 'anna' }), ['bram']],
    ['not who may not do it, though named', { ...named('anna'), except: 'anna' }, ['bram']],
    ['the one for whom it waits', { ...DESK, only: 'bram' }, ['bram']],
    ['the principal', ofPrincipal('IenW', 'CONTRACT_MANAGER'), ['dirk']],
    ['the network', ofNetwork('VERIFIER'), ['fons']],
    ['the contract manager before the manager of the category', ofCategory('IenW', 'ICT'), ['dirk']],
    ['the manager of the category, of whichever ministry', ofCategory('Fin', 'ICT'), ['category']],
  ])('%s', (_name, party, expected) => {
    expect(asked([party])).toEqual(own(expected));
  });

  it('is each once, whatever number of parties they are in', () => {
    const parties = [ofNetwork('VERIFIER'), ofNetwork('NETWORK_COORDINATOR'), named('bram'), DESK];
    expect(asked(parties)).toEqual(own(['fons', 'eva', 'bram', 'anna']));
  });

  const nobodyAt = ofSupplier('g9', ['SUPPLIER_COORDINATOR']);
  const ofFin = ofPrincipal('Fin', 'CONTRACT_MANAGER');
  it.each<[string, Party, Around, string[], string[]]>([
    ['the network for a supplier', nobodyAt, AROUND, [], ['eva', 'fons']],
    ['the contract managers, where the network has no part', nobodyAt, OUTSIDE, [], ['dirk']],
    ['the contract managers, where the network has nobody', nobodyAt, AROUND, ['eva', 'fons'], ['dirk']],
    ['of each principal', nobodyAt, { ...OUTSIDE, principalCodes: ['IenW', 'BZK'] }, [], ['dirk', 'other']],
    ['the network for a principal', ofFin, { ...AROUND, principalCodes: ['Fin'] }, [], ['eva', 'fons']],
    ['nobody for a principal outside the network', ofFin, { ...OUTSIDE, principalCodes: ['Fin'] }, [], []],
    ['not the managers of another principal', ofFin, { ...OUTSIDE, principalCodes: ['Fin', 'IenW'] }, [], []],
    ['its contract managers for a verifier of a principal', ofPrincipal('IenW', 'VERIFIER'), AROUND, [], ['dirk']],
    ['the coordinators for a verifier of the network', ofNetwork('VERIFIER'), AROUND, ['fons'], ['eva']],
    ['nobody, where there is nobody', ofNetwork('VERIFIER'), AROUND, ['eva', 'fons'], []],
    ['the network for the one who is gone', { ...DESK, only: 'gone' }, AROUND, [], ['eva', 'fons']],
  ])('where there is nobody is %s', (_name, party, around, without, expected) => {
    expect(asked([party], { around, without })).toEqual(standIns(expected, party));
  });

  it('where there is nobody is not who may not know of it', () => {
    expect(asked([nobodyAt], { around: OUTSIDE, kind: 'PLACEMENT_ENDING' })).toEqual([]);
  });

  it('stands in only for the party without people, when another party has them', () => {
    expect(asked([nobodyAt, DESK])).toEqual([...standIns(['eva', 'fons'], nobodyAt), ...own(['anna', 'bram'])]);
  });

  const desk = ofNetwork('NETWORK_COORDINATOR');
  it.each<[string, Party[]]>([
    ['after', [nobodyAt, desk]],
    ['before', [desk, nobodyAt]],
  ])('stands in for nobody who is asked in the own right %s that', (_name, parties) => {
    expect(asked(parties)).toEqual(own(['eva', 'fons']));
  });

  it('stands in for the first of two parties without people', () => {
    expect(asked([ofFin, nobodyAt])).toEqual(standIns(['eva', 'fons'], ofFin));
  });
});

describe('many people', () => {
  it('are found for many reminders without looking through all of them', () => {
    const people = Array.from({ length: 5000 }, (_, i) =>
      atSupplier(`p${i}`, ['SUPPLIER_COORDINATOR'], { supplierGroupId: `g${i % 1700}` }),
    );
    const start = process.cpuUsage();
    const directory = directoryOf(people);
    let found = 0;
    for (let i = 0; i < 100_000; i += 1) {
      const party = ofSupplier(`g${i % 1700}`, ['SUPPLIER_COORDINATOR'], {
        named: i % 2 === 0 ? ['gone'] : [`p${i % 1700}`],
      });
      found += recipientsOf([party], { kind: 'PLAN_TO_WRITE', around: AROUND }, directory).length;
    }
    const { user, system } = process.cpuUsage(start);
    console.info(`100,000 reminders, 5,000 people: ${user + system} µs`);
    expect(found).toBeGreaterThan(190_000);
    expect(user + system).toBeLessThan(10_000_000);
  });
});
