import type { Contract } from '@sr/contracts';
import { bodyOf, openApi, type Client, type TestApi } from '../../../../test/support/app';
import { testProduct, type TestProduct } from '../../../../test/support/database';
import { Given, MANAGER, TABLE } from '../../../../test/support/given';

interface Fault {
  readonly pointer: string;
  readonly code: string;
}
const faults = (problem: { errors: Fault[] }): string[] =>
  problem.errors.map(({ pointer, code }) => `${pointer} ${code}`.trim()).sort();

/** The fields of items in answers that the tests look at. */
interface Told {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly number: string;
  readonly contractId: string;
  readonly reason: string | null;
  readonly proposedByName: string | null;
  readonly answeredByName: string | null;
  readonly agreedValueTable: string | null;
  readonly obligation: { readonly contractId: string; readonly number: string; readonly principal: string };
  readonly block: string;
  readonly valueCents: number;
  readonly expectedCents: number;
  readonly warnings: readonly string[];
}

const WORK = { block: 'WORK', persons: 2, centihours: 100_000, from: '2025-01-01', to: '2025-06-30' };

describe('supplier plans', () => {
  let product: TestProduct;
  let api: TestApi;
  let given: Given;
  let other: Given;
  let groupId: string;
  let coordinator: Client;
  let deputy: Client;
  let ienw: Client;
  let bzk: Client;
  /** Of a principal that takes no part in the network. */
  let ocw: Client;
  let supplier: Client;
  let stranger: Client;
  let count = 0;

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl, '2025-01-15');
    given = new Given(product);
    other = new Given(product, '68750129');
    groupId = await given.supplierGroup();
    for (const principalCode of ['IenW', 'BZK']) {
      await product.identity.recordMembership(MANAGER, {
        principalCode,
        joinedOn: '2023-01-01',
        leftOn: null,
        note: null,
      });
    }
    await product.valuation.register(MANAGER, TABLE);
    const network = { organisation: { kind: 'NETWORK' }, roles: ['NETWORK_COORDINATOR'] } as const;
    coordinator = await api.signIn({ name: 'Coba van Dam', ...network });
    deputy = await api.signIn({ name: 'Dirk Smit', ...network });
    const manager = (name: string, principalCode: string) =>
      api.signIn({ name, organisation: { kind: 'PRINCIPAL', principalCode }, roles: ['CONTRACT_MANAGER'] });
    ienw = await manager('Ilse Weg', 'IenW');
    bzk = await manager('Bas Zaken', 'BZK');
    ocw = await manager('Olga Cultuur', 'OCW');
    const at = (name: string, supplierGroupId: string) =>
      api.signIn({ name, organisation: { kind: 'SUPPLIER_GROUP', supplierGroupId }, roles: ['SUPPLIER_COORDINATOR'] });
    supplier = await at('Sara Levering', groupId);
    stranger = await at('Stan Anders', await other.supplierGroup());
  });
  afterAll(async () => {
    await api.close();
    await product.close();
  });

  const newName = (): string => `Plan ${String((count += 1)).padStart(3, '0')}`;
  const draft = (contracts: readonly Contract[], more: object = {}) => ({
    name: newName(),
    kind: 'BUNDLE',
    supplierGroupId: groupId,
    valueTable: 'T1',
    contractIds: contracts.map(({ id }) => id),
    ...more,
  });
  const made = async (contracts: readonly Contract[], by = coordinator, more: object = {}) =>
    bodyOf(await by.post('/plans', draft(contracts, more)), 201);
  const read = async (id: string, by = coordinator) => bodyOf(await by.get(`/plans/${id}`));
  const answer = (by: Client, planId: string, contract: Contract, body: object) =>
    by.post(`/plans/${planId}/proposals/${contract.id}/answers`, body);
  const agree = async (by: Client, planId: string, contract: Contract) =>
    bodyOf(await answer(by, planId, contract, { agree: true, valueTable: 'T1' }));
  const step = (by: Client, plan: { id: string; version: number }, what: string, body: object = {}) =>
    by.post(`/plans/${plan.id}/${what}`, { version: plan.version, ...body });
  const own = (principalCode: string, amountCents = 1_000_000, more: object = {}) =>
    given.contract(amountCents, { principalCode, ...more });

  describe('bundling', () => {
    it('the network proposes, each principal answers for its own, and sees of the others one sum', async () => {
      const [a, b, c] = [await own('IenW', 10_000_000), await own('BZK', 2_000_000), await own('BZK', 500_000)];
      const plan = await made([a, b, c]);
      expect(plan).toMatchObject({
        state: 'DRAFT',
        kind: 'BUNDLE',
        valueTable: 'T1',
        verifiedBy: null,
        supplierGroupName: 'Testgroep',
        clientLead: { personId: coordinator.personId, name: 'Coba van Dam' },
        supplierLead: null,
        dueOn: '2025-03-15',
        overdue: false,
        members: [],
        others: { obligations: 0, amountCents: 0 },
        version: 1,
      });
      expect(plan.proposals.map((each: Told) => [each.obligation.number, each.state, each.proposedByName])).toEqual(
        [a, b, c].map(({ number }) => [number, 'PROPOSED', 'Coba van Dam']),
      );
      // BZK is asked about its own only.
      expect((await read(plan.id, bzk)).proposals.map((each: Told) => each.obligation.contractId)).toEqual([
        b.id,
        c.id,
      ]);

      await agree(ienw, plan.id, a);
      await agree(bzk, plan.id, b);
      expect(faults(bodyOf(await answer(bzk, plan.id, c, { agree: false }), 409))).toEqual([
        '/reason plan.reason_missing',
      ]);
      bodyOf(await answer(bzk, plan.id, c, { agree: false, reason: 'Loopt te kort.' }));
      expect(faults(bodyOf(await answer(bzk, plan.id, c, { agree: true, valueTable: 'T1' }), 409))).toEqual([
        'proposal.not_open',
      ]);

      const whole = await read(plan.id);
      expect(whole).toMatchObject({ obligations: 2, amountCents: 12_000_000, others: { obligations: 0 } });
      expect(
        whole.proposals.map((each: Told) => [each.state, each.answeredByName, each.reason, each.agreedValueTable]),
      ).toEqual([
        ['AGREED', 'Ilse Weg', null, 'T1'],
        ['AGREED', 'Bas Zaken', null, 'T1'],
        ['DECLINED', 'Bas Zaken', 'Loopt te kort.', null],
      ]);
      const part = await read(plan.id, bzk);
      expect(part.members.map((member: Told) => member.number)).toEqual([b.number]);
      expect(part).toMatchObject({ obligations: 1, others: { obligations: 1, amountCents: 10_000_000 } });
      expect(JSON.stringify(part)).not.toContain(a.id);
      // The supplier sees all of its own.
      expect(await read(plan.id, supplier)).toMatchObject({
        obligations: 2,
        others: { obligations: 0, amountCents: 0 },
      });
    });

    it('who has nothing in a plan does not know of it', async () => {
      const plan = await made([await own('IenW')]);
      for (const who of [bzk, ocw, stranger]) {
        bodyOf(await who.get(`/plans/${plan.id}`), 404);
        bodyOf(await who.get(`/plans/${plan.id}/fragmentation`), 404);
        expect(JSON.stringify(bodyOf(await who.get('/plans?limit=100')))).not.toContain(plan.id);
        expect(JSON.stringify(bodyOf(await who.get('/plan-proposals?limit=100')))).not.toContain(plan.id);
      }
      bodyOf(await step(bzk, plan, 'ends', { reason: 'Ongevraagd' }), 404);
      bodyOf(await stranger.put(`/plans/${plan.id}/lines`, { version: 1, lines: [] }), 404);
      bodyOf(await coordinator.get('/plans/0196f1ce-6f3a-7c11-9a4e-0d6f6f1b2c3d'), 404);
    });

    it('nobody answers for another, and the network for nobody', async () => {
      const contract = await own('IenW');
      const plan = await made([contract, await own('BZK')]);
      const yes = { agree: true, valueTable: 'T1' };
      bodyOf(await answer(coordinator, plan.id, contract, yes), 403);
      bodyOf(await answer(supplier, plan.id, contract, yes), 403);
      // BZK is in the plan as well, and still knows nothing of this contract.
      bodyOf(await answer(bzk, plan.id, contract, yes), 404);
      expect((await read(plan.id)).proposals.map((each: Told) => each.state)).toEqual(['PROPOSED', 'PROPOSED']);
    });

    it('an obligation that is followed elsewhere leaves there when its principal agrees', async () => {
      const contract = await own('IenW');
      const alone = await made([contract], ienw);
      const bundle = await made([contract, await own('BZK')]);
      expect(bundle.proposals[0]).toMatchObject({ presentPlanId: alone.id, state: 'PROPOSED' });
      expect((await read(alone.id, ienw)).members).toHaveLength(1);
      await agree(ienw, bundle.id, contract);
      expect((await read(alone.id, ienw)).members).toEqual([]);
      expect((await read(bundle.id)).members.map((member: Told) => member.contractId)).toEqual([contract.id]);
    });

    it('refuses all that cannot be proposed, at once', async () => {
      const waits = await own('BZK');
      await made([waits]);
      const settled = await own('IenW');
      await product.allocation.settle(MANAGER, settled.id);
      const elsewhere = await other.contract(100, { number: 'X-1', principalCode: 'IenW' });
      const unseen = await own('OCW');
      const fine = await own('IenW');
      const body = draft([waits, settled, elsewhere, unseen, fine, fine]);
      expect(faults(bodyOf(await coordinator.post('/plans', body), 409))).toEqual([
        '/contractIds/0 plan.obligation_proposed_already',
        '/contractIds/1 plan.obligation_settled',
        '/contractIds/2 plan.other_supplier_group',
        '/contractIds/3 plan.contract_unknown',
        '/contractIds/5 plan.contract_repeated',
      ]);
      const plan = await made([fine]);
      const again = { contractIds: [fine.id, unseen.id] };
      expect(faults(bodyOf(await coordinator.post(`/plans/${plan.id}/proposals`, again), 409))).toEqual([
        '/contractIds/0 plan.obligation_proposed_already',
        '/contractIds/1 plan.contract_unknown',
      ]);
      const wrong = { ...draft([fine]), name: plan.name, supplierGroupId: fine.id, valueTable: 'T-NONE' };
      expect(faults(bodyOf(await coordinator.post('/plans', wrong), 409))).toEqual([
        '/contractIds/0 plan.obligation_proposed_already',
        '/contractIds/0 plan.other_supplier_group',
        '/supplierGroupId plan.supplier_group_unknown',
        '/valueTable value-table.unknown',
      ]);
    });

    it('proposes later, and takes back what was not answered', async () => {
      const plan = await made([]);
      const [a, b] = [await own('IenW'), await own('BZK')];
      const proposed = bodyOf(
        await coordinator.post(`/plans/${plan.id}/proposals`, { contractIds: [a.id, b.id] }),
        201,
      );
      expect(proposed.proposals).toHaveLength(2);
      const back = (contract: Contract, body: object = {}) =>
        coordinator.post(`/plans/${plan.id}/proposals/${contract.id}/withdrawals`, body);
      expect(bodyOf(await back(a, { reason: 'Vergissing' })).proposals[0]).toMatchObject({
        state: 'WITHDRAWN',
        reason: 'Vergissing',
        answeredByName: 'Coba van Dam',
      });
      expect(faults(bodyOf(await back(a), 409))).toEqual(['proposal.not_open']);
      bodyOf(await coordinator.post(`/plans/${plan.id}/proposals/${plan.id}/withdrawals`, {}), 404);
      // It can be asked again; the answer is to the question that waits.
      bodyOf(await coordinator.post(`/plans/${plan.id}/proposals`, { contractIds: [a.id] }), 201);
      await agree(ienw, plan.id, a);
      expect((await read(plan.id)).proposals.map((each: Told) => each.state).sort()).toEqual([
        'AGREED',
        'PROPOSED',
        'WITHDRAWN',
      ]);
    });

    it('what waits for an answer is listed, the oldest first, a page at a time', async () => {
      const plan = await made([await own('BZK'), await own('BZK'), await own('IenW')]);
      const list = async (by: Client, query: string) =>
        bodyOf(await by.get(`/plan-proposals?planId=${plan.id}${query}`));
      const first = await list(bzk, '&limit=1');
      const rest = await list(bzk, `&limit=1&after=${first.next}`);
      expect([first.items.length, rest.items.length, rest.next]).toEqual([1, 1, null]);
      expect([first.items[0], rest.items[0]].map((each: Told) => each.obligation.principal)).toEqual(['BZK', 'BZK']);
      expect(first.items[0].obligation.contractId).not.toBe(rest.items[0].obligation.contractId);
      expect((await list(coordinator, '')).items).toHaveLength(3);
      expect((await list(coordinator, '&principal=IenW')).items).toHaveLength(1);
      expect((await list(coordinator, `&supplierGroupId=${groupId}`)).items).toHaveLength(3);
      expect((await list(coordinator, `&supplierGroupId=${await other.supplierGroup()}`)).items).toEqual([]);
      expect((await list(coordinator, '&state=AGREED')).items).toEqual([]);
      bodyOf(await bzk.get('/plan-proposals?after=WzFd'), 400);
    });
  });

  describe('a plan of one principal', () => {
    it('a principal in the network puts its own contracts in at once; the network verifies', async () => {
      const contract = await own('IenW');
      const plan = await made([contract], ienw);
      expect(plan).toMatchObject({ state: 'DRAFT', verifiedBy: null, obligations: 1, proposals: [] });
      expect(plan.clientLead).toEqual({ personId: ienw.personId, name: 'Ilse Weg' });
      expect(await read(plan.id)).toMatchObject({ obligations: 1 });
      const taken = draft([contract], {});
      expect(faults(bodyOf(await ienw.post('/plans', taken), 409))).toEqual([
        '/contractIds/0 plan.obligation_already_in_a_plan',
      ]);
      // It sees to its own plan until others are in it.
      const renamed = bodyOf(await ienw.patch(`/plans/${plan.id}`, { version: 1, name: newName() }));
      expect(renamed.version).toBe(2);
      const theirs = await own('BZK');
      bodyOf(await coordinator.post(`/plans/${plan.id}/proposals`, { contractIds: [theirs.id] }), 201);
      const edit = { version: 2, name: newName() };
      expect(faults(bodyOf(await ienw.patch(`/plans/${plan.id}`, edit), 409))).toEqual(['plan.of_others']);
    });

    it('a principal outside the network verifies its own, and the network does not see it', async () => {
      const plan = await made([await own('OCW')], ocw);
      expect(plan).toMatchObject({ verifiedBy: 'OCW', obligations: 1 });
      bodyOf(await coordinator.get(`/plans/${plan.id}`), 404);
      expect(await read(plan.id, supplier)).toMatchObject({ obligations: 1 });
      const later = await own('OCW');
      const proposed = bodyOf(await ocw.post(`/plans/${plan.id}/proposals`, { contractIds: [later.id] }), 201);
      expect(proposed.proposals).toHaveLength(1);
      await agree(ocw, plan.id, later);
      expect(await read(plan.id, ocw)).toMatchObject({ obligations: 2, others: { obligations: 0 } });
    });

    it('needs at least one contract, and takes none of others', async () => {
      expect(faults(bodyOf(await ienw.post('/plans', draft([])), 409))).toEqual([
        '/contractIds plan.contracts_missing',
      ]);
      const mixed = draft([await own('IenW'), await own('BZK')]);
      expect(faults(bodyOf(await ienw.post('/plans', mixed), 409))).toEqual(['/contractIds/1 plan.contract_unknown']);
      bodyOf(await supplier.post('/plans', draft([])), 403);
    });
  });

  describe('form-free goals', () => {
    const goal = async (principalCode: string) =>
      product.contracts.register(MANAGER, {
        number: `GOAL-${(count += 1)}`,
        reference: null,
        principalCode,
        supplierKvkNumber: given.kvkNumber,
        title: 'Inhuur',
        awardedOn: '2024-01-02',
        startsOn: '2024-01-01',
        endsOn: '2025-12-31',
        carries: { obligation: { kind: 'FORM_FREE', goalUnit: 'PERSONS', goal: 3 } },
      });

    it('have plans of their own, without euros', async () => {
      const contract = await goal('IenW');
      expect(faults(bodyOf(await coordinator.post('/plans', draft([contract])), 409))).toEqual([
        '/contractIds/0 plan.other_kind',
      ]);
      const euros = draft([await own('IenW')], { kind: 'FORM_FREE' });
      expect(faults(bodyOf(await ienw.post('/plans', euros), 409))).toEqual(['/contractIds/0 plan.other_kind']);
      const plan = await made([contract], ienw, { kind: 'FORM_FREE' });
      expect(plan).toMatchObject({ kind: 'FORM_FREE', obligations: 1, amountCents: 0 });
      expect(plan.members[0]).toMatchObject({ amountCents: null, goalUnit: 'PERSONS', goal: 3 });
      const scattered = bodyOf(await ienw.get(`/plans/${plan.id}/fragmentation`));
      expect(scattered.before).toEqual({ obligations: 1, points: 1, medianCents: null, medianMonthsLeft: 11 });
    });
  });

  describe('the plan of action', () => {
    const write = (by: Client, plan: { id: string; version: number }, lines: object[]) =>
      by.put(`/plans/${plan.id}/lines`, { version: plan.version, lines });

    it('is written by the supplier, submitted, returned, approved and amended', async () => {
      let plan = await made([await own('IenW')]);
      expect(faults(bodyOf(await step(supplier, plan, 'submissions'), 409))).toEqual(['plan.without_lines']);
      plan = bodyOf(
        await write(supplier, plan, [
          { ...WORK, region: null, partner: 'Werkplaats Noord', confidenceBp: 8000 },
          { block: 'PURCHASE', invoiceCents: 250_000, from: '2026-01-01', to: '2026-03-31' },
          { block: 'ACTIVITY', centihours: 2_000, from: '2025-02-03', to: '2025-02-04' },
        ]),
      );
      // Two people of 500 hours at EUR 20; the activity is capped at EUR 1,000 a day.
      expect(plan.lines.map((line: Told) => [line.block, line.valueCents, line.expectedCents, line.warnings])).toEqual([
        ['WORK', 2_000_000, 1_600_000, ['OUTSIDE_TERMS']],
        ['PURCHASE', 250_000, 125_000, ['OUTSIDE_TERMS']],
        ['ACTIVITY', 200_000, 100_000, ['OUTSIDE_TERMS']],
      ]);
      expect(plan).toMatchObject({ edition: 1, version: 2, plannedCents: 2_450_000, expectedCents: 1_825_000 });
      plan = bodyOf(await step(supplier, plan, 'submissions'));
      expect(plan).toMatchObject({ state: 'SUBMITTED', submittedByName: 'Sara Levering' });
      expect(faults(bodyOf(await write(supplier, plan, []), 409))).toEqual(['plan.lines_fixed']);
      bodyOf(await step(supplier, plan, 'approvals'), 403);

      bodyOf(await step(coordinator, plan, 'returns'), 400);
      plan = bodyOf(await step(coordinator, plan, 'returns', { reason: 'Te weinig mensen.' }));
      expect(plan).toMatchObject({ state: 'RETURNED', stateReason: 'Te weinig mensen.' });
      expect((await read(plan.id, supplier)).stateReason).toBe('Te weinig mensen.');
      plan = bodyOf(await write(supplier, plan, [{ ...WORK, persons: 4, centihours: 200_000 }]));
      expect(plan).toMatchObject({ edition: 2, plannedCents: 4_000_000 });
      plan = bodyOf(await step(supplier, plan, 'submissions'));

      expect(faults(bodyOf(await step(coordinator, plan, 'approvals'), 409))).toEqual(['plan.without_leads']);
      plan = bodyOf(
        await coordinator.patch(`/plans/${plan.id}`, { version: plan.version, supplierLeadId: supplier.personId }),
      );
      expect(plan.supplierLead).toEqual({ personId: supplier.personId, name: 'Sara Levering' });
      plan = bodyOf(await step(deputy, plan, 'approvals'));
      expect(plan).toMatchObject({ state: 'APPROVED', overdue: false });
      expect(faults(bodyOf(await write(coordinator, plan, []), 409))).toEqual(['plan.lines_fixed']);
      plan = bodyOf(await step(coordinator, plan, 'amendments', { reason: 'Contract uitgebreid.' }));
      expect(plan.state).toBe('RETURNED');
      expect(faults(bodyOf(await step(coordinator, plan, 'amendments', { reason: 'Nog eens.' }), 409))).toEqual([
        'plan.wrong_state',
      ]);
      expect(bodyOf(await write(coordinator, plan, [])).lines).toEqual([]);
    });

    it('is refused with every fault of every line', async () => {
      const plan = await made([]);
      const lines = [
        { ...WORK, block: 'NOTHING' },
        { ...WORK, persons: null, invoiceCents: 1 },
        { ...WORK, from: '2025-07-01', region: 'NERGENS' },
        WORK,
      ];
      expect(faults(bodyOf(await write(supplier, plan, lines), 409))).toEqual([
        '/lines/0/block plan.line_block_unknown',
        '/lines/1 plan.line_figures_wrong',
        '/lines/2/region plan.line_region_unknown',
        '/lines/2/to plan.line_backwards',
      ]);
      const shapes = [{ ...WORK, persons: 0, confidenceBp: 10_001, hours: 3 }, 7];
      bodyOf(await write(supplier, plan, shapes as object[]), 400);
      expect((await read(plan.id)).edition).toBe(0);
    });

    it('of two who write, the second hears it and nothing of its own is written', async () => {
      const plan = await made([]);
      bodyOf(await write(supplier, plan, [WORK]));
      const stale = bodyOf(await write(coordinator, plan, []), 409);
      expect([stale.code, stale.errors[0].params]).toEqual(['plan.stale', { version: 2 }]);
      expect((await read(plan.id)).lines).toHaveLength(1);
      const edit = { version: 1, name: newName() };
      expect(bodyOf(await coordinator.patch(`/plans/${plan.id}`, edit), 409).code).toBe('plan.stale');
      expect(bodyOf(await step(supplier, plan, 'submissions'), 409).code).toBe('plan.stale');
    });
  });

  describe('editing', () => {
    it('names one lead and one deputy on each side, of that side', async () => {
      const plan = await made([await own('IenW')]);
      const edit = (body: object) => coordinator.patch(`/plans/${plan.id}`, { version: plan.version, ...body });
      expect(
        faults(bodyOf(await edit({ clientLeadId: supplier.personId, supplierLeadId: deputy.personId }), 409)),
      ).toEqual(['/clientLeadId plan.contact_unknown', '/supplierLeadId plan.contact_unknown']);
      expect(faults(bodyOf(await edit({ clientDeputyId: coordinator.personId }), 409))).toEqual([
        '/clientDeputyId plan.deputy_is_lead',
      ]);
      expect(
        faults(bodyOf(await edit({ supplierLeadId: stranger.personId, clientDeputyId: bzk.personId }), 409)),
      ).toEqual(['/clientDeputyId plan.contact_unknown', '/supplierLeadId plan.contact_unknown']);
      const edited = bodyOf(
        await edit({ clientLeadId: ienw.personId, clientDeputyId: deputy.personId, supplierLeadId: supplier.personId }),
      );
      expect([
        edited.clientLead.name,
        edited.clientDeputy.name,
        edited.supplierLead.name,
        edited.supplierDeputy,
      ]).toEqual(['Ilse Weg', 'Dirk Smit', 'Sara Levering', null]);
      const mine = bodyOf(await coordinator.get(`/plans?contactId=${deputy.personId}`));
      expect(mine.items.map(({ id }: { id: string }) => id)).toContain(plan.id);
    });

    it('the supplier names its own lead and deputy, and nobody of the other side', async () => {
      const plan = await made([await own('IenW')]);
      const name = (by: Client, body: object) =>
        by.put(`/plans/${plan.id}/supplier-contacts`, { version: 1, supplierDeputyId: null, ...body });
      bodyOf(await name(ienw, { supplierLeadId: supplier.personId }), 403);
      bodyOf(await name(stranger, { supplierLeadId: stranger.personId }), 404);
      expect(faults(bodyOf(await name(supplier, { supplierLeadId: coordinator.personId }), 409))).toEqual([
        '/supplierLeadId plan.contact_unknown',
      ]);
      bodyOf(await name(supplier, { supplierLeadId: supplier.personId, clientLeadId: deputy.personId }), 400);
      const named = bodyOf(await name(supplier, { supplierLeadId: supplier.personId }));
      expect([named.supplierLead.name, named.clientLead.name, named.version]).toEqual([
        'Sara Levering',
        'Coba van Dam',
        2,
      ]);
    });

    it('another due date needs a reason; nothing changed is no change', async () => {
      const plan = await made([], coordinator, { dueOn: '2025-01-10' });
      expect(plan.overdue).toBe(true);
      const edit = (body: object) => coordinator.patch(`/plans/${plan.id}`, { version: plan.version, ...body });
      expect(faults(bodyOf(await edit({ dueOn: '2025-04-01' }), 409))).toEqual(['/reason plan.reason_missing']);
      expect(bodyOf(await edit({ dueOn: '2025-01-10', name: plan.name })).version).toBe(1);
      expect(bodyOf(await edit({ dueOn: '2025-04-01', reason: 'Vakantie' }))).toMatchObject({
        dueOn: '2025-04-01',
        overdue: false,
        version: 2,
      });
      expect(faults(bodyOf(await coordinator.patch(`/plans/${plan.id}`, { version: 2, hours: 1 }), 400))).toEqual([
        '/hours field.unknown',
      ]);
    });

    it('the supplier gets more time, with a reason that it reads', async () => {
      const plan = await made([await own('IenW'), await own('BZK')], coordinator, { dueOn: '2025-01-10' });
      const extend = (by: Client, body: object = {}) =>
        by.post(`/plans/${plan.id}/extensions`, { version: 1, dueOn: '2025-02-10', reason: 'Vakantie', ...body });
      bodyOf(await extend(supplier), 403);
      expect(faults(bodyOf(await extend(ienw), 409))).toEqual(['plan.of_others']);
      expect(faults(bodyOf(await extend(coordinator, { dueOn: '2025-01-10' }), 409))).toEqual([
        '/dueOn due-date.not_later',
      ]);
      expect(faults(bodyOf(await extend(coordinator, { dueOn: '2025-04-13' }), 409))).toEqual([
        '/dueOn due-date.too_far',
      ]);
      bodyOf(await extend(coordinator, { reason: ' ' }), 400);
      bodyOf(await extend(coordinator, { reason: 'Wachten op 111222333' }), 400);
      expect(bodyOf(await extend(coordinator))).toMatchObject({ dueOn: '2025-02-10', version: 2 });
      bodyOf(await extend(coordinator), 409);
      const read = bodyOf(await supplier.get(`/plans/${plan.id}`));
      expect(read.extensions).toMatchObject([{ from: '2025-01-10', to: '2025-02-10', reason: 'Vakantie' }]);
      expect(read.extensions[0].extendedBy).toBeTruthy();
      const trail = bodyOf(await coordinator.get(`/audit-trail?subject=plan&subjectId=${plan.id}`)).items;
      expect(trail).toContainEqual(
        expect.objectContaining({
          action: 'plan.due-date-extended',
          reason: 'Vakantie',
          detail: { dueOn: { from: '2025-01-10', to: '2025-02-10' } },
        }),
      );
    });

    it('a plan ends when nothing in it is open; what waited is withdrawn', async () => {
      const [a, b] = [await own('IenW'), await own('BZK')];
      const plan = await made([a, b]);
      await agree(ienw, plan.id, a);
      const end = (body: object = {}) => step(coordinator, plan, 'ends', { reason: 'Afgelopen', ...body });
      expect(bodyOf(await end(), 409).errors[0]).toMatchObject({
        code: 'plan.has_open_obligations',
        params: { count: 1 },
      });
      await product.allocation.settle(MANAGER, a.id);
      const ended = bodyOf(await end());
      expect(ended).toMatchObject({ state: 'ENDED', stateReason: 'Afgelopen', obligations: 1 });
      expect(ended.proposals.map((each: Told) => each.state)).toEqual(['AGREED', 'WITHDRAWN']);
      const more = { contractIds: [(await own('BZK')).id] };
      expect(faults(bodyOf(await coordinator.post(`/plans/${plan.id}/proposals`, more), 409))).toEqual(['plan.ended']);
      expect(faults(bodyOf(await coordinator.patch(`/plans/${plan.id}`, { version: 2 }), 409))).toEqual(['plan.ended']);
    });
  });

  describe('lists and figures', () => {
    it('plans are listed by name, narrowed, a page at a time', async () => {
      const prefix = `Lijst ${(count += 1)}`;
      const names = ['a', 'b', 'c'].map((letter) => `${prefix}${letter}`);
      const ids: string[] = [];
      for (const name of names) ids.push((await made([await own('BZK')], coordinator, { name })).id);
      const all: string[] = [];
      for (let after = ''; ;) {
        const page = bodyOf(await bzk.get(`/plans?limit=2&principal=BZK&state=DRAFT${after}`));
        all.push(...page.items.map((each: Told) => each.id));
        if (page.next === null) break;
        after = `&after=${page.next}`;
      }
      expect(new Set(all).size).toBe(all.length);
      expect(all.filter((id) => ids.includes(id))).toEqual(ids);
      const items = async (query: string) => bodyOf(await coordinator.get(`/plans?limit=100&${query}`)).items;
      expect((await items(`supplierGroupId=${groupId}`)).length).toBeGreaterThan(3);
      expect(await items(`supplierGroupId=${await other.supplierGroup()}`)).toEqual([]);
      expect((await items('kind=FORM_FREE')).every((each: Told) => each.kind === 'FORM_FREE')).toBe(true);
      expect((await items('principal=IenW')).map((each: Told) => each.id)).not.toContain(ids[0]);
      bodyOf(await coordinator.get('/plans?state=OPEN'), 400);
    });

    it('tells what bundling does to fragmentation, per principal', async () => {
      const [a, b, c] = [
        await own('IenW', 9_000_000, { endsOn: '2026-12-31' }),
        await own('BZK', 1_000_000),
        await own('BZK', 2_000_000),
      ];
      const body = { supplierGroupId: groupId, contractIds: [a, b, c].map(({ id }) => id) };
      const preview = bodyOf(await coordinator.post('/bundling-previews', body));
      expect(preview).toEqual({
        on: '2025-01-15',
        before: { obligations: 3, points: 3, medianCents: 2_000_000, medianMonthsLeft: 11 },
        after: { obligations: 3, points: 1, medianCents: 12_000_000, medianMonthsLeft: 23 },
        principals: [
          {
            principal: 'BZK',
            before: { obligations: 2, points: 2, medianCents: 1_500_000, medianMonthsLeft: 11 },
            after: { obligations: 2, points: 1, medianCents: 3_000_000, medianMonthsLeft: 11 },
          },
          {
            principal: 'IenW',
            before: { obligations: 1, points: 1, medianCents: 9_000_000, medianMonthsLeft: 23 },
            after: { obligations: 1, points: 1, medianCents: 9_000_000, medianMonthsLeft: 23 },
          },
        ],
        unseen: 0,
      });
      expect(faults(bodyOf(await bzk.post('/bundling-previews', body), 409))).toEqual([
        '/contractIds/0 plan.contract_unknown',
      ]);
      const plan = await made([a, b, c]);
      await agree(ienw, plan.id, a);
      await agree(bzk, plan.id, b);
      await agree(bzk, plan.id, c);
      const whole = bodyOf(await coordinator.get(`/plans/${plan.id}/fragmentation`));
      expect({ ...whole, on: preview.on }).toEqual(preview);
      const part = bodyOf(await bzk.get(`/plans/${plan.id}/fragmentation`));
      expect(part).toMatchObject({ before: preview.principals[0].before, unseen: 1 });
      expect(part.principals).toEqual([preview.principals[0]]);
      // Two of them are in one plan now, so that there is less to win.
      const later = bodyOf(
        await coordinator.post('/bundling-previews', {
          ...body,
          contractIds: [...body.contractIds, (await own('BZK')).id],
        }),
      );
      expect([later.before.points, later.after.points]).toEqual([2, 1]);
    });

    it('tells which plans use a value table', async () => {
      await product.valuation.register(MANAGER, { ...TABLE, code: 'T-USES' });
      const uses = async (by: Client) =>
        bodyOf(await by.get('/value-tables/T-USES/uses')).items.map((each: Told) => each.id);
      expect(await uses(coordinator)).toEqual([]);
      const plan = await made([await own('IenW')], coordinator, { valueTable: 'T-USES' });
      expect([await uses(coordinator), await uses(ienw), await uses(bzk)]).toEqual([[plan.id], [plan.id], []]);
      bodyOf(await coordinator.get('/value-tables/T-NONE/uses'), 404);
      const steward = await api.signIn({ name: 'Saar', organisation: { kind: 'NETWORK' }, roles: ['TABLE_STEWARD'] });
      const told = bodyOf(await steward.get('/value-tables/T-USES/uses'));
      expect(told.items).toEqual([]);
      expect(told.count).toBeGreaterThan(0);
      expect(bodyOf(await coordinator.get('/value-tables/T-USES/uses')).count).toBeNull();
    });
  });
});
