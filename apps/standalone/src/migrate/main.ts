import { SystemClock } from '@sr/platform';
import { readEnv } from '../../../../config/env';
import { migrate, whyNotReach, whyNotServe } from '../../../../config/migrate';
import { runProcess } from '../../../../config/process';
import { withProduct } from '../product/product';
import { loadReferenceData } from '../product/reference-data';

/**
 * Brings a real database up to date: its tables, as their owner, and then the reference data of `config/reference`, as the
 * application. To be run before the API and the workers of a new version start; running it again changes nothing.
 */
void runProcess(async ({ finish }) => {
  const env = readEnv(['DATABASE_URL', 'DATABASE_OWNER_URL']);
  const { DATABASE_URL: applicationUrl = '', DATABASE_OWNER_URL: ownerUrl = '' } = env;
  const unreachable = [
    await whyNotReach('DATABASE_OWNER_URL', ownerUrl),
    await whyNotReach('DATABASE_URL', applicationUrl),
  ].filter((reason) => reason !== null);
  if (unreachable.length > 0) return unreachable;
  const ran = await migrate(ownerUrl, applicationUrl);
  const reasons = await whyNotServe(applicationUrl);
  if (reasons.length > 0) return reasons;

  await withProduct(applicationUrl, async (product) => {
    product.clock.set(new SystemClock().today());
    await loadReferenceData(product);
  });
  process.stdout.write(`Migrations: ${ran.length === 0 ? 'none to run' : ran.join(', ')}\nReference data: loaded\n`);
  finish();
  return [];
});
