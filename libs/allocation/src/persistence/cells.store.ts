import type { LocalDate } from '@sr/kernel';
import type { Reader } from '@sr/platform';

/** Net job hours, all and of three kinds. */
export interface HoursOfYear {
  readonly centihours: bigint;
  readonly formalCentihours: bigint;
  readonly hiredInCentihours: bigint;
  readonly registerCentihours: bigint;
}

/** What the claims of a year put on one obligation, of one region and one block; purchases and activities have neither. */
export interface LedgerCell extends HoursOfYear {
  readonly obligationId: string;
  readonly claimKind: string;
  readonly region: string | null;
  readonly block: string | null;
  readonly cents: bigint;
}

/** What one person has in such a cell: only where its cents or hours are not 0. The id means nothing outside the product. */
export interface PersonInCell extends HoursOfYear {
  readonly personId: string;
  readonly obligationId: string;
  readonly region: string | null;
  readonly block: string;
}

/** Where claims that end in the year stand now. `$3`, the day, is for the other way of reading. */
const STANDING = `
  select p.obligation_id, a.id, a.claim_kind, a.employment_form, a.register_indicated, p.cents, p.centihours
  from allocation.acceptance a join allocation.position p on p.acceptance_id = a.id
  where a.period_to between $1::date and $2::date and p.obligation_id is not null
    and (p.cents > 0 or p.centihours > 0) and $3::date is not null and p.obligation_id = any ($4::uuid[])`;

/** The same, of the entries that were recorded by the end of a day. */
const RECORDED = `
  select e.obligation_id, a.id, a.claim_kind, a.employment_form, a.register_indicated, e.cents, e.centihours
  from allocation.acceptance a join allocation.entry e on e.acceptance_id = a.id
  where a.period_to between $1::date and $2::date and e.obligation_id is not null and e.recorded_on <= $3::date
    and e.obligation_id = any ($4::uuid[])`;

const HOURS = `
  sum(l.centihours) as centihours,
  coalesce(sum(l.centihours) filter (where l.employment_form = 'FORMAL'), 0) as "formalCentihours",
  coalesce(sum(l.centihours) filter (where l.employment_form = 'HIRED_IN'), 0) as "hiredInCentihours",
  coalesce(sum(l.centihours) filter (where l.register_indicated), 0) as "registerCentihours"`;

type Texts<T> = { [K in keyof T]: T[K] extends bigint ? string : T[K] };

/** The sums of a year's claims on these obligations, by obligation, kind, region and block; with `history` as recorded by `knownOn`. */
export async function ledgerCells(
  reader: Reader,
  year: number,
  knownOn: LocalDate,
  history: boolean,
  obligationIds: readonly string[],
): Promise<LedgerCell[]> {
  const rows = await reader.query<Texts<LedgerCell>>(
    `select l.obligation_id as "obligationId", l.claim_kind as "claimKind", c.region, c.block, sum(l.cents) as cents, ${HOURS}
     from (${history ? RECORDED : STANDING}) l left join allocation.acceptance_person c on c.acceptance_id = l.id
     group by 1, 2, 3, 4 having sum(l.cents) <> 0 or sum(l.centihours) <> 0
     order by 1, 2, 3, 4`,
    [`${year}-01-01`, `${year}-12-31`, knownOn, obligationIds],
  );
  return rows.map((row) => ({ ...row, cents: BigInt(row.cents), ...hoursOf(row) }));
}

/** Who has something on which of these obligations of a year's claims, a row for each person, obligation, region and block. */
export async function peopleInCells(
  reader: Reader,
  year: number,
  knownOn: LocalDate,
  history: boolean,
  obligationIds: readonly string[],
): Promise<PersonInCell[]> {
  const rows = await reader.query<Texts<PersonInCell>>(
    `select c.person_id as "personId", l.obligation_id as "obligationId", c.region, c.block, ${HOURS}
     from (${history ? RECORDED : STANDING}) l join allocation.acceptance_person c on c.acceptance_id = l.id
     group by 1, 2, 3, 4 having sum(l.cents) <> 0 or sum(l.centihours) <> 0
     order by 1, 2, 3, 4`,
    [`${year}-01-01`, `${year}-12-31`, knownOn, obligationIds],
  );
  return rows.map((row) => ({ ...row, ...hoursOf(row) }));
}

function hoursOf(row: Texts<HoursOfYear>): HoursOfYear {
  return {
    centihours: BigInt(row.centihours),
    formalCentihours: BigInt(row.formalCentihours),
    hiredInCentihours: BigInt(row.hiredInCentihours),
    registerCentihours: BigInt(row.registerCentihours),
  };
}
