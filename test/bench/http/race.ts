import { createProductDatabase, type EmbeddedPostgres } from '../../../apps/standalone/src/postgres/embedded-postgres';
import { Unequal } from '../contestants';
import type { LoadedPortfolio } from '../load';
import { AFTER_ALL } from '../portfolio';
import type { Measure } from '../table';
import { Contender, summary, type Run } from './client';
import { readingWorkloads, writingWorkloads, type Workload } from './prepare';
import type { BenchRequest, Recording } from './statements';

const GOALS = { reading: { above: 0.8 }, writing: { above: 0.6 }, plain: { above: 0.3 } };
const READS_PER_RUN = 400;
const WRITES_PER_RUN = 50;

/**
 * Requests to the product over loopback beside a bare Fastify that sends the same statements: session, begin, scope,
 * queries, commit. What those statements are is recorded from the product itself, on a copy of the database.
 */
export async function overHttp(
  server: EmbeddedPostgres,
  large: LoadedPortfolio,
  small: LoadedPortfolio,
  runs: number,
  progress: (what: string) => void,
): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const workload of await readingWorkloads(large.applicationUrl, READS_PER_RUN)) {
    progress(workload.name);
    measures.push(...(await reading(large.applicationUrl, workload, runs)));
  }
  const { appUrl: template } = await createProductDatabase(server, 'http_template', { template: small.name });
  const waiting = small.waiting.flat();
  const workloads = await writingWorkloads(template, waiting, (runs + 1) * WRITES_PER_RUN);
  const copy = async (name: string): Promise<string> =>
    (await createProductDatabase(server, `http_${name}`, { template: 'http_template' })).appUrl;
  const databases = { recorded: await copy('recorded'), ours: await copy('ours'), byHand: await copy('by_hand') };
  for (const workload of workloads) {
    progress(workload.name);
    measures.push(...(await writing(databases, workload, runs)));
  }
  return measures;
}

const oursOn = (applicationUrl: string, isRecording = false) =>
  Contender.open({ kind: 'ours', applicationUrl, isRecording, today: AFTER_ALL });

/** What each request sends and answers, one after another, on a process that keeps it. */
async function record(applicationUrl: string, requests: readonly BenchRequest[]): Promise<Recording[]> {
  const recorder = await oursOn(applicationUrl, true);
  try {
    const recordings: Recording[] = [];
    for (const request of requests) recordings.push(await recorder.record(request));
    const wrong = recordings.find(({ status }) => status >= 300);
    if (wrong) throw new Unequal(`A request of the benchmark was refused: ${wrong.status} ${wrong.body.slice(0, 500)}`);
    return recordings;
  } finally {
    recorder.close();
  }
}

/** Some at a time; all three on one database, since nothing changes. */
async function reading(applicationUrl: string, { name, requests }: Workload, runs: number): Promise<Measure[]> {
  const recordings = await record(applicationUrl, requests);
  const contenders = {
    ours: await oursOn(applicationUrl),
    byHand: await Contender.open({ kind: 'by-hand', applicationUrl, recordings }),
    plain: await Contender.open({ kind: 'plain', applicationUrl, recordings }),
  };
  try {
    const all = { ours: [] as Run[], byHand: [] as Run[], plain: [] as Run[] };
    for (let run = 0; run <= runs; run += 1) {
      const names = ['ours', 'byHand', 'plain'] as const;
      for (const who of run % 2 === 0 ? names : names.toReversed()) {
        const result = await contenders[who].run(requests, 8);
        if (run > 0) all[who].push(result);
      }
    }
    const ours = summary(all.ours);
    return [
      ...comparison(name, ours, summary(all.byHand).perSecond, GOALS.reading),
      {
        name: `${name}: over the plain select`,
        unit: '/s',
        ours: ours.perSecond,
        reference: summary(all.plain).perSecond,
        goal: GOALS.plain,
      },
    ];
  } finally {
    for (const contender of Object.values(contenders)) contender.close();
  }
}

/** One at a time, each side on a database of its own: what is replayed names the numbers that its sequences give. */
async function writing(
  databases: { recorded: string; ours: string; byHand: string },
  { name, requests }: Workload,
  runs: number,
): Promise<Measure[]> {
  const recordings = await record(databases.recorded, requests);
  const contenders = {
    ours: await oursOn(databases.ours),
    byHand: await Contender.open({ kind: 'by-hand', applicationUrl: databases.byHand, recordings }),
  };
  try {
    const all = { ours: [] as Run[], byHand: [] as Run[] };
    for (let run = 0; run <= runs; run += 1) {
      const mine = requests.slice(run * WRITES_PER_RUN, (run + 1) * WRITES_PER_RUN);
      const names = ['ours', 'byHand'] as const;
      for (const who of run % 2 === 0 ? names : names.toReversed()) {
        const result = await contenders[who].run(mine, 1);
        if (run > 0) all[who].push(result);
      }
    }
    return comparison(name, summary(all.ours), summary(all.byHand).perSecond, GOALS.writing);
  } finally {
    for (const contender of Object.values(contenders)) contender.close();
  }
}

function comparison(
  name: string,
  ours: { perSecond: number; p50: number; p99: number },
  byHand: number,
  goal: Measure['goal'],
): Measure[] {
  return [
    { name: `${name}: over the same statements by hand`, unit: '/s', ours: ours.perSecond, reference: byHand, goal },
    { name: `${name}: p99 over p50`, unit: 'ms', ours: ours.p99, reference: ours.p50, goal: null },
  ];
}
