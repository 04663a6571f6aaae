import type { Db, Reader, Tx } from '../database/db';

/** What the database knows of itself under `name`, or null. */
export async function readProperty(reader: Reader, name: string): Promise<string | null> {
  const rows = await reader.query<{ value: string }>('select value from platform.property where name = $1', [name]);
  return rows[0]?.value ?? null;
}

export async function writeProperty(tx: Tx, name: string, value: string): Promise<void> {
  await tx.query(
    `insert into platform.property (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value`,
    [name, value],
  );
}

const ID = 'id';

/** What tells this database from every other, one that stood in its place before included. Made by who asks first. */
export async function idOfDatabase(db: Db): Promise<string> {
  const rows = await db.ask<{ value: string }>(
    `insert into platform.property as kept (name, value) values ($1, gen_random_uuid()::text)
     on conflict (name) do update set value = kept.value returning value`,
    [ID],
  );
  return rows.map(({ value }) => value).join();
}
