import { type EmbeddedPostgres, temporaryPostgres } from '../../apps/standalone/src/postgres/embedded-postgres';

/** What the workers of a test run find in `process.env.SR_TEST_POSTGRES`; `postgresAt` turns it into access. */
export interface TestPostgres {
  readonly port: number;
  readonly dataFolder: string;
  readonly adminUrl: string;
}

/** Where the teardown, which jest loads as a module of its own in the same process, finds the server. */
export const TEST_SERVER = Symbol.for('social-return-tracker test server');

/** Starts one server for the whole test run; each worker makes its own database on it. */
export default async function startDatabase(): Promise<void> {
  const server = await temporaryPostgres('sr-test-');
  (globalThis as { [TEST_SERVER]?: EmbeddedPostgres })[TEST_SERVER] = server;
  const { port, dataFolder } = server;
  const shared: TestPostgres = { port, dataFolder, adminUrl: server.adminUrl() };
  process.env.SR_TEST_POSTGRES = JSON.stringify(shared);
}
