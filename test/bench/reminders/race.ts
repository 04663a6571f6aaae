import {
  createProductDatabase,
  dropDatabase,
  type EmbeddedPostgres,
} from '../../../apps/standalone/src/postgres/embedded-postgres';
import { assertNone } from '../contestants';
import { connect } from '../load';
import { median } from '../measure';
import type { Measure } from '../table';
import { Party } from './party';
import type { Answer } from './party.process';
import { makeStage } from './stage';
import { onPostgres, onRedis, type Stores } from './stores';
import { ITEMS_PER_PERSON, PEOPLE_PER_GROUP } from './work';

const GOALS = { sweep: { below: 2 }, mails: { above: 0.3 }, memory: { below: 1.2 } };
/** As many as the product has, unless it is told otherwise. */
const CONNECTIONS = 3;

export interface RemindersOptions {
  /** How many supplier groups there are: 500 have 5,000 people, who hear of 100,000 items. */
  readonly groups: number;
  /** How many runs there are of each measure, after one that warms up. */
  readonly runs: number;
}

/** A database to copy from, and what it is a copy of. */
interface Stage {
  readonly server: EmbeddedPostgres;
  readonly groups: number;
  readonly runs: number;
  readonly progress: (what: string) => void;
}

/**
 * Reminders of one day: from the sweep to jobs in the queue beside bare inserts and bare BullMQ, mails beside nodemailer
 * alone, and the memory of the process that makes them. On PostgreSQL as the store of the queues, and on Redis where there
 * is one.
 */
export async function ofReminders(
  server: EmbeddedPostgres,
  { groups, runs }: RemindersOptions,
  progress: (what: string) => void,
): Promise<Measure[]> {
  const stage: Stage = { server, groups, runs, progress };
  progress(`${groups} groups`);
  await makeStage(server, 'reminders', groups);
  await makeStage(server, 'reminders_tenth', groups / 10);
  const redis = await onRedis();
  const stores = redis ? [onPostgres, redis] : [onPostgres];
  try {
    const measures: Measure[] = [];
    for (const store of stores) measures.push(await sweeps(stage, store));
    measures.push(await memory(stage));
    measures.push(...(await mails(stage, stores)));
    return measures;
  } finally {
    await redis?.close();
  }
}

/** A copy of a database for as long as `work` takes. */
async function onCopy<T>({ server }: Stage, template: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `${template}_copy_${(copies += 1)}`;
  const { appUrl } = await createProductDatabase(server, name, { template });
  try {
    return await work(appUrl);
  } finally {
    await dropDatabase(server, name);
  }
}
let copies = 0;

/** In turns: the sweep on one copy, then exactly the rows that it wrote by hand on another, or the other way round. */
async function sweeps(stage: Stage, store: Stores): Promise<Measure> {
  const { groups, runs, progress } = stage;
  const reminders = groups * PEOPLE_PER_GROUP * ITEMS_PER_PERSON;
  const people = groups * PEOPLE_PER_GROUP;
  const what = `${reminders} reminders for ${people} people, from the sweep to jobs on ${store.name}`;
  const [ours, byHand] = [new Party(), new Party()];
  const times = { ours: [] as number[], byHand: [] as number[] };
  try {
    for (let run = 0; run <= runs; run += 1) {
      progress(`${what}: run ${run} of ${runs}`);
      const sweep = (): Promise<Digests> =>
        onCopy(stage, 'reminders', async (url) => {
          const { milliseconds } = await ours.ask({ do: 'sweep', url, queue: store.of(url), groups });
          if (run === 0) await byHand.ask({ do: 'remember', url });
          else times.ours.push(milliseconds);
          return digestsOf(url);
        });
      const write = (): Promise<Digests> =>
        onCopy(stage, 'reminders', async (url) => {
          const { milliseconds } = await byHand.ask({ do: 'by-hand', url, queue: store.of(url) });
          if (run > 0) times.byHand.push(milliseconds);
          return digestsOf(url);
        });
      const first = run % 2 === 0 ? await sweep() : await write();
      const second = run % 2 === 0 ? await write() : await sweep();
      assertNone(what, differences(first, second));
    }
  } finally {
    ours.close();
    byHand.close();
  }
  const name = `${what}: over bare inserts and bare BullMQ`;
  return { name, unit: 'ms', ours: median(times.ours), reference: median(times.byHand), goal: GOALS.sweep };
}

export type Digests = Readonly<Record<string, string>>;

/** What was written, apart from what is another number in every run. */
const WRITTEN = {
  'monitoring.reminder': `(to_jsonb(t) - 'id')::text`,
  'monitoring.recipient': `(select r.subject from monitoring.reminder r where r.id = t.reminder_id) || t.person_id || coalesce(t.stands_in_for::text, '')
    || t.open || (select d.person_id = t.person_id from monitoring.digest d where d.id = t.digest_id)`,
  'monitoring.digest': `(to_jsonb(t) - 'id')::text`,
  'platform.outbox': `t.type || (select count(*) from monitoring.digest d where d.id = (t.payload ->> 'digestId')::uuid)
    || (t.relayed_at is not null)`,
};

