import type { EmbeddedPostgres } from '../../apps/standalone/src/postgres/embedded-postgres';
import { TEST_SERVER } from './start-database';

/** Stops the server of the test run and removes its data. */
export default async function stopDatabase(): Promise<void> {
  await (globalThis as { [TEST_SERVER]?: EmbeddedPostgres })[TEST_SERVER]?.stop();
}
