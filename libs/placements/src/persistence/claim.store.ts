import type { LocalDate } from '@sr/kernel';
import {
  keyAfter,
  pageOf,
  refuseOn,
  rowsToRead,
  toExact,
  type Page,
  type PageQuery,
  type Reader,
  type Tx,
} from '@sr/platform';
import type { SelectQueryBuilder } from 'typeorm';
import type { Claim, ClaimStatus } from '../domain/claim';
import type { ClaimKind } from '../domain/claim-kind';
import { claimOverlaps } from '../domain/placement';
import { refTaken } from '../placements.errors';
import { claimSchema } from './placement.schema';
import { inScope } from './scope';

/** What a list of claims is narrowed to. */
export interface ClaimFilter {
  readonly planId?: string | undefined;
  readonly supplierKvkNumber?: string | undefined;
  readonly status?: ClaimStatus | undefined;
  /** The first day of the quarter in which the claim lies. */
  readonly quarter?: LocalDate | undefined;
  readonly kind?: ClaimKind | undefined;
  /** Only those that wait for an answer that was due before this day. */
  readonly overdueOn?: LocalDate | undefined;
  readonly hasWarnings?: boolean | undefined;
}

/** The next numbers of claims, in order. */
export async function takeClaimNumbers(tx: Tx, count: number): Promise<number[]> {
  const rows = await tx.query<{ number: string }>(
    `select nextval('placements.claim_number_seq') as number from generate_series(1, $1::int)`,
    [count],
  );
  return rows.map(({ number }) => toExact(number));
}

export async function insertClaims(tx: Tx, claims: readonly Claim[]): Promise<void> {
  const [first] = claims;
  if (!first) return;
  const breaches = { claim_ref_once: refTaken('claim', first.ref), claim_days_once: claimOverlaps() };
  const rows = claims.map(({ warnings, onBehalfWriters, ...claim }) => ({
    ...claim,
    warnings: [...warnings],
    onBehalfWriters: [...onBehalfWriters],
  }));
  await refuseOn(breaches, () => tx.manager.insert(claimSchema, rows));
}

export function claimByRef(reader: Reader, supplierKvkNumber: string, ref: string): Promise<Claim | null> {
  return claims(reader)
    .andWhere('claim.supplierKvkNumber = :supplierKvkNumber and claim.ref = :ref', { supplierKvkNumber, ref })
    .getOne();
}

export function claimsById(reader: Reader, ids: readonly string[]): Promise<Claim[]> {
  return claimsWithIds(reader, ids).getMany();
}

/** The claims with these ids, held: until the transaction ends nobody else can decide on them. */
export function holdClaims(tx: Tx, ids: readonly string[]): Promise<Claim[]> {
  return claimsWithIds(tx, ids).orderBy('claim.id').setLock('pessimistic_write').getMany();
}

/** The claims that a report made, in the order of its lines. */
export function claimsOfReport(reader: Reader, reportId: string): Promise<Claim[]> {
  return claims(reader).andWhere('claim.reportId = :reportId', { reportId }).orderBy('claim.number').getMany();
}

/** A page of claims, the oldest answer that is due first. */
export async function listClaims(reader: Reader, filter: ClaimFilter, page: PageQuery): Promise<Page<Claim>> {
  const query = claims(reader);
  const { planId, supplierKvkNumber, status, quarter, kind, overdueOn, hasWarnings } = filter;
  if (planId !== undefined) query.andWhere('claim.planId = :planId', { planId });
  if (supplierKvkNumber !== undefined) {
    query.andWhere('claim.supplierKvkNumber = :supplierKvkNumber', { supplierKvkNumber });
  }
  if (status !== undefined) query.andWhere('claim.status = :status', { status });
  if (kind !== undefined) query.andWhere('claim.kind = :kind', { kind });
  if (quarter !== undefined) {
    query.andWhere(
      `claim.periodFrom >= cast(:quarter as date) and claim.periodFrom < cast(:quarter as date) + interval '3 months'`,
      { quarter },
    );
  }
  if (overdueOn !== undefined) {
    query.andWhere(`claim.status = 'CLAIMED' and claim.answerDueOn < :overdueOn`, { overdueOn });
  }
  if (hasWarnings !== undefined) query.andWhere(`(claim.warnings <> '[]') = :hasWarnings`, { hasWarnings });
  const after = keyAfter(page, 'day', 'whole');
  if (after)
    query.andWhere('(claim.answerDueOn, claim.number) > (cast(:day as date), cast(:last as bigint))', {
      day: after[0],
      last: after[1],
    });
  const rows = await query.orderBy('claim.answerDueOn').addOrderBy('claim.number').limit(rowsToRead(page)).getMany();
  return pageOf(rows, page, ({ answerDueOn, number }) => [answerDueOn, number]);
}

