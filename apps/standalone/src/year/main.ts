import { runProcess } from '../../../../config/process';
import { createProductDatabase, temporaryPostgres } from '../postgres/embedded-postgres';
import { migrate } from '../../../../config/migrate';
import { openProduct, withoutWaiting } from '../product/product';
import { progress } from '../terminal/say';
import { simulateYear, yearAsText } from './year';

/**
 * `npm run --silent year`: lives through a year of the example in a minute or two and prints what was sent to whom, on which day,
 * on standard output.
 */
void runProcess(async ({ onStop, finish }) => {
  const starting = temporaryPostgres('sr-year-');
  // Told before there is a server, so that a stop in the middle of the start leaves none behind.
  onStop(async () => {
    const server = await starting.catch(() => null);
    await server?.stop();
  });
  const { ownerUrl, appUrl } = await createProductDatabase(await starting, 'year');
  await migrate(ownerUrl, appUrl);
  const applicationUrl = withoutWaiting(appUrl);
  const product = await openProduct(applicationUrl);
  onStop(() => product.close());
  const mails = await simulateYear(product, { applicationUrl, progress });
  progress('');
  await new Promise((resolve) => process.stdout.write(yearAsText(mails), resolve));
  finish();
  return [];
});
