import { InvariantBroken, type Period } from '@sr/kernel';
import { Room, type Obligation } from './room';

const YEAR: Period = { from: '2025-01-01', to: '2025-12-31' };

const obligation = (number: string, amountCents: number, more: Partial<Obligation> = {}): Obligation => ({
  id: `id-${number}`,
  number,
  term: YEAR,
  amountCents,
  allocatedCents: 0,
  settled: false,
  ...more,
});
const numbersOf = (obligations: readonly Obligation[]): string[] => obligations.map(({ number }) => number);

describe('eligible', () => {
  it.each([
    ['a claim on the last day of the term', '2025-12-31', '2026-03-31', ['C1']],
    ['a claim on the first day of the term', '2024-10-01', '2025-01-01', ['C1']],
    ['a claim of the day after the term', '2026-01-01', '2026-03-31', []],
    ['a claim of the day before the term', '2024-10-01', '2024-12-31', []],
    ['a claim around the term', '2024-01-01', '2026-12-31', ['C1']],
  ])('%s', (_, from, to, expected) => {
    expect(numbersOf(new Room([obligation('C1', 100)]).eligible({ from, to }))).toEqual(expected);
  });

  it('leaves out what is settled, and not what is full', () => {
    const room = new Room([
      obligation('C1', 100, { settled: true }),
      obligation('C2', 100, { allocatedCents: 100 }),
      obligation('C3', 0),
    ]);
    expect(numbersOf(room.eligible(YEAR))).toEqual(['C2', 'C3']);
  });

  it('goes by the contract number in code units, not by id, order of reading or a collation', () => {
    const sorted = ['-1', '.1', '/1', '1', '10', '2', 'A', 'B', 'BB', 'a', 'aB', 'b'];
    const members = sorted.map((number, index) => obligation(number, 1, { id: `id-${99 - index}` }));
    expect(numbersOf(new Room(members).eligible(YEAR))).toEqual(sorted);
    expect(numbersOf(new Room(members.toReversed()).eligible(YEAR))).toEqual(sorted);
  });
});

describe('left and fill', () => {
  it('begin with the amount without what is allocated', () => {
    const room = new Room([obligation('C1', 100, { allocatedCents: 40 })]);
    expect(room.left('id-C1')).toBe(60);
    room.fill('id-C1', 25);
    expect(room.left('id-C1')).toBe(35);
    room.fill('id-C1', 35);
    expect(room.left('id-C1')).toBe(0);
  });

  it('A2: refuse a cent above the amount, and then change nothing', () => {
    const room = new Room([obligation('C1', 100, { allocatedCents: 40 })]);
    expect(() => room.fill('id-C1', 61)).toThrow(
      new InvariantBroken('A2', 'obligation id-C1 would get more than its amount'),
    );
    expect(room.left('id-C1')).toBe(60);
  });

  it('refuse an obligation that is no member', () => {
    const room = new Room([obligation('C1', 100)]);
    const stranger = new InvariantBroken('room', 'obligation id-C2 is no member');
    expect(() => room.left('id-C2')).toThrow(stranger);
    expect(() => room.fill('id-C2', 1)).toThrow(stranger);
  });
});

describe('openTerms', () => {
  const early = { from: '2023-01-01', to: '2024-06-30' };
  const late = { from: '2026-01-01', to: '2027-12-31' };

  it.each<[string, Obligation[], Period[]]>([
    ['no members', [], []],
    ['only settled members', [obligation('C1', 100, { settled: true })], []],
    ['only full members', [obligation('C1', 100, { allocatedCents: 100 }), obligation('C2', 0)], []],
    ['one member with room', [obligation('C1', 100)], [YEAR]],
    [
      'several, with days in between',
      [obligation('C1', 100), obligation('C2', 1, { term: late }), obligation('C3', 1, { term: early })],
      [YEAR, late, early],
    ],
    [
      'one with room beside a full and a settled one',
      [
        obligation('C1', 100, { term: early, allocatedCents: 100 }),
        obligation('C2', 100),
        obligation('C3', 100, { term: late, settled: true }),
      ],
      [YEAR],
    ],
  ])('of %s', (_, members, terms) => {
    expect(new Room(members).openTerms()).toEqual(terms);
  });

  it('are none when the last room is filled', () => {
    const room = new Room([obligation('C1', 100)]);
    room.fill('id-C1', 100);
    expect(room.openTerms()).toEqual([]);
  });
});

describe('fillProRata', () => {
  it.each([
    ['by what is left, not by the amounts', 9_000_000, { C1: 450_000, C2: 2_250_000, C3: 6_300_000 }],
    ['all that is left', 20_000_000, { C1: 1_000_000, C2: 5_000_000, C3: 14_000_000 }],
    ['no more than is left', 20_000_001, { C1: 1_000_000, C2: 5_000_000, C3: 14_000_000 }],
    ['without a share of 0', 1, { C3: 1 }],
    ['nothing', 0, {}],
  ])('places %s', (_, cents, shares) => {
    const room = new Room([
      obligation('C3', 15_000_000, { allocatedCents: 1_000_000 }),
      obligation('C1', 10_000_000, { allocatedCents: 9_000_000 }),
      obligation('C4', 10_000_000, { allocatedCents: 10_000_000 }),
      obligation('C2', 5_000_000),
      obligation('C5', 10_000_000, { settled: true }),
      obligation('C6', 10_000_000, { term: { from: '2026-01-01', to: '2026-12-31' } }),
    ]);
    const before = new Map(['C1', 'C2', 'C3'].map((number) => [number, room.left(`id-${number}`)]));
    expect(room.fillProRata(cents, YEAR)).toEqual(
      Object.entries(shares).map(([number, part]) => ({ obligationId: `id-${number}`, cents: part })),
    );
    for (const [number, left] of before) {
      expect([number, room.left(`id-${number}`)]).toEqual([
        number,
        left - (new Map(Object.entries(shares)).get(number) ?? 0),
      ]);
    }
    expect(room.left('id-C5')).toBe(10_000_000);
    expect(room.left('id-C6')).toBe(10_000_000);
  });

  it('gives left-over cents to the smaller number', () => {
    const room = new Room([obligation('a', 10_000_000), obligation('B', 10_000_000), obligation('A', 10_000_000)]);
    expect(room.fillProRata(10_000_000, YEAR)).toEqual([
      { obligationId: 'id-A', cents: 3_333_334 },
      { obligationId: 'id-B', cents: 3_333_333 },
      { obligationId: 'id-a', cents: 3_333_333 },
    ]);
  });

  it('sees what was placed before', () => {
    const room = new Room([obligation('C1', 100), obligation('C2', 300)]);
    room.fill('id-C2', 300);
    expect(room.fillProRata(150, YEAR)).toEqual([{ obligationId: 'id-C1', cents: 100 }]);
    expect(room.fillProRata(150, YEAR)).toEqual([]);
  });
});

describe('inOrder', () => {
  it('puts shares in the order of the contract numbers, and leaves the given list as it is', () => {
    const room = new Room([obligation('b', 1), obligation('A', 1), obligation('10', 1)]);
    const shares = Object.freeze(['id-b', 'id-10', 'id-A'].map((obligationId) => ({ obligationId })));
    expect(room.inOrder(shares).map(({ obligationId }) => obligationId)).toEqual(['id-10', 'id-A', 'id-b']);
  });
});
