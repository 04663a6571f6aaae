import { randomUUID } from 'node:crypto';
import type { Actor, LocalDate, Period } from '@sr/kernel';
import type { Claim } from './domain/claim';
import type { OnBehalf } from './domain/on-behalf';

/** What is known of a claim before it is made. */
export type ClaimToMake = Pick<
  Claim,
  | 'number'
  | 'ref'
  | 'planId'
  | 'supplierKvkNumber'
  | 'kind'
  | 'block'
  | 'placementId'
  | 'centihours'
  | 'invoiceCents'
  | 'earmarkId'
  | 'reportId'
  | 'realised'
  | 'description'
  | 'warnings'
  | keyof OnBehalf
> & { readonly period: Period };

/** A claim that waits from now on, with the day on which its answer is due. */
export function newClaim(
  actor: Actor,
  { now, answerDueOn }: { readonly now: Date; readonly answerDueOn: LocalDate },
  { period, ...claim }: ClaimToMake,
): Claim {
  const { number, ref, planId, supplierKvkNumber, kind, block, placementId, centihours, invoiceCents } = claim;
  const { earmarkId, reportId, realised, description, warnings } = claim;
  const { onBehalfSide, onBehalfReason, onBehalfWriters } = claim;
  return {
    id: randomUUID(),
    number,
    ref,
    planId,
    supplierKvkNumber,
    kind,
    block,
    placementId,
    periodFrom: period.from,
    periodTo: period.to,
    centihours,
    invoiceCents,
    earmarkId,
    reportId,
    realised,
    description,
    warnings,
    onBehalfSide,
    onBehalfReason,
    onBehalfWriters,
    answerDueOn,
    status: 'CLAIMED',
    submittedBy: actor.id,
    submittedAt: now,
    decidedBy: null,
    decidedAt: null,
    decidedOn: null,
    acceptedCentihours: null,
    acceptedInvoiceCents: null,
    decisionReason: null,
    valueCents: null,
    countedCentihours: null,
    jobCentihours: null,
    usedBefore: null,
    registerIndicated: null,
    reversedBy: null,
    reversedAt: null,
    reversedOn: null,
    reversalReason: null,
  };
}
