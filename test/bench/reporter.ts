import { THE_PRODUCT } from '@sr/kernel';
import { openProduct } from '../../apps/standalone/src/product/product';
import { AFTER_ALL, KNOWN_ON, REPORT_YEAR } from './portfolio';

/**
 * A process that does nothing but report, so that its memory can be measured: it receives the address of a database,
 * makes the reports of a year, as known now and as known before, and answers the most memory that it ever had.
 */
process.once('message', (applicationUrl: string) => {
  void report(applicationUrl).then((bytes) => {
    process.send?.(bytes);
    process.disconnect();
  });
});

async function report(applicationUrl: string): Promise<number> {
  const product = await openProduct(applicationUrl);
  product.clock.set(AFTER_ALL);
  for (let time = 0; time < 20; time += 1) await product.impact.year(THE_PRODUCT, REPORT_YEAR);
  for (let time = 0; time < 3; time += 1) await product.impact.year(THE_PRODUCT, REPORT_YEAR, KNOWN_ON);
  await product.close();
  return process.resourceUsage().maxRSS * 1024;
}
