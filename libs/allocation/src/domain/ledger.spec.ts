import { InvariantBroken, type Period } from '@sr/kernel';
import {
  afterEntries,
  assertNothingIdle,
  release,
  reoffer,
  reversal,
  type Entry,
  type EntryReason,
  type Position,
} from './ledger';
import { Room, type Obligation } from './room';

const YEAR: Period = { from: '2025-01-01', to: '2025-12-31' };
const FIRST_QUARTER: Period = { from: '2025-01-01', to: '2025-03-31' };

const obligation = (number: string, amountCents: number, more: Partial<Obligation> = {}): Obligation => ({
  id: number,
  number,
  term: YEAR,
  amountCents,
  allocatedCents: 0,
  settled: false,
  ...more,
});

/** What claim `acceptanceId` has on a place, of plan P1 unless said otherwise. */
const position = (
  acceptanceId: number,
  obligationId: string | null,
  cents: number,
  centihours = 0,
  more: Partial<Position> = {},
): Position => ({ acceptanceId, planId: 'P1', obligationId, period: FIRST_QUARTER, cents, centihours, ...more });

/** Entries as `[claim, place, cents, centihours]`, and the plan when it is not P1. */
type Row = readonly [acceptanceId: number, place: string | null, cents: number, centihours: number, planId?: string];

const entries = (reason: EntryReason, rows: readonly Row[]): Entry[] =>
  rows.map(([acceptanceId, obligationId, cents, centihours, planId = 'P1']) => ({
    acceptanceId,
    planId,
    obligationId,
    cents,
    centihours,
    reason,
  }));

describe('reversal', () => {
  it.each<[string, Position[], Row[]]>([
    ['nothing', [], []],
    [
      'the opposite of every place',
      [position(7, 'C1', 300, 30), position(7, 'C2', 100, 10), position(7, null, 50, 5)],
      [
        [7, 'C1', -300, -30],
        [7, 'C2', -100, -10],
        [7, null, -50, -5],
      ],
    ],
    ['cents without hours', [position(7, 'C1', 300)], [[7, 'C1', -300, 0]]],
    ['hours without cents', [position(7, 'C1', 0, 30)], [[7, 'C1', 0, -30]]],
    ['no place that was emptied before', [position(7, 'C1', 0), position(7, null, 300)], [[7, null, -300, 0]]],
    ['in the plan of the claim', [position(7, 'C1', 1, 0, { planId: 'P2' })], [[7, 'C1', -1, 0, 'P2']]],
  ])('writes %s', (_, positions, rows) => {
    expect(reversal(positions)).toEqual(entries('REVERSE', rows));
  });
});

describe('release', () => {
  const newestFirst = [position(9, 'C1', 100, 10), position(5, 'C1', 200, 33), position(2, 'C1', 400, 40)];

  it.each<[string, number, Position[], Row[]]>([
    ['nothing for no excess', 0, newestFirst, []],
    ['nothing of nobody for no excess', 0, [], []],
    [
      'a part of the newest',
      25,
      newestFirst,
      [
        [9, 'C1', -25, -2],
        [9, null, 25, 2],
      ],
    ],
    [
      'the newest and no other',
      100,
      newestFirst,
      [
        [9, 'C1', -100, -10],
        [9, null, 100, 10],
      ],
    ],
    [
      'a cent of the next',
      101,
      newestFirst,
      [
        [9, 'C1', -100, -10],
        [9, null, 100, 10],
        [5, 'C1', -1, 0],
        [5, null, 1, 0],
      ],
    ],
    [
      'everything',
      700,
      newestFirst,
      [
        [9, 'C1', -100, -10],
        [9, null, 100, 10],
        [5, 'C1', -200, -33],
        [5, null, 200, 33],
        [2, 'C1', -400, -40],
        [2, null, 400, 40],
      ],
    ],
    [
      'hours rounded down, however near to one more',
      199,
      [position(5, 'C1', 200, 33)],
      [
        [5, 'C1', -199, -32],
        [5, null, 199, 32],
      ],
    ],
    [
      'to the surplus of each claim its own plan',
      150,
      [position(9, 'C1', 100, 10, { planId: 'P2' }), position(5, 'C1', 100, 10)],
      [
        [9, 'C1', -100, -10, 'P2'],
        [9, null, 100, 10, 'P2'],
        [5, 'C1', -50, -5],
        [5, null, 50, 5],
      ],
    ],
  ])('takes %s', (_, excess, positions, rows) => {
    expect(release(excess, positions)).toEqual(entries('RELEASE', rows));
  });

  it('cannot take more than there is', () => {
    expect(() => release(701, newestFirst)).toThrow(
      new InvariantBroken('release', '1 cents of the excess were not found'),
    );
  });
});

