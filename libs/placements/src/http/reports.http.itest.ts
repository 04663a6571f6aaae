import type { Test } from 'supertest';
import { bodyOf, openApi, type Client, type TestApi } from '../../../../test/support/app';
import { sql, testProduct, type TestProduct } from '../../../../test/support/database';
import { Given, VERIFIER } from '../../../../test/support/given';
import type { Plan } from '@sr/plans';
import type { Placement } from '../domain/placement';

const KVK = '68750110';
const Q2 = '2024-Q2';
const OWN = { by: 'OWN', kvkNumber: null, name: null };
const SELLER = { kvkNumber: '27000001', name: 'Werkplaats De Brug' };
const NO_LINES = { placements: [], purchases: [], activities: [] };

describe('reports over HTTP', () => {
  let product: TestProduct;
  let api: TestApi;
  let given: Given;
  let plan: Plan;
  let placement: Placement;
  let anna: Client;
  let bert: Client;
  let verifier: Client;
  let coordinator: Client;
  let stranger: Client;
  let auditor: Client;

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl, '2024-07-02');
    given = new Given(product, KVK);
    product.clock.set('2024-07-02');
    const other = new Given(product, '68750111');
    const supplierGroupId = await given.supplierGroup();
    const at = (id: string) => ({ kind: 'SUPPLIER_GROUP', supplierGroupId: id }) as const;
    anna = await api.signIn({ name: 'Anna', organisation: at(supplierGroupId), roles: ['SUPPLIER_COORDINATOR'] });
    bert = await api.signIn({ name: 'Bert', organisation: at(supplierGroupId), roles: ['SUPPLIER_EMPLOYEE'] });
    stranger = await api.signIn({
      name: 'Vreemd',
      organisation: at(await other.supplierGroup()),
      roles: ['SUPPLIER_COORDINATOR'],
    });
    verifier = await api.signIn({ name: 'Vera', organisation: { kind: 'NETWORK' }, roles: ['VERIFIER'] });
    coordinator = await api.signIn({ name: 'Coen', organisation: { kind: 'NETWORK' }, roles: ['NETWORK_COORDINATOR'] });
    auditor = await api.signIn({ name: 'Aad', organisation: { kind: 'OVERSIGHT' }, roles: ['AUDITOR'] });
    const contract = await given.contract(100_000_000, { number: 'C1' });
    plan = await given.plan([contract]);
    placement = await given.placement(plan, { ref: 'PL-A', candidate: 'K-A' });
    await keepSessions();
  });
  /** The clock goes to and fro here, and sessions stay. */
  const keepSessions = () => sql(product.adminUrl, `update identity.session set ends_at = '2100-01-01'`);
  beforeEach(() => {
    api.clock.set('2024-07-02');
  });
  afterAll(async () => {
    await api.close();
    await product.close();
  });

  const open = async (quarter: string, more: object = {}, planId = plan.id) =>
    bodyOf(await anna.post('/reports', { planId, supplierKvkNumber: KVK, quarter, ...more }), 201);
  const hours = (placementId: string, months: Record<string, number>, more: object = {}) => ({
    placementId,
    months: Object.entries(months).map(([month, paidCentihours]) => ({ month, paidCentihours })),
    ...more,
  });
  const write = async (by: Client, report: { id: string; version: number }, lines: object) =>
    bodyOf(await by.put(`/reports/${report.id}/lines`, { version: report.version, ...NO_LINES, ...lines }));
  const act = async (by: Client, report: { id: string; version: number }, what: string, more: object = {}) =>
    bodyOf(await by.post(`/reports/${report.id}/${what}`, { version: report.version, ...more }));
  const refused = async (test: Test): Promise<string[]> => {
    const { errors } = bodyOf(await test, 409);
    return errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);
  };
  const APRIL_TO_JUNE = { '2024-04': 11_050, '2024-05': 11_050, '2024-06': 11_050 };

  describe('the way of a report', () => {
    it('is opened once, written, checked by a colleague, and submitted as claims', async () => {
      const opened = await open(Q2);
      expect(opened).toMatchObject({
        planName: plan.name,
        supplierName: 'Testleverancier',
        quarter: Q2,
        sequence: 1,
        state: 'DRAFT',
        dueOn: '2024-07-30',
        daysLate: 0,
        version: 1,
        lastEditedBy: 'Anna',
        lines: [],
        valueCents: 0,
        faults: [],
      });
      expect((await open(Q2)).id).toBe(opened.id);

      const evidence = [{ type: 'INVOICE', seenOn: '2024-06-30', validUntil: null }];
      const written = await write(anna, opened, {
        placements: [hours(placement.id, APRIL_TO_JUNE, { earmark: 'C1' })],
        purchases: [
          {
            block: 'PURCHASE',
            from: '2024-04-01',
            to: '2024-06-30',
            invoiceCents: 1_850_000,
            seller: SELLER,
            evidence,
          },
        ],
        activities: [{ block: 'ACTIVITY', day: '2024-05-14', centihours: 1_200, description: 'Training' }],
      });
      expect(written).toMatchObject({
        version: 2,
        state: 'DRAFT',
        faults: [],
        valueCents: 663_000 + 1_850_000 + 100_000,
      });
      const [ofHours, purchase, activity] = written.lines;
      expect(ofHours).toMatchObject({
        at: '/placements/0',
        kind: 'PLACEMENT',
        placementRef: 'PL-A',
        candidate: 'K-A',
        from: '2024-04-01',
        to: '2024-06-30',
        centihours: 33_150,
        months: [{ month: '2024-04', paidCentihours: 11_050 }, {}, {}],
        earmark: 'C1',
        valueCents: 663_000,
        claimId: null,
        warnings: [{ code: 'claim.evidence_missing' }],
      });
      expect(ofHours.steps.map(({ code }: { code: string }) => code)).toEqual([
        'value.full_time_year',
        'value.no_limit',
        'value.counted',
        'value.block',
        'value.job',
        'value.total',
      ]);
      expect(purchase).toMatchObject({ realised: { by: 'SOCIAL_ENTERPRISE', ...SELLER }, evidence, warnings: [] });
      expect(activity).toMatchObject({ realised: OWN, description: 'Training', valueCents: 100_000 });

      expect(await refused(anna.post(`/reports/${opened.id}/checks`, { version: 2 }))).toEqual([
        ' report.checked_by_editor',
      ]);
      expect(await refused(anna.post(`/reports/${opened.id}/submissions`, { version: 2 }))).toEqual([
        ' report.not_checked',
      ]);
      const checked = await act(bert, written, 'checks');
      expect(checked).toMatchObject({ state: 'CHECKED', checkedBy: 'Bert', version: 3 });
      expect(await refused(bert.post(`/reports/${opened.id}/checks`, { version: 3 }))).toEqual([
        ' report.checked_already',
      ]);

      const again = await write(bert, checked, { placements: [hours(placement.id, APRIL_TO_JUNE)] });
      expect(again).toMatchObject({ state: 'DRAFT', checkedBy: null, checkedAt: null, lastEditedBy: 'Bert' });
      const submitted = await act(anna, await act(anna, again, 'checks'), 'submissions');
      expect(submitted).toMatchObject({ state: 'SUBMITTED', submittedBy: 'Anna', valueCents: 663_000 });
      expect(submitted.lines).toMatchObject([{ claimStatus: 'CLAIMED', valueCents: 663_000 }]);

      const claim = bodyOf(await verifier.get(`/claims/${submitted.lines[0].claimId}`));
      expect(claim).toMatchObject({
        number: submitted.lines[0].claimNumber,
        ref: `R${opened.number}-1`,
        quarter: Q2,
        centihours: 33_150,
        answerDueOn: '2024-07-16',
        answerDaysLate: 0,
        submittedBy: 'Anna',
        reportId: opened.id,
        reportNumber: opened.number,
        placement: { ref: 'PL-A' },
        warnings: [{ code: 'claim.evidence_missing' }],
        valueCents: 663_000,
      });
      const { version } = submitted;
      for (const test of [
        anna.put(`/reports/${opened.id}/lines`, { version, ...NO_LINES }),
        anna.post(`/reports/${opened.id}/copies`, { version }),
        bert.post(`/reports/${opened.id}/checks`, { version }),
        coordinator.post(`/plans/${plan.id}/report-extensions`, {
          supplierKvkNumber: KVK,
          quarter: Q2,
          dueOn: '2024-08-01',
          reason: 'Ziekte',
        }),
      ]) {
        expect(await refused(test)).toEqual([' report.submitted_already']);
      }
      expect(await refused(anna.post(`/reports/${opened.id}/submissions`, { version }))).toEqual([
        ' report.submitted_already',
        '/placements/0/months claim.overlaps',
      ]);
    });

    it('what was rejected is sent again in a supplementary report', async () => {
      const first = await open(Q2);
      expect(first.state).toBe('SUBMITTED');
      const overlap = await open(Q2, { supplementary: true });
      expect(overlap).toMatchObject({ sequence: 2, dueOn: '2024-07-30', daysLate: 0 });
      expect((await open(Q2, { supplementary: true })).id).toBe(overlap.id);
      const twice = await write(anna, overlap, { placements: [hours(placement.id, APRIL_TO_JUNE)] });
      expect(twice.faults).toMatchObject([{ pointer: '/placements/0/months', code: 'claim.overlaps' }]);
      const checked = await act(bert, twice, 'checks');
      expect(await refused(anna.post(`/reports/${overlap.id}/submissions`, { version: checked.version }))).toEqual([
        '/placements/0/months claim.overlaps',
      ]);

      await product.placements.reject(VERIFIER, [first.lines[0].claimId], 'Urenstaat ontbreekt');
      api.clock.set('2024-08-02');
      const submitted = await act(anna, checked, 'submissions');
      expect(submitted).toMatchObject({ daysLate: 0, lines: [{ valueCents: 663_000 }] });
      const claim = bodyOf(await anna.get(`/claims/${submitted.lines[0].claimId}`));
      expect(claim.warnings.map(({ code }: { code: string }) => code)).toEqual([
        'claim.reported_late',
        'claim.evidence_missing',
      ]);
      expect(bodyOf(await anna.get(`/claims/${first.lines[0].claimId}`))).toMatchObject({
        status: 'REJECTED',
        decisionReason: 'Urenstaat ontbreekt',
        valueCents: null,
        steps: [],
      });
      expect(bodyOf(await anna.get(`/reports/${first.id}`)).lines).toMatchObject([
        { claimStatus: 'REJECTED', valueCents: null },
      ]);
    });

    it('copies the hours of the last quarter, also of claims that came without a report', async () => {
      const lone = await given.placement(plan, { ref: 'PL-B', candidate: 'K-B', endsOn: '2024-08-15' });
      await given.hours(lone, 3_001, { from: '2024-04-01', to: '2024-06-30' });
      api.clock.set('2024-10-02');
      const opened = await open('2024-Q3');
      const mine = hours(placement.id, { '2024-09': 5 });
      const written = await write(anna, opened, { placements: [mine] });
      const copied = await act(anna, written, 'copies');
      expect(copied.lines).toMatchObject([
        { placementRef: 'PL-A', months: [{ month: '2024-09', paidCentihours: 5 }] },
        {
          placementRef: 'PL-B',
          to: '2024-08-15',
          months: [
            { month: '2024-07', paidCentihours: 1_001 },
            { month: '2024-08', paidCentihours: 1_000 },
          ],
        },
      ]);
      expect(copied.lines[0].warnings.map(({ code }: { code: string }) => code)).toContain(
        'claim.far_from_last_period',
      );
      const earlier = await open('2023-Q4');
      expect(await refused(anna.post(`/reports/${earlier.id}/copies`, { version: 1 }))).toEqual([
        ' report.no_last_period',
      ]);
    });

    it('says that there was nothing, and only then is empty', async () => {
      const opened = await open('2023-Q3');
      const checked = await act(bert, opened, 'checks');
      expect(await refused(anna.post(`/reports/${opened.id}/submissions`, { version: 2 }))).toEqual([
        '/nothingToReport report.empty',
      ]);
      const submitted = await act(anna, checked, 'submissions', { nothingToReport: true });
      expect(submitted).toMatchObject({ state: 'SUBMITTED', nothingToReport: true, lines: [], daysLate: 246 });
    });

    it('is submitted unchecked where one person takes part', async () => {
      const alone = new Given(product, '68750112');
      const organisation = { kind: 'SUPPLIER_GROUP', supplierGroupId: await alone.supplierGroup() } as const;
      const carla = await api.signIn({ name: 'Carla', organisation, roles: ['SUPPLIER_COORDINATOR'] });
      await keepSessions();
      const its = await alone.plan([await alone.contract(1_000, { number: 'C2' })]);
      const body = { planId: its.id, supplierKvkNumber: '68750112', quarter: Q2 };
      const opened = bodyOf(await carla.post('/reports', body), 201);
      const path = `/reports/${opened.id}/submissions`;
      expect(bodyOf(await carla.post(path, { version: 1, nothingToReport: true }))).toMatchObject({
        state: 'SUBMITTED',
        checkedBy: null,
      });
    });
  });

  it('two who open the same report at once have one, and of two who write at once the second is told', async () => {
    const [one, two] = await Promise.all([open('2023-Q2'), open('2023-Q2')]);
    expect(one.id).toBe(two.id);
    const path = `/reports/${one.id}/lines`;
    const answers = await Promise.all(
      [anna, bert].map(async (by) => (await by.put(path, { version: 1, ...NO_LINES })).status),
    );
    expect(answers.sort()).toEqual([200, 409]);
  });

  describe('what is refused', () => {
    it('a version that somebody else changed', async () => {
      const report = await open('2024-Q1');
      const written = await write(anna, report, {});
      for (const test of [
        bert.post(`/reports/${report.id}/copies`, { version: report.version }),
        bert.post(`/reports/${report.id}/checks`, { version: report.version }),
        anna.post(`/reports/${report.id}/submissions`, { version: report.version }),
      ]) {
        expect(await refused(test)).toEqual(['/version report.stale']);
      }
      bodyOf(await bert.post(`/reports/${report.id}/submissions`, { version: written.version }), 403);
      const stale = await bert.put(`/reports/${report.id}/lines`, { version: 1, ...NO_LINES });
      expect(bodyOf(stale, 409).errors).toMatchObject([{ pointer: '/version', params: { version: written.version } }]);
    });

    it('lines that are none of this report: then nothing changes', async () => {
      const report = await open('2024-Q1');
      const foreign = new Given(product, '68750113');
      const elsewhere = await foreign.placement(await foreign.plan([await foreign.contract(1, { number: 'C3' })]));
      const placements = [
        hours(placement.id, { '2024-04': 1, '2024-03': 1 }, { earmark: 'NIET' }),
        hours(elsewhere.id, { '2024-01': 1 }),
        hours(placement.id, { '2024-01': 1 }, { earmark: 'NIET' }),
      ];
      const body = { ...NO_LINES, version: report.version, placements };
      expect(await refused(anna.put(`/reports/${report.id}/lines`, body))).toEqual([
        '/placements/0/months/0/month report.outside_quarter',
        '/placements/1/placementId placement.unknown',
        '/placements/2/placementId report.placement_repeated',
        '/placements/0/earmark contract.unknown',
        '/placements/2/earmark contract.unknown',
      ]);
      expect(bodyOf(await anna.get(`/reports/${report.id}`))).toMatchObject({ version: report.version, lines: [] });
    });

    it('submitting what is wrong in a line; the draft keeps it with all that is right, and tells where', async () => {
      const later = await given.placement(plan, { candidate: 'K-LATER', startsOn: '2024-03-15' });
      const report = await open('2024-Q1');
      const lines = {
        placements: [
          hours(placement.id, { '2024-03': 100 }, { earmark: 'C1' }),
          hours(later.id, { '2024-01': 1, '2024-02': 2 }),
        ],
        purchases: [
          { block: 'PURCHASE', from: '2024-03-01', to: '2024-03-01', invoiceCents: 1_000, seller: SELLER },
          {
            block: 'WORK',
            from: '2024-03-02',
            to: '2024-03-01',
            invoiceCents: 1,
            seller: SELLER,
            evidence: [{ type: 'TIMESHEET', seenOn: '2024-07-03' }],
          },
        ],
        activities: [{ block: 'ACTIVITY', day: '2024-06-01', centihours: 1, realised: { by: 'OWN', name: 'Ander' } }],
      };
      const written = await write(anna, report, lines);
      const faults = [
        '/placements/1/months/0/month claim.outside_placement',
        '/placements/1/months/1/month claim.outside_placement',
        '/purchases/1/block placement.block_of_other_kind',
        '/purchases/1/to claim.period_backwards',
        '/purchases/1/evidence/0/type evidence.of_other_kind',
        '/purchases/1/evidence/0/seenOn evidence.seen_in_the_future',
        '/activities/0/day report.outside_quarter',
        '/activities/0/realised realised.own_with_other_party',
      ];
      expect(
        written.faults.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`),
      ).toEqual(faults);
      expect(written.valueCents).toBe(2_000 + 1_000);
      expect(written.lines).toMatchObject([
        { at: '/placements/0', valueCents: 2_000, blockLabel: 'Werk', months: [{ paidCentihours: 100 }] },
        { at: '/placements/1', valueCents: null, steps: [], months: [{ paidCentihours: 1 }, { paidCentihours: 2 }] },
        { at: '/purchases/0', valueCents: 1_000, blockLabel: 'Inkoop' },
        { at: '/purchases/1', valueCents: null, blockLabel: 'Werk' },
        { at: '/activities/0', valueCents: null },
      ]);
      expect(bodyOf(await anna.get(`/reports/${report.id}`))).toEqual(written);
      const checked = await act(bert, written, 'checks');
      expect(await refused(anna.post(`/reports/${report.id}/submissions`, { version: checked.version }))).toEqual(
        faults,
      );
    });

    it('a line of a placement that ended since it was written: it has no value any more', async () => {
      const short = await given.placement(plan, { candidate: 'K-SHORT' });
      const report = await open('2023-Q2');
      const other = await given.placement(plan, { candidate: 'K-EARLY', startsOn: '2023-01-01' });
      bodyOf(await anna.patch(`/placements/${short.id}`, { version: 1, startsOn: '2023-01-01' }));
      const placements = [hours(short.id, { '2023-06': 100 }), hours(other.id, { '2023-06': 100 })];
      const written = await write(anna, report, { placements });
      expect(written.valueCents).toBe(4_000);
      bodyOf(await anna.post(`/placements/${short.id}/ends`, { version: 2, endsOn: '2023-01-31' }));
      expect(bodyOf(await anna.get(`/reports/${report.id}`))).toMatchObject({
        valueCents: 2_000,
        faults: [{ pointer: '/placements/0/months/0/month', code: 'claim.outside_placement' }],
        lines: [{ valueCents: null }, { valueCents: 2_000 }],
      });
    });

    it('fields that are not right, all at once', async () => {
      const report = await open('2024-Q1');
      const wrong = {
        version: 0,
        placements: [{ placementId: 'x', months: [], more: 1 }],
        purchases: [
          { block: 'PURCHASE', from: '2024-02-30', to: '2024-03-01', invoiceCents: -1, seller: { name: '' } },
        ],
        activities: [{ block: 'A B', day: '2024-03-01', centihours: 1.5, description: 'bsn 111222333' }],
      };
      const body = bodyOf(await anna.put(`/reports/${report.id}/lines`, wrong), 400);
      expect(body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)).toEqual([
        '/placements/0/more field.unknown',
        '/placements/0/placementId field.not_an_id',
        '/placements/0/months field.list_length',
        '/purchases/0/from field.not_a_day',
        '/purchases/0/invoiceCents field.out_of_bounds',
        '/purchases/0/seller/kvkNumber field.missing',
        '/purchases/0/seller/name field.blank',
        '/activities/0/block field.wrong_shape',
        '/activities/0/centihours field.not_whole',
        '/activities/0/description field.person_number',
        '/version field.out_of_bounds',
      ]);
    });

    it('a quarter that has not begun, and work that is not over', async () => {
      expect(
        await refused(anna.post('/reports', { planId: plan.id, supplierKvkNumber: KVK, quarter: '2024-Q4' })),
      ).toEqual(['/quarter report.quarter_not_begun']);
      api.clock.set('2024-10-03');
      const report = await open('2024-Q4');
      const written = await write(anna, report, { placements: [hours(placement.id, { '2024-10': 1 })] });
      expect(written.faults).toMatchObject([{ code: 'claim.in_the_future', params: { today: '2024-10-03' } }]);
    });

    it('a plan of another group, a supplier for whom one does not work, a plan that is not there', async () => {
      const body = { planId: plan.id, supplierKvkNumber: '68750111', quarter: Q2 };
      bodyOf(await anna.post('/reports', body), 404);
      bodyOf(await stranger.post('/reports', body), 404);
      bodyOf(await anna.post('/reports', { ...body, supplierKvkNumber: KVK, planId: placement.id }), 404);
    });
  });

  describe('who sees what', () => {
    it('a report is the supplier’s own until it is submitted', async () => {
      const report = await write(anna, await open('2024-Q1'), {
        placements: [hours(placement.id, { '2024-01': 100 })],
      });
      for (const official of [verifier, coordinator]) {
        const seen = bodyOf(await official.get(`/reports/${report.id}`));
        expect(seen).toMatchObject({ state: 'DRAFT', lines: null, valueCents: null, faults: [] });
        expect(JSON.stringify(seen)).not.toContain('K-A');
      }
      expect(bodyOf(await auditor.get(`/reports/${report.id}`)).lines).toHaveLength(1);
      bodyOf(await stranger.get(`/reports/${report.id}`), 404);
      bodyOf(await stranger.put(`/reports/${report.id}/lines`, { version: 1, ...NO_LINES }), 404);
      for (const path of ['copies', 'checks', 'submissions']) {
        bodyOf(await stranger.post(`/reports/${report.id}/${path}`, { version: 1 }), 404);
      }
    });

    it('lists, narrowed and in pages', async () => {
      const list = async (by: Client, query: string) => bodyOf(await by.get(`/reports?${query}`));
      const quarters = ({ items }: { items: { quarter: string; sequence: number }[] }) =>
        items.map(({ quarter, sequence }) => `${quarter} ${sequence}`);
      expect(quarters(await list(stranger, ''))).toEqual([]);
      const all = await list(anna, `planId=${plan.id}`);
      const paged: string[] = [];
      for (let after = ''; ;) {
        const page = await list(verifier, `planId=${plan.id}&limit=2${after}`);
        paged.push(...quarters(page));
        if (page.next === null) break;
        after = `&after=${page.next}`;
      }
      expect(paged).toEqual(quarters(all));
      expect(new Set(paged).size).toBe(paged.length);
      expect(quarters(await list(anna, `quarter=${Q2}&state=SUBMITTED&supplierKvkNumber=${KVK}`))).toEqual([
        '2024-Q2 2',
        '2024-Q2 1',
      ]);
      // Of the second quarter the first report came in time, and the second is never late.
      api.clock.set('2024-10-31');
      const late = quarters(await list(anna, `planId=${plan.id}&late=true`));
      expect(late).toEqual(['2024-Q3 1', '2024-Q1 1', '2023-Q4 1', '2023-Q3 1', '2023-Q2 1']);
      expect(quarters(await list(anna, `planId=${plan.id}&late=false`)).sort()).toEqual(
        paged.filter((name) => !late.includes(name)).sort(),
      );
    });
  });
});
