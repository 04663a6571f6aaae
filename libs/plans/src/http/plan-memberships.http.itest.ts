import { bodyOf, type Client } from '../../../../test/support/app';
import { ledgerScene, type LedgerScene, type SharedPlan } from '../../../../test/support/ledger-scene';

describe('the plans of many contracts', () => {
  let scene: LedgerScene;
  let shared: SharedPlan;

  beforeAll(async () => {
    scene = await ledgerScene();
    shared = await scene.sharedPlan(100_000, 100_000);
  });
  afterAll(() => scene.close());

  const plansOf = async (client: Client, ...ids: string[]) => {
    const query = ids.map((id) => `contractIds=${id}`).join('&');
    return bodyOf(await client.get(`/plan-memberships?${query}`)).items;
  };

  it('are those in which they are now, as far as contract and plan are in sight', async () => {
    const { given, a, b, plan } = shared;
    const alone = await given.contract(1);
    const inPlan = (contractId: string) => ({
      contractId,
      planId: plan.id,
      planName: plan.name,
      planState: 'APPROVED',
    });
    expect(await plansOf(scene.coordinator, b.id, a.id, alone.id)).toEqual([inPlan(a.id), inPlan(b.id)]);
    expect(await plansOf(await shared.supplier(), a.id, b.id)).toEqual([inPlan(a.id), inPlan(b.id)]);
    expect(await plansOf(scene.managerOfIenw, a.id, b.id)).toEqual([inPlan(a.id)]);
    expect(await plansOf(await (await scene.sharedPlan(1, 1)).supplier(), a.id, b.id)).toEqual([]);
  });

  it('of a contract that left its plan are none', async () => {
    const { a, plan } = await scene.sharedPlan(1, 1);
    bodyOf(await scene.managerOfIenw.post(`/plans/${plan.id}/members/${a.id}/departures`));
    expect(await plansOf(scene.managerOfIenw, a.id)).toEqual([]);
  });

  it('are asked for by at least one and at most a hundred ids', async () => {
    const { id } = shared.a;
    const codes = async (query: string) =>
      bodyOf(await scene.managerOfIenw.get(`/plan-memberships?${query}`), 400).errors.map(
        ({ code }: { code: string }) => code,
      );
    expect(await codes('')).toEqual(['field.missing']);
    expect(await codes('contractIds=x')).toEqual(['field.not_an_id']);
    expect(await codes(`contractIds=${id}&contractIds=x`)).toEqual(['field.not_an_id']);
    const many = (count: number) => Array.from({ length: count }, () => `contractIds=${id}`).join('&');
    expect(await codes(many(101))).toEqual(['field.list_length']);
    expect(bodyOf(await scene.managerOfIenw.get(`/plan-memberships?${many(100)}`)).items).toHaveLength(1);
  });
});
