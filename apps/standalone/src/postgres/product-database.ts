import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { passwordsOf } from './cluster';
import { type PostgresAccess, urlOf } from './server';

const DUPLICATE_DATABASE = ['42P04', '23505'];
const IN_USE = '55006';

/**
 * Makes sure of a database with its two login roles: `sr_owner`, who migrates and may make roles, and `sr_app_login`,
 * who may do nothing but connect until a migration grants it more. Safe to repeat, and to call from many processes.
 */
export async function createProductDatabase(
  server: PostgresAccess,
  database: string,
  options: { template?: string } = {},
): Promise<{ ownerUrl: string; appUrl: string }> {
  await asAdmin(server, async (admin) => {
    await ensureRoles(admin, server);
    await ensureDatabase(admin, database, options.template);
    const name = escapeIdentifier(database);
    // Two at once would change one row of the server's catalogue; the lock ends with the connection.
    await admin.query(`select pg_advisory_lock(hashtext('social-return-tracker grants'))`);
    await admin.query(`revoke all on database ${name} from public; grant connect on database ${name} to sr_app_login`);
  });
  return { ownerUrl: urlOf(server, 'sr_owner', database), appUrl: urlOf(server, 'sr_app_login', database) };
}

/** Removes a database, together with the connections that are still on it. */
export async function dropDatabase(server: PostgresAccess, database: string): Promise<void> {
  await asAdmin(server, (admin) => admin.query(`drop database if exists ${escapeIdentifier(database)} with (force)`));
}

async function asAdmin(server: PostgresAccess, work: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = new Client({ connectionString: server.adminUrl() });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

async function ensureRoles(admin: Client, server: PostgresAccess): Promise<void> {
  const passwords = passwordsOf(server.dataFolder);
  const password = (role: 'sr_owner' | 'sr_app_login'): string => escapeLiteral(passwords[role]);
  // One transaction under one lock, for roles belong to the whole server and `create role` knows no `if not exists`.
  await admin.query('begin');
  await admin.query(`select pg_advisory_xact_lock(hashtext('social-return-tracker roles'))`);
  const { rows } = await admin.query<{ rolname: string }>(`select rolname from pg_roles where rolname like 'sr\\_%'`);
  const missing = (role: string): boolean => !rows.some((row) => row.rolname === role);
  const plain = 'nosuperuser nobypassrls nocreatedb noreplication';
  if (missing('sr_owner')) {
    await admin.query(`create role sr_owner login ${plain} createrole password ${password('sr_owner')}`);
    await admin.query('revoke all on database postgres, template1 from public');
  }
  if (missing('sr_app_login')) {
    await admin.query(`create role sr_app_login login ${plain} nocreaterole password ${password('sr_app_login')}`);
  }
  await admin.query('commit');
}

async function ensureDatabase(admin: Client, database: string, template = 'template1'): Promise<void> {
  const create = `create database ${escapeIdentifier(database)} owner sr_owner template ${escapeIdentifier(template)}`;
  const end = Date.now() + 20_000;
  for (;;) {
    try {
      const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [database]);
      if (!rowCount) await admin.query(create);
      return;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (DUPLICATE_DATABASE.includes(code)) return;
      // A template cannot be copied while somebody is connected to it; a connection that closes is gone in a moment.
      if (code !== IN_USE || Date.now() > end) throw error;
      await sleep(100);
    }
  }
}
