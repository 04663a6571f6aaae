import type { Reader, Tx } from '@sr/platform';
import { Usage, type DayKey, type LimitKey } from '../domain/placement';

/** Fills `usage` with what was used of these limits and days until now. */
export async function readUsage(
  reader: Reader,
  usage: Usage,
  limits: readonly LimitKey[],
  days: readonly DayKey[],
): Promise<void> {
  if (limits.length > 0) {
    const rows = await reader.query<LimitKey & { centihours: string }>(
      `select u.supplier_kvk_number as "supplierKvkNumber", u.candidate, u.block, u.centihours
       from placements.counted u
       join (select distinct * from unnest($1::text[], $2::text[], $3::text[]) as k (supplier, candidate, block)) k
         on u.supplier_kvk_number = k.supplier and u.candidate = k.candidate and u.block = k.block`,
      [limits.map((key) => key.supplierKvkNumber), limits.map((key) => key.candidate), limits.map((key) => key.block)],
    );
    for (const row of rows) usage.setCounted(row, BigInt(row.centihours));
  }
  if (days.length > 0) {
    const rows = await reader.query<DayKey & { cents: string }>(
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

/** What was counted of a limit. */
export async function countedOf(reader: Reader, key: LimitKey): Promise<bigint> {
  const usage = new Usage();
  await readUsage(reader, usage, [key], []);
  return usage.countedBefore(key);
}
