import {
  contains,
  quarterStart,
  sum,
  type Cents,
  type Centihours,
  type LocalDate,
  type Period,
  type Violation,
} from '@sr/kernel';
import { blockViolations, type TableCodes } from './blocks';
import type { ClaimKind } from './claim-kind';
import { evidenceViolations, type EvidenceDeclaration, type EvidenceType } from './evidence';
import { claimBackwards, claimOutsidePlacement, type Placement } from './placement';
import { daysOfMonth, daysOfQuarter, monthsOfQuarter, type Month } from './quarter';
import { realisedViolations, type RealisingParty } from './realised';

/** The paid hours of a placement, month by month. */
export interface PlacementLine {
  readonly placementId: string;
  /** The number of the contract that it should count for first, or null. */
  readonly earmark: string | null;
  readonly months: readonly { readonly month: Month; readonly paidCentihours: Centihours }[];
}

/** What was bought from a sheltered workshop or a social enterprise. */
export interface PurchaseLine {
  readonly block: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Excluding VAT. */
  readonly invoiceCents: Cents;
  readonly seller: { readonly kvkNumber: string; readonly name: string };
  readonly earmark: string | null;
  readonly description: string | null;
  readonly evidence: readonly EvidenceDeclaration[];
}

/** Something done on one day for people with a distance to the labour market. */
export interface ActivityLine {
  readonly block: string;
  readonly day: LocalDate;
  readonly centihours: Centihours;
  readonly realised: RealisingParty;
  readonly earmark: string | null;
  readonly description: string | null;
  readonly evidence: readonly EvidenceDeclaration[];
}

/** Everything that a report says. */
export interface ReportLines {
  readonly placements: readonly PlacementLine[];
  readonly purchases: readonly PurchaseLine[];
  readonly activities: readonly ActivityLine[];
}

export const NO_LINES: ReportLines = { placements: [], purchases: [], activities: [] };

/** How many lines there are; each becomes a claim. */
export const countLines = ({ placements, purchases, activities }: ReportLines): number =>
  placements.length + purchases.length + activities.length;

/** A claim as a line makes it. */
export interface ProposedClaim {
  /** The line that it comes from, e.g. `/purchases/0`. */
  readonly at: string;
  readonly kind: ClaimKind;
  readonly placementId: string | null;
  readonly block: string;
  readonly period: Period;
  readonly centihours: Centihours | null;
  readonly invoiceCents: Cents | null;
  readonly earmark: string | null;
  readonly realised: RealisingParty | null;
  readonly description: string | null;
  readonly evidence: readonly EvidenceDeclaration[];
}

/** What is looked at of a placement of the supplier in the plan. */
export type PlacementInReport = Pick<Placement, 'block' | 'startsOn' | 'endsOn' | 'realised'>;

/** What the lines of a report are held against. */
export interface LineContext {
  readonly quarter: LocalDate;
  /** The placements of the supplier in the plan, by id, as far as the lines name them. */
  readonly placements: ReadonlyMap<string, PlacementInReport>;
  readonly table: TableCodes;
  readonly evidenceTypes: readonly EvidenceType[];
  readonly today: LocalDate;
}

/** A line names a placement of the supplier in the plan. */
export const placementUnknown = (field: string): Violation => ({
  code: 'placement.unknown',
  field,
  message: 'There is no such placement of this supplier in this plan.',
});

/** The hours of a placement stand together on one line, since they become one claim. */
export const placementRepeated = (field: string): Violation => ({
  code: 'report.placement_repeated',
  field,
  message: 'This placement stands on another line already; put its hours together.',
});

/** A month has one number of hours. */
export const monthRepeated = (field: string, month: Month): Violation => ({
  code: 'report.month_repeated',
  field,
  params: { month },
  message: `${month} stands here more than once.`,
});

/** A report is about its own quarter. */
export const outsideQuarter = (field: string): Violation => ({
  code: 'report.outside_quarter',
  field,
  message: 'This lies outside the quarter of the report.',
});

/** What is wrong with the lines of a report, each told of its field: all of it, or nothing. */
export function lineViolations(lines: ReportLines, context: LineContext): Violation[] {
  return [...rowViolations(lines, context), ...cellViolations(lines, context)];
}

/**
 * Which rows of hours are none of this report: of no placement of the supplier in the plan, twice the same placement or
 * month, or of another quarter. They cannot be kept, since nothing can be shown of them.
 */
export function rowViolations({ placements }: ReportLines, context: LineContext): Violation[] {
  const ofQuarter = monthsOfQuarter(context.quarter);
  const rows = new Set<string>();
  return placements.flatMap(({ placementId, months }, index) => {
    const at = `/placements/${index}`;
    const isRepeated = rows.has(placementId);
    rows.add(placementId);
    const names = months.map(({ month }) => month);
    return [
      ...(isRepeated ? [placementRepeated(`${at}/placementId`)] : []),
      ...(context.placements.has(placementId) ? [] : [placementUnknown(`${at}/placementId`)]),
      ...names.flatMap((month, place) => {
        const field = `${at}/months/${place}/month`;
        if (!ofQuarter.includes(month)) return [outsideQuarter(field)];
        return names.indexOf(month) < place ? [monthRepeated(field, month)] : [];
      }),
    ];
  });
}

