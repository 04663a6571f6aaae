import { EVERYTHING, NOTHING, THE_PRODUCT, type Actor, type Scope } from '@sr/kernel';
import { openApi, type TestApi } from '../../../test/support/app';
import { sql, testProduct, type TestProduct } from '../../../test/support/database';
import { Given, MANAGER, TABLE } from '../../../test/support/given';
import { PlanChangesService } from './plan-changes.service';
import { PlanProposalsService } from './plan-proposals.service';
import { PlanViewsService } from './plan-views.service';
import { linesOf } from './persistence/line.store';
import { listPlans } from './persistence/plan-list.store';
import { everMembersOf, membersInScope, planInScope, plansOfGroup, sharedMembersOf } from './persistence/plan.store';
import { listProposals, proposalsOfPlan } from './persistence/proposal.store';
import type { Plan } from './domain/plan';
import type { Reader } from '@sr/platform';

/** Each scope by itself, and what it sees of the plans that the test makes. */
const IENW: Scope = { ...NOTHING, principals: ['IenW'] };
const BZK: Scope = { ...NOTHING, principals: ['BZK'] };
const OCW: Scope = { ...NOTHING, principals: ['OCW'] };
const NETWORK: Scope = { ...NOTHING, network: true, principals: ['BZK', 'IenW'] };
const LEFT: Scope = { ...NETWORK, left: { OCW: '2024-06-01' } };
const SUPPLIER: Scope = { ...NOTHING, suppliers: ['68750110'] };
const CATEGORY: Scope = { ...NOTHING, categories: ['CLEANING'] };

