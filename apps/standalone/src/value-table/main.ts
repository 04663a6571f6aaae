import { SystemClock } from '@sr/platform';
import { namedFile, readEnv } from '../../../../config/env';
import { migrate, whyNotServe } from '../../../../config/migrate';
import { runProcess } from '../../../../config/process';
import { openDatabase } from '../database/open-database';
import { openProduct } from '../product/product';
import { registerTable } from './register-tables';

/** `npm run value-table -- FILE.json`: adds a version of a value table, or says why it cannot. */
void runProcess(async ({ onStop, finish }) => {
  const [file] = process.argv.slice(2);
  if (file === undefined) return ['file: name the value table: npm run value-table -- FILE.json'];
  const opening = openDatabase(readEnv());
  // A server that serves already goes on doing so.
  onStop(async () => {
    const server = await opening.then(
      (database) => database.server,
      () => null,
    );
    if (server && !server.adopted) await server.stop();
  });
  const database = await opening;
  if (database.ownerUrl !== null) await migrate(database.ownerUrl, database.applicationUrl);
  const reasons = await whyNotServe(database.applicationUrl);
  if (reasons.length > 0) return reasons;

  const product = await openProduct(database.applicationUrl);
  onStop(() => product.close());
  product.clock.set(new SystemClock().today());
  const result = await registerTable(product, namedFile(file));
  if ('faults' in result) return result.faults;
  process.stdout.write(`${result.code}: ${result.done}\n`);
  finish();
  return [];
});
