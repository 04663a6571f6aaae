import type { Page } from '@sr/platform';
import { blockLabel } from '../belonging';
import type { ClaimFile, ClaimInList, ClaimListFilter } from '../claims.service';
import { quarterCode, quarterOfCode } from '../domain/quarter';
import type { ClaimAnswer, ClaimListQuery, ClaimPage, ClaimSummary } from './claims.dto';
import { toExtension } from './extension.mapping';
import { nameOf, namesOf, toEvidence, toPlacement } from './placements.mapping';
import { toOnBehalf } from './on-behalf.mapping';

export function toClaimFilter(query: ClaimListQuery): ClaimListFilter {
  const { planId, supplierKvkNumber, status, quarter, kind, overdue, hasWarnings } = query;
  const first = quarter === undefined ? undefined : quarterOfCode(quarter);
  return { planId, supplierKvkNumber, status, kind, overdue, hasWarnings, quarter: first };
}

export const toClaimPage = ({ items, next }: Page<ClaimInList>): ClaimPage => ({
  items: items.map(toClaimSummary),
  next,
});

function toClaimSummary({ claim, placement, valueCents, answerDaysLate, belongsTo, names }: ClaimInList): ClaimSummary {
  const { id, number, ref, planId, supplierKvkNumber, kind, block, periodFrom, periodTo } = claim;
  const { centihours, invoiceCents, status, submittedAt, answerDueOn, warnings } = claim;
  return {
    id,
    number,
    ref,
    planId,
    supplierKvkNumber,
    ...namesOf(belongsTo),
    kind,
    placementId: placement?.id ?? null,
    placementRef: placement?.ref ?? null,
    candidate: placement?.candidate ?? null,
    block,
    blockLabel: blockLabel(belongsTo, block),
    quarter: quarterCode(periodFrom),
    from: periodFrom,
    to: periodTo,
    centihours,
    invoiceCents,
    valueCents,
    status,
    submittedAt,
    answerDueOn,
    answerDaysLate,
    warnings,
    onBehalf: toOnBehalf(claim, claim.submittedBy, names),
  };
}

export function toClaim(file: ClaimFile): ClaimAnswer {
  const { claim, placement, belongsTo, report, earmark, evidence, steps, extensions, names } = file;
  return {
    ...toClaimSummary(file),
    placement: placement ? toPlacement({ placement, belongsTo }) : null,
    reportId: claim.reportId,
    reportNumber: report?.number ?? null,
    earmark,
    realised: claim.realised,
    description: claim.description,
    submittedBy: nameOf(names, claim.submittedBy),
    decidedBy: nameOf(names, claim.decidedBy),
    decidedAt: claim.decidedAt,
    acceptedCentihours: claim.acceptedCentihours,
    acceptedInvoiceCents: claim.acceptedInvoiceCents,
    decisionReason: claim.decisionReason,
    steps,
    countedCentihours: claim.countedCentihours,
    jobCentihours: claim.jobCentihours,
    reversedBy: nameOf(names, claim.reversedBy),
    reversedAt: claim.reversedAt,
    reversalReason: claim.reversalReason,
    evidence: evidence.map((item) => toEvidence(item, names)),
    extensions: extensions.map((extension) => toExtension(extension, names)),
  };
}
