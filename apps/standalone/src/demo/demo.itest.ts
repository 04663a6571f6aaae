import { THE_PRODUCT } from '@sr/kernel';
import { DemoMailsService } from '@sr/monitoring';
import { bodyOf, openApi, type TestApi } from '../../../../test/support/app';
import { emptyDatabase } from '../../../../test/support/database';
import { withProduct } from '../product/product';
import { ExamplePost } from './example-post';
import { DEMO_FOLDER, readManifest } from './manifest';
import { prepareDemo } from './prepare-demo';

/** The day on which the example is made here, so that its figures are always the same. */
const TODAY = '2026-11-22';

/** What a list of the API answers, as far as it is looked at here. */
interface Item {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly state: string;
  readonly status: string;
  readonly signal: string;
  readonly warnings: readonly { readonly code: string }[];
  readonly nothingToReport: boolean;
  readonly obligation: { readonly principal: string };
  readonly daysLate: number;
  readonly plan: { readonly planName: string; readonly daysOfSilence: number } | null;
}

describe('the example', () => {
  const manifest = readManifest(DEMO_FOLDER);
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let api: TestApi;
  let post: ExamplePost;
  let accounts: Map<string, string>;

  beforeAll(async () => {
    database = await emptyDatabase();
    const { appUrl: applicationUrl, ownerUrl } = database;
    const silent = { say: () => undefined, progress: () => undefined };
    expect(await prepareDemo({ applicationUrl, ownerUrl, server: null, where: 'test' }, silent, TODAY)).toEqual([]);
    // A second start finds it made.
    expect(await prepareDemo({ applicationUrl, ownerUrl, server: null, where: 'test' }, silent, TODAY)).toEqual([]);
    post = await ExamplePost.open();
    api = await openApi(applicationUrl, TODAY, undefined, { demoMailbox: post });
    post.keepIn(api.app.get(DemoMailsService, { strict: false }));
    const { items } = bodyOf(await api.anybody().get('/v1/demo-accounts'));
    expect(items.filter(({ showcase }: { showcase: boolean }) => showcase)).toMatchObject([
      { roles: ['NETWORK_COORDINATOR'] },
    ]);
    accounts = new Map(items.map(({ name, personId }: { name: string; personId: string }) => [name, personId]));
  }, 600_000);
  afterAll(async () => {
    await api.close();
    await post.close();
    await database.drop();
  });

  /** Signs in by choosing an account. */
  async function cookiesOf(name: string): Promise<string> {
    const opened = await api
      .anybody()
      .post('/v1/session')
      .send({ personId: accounts.get(name) });
    bodyOf(opened, 201);
    const set = opened.headers['set-cookie'] as unknown as string[];
    return set.map((cookie) => cookie.split(';')[0]).join('; ');
  }

  /** Signs in as somebody, and reads lists as that person. */
  async function readerAs(name: string): Promise<(path: string) => Promise<Item[]>> {
    const cookies = await cookiesOf(name);
    return async (path) => {
      const answer = await api.anybody().get(`/v1${path}`).set('cookie', cookies);
      return bodyOf(answer).items as Item[];
    };
  }

  it('yields the figures that are published of it', async () => {
    const reports = await withProduct(database.appUrl, async ({ clock, impact, allocation }) => {
      clock.set(TODAY);
      expect(await allocation.verifyLedger()).toEqual([]);
      return Promise.all(manifest.years.map((year) => impact.year(THE_PRODUCT, year, TODAY)));
    });
    const figures = reports.map(
      ({ imposedCents, annualisedCents, realisedCents, surplusCents, outstandingCents, jobs }) => [
        imposedCents,
        annualisedCents,
        realisedCents,
        surplusCents,
        outstandingCents,
        jobs,
      ],
    );
    expect(figures).toEqual([
      [1_271_900_000, 290_217_238, 227_462_591, 0, 1_490_937_409, '31.8993'],
      [1_330_400_000, 627_064_389, 487_991_690, 0, 2_333_345_719, '60.9114'],
      [1_426_750_000, 1_079_693_497, 408_409_862, 7_227_799, 3_298_053_196, '48.1789'],
    ]);
  });

  it('has an account for each of its people', () => {
    expect([...accounts.keys()].sort()).toEqual(manifest.people.map(({ name }) => name).sort());
  });

  it.each([
    ['a verifier at the network', 'Vera Vinkje', '/claims?status=CLAIMED'],
    ['the verifier of a ministry that left', 'Otto Oordeel', '/claims?status=CLAIMED'],
    ['a coordinator', 'Nienke Netwerk', '/plans?state=SUBMITTED'],
    ['a contract manager', 'Willem Wegen', '/plan-proposals?state=PROPOSED'],
    ['a category manager', 'Ciska Catering', '/contracts'],
    ['a reader at a ministry', 'Lea Lezer', '/contracts'],
    ['a supplier coordinator', 'Sjors Schoffel', '/reports?state=CHECKED'],
    ['an employee of a supplier', 'Victor Vork', '/reports?state=DRAFT'],
    ['a table steward', 'Wim Waarde', '/value-tables?state=PROPOSED'],
    ['an auditor', 'Ada Audit', '/audit-trail'],
  ])('has work for %s', async (_, name, path) => {
    const read = await readerAs(name);
    expect((await read(path)).length).toBeGreaterThan(0);
  });

  it('has post for who has something to do, sent on the last working day before it was made', async () => {
    for (const name of ['Nina Nul', 'Nienke Netwerk', 'Bas Binnenland']) {
      const cookie = await cookiesOf(name);
      const { items } = bodyOf(await api.anybody().get('/v1/demo-mails').set('cookie', cookie));
      expect(items).toMatchObject([{ day: '2026-11-20' }]);
      const mail = bodyOf(await api.anybody().get(`/v1/demo-mails/${items[0].number}`).set('cookie', cookie));
      expect(mail.text).toContain('http://127.0.0.1:3000/werk/');
    }
  });

  it('has an exemption that waits for a second person', async () => {
    const read = await readerAs('Willem Wegen');
    const [contract] = await read('/contracts?search=IenW-26-015');
    expect(contract?.number).toBe('IenW-26-015');
    expect(await read(`/contracts/${contract?.id}/exemptions`)).toMatchObject([
      { state: 'PROPOSED', proposedBy: { name: 'Wanda Water' }, decidedBy: null },
    ]);
  });

  it('shows the verifier of the ministry that left its own claims, and the network none of them', async () => {
    const own = await (await readerAs('Otto Oordeel'))('/claims?limit=100');
    const network = new Set(
      (await (await readerAs('Vera Vinkje'))('/claims?status=CLAIMED&limit=100')).map(({ id }) => id),
    );
    expect(own.filter(({ status }) => status === 'CLAIMED').length).toBeGreaterThan(0);
    expect(own.filter(({ id }) => network.has(id))).toEqual([]);
  });

  describe('shows each kind of work', () => {
    const statesOf = (items: readonly Item[]): string[] => [...new Set(items.map(({ state }) => state))].sort();

    it('claims that are clean, and others with every kind of warning but two', async () => {
      const waiting = await (await readerAs('Vera Vinkje'))('/claims?status=CLAIMED&limit=100');
      expect(waiting.filter(({ warnings }) => warnings.length === 0).length).toBeGreaterThanOrEqual(8);
      expect([...new Set(waiting.flatMap(({ warnings }) => warnings.map(({ code }) => code)))].sort()).toEqual([
        'claim.evidence_expired',
        'claim.evidence_missing',
        'claim.far_from_last_period',
        'claim.hours_improbable',
        'claim.limit_near',
        'claim.outside_earmark_term',
        'claim.plan_not_approved',
        'claim.reported_late',
      ]);
    });

    it('refusals that two suppliers can correct', async () => {
      for (const name of ['Stef Steen', 'Ilse Inkt']) {
        const refused = await (await readerAs(name))('/claims?status=REJECTED&quarter=2026-Q4');
        expect([name, refused.length]).toEqual([name, 1]);
      }
    });

    it('contracts in each state, and plans and proposals in most', async () => {
      const read = await readerAs('Ada Audit');
      const contracts = [
        ...(await read('/contracts?inPlan=false&limit=100')),
        ...(await read('/contracts?state=FINAL_ASSESSMENT')),
        ...(await read('/contracts?state=REMEDY')),
        ...(await read('/contracts?state=SETTLED')),
      ];
      expect(statesOf(contracts)).toEqual([
        'EXEMPT',
        'EXEMPTION_PROPOSED',
        'FINAL_ASSESSMENT',
        'OBLIGATION_MISSING',
        'OPEN',
        'REMEDY',
        'SETTLED',
      ]);
      expect(statesOf(await read('/plans?limit=100'))).toEqual(['APPROVED', 'DRAFT', 'RETURNED', 'SUBMITTED']);
      const principals = (await read('/plan-proposals?limit=100')).map(({ obligation }) => obligation.principal);
      expect([...new Set(principals)].sort()).toEqual(['BZK', 'IenW', 'JenV', 'SZW']);
      expect(await read('/plan-proposals?state=DECLINED')).toHaveLength(1);
    });

    it('a form-free plan of which half of the goal is reached', async () => {
      const read = await readerAs('Jet Justitie');
      const [plan] = await read('/plans?kind=FORM_FREE');
      const answer = await api
        .anybody()
        .get(`/v1/plans/${plan?.id}/progress`)
        .set('cookie', await cookiesOf('Vera Vinkje'));
      expect(bodyOf(answer)).toMatchObject({ goals: [{ unit: 'PERSONS', goal: 6 }], persons: '3' });
    });

    it('reports in each state, one that is late, and one that says that there is nothing', async () => {
      const reports = await (await readerAs('Ada Audit'))('/reports?limit=100');
      expect(statesOf(reports)).toEqual(['CHECKED', 'DRAFT', 'SUBMITTED']);
      expect(reports.some(({ state, daysLate }) => state === 'DRAFT' && daysLate > 0)).toBe(true);
      expect(reports.some(({ nothingToReport }) => nothingToReport)).toBe(true);
    });

    it('plans of each signal, of which the worst one has been silent for months', async () => {
      const signals = await (await readerAs('Nienke Netwerk'))('/signals?of=PLANS&limit=100');
      expect([...new Set(signals.map(({ signal }) => signal))].sort()).toEqual(['AT_RISK', 'BEHIND', 'ON_COURSE']);
      expect(signals[0]?.plan).toMatchObject({ planName: 'UIL-1', daysOfSilence: 111 });
    });
  });
});
