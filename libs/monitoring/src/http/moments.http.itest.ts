import momentsFile from '../../../../config/reference/reminder-moments.json';
import { openApi, type TestApi } from '../../../../test/support/app';
import { Caller } from '../../../../test/support/caller';
import { sql, testProduct, type TestProduct } from '../../../../test/support/database';
import { buildPortfolio, type Portfolio } from '../../../../test/support/portfolio';
import { type PersonName, type SignedIn } from '../../../../test/support/world-people';
import { momentsOf } from '../domain/check-moments';

describe('moments and milestones over HTTP', () => {
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

  const codesOf = async (name: PersonName, path: string, body: object): Promise<string[]> => {
    const { status, json } = await people[name].ask('POST', path, body);
    const errors = (json?.errors ?? []) as { code: string; pointer: string }[];
    return status < 300 ? [] : errors.map(({ code, pointer }) => `${status} ${code} ${pointer}`.trim());
  };
  /** What the audit trail has of an action. */
  const trail = async (name: PersonName, action: string) =>
    ((await people[name].get(`/audit-trail?action=${action}`)) as { items: Record<string, unknown>[] }).items;

  describe('moments', () => {
    it('are told to everybody as they hold, with the terms that they count', async () => {
      for (const name of ['operator', 'steward', 'employee', 'manager'] as const) {
        const { items } = await people[name].get('/reminder-moments');
        expect([name, items.length]).toEqual([name, momentsOf(momentsFile).length]);
      }
      const { items } = await people.employee.get('/reminder-moments');
      expect((items as { code: string }[]).find(({ code }) => code === 'VALUE_TABLE')).toMatchObject({
        kinds: ['VALUE_TABLE_TO_APPROVE'],
        until: null,
        steps: [
          {
            code: 'WEEK_1',
            anchor: 'SINCE',
            after: { months: 0, days: 7, workingDays: 0 },
            to: ['WAITER'],
            again: null,
          },
          { code: 'WEEK_3', escalation: false },
          { code: 'WEEK_4', escalation: true },
        ],
      });
    });

    it('that are over are left out', async () => {
      const old = "update monitoring.moment set valid_until = '2026-11-22' where code = 'VALUE_TABLE'";
      await sql(product.adminUrl, old);
      const { items } = await people.employee.get('/reminder-moments');
      expect((items as { code: string }[]).some(({ code }) => code === 'VALUE_TABLE')).toBe(false);
      await sql(product.adminUrl, old.replace("'2026-11-22'", 'null'));
    });
  });

  describe('deviations', () => {
    const PATH = '/reminder-deviations';
    const silent = (more: object = {}) => ({
      moment: 'MID_TERM',
      change: { kind: 'SILENT' },
      reason: 'Wij spreken elkaar elke maand.',
      from: '2026-12-01',
      until: '2026-12-31',
      ...more,
    });
    const ofPlan = (plan: keyof Portfolio['plans']) => ({ planId: world.plans[plan] });

    it('are made by a ministry for its own contracts, and read there', async () => {
      const body = silent({ principalCode: 'IenW', change: { kind: 'LATER', days: 14 } });
      const made = await people.manager.post(PATH, body);
      expect(made).toEqual({
        ...body,
        id: expect.any(String) as string,
        planId: null,
        planName: null,
        recordedBy: people.manager.id,
        recordedByName: 'Persoon manager',
        recordedAt: expect.any(String) as string,
      });
      for (const name of ['manager', 'ministryReader', 'coordinator', 'auditor'] as const) {
        expect([name, (await people[name].get(PATH)).items]).toEqual([name, [made]]);
      }
      for (const name of ['supplier', 'otherManager', 'categoryManager'] as const) {
        expect([name, (await people[name].get(PATH)).items]).toEqual([name, []]);
      }
      const { moment, change, from, until, reason } = body;
      expect(await trail('manager', 'deviation.made')).toMatchObject([
        {
          subject: 'organisation',
          subjectId: 'IenW',
          principalCode: 'IenW',
          reason,
          detail: { moment, change, from, until },
        },
      ]);
    });

    it('are made by who verifies a plan, and read by who sees the plan', async () => {
      const ofNetwork = await people.coordinator.post(PATH, silent(ofPlan('PLAN-A')));
      expect(ofNetwork).toMatchObject({ principalCode: null, ...ofPlan('PLAN-A'), planName: 'PLAN-A' });
      const ofMinistry = await people.outsideManager.post(PATH, silent(ofPlan('PLAN-B-DEF')));
      const seen = async (name: PersonName) => {
        const { items } = (await people[name].get(PATH)) as { items: { id: string; planId: string | null }[] };
        return items.filter(({ planId }) => planId !== null).map(({ id }) => id);
      };
      expect(await seen('supplier')).toEqual([ofNetwork.id]);
      expect(await seen('otherManager')).toEqual([ofNetwork.id]);
      expect(await seen('coordinator')).toEqual([ofNetwork.id]);
      expect(await seen('otherSupplier')).toEqual([ofMinistry.id]);
      expect(await seen('outsideVerifier')).toEqual([ofMinistry.id]);
      expect((await seen('auditor')).sort()).toEqual([ofNetwork.id, ofMinistry.id].sort());
      expect(await trail('supplier', 'deviation.made')).toMatchObject([
        { subject: 'plan', subjectId: world.plans['PLAN-A'] },
      ]);
    });

    it('are refused with everything that is wrong', async () => {
      const days = { from: '2026-11-01', until: '2028-01-01' };
      expect(await codesOf('manager', PATH, silent({ moment: 'NONE', ...days }))).toEqual([
        '409 deviation.moment_unknown /moment',
        '409 deviation.subject_missing /planId',
        '409 deviation.in_the_past /from',
        '409 deviation.too_long /until',
      ]);
      const both = { principalCode: 'IenW', ...ofPlan('PLAN-A') };
      expect(await codesOf('manager', PATH, silent(both))).toEqual(['409 deviation.subject_missing /planId']);
      const backwards = { principalCode: 'IenW', from: '2026-12-02', until: '2026-12-01' };
      expect(await codesOf('manager', PATH, silent(backwards))).toEqual(['409 deviation.term_backwards /until']);
    });

    it('are of who sees to it, and of nobody else', async () => {
      const notYours = (field: string) => [`409 deviation.not_yours /${field}`];
      expect(await codesOf('manager', PATH, silent({ principalCode: 'BZK' }))).toEqual(notYours('principalCode'));
      expect(await codesOf('coordinator', PATH, silent({ principalCode: 'IenW' }))).toEqual(notYours('principalCode'));
      expect(await codesOf('manager', PATH, silent(ofPlan('PLAN-A')))).toEqual(notYours('planId'));
      expect(await codesOf('leftManager', PATH, silent(ofPlan('PLAN-B')))).toEqual(['409 plan.unknown /planId']);
      expect(await codesOf('coordinator', PATH, silent(ofPlan('PLAN-B-DEF')))).toEqual(['409 plan.unknown /planId']);
      expect(await codesOf('supplier', PATH, silent(ofPlan('PLAN-A')))).toEqual(['403 session.not_allowed']);
    });

    it('do not overlap with one of the same moment and subject', async () => {
      const again = { from: '2026-12-31', until: '2027-01-31' };
      const overlaps = ['409 deviation.overlaps /from'];
      expect(await codesOf('manager', PATH, silent({ principalCode: 'IenW', ...again }))).toEqual(overlaps);
      expect(await codesOf('coordinator', PATH, silent({ ...ofPlan('PLAN-A'), ...again }))).toEqual(overlaps);
      const later = { from: '2027-01-01', until: '2027-01-31' };
      expect(await codesOf('manager', PATH, silent({ principalCode: 'IenW', ...later }))).toEqual([]);
      expect(
        await codesOf('manager', PATH, silent({ principalCode: 'IenW', moment: 'VALUE_TABLE', ...again })),
      ).toEqual([]);
    });

    it('made by two at once are made once', async () => {
      const body = silent({ principalCode: 'SZW', moment: 'EXEMPTION' });
      const atOnce = (method: string, more?: object) =>
        Promise.all([1, 2, 3, 4].map(() => people.thirdManager.ask(method, PATH, more)));
      // With connections that are open already nobody waits for one.
      await atOnce('GET');
      const answers = await atOnce('POST', body);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    });

    it('end from today on, once, by who sees to it', async () => {
      const [first] = (
        (await people.manager.get(PATH)) as {
          items: { id: string; moment: string; from: string; principalCode: string | null }[];
        }
      ).items.filter(
        ({ moment, from, principalCode }) => moment === 'MID_TERM' && from === '2026-12-01' && principalCode === 'IenW',
      );
      const path = `${PATH}/${first?.id}/endings`;
      expect(await codesOf('otherManager', path, {})).toEqual(['404 deviation.unknown']);
      expect(await codesOf('coordinator', path, {})).toEqual(['409 deviation.not_yours /principalCode']);
      // It did not begin: it never holds.
      expect(await people.manager.post(path)).toMatchObject({ from: '2026-12-01', until: '2026-11-30' });
      expect(await codesOf('manager', path, {})).toEqual(['409 deviation.ended']);
      expect(await trail('manager', 'deviation.ended')).toMatchObject([
        { detail: { moment: 'MID_TERM', until: { from: '2026-12-31', to: '2026-11-30' } } },
      ]);
      const running = await people.manager.post(PATH, silent({ principalCode: 'IenW', from: '2026-11-23' }));
      const end = `${PATH}/${running.id}/endings`;
      expect(await people.manager.post(end)).toMatchObject({ from: '2026-11-23', until: '2026-11-22' });
      expect(await codesOf('manager', end, {})).toEqual(['409 deviation.ended']);
    });

    it('come a page at a time, each once', async () => {
      const { items: all } = (await people.auditor.get(`${PATH}?limit=100`)) as { items: { id: string }[] };
      const seen: string[] = [];
      let after: string | null = '';
      while (after !== null) {
        const page = (await people.auditor.get(`${PATH}?limit=2${after === '' ? '' : `&after=${after}`}`)) as {
          items: { id: string }[];
          next: string | null;
        };
        seen.push(...page.items.map(({ id }) => id));
        after = page.next;
      }
      expect(seen).toEqual(all.map(({ id }) => id));
      expect(new Set(seen).size).toBeGreaterThan(4);
    });
  });

  describe('milestones', () => {
    const PATH = '/milestones';
    const held = (kind: string, subjectType: string, subjectId: string, heldOn = '2026-11-20') => ({
      kind,
      subjectType,
      subjectId,
      heldOn,
      note: 'Wij spraken elkaar.',
    });
    const read = async (name: PersonName, subjectType: string, subjectId: string): Promise<string[]> => {
      const path = `${PATH}?subjectType=${subjectType}&subjectId=${subjectId}`;
      const { items } = (await people[name].get(path)) as { items: { kind: string; heldOn: string }[] };
      return items.map(({ kind, heldOn }) => `${kind} ${heldOn}`);
    };

    it('are written down of a contract by its manager or the network, and read by its principal, its supplier and the network', async () => {
      const contract = world.contracts['IENW-A1'];
      const made = await people.manager.post(PATH, held('MID_TERM_TALK', 'CONTRACT', contract));
      expect(made).toEqual({
        ...held('MID_TERM_TALK', 'CONTRACT', contract),
        id: expect.any(String) as string,
        isOwn: true,
        withdrawal: null,
        recordedBy: people.manager.id,
        recordedByName: 'Persoon manager',
        recordedAt: expect.any(String) as string,
      });
      await people.coordinator.post(PATH, held('FIRST_CONTACT', 'CONTRACT', contract, '2026-11-21'));
      const both = ['FIRST_CONTACT 2026-11-21', 'MID_TERM_TALK 2026-11-20'];
      for (const name of [
        'manager',
        'ministryReader',
        'supplier',
        'employee',
        'coordinator',
        'verifier',
        'auditor',
      ] as const) {
        expect([name, await read(name, 'CONTRACT', contract)]).toEqual([name, both]);
      }
      for (const name of ['otherManager', 'otherSupplier', 'outsideManager', 'categoryManager'] as const) {
        expect([name, await read(name, 'CONTRACT', contract)]).toEqual([name, []]);
      }
      expect(await trail('supplier', 'milestone.recorded')).toMatchObject([
        { subject: 'contract', subjectId: contract, detail: { kind: 'FIRST_CONTACT', heldOn: '2026-11-21' } },
        { detail: { kind: 'MID_TERM_TALK' } },
      ]);
      const told = `select payload ->> 'milestoneId' as id from platform.outbox where type = 'monitoring.milestone-recorded'`;
      expect((await sql<{ id: string }>(product.adminUrl, told)).map(({ id }) => id)).toContain(made.id);
    });

    it('of a ministry that never took part are not the network’s', async () => {
      const contract = world.contracts['DEF-B1'];
      await people.outsideManager.post(PATH, held('MID_TERM_TALK', 'CONTRACT', contract));
      expect(await read('outsideManager', 'CONTRACT', contract)).toHaveLength(1);
      expect(await read('coordinator', 'CONTRACT', contract)).toEqual([]);
      const rows = await sql<{ network: boolean }>(
        product.adminUrl,
        `select network from monitoring.milestone where principal_code = 'Def'`,
      );
      expect(rows).toEqual([{ network: false }]);
    });

    it('of a placement are the supplier’s alone', async () => {
      const placement = world.placements['PLAN-A'];
      await people.employee.post(PATH, held('FOLLOW_UP', 'PLACEMENT', placement));
      for (const name of ['employee', 'supplier', 'auditor'] as const) {
        expect([name, await read(name, 'PLACEMENT', placement)]).toEqual([name, ['FOLLOW_UP 2026-11-20']]);
      }
      for (const name of ['coordinator', 'verifier', 'manager', 'otherSupplier'] as const) {
        expect([name, await read(name, 'PLACEMENT', placement)]).toEqual([name, []]);
      }
    });

    it('of the network are the network’s', async () => {
      await people.coordinator.post(PATH, held('YEAR_FIGURES', 'NETWORK', '2025'));
      await people.coordinator.post(PATH, held('EVALUATION', 'NETWORK', 'network'));
      expect(await read('verifier', 'NETWORK', '2025')).toEqual(['YEAR_FIGURES 2026-11-20']);
      expect(await read('auditor', 'NETWORK', 'network')).toEqual(['EVALUATION 2026-11-20']);
      expect(await read('manager', 'NETWORK', '2025')).toEqual([]);
    });

    it('are refused with everything that is wrong', async () => {
      const contract = world.contracts['IENW-A1'];
      const placement = world.placements['PLAN-A'];
      const [unknown, notYours] = ['409 milestone.subject_unknown /subjectId', '409 milestone.not_yours /subjectId'];
      const [future, tooEarly] = ['409 milestone.in_the_future /heldOn', '409 milestone.too_early /heldOn'];
      const none = '0196f1ce-6f3a-4c11-9a4e-0d6f6f1b2c3d';
      for (const [name, body, expected] of [
        [
          'manager',
          held('FOLLOW_UP', 'CONTRACT', none, '2026-11-24'),
          ['409 milestone.of_other_subject /subjectType', future, unknown],
        ],
        ['manager', held('FIRST_CONTACT', 'CONTRACT', 'network'), [unknown]],
        ['manager', held('FIRST_CONTACT', 'CONTRACT', world.contracts['BZK-A1']), [unknown]],
        ['coordinator', held('FIRST_CONTACT', 'CONTRACT', world.contracts['DEF-B1']), [unknown]],
        ['supplier', held('FIRST_CONTACT', 'CONTRACT', contract), [notYours]],
        ['coordinator', held('FOLLOW_UP', 'PLACEMENT', placement), [notYours]],
        ['manager', held('FOLLOW_UP', 'PLACEMENT', placement), [unknown]],
        ['otherSupplier', held('FOLLOW_UP', 'PLACEMENT', placement), [unknown]],
        ['manager', held('EVALUATION', 'NETWORK', 'network'), [notYours]],
        ['coordinator', held('YEAR_FIGURES', 'NETWORK', '2027'), [unknown]],
        // Of days on which there was nothing to hold it on, or on which it was about something else.
        ['manager', held('FIRST_CONTACT', 'CONTRACT', contract, '1900-01-01'), [tooEarly]],
        ['coordinator', held('MID_TERM_TALK', 'CONTRACT', contract, '2024-06-01'), [tooEarly]],
        ['supplier', held('RETENTION_TALK', 'PLACEMENT', placement, '2024-12-31'), [tooEarly]],
        ['coordinator', held('YEAR_FIGURES', 'NETWORK', '2026'), [tooEarly]],
        ['coordinator', held('EVALUATION', 'NETWORK', 'network', '2024-11-30'), [tooEarly]],
        ['verifier', held('FIRST_CONTACT', 'CONTRACT', contract), ['403 session.not_allowed']],
        [
          'manager',
          { ...held('FIRST_CONTACT', 'CONTRACT', contract), note: 'BSN 111222333' },
          ['400 field.person_number /note'],
        ],
      ] as const) {
        expect([name, body, await codesOf(name, PATH, body)]).toEqual([name, body, expected]);
      }
    });

    it('are taken back by the organisation that wrote them down, after which the work waits again', async () => {
      const contract = world.contracts['SZW-A2'];
      const path = `${PATH}?subjectType=CONTRACT&subjectId=${contract}`;
      const waits = async (): Promise<boolean> =>
        ((await people.coordinator.get('/work-items?limit=100')).items as Record<string, unknown>[]).some(
          (item) => item['kind'] === 'MID_TERM_BEHIND' && item['contractNumber'] === 'SZW-A2',
        );
      expect(await waits()).toBe(true);
      const { id } = await people.thirdManager.post(PATH, held('MID_TERM_TALK', 'CONTRACT', contract));
      expect(await waits()).toBe(false);

      const withdrawals = `${PATH}/${id}/withdrawals`;
      const reason = { reason: 'Het ging over een ander contract.' };
      for (const [name, body, expected] of [
        ['thirdManager', {}, ['400 field.missing /reason']],
        ['thirdManager', { reason: 'BSN 111222333' }, ['400 field.person_number /reason']],
        ['coordinator', reason, ['409 milestone.of_others']],
        ['supplier', reason, ['409 milestone.of_others']],
        ['manager', reason, ['404 milestone.unknown']],
        ['otherSupplier', reason, ['404 milestone.unknown']],
        ['auditor', reason, ['403 session.not_allowed']],
      ] as const) {
        expect([name, body, await codesOf(name, withdrawals, body)]).toEqual([name, body, expected]);
      }
      const both = await Promise.all([1, 2].map(() => people.thirdManager.ask('POST', withdrawals, reason)));
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
      const withdrawal = { ...reason, byName: 'Persoon thirdManager', at: expect.any(String) as string };
      expect(both.find(({ status }) => status === 201)?.json).toMatchObject({ id, isOwn: true, withdrawal });
      expect(await waits()).toBe(true);
      expect(await codesOf('thirdManager', withdrawals, reason)).toEqual(['409 milestone.withdrawn_already']);
      // It stays to be read, by both sides.
      expect((await people.supplier.get(path)).items).toMatchObject([{ id, isOwn: false, withdrawal }]);
      expect(await trail('supplier', 'milestone.withdrawn')).toMatchObject([
        { subject: 'contract', subjectId: contract, detail: { kind: 'MID_TERM_TALK', heldOn: '2026-11-20' } },
      ]);
    });

    it('are taken back by a colleague as well', async () => {
      const placement = world.placements['PLAN-A'];
      const { id } = await people.supplier.post(PATH, held('RETENTION_TALK', 'PLACEMENT', placement));
      const taken = await people.employee.post(`${PATH}/${id}/withdrawals`, { reason: 'Dubbel.' });
      expect(taken.withdrawal).toMatchObject({ byName: 'Persoon employee', reason: 'Dubbel.' });
    });

    it('come a page at a time', async () => {
      const path = `${PATH}?subjectType=CONTRACT&subjectId=${world.contracts['IENW-A1']}&limit=1`;
      const { items, next } = await people.manager.get(path);
      expect(items).toHaveLength(1);
      const rest = await people.manager.get(`${path}&after=${next as string}`);
      expect([rest.items.length, rest.next]).toEqual([1, null]);
      expect(rest.items[0].kind).toBe('MID_TERM_TALK');
      expect((await people.manager.ask('GET', PATH)).status).toBe(400);
    });
  });
});
