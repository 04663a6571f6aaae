import { ReportDraft, type SendLines } from './draft';

type Report = ConstructorParameters<typeof ReportDraft>[0];
type Body = Parameters<SendLines>[0];

const line = (placementId: string, months: Record<string, number>, at = '/placements/0') => ({
  at,
  kind: 'PLACEMENT' as const,
  placementId,
  earmark: null,
  months: Object.entries(months).map(([month, paidCentihours]) => ({ month, paidCentihours })),
  valueCents: 100,
});

const report = (over: object = {}) =>
  ({
    version: 1,
    quarter: '2026-Q1',
    lines: [line('a', { '2026-01': 15_225 })],
    faults: [],
    ...over,
  }) as unknown as Report;

/** An API that keeps what it gets, one version further each time. */
function setUp(first = report()) {
  const bodies: Body[] = [];
  const answers: (Awaited<ReturnType<SendLines>> | null)[] = [];
  const send: SendLines = (body) => {
    bodies.push(structuredClone(body));
    const planned = answers.shift();
    if (planned) return Promise.resolve(planned);
    const lines = body.placements.map((one, index) => ({
      ...line(one.placementId, {}, `/placements/${index}`),
      ...one,
    }));
    return Promise.resolve({ data: report({ version: body.version + 1, lines }) });
  };
  const draft = new ReportDraft(first, send, () => new Date('2026-04-02T12:05:00Z'));
  draft.setOrder(['a', 'b']);
  return { draft, bodies, answers };
}

const problem = (code: string) => ({ type: '', status: 409, title: '', detail: '', code });

describe('a report while it is written', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('shows hours as people type them', () => {
    const { draft } = setUp();
    expect(draft.text('a', '2026-01')).toBe('152,25');
    expect(draft.text('a', '2026-02')).toBe('');
    expect(draft.rowCentihours('a')).toBe(15_225);
    expect(draft.rowCentihours('b')).toBeNull();
  });

  it('saves by itself after a rest, once for many keys', async () => {
    const { draft, bodies } = setUp();
    draft.type('b', '2026-02', '1');
    draft.type('b', '2026-02', '16');
    draft.type('b', '2026-02', '160,5');
    expect(draft.saveState.kind).toBe('waiting');
    expect(draft.isCounted('b')).toBe(false);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]?.placements[1]).toEqual({
      placementId: 'b',
      earmark: null,
      months: [{ month: '2026-02', paidCentihours: 16_050 }],
    });
    expect(draft.saveState).toEqual({ kind: 'saved', at: new Date('2026-04-02T12:05:00Z') });
    expect(draft.isCounted('b')).toBe(true);
    expect(draft.isUnsaved).toBe(false);
  });

  it('sends what was typed during saving in a next request, with the next version', async () => {
    const { draft, bodies } = setUp();
    draft.type('a', '2026-02', '8');
    const saved = draft.save();
    draft.type('a', '2026-03', '9');
    await saved;
    expect(bodies.map(({ version }) => version)).toEqual([1, 2]);
    expect(bodies[1]?.placements[0]?.months).toHaveLength(3);
  });

  it('keeps what is no number in its cell and does not send it', async () => {
    const { draft, bodies } = setUp();
    draft.type('b', '2026-01', '1,234.50');
    expect(await draft.save()).toBe(false);
    expect(bodies[0]?.placements.map(({ placementId }) => placementId)).toEqual(['a']);
    expect(draft.text('b', '2026-01')).toBe('1,234.50');
    expect(draft.wrongCells).toBe(1);
    expect(draft.isUnsaved).toBe(true);
  });

  it('leaves hours as they were saved while their cell has a text that is no number', async () => {
    const { draft, bodies } = setUp();
    draft.type('a', '2026-01', '15x');
    draft.type('a', '2026-02', '10');
    await jest.runOnlyPendingTimersAsync();
    expect(bodies[0]?.placements[0]?.months).toEqual([
      { month: '2026-01', paidCentihours: 15_225 },
      { month: '2026-02', paidCentihours: 1_000 },
    ]);
    expect(draft.text('a', '2026-01')).toBe('15x');
  });

  it('keeps what was typed when saving fails, and saves it with the next try', async () => {
    const { draft, bodies, answers } = setUp();
    answers.push({ error: problem('web.unreachable') });
    draft.type('b', '2026-01', '7');
    expect(await draft.save()).toBe(false);
    expect(draft.saveState.kind).toBe('failed');
    expect(draft.text('b', '2026-01')).toBe('7');
    expect(await draft.save()).toBe(true);
    expect(bodies).toHaveLength(2);
  });

  it('does not write over a colleague by itself, and puts only the own cells over the new version', async () => {
    const { draft, bodies, answers } = setUp();
    answers.push({ error: problem('report.stale') });
    draft.type('b', '2026-01', '7');
    await draft.save();
    expect(draft.saveState.kind).toBe('stale');
    draft.type('b', '2026-02', '8');
    await jest.advanceTimersByTimeAsync(5_000);
    expect(bodies).toHaveLength(1);
    await draft.keepMine(report({ version: 9, lines: [line('a', { '2026-01': 100, '2026-03': 200 })] }));
    expect(bodies[1]).toMatchObject({
      version: 9,
      placements: [
        { placementId: 'a', months: [{ paidCentihours: 100 }, { paidCentihours: 200 }] },
        { placementId: 'b', months: [{ paidCentihours: 700 }, { paidCentihours: 800 }] },
      ],
    });
  });

  it('takes a paste back, except where something else was typed since', () => {
    const { draft } = setUp();
    const undo = draft.paste([
      { rowId: 'a', month: '2026-01', text: '1' },
      { rowId: 'a', month: '2026-02', text: '2' },
    ]);
    draft.type('a', '2026-02', '22');
    undo();
    expect(draft.text('a', '2026-01')).toBe('152,25');
    expect(draft.text('a', '2026-02')).toBe('22');
  });

  it('tells only the cell, its row and the total of a key', () => {
    const { draft } = setUp();
    const told: string[] = [];
    const topics = [
      ReportDraft.cell('a', '2026-01'),
      ReportDraft.cell('b', '2026-01'),
      ReportDraft.row('a'),
      ReportDraft.row('b'),
    ];
    topics.forEach((topic) => draft.on(topic, () => told.push(topic)));
    draft.type('a', '2026-01', '5');
    expect(told).toEqual([ReportDraft.cell('a', '2026-01'), ReportDraft.row('a')]);
  });

  it('does not keep a purchase that is refused, and keeps the cells', async () => {
    const { draft, answers, bodies } = setUp();
    draft.type('b', '2026-01', '7');
    answers.push({ error: problem('request.invalid') });
    const purchase = { block: 'X', from: '', to: '', invoiceCents: 1, seller: { kvkNumber: '', name: '' } };
    await expect(draft.replace({ purchases: [purchase] })).rejects.toMatchObject({ code: 'request.invalid' });
    expect(draft.purchases).toEqual([]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(bodies[1]).toMatchObject({ purchases: [], placements: [{}, { placementId: 'b' }] });
  });

  it('tells faults by the placement of their line', () => {
    const fault = { pointer: '/placements/0/months', code: 'claim.overlaps', params: {}, detail: '' };
    const { draft } = setUp(report({ faults: [fault] }));
    expect(draft.faults('a')).toEqual([fault]);
    expect(draft.faults('b')).toEqual([]);
  });
});
