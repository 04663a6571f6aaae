import { EVERYTHING, NOTHING, type Actor, type Scope } from '@sr/kernel';
import type { Reader } from '@sr/platform';
import { sql, testProduct, type TestProduct } from '../../../../test/support/database';
import { Given, VERIFIER } from '../../../../test/support/given';
import { claimsById, listClaims } from './claim.store';
import { evidenceOfClaims, evidenceOfPlacements } from './evidence.store';
import { listPlacements, placementsById } from './placement.store';
import { listReports, reportById } from './report.store';

const TODAY = '2024-12-31';

/** What of each supplier there is: A's plan is verified by the network, B's by its ministry. */
interface Rows {
  readonly placementId: string;
  readonly claimId: string;
  readonly reportId: string;
}

/** Two suppliers, and who may see which of them. */
describe('who sees which rows', () => {
  let product: TestProduct;
  let ofA: Rows;
  let ofB: Rows;

  const A = '68750110';
  const B = '68750111';
  const scope = (more: Partial<Scope>): Scope => ({ ...NOTHING, ...more });
  const READERS: [string, Scope, string[]][] = [
    ['nobody', NOTHING, []],
    ['the auditor', EVERYTHING, [A, B]],
    ['supplier A', scope({ suppliers: [A] }), [A]],
    ['supplier B', scope({ suppliers: [B] }), [B]],
    ['the network', scope({ network: true, principals: ['IenW', 'Def'] }), [A]],
    ['the verifier of the ministry', scope({ principals: ['Def'], verifies: ['Def'] }), [B]],
    ['the verifier of another ministry', scope({ principals: ['IenW'], verifies: ['IenW'] }), []],
    ['a contract manager of the ministry', scope({ principals: ['Def'] }), []],
    ['a contract manager of another', scope({ principals: ['IenW'] }), []],
  ];

  beforeAll(async () => {
    product = await testProduct();
    ofA = await fill(A, 'C1');
    ofB = await fill(B, 'C2');
    await sql(
      product.adminUrl,
      `update plans.plan set verified_by = 'Def' where id = (select plan_id from placements.claim where id = $1)`,
      [ofB.claimId],
    );
  });
  afterAll(() => product.close());

  /** Something in each table, for one supplier. */
  async function fill(kvkNumber: string, number: string): Promise<Rows> {
    const given = new Given(product, kvkNumber);
    const plan = await given.plan([await given.contract(1_000_000, { number, principalCode: 'Def' })]);
    const placement = await given.placement(plan);
    const claim = await given.hours(placement, 1_000);
    const activity = await given.activity(plan, 100);
    const purchase = await given.purchase(plan, 100);
    await given.accept(claim, activity);
    await product.db.write(VERIFIER, (tx) =>
      tx.query(
        `insert into placements.extension (claim_id, from_day, to_day, reason, extended_by, recorded_at)
         values ($1, '2024-01-01', '2024-01-02', 'x', 'x', now())`,
        [purchase.id],
      ),
    );
    await product.db.write(VERIFIER, (tx) =>
      tx.query(
        `insert into placements.evidence (id, placement_id, claim_id, type, seen_on, seen_by, recorded_at)
         values (gen_random_uuid(), $1, null, 'TIMESHEET', '2024-01-01', 'x', now()),
                (gen_random_uuid(), null, $2, 'INVOICE', '2024-01-01', 'x', now())`,
        [placement.id, purchase.id],
      ),
    );
    const [report] = await product.db.write(VERIFIER, (tx) =>
      tx.query<{ id: string }>(
        `insert into placements.report (id, plan_id, supplier_kvk_number, quarter, sequence, state, due_on, lines,
                                        last_edited_by, last_edited_at)
         values (gen_random_uuid(), $1, $2, '2024-01-01', 1, 'DRAFT', '2024-04-30', '{}', 'x', now()) returning id`,
        [plan.id, kvkNumber],
      ),
    );
    return { placementId: placement.id, claimId: purchase.id, reportId: report?.id ?? '' };
  }

  const TABLES: [string, number][] = [
    ['candidate', 1],
    ['placement', 1],
    ['report', 1],
    ['claim', 3],
    ['evidence', 2],
    ['extension', 1],
    ['counted', 1],
    ['day_value', 1],
  ];
  describe.each(TABLES)('by the policy of placements.%s', (table, each) => {
    it.each(READERS)('%s', async (_, who, suppliers) => {
      const rows = await product.db.read({ scope: who }, (reader) => reader.query(`select 1 from placements.${table}`));
      expect(rows).toHaveLength(suppliers.length * each);
    });
  });

  /** Everything that the stores list or find, as the numbers of the suppliers whose rows come out. */
  async function found(reader: Reader): Promise<Record<string, string[]>> {
    const both = [ofA, ofB];
    const ids = (of: keyof Rows) => both.map((rows) => rows[of]);
    const kvks = (rows: readonly { supplierKvkNumber: string }[]) =>
      [...new Set(rows.map(({ supplierKvkNumber }) => supplierKvkNumber))].sort();
    const evidence = [
      ...(await evidenceOfPlacements(reader, ids('placementId'))),
      ...(await evidenceOfClaims(reader, ids('claimId'))),
    ];
    const reports = await Promise.all(ids('reportId').map((id) => reportById(reader, id)));
    return {
      claims: kvks((await listClaims(reader, {}, {})).items),
      claimsById: kvks(await claimsById(reader, ids('claimId'))),
      placements: kvks((await listPlacements(reader, {}, {})).items),
      placementsById: kvks(await placementsById(reader, ids('placementId'))),
      reports: kvks((await listReports(reader, {}, {}, TODAY)).items),
      reportsById: kvks(reports.filter((report) => report !== null)),
      evidence: [A, B].filter((_, index) => {
        const { placementId, claimId } = both[index] as Rows;
        return evidence.some((item) => item.placementId === placementId || item.claimId === claimId);
      }),
    };
  }
  const only = (suppliers: string[]) =>
    Object.fromEntries(
      ['claims', 'claimsById', 'placements', 'placementsById', 'reports', 'reportsById', 'evidence'].map((name) => [
        name,
        suppliers,
      ]),
    );

  describe('what the stores find', () => {
    it.each(READERS)('%s', async (_, who, suppliers) => {
      expect(await product.db.read({ scope: who }, found)).toEqual(only(suppliers));
    });

    it.each(READERS)('%s, by the query alone', async (_, who, suppliers) => {
      const answer = product.db.read({ scope: EVERYTHING }, (reader) => found({ ...reader, scope: who }));
      expect(await answer).toEqual(only(suppliers));
    });

    it.each(READERS)('%s, by the database alone', async (_, who, suppliers) => {
      const answer = product.db.read({ scope: who }, (reader) => found({ ...reader, scope: EVERYTHING }));
      expect(await answer).toEqual(only(suppliers));
    });
  });

  it('nobody writes for a supplier out of sight', async () => {
    const stranger: Actor = { id: 'stranger', name: 'Vreemd', scope: scope({ suppliers: [B] }) };
    const write = product.db.write(stranger, (tx) =>
      tx.query(`insert into placements.candidate (id, supplier_kvk_number, ref) values (gen_random_uuid(), $1, 'K')`, [
        A,
      ]),
    );
    await expect(write).rejects.toMatchObject({ driverError: { code: '42501' } });
    await expect(
      product.placements.registerPlacement(stranger, {
        ref: 'PL',
        planId: ofA.placementId,
        supplierKvkNumber: A,
        candidate: 'K',
        block: 'WORK',
        bonuses: [],
        employmentForm: 'FORMAL',
        startsOn: '2024-01-01',
        endsOn: null,
        registerIndicated: 'NO',
        region: null,
      }),
    ).rejects.toMatchObject({ category: 'not-found' });
  });

  it('a decision of a verifier out of sight finds no claim', async () => {
    const verifier: Actor = { id: 'verifier', name: 'V', scope: scope({ verifies: ['IenW'], principals: ['IenW'] }) };
    await expect(product.placements.reject(verifier, [ofB.claimId], 'Dubbel')).rejects.toMatchObject({
      violations: [{ code: 'claim.unknown' }],
    });
  });
});
