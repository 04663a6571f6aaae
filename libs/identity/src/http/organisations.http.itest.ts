import { EVERYTHING } from '@sr/kernel';
import { bodyOf, openApi, type Client, type TestApi } from '../../../../test/support/app';
import { sql, testProduct, type TestProduct } from '../../../../test/support/database';
import { IdentityService } from '../identity.service';
import { listSupplierGroups } from '../persistence/organisation.store';

const HOST = { id: 'host', name: 'Gastheer', scope: EVERYTHING };

describe('organisations over HTTP', () => {
  let product: TestProduct;
  let api: TestApi;
  let coordinator: Client;
  let manager: Client;
  let supplier: Client;
  let auditor: Client;
  let own: string;
  let other: string;

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl);
    const identity = api.app.get(IdentityService);
    const group = (code: string, name: string, kvkNumber: string) =>
      identity.registerSupplierGroup(HOST, { code, name, suppliers: [{ kvkNumber, name: `${name} B.V.` }] });
    own = (await group('BEZEM', 'De Bonte Bezem', '90001354')).id;
    other = (await group('KWAST', 'De Kale Kwast 100%', '00000012')).id;
    coordinator = await api.signIn({ name: 'C', organisation: { kind: 'NETWORK' }, roles: ['NETWORK_COORDINATOR'] });
    const IenW = { kind: 'PRINCIPAL', principalCode: 'IenW' } as const;
    manager = await api.signIn({ name: 'M', organisation: IenW, roles: ['CONTRACT_MANAGER'] });
    const atSupplier = { kind: 'SUPPLIER_GROUP', supplierGroupId: own } as const;
    supplier = await api.signIn({ name: 'S', organisation: atSupplier, roles: ['SUPPLIER_COORDINATOR'] });
    auditor = await api.signIn({ name: 'A', organisation: { kind: 'OVERSIGHT' }, roles: ['AUDITOR'] });
  });
  afterAll(async () => {
    await api.close();
    await product.close();
  });

  const codesOf = (problem: { errors: { pointer: string; code: string }[] }): string[] =>
    problem.errors.map(({ pointer, code }) => `${pointer} ${code}`);

  describe('principals', () => {
    it('are listed with dates, successors and their part in the network', async () => {
      bodyOf(await coordinator.post('/network-memberships', { principalCode: 'SZW', joinedOn: '2023-01-01' }), 201);
      const { items } = bodyOf(await supplier.get('/principals'));
      expect(items).toHaveLength(19);
      const principal = (code: string) => items.find((item: { code: string }) => item.code === code);
      expect(principal('EZK')).toMatchObject({ existsTo: '2024-07-01', successors: ['EZ', 'KGG'], isMember: false });
      expect(principal('SZW')).toMatchObject({
        isMember: true,
        memberships: [{ joinedOn: '2023-01-01', leftOn: null, note: null }],
      });
    });

    it('have units, which their own contract managers and the network add', async () => {
      const rws = { code: 'RWS', name: 'Rijkswaterstaat', oin: '00000004000000059000' };
      const added = bodyOf(await manager.post('/principals/IenW/units', rws), 201);
      expect(added).toMatchObject({ ...rws, principalCode: 'IenW', existsFrom: null, existsTo: null });
      bodyOf(await coordinator.post('/principals/IenW/units', { code: 'ILT', name: 'Inspectie' }), 201);
      const first = bodyOf(await supplier.get('/principals/IenW/units?limit=1'));
      const second = bodyOf(await supplier.get(`/principals/IenW/units?limit=1&after=${first.next}`));
      expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(['ILT', 'RWS']);
      expect(second.next).toBeNull();
      expect(bodyOf(await manager.post('/principals/IenW/units', rws), 409)).toMatchObject({ code: 'unit.code_taken' });
    });

    it('have units that are refused with every fault at once', async () => {
      const wrong = { code: 'X', name: 'X', oin: '1', existsFrom: '2024-01-02', existsTo: '2024-01-01' };
      expect(codesOf(bodyOf(await manager.post('/principals/IenW/units', wrong), 409))).toEqual([
        '/oin unit.oin_wrong',
        '/existsTo organisation.ends_before_it_begins',
      ]);
    });

    it('of another are not found by who wants to add to them', async () => {
      const unit = { code: 'X', name: 'X' };
      expect(bodyOf(await manager.post('/principals/BZK/units', unit), 404)).toMatchObject({
        code: 'principal.unknown',
      });
      bodyOf(await coordinator.post('/principals/NIET/units', unit), 404);
      bodyOf(await supplier.get('/principals/NIET/units'), 404);
      bodyOf(await supplier.get('/principals/1;2/units'), 400);
      bodyOf(await supplier.post('/principals/IenW/units', unit), 403);
      bodyOf(await auditor.post('/principals/IenW/units', unit), 403);
    });
  });

  describe('supplier groups', () => {
    const namesIn = ({ items }: { items: { name: string }[] }): string[] => items.map(({ name }) => name);

    it('are all there for officials, by name, a page at a time', async () => {
      for (const official of [coordinator, manager, auditor]) {
        expect(namesIn(bodyOf(await official.get('/supplier-groups')))).toEqual([
          'De Bonte Bezem',
          'De Kale Kwast 100%',
        ]);
      }
      const first = bodyOf(await manager.get('/supplier-groups?limit=1'));
      const second = bodyOf(await manager.get(`/supplier-groups?limit=1&after=${first.next}`));
      expect(namesIn(second)).toEqual(['De Kale Kwast 100%']);
      expect(second.next).toBeNull();
      bodyOf(await manager.get('/supplier-groups?after=WyJ4Il0'), 400);
    });

    it.each([
      ['bezem', ['De Bonte Bezem']],
      ['KWAST 100%', ['De Kale Kwast 100%']],
      ['B.V.', ['De Bonte Bezem', 'De Kale Kwast 100%']],
      ['900013', ['De Bonte Bezem']],
      ['1354', []],
      ['%', ['De Kale Kwast 100%']],
      ['_', []],
      ["'; --", []],
    ])('are found by %s', async (search, names) => {
      expect(namesIn(bodyOf(await manager.get(`/supplier-groups?search=${encodeURIComponent(search)}`)))).toEqual(
        names,
      );
    });

    it('of another are not there for a supplier', async () => {
      expect(namesIn(bodyOf(await supplier.get('/supplier-groups')))).toEqual(['De Bonte Bezem']);
      expect(namesIn(bodyOf(await supplier.get('/supplier-groups?search=00000012')))).toEqual([]);
      expect(bodyOf(await supplier.get(`/supplier-groups/${own}`)).suppliers).toEqual([
        { kvkNumber: '90001354', name: 'De Bonte Bezem B.V.' },
      ]);
      bodyOf(await supplier.get(`/supplier-groups/${other}`), 404);
    });

    it('of another are not there in the database either, without the scope in the query', async () => {
      const scope = { ...EVERYTHING, everything: false, suppliers: ['90001354'], supplierGroups: [own] };
      const seen = await product.db.read({ scope }, (reader) =>
        listSupplierGroups({ ...reader, scope: EVERYTHING }, {}, {}),
      );
      expect(seen.items.map(({ id }) => id)).toEqual([own]);
      const suppliers = await product.db.read({ scope }, (reader) => product.identity.groupsOf(reader, ['00000012']));
      expect(suppliers.size).toBe(0);
    });

    it('of another are not there in the query either, without the policy of the database', async () => {
      const scope = { ...EVERYTHING, everything: false, suppliers: ['90001354'], supplierGroups: [own] };
      const seen = await product.db.read({ scope: EVERYTHING }, (reader) =>
        listSupplierGroups({ ...reader, scope }, {}, {}),
      );
      expect(seen.items.map(({ id }) => id)).toEqual([own]);
    });

    it('are registered by the network, and get more suppliers', async () => {
      const body = { code: 'STOFFER', name: 'Stoffer', suppliers: [{ kvkNumber: '00000024', name: 'Stoffer B.V.' }] };
      bodyOf(await manager.post('/supplier-groups', body), 403);
      const group = bodyOf(await coordinator.post('/supplier-groups', body), 201);
      expect(group).toMatchObject(body);
      const blik = { kvkNumber: '00000036', name: 'Blik B.V.' };
      const more = bodyOf(
        await coordinator.post(`/supplier-groups/${group.id}/suppliers`, { suppliers: [blik, ...body.suppliers] }),
        201,
      );
      expect(more.suppliers).toEqual([...body.suppliers, blik]);
      expect(bodyOf(await auditor.get(`/supplier-groups/${group.id}`))).toEqual(more);
    });

    it('are refused with every fault at once', async () => {
      const taken = {
        code: 'BEZEM',
        name: 'Ander',
        suppliers: [
          { kvkNumber: '00000048', name: 'Nieuw' },
          { kvkNumber: '00000012', name: 'Kwast' },
        ],
      };
      expect(codesOf(bodyOf(await coordinator.post('/supplier-groups', taken), 409))).toEqual([
        '/code supplier-group.code_taken',
        '/suppliers/1/kvkNumber supplier.in_other_group',
      ]);
      const { suppliers } = taken;
      expect(codesOf(bodyOf(await coordinator.post(`/supplier-groups/${own}/suppliers`, { suppliers }), 409))).toEqual([
        '/suppliers/1/kvkNumber supplier.in_other_group',
      ]);
      bodyOf(
        await coordinator.post(`/supplier-groups/00000000-0000-4000-8000-000000000000/suppliers`, { suppliers }),
        404,
      );
      const short = { ...taken, suppliers: [{ kvkNumber: '1234567', name: 'Kort' }] };
      expect(codesOf(bodyOf(await coordinator.post('/supplier-groups', short), 400))).toEqual([
        '/suppliers/0/kvkNumber field.wrong_shape',
      ]);
      expect(await sql(product.adminUrl, `select 1 from identity.supplier where kvk_number = '00000048'`)).toEqual([]);
    });
  });

  describe('memberships of the network', () => {
    it('begin with joining, once at a time', async () => {
      const joining = { principalCode: 'VWS', joinedOn: '2024-01-01', note: 'Later dan de rest.' };
      bodyOf(await manager.post('/network-memberships', joining), 403);
      const joined = bodyOf(await coordinator.post('/network-memberships', joining), 201);
      expect(joined).toEqual({ ...joining, leftOn: null });
      for (const joinedOn of ['2024-01-01', '2023-01-01', '2025-01-01']) {
        const again = bodyOf(await coordinator.post('/network-memberships', { ...joining, joinedOn }), 409);
        expect(codesOf(again)).toEqual(['/principalCode membership.overlaps']);
      }
      const nobody = bodyOf(await coordinator.post('/network-memberships', { ...joining, principalCode: 'X' }), 409);
      expect(codesOf(nobody)).toEqual(['/principalCode principal.unknown']);
    });

    it('end on a day, and can begin again', async () => {
      const identity = api.app.get(IdentityService);
      const leave = (leftOn: string) => product.db.write(HOST, (tx) => identity.leave(tx, HOST, 'VWS', leftOn));
      await expect(leave('2024-01-01')).rejects.toMatchObject({ violations: [{ code: 'membership.none' }] });
      expect(await leave('2025-07-01')).toMatchObject({ joinedOn: '2024-01-01', leftOn: '2025-07-01' });
      await expect(leave('2026-07-01')).rejects.toMatchObject({ violations: [{ code: 'membership.none' }] });
      bodyOf(await coordinator.post('/network-memberships', { principalCode: 'VWS', joinedOn: '2026-01-01' }), 201);
      const ofVws = (query: string) => supplier.get(`/network-memberships?principalCode=VWS${query}`);
      expect(bodyOf(await ofVws('')).items).toMatchObject([
        { joinedOn: '2024-01-01', leftOn: '2025-07-01', note: 'Later dan de rest.' },
        { joinedOn: '2026-01-01', leftOn: null },
      ]);
      expect(bodyOf(await ofVws('&on=2025-06-30')).items).toHaveLength(1);
      expect(bodyOf(await ofVws('&on=2025-07-01')).items).toEqual([]);
      const first = bodyOf(await ofVws('&limit=1'));
      expect(bodyOf(await ofVws(`&limit=1&after=${first.next}`)).items).toMatchObject([{ joinedOn: '2026-01-01' }]);
    });
  });

  describe('reference data', () => {
    it('has procurement categories, which the network adds to', async () => {
      const groen = { code: 'GROEN', name: 'Groenvoorziening', source: 'Besluit', existsFrom: '2026-02-01' };
      bodyOf(await manager.post('/procurement-categories', groen), 403);
      expect(bodyOf(await coordinator.post('/procurement-categories', groen), 201)).toEqual({
        ...groen,
        existsTo: null,
      });
      const again = (more: object) => coordinator.post('/procurement-categories', { ...groen, ...more });
      expect(bodyOf(await again({}), 409)).toMatchObject({ code: 'category.code_taken' });
      expect(bodyOf(await again({ code: 'ANDER' }), 409)).toMatchObject({ code: 'category.name_taken' });
      expect(bodyOf(await again({ code: 'ANDER', name: 'Ander', existsTo: '2026-01-01' }), 409)).toMatchObject({
        code: 'organisation.ends_before_it_begins',
      });
      const codes = bodyOf(await supplier.get('/procurement-categories')).items.map(
        ({ code }: { code: string }) => code,
      );
      expect(codes).toEqual(expect.arrayContaining(['CATERING', 'GROEN', 'UITZENDKRACHTEN']));
    });

    it('has the 35 labour market regions, and the roles with what they allow', async () => {
      expect(bodyOf(await supplier.get('/labour-market-regions')).items).toHaveLength(35);
      const roles = bodyOf(await auditor.get('/roles')).items;
      expect(roles.find(({ role }: { role: string }) => role === 'VERIFIER')).toMatchObject({
        organisationKinds: ['NETWORK', 'PRINCIPAL'],
        permissions: expect.arrayContaining(['claims.decide']),
      });
    });
  });

  describe('the audit trail', () => {
    const linesOf = async (client: Client, query = '') => bodyOf(await client.get(`/audit-trail${query}`)).items;

    it('tells who changed what, newest first, with names', async () => {
      const [line] = await linesOf(coordinator, '?subject=organisation&subjectId=VWS');
      expect(line).toMatchObject({
        action: 'membership.joined',
        actorId: coordinator.personId,
        actorName: 'C',
        detail: { joinedOn: '2026-01-01', leftOn: null },
        principalCode: 'VWS',
      });
      const whole = await linesOf(auditor, '?limit=100');
      const moments = whole.map(({ recordedAt }: { recordedAt: string }) => recordedAt);
      expect(moments).toEqual([...moments].sort().reverse());
      expect((await linesOf(auditor, '?action=unit.added')).map((unit: { subject: string }) => unit.subject)).toEqual([
        'organisation',
        'organisation',
      ]);
    });

    it('is narrowed to a person and to days', async () => {
      const byManager = await linesOf(auditor, `?actorId=${manager.personId}`);
      expect(byManager.map(({ action }: { action: string }) => action)).toEqual(['unit.added', 'session.opened']);
      const before = await linesOf(auditor, '?to=2026-11-22');
      expect(before.map(({ action }: { action: string }) => action)).toEqual([
        'reference-data.loaded',
        'reference-data.loaded',
      ]);
      expect(await linesOf(auditor, '?to=2026-11-22&actorId=nobody')).toEqual([]);
      expect((await linesOf(auditor, '?from=2026-11-23&to=2026-11-23')).length).toBeGreaterThan(5);
    });

    it('shows a ministry and a supplier their own, and nobody who may not read it', async () => {
      const principals = new Set(
        (await linesOf(manager, '?limit=100')).map((line: { principalCode: string | null }) => line.principalCode),
      );
      // Null is what one did oneself.
      expect([...principals].filter((code) => code !== null)).toEqual(['IenW']);
      const lines = await linesOf(supplier, '?limit=100');
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        expect([own, null]).toContain(line.supplierGroupId);
        if (line.supplierGroupId === null) expect(line.actorId).toBe(supplier.personId);
      }
      const reader = await api.signIn({
        name: 'L',
        organisation: { kind: 'PRINCIPAL', principalCode: 'IenW' },
        roles: ['MINISTRY_READER'],
      });
      bodyOf(await reader.get('/audit-trail'), 403);
    });
  });
});
