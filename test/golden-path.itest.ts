import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Invitation } from '@sr/identity';
import { PeopleService } from '@sr/identity';
import { THE_PRODUCT } from '@sr/kernel';
import { readScenario } from '../apps/standalone/src/replay/scenario';
import { toValueTable } from '../apps/standalone/src/replay/value-table.file';
import { bodyOf, openApi, type TestApi } from './support/app';
import { testProduct, type TestProduct } from './support/database';

const FOLDER = join(__dirname, 'scenarios');
const EXAMPLE = '01-page-example';
const expected = JSON.parse(readFileSync(join(FOLDER, `${EXAMPLE}.expected.json`), 'utf8')) as {
  obligations: Record<string, object>;
  claims: Record<string, { status: string; valueCents: number }>;
  years: Record<string, { byPrincipal: Record<string, { realisedCents: number; outstandingCents: number }> }>;
};

const KVK = '68750110';
const TABLE = 'T1';

/** The people who carry the example out, each with what it does. All of them choose their account, as in the demo. */
const PEOPLE = {
  ienw: { name: 'Ilse Ibis', organisation: { kind: 'PRINCIPAL', principalCode: 'IenW' }, roles: ['CONTRACT_MANAGER'] },
  bzk: { name: 'Bas Buizerd', organisation: { kind: 'PRINCIPAL', principalCode: 'BZK' }, roles: ['CONTRACT_MANAGER'] },
  printing: {
    name: 'Aafke Aalscholver',
    organisation: { kind: 'PRINCIPAL', principalCode: 'AZ' },
    roles: ['CATEGORY_MANAGER'],
    categories: ['BEDRIJFSKLEDING'],
  },
  network: { name: 'Nico Nachtegaal', organisation: { kind: 'NETWORK' }, roles: ['NETWORK_COORDINATOR', 'VERIFIER'] },
} satisfies Record<string, Invited>;

/** Somebody to invite; the address follows. */
type Invited = Omit<Invitation, 'email' | 'categories'> & Partial<Invitation>;

type Name = keyof typeof PEOPLE | 'supplier' | 'reader' | 'second';

type Body = ReturnType<typeof bodyOf>;

/** Somebody at work: every request on the day at which the clock stands, with a session of that day. */
class Day {
  private readonly sessions = new Map<Name, { cookie: string; csrfToken: string }>();

  constructor(
    private readonly api: TestApi,
    private readonly accounts: ReadonlyMap<Name, string>,
    on: string,
  ) {
    api.clock.set(on);
  }

  async get(who: Name, path: string): Promise<Body> {
    const { cookie } = await this.session(who);
    return bodyOf(await this.api.anybody().get(`/v1${path}`).set('cookie', cookie));
  }

  async post(who: Name, path: string, body: object = {}): Promise<Body> {
    return this.send(who, 'post', path, body);
  }

  async put(who: Name, path: string, body: object): Promise<Body> {
    return this.send(who, 'put', path, body);
  }

  private async send(who: Name, method: 'post' | 'put', path: string, body: object): Promise<Body> {
    const { cookie, csrfToken } = await this.session(who);
    const request = this.api.anybody()[method](`/v1${path}`).set('cookie', cookie).set('x-csrf-token', csrfToken);
    const response = await request.send(body);
    return bodyOf(response, response.status < 300 ? response.status : 200);
  }

  private async session(who: Name): Promise<{ cookie: string; csrfToken: string }> {
    const known = this.sessions.get(who);
    if (known) return known;
    const opened = await this.api
      .anybody()
      .post('/v1/session')
      .send({ personId: this.accounts.get(who) });
    const { csrfToken } = bodyOf(opened, 201);
    const [cookie = ''] = opened.get('set-cookie') ?? [];
    const session = { cookie: cookie.split(';')[0] ?? '', csrfToken };
    this.sessions.set(who, session);
    return session;
  }
}

/** The rows of principals, as replay writes them. */
const byCode = (rows: { principalCode: string }[]) =>
  Object.fromEntries(rows.map(({ principalCode, ...row }) => [principalCode, row]));

