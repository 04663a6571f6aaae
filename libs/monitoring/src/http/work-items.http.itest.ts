import { openApi, type TestApi } from '../../../../test/support/app';
import { Caller } from '../../../../test/support/caller';
import { testProduct, type TestProduct } from '../../../../test/support/database';
import { TABLE, buildPortfolio, type PlanName, type Portfolio } from '../../../../test/support/portfolio';
import { PERSON_NAMES, SUPPLIERS, type PersonName, type SignedIn } from '../../../../test/support/world-people';

interface Item {
  readonly key: string;
  readonly kind: string;
  readonly subject: { readonly type: string; readonly id: string; readonly name: string | null };
  readonly planName: string | null;
  readonly contractNumber: string | null;
  readonly quarter: string | null;
  readonly dueOn: string | null;
  readonly count: number | null;
  readonly escalated: boolean;
  readonly waitsFor: { readonly side: string; readonly principalCode: string | null };
}

describe('work items over HTTP', () => {
  let product: TestProduct;
  let api: TestApi;
  let caller: Caller;
  let world: Portfolio;
  let people: Readonly<Record<PersonName, SignedIn>>;

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl);
    caller = await Caller.of(api);
    world = await buildPortfolio(api, caller);
    people = world.people;
  }, 300_000);
  afterAll(async () => {
    caller.close();
    await api.close();
    await product.close();
  });

  const itemsAt = async (who: SignedIn, path: string): Promise<Item[]> =>
    ((await who.get(path)) as { items: Item[] }).items;
  const mine = (who: SignedIn): Promise<Item[]> => itemsAt(who, '/work-items?limit=100');
  const inPlan = (who: SignedIn, plan: PlanName): Promise<Item[]> =>
    itemsAt(who, `/plans/${world.plans[plan]}/work-items?limit=100`);
  /** What it is about, in a few words. */
  const told = (items: readonly Item[]): string[] =>
    items
      .map(({ kind, contractNumber, planName, quarter, subject }) =>
        [kind, contractNumber ?? planName ?? subject.id, ...(quarter === null ? [] : [quarter])].join(' '),
      )
      .sort();
  const find = (items: readonly Item[], kind: string, of?: string): Item | undefined =>
    items.find((item) => item.kind === kind && (of === undefined || told([item])[0]?.includes(of)));
  /** Moves the clock, and signs everybody in again: a session lasts a day. */
  const goTo = async (day: string): Promise<void> => {
    api.clock.set(day);
    for (const name of PERSON_NAMES) await people[name].again();
  };

  describe('of each role', () => {
    const OF_A = (more: string[]): string[] =>
      ['PLAN-A', 'PLAN-A-JENV'].flatMap((plan) => more.map((kind) => `${kind.replace('PLAN', plan)}`)).sort();
    const CORRECT = 'CLAIMS_TO_CORRECT PLAN-A 2025-Q4';
    const WRITE = ['PLAN_TO_WRITE PLAN-A-BZK', 'PLAN_TO_WRITE PLAN-A-JENV'];
    const SUBMIT = 'REPORT_TO_SUBMIT PLAN 2026-Q2';
    /** Half of the term of each contract of 2024 to 2027 is over. */
    const behind = (...contracts: string[]): string[] => contracts.map((contract) => `MID_TERM_BEHIND ${contract}`);

    it.each<[PersonName, string[]]>([
      ['manager', ['PROPOSAL_TO_ANSWER IENW-A1-OPEN', ...behind('IENW-A1', 'IENW-A1-OPEN')]],
      ['secondManager', ['PROPOSAL_TO_ANSWER IENW-A1-OPEN', ...behind('IENW-A1', 'IENW-A1-OPEN')]],
      ['otherManager', ['PROPOSAL_TO_ANSWER BZK-B1-OPEN', ...behind('BZK-A1', 'BZK-A1-OWN', 'BZK-B1-OPEN')]],
      ['thirdManager', behind('SZW-A2')],
      ['categoryManager', []],
      ['ministryReader', []],
      ['auditor', []],
      ['coordinator', ['PLAN_TO_APPROVE PLAN-A-FREE', ...behind('BZK-A1', 'BZK-A1-OWN', 'IENW-A1', 'SZW-A2')]],
      ['verifier', ['CLAIMS_TO_DECIDE PLAN-A', 'CLAIMS_TO_DECIDE PLAN-B']],
      ['outsideVerifier', ['CLAIMS_TO_DECIDE PLAN-B-DEF']],
      ['outsideManager', []],
      ['steward', ['VALUE_TABLE_TO_APPROVE WERELD-VOORSTEL-B']],
      ['secondSteward', ['VALUE_TABLE_TO_APPROVE WERELD-VOORSTEL-A']],
      ['supplier', [CORRECT, ...WRITE, ...OF_A(['REPORT_TO_MAKE PLAN 2026-Q3', SUBMIT])]],
      ['secondSupplier', [CORRECT, ...WRITE, ...OF_A(['REPORT_TO_CHECK PLAN 2026-Q3', SUBMIT])]],
      ['employee', [CORRECT, ...OF_A(['REPORT_TO_CHECK PLAN 2026-Q3'])]],
      [
        'otherEmployee',
        [
          'CLAIMS_TO_CORRECT PLAN-B 2025-Q4',
          'CLAIMS_TO_CORRECT PLAN-B-DEF 2025-Q4',
          'REPORT_TO_CHECK PLAN-B 2026-Q3',
          'REPORT_TO_CHECK PLAN-B-DEF 2026-Q3',
        ],
      ],
    ])('%s', async (name, expected) => {
      expect(told(await mine(people[name]))).toEqual([...expected].sort());
    });

    it('has what a person needs to begin', async () => {
      expect(find(await mine(people.manager), 'PROPOSAL_TO_ANSWER')).toEqual({
        key: `PROPOSAL_TO_ANSWER:${world.contracts['IENW-A1-OPEN']}`,
        kind: 'PROPOSAL_TO_ANSWER',
        subject: { type: 'CONTRACT', id: world.contracts['IENW-A1-OPEN'], name: 'Titel van IENW-A1-OPEN' },
        planId: world.plans['PLAN-A'],
        planName: 'PLAN-A',
        contractId: world.contracts['IENW-A1-OPEN'],
        contractNumber: 'IENW-A1-OPEN',
        reportId: null,
        reportNumber: null,
        supplierKvkNumber: null,
        supplierName: 'Anker Groep',
        principalCode: 'IenW',
        quarter: null,
        since: '2026-11-23',
        dueOn: null,
        daysLate: 0,
        count: null,
        countWithWarnings: null,
        cents: 311_130_011,
        paceCents: null,
        escalated: false,
        waitsFor: { side: 'PRINCIPAL', principalCode: 'IenW', roles: ['CONTRACT_MANAGER'], persons: [] },
      });
      const [draft] = (await mine(people.supplier)).filter(({ kind }) => kind === 'REPORT_TO_MAKE');
      expect(draft).toMatchObject({
        subject: { type: 'REPORT', id: world.reports['PLAN-A-JENV 2026-Q3'] },
        supplierKvkNumber: SUPPLIERS.A1.kvkNumber,
        supplierName: SUPPLIERS.A1.name,
        dueOn: '2026-10-30',
        daysLate: 24,
        waitsFor: { persons: [{ personId: people.supplier.id, name: 'Persoon supplier' }] },
      });
      expect(find(await mine(people.verifier), 'CLAIMS_TO_DECIDE', 'PLAN-A')).toMatchObject({
        count: 2,
        countWithWarnings: 2,
        dueOn: '2026-12-07',
      });
      expect(find(await mine(people.supplier), 'CLAIMS_TO_CORRECT')).toMatchObject({
        subject: { type: 'REPORT', id: world.reports['PLAN-A 2025-Q4'] },
        count: 2,
        since: '2026-11-23',
      });
    });
  });

  describe('of a plan', () => {
    it('are of everybody, for who follows it whole', async () => {
      const expected = [
        'CLAIMS_TO_CORRECT PLAN-A 2025-Q4',
        'CLAIMS_TO_DECIDE PLAN-A',
        // Each for its principal, and for the network.
        ...['BZK-A1', 'IENW-A1', 'SZW-A2'].flatMap((number) => Array<string>(2).fill(`MID_TERM_BEHIND ${number}`)),
        'PROPOSAL_TO_ANSWER IENW-A1-OPEN',
        'REPORT_TO_CHECK PLAN-A 2026-Q3',
        'REPORT_TO_MAKE PLAN-A 2026-Q3',
        'REPORT_TO_SUBMIT PLAN-A 2026-Q2',
      ];
      for (const name of ['coordinator', 'verifier', 'employee', 'auditor'] as const) {
        expect([name, told(await inPlan(people[name], 'PLAN-A'))]).toEqual([name, expected]);
      }
    });

    it('are of the own contracts and counts for a ministry, and tell of no other ministry', async () => {
      const [own, other] = [await inPlan(people.ministryReader, 'PLAN-A'), await inPlan(people.otherManager, 'PLAN-A')];
      expect(told(own)).toEqual([
        'CLAIMS_TO_DECIDE PLAN-A',
        'MID_TERM_BEHIND IENW-A1',
        'MID_TERM_BEHIND IENW-A1',
        'PROPOSAL_TO_ANSWER IENW-A1-OPEN',
      ]);
      expect(told(other)).toEqual(['CLAIMS_TO_DECIDE PLAN-A', 'MID_TERM_BEHIND BZK-A1', 'MID_TERM_BEHIND BZK-A1']);
      expect(JSON.stringify(other)).not.toContain('IenW');
      expect(find(other, 'CLAIMS_TO_DECIDE')).toMatchObject({
        count: null,
        countWithWarnings: null,
        waitsFor: { side: 'NETWORK' },
      });
    });

    it('are counts for the managers of a ministry that verifies, and all for its verifier', async () => {
      expect(told(await inPlan(people.outsideManager, 'PLAN-B-DEF'))).toEqual([
        'CLAIMS_TO_DECIDE PLAN-B-DEF',
        'PLAN_TO_WRITE PLAN-B-DEF',
      ]);
      expect(told(await inPlan(people.outsideVerifier, 'PLAN-B-DEF'))).toContain('REPORT_TO_SUBMIT PLAN-B-DEF 2026-Q2');
    });

    it('are not found where the plan is not', async () => {
      const path = `/plans/${world.plans['PLAN-B']}/work-items`;
      expect((await people.supplier.ask('GET', path)).status).toBe(404);
      expect((await people.steward.ask('GET', path)).status).toBe(403);
    });
  });

  it('come in pages, each once, the soonest due first', async () => {
    const all = await mine(people.supplier);
    const seen: Item[] = [];
    let after: string | null = '';
    while (after !== null) {
      const rest = after === '' ? '' : `&after=${after}`;
      const page = (await people.supplier.get(`/work-items?limit=2${rest}`)) as { items: Item[]; next: string | null };
      seen.push(...page.items);
      after = page.next;
    }
    expect(seen.map(({ key }) => key)).toEqual(all.map(({ key }) => key));
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    const due = all.map(({ dueOn }) => dueOn ?? '9999');
    expect(due).toEqual([...due].sort());
    expect((await people.supplier.ask('GET', '/work-items?after=abc')).status).toBe(400);
  });

  it('are read one by one, by whom they wait for', async () => {
    const items = await mine(people.manager);
    expect(items.length).toBeGreaterThan(1);
    for (const item of items) expect(await people.manager.get(`/work-items/${item.key}`)).toEqual(item);
    const proposal = `/work-items/PROPOSAL_TO_ANSWER:${world.contracts['IENW-A1-OPEN']}`;
    expect((await people.secondManager.get(proposal)).kind).toBe('PROPOSAL_TO_ANSWER');
    for (const who of [people.otherManager, people.supplier, people.coordinator]) {
      const answer = await who.ask('GET', proposal);
      expect([answer.status, answer.json]).toMatchObject([404, { code: 'work-item.done' }]);
    }
    expect((await people.manager.ask('GET', '/work-items/onzin')).status).toBe(400);
  });

  describe('are gone when the work is done', () => {
    /** Without what is behind at half of its term, and what comes from others: no work of these tests changes it. */
    const mine = async (who: SignedIn): Promise<Item[]> =>
      (await itemsAt(who, '/work-items?limit=100')).filter(
        ({ kind, escalated }) => kind !== 'MID_TERM_BEHIND' && !escalated,
      );
    it('a proposal that is answered', async () => {
      const path = `/plans/${world.plans['PLAN-A']}/proposals/${world.contracts['IENW-A1-OPEN']}/answers`;
      await people.secondManager.post(path, { agree: true, valueTable: TABLE });
      expect(told(await mine(people.manager))).toEqual([]);
      const gone = await people.manager.ask('GET', `/work-items/PROPOSAL_TO_ANSWER:${world.contracts['IENW-A1-OPEN']}`);
      expect([gone.status, gone.json]).toMatchObject([404, { code: 'work-item.done' }]);
      expect(told(await inPlan(people.coordinator, 'PLAN-A'))).not.toContain('PROPOSAL_TO_ANSWER IENW-A1-OPEN');
    });

    it('a plan that is sent back and approved', async () => {
      const path = `/plans/${world.plans['PLAN-A-FREE']}`;
      const { version } = await people.coordinator.get(path);
      const { version: returned } = await people.coordinator.post(`${path}/returns`, { version, reason: 'Te weinig.' });
      expect(find(await mine(people.coordinator), 'PLAN_TO_APPROVE')).toBeUndefined();
      expect(find(await mine(people.secondSupplier), 'PLAN_RETURNED')).toMatchObject({
        planName: 'PLAN-A-FREE',
        since: '2026-11-23',
      });
      await people.supplier.post(`${path}/submissions`, { version: returned });
      expect(find(await mine(people.secondSupplier), 'PLAN_RETURNED')).toBeUndefined();
      expect(find(await mine(people.secondCoordinator), 'PLAN_TO_APPROVE')).toMatchObject({
        planName: 'PLAN-A-FREE',
        since: '2026-11-23',
      });
    });

    it('an own plan of a ministry, by the ministry', async () => {
      const path = `/plans/${world.plans['PLAN-B-DEF']}`;
      const { version } = await people.otherSupplier.get(path);
      const line = { block: 'WORK', persons: 1, centihours: 187_200, from: '2026-01-01', to: '2026-12-31' };
      const written = await people.otherSupplier.put(`${path}/lines`, { version, lines: [line] });
      const submitted = await people.otherSupplier.post(`${path}/submissions`, { version: written.version });
      expect(told(await mine(people.outsideManager))).toEqual(['PLAN_TO_APPROVE PLAN-B-DEF']);
      expect(find(await mine(people.coordinator), 'PLAN_TO_APPROVE', 'PLAN-B-DEF')).toBeUndefined();
      await people.outsideManager.post(`${path}/approvals`, { version: submitted.version });
      expect(told(await mine(people.outsideManager))).toEqual([]);
    });

    it('an exemption, by somebody else than who proposed it; and then the obligation, of the category too', async () => {
      const { id } = await people.categoryManager.post('/contracts', {
        number: 'IENW-WERK',
        reference: 'Werk',
        principalCode: 'IenW',
        supplier: { kvkNumber: SUPPLIERS.A1.kvkNumber },
        title: 'Catering Lelystad',
        awardedOn: '2026-10-01',
        startsOn: '2026-11-01',
        endsOn: '2028-10-31',
        categoryCode: 'CATERING',
        exemption: { reason: 'SHORT_TERM' },
      });
      expect(told(await mine(people.categoryManager))).toEqual([]);
      const item = find(await mine(people.manager), 'EXEMPTION_TO_DECIDE');
      expect(item).toMatchObject({ contractNumber: 'IENW-WERK', subject: { type: 'EXEMPTION' } });
      await people.manager.post(`/contracts/${id}/exemptions/${item?.subject.id}/decisions`, {
        approve: false,
        reason: 'De looptijd is lang genoeg.',
      });
      for (const name of ['manager', 'categoryManager'] as const) {
        expect([name, told(await mine(people[name]))]).toEqual([name, ['OBLIGATION_MISSING IENW-WERK']]);
      }
      expect(told(await mine(people.otherManager))).toEqual(['PROPOSAL_TO_ANSWER BZK-B1-OPEN']);
      expect(told(await mine(people.otherCategoryManager))).toEqual([]);
      const obligation = { kind: 'FIXED', amountCents: 5_000_000, deviationReason: 'Zo.' };
      await people.categoryManager.post(`/contracts/${id}/obligation`, { obligation });
      expect(told([...(await mine(people.manager)), ...(await mine(people.categoryManager))])).toEqual([]);
    });

    it('an exemption that the manager proposed, is for the colleague', async () => {
      const path = `/contracts/${world.contracts['IENW-A1']}/exemptions`;
      const { id } = await people.manager.post(path, { reason: 'LEGAL_REASON', text: null });
      expect(told(await mine(people.manager))).toEqual([]);
      expect(told(await mine(people.secondManager))).toEqual(['EXEMPTION_TO_DECIDE IENW-A1']);
      expect(told(await inPlan(people.supplier, 'PLAN-A'))).toContain('EXEMPTION_TO_DECIDE IENW-A1');
      expect(told(await inPlan(people.otherManager, 'PLAN-A'))).not.toContain('EXEMPTION_TO_DECIDE IENW-A1');
      await people.secondManager.post(`${path}/${id}/decisions`, { approve: false, reason: 'Nee.' });
      expect(told(await mine(people.secondManager))).toEqual([]);
    });

    it('claims that are decided on, and claims that come again; a counting limit shows when it is near', async () => {
      const { otherSupplier: supplier, otherSecondSupplier: colleague, verifier } = people;
      const planId = world.plans['PLAN-B'];
      const placement = await supplier.post('/placements', {
        ref: 'Bijna vol',
        planId,
        supplierKvkNumber: SUPPLIERS.B1.kvkNumber,
        candidate: 'K-BIJNA-VOL',
        block: 'LIMITED',
        employmentForm: 'FORMAL',
        startsOn: '2025-10-01',
        registerIndicated: 'YES',
        region: 'AMR01',
      });
      const toOpen = { planId, supplierKvkNumber: SUPPLIERS.B1.kvkNumber, quarter: '2025-Q4', supplementary: true };
      const opened = await supplier.post('/reports', toOpen);
      expect(find(await mine(colleague), 'REPORT_TO_MAKE')).toMatchObject({ quarter: '2025-Q4', dueOn: null });
      const months = [{ month: '2025-10', paidCentihours: 14_500 }];
      const path = `/reports/${opened.id}`;
      const lines = { version: opened.version, placements: [{ placementId: placement.id, months }] };
      const written = await supplier.put(`${path}/lines`, { ...lines, purchases: [], activities: [] });
      const checked = await colleague.post(`${path}/checks`, { version: written.version });
      expect(told(await mine(supplier))).toContain('CLAIMS_TO_CORRECT PLAN-B 2025-Q4');
      // The moment after the refusals: what comes again is later than what was refused.
      await goTo('2026-11-24');
      await supplier.post(`${path}/submissions`, { version: checked.version });
      expect(told(await mine(supplier))).not.toContain('CLAIMS_TO_CORRECT PLAN-B 2025-Q4');
      expect(find(await mine(verifier), 'CLAIMS_TO_DECIDE', 'PLAN-B')?.count).toBe(3);

      expect(find(await mine(supplier), 'PLACEMENT_LIMIT_NEAR')).toBeUndefined();
      const { items: claims } = await verifier.get(`/claims?planId=${planId}&status=CLAIMED`);
      const decisions = (claims as { id: string }[]).map(({ id: claimId }) => ({ claimId, verdict: 'ACCEPT' }));
      await verifier.post('/decisions', { decisions });
      expect(find(await mine(verifier), 'CLAIMS_TO_DECIDE', 'PLAN-B')).toBeUndefined();
      expect(find(await mine(supplier), 'PLACEMENT_LIMIT_NEAR')).toMatchObject({
        subject: { type: 'PLACEMENT', id: placement.id, name: 'Bijna vol' },
        since: '2026-11-24',
      });
      expect(find(await inPlan(people.ministryReader, 'PLAN-B'), 'PLACEMENT_LIMIT_NEAR')).toBeUndefined();
      await supplier.post(`/placements/${placement.id}/ends`, { version: 1, endsOn: '2026-11-23' });
      expect(find(await mine(supplier), 'PLACEMENT_LIMIT_NEAR')).toBeUndefined();
    });

    it('a value table that is decided on', async () => {
      await goTo('2026-11-25');
      await people.steward.post('/value-tables/WERELD-VOORSTEL-B/approvals', { version: 1 });
      expect(told(await mine(people.steward))).toEqual([]);
    });

    it('a report: to check, to submit, and sent', async () => {
      const id = world.reports['PLAN-A 2026-Q3'];
      const { version } = await people.supplier.get(`/reports/${id}`);
      const checked = await people.employee.post(`/reports/${id}/checks`, { version });
      expect(told(await mine(people.employee))).not.toContain('REPORT_TO_CHECK PLAN-A 2026-Q3');
      expect(told(await mine(people.supplier))).toContain('REPORT_TO_SUBMIT PLAN-A 2026-Q3');
      await people.supplier.post(`/reports/${id}/submissions`, { version: checked.version });
      expect(told(await mine(people.supplier))).not.toContain('REPORT_TO_SUBMIT PLAN-A 2026-Q3');
    });
  });

  describe('later', () => {
    it('ask for the report of a quarter that is over, and say that it is late', async () => {
      await goTo('2027-01-30');
      expect(find(await mine(people.employee), 'REPORT_TO_OPEN')).toMatchObject({
        subject: { type: 'PLAN', id: world.plans['PLAN-A'] },
        supplierKvkNumber: SUPPLIERS.A1.kvkNumber,
        quarter: '2026-Q4',
        since: '2027-01-01',
        dueOn: '2027-01-30',
        daysLate: 0,
      });
      expect(find(await mine(people.coordinator), 'REPORT_LATE')).toBeUndefined();
      await goTo('2027-02-01');
      expect(told(await mine(people.coordinator)).filter((text) => text.startsWith('REPORT_LATE'))).toEqual([
        'REPORT_LATE PLAN-A 2026-Q4',
        'REPORT_LATE PLAN-B 2026-Q4',
      ]);
      expect(told((await mine(people.outsideManager)).filter(({ escalated }) => !escalated))).toEqual([
        'REPORT_LATE PLAN-B-DEF 2026-Q4',
      ]);
      expect(find(await inPlan(people.ministryReader, 'PLAN-A'), 'REPORTS_TO_COME')).toMatchObject({
        count: 1,
        quarter: null,
        dueOn: '2027-01-30',
      });

      const toOpen = { planId: world.plans['PLAN-A'], supplierKvkNumber: SUPPLIERS.A1.kvkNumber, quarter: '2026-Q4' };
      const opened = await people.supplier.post('/reports', toOpen);
      expect(find(await mine(people.employee), 'REPORT_TO_OPEN', 'PLAN-A')).toBeUndefined();
      expect(told(await mine(people.coordinator))).toContain('REPORT_LATE PLAN-A 2026-Q4');
      const checked = await people.employee.ask('POST', `/reports/${opened.id}/checks`, { version: opened.version });
      await people.supplier.post(`/reports/${opened.id}/submissions`, {
        version: (checked.json as { version: number }).version,
        nothingToReport: true,
      });
      expect(told(await mine(people.coordinator))).not.toContain('REPORT_LATE PLAN-A 2026-Q4');
      expect(find(await inPlan(people.ministryReader, 'PLAN-A'), 'REPORTS_TO_COME')).toBeUndefined();
    });

    it('ask for the settlement of what is over, side by side, until it is final', async () => {
      await goTo('2028-01-03');
      const path = `/contracts/${world.contracts['IENW-B1']}`;
      const ofContract = async (who: SignedIn): Promise<string[]> =>
        told((await mine(who)).filter(({ contractNumber }) => contractNumber === 'IENW-B1'));
      expect(await ofContract(people.manager)).toEqual(['SETTLEMENT_TO_PROPOSE IENW-B1']);
      expect(await ofContract(people.otherManager)).toEqual([]);
      const contract = await people.manager.get(`${path}/balance`);
      expect(contract.remainingCents).toBe(0);
      await people.manager.post(`${path}/settlement-proposals`, { outcome: 'FULFILLED', reason: 'Ingevuld.' });
      // Nothing is short: the principal need not wait for the supplier.
      expect(await ofContract(people.manager)).toEqual(['SETTLEMENT_TO_FINISH IENW-B1']);
      await people.manager.post(`${path}/settlements`, { version: 1 });
      expect(await ofContract(people.manager)).toEqual([]);
    });

    it('hear the supplier of a shortfall first, and follow a remedy', async () => {
      const path = `/contracts/${world.contracts['SZW-A2']}`;
      const kinds = async (...names: PersonName[]): Promise<string[]> =>
        (await Promise.all(names.map((name) => mine(people[name]))))
          .flat()
          .filter(({ contractNumber }) => contractNumber === 'SZW-A2')
          .map(({ kind, waitsFor }) => `${kind} ${waitsFor.side}`);
      const proposal = { outcome: 'SETTLED_WAIVED', reason: 'Overmacht.' };
      await people.thirdManager.post(`${path}/settlement-proposals`, proposal);
      expect(await kinds('thirdManager', 'supplier', 'employee')).toEqual(['SETTLEMENT_TO_ANSWER SUPPLIER']);
      expect(told(await inPlan(people.otherManager, 'PLAN-A')).join()).not.toContain('SZW-A2');
      await people.supplier.post(`${path}/settlement-answers`, { version: 1, agrees: true });
      expect(await kinds('thirdManager', 'supplier')).toEqual(['SETTLEMENT_TO_FINISH PRINCIPAL']);
      await people.thirdManager.post(`${path}/remedies`, { version: 2, until: '2028-03-31', reason: 'Nog een kans.' });
      expect(await kinds('thirdManager', 'supplier')).toEqual(['SHORTFALL_TO_MAKE_GOOD SUPPLIER']);
      await goTo('2028-03-01');
      expect(await kinds('thirdManager', 'supplier')).toEqual([
        'REMEDY_ENDING PRINCIPAL',
        'SHORTFALL_TO_MAKE_GOOD SUPPLIER',
      ]);
      await goTo('2028-04-01');
      expect(await kinds('thirdManager', 'supplier')).toEqual(['SETTLEMENT_TO_PROPOSE PRINCIPAL']);
    });
  });
});
