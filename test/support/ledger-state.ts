import { THE_PRODUCT } from '@sr/kernel';
import type { Product } from '../../apps/standalone/src/product/product';

/** Everything that the product keeps of one supplier, by its names instead of its ids, so that it can be compared. */
export interface LedgerState {
  readonly obligations: readonly {
    number: string;
    amountCents: number;
    settledOn: string | null;
    revisions: number;
    plan: string | null;
    memberships: number;
    /** Of the account in the ledger; null when the ledger has not seen the obligation yet. */
    accountCents: number | null;
    accountSettledOn: string | null;
    allocatedCents: number | null;
    centihours: number | null;
  }[];
  readonly surplus: readonly { plan: string; quarter: string; cents: number; centihours: number }[];
  readonly quarters: readonly { number: string; quarter: string; cents: number; centihours: number }[];
  readonly claims: readonly {
    ref: string;
    status: string;
    valueCents: number | null;
    countedCentihours: number | null;
    jobCentihours: number | null;
    acceptedCentihours: number | null;
    acceptedInvoiceCents: number | null;
  }[];
  /** In the order of acceptance and then of the numbers; `number` null is the surplus. */
  readonly entries: readonly {
    ref: string;
    number: string | null;
    cents: number;
    centihours: number;
    reason: string;
  }[];
  /** In the same order. */
  readonly positions: readonly { ref: string; number: string | null; cents: number; centihours: number }[];
  readonly counted: readonly { candidate: string; block: string; centihours: number }[];
  readonly dayValues: readonly { block: string; day: string; cents: number }[];
  /** How often each action on something of this supplier stands in the audit trail. */
  readonly audit: Readonly<Record<string, number>>;
  /** How often each event about something of this supplier stands in the outbox. */
  readonly outbox: Readonly<Record<string, number>>;
}

const list = (row: string, from: string, order: string): string =>
  `(select coalesce(jsonb_agg(jsonb_build_object(${row}) order by ${order}), '[]') from ${from})`;
const counts = (name: string, from: string): string =>
  `(select coalesce(jsonb_object_agg(name, times), '{}')
    from (select ${name} as name, count(*) as times from ${from} group by 1) t)`;

const STATE = `
  with supplier_group as (select group_id as id from identity.supplier where kvk_number = $1),
  contract as (
    -- Tests put the supplier's number before the contract's, since that is unique in the whole product.
    select id, regexp_replace(number, '^[0-9]{8}/', '') as number from contracts.contract where supplier_kvk_number = $1),
  plan as (select id, name from plans.plan where supplier_group_id in (select id from supplier_group)),
  claim as (select * from placements.claim where supplier_kvk_number = $1),
  acceptance as (select a.id, c.ref from allocation.acceptance a join claim c on c.id = a.claim_id),
  subject as (
    select id::text from contract union all select id::text from plan union all select id::text from claim
    union all select id::text from placements.placement where supplier_kvk_number = $1)
  select jsonb_build_object(
    'obligations', ${list(
      `'number', c.number, 'amountCents', o.amount_cents, 'settledOn', o.settled_on,
       'revisions', (select count(*) from contracts.revision r where r.contract_id = c.id),
       'plan', (select p.name from plans.membership m join plan p on p.id = m.plan_id
                where m.obligation_id = c.id and m.left_at is null),
       'memberships', (select count(*) from plans.membership m where m.obligation_id = c.id),
       'accountCents', a.amount_cents, 'accountSettledOn', a.settled_on, 'allocatedCents', a.allocated_cents,
       'centihours', a.centihours`,
      `contract c join contracts.obligation o on o.contract_id = c.id
       left join allocation.account a on a.obligation_id = c.id`,
      'c.number',
    )},
    'surplus', ${list(
      `'plan', p.name, 'quarter', q.quarter, 'cents', q.cents, 'centihours', q.centihours`,
      'allocation.surplus_quarter q join plan p on p.id = q.plan_id',
      'p.name, q.quarter',
    )},
    'quarters', ${list(
      `'number', c.number, 'quarter', q.quarter, 'cents', q.cents, 'centihours', q.centihours`,
      'allocation.obligation_quarter q join contract c on c.id = q.obligation_id',
      'c.number, q.quarter',
    )},
    'claims', ${list(
      `'ref', ref, 'status', status, 'valueCents', value_cents, 'countedCentihours', counted_centihours,
       'jobCentihours', job_centihours, 'acceptedCentihours', accepted_centihours,
       'acceptedInvoiceCents', accepted_invoice_cents`,
      'claim',
      'ref',
    )},
    'entries', ${list(
      `'ref', a.ref, 'number', c.number, 'cents', e.cents, 'centihours', e.centihours, 'reason', e.reason`,
      'allocation.entry e join acceptance a on a.id = e.acceptance_id left join contract c on c.id = e.obligation_id',
      'a.id, c.number, e.reason, e.cents, e.centihours',
    )},
    'positions', ${list(
      `'ref', a.ref, 'number', c.number, 'cents', p.cents, 'centihours', p.centihours`,
      'allocation.position p join acceptance a on a.id = p.acceptance_id left join contract c on c.id = p.obligation_id',
      'a.id, c.number',
    )},
    'counted', ${list(
      `'candidate', candidate, 'block', block, 'centihours', centihours`,
      'placements.counted where supplier_kvk_number = $1',
      'candidate, block',
    )},
    'dayValues', ${list(
      `'block', block, 'day', day, 'cents', cents`,
      'placements.day_value where supplier_kvk_number = $1',
      'block, day',
    )},
    'audit', ${counts('action', 'platform.audit where subject_id in (select id from subject)')},
    'outbox', ${counts(
      'type',
      `platform.outbox where exists (select from subject where position(subject.id in payload::text) > 0)`,
    )}
  ) as state`;

/** What stands in the database of a supplier now, on one snapshot. */
export async function ledgerState(product: Product, kvkNumber: string): Promise<LedgerState> {
  const [row] = await product.db.read(THE_PRODUCT, (reader) =>
    reader.query<{ state: LedgerState }>(STATE, [kvkNumber]),
  );
  if (!row) throw new Error(`there is no state of ${kvkNumber}`);
  return row.state;
}
