import { Queue, createPostgresBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { Pool, type Client } from 'pg';
import type { QueueStore } from '@sr/platform';
import { connect } from '../load';

/** Jobs that are added at a time, which is the quickest that we found. */
const BULK = 500;

type Columns = readonly (readonly unknown[])[];

/** So many groups in a transaction, as many as the product does. */
const GROUPS = 10;

/** What the product wrote of some groups, column by column, ready to be sent. */
interface PortionRows {
  readonly reminders: Columns;
  readonly digests: Columns;
  readonly recipients: Columns;
}

/** Everything that a sweep left behind in a database, so that it can be written by hand in another. */
export interface Written {
  readonly portions: readonly PortionRows[];
  readonly outbox: Columns;
  readonly digestIds: readonly string[];
}

/** Reads what a sweep wrote. */
export async function readWritten(applicationUrl: string): Promise<Written> {
  const client = await inSight(applicationUrl);
  try {
    const portions: PortionRows[] = [];
    const ids = await client.query<{ id: string }>(
      'select distinct supplier_group_id as id from monitoring.reminder where ended_on is null',
    );
    for (let from = 0; from < ids.rows.length; from += GROUPS) {
      const groups = ids.rows.slice(from, from + GROUPS).map(({ id }) => id);
      portions.push({
        reminders: await columnsOf(
          client,
          `select moment, step, subject, due_on::text, made_on::text, escalation, kind, item::text, plan_id, contract_id,
                  supplier_group_id, for_supplier, principal_codes::text, network
           from monitoring.reminder where supplier_group_id = any ($1) and ended_on is null order by id`,
          [groups],
        ),
        digests: await columnsOf(
          client,
          `select id, person_id, day::text, state, queued_at::text from monitoring.digest d
           where exists (select from monitoring.recipient p join monitoring.reminder r on r.id = p.reminder_id
                         where p.digest_id = d.id and r.supplier_group_id = any ($1) and r.ended_on is null)`,
          [groups],
        ),
        recipients: await columnsOf(
          client,
          `select (row_number() over (order by r.id))::integer, p.person_id, p.digest_id, p.stands_in_for
           from monitoring.recipient p join monitoring.reminder r on r.id = p.reminder_id
           where r.supplier_group_id = any ($1) and r.ended_on is null order by r.id`,
          [groups],
        ),
      });
    }
    const outbox = await columnsOf(
      client,
      'select type, payload::text, recorded_at::text from platform.outbox order by id',
    );
    const digests = await client.query<{ id: string }>(`select id from monitoring.digest where state = 'QUEUED'`);
    return { portions, outbox, digestIds: digests.rows.map(({ id }) => id) };
  } finally {
    await client.end();
  }
}

/**
 * Writes the rows with bare inserts, a transaction for each portion of groups and one for the outbox, and adds the jobs with bare
 * BullMQ. Answers how many milliseconds that took.
 */
export async function writeByHand(applicationUrl: string, store: QueueStore, written: Written): Promise<number> {
  const client = await inSight(applicationUrl);
  const bare = await bareQueue(store);
  try {
    const startedAt = performance.now();
    for (const { reminders, digests, recipients } of written.portions) {
      await client.query('begin');
      const { rows } = await client.query<{ id: string }>(
        `insert into monitoring.reminder (moment, step, subject, due_on, made_on, escalation, kind, item, plan_id, contract_id,
                                          supplier_group_id, for_supplier, principal_codes, network)
         select a, b, c, d, e, f, g, h, i, j, k, l, m::text[], n
         from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::date[], $6::boolean[], $7::text[], $8::jsonb[],
                     $9::uuid[], $10::uuid[], $11::uuid[], $12::boolean[], $13::text[], $14::boolean[])
           t (a, b, c, d, e, f, g, h, i, j, k, l, m, n)
         returning id`,
        [...reminders],
      );
      await client.query(
        `insert into monitoring.digest (id, person_id, day, state, queued_at)
         select * from unnest($1::uuid[], $2::uuid[], $3::date[], $4::text[], $5::timestamptz[])`,
        [...digests],
      );
      const [, ...others] = recipients;
      await client.query(
        `insert into monitoring.recipient (reminder_id, person_id, digest_id, stands_in_for)
         select * from unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::jsonb[])`,
        [rows.map(({ id }) => id), ...others],
      );
      await client.query('commit');
    }
    await client.query(
      `insert into platform.outbox (type, payload, recorded_at, relayed_at)
       select a, b, c, c from unnest($1::text[], $2::jsonb[], $3::timestamptz[]) t (a, b, c)`,
      [...written.outbox],
    );
    for (let from = 0; from < written.digestIds.length; from += BULK) {
      const ids = written.digestIds.slice(from, from + BULK);
      await bare.queue.addBulk(ids.map((digestId) => ({ name: 'bare', data: { digestId } })));
    }
    return performance.now() - startedAt;
  } finally {
    await bare.close();
    await client.end();
  }
}

/** Sends so many mails with nodemailer alone. Answers how many milliseconds that took. */
export async function sendBare(
  port: number,
  connections: number,
  mails: number,
  mail: SendMailOptions,
): Promise<number> {
  const transport = createTransport({
    ...{ host: '127.0.0.1', port, secure: false, ignoreTLS: true },
    ...{ pool: true, maxConnections: connections },
  });
  try {
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: mails }, () => transport.sendMail({ ...mail })));
    return performance.now() - startedAt;
  } finally {
    transport.close();
  }
}

async function inSight(applicationUrl: string): Promise<Client> {
  const client = await connect(applicationUrl);
  await client.query(`select set_config('app.scope', '{"everything": true}', false)`);
  return client;
}

async function columnsOf(client: Client, text: string, values: unknown[] = []): Promise<unknown[][]> {
  const { rows, fields } = await client.query<unknown[]>({ text, values, rowMode: 'array' });
  return fields.map((_, index) => rows.map((row) => row[index]));
}

interface BareQueue {
  readonly queue: Pick<Queue, 'addBulk'>;
  close(): Promise<void>;
}

async function bareQueue({ kind, url, prefix }: QueueStore): Promise<BareQueue> {
  if (kind === 'POSTGRES') {
    const connection = new Pool({ connectionString: url, max: 5, options: '-c search_path=bullmq' });
    const queue = new (withBackend(createPostgresBackend).Queue)('bare', { connection });
    await queue.waitUntilReady();
    return { queue, close: () => queue.close().then(() => connection.end()) };
  }
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const queue = new Queue('bare', { connection, prefix: `${prefix ?? 'bench'}-bare` });
  await queue.waitUntilReady();
  return {
    queue,
    async close() {
      await queue.close();
      connection.disconnect();
    },
  };
}