describe('reoffer', () => {
  it.each<[string, Position[], Obligation[], Row[]]>([
    ['nothing of no surplus', [], [obligation('C1', 100)], []],
    ['nothing while nothing has room', [position(1, null, 100)], [obligation('C1', 100, { allocatedCents: 100 })], []],
    ['nothing to what is settled', [position(1, null, 100)], [obligation('C1', 100, { settled: true })], []],
    [
      'nothing to a term without a day of the claim',
      [position(1, null, 100)],
      [obligation('C1', 100, { term: { from: '2025-04-01', to: '2025-12-31' } })],
      [],
    ],
    ['no hours without cents', [position(1, null, 0, 50)], [obligation('C1', 100)], []],
    [
      'all there is, with all its hours',
      [position(1, null, 100, 7)],
      [obligation('C1', 500)],
      [
        [1, null, -100, -7],
        [1, 'C1', 100, 7],
      ],
    ],
    [
      'to one day in common',
      [position(1, null, 100, 7)],
      [obligation('C1', 500, { term: { from: '2025-03-31', to: '2025-12-31' } })],
      [
        [1, null, -100, -7],
        [1, 'C1', 100, 7],
      ],
    ],
    [
      'what there is room for; its hours rounded down, the rest stays behind',
      [position(1, null, 100, 10)],
      [obligation('C1', 39)],
      [
        [1, null, -39, -3],
        [1, 'C1', 39, 3],
      ],
    ],
    [
      'by what is left, in the order of the numbers; the hours by largest remainder',
      [position(1, null, 100, 10)],
      [obligation('b', 35), obligation('B', 65, { allocatedCents: 27 }), obligation('A', 27)],
      [
        [1, null, -100, -10],
        [1, 'A', 27, 3],
        [1, 'B', 38, 4],
        [1, 'b', 35, 3],
      ],
    ],
    [
      'hours to the smaller number when remainders are equal',
      [position(1, null, 2, 1)],
      [obligation('C2', 1), obligation('C1', 1)],
      [
        [1, null, -2, -1],
        [1, 'C1', 1, 1],
        [1, 'C2', 1, 0],
      ],
    ],
    [
      'claim after claim, as long as there is room',
      [position(1, null, 60, 6), position(2, null, 60, 6), position(3, null, 60, 6)],
      [obligation('C1', 100)],
      [
        [1, null, -60, -6],
        [1, 'C1', 60, 6],
        [2, null, -40, -4],
        [2, 'C1', 40, 4],
      ],
    ],
    [
      'past a claim that nothing is eligible for',
      [
        position(1, null, 60, 0, { period: { from: '2024-10-01', to: '2024-12-31' } }),
        position(2, null, 60, 0, { planId: 'P1' }),
      ],
      [obligation('C1', 100)],
      [
        [2, null, -60, 0],
        [2, 'C1', 60, 0],
      ],
    ],
    [
      'in the plan of the claim',
      [position(1, null, 1, 0, { planId: 'P2' })],
      [obligation('C1', 100)],
      [
        [1, null, -1, 0, 'P2'],
        [1, 'C1', 1, 0, 'P2'],
      ],
    ],
  ])('offers %s', (_, surpluses, members, rows) => {
    expect(reoffer(surpluses, new Room(members))).toEqual(entries('REOFFER', rows));
  });

  it('brings the hours that stayed behind along with the last cents', () => {
    const first = [position(1, null, 100, 10)];
    const rest = afterEntries(first, reoffer(first, new Room([obligation('C1', 39)])));
    expect(rest).toEqual([position(1, null, 61, 7)]);
    expect(reoffer(rest, new Room([obligation('C2', 100)]))).toEqual(
      entries('REOFFER', [
        [1, null, -61, -7],
        [1, 'C2', 61, 7],
      ]),
    );
  });

  it('A5: right after itself offers nothing', () => {
    const surpluses = [position(1, null, 60, 6), position(2, null, 60, 6)];
    const room = new Room([obligation('C1', 70), obligation('C2', 30)]);
    const rest = afterEntries(surpluses, reoffer(surpluses, room));
    expect(rest).toEqual([position(1, null, 0, 0), position(2, null, 20, 2)]);
    expect(reoffer(rest, room)).toEqual([]);
  });
});

describe('assertNothingIdle', () => {
  const surplus = position(4, null, 1);

  it.each<[string, Position[], Obligation[]]>([
    ['there is no surplus', [], [obligation('C1', 100)]],
    ['no cents are surplus, only hours', [position(4, null, 0, 50)], [obligation('C1', 100)]],
    ['nothing has room', [surplus], [obligation('C1', 100, { allocatedCents: 100 })]],
    ['what has room is settled', [surplus], [obligation('C1', 100, { settled: true })]],
    [
      'what has room has another term',
      [surplus],
      [obligation('C1', 100, { term: { from: '2025-04-01', to: '2025-12-31' } })],
    ],
  ])('A4: agrees when %s', (_, surpluses, members) => {
    expect(() => assertNothingIdle(surpluses, new Room(members))).not.toThrow();
  });

  it('A4: finds the claim and the obligation that should have met', () => {
    const room = new Room([
      obligation('C1', 100, { allocatedCents: 100 }),
      obligation('C2', 100, { allocatedCents: 99 }),
    ]);
    expect(() => assertNothingIdle([position(3, null, 0, 5), surplus], room)).toThrow(
      new InvariantBroken('A4', 'claim 4 has surplus while C2 has room'),
    );
  });
});

describe('afterEntries', () => {
  it('adds the entries of the same claim on the same place, and changes no position', () => {
    const before = Object.freeze([position(1, null, 100, 10), position(1, 'C1', 5, 1), position(2, null, 100, 10)]);
    const written = entries('REOFFER', [
      [1, null, -30, -3],
      [1, null, -20, -2],
      [1, 'C1', 30, 3],
      [1, 'C2', 20, 2],
      [2, 'C1', 7, 7],
    ]);
    expect(afterEntries(before, written)).toEqual([
      position(1, null, 50, 5),
      position(1, 'C1', 35, 4),
      position(2, null, 100, 10),
    ]);
    expect(before[0]).toEqual(position(1, null, 100, 10));
  });
});
