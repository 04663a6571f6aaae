import { bodyOf, openApi, type Client, type TestApi } from '../../../../test/support/app';
import { sql, testProduct, type TestProduct } from '../../../../test/support/database';
import { Given, MANAGER } from '../../../../test/support/given';

/** Today in these tests: half of the terms of 2024 and 2025 is over, and all four reports of 2024 were due. */
const TODAY = '2025-02-10';

describe('figures over HTTP', () => {
  let product: TestProduct;
  let api: TestApi;
  let verifier: Client;
  let auditor: Client;
  let reader: Client;
  let supplier: Client;
  let ids: Record<'c1' | 'c2' | 'c3' | 'formFree' | 'exempt' | 'plan', string>;

  /**
   * A bundle of IenW (C1) and BZK (C2) with six candidates at work, an approved plan of action and a claim that waits; and
   * IenW's C3 of another supplier in no plan, with nothing done.
   */
  beforeAll(async () => {
    product = await testProduct();
    const given = new Given(product);
    product.clock.set('2024-01-15');
    await product.identity.recordMembership(MANAGER, {
      principalCode: 'IenW',
      joinedOn: '2023-01-01',
      leftOn: null,
      note: null,
    });
    await product.identity.recordMembership(MANAGER, {
      principalCode: 'BZK',
      joinedOn: '2023-01-01',
      leftOn: null,
      note: null,
    });
    const c1 = await given.contract(90_000_00, { number: 'C1' });
    const c2 = await given.contract(30_000_00, { number: 'C2', principalCode: 'BZK' });
    const plan = await given.plan([c1, c2]);
    product.clock.set('2024-12-31');
    for (let person = 0; person < 6; person += 1) {
      const placement = await given.placement(plan, { region: 'AMR20', endsOn: person < 3 ? '2024-12-31' : null });
      await given.accept(await given.hours(placement, 10_000, { from: '2024-10-01', to: '2024-12-31' }));
    }
    await given.purchase(plan, 1_000_00);
    const other = new Given(product, '22222222');
    const c3 = await other.contract(10_000_00, { number: 'C3' });
    await other.plan([]);
    const carries = { obligation: { kind: 'FORM_FREE', goalUnit: 'PERSONS', goal: 3 } } as const;
    const common = {
      reference: null,
      principalCode: 'IenW',
      supplierKvkNumber: '22222222',
      title: 'Advies',
      awardedOn: '2024-01-02',
      startsOn: '2024-01-01',
      endsOn: '2025-12-31',
    };
    const formFree = await product.contracts.register(MANAGER, { ...common, number: 'F1', carries });
    const exempt = await product.contracts.register(MANAGER, {
      ...common,
      number: 'E1',
      carries: { exemption: { reason: 'kort' } },
    });
    // A promise of work that is to begin: 2,000 hours of EUR 20 over 2025, half sure.
    await sql(
      product.ownerUrl,
      `insert into plans.line (plan_id, edition, ordinal, block, persons, centihours, starts_on, ends_on, confidence_bp)
      values ($1, 1, 0, 'LIMITED', 2, 20000, '2025-01-01', '2025-12-31', 5000)`,
      [plan.id],
    );
    await sql(product.ownerUrl, 'update plans.plan set edition = 1 where id = $1', [plan.id]);
    ids = { c1: c1.id, c2: c2.id, c3: c3.id, formFree: formFree.id, exempt: exempt.id, plan: plan.id };

    api = await openApi(product.applicationUrl, TODAY);
    const IenW = { kind: 'PRINCIPAL', principalCode: 'IenW' } as const;
    verifier = await api.signIn({ name: 'V', organisation: { kind: 'NETWORK' }, roles: ['VERIFIER'] });
    auditor = await api.signIn({ name: 'A', organisation: { kind: 'OVERSIGHT' }, roles: ['AUDITOR'] });
    reader = await api.signIn({ name: 'R', organisation: IenW, roles: ['MINISTRY_READER'] });
    const group = { kind: 'SUPPLIER_GROUP', supplierGroupId: await given.supplierGroup() } as const;
    supplier = await api.signIn({ name: 'S', organisation: group, roles: ['SUPPLIER_EMPLOYEE'] });
  });
  afterAll(async () => {
    await api.close();
    await product.close();
  });

  describe('the report of a year', () => {
    it('is of the whole pool for the network and the auditor, with what the figures are', async () => {
      const report = bodyOf(await verifier.get('/impact-reports/2024'));
      expect(report).toMatchObject({
        year: 2024,
        knownOn: null,
        reach: 'WHOLE_POOL',
        imposedCents: 130_000_00,
        realisedCents: 12_000_00,
        surplusCents: 0,
        jobs: '0.4525',
        formFreeJobs: '0.0000',
      });
      expect(report.byPrincipal.map(({ principalCode }: { principalCode: string }) => principalCode)).toEqual([
        'BZK',
        'IenW',
      ]);
      expect(report.definitions.map(({ figure }: { figure: string }) => figure)).toContain('referenceCents');
      expect(bodyOf(await auditor.get('/impact-reports/2024'))).toEqual(report);
    });

    it('is of the own obligations for a ministry and a supplier', async () => {
      expect(bodyOf(await reader.get('/impact-reports/2024'))).toMatchObject({
        reach: 'IN_SIGHT',
        imposedCents: 100_000_00,
        realisedCents: 9_000_00,
        surplusCents: null,
        byPrincipal: [{ principalCode: 'IenW', jobs: '0.3394' }],
      });
      expect(bodyOf(await supplier.get('/impact-reports/2024'))).toMatchObject({
        imposedCents: 120_000_00,
        surplusCents: 0,
      });
    });

    it('is as it was known on a day', async () => {
      const before = bodyOf(await verifier.get('/impact-reports/2024?knownOn=2024-12-30'));
      expect(before).toMatchObject({ knownOn: '2024-12-30', imposedCents: 120_000_00, realisedCents: 0 });
    });

    it.each([
      ['/impact-reports/1899', '/year'],
      ['/impact-reports/2024?knownOn=2024-02-30', '/knownOn'],
      ['/impact-reports/2024/breakdowns', '/by'],
      ['/impact-reports/2024/breakdowns?by=COLOUR', '/by'],
      ['/pool', '/year'],
      ['/pool?year=abc', '/year'],
      ['/signals?signal=GREEN', '/signal'],
      ['/signals?after=eyJ9', '/after'],
    ])('%s is refused, of %s', async (path, pointer) => {
      const problem = bodyOf(await verifier.get(path), 400);
      expect(problem.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
    });
  });

  describe('a breakdown', () => {
    it('has names, pages and a total', async () => {
      const first = bodyOf(await verifier.get('/impact-reports/2024/breakdowns?by=CONTRACT&limit=2'));
      expect(first).toMatchObject({
        by: 'CONTRACT',
        total: { imposedCents: 130_000_00, personsShown: '6' },
        items: [
          { key: 'C1', name: 'Schoonmaak', contractId: ids.c1, personsShown: '6', jobs: '0.3394' },
          { key: 'C2', personsShown: '6' },
        ],
      });
      const second = bodyOf(
        await verifier.get(`/impact-reports/2024/breakdowns?by=CONTRACT&limit=2&after=${first.next}`),
      );
      expect(second).toMatchObject({ total: first.total, items: [{ key: 'C3', personsShown: '0' }], next: null });
    });

    it.each([
      [
        'PRINCIPAL',
        [
          ['BZK', expect.stringContaining('Binnenlandse Zaken')],
          ['IenW', expect.stringContaining('Infrastructuur')],
        ],
      ],
      [
        'SUPPLIER',
        [
          ['22222222', 'Testleverancier'],
          ['68750110', 'Testleverancier'],
        ],
      ],
      ['CATEGORY', [['NONE', 'Specifieke inkoop']]],
      ['REGION', [['AMR20', 'Haaglanden']]],
      ['TARGET_GROUP', [['WORK', 'WORK']]],
    ])('by %s calls rows as people do', async (by, expected) => {
      const { items } = bodyOf(await auditor.get(`/impact-reports/2024/breakdowns?by=${by}`));
      expect(items.map(({ key, name }: { key: string; name: string }) => [key, name])).toEqual(expected);
    });

    it('has no row of another ministry', async () => {
      for (const by of ['PRINCIPAL', 'CONTRACT']) {
        expect(JSON.stringify(bodyOf(await reader.get(`/impact-reports/2024/breakdowns?by=${by}`)))).not.toMatch(
          /BZK|C2/,
        );
      }
    });
  });

  describe('the pool', () => {
    const centsOf = (body: { steps: { stage: string; cents: number | null }[] }) =>
      Object.fromEntries(body.steps.map(({ stage, cents }) => [stage, cents]));

    it('is a funnel, from the reference to what was realised', async () => {
      expect(centsOf(bodyOf(await verifier.get('/pool?year=2024')))).toEqual({
        REFERENCE: 13_000_000_000,
        REGISTERED: 130_000_00,
        PLANNED: 0,
        CLAIMED: 13_000_00,
        VERIFIED: 12_000_00,
        REALISED: 12_000_00,
      });
      expect(centsOf(bodyOf(await verifier.get('/pool?year=2025')))).toMatchObject({
        PLANNED: 4_000_00,
        REGISTERED: 0,
      });
      expect(centsOf(bodyOf(await verifier.get('/pool?year=2024&knownOn=2024-12-30')))).toMatchObject({ CLAIMED: 0 });
    });

    it('is of the own plans for a supplier, and leaves out what is of whole plans for a ministry', async () => {
      expect(centsOf(bodyOf(await supplier.get('/pool?year=2024')))).toMatchObject({
        REGISTERED: 120_000_00,
        CLAIMED: 13_000_00,
      });
      expect(centsOf(bodyOf(await reader.get('/pool?year=2024')))).toMatchObject({
        REGISTERED: 100_000_00,
        PLANNED: null,
        CLAIMED: null,
        VERIFIED: null,
        REALISED: 9_000_00,
      });
    });
  });

  describe('the forecast of a contract', () => {
    it('adds what is allocated, committed and planned, and shows how', async () => {
      const forecast = bodyOf(await reader.get(`/contracts/${ids.c1}/forecast`));
      expect(forecast).toMatchObject({
        contract: { contractId: ids.c1, contractNumber: 'C1', principalCode: 'IenW' },
        plan: { planId: ids.plan, daysOfSilence: 41 },
        onDay: TODAY,
        amountCents: 90_000_00,
        allocatedCents: 9_000_00,
        remainingCents: 81_000_00,
        claimedNotVerifiedCents: 1_000_00,
        signal: 'AT_RISK',
      });
      // Three placements go on at 10,000 hundredths in 92 days: each 39,673 in 2025, at 20 cents; C1 has 3/4 of the room.
      expect(forecast.committedCents).toBe(1_785_285);
      // EUR 4,000 over 2025, of which 324 days are left, half sure; of LIMITED, in which nobody works yet.
      expect(forecast.plannedCents).toBe(133_150);
      expect(forecast.forecastCents).toBe(900_000 + 1_785_285 + 133_150);
      expect(forecast.steps.map(({ code }: { code: string }) => code)).toEqual([
        'forecast.plan_to_date',
        'forecast.behind',
        'forecast.remaining',
        'forecast.committed',
        'forecast.planned',
        'forecast.sum',
        'forecast.shortfall',
        'forecast.required_pace',
      ]);
      expect(forecast.reasons.map(({ code }: { code: string }) => code)).toEqual([
        'forecast.under_80_percent',
        'forecast.half_term_under_a_quarter',
        'forecast.report_late',
      ]);
    });

    it('of a contract in no plan is at risk three months after the award', async () => {
      const { plan, signal, reasons } = bodyOf(await reader.get(`/contracts/${ids.c3}/forecast`));
      expect([plan, signal]).toEqual([null, 'AT_RISK']);
      expect(reasons.map(({ code }: { code: string }) => code)).toContain('forecast.no_approved_plan');
    });

    it('is not there for others, without an obligation, or without euros', async () => {
      expect(bodyOf(await reader.get(`/contracts/${ids.c2}/forecast`), 404)).toMatchObject({
        code: 'contract.unknown',
      });
      expect(bodyOf(await supplier.get(`/contracts/${ids.c3}/forecast`), 404)).toMatchObject({
        code: 'contract.unknown',
      });
      expect(bodyOf(await reader.get(`/contracts/${ids.exempt}/forecast`), 404)).toMatchObject({
        code: 'obligation.unknown',
      });
      expect(bodyOf(await reader.get(`/contracts/${ids.formFree}/forecast`), 409)).toMatchObject({
        code: 'forecast.form_free',
      });
    });
  });

  describe('the forecast of a plan', () => {
    it('is of all obligations in it for the network, and of its own for a ministry', async () => {
      const all = bodyOf(await verifier.get(`/plans/${ids.plan}/forecast`));
      const numbers = ({ obligations }: { obligations: { contract: { contractNumber: string } }[] }) =>
        obligations.map(({ contract }) => contract.contractNumber);
      expect([numbers(all), all.amountCents, all.claimedNotVerifiedCents]).toEqual([
        ['C1', 'C2'],
        120_000_00,
        1_000_00,
      ]);
      const own = bodyOf(await reader.get(`/plans/${ids.plan}/forecast`));
      expect([numbers(own), own.amountCents]).toEqual([['C1'], 90_000_00]);
      expect(own.obligations[0].forecastCents).toBe(all.obligations[0].forecastCents);
    });

    it('is not there for who sees nothing of the plan', async () => {
      const fin = await api.signIn({
        name: 'F',
        organisation: { kind: 'PRINCIPAL', principalCode: 'Fin' },
        roles: ['MINISTRY_READER'],
      });
      expect(bodyOf(await fin.get(`/plans/${ids.plan}/forecast`), 404)).toMatchObject({ code: 'plan.unknown' });
    });
  });

  describe('signals', () => {
    it('are listed with the most euros at risk first, page by page', async () => {
      const first = bodyOf(await verifier.get('/signals?limit=2'));
      expect(
        first.items.map(({ contract }: { contract: { contractNumber: string } }) => contract.contractNumber),
      ).toEqual(['C1', 'C2']);
      const second = bodyOf(await verifier.get(`/signals?limit=2&after=${first.next}`));
      expect(second).toMatchObject({
        items: [{ contract: { contractNumber: 'C3' }, plan: null, signal: 'AT_RISK', atRiskCents: 10_000_00 }],
        next: null,
      });
    });

    it('are narrowed to one signal, or by plan, and to what is in sight', async () => {
      expect(bodyOf(await verifier.get('/signals?signal=ON_COURSE')).items).toEqual([]);
      expect(bodyOf(await verifier.get('/signals?of=PLANS')).items).toMatchObject([
        { contract: null, plan: { planId: ids.plan }, amountCents: 120_000_00 },
      ]);
      const own = bodyOf(await reader.get('/signals')).items;
      expect(own.map(({ contract }: { contract: { contractNumber: string } }) => contract.contractNumber)).toEqual([
        'C1',
        'C3',
      ]);
    });
  });
});
