import { InvariantBroken, type LocalDate, type Period } from '@sr/kernel';
import type { AcceptedClaim } from '@sr/placements';
import { toExact, type Reader, type Tx } from '@sr/platform';
import type { Entry, Position } from '../domain/ledger';

/** How many positions are read at a time: an event reads on only as long as it still moves cents. */
const PAGE = 500;

/** Holds the ledger of these supplier groups until the transaction ends: one writer at a time. */
export async function holdBooks(tx: Tx, supplierGroupIds: readonly string[]): Promise<void> {
  const ids = [...new Set(supplierGroupIds)].sort();
  await tx.query(`insert into allocation.book (supplier_group_id) select unnest($1::uuid[]) on conflict do nothing`, [
    ids,
  ]);
  await tx.query(
    `select from allocation.book where supplier_group_id = any ($1::uuid[]) order by supplier_group_id for update`,
    [ids],
  );
}

/** What an account is opened with. */
export interface AccountOpening {
  readonly obligationId: string;
  readonly principalCode: string;
  readonly awardedOn: LocalDate;
  readonly settledOn: LocalDate | null;
  readonly amountCents: number;
}

/** Opens the accounts that are not open yet. */
export async function openAccounts(tx: Tx, accounts: readonly AccountOpening[]): Promise<void> {
  await tx.query(
    `insert into allocation.account (obligation_id, principal_code, awarded_on, settled_on, amount_cents)
     select * from unnest($1::uuid[], $2::text[], $3::date[], $4::date[], $5::bigint[]) on conflict do nothing`,
    [
      accounts.map((account) => account.obligationId),
      accounts.map((account) => account.principalCode),
      accounts.map((account) => account.awardedOn),
      accounts.map((account) => account.settledOn),
      accounts.map((account) => account.amountCents),
    ],
  );
}

/** The running balance of an obligation. */
export interface Balance {
  readonly obligationId: string;
  readonly amountCents: number;
  readonly allocatedCents: number;
  readonly centihours: number;
}

/** The balances of these obligations, by id; an obligation whose account is not open yet is not in the answer. */
export async function balancesOf(reader: Reader, obligationIds: readonly string[]): Promise<Map<string, Balance>> {
  const rows = await reader.query<Record<keyof Balance, string>>(
    `select obligation_id as "obligationId", amount_cents as "amountCents", allocated_cents as "allocatedCents", centihours
     from allocation.account where obligation_id = any ($1::uuid[])`,
    [obligationIds],
  );
  return new Map(
    rows.map(({ obligationId, amountCents, allocatedCents, centihours }) => [
      obligationId,
      {
        obligationId,
        amountCents: toExact(amountCents),
        allocatedCents: toExact(allocatedCents),
        centihours: toExact(centihours),
      },
    ]),
  );
}

/** The surplus of each of these plans; a plan without surplus is not in the answer. */
export async function surplusOf(
  reader: Reader,
  planIds: readonly string[],
): Promise<Map<string, { cents: number; centihours: number }>> {
  const rows = await reader.query<{ planId: string; cents: string; centihours: string }>(
    `select plan_id as "planId", sum(cents) as cents, sum(centihours) as centihours from allocation.surplus_quarter
     where plan_id = any ($1::uuid[]) group by plan_id`,
    [planIds],
  );
  return new Map(rows.map((row) => [row.planId, { cents: toExact(row.cents), centihours: toExact(row.centihours) }]));
}

export async function setAccountAmount(tx: Tx, obligationId: string, amountCents: number): Promise<void> {
  await tx.query('update allocation.account set amount_cents = $2 where obligation_id = $1', [
    obligationId,
    amountCents,
  ]);
}

export async function setAccountSettled(tx: Tx, obligationId: string, settledOn: LocalDate): Promise<void> {
  await tx.query('update allocation.account set settled_on = $2 where obligation_id = $1', [obligationId, settledOn]);
}

/**
 * Records acceptances in the order given, which is the order of acceptance; answers each claim with its number. What
 * tells of a candidate goes in the same statement to the table that keeps it apart.
 */
export async function insertAcceptances(
  tx: Tx,
  claims: readonly AcceptedClaim[],
  at: Date,
): Promise<{ acceptanceId: number; claim: AcceptedClaim }[]> {
  if (claims.length === 0) return [];
  const rows = await tx.query<{ id: string; claimId: string }>(
    `with claim as materialized (
       select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::uuid[], $6::bigint[], $7::bigint[],
                            $8::date[], $9::date[], $10::text[], $11::boolean[], $12::uuid[], $13::text[], $14::text[])
         with ordinality
         as claim (claim_id, claim_number, claim_kind, supplier_kvk_number, plan_id, value_cents, job_centihours,
                   period_from, period_to, employment_form, register_indicated, person_id, block, region, place)
     ), added as (
       insert into allocation.acceptance
         (claim_id, claim_number, claim_kind, supplier_kvk_number, plan_id, value_cents, job_centihours, period_from,
          period_to, employment_form, register_indicated, recorded_at)
       select claim_id, claim_number, claim_kind, supplier_kvk_number, plan_id, value_cents, job_centihours, period_from,
              period_to, employment_form, register_indicated, $15
       from claim order by place
       returning id, claim_id
     ), people as (
       insert into allocation.acceptance_person (acceptance_id, person_id, block, region)
       select added.id, claim.person_id, claim.block, claim.region
       from added join claim on claim.claim_id = added.claim_id where claim.person_id is not null
     )
     select id, claim_id as "claimId" from added`,
    [
      claims.map((claim) => claim.claimId),
      claims.map((claim) => claim.claimNumber),
      claims.map((claim) => claim.kind),
      claims.map((claim) => claim.supplierKvkNumber),
      claims.map((claim) => claim.planId),
      claims.map((claim) => claim.valueCents),
      claims.map((claim) => claim.jobCentihours),
      claims.map((claim) => claim.period.from),
      claims.map((claim) => claim.period.to),
      claims.map((claim) => claim.employmentForm),
      claims.map((claim) => claim.registerIndicated),
      claims.map((claim) => claim.personId),
      claims.map((claim) => claim.block),
      claims.map((claim) => claim.region),
      at,
    ],
  );
  const ids = new Map(rows.map((row) => [row.claimId, toExact(row.id)]));
  return claims.map((claim) => {
    const acceptanceId = ids.get(claim.claimId);
    if (acceptanceId === undefined) throw new InvariantBroken('acceptance', `claim ${claim.claimId} was not accepted`);
    return { acceptanceId, claim };
  });
}

