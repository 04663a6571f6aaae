import { randomUUID } from 'node:crypto';
import type { Actor, Period } from '@sr/kernel';
import { addWorkingDays, type Clock } from '@sr/platform';
import type { Claim } from './domain/claim';
import { ANSWER_TERM_WORKING_DAYS } from './domain/terms';

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
> & { readonly period: Period };

/** A claim that waits from now on, with the day on which its answer is due. */
export function newClaim(actor: Actor, clock: Clock, { period, ...claim }: ClaimToMake): Claim {
  const { number, ref, planId, supplierKvkNumber, kind, block, placementId, centihours, invoiceCents } = claim;
  const { earmarkId, reportId, realised, description, warnings } = claim;
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
    answerDueOn: addWorkingDays(clock.today(), ANSWER_TERM_WORKING_DAYS),
    status: 'CLAIMED',
    submittedBy: actor.id,
    submittedAt: clock.now(),
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
