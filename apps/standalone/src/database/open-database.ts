import { resolve } from 'node:path';
import { Client } from 'pg';
import type { Env } from '../../../../config/env';
import { whyNotReach } from '../../../../config/migrate';
import { createProductDatabase, startEmbeddedPostgres, type EmbeddedPostgres } from '../postgres/embedded-postgres';
import { projectFolder } from './project';

/** A database that is there, migrated or not. */
export interface OpenDatabase {
  readonly applicationUrl: string;
  /** The owner's address, for migrations; null when only the application's is known. */
  readonly ownerUrl: string | null;
  /** For people: which database this is. */
  readonly where: string;
  /** The server that came with the product, or null when another server is used. */
  readonly server: EmbeddedPostgres | null;
}

/** The database that the environment names, or else the one that comes with the product, started if it was not. */
export async function openDatabase(env: Env): Promise<OpenDatabase> {
  const { DATABASE_URL, DATABASE_OWNER_URL } = env;
  if (DATABASE_URL !== undefined) {
    await assertReachable('DATABASE_URL', DATABASE_URL);
    if (DATABASE_OWNER_URL !== undefined) await assertReachable('DATABASE_OWNER_URL', DATABASE_OWNER_URL);
    const { host, pathname } = new URL(DATABASE_URL);
    return {
      applicationUrl: DATABASE_URL,
      ownerUrl: DATABASE_OWNER_URL ?? null,
      where: `${host}${pathname}`,
      server: null,
    };
  }
  if (DATABASE_OWNER_URL !== undefined) {
    throw new Error('DATABASE_URL: is required when DATABASE_OWNER_URL is set.');
  }
  const server = await startEmbeddedPostgres({
    dataFolder: resolve(projectFolder, env.DATA_FOLDER, 'postgres'),
    durable: true,
  });
  const { appUrl, ownerUrl } = await createProductDatabase(server, 'social_return');
  return { applicationUrl: appUrl, ownerUrl, where: server.dataFolder, server };
}

async function assertReachable(variable: string, url: string): Promise<void> {
  const reason = await whyNotReach(variable, url);
  if (reason !== null) throw new Error(reason);
}

/** Any number, the same in every process: whoever holds it runs the product on this database. */
const ONE_PRODUCT_LOCK = 130_000_000;
const NAME = 'social-return at';

/**
 * Takes the database for this process, for as long as the connection lasts: a process that was killed lets go by
 * itself. Throws an Error that says where, when another process has it.
 * @param onLost told when the connection ends without us: the database is gone
 */
export async function takeDatabase(
  applicationUrl: string,
  address: string,
  onLost: () => void,
): Promise<() => Promise<void>> {
  const name = `${NAME} ${address} (process ${process.pid})`;
  const client = new Client({ connectionString: applicationUrl, application_name: name, keepAlive: true });
  let letGo = false;
  client.on('error', () => undefined);
  client.on('end', () => {
    if (!letGo) onLost();
  });
  await client.connect();
  const release = async (): Promise<void> => {
    letGo = true;
    await client.end().catch(() => undefined);
  };
  const taken = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [ONE_PRODUCT_LOCK]);
  if (taken.rows[0]?.taken === true) return release;

  const holder = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and application_name like $1 limit 1`,
    [`${NAME} %`],
  );
  await release();
  throw new Error(
    `The product runs already: ${holder.rows[0]?.name ?? 'another process has the database'}. Stop that one first.`,
  );
}
