import type { LocalDate, Period } from '@sr/kernel';
import { MOST_LOOKED_AT, inOneLook, toExact, type Reader } from '@sr/platform';
import { asked, type PlansAsked } from './waiting.store';

/** The kind of evidence of which a purchase needs a new one: it is of the seller, whose papers end. */
const CERTIFICATE = 'SOCIAL_ENTERPRISE_CERTIFICATE';

/** A placement whose last day is near. */
export interface EndingPlacement {
  readonly placementId: string;
  readonly ref: string;
  readonly planId: string;
  readonly supplierKvkNumber: string;
  readonly endsOn: LocalDate;
}

/**
 * The placements whose last day is in a period, the first to end first. Without those of whom the supplier has a later
 * placement: by the reference of the candidate, beginning later and not ending sooner.
 */
export async function endingPlacements(reader: Reader, plans: PlansAsked, within: Period): Promise<EndingPlacement[]> {
  const parameters: unknown[] = [within.from, within.to];
  const inScope = asked(plans, reader.scope, parameters);
  const rows = await reader.query<EndingPlacement>(
    `select w.id as "placementId", w.ref, w.plan_id as "planId", w.supplier_kvk_number as "supplierKvkNumber",
            w.ends_on as "endsOn"
     from placements.placement w join plans.plan p on p.id = w.plan_id
     where w.ends_on between $1::date and $2::date and p.state <> 'ENDED' and ${inScope}
       and not exists (select from placements.placement n
                       where n.supplier_kvk_number = w.supplier_kvk_number and n.candidate = w.candidate
                         and n.id <> w.id and n.starts_on > w.starts_on and (n.ends_on is null or n.ends_on > w.ends_on))
     order by w.ends_on, w.id limit ${MOST_LOOKED_AT}`,
    parameters,
  );
  return inOneLook(reader, rows);
}

/** Declared evidence that ends, of a running placement or of a seller. */
export interface EndingEvidence {
  /** One of the two is there: the placement, or the last purchase that the certificate was declared with. */
  readonly placementId: string | null;
  readonly claimId: string | null;
  /** The reference of the placement, or the name of the seller. */
  readonly name: string | null;
  readonly planId: string;
  readonly supplierKvkNumber: string;
  /** How many kinds of evidence end. */
  readonly count: number;
  /** The first last day. */
  readonly validUntil: LocalDate;
}

/**
 * The placements that run on `today` and on after it, of which evidence ends in a period and nothing of the same kind was
 * declared that holds longer; the first to end first.
 */
export function endingEvidence(
  reader: Reader,
  plans: PlansAsked,
  within: Period,
  today: LocalDate,
): Promise<EndingEvidence[]> {
  const parameters: unknown[] = [within.from, within.to, today];
  const inScope = asked(plans, reader.scope, parameters);
  return counted(
    reader,
    `select w.id as "placementId", null as "claimId", w.ref as name, w.plan_id as "planId",
            w.supplier_kvk_number as "supplierKvkNumber", count(distinct e.type) as count, min(e.valid_until) as "validUntil"
     from placements.evidence e
     join placements.placement w on w.id = e.placement_id
     join plans.plan p on p.id = w.plan_id
     where e.valid_until between $1::date and $2::date and e.verdict is distinct from 'INSUFFICIENT'
       and w.starts_on <= $3::date and (w.ends_on is null or w.ends_on >= $3::date and w.ends_on > e.valid_until)
       and p.state <> 'ENDED' and ${inScope}
       and not exists (select from placements.evidence n
                       where n.placement_id = e.placement_id and n.type = e.type
                         and n.verdict is distinct from 'INSUFFICIENT'
                         and (n.valid_until is null or n.valid_until > e.valid_until))
     group by w.id order by "validUntil", w.id limit ${MOST_LOOKED_AT}`,
    parameters,
  );
}

/**
 * The certificates of social enterprises that end in a period, in approved plans: of each seller the last one, unless it
 * was declared anew with a later purchase. The first to end first.
 */
export function endingCertificates(reader: Reader, plans: PlansAsked, within: Period): Promise<EndingEvidence[]> {
  const parameters: unknown[] = [within.from, within.to];
  const inScope = asked(plans, reader.scope, parameters);
  return counted(
    reader,
    `select * from (
       select distinct on (c.plan_id, c.supplier_kvk_number, c.realised ->> 'kvkNumber')
              null as "placementId", c.id as "claimId", c.realised ->> 'name' as name, c.plan_id as "planId",
              c.supplier_kvk_number as "supplierKvkNumber", 1 as count, e.valid_until as "validUntil"
       from placements.evidence e
       join placements.claim c on c.id = e.claim_id
       join plans.plan p on p.id = c.plan_id
       where e.valid_until between $1::date and $2::date and e.type = '${CERTIFICATE}'
         and e.verdict is distinct from 'INSUFFICIENT' and p.state = 'APPROVED' and ${inScope}
         and not exists (select from placements.claim o join placements.evidence n on n.claim_id = o.id
                         where o.plan_id = c.plan_id and o.supplier_kvk_number = c.supplier_kvk_number
                           and o.realised ->> 'kvkNumber' is not distinct from c.realised ->> 'kvkNumber'
                           and n.type = e.type and n.verdict is distinct from 'INSUFFICIENT'
                           and (n.valid_until is null or n.valid_until > e.valid_until))
       order by c.plan_id, c.supplier_kvk_number, c.realised ->> 'kvkNumber', e.valid_until desc, c.number desc
     ) ending
     order by "validUntil", "claimId" limit ${MOST_LOOKED_AT}`,
    parameters,
  );
}

async function counted(reader: Reader, query: string, parameters: unknown[]): Promise<EndingEvidence[]> {
  const rows = await reader.query<EndingEvidence & { readonly count: string }>(query, parameters);
  return inOneLook(reader, rows).map((row) => ({ ...row, count: toExact(row.count) }));
}
