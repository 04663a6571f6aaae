import { Client, Query, type Connection } from 'pg';
import { migrate } from '../../config/migrate';
import { createProductDatabase, type PostgresAccess } from '../../apps/standalone/src/postgres/embedded-postgres';
import { openProduct } from '../../apps/standalone/src/product/product';
import { principalCodes, principals, REFERENCE_DATA, regions } from '../../apps/standalone/src/product/reference-data';
import type { Totals } from './book';
import { TABLE } from './draw';
import { CONTRACTS_PER_SUPPLIER, DECIDER, Portfolio, type PortfolioSize } from './portfolio';
import type { TableRows } from './rows';

/** A database with a portfolio in it. */
export interface LoadedPortfolio {
  readonly name: string;
  readonly applicationUrl: string;
  readonly contracts: number;
  readonly totals: Totals;
  readonly waiting: readonly (readonly string[])[];
  readonly seconds: number;
  readonly bytes: number;
}

/** Makes a database and fills it with a portfolio; `progress` hears what goes on. */
export async function loadPortfolio(
  server: PostgresAccess,
  name: string,
  size: PortfolioSize,
  progress: (what: string) => void = () => undefined,
): Promise<LoadedPortfolio> {
  const startedAt = performance.now();
  const { ownerUrl, appUrl } = await createProductDatabase(server, name);
  await migrate(ownerUrl, appUrl);
  await loadReferenceData(appUrl);

  const admin = await connect(server.adminUrl(name));
  try {
    const pinned = await admin.query<{ id: string }>('update valuation.value_table set pinned_at = now() returning id');
    const portfolio = new Portfolio(size, pinned.rows[0]?.id ?? '', principalCodes);
    const indexes = await dropIndexes(admin);
    await copyAll(server.adminUrl(name), portfolio, (done) =>
      progress(`${portfolio.totals.claims} claims, ${portfolio.totals.entries} entries (${Math.floor(done * 100)}%)`),
    );
    progress('indexes');
    for (const index of indexes) await admin.query(index);
    await setSequences(admin);
    await fillStates(admin);
    progress('vacuum analyze');
    await admin.query('vacuum (analyze)');
    await admin.query('checkpoint');
    const { rows } = await admin.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes');
    return {
      name,
      applicationUrl: appUrl,
      contracts: size.suppliers * CONTRACTS_PER_SUPPLIER,
      totals: portfolio.totals,
      waiting: portfolio.waiting,
      seconds: (performance.now() - startedAt) / 1000,
      bytes: Number(rows[0]?.bytes),
    };
  } finally {
    await admin.end();
  }
}

async function loadReferenceData(applicationUrl: string): Promise<void> {
  const product = await openProduct(applicationUrl);
  try {
    await product.identity.loadReferenceData(REFERENCE_DATA, principals, regions);
    await product.valuation.register(DECIDER, TABLE);
  } finally {
    await product.close();
  }
}

/** Sends every table down a connection of its own, while the next piece is being made. */
async function copyAll(url: string, portfolio: Portfolio, progress: (done: number) => void): Promise<void> {
  const connections = new Map<string, Client>();
  const connectionFor = async (table: string): Promise<Client> => {
    const known = connections.get(table);
    if (known) return known;
    const client = await connect(url);
    connections.set(table, client);
    // Neither triggers nor foreign keys: the rows are those that they would have let through, and kept. Checks hold.
    await client.query('set session_replication_role = replica');
    await client.query('begin');
    return client;
  };
  const send = async (rows: TableRows): Promise<void> => copy(await connectionFor(rows.table), rows);
  try {
    let sent: Promise<unknown> = Promise.resolve();
    for (const { rows, done } of portfolio.pieces()) {
      await sent;
      sent = Promise.all(rows.map(send));
      progress(done);
      // The generator never waits: without this the socket would get no turn while the next piece is made.
      await new Promise((resolve) => setImmediate(resolve));
    }
    await sent;
    for (const client of connections.values()) await client.query('commit');
  } finally {
    for (const client of connections.values()) await client.end();
  }
}

/** The part of a connection that `COPY ... FROM STDIN` needs and that its types leave out. */
interface CopyConnection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** `COPY ... FROM STDIN` with its data at hand: a query that answers the server's question for it. */
class Copy extends Query {
  constructor(
    text: string,
    private readonly data: Buffer,
    done: (error?: Error | null) => void,
  ) {
    super(text, done);
  }

  handleCopyInResponse(connection: Connection & CopyConnection): void {
    connection.sendCopyFromChunk(this.data);
    connection.endCopyFrom();
  }
}

