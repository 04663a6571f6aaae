import {
  Delivery,
  JobBoard,
  JobRunner,
  MailCatcher,
  Relay,
  SmtpMailer,
  type CaughtMail,
  type QueueStore,
} from '@sr/platform';
import { applicationDatabase } from '../../../../config/data-source';
import { startWorker } from '../../../worker/src/worker.setup';
import type { Product } from '../product/product';

/** From whom the mails of the example are, and where answers would go. */
export const SENDER = {
  from: 'Social Return <noreply@social-return.example.nl>',
  replyTo: 'netwerk@social-return.example.nl',
} as const;

/** A worker on the product's clock, whose mails go nowhere. */
export interface MailRound {
  /** What was sent so far. */
  readonly mails: readonly CaughtMail[];
  /** Does what is due on the clock's day, and waits until it is done. */
  deliver(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a worker beside `product`, on the same database and with its clock. */
export async function openMailRound(
  product: Product,
  applicationUrl: string,
  { publicUrl, queue }: { readonly publicUrl: string; readonly queue?: QueueStore },
): Promise<MailRound> {
  const catcher = new MailCatcher({ keep: 10, clock: product.clock });
  await catcher.start();
  const mails: CaughtMail[] = [];
  catcher.onMail((mail) => mails.push(mail));
  const mailer = new SmtpMailer({ url: catcher.url, ...SENDER, returnPath: null });
  const worker = await startWorker({
    database: applicationDatabase(applicationUrl),
    clock: product.clock,
    mail: { mailer, delivery: new Delivery(publicUrl, SENDER.replyTo) },
    ...(queue ? { queue } : {}),
  });
  const [runner, relay, board] = [worker.get(JobRunner), worker.get(Relay), worker.get(JobBoard)];
  return {
    mails,
    async deliver() {
      await runner.catchUp();
      let quiet = '';
      for (;;) {
        const counts = await board.counts();
        const { waiting: events } = await board.outbox();
        if (events > 0) await relay.drain();
        const isBusy = events > 0 || counts.some(({ waiting, active }) => waiting + active > 0);
        const now = JSON.stringify(counts);
        // Twice the same: a job can end, and its event become another, between one question and the next.
        if (!isBusy && now === quiet) return;
        quiet = isBusy ? '' : now;
        if (isBusy) await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async close() {
      await worker.close();
      await mailer.close();
      await catcher.close();
    },
  };
}
