import fc from 'fast-check';
import {
  FEWEST_PERSONS,
  TOO_FEW,
  peopleOf,
  shownTables,
  shownTogether,
  type People,
  type Piece,
  type ShownTables,
} from './suppress';

let nobody = 0;
/** So many persons whom no other piece has, each with as many hundredths of an hour. */
const persons = (count: number, centihours = 1n): People =>
  new Map(Array.from({ length: count }, () => [`p${(nobody += 1)}`, centihours]));
const piece = (cells: readonly string[] | string, people: People): Piece => ({
  cells: typeof cells === 'string' ? [cells] : cells,
  people,
});

/** The cells of a table as [persons, centihours]. */
function told({ tables }: ShownTables, table = 0): Record<string, [unknown, unknown]> {
  return Object.fromEntries(
    [...(tables[table] ?? [])].map(([name, cell]) => [
      name,
      [cell.persons, typeof cell.centihours === 'bigint' ? Number(cell.centihours) : cell.centihours],
    ]),
  );
}
const FEW = [TOO_FEW, TOO_FEW];
const NOT_SHOWN = [null, null];

describe('what is shown of a table', () => {
  it.each([
    ['enough everywhere', { A: 5, B: 9 }, { A: [5, 5], B: [9, 9] }, 14],
    ['nobody is shown as nobody', { A: 0, B: 9 }, { A: [0, 0], B: [9, 9] }, 9],
    ['nobody at all', { A: 0, B: 0 }, { A: [0, 0], B: [0, 0] }, 0],
    [
      'a small one takes the smallest other with it',
      { A: 4, B: 9, C: 7, D: 0 },
      { A: FEW, B: [9, 9], C: NOT_SHOWN, D: [0, 0] },
      20,
    ],
    ['two small ones that are enough together', { A: 3, B: 4, C: 9 }, { A: FEW, B: FEW, C: [9, 9] }, 16],
    [
      'two small ones that are too few together',
      { A: 2, B: 2, C: 9, D: 30 },
      { A: FEW, B: FEW, C: NOT_SHOWN, D: [30, 30] },
      43,
    ],
    ['a total on too few is hidden with all it is made of', { A: 4, B: 0 }, { A: FEW, B: [0, 0] }, TOO_FEW],
    [
      'five of one each follow from their sum',
      { A: 1, B: 1, C: 1, D: 1, E: 1, F: 9 },
      { A: FEW, B: FEW, C: FEW, D: FEW, E: FEW, F: [null, 9] },
      null,
    ],
    ['one beside five follows from six', { A: 1, B: 5, C: 9 }, { A: FEW, B: NOT_SHOWN, C: [null, 9] }, null],
  ] as const)('%s', (_, numbers, expected, total) => {
    const result = shownTables(
      Object.entries(numbers).map(([name, count]) => piece(name, persons(count))),
      1,
    );
    expect(told(result)).toEqual(expected);
    expect(result.total.persons).toBe(total);
  });

  it('of two with four each shows no number of persons, since eight is twice four', () => {
    const result = shownTables([piece('A', persons(4)), piece('B', persons(4))], 1);
    expect(result.total).toEqual({ persons: null, centihours: 8n });
    expect(told(result)).toEqual({ A: FEW, B: FEW });
  });

  it('takes with a small one no other that has no hours: subtracting would still betray it', () => {
    const result = shownTables([piece('A', persons(3)), piece('B', persons(6, 0n)), piece('C', persons(8))], 1);
    expect(told(result)).toEqual({ A: FEW, B: [6, 0], C: NOT_SHOWN });
  });

  it('hides the hours of few persons beside many who have none', () => {
    const three = new Map([...persons(3), ...persons(6, 0n)]);
    const result = shownTables([piece('A', three), piece('B', persons(7)), piece('C', persons(9))], 1);
    expect(told(result)).toEqual({ A: [null, TOO_FEW], B: NOT_SHOWN, C: [9, 9] });
  });

  it('hides the total of hours when all of them are of one small cell', () => {
    const result = shownTables([piece('A', persons(4, 0n)), piece('B', persons(4, 0n))], 1);
    expect(result.total.centihours).toBe(null);
  });

  it('counts somebody who is in two cells once in the total', () => {
    const six = persons(6);
    const result = shownTables([piece('A', six), piece('B', six)], 1);
    expect(result.total).toEqual({ persons: 6, centihours: 12n });
    expect(told(result)).toEqual({ A: [6, 6], B: [6, 6] });
  });
});

