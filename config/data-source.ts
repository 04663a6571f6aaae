import { SnakeCase } from '@sr/platform';
import { types } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations, tables } from './tables';

// A day is a text of ten characters; a Date would move it to another day in another time zone.
types.setTypeParser(types.builtins.DATE, (day) => day);

/** How long a statement, a lock and an idle transaction may take before PostgreSQL ends them. */
const LIMITS = { statement_timeout: 60_000, lock_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 };

/** Our queries take milliseconds; compiling one because its policies look expensive takes longer than running it. */
const NO_JIT = '-c jit=off';

/** The application's connections: a role that owns nothing. */
export function applicationDatabase(url: string, poolSize = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: tables,
    namingStrategy: new SnakeCase(),
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize,
    connectTimeoutMS: 5_000,
    applicationName: 'social-return',
    extra: { ...LIMITS, keepAlive: true, options: NO_JIT },
  };
}

/** The owner's connection, for migrations only. */
export function ownerDatabase(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize: 1,
    connectTimeoutMS: 5_000,
    applicationName: 'social-return-migrations',
  });
}
