import type { Cents, LocalDate } from '@sr/kernel';
import { toExact, type Reader } from '@sr/platform';
import type { LateWork, MailedAbout } from '../domain/silence';
import { reminderInScope, signalInScope } from './scope';

/**
 * The work in the reader's sight of which somebody was reminded, whose last day is before `today`, and that the last sweep
 * still found: as it was at the last reminder.
 */
export function lateWork(reader: Reader, today: LocalDate): Promise<LateWork[]> {
  const parameters: unknown[] = [today];
  const scope = reminderInScope(reader.scope, parameters);
  return reader.query(
    `select l.key, l."planId", l."contractId", l.item -> 'waitsFor' ->> 'side' as side,
            l.item -> 'waitsFor' ->> 'principalCode' as "principalCode",
            l.item -> 'waitsFor' ->> 'supplierGroupId' as "supplierGroupId"
     from (
       select distinct on (r.subject) r.subject as key, r.plan_id as "planId", r.contract_id as "contractId", r.item
       from monitoring.reminder r where r.ended_on is null and ${scope}
       order by r.subject, r.id desc
     ) l
     where (l.item ->> 'dueOn')::date < $1::date`,
    parameters,
  );
}

/**
 * Who was mailed about these items (by key), with the day of the first mail that the mail server took. The reader sees
 * everything: of which organisation somebody is decides whether that is silent.
 */
export function mailedAbout(product: Reader, keys: readonly string[]): Promise<MailedAbout[]> {
  return product.query(
    `select r.subject as key, t.person_id as "personId", min(d.day) as day, p.principal_code as "principalCode",
            p.supplier_group_id as "supplierGroupId",
            case p.organisation_kind when 'SUPPLIER_GROUP' then 'SUPPLIER' else p.organisation_kind end as side
     from monitoring.reminder r
     join monitoring.recipient t on t.reminder_id = r.id
     join monitoring.digest d on d.id = t.digest_id and d.state = 'SENT'
     join identity.person p on p.id = t.person_id
     where r.ended_on is null and r.subject = any ($1::text[])
     group by r.subject, t.person_id, p.principal_code, p.supplier_group_id, p.organisation_kind`,
    [keys],
  );
}

/** What is left to fill in a plan, or in a contract. */
export interface Remaining {
  readonly planId: string | null;
  readonly contractId: string | null;
  readonly cents: Cents;
}

/**
 * What is left in these plans and contracts, as far as the reader sees it: of a plan all of it for the network and who sees
 * everything, and for others what is left in the contracts of it that are in sight.
 */
export async function remainingIn(
  reader: Reader,
  { planIds, contractIds }: { readonly planIds: readonly string[]; readonly contractIds: readonly string[] },
  isWhole: boolean,
): Promise<Remaining[]> {
  const parameters: unknown[] = [isWhole, planIds, contractIds];
  const scope = signalInScope(reader.scope, parameters);
  const rows = await reader.query<Omit<Remaining, 'cents'> & { readonly cents: string }>(
    `select s.plan_id as "planId", case s.subject_type when 'CONTRACT' then s.subject_id end as "contractId",
            s.remaining_cents as cents
     from monitoring.signal s
     where ${scope} and (s.subject_type = 'PLAN' and $1::boolean and s.subject_id = any ($2::uuid[])
        or s.subject_type = 'CONTRACT' and not $1::boolean and s.plan_id = any ($2::uuid[])
        or s.subject_type = 'CONTRACT' and s.plan_id is null and s.subject_id = any ($3::uuid[]))`,
    parameters,
  );
  return rows.map((row) => ({ ...row, cents: toExact(row.cents) }));
}
