import { ANY_NUMBER, narrow, type Range, type Sum } from './narrow';

/** A figure that rests on fewer persons than this tells of them; it is not shown outside the verifying team. */
export const FEWEST_PERSONS = 5;
/** What is shown in the place of a figure that rests on 1 to 4 persons. */
export const TOO_FEW = '< 5';

/** Persons with a net entry in the ledger, each with its job hours there in centihours (0: worth money, but no job). */
export type People = ReadonlyMap<string, bigint>;

/** The smallest piece that figures are made of, such as a contract: the cell that it is in, per table, and its persons. */
export interface Piece {
  readonly cells: readonly string[];
  readonly people: People;
}

/** A figure as it may be shown: itself, that it rests on too few persons, or (null) not at all: it would betray another. */
export type Shown<T> = T | typeof TOO_FEW | null;

/** What may be shown of a cell: how many persons, and their job hours in centihours. */
export interface ShownCell {
  readonly persons: Shown<number>;
  readonly centihours: Shown<bigint>;
}

/** What may be shown of tables that are made of the same pieces: the total of all, and of each table its cells by name. */
export interface ShownTables {
  readonly total: ShownCell;
  readonly tables: readonly ReadonlyMap<string, ShownCell>[];
  /** What may be shown, beside all of those, of any selection of the pieces. */
  readonly of: (selection: readonly Piece[]) => ShownCell;
}

/** Pieces that are only shown together, so that nobody can take them apart by subtracting. */
interface Block {
  readonly pieces: readonly Piece[];
  readonly people: People;
  readonly centihours: bigint;
  readonly small: boolean;
  /** The cells that it has a piece in. */
  readonly cells: ReadonlySet<Cell>;
  /** The cells that it lies in with all its pieces. */
  readonly inside: ReadonlySet<Cell>;
}

/** A figure of a table, and of which pieces it is made. */
interface Cell {
  readonly table: number;
  readonly name: string;
  readonly pieces: ReadonlySet<Piece>;
  readonly people: People;
  readonly small: boolean;
}

/** Tables that are made of the same pieces: each piece names its cell in each of so many tables. */
export interface TablesOf {
  readonly pieces: readonly Piece[];
  readonly tableCount: number;
}

/**
 * Hides what rests on 1 to 4 persons, and as much more as is needed so that nobody can work it out by subtracting
 * shown figures from shown figures, in one table or between tables. The groups are of the same persons, cut in different
 * ways, and have one total.
 *
 * 1. Pieces are put together in blocks until no block rests on 1 to 4 persons, and no small cell has all the hours of
 *    the blocks that it lies in. A block is widened by the block that costs the fewest persons in cells that were
 *    still shown; of those by the one with the fewest hours, but some.
 * 2. A cell is shown when it is made of whole blocks. So every difference of shown figures is made of whole blocks.
 * 3. A total on 1 to 4 persons is hidden, with everything that it is made of, in all groups. Zero is shown.
 * 4. When a hidden number of persons still follows from what is told of the others, no number of persons is shown;
 *    and when that is not enough, it is not told either which of the hidden figures are small.
 * 5. A selection that is a cell is shown as that cell. Of any other, hours are shown when it is made of whole blocks, as
 *    every shown figure is, and it is not told how many persons it has unless nobody: so nothing follows that did not
 *    follow from the tables.
 */
export function shownTogether(groups: readonly TablesOf[]): ShownTables[] {
  const partitions = groups.map(({ pieces, tableCount }) => partitionOf(pieces, tableCount));
  const isHidden = partitions.some(
    (partition, group) => isSmall(peopleOf(groups[group]?.pieces ?? [])) || partition.betrayedCell() !== undefined,
  );
  const figures = (people: People, whole: boolean): Figures => ({
    people,
    whole: people.size === 0 || (!isHidden && whole),
  });
  const protectedGroups = partitions.map((partition, group) => {
    const pieces = groups[group]?.pieces ?? [];
    const cells = partition.tables.map((table) =>
      table.map((cell) => ({ ...cell, ...figures(cell.people, partition.isWhole(cell)) })),
    );
    return { partition, pieces, cells, total: figures(peopleOf(pieces), true) };
  });
  const telling = LEVELS.find((level) => !betraysNumbers(protectedGroups, level)) ?? 'NOTHING';
  return protectedGroups.map(({ partition, pieces, cells, total }) => {
    const shown = cells.map((table) => new Map(table.map((cell) => [cell.name, tell(cell, telling)])));
    return {
      total: tell(total, telling),
      tables: shown,
      of: (selection) => {
        const selected = new Set(selection);
        if (selected.size === pieces.length) return tell(total, telling);
        const cell = partition.cellOf(selected);
        const cellShown = cell && shown[cell.table]?.get(cell.name);
        if (cellShown) return cellShown;
        const { people, whole } = figures(peopleOf(selection), partition.isMadeOfWholeBlocks(selected));
        return { persons: people.size === 0 ? 0 : null, centihours: whole ? hoursOf(people) : null };
      },
    };
  });
}