describe('who sees which plan', () => {
  let product: TestProduct;
  let api: TestApi;
  let supplier: Scope;
  let shared: Plan;
  let asked: Plan;
  let own: Plan;
  let ended: Plan;

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl);
    const given = new Given(product);
    supplier = { ...SUPPLIER, supplierGroups: [await given.supplierGroup()] };
    const [a, b, c] = [
      await given.contract(1000, { number: 'A', principalCode: 'IenW' }),
      await given.contract(2000, { number: 'B', principalCode: 'BZK' }),
      await given.contract(3000, { number: 'C', principalCode: 'OCW' }),
    ];
    const d = await given.contract(4000, { number: 'D', principalCode: 'BZK' });
    await sql(
      product.ownerUrl,
      `insert into identity.procurement_category (code, name, source) values ('CLEANING', 'Schoonmaak', 'test')`,
    );
    await sql(product.ownerUrl, `update contracts.contract set category_code = 'CLEANING' where number = 'D'`);
    shared = await given.plan([a, b]);
    asked = await given.plan([]);
    ended = await given.plan([d]);
    await product.allocation.leave(MANAGER, ended.id, d.id);
    await api.app.get(PlanProposalsService).propose(MANAGER, asked.id, [d.id]);
    own = await product.db.write(MANAGER, (tx) =>
      product.plans.makeOwnPlan(tx, MANAGER, 'OCW', shared.supplierGroupId, shared.valueTableId),
    );
    await product.allocation.join(MANAGER, own.id, c.id);
    for (const plan of [shared, asked, own, ended]) await lines(plan);
  });
  afterAll(async () => {
    await api.close();
    await product.close();
  });

  async function lines(plan: Plan): Promise<void> {
    const changes = api.app.get(PlanChangesService);
    const views = api.app.get(PlanViewsService);
    const { version } = await views.find(MANAGER, plan.id);
    const line = { block: 'PURCHASE', persons: null, centihours: null, invoiceCents: 5, region: null, partner: null };
    const amended = await changes.amend(MANAGER, plan.id, { version, reason: 'Regels' });
    await changes.writeLines(MANAGER, plan.id, amended.version, [
      { ...line, from: '2024-01-01', to: '2024-12-31', confidenceBp: 10_000 },
    ]);
  }

  const SEEN: [string, () => Scope, string[], string[], string[]][] = [
    // Plans, obligations in them now, obligations that were proposed.
    ['IenW', () => IENW, ['shared'], ['A'], []],
    ['BZK', () => BZK, ['asked', 'ended', 'shared'], ['B'], ['D']],
    ['OCW', () => OCW, ['own'], ['C'], []],
    ['the network', () => NETWORK, ['asked', 'ended', 'shared'], ['A', 'B'], ['D']],
    ['the network after OCW left', () => LEFT, ['asked', 'ended', 'own', 'shared'], ['A', 'B', 'C'], ['D']],
    ['the supplier', () => supplier, ['asked', 'ended', 'own', 'shared'], ['A', 'B', 'C'], ['D']],
    ['who manages a category', () => CATEGORY, ['asked', 'ended'], [], ['D']],
    ['nobody', () => NOTHING, [], [], []],
    ['the product', () => EVERYTHING, ['asked', 'ended', 'own', 'shared'], ['A', 'B', 'C'], ['D']],
  ];

  /** All that the queries of this library tell, with their own conditions of `scope`. */
  async function told(reader: Reader): Promise<{ plans: string[]; members: string[]; proposals: string[] }> {
    const all = { shared, asked, own, ended };
    const names = new Map(Object.entries(all).map(([name, { id }]) => [id, name]));
    const numbers = new Map(
      (await sql<{ id: string; number: string }>(product.ownerUrl, 'select id, number from contracts.contract')).map(
        ({ id, number }) => [id, number],
      ),
    );
    const plans = (await listPlans(reader, {}, { limit: 100 })).items.map(({ id }) => names.get(id) ?? id).sort();
    const one = [];
    for (const [name, { id }] of Object.entries(all)) if (await planInScope(reader, id)) one.push(name);
    expect(one.sort()).toEqual(plans);
    const group = await plansOfGroup(reader, shared.supplierGroupId);
    expect(group.map(({ id }) => names.get(id) ?? id).sort()).toEqual(plans);

    const ids = Object.values(all).map(({ id }) => id);
    const number = ({ obligationId }: { obligationId: string }): string => numbers.get(obligationId) ?? obligationId;
    const members = (await membersInScope(reader, ids)).map(number).sort();
    const ever = (await everMembersOf(reader, ids)).map(number).sort();
    expect(ever.filter((each) => each !== 'D')).toEqual(members);
    for (const code of ['IenW', 'BZK', 'OCW']) {
      const seen = (await sharedMembersOf(reader, code)).map(number);
      expect(members).toEqual(expect.arrayContaining(seen));
    }
    const proposals = (await listProposals(reader, {}, { limit: 100 })).items.map(number);
    expect((await proposalsOfPlan(reader, asked.id)).map(number)).toEqual(proposals);
    return { plans, members, proposals };
  }

  it.each(SEEN)(
    '%s: by the queries, with the database seeing everything',
    async (_, scope, plans, members, proposals) => {
      const seen = await product.db.read(THE_PRODUCT, (reader) => told({ ...reader, scope: scope() }));
      expect(seen).toEqual({ plans, members, proposals });
    },
  );

  it.each(SEEN)('%s: by the database, with queries without a scope', async (_, scope, plans, members, proposals) => {
    const seen = await product.db.read({ scope: scope() }, async (reader) => {
      const planned = await linesOf(
        reader,
        [shared, asked, own, ended].map(({ id }) => id),
      );
      expect(planned).toHaveLength(plans.length);
      return told({ ...reader, scope: EVERYTHING });
    });
    expect(seen).toEqual({ plans, members, proposals });
  });

  it('what somebody outside a plan would change stays as it was', async () => {
    const as = (scope: Scope): Actor => ({ id: 'somebody', name: 'Iemand', scope });
    const change = (scope: Scope, statement: string) =>
      product.db.write(as(scope), (tx) => tx.query<{ id: string }>(`${statement} returning id`));
    const renamed = (scope: Scope) =>
      change(scope, `update plans.plan set state_reason = 'x' where id = '${shared.id}'`);
    expect(await renamed(OCW)).toEqual([]);
    expect(await renamed(IENW)).toHaveLength(1);
    const gone = (scope: Scope) => change(scope, 'update plans.membership set left_at = null where left_at is null');
    expect(await gone(CATEGORY)).toEqual([]);
    expect(await gone(IENW)).toHaveLength(1);
    const insert = (scope: Scope) =>
      change(
        scope,
        `insert into plans.plan (id, name, supplier_group_id, value_table_id, recorded_at)
         select gen_random_uuid(), 'x', supplier_group_id, value_table_id, now() from plans.plan where id = '${shared.id}'`,
      );
    await expect(insert({ ...supplier, supplierGroups: [] })).rejects.toThrow();
    await expect(change(supplier, `delete from plans.line`)).rejects.toThrow();
  });
});

describe('a plan of its own', () => {
  it('is made once for a principal, supplier group, value table and kind', async () => {
    const product = await testProduct();
    const given = new Given(product);
    await product.valuation.register(MANAGER, TABLE);
    const { supplierGroupId, valueTableId } = await given.plan([]);
    const make = (code: string, kind?: 'FORM_FREE') =>
      product.db.write(MANAGER, (tx) =>
        product.plans.makeOwnPlan(tx, MANAGER, code, supplierGroupId, valueTableId, kind),
      );
    const first = await make('OCW');
    expect(first).toMatchObject({ name: 'OCW: eigen plan', state: 'APPROVED', verifiedBy: 'OCW', kind: 'BUNDLE' });
    expect((await make('OCW')).id).toBe(first.id);
    expect(await make('OCW', 'FORM_FREE')).toMatchObject({ name: 'OCW: eigen plan 2', kind: 'FORM_FREE' });
    expect((await make('BZK')).id).not.toBe(first.id);
    const contract = await given.contract(100, { principalCode: 'BZK' });
    await expect(product.allocation.join(MANAGER, first.id, contract.id)).rejects.toMatchObject({
      violations: [{ code: 'plan.of_one_principal' }],
    });
    await product.close();
  });
});
