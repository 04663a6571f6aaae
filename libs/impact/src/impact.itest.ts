import { EVERYTHING, NOTHING, THE_PRODUCT, type Actor, type Scope } from '@sr/kernel';
import { testProduct, type TestProduct } from '../../../test/support/database';
import { Given } from '../../../test/support/given';
import type { Dimension } from './domain/breakdown';

const YEAR = 2024;
const reads = (scope: Partial<Scope>): Actor => ({ id: 'reader', name: 'Lezer', scope: { ...NOTHING, ...scope } });

describe('the figures of a year, for whom they are', () => {
  let product: TestProduct;
  let supplier: Actor;
  const ienw = reads({ principals: ['IenW'] });
  const bzk = reads({ principals: ['BZK'] });
  const network = reads({ network: true, principals: ['IenW', 'BZK'] });
  const auditor = reads({ everything: true });

  /** Six candidates at work for a bundle of IenW and BZK; two for IenW alone; one for JenV, which is no member. */
  beforeAll(async () => {
    product = await testProduct();
    const bundle = new Given(product);
    const c1 = await bundle.contract(900_000_00, { number: 'C1' });
    const c2 = await bundle.contract(300_000_00, { number: 'C2', principalCode: 'BZK' });
    const plan = await bundle.plan([c1, c2]);
    for (let person = 0; person < 6; person += 1) {
      const claim = await bundle.hours(await bundle.placement(plan, { region: 'AMR01' }), 40_000);
      await bundle.accept(claim);
    }
    await bundle.accept(await bundle.purchase(plan, 12_345_67));
    await work(new Given(product, '22222222'), 'C3', 'IenW', 2);
    await work(new Given(product, '33333333'), 'C4', 'JenV', 1);
    supplier = reads({
      suppliers: ['22222222'],
      supplierGroups: [await new Given(product, '22222222').supplierGroup()],
    });
  });
  afterAll(() => product.close());

  async function work(given: Given, number: string, principalCode: string, persons: number): Promise<void> {
    const plan = await given.plan([await given.contract(100_000_00, { number, principalCode })]);
    for (let person = 0; person < persons; person += 1) {
      const placement = await given.placement(plan, { employmentForm: 'HIRED_IN', registerIndicated: 'NO' });
      await given.accept(await given.hours(placement, 20_000));
    }
  }
  const rowsOf = async (actor: Actor, by: Dimension, knownOn: string | null = null) =>
    (await product.impact.breakdown(actor, YEAR, by, knownOn)).rows.map((row) => [row.key, row.persons, row.jobs]);

  it('are of the whole pool for the network and the auditor, members or not', async () => {
    const whole = await product.impact.year(THE_PRODUCT, YEAR);
    expect(Object.keys(whole.byPrincipal)).toEqual(['BZK', 'IenW', 'JenV']);
    expect(await product.impact.year(network, YEAR)).toEqual(whole);
    expect(await product.impact.year(auditor, YEAR)).toEqual(whole);
    expect(whole.jobs).toBe('2.2624');
  });

  it('are of its own obligations for a ministry, as the whole pool has them, and of no other', async () => {
    const whole = await product.impact.year(THE_PRODUCT, YEAR);
    const own = await product.impact.year(ienw, YEAR);
    expect(own.byPrincipal).toEqual({ IenW: whole.byPrincipal.IenW });
    expect(own).toMatchObject({ ...whole.byPrincipal.IenW, surplusCents: null, surplusJobs: null });
    // Eight persons: six FORMAL who would betray the two HIRED_IN; of the register the same.
    expect([own.jobsFormal, own.jobsHiredIn, own.jobsRegisterIndicated]).toEqual([null, '< 5', null]);
    const bzkOwn = await product.impact.year(bzk, YEAR);
    expect(bzkOwn).toMatchObject({ ...whole.byPrincipal.BZK, jobsHiredIn: '0.0000' });
    expect(bzkOwn.jobsFormal).toBe(whole.byPrincipal.BZK?.jobs);
  });

  it('hide what rests on few persons, and what would betray it', async () => {
    expect(await rowsOf(ienw, 'CONTRACT')).toEqual([
      ['C1', null, null],
      ['C3', '< 5', '< 5'],
    ]);
    expect(await rowsOf(ienw, 'SUPPLIER')).toEqual([
      ['22222222', '< 5', '< 5'],
      ['68750110', null, null],
    ]);
    expect(await rowsOf(ienw, 'PRINCIPAL')).toEqual([['IenW', 8, '1.6591']]);
    expect(await rowsOf(bzk, 'REGION')).toMatchObject([
      ['AMR01', 6, '0.4525'],
      ['PURCHASE', 0, '0.0000'],
    ]);
    expect(await product.impact.year(supplier, YEAR)).toMatchObject({ jobs: '< 5', surplusCents: 0 });
  });

  it('are shown whole to the verifying team, but of contracts only those in sight', async () => {
    expect(await rowsOf(network, 'PRINCIPAL')).toEqual([
      ['BZK', 6, '0.4525'],
      ['IenW', 8, '1.6591'],
      ['JenV', 1, '0.1508'],
    ]);
    expect(await rowsOf(network, 'TARGET_GROUP')).toEqual([
      ['PURCHASE', 0, '0.0000'],
      ['WORK', 9, '2.2624'],
    ]);
    expect((await rowsOf(network, 'CONTRACT')).map(([key]) => key)).toEqual(['C1', 'C2', 'C3']);
    expect((await rowsOf(auditor, 'CONTRACT')).map(([key]) => key)).toEqual(['C1', 'C2', 'C3', 'C4']);
  });

  it.each(['PRINCIPAL', 'SUPPLIER', 'CATEGORY', 'CONTRACT'] as const)('by %s add up to the year', async (by) => {
    for (const knownOn of [null, '2024-12-31', '2023-12-31']) {
      const whole = await product.impact.year(THE_PRODUCT, YEAR, knownOn);
      const { total, rows } = await product.impact.breakdown(auditor, YEAR, by, knownOn);
      const { imposedCents, annualisedCents, realisedCents, outstandingCents, jobs } = whole;
      expect(total).toMatchObject({ imposedCents, annualisedCents, realisedCents, outstandingCents, jobs });
      for (const figure of ['imposedCents', 'annualisedCents', 'realisedCents', 'outstandingCents'] as const) {
        expect(rows.reduce((sum, row) => sum + (row[figure] ?? 0), 0)).toBe(whole[figure]);
      }
    }
  });

  it('are nothing to somebody who sees nothing', async () => {
    expect(await product.impact.year(reads({}), YEAR)).toMatchObject({
      imposedCents: 0,
      jobs: '0.0000',
      byPrincipal: {},
    });
    expect(await rowsOf(reads({ categories: ['CATERING'] }), 'CONTRACT')).toEqual([]);
  });

  it('hold when the query forgets the scope: the database shows nothing more', async () => {
    const seen = await product.db.read(ienw, (reader) =>
      product.contracts.yearSums({ ...reader, scope: EVERYTHING }, YEAR, null),
    );
    expect(seen.map(({ principalCode }) => principalCode)).toEqual(['IenW']);
  });
});
