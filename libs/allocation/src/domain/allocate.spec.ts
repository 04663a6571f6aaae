import { InvariantBroken, type Period } from '@sr/kernel';
import { allocate, type ClaimToAllocate } from './allocate';
import { Room, type Obligation } from './room';

const YEAR: Period = { from: '2025-01-01', to: '2025-12-31' };
const QUARTER: Period = { from: '2025-04-01', to: '2025-06-30' };

/** An obligation; `id` sorts otherwise than `number`, so that an order by id shows. */
const obligation = (number: string, amountCents: number, more: Partial<Obligation> = {}): Obligation => ({
  id: `${number === 'C1' ? 'z' : 'a'}-${number}`,
  number,
  term: YEAR,
  amountCents,
  allocatedCents: 0,
  settled: false,
  ...more,
});
const idOf = (number: string): string => obligation(number, 0).id;

const claim = (valueCents: number, jobCentihours = 0, more: Partial<ClaimToAllocate> = {}): ClaimToAllocate => ({
  period: QUARTER,
  valueCents,
  jobCentihours,
  earmarkId: null,
  ...more,
});

type Row = readonly [place: string | null, cents: number, centihours?: number];

const shares = (...rows: Row[]) =>
  rows.map(([number, cents, centihours = 0]) => ({
    obligationId: number === null ? null : idOf(number),
    cents,
    centihours,
  }));

describe('pro rata', () => {
  it.each<[string, Obligation[], number, Row[]]>([
    ['over nothing: all is surplus', [], 500, [[null, 500]]],
    ['to the only one', [obligation('C1', 1_000)], 500, [['C1', 500]]],
    [
      'by what is left, not by the amounts',
      [
        obligation('C1', 10_000_000, { allocatedCents: 9_000_000 }),
        obligation('C2', 5_000_000),
        obligation('C3', 15_000_000, { allocatedCents: 1_000_000 }),
      ],
      9_000_000,
      [
        ['C1', 450_000],
        ['C2', 2_250_000],
        ['C3', 6_300_000],
      ],
    ],
    [
      'EUR 100,000.00 over three equal',
      [obligation('C3', 50_000_000), obligation('C2', 50_000_000), obligation('C1', 50_000_000)],
      10_000_000,
      [
        ['C1', 3_333_334],
        ['C2', 3_333_333],
        ['C3', 3_333_333],
      ],
    ],
    [
      'until all are full, and then surplus',
      [obligation('C1', 100), obligation('C2', 50)],
      151,
      [
        ['C1', 100],
        ['C2', 50],
        [null, 1],
      ],
    ],
    ['past one that is full', [obligation('C1', 100, { allocatedCents: 100 }), obligation('C2', 50)], 20, [['C2', 20]]],
    ['past one that is settled', [obligation('C1', 100, { settled: true }), obligation('C2', 50)], 20, [['C2', 20]]],
    [
      'past one whose term has no day of the claim',
      [obligation('C1', 100, { term: { from: '2025-07-01', to: '2025-12-31' } }), obligation('C2', 50)],
      20,
      [['C2', 20]],
    ],
    [
      'to one whose term has one day of the claim',
      [obligation('C1', 100, { term: { from: '2025-06-30', to: '2025-12-31' } })],
      20,
      [['C1', 20]],
    ],
    ['without a share of nothing', [obligation('C1', 1), obligation('C2', 1_000_000)], 2, [['C2', 2]]],
    ['a claim without value or hours: nothing at all', [obligation('C1', 100)], 0, []],
  ])('%s', (_, members, value, expected) => {
    expect(allocate(claim(value), new Room(members))).toEqual(shares(...expected));
  });

  it('places nothing of a claim without value or hours on an empty plan either', () => {
    expect(allocate(claim(0), new Room([]))).toEqual([]);
  });
});

