import { EVERYTHING, NOTHING, type Scope } from '@sr/kernel';
import { bodyOf, openApi, type Client, type TestApi } from '../../../../test/support/app';
import { testProduct, type TestProduct } from '../../../../test/support/database';
import { IdentityService } from '../identity.service';
import { PeopleService } from '../people.service';
import { listPeople, personById } from '../persistence/person.store';

const HOST = { id: 'host', name: 'Gastheer', scope: EVERYTHING };
const NETWORK = { kind: 'NETWORK' } as const;
const IENW = { kind: 'PRINCIPAL', principalCode: 'IenW' } as const;
const BZK = { kind: 'PRINCIPAL', principalCode: 'BZK' } as const;

describe('people over HTTP', () => {
  let product: TestProduct;
  let api: TestApi;
  let coordinator: Client;
  let manager: Client;
  let ownGroup: { kind: 'SUPPLIER_GROUP'; supplierGroupId: string };
  let otherGroup: { kind: 'SUPPLIER_GROUP'; supplierGroupId: string };

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl);
    const identity = api.app.get(IdentityService);
    const group = async (code: string, kvkNumber: string) => {
      const suppliers = [{ kvkNumber, name: code }];
      const { id } = await identity.registerSupplierGroup(HOST, { code, name: code, suppliers });
      return { kind: 'SUPPLIER_GROUP', supplierGroupId: id } as const;
    };
    ownGroup = await group('OWN', '90001354');
    otherGroup = await group('OTHER', '90002490');
    coordinator = await api.signIn({ name: 'Coen', organisation: NETWORK, roles: ['NETWORK_COORDINATOR'] });
    manager = await api.signIn({ name: 'Mara', organisation: IENW, roles: ['CONTRACT_MANAGER'] });
  });
  afterAll(async () => {
    await api.close();
    await product.close();
  });

  const supplierPerson = (name: string, organisation = ownGroup) =>
    api.signIn({ name, organisation, roles: ['SUPPLIER_COORDINATOR'] });
  let count = 0;
  const invitation = (organisation: object, roles: string[], more: object = {}) => {
    count += 1;
    return { name: `Genodigde ${count}`, email: `genodigde.${count}@example.nl`, organisation, roles, ...more };
  };
  const codesOf = (problem: { errors: { pointer: string; code: string }[] }): string[] =>
    problem.errors.map(({ pointer, code }) => `${pointer} ${code}`);
  const namesSeenBy = async (client: Client): Promise<string[]> =>
    bodyOf(await client.get('/people?limit=100')).items.map(({ name }: { name: string }) => name);

  it('stand in the directory while they take part, with the language in which they are written to', async () => {
    const people = api.app.get(PeopleService);
    const gone = await supplierPerson('Gerrit');
    const stays = await supplierPerson('Stien');
    bodyOf(await stays.put('/session/language', { language: 'en' }));
    bodyOf(await stays.post(`/people/${gone.personId}/removals`), 204);
    const directory = (scope: Scope) =>
      product.db.read({ scope }, (reader) => people.directory(reader, api.clock.today()));
    const all = await directory(EVERYTHING);
    expect(all.find(({ id }) => id === stays.personId)).toEqual({
      id: stays.personId,
      name: 'Stien',
      email: expect.any(String),
      language: 'en',
      roles: ['SUPPLIER_COORDINATOR'],
      categories: [],
      organisation: ownGroup,
    });
    expect(all.map(({ id }) => id)).toContain(manager.personId);
    expect(all.map(({ id }) => id)).not.toContain(gone.personId);
    expect(await directory(NOTHING)).toEqual([]);
  });

  describe('are invited', () => {
    it('by a supplier for itself, and for nobody else', async () => {
      const anna = await supplierPerson('Anna');
      const body = invitation(ownGroup, ['SUPPLIER_EMPLOYEE']);
      const invited = bodyOf(await anna.post('/people', body), 201);
      expect(invited).toMatchObject({ ...body, categories: [], endedOn: null, version: 1 });
      expect(bodyOf(await anna.get(`/people/${invited.id}`))).toEqual(invited);
      for (const organisation of [otherGroup, NETWORK, IENW, { kind: 'OVERSIGHT' }]) {
        const answer = bodyOf(await anna.post('/people', invitation(organisation, ['VERIFIER'])), 409);
        expect(codesOf(answer)[0]).toBe('/organisation person.organisation_unknown');
      }
    });

    it('by a ministry for itself, and by the network for everybody', async () => {
      bodyOf(await manager.post('/people', invitation(IENW, ['MINISTRY_READER'])), 201);
      expect(codesOf(bodyOf(await manager.post('/people', invitation(BZK, ['MINISTRY_READER'])), 409))).toEqual([
        '/organisation person.organisation_unknown',
      ]);
      for (const [organisation, role] of [
        [BZK, 'CONTRACT_MANAGER'],
        [otherGroup, 'SUPPLIER_EMPLOYEE'],
        [NETWORK, 'TABLE_STEWARD'],
      ] as const) {
        bodyOf(await coordinator.post('/people', invitation(organisation, [role])), 201);
      }
      const auditor = invitation({ kind: 'OVERSIGHT' }, ['AUDITOR']);
      expect(codesOf(bodyOf(await coordinator.post('/people', auditor), 409))).toEqual([
        '/organisation person.organisation_unknown',
      ]);
    });

    it('with every fault of the roles at once', async () => {
      const wrong = invitation({ kind: 'PRINCIPAL', principalCode: 'NIET' }, ['AUDITOR', 'VERIFIER'], {
        categories: ['CATERING'],
      });
      expect(codesOf(bodyOf(await coordinator.post('/people', wrong), 409))).toEqual([
        '/organisation person.organisation_unknown',
        '/roles person.roles_do_not_fit',
        '/categories person.categories_do_not_fit',
      ]);
      const both = invitation(IENW, ['VERIFIER', 'CONTRACT_MANAGER']);
      expect(codesOf(bodyOf(await coordinator.post('/people', both), 409))).toEqual(['/roles person.roles_are_apart']);
      const category = invitation(IENW, ['CATEGORY_MANAGER'], { categories: ['CATERING', 'NIET'] });
      expect(codesOf(bodyOf(await coordinator.post('/people', category), 409))).toEqual([
        '/categories person.category_unknown',
      ]);
    });

    it('once under an address', async () => {
      const body = invitation(NETWORK, ['VERIFIER']);
      bodyOf(await coordinator.post('/people', body), 201);
      expect(bodyOf(await coordinator.post('/people', body), 409)).toMatchObject({ code: 'person.email_taken' });
      const capitals = { ...body, email: body.email.toUpperCase() };
      expect(bodyOf(await coordinator.post('/people', capitals), 409)).toMatchObject({ code: 'person.email_taken' });
    });

    it('by nobody who may not', async () => {
      const employee = await api.signIn({ name: 'Emre', organisation: ownGroup, roles: ['SUPPLIER_EMPLOYEE'] });
      bodyOf(await employee.post('/people', invitation(ownGroup, ['SUPPLIER_EMPLOYEE'])), 403);
      const auditor = await api.signIn({ name: 'Ada', organisation: { kind: 'OVERSIGHT' }, roles: ['AUDITOR'] });
      bodyOf(await auditor.post('/people', invitation({ kind: 'OVERSIGHT' }, ['AUDITOR'])), 403);
    });
  });

  describe('are changed', () => {
    it('by a colleague who read them last', async () => {
      const person = bodyOf(await manager.post('/people', invitation(IENW, ['MINISTRY_READER'])), 201);
      const change = { version: 1, name: 'Andere Naam', roles: ['CATEGORY_MANAGER'], categories: ['CATERING'] };
      const changed = bodyOf(await manager.patch(`/people/${person.id}`, change));
      expect(changed).toMatchObject({ ...change, version: 2, email: person.email });
      expect(bodyOf(await manager.patch(`/people/${person.id}`, change), 409)).toMatchObject({ code: 'person.stale' });
      const trail = bodyOf(await manager.get(`/audit-trail?subject=person&subjectId=${person.id}`)).items;
      expect(trail[0]).toMatchObject({
        action: 'person.changed',
        actorName: 'Mara',
        detail: {
          from: { name: person.name, roles: ['MINISTRY_READER'] },
          to: { name: 'Andere Naam', roles: ['CATEGORY_MANAGER'] },
        },
      });
    });

    it('by two at once: one is told to read again', async () => {
      const person = bodyOf(await manager.post('/people', invitation(IENW, ['MINISTRY_READER'])), 201);
      const answers = await Promise.all(
        ['Links', 'Rechts'].map((name) =>
          manager.patch(`/people/${person.id}`, { version: 1, name, roles: ['MINISTRY_READER'] }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });

    it('by nobody else, and never by oneself', async () => {
      const anna = await supplierPerson('Anna');
      const boris = await supplierPerson('Boris', otherGroup);
      const change = { version: 1, name: 'Anders', roles: ['SUPPLIER_EMPLOYEE'] };
      expect(bodyOf(await boris.patch(`/people/${anna.personId}`, change), 404)).toMatchObject({
        code: 'person.unknown',
      });
      bodyOf(await boris.get(`/people/${anna.personId}`), 404);
      bodyOf(await manager.patch(`/people/${anna.personId}`, change), 404);
      // A ministry sees who works at the network? No: only its own people.
      bodyOf(await manager.patch(`/people/${coordinator.personId}`, change), 404);
      expect(bodyOf(await anna.patch(`/people/${anna.personId}`, change), 409)).toMatchObject({
        code: 'person.oneself',
      });
    });

    it('and a role that is taken away is gone with the next request', async () => {
      const boss = await api.signIn({ name: 'Bas', organisation: BZK, roles: ['CONTRACT_MANAGER'] });
      const other = await api.signIn({ name: 'Olaf', organisation: BZK, roles: ['CONTRACT_MANAGER'] });
      bodyOf(await other.get('/audit-trail'));
      const change = { version: 1, name: 'Olaf', roles: ['MINISTRY_READER'] };
      bodyOf(await boss.patch(`/people/${other.personId}`, change));
      bodyOf(await other.get('/audit-trail'), 403);
    });
  });

  describe('are removed', () => {
    it('by a colleague; sessions end at once, and what they did keeps their name', async () => {
      const anna = await supplierPerson('Anna');
      const gone = await supplierPerson('Gaat Weg');
      const invited = bodyOf(await gone.post('/people', invitation(ownGroup, ['SUPPLIER_EMPLOYEE'])), 201);
      bodyOf(await gone.get('/session'));
      bodyOf(await anna.post(`/people/${gone.personId}/removals`), 204);
      expect(bodyOf(await gone.get('/session'), 401)).toMatchObject({ code: 'session.none' });
      expect(await namesSeenBy(anna)).not.toContain('Gaat Weg');
      expect(bodyOf(await anna.get(`/people/${gone.personId}`))).toMatchObject({ endedOn: '2026-11-23', version: 2 });
      const [line] = bodyOf(await anna.get(`/audit-trail?subjectId=${invited.id}`)).items;
      expect(line).toMatchObject({ action: 'person.invited', actorName: 'Gaat Weg' });
      expect(bodyOf(await anna.post(`/people/${gone.personId}/removals`), 409)).toMatchObject({ code: 'person.ended' });
      const back = { version: 2, name: 'Terug', roles: ['SUPPLIER_EMPLOYEE'] };
      expect(bodyOf(await anna.patch(`/people/${gone.personId}`, back), 409)).toMatchObject({ code: 'person.ended' });
    });

    it('by nobody else, and never by oneself', async () => {
      const anna = await supplierPerson('Anna');
      const boris = await supplierPerson('Boris', otherGroup);
      bodyOf(await boris.post(`/people/${anna.personId}/removals`), 404);
      bodyOf(await manager.post(`/people/${anna.personId}/removals`), 404);
      expect(bodyOf(await anna.post(`/people/${anna.personId}/removals`), 409)).toMatchObject({
        code: 'person.oneself',
      });
      bodyOf(await coordinator.post(`/people/${anna.personId}/removals`), 204);
    });

    it('but not the last who invites', async () => {
      const SZW = { kind: 'PRINCIPAL', principalCode: 'SZW' } as const;
      const last = await api.signIn({ name: 'Laatste', organisation: SZW, roles: ['CONTRACT_MANAGER'] });
      await api.signIn({ name: 'Lezer', organisation: SZW, roles: ['MINISTRY_READER'] });
      const removal = `/people/${last.personId}/removals`;
      expect(bodyOf(await coordinator.post(removal), 409)).toMatchObject({ code: 'person.last_who_invites' });
      const demotion = { version: 1, name: 'Laatste', roles: ['MINISTRY_READER'] };
      expect(bodyOf(await coordinator.patch(`/people/${last.personId}`, demotion), 409)).toMatchObject({
        code: 'person.last_who_invites',
      });
      bodyOf(await last.post('/people', invitation(SZW, ['CONTRACT_MANAGER'])), 201);
      bodyOf(await coordinator.post(removal), 204);
    });

    it('not when the last two remove each other at once', async () => {
      const VWS = { kind: 'PRINCIPAL', principalCode: 'VWS' } as const;
      const left = await api.signIn({ name: 'Links', organisation: VWS, roles: ['CONTRACT_MANAGER'] });
      const right = await api.signIn({ name: 'Rechts', organisation: VWS, roles: ['CONTRACT_MANAGER'] });
      const answers = await Promise.all([
        left.post(`/people/${right.personId}/removals`),
        right.post(`/people/${left.personId}/removals`),
      ]);
      // The one who comes second hears that it is the last, or that its own session has ended.
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
      const page = bodyOf(await coordinator.get('/people?principalCode=VWS'));
      expect(page.items).toHaveLength(1);
    });
  });

  describe('are seen', () => {
    it('by a ministry and a supplier their own, by the network and the auditor all', async () => {
      const anna = await supplierPerson('Anna Alleen');
      const boris = await supplierPerson('Boris Alleen', otherGroup);
      const seen = [await namesSeenBy(manager), await namesSeenBy(anna), await namesSeenBy(boris)];
      expect(
        seen.map((names) => [names.includes('Mara'), names.includes('Anna Alleen'), names.includes('Boris Alleen')]),
      ).toEqual([
        [true, false, false],
        [false, true, false],
        [false, false, true],
      ]);
      expect(await namesSeenBy(coordinator)).toEqual(expect.arrayContaining(['Mara', 'Anna Alleen', 'Boris Alleen']));
      const ofGroup = bodyOf(await anna.get(`/people?supplierGroupId=${otherGroup.supplierGroupId}`));
      expect(ofGroup.items).toEqual([]);
      const readers = bodyOf(await coordinator.get('/people?organisationKind=PRINCIPAL&role=MINISTRY_READER'));
      expect(readers.items.length).toBeGreaterThan(0);
      for (const { roles } of readers.items) expect(roles).toContain('MINISTRY_READER');
    });

    it('the same by the database without the scope in the query, and by the query without the database', async () => {
      const scope = { ...EVERYTHING, everything: false, supplierGroups: [ownGroup.supplierGroupId] };
      const page = { limit: 100 };
      const byDatabase = await product.db.read({ scope }, (reader) =>
        listPeople({ ...reader, scope: EVERYTHING }, {}, page, '2026-11-23'),
      );
      const byQuery = await product.db.read({ scope: EVERYTHING }, (reader) =>
        listPeople({ ...reader, scope }, {}, page, '2026-11-23'),
      );
      expect(byDatabase.items).toEqual(byQuery.items);
      expect(byDatabase.items.length).toBeGreaterThan(0);
      for (const { organisation } of byDatabase.items) expect(organisation).toEqual(ownGroup);
      expect(
        await product.db.read({ scope }, (reader) => personById({ ...reader, scope: EVERYTHING }, manager.personId)),
      ).toBeNull();
    });
  });
});