/** The same of one group of tables. */
export function shownTables(pieces: readonly Piece[], tableCount: number): ShownTables {
  const [shown] = shownTogether([{ pieces, tableCount }]);
  return shown ?? openTables([], tableCount);
}

/** The same tables with everything shown: for the verifying team and the auditor. */
export function openTables(pieces: readonly Piece[], tableCount: number): ShownTables {
  const open = (people: People): ShownCell => ({ persons: people.size, centihours: hoursOf(people) });
  return {
    total: open(peopleOf(pieces)),
    tables: Array.from(
      { length: tableCount },
      (_, table) => new Map(cellsOf(pieces, table).map(({ name, people }) => [name, open(people)])),
    ),
    of: (selection) => open(peopleOf(selection)),
  };
}

/** The figures of a cell, and whether they are made of whole blocks. */
interface Figures {
  readonly people: People;
  readonly whole: boolean;
}

/** How much is told of numbers of persons: the numbers of what is shown, whether a hidden one is small, or nothing. */
const LEVELS = ['NUMBERS', 'SMALL', 'NOTHING'] as const;
type Telling = (typeof LEVELS)[number];

function tell({ people, whole }: Figures, telling: Telling): ShownCell {
  const few = telling === 'NOTHING' ? null : TOO_FEW;
  const number = people.size === 0 || (whole && telling === 'NUMBERS') ? people.size : null;
  return {
    persons: isSmallNumber(people.size) ? few : number,
    centihours: whole ? hoursOf(people) : isSmall(people) ? few : null,
  };
}

/** What of a group of tables is shown, before it is decided how much is told of numbers of persons. */
interface ProtectedGroup {
  readonly pieces: readonly Piece[];
  readonly total: Figures;
  readonly cells: readonly (readonly (Cell & Figures)[])[];
}

/** Whether the number of persons of a small cell follows from all that is told, of all groups together. */
function betraysNumbers(groups: readonly ProtectedGroup[], telling: Telling): boolean {
  const rangeOf = (figures: Figures): Range => {
    const { persons } = tell(figures, telling);
    if (typeof persons === 'number') return { least: persons, most: persons };
    if (persons === TOO_FEW) return { least: 1, most: FEWEST_PERSONS - 1 };
    return { least: telling === 'NOTHING' ? 1 : FEWEST_PERSONS, most: ANY_NUMBER };
  };
  const isOf = ({ people }: Piece): Range => ({ least: Math.min(people.size, 1), most: ANY_NUMBER });
  // The total of all groups is one number: the first of the list.
  const total = groups[0]?.total;
  if (!total) return false;
  const all = [total, ...groups.flatMap(({ cells }) => cells.flat())];
  const pieces = groups.flatMap((group) => group.pieces);
  const at = new Map<unknown, number>([...all, ...pieces].map((part, index) => [part, index]));
  const place = (part: unknown): number => at.get(part) ?? 0;
  const sums = groups.flatMap((group): Sum[] => {
    const apart = group.pieces.reduce((sum, { people }) => sum + people.size, 0) === group.total.people.size;
    return [
      ...group.cells.map((table) => ({ whole: 0, parts: table.map(place), apart })),
      ...group.cells.flat().map((cell) => ({ whole: place(cell), parts: [...cell.pieces].map(place), apart })),
    ];
  });
  const narrowed = narrow([...all.map(rangeOf), ...pieces.map(isOf)], sums);
  return all.some(({ people }, index) => {
    const { least, most } = narrowed[index] ?? {};
    return isSmallNumber(people.size) && least === most;
  });
}

/** The pieces in blocks that betray nothing, unless all of them together do. */
function partitionOf(pieces: readonly Piece[], tableCount: number): Partition {
  const partition = new Partition(
    pieces,
    Array.from({ length: tableCount }, (_, table) => cellsOf(pieces, table)),
  );
  while (partition.widenWeakest());
  return partition;
}

/** The pieces in blocks. Begins with each piece by itself; blocks are only ever joined. */
class Partition {
  private readonly blocks: Set<Block>;
  private readonly blockOf = new Map<Piece, Block>();
  private readonly cellsOf: ReadonlyMap<Piece, Cell[]>;
  /** The cells that are made of whole blocks. */
  private readonly whole: Set<Cell>;

  constructor(
    pieces: readonly Piece[],
    readonly tables: readonly (readonly Cell[])[],
  ) {
    this.cellsOf = new Map<Piece, Cell[]>(pieces.map((piece) => [piece, []]));
    for (const cell of tables.flat()) for (const piece of cell.pieces) this.cellsOf.get(piece)?.push(cell);
    // A piece that is of nobody betrays nobody.
    const inhabited = pieces.filter(({ people }) => people.size > 0);
    this.blocks = new Set(inhabited.map((piece) => blockOf([piece], piece.people, this.cellsOf.get(piece) ?? [])));
    for (const block of this.blocks) this.settle(block);
    this.whole = new Set(tables.flat());
  }

