import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { createProductDatabase, dropDatabase, postgresAt } from '../../apps/standalone/src/postgres/embedded-postgres';
import { openProduct, type Product } from '../../apps/standalone/src/product/product';
import { loadReferenceData } from '../../apps/standalone/src/product/reference-data';
import { migrate } from '../../config/migrate';

const TEMPLATE = 'sr_template';
/** Any number, the same in every worker: whoever has it makes the template. */
const TEMPLATE_LOCK = 3_051_977;

/** The product on a database of its own, and the doors to that database. */
export interface TestProduct extends Product {
  /** The application's role. */
  readonly applicationUrl: string;
  /** The owner of the tables. */
  readonly ownerUrl: string;
  /** The superuser: for looking on and for cutting connections. */
  readonly adminUrl: string;
  /** Another connection of the product on the same database, as a second process has. */
  again(): Promise<Product>;
}

const server = () =>
  postgresAt(JSON.parse(process.env['SR_TEST_POSTGRES'] ?? '{}') as Parameters<typeof postgresAt>[0]);

/** A product with reference data and nothing else, on a copy of the migrated template. Close it after the test. */
export async function testProduct(): Promise<TestProduct> {
  await ensureTemplate();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const { ownerUrl, appUrl } = await createProductDatabase(server(), name, { template: TEMPLATE });
  const product = await openProduct(appUrl);
  const more: Product[] = [];
  return {
    ...product,
    applicationUrl: appUrl,
    ownerUrl,
    adminUrl: server().adminUrl(name),
    again: async () => {
      const other = await openProduct(appUrl);
      more.push(other);
      return other;
    },
    close: async () => {
      for (const each of [product, ...more]) await each.close();
      await dropDatabase(server(), name);
    },
  };
}

/** An empty database, not even migrated. */
export async function emptyDatabase(): Promise<{
  ownerUrl: string;
  appUrl: string;
  adminUrl: string;
  drop(): Promise<void>;
}> {
  const name = `empty_${randomBytes(6).toString('hex')}`;
  const urls = await createProductDatabase(server(), name);
  return { ...urls, adminUrl: server().adminUrl(name), drop: () => dropDatabase(server(), name) };
}

/** Runs statements on a connection of their own and answers the rows of the last. */
export async function sql<Row extends object>(
  url: string,
  statement: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query<Row>(statement, parameters);
    return result.rows;
  } finally {
    await client.end();
  }
}

async function ensureTemplate(): Promise<void> {
  const admin = new Client({ connectionString: server().adminUrl('postgres') });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const known = await admin.query('select from pg_database where datname = $1 and datallowconn', [TEMPLATE]);
    if (known.rowCount) return;
    const { ownerUrl, appUrl } = await createProductDatabase(server(), `${TEMPLATE}_new`);
    await migrate(ownerUrl, appUrl);
    const product = await openProduct(appUrl);
    await loadReferenceData(product);
    await product.close();
    // Under its own name only when it is whole.
    await admin.query(`alter database ${TEMPLATE}_new rename to ${TEMPLATE}`);
  } finally {
    await admin.end();
  }
}
