import { bodyOf, type Client } from '../../../../test/support/app';
import { MANAGER } from '../../../../test/support/given';
import { ledgerScene, type LedgerScene, type SharedPlan } from '../../../../test/support/ledger-scene';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const FORM_FREE = { kind: 'FORM_FREE', goalUnit: 'PERSONS', goal: 3 } as const;

describe('balances of many at once', () => {
  let scene: LedgerScene;
  let shared: SharedPlan;
  let supplier: Client;
  let stranger: Client;
  let freeContract: string;
  let freePlan: string;

  beforeAll(async () => {
    scene = await ledgerScene();
    shared = await scene.sharedPlan(300_000, 100_000);
    supplier = await shared.supplier();
    stranger = await (await scene.sharedPlan(1, 1)).supplier();
    const { given, plan, supplierGroupId } = shared;
    // 100 hours of one person are worth EUR 2,000; of the purchase EUR 500 find no room.
    await given.accept(await given.hours(await given.placement(plan), 10_000));
    await given.accept(await given.purchase(plan, 250_000));
    await given.purchase(plan, 7_000);
    await given.hours(await given.placement(plan), 500);
    const contract = await scene.product.contracts.register(MANAGER, {
      number: 'FREE-1',
      reference: null,
      principalCode: 'IenW',
      supplierKvkNumber: given.kvkNumber,
      title: 'Vormvrij',
      awardedOn: '2024-01-02',
      startsOn: '2024-01-01',
      endsOn: '2025-12-31',
      carries: { obligation: FORM_FREE },
    });
    freeContract = contract.id;
    const body = {
      name: 'Vormvrij',
      kind: 'FORM_FREE',
      supplierGroupId,
      valueTable: 'T1',
      contractIds: [freeContract],
    };
    const made = bodyOf(await scene.coordinator.post('/plans', body), 201);
    const agreed = { agree: true, valueTable: 'T1' };
    bodyOf(await scene.managerOfIenw.post(`/plans/${made.id}/proposals/${freeContract}/answers`, agreed));
    freePlan = made.id;
  });
  afterAll(() => scene.close());

  const ofContracts = async (client: Client, ...ids: string[]) =>
    bodyOf(await client.get(`/contract-balances?${ids.map((id) => `contractIds=${id}`).join('&')}`)).items;
  const ofPlans = async (client: Client, ...ids: string[]) =>
    bodyOf(await client.get(`/plan-balances?${ids.map((id) => `planIds=${id}`).join('&')}`)).items;

  it('of contracts: the same as each by itself, for all that are in sight', async () => {
    const { a, b } = shared;
    const seen = await ofContracts(supplier, b.id, a.id, NOBODY, freeContract);
    expect(seen).toEqual([
      {
        contractId: a.id,
        amountCents: 300_000,
        allocatedCents: 300_000,
        remainingCents: 0,
        centihours: 7_500,
        settledOn: null,
      },
      {
        contractId: b.id,
        amountCents: 100_000,
        allocatedCents: 100_000,
        remainingCents: 0,
        centihours: 2_500,
        settledOn: null,
      },
      {
        contractId: freeContract,
        amountCents: null,
        allocatedCents: null,
        remainingCents: null,
        centihours: null,
        settledOn: null,
      },
    ]);
    for (const client of [supplier, scene.verifier, scene.managerOfIenw]) {
      const [listed] = await ofContracts(client, a.id);
      expect(bodyOf(await client.get(`/contracts/${a.id}/balance`))).toMatchObject(listed);
    }
  });

  it('of contracts: a ministry hears of its own, and not of the hours of few people', async () => {
    const { a, b } = shared;
    expect(await ofContracts(scene.managerOfIenw, a.id, b.id)).toMatchObject([
      { contractId: a.id, allocatedCents: 300_000, centihours: null },
    ]);
    expect(await ofContracts(stranger, a.id, b.id)).toEqual([]);
  });

  it('of plans: owed, claimed, verified and left', async () => {
    const { plan } = shared;
    const seen = await ofPlans(supplier, freePlan, plan.id, NOBODY);
    const none = { amountCents: null, allocatedCents: null, remainingCents: null };
    expect(seen).toEqual([
      {
        planId: plan.id,
        amountCents: 400_000,
        allocatedCents: 400_000,
        remainingCents: 0,
        claimedNotVerifiedCents: 17_000,
        surplusCents: 50_000,
      },
      { planId: freePlan, ...none, claimedNotVerifiedCents: null, surplusCents: null },
    ]);
    expect(bodyOf(await supplier.get(`/plans/${plan.id}/forecast`)).claimedNotVerifiedCents).toBe(17_000);
    expect(await ofPlans(scene.verifier, plan.id)).toEqual([seen[0]]);
  });

  it('of plans: a ministry hears of its own obligations in it, and nothing of the surplus', async () => {
    const { plan } = shared;
    expect(await ofPlans(scene.managerOfBzk, plan.id, freePlan)).toEqual([
      {
        planId: plan.id,
        amountCents: 100_000,
        allocatedCents: 100_000,
        remainingCents: 0,
        claimedNotVerifiedCents: 17_000,
        surplusCents: null,
      },
    ]);
    expect(await ofPlans(stranger, plan.id)).toEqual([]);
  });
});
