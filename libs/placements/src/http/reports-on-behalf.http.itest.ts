import { NOTHING } from '@sr/kernel';
import type { Plan } from '@sr/plans';
import { Client as Connection } from 'pg';
import type { Test } from 'supertest';
import { bodyOf, openApi, type Client, type TestApi } from '../../../../test/support/app';
import { sql, testProduct, type TestProduct } from '../../../../test/support/database';
import { Given } from '../../../../test/support/given';
import { until } from '../../../../test/support/jobs';
import type { Placement } from '../domain/placement';

const A = '68750110';
const B = '68750111';
/** Due on 30 April. */
const Q1 = '2024-Q1';
const LATE = '2024-05-01';
const NETWORK = { kind: 'NETWORK' } as const;
const DEF = { kind: 'PRINCIPAL', principalCode: 'Def' } as const;
const SELLER = { kvkNumber: '27000001', name: 'Werkplaats De Brug' };
const PURCHASE = { block: 'PURCHASE', from: '2024-01-01', to: '2024-03-31', invoiceCents: 1_850_000, seller: SELLER };
const ACTIVITY = { block: 'ACTIVITY', day: '2024-02-14', centihours: 1_200 };
const NO_LINES = { placements: [], purchases: [], activities: [] };
const REASON = 'Drie keer gebeld, geen antwoord.';
/** Who waits for another in the database of the test. */
const WAITING = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