describe('an earmark', () => {
  const members = [obligation('C1', 100), obligation('C2', 300), obligation('C3', 50, { allocatedCents: 50 })];

  it.each<[string, string, number, Row[]]>([
    ['takes the whole value while there is room', 'C2', 250, [['C2', 250]]],
    ['takes exactly what is left', 'C2', 300, [['C2', 300]]],
    [
      'leaves the rest to the others',
      'C2',
      350,
      [
        ['C1', 50],
        ['C2', 300],
      ],
    ],
    [
      'leaves what nobody has room for as surplus',
      'C1',
      450,
      [
        ['C1', 100],
        ['C2', 300],
        [null, 50],
      ],
    ],
    [
      'that is full leaves all to the others',
      'C3',
      200,
      [
        ['C1', 50],
        ['C2', 150],
      ],
    ],
    [
      'outside the plan is ignored',
      'C9',
      200,
      [
        ['C1', 50],
        ['C2', 150],
      ],
    ],
  ])('%s', (_, earmark, value, expected) => {
    const result = allocate(claim(value, 0, { earmarkId: idOf(earmark) }), new Room(members));
    expect(result).toEqual(shares(...expected));
  });

  it.each([
    ['settled', { settled: true }],
    ['over before the claim', { term: { from: '2025-01-01', to: '2025-03-31' } }],
    ['to begin after the claim', { term: { from: '2025-07-01', to: '2025-12-31' } }],
  ])('on an obligation that is %s is ignored', (_, more) => {
    const room = new Room([obligation('C1', 100, more), obligation('C2', 300)]);
    expect(allocate(claim(350, 0, { earmarkId: idOf('C1') }), room)).toEqual(shares(['C2', 300], [null, 50]));
    expect(room.left(idOf('C1'))).toBe(100);
  });

  it('comes before pro rata: the others share by what they have left', () => {
    const room = new Room([obligation('C1', 100), obligation('C2', 300), obligation('C3', 100)]);
    expect(allocate(claim(300, 0, { earmarkId: idOf('C1') }), room)).toEqual(
      shares(['C1', 100], ['C2', 150], ['C3', 50]),
    );
  });
});

describe('hours', () => {
  it.each<[string, Obligation[], ClaimToAllocate, Row[]]>([
    [
      'follow the value',
      [obligation('C1', 600), obligation('C2', 300), obligation('C3', 100)],
      claim(500, 1_000),
      [
        ['C1', 300, 600],
        ['C2', 150, 300],
        ['C3', 50, 100],
      ],
    ],
    [
      'follow the value to the surplus',
      [obligation('C1', 60)],
      claim(100, 5),
      [
        ['C1', 60, 3],
        [null, 40, 2],
      ],
    ],
    ['are all surplus where all value is', [], claim(100, 5), [[null, 100, 5]]],
    [
      'go by the largest remainder',
      [obligation('C1', 35), obligation('C2', 38), obligation('C3', 27)],
      claim(100, 4),
      [
        ['C1', 35, 1],
        ['C2', 38, 2],
        ['C3', 27, 1],
      ],
    ],
    [
      'go to the smaller number when remainders are equal, though another was earmarked',
      [obligation('C1', 1), obligation('C2', 1)],
      claim(2, 1, { earmarkId: idOf('C2') }),
      [
        ['C1', 1, 1],
        ['C2', 1, 0],
      ],
    ],
    [
      'go to the surplus last when remainders are equal',
      [obligation('C1', 1)],
      claim(2, 1),
      [
        ['C1', 1, 1],
        [null, 1, 0],
      ],
    ],
    [
      'follow the value of earmark and pro rata together',
      [obligation('C1', 100), obligation('C2', 100)],
      claim(250, 500, { earmarkId: idOf('C2') }),
      [
        ['C1', 100, 200],
        ['C2', 100, 200],
        [null, 50, 100],
      ],
    ],
  ])('%s', (_, members, toAllocate, expected) => {
    expect(allocate(toAllocate, new Room(members))).toEqual(shares(...expected));
  });
});

describe('hours of a claim without value', () => {
  it.each<[string, Obligation[], Partial<ClaimToAllocate>, Row[]]>([
    [
      'go by the amounts, filled or not',
      [obligation('C1', 100, { allocatedCents: 100 }), obligation('C2', 300)],
      {},
      [
        ['C1', 0, 25],
        ['C2', 0, 75],
      ],
    ],
    [
      'take no notice of an earmark',
      [obligation('C1', 100), obligation('C2', 300)],
      { earmarkId: idOf('C2') },
      [
        ['C1', 0, 25],
        ['C2', 0, 75],
      ],
    ],
    [
      'go by the largest remainder, and then to the smaller number',
      [obligation('C3', 1), obligation('C2', 1), obligation('C1', 1)],
      {},
      [
        ['C1', 0, 34],
        ['C2', 0, 33],
        ['C3', 0, 33],
      ],
    ],
    ['pass one without an amount', [obligation('C1', 0), obligation('C2', 300)], {}, [['C2', 0, 100]]],
    ['pass one that is settled', [obligation('C1', 9, { settled: true }), obligation('C2', 1)], {}, [['C2', 0, 100]]],
    [
      'pass one whose term has no day of the claim',
      [obligation('C1', 9), obligation('C2', 1, { term: { from: '2024-01-01', to: '2025-03-31' } })],
      {},
      [['C1', 0, 100]],
    ],
    ['are surplus without obligations', [], {}, [[null, 0, 100]]],
    ['are surplus when nothing is eligible', [obligation('C1', 9, { settled: true })], {}, [[null, 0, 100]]],
    ['are surplus when all amounts are 0', [obligation('C1', 0), obligation('C2', 0)], {}, [[null, 0, 100]]],
  ])('%s', (_, members, more, expected) => {
    const room = new Room(members);
    const left = members.map(({ id }) => room.left(id));
    expect(allocate(claim(0, 100, more), room)).toEqual(shares(...expected));
    expect(members.map(({ id }) => room.left(id))).toEqual(left);
  });
});

