// The door of this folder: a PostgreSQL that comes with the product, so that a demo, a replay or a test needs none.
export { createProductDatabase, dropDatabase } from './product-database';
export { type EmbeddedPostgres, type PostgresAccess, postgresAt, startEmbeddedPostgres } from './server';
export { sweepAbandoned, temporaryPostgres } from './temporary-postgres';