  isWhole(cell: Cell): boolean {
    return this.whole.has(cell);
  }

  /** The cell that is made of exactly these pieces. */
  cellOf(selection: ReadonlySet<Piece>): Cell | undefined {
    const [first] = selection;
    const cells = (first && this.cellsOf.get(first)) ?? [];
    return cells.find(({ pieces }) => pieces.size === selection.size && [...selection].every((one) => pieces.has(one)));
  }

  isMadeOfWholeBlocks(selection: ReadonlySet<Piece>): boolean {
    const blocks = new Set([...selection].flatMap((piece) => this.blockOf.get(piece) ?? []));
    return [...blocks].every((block) => block.pieces.every((piece) => selection.has(piece)));
  }

  /** A small cell that has all the hours of the blocks that it lies in: they betray it. */
  betrayedCell(): Cell | undefined {
    const isBetrayed = (cell: Cell): boolean =>
      this.blocksIn(cell).every((block) => {
        const others = block.pieces.filter((piece) => !cell.pieces.has(piece));
        return hoursOf(peopleOf(others)) === 0n;
      });
    return this.tables.flat().find((cell) => cell.small && isBetrayed(cell));
  }

  /** Joins a block that betrays something with the one that costs least; false when there is none to join, or no other. */
  widenWeakest(): boolean {
    const weak = [...this.blocks].find((block) => block.small) ?? this.blocksIn(this.betrayedCell())[0];
    if (!weak) return false;
    const [partner] = [...this.blocks]
      .filter((block) => block !== weak)
      .map((block) => ({ block, cost: this.costOf(weak, block) }))
      .sort((a, b) => hasNoHours(a.block) - hasNoHours(b.block) || a.cost - b.cost || byHours(a.block, b.block));
    if (!partner) return false;
    for (const cell of this.brokenBy(weak, partner.block)) this.whole.delete(cell);
    this.blocks.delete(weak);
    this.blocks.delete(partner.block);
    const joined = joinBlocks(weak, partner.block);
    this.blocks.add(joined);
    this.settle(joined);
    return true;
  }

  /** The cells that are made of whole blocks now, and would not be when the two were joined. */
  private brokenBy(one: Block, other: Block): Cell[] {
    const brokenOf = (cells: ReadonlySet<Cell>, partner: Block): Cell[] =>
      [...cells].filter((cell) => this.whole.has(cell) && !partner.inside.has(cell));
    return [...brokenOf(one.cells, other), ...brokenOf(other.cells, one)];
  }

  /** How many persons are in those cells. */
  private costOf(one: Block, other: Block): number {
    return this.brokenBy(one, other).reduce((persons, cell) => persons + cell.people.size, 0);
  }

  private blocksIn(cell: Cell | undefined): Block[] {
    return [...new Set([...(cell?.pieces ?? [])].flatMap((piece) => this.blockOf.get(piece) ?? []))];
  }

  private settle(block: Block): void {
    for (const piece of block.pieces) this.blockOf.set(piece, block);
  }
}

const hasNoHours = (block: Block): number => (block.centihours === 0n ? 1 : 0);
const byHours = (a: Block, b: Block): number =>
  a.centihours === b.centihours ? 0 : a.centihours < b.centihours ? -1 : 1;

const isSmallNumber = (persons: number): boolean => persons > 0 && persons < FEWEST_PERSONS;

/** Whether figures rest on 1 to 4 persons: the number of persons, or the hours, which may be of fewer of them. */
function isSmall(people: People): boolean {
  const workers = [...people.values()].filter((centihours) => centihours !== 0n).length;
  return isSmallNumber(people.size) || isSmallNumber(workers);
}

function blockOf(pieces: readonly Piece[], people: People, cells: readonly Cell[], inside = cells): Block {
  const [small, centihours] = [isSmall(people), hoursOf(people)];
  return { pieces, people, small, centihours, cells: new Set(cells), inside: new Set(inside) };
}

const joinBlocks = (one: Block, other: Block): Block =>
  blockOf(
    [...one.pieces, ...other.pieces],
    peopleOf([one, other]),
    [...one.cells, ...other.cells],
    [...one.inside].filter((cell) => other.inside.has(cell)),
  );

function cellsOf(pieces: readonly Piece[], table: number): Cell[] {
  const byName = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const name = piece.cells[table] ?? '';
    const own = byName.get(name);
    if (own) own.push(piece);
    else byName.set(name, [piece]);
  }
  return [...byName].map(([name, own]) => {
    const people = peopleOf(own);
    return { table, name, pieces: new Set(own), people, small: isSmall(people) };
  });
}

/** Everyone in these parts, once, with all their hours. */
export function peopleOf(parts: readonly { readonly people: People }[]): People {
  const all = new Map<string, bigint>();
  for (const { people } of parts) {
    for (const [person, centihours] of people) all.set(person, (all.get(person) ?? 0n) + centihours);
  }
  return all;
}

const hoursOf = (people: People): bigint => [...people.values()].reduce((sum, centihours) => sum + centihours, 0n);
