import { THE_PRODUCT } from '@sr/kernel';
import { bodyOf, openApi, type TestApi } from '../../../../test/support/app';
import { emptyDatabase } from '../../../../test/support/database';
import { withProduct } from '../product/product';
import { DEMO_FOLDER, readManifest } from './manifest';
import { prepareDemo } from './prepare-demo';

/** What a list of the API answers, as far as it is looked at here. */
interface Item {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly state: string;
  readonly status: string;
}

describe('the example', () => {
  const manifest = readManifest(DEMO_FOLDER);
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let api: TestApi;
  let accounts: Map<string, string>;

  beforeAll(async () => {
    database = await emptyDatabase();
    const { appUrl: applicationUrl, ownerUrl } = database;
    const silent = { say: () => undefined, progress: () => undefined };
    expect(await prepareDemo({ applicationUrl, ownerUrl, server: null, where: 'test' }, silent)).toEqual([]);
    // A second start finds it made.
    expect(await prepareDemo({ applicationUrl, ownerUrl, server: null, where: 'test' }, silent)).toEqual([]);
    api = await openApi(applicationUrl, '2026-11-22');
    const { items } = bodyOf(await api.anybody().get('/v1/demo-accounts'));
    accounts = new Map(items.map(({ name, personId }: { name: string; personId: string }) => [name, personId]));
  }, 600_000);
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  /** Signs in by choosing an account, and reads lists as that person. */
  async function readerAs(name: string): Promise<(path: string) => Promise<Item[]>> {
    const opened = await api
      .anybody()
      .post('/v1/session')
      .send({ personId: accounts.get(name) });
    bodyOf(opened, 201);
    const set = opened.headers['set-cookie'] as unknown as string[];
    const cookies = set.map((cookie) => cookie.split(';')[0]).join('; ');
    return async (path) => {
      const answer = await api.anybody().get(`/v1${path}`).set('cookie', cookies);
      return bodyOf(answer).items as Item[];
    };
  }

  it('yields the figures that are published of it', async () => {
    const reports = await withProduct(database.appUrl, async ({ clock, impact, allocation }) => {
      clock.set('2026-11-22');
      expect(await allocation.verifyLedger()).toEqual([]);
      return Promise.all(manifest.years.map((year) => impact.year(THE_PRODUCT, year, '2026-11-22')));
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
      [1_330_400_000, 627_064_389, 487_850_130, 0, 2_333_487_279, '60.8714'],
      [1_378_600_000, 1_078_143_265, 399_198_307, 7_227_799, 3_259_256_311, '48.1689'],
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
});