it('does not tell that a figure is small when the numbers of its parts would follow from that', () => {
  const [A, B, C, D] = ['A', 'B', 'C', 'D'].map((name) => piece([name, 'X'], persons(1)));
  const result = shownTables([A, B, C, D, piece(['E', 'Y'], persons(9))] as Piece[], 2);
  expect(told(result, 0)).toEqual({ A: NOT_SHOWN, B: NOT_SHOWN, C: NOT_SHOWN, D: NOT_SHOWN, E: NOT_SHOWN });
  expect(told(result, 1)).toEqual({ X: NOT_SHOWN, Y: NOT_SHOWN });
  expect(result.total).toEqual({ persons: null, centihours: 13n });
});

describe('what is shown of two tables of the same contracts', () => {
  it('takes the smallest other of the same supplier along, so that both tables stay as whole as they can', () => {
    const result = shownTables(
      [
        piece(['C1', 'X'], persons(3)),
        piece(['C2', 'X'], persons(20)),
        piece(['C3', 'Y'], persons(6)),
        piece(['C4', 'Y'], persons(8)),
      ],
      2,
    );
    expect(told(result, 0)).toEqual({ C1: FEW, C2: NOT_SHOWN, C3: [6, 6], C4: [8, 8] });
    expect(told(result, 1)).toEqual({ X: [23, 23], Y: [14, 14] });
  });

  it('does not show in one table what is hidden in the other', () => {
    const result = shownTables(
      [piece(['C1', 'X'], persons(3)), piece(['C2', 'Y'], persons(6)), piece(['C3', 'Z'], persons(9))],
      2,
    );
    expect(told(result, 0)).toEqual({ C1: FEW, C2: NOT_SHOWN, C3: [9, 9] });
    expect(told(result, 1)).toEqual({ X: FEW, Y: NOT_SHOWN, Z: [9, 9] });
  });
});

describe('what is shown of a selection of the pieces', () => {
  const [C1, C2, C3] = [piece(['C1', 'X'], persons(3)), piece(['C2', 'X'], persons(7)), piece(['C3', 'Y'], persons(9))];
  const nobodyIn = piece(['C4', 'Y'], persons(0));
  const { of, total, tables } = shownTables([C1, C2, C3, nobodyIn], 2);

  it('is what its table shows when it is a cell, and the total when it is all', () => {
    expect(of([C1])).toEqual(tables[0]?.get('C1'));
    expect(of([C2, C1])).toEqual(tables[1]?.get('X'));
    expect(of([C3, nobodyIn])).toEqual({ persons: 9, centihours: 9n });
    expect(of([C1, C2, C3, nobodyIn])).toEqual(total);
  });

  it('is no number of persons besides, and hours only of whole blocks', () => {
    expect(of([C1, C2, nobodyIn])).toEqual({ persons: null, centihours: 10n });
    expect(of([C1, C3])).toEqual({ persons: null, centihours: null });
    expect(of([nobodyIn])).toEqual({ persons: 0, centihours: 0n });
    expect(of([])).toEqual({ persons: 0, centihours: 0n });
  });
});

/** All whole numbers that each piece could have, as far as whoever reads `shown` can tell. */
function possible(count: number, upTo: number, allows: (numbers: readonly number[]) => boolean): number[][] {
  let all: number[][] = [[]];
  for (let place = 0; place < count; place += 1) {
    all = all.flatMap((numbers) => Array.from({ length: upTo + 1 }, (_, number) => [...numbers, number]));
  }
  return all.filter(allows);
}

const sumOf = (numbers: readonly number[], at: readonly number[]): number =>
  at.reduce((sum, index) => sum + (numbers[index] ?? 0), 0);

