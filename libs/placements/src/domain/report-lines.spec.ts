import { blockOfOtherKind, blockUnknown } from './blocks';
import { evidenceTypeUnknown } from './evidence';
import { claimBackwards, claimOutsidePlacement } from './placement';
import { ownNeedsNoNumber } from './realised';
import {
  NO_LINES,
  claimsOf,
  countLines,
  lineViolations,
  monthRepeated,
  outsideQuarter,
  placementRepeated,
  placementUnknown,
  runsIn,
  type ActivityLine,
  type LineContext,
  type PlacementLine,
  type PurchaseLine,
  type ReportLines,
} from './report-lines';

const OWN = { by: 'OWN', kvkNumber: null, name: null } as const;
const SELLER = { kvkNumber: '68750110', name: 'Werkplaats De Brug' };

const CONTEXT: LineContext = {
  quarter: '2024-04-01',
  placements: new Map([
    ['open', { block: 'PW', startsOn: '2024-01-01', endsOn: null, realised: OWN }],
    ['short', { block: 'WW', startsOn: '2024-04-15', endsOn: '2024-05-20', realised: null }],
  ]),
  table: {
    blocks: [
      { code: 'PW', kind: 'PLACEMENT' },
      { code: 'SW', kind: 'PURCHASE' },
      { code: 'DAY', kind: 'ACTIVITY' },
    ],
    bonuses: [],
  },
  evidenceTypes: [
    { code: 'INVOICE', name: 'Factuur', kinds: ['PURCHASE'], existsFrom: null, existsTo: null, source: 'test' },
  ],
  today: '2024-07-10',
};

const hoursOf = (placementId: string, ...months: [string, number][]): PlacementLine => ({
  placementId,
  earmark: null,
  months: months.map(([month, paidCentihours]) => ({ month, paidCentihours })),
});
const purchase = (more: Partial<PurchaseLine> = {}): PurchaseLine => ({
  block: 'SW',
  from: '2024-04-01',
  to: '2024-06-30',
  invoiceCents: 1_850_000,
  seller: SELLER,
  earmark: null,
  description: null,
  evidence: [],
  ...more,
});
const activity = (more: Partial<ActivityLine> = {}): ActivityLine => ({
  block: 'DAY',
  day: '2024-05-14',
  centihours: 1_200,
  realised: OWN,
  earmark: null,
  description: null,
  evidence: [],
  ...more,
});
const lines = (more: Partial<ReportLines>): ReportLines => ({ ...NO_LINES, ...more });

describe('lineViolations', () => {
  it.each<[string, Partial<ReportLines>, object[]]>([
    ['nothing', {}, []],
    [
      'sound lines',
      {
        placements: [hoursOf('open', ['2024-04', 1], ['2024-06', 2])],
        purchases: [purchase()],
        activities: [activity()],
      },
      [],
    ],
    [
      'an unknown placement',
      { placements: [hoursOf('x', ['2024-04', 1])] },
      [placementUnknown('/placements/0/placementId')],
    ],
    [
      'one placement twice',
      { placements: [hoursOf('open', ['2024-04', 1]), hoursOf('open', ['2024-05', 1])] },
      [placementRepeated('/placements/1/placementId')],
    ],
    [
      'a month twice',
      { placements: [hoursOf('open', ['2024-04', 1], ['2024-04', 1])] },
      [monthRepeated('/placements/0/months/1/month', '2024-04')],
    ],
    [
      'a month of another quarter',
      { placements: [hoursOf('open', ['2024-07', 1])] },
      [outsideQuarter('/placements/0/months/0/month')],
    ],
    [
      'a month in which the placement does not run',
      { placements: [hoursOf('short', ['2024-05', 1], ['2024-06', 1])] },
      [{ ...claimOutsidePlacement(), field: '/placements/0/months/1/month' }],
    ],
    [
      'a purchase that begins after it ends',
      { purchases: [purchase({ from: '2024-06-30', to: '2024-06-29' })] },
      [{ ...claimBackwards(), field: '/purchases/0/to' }],
    ],
    [
      'a purchase over the edge of the quarter',
      { purchases: [purchase(), purchase({ to: '2024-07-01' })] },
      [outsideQuarter('/purchases/1/from')],
    ],
    [
      'a purchase with the block of a placement',
      { purchases: [purchase({ block: 'PW' })] },
      [{ ...blockOfOtherKind('PW', 'PURCHASE'), field: '/purchases/0/block' }],
    ],
    [
      'evidence that there is not',
      { purchases: [purchase({ evidence: [{ type: 'X', seenOn: '2024-05-01', validUntil: null }] })] },
      [evidenceTypeUnknown('/purchases/0/evidence/0/type', 'X')],
    ],
    [
      'an activity of another quarter, in an unknown block, done by itself and another',
      { activities: [activity({ day: '2024-03-31', block: 'X', realised: { ...OWN, name: 'Ander' } })] },
      [
        { ...blockUnknown('X'), field: '/activities/0/block' },
        outsideQuarter('/activities/0/day'),
        ownNeedsNoNumber('/activities/0/realised'),
      ],
    ],
  ])('%s', (_, more, violations) => {
    expect(lineViolations(lines(more), CONTEXT)).toEqual(violations);
  });
});

