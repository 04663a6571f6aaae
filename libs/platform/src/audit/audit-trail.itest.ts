import { EVERYTHING, NOTHING, type Actor, type Scope } from '@sr/kernel';
import { sql, testProduct, type TestProduct } from '../../../../test/support/database';
import { recordChanges, type Change } from './audit';
import { readTrail, type TrailFilter, type TrailLine } from './audit-trail';

const GROUP = '11111111-1111-4111-8111-111111111111';
const OTHER_GROUP = '22222222-2222-4222-8222-222222222222';
const actor = (id: string, scope: Scope = NOTHING): Actor => ({ id, name: id, scope });

describe('reading the audit trail', () => {
  let product: TestProduct;

  beforeAll(async () => {
    product = await testProduct();
    await write('bea', '2026-03-01T10:00:00Z', [
      { action: 'contract.registered', subject: 'contract', subjectId: 'c1', principalCode: 'IenW' },
      {
        action: 'contract.edited',
        subject: 'contract',
        subjectId: 'c1',
        principalCode: 'IenW',
        supplierGroupId: GROUP,
        detail: { title: { from: 'Schoonmaak', to: 'Schoonmaak Noord' } },
        reason: 'Verschreven',
      },
    ]);
    await write('carl', '2026-03-02T10:00:00Z', [
      { action: 'contract.registered', subject: 'contract', subjectId: 'c2', principalCode: 'BZK' },
    ]);
    await write('sam', '2026-03-03T10:00:00Z', [
      { action: 'claim.submitted', subject: 'claim', subjectId: 'v1', supplierGroupId: GROUP },
      { action: 'claim.submitted', subject: 'claim', subjectId: 'v2', supplierGroupId: OTHER_GROUP },
    ]);
    // After midnight in the Netherlands, still the day before in UTC.
    await write('saar', '2026-03-03T23:30:00Z', [
      { action: 'value-table.proposed', subject: 'value-table', subjectId: 't1' },
    ]);
  });
  afterAll(() => product.close());

  const write = (who: string, at: string, changes: readonly Change[]) =>
    product.db.write(actor(who), (tx) => recordChanges(tx, actor(who), new Date(at), changes));

  const pageOf = (scope: Partial<Scope>, filter: TrailFilter = {}, page: { limit?: number; after?: string } = {}) =>
    product.db.read({ scope: { ...NOTHING, ...scope } }, (reader) => readTrail(reader, filter, page));

  /** The lines of this test (others were written when the product was made), oldest last. */
  const own = (lines: readonly TrailLine[]): string[] =>
    lines
      .filter(({ subjectId }) => /^[a-z]\d$/.test(subjectId))
      .map(({ action, subjectId }) => `${action} ${subjectId}`);
  const seen = async (scope: Partial<Scope>, filter?: TrailFilter): Promise<string[]> =>
    own((await pageOf(scope, filter, { limit: 100 })).items);

  const ALL = [
    'value-table.proposed t1',
    'claim.submitted v2',
    'claim.submitted v1',
    'contract.registered c2',
    'contract.edited c1',
    'contract.registered c1',
  ];

  it.each<[string, Partial<Scope>, string[]]>([
    ['who sees everything', { everything: true }, ALL],
    ['the network, of its members', { network: true, principals: ['IenW', 'BZK'] }, ALL],
    [
      'the network, of who is no member and of who left',
      { network: true, principals: ['IenW'], left: { OCW: '2026-01-01' } },
      ALL.filter((line) => line !== 'contract.registered c2'),
    ],
    ['nobody', {}, []],
    ['a ministry', { principals: ['IenW'] }, ['contract.edited c1', 'contract.registered c1']],
    ['another ministry', { principals: ['BZK'] }, ['contract.registered c2']],
    ['a supplier', { supplierGroups: [GROUP] }, ['claim.submitted v1', 'contract.edited c1']],
    ['a person, of what it did itself', { personId: 'saar' }, ['value-table.proposed t1']],
    [
      'a person with parts that overlap, each line once',
      { personId: 'bea', principals: ['IenW', 'BZK'], supplierGroups: [GROUP] },
      ['claim.submitted v1', 'contract.registered c2', 'contract.edited c1', 'contract.registered c1'],
    ],
    ['a table steward', { valueTables: true }, ['value-table.proposed t1']],
    ['who sees a category only', { categories: ['ICT'], suppliers: ['68750110'], verifies: ['IenW'] }, []],
  ])('%s', async (_, scope, expected) => {
    expect(await seen(scope)).toEqual(expected);
  });

  it.each<[string, TrailFilter, string[]]>([
    ['an object', { subject: 'contract', subjectId: 'c1' }, ['contract.edited c1', 'contract.registered c1']],
    ['a kind of object', { subject: 'claim' }, ['claim.submitted v2', 'claim.submitted v1']],
    ['a person', { actorId: 'carl' }, ['contract.registered c2']],
    ['a principal', { principalCode: 'IenW' }, ['contract.edited c1', 'contract.registered c1']],
    ['what was done', { action: 'contract.registered' }, ['contract.registered c2', 'contract.registered c1']],
    ['a first day', { from: '2026-03-04' }, ['value-table.proposed t1']],
    ['a last day', { to: '2026-03-01' }, ['contract.edited c1', 'contract.registered c1']],
    [
      'one day in the Netherlands',
      { from: '2026-03-03', to: '2026-03-03' },
      ['claim.submitted v2', 'claim.submitted v1'],
    ],
    ['several of these', { subject: 'contract', actorId: 'bea', from: '2026-03-02' }, []],
  ])('narrowed to %s', async (_, filter, expected) => {
    expect(await seen({ everything: true }, { from: '2026-03-01', to: '2026-03-04', ...filter })).toEqual(expected);
  });

  it('tells of a line who, what, when, from what to what, and why', async () => {
    const { items } = await pageOf({ principals: ['IenW'] }, { action: 'contract.edited' });
    expect(items).toEqual([
      {
        id: expect.any(Number),
        recordedAt: new Date('2026-03-01T10:00:00Z'),
        actorId: 'bea',
        action: 'contract.edited',
        subject: 'contract',
        subjectId: 'c1',
        detail: { title: { from: 'Schoonmaak', to: 'Schoonmaak Noord' } },
        reason: 'Verschreven',
        principalCode: 'IenW',
        supplierGroupId: GROUP,
      },
    ]);
  });

  it.each<[string, Partial<Scope>]>([
    ['everything', { everything: true }],
    ['the parts of a scope', { personId: 'bea', principals: ['IenW', 'BZK'], supplierGroups: [GROUP, OTHER_GROUP] }],
  ])('a page at a time gives each line of %s once, in order, also of one moment', async (_, scope) => {
    const whole = (await pageOf(scope, {}, { limit: 100 })).items;
    const byTwo: TrailLine[] = [];
    let after: string | undefined;
    do {
      const page = await pageOf(scope, {}, { limit: 2, ...(after === undefined ? {} : { after }) });
      byTwo.push(...page.items);
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(whole.length).toBeGreaterThan(4);
    expect(byTwo).toEqual(whole);
  });

  it.each([['x'], ['1 or true'], ['-1'], [''], ['9'.repeat(30)]])('refuses to begin after %j', async (id) => {
    const after = Buffer.from(JSON.stringify([id])).toString('base64url');
    await expect(pageOf({ everything: true }, {}, { after })).rejects.toMatchObject({
      category: 'invalid-input',
      violations: [{ code: 'page.after_wrong' }],
    });
  });

  it('begins nowhere after a line that the reader cannot see', async () => {
    const [line] = (await pageOf({ principals: ['BZK'] })).items;
    const after = Buffer.from(JSON.stringify([line?.id])).toString('base64url');
    expect(await pageOf({ principals: ['IenW'] }, {}, { after })).toEqual({ items: [], next: null });
  });

  it('the database holds when the query forgets the scope', async () => {
    const lines = await product.db.read({ scope: { ...NOTHING, principals: ['IenW'] } }, (reader) =>
      readTrail({ ...reader, scope: EVERYTHING }, {}, { limit: 100 }),
    );
    expect(own(lines.items)).toEqual(['contract.edited c1', 'contract.registered c1']);
  });

  it('the query holds when the database is told of everything', async () => {
    const lines = await product.db.read({ scope: EVERYTHING }, (reader) =>
      readTrail({ ...reader, scope: { ...NOTHING, principals: ['IenW'] } }, {}, { limit: 100 }),
    );
    expect(own(lines.items)).toEqual(['contract.edited c1', 'contract.registered c1']);
  });

  it.each([`update platform.audit set reason = 'anders'`, 'delete from platform.audit', 'truncate platform.audit'])(
    'nobody can change or remove a line: %s',
    async (statement) => {
      const before = await seen({ everything: true });
      const refused = { code: expect.stringMatching(/^(42501|23001)$/) };
      await expect(sql(product.applicationUrl, statement)).rejects.toMatchObject(refused);
      await expect(sql(product.ownerUrl, statement)).rejects.toMatchObject(refused);
      expect(await seen({ everything: true })).toEqual(before);
    },
  );
});
