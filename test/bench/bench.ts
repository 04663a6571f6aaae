import { fork } from 'node:child_process';
import { join } from 'node:path';
import { THE_PRODUCT, type LocalDate } from '@sr/kernel';
import { createProductDatabase, type EmbeddedPostgres } from '../../apps/standalone/src/postgres/embedded-postgres';
import { SIZES, TITLES, assertNone, loadContestant, megabytes, type Contestant, type SizeName } from './contestants';
import { DecisionRace } from './decisions';
import { loadPortfolio } from './load';
import { overHttp } from './http/race';
import { race } from './measure';
import { AFTER_ALL, KNOWN_ON, PLANS_PER_SUPPLIER, REPORT_YEAR, type WaitingBatch } from './portfolio';
import { onScreen } from './screen/screen';
import { differences, handReport, handReportInTransaction } from './reports';
import type { Measure } from './table';
import { print, say } from './terminal';

const BATCH = 1000;
const GOALS = { claims: { below: 1.2 }, contracts: { below: 1.5 }, byHand: { below: 1.3 }, decisions: { above: 0.4 } };

export interface BenchOptions {
  readonly sizes: readonly SizeName[];
  /** How many alternating runs there are of each measure. */
  readonly runs: number;
  /** Whether decisions are also compared with inserts claim by claim, which take long. */
  readonly rowByRow: boolean;
}

/** Loads every size and measures; throws `Unequal` when a figure is not the same by both ways. */
export async function bench(server: EmbeddedPostgres, options: BenchOptions): Promise<Measure[]> {
  const contestants: Contestant[] = [];
  try {
    for (const name of options.sizes) contestants.push(await loadContestant(server, name));
    return [
      ...(await growth(contestants, options.runs)),
      ...(await againstSql(contestants, null, options.runs)),
      ...(await againstSql(contestants, KNOWN_ON, options.runs)),
      ...(await decisions(server, options)),
      ...(await memory(contestants)),
      ...(await requests(server, options.runs)),
    ];
  } finally {
    for (const { product, client } of contestants) {
      await client.end();
      await product.close();
    }
  }
}

/** The report with more claims, and with more contracts, beside the report of the smallest portfolio. */
async function growth(contestants: readonly Contestant[], runs: number): Promise<Measure[]> {
  const once = contestants.find(({ name }) => name === 'once');
  if (!once) return [];
  const measures: Measure[] = [];
  for (const larger of contestants.filter((contestant) => contestant !== once)) {
    const title = TITLES[larger.name];
    say(`the report ${title} beside 1x`);
    const times = await race(
      {
        once: () => once.product.impact.year(THE_PRODUCT, REPORT_YEAR),
        larger: () => larger.product.impact.year(THE_PRODUCT, REPORT_YEAR),
      },
      runs,
    );
    if (larger.name === 'claims') {
      const name = 'report: 10x the claims over 1x';
      measures.push({ name, unit: 'ms', ours: times.larger, reference: times.once, goal: GOALS.claims });
      continue;
    }
    measures.push({
      name: `report per contract: ${title} over 1x`,
      unit: 'us',
      ours: (times.larger / larger.loaded.contracts) * 1000,
      reference: (times.once / once.loaded.contracts) * 1000,
      goal: larger.name === 'hundredfold' ? GOALS.contracts : null,
    });
  }
  return measures;
}

/** The report beside one query by hand, after both gave the same figures. */
async function againstSql(
  contestants: readonly Contestant[],
  knownOn: LocalDate | null,
  runs: number,
): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const { name, product, client } of contestants) {
    const what = `${knownOn === null ? 'report' : 'knownOn report'} ${TITLES[name]}`;
    say(`the ${what} beside SQL by hand`);
    const ours = () => product.impact.year(THE_PRODUCT, REPORT_YEAR, knownOn);
    const byHand = () => handReportInTransaction(client, REPORT_YEAR, AFTER_ALL, knownOn);
    const plain = () => handReport(client, REPORT_YEAR, AFTER_ALL, knownOn);
    assertNone(what, differences(await ours(), await byHand()));
    const times = await race({ ours, byHand, plain }, runs);
    measures.push(
      { name: `${what} over one query`, unit: 'ms', ours: times.ours, reference: times.byHand, goal: GOALS.byHand },
      { name: `${what} over the plain select`, unit: 'ms', ours: times.ours, reference: times.plain, goal: null },
    );
  }
  return measures;
}