/** Whether a number may be so many, as it is told. Where none is told to be small, what is not shown may be anything but nobody. */
const isTold = (number: number, persons: unknown, isMarked: boolean): boolean =>
  persons === TOO_FEW
    ? number > 0 && number < FEWEST_PERSONS
    : persons === null
      ? number >= (isMarked ? FEWEST_PERSONS : 1)
      : number === persons;

/** Every cell of every table and the total: the places of its pieces, and what is shown of it. */
function figuresOf(pieces: readonly Piece[], shown: ShownTables) {
  const everywhere = pieces.map((_, index) => index);
  const cells = shown.tables.flatMap((table, number) =>
    [...table].map(([name, cell]) => ({
      at: everywhere.filter((index) => pieces[index]?.cells[number] === name),
      cell,
    })),
  );
  return [...cells, { at: everywhere, cell: shown.total }].map(({ at, cell }) => {
    const people = peopleOf(at.map((index) => pieces[index] as Piece));
    const workers = [...people.values()].filter((hours) => hours > 0n).length;
    const isSmall = [people.size, workers].some((number) => number > 0 && number < FEWEST_PERSONS);
    return { at, cell, people, isSmall };
  });
}

describe('whoever subtracts what is shown from what is shown', () => {
  /** Persons by number: of one piece each (`apart`), or of several. */
  const portfolio = (apart: boolean) =>
    fc
      .array(
        fc.record({
          supplier: fc.constantFrom('X', 'Y'),
          category: fc.constantFrom('K', 'L'),
          people: fc.array(fc.tuple(fc.nat(7), fc.bigInt({ min: 0n, max: 1n })), { maxLength: 6 }),
        }),
        { minLength: 1, maxLength: 4 },
      )
      .map((drawn) =>
        drawn.map(({ supplier, category, people }, index) =>
          piece(
            [`C${index}`, supplier, category],
            new Map(people.map(([person, hours], order) => [apart ? `${index}-${order}` : `${person}`, hours])),
          ),
        ),
      );

  it.each([
    ['of one contract each', true],
    ['of several contracts', false],
  ])(
    'sees no figure on 1 to 4 persons, and cannot tell their hours (persons %s)',
    (_, apart) => {
      fc.assert(
        fc.property(portfolio(apart), (pieces) => {
          const figures = figuresOf(pieces, shownTables(pieces, 3));
          for (const { cell, people, isSmall } of figures) {
            if (isSmall) expect(typeof cell.centihours).not.toBe('bigint');
            if (people.size > 0 && people.size < FEWEST_PERSONS) expect(typeof cell.persons).not.toBe('number');
            if (people.size === 0) expect(cell).toEqual({ persons: 0, centihours: 0n });
          }
          const known = figures.filter(({ cell }) => typeof cell.centihours === 'bigint');
          const worlds = possible(pieces.length, 12, (hours) =>
            known.every(({ at, cell }) => BigInt(sumOf(hours, at)) === cell.centihours),
          );
          for (const { at, isSmall } of figures) {
            if (isSmall) expect(new Set(worlds.map((hours) => sumOf(hours, at))).size).toBeGreaterThan(1);
          }
        }),
        { numRuns: 150 },
      );
    },
    60_000,
  );

  it('cannot tell how many persons there are, when each is of one contract', () => {
    fc.assert(
      fc.property(portfolio(true), (pieces) => {
        const figures = figuresOf(pieces, shownTables(pieces, 3));
        const isMarked = figures.some(({ cell }) => cell.persons === TOO_FEW);
        const worlds = possible(pieces.length, 12, (numbers) =>
          figures.every(({ at, cell }) => isTold(sumOf(numbers, at), cell.persons, isMarked)),
        );
        for (const { at, people } of figures) {
          if (people.size === 0 || people.size >= FEWEST_PERSONS) continue;
          expect(new Set(worlds.map((numbers) => sumOf(numbers, at))).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

/** Every selection of these, from none to all. */
const selectionsOf = (pieces: readonly Piece[]): number[][] =>
  Array.from({ length: 2 ** pieces.length }, (_, bits) =>
    pieces.flatMap((_piece, index) => (bits & (1 << index) ? [index] : [])),
  );

/** Every way to take one of `choices` for each of `count` places. */
const everyWay = <T>(choices: readonly T[], count: number): T[][] =>
  count === 0 ? [[]] : everyWay(choices, count - 1).flatMap((way) => choices.map((choice) => [...way, choice]));

it('whoever narrows tables in whatever way cannot tell the hours of few: every small world', () => {
  const kinds: [number, bigint][] = [
    [0, 1n],
    [3, 0n],
    [3, 1n],
    [5, 0n],
    [5, 1n],
  ];
  for (const suppliers of everyWay(['X', 'Y'], 3)) {
    for (const way of everyWay(kinds, 3)) {
      const pieces = way.map(([count, hours], index) =>
        piece([`C${index}`, suppliers[index] ?? ''], persons(count, hours)),
      );
      const shown = shownTables(pieces, 2);
      const asked = selectionsOf(pieces).map((at) => ({ at, cell: shown.of(at.map((one) => pieces[one] as Piece)) }));
      const known = [...figuresOf(pieces, shown), ...asked].filter(({ cell }) => typeof cell.centihours === 'bigint');
      const worlds = possible(pieces.length, 15, (hours) =>
        known.every(({ at, cell }) => BigInt(sumOf(hours, at)) === cell.centihours),
      );
      for (const { at, cell } of asked) {
        const { size } = peopleOf(at.map((one) => pieces[one] as Piece));
        if (size === 0) expect(cell).toEqual({ persons: 0, centihours: 0n });
        if (size === 0 || size >= FEWEST_PERSONS) continue;
        expect(typeof cell.centihours).not.toBe('bigint');
        expect(typeof cell.persons).not.toBe('number');
        expect(new Set(worlds.map((hours) => sumOf(hours, at))).size).toBeGreaterThan(1);
      }
    }
  }
}, 60_000);

describe('the same persons by contract and by region', () => {
  it('shows no number in the one from which a number in the other follows', () => {
    const [byContract, byRegion] = shownTogether([
      { pieces: [piece('C', persons(8))], tableCount: 1 },
      { pieces: [piece('R', persons(4)), piece('S', persons(4))], tableCount: 1 },
    ]);
    expect(byContract?.total.persons).toBe(null);
    expect(told(byContract as ShownTables)).toEqual({ C: [null, 8] });
    expect(told(byRegion as ShownTables)).toEqual({ R: FEW, S: FEW });
  });

  it('shows no hours in the one when nothing of the other can be shown', () => {
    // Interns: all hours are of nobody, so of each region too.
    const [byContract] = shownTogether([
      { pieces: [piece('C', persons(8, 0n))], tableCount: 1 },
      { pieces: [piece('R', persons(4, 0n)), piece('S', persons(4, 0n))], tableCount: 1 },
    ]);
    expect(told(byContract as ShownTables)).toEqual({ C: NOT_SHOWN });
  });

  it('cannot be told in number, of whatever small world', () => {
    const numbers = fc.array(fc.nat(4), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(numbers, ([a = 0, b = 0, c = 0, d = 0]) => {
        const contracts = [a + b, c + d].map((count, index) => piece(`C${index}`, persons(count)));
        const regions = [a + c, b + d].map((count, index) => piece(`R${index}`, persons(count)));
        const groups = [contracts, regions];
        const figures = shownTogether(groups.map((pieces) => ({ pieces, tableCount: 1 }))).flatMap((shown, group) =>
          figuresOf(groups[group] ?? [], shown).map(({ at, ...rest }) => ({
            ...rest,
            at: at.map((one) => one + 2 * group),
          })),
        );
        const isMarked = figures.some(({ cell }) => cell.persons === TOO_FEW);
        const worlds = possible(4, 12, (world) => {
          if (sumOf(world, [0, 1]) !== sumOf(world, [2, 3])) return false;
          return figures.every(({ at, cell }) => isTold(sumOf(world, at), cell.persons, isMarked));
        });
        for (const { at, people } of figures) {
          if (people.size === 0 || people.size >= FEWEST_PERSONS) continue;
          expect(new Set(worlds.map((world) => sumOf(world, at))).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
