import { openApi, type TestApi } from '../../../../test/support/app';
import { Caller } from '../../../../test/support/caller';
import { sql, testProduct, type TestProduct } from '../../../../test/support/database';
import { buildPortfolio, type PlanName, type Portfolio } from '../../../../test/support/portfolio';
import { PERSON_NAMES, type PersonName, type SignedIn } from '../../../../test/support/world-people';
import { SweepService } from '../reminders/sweep.service';

describe('reminders over HTTP', () => {
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
    await api.app.get(SweepService).run();
    await sent('2026-11-23');
  }, 300_000);
  /** As the worker writes it when the mail server took the mails of a day. */
  const sent = (day: string) =>
    sql(
      product.adminUrl,
      `update monitoring.digest set state = 'SENT', sent_at = '${day}T06:00:00Z' where day = '${day}'`,
    );

  afterAll(async () => {
    caller.close();
    await api.close();
    await product.close();
  });

  interface Reminder {
    readonly id: number;
    readonly kind: string;
    readonly planName: string | null;
    readonly contractNumber: string | null;
    readonly step: string;
    readonly endedOn: string | null;
    readonly recipients: readonly {
      readonly side: string;
      readonly principalCode: string | null;
      readonly personId: string | null;
      readonly name: string | null;
      readonly mail: { readonly state: string } | null;
    }[];
  }
  const list = async (name: PersonName, query = ''): Promise<Reminder[]> =>
    ((await people[name].get(`/reminders?limit=100${query}`)) as { items: Reminder[] }).items;
  const told = (reminders: readonly Reminder[]): string[] =>
    reminders.map(({ kind, planName, contractNumber }) => `${kind} ${contractNumber ?? planName ?? ''}`).sort();
  const ofPlan = (plan: PlanName): string => `&planId=${world.plans[plan]}`;
  const SUBMIT = 'REPORT_TO_SUBMIT PLAN-A';
  const BEHIND = ['BZK-A1', 'IENW-A1', 'SZW-A2'].flatMap((number) => Array(2).fill(`MID_TERM_BEHIND ${number}`));

  it.each<[PersonName, string[]]>([
    ['coordinator', [...BEHIND, SUBMIT]],
    ['verifier', [...BEHIND, SUBMIT]],
    ['auditor', [...BEHIND, SUBMIT]],
    ['supplier', [...BEHIND, SUBMIT]],
    ['employee', [...BEHIND, SUBMIT]],
    // A ministry reads of its own contracts, and not how a supplier goes about its report.
    ['manager', ['MID_TERM_BEHIND IENW-A1', 'MID_TERM_BEHIND IENW-A1']],
    ['ministryReader', ['MID_TERM_BEHIND IENW-A1', 'MID_TERM_BEHIND IENW-A1']],
    ['thirdManager', ['MID_TERM_BEHIND SZW-A2', 'MID_TERM_BEHIND SZW-A2']],
    ['leftManager', []],
    ['categoryManager', []],
    ['otherSupplier', []],
    ['outsideManager', []],
    ['operator', []],
    ['steward', []],
  ])('about a plan are seen by both sides: %s', async (name, expected) => {
    expect(told(await list(name, ofPlan('PLAN-A')))).toEqual(expected);
  });

  it('tell to whom and when; the name of who works elsewhere is left out', async () => {
    const about = async (name: PersonName): Promise<Reminder | undefined> =>
      (await list(name, `&contractId=${world.contracts['SZW-A2']}`)).find(
        ({ recipients }) => recipients[0]?.side === 'PRINCIPAL',
      );
    const sent = { state: 'SENT', sentAt: '2026-11-23T06:00:00.000Z' };
    const who = { side: 'PRINCIPAL', principalCode: 'SZW', standsIn: false, mail: sent };
    expect(await about('coordinator')).toEqual({
      id: expect.any(Number) as number,
      madeOn: '2026-11-23',
      dueOn: '2026-03-31',
      itemDueOn: '2026-01-31',
      kind: 'MID_TERM_BEHIND',
      moment: 'MID_TERM',
      step: 'MONTH_2_LATE',
      escalation: false,
      itemKey: `MID_TERM_BEHIND:${world.contracts['SZW-A2']}:CONTRACT_MANAGER:SZW`,
      planId: world.plans['PLAN-A'],
      planName: 'PLAN-A',
      contractId: world.contracts['SZW-A2'],
      contractNumber: 'SZW-A2',
      endedOn: null,
      recipients: [{ ...who, personId: people.thirdManager.id, name: 'Persoon thirdManager' }],
    });
    expect((await about('thirdManager'))?.recipients).toEqual([
      { ...who, personId: people.thirdManager.id, name: 'Persoon thirdManager' },
    ]);
    expect((await about('supplier'))?.recipients).toEqual([{ ...who, personId: null, name: null }]);
  });

  it('are told to who got them, also when asked with nothing', async () => {
    const own = await list('supplier');
    expect(told(own)).toEqual(['REPORT_TO_MAKE PLAN-A-JENV', SUBMIT, 'REPORT_TO_SUBMIT PLAN-A-JENV']);
    expect(await list('supplier', '&mine=true')).toEqual(own);
    expect(told(await list('supplier', `&mine=true${ofPlan('PLAN-A')}`))).toEqual([SUBMIT]);
    expect(await list('employee')).toEqual([]);
    expect(told(await list('leftManager'))).toEqual(['CONTACT_TO_MAKE JENV-B1-LATER', 'MID_TERM_BEHIND JENV-A1']);
  });

  it('come a page at a time, each once, the newest first', async () => {
    const all = (await list('auditor', ofPlan('PLAN-A'))).map(({ id }) => id);
    const seen: number[] = [];
    let after: string | null = '';
    while (after !== null) {
      const rest: string = after === '' ? '' : `&after=${after}`;
      const page = (await people.auditor.get(`/reminders?limit=3${ofPlan('PLAN-A')}${rest}`)) as {
        items: Reminder[];
        next: string | null;
      };
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect(seen).toEqual(all);
    expect([...seen].sort((a, b) => b - a)).toEqual(seen);
    expect((await people.auditor.ask('GET', '/reminders?after=abc')).status).toBe(400);
    expect((await people.auditor.ask('GET', '/reminders?planId=PLAN-A')).status).toBe(400);
  });

  it('end when a talk is written down that the work asked for', async () => {
    const contractId = world.contracts['IENW-A1'];
    const waits = async (name: PersonName): Promise<boolean> =>
      ((await people[name].get('/work-items?limit=100')) as { items: Reminder[] }).items.some(
        ({ kind, contractNumber }) => kind === 'MID_TERM_BEHIND' && contractNumber === 'IENW-A1',
      );
    expect([await waits('manager'), await waits('coordinator')]).toEqual([true, true]);
    await people.manager.post('/milestones', {
      kind: 'MID_TERM_TALK',
      subjectType: 'CONTRACT',
      subjectId: contractId,
      heldOn: '2026-11-20',
      note: 'Twee plaatsen voor de zomer.',
    });
    expect([await waits('manager'), await waits('coordinator')]).toEqual([false, false]);
    await api.app.get(SweepService).run();
    const ended = (await list('supplier', `&contractId=${contractId}`)).map(({ endedOn }) => endedOn);
    expect(ended).toEqual(['2026-11-23', '2026-11-23']);
  });

  describe('that nobody answered', () => {
    interface Silence {
      readonly side: string;
      readonly principalCode: string | null;
      readonly name: string | null;
      readonly since: string;
      readonly days: number;
      readonly workItems: number;
      readonly atRiskCents: number;
      readonly people: readonly { readonly name: string }[];
    }
    const silences = async (name: PersonName, query = ''): Promise<Silence[]> =>
      ((await people[name].get(`/silences?limit=100${query}`)) as { items: Silence[] }).items;
    const named = (found: readonly Silence[]): string[] =>
      found.map(({ side, name, workItems }) => `${side} ${name ?? ''} ${workItems}`);

    beforeAll(async () => {
      for (const day of ['2027-03-01', '2027-03-15']) {
        api.clock.set(day);
        for (const name of PERSON_NAMES) await people[name].again();
        if (day === '2027-03-15') continue;
        await api.app.get(SweepService).run();
        await sent(day);
      }
    }, 60_000);

    it('show as silent organisations, the longest silent first', async () => {
      const found = await silences('auditor');
      const first = found.map(({ since }) => since);
      expect(first).toEqual([...first].sort());
      expect(found.find(({ name }) => name === 'Anker Groep')).toMatchObject({
        side: 'SUPPLIER',
        since: '2026-11-23',
        days: 112,
      });
      expect(new Set(found.map(({ side }) => side))).toEqual(new Set(['SUPPLIER', 'PRINCIPAL', 'NETWORK']));
      expect(await silences('auditor', '&side=NETWORK')).toEqual(found.filter(({ side }) => side === 'NETWORK'));
      const { items, next } = await people.auditor.get('/silences?limit=1');
      const rest = await people.auditor.get(`/silences?limit=100&after=${next as string}`);
      expect([...items, ...rest.items]).toEqual(found);
    });

    it('are told to the network of its part, and to a ministry of the suppliers in its plans, without names', async () => {
      expect(named(await silences('coordinator')).some((line) => line.includes('Justitie'))).toBe(false);
      const [supplier, ...others] = (await silences('thirdManager')).filter(({ name }) => name === 'Anker Groep');
      expect(others).toEqual([]);
      expect(supplier).toMatchObject({ side: 'SUPPLIER', since: '2027-03-01', days: 14, workItems: 1, people: [] });
      for (const name of ['manager', 'thirdManager', 'outsideManager'] as const) {
        expect((await silences(name)).filter(({ side }) => side !== 'SUPPLIER')).toEqual([]);
      }
      expect((await people.supplier.ask('GET', '/silences')).status).toBe(403);
    });

    it('count what is left in the plans: of all of it for the network, of its own contracts for a ministry', async () => {
      const rows = await sql<{ type: string; number: string; cents: string }>(
        product.adminUrl,
        `select s.subject_type as type, coalesce(c.number, '') as number, s.remaining_cents as cents
         from monitoring.signal s left join contracts.contract c on c.id = s.subject_id
         where s.plan_id in ('${world.plans['PLAN-A']}', '${world.plans['PLAN-A-BZK']}')`,
      );
      const cents = (wanted: (row: (typeof rows)[number]) => boolean): number =>
        rows.filter(wanted).reduce((total, row) => total + Number(row.cents), 0);
      const own = (await silences('thirdManager')).find(({ name }) => name === 'Anker Groep')?.atRiskCents;
      expect(own).toBe(cents(({ number }) => number === 'SZW-A2'));
      const all = (await silences('coordinator')).find(({ name }) => name === 'Anker Groep')?.atRiskCents;
      expect(all).toBe(cents(({ type }) => type === 'PLAN'));
      expect(Number(own)).toBeGreaterThan(0);
      expect(Number(all)).toBeGreaterThan(Number(own));
    });

    it('are over when the work is done', async () => {
      await sql(
        product.adminUrl,
        `update monitoring.reminder set ended_on = '2027-03-15' where kind in ('REPORT_TO_OPEN', 'REPORTS_TO_COME')`,
      );
      expect((await silences('thirdManager')).filter(({ name }) => name === 'Anker Groep')).toEqual([]);
    });
  });

  it('go with how a plan went before', async () => {
    const changes = async (name: PersonName, query: string) =>
      (
        (await people[name].get(`/signal-changes?${query}`)) as {
          items: { after: string; atRiskCents: number | null }[];
        }
      ).items;
    const plan = `planId=${world.plans['PLAN-A']}`;
    const [seen] = (await changes('coordinator', plan)).slice(-1);
    expect(seen).toMatchObject({ subjectType: 'PLAN', before: null, atRiskCents: expect.any(Number) as number });
    expect((await changes('supplier', plan)).at(-1)).toEqual(seen);
    expect((await changes('manager', plan)).at(-1)).toEqual({ ...seen, atRiskCents: null });
    for (const name of ['leftManager', 'otherSupplier', 'outsideVerifier'] as const) {
      expect([name, await changes(name, plan)]).toEqual([name, []]);
    }
    const contract = `contractId=${world.contracts['SZW-A2']}`;
    expect(await changes('thirdManager', contract)).toEqual(await changes('supplier', contract));
    expect((await changes('thirdManager', contract)).at(-1)?.atRiskCents).toEqual(expect.any(Number));
    expect(await changes('manager', contract)).toEqual([]);
    for (const query of ['', `${plan}&${contract}`]) {
      const { status, json } = await people.supplier.ask('GET', `/signal-changes?${query}`);
      expect([status, json.code]).toEqual([400, 'signal-change.subject_missing']);
    }
  });
});