/** Marks the acceptance of a claim as reversed and answers its number. */
export async function reverseAcceptance(tx: Tx, claimId: string, at: Date): Promise<number> {
  const rows = await tx.query<{ id: string }>(
    'update allocation.acceptance set reversed_at = $2 where claim_id = $1 and reversed_at is null returning id',
    [claimId, at],
  );
  const [row] = rows;
  if (!row) throw new InvariantBroken('acceptance', `claim ${claimId} was not accepted, or is reversed already`);
  return toExact(row.id);
}

/** Adds entries. The database keeps every balance in the same statement, and refuses what breaks A1, A2 or A3. */
export async function appendEntries(tx: Tx, entries: readonly Entry[], at: Date): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(
    `insert into allocation.entry
       (acceptance_id, plan_id, obligation_id, cents, centihours, reason, period_to, employment_form, register_indicated, recorded_at)
     select e.acceptance_id, e.plan_id, e.obligation_id, e.cents, e.centihours, e.reason, a.period_to, a.employment_form,
            a.register_indicated, $7
     from unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[], $6::text[]) with ordinality
       as e (acceptance_id, plan_id, obligation_id, cents, centihours, reason, place)
     join allocation.acceptance a on a.id = e.acceptance_id
     order by e.place`,
    [
      entries.map((entry) => entry.acceptanceId),
      entries.map((entry) => entry.planId),
      entries.map((entry) => entry.obligationId),
      entries.map((entry) => entry.cents),
      entries.map((entry) => entry.centihours),
      entries.map((entry) => entry.reason),
      at,
    ],
  );
}

interface PositionRow {
  readonly acceptanceId: string;
  readonly planId: string;
  readonly obligationId: string | null;
  readonly cents: string;
  readonly centihours: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const POSITION = `
  select p.acceptance_id as "acceptanceId", p.plan_id as "planId", p.obligation_id as "obligationId", p.cents, p.centihours,
         a.period_from as "from", a.period_to as "to"
  from allocation.position p join allocation.acceptance a on a.id = p.acceptance_id`;

const toPosition = ({ acceptanceId, planId, obligationId, cents, centihours, from, to }: PositionRow): Position => ({
  acceptanceId: toExact(acceptanceId),
  planId,
  obligationId,
  period: { from, to },
  cents: toExact(cents),
  centihours: toExact(centihours),
});

/** Where an accepted claim stands. */
export async function positionsOfClaim(tx: Tx, acceptanceId: number): Promise<Position[]> {
  const rows = await tx.query<PositionRow>(`${POSITION} where p.acceptance_id = $1`, [acceptanceId]);
  return rows.map(toPosition);
}

/** The newest positions with cents on an obligation, newest first, until they hold `cents` together. */
export async function newestPositions(tx: Tx, obligationId: string, cents: number): Promise<Position[]> {
  const found: Position[] = [];
  let held = 0;
  for (let more = true; more && held < cents;) {
    const before = found.at(-1)?.acceptanceId ?? Number.MAX_SAFE_INTEGER;
    const rows = await tx.query<PositionRow>(
      `${POSITION} where p.obligation_id = $1 and p.cents > 0 and p.acceptance_id < $2 order by p.acceptance_id desc limit ${PAGE}`,
      [obligationId, before],
    );
    for (const position of rows.map(toPosition)) {
      found.push(position);
      held += position.cents;
    }
    more = rows.length === PAGE;
  }
  return found;
}

/**
 * A page of the positions with cents on a plan's surplus, in order of acceptance after `after`, as far as their claim
 * has a day in common with one of the terms. An empty page is the end.
 */
export async function surplusPage(
  reader: Reader,
  planId: string,
  terms: readonly Period[],
  after: number,
): Promise<Position[]> {
  const rows = await reader.query<PositionRow>(
    `${POSITION} where p.plan_id = $1 and p.obligation_id is null and p.cents > 0 and p.acceptance_id > $2
       and exists (select from unnest($3::date[], $4::date[]) as term (first, last)
                   where a.period_from <= term.last and a.period_to >= term.first)
     order by p.acceptance_id limit ${PAGE}`,
    [planId, after, terms.map((term) => term.from), terms.map((term) => term.to)],
  );
  return rows.map(toPosition);
}
