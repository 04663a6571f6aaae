import { EVERYTHING, type Actor } from '@sr/kernel';
import { bodyOf, openApi, type Client, type TestApi } from '../../../../test/support/app';
import { sql, testProduct, type TestProduct } from '../../../../test/support/database';

const STEWARD: Actor = { id: 'table-steward', name: 'Beheerder', scope: EVERYTHING };
const COORDINATOR: Actor = { id: 'coordinator', name: 'Coördinator', scope: EVERYTHING };

const WORK = {
  kind: 'PLACEMENT',
  code: 'WORK',
  label: 'Werk',
  annualValueCents: 5_000_000,
  limitMonths: null,
  countsAsJob: true,
} as const;
const PURCHASE = { kind: 'PURCHASE', code: 'PURCHASE', label: 'Inkoop', rateBp: 10_000 } as const;
const LESSON = { kind: 'ACTIVITY', code: 'LESSON', label: 'Les', hourRateCents: 10_000, dayCapCents: 100_000 } as const;

const content = {
  name: 'Waarden 2027',
  example: false,
  validFrom: '2027-01-01',
  source: { publisher: 'Gemeente', url: 'https://example.nl/waarden', published: '2026', note: 'Zoals gedrukt.' },
  normHoursPerWeek: 36,
  blocks: [WORK, PURCHASE, LESSON],
  bonuses: [{ code: 'AGE_55', label: '55 jaar of ouder', annualValueCents: 1_000_000 }],
  notValued: [{ label: 'Scholing', printed: 'gemaakte kosten', reason: 'Kosten zijn geen waarde per uur.' }],
};

interface Fault {
  readonly pointer: string;
  readonly code: string;
}
const faults = (problem: { errors: Fault[] }): string[] =>
  problem.errors.map(({ pointer, code }) => `${pointer} ${code}`).sort();

