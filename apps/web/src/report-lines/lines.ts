import type { Answer } from '../api/client';

// The lines of a report, from how the API shows them to how it takes them, and the line that corrects a refused claim.
// Reports write lines; the page of a refused claim adds one. So both use this.

export type ReportBody = Answer<'WriteReportLinesBody'>;
export type PurchaseLine = Answer<'PurchaseLineBody'>;
export type ActivityLine = Answer<'ActivityLineBody'>;
export type ReportLines = Omit<ReportBody, 'version'>;
type LineAnswer = Answer<'ReportLineAnswer'>;
type ClaimAnswer = Answer<'ClaimAnswer'>;

/** All lines of a report as they are written. A report that shows no lines has none for the reader. */
export function linesOf({ lines }: Pick<Answer<'ReportAnswer'>, 'lines'>): ReportLines {
  const of = (kind: LineAnswer['kind']) => (lines ?? []).filter((line) => line.kind === kind);
  return {
    placements: of('PLACEMENT').flatMap(({ placementId, earmark, months }) =>
      placementId === null ? [] : [{ placementId, earmark, months }],
    ),
    purchases: of('PURCHASE').map(asPurchase),
    activities: of('ACTIVITY').map(asActivity),
  };
}

/** What a purchase or activity says, whether it stands on a line or became a claim. */
type Said = Pick<
  LineAnswer,
  'block' | 'from' | 'to' | 'centihours' | 'invoiceCents' | 'earmark' | 'realised' | 'description' | 'evidence'
>;

function asPurchase(line: Said): PurchaseLine {
  const { block, from, to, invoiceCents, realised, earmark, description } = line;
  const seller = { kvkNumber: realised?.kvkNumber ?? '', name: realised?.name ?? '' };
  const evidence = declared(line);
  return { block, from, to, invoiceCents: invoiceCents ?? 0, seller, earmark, description, evidence };
}

function asActivity(line: Said): ActivityLine {
  const { block, from, centihours, realised, earmark, description } = line;
  const evidence = declared(line);
  return {
    block,
    day: from,
    centihours: centihours ?? 0,
    ...(realised && { realised }),
    earmark,
    description,
    evidence,
  };
}

/** Only what a line takes: of a claim, evidence also carries its verdict. */
const declared = ({ evidence }: Said) =>
  evidence.map(({ type, seenOn, validUntil }) => ({ type, seenOn, validUntil: validUntil ?? null }));

/** Where a line stands among the parts of a report. */
export interface LinePlace {
  readonly part: keyof ReportLines;
  /** The id of the placement, or the index of a purchase or activity. */
  readonly line: string;
}

/**
 * The lines with one for `claim` added, as it was claimed before, and where it stands. Hours of a placement that has a
 * line already are left as they are: somebody began to correct it.
 * @param source the line of the report that made the claim, for its hours month by month; undefined when it came without
 */
export function withCorrection(
  lines: ReportLines,
  claim: ClaimAnswer,
  source: Pick<LineAnswer, 'months'> | undefined,
): { readonly lines: ReportLines; readonly place: LinePlace } {
  if (claim.kind === 'PURCHASE') {
    const purchases = [...lines.purchases, asPurchase(claim)];
    return { lines: { ...lines, purchases }, place: { part: 'purchases', line: String(purchases.length - 1) } };
  }
  if (claim.kind === 'ACTIVITY') {
    const activities = [...lines.activities, asActivity(claim)];
    return { lines: { ...lines, activities }, place: { part: 'activities', line: String(activities.length - 1) } };
  }
  const placementId = claim.placementId ?? '';
  const place = { part: 'placements', line: placementId } as const;
  if (lines.placements.some((line) => line.placementId === placementId)) return { lines, place };
  const months = source?.months ?? [{ month: claim.from.slice(0, 7), paidCentihours: claim.centihours ?? 0 }];
  const line = { placementId, earmark: claim.earmark, months };
  return { lines: { ...lines, placements: [...lines.placements, line] }, place };
}
