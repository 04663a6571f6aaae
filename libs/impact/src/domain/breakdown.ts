import { exact, type Cents } from '@sr/kernel';
import { jobs } from './jobs';
import {
  openTables,
  shownTables,
  shownTogether,
  type People,
  type Piece,
  type Shown,
  type ShownCell,
  type TablesOf,
} from './suppress';

/** What the figures of a year are cut by. */
export const DIMENSIONS = ['PRINCIPAL', 'SUPPLIER', 'CATEGORY', 'CONTRACT', 'REGION', 'TARGET_GROUP'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The dimensions in which an obligation lies whole: they are tables of the same pieces, and are protected together. */
const OF_OBLIGATIONS = ['PRINCIPAL', 'SUPPLIER', 'CATEGORY', 'CONTRACT'] as const;
export type ObligationDimension = (typeof OF_OBLIGATIONS)[number];

/** Whether an obligation lies whole in a row of this dimension. */
export const isOfObligations = (by: Dimension): by is ObligationDimension =>
  OF_OBLIGATIONS.some((dimension) => dimension === by);

/** The key of a contract without a category, and of a placement of which no region was told. */
export const NONE = 'NONE';

/** Net job hours, all and of three kinds. */
export interface Hours {
  readonly centihours: bigint;
  readonly formalCentihours: bigint;
  readonly hiredInCentihours: bigint;
  readonly registerCentihours: bigint;
}

/** A year of one obligation. */
export interface ObligationYear extends Hours {
  readonly obligationId: string;
  readonly number: string;
  readonly title: string;
  readonly principalCode: string;
  readonly supplierKvkNumber: string;
  readonly categoryCode: string | null;
  readonly imposedCents: bigint;
  readonly annualisedCents: bigint;
  readonly realisedCents: bigint;
  readonly outstandingCents: bigint;
}

/** What the claims of the year put on an obligation, of one kind, region and block. */
export interface ClaimCell {
  readonly claimKind: string;
  readonly region: string | null;
  readonly block: string | null;
  readonly cents: bigint;
}

/** What one person has on one obligation, in one region and block. */
export interface PersonPart extends Hours {
  readonly personId: string;
  readonly obligationId: string;
  readonly region: string | null;
  readonly block: string;
}

/** Everything that a year's figures are made of, as far as the reader sees it. */
export interface YearParts {
  readonly obligations: readonly ObligationYear[];
  readonly cells: readonly ClaimCell[];
  readonly people: readonly PersonPart[];
}

/** The figures of a row. Those of obligations are null where an obligation does not lie in one row. */
export interface Figures {
  readonly imposedCents: Cents | null;
  readonly annualisedCents: Cents | null;
  /** Null in rows of regions and target groups where the persons are hidden: there it tells of them. */
  readonly realisedCents: Cents | null;
  readonly outstandingCents: Cents | null;
  readonly persons: Shown<number>;
  readonly jobs: Shown<string>;
}

/** A row, by its key: a code, a number, or NONE. Its names are looked up elsewhere. */
export interface Row extends Figures {
  readonly key: string;
  /** The contract, in rows of contracts. */
  readonly contractId: string | null;
  readonly title: string | null;
}

export interface Breakdown {
  readonly total: Figures;
  readonly rows: readonly Row[];
}

const MONTHS = 12;
/** Purchases and activities have no region and no candidate: each kind is a row of its own. */
const OTHER_KINDS = ['PURCHASE', 'ACTIVITY'];

/**
 * The figures of a year by a dimension, rows in the order of their keys. Persons are counted once in each row and once
 * in the total. Jobs are an accounting share of hours. `open` shows all of it; otherwise small figures are hidden.
 */
export function breakdown(parts: YearParts, by: Dimension, open: boolean): Breakdown {
  const tables = yearTables(parts, open);
  switch (by) {
    case 'PRINCIPAL':
    case 'SUPPLIER':
    case 'CATEGORY':
    case 'CONTRACT':
      return byObligation(parts.obligations, by, tables);
    case 'REGION':
      return byClaim(parts.cells, regionOf, tables.total, tables.regions);
    case 'TARGET_GROUP':
      return byClaim(parts.cells, targetGroupOf, tables.total, tables.targetGroups);
  }
}

/**
 * The same of some of the obligations, for somebody from whom small figures are hidden: of figures of persons only what
 * betrays nothing beside all that the tables of `parts` show, narrowed in whatever way.
 */
export function narrowedBreakdown(
  parts: YearParts,
  by: ObligationDimension,
  isWithin: (obligation: ObligationYear) => boolean,
): Breakdown {
  return byObligation(parts.obligations.filter(isWithin), by, yearTables(parts, false));
}

/** What may be shown of job hours, as jobs of a year. */
export const shownJobs = (centihours: Shown<bigint>): Shown<string> =>
  typeof centihours === 'bigint' ? jobs(centihours, MONTHS) : centihours;

/** All tables of a year: those of obligations, of regions and of target groups, and the one total of all of them. */
export interface YearTables {
  readonly total: ShownCell;
  /** What may be shown of these obligations together. */
  readonly ofObligations: (obligations: readonly ObligationYear[]) => ShownCell;
  readonly regions: ReadonlyMap<string, ShownCell>;
  readonly targetGroups: ReadonlyMap<string, ShownCell>;
}

/** What may be shown of every table of a year: in all of them together nothing betrays what is hidden in one. */
export function yearTables({ obligations, people }: YearParts, open: boolean): YearTables {
  const peopleOn = byKey(people, ({ obligationId }) => obligationId);
  const pieces = new Map(
    obligations.map((obligation): [string, Piece] => [
      obligation.obligationId,
      {
        cells: OF_OBLIGATIONS.map((dimension) => keyOf(obligation, dimension)),
        people: hoursPerPerson(peopleOn.get(obligation.obligationId) ?? []),
      },
    ]),
  );
  const cut = (key: (part: PersonPart) => string): TablesOf => ({
    pieces: [...byKey(people, key)].map(([name, own]) => ({ cells: [name], people: hoursPerPerson(own) })),
    tableCount: 1,
  });
  const groups = [
    { pieces: [...pieces.values()], tableCount: OF_OBLIGATIONS.length },
    cut(regionOf),
    cut(targetGroupOf),
  ];
  const [ofObligations, regions, targetGroups] = open
    ? groups.map((group) => openTables(group.pieces, group.tableCount))
    : shownTogether(groups);
  return {
    total: ofObligations?.total ?? NOT_SHOWN,
    ofObligations: (some) =>
      ofObligations?.of(some.flatMap(({ obligationId }) => pieces.get(obligationId) ?? [])) ?? NOT_SHOWN,
    regions: regions?.tables[0] ?? new Map<string, ShownCell>(),
    targetGroups: targetGroups?.tables[0] ?? new Map<string, ShownCell>(),
  };
}

const NOT_SHOWN: ShownCell = { persons: null, centihours: null };

/** What may be shown of the job hours of a kind, and of all others with it: those who work, cut in two. */
export function splitOf(
  people: readonly PersonPart[],
  ofKind: (part: PersonPart) => bigint,
): [Shown<bigint>, Shown<bigint>] {
  const worked = people.filter(({ centihours }) => centihours !== 0n);
  const piece = (name: string, hours: (part: PersonPart) => bigint): Piece => ({
    cells: [name],
    people: hoursPerPerson(
      worked.filter((part) => hours(part) !== 0n),
      hours,
    ),
  });
  const { tables } = shownTables([piece('KIND', ofKind), piece('OTHER', (part) => part.centihours - ofKind(part))], 1);
  const shown = (name: string): Shown<bigint> => tables[0]?.get(name)?.centihours ?? null;
  return [shown('KIND'), shown('OTHER')];
}

function byObligation(
  obligations: readonly ObligationYear[],
  by: ObligationDimension,
  { ofObligations }: YearTables,
): Breakdown {
  const rows = [...byKey(obligations, (obligation) => keyOf(obligation, by))].map(([key, own]) => ({
    key,
    contractId: by === 'CONTRACT' ? (own[0]?.obligationId ?? null) : null,
    title: by === 'CONTRACT' ? (own[0]?.title ?? null) : null,
    ...figures(own, ofObligations(own)),
  }));
  return { total: figures(obligations, ofObligations(obligations)), rows: inOrder(rows) };
}

function figures(obligations: readonly ObligationYear[], cell: ShownCell): Figures {
  const add = (figure: 'imposedCents' | 'annualisedCents' | 'realisedCents' | 'outstandingCents'): Cents =>
    exact(obligations.reduce((sum, obligation) => sum + obligation[figure], 0n));
  return {
    imposedCents: add('imposedCents'),
    annualisedCents: add('annualisedCents'),
    realisedCents: add('realisedCents'),
    outstandingCents: add('outstandingCents'),
    ...personFigures(cell),
  };
}

interface Place {
  readonly region: string | null;
  readonly block: string | null;
}
const regionOf = ({ region }: Place): string => region ?? NONE;
const targetGroupOf = ({ block }: Place): string => block ?? NONE;

function byClaim(
  cells: readonly ClaimCell[],
  key: (place: Place) => string,
  total: ShownCell,
  shown: ReadonlyMap<string, ShownCell>,
): Breakdown {
  const rowOf = (cell: ClaimCell): string => (OTHER_KINDS.includes(cell.claimKind) ? cell.claimKind : key(cell));
  const rows = [...byKey(cells, rowOf)].map(([name, own]) => ({
    key: name,
    contractId: null,
    title: null,
    ...claimFigures(own, shown.get(name) ?? { persons: 0, centihours: 0n }),
  }));
  return { total: claimFigures(cells, total), rows: inOrder(withoutMoneyOfFew(rows)) };
}

/**
 * Hides the money of rows whose persons are hidden. In a region or a target group it is what those few people did, and
 * the target group tells of health. With one such row the total would tell it, so the smallest other row goes with it.
 */
function withoutMoneyOfFew(rows: readonly Row[]): Row[] {
  const hidden = new Set(rows.filter(({ persons }) => typeof persons !== 'number').map(({ key }) => key));
  const telling = rows.filter(({ key, realisedCents }) => hidden.has(key) && realisedCents !== 0);
  if (telling.length === 1) {
    // Purchases and activities hide nothing: their money stands in statements too.
    const [smallest] = rows
      .filter(({ key, realisedCents }) => !hidden.has(key) && realisedCents !== 0 && !OTHER_KINDS.includes(key))
      .sort((a, b) => (a.realisedCents ?? 0) - (b.realisedCents ?? 0));
    if (smallest) hidden.add(smallest.key);
  }
  return rows.map((row) => (hidden.has(row.key) ? { ...row, realisedCents: null } : row));
}

function claimFigures(cells: readonly ClaimCell[], cell: ShownCell): Figures {
  return {
    imposedCents: null,
    annualisedCents: null,
    realisedCents: exact(cells.reduce((sum, { cents }) => sum + cents, 0n)),
    outstandingCents: null,
    ...personFigures(cell),
  };
}

const personFigures = ({ persons, centihours }: ShownCell): Pick<Figures, 'persons' | 'jobs'> => ({
  persons,
  jobs: shownJobs(centihours),
});

function keyOf(obligation: ObligationYear, by: ObligationDimension): string {
  switch (by) {
    case 'PRINCIPAL':
      return obligation.principalCode;
    case 'SUPPLIER':
      return obligation.supplierKvkNumber;
    case 'CATEGORY':
      return obligation.categoryCode ?? NONE;
    case 'CONTRACT':
      return obligation.number;
  }
}

function hoursPerPerson(
  parts: readonly PersonPart[],
  hours: (part: PersonPart) => bigint = ({ centihours }) => centihours,
): People {
  const people = new Map<string, bigint>();
  for (const part of parts) people.set(part.personId, (people.get(part.personId) ?? 0n) + hours(part));
  return people;
}

function byKey<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

const inOrder = (rows: Row[]): Row[] => rows.sort((a, b) => (a.key < b.key ? -1 : 1));
