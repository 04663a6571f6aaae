import { IdentityService, ReferenceService } from '@sr/identity';
import { bodyOf, openApi, type Client, type TestApi } from '../../../../test/support/app';
import { testProduct, type TestProduct } from '../../../../test/support/database';
import { MANAGER } from '../../../../test/support/given';
import rules from '../../../../config/reference/threshold-rules.json';
import type { ThresholdRule } from '../domain/threshold-rule';
import { ObligationsService } from '../obligations.service';

const CLEANING = {
  reference: '31158061',
  principalCode: 'IenW',
  supplier: { kvkNumber: '68750110', name: 'Test BV Donald' },
  title: 'Schoonmaak kantoren',
  awardedOn: '2023-12-01',
  startsOn: '2024-01-01',
  endsOn: '2027-12-31',
  cpv: '90910000-9',
  valueCents: 480_000_000,
  wageShareBp: 6_000,
  obligation: { kind: 'PERCENTAGE', basis: 'LOONSOM', baseCents: 288_000_000, rateBp: 500 },
};
const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('contracts over HTTP', () => {
  let product: TestProduct;
  let api: TestApi;
  let nora: Client;
  let sam: Client;
  let bzk: Client;
  let category: Client;
  let network: Client;

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl);
    await api.app.get(ObligationsService).loadThresholdRules(MANAGER, rules.rows as ThresholdRule[]);
    await api.app.get(ReferenceService).addCategory(MANAGER, {
      code: 'TEST_CATERING',
      name: 'Catering in de test',
      existsFrom: null,
      existsTo: null,
      source: 'test',
    });
    await api.app.get(IdentityService).recordMembership(MANAGER, {
      principalCode: 'IenW',
      joinedOn: '2022-01-01',
      leftOn: null,
      note: null,
    });
    const at = (principalCode: string) => ({ kind: 'PRINCIPAL', principalCode }) as const;
    nora = await api.signIn({ name: 'Nora', organisation: at('IenW'), roles: ['CONTRACT_MANAGER'] });
    sam = await api.signIn({ name: 'Sam', organisation: at('IenW'), roles: ['CONTRACT_MANAGER'] });
    bzk = await api.signIn({ name: 'Bo', organisation: at('BZK'), roles: ['CONTRACT_MANAGER'] });
    category = await api.signIn({
      name: 'Cas',
      organisation: at('BZK'),
      roles: ['CATEGORY_MANAGER'],
      categories: ['TEST_CATERING'],
    });
    network = await api.signIn({
      name: 'Coen',
      organisation: { kind: 'NETWORK' },
      roles: ['NETWORK_COORDINATOR'],
    });
  });
  afterAll(async () => {
    await api.close();
    await product.close();
  });

  /** What is wrong, as `code at pointer`. */
  const faults = (problem: { errors: { code: string; pointer: string }[] }): string[] =>
    problem.errors.map(({ code, pointer }) => `${code} at ${pointer}`).sort();
  let count = 0;
  /** A contract of IenW, unless said otherwise, with a reference of its own. */
  const register = async (more: object = {}, by = nora, status = 201) => {
    count += 1;
    return bodyOf(await by.post('/contracts', { ...CLEANING, reference: `REF ${count}`, ...more }), status);
  };

  describe('registering', () => {
    it('gives a contract with a proposed number, and registers a supplier that was not known', async () => {
      const contract = bodyOf(await nora.post('/contracts', CLEANING), 201);
      expect(contract).toMatchObject({
        number: 'IenW-31158061',
        reference: '31158061',
        supplier: { kvkNumber: '68750110', name: 'Test BV Donald' },
        state: 'OPEN',
        obligation: { kind: 'PERCENTAGE', amountCents: 14_400_000, goal: null, settledOn: null },
        categoryCode: null,
        extensionOptions: [],
        framework: null,
        inPlan: false,
        version: 1,
      });
      expect(bodyOf(await nora.get(`/contracts/${contract.id}`))).toEqual(contract);
    });

    it('takes everything that is known of a contract', async () => {
      const parent = await register({ title: 'Raamovereenkomst' });
      const details = {
        categoryCode: 'TEST_CATERING',
        extensionOptions: [{ months: 12, decideOn: '2027-06-30' }],
        tenderReference: '595577-2024',
        regime: 'STANDARD',
      };
      const contract = await register({ ...details, frameworkId: parent.id, number: 'NOK/7.1' });
      expect(contract).toMatchObject({
        number: 'NOK/7.1',
        ...details,
        framework: { id: parent.id, number: parent.number },
      });
    });

    it('needs no name for a supplier that is known, and no amount for a goal', async () => {
      const goal = { kind: 'FORM_FREE', goalUnit: 'PERSONS', goal: 3 };
      const contract = await register({
        supplier: { kvkNumber: '68750110' },
        obligation: goal,
        regime: 'TAILORED',
        cpv: null,
      });
      expect(contract).toMatchObject({
        supplier: { name: 'Test BV Donald' },
        obligation: { kind: 'FORM_FREE', amountCents: 0, goalUnit: 'PERSONS', goal: 3 },
      });
    });

    it('tells two contracts without a reference apart', async () => {
      const numbers = [await register({ reference: null }), await register({ reference: null })];
      expect(numbers.map(({ number }) => number)).toEqual(['IenW-2023', 'IenW-2023-2']);
    });

    it('names all that is wrong at once', async () => {
      const wrong = {
        number: 'NOK/7.1',
        reference: '31158061',
        principalCode: 'IenW',
        supplier: { kvkNumber: '99999999' },
        cpv: '90910000-8',
        startsOn: '2028-01-01',
        extensionOptions: [{ months: 12, decideOn: '2029-01-01' }],
        categoryCode: 'NO_SUCH',
        frameworkId: NOBODY,
        unitId: NOBODY,
      };
      const problem = await register(wrong, nora, 400);
      expect(faults(problem)).toEqual([
        'contract.category_unknown at /categoryCode',
        'contract.cpv_wrong at /cpv',
        'contract.extension_too_late at /extensionOptions/0/decideOn',
        'contract.framework_unknown at /frameworkId',
        'contract.number_taken at /number',
        'contract.reference_taken at /reference',
        'contract.term_backwards at /endsOn',
        'contract.unit_unknown at /unitId',
        'obligation.deviation_reason_missing at /obligation/deviationReason',
        'supplier.unknown at /supplier/name',
      ]);
      const both = await register({ exemption: { reason: 'SUPPLIES' } }, nora, 400);
      expect(faults(both)).toEqual(['contract.obligation_or_exemption at /obligation']);
      const odd = { obligation: { kind: 'PERCENTAGE', basis: 'LOON', baseCents: -1, rateBp: 5.5, more: 1 } };
      expect(faults(await register(odd, nora, 400))).toEqual([
        'field.not_in_list at /obligation/basis',
        'field.not_whole at /obligation/rateBp',
        'field.out_of_bounds at /obligation/baseCents',
        'field.unknown at /obligation/more',
      ]);
    });

    it('asks why the rule was not followed, and keeps the answer', async () => {
      const obligation = { ...CLEANING.obligation, rateBp: 400 };
      const problem = await register({ obligation }, nora, 409);
      expect(problem).toMatchObject({
        code: 'obligation.deviation_reason_missing',
        errors: [{ params: { rule: 'RIJK-2011', applies: 'YES', amountCents: 14_400_000 } }],
      });
      const contract = await register({ obligation: { ...obligation, deviationReason: 'Zo aanbesteed.' } });
      const answer = bodyOf(await nora.get(`/contracts/${contract.id}/obligation`));
      expect(answer.grounds).toMatchObject({ followed: false, deviationReason: 'Zo aanbesteed.' });
    });

    it('is for one’s own ministry, or for a category that one manages', async () => {
      const outside = ['contract.outside_yours at /principalCode'];
      expect(faults(await register({ principalCode: 'BZK' }, nora, 409))).toEqual(outside);
      expect(faults(await register({}, category, 409))).toEqual(outside);
      const inCategory = await register({ categoryCode: 'TEST_CATERING' }, category);
      expect(inCategory.principalCode).toBe('IenW');
      expect(bodyOf(await network.post('/contracts', CLEANING), 403)).toMatchObject({ code: 'session.not_allowed' });
    });
  });

  describe('editing', () => {
    it('changes what describes the contract, and tells the second of two who was first', async () => {
      const { id, number } = await register({ tenderReference: 'oud' });
      const edit = { version: 1, title: 'Schoonmaak en glasbewassing', tenderReference: null };
      const edited = bodyOf(await nora.patch(`/contracts/${id}`, edit));
      expect(edited).toMatchObject({
        number,
        title: 'Schoonmaak en glasbewassing',
        tenderReference: null,
        cpv: '90910000-9',
        version: 2,
      });
      const options = [{ decideOn: '2027-06-30', months: 12 }];
      const again = { version: 2, extensionOptions: options, regime: 'TAILORED', valueCents: 1 };
      const twice = bodyOf(await sam.patch(`/contracts/${id}`, again));
      expect(twice).toMatchObject({ extensionOptions: options, regime: 'TAILORED', valueCents: 1, version: 3 });
      const trail = bodyOf(await nora.get(`/audit-trail?subject=contract&subjectId=${id}`));
      expect(trail.items[0]).toMatchObject({
        action: 'contract.edited',
        detail: { from: { regime: null, valueCents: 480_000_000 }, to: { regime: 'TAILORED', valueCents: 1 } },
      });
      const late = await sam.patch(`/contracts/${id}`, { version: 1, valueCents: 1 });
      expect(bodyOf(late, 409)).toMatchObject({ code: 'contract.stale', errors: [{ pointer: '/version' }] });
      expect(bodyOf(await sam.get(`/contracts/${id}`))).toEqual(twice);
      expect(bodyOf(await sam.patch(`/contracts/${id}`, { version: 3, title: edit.title })).version).toBe(3);
    });

    it('cannot change what the ledger stands on, and names all that is wrong', async () => {
      const { id } = await register();
      const fixed = { version: 1, number: 'X', principalCode: 'BZK', endsOn: '2030-01-01', supplier: {} };
      expect(faults(bodyOf(await nora.patch(`/contracts/${id}`, fixed), 400))).toEqual(
        ['/endsOn', '/number', '/principalCode', '/supplier'].map((field) => `field.unknown at ${field}`),
      );
      const wrong = { version: 1, reference: '31158061', cpv: '90910000-1', frameworkId: id };
      expect(faults(bodyOf(await nora.patch(`/contracts/${id}`, wrong), 400))).toEqual([
        'contract.cpv_wrong at /cpv',
        'contract.framework_unknown at /frameworkId',
        'contract.reference_taken at /reference',
      ]);
    });

    it('of a category manager stays within the categories', async () => {
      const { id } = await register({ categoryCode: 'TEST_CATERING' }, category);
      const out = await category.patch(`/contracts/${id}`, { version: 1, categoryCode: null });
      expect(bodyOf(out, 409)).toMatchObject({ code: 'contract.outside_yours' });
      bodyOf(await nora.patch(`/contracts/${id}`, { version: 1, categoryCode: null }));
      bodyOf(await category.get(`/contracts/${id}`), 404);
    });
  });

  describe('who sees a contract', () => {
    it('its ministry, its category, its supplier and the network; to others it is not there', async () => {
      const { id, supplier } = await register({ categoryCode: 'TEST_CATERING' });
      const { supplierGroupId } = supplier;
      const own = await api.signIn({
        name: 'Lea',
        organisation: { kind: 'SUPPLIER_GROUP', supplierGroupId },
        roles: ['SUPPLIER_COORDINATOR'],
      });
      const auditor = await api.signIn({ name: 'Aad', organisation: { kind: 'OVERSIGHT' }, roles: ['AUDITOR'] });
      for (const client of [nora, sam, category, network, own, auditor]) {
        expect(bodyOf(await client.get(`/contracts/${id}`)).id).toBe(id);
      }
      const theirs = await register(
        { principalCode: 'BZK', supplier: { kvkNumber: '69599084', name: 'Test EMZ Dagobert' } },
        bzk,
      );
      for (const client of [nora, category, network, own]) {
        for (const path of ['', '/obligation', '/exemptions', '/settlement']) {
          const problem = bodyOf(await client.get(`/contracts/${theirs.id}${path}`), 404);
          expect(problem).toMatchObject({ code: 'contract.unknown', detail: 'There is no such contract.' });
        }
        const listed = bodyOf(await client.get('/contracts?limit=100')).items;
        expect(listed.length).toBeGreaterThan(0);
        expect(listed.filter((contract: { principalCode: string }) => contract.principalCode === 'BZK')).toEqual([]);
      }
      bodyOf(await nora.patch(`/contracts/${theirs.id}`, { version: 1, title: 'Van mij' }), 404);
      bodyOf(await nora.post(`/contracts/${theirs.id}/exemptions`, { reason: 'SUPPLIES' }), 404);
      bodyOf(await nora.get('/contracts/7'), 400);
    });
  });

  describe('the list', () => {
    const ids = (page: { items: { id: string }[] }): string[] => page.items.map(({ id }) => id);
    let mine: Record<string, { id: string }>;
    beforeAll(async () => {
      const supplier = { kvkNumber: '90000001', name: 'De Lijst BV' };
      const of = (title: string, more: object) => register({ title, supplier, principalCode: 'BZK', ...more }, bzk);
      const fixed = (amountCents: number) => ({
        obligation: { kind: 'FIXED', amountCents, deviationReason: 'Zo aanbesteed' },
      });
      const goal = { obligation: { kind: 'FORM_FREE', goalUnit: 'HOURS', goal: 100 } };
      mine = {
        a: await of('Lijst Aanleg 100%', { ...fixed(300), endsOn: '2026-01-31' }),
        b: await of('Lijst Beheer', { ...fixed(100), categoryCode: 'TEST_CATERING' }),
        c: await of('Lijst Catering', { ...fixed(200), awardedOn: '2022-01-01' }),
        d: await of('Lijst Drukwerk', { obligation: null, exemption: { reason: 'SUPPLIES' } }),
        e: await of('Lijst Energie', goal),
      };
    });
    const list = async (query: string) => bodyOf(await bzk.get(`/contracts?supplierKvkNumber=90000001&${query}`));
    const named = (page: { items: { id: string }[] }): string =>
      ids(page)
        .map((id) => Object.keys(mine).find((name) => mine[name]?.id === id))
        .join('');

    it.each([
      ['sort=title', 'abcde'],
      ['sort=title&order=desc', 'edcba'],
      ['sort=amountCents', 'debca'],
      ['sort=amountCents&order=desc', 'acbed'],
      ['sort=awardedOn', 'cabde'],
      ['sort=endsOn', 'abcde'],
      ['sort=number&order=asc', 'abcde'],
      ['search=Beheer', 'b'],
      ['search=100%25', 'a'],
      ['search=de lijst', 'abcde'],
      ['search=_', ''],
      ['categoryCode=TEST_CATERING', 'b'],
      ['categoryCode=NONE', 'acde'],
      ['state=EXEMPTION_PROPOSED', 'd'],
      ['state=OPEN', 'abce'],
      ['obligationKind=FORM_FREE', 'e'],
      ['awardedTo=2022-12-31', 'c'],
      ['awardedFrom=2023-01-01', 'abde'],
      ['endsTo=2026-12-31', 'a'],
      ['endsFrom=2026-02-01&obligationKind=FIXED', 'bc'],
      ['inPlan=true', ''],
      ['inPlan=false', 'abcde'],
      ['principalCode=IenW', ''],
    ])('%s', async (query, expected) => {
      expect(named(await list(query))).toBe(expected);
    });

    it('of the suppliers of a group', async () => {
      const ofGroup = async (id: string, more = '') => bodyOf(await bzk.get(`/contracts?supplierGroupId=${id}${more}`));
      const theirs = await register({ title: 'Lijst', principalCode: 'BZK' }, bzk);
      const { supplierGroupId } = bodyOf(await bzk.get(`/contracts/${mine['a']?.id}`)).supplier;
      expect(named(await ofGroup(supplierGroupId))).toBe('abcde');
      expect(named(await ofGroup(supplierGroupId, '&search=Beheer'))).toBe('b');
      expect(ids(await ofGroup(theirs.supplier.supplierGroupId, '&search=Lijst'))).toEqual([theirs.id]);
      expect(ids(await ofGroup('00000000-0000-4000-8000-000000000000'))).toEqual([]);
    });

    it.each(['number', 'title', 'awardedOn', 'endsOn', 'amountCents'])(
      'goes on where a page ended, by %s in both directions',
      async (sort) => {
        for (const order of ['asc', 'desc']) {
          const all = named(await list(`sort=${sort}&order=${order}`));
          let paged = '';
          let next: string | null = '';
          for (let page = 0; next !== null; page += 1) {
            const answer: { items: { id: string }[]; next: string | null } = await list(
              `sort=${sort}&order=${order}&limit=2${next === '' ? '' : `&after=${next}`}`,
            );
            paged += named(answer);
            next = answer.next;
            expect(page).toBeLessThan(3);
          }
          expect(paged).toBe(all);
        }
      },
    );

    it.each([
      'after=x',
      `after=${Buffer.from('["x"]').toString('base64url')}`,
      'limit=101',
      'sort=version',
      'inPlan=1',
    ])('refuses %s', async (query) => {
      bodyOf(await bzk.get(`/contracts?${query}`), 400);
    });
  });
});