/** What is wrong in the cells of the lines. A draft keeps it, and it is mended before the report is submitted. */
function cellViolations(lines: ReportLines, context: LineContext): Violation[] {
  return [
    ...lines.placements.flatMap((line, index) => monthViolations(line, context, `/placements/${index}`)),
    ...lines.purchases.flatMap((line, index) => purchaseLineViolations(line, context, `/purchases/${index}`)),
    ...lines.activities.flatMap((line, index) => activityLineViolations(line, context, `/activities/${index}`)),
  ];
}

/** The claims that the lines make, in their order: one for each placement, purchase and activity. The lines are sound. */
export function claimsOf(lines: ReportLines, context: Pick<LineContext, 'placements'>): ProposedClaim[] {
  const { placements } = context;
  return [
    ...lines.placements.flatMap((line, index) => {
      const placement = placements.get(line.placementId);
      return placement ? [claimOfPlacement(line, placement, `/placements/${index}`)] : [];
    }),
    ...lines.purchases.map((line, index) => claimOfPurchase(line, `/purchases/${index}`)),
    ...lines.activities.map((line, index) => claimOfActivity(line, `/activities/${index}`)),
  ];
}

/** A claim runs from the first to the last day of its months on which the placement ran. */
function claimOfPlacement(line: PlacementLine, placement: PlacementInReport, at: string): ProposedClaim {
  const { placementId, earmark, months } = line;
  const { block, startsOn, endsOn, realised } = placement;
  const days = months.map(({ month }) => daysOfMonth(month)).sort((a, b) => (a.from < b.from ? -1 : 1));
  const first = days[0]?.from ?? startsOn;
  const last = days.at(-1)?.to ?? startsOn;
  return {
    at,
    kind: 'PLACEMENT',
    placementId,
    block,
    period: { from: first > startsOn ? first : startsOn, to: endsOn !== null && endsOn < last ? endsOn : last },
    centihours: sum(months.map((month) => month.paidCentihours)),
    invoiceCents: null,
    earmark,
    realised,
    description: null,
    evidence: [],
  };
}

function claimOfPurchase({ from, to, seller, ...line }: PurchaseLine, at: string): ProposedClaim {
  const realised = sellerAsParty(seller);
  return { at, kind: 'PURCHASE', placementId: null, period: { from, to }, centihours: null, realised, ...line };
}

function claimOfActivity({ day, ...line }: ActivityLine, at: string): ProposedClaim {
  return { at, kind: 'ACTIVITY', placementId: null, period: { from: day, to: day }, invoiceCents: null, ...line };
}

const sellerAsParty = (seller: PurchaseLine['seller']): RealisingParty => ({ by: 'SOCIAL_ENTERPRISE', ...seller });

/** The months in which the placement does not run. */
function monthViolations(
  { placementId, months }: PlacementLine,
  { placements, quarter }: LineContext,
  at: string,
): Violation[] {
  const placement = placements.get(placementId);
  return months.flatMap(({ month }, index) =>
    placement && !runsIn(placement, month) && monthsOfQuarter(quarter).includes(month)
      ? [{ ...claimOutsidePlacement(), field: `${at}/months/${index}/month` }]
      : [],
  );
}

/** Whether the placement has a day in the month. */
export function runsIn({ startsOn, endsOn }: Pick<Placement, 'startsOn' | 'endsOn'>, month: Month): boolean {
  return monthOf(startsOn) <= month && (endsOn === null || month <= monthOf(endsOn));
}

const monthOf = (day: LocalDate): Month => day.slice(0, 7);

function purchaseLineViolations(line: PurchaseLine, context: LineContext, at: string): Violation[] {
  const { block, from, to, seller } = line;
  return [
    ...within(`${at}/block`, blockViolations(context.table, block, 'PURCHASE')),
    ...(from > to ? [{ ...claimBackwards(), field: `${at}/to` }] : []),
    ...(from <= to && !contains(daysOfQuarter(context.quarter), { from, to }) ? [outsideQuarter(`${at}/from`)] : []),
    ...realisedViolations('PURCHASE', sellerAsParty(seller), `${at}/seller`),
    ...declaredViolations(line.evidence, 'PURCHASE', context, at),
  ];
}

function activityLineViolations(line: ActivityLine, context: LineContext, at: string): Violation[] {
  const { block, day, realised } = line;
  return [
    ...within(`${at}/block`, blockViolations(context.table, block, 'ACTIVITY')),
    ...(quarterStart(day) === context.quarter ? [] : [outsideQuarter(`${at}/day`)]),
    ...realisedViolations('ACTIVITY', realised, `${at}/realised`),
    ...declaredViolations(line.evidence, 'ACTIVITY', context, at),
  ];
}

const within = (field: string, violations: readonly Violation[]): Violation[] =>
  violations.map((violation) => ({ ...violation, field }));

const declaredViolations = (
  evidence: readonly EvidenceDeclaration[],
  kind: ClaimKind,
  { evidenceTypes, today }: LineContext,
  at: string,
): Violation[] =>
  evidence.flatMap((item, index) => evidenceViolations(item, kind, evidenceTypes, today, `${at}/evidence/${index}`));