describe('value tables', () => {
  let product: TestProduct;
  let api: TestApi;
  let saar: Client;
  let tom: Client;
  let reader: Client;
  let count = 0;

  beforeAll(async () => {
    product = await testProduct();
    api = await openApi(product.applicationUrl);
    product.clock.set('2026-11-23');
    const steward = { organisation: { kind: 'NETWORK' }, roles: ['TABLE_STEWARD'] } as const;
    saar = await api.signIn({ name: 'Saar de Vries', ...steward });
    tom = await api.signIn({ name: 'Tom Jansen', ...steward });
    reader = await api.signIn({
      name: 'Rita Lezer',
      organisation: { kind: 'PRINCIPAL', principalCode: 'IenW' },
      roles: ['MINISTRY_READER'],
    });
  });
  afterAll(async () => {
    await api.close();
    await product.close();
  });

  const newCode = (): string => `T-${(count += 1)}`;
  async function proposed(more: object = {}): Promise<string> {
    const code = newCode();
    bodyOf(await saar.post('/value-tables', { code, ...content, ...more }), 201);
    return code;
  }
  const read = async (code: string, by = saar) => bodyOf(await by.get(`/value-tables/${code}`));
  const act = (by: Client, code: string, what: string, body: object = {}) =>
    by.post(`/value-tables/${code}/${what}`, { version: 1, ...body });
  async function approved(more: object = {}): Promise<string> {
    const code = await proposed(more);
    bodyOf(await act(tom, code, 'approvals'));
    return code;
  }
  const group = () =>
    product.identity.registerSupplierGroup(COORDINATOR, {
      code: `G-${newCode()}`,
      name: 'Groep',
      suppliers: [{ kvkNumber: String(10_000_000 + count), name: 'Leverancier' }],
    });
  const plan = async (valueTable: string) =>
    product.plans.create(COORDINATOR, {
      name: `P-${newCode()}`,
      supplierGroupId: (await group()).id,
      valueTable,
      obligations: [],
    });

  it('are proposed by one, read whole by everybody, and approved by another', async () => {
    const code = newCode();
    const made = bodyOf(await saar.post('/value-tables', { code, ...content }), 201);
    expect(made).toEqual({
      id: made.id,
      code,
      ...content,
      state: 'PROPOSED',
      version: 1,
      proposedBy: 'Saar de Vries',
      isOwnProposal: true,
      proposedAt: '2026-11-23T11:00:00.000Z',
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
      firstUsedAt: null,
    });
    expect(await read(code, reader)).toEqual({ ...made, isOwnProposal: false });

    const own = bodyOf(await act(saar, code, 'approvals'), 409);
    expect(own.code).toBe('value-table.own_proposal');
    const done = bodyOf(await act(tom, code, 'approvals'));
    const decided = { decidedBy: 'Tom Jansen', decidedAt: '2026-11-23T11:00:00.000Z' };
    expect(done).toEqual({ ...made, isOwnProposal: false, state: 'APPROVED', version: 2, ...decided });
    expect(bodyOf(await act(tom, code, 'approvals', { version: 2 }), 409).code).toBe('value-table.not_proposed');
  });

  it('can be used by a plan when they are approved, and are then fixed for good', async () => {
    const code = await proposed();
    await expect(plan(code)).rejects.toMatchObject({ violations: [{ code: 'value-table.not_approved' }] });
    bodyOf(await act(tom, code, 'approvals'));
    await plan(code);
    expect(await read(code)).toMatchObject({ state: 'APPROVED', firstUsedAt: expect.any(String) });
    await expect(product.valuation.register(STEWARD, { ...content, code, normHoursPerWeek: 40 })).rejects.toMatchObject(
      { violations: [{ code: 'value-table.in_use' }] },
    );
  });

  it('are refused with a reason that the proposer reads, and proposed anew under the same code', async () => {
    const code = await proposed();
    const blank = bodyOf(await act(tom, code, 'refusals', { reason: ' ' }), 400);
    expect(faults(blank)).toEqual(['/reason field.blank']);
    expect(bodyOf(await act(saar, code, 'refusals', { reason: 'Toch niet' }), 409).code).toBe(
      'value-table.own_proposal',
    );
    bodyOf(await act(tom, code, 'refusals', { reason: 'De norm is 40 uur.' }));
    const refused = await read(code);
    expect(refused).toMatchObject({ state: 'REFUSED', decidedBy: 'Tom Jansen', decisionReason: 'De norm is 40 uur.' });
    await expect(plan(code)).rejects.toMatchObject({ violations: [{ code: 'value-table.not_approved' }] });

    const anew = bodyOf(await tom.post('/value-tables', { code, ...content, normHoursPerWeek: 40 }), 201);
    expect(anew).toMatchObject({
      id: refused.id,
      state: 'PROPOSED',
      version: 3,
      proposedBy: 'Tom Jansen',
      normHoursPerWeek: 40,
      decidedBy: null,
      decisionReason: null,
    });
    bodyOf(await act(saar, code, 'approvals', { version: 3 }));
  });

  it('are withdrawn by who proposed them', async () => {
    const code = await proposed();
    expect(bodyOf(await act(tom, code, 'withdrawals'), 409).code).toBe('value-table.proposal_of_another');
    expect(bodyOf(await act(saar, code, 'withdrawals'))).toMatchObject({ state: 'WITHDRAWN', version: 2 });
    expect(bodyOf(await act(tom, code, 'approvals', { version: 2 }), 409).code).toBe('value-table.not_proposed');
  });

  describe('of which a proposal is changed', () => {
    const cheaper = { ...content, blocks: [{ ...WORK, annualValueCents: 4_000_000 }, LESSON], bonuses: [] };
    const change = (by: Client, code: string, version: number, body: object = cheaper) =>
      by.put(`/value-tables/${code}`, { ...body, version });

    it('keeps the whole of the new content, with what changed in the audit trail', async () => {
      const code = await proposed();
      const after = bodyOf(await change(saar, code, 1));
      expect(after).toMatchObject({ ...cheaper, code, state: 'PROPOSED', version: 2 });
      expect(await read(code)).toEqual(after);
      const [line] = await sql(
        product.adminUrl,
        'select action, actor_id, detail from platform.audit where subject_id = $1 order by id desc limit 1',
        [after.id],
      );
      expect(line).toEqual({
        action: 'value-table.edited',
        actor_id: saar.personId,
        detail: {
          code,
          version: 2,
          blocks: [
            { code: 'WORK', from: WORK, to: { ...WORK, annualValueCents: 4_000_000 } },
            { code: 'PURCHASE', from: PURCHASE, to: null },
          ],
          bonuses: [{ code: 'AGE_55', from: content.bonuses[0], to: null }],
        },
      });
    });

    it('is refused to who read an older one, to somebody else, and after a decision', async () => {
      const code = await proposed();
      bodyOf(await change(saar, code, 1));
      const stale = bodyOf(await change(saar, code, 1), 409);
      expect(stale).toMatchObject({ code: 'value-table.stale', title: 'Changed meanwhile' });
      expect(stale.errors).toMatchObject([{ pointer: '/version', params: { version: 2 } }]);
      // What was read before the change is not approved by accident.
      expect(bodyOf(await act(tom, code, 'approvals'), 409).code).toBe('value-table.stale');
      expect(bodyOf(await change(tom, code, 2), 409).code).toBe('value-table.proposal_of_another');
      bodyOf(await act(tom, code, 'approvals', { version: 2 }));
      expect(bodyOf(await change(saar, code, 3), 409).code).toBe('value-table.not_proposed');
    });

    it('by two at once: one of the two is heard, the other finds it changed', async () => {
      const code = await proposed();
      const answers = await Promise.all([change(saar, code, 1), act(tom, code, 'approvals')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await read(code)).toMatchObject({ version: 2 });
    });
  });

  it('refuse a code that is there, and codes that stand twice, all at once', async () => {
    const code = await proposed();
    const twice = { ...content, code, blocks: [WORK, WORK], bonuses: [...content.bonuses, ...content.bonuses] };
    expect(faults(bodyOf(await tom.post('/value-tables', twice), 409))).toEqual([
      '/blocks value-table.code_repeated',
      '/bonuses value-table.code_repeated',
      '/code value-table.code_taken',
    ]);
  });

  it('name every fault of a proposal, each at its place', async () => {
    const wrong = {
      ...content,
      code: 'lower case',
      validFrom: '2027-02-30',
      normHoursPerWeek: 0,
      source: { ...content.source, url: 'ftp://example.nl' },
      blocks: [
        { ...WORK, annualValueCents: 1.5, limitMonths: -1 },
        { ...PURCHASE, hourRateCents: 1 },
        { ...LESSON, dayCapCents: undefined },
      ],
      bonuses: 'none',
      pinnedAt: '2026-01-01T00:00:00Z',
    };
    expect(faults(bodyOf(await saar.post('/value-tables', wrong), 400))).toEqual([
      '/blocks/0/annualValueCents field.not_whole',
      '/blocks/0/limitMonths field.out_of_bounds',
      '/blocks/1/hourRateCents field.unknown',
      '/blocks/2/dayCapCents field.missing',
      '/bonuses field.not_a_list',
      '/code field.wrong_shape',
      '/normHoursPerWeek field.out_of_bounds',
      '/pinnedAt field.unknown',
      '/source/url field.wrong_shape',
      '/validFrom field.not_a_day',
    ]);
    for (const blocks of [
      [{ ...WORK, kind: 'LOTTERY' }],
      ['WORK'],
      [null],
      [[WORK]],
      [{ ...WORK, kind: 'constructor' }],
    ]) {
      expect(faults(bodyOf(await saar.post('/value-tables', { ...content, code: newCode(), blocks }), 400))).toEqual([
        '/blocks field.kind_unknown',
      ]);
    }
  });

  it('are listed by code, a page at a time, and by state', async () => {
    const codes = [await approved(), await approved(), await approved()];
    const withdrawn = await proposed();
    bodyOf(await act(saar, withdrawn, 'withdrawals'));
    const seen: string[] = [];
    let after = '';
    do {
      const page = bodyOf(await reader.get(`/value-tables?state=APPROVED&limit=2${after}`));
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ code }: { code: string }) => code));
      after = page.next === null ? '' : `&after=${page.next}`;
    } while (after !== '');
    expect(seen).toEqual(expect.arrayContaining(codes));
    expect(seen).not.toContain(withdrawn);
    expect(new Set(seen).size).toBe(seen.length);
    const first = bodyOf(await reader.get('/value-tables')).items[0];
    expect(first).not.toHaveProperty('blocks');
    expect(faults(bodyOf(await reader.get('/value-tables?state=GONE&size=9'), 400))).toEqual([
      '/size field.unknown',
      '/state field.not_in_list',
    ]);
  });

  it('are compared side by side', async () => {
    const left = await approved();
    const right = await proposed({
      normHoursPerWeek: 40,
      blocks: [{ ...WORK, limitMonths: 24 }, LESSON, { ...PURCHASE, code: 'PSO' }],
    });
    const answer = bodyOf(await reader.get(`/value-table-comparisons?left=${left}&right=${right}`));
    expect(answer).toMatchObject({
      left: { code: left, normHoursPerWeek: 36 },
      right: { code: right, normHoursPerWeek: 40 },
      changed: ['normHoursPerWeek'],
      blocks: [
        { code: 'WORK', left: WORK, right: { ...WORK, limitMonths: 24 }, changed: ['limitMonths'] },
        { code: 'PURCHASE', left: PURCHASE, right: null, changed: [] },
        { code: 'PSO', left: null, right: { ...PURCHASE, code: 'PSO' }, changed: [] },
      ],
      bonuses: [],
      sameBlocks: 1,
      sameBonuses: 1,
    });
    expect(answer.left).not.toHaveProperty('blocks');
    const unknown = bodyOf(await reader.get(`/value-table-comparisons?left=NO-1&right=NO-2`), 400);
    expect(faults(unknown)).toEqual(['/left value-table.unknown', '/right value-table.unknown']);
  });

  it('that are not there are not found', async () => {
    for (const answer of [
      await reader.get('/value-tables/NOWHERE'),
      await saar.put('/value-tables/NOWHERE', { ...content, version: 1 }),
      await act(tom, 'NOWHERE', 'approvals'),
      await act(tom, 'NOWHERE', 'refusals', { reason: 'Weg' }),
      await act(saar, 'NOWHERE', 'withdrawals'),
    ]) {
      expect(bodyOf(answer, 404).code).toBe('value-table.unknown');
    }
  });

  it('that came by command are approved by nobody here, and never overwrite a proposal', async () => {
    const code = newCode();
    const table = { ...content, code };
    expect(await product.valuation.register(STEWARD, table)).toBe('added');
    expect(await read(code)).toMatchObject({ state: 'APPROVED', proposedBy: null, decidedBy: null, version: 1 });
    const waiting = await proposed();
    await expect(product.valuation.register(STEWARD, { ...content, code: waiting })).rejects.toMatchObject({
      violations: [{ code: 'value-table.proposal_waits' }],
    });
    bodyOf(await act(saar, waiting, 'withdrawals'));
    expect(await product.valuation.register(STEWARD, { ...content, code: waiting })).toBe('replaced');
  });

  describe('the database repeats', () => {
    it.each([
      [
        'four eyes',
        `update valuation.value_table set state = 'APPROVED', decided_by = proposed_by, decided_at = now()`,
      ],
      [
        'a refusal has a reason',
        `update valuation.value_table set state = 'REFUSED', decided_by = 'x', decided_at = now()`,
      ],
      ['who decided, and when', `update valuation.value_table set state = 'WITHDRAWN'`],
      ['only approved ones are used', `update valuation.value_table set pinned_at = now()`],
    ])('%s', async (_, statement) => {
      const code = await proposed();
      await expect(sql(product.applicationUrl, `${statement} where code = $1`, [code])).rejects.toMatchObject({
        code: '23514',
      });
    });
  });

  it('every change stands in the trail and is told', async () => {
    const code = await proposed();
    bodyOf(await saar.put(`/value-tables/${code}`, { ...content, name: 'Anders', version: 1 }));
    bodyOf(await act(tom, code, 'refusals', { version: 2, reason: 'Nog eens kijken' }));
    const { id } = bodyOf(await saar.post('/value-tables', { ...content, code }), 201);
    bodyOf(await act(saar, code, 'withdrawals', { version: 4 }));
    bodyOf(await saar.post('/value-tables', { ...content, code }), 201);
    bodyOf(await act(tom, code, 'approvals', { version: 6 }));
    const lines = await sql<{ action: string }>(
      product.adminUrl,
      'select action, reason, detail from platform.audit where subject_id = $1 order by id',
      [id],
    );
    const from = (state: string, to: string) => ({ state: { from: state, to } });
    expect(lines).toMatchObject([
      { action: 'value-table.proposed', detail: { code, version: 1 } },
      { action: 'value-table.edited', detail: { name: { from: 'Waarden 2027', to: 'Anders' } } },
      { action: 'value-table.refused', reason: 'Nog eens kijken', detail: from('PROPOSED', 'REFUSED') },
      { action: 'value-table.proposed', detail: from('REFUSED', 'PROPOSED') },
      { action: 'value-table.withdrawn', detail: from('PROPOSED', 'WITHDRAWN') },
      { action: 'value-table.proposed', detail: from('WITHDRAWN', 'PROPOSED') },
      { action: 'value-table.approved', detail: from('PROPOSED', 'APPROVED') },
    ]);
    const events = await sql<{ type: string }>(
      product.adminUrl,
      `select type from platform.outbox where payload ->> 'valueTableId' = $1 order by id`,
      [id],
    );
    expect(events.map(({ type }) => type)).toEqual(
      lines.map(({ action }) => action.replace('value-table.', 'valuation.table-')),
    );
  });
});
