import { EVERYTHING, NOTHING, type Scope } from '@sr/kernel';
import { bodyOf, openApi, type Client } from '../../../../test/support/app';
import { ledgerScene, type LedgerScene, type SharedPlan } from '../../../../test/support/ledger-scene';
import { statementEntries } from '../persistence/statement.store';
import { StatementsService } from '../statements.service';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const YEAR_OF_WORK = { from: '2024-01-01', to: '2024-03-31' };

describe('statements', () => {
  let scene: LedgerScene;
  let shared: SharedPlan;
  let other: SharedPlan;
  let supplier: Client;

  beforeAll(async () => {
    scene = await ledgerScene();
    shared = await scene.sharedPlan(300_000, 100_000);
    other = await scene.sharedPlan(50_000, 50_000);
    supplier = await shared.supplier();
    const { given, plan } = shared;
    // 10,000 centihours of one person are worth EUR 2,000; of the purchase EUR 500 find no room.
    await given.accept(await given.hours(await given.placement(plan), 10_000, YEAR_OF_WORK));
    await given.accept(await given.purchase(plan, 250_000));
    await other.given.accept(await other.given.purchase(other.plan, 10_000));
  });
  afterAll(() => scene.close());

  interface Line {
    readonly entryId: number;
    readonly contractNumber: string | null;
    readonly cents: number;
    readonly centihours: number | null;
    readonly claimId: string | null;
  }
  const brief = ({ items }: { items: Line[] }) =>
    items.map(({ contractNumber, cents, centihours, claimId }) => [
      contractNumber,
      cents,
      centihours,
      claimId !== null,
    ]);
  const planStatement = async (client: Client, query = '') =>
    bodyOf(await client.get(`/plans/${shared.plan.id}/statement${query}`));

  it('of a plan: its supplier and who verifies its claims see every line', async () => {
    const { a, b, plan } = shared;
    const seen = await planStatement(scene.verifier);
    expect(await planStatement(supplier)).toEqual(seen);
    expect(await planStatement(scene.coordinator)).toEqual(seen);
    expect(brief(seen)).toEqual([
      [a.number, 150_000, 7_500, true],
      [b.number, 50_000, 2_500, true],
      [a.number, 150_000, 0, true],
      [b.number, 50_000, 0, true],
      [null, 50_000, 0, true],
    ]);
    expect(seen.items[0]).toMatchObject({
      reason: 'ACCEPT',
      claimKind: 'PLACEMENT',
      quarterStartsOn: '2024-01-01',
      planId: plan.id,
      contractId: a.id,
      principalCode: 'IenW',
    });
    expect(seen).toMatchObject({ planName: plan.name, otherCents: null, surplusCents: 50_000, next: null });
    expect(seen.obligations.map(({ remainingCents }: { remainingCents: number }) => remainingCents)).toEqual([0, 0]);
  });

  it('of a plan: a ministry sees its own cents, and of all others one sum', async () => {
    const { a, b, plan } = shared;
    const seen = await planStatement(scene.managerOfIenw);
    expect(brief(seen)).toEqual([
      [a.number, 150_000, null, false],
      [a.number, 150_000, null, false],
    ]);
    expect(seen.items.map(({ claimNumber }: { claimNumber: number }) => claimNumber)).toEqual([
      expect.any(Number),
      expect.any(Number),
    ]);
    expect(seen.obligations).toEqual([
      {
        contractId: a.id,
        contractNumber: a.number,
        principalCode: 'IenW',
        amountCents: 300_000,
        allocatedCents: 300_000,
        remainingCents: 0,
      },
    ]);
    expect([seen.otherCents, seen.surplusCents]).toEqual([100_000, null]);
    for (const told of [b.id, b.number, 'BZK', other.plan.id]) expect(JSON.stringify(seen)).not.toContain(told);
    const ofBzk = await planStatement(scene.managerOfBzk);
    expect([brief(ofBzk).length, ofBzk.otherCents]).toEqual([2, 300_000]);
    expect(ofBzk.planId).toBe(plan.id);
  });

  it('of a contract, a supplier group and a principal', async () => {
    const { a, b, supplierGroupId } = shared;
    const get = async (client: Client, path: string) => bodyOf(await client.get(path));
    expect(brief(await get(scene.managerOfIenw, `/contracts/${a.id}/statement`))).toEqual([
      [a.number, 150_000, null, false],
      [a.number, 150_000, null, false],
    ]);
    expect(brief(await get(supplier, `/contracts/${b.id}/statement`))).toEqual([
      [b.number, 50_000, 2_500, true],
      [b.number, 50_000, 0, true],
    ]);
    const group = `/supplier-groups/${supplierGroupId}/statement`;
    expect(await get(scene.verifier, group)).toEqual(await get(supplier, group));
    expect((await get(supplier, group)).items).toHaveLength(5);
    expect(brief(await get(scene.managerOfBzk, group))).toEqual([
      [b.number, 50_000, null, false],
      [b.number, 50_000, null, false],
    ]);
    const ofIenw = await get(scene.managerOfIenw, '/principals/IenW/statement');
    expect(brief(ofIenw).map(([number]) => number)).toEqual([a.number, a.number, other.a.number]);
    // A supplier sees of a principal its own contracts, another ministry nothing.
    expect(brief(await get(supplier, '/principals/IenW/statement')).map(([number]) => number)).toEqual([
      a.number,
      a.number,
    ]);
    expect(brief(await get(scene.managerOfBzk, '/principals/IenW/statement'))).toEqual([]);
  });

  it('are not found for whoever has nothing to do with it', async () => {
    const stranger = await other.supplier();
    const { a, plan, supplierGroupId } = shared;
    for (const path of [
      `/contracts/${a.id}/statement`,
      `/contracts/${a.id}/balance`,
      `/plans/${plan.id}/statement`,
      `/supplier-groups/${supplierGroupId}/statement`,
    ]) {
      const problem = bodyOf(await stranger.get(path), 404);
      expect(problem).toEqual(bodyOf(await stranger.get(path.replace(/[0-9a-f]{8}-[^/]+/, NOBODY)), 404));
    }
    expect(bodyOf(await scene.managerOfBzk.get(`/contracts/${a.id}/statement`), 404).code).toBe('obligation.unknown');
    expect(bodyOf(await stranger.get('/principals/Nergens/statement'), 404).code).toBe('principal.unknown');
  });

  it('come in pages that do not shift, oldest or newest first', async () => {
    const whole: Line[] = (await planStatement(scene.verifier)).items;
    const newest: Line[] = (await planStatement(scene.verifier, '?order=NEWEST_FIRST')).items;
    expect(newest).toEqual([...whole].reverse());
    for (const [order, expected] of [
      ['OLDEST_FIRST', whole],
      ['NEWEST_FIRST', newest],
    ] as const) {
      const walked: Line[] = [];
      for (let after = ''; ;) {
        const page = await planStatement(scene.verifier, `?limit=2&order=${order}${after}`);
        walked.push(...page.items);
        if (page.next === null) break;
        after = `&after=${page.next}`;
      }
      expect(walked).toEqual(expected);
    }
    const wrong = Buffer.from('["x"]').toString('base64url');
    expect(bodyOf(await scene.verifier.get(`/plans/${shared.plan.id}/statement?after=${wrong}`), 400).code).toBe(
      'page.after_wrong',
    );
  });

  it('the balance of a contract tells hours to who sees people, and to nobody else', async () => {
    const { a } = shared;
    const balance = async (client: Client) => bodyOf(await client.get(`/contracts/${a.id}/balance`));
    const figures = {
      contractId: a.id,
      contractNumber: a.number,
      principalCode: 'IenW',
      amountCents: 300_000,
      allocatedCents: 300_000,
      remainingCents: 0,
      settledOn: null,
    };
    expect(await balance(scene.verifier)).toEqual({ ...figures, centihours: 7_500 });
    expect(await balance(supplier)).toEqual({ ...figures, centihours: 7_500 });
    expect(await balance(scene.managerOfIenw)).toEqual({ ...figures, centihours: null });
  });

  describe('the scope is held twice', () => {
    const ministry: Scope = { ...NOTHING, principals: ['BZK'] };
    const who = { id: 'a-ministry', name: 'BZK', scope: ministry };

    it('a query that forgot it shows nothing of others: the database holds', async () => {
      const { a, b, plan } = shared;
      const reach = { planIds: [plan.id, other.plan.id], obligationIds: [a.id, b.id], ofPlans: null };
      const page = { order: 'OLDEST_FIRST', after: null, limit: 100, year: null } as const;
      const entries = await scene.product.db.read(who, (reader) =>
        statementEntries({ ...reader, scope: EVERYTHING }, reach, page),
      );
      expect(entries.map(({ obligationId }) => obligationId)).toEqual([b.id, b.id, other.b.id]);
      for (const table of ['acceptance_person', 'surplus_quarter', 'book']) {
        const rows = await scene.product.db.read(who, (reader) => reader.query(`select from allocation.${table}`));
        expect([table, rows]).toEqual([table, []]);
      }
      const seen = async (table: string) => {
        const [row] = await scene.product.db.read(who, (reader) =>
          reader.query<{ count: string }>(`select count(*) from allocation.${table}`),
        );
        return Number(row?.count);
      };
      expect([await seen('account'), await seen('position'), await seen('acceptance')]).toEqual([2, 3, 3]);
    });

    it('a database that forgot it changes no answer: the queries hold', async () => {
      // The owner of the tables passes their policies by.
      const unguarded = await openApi(scene.product.ownerUrl, '2024-12-31');
      try {
        const [guarded, held] = [scene.api, unguarded].map(({ app }) => app.get(StatementsService));
        const asked = async (statements: StatementsService | undefined) => [
          await statements?.plan(who, shared.plan.id, {}),
          await statements?.supplierGroup(who, shared.supplierGroupId, {}),
          await statements?.principal(who, 'BZK', {}),
          await statements?.principal(who, 'IenW', {}),
          await statements?.balance(who, shared.b.id),
          await statements?.contract(who, shared.a.id, {}).catch((error: Error) => error.message),
        ];
        expect(await asked(held)).toEqual(await asked(guarded));
      } finally {
        await unguarded.close();
      }
    });
  });
});
