import { timesFraction } from '@sr/kernel';
import { bodyOf, openApi, type Client, type TestApi } from '../../../../test/support/app';
import { testProduct, type TestProduct } from '../../../../test/support/database';
import { Given, MANAGER, VERIFIER } from '../../../../test/support/given';

const TODAY = '2025-02-10';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const Q4 = { from: '2024-10-01', to: '2024-12-31' };

/* eslint-disable @typescript-eslint/no-explicit-any -- answers as they are served; the assertions are the check */

describe('what a figure is made of', () => {
  let product: TestProduct;
  let api: TestApi;
  let verifier: Client;
  let auditor: Client;
  let reader: Client;
  let supplier: Client;
  let ids: Record<'c1' | 'c2' | 'c3' | 'groupA' | 'groupB' | 'plan', string>;

  /**
   * A bundle of IenW (C1) and BZK (C2): a purchase of the first quarter of 2024, work of six people in the last and of one
   * in 2025, and a purchase that was reversed in January 2025. Of another supplier IenW's C3, with work of two, and JenV's
   * C4, which is no member, both in a plan; and IenW's C5, in none.
   */
  beforeAll(async () => {
    product = await testProduct();
    const a = new Given(product);
    product.clock.set('2024-01-15');
    for (const principalCode of ['IenW', 'BZK']) {
      const membership = { principalCode, joinedOn: '2023-01-01', leftOn: null, note: null };
      await product.identity.recordMembership(MANAGER, membership);
    }
    const c1 = await a.contract(90_000_00, { number: 'C1' });
    const c2 = await a.contract(30_000_00, { number: 'C2', principalCode: 'BZK' });
    const plan = await a.plan([c1, c2]);
    product.clock.set('2024-12-31');
    await a.accept(await a.purchase(plan, 400_00));
    const reversed = await a.purchase(plan, 1_000_00);
    await a.accept(reversed);
    for (let person = 0; person < 6; person += 1) {
      await a.accept(await a.hours(await a.placement(plan, { region: 'AMR20' }), 10_000, Q4));
    }
    const b = new Given(product, '22222222');
    const c3 = await b.contract(10_000_00, { number: 'C3' });
    const c4 = await b.contract(20_000_00, { number: 'C4', principalCode: 'JenV' });
    await b.contract(5_000_00, { number: 'C5' });
    const other = await b.plan([c3, c4]);
    for (let person = 0; person < 2; person += 1) {
      await b.accept(await b.hours(await b.placement(other), 3_000, Q4));
    }
    product.clock.set('2025-02-05');
    await product.allocation.reverse(VERIFIER, reversed.id, 'Dubbel');
    const later = await a.hours(await a.placement(plan), 5_000, { from: '2025-01-01', to: '2025-01-31' });
    await a.accept(later);
    const [groupA, groupB] = [await a.supplierGroup(), await b.supplierGroup()];
    ids = { c1: c1.id, c2: c2.id, c3: c3.id, groupA, groupB, plan: plan.id };

    api = await openApi(product.applicationUrl, TODAY);
    verifier = await api.signIn({ name: 'V', organisation: { kind: 'NETWORK' }, roles: ['VERIFIER'] });
    auditor = await api.signIn({ name: 'A', organisation: { kind: 'OVERSIGHT' }, roles: ['AUDITOR'] });
    const IenW = { kind: 'PRINCIPAL', principalCode: 'IenW' } as const;
    reader = await api.signIn({ name: 'R', organisation: IenW, roles: ['MINISTRY_READER'] });
    const group = { kind: 'SUPPLIER_GROUP', supplierGroupId: groupA } as const;
    supplier = await api.signIn({ name: 'S', organisation: group, roles: ['SUPPLIER_EMPLOYEE'] });
  });
  afterAll(async () => {
    await api.close();
    await product.close();
  });

  const get = async (who: Client, path: string): Promise<any> => bodyOf(await who.get(path));
  const people = () => ({ verifier, auditor, reader, supplier });
  const KNOWN = [null, '2024-12-31', '2024-01-20'];
  const known = (knownOn: string | null, before = '?'): string =>
    knownOn === null ? '' : `${before}knownOn=${knownOn}`;

  describe('the course of the pool', () => {
    it('ends each year at the report of that year, whoever reads it and as known whenever', async () => {
      for (const [name, who] of Object.entries(people())) {
        for (const year of [2023, 2024, 2025]) {
          for (const knownOn of KNOWN) {
            const report = await get(who, `/impact-reports/${year}${known(knownOn)}`);
            const { quarters, ...course } = await get(who, `/pool-courses/${year}${known(knownOn)}`);
            expect([name, course]).toEqual([name, { year, knownOn, reach: report.reach }]);
            for (const figure of ['imposed', 'annualised', 'realised', 'reference']) {
              expect([name, knownOn, figure, quarters[3][`${figure}ToDateCents`]]).toEqual([
                name,
                knownOn,
                figure,
                report[`${figure}Cents`],
              ]);
              let toDate = 0;
              for (const quarter of quarters) {
                toDate += quarter[`${figure}Cents`];
                expect(quarter[`${figure}ToDateCents`]).toBe(toDate);
              }
            }
          }
        }
      }
    });

    it('has each euro in its quarter: imposed by the award, realised by the work, the pace by days', async () => {
      const { quarters } = await get(reader, '/pool-courses/2024');
      expect(quarters.map((quarter: any) => [quarter.startsOn, quarter.endsOn])).toEqual([
        ['2024-01-01', '2024-03-31'],
        ['2024-04-01', '2024-06-30'],
        ['2024-07-01', '2024-09-30'],
        ['2024-10-01', '2024-12-31'],
      ]);
      expect(quarters.map((quarter: any) => quarter.imposedCents)).toEqual([105_000_00, 0, 0, 0]);
      // Of the purchase of EUR 400 three quarters; EUR 12,000 of six people three quarters, and C3's third of EUR 1,200.
      expect(quarters.map((quarter: any) => quarter.realisedCents)).toEqual([300_00, 0, 0, 9_400_00]);
      // 91, 182, 274 and 366 of 731 days, each obligation rounded by itself.
      const toDate = (days: number) =>
        [90_000_00, 10_000_00, 5_000_00].reduce((sum, cents) => sum + timesFraction(cents, days, 731), 0);
      expect(quarters.map((quarter: any) => quarter.annualisedToDateCents)).toEqual([91, 182, 274, 366].map(toDate));
      expect((await get(reader, '/pool-courses/2024?knownOn=2024-12-31')).quarters[0].realisedCents).toBe(1_050_00);
    });

    it.each([
      ['/pool-courses/1899', '/year'],
      ['/pool-courses/2024?knownOn=gisteren', '/knownOn'],
    ])('%s is refused, of %s', async (path, pointer) => {
      const { errors } = bodyOf(await verifier.get(path), 400);
      expect(errors.map((error: any) => error.pointer)).toEqual([pointer]);
    });
  });

  describe('a breakdown of some contracts', () => {
    const rows = async (who: Client, query: string, figure = 'realisedCents') =>
      (await get(who, `/impact-reports/2024/breakdowns?${query}`)).items.map((row: any) => [row.key, row[figure]]);

    it.each([
      ['by=CONTRACT&principalCode=IenW', ['C1', 'C3', 'C5']],
      ['by=CONTRACT&supplierKvkNumber=68750110', ['C1', 'C2']],
      ['by=CONTRACT&principalCode=IenW&supplierKvkNumber=68750110', ['C1']],
      ['by=PRINCIPAL&supplierKvkNumber=68750110', ['BZK', 'IenW']],
      ['by=SUPPLIER&principalCode=BZK', ['68750110']],
      ['by=CATEGORY&categoryCode=NONE', ['NONE']],
      ['by=CONTRACT&categoryCode=CATERING', []],
      ['by=CONTRACT&principalCode=Nergens', []],
      // What is no member's is in the whole pool, and not in the sight of the network.
      ['by=CONTRACT&principalCode=JenV', []],
      ['by=PRINCIPAL&supplierKvkNumber=22222222', ['IenW']],
      ['by=REGION&principalCode=BZK', ['AMR20', 'PURCHASE']],
      ['by=REGION&supplierKvkNumber=22222222', ['NONE']],
    ])('%s', async (query, keys) => {
      expect((await rows(verifier, query)).map(([key]: [string]) => key)).toEqual(keys);
    });

    it('adds up to the row that it came from', async () => {
      for (const who of [auditor, reader]) {
        for (const [by, filter] of [
          ['PRINCIPAL', 'principalCode'],
          ['SUPPLIER', 'supplierKvkNumber'],
          ['CATEGORY', 'categoryCode'],
        ]) {
          for (const knownOn of KNOWN) {
            const asked = `/impact-reports/2024/breakdowns?by=${by}${known(knownOn, '&')}`;
            for (const { key, name, contractId, supplierGroupId, ...figures } of (await get(who, asked)).items) {
              const within = `/impact-reports/2024/breakdowns?by=CONTRACT&${filter}=${key}${known(knownOn, '&')}`;
              const { total, items } = await get(who, within);
              expect([key, name !== '', contractId, total]).toEqual([key, true, null, figures]);
              for (const figure of ['imposedCents', 'annualisedCents', 'realisedCents', 'outstandingCents']) {
                expect(items.reduce((sum: number, row: any) => sum + row[figure], 0)).toBe(total[figure]);
              }
              if (by !== 'SUPPLIER') continue;
              const ofGroup = `/impact-reports/2024/breakdowns?by=SUPPLIER&supplierGroupId=${supplierGroupId}`;
              expect((await get(who, ofGroup)).items.map((row: any) => row.key)).toEqual([key]);
            }
          }
        }
      }
    });

    it('of a group is of its suppliers, and of one that is not there or of others nothing', async () => {
      const ofGroup = (id: string) => `by=CONTRACT&supplierGroupId=${id}`;
      expect((await rows(verifier, ofGroup(ids.groupA))).map(([key]: [string]) => key)).toEqual(['C1', 'C2']);
      expect((await rows(reader, ofGroup(ids.groupA))).map(([key]: [string]) => key)).toEqual(['C1']);
      const nothing = await get(supplier, `/impact-reports/2024/breakdowns?${ofGroup(NOBODY)}`);
      expect(nothing.items).toEqual([]);
      expect(await get(supplier, `/impact-reports/2024/breakdowns?${ofGroup(ids.groupB)}`)).toEqual(nothing);
    });

    it('tells a ministry nothing of few persons, whatever it subtracts', async () => {
      const jobs = (query: string) => rows(reader, query, 'jobs');
      expect(await jobs('by=CONTRACT')).toEqual([
        ['C1', null],
        ['C3', '< 5'],
        ['C5', '0.0000'],
      ]);
      expect(await jobs('by=PRINCIPAL')).toEqual([['IenW', '0.3544']]);
      expect(await jobs('by=PRINCIPAL&supplierKvkNumber=68750110')).toEqual([['IenW', null]]);
      expect(await jobs('by=CATEGORY&supplierKvkNumber=22222222')).toEqual([['NONE', '< 5']]);
      expect(await rows(verifier, 'by=CONTRACT&principalCode=IenW', 'personsShown')).toEqual([
        ['C1', '6'],
        ['C3', '2'],
        ['C5', '0'],
      ]);
    });

    it('by region or target group is for who sees people', async () => {
      for (const by of ['REGION', 'TARGET_GROUP']) {
        const path = `/impact-reports/2024/breakdowns?by=${by}&principalCode=IenW`;
        for (const who of [reader, supplier]) {
          expect(bodyOf(await who.get(path), 409)).toMatchObject({ code: 'breakdown.not_narrowed' });
        }
        expect((await get(verifier, path)).items.length).toBeGreaterThan(0);
      }
    });

    it.each([
      ['principalCode=I3', '/principalCode'],
      ['supplierGroupId=1', '/supplierGroupId'],
      ['supplierKvkNumber=123', '/supplierKvkNumber'],
      ['categoryCode=a-b', '/categoryCode'],
    ])('with %s is refused', async (query, pointer) => {
      const { errors } = bodyOf(await reader.get(`/impact-reports/2024/breakdowns?by=CONTRACT&${query}`), 400);
      expect(errors.map((error: any) => error.pointer)).toEqual([pointer]);
    });
  });

  describe('the lines of a year in a statement', () => {
    interface Line {
      readonly recordedAt: string;
      readonly contractNumber: string | null;
      readonly quarterStartsOn: string;
      readonly cents: number;
    }
    /** All lines, over pages of three. */
    async function lines(who: Client, path: string): Promise<Line[]> {
      const all: Line[] = [];
      for (let after = ''; ;) {
        const page = await get(who, `${path}&limit=3${after}`);
        all.push(...page.items);
        if (page.next === null) return all;
        after = `&after=${page.next}`;
      }
    }
    const sum = (of: Line[], knownOn: string | null = null): number =>
      of.reduce((total, { cents, recordedAt }) => {
        const day = new Date(recordedAt).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
        return knownOn === null || day <= knownOn ? total + cents : total;
      }, 0);

    it('are together what was realised, less what was reversed, as known whenever', async () => {
      for (const year of [2023, 2024, 2025]) {
        for (const knownOn of KNOWN) {
          const path = `/impact-reports/${year}/breakdowns?by=CONTRACT${known(knownOn, '&')}`;
          for (const { contractId, realisedCents } of (await get(auditor, path)).items) {
            for (const order of ['OLDEST_FIRST', 'NEWEST_FIRST']) {
              const own = await lines(auditor, `/contracts/${contractId}/statement?year=${year}&order=${order}`);
              expect([year, knownOn, sum(own, knownOn)]).toEqual([year, knownOn, realisedCents]);
              expect(own.every(({ quarterStartsOn }) => quarterStartsOn.startsWith(String(year)))).toBe(true);
            }
          }
        }
      }
      const ofC1 = await lines(reader, `/contracts/${ids.c1}/statement?year=2024`);
      expect(ofC1.filter(({ cents }) => cents < 0).map(({ cents }) => cents)).toEqual([-750_00]);
    });

    it('of a principal, a plan and a group are the lines of the same year', async () => {
      const report = await get(reader, '/impact-reports/2024');
      expect(sum(await lines(reader, '/principals/IenW/statement?year=2024'))).toBe(report.realisedCents);
      for (const path of [`/plans/${ids.plan}/statement`, `/supplier-groups/${ids.groupA}/statement`]) {
        for (const who of [supplier, reader]) {
          const all = await lines(who, `${path}?`);
          const years: Line[] = [];
          for (const year of [2023, 2024, 2025]) years.push(...(await lines(who, `${path}?year=${year}`)));
          expect(years).toEqual(expect.arrayContaining(all));
          expect(years).toHaveLength(all.length);
          expect((await lines(who, `${path}?year=2025`)).length).toBeGreaterThan(0);
        }
      }
      expect(bodyOf(await reader.get('/principals/IenW/statement?year=24'), 400).errors[0].pointer).toBe('/year');
    });
  });

  describe('the ranking of supplier groups', () => {
    it('says of each what is open, at risk and behind, as the forecasts do', async () => {
      const { on, order, items } = await get(verifier, '/supplier-rankings');
      expect([on, order]).toEqual([TODAY, 'OPEN']);
      expect(items).toMatchObject([
        {
          rank: 1,
          supplierGroupId: ids.groupA,
          name: 'Testgroep',
          openCents: 120_000_00,
          allocatedCents: 13_400_00,
          signal: 'AT_RISK',
          obligations: 2,
          principals: 2,
          planCount: 1,
          plans: [{ planId: ids.plan, signal: 'AT_RISK' }],
        },
        // C3 and C5: of JenV's C4 the network sees nothing.
        { rank: 2, supplierGroupId: ids.groupB, openCents: 15_000_00, allocatedCents: 400_00, planCount: 1 },
      ]);
      for (const { plans, supplierGroupId, ...group } of items) {
        const forecasts: any[] = [];
        for (const { contract } of (await get(verifier, '/signals')).items) {
          const { supplier: its } = await get(verifier, `/contracts/${contract.contractId}`);
          if (its.supplierGroupId !== supplierGroupId) continue;
          forecasts.push(await get(verifier, `/contracts/${contract.contractId}/forecast`));
        }
        const add = (figure: string): number => forecasts.reduce((total, one) => total + one[figure], 0);
        expect(group).toMatchObject({
          openCents: add('amountCents'),
          allocatedCents: add('allocatedCents'),
          atRiskCents: add('shortfallCents'),
          behindCents: add('behindCents'),
          obligations: forecasts.length,
          daysOfSilence: Math.max(...forecasts.map(({ plan }) => plan?.daysOfSilence ?? 0)),
        });
        for (const { planId, signal, daysOfSilence } of plans) {
          const its = await get(verifier, `/plans/${planId}/forecast`);
          expect([signal, daysOfSilence]).toEqual([its.signal, its.plan.daysOfSilence]);
        }
      }
    });

    it('puts the most of what is asked first, and as many as is asked', async () => {
      for (const [order, figure] of [
        ['AT_RISK', 'atRiskCents'],
        ['BEHIND', 'behindCents'],
      ] as const) {
        const { items } = await get(verifier, `/supplier-rankings?order=${order}`);
        const figures = items.map((group: any) => group[figure]);
        expect(figures).toEqual([...figures].sort((one, other) => other - one));
      }
      expect((await get(verifier, '/supplier-rankings?limit=1')).items).toHaveLength(1);
      expect((await get(auditor, '/supplier-rankings')).items[1]).toMatchObject({ openCents: 35_000_00 });
    });

    it('is for the network and the auditor', async () => {
      bodyOf(await reader.get('/supplier-rankings'), 403);
      bodyOf(await supplier.get('/supplier-rankings'), 403);
      expect(bodyOf(await verifier.get('/supplier-rankings?order=LARGE'), 400).errors[0].pointer).toBe('/order');
    });
  });
});