function copy(client: Client, { table, columns, lines }: TableRows): Promise<void> {
  return new Promise((resolve, reject) => {
    const text = `copy ${table} (${columns.join(', ')}) from stdin`;
    client.query(new Copy(text, Buffer.from(`${lines.join('\n')}\n`), (error) => (error ? reject(error) : resolve())));
  });
}

/**
 * Drops what makes loading slow: the indexes of the large tables, unless a foreign key leans on them.
 * @returns the statements that make them again
 */
async function dropIndexes(admin: Client): Promise<string[]> {
  const { rows } = await admin.query<{ drop: string; make: string }>(`
    select case when c.oid is null then format('drop index %s', i.indexrelid::regclass)
                else format('alter table %s drop constraint %I', i.indrelid::regclass, c.conname) end as drop,
           case when c.oid is null then pg_get_indexdef(i.indexrelid)
                else format('alter table %s add constraint %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
                end as make
    from pg_index i join pg_class t on t.oid = i.indexrelid left join pg_constraint c on c.conindid = i.indexrelid
      and c.conrelid = i.indrelid
    where t.relnamespace in ('placements'::regnamespace, 'allocation'::regnamespace) and not i.indisprimary`);
  for (const { drop } of rows) await admin.query(drop);
  return rows.map(({ make }) => make);
}

/** What a trigger keeps on a contract, which COPY did not wake. */
async function fillStates(admin: Client): Promise<void> {
  await admin.query(
    `update contracts.contract c
     set amount_cents = o.amount_cents, state = case when o.settled_on is null then 'OPEN' else 'SETTLED' end
     from contracts.obligation o where o.contract_id = c.id`,
  );
}

async function setSequences(admin: Client): Promise<void> {
  for (const table of ['contracts.revision', 'allocation.acceptance', 'allocation.entry']) {
    await admin.query(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`);
  }
}

/** A bare connection. */
export async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  // When the server is stopped under us, the statement that runs fails; a connection that rests must not end us first.
  client.on('error', () => undefined);
  await client.connect();
  // By hand too, somebody asks: row-level security shows nothing to nobody.
  await client.query(`select set_config('app.scope', '{"everything": true}', false)`);
  return client;
}

/** What the database says of the same sums that the generator kept: every difference, in words. */
export async function spotCheck(adminUrl: string, totals: Totals): Promise<string[]> {
  const client = await connect(adminUrl);
  try {
    const { rows } = await client.query<Record<string, string>>(`
      select (select count(*) from placements.claim) as claims,
             (select count(*) from allocation.acceptance) as acceptances,
             (select count(*) from allocation.acceptance where reversed_at is not null) as reversals,
             (select count(*) from allocation.entry) as entries,
             (select count(*) from contracts.revision) as revisions,
             (select sum(value_cents) from placements.claim where status = 'ACCEPTED') as value,
             (select sum(cents) from allocation.entry where obligation_id is not null) as entered,
             (select sum(centihours) from allocation.entry where obligation_id is not null) as "enteredHours",
             (select sum(cents) from allocation.entry where obligation_id is null) as surplus,
             (select sum(allocated_cents) from allocation.account) as allocated,
             (select sum(centihours) from allocation.account) as "allocatedHours",
             (select sum(cents) from allocation.obligation_quarter) as quarters,
             (select sum(formal_centihours + hired_in_centihours) from allocation.obligation_quarter) as "quarterHours",
             (select sum(cents) from allocation.surplus_quarter) as "surplusQuarters",
             (select sum(cents) from allocation.position) as positions`);
    const { onObligations, onSurplus } = totals;
    const expected: Record<string, bigint> = {
      claims: BigInt(totals.claims),
      acceptances: BigInt(totals.acceptances),
      reversals: BigInt(totals.reversals),
      entries: BigInt(totals.entries),
      revisions: BigInt(totals.revisions),
      value: onObligations.cents + onSurplus.cents,
      entered: onObligations.cents,
      enteredHours: onObligations.centihours,
      surplus: onSurplus.cents,
      allocated: onObligations.cents,
      allocatedHours: onObligations.centihours,
      quarters: onObligations.cents,
      quarterHours: onObligations.centihours,
      surplusQuarters: onSurplus.cents,
      positions: onObligations.cents + onSurplus.cents,
    };
    return Object.entries(expected)
      .filter(([name, sum]) => BigInt(rows[0]?.[name] ?? -1) !== sum)
      .map(([name, sum]) => `${name}: ${rows[0]?.[name] ?? 'nothing'} in the database, ${sum} made`);
  } finally {
    await client.end();
  }
}
