import type { Centihours, LocalDate, Period } from '@sr/kernel';
import type { Reader } from '@sr/platform';
import type { HoursOver } from '../domain/check-claim';
import type { EvidenceVerdict } from '../domain/evidence';

/** A claim of hours of which is asked what is known besides. */
export interface HoursToCheck {
  readonly placementId: string;
  readonly candidate: string;
  readonly block: string;
  readonly period: Period;
  /** The claim itself when it is there already: it is not held against itself. */
  readonly claimId: string | null;
}

/** What the claims that are there say of a claim of hours. */
export interface HoursKnown {
  /** The candidate's hours in the same days, over all placements of the supplier, that wait or were accepted. */
  readonly otherHours: readonly HoursOver[];
  /** The candidate's hours in the same block that were counted, and those that wait for a decision. */
  readonly counted: bigint;
  readonly waiting: bigint;
  /** The claim before, for the same placement. */
  readonly before: HoursOver | null;
  readonly evidence: readonly { readonly validUntil: LocalDate | null; readonly verdict: EvidenceVerdict | null }[];
}

interface Row {
  readonly others: readonly JsonHours[] | null;
  readonly counted: string | null;
  readonly waiting: string | null;
  readonly before: JsonHours | null;
  readonly evidence: HoursKnown['evidence'] | null;
}
interface JsonHours {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly centihours: Centihours;
}

const HOURS = `jsonb_build_object('from', c.period_from, 'to', c.period_to,
                                  'centihours', coalesce(c.accepted_centihours, c.centihours))`;

/**
 * What is known besides of each of these claims of hours of one supplier, in their order, in one statement. It finds
 * rows of the supplier only, as far as the tables' policies show them.
 */
export async function hoursKnown(
  reader: Reader,
  supplierKvkNumber: string,
  claims: readonly HoursToCheck[],
): Promise<HoursKnown[]> {
  if (claims.length === 0) return [];
  const rows = await reader.query<Row>(
    `select
       (select jsonb_agg(${HOURS}) from placements.placement p join placements.claim c on c.placement_id = p.id
        where p.supplier_kvk_number = $1 and p.candidate = k.candidate and c.status in ('CLAIMED', 'ACCEPTED')
          and c.period_from <= k.last_day and c.period_to >= k.first_day and c.id is distinct from k.claim_id) as others,
       (select u.centihours from placements.counted u
        where u.supplier_kvk_number = $1 and u.candidate = k.candidate and u.block = k.block) as counted,
       (select sum(c.centihours) from placements.placement p join placements.claim c on c.placement_id = p.id
        where p.supplier_kvk_number = $1 and p.candidate = k.candidate and c.block = k.block and c.status = 'CLAIMED'
          and c.id is distinct from k.claim_id) as waiting,
       (select ${HOURS} from placements.claim c
        where c.placement_id = k.placement_id and c.status in ('CLAIMED', 'ACCEPTED') and c.period_to < k.first_day
        order by c.period_from desc limit 1) as before,
       (select jsonb_agg(jsonb_build_object('validUntil', e.valid_until, 'verdict', e.verdict))
        from placements.evidence e where e.placement_id = k.placement_id) as evidence
     from unnest($2::uuid[], $3::text[], $4::text[], $5::date[], $6::date[], $7::uuid[]) with ordinality
       as k (placement_id, candidate, block, first_day, last_day, claim_id, place)
     order by k.place`,
    [
      supplierKvkNumber,
      claims.map((claim) => claim.placementId),
      claims.map((claim) => claim.candidate),
      claims.map((claim) => claim.block),
      claims.map((claim) => claim.period.from),
      claims.map((claim) => claim.period.to),
      claims.map((claim) => claim.claimId),
    ],
  );
  return rows.map(({ others, counted, waiting, before, evidence }) => ({
    otherHours: (others ?? []).map(toHours),
    counted: BigInt(counted ?? 0),
    waiting: BigInt(waiting ?? 0),
    before: before ? toHours(before) : null,
    evidence: evidence ?? [],
  }));
}

const toHours = ({ from, to, centihours }: JsonHours): HoursOver => ({ period: { from, to }, centihours });