describe('from contract to report, over HTTP alone', () => {
  let product: TestProduct;
  let api: TestApi;
  const accounts = new Map<Name, string>();
  const on = (day: string) => new Day(api, accounts, day);

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl, '2024-01-05');
    const people = api.app.get(PeopleService);
    product.clock.set('2024-01-05');
    const [table] = readScenario(readFileSync(join(FOLDER, `${EXAMPLE}.json`), 'utf8')).scenario?.valueTables ?? [];
    if (!table) throw new Error('the example has a value table');
    await product.valuation.register(THE_PRODUCT, toValueTable(table));
    for (const principalCode of ['IenW', 'BZK', 'AZ']) {
      const membership = { principalCode, joinedOn: '2023-01-01', leftOn: null, note: null };
      await product.identity.recordMembership(THE_PRODUCT, membership);
    }
    const invite = async (name: string, invitation: Invited) => {
      const email = `${name}@example.nl`;
      const person = await people.invite(THE_PRODUCT, { categories: [], ...invitation, email }, true);
      accounts.set(name as Name, person.id);
    };
    for (const [name, invitation] of Object.entries(PEOPLE)) await invite(name, invitation);
    const az = { kind: 'PRINCIPAL', principalCode: 'AZ' } as const;
    await invite('second', { name: 'Arie Arend', organisation: az, roles: ['CONTRACT_MANAGER'] });
    const ienw = { kind: 'PRINCIPAL', principalCode: 'IenW' } as const;
    await invite('reader', { name: 'Ida IJsvogel', organisation: ienw, roles: ['MINISTRY_READER'] });
  });
  afterAll(async () => {
    await api.close();
    await product.close();
  });

  it('yields the same year, cent by cent, and shows a ministry no figures on one person', async () => {
    const supplier = { kvkNumber: KVK, name: 'Test BV Donald' };
    let day = on('2024-01-05');
    const c1 = await day.post('ienw', '/contracts', {
      number: 'C1',
      principalCode: 'IenW',
      supplier,
      title: 'Onderhoud',
      awardedOn: '2023-12-01',
      startsOn: '2024-01-01',
      endsOn: '2027-12-31',
      obligation: { kind: 'PERCENTAGE', basis: 'CONTRACT_VALUE', baseCents: 480_000_000, rateBp: 500 },
    });
    const c2 = await day.post('bzk', '/contracts', {
      number: 'C2',
      principalCode: 'BZK',
      supplier: { kvkNumber: KVK },
      title: 'Catering',
      awardedOn: '2024-01-02',
      startsOn: '2024-02-01',
      endsOn: '2026-12-31',
      obligation: { kind: 'FIXED', amountCents: 4_000_000 },
    });
    const { items: groups } = await day.get('network', '/supplier-groups?search=68750110');
    const organisation = { kind: 'SUPPLIER_GROUP', supplierGroupId: groups[0].id } as const;
    const people = api.app.get(PeopleService);
    const person = await people.invite(
      THE_PRODUCT,
      { name: 'Sien Specht', email: 's@example.nl', organisation, roles: ['SUPPLIER_COORDINATOR'], categories: [] },
      true,
    );
    accounts.set('supplier', person.id);

    day = on('2024-02-01');
    const plan = await day.post('network', '/plans', {
      name: 'P1',
      kind: 'BUNDLE',
      supplierGroupId: groups[0].id,
      valueTable: TABLE,
      contractIds: [c1.id, c2.id],
    });
    const agree = { agree: true, valueTable: TABLE };
    await day.post('ienw', `/plans/${plan.id}/proposals/${c1.id}/answers`, agree);
    await day.post('bzk', `/plans/${plan.id}/proposals/${c2.id}/answers`, agree);

    day = on('2024-03-01');
    const placement = await day.post('supplier', '/placements', {
      ref: 'PL1',
      planId: plan.id,
      supplierKvkNumber: KVK,
      candidate: 'K1',
      block: 'BANENAFSPRAAK',
      bonuses: ['AGE_55'],
      employmentForm: 'FORMAL',
      startsOn: '2024-03-01',
      registerIndicated: 'YES',
    });

    const report = async (lines: object, supplementary = false): Promise<number[]> => {
      const opened = await day.post('supplier', '/reports', {
        planId: plan.id,
        supplierKvkNumber: KVK,
        quarter: '2024-Q2',
        supplementary,
      });
      const empty = { placements: [], purchases: [], activities: [] };
      const body = { version: opened.version, ...empty, ...lines };
      const written = await day.put('supplier', `/reports/${opened.id}/lines`, body);
      const path = `/reports/${opened.id}/submissions`;
      const submitted = await day.post('supplier', path, { version: written.version });
      return submitted.lines.map(({ claimId }: { claimId: string }) => claimId);
    };
    day = on('2024-07-02');
    const months = ['2024-04', '2024-05', '2024-06'].map((month) => ({ month, paidCentihours: 11_050 }));
    const [v1, v2] = await report({
      placements: [{ placementId: placement.id, months }],
      purchases: [
        {
          block: 'SW_PURCHASE',
          from: '2024-04-01',
          to: '2024-06-30',
          invoiceCents: 1_850_000,
          seller: { kvkNumber: '12345678', name: 'De Werkplaats' },
        },
      ],
    });
    day = on('2024-07-03');
    const [v3] = await report({ activities: [{ block: 'ACTIVITY', day: '2024-05-14', centihours: 1200 }] }, true);

    day = on('2024-07-10');
    const decisions = [v1, v2, v3].map((claimId) => ({ claimId, verdict: 'ACCEPT' }));
    const preview = await day.post('network', '/decision-previews', { decisions });
    const decided = await day.post('network', '/decisions', { decisions });
    expect(preview).toEqual(decided);
    expect(decided.decisions.map(({ valueCents }: { valueCents: number }) => valueCents)).toEqual(
      ['V1', 'V2', 'V3'].map((ref) => expected.claims[ref]?.valueCents),
    );

    day = on('2024-07-15');
    const [v4] = await report({ activities: [{ block: 'ACTIVITY', day: '2024-05-15', centihours: 225 }] }, true);
    day = on('2024-09-01');
    const rejection = { claimId: v4, verdict: 'REJECT', reason: 'not for this target group' };
    await day.post('network', '/decisions', { decisions: [rejection] });
    const refused = await day.get('supplier', `/claims/${v4}`);
    expect(refused).toMatchObject({ status: 'REJECTED', decisionReason: 'not for this target group' });

    const c3 = await day.post('printing', '/contracts', {
      number: 'C3',
      principalCode: 'AZ',
      supplier: { kvkNumber: KVK },
      title: 'Drukwerk',
      categoryCode: 'BEDRIJFSKLEDING',
      awardedOn: '2024-08-01',
      startsOn: '2024-09-01',
      endsOn: '2024-12-31',
      exemption: { reason: 'SHORT_TERM' },
    });
    const { items: exemptions } = await day.get('second', `/contracts/${c3.id}/exemptions`);
    const approval = `/contracts/${c3.id}/exemptions/${exemptions[0].id}/decisions`;
    await day.post('second', approval, { approve: true });

    day = on('2024-09-02');
    await day.post('network', `/claims/${v2}/reversals`, { reason: 'invoice was credited' });
    day = on('2024-09-03');
    const revision = { baseCents: 500_000_000, previous: 480_000_000, reason: 'extension' };
    await day.post('ienw', `/contracts/${c1.id}/revisions`, revision);
    day = on('2024-09-04');
    await day.post('bzk', `/plans/${plan.id}/members/${c2.id}/departures`, { reason: 'talks' });
    day = on('2024-09-05');
    await day.post('network', `/plans/${plan.id}/proposals`, { contractIds: [c2.id] });
    await day.post('bzk', `/plans/${plan.id}/proposals/${c2.id}/answers`, agree);

    day = on('2027-12-31');
    const outcome = { outcome: 'SETTLED_WITHHELD', reason: 'Niet gehaald.' };
    await day.post('ienw', `/contracts/${c1.id}/settlement-proposals`, outcome);
    await day.post('supplier', `/contracts/${c1.id}/settlement-answers`, { version: 1, agrees: true });
    await day.post('ienw', `/contracts/${c1.id}/settlements`, { version: 2 });

    const year = await day.get('network', '/impact-reports/2024?knownOn=2027-12-31');
    expect({ ...year, byPrincipal: byCode(year.byPrincipal) }).toMatchObject(expected.years['2024'] ?? {});
    for (const [number, contract] of Object.entries({ C1: c1, C2: c2 })) {
      expect(await day.get('network', `/contracts/${contract.id}/balance`)).toMatchObject(
        expected.obligations[number] ?? {},
      );
    }

    const own = await day.get('reader', '/impact-reports/2024?knownOn=2027-12-31');
    const { IenW, BZK } = expected.years['2024']?.byPrincipal ?? {};
    expect(own.realisedCents).toBe(IenW?.realisedCents);
    expect(own.jobs).toBe('< 5');
    expect(own.byPrincipal).toMatchObject([{ principalCode: 'IenW', jobs: '< 5' }]);
    expect(JSON.stringify(own)).not.toContain(String(BZK?.realisedCents));
    expect(await product.allocation.verifyLedger()).toEqual([]);
  });
});
