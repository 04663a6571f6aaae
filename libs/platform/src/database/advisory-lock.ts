import { Client } from 'pg';

/**
 * A connection of its own for work that only one process at a time may do. A lock of PostgreSQL is held by a connection and
 * goes with it, so that whoever dies lets go; a machine that vanishes is noticed within two minutes.
 */
export async function connectToHold(databaseUrl: string): Promise<Client> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'social-return-lock',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    query_timeout: 60_000,
    statement_timeout: 60_000,
    options: '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=6 -c jit=off',
  });
  // Heard by the next statement on it as well; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Does `work` while no other process holds the lock `key`; waits for it, at most as long as a statement may take. */
export async function whileHolding<T>(
  databaseUrl: string,
  key: number,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = await connectToHold(databaseUrl);
  try {
    await client.query('select pg_advisory_lock($1)', [key]);
    return await work(client);
  } finally {
    // The end of the connection lets go of the lock.
    await client.end().catch(() => undefined);
  }
}

/** Does `work` if no other process holds the lock `key`, and lets go of it afterwards; null when somebody holds it. */
export async function ifFree<T>(client: Client, key: number, work: () => Promise<T>): Promise<T | null> {
  const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [key]);
  if (rows[0]?.free !== true) return null;
  try {
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [key]);
  }
}