/** A digest of each table that a sweep writes. */
export async function digestsOf(applicationUrl: string): Promise<Digests> {
  const client = await connect(applicationUrl);
  try {
    await client.query(`select set_config('app.scope', '{"everything": true}', false)`);
    const digests: Record<string, string> = {};
    for (const [table, text] of Object.entries(WRITTEN)) {
      const { rows } = await client.query<{ digest: string }>(
        `select count(*) || ' rows, ' || md5(string_agg(${text}, ' ' order by ${text})) as digest from ${table} t`,
      );
      digests[table] = rows[0]?.digest ?? '';
    }
    return digests;
  } finally {
    await client.end();
  }
}

/** The tables that are not the same. */
export const differences = (some: Digests, others: Digests): string[] =>
  Object.keys(some)
    .filter((table) => some[table] !== others[table])
    .map((table) => `${table}: ${some[table]} and ${others[table]}`);

/** The most memory of a process that makes all of it, beside one that makes a tenth. */
async function memory(stage: Stage): Promise<Measure> {
  const { groups, runs, progress } = stage;
  const peakOf = (template: string, count: number): Promise<number> =>
    onCopy(stage, template, async (url) => {
      const party = new Party();
      const { peakBytes } = await party.ask({ do: 'sweep', url, queue: onPostgres.of(url), groups: count });
      party.close();
      return peakBytes / 1e6;
    });
  const peaks = { all: [] as number[], tenth: [] as number[] };
  for (let run = 1; run <= runs; run += 1) {
    progress(`memory: run ${run} of ${runs}`);
    peaks.all.push(await peakOf('reminders', groups));
    peaks.tenth.push(await peakOf('reminders_tenth', groups / 10));
  }
  const reminders = groups * PEOPLE_PER_GROUP * ITEMS_PER_PERSON;
  return {
    name: `peak memory of a process that makes reminders: ${reminders} over ${reminders / 10}`,
    unit: 'MB',
    ours: median(peaks.all),
    reference: median(peaks.tenth),
    goal: GOALS.memory,
  };
}

/** In turns: all mails of the day through the worker, and as many of the same with nodemailer alone, into one sink. */
async function mails(stage: Stage, stores: readonly Stores[]): Promise<Measure[]> {
  const { server, groups, runs, progress } = stage;
  const count = groups * PEOPLE_PER_GROUP;
  const { appUrl } = await createProductDatabase(server, 'reminders_queued', { template: 'reminders' });
  const [ours, bare, sink] = [new Party(), new Party(), new Party()];
  try {
    await ours.ask({ do: 'sweep', url: appUrl, queue: onPostgres.of(appUrl), groups, relays: false });
    await relayNothing(server.adminUrl('reminders_queued'));
    const { port } = caughtBy(await sink.ask({ do: 'sink' }));
    const perSecond = new Map<string, number[]>();
    const told = (who: string, run: number, { milliseconds }: Answer): void => {
      if (run > 0) perSecond.set(who, [...(perSecond.get(who) ?? []), (1000 * count) / milliseconds]);
    };
    let mail: Uint8Array | undefined;
    const send = async (store: Stores, run: number): Promise<void> => {
      const answer = await onCopy(stage, 'reminders_queued', (url) =>
        ours.ask({ do: 'send', url, queue: store.of(url), port, connections: CONNECTIONS }),
      );
      told(store.name, run, answer);
      const caught = caughtBy(await sink.ask({ do: 'caught' }));
      mail ??= caught.newest;
      assertNone('mails that came', caught.mails === count ? [] : [`${caught.mails} of ${count}`]);
    };
    const sendBare = async (run: number): Promise<void> => {
      if (!mail) throw new Error('there is no mail to send');
      told('bare', run, await bare.ask({ do: 'send-bare', port, connections: CONNECTIONS, mails: count, mail }));
      await sink.ask({ do: 'caught' });
    };
    for (let run = 0; run <= runs; run += 1) {
      progress(`${count} mails: run ${run} of ${runs}`);
      const turns = [...stores.map((store) => () => send(store, run)), () => sendBare(run)];
      for (const turn of run % 2 === 0 ? turns : turns.toReversed()) await turn();
    }
    const reference = median(perSecond.get('bare') ?? []);
    return stores.map(({ name }) => ({
      name: `${count} mails of ${ITEMS_PER_PERSON} items, each recorded, jobs on ${name}: over nodemailer alone`,
      unit: '/s',
      ours: median(perSecond.get(name) ?? []),
      reference,
      goal: GOALS.mails,
    }));
  } finally {
    for (const party of [ours, bare, sink]) party.close();
  }
}

/** The jobs are added when the clock runs, so their events are done with. */
async function relayNothing(adminUrl: string): Promise<void> {
  const client = await connect(adminUrl);
  try {
    await client.query('update platform.outbox set relayed_at = now()');
    await client.query('vacuum (analyze)');
  } finally {
    await client.end();
  }
}

function caughtBy({ sink }: Answer): NonNullable<Answer['sink']> {
  if (!sink) throw new Error('this process is no sink');
  return sink;
}
