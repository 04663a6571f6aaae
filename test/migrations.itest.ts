import type { DataSource } from 'typeorm';
import { ownerDatabase } from '../config/data-source';
import { migrate, whyNotServe } from '../config/migrate';
import { migrations } from '../config/tables';
import { emptyDatabase, sql, testProduct } from './support/database';

const NAMES = migrations.map(({ name }) => name);

describe('migrations', () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  beforeEach(async () => {
    database = await emptyDatabase();
  });
  afterEach(() => database.drop());

  const up = () => migrate(database.ownerUrl, database.appUrl);

  async function down(times: number): Promise<void> {
    const source = ownerDatabase(database.ownerUrl);
    await source.initialize();
    try {
      for (let time = 0; time < times; time += 1) await source.undoLastMigration();
    } finally {
      await source.destroy();
    }
  }

  /** Everything that the migrations made: as text, so that two databases can be compared. */
  async function made(): Promise<string[]> {
    const own = `n.nspname !~ '^(pg_|information_schema$|public$)'`;
    const rows = await sql<{ thing: string }>(
      database.adminUrl,
      `select 'schema ' || n.nspname || ' ' || coalesce(nspacl::text, '') as thing from pg_namespace n where ${own}
       union all
       select 'table ' || c.oid::regclass || ' ' || coalesce(c.relacl::text, '')
         from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'S') and ${own}
       union all
       select 'column ' || c.oid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' '
              || a.attnotnull || ' ' || coalesce(a.attacl::text, '') || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
         from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
         left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
         where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and ${own}
       union all
       select 'constraint ' || k.conrelid::regclass || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
         from pg_constraint k join pg_namespace n on n.oid = k.connamespace where ${own}
       union all
       select 'index ' || indexdef from pg_indexes join pg_namespace n on n.nspname = schemaname where ${own}
       union all
       select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
         join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and ${own}
       union all
       select 'function ' || pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${own}
       order by 1`,
    );
    return rows.map(({ thing }) => thing);
  }

  it('up, all the way down, and up again: the same as the first time', async () => {
    expect(await made()).toEqual([]);
    expect(await up()).toEqual(NAMES);
    const first = await made();
    expect(first.length).toBeGreaterThan(300);

    await down(migrations.length);
    expect(await made()).toEqual([]);
    expect(await sql(database.ownerUrl, 'select name from schema_migration')).toEqual([]);

    expect(await up()).toEqual(NAMES);
    expect(await made()).toEqual(first);
  });

  it('each can be taken back and done again by itself', async () => {
    await up();
    const whole = await made();
    for (let count = 1; count <= migrations.length; count += 1) {
      await down(count);
      expect(await up()).toEqual(NAMES.slice(-count));
      expect(await made()).toEqual(whole);
    }
  });

  it('a second time there is nothing to do', async () => {
    expect(await up()).toEqual(NAMES);
    const first = await made();
    expect(await up()).toEqual([]);
    expect(await made()).toEqual(first);
  });

  it('three at once: they are done once, and none of the three fails', async () => {
    const ran = await Promise.all([up(), up(), up()]);
    expect(ran.flat()).toEqual(NAMES);
    expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await whyNotServe(database.appUrl)).toEqual([]);
  });

  describe('whether the application can serve from a database', () => {
    const OWNER = 'use another role than the owner’s.'.replace('’', "'");
    const notRun = (count: number) =>
      `DATABASE_OWNER_URL: ${count} migrations have not run; set it to the owner's address so that they can.`;

    it('not before the migrations, and not before the last of them', async () => {
      expect(await whyNotServe(database.appUrl)).toEqual([notRun(migrations.length)]);
      await up();
      expect(await whyNotServe(database.appUrl)).toEqual([]);
      await down(2);
      expect(await whyNotServe(database.appUrl)).toEqual([notRun(2)]);
    });

    it('not as the owner of the tables', async () => {
      await up();
      expect(await whyNotServe(database.ownerUrl)).toEqual([
        'DATABASE_URL: its role owns tables (in allocation, bullmq, contracts, identity, monitoring, placements, plans, ' +
          `platform, public, valuation); ${OWNER}`,
      ]);
    });

    it('not as a superuser', async () => {
      await up();
      expect(await whyNotServe(database.adminUrl)).toEqual([
        'DATABASE_URL: its role bypasses row security; use a role without superuser and BYPASSRLS.',
        `DATABASE_URL: its role owns tables (in information_schema, pg_catalog); ${OWNER}`,
      ]);
    });
  });
});

// Those of the queues are BullMQ's own.
describe('the tables as the code maps them are the tables that there are', () => {
  const TYPES: Record<string, string> = { integer: 'int4', bigint: 'int8', boolean: 'bool' };
  /** Made by the database, and read in our own SQL only. */
  const NOT_MAPPED = ['contracts.contract.recorded_on', 'contracts.revision.recorded_on'];
  /** Written and read in our own SQL only. */
  const WITHOUT_A_SCHEMA = [
    'allocation.acceptance',
    'allocation.acceptance_person',
    'allocation.account',
    'allocation.book',
    'allocation.entry',
    'allocation.obligation_quarter',
    'allocation.position',
    'allocation.surplus_quarter',
    'identity.session',
    'monitoring.demo_mail',
    'monitoring.deviation',
    'monitoring.digest',
    'monitoring.milestone',
    'monitoring.milestone_withdrawal',
    'monitoring.moment',
    'monitoring.recipient',
    'monitoring.reminder',
    'monitoring.signal',
    'monitoring.signal_change',
    'monitoring.stale_address',
    'monitoring.sweep',
    'placements.counted',
    'placements.day_value',
    'platform.audit',
    'platform.outbox',
    'platform.property',
    'platform.request',
  ];

  it('columns, types, keys, and what may be empty', async () => {
    const product = await testProduct();
    const { entityMetadatas } = Reflect.get(product.db, 'source') as DataSource;
    const mapped = entityMetadatas.flatMap(({ schema, tableName, columns }) =>
      columns.map((column) => ({
        name: `${schema}.${tableName}.${column.databaseName}`,
        type: `${column.isArray ? '_' : ''}${TYPES[String(column.type)] ?? String(column.type)}`,
        nullable: column.isNullable,
        key: column.isPrimary,
      })),
    );
    const there = await sql<(typeof mapped)[number]>(
      product.adminUrl,
      `select c.table_schema || '.' || c.table_name || '.' || c.column_name as name, c.udt_name as type,
              c.is_nullable = 'YES' as nullable,
              exists (select from information_schema.key_column_usage k
                      join information_schema.table_constraints t using (constraint_schema, constraint_name)
                      where t.constraint_type = 'PRIMARY KEY' and k.table_schema = c.table_schema
                        and k.table_name = c.table_name and k.column_name = c.column_name) as key
       from information_schema.columns c
       where c.table_schema !~ '^(pg_|information_schema$|public$|bullmq$)'`,
    );
    await product.close();

    const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
    const tableOf = (name: string): string => name.slice(0, name.lastIndexOf('.'));
    const tablesOf = (columns: readonly { name: string }[]): Set<string> =>
      new Set(columns.map(({ name }) => tableOf(name)));
    expect([...tablesOf(there)].sort()).toEqual([...tablesOf(mapped), ...WITHOUT_A_SCHEMA].sort());
    expect([...mapped].sort(byName)).toEqual(
      there.filter(({ name }) => !NOT_MAPPED.includes(name) && !WITHOUT_A_SCHEMA.includes(tableOf(name))).sort(byName),
    );
  });
});
