import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SweepService } from '@sr/monitoring';
import { Delivery, JobBoard, JobQueues, Relay, SmtpMailer, type QueueStore } from '@sr/platform';
import { beginWork } from '../../../apps/worker/src/worker.setup';
import { WorkerModule } from '../../../apps/worker/src/worker.module';
import { applicationDatabase } from '../../../config/data-source';
import { ReminderSources } from '../../../libs/monitoring/src/reminders/reminder-sources';
import { connect } from '../load';
import { DAY, EarlyClock, groupId, itemsOf } from './work';

/** The job that sends one mail. */
export const SEND = 'monitoring.send-digest';

async function openWorker(
  applicationUrl: string,
  queue: QueueStore,
  mailer: SmtpMailer | null = null,
): Promise<INestApplicationContext> {
  const delivery = new Delivery('https://social-return.example.nl', null);
  return NestFactory.createApplicationContext(
    WorkerModule.forRoot({
      database: applicationDatabase(applicationUrl),
      clock: new EarlyClock(),
      queue,
      ...(mailer ? { mail: { mailer, delivery } } : {}),
    }),
    { logger: ['error', 'fatal', 'warn'], abortOnError: false },
  );
}

/**
 * The sweep of the day as the worker does it, and the relay of what it queued; with generated items in the place of those
 * that are read from the state of a group. Answers how many milliseconds that took.
 */
export async function sweepAndRelay(
  applicationUrl: string,
  queue: QueueStore,
  groups: number,
  relays = true,
): Promise<number> {
  const worker = await openWorker(applicationUrl, queue);
  try {
    const numbers = new Map(Array.from({ length: groups }, (_, group) => [groupId(group), group]));
    const sources = worker.get(ReminderSources, { strict: false });
    Object.assign(sources, {
      waiting: (asked: readonly { readonly id: string }[]) =>
        Promise.resolve(asked.flatMap(({ id }) => itemsOf(numbers.get(id) ?? 0))),
    });
    Object.assign(sources.signals, { refresh: () => Promise.resolve() });
    const [sweeps, relay] = [worker.get(SweepService, { strict: false }), worker.get(Relay)];
    // The store's connection is there before the clock runs, as it is in a worker.
    await worker.get(JobBoard).counts();
    const startedAt = performance.now();
    await sweeps.run();
    if (relays) await relay.drain();
    return performance.now() - startedAt;
  } finally {
    await worker.close();
  }
}

/**
 * Sends every mail that is queued through the worker, into the server at `smtpUrl`, until each is recorded as sent.
 * Answers how many milliseconds that took from the moment that the jobs were added.
 */
export async function sendAll(
  applicationUrl: string,
  queue: QueueStore,
  smtpUrl: string,
  connections: number,
): Promise<number> {
  const mailer = new SmtpMailer({
    url: smtpUrl,
    from: 'Social Return <noreply@social-return.example.nl>',
    returnPath: 'terug@social-return.example.nl',
    connections,
  });
  const client = await connect(applicationUrl);
  const worker = await openWorker(applicationUrl, queue, mailer);
  try {
    await client.query(`select set_config('app.scope', '{"everything": true}', false)`);
    const { rows } = await client.query<{ id: string }>(`select id from monitoring.digest where state = 'QUEUED'`);
    await beginWork(worker);
    const startedAt = performance.now();
    await worker.get(JobQueues).addMany(
      SEND,
      rows.map(({ id }) => ({ id: `bench-${id}`, payload: { digestId: id } })),
    );
    for (;;) {
      const left = await client.query(
        `select from monitoring.digest where state in ('COLLECTING', 'QUEUED', 'SENDING') limit 1`,
      );
      if (left.rowCount === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const milliseconds = performance.now() - startedAt;
    const sent = await client.query(`select from monitoring.digest where state = 'SENT' and day = $1`, [DAY]);
    if (sent.rowCount !== rows.length) throw new Error(`Of ${rows.length} mails ${sent.rowCount} were sent.`);
    return milliseconds;
  } finally {
    await worker.close();
    await mailer.close();
    await client.end();
  }
}
