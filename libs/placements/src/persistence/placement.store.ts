import type { Violation } from '@sr/kernel';
import { refuseOn, type Reader, type Tx } from '@sr/platform';
import { In } from 'typeorm';
import type { Claim } from '../domain/claim';
import { claimOverlaps, type DayKey, type LimitKey, type Placement, type Usage } from '../domain/placement';
import { refTaken } from '../placements.errors';
import { claimSchema, placementSchema } from './placement.schema';

export async function insertPlacement(tx: Tx, placement: Placement): Promise<void> {
  const taken: Record<string, Violation> = { placement_ref_once: refTaken('placement', placement.ref) };
  await refuseOn(taken, () => tx.manager.insert(placementSchema, { ...placement, bonuses: [...placement.bonuses] }));
}

export async function insertClaim(tx: Tx, claim: Claim): Promise<void> {
  const breaches = { claim_ref_once: refTaken('claim', claim.ref), claim_days_once: claimOverlaps() };
  await refuseOn(breaches, () => tx.manager.insert(claimSchema, claim));
}

/** The placement with this id, held: claims on it are submitted one at a time, so each sees the days of the one before. */
export function holdPlacement(tx: Tx, id: string): Promise<Placement | null> {
  return tx.manager.findOne(placementSchema, { where: { id }, lock: { mode: 'for_no_key_update' } });
}

export function placementsById(reader: Reader, ids: readonly string[]): Promise<Placement[]> {
  return reader.manager.findBy(placementSchema, { id: In([...ids]) });
}

export function placementByRef(reader: Reader, supplierKvkNumber: string, ref: string): Promise<Placement | null> {
  return reader.manager.findOneBy(placementSchema, { supplierKvkNumber, ref });
}

export function claimByRef(reader: Reader, supplierKvkNumber: string, ref: string): Promise<Claim | null> {
  return reader.manager.findOneBy(claimSchema, { supplierKvkNumber, ref });
}

export function claimsById(reader: Reader, ids: readonly string[]): Promise<Claim[]> {
  return reader.manager.findBy(claimSchema, { id: In([...new Set(ids)]) });
}

/** The claims with these ids, held: until the transaction ends nobody else can decide on them. */
export function holdClaims(tx: Tx, ids: readonly string[]): Promise<Claim[]> {
  return tx.manager.find(claimSchema, {
    where: { id: In([...new Set(ids)]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
}

/** Whether a claim of the placement that was not rejected or reversed has a day of the period. */
export async function hasOverlap(reader: Reader, placementId: string, from: string, to: string): Promise<boolean> {
  const rows = await reader.query(
    `select 1 from placements.claim
     where placement_id = $1 and status in ('CLAIMED', 'ACCEPTED')
       and daterange(period_from, period_to, '[]') && daterange($2, $3, '[]') limit 1`,
    [placementId, from, to],
  );
  return rows.length > 0;
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
>;

/** Writes decisions on many claims in one statement. */
export async function writeDecisions(
  tx: Tx,
  decidedBy: string,
  decidedAt: Date,
  claims: readonly DecidedClaim[],
): Promise<void> {
  await tx.query(
    `update placements.claim c
     set status = d.status, decided_by = $1, decided_at = $2, accepted_centihours = d.accepted_centihours,
         accepted_invoice_cents = d.accepted_invoice_cents, decision_reason = d.decision_reason,
         value_cents = d.value_cents, counted_centihours = d.counted_centihours, job_centihours = d.job_centihours
     from unnest($3::uuid[], $4::text[], $5::bigint[], $6::bigint[], $7::text[], $8::bigint[], $9::bigint[], $10::bigint[])
       as d (id, status, accepted_centihours, accepted_invoice_cents, decision_reason, value_cents, counted_centihours, job_centihours)
     where c.id = d.id`,
    [
      decidedBy,
      decidedAt,
      claims.map((claim) => claim.id),
      claims.map((claim) => claim.status),
      claims.map((claim) => claim.acceptedCentihours),
      claims.map((claim) => claim.acceptedInvoiceCents),
      claims.map((claim) => claim.decisionReason),
      claims.map((claim) => claim.valueCents),
      claims.map((claim) => claim.countedCentihours),
      claims.map((claim) => claim.jobCentihours),
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

/** Fills `usage` with what was used of these limits and days until now. */
export async function readUsage(
  tx: Tx,
  usage: Usage,
  limits: readonly LimitKey[],
  days: readonly DayKey[],
): Promise<void> {
  if (limits.length > 0) {
    const rows = await tx.query<LimitKey & { centihours: string }>(
      `select u.supplier_kvk_number as "supplierKvkNumber", u.candidate, u.block, u.centihours
       from placements.counted u
       join (select distinct * from unnest($1::text[], $2::text[], $3::text[]) as k (supplier, candidate, block)) k
         on u.supplier_kvk_number = k.supplier and u.candidate = k.candidate and u.block = k.block`,
      [limits.map((key) => key.supplierKvkNumber), limits.map((key) => key.candidate), limits.map((key) => key.block)],
    );
    for (const row of rows) usage.setCounted(row, BigInt(row.centihours));
  }
  if (days.length > 0) {
    const rows = await tx.query<DayKey & { cents: string }>(
      `select u.supplier_kvk_number as "supplierKvkNumber", u.block, u.day, u.cents
       from placements.day_value u
       join (select distinct * from unnest($1::text[], $2::text[], $3::date[]) as k (supplier, block, day)) k
         on u.supplier_kvk_number = k.supplier and u.block = k.block and u.day = k.day`,
      [days.map((key) => key.supplierKvkNumber), days.map((key) => key.block), days.map((key) => key.day)],
    );
    for (const row of rows) usage.setDayValue(row, BigInt(row.cents));
  }
}

/** Adds (or with negative amounts gives back) what decisions used of limits and days. */
export async function addUsage(
  tx: Tx,
  counted: readonly (LimitKey & { centihours: number })[],
  days: readonly (DayKey & { cents: number })[],
): Promise<void> {
  if (counted.length > 0) {
    await tx.query(
      `merge into placements.counted u
       using (select supplier, candidate, block, sum(centihours)::bigint as centihours
              from unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) as k (supplier, candidate, block, centihours)
              group by 1, 2, 3) k
       on u.supplier_kvk_number = k.supplier and u.candidate = k.candidate and u.block = k.block
       when matched then update set centihours = u.centihours + k.centihours
       when not matched then insert values (k.supplier, k.candidate, k.block, k.centihours)`,
      [
        counted.map((key) => key.supplierKvkNumber),
        counted.map((key) => key.candidate),
        counted.map((key) => key.block),
        counted.map((key) => key.centihours),
      ],
    );
  }
  if (days.length > 0) {
    await tx.query(
      `merge into placements.day_value u
       using (select supplier, block, day, sum(cents)::bigint as cents
              from unnest($1::text[], $2::text[], $3::date[], $4::bigint[]) as k (supplier, block, day, cents)
              group by 1, 2, 3) k
       on u.supplier_kvk_number = k.supplier and u.block = k.block and u.day = k.day
       when matched then update set cents = u.cents + k.cents
       when not matched then insert values (k.supplier, k.block, k.day, k.cents)`,
      [
        days.map((key) => key.supplierKvkNumber),
        days.map((key) => key.block),
        days.map((key) => key.day),
        days.map((key) => key.cents),
      ],
    );
  }
}