describe('the bundle of the worked example', () => {
  const bundle = () => [
    obligation('C1', 24_000_000, { term: { from: '2024-01-01', to: '2027-12-31' } }),
    obligation('C2', 12_000_000, { term: { from: '2024-07-01', to: '2027-06-30' } }),
    obligation('C3', 4_000_000, { term: { from: '2025-01-01', to: '2026-12-31' } }),
  ];
  const lines: [string, ClaimToAllocate, Row[]][] = [
    [
      'V1',
      claim(3_541_667, 132_600),
      [
        ['C1', 2_125_000, 79_560],
        ['C2', 1_062_500, 39_780],
        ['C3', 354_167, 13_260],
      ],
    ],
    [
      'V2',
      claim(2_811_966, 131_600),
      [
        ['C1', 1_687_180, 78_960],
        ['C2', 843_590, 39_480],
        ['C3', 281_196, 13_160],
      ],
    ],
    [
      'V3',
      claim(2_735_043, 128_000),
      [
        ['C1', 1_641_026, 76_800],
        ['C2', 820_513, 38_400],
        ['C3', 273_504, 12_800],
      ],
    ],
    [
      'V9',
      claim(1_850_000),
      [
        ['C1', 1_110_000],
        ['C2', 555_000],
        ['C3', 185_000],
      ],
    ],
    [
      'V10',
      claim(240_000),
      [
        ['C1', 144_000],
        ['C2', 72_000],
        ['C3', 24_000],
      ],
    ],
  ];

  it('is filled to the cent, claim after claim', () => {
    const room = new Room(bundle());
    for (const [name, toAllocate, expected] of lines) {
      expect([name, allocate(toAllocate, room)]).toEqual([name, shares(...expected)]);
    }
    const left = ['C1', 'C2', 'C3'].map((number) => room.left(idOf(number)));
    expect(left).toEqual([17_292_794, 8_646_397, 2_882_133]);

    const nextYear = claim(33_000_000, 0, { period: { from: '2026-10-01', to: '2026-12-31' } });
    expect(allocate(nextYear, room)).toEqual(
      shares(['C1', 17_292_794], ['C2', 8_646_397], ['C3', 2_882_133], [null, 4_178_676]),
    );
  });

  it('passes the obligation whose term is over', () => {
    const room = new Room(bundle());
    const later = claim(300, 0, { period: { from: '2027-04-01', to: '2027-06-30' } });
    expect(allocate(later, room)).toEqual(shares(['C1', 200], ['C2', 100]));
  });
});

describe('twenty obligations of 10^15 cents, which are above 2^53 together', () => {
  const members = Array.from({ length: 20 }, (_, index) => obligation(`D${10 + index}`, 10 ** 15));

  it('share a value', () => {
    const result = allocate(claim(2_000, 200), new Room(members));
    expect(result).toEqual(members.map(({ id }) => ({ obligationId: id, cents: 100, centihours: 10 })));
  });

  it('share the hours of a claim without value', () => {
    const result = allocate(claim(0, 200), new Room(members));
    expect(result).toEqual(members.map(({ id }) => ({ obligationId: id, cents: 0, centihours: 10 })));
  });
});

describe('the shares', () => {
  it('A1: add up, or the claim is impossible', () => {
    const negative = new InvariantBroken('A1', '0 cents and 0 centihours were placed of a claim with other figures');
    expect(() => allocate(claim(-1), new Room([]))).toThrow(negative);
  });

  it('cannot be made of hours below zero', () => {
    expect(() => allocate(claim(100, -1), new Room([]))).toThrow(InvariantBroken);
  });
});