/** The plan of supplier A is verified by the network, that of B by the ministry of its only contract. */
describe('when a supplier does not report', () => {
  let product: TestProduct;
  let api: TestApi;
  let planA: Plan;
  let planB: Plan;
  let placementA: Placement;
  let placementB: Placement;
  let anna: Client;
  let bob: Client;
  let coordinator: Client;
  let both: Client;
  let verifier: Client;
  let manager: Client;
  let ministryVerifier: Client;
  let otherManager: Client;

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl, LATE);
    const [ofA, ofB] = [new Given(product, A), new Given(product, B)];
    product.clock.set('2024-01-02');
    const at = async (given: Given) =>
      ({ kind: 'SUPPLIER_GROUP', supplierGroupId: await given.supplierGroup() }) as const;
    anna = await api.signIn({ name: 'Anna', organisation: await at(ofA), roles: ['SUPPLIER_COORDINATOR'] });
    bob = await api.signIn({ name: 'Bob', organisation: await at(ofB), roles: ['SUPPLIER_COORDINATOR'] });
    coordinator = await api.signIn({ name: 'Coen', organisation: NETWORK, roles: ['NETWORK_COORDINATOR'] });
    both = await api.signIn({ name: 'Bea', organisation: NETWORK, roles: ['NETWORK_COORDINATOR', 'VERIFIER'] });
    verifier = await api.signIn({ name: 'Vera', organisation: NETWORK, roles: ['VERIFIER'] });
    manager = await api.signIn({ name: 'Mara', organisation: DEF, roles: ['CONTRACT_MANAGER'] });
    ministryVerifier = await api.signIn({ name: 'Vic', organisation: DEF, roles: ['VERIFIER'] });
    const elsewhere = { kind: 'PRINCIPAL', principalCode: 'IenW' } as const;
    otherManager = await api.signIn({ name: 'Otto', organisation: elsewhere, roles: ['CONTRACT_MANAGER'] });
    planA = await ofA.plan([await ofA.contract(100_000_000, { number: 'A1', principalCode: 'IenW' })]);
    planB = await ofB.plan([await ofB.contract(100_000_000, { number: 'B1', principalCode: 'Def' })]);
    await sql(product.adminUrl, `update plans.plan set verified_by = 'Def' where id = $1`, [planB.id]);
    placementA = await ofA.placement(planA, { ref: 'PL-A', candidate: 'K-A' });
    placementB = await ofB.placement(planB, { ref: 'PL-B', candidate: 'K-B' });
    await sql(product.adminUrl, `update identity.session set ends_at = '2100-01-01'`);
  });
  beforeEach(() => {
    api.clock.set(LATE);
  });
  afterAll(async () => {
    await api.close();
    await product.close();
  });

  const onA = (quarter = Q1) => ({ planId: planA.id, supplierKvkNumber: A, quarter, reason: REASON });
  const onB = (quarter = Q1) => ({ planId: planB.id, supplierKvkNumber: B, quarter, reason: REASON });
  const begin = async (by: Client, body: object) => bodyOf(await by.post('/reports-on-behalf', body), 201);
  const write = (by: Client, { id, version }: { id: string; version: number }, lines: object) =>
    by.put(`/reports-on-behalf/${id}/lines`, { version, ...NO_LINES, ...lines });
  const submit = (by: Client, { id, version }: { id: string; version: number }, more: object = {}) =>
    by.post(`/reports-on-behalf/${id}/submissions`, { version, ...more });
  const refused = async (test: Test): Promise<string[]> =>
    bodyOf(await test, 409).errors.map(({ code }: { code: string }) => code);
  const hours = (placementId: string) => ({ placementId, months: [{ month: '2024-01', paidCentihours: 10_000 }] });

  describe('the network reports on its behalf', () => {
    it('only when it is late, for a reason, and of plans that the network verifies', async () => {
      api.clock.set('2024-04-30');
      expect(await refused(coordinator.post('/reports-on-behalf', onA()))).toEqual(['report.not_late_yet']);
      api.clock.set(LATE);
      expect(await refused(coordinator.post('/reports-on-behalf', { ...onA(), supplierKvkNumber: B }))).toEqual([
        'plan.supplier_outside_group',
      ]);
      bodyOf(await coordinator.post('/reports-on-behalf', onB()), 404);
      bodyOf(await coordinator.post('/reports-on-behalf', { ...onA(), reason: ' ' }), 400);
      bodyOf(await coordinator.post('/reports-on-behalf', { ...onA(), reason: 'Gebeld met 111222333' }), 400);
      for (const by of [anna, verifier]) bodyOf(await by.post('/reports-on-behalf', onA()), 403);
      expect(await refused(otherManager.post('/reports-on-behalf', onA()))).toEqual(['report.of_others']);
    });

    it('with hours of placements that there are, beside the draft of the supplier, and warns of each claim', async () => {
      const own = bodyOf(await anna.post('/reports', { planId: planA.id, supplierKvkNumber: A, quarter: Q1 }), 201);
      const kept = bodyOf(
        await anna.put(`/reports/${own.id}/lines`, { version: 1, ...NO_LINES, placements: [hours(placementA.id)] }),
      );
      const begun = await begin(both, onA());
      expect(begun).toMatchObject({
        sequence: 2,
        state: 'DRAFT',
        dueOn: '2024-04-30',
        daysLate: 1,
        lines: [],
        onBehalf: { by: 'Bea', side: 'NETWORK', reason: REASON },
      });
      expect((await begin(coordinator, onA())).id).toBe(begun.id);
      const lines = { placements: [hours(placementA.id)], purchases: [PURCHASE], activities: [ACTIVITY] };
      const written = bodyOf(await write(both, begun, lines));
      expect(written).toMatchObject({ version: 2, valueCents: 200_000 + 1_850_000 + 100_000 });
      // The supplier reads it, and does not write on it; its own draft stays as it is, and is its own.
      expect(bodyOf(await anna.get(`/reports/${begun.id}`)).lines).toHaveLength(3);
      for (const test of [
        anna.put(`/reports/${begun.id}/lines`, { version: 2, ...NO_LINES }),
        anna.post(`/reports/${begun.id}/checks`, { version: 2 }),
        anna.post(`/reports/${begun.id}/submissions`, { version: 2 }),
      ]) {
        expect(await refused(test)).toEqual(['report.on_behalf']);
      }
      expect(bodyOf(await coordinator.get(`/reports/${own.id}`)).lines).toBeNull();
      bodyOf(await write(coordinator, kept, {}), 404);

      const submitted = bodyOf(await submit(coordinator, written));
      expect(submitted).toMatchObject({
        state: 'SUBMITTED',
        daysLate: 1,
        submittedBy: 'Coen',
        onBehalf: { by: 'Coen', side: 'NETWORK', reason: REASON },
      });
      const { items } = bodyOf(await verifier.get(`/claims?planId=${planA.id}`));
      expect(items).toHaveLength(3);
      for (const claim of items) {
        expect(claim.warnings[0]).toMatchObject({ code: 'claim.on_behalf', params: { side: 'NETWORK' } });
        expect(claim.warnings.map(({ code }: { code: string }) => code)).toContain('claim.reported_late');
        expect(claim.onBehalf).toEqual({ by: 'Coen', side: 'NETWORK', reason: REASON });
      }
      expect(bodyOf(await anna.get(`/claims/${items[0].id}`)).onBehalf).toMatchObject({ by: 'Coen' });
    });

    it('and who wrote on it decides on none of its claims', async () => {
      const { items } = bodyOf(await verifier.get(`/claims?planId=${planA.id}`));
      const decisions = [{ claimId: items[0].id, verdict: 'ACCEPT' }];
      expect(await refused(both.post('/decisions', { decisions }))).toEqual(['claim.own']);
      // The database says so once more.
      const decide = (by: string) =>
        sql(
          product.adminUrl,
          `update placements.claim set status = 'REJECTED', decided_by = $2, decided_at = now(), decision_reason = 'x'
           where id = $1`,
          [items[1].id, by],
        );
      await expect(decide(both.personId)).rejects.toMatchObject({ constraint: 'never_decided_by_who_reported' });
      bodyOf(await verifier.post('/decisions', { decisions }));
    });

    it('after which nobody reports the quarter again, save the supplier in addition', async () => {
      expect(await refused(coordinator.post('/reports-on-behalf', onA()))).toEqual(['report.came_already']);
      const open = { planId: planA.id, supplierKvkNumber: A, quarter: Q1 };
      // It goes on with the draft that it had; without one it reads what was reported for it.
      const draft = bodyOf(await anna.post('/reports', { ...open, supplementary: true }), 201);
      expect(draft).toMatchObject({ sequence: 1, state: 'DRAFT', onBehalf: null });
      const listed = bodyOf(await anna.get(`/reports?planId=${planA.id}`)).items;
      expect(listed.map(({ onBehalf }: { onBehalf: object | null }) => onBehalf)).toEqual([
        { by: 'Coen', side: 'NETWORK', reason: REASON },
        null,
      ]);
    });

    it('also that there was nothing', async () => {
      api.clock.set('2024-08-01');
      const begun = await begin(coordinator, onA('2024-Q2'));
      expect(await refused(submit(coordinator, begun))).toEqual(['report.empty']);
      expect(bodyOf(await submit(coordinator, begun, { nothingToReport: true }))).toMatchObject({
        nothingToReport: true,
        onBehalf: { side: 'NETWORK' },
      });
      const open = { planId: planA.id, supplierKvkNumber: A, quarter: '2024-Q2' };
      const read = bodyOf(await anna.post('/reports', open), 201);
      expect(read.id).toBe(begun.id);
      expect(bodyOf(await anna.post('/reports', { ...open, supplementary: true }), 201)).toMatchObject({
        sequence: 2,
        onBehalf: null,
      });
    });

    it('unless the supplier reports meanwhile, or gets more time', async () => {
      api.clock.set('2024-11-01');
      const begun = await begin(coordinator, onA('2024-Q3'));
      const more = { supplierKvkNumber: A, quarter: '2024-Q3', dueOn: '2024-11-15', reason: 'Nieuwe collega' };
      bodyOf(await coordinator.post(`/plans/${planA.id}/report-extensions`, more));
      expect(await refused(submit(coordinator, begun, { nothingToReport: true }))).toEqual(['report.not_late_yet']);
      api.clock.set('2024-11-16');
      const open = { planId: planA.id, supplierKvkNumber: A, quarter: '2024-Q3' };
      const own = bodyOf(await anna.post('/reports', open), 201);
      expect(own).toMatchObject({ onBehalf: null, dueOn: '2024-11-15', state: 'DRAFT' });
      bodyOf(await anna.post(`/reports/${own.id}/submissions`, { version: own.version, nothingToReport: true }));
      expect(await refused(submit(coordinator, begun, { nothingToReport: true }))).toEqual(['report.came_already']);
    });
  });

  describe('the principal that verifies the plan reports on its behalf', () => {
    it('purchases and activities, and no hours: it is told of no placement', async () => {
      bodyOf(await manager.post('/reports-on-behalf', onA()), 404);
      bodyOf(await otherManager.post('/reports-on-behalf', onB()), 404);
      const begun = await begin(manager, onB());
      expect(begun).toMatchObject({ sequence: 1, lines: [], onBehalf: { by: 'Mara', side: 'PRINCIPAL' } });
      expect(await refused(write(manager, begun, { placements: [hours(placementB.id)] }))).toEqual([
        'report.on_behalf_no_placements',
        'placement.unknown',
      ]);
      const written = bodyOf(await write(manager, begun, { purchases: [PURCHASE], activities: [ACTIVITY] }));
      expect(written).toMatchObject({ version: 2, valueCents: null, faults: [] });
      expect(written.lines).toMatchObject([{ kind: 'PURCHASE', valueCents: null }, { kind: 'ACTIVITY' }]);
      // The team that verifies does not write it, and others do not see it.
      expect(bodyOf(await ministryVerifier.get(`/reports/${begun.id}`)).lines).toHaveLength(2);
      bodyOf(await write(ministryVerifier, written, {}), 403);
      for (const by of [coordinator, otherManager, anna]) bodyOf(await by.get(`/reports/${begun.id}`), 404);
      bodyOf(await write(coordinator, written, {}), 404);
      bodyOf(await write(otherManager, written, {}), 404);

      const evidence = [{ type: 'INVOICE', seenOn: '2024-03-31', validUntil: null }];
      const declared = bodyOf(await write(manager, written, { purchases: [{ ...PURCHASE, evidence }] }));
      const submitted = bodyOf(await submit(manager, declared));
      // What becomes of it is for the supplier and the team.
      expect(submitted).toMatchObject({ state: 'SUBMITTED', lines: [{ kind: 'PURCHASE', claimId: null }] });
      bodyOf(await manager.get('/claims'), 403);
      const { items } = bodyOf(await ministryVerifier.get(`/claims?planId=${planB.id}`));
      expect(items).toMatchObject([
        { kind: 'PURCHASE', onBehalf: { by: 'Mara', side: 'PRINCIPAL', reason: REASON }, valueCents: 1_850_000 },
      ]);
      const claim = bodyOf(await ministryVerifier.get(`/claims/${items[0].id}`));
      expect(claim).toMatchObject({ evidence: [{ type: 'INVOICE', seenBy: 'Mara' }] });
      expect(claim.warnings[0]).toMatchObject({ code: 'claim.on_behalf', params: { side: 'PRINCIPAL' } });
      expect(bodyOf(await bob.get(`/reports?planId=${planB.id}`)).items).toMatchObject([
        { id: begun.id, onBehalf: { by: 'Mara' } },
      ]);
      expect(bodyOf(await manager.get('/reports')).items).toMatchObject([{ id: begun.id }]);
    });

    it('while the database shows it no claims, candidates or hours, and lets it claim none', async () => {
      const scope = { ...NOTHING, personId: manager.personId, principals: ['Def'] };
      for (const table of ['claim', 'placement', 'candidate', 'counted', 'day_value', 'evidence', 'extension']) {
        const rows = await product.db.read({ scope }, (reader) => reader.query(`select 1 from placements.${table}`));
        expect([table, rows.length]).toEqual([table, 0]);
      }
      const seen = await product.db.read({ scope }, (reader) =>
        reader.query('select on_behalf_side as side from placements.report'),
      );
      expect(seen).toEqual([{ side: 'PRINCIPAL' }]);
      const actor = { id: manager.personId, name: 'Mara', scope };
      const claimHours = (side: string | null) =>
        product.db.write(actor, (tx) =>
          tx.query(
            `insert into placements.claim (id, ref, plan_id, supplier_kvk_number, kind, block, placement_id, period_from,
               period_to, centihours, status, submitted_by, submitted_at, on_behalf_side, on_behalf_reason, on_behalf_writers)
             values (gen_random_uuid(), 'X', $1, $2, 'PLACEMENT', 'WORK', $3, '2024-01-01', '2024-01-31', 1, 'CLAIMED', 'x',
               now(), $4, $5, $6)`,
            [planB.id, B, placementB.id, side, side && 'x', side ? ['x'] : []],
          ),
        );
      await expect(claimHours('PRINCIPAL')).rejects.toMatchObject({ constraint: 'a_principal_claims_no_placements' });
      await expect(claimHours(null)).rejects.toMatchObject({ code: '42501' });
    });
  });

  describe('at the same time', () => {
    const open = { planId: '', supplierKvkNumber: A, quarter: '2023-Q3' };
    const more = { supplierKvkNumber: A, quarter: '2023-Q3', dueOn: '2024-01-15', reason: 'Ziekte' };
    beforeAll(() => Object.assign(open, { planId: planA.id }));

    it('officials who begin all go on with the one that there is, beside the draft that the supplier begins', async () => {
      const [own, ...begun] = await Promise.all([
        anna.post('/reports', open),
        ...[coordinator, both, coordinator, both, coordinator].map((by) =>
          by.post('/reports-on-behalf', onA('2023-Q3')),
        ),
      ]);
      const ids = begun.map((one) => bodyOf(one, 201).id as string);
      expect(new Set(ids).size).toBe(1);
      expect(bodyOf(own, 201)).toMatchObject({ onBehalf: null });
      const opened = `select from platform.audit where action = 'report.opened-on-behalf' and subject_id = $1`;
      expect(await sql(product.adminUrl, opened, [ids[0]])).toHaveLength(1);
    });

    it('more time is refused, as ever, while what an official reports is being submitted', async () => {
      const begun = await begin(both, onA('2023-Q3'));
      const held = new Connection({ connectionString: product.adminUrl });
      await held.connect();
      try {
        await held.query('begin');
        await held.query('select from placements.report where id = $1 for update', [begun.id]);
        const extended = refused(coordinator.post(`/plans/${planA.id}/report-extensions`, more));
        await until(
          () => sql(product.adminUrl, WAITING),
          (waiting) => waiting.length > 0,
        );
        await held.query(
          `update placements.report set state = 'SUBMITTED', submitted_by = $2, submitted_at = now() where id = $1`,
          [begun.id, both.personId],
        );
        await held.query('commit');
        expect(await extended).toEqual(['report.submitted_already']);
      } finally {
        await held.end();
      }
    });
  });

  describe('it gets more time', () => {
    const more = { supplierKvkNumber: B, quarter: '2024-Q2', dueOn: '2024-08-15', reason: 'Ziekte' };

    it('from who speaks to it, before it began, with a reason that it reads', async () => {
      api.clock.set('2024-08-01');
      const path = `/plans/${planB.id}/report-extensions`;
      bodyOf(await coordinator.post(path, more), 404);
      bodyOf(await otherManager.post(path, more), 404);
      for (const by of [bob, ministryVerifier]) bodyOf(await by.post(path, more), 403);
      expect(await refused(manager.post(path, { ...more, dueOn: '2024-07-30' }))).toEqual(['due-date.not_later']);
      expect(await refused(manager.post(path, { ...more, dueOn: '2024-10-31' }))).toEqual(['due-date.too_far']);
      bodyOf(await manager.post(path, { ...more, reason: 'Wachten op 111222333' }), 400);
      expect(await refused(manager.post(path, { ...more, quarter: '2024-Q4' }))).toContain('report.quarter_not_begun');
      expect(await refused(manager.post(path, { ...more, quarter: Q1, dueOn: '2024-05-15' }))).toEqual([
        'report.submitted_already',
      ]);
      const due = bodyOf(await manager.post(path, more)).items;
      expect(due).toMatchObject([
        {
          supplierKvkNumber: B,
          supplierName: 'Testleverancier',
          quarter: '2024-Q2',
          dueOn: '2024-08-15',
          daysLate: 0,
          begun: true,
          extensions: [{ from: '2024-07-30', to: '2024-08-15', reason: 'Ziekte', extendedBy: 'Mara' }],
          onBehalf: null,
        },
      ]);
      const open = { planId: planB.id, supplierKvkNumber: B, quarter: '2024-Q2' };
      expect(bodyOf(await bob.post('/reports', open), 201)).toMatchObject({
        dueOn: '2024-08-15',
        daysLate: 0,
        extensions: [{ to: '2024-08-15', reason: 'Ziekte', extendedBy: 'Mara' }],
      });
      const [line] = await sql<{ detail: object; reason: string }>(
        product.adminUrl,
        `select detail, reason from platform.audit where action = 'report.due-date-extended' and principal_code = 'Def'`,
      );
      expect(line).toEqual({ detail: { dueOn: { from: '2024-07-30', to: '2024-08-15' } }, reason: 'Ziekte' });
      expect(await refused(manager.post('/reports-on-behalf', onB('2024-Q2')))).toEqual(['report.not_late_yet']);
    });

    it('and who speaks to it sees what is due', async () => {
      api.clock.set('2024-11-01');
      const path = `/plans/${planB.id}/due-reports`;
      const { items } = bodyOf(await manager.get(path));
      expect(items.map(({ quarter, daysLate, begun }: Record<string, unknown>) => [quarter, daysLate, begun])).toEqual([
        ['2024-Q2', 78, true],
        ['2024-Q3', 2, false],
      ]);
      bodyOf(await coordinator.get(path), 404);
      bodyOf(await bob.get(path), 403);
      expect(await refused(otherManager.get(`/plans/${planA.id}/due-reports`))).toEqual(['report.of_others']);
    });
  });
});
