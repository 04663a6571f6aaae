import { randomUUID } from 'node:crypto';
import { IdentityService } from '@sr/identity';
import { THE_PRODUCT } from '@sr/kernel';
import { Db } from '@sr/platform';
import momentsFile from '../../../../config/reference/reminder-moments.json';
import { openApi, type TestApi } from '../../../../test/support/app';
import { Caller } from '../../../../test/support/caller';
import { testProduct, type TestProduct } from '../../../../test/support/database';
import { buildPortfolio, type Portfolio } from '../../../../test/support/portfolio';
import { PERSON_NAMES, SUPPLIERS, type PersonName, type SignedIn } from '../../../../test/support/world-people';
import { momentsOf } from '../domain/check-moments';
import { THE_NETWORK, figuresOf, type MilestoneKind, type MilestoneSubject } from '../domain/milestone';
import { keyOf, type WorkItem, type WorkItemKind } from '../domain/work-item';
import { asGroups, type Group } from './group';
import { insertMilestone } from '../persistence/milestone.store';
import { writeMoments } from '../persistence/moment.store';
import { writeSignals } from '../persistence/signal.store';
import { ReminderSources } from '../reminders/reminder-sources';
import { WorkSources } from './work-sources';

describe('what waits around a supplier group', () => {
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

  const db = () => api.app.get(Db, { strict: false });
  const reader = () => api.app.get(WorkSources, { strict: false });
  /** Moves the clock, and signs everybody in again: a session lasts a day. */
  const goTo = async (day: string): Promise<void> => {
    api.clock.set(day);
    for (const name of PERSON_NAMES) await people[name].again();
  };
  const groupOf = (of: 'A1' | 'B1'): Promise<Group> =>
    db().read(THE_PRODUCT, async (product) => {
      const identity = api.app.get(IdentityService, { strict: false });
      const id = (await identity.supplier(product, SUPPLIERS[of].kvkNumber))?.groupId ?? '';
      return { id, suppliers: await identity.suppliersOfGroup(product, id) };
    });
  /** What waits around the group of a supplier, seen with that group in sight and nothing else. */
  const around = async (of: 'A1' | 'B1' = 'A1'): Promise<WorkItem[]> => {
    const groups = [await groupOf(of)];
    return db().read(asGroups(groups), (scoped) => reader().ofGroups(scoped));
  };
  const only = async (kind: WorkItemKind, of: 'A1' | 'B1' = 'A1'): Promise<WorkItem[]> =>
    (await around(of)).filter((item) => item.kind === kind);
  const ofNobody = (): Promise<WorkItem[]> => db().read(THE_PRODUCT, (scoped) => reader().ofNobody(scoped));
  const mine = async (who: SignedIn): Promise<Record<string, unknown>[]> =>
    ((await who.get('/work-items?limit=100')) as { items: Record<string, unknown>[] }).items;
  const hold = (kind: MilestoneKind, subject: MilestoneSubject, heldOn: string): Promise<void> =>
    db().write(THE_PRODUCT, (tx) =>
      insertMilestone(
        tx,
        { id: randomUUID(), kind, subject, heldOn, note: 'Gesproken.', recordedBy: 'x', recordedAt: new Date() },
        { principalCode: null, supplierGroupId: null, network: true },
      ),
    );

  it.each(['2026-11-23', '2027-02-15', '2027-12-01', '2028-03-01'])(
    'is on %s all that waits for the people around it, and nothing that waits for nobody',
    async (day) => {
      await goTo(day);
      const everything = [...(await around('A1')), ...(await around('B1')), ...(await ofNobody())];
      const keys = everything.map(keyOf);
      expect(new Set(keys).size).toBe(keys.length);
      const ofPeople = new Set<string>();
      for (const name of PERSON_NAMES) {
        for (const { key, escalated } of await mine(people[name])) if (escalated === false) ofPeople.add(String(key));
      }
      expect([...ofPeople].filter((key) => !keys.includes(key))).toEqual([]);
      // The ministry that left and the steward who alone is left have nobody here for some of it.
      const parties = new Set(['JenV']);
      expect(
        everything
          .filter((item) => !ofPeople.has(keyOf(item)) && !parties.has(item.waitsFor.principalCode ?? ''))
          .map((item) => [keyOf(item), item.waitsFor.roles.join()]),
      ).toEqual([]);
      for (const item of everything) expect([keyOf(item), item.escalated]).toEqual([keyOf(item), false]);
    },
  );

  it('tells who stands around it: of a plan all its principals, of a contract its own', async () => {
    await goTo('2026-11-23');
    const items = await around();
    const first = (kind: WorkItemKind, of: string) =>
      items.find((item) => item.kind === kind && [item.planName, item.contractNumber].includes(of))?.around;
    const supplierGroupId = first('CLAIMS_TO_DECIDE', 'PLAN-A')?.supplierGroupId;
    expect(supplierGroupId).toMatch(/^[0-9a-f-]{36}$/);
    expect(first('CLAIMS_TO_DECIDE', 'PLAN-A')).toEqual({
      supplierGroupId,
      principalCodes: ['BZK', 'IenW', 'SZW'],
      network: true,
    });
    expect(first('MID_TERM_BEHIND', 'SZW-A2')).toEqual({ supplierGroupId, principalCodes: ['SZW'], network: true });
    const [def] = await only('MID_TERM_BEHIND', 'B1');
    expect(def).toMatchObject({ contractNumber: 'BZK-B1-OPEN', waitsFor: { side: 'PRINCIPAL', principalCode: 'BZK' } });
    const left = { supplierGroupId, principalCodes: ['JenV'], network: false };
    expect(first('CLAIMS_TO_DECIDE', 'PLAN-A-JENV')).toEqual(left);
  });

  describe('a contract in its term', () => {
    const register = async (who: SignedIn, number: string, more: object = {}): Promise<string> =>
      (
        await who.post('/contracts', {
          number,
          reference: number,
          principalCode: number.startsWith('DEF') ? 'Def' : 'IenW',
          supplier: { kvkNumber: SUPPLIERS.A1.kvkNumber },
          title: number,
          awardedOn: '2026-11-20',
          startsOn: '2026-12-01',
          endsOn: '2028-11-30',
          obligation: { kind: 'FIXED', amountCents: 5_000_000, deviationReason: 'Zo.' },
          ...more,
        })
      ).id as string;
    const ofContract = async (kind: WorkItemKind, number: string): Promise<string[]> =>
      (await only(kind)).filter(({ contractNumber }) => contractNumber === number).map(keyOf);

    it('asks for the first contact, until it was held', async () => {
      await goTo('2026-11-23');
      const id = await register(people.manager, 'IENW-CONTACT');
      await register(people.outsideManager, 'DEF-CONTACT');
      const own = async (who: SignedIn): Promise<unknown[]> =>
        (await mine(who)).filter(({ kind }) => kind === 'CONTACT_TO_MAKE').map((item) => item['contractNumber']);
      expect(await own(people.coordinator)).toEqual(['IENW-CONTACT']);
      expect(await own(people.outsideManager)).toEqual(['DEF-CONTACT']);
      expect(await own(people.manager)).toEqual([]);
      expect(await ofContract('CONTACT_TO_MAKE', 'IENW-CONTACT')).toEqual([`CONTACT_TO_MAKE:${id}`]);
      await hold('FIRST_CONTACT', { type: 'CONTRACT', id }, '2026-11-23');
      expect(await own(people.coordinator)).toEqual([]);
      expect(await ofContract('CONTACT_TO_MAKE', 'IENW-CONTACT')).toEqual([]);
    });

    it('asks for the first contact, unless the question was put whether it joins a plan', async () => {
      const id = await register(people.manager, 'IENW-ASKED');
      expect(await ofContract('CONTACT_TO_MAKE', 'IENW-ASKED')).toHaveLength(1);
      await people.coordinator.post(`/plans/${world.plans['PLAN-A']}/proposals`, { contractIds: [id] });
      expect(await ofContract('CONTACT_TO_MAKE', 'IENW-ASKED')).toEqual([]);
    });

    it('asks to decide on an extension, from four months ahead', async () => {
      const extensionOptions = [{ months: 12, decideOn: '2027-06-30' }];
      const id = await register(people.manager, 'IENW-EXTEND', { extensionOptions });
      await goTo('2027-02-27');
      expect(await ofContract('EXTENSION_TO_DECIDE', 'IENW-EXTEND')).toEqual([]);
      await goTo('2027-02-28');
      expect(await ofContract('EXTENSION_TO_DECIDE', 'IENW-EXTEND')).toEqual([`EXTENSION_TO_DECIDE:${id}`]);
      expect((await mine(people.manager)).find(({ kind }) => kind === 'EXTENSION_TO_DECIDE')).toMatchObject({
        dueOn: '2027-06-30',
      });
      await hold('EXTENSION', { type: 'CONTRACT', id }, '2027-02-28');
      expect(await ofContract('EXTENSION_TO_DECIDE', 'IENW-EXTEND')).toEqual([]);
    });

    it('tells all sides in its last year what is left, and what that asks of a month', async () => {
      const ending = async (who: SignedIn): Promise<Record<string, unknown> | undefined> =>
        (await mine(who)).find(
          ({ kind, contractNumber }) => kind === 'CONTRACT_ENDING' && contractNumber === 'IENW-A1',
        );
      await goTo('2026-12-30');
      expect(await ending(people.supplier)).toBeUndefined();
      await goTo('2026-12-31');
      const balance = await people.manager.get(`/contracts/${world.contracts['IENW-A1']}/balance`);
      const { requiredMonthlyPaceCents } = await people.manager.get(
        `/contracts/${world.contracts['IENW-A1']}/forecast`,
      );
      expect(requiredMonthlyPaceCents).toBeGreaterThan(0);
      for (const name of ['supplier', 'manager', 'coordinator'] as const) {
        expect([name, await ending(people[name])]).toMatchObject([
          name,
          { dueOn: '2027-12-31', cents: balance.remainingCents, paceCents: requiredMonthlyPaceCents },
        ]);
      }
      expect(await ending(people.otherManager)).toBeUndefined();
      expect(await ending(people.employee)).toBeUndefined();
    });

    it('asks for a talk at half of it, until that was held', async () => {
      const subject = { type: 'CONTRACT', id: world.contracts['SZW-A2'] } as const;
      expect(await ofContract('MID_TERM_BEHIND', 'SZW-A2')).toHaveLength(2);
      await hold('MID_TERM_TALK', subject, '2026-12-31');
      expect(await ofContract('MID_TERM_BEHIND', 'SZW-A2')).toEqual([]);
    });

    it('asks for the last reports after it, also of who sees no reports', async () => {
      await goTo('2028-01-01');
      const id = world.contracts['IENW-A1'];
      expect(await ofContract('FINAL_REPORT', 'IENW-A1')).toEqual([`FINAL_REPORT:${id}`]);
      const open = await mine(people.supplier);
      expect(open.find(({ key }) => key === `FINAL_REPORT:${id}`)).toMatchObject({ dueOn: '2028-01-31' });
    });
  });

  describe('a placement', () => {
    const place = async (ref: string, more: object): Promise<string> =>
      (
        await people.supplier.post('/placements', {
          ref,
          planId: world.plans['PLAN-A'],
          supplierKvkNumber: SUPPLIERS.A1.kvkNumber,
          candidate: 'K-EINDE',
          block: 'WORK',
          employmentForm: 'FORMAL',
          registerIndicated: 'YES',
          region: 'AMR01',
          ...more,
        })
      ).id as string;
    const names = async (kind: WorkItemKind): Promise<unknown[]> =>
      (await only(kind)).map(({ subject, dueOn }) => [subject.name, dueOn]);

    it('that ends asks for what follows, until there is a later one or it was arranged', async () => {
      await goTo('2026-11-23');
      const soon = await place('Bijna klaar', { startsOn: '2026-02-01' });
      const other = await place('Ook bijna klaar', { candidate: 'K-ANDER', startsOn: '2026-02-01' });
      const late = await place('Nog lang niet', { candidate: 'K-LATER', startsOn: '2026-02-01' });
      await people.supplier.post(`/placements/${soon}/ends`, { version: 1, endsOn: '2026-12-31' });
      await people.supplier.post(`/placements/${other}/ends`, { version: 1, endsOn: '2027-01-04' });
      await people.supplier.post(`/placements/${late}/ends`, { version: 1, endsOn: '2027-01-05' });
      expect(await names('PLACEMENT_ENDING')).toEqual([
        ['Bijna klaar', '2026-12-31'],
        ['Ook bijna klaar', '2027-01-04'],
      ]);
      await place('Vervolg', { startsOn: '2027-01-01' });
      await hold('FOLLOW_UP', { type: 'PLACEMENT', id: other }, '2026-11-23');
      expect(await names('PLACEMENT_ENDING')).toEqual([]);
    });

    it('whose evidence ends asks for new, until it was declared', async () => {
      const id = await place('Met bewijs', { candidate: 'K-BEWIJS', startsOn: '2026-02-01' });
      const path = `/placements/${id}/evidence`;
      const declare = (type: string, validUntil: string | null): Promise<unknown> =>
        people.supplier.post(path, { type, seenOn: '2026-06-01', validUntil });
      await declare('TARGET_GROUP_STATEMENT', '2027-01-05');
      expect(await names('EVIDENCE_EXPIRING')).toEqual([]);
      await declare('BENEFIT_DECISION', '2027-01-04');
      await declare('REGISTER_CHECK', '2026-08-23');
      expect((await only('EVIDENCE_EXPIRING')).map(({ subject, count, dueOn }) => [subject, count, dueOn])).toEqual([
        [{ type: 'PLACEMENT', id, name: 'Met bewijs' }, 2, '2026-08-23'],
      ]);
      await declare('REGISTER_CHECK', null);
      expect(await names('EVIDENCE_EXPIRING')).toEqual([['Met bewijs', '2027-01-04']]);
      await declare('BENEFIT_DECISION', '2027-02-01');
      expect(await names('EVIDENCE_EXPIRING')).toEqual([]);
      expect((await mine(people.employee)).filter(({ kind }) => kind === 'EVIDENCE_EXPIRING')).toEqual([]);
    });

    it('is not asked for evidence after its own end; a seller is, for its certificate', async () => {
      const id = await place('Eindigt met bewijs', { candidate: 'K-SAMEN', startsOn: '2026-02-01' });
      const seen = { type: 'BENEFIT_DECISION', seenOn: '2026-06-01', validUntil: '2026-12-20' };
      await people.supplier.post(`/placements/${id}/evidence`, seen);
      expect(await names('EVIDENCE_EXPIRING')).toEqual([['Eindigt met bewijs', '2026-12-20']]);
      await people.supplier.post(`/placements/${id}/ends`, { version: 1, endsOn: '2026-12-20' });
      expect(await names('EVIDENCE_EXPIRING')).toEqual([]);

      const certify = (claim: keyof Portfolio['claims'], validUntil: string): Promise<unknown> =>
        people.supplier.post(`/claims/${world.claims[claim]}/evidence`, {
          type: 'SOCIAL_ENTERPRISE_CERTIFICATE',
          seenOn: '2026-01-01',
          validUntil,
        });
      await certify('PLAN-A 2025-Q4 PURCHASE', '2026-12-01');
      expect((await only('EVIDENCE_EXPIRING')).map(({ subject }) => subject)).toEqual([
        { type: 'CLAIM', id: world.claims['PLAN-A 2025-Q4 PURCHASE'], name: 'Sociale werkplaats Noord' },
      ]);
      await certify('PLAN-A 2026-Q1 PURCHASE', '2027-12-01');
      expect(await names('EVIDENCE_EXPIRING')).toEqual([]);
    });
  });

  it('is for a sweep, which asks for several groups at once, what each of them has by itself under the locks', async () => {
    const groups = [await groupOf('A1'), await groupOf('B1')];
    const sources = api.app.get(ReminderSources, { strict: false });
    for (const day of ['2025-02-03', '2026-06-01', '2026-11-23', '2027-06-01']) {
      await goTo(day);
      const each = [...(await around('A1')), ...(await around('B1'))];
      expect(each.length).toBeGreaterThan(5);
      const inOrder = (items: readonly WorkItem[]) => items.map((item) => JSON.stringify(item)).sort();
      expect(inOrder(await sources.waiting(groups))).toEqual(inOrder(each));
    }
  });

  it('is of the network alone: the figures of the year, and the evaluation of the pilot', async () => {
    await goTo('2025-01-15');
    const keys = async (): Promise<string[]> => (await ofNobody()).map(keyOf).filter((key) => !key.startsWith('VALUE'));
    expect(await keys()).toEqual(['YEAR_FIGURES:2024', 'PILOT_TO_EVALUATE:network']);
    expect((await mine(people.coordinator)).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['YEAR_FIGURES', 'PILOT_TO_EVALUATE']),
    );
    expect((await mine(people.verifier)).map(({ kind }) => kind)).not.toContain('YEAR_FIGURES');
    await hold('YEAR_FIGURES', figuresOf(2024), '2025-01-15');
    await hold('EVALUATION', THE_NETWORK, '2025-01-15');
    expect(await keys()).toEqual([]);
  });

  it('is a plan that is not expected to be filled, for its supplier and for who verifies it', async () => {
    await goTo('2026-11-23');
    const signal = { signal: 'AT_RISK', since: '2026-11-16', remainingCents: 12_345, atRiskCents: 10_000 } as const;
    const [ofNetwork, ofDef] = [world.plans['PLAN-B'], world.plans['PLAN-B-DEF']];
    const { id: supplierGroupId } = await groupOf('B1');
    const signals = [ofNetwork, ofDef].map(
      (id) => ({ ...signal, subjectType: 'PLAN', subjectId: id, planId: id, supplierGroupId }) as const,
    );
    await db().write(THE_PRODUCT, (tx) => writeSignals(tx, signals));
    const plans = async (who: SignedIn): Promise<unknown[]> =>
      (await mine(who)).filter(({ kind }) => kind === 'GOING_WRONG').map((item) => [item['planName'], item['cents']]);
    expect((await plans(people.otherSupplier)).sort()).toEqual([
      ['PLAN-B', 12_345],
      ['PLAN-B-DEF', 12_345],
    ]);
    expect(await plans(people.coordinator)).toEqual([['PLAN-B', 12_345]]);
    expect(await plans(people.outsideManager)).toEqual([['PLAN-B-DEF', 12_345]]);
    for (const who of [people.manager, people.supplier, people.otherEmployee]) expect(await plans(who)).toEqual([]);
    // What a plan has left is of all its ministries together.
    const inPlan = (await people.manager.get(`/plans/${ofNetwork}/work-items?limit=100`)) as {
      items: { kind: string }[];
    };
    expect(inPlan.items.map(({ kind }) => kind)).not.toContain('GOING_WRONG');
    const better = signals.map((one) => ({ ...one, signal: 'BEHIND' as const }));
    await db().write(THE_PRODUCT, (tx) => writeSignals(tx, better));
    expect(await plans(people.coordinator)).toEqual([]);
  });

  describe('and does not happen', () => {
    beforeAll(async () => {
      const moments = momentsOf(momentsFile);
      await db().write(THE_PRODUCT, (tx) => writeMoments(tx, moments));
    });
    const late = async (who: SignedIn): Promise<Record<string, unknown>[]> =>
      (await mine(who)).filter(({ kind, quarter }) => kind === 'REPORT_LATE' && quarter === '2026-Q4');

    it('comes to the managers of the ministries in the plan, who hear that a quarter is late and no more', async () => {
      await goTo('2027-02-12');
      expect(await late(people.manager)).toEqual([]);
      expect(await late(people.coordinator)).toHaveLength(2);
      await goTo('2027-02-13');
      const [ofA, ...rest] = (await late(people.manager)).filter(({ planName }) => planName === 'PLAN-A');
      expect(rest).toEqual([]);
      expect(ofA).toMatchObject({
        key: `REPORT_LATE:${world.plans['PLAN-A']}:2026-10-01:${SUPPLIERS.A1.kvkNumber}:ESCALATED:CONTRACT_MANAGER:IenW`,
        escalated: true,
        reportId: null,
        count: null,
        waitsFor: { side: 'PRINCIPAL', principalCode: 'IenW', roles: ['CONTRACT_MANAGER'] },
      });
      expect(JSON.stringify(ofA)).not.toContain('BZK');
      // What the link in a mail asks: the key of the item that it came from.
      const original = `REPORT_LATE:${world.plans['PLAN-A']}:2026-10-01:${SUPPLIERS.A1.kvkNumber}`;
      expect(await people.manager.get(`/work-items/${original}`)).toEqual(ofA);
      expect(await people.coordinator.get(`/work-items/${original}`)).toMatchObject({ escalated: false });
      expect((await people.supplier.ask('GET', `/work-items/${original}`)).status).toBe(404);
      expect(await late(people.thirdManager)).toHaveLength(2);
      expect(await late(people.ministryReader)).toEqual([]);
    });

    it('comes to the coordinator when claims wait too long', async () => {
      await goTo('2027-02-13');
      const claims = (await mine(people.coordinator)).filter(({ kind }) => kind === 'CLAIMS_TO_DECIDE');
      expect(claims.map((item) => [item['planName'], item['escalated'], item['count']]).sort()).toEqual([
        ['PLAN-A', true, 2],
        ['PLAN-B', true, 2],
      ]);
    });

    it('comes to a ministry that verifies without a count of few, for the network has no part', async () => {
      const [claims, ...rest] = (await mine(people.outsideManager)).filter(({ kind }) => kind === 'CLAIMS_TO_DECIDE');
      expect(rest).toEqual([]);
      expect(claims).toMatchObject({ planName: 'PLAN-B-DEF', escalated: true, count: null, countWithWarnings: null });
      expect((await mine(people.manager)).filter(({ kind }) => kind === 'CLAIMS_TO_DECIDE')).toEqual([]);
    });
  });
});
