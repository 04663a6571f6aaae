import { Client } from 'pg';
import { ownerDatabase } from './data-source';
import { migrations } from './tables';

/** The role that the migrations grant to; the application's login is a member of it. */
const APPLICATION_ROLE = 'sr_app';

/** Any number, the same everywhere: whoever migrates a database holds it, and who comes meanwhile waits. */
const MIGRATION_LOCK = 17_672_256;

/**
 * Brings the database at `ownerUrl` up to date, as its owner, and lets the login of `applicationUrl` use it.
 * @returns the names of the migrations that ran; empty when there was nothing to do.
 */
export async function migrate(ownerUrl: string, applicationUrl: string): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    // Held until the client ends, however that comes about.
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await grantApplicationRole(client, decodeURIComponent(new URL(applicationUrl).username));
    return runMigrations(ownerUrl);
  });
}

async function runMigrations(ownerUrl: string): Promise<string[]> {
  const source = ownerDatabase(ownerUrl);
  await source.initialize();
  try {
    const ran = await source.runMigrations();
    await source.query(`grant select on schema_migration to ${APPLICATION_ROLE}`);
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** Takes every table of the product away again, with all that is in them. */
export async function unmake(ownerUrl: string): Promise<void> {
  const source = ownerDatabase(ownerUrl);
  await source.initialize();
  try {
    const ran = await source.query<unknown[]>('select 1 from schema_migration');
    for (const _migration of ran) await source.undoLastMigration({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

/** Why the database at `url`, which the environment gives as `variable`, cannot be reached; null when it can. */
export async function whyNotReach(variable: string, url: string): Promise<string | null> {
  try {
    await withClient(url, (client) => client.query('select 1'));
    return null;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return `${variable}: the database cannot be reached (${message || (code ?? 'no answer')}).`;
  }
}

/** Why the application cannot serve from this database: plain sentences, none when it can. */
export async function whyNotServe(applicationUrl: string): Promise<string[]> {
  const unreachable = await whyNotReach('DATABASE_URL', applicationUrl);
  if (unreachable !== null) return [unreachable];
  return withClient(applicationUrl, async (client) => {
    const reasons: string[] = [];
    const role = await client.query<{ super: boolean; bypass: boolean; owns: string | null }>(
      `select rolsuper as super, rolbypassrls as bypass,
              (select string_agg(distinct c.relnamespace::regnamespace::text, ', ') from pg_class c
               where c.relowner = r.oid and c.relkind in ('r', 'p')) as owns
       from pg_roles r where rolname = current_user`,
    );
    const { super: isSuper, bypass, owns } = role.rows[0] ?? { super: false, bypass: false, owns: null };
    if (isSuper || bypass)
      reasons.push('DATABASE_URL: its role bypasses row security; use a role without superuser and BYPASSRLS.');
    if (owns !== null)
      reasons.push(`DATABASE_URL: its role owns tables (in ${owns}); use another role than the owner's.`);
    const missing = await missingMigrations(client);
    if (missing > 0) {
      reasons.push(
        `DATABASE_OWNER_URL: ${missing} migrations have not run; set it to the owner's address so that they can.`,
      );
    }
    return reasons;
  });
}

/**
 * Why the accounts of the demo cannot be offered on this database: it was not made by the demo, so that anybody could
 * sign in to real data. Null when they can.
 */
export async function whyNotDemo(applicationUrl: string): Promise<string | null> {
  return withClient(applicationUrl, async (client) => {
    const made = await client.query(`select 1 from platform.property where name = 'demo'`);
    return made.rows.length > 0
      ? null
      : 'DEMO: this database was not made by the example, so nobody may sign in to it without proof; set DEMO to off.';
  });
}

async function missingMigrations(client: Client): Promise<number> {
  const known = await client.query<{ known: string | null }>(`select to_regclass('platform.audit') as known`);
  if (known.rows[0]?.known === null) return migrations.length;
  const done = await client.query<{ name: string }>('select name from schema_migration');
  const names = new Set(done.rows.map((row) => row.name));
  return migrations.filter((migration) => !names.has(migration.name)).length;
}

async function grantApplicationRole(owner: Client, login: string): Promise<void> {
  // Roles belong to the whole server, so another database's migration may make it at this very moment.
  await owner.query(`do $$ begin create role ${APPLICATION_ROLE} nologin; exception
    when duplicate_object or unique_violation then null; end $$`);
  const member = await owner.query(`select pg_has_role($1, '${APPLICATION_ROLE}', 'member') as member`, [login]);
  if ((member.rows as { member: boolean }[])[0]?.member !== true) {
    await owner.query(`grant ${APPLICATION_ROLE} to ${owner.escapeIdentifier(login)}`);
  }
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