describe('claimsOf', () => {
  it.each([
    [
      'the whole quarter',
      hoursOf('open', ['2024-06', 3], ['2024-04', 1], ['2024-05', 2]),
      '2024-04-01',
      '2024-06-30',
      6,
    ],
    ['one month', hoursOf('open', ['2024-05', 2]), '2024-05-01', '2024-05-31', 2],
    [
      'a month between that was not reported',
      hoursOf('open', ['2024-04', 1], ['2024-06', 3]),
      '2024-04-01',
      '2024-06-30',
      4,
    ],
    ['inside the placement', hoursOf('short', ['2024-04', 1], ['2024-05', 2]), '2024-04-15', '2024-05-20', 3],
  ])('%s is one claim', (_, line, from, to, centihours) => {
    expect(claimsOf(lines({ placements: [line] }), CONTEXT)).toMatchObject([
      { at: '/placements/0', kind: 'PLACEMENT', placementId: line.placementId, period: { from, to }, centihours },
    ]);
  });

  it('takes block and who realised it from the placement', () => {
    expect(claimsOf(lines({ placements: [hoursOf('open', ['2024-04', 1])] }), CONTEXT)).toMatchObject([
      { block: 'PW', realised: OWN, invoiceCents: null, earmark: null, description: null, evidence: [] },
    ]);
  });

  it('one for each purchase and activity, after the placements', () => {
    const all = lines({
      placements: [hoursOf('open', ['2024-04', 1])],
      purchases: [purchase({ earmark: 'C1' })],
      activities: [activity({ description: 'Sollicitatietraining' }), activity({ day: '2024-05-15' })],
    });
    expect(countLines(all)).toBe(4);
    expect(claimsOf(all, CONTEXT).slice(1)).toEqual([
      {
        at: '/purchases/0',
        kind: 'PURCHASE',
        placementId: null,
        block: 'SW',
        period: { from: '2024-04-01', to: '2024-06-30' },
        centihours: null,
        invoiceCents: 1_850_000,
        earmark: 'C1',
        realised: { by: 'SOCIAL_ENTERPRISE', ...SELLER },
        description: null,
        evidence: [],
      },
      expect.objectContaining({
        at: '/activities/0',
        kind: 'ACTIVITY',
        period: { from: '2024-05-14', to: '2024-05-14' },
        centihours: 1_200,
        invoiceCents: null,
        description: 'Sollicitatietraining',
      }),
      expect.objectContaining({ at: '/activities/1', period: { from: '2024-05-15', to: '2024-05-15' } }),
    ]);
  });

  it('leaves out what has no placement, or no month: that is refused elsewhere', () => {
    expect(claimsOf(lines({ placements: [hoursOf('x', ['2024-04', 1])] }), CONTEXT)).toEqual([]);
    expect(claimsOf(lines({ placements: [hoursOf('open')] }), CONTEXT)).toMatchObject([
      { period: { from: '2024-01-01', to: '2024-01-01' }, centihours: 0 },
    ]);
  });
});

describe('runsIn', () => {
  it.each([
    ['before it begins', '2024-03', false],
    ['the month in which it begins', '2024-04', true],
    ['the month in which it ends', '2024-05', true],
    ['after it ended', '2024-06', false],
  ])('%s', (_, month, runs) => {
    expect(runsIn({ startsOn: '2024-04-30', endsOn: '2024-05-01' }, month)).toBe(runs);
  });

  it('for ever while it has no end', () => {
    expect(runsIn({ startsOn: '2024-04-30', endsOn: null }, '2999-12')).toBe(true);
    expect(runsIn({ startsOn: '2024-04-30', endsOn: null }, '2024-03')).toBe(false);
  });
});