/** Over HTTP one reads among 100 times the contracts of the example; how many claims each has plays no part. */
const READ_AMONG = { suppliers: 410, claims: 1, divisor: 0.1 };

/** Requests over HTTP: reading on a large portfolio, writing on copies of a small one with claims that wait. Then screens. */
async function requests(server: EmbeddedPostgres, runs: number): Promise<Measure[]> {
  const large = await loadPortfolio(server, 'http_large', READ_AMONG, (what) => say(`loading: ${what}`));
  say('');
  print(`over HTTP: ${large.contracts} contracts to read among`);
  const waiting = [{ suppliers: 10, claims: 400 }];
  const small = await loadPortfolio(server, 'http_small', { ...SIZES.once, waiting }, (what) =>
    say(`loading: ${what}`),
  );
  const { appUrl: forScreens } = await createProductDatabase(server, 'screens', { template: small.name });
  return [
    ...(await overHttp(server, large, small, runs, (what) => say(`over HTTP: ${what}`))),
    ...(await onScreen(forScreens, (what) => say(`on the screen: ${what}`))),
  ];
}

/** Decisions over many plans and over few; one batch more than there are runs, since the first warms up. */
async function decisions(server: EmbeddedPostgres, { runs, rowByRow }: BenchOptions): Promise<Measure[]> {
  const batches = (suppliers: number): WaitingBatch[] =>
    Array.from({ length: runs + 1 }, () => ({ suppliers, claims: BATCH }));
  const size = { ...SIZES.once, waiting: [...batches(SIZES.once.suppliers), ...batches(1)] };
  const loaded = await loadPortfolio(server, 'decisions', size, (what) => say(`loading waiting claims: ${what}`));
  const contest = await DecisionRace.open(server, loaded.name, rowByRow);
  try {
    const measures: Measure[] = [];
    for (const [index, suppliers] of [SIZES.once.suppliers, 1].entries()) {
      const plans = suppliers * PLANS_PER_SUPPLIER;
      const own = loaded.waiting.slice(index * (runs + 1), (index + 1) * (runs + 1));
      const speed = await contest.run(own, (batch) => say(`decisions over ${plans} plans: batch ${batch} of ${runs}`));
      const what = `decisions over ${plans} plans (${BATCH} claims, ${speed.entriesPerBatch} entries)`;
      const ours = { unit: '/s', ours: speed.product } as const;
      measures.push({ name: `${what} over bulk inserts`, ...ours, reference: speed.bulk, goal: GOALS.decisions });
      if (speed.rowByRow === null) continue;
      measures.push({ name: `${what} over inserts claim by claim`, ...ours, reference: speed.rowByRow, goal: null });
    }
    say('comparing what was decided');
    assertNone('rows of the decisions', await contest.differences());
    const breaches = await contest.verifyLedger();
    const lines = breaches.map(({ invariant, detail }) => `${invariant}: ${detail}`);
    assertNone('ledger after the decisions', lines);
    return measures;
  } finally {
    await contest.close();
  }
}

/** The most memory of a process that does nothing but report. */
async function memory(contestants: readonly Contestant[]): Promise<Measure[]> {
  const measures: Measure[] = [];
  let once = NaN;
  for (const { name, loaded } of contestants) {
    say(`memory at ${TITLES[name]}`);
    const bytes = await peakOfReporter(loaded.applicationUrl);
    say('');
    print(`${TITLES[name]}: peak memory of a process that reports ${megabytes(bytes)} MB`);
    if (name === 'once') once = bytes;
    if (name !== 'hundredfold') continue;
    const title = 'peak memory of a process that reports: 100x over 1x';
    measures.push({ name: title, unit: 'MB', ours: bytes / 1e6, reference: once / 1e6, goal: null });
  }
  return measures;
}

function peakOfReporter(applicationUrl: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const reporter = fork(join(__dirname, 'reporter.js'));
    reporter.once('message', (bytes) => resolve(Number(bytes)));
    reporter.once('error', reject);
    reporter.once('exit', (code) => reject(new Error(`the reporting process ended with ${code}`)));
    // Not as an argument, which everybody can read: the address has a password in it.
    reporter.send(applicationUrl);
  });
}
