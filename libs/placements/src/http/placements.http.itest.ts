import type { Plan } from '@sr/plans';
import type { Test } from 'supertest';
import { bodyOf, openApi, type Client, type TestApi } from '../../../../test/support/app';
import { testProduct, type TestProduct } from '../../../../test/support/database';
import { Given, VERIFIER } from '../../../../test/support/given';

const KVK = '68750110';

describe('placements, claims and evidence over HTTP', () => {
  let product: TestProduct;
  let api: TestApi;
  let given: Given;
  let plan: Plan;
  let anna: Client;
  let verifier: Client;
  let coordinator: Client;
  let manager: Client;
  let stranger: Client;
  let auditor: Client;

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl, '2024-07-02');
    given = new Given(product, KVK);
    product.clock.set('2024-07-02');
    const at = (supplierGroupId: string) => ({ kind: 'SUPPLIER_GROUP', supplierGroupId }) as const;
    const supplier = async (name: string, group: string) =>
      api.signIn({ name, organisation: at(group), roles: ['SUPPLIER_COORDINATOR'] });
    anna = await supplier('Anna', await given.supplierGroup());
    stranger = await supplier('Vreemd', await new Given(product, '68750111').supplierGroup());
    verifier = await api.signIn({ name: 'Vera', organisation: { kind: 'NETWORK' }, roles: ['VERIFIER'] });
    coordinator = await api.signIn({ name: 'Coen', organisation: { kind: 'NETWORK' }, roles: ['NETWORK_COORDINATOR'] });
    const IenW = { kind: 'PRINCIPAL', principalCode: 'IenW' } as const;
    manager = await api.signIn({ name: 'Mo', organisation: IenW, roles: ['CONTRACT_MANAGER'] });
    auditor = await api.signIn({ name: 'Aad', organisation: { kind: 'OVERSIGHT' }, roles: ['AUDITOR'] });
    product.clock.set('2024-07-02');
    plan = await given.plan([await given.contract(10_000_000)]);
  });
  afterAll(async () => {
    await api.close();
    await product.close();
  });

  const refused = async (test: Test, status = 409): Promise<string[]> => {
    const { errors } = bodyOf(await test, status);
    return errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);
  };
  let count = 0;
  const registration = (more: object = {}) => ({
    ref: `PL-${(count += 1)}`,
    planId: plan.id,
    supplierKvkNumber: KVK,
    candidate: `K-${count}`,
    block: 'LIMITED',
    bonuses: ['AGE_55'],
    employmentForm: 'FORMAL',
    startsOn: '2024-01-15',
    registerIndicated: 'YES',
    region: 'AMR01',
    realised: { by: 'SUBCONTRACTOR', kvkNumber: '27000001', name: 'Onderaannemer B.V.' },
    ...more,
  });
  const register = async (more: object = {}) => bodyOf(await anna.post('/placements', registration(more)), 201);

  describe('a placement', () => {
    it('is registered, changed, and ended', async () => {
      const body = registration();
      const placement = bodyOf(await anna.post('/placements', body), 201);
      const names = { planName: plan.name, supplierName: 'Testleverancier', blockLabel: 'Werk, begrensd' };
      expect(placement).toMatchObject({ ...body, ...names, endsOn: null, version: 1 });
      expect(bodyOf(await verifier.get(`/placements?planId=${plan.id}`)).items).toContainEqual(placement);
      expect(placement).not.toHaveProperty('personId');

      const path = `/placements/${placement.id}`;
      const change = {
        version: 1,
        block: 'WORK',
        bonuses: [],
        registerIndicated: 'UNKNOWN',
        realised: null,
        region: null,
      };
      const changed = bodyOf(await anna.patch(path, change));
      expect(changed).toMatchObject({ ...change, version: 2, startsOn: '2024-01-15', limitCentihours: null });
      expect(await refused(anna.patch(path, { version: 1 }))).toEqual(['/version placement.stale']);

      expect(await refused(anna.post(`${path}/ends`, { version: 2, endsOn: '2024-01-14' }))).toEqual([
        '/endsOn placement.term_backwards',
      ]);
      const ended = bodyOf(await anna.post(`${path}/ends`, { version: 2, endsOn: '2024-06-15' }));
      expect(ended).toMatchObject({ endsOn: '2024-06-15', version: 3 });
      expect(bodyOf(await verifier.get(path))).toEqual(ended);
    });

    it('keeps what decides the value of hours that are claimed', async () => {
      const { id } = await register({ block: 'WORK' });
      const claim = await product.placements.submit(VERIFIER, {
        kind: 'PLACEMENT',
        ref: 'V-1',
        supplierKvkNumber: KVK,
        earmark: null,
        placementId: id,
        period: { from: '2024-04-01', to: '2024-06-30' },
        paidCentihours: 100,
      });
      const all = { version: 1, block: 'LIMITED', bonuses: [], employmentForm: 'HIRED_IN', startsOn: '2024-01-01' };
      expect(await refused(anna.patch(`/placements/${id}`, all))).toEqual([
        '/block placement.claimed',
        '/bonuses placement.claimed',
        '/employmentForm placement.claimed',
        '/startsOn placement.claimed',
      ]);
      expect(await refused(anna.post(`/placements/${id}/ends`, { version: 1, endsOn: '2024-06-29' }))).toEqual([
        '/endsOn placement.claimed_after_end',
      ]);
      bodyOf(await anna.patch(`/placements/${id}`, { version: 1, region: 'AMR02' }));
      const other = { id: 'other', name: 'Ander', scope: VERIFIER.scope };
      await product.placements.reject(other, [claim.id], 'Dubbel');
      bodyOf(await anna.patch(`/placements/${id}`, { ...all, version: 2 }));
    });

    it('is refused with all that is wrong with it', async () => {
      await register({ ref: 'TWICE' });
      const wrong = registration({
        ref: 'TWICE',
        block: 'PURCHASE',
        bonuses: ['X', 'AGE_55', 'AGE_55'],
        endsOn: '2024-01-14',
        region: 'AMR99',
        realised: { by: 'OWN', name: 'Ander B.V.' },
      });
      expect(await refused(anna.post('/placements', wrong))).toEqual([
        '/ref placement.ref_taken',
        '/endsOn placement.term_backwards',
        '/block placement.block_of_other_kind',
        '/bonuses placement.bonus_unknown',
        '/bonuses placement.bonus_repeated',
        '/realised realised.own_with_other_party',
        '/region placement.region_unknown',
      ]);
      const { id } = await register();
      expect(
        await refused(anna.patch(`/placements/${id}`, { version: 1, block: 'X', bonuses: ['X'], region: 'AMR99' })),
      ).toEqual([
        '/block placement.block_unknown',
        '/bonuses placement.bonus_unknown',
        '/region placement.region_unknown',
      ]);
      // A name is no reference: it has a space in it.
      expect(await refused(anna.post('/placements', registration({ candidate: 'Jan Jansen' })), 400)).toEqual([
        '/candidate field.wrong_shape',
      ]);
    });

    it('is for its supplier and the team that verifies', async () => {
      const { id, ref } = await register();
      const path = `/placements/${id}`;
      for (const reader of [anna, verifier, coordinator, auditor]) expect(bodyOf(await reader.get(path)).ref).toBe(ref);
      bodyOf(await manager.get(path), 403);
      const all = bodyOf(await stranger.get('/placements'));
      expect(all).toEqual({ items: [], next: null });
      bodyOf(await stranger.get(path), 404);
      bodyOf(await stranger.patch(path, { version: 1 }), 404);
      bodyOf(await stranger.post(`${path}/ends`, { version: 1, endsOn: '2024-06-01' }), 404);
      bodyOf(await stranger.post(`${path}/evidence`, { type: 'TIMESHEET', seenOn: '2024-06-01' }), 404);
      bodyOf(await stranger.post('/placements', registration()), 404);
      bodyOf(await stranger.post('/placements', registration({ supplierKvkNumber: '68750111' })), 404);
    });

    it('is listed, narrowed and in pages, the latest first', async () => {
      const own = await given.plan([]);
      for (const [ref, startsOn, endsOn] of [
        ['L1', '2024-01-01', '2024-02-01'],
        ['L2', '2024-02-01', null],
        ['L3', '2024-02-01', '2024-05-01'],
        ['L4', '2024-03-01', null],
      ]) {
        await register({ planId: own.id, ref, startsOn, endsOn, block: ref === 'L4' ? 'WORK' : 'LIMITED' });
      }
      const refs = async (query: string): Promise<string[]> =>
        bodyOf(await anna.get(`/placements?planId=${own.id}${query}`)).items.map(({ ref }: { ref: string }) => ref);
      expect((await refs('')).map((ref) => ref.slice(0, 1))).toHaveLength(4);
      expect((await refs(''))[0]).toBe('L4');
      expect((await refs(''))[3]).toBe('L1');
      expect(await refs('&block=WORK')).toEqual(['L4']);
      expect((await refs('&runningOn=2024-05-02')).sort()).toEqual(['L2', 'L4']);
      expect(await refs(`&runningOn=2024-02-01&supplierKvkNumber=${KVK}&block=LIMITED`)).toHaveLength(3);
      const first = bodyOf(await anna.get(`/placements?planId=${own.id}&limit=2`));
      const second = bodyOf(await anna.get(`/placements?planId=${own.id}&limit=2&after=${first.next}`));
      expect([...first.items, ...second.items].map(({ ref }) => ref)).toEqual(await refs(''));
      expect(second.next).toBeNull();
      expect(await refused(anna.get('/placements?after=eA'), 400)).toEqual(['/after page.after_wrong']);
    });
  });

  describe('evidence', () => {
    it('is of a kind that there was, declared by who saw it', async () => {
      const types = bodyOf(await anna.get('/evidence-types')).items;
      expect(types).toContainEqual({
        code: 'REGISTER_CHECK',
        name: 'Raadpleging doelgroepregister',
        kinds: ['PLACEMENT'],
        existsFrom: '2015-05-01',
        existsTo: null,
        source: 'uwv.nl',
      });
      const { id } = await register();
      const path = `/placements/${id}/evidence`;
      const declared = bodyOf(
        await anna.post(path, { type: 'EMPLOYMENT_CONTRACT', seenOn: '2024-01-20', validUntil: '2025-01-14' }),
        201,
      );
      expect(declared).toMatchObject({ seenBy: 'Anna', validUntil: '2025-01-14', verdict: null });
      expect(
        await refused(anna.post(path, { type: 'INVOICE', seenOn: '2024-07-03', validUntil: '2024-07-02' })),
      ).toEqual([
        '/type evidence.of_other_kind',
        '/seenOn evidence.seen_in_the_future',
        '/validUntil evidence.ended_before_seen',
      ]);
      expect(await refused(anna.post(path, { type: 'REGISTER_CHECK', seenOn: '2015-04-30' }))).toEqual([
        '/type evidence.type_out_of_date',
      ]);
      expect(bodyOf(await anna.get(`/placements/${id}`)).evidence).toEqual([declared]);
    });

    it('is judged by the verifier, with a reason when it is not sufficient', async () => {
      const { id } = await register();
      const { id: evidenceId } = bodyOf(
        await anna.post(`/placements/${id}/evidence`, { type: 'TIMESHEET', seenOn: '2024-06-01' }),
        201,
      );
      const path = `/placements/${id}/evidence/${evidenceId}/verdicts`;
      bodyOf(await anna.post(path, { verdict: 'SUFFICIENT' }), 403);
      bodyOf(await coordinator.post(path, { verdict: 'SUFFICIENT' }), 403);
      expect(await refused(verifier.post(path, { verdict: 'INSUFFICIENT' }))).toEqual([
        '/reason evidence.reason_missing',
      ]);
      const reason = 'De uren van mei ontbreken.';
      const judged = bodyOf(await verifier.post(path, { verdict: 'INSUFFICIENT', reason }));
      expect(judged).toMatchObject({ verdict: 'INSUFFICIENT', verdictBy: 'Vera', verdictReason: reason });
      const later = bodyOf(await verifier.post(path, { verdict: 'SUFFICIENT' }));
      expect(later).toMatchObject({ verdict: 'SUFFICIENT', verdictReason: null });
      const { id: another } = await register();
      bodyOf(
        await verifier.post(`/placements/${another}/evidence/${evidenceId}/verdicts`, { verdict: 'SUFFICIENT' }),
        404,
      );
    });

    it('of a purchase is declared with the claim', async () => {
      const { id } = await given.purchase(plan, 100);
      const path = `/claims/${id}/evidence`;
      const seen = { type: 'SOCIAL_ENTERPRISE_CERTIFICATE', seenOn: '2024-06-01', validUntil: '2024-12-31' };
      const { id: evidenceId } = bodyOf(await anna.post(path, seen), 201);
      bodyOf(await verifier.post(`${path}/${evidenceId}/verdicts`, { verdict: 'SUFFICIENT' }));
      expect(bodyOf(await anna.get(`/claims/${id}`)).evidence).toMatchObject([
        { ...seen, seenBy: 'Anna', verdict: 'SUFFICIENT', verdictBy: 'Vera' },
      ]);
      bodyOf(await stranger.post(path, seen), 404);
      const hours = await given.hours(await given.placement(plan), 100);
      bodyOf(await anna.post(`/claims/${hours.id}/evidence`, { type: 'TIMESHEET', seenOn: '2024-06-01' }), 404);
    });
  });

  describe('a preview of a value', () => {
    const ask = (by: Client, more: object = {}) =>
      by.post('/value-previews', { planId: plan.id, block: 'LIMITED', centihours: 10_000, ...more });

    it('says what hours would be worth, how, and what they leave of the limit', async () => {
      const { steps, ...worth } = bodyOf(await ask(anna, { bonuses: ['AGE_55'] }));
      // 100 hours at EUR 20 and a bonus of EUR 5; a limit of one month is 156 hours.
      expect(worth).toEqual({
        valueCents: 250_000,
        countedCentihours: 10_000,
        limitCentihours: 15_600,
        leftCentihours: 5_600,
      });
      expect(steps.map(({ code }: { code: string }) => code)).toContain('value.limit');
      expect(bodyOf(await ask(anna, { block: 'WORK' }))).toMatchObject({ limitCentihours: null, leftCentihours: null });
      expect(bodyOf(await ask(anna, { employmentForm: 'TRIAL' }))).toMatchObject({
        valueCents: 0,
        limitCentihours: null,
      });
    });

    it('takes off what the candidate used already', async () => {
      const placement = await given.placement(plan, { block: 'LIMITED', candidate: 'K-PREVIEW' });
      await given.accept(await given.hours(placement, 10_000));
      expect(bodyOf(await ask(anna, { placementId: placement.id }))).toMatchObject({
        valueCents: 112_000,
        countedCentihours: 5_600,
        leftCentihours: 0,
      });
    });

    it('is refused for what the table does not have, and for what is of others', async () => {
      expect(await refused(ask(anna, { block: 'PURCHASE', bonuses: ['X'] }))).toEqual([
        '/block placement.block_of_other_kind',
        '/bonuses placement.bonus_unknown',
      ]);
      bodyOf(await ask(stranger), 404);
      const { id } = await register();
      const elsewhere = await new Given(product, '68750111').plan([]);
      product.clock.set('2024-07-02');
      bodyOf(await ask(stranger, { planId: elsewhere.id, placementId: id }), 404);
      bodyOf(await ask(verifier), 403);
    });
  });

  describe('a claim', () => {
    it('tells how its value is worked out, before and after it is accepted', async () => {
      const placement = await given.placement(plan, { block: 'LIMITED', candidate: 'K-LIMIT' });
      const first = await given.hours(placement, 10_000, { from: '2024-01-01', to: '2024-01-31' });
      const second = await given.hours(placement, 10_000, { from: '2024-02-01', to: '2024-02-29' });
      await given.accept(first);
      const waiting = bodyOf(await verifier.get(`/claims/${second.id}`));
      // A limit of one month is 15,600 hundredths of an hour: 5,600 are left, at 20 cents each.
      expect(waiting).toMatchObject({ status: 'CLAIMED', valueCents: 112_000, countedCentihours: null });
      const limit = ({ steps }: { steps: { code: string; params: object }[] }) =>
        steps.find(({ code }) => code === 'value.limit')?.params;
      expect(limit(waiting)).toMatchObject({ countedBeforeCentihours: 10_000, roomCentihours: 5_600 });
      expect(waiting.warnings.map(({ code }: { code: string }) => code)).toContain('claim.limit_passed');

      await given.accept(second);
      await product.allocation.reverse(VERIFIER, first.id, 'Dubbel');
      const accepted = bodyOf(await verifier.get(`/claims/${second.id}`));
      expect(accepted).toMatchObject({
        status: 'ACCEPTED',
        valueCents: 112_000,
        countedCentihours: 5_600,
        jobCentihours: 10_000,
        acceptedCentihours: 10_000,
      });
      expect(accepted.steps).toEqual(waiting.steps);
      expect(bodyOf(await verifier.get(`/claims/${first.id}`))).toMatchObject({
        status: 'REVERSED',
        reversalReason: 'Dubbel',
        valueCents: 200_000,
      });
    });

    it('is listed by when its answer is due, narrowed and in pages', async () => {
      const own = await given.plan([]);
      const placement = await given.placement(own, { candidate: 'K-LIST' });
      product.clock.set('2024-06-03');
      const old = await given.purchase(own, 1);
      product.clock.set('2024-07-02');
      const accepted = await given.purchase(own, 2);
      const hours = await given.hours(placement, 100, { from: '2024-04-01', to: '2024-06-30' });
      await given.accept(accepted);
      const numbers = async (query: string): Promise<number[]> =>
        bodyOf(await verifier.get(`/claims?planId=${own.id}${query}`)).items.map(
          ({ number }: { number: number }) => number,
        );
      expect(await numbers('')).toEqual([old.number, accepted.number, hours.number]);
      expect(await numbers('&status=CLAIMED')).toEqual([old.number, hours.number]);
      expect(await numbers('&kind=PLACEMENT')).toEqual([hours.number]);
      expect(await numbers('&quarter=2024-Q1')).toEqual([old.number, accepted.number]);
      expect(await numbers('&overdue=true')).toEqual([old.number]);
      expect(await numbers('&hasWarnings=false')).toEqual([]);
      expect(await numbers(`&hasWarnings=true&supplierKvkNumber=${KVK}`)).toHaveLength(3);
      expect(bodyOf(await verifier.get(`/claims/${old.id}`))).toMatchObject({
        answerDueOn: '2024-06-17',
        answerDaysLate: 15,
      });
      // A rejected claim has no value; each that waits has the value that its own page gives it.
      await product.placements.reject({ ...VERIFIER, id: 'other' }, [old.id], 'Dubbel');
      const { items } = bodyOf(await verifier.get(`/claims?planId=${own.id}`));
      const named = { planName: own.name, supplierName: 'Testleverancier' };
      const without = { placementId: null, placementRef: null, candidate: null, blockLabel: 'Inkoop' };
      expect(items).toMatchObject([
        { ...named, ...without, status: 'REJECTED', valueCents: null },
        { ...named, ...without, status: 'ACCEPTED', valueCents: 2 },
        { ...named, placementId: placement.id, candidate: 'K-LIST', blockLabel: 'Werk', valueCents: 2_000 },
      ]);
      for (const item of items) expect(bodyOf(await verifier.get(`/claims/${item.id}`))).toMatchObject(item);
      const first = bodyOf(await verifier.get(`/claims?planId=${own.id}&limit=1`));
      const rest = bodyOf(await verifier.get(`/claims?planId=${own.id}&after=${first.next}`));
      expect([...first.items, ...rest.items].map(({ number }) => number)).toEqual(await numbers(''));
      expect(bodyOf(await stranger.get(`/claims?planId=${own.id}`)).items).toEqual([]);
      bodyOf(await manager.get('/claims'), 403);
    });

    it('in a list is worth what it would be by itself, also where others wait before it', async () => {
      const own = await given.plan([]);
      const limited = await given.placement(own, { candidate: 'K-BY-ITSELF', block: 'LIMITED' });
      for (const month of ['01', '02']) {
        await given.hours(limited, 10_000, { from: `2024-${month}-01`, to: `2024-${month}-28` });
      }
      const { items } = bodyOf(await verifier.get(`/claims?planId=${own.id}`));
      expect(items.map(({ valueCents }: { valueCents: number }) => valueCents)).toEqual([200_000, 200_000]);
    });

    it('is answered later when an official gets more time, with the reason', async () => {
      const { id, answerDueOn } = await given.purchase(plan, 5);
      expect(answerDueOn).toBe('2024-07-16');
      const path = `/claims/${id}/extensions`;
      bodyOf(await verifier.post(path, { dueOn: '2024-07-20', reason: 'Vakantie' }), 403);
      const extended = bodyOf(await coordinator.post(path, { dueOn: '2024-07-20', reason: 'Vakantie' }));
      expect(extended).toMatchObject({
        answerDueOn: '2024-07-20',
        extensions: [{ from: '2024-07-16', to: '2024-07-20', reason: 'Vakantie', extendedBy: 'Coen' }],
      });
      expect(await refused(coordinator.post(path, { dueOn: '2025-07-20', reason: 'Vakantie' }))).toEqual([
        '/dueOn due-date.too_far',
      ]);
      await product.placements.reject(VERIFIER, [id], 'Dubbel');
      expect(await refused(coordinator.post(path, { dueOn: '2024-07-21', reason: 'Vakantie' }))).toEqual([
        ' claim.already_decided',
      ]);
      bodyOf(await stranger.get(`/claims/${id}`), 404);
    });
  });
});
