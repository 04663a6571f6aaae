import { EVERYTHING, THE_PRODUCT } from '@sr/kernel';
import { openApi, type TestApi } from '../../../test/support/app';
import { sql, testProduct, type TestProduct } from '../../../test/support/database';
import { Given } from '../../../test/support/given';
import { PlacementFigures } from './placement-figures';
import type { Plan } from '@sr/plans';

const Q4 = { from: '2024-10-01', to: '2024-12-31' };
const IN_2025 = { from: '2025-01-01', to: '2025-12-31' };

describe('what placements and claims add up to', () => {
  let product: TestProduct;
  let api: TestApi;
  let given: Given;
  let figures: PlacementFigures;

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl, '2024-12-31');
    given = new Given(product);
    figures = api.app.get(PlacementFigures);
  });
  afterAll(async () => {
    await api.close();
    await product.close();
  });

  const newPlan = async (): Promise<Plan> => given.plan([await given.contract(100_000_00)]);
  const toCome = (plan: Plan, until = '2025-12-31') =>
    product.db.read(THE_PRODUCT, (reader) => figures.toCome(reader, new Map([[plan.id, until]])));

  it('a running placement brings its days to come at the pace of the last year', async () => {
    const plan = await newPlan();
    await given.accept(await given.hours(await given.placement(plan), 9_200, Q4));
    expect(await toCome(plan)).toEqual([{ planId: plan.id, block: 'WORK', period: IN_2025, valueCents: 36_500 * 20 }]);
    expect(await toCome(plan, '2025-01-10')).toMatchObject([{ valueCents: 1_000 * 20 }]);
  });

  it('a claim that waits tells of the pace, and its days are still to come, but not those before it', async () => {
    const plan = await newPlan();
    await given.hours(await given.placement(plan), 9_200, Q4);
    expect(await toCome(plan, '2025-03-31')).toMatchObject([
      { period: { from: '2024-10-01' }, valueCents: 182 * 100 * 20 },
    ]);
  });

  it('a limit ends what it brings: 156 hours in all, of which 92 were counted', async () => {
    const plan = await newPlan();
    await given.accept(await given.hours(await given.placement(plan, { block: 'LIMITED' }), 9_200, Q4));
    expect(await toCome(plan)).toMatchObject([
      { period: { from: '2025-01-01', to: '2025-03-05' }, valueCents: 6_400 * 20 },
    ]);
  });

  it('nothing comes of a trial, of what ended, of what was never reported, or of a plan in which nothing has a value', async () => {
    const plan = await newPlan();
    for (const more of [{ employmentForm: 'TRIAL' }, { endsOn: '2024-12-31' }] as const) {
      await given.accept(await given.hours(await given.placement(plan, more), 9_200, Q4));
    }
    await given.placement(plan);
    expect(await toCome(plan)).toEqual([]);
    const formFree = await newPlan();
    await given.hours(await given.placement(formFree), 9_200, Q4);
    await sql(product.ownerUrl, `update plans.plan set kind = 'FORM_FREE' where id = $1`, [formFree.id]);
    expect(await toCome(formFree)).toEqual([]);
    expect(await waiting(formFree)).toBe(undefined);
  });

  const waiting = (plan: Plan) =>
    product.db.read(THE_PRODUCT, async (reader) => (await figures.waitingCents(reader, [plan.id])).get(plan.id));

  it('claims that wait are worth what they would be one after the other, within limits and day caps', async () => {
    const plan = await newPlan();
    expect(await waiting(plan)).toBe(undefined);
    const limited = await given.placement(plan, { block: 'LIMITED' });
    await given.hours(limited, 10_000, { from: '2024-07-01', to: '2024-09-30' });
    await given.hours(limited, 10_000, Q4);
    expect(await waiting(plan)).toBe(15_600n * 20n);
    await given.purchase(plan, 1_850_00);
    await given.activity(plan, 800, '2024-11-01');
    await given.activity(plan, 800, '2024-11-01');
    expect(await waiting(plan)).toBe(15_600n * 20n + 1_850_00n + 1_000_00n);
  });

  it('claims of a year waited on a day when they were submitted by then and not decided yet', async () => {
    const plan = await newPlan();
    const ofYear = (year: number, knownOn: string | null, planIds: string[] | null = [plan.id]) =>
      product.db.read(THE_PRODUCT, async (reader) =>
        (await figures.waitingCentsOfYear(reader, year, knownOn, planIds)).get(plan.id),
      );
    product.clock.set('2024-11-10');
    const claim = await given.purchase(plan, 500_00);
    product.clock.set('2024-11-20');
    await given.accept(claim);
    product.clock.set('2024-12-31');
    expect(await ofYear(2024, '2024-11-09')).toBe(undefined);
    expect(await ofYear(2024, '2024-11-19')).toBe(500_00n);
    expect(await ofYear(2024, '2024-11-19', null)).toBe(500_00n);
    expect(await ofYear(2024, '2024-11-20')).toBe(undefined);
    expect(await ofYear(2024, null)).toBe(undefined);
    expect(await ofYear(2023, '2024-11-19')).toBe(undefined);
  });

  it('a plan is silent since its last claim, and late with the quarters that are due', async () => {
    const plan = await newPlan();
    const reporting = (from: string) =>
      product.db.read(THE_PRODUCT, async (reader) =>
        (await figures.reporting(reader, new Map([[plan.id, { from, to: '2025-12-31' }]]))).get(plan.id),
      );
    expect(await reporting('2024-01-01')).toEqual({ lastSubmittedOn: null, lateReports: 3 });
    await given.activity(plan, 100, '2024-02-01');
    expect(await reporting('2024-01-01')).toEqual({ lastSubmittedOn: '2024-12-31', lateReports: 2 });
    expect(await reporting('2024-10-01')).toMatchObject({ lateReports: 0 });
  });

  it('none of it is seen by whoever sees no placements, though the query asks for everything', async () => {
    const plan = await newPlan();
    await given.hours(await given.placement(plan), 9_200, Q4);
    const ministry = { scope: { ...EVERYTHING, everything: false, principals: ['IenW'] } };
    await product.db.read(ministry, async (reader) => {
      const asked = { ...reader, scope: EVERYTHING };
      expect(await figures.toCome(asked, new Map([[plan.id, '2025-12-31']]))).toEqual([]);
      expect(await figures.waitingCents(asked, [plan.id])).toEqual(new Map());
    });
  });
});
