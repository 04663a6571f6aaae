import type { Violation } from '@sr/kernel';
import type { Page } from '@sr/platform';
import type { Report } from '../domain/report';
import { quarterCode, quarterOfCode } from '../domain/quarter';
import type { ReportLines } from '../domain/report-lines';
import type { ReportFilter } from '../persistence/report.store';
import type { ReportItem, ReportView } from '../report-views';
import type { ReportInList, ReportToOpen } from '../reports.service';
import { toExtension } from './extension.mapping';
import { toOnBehalf } from './on-behalf.mapping';
import { nameOf, namesOf, toDeclaration, toParty } from './placements.mapping';
import type { ReportFault, ReportLineAnswer } from './report-lines.dto';
import type {
  OpenReportBody,
  ReportAnswer,
  ReportListQuery,
  ReportPage,
  ReportSummary,
  WriteReportLinesBody,
} from './reports.dto';

export const toOpen = ({
  planId,
  supplierKvkNumber,
  quarter,
  supplementary = false,
}: OpenReportBody): ReportToOpen => ({
  planId,
  supplierKvkNumber,
  quarter: quarterOfCode(quarter),
  supplementary,
});

export function toReportFilter({ planId, supplierKvkNumber, quarter, state, late }: ReportListQuery): ReportFilter {
  return {
    planId,
    supplierKvkNumber,
    state,
    late,
    quarter: quarter === undefined ? undefined : quarterOfCode(quarter),
  };
}

export const toLines = ({ placements, purchases, activities }: WriteReportLinesBody): ReportLines => ({
  placements: placements.map(({ placementId, earmark = null, months }) => ({
    placementId,
    earmark,
    months: months.map(({ month, paidCentihours }) => ({ month, paidCentihours })),
  })),
  purchases: purchases.map(({ seller, earmark = null, description = null, evidence = [], ...line }) => ({
    ...line,
    seller: { kvkNumber: seller.kvkNumber, name: seller.name },
    earmark,
    description,
    evidence: evidence.map(toDeclaration),
  })),
  activities: activities.map(({ realised, earmark = null, description = null, evidence = [], ...line }) => ({
    ...line,
    realised: toParty(realised ?? { by: 'OWN' }),
    earmark,
    description,
    evidence: evidence.map(toDeclaration),
  })),
});

export const toReportPage = ({ items, next }: Page<ReportInList>): ReportPage => ({
  items: items.map(toSummary),
  next,
});

function toSummary({ report, belongsTo, daysLate, names }: ReportInList): ReportSummary {
  const { id, number, planId, supplierKvkNumber, quarter, sequence } = report;
  const { state, dueOn, nothingToReport, submittedAt, version } = report;
  return {
    id,
    number,
    planId,
    supplierKvkNumber,
    ...namesOf(belongsTo),
    quarter: quarterCode(quarter),
    sequence,
    state,
    dueOn,
    daysLate,
    nothingToReport,
    submittedAt,
    onBehalf: toOnBehalf(report, report.submittedBy ?? report.lastEditedBy, names),
    version,
  };
}

export function toReport(view: ReportView): ReportAnswer {
  const { report, names, extensions, items, faults } = view;
  return {
    ...toSummary(view),
    lastEditedBy: nameOf(names, report.lastEditedBy),
    lastEditedAt: report.lastEditedAt,
    checkedBy: nameOf(names, report.checkedBy),
    checkedAt: report.checkedAt,
    submittedBy: nameOf(names, report.submittedBy),
    extensions: extensions.map((extension) => toExtension(extension, names)),
    lines: items?.map(toLine) ?? null,
    valueCents: items ? totalOf(report, items) : null,
    faults: faults.map(toFault),
  };
}

/** What the lines are worth together; null when it is more than a number keeps exactly, or what they are worth is not told. */
function totalOf({ onBehalfSide }: Report, items: readonly ReportItem[]): number | null {
  if (onBehalfSide === 'PRINCIPAL' && items.some(({ valueCents }) => valueCents === null)) return null;
  const total = items.reduce((sum, item) => sum + BigInt(item.valueCents ?? 0), 0n);
  return total <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(total) : null;
}

function toLine({
  proposed,
  placement,
  blockLabel,
  months,
  claim,
  valueCents,
  steps,
  warnings,
}: ReportItem): ReportLineAnswer {
  const { at, kind, placementId, block, period, centihours, invoiceCents, earmark, realised, description } = proposed;
  return {
    at,
    kind,
    placementId,
    placementRef: placement?.ref ?? null,
    candidate: placement?.candidate ?? null,
    block,
    blockLabel,
    from: period.from,
    to: period.to,
    months,
    centihours,
    invoiceCents,
    earmark,
    realised,
    description,
    evidence: proposed.evidence,
    claimId: claim?.id ?? null,
    claimNumber: claim?.number ?? null,
    claimStatus: claim?.status ?? null,
    valueCents,
    steps,
    warnings,
  };
}

const toFault = ({ field, code, params, message }: Violation): ReportFault => ({
  pointer: field ?? '',
  code,
  params: params ?? {},
  detail: message,
});
