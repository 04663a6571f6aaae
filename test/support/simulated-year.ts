import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QueueStore } from '@sr/platform';
import { openProduct, withoutWaiting } from '../../apps/standalone/src/product/product';
import { simulateYear, yearAsText } from '../../apps/standalone/src/year/year';
import { migrate } from '../../config/migrate';
import { emptyDatabase } from './database';

/** Long enough on a machine that does other work too. */
export const YEAR_TAKES_MS = 20 * 60_000;
/** The list that a person read and found good; with UPDATE_YEAR=1 it is written anew, to be read again. */
const GOLDEN = join(__dirname, '..', 'golden', 'a-year-of-mails.txt');

/** The golden list, and what a simulated year of the example sends, with the queues in this store. */
export async function simulatedYear(queue?: QueueStore): Promise<{ sent: string; golden: string }> {
  const { ownerUrl, appUrl, drop } = await emptyDatabase();
  await migrate(ownerUrl, appUrl);
  const applicationUrl = withoutWaiting(appUrl);
  const product = await openProduct(applicationUrl);
  try {
    const mails = await simulateYear(product, {
      applicationUrl,
      progress: () => undefined,
      ...(queue ? { queue } : {}),
    });
    const sent = yearAsText(mails);
    if (process.env['UPDATE_YEAR'] === '1') writeFileSync(GOLDEN, sent);
    return { sent, golden: readFileSync(GOLDEN, 'utf8') };
  } finally {
    await product.close();
    await drop();
  }
}