/** Of each of these placements, the days of the claims that wait or were accepted. */
export async function claimedPeriods(
  reader: Reader,
  placementIds: readonly string[],
): Promise<Map<string, { from: LocalDate; to: LocalDate }[]>> {
  const rows = await claims(reader)
    .select(['claim.id', 'claim.placementId', 'claim.periodFrom', 'claim.periodTo'])
    .andWhere(`claim.placementId = any (:placementIds) and claim.status in ('CLAIMED', 'ACCEPTED')`, { placementIds })
    .orderBy('claim.periodFrom')
    .getMany();
  const periods = new Map<string, { from: LocalDate; to: LocalDate }[]>();
  for (const { placementId, periodFrom: from, periodTo: to } of rows) {
    const id = placementId ?? '';
    periods.set(id, [...(periods.get(id) ?? []), { from, to }]);
  }
  return periods;
}

/** What a decision writes on a claim. */
export type DecidedClaim = Pick<
  Claim,
  | 'id'
  | 'status'
  | 'acceptedCentihours'
  | 'acceptedInvoiceCents'
  | 'decisionReason'
  | 'valueCents'
  | 'countedCentihours'
  | 'jobCentihours'
  | 'usedBefore'
  | 'registerIndicated'
>;

/** Writes decisions on many claims in one statement. */
export async function writeDecisions(
  tx: Tx,
  decidedBy: string,
  decidedAt: Date,
  decided: readonly DecidedClaim[],
): Promise<void> {
  await tx.query(
    `update placements.claim c
     set status = d.status, decided_by = $1, decided_at = $2, accepted_centihours = d.accepted_centihours,
         accepted_invoice_cents = d.accepted_invoice_cents, decision_reason = d.decision_reason,
         value_cents = d.value_cents, counted_centihours = d.counted_centihours, job_centihours = d.job_centihours,
         used_before = d.used_before, register_indicated = d.register_indicated
     from unnest($3::uuid[], $4::text[], $5::bigint[], $6::bigint[], $7::text[], $8::bigint[], $9::bigint[], $10::bigint[],
                 $11::bigint[], $12::boolean[])
       as d (id, status, accepted_centihours, accepted_invoice_cents, decision_reason, value_cents, counted_centihours,
             job_centihours, used_before, register_indicated)
     where c.id = d.id`,
    [
      decidedBy,
      decidedAt,
      decided.map((claim) => claim.id),
      decided.map((claim) => claim.status),
      decided.map((claim) => claim.acceptedCentihours),
      decided.map((claim) => claim.acceptedInvoiceCents),
      decided.map((claim) => claim.decisionReason),
      decided.map((claim) => claim.valueCents),
      decided.map((claim) => claim.countedCentihours),
      decided.map((claim) => claim.jobCentihours),
      decided.map((claim) => claim.usedBefore),
      decided.map((claim) => claim.registerIndicated),
    ],
  );
}

export async function writeReversal(tx: Tx, id: string, by: string, at: Date, reason: string): Promise<void> {
  await tx.manager.update(
    claimSchema,
    { id },
    { status: 'REVERSED', reversedBy: by, reversedAt: at, reversalReason: reason },
  );
}

export async function writeAnswerDue(tx: Tx, id: string, answerDueOn: LocalDate): Promise<void> {
  await tx.manager.update(claimSchema, { id }, { answerDueOn });
}

const claims = (reader: Reader): SelectQueryBuilder<Claim> =>
  inScope(reader.manager.createQueryBuilder(claimSchema, 'claim'), reader.scope);

const claimsWithIds = (reader: Reader, ids: readonly string[]): SelectQueryBuilder<Claim> =>
  claims(reader).andWhere('claim.id = any (:ids)', { ids: [...new Set(ids)] });
