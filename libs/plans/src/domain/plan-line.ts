import {
  daysIn,
  floorFraction,
  overlaps,
  type BasisPoints,
  type Cents,
  type Centihours,
  type LocalDate,
  type Period,
  type Violation,
} from '@sr/kernel';

/** One thing that the supplier intends to do: so many people in a block, or a purchase, or activities. */
export interface PlanLine {
  /** A block of the plan's value table. */
  readonly block: string;
  /** How many people, for work; null for purchases and activities. */
  readonly persons: number | null;
  /** Hours of all of them together in the whole period, for work and activities; null for purchases. */
  readonly centihours: Centihours | null;
  /** Excluding VAT, for purchases; null for work and activities. */
  readonly invoiceCents: Cents | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The code of a labour market region; null is not known yet. */
  readonly region: string | null;
  /** With whom: a social enterprise, a municipality, a school. Never a candidate. */
  readonly partner: string | null;
  /** How sure it is: 10000 is certain. What is not begun counts for half unless said otherwise. */
  readonly confidenceBp: BasisPoints;
}

/** What a line has to look like, by the kind of its block. */
export type LineKind = 'PLACEMENT' | 'PURCHASE' | 'ACTIVITY';
const FIGURES: Record<LineKind, { persons: boolean; centihours: boolean; invoiceCents: boolean }> = {
  PLACEMENT: { persons: true, centihours: true, invoiceCents: false },
  PURCHASE: { persons: false, centihours: false, invoiceCents: true },
  ACTIVITY: { persons: false, centihours: true, invoiceCents: false },
};

/** The plan's value table does not have the block. */
export const lineBlockUnknown = (field: string, block: string): Violation => ({
  code: 'plan.line_block_unknown',
  field,
  params: { block },
  message: `The value table of the plan has no block ${block}.`,
});

/** A line gives the figures of its block's own kind, above 0, and no others. */
export const lineFiguresWrong = (field: string, kind: LineKind): Violation => ({
  code: 'plan.line_figures_wrong',
  field,
  params: { kind },
  message: {
    PLACEMENT: 'The block is work: give persons and centihours, both above 0, and no invoiceCents.',
    PURCHASE: 'The block is a purchase: give invoiceCents, above 0, and neither persons nor centihours.',
    ACTIVITY: 'The block is an activity: give centihours, above 0, and neither persons nor invoiceCents.',
  }[kind],
});

/** The first day of a line is not after its last. */
export const lineBackwards = (field: string): Violation => ({
  code: 'plan.line_backwards',
  field,
  message: 'The first day of the line is after its last day.',
});

/** A line is somewhere: in a region of the reference data, or not known yet. */
export const lineRegionUnknown = (field: string, region: string): Violation => ({
  code: 'plan.line_region_unknown',
  field,
  params: { region },
  message: `There is no labour market region ${region}.`,
});

/** Why a line cannot be part of a plan, told of `field`; `kind` is that of its block, or null when it has none. */
export function lineViolations(
  line: PlanLine,
  kind: LineKind | null,
  regions: ReadonlySet<string>,
  field: string,
): Violation[] {
  const violations: Violation[] = [];
  if (kind === null) violations.push(lineBlockUnknown(`${field}/block`, line.block));
  else if (!hasFiguresOf(kind, line)) violations.push(lineFiguresWrong(field, kind));
  if (line.from > line.to) violations.push(lineBackwards(`${field}/to`));
  if (line.region !== null && !regions.has(line.region))
    violations.push(lineRegionUnknown(`${field}/region`, line.region));
  return violations;
}

function hasFiguresOf(kind: LineKind, line: PlanLine): boolean {
  const figures = ['persons', 'centihours', 'invoiceCents'] as const;
  return figures.every((figure) => (FIGURES[kind][figure] ? (line[figure] ?? 0) > 0 : line[figure] === null));
}

export const LINE_WARNINGS = ['HOURS_ABOVE_POSSIBLE', 'OUTSIDE_TERMS'] as const;
export type LineWarning = (typeof LINE_WARNINGS)[number];

/** Nobody works more than 48 hours a week on average (Arbeidstijdenwet, article 5:7). */
const WEEK_MAX_CENTIHOURS = 4800n;

/**
 * What is odd about a line, for people to look at; nothing is refused for it.
 * - HOURS_ABOVE_POSSIBLE: more hours than its people can work in its days, at 48 hours a week;
 * - OUTSIDE_TERMS: none of its days is in the term of an obligation of the plan, so that it would count for nothing.
 */
export function lineWarnings(line: PlanLine, terms: readonly Period[]): LineWarning[] {
  const warnings: LineWarning[] = [];
  const { persons, centihours } = line;
  if (persons !== null && centihours !== null) {
    const possible = BigInt(persons) * BigInt(daysIn(line)) * WEEK_MAX_CENTIHOURS;
    if (BigInt(centihours) * 7n > possible) warnings.push('HOURS_ABOVE_POSSIBLE');
  }
  if (!terms.some((term) => overlaps(term, line))) warnings.push('OUTSIDE_TERMS');
  return warnings;
}

/**
 * The hours of each person of a line, when they are shared equally, rounded down: a counting limit is of one person,
 * so the value of a line is that of one person times their number.
 */
export function centihoursOfOne(line: Pick<PlanLine, 'persons' | 'centihours'>): Centihours {
  const { persons, centihours } = line;
  if (persons === null || persons === 0 || centihours === null) return 0;
  return floorFraction(centihours, 1, persons);
}
