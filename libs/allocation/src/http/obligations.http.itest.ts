import { ExemptionsService } from '@sr/contracts';
import { PlanProposalsService } from '@sr/plans';
import { bodyOf, type Client } from '../../../../test/support/app';
import { MANAGER } from '../../../../test/support/given';
import { SCENE_DAY, ledgerScene, type LedgerScene } from '../../../../test/support/ledger-scene';

const NOBODY = '00000000-0000-4000-8000-000000000000';

interface Line {
  readonly contractNumber: string | null;
  readonly cents: number;
  readonly reason: string;
}

describe('what happens to obligations', () => {
  let scene: LedgerScene;
  beforeAll(async () => {
    scene = await ledgerScene();
  });
  afterAll(() => scene.close());

  const fresh = async (aCents = 400_000, bCents = 300_000) => ({
    ...scene,
    ...(await scene.sharedPlan(aCents, bCents)),
  });
  const balance = async (client: Client, contractId: string) =>
    bodyOf(await client.get(`/contracts/${contractId}/balance`)).allocatedCents as number;
  const linesOf = async (client: Client, planId: string): Promise<[string | null, number, string][]> =>
    (bodyOf(await client.get(`/plans/${planId}/statement?limit=100`)).items as Line[]).map(
      ({ contractNumber, cents, reason }) => [contractNumber, cents, reason],
    );

  describe('a revision', () => {
    it('reaches into the obligation of another ministry, of which its contract manager sees nothing', async () => {
      const { given, a, b, plan, managerOfIenw, verifier, product } = await fresh();
      await given.accept(await given.purchase(plan, 350_000));
      expect([await balance(verifier, a.id), await balance(verifier, b.id)]).toEqual([200_000, 150_000]);

      const revised = bodyOf(
        await managerOfIenw.post(`/contracts/${a.id}/revisions`, {
          amountCents: 120_000,
          previous: 400_000,
          reason: 'Minderwerk',
        }),
      );
      expect(revised).toMatchObject({ contractId: a.id, amountCents: 120_000, allocatedCents: 120_000 });
      const ofIenw = bodyOf(await managerOfIenw.get(`/plans/${plan.id}/statement`));
      for (const told of [b.id, b.number, 'BZK']) {
        expect(JSON.stringify([revised, ofIenw])).not.toContain(told);
      }
      expect(ofIenw.otherCents).toBe(230_000);
      expect(await linesOf(managerOfIenw, plan.id)).toEqual([
        [a.number, 200_000, 'ACCEPT'],
        [a.number, -80_000, 'RELEASE'],
      ]);
      expect(await linesOf(verifier, plan.id)).toEqual([
        [a.number, 200_000, 'ACCEPT'],
        [b.number, 150_000, 'ACCEPT'],
        [a.number, -80_000, 'RELEASE'],
        [null, 80_000, 'RELEASE'],
        [null, -80_000, 'REOFFER'],
        [b.number, 80_000, 'REOFFER'],
      ]);
      expect(await product.allocation.verifyLedger()).toEqual([]);
    });

    it('is of the amount that was read', async () => {
      const { a, managerOfIenw } = await fresh();
      const revise = (amountCents: number, previous: number) =>
        managerOfIenw.post(`/contracts/${a.id}/revisions`, { amountCents, previous, reason: 'Meerwerk' });
      bodyOf(await revise(500_000, 400_000));
      expect(bodyOf(await revise(600_000, 400_000), 409)).toMatchObject({
        code: 'obligation.stale',
        errors: [{ pointer: '/previous', params: { current: 500_000 } }],
      });
      bodyOf(await revise(600_000, 500_000));
    });

    it('is for the principal of the contract', async () => {
      const { a, managerOfBzk, verifier, api } = await fresh();
      const body = { amountCents: 1, previous: 400_000, reason: 'Minderwerk' };
      const notThere = bodyOf(await managerOfBzk.post(`/contracts/${NOBODY}/revisions`, body), 404);
      expect(bodyOf(await managerOfBzk.post(`/contracts/${a.id}/revisions`, body), 404)).toEqual(notThere);
      expect(bodyOf(await verifier.post(`/contracts/${a.id}/revisions`, body), 403).code).toBe('session.not_allowed');
      // Who sees it for its category is told that it is not theirs to change.
      await scene.product.reference.addCategory(MANAGER, {
        code: 'SCHOONMAAK',
        name: 'Schoonmaak',
        existsFrom: null,
        existsTo: null,
        source: 'Test',
      });
      const both = await api.signIn({
        name: 'Cas',
        organisation: { kind: 'PRINCIPAL', principalCode: 'BZK' },
        roles: ['CONTRACT_MANAGER', 'CATEGORY_MANAGER'],
        categories: ['SCHOONMAAK'],
      });
      await scene.product.db.write(MANAGER, (tx) =>
        tx.query(`update contracts.contract set category_code = 'SCHOONMAAK' where id = $1`, [a.id]),
      );
      bodyOf(await both.get(`/contracts/${a.id}/balance`));
      expect(bodyOf(await both.post(`/contracts/${a.id}/revisions`, body), 403).code).toBe(
        'obligation.of_another_principal',
      );
    });
  });

  it('an exemption is approved by a second person, and is a revision to nothing', async () => {
    const { given, a, b, plan, managerOfIenw, managerOfBzk, verifier, api } = await fresh(100_000, 100_000);
    await given.accept(await given.purchase(plan, 100_000));
    const exemption = await api.app
      .get(ExemptionsService)
      .propose({ id: managerOfIenw.personId, name: 'Contractmanager', scope: MANAGER.scope }, a.id, {
        reason: 'NO_LABOUR',
        text: null,
      });
    const path = `/contracts/${a.id}/exemptions/${exemption.id}/decisions`;
    expect(bodyOf(await managerOfIenw.post(path, { approve: true }), 409).code).toBe('exemption.proposed_by_oneself');
    expect(bodyOf(await managerOfBzk.post(path, { approve: true }), 404).code).toBe('contract.unknown');
    const colleague = await api.signIn({
      name: 'Collega',
      organisation: { kind: 'PRINCIPAL', principalCode: 'IenW' },
      roles: ['CONTRACT_MANAGER'],
    });
    expect(bodyOf(await colleague.post(path, { approve: false }), 409).code).toBe('exemption.reason_missing');
    const decided = bodyOf(await colleague.post(path, { approve: true }));
    expect(decided).toMatchObject({ exemptionId: exemption.id, state: 'APPROVED', revisedToNothing: true });
    expect([await balance(verifier, a.id), await balance(verifier, b.id)]).toEqual([0, 100_000]);
    expect(bodyOf(await colleague.get(`/contracts/${a.id}/balance`)).amountCents).toBe(0);
    expect(bodyOf(await colleague.post(path, { approve: true }), 409).code).toBe('exemption.decided_already');
  });

  describe('a settlement', () => {
    it('is proposed with the figures of now, answered, and then final', async () => {
      const { given, a, plan, supplier, managerOfIenw } = await fresh(100_000, 100_000);
      await given.accept(await given.purchase(plan, 50_000));
      const ofSupplier = await supplier();
      const at = (what: string) => `/contracts/${a.id}/${what}`;
      const proposal = { outcome: 'SETTLED_WITHHELD', factorBp: 12_500, reason: 'Einde contract' };
      const read = async () => ({ version: bodyOf(await managerOfIenw.get(at('settlement'))).version });
      expect(bodyOf(await managerOfIenw.post(at('settlements'), { version: 1 }), 409).code).toBe('settlement.stale');
      const fulfilled = { outcome: 'FULFILLED', reason: 'Klaar' };
      expect(bodyOf(await managerOfIenw.post(at('settlement-proposals'), fulfilled), 409).code).toBe(
        'settlement.not_fulfilled',
      );
      expect(bodyOf(await managerOfIenw.post(at('settlement-proposals'), proposal))).toMatchObject({
        state: 'PROPOSED',
        version: 1,
        amountCents: 100_000,
        allocatedCents: 25_000,
        shortfallCents: 75_000,
        chargeCents: 93_750,
        settledOn: null,
      });
      expect(bodyOf(await managerOfIenw.post(at('settlements'), await read()), 409).code).toBe(
        'settlement.supplier_not_heard',
      );
      // A proposal that was replaced a moment before is not what the supplier answers.
      bodyOf(await managerOfIenw.post(at('settlement-proposals'), { ...proposal, version: 1 }));
      expect(bodyOf(await ofSupplier.post(at('settlement-answers'), { version: 1, agrees: true }), 409).code).toBe(
        'settlement.stale',
      );
      expect(bodyOf(await ofSupplier.post(at('settlement-answers'), { version: 2, agrees: false }), 409).code).toBe(
        'settlement.reason_missing',
      );
      const answer = { version: 2, agrees: false, text: 'Wij rekenen met loonsom' };
      expect(bodyOf(await ofSupplier.post(at('settlement-answers'), answer))).toMatchObject({
        state: 'ANSWERED',
        agrees: false,
      });

      const remedy = bodyOf(
        await managerOfIenw.post(at('remedies'), { version: 3, until: '2025-03-31', reason: 'Kans' }),
      );
      expect(remedy).toMatchObject({ state: 'REMEDY', remedyUntil: '2025-03-31' });
      expect(bodyOf(await managerOfIenw.post(at('settlement-proposals'), { ...proposal, version: 4 }), 409).code).toBe(
        'settlement.remedy_runs',
      );
      // The supplier makes good; then the amount changes, so that what was proposed is not what would become final.
      await given.accept(await given.purchase(plan, 75_000, a.number));
      bodyOf(await managerOfIenw.post(at('settlement-proposals'), { ...fulfilled, version: 4 }));
      const more = { amountCents: 110_000, previous: 100_000, reason: 'Meerwerk' };
      bodyOf(await managerOfIenw.post(at('revisions'), more));
      expect(bodyOf(await managerOfIenw.post(at('settlements'), await read()), 409).code).toBe(
        'settlement.figures_changed',
      );
      const waived = { outcome: 'SETTLED_WAIVED', reason: 'Klein' };
      bodyOf(await managerOfIenw.post(at('settlement-proposals'), { ...waived, ...(await read()) }));
      bodyOf(await ofSupplier.post(at('settlement-answers'), { agrees: true, ...(await read()) }));
      expect(bodyOf(await managerOfIenw.post(at('settlements'), await read()))).toMatchObject({
        state: 'FINAL',
        shortfallCents: 10_000,
        chargeCents: 0,
        settledOn: SCENE_DAY,
      });
      expect(bodyOf(await managerOfIenw.get(at('balance'))).settledOn).toBe(SCENE_DAY);
      expect(bodyOf(await managerOfIenw.post(at('revisions'), more), 409)).toBeDefined();
      expect(await scene.product.allocation.verifyLedger()).toEqual([]);
    });

    it('is for the principal and the supplier of the contract', async () => {
      const { a, managerOfBzk } = await fresh();
      const stranger = await (await scene.sharedPlan(1, 1)).supplier();
      const body = { outcome: 'SETTLED_WAIVED', reason: 'Einde' };
      expect(bodyOf(await managerOfBzk.post(`/contracts/${a.id}/settlement-proposals`, body), 404).code).toBe(
        'obligation.unknown',
      );
      const version = 1;
      expect(bodyOf(await managerOfBzk.post(`/contracts/${a.id}/settlements`, { version }), 404).code).toBe(
        'obligation.unknown',
      );
      const answer = { version, agrees: true };
      expect(bodyOf(await stranger.post(`/contracts/${a.id}/settlement-answers`, answer), 404).code).toBe(
        'obligation.unknown',
      );
    });
  });

  describe('joining and leaving plans', () => {
    it('a principal agrees, and the surplus of the plan finds room at once', async () => {
      const { given, b, plan, managerOfIenw, managerOfBzk, verifier, api } = await fresh(100_000, 100_000);
      await given.accept(await given.purchase(plan, 250_000));
      const c = await given.contract(80_000, { number: `C${given.kvkNumber}`, principalCode: 'BZK' });
      await api.app.get(PlanProposalsService).propose(MANAGER, plan.id, [c.id]);
      const path = `/plans/${plan.id}/proposals/${c.id}/answers`;
      const agree = { agree: true, valueTable: 'T1' };
      expect(bodyOf(await managerOfIenw.post(path, agree), 404).code).toBe('obligation.unknown');
      expect(bodyOf(await managerOfBzk.post(path, { agree: true }), 409)).toMatchObject({
        code: 'proposal.other_value_table',
        errors: [{ params: { code: 'T1' } }],
      });
      expect(bodyOf(await managerOfBzk.post(path, { agree: false }), 409).code).toBe('plan.reason_missing');
      expect(bodyOf(await managerOfBzk.post(path, agree))).toMatchObject({ contractId: c.id, allocatedCents: 50_000 });
      expect(bodyOf(await managerOfBzk.post(path, agree), 409)).toBeDefined();
      expect(await balance(verifier, b.id)).toBe(100_000);

      const leave = `/plans/${plan.id}/members/${c.id}/departures`;
      expect(bodyOf(await managerOfIenw.post(leave), 404).code).toBe('obligation.unknown');
      expect(bodyOf(await managerOfBzk.post(leave))).toMatchObject({ contractId: c.id, allocatedCents: 50_000 });
      expect(bodyOf(await managerOfBzk.post(leave), 409).code).toBe('plan.obligation_not_in_plan');
      expect(await scene.product.allocation.verifyLedger()).toEqual([]);
    });

    it('a principal declines with a reason, and nothing moves', async () => {
      const { given, plan, managerOfBzk, api } = await fresh(100_000, 100_000);
      const c = await given.contract(80_000, { number: `C${given.kvkNumber}`, principalCode: 'BZK' });
      await api.app.get(PlanProposalsService).propose(MANAGER, plan.id, [c.id]);
      const declined = await managerOfBzk.post(`/plans/${plan.id}/proposals/${c.id}/answers`, {
        agree: false,
        reason: 'Eigen plan',
      });
      expect(bodyOf(declined)).toMatchObject({ allocatedCents: 0 });
      expect(bodyOf(await managerOfBzk.get(`/plans/${plan.id}/statement`)).obligations).toHaveLength(1);
    });
  });

  it('a ministry leaves the network: its obligations go on in a plan of its own, which it verifies', async () => {
    const { given, supplierGroupId, plan, verifier, coordinator, api, product, supplier } = await fresh(100_000, 1);
    const c = await given.contract(60_000, { number: `C${given.kvkNumber}`, principalCode: 'OCW' });
    const settled = await given.contract(10_000, { number: `D${given.kvkNumber}`, principalCode: 'OCW' });
    await product.identity.recordMembership(MANAGER, {
      principalCode: 'OCW',
      joinedOn: '2023-01-01',
      leftOn: null,
      note: null,
    });
    await product.allocation.join(MANAGER, plan.id, c.id);
    await product.allocation.join(MANAGER, plan.id, settled.id);
    await given.accept(await given.purchase(plan, 17_000));
    await product.allocation.settle(MANAGER, settled.id);

    const departure = { principalCode: 'OCW', leftOn: '2024-12-01' };
    expect(
      bodyOf(await coordinator.post('/network-departures', { ...departure, leftOn: '2025-01-01' }), 409).code,
    ).toBe('departure.in_the_future');
    expect(bodyOf(await verifier.post('/network-departures', departure), 403).code).toBe('session.not_allowed');
    const left = bodyOf(await coordinator.post('/network-departures', departure), 201);
    expect(left).toEqual({
      principalCode: 'OCW',
      joinedOn: '2023-01-01',
      leftOn: '2024-12-01',
      plans: [
        {
          planId: expect.any(String),
          planName: 'OCW: eigen plan',
          supplierGroupId,
          leftPlanId: plan.id,
          contractIds: [c.id],
        },
      ],
    });
    expect(bodyOf(await coordinator.post('/network-departures', departure), 409).code).toBe('membership.none');

    // What it had stays, and what is claimed from here on is verified by the ministry and not by the network.
    const [own] = left.plans as { planId: string }[];
    const ofMinistry = await api.signIn({
      name: 'Beoordelaar OCW',
      organisation: { kind: 'PRINCIPAL', principalCode: 'OCW' },
      roles: ['VERIFIER'],
    });
    expect(await balance(ofMinistry, c.id)).toBe(6_000);
    const claim = await given.purchase({ ...plan, id: own?.planId ?? '' }, 1_000);
    const decisions = [{ claimId: claim.id, verdict: 'ACCEPT' }];
    expect(bodyOf(await verifier.post('/decisions', { decisions }), 404).code).toBe('claim.unknown');
    bodyOf(await ofMinistry.post('/decisions', { decisions }));
    expect(await balance(ofMinistry, c.id)).toBe(7_000);
    expect(await linesOf(await supplier(), own?.planId ?? '')).toEqual([[c.number, 1_000, 'ACCEPT']]);
    // The network still reads what began before.
    expect(await balance(verifier, c.id)).toBe(7_000);
    expect(await product.allocation.verifyLedger()).toEqual([]);
  });
});
