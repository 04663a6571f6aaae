import { fork } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import type { LocalDate } from '@sr/kernel';
import type { Client } from 'pg';
import { temporaryPostgres, type EmbeddedPostgres } from '../../apps/standalone/src/postgres/embedded-postgres';
import { openProduct, type Product } from '../../apps/standalone/src/product/product';
import { DecisionRace } from './decisions';
import { connect, loadPortfolio, spotCheck, type LoadedPortfolio } from './load';
import { race, RUNS } from './measure';
import { AFTER_ALL, KNOWN_ON, REPORT_YEAR, type PortfolioSize, type WaitingBatch } from './portfolio';
import { differences, handReport, handReportInTransaction } from './reports';
import { tableOf, type Measure } from './table';

/** As a server of its own has them; a power cut would lose nothing. Autovacuum would only disturb: it ran before. */
const SETTINGS = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '1GB',
  effective_cache_size: '8GB',
  work_mem: '32MB',
  maintenance_work_mem: '512MB',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  autovacuum: 'off',
};

const SIZES = {
  once: { suppliers: 10, claims: 10, divisor: 1 },
  claims: { suppliers: 10, claims: 100, divisor: 10 },
  tenfold: { suppliers: 100, claims: 10, divisor: 1 },
  hundredfold: { suppliers: 1000, claims: 10, divisor: 1 },
} satisfies Record<string, PortfolioSize>;
type SizeName = keyof typeof SIZES;
const TITLES: Record<SizeName, string> = {
  once: '1x',
  claims: '1x with 10x the claims',
  tenfold: '10x',
  hundredfold: '100x',
};

const BATCH = 1000;
const GOALS = { claims: { below: 1.2 }, contracts: { below: 1.5 }, byHand: { below: 1.3 }, decisions: { above: 0.4 } };

/** A figure of ours that is not the figure of the reference: then no time of it means anything. */
class Unequal extends Error {
  constructor(where: string, lines: readonly string[]) {
    super([`The figures are not equal (${where}):`, ...lines].join('\n  '));
  }
}

/** A loaded portfolio, open for the product and for SQL by hand. */
interface Contestant {
  readonly loaded: LoadedPortfolio;
  readonly product: Product;
  readonly client: Client;
}

async function bench(server: EmbeddedPostgres, isQuick: boolean): Promise<void> {
  print(`${new Date().toISOString().slice(0, 16)}Z, Node ${process.version}, ${machine()}`);
  print(
    `PostgreSQL: ${Object.entries(SETTINGS)
      .map((setting) => setting.join('='))
      .join(' ')}\n`,
  );

  const names: SizeName[] = isQuick ? ['once', 'claims'] : ['once', 'claims', 'tenfold', 'hundredfold'];
  const contestants = new Map<SizeName, Contestant>();
  try {
    for (const name of names) contestants.set(name, await load(server, name));
    const measures = [
      ...(await reports(contestants)),
      ...(await decisions(server, isQuick)),
      ...(await memory(contestants)),
    ];
    print(`\n${tableOf(measures)}\n`);
  } finally {
    for (const { product, client } of contestants.values()) {
      await client.end();
      await product.close();
    }
  }
}

async function load(server: EmbeddedPostgres, name: SizeName): Promise<Contestant> {
  const loaded = await loadPortfolio(server, name, SIZES[name], (what) => say(`loading ${TITLES[name]}: ${what}`));
  const { contracts, totals, seconds, bytes } = loaded;
  print(
    `${TITLES[name]}: ${contracts} contracts, ${totals.claims} claims, ${totals.entries} entries; ` +
      `loaded in ${seconds.toFixed(0)} s, ${megabytes(bytes)} MB`,
  );
  say(`checking ${TITLES[name]}`);
  assertNone(`${TITLES[name]}, database and generator`, await spotCheck(server.adminUrl(name), totals));
  const product = await openProduct(loaded.applicationUrl);
  product.clock.set(AFTER_ALL);
  if (name === 'once')
    assertNone(
      'ledger',
      (await product.allocation.verifyLedger()).map((breach) => breach.detail),
    );
  return { loaded, product, client: await connect(loaded.applicationUrl) };
}

async function reports(contestants: ReadonlyMap<SizeName, Contestant>): Promise<Measure[]> {
  const report = (name: SizeName) => () =>
    contestants.get(name)?.product.impact.year(REPORT_YEAR) ?? Promise.reject(new Error(name));
  const measures: Measure[] = [];

  say('the report with ten times the claims');
  const claims = await race({ once: report('once'), claims: report('claims') });
  measures.push({
    ...{ name: 'report: 10x the claims over 1x', unit: 'ms', ours: claims.claims, reference: claims.once },
    goal: GOALS.claims,
  });

  for (const name of ['tenfold', 'hundredfold'] as const) {
    const larger = contestants.get(name);
    const once = contestants.get('once');
    if (!larger || !once) continue;
    say(`the report per contract at ${TITLES[name]}`);
    const times = await race({ once: report('once'), larger: report(name) });
    measures.push({
      name: `report per contract: ${TITLES[name]} over 1x`,
      unit: 'us',
      ours: (times.larger / larger.loaded.contracts) * 1000,
      reference: (times.once / once.loaded.contracts) * 1000,
      goal: name === 'hundredfold' ? GOALS.contracts : null,
    });
  }

  for (const knownOn of [null, KNOWN_ON]) {
    for (const [name, contestant] of contestants) {
      const what = `${knownOn === null ? 'report' : 'knownOn report'} ${TITLES[name]}`;
      say(`the ${what} by hand`);
      measures.push(...(await againstSql(what, contestant, knownOn)));
    }
  }
  return measures;
}

async function againstSql(
  what: string,
  { product, client }: Contestant,
  knownOn: LocalDate | null,
): Promise<Measure[]> {
  const year = REPORT_YEAR;
  assertNone(
    what,
    differences(await product.impact.year(year, knownOn), await handReport(client, year, AFTER_ALL, knownOn)),
  );
  const times = await race({
    ours: () => product.impact.year(year, knownOn),
    byHand: () => handReportInTransaction(client, year, AFTER_ALL, knownOn),
    plain: () => handReport(client, year, AFTER_ALL, knownOn),
  });
  const { ours, byHand, plain } = times;
  return [
    { name: `${what} over one query by hand`, unit: 'ms', ours, reference: byHand, goal: GOALS.byHand },
    { name: `${what} over the plain select`, unit: 'ms', ours, reference: plain, goal: null },
  ];
}

async function decisions(server: EmbeddedPostgres, isQuick: boolean): Promise<Measure[]> {
  // One batch more than runs: the first warms up.
  const batches = (suppliers: number): WaitingBatch[] =>
    Array.from({ length: RUNS + 1 }, () => ({ suppliers, claims: BATCH }));
  const waiting = [...batches(SIZES.once.suppliers), ...batches(1)];
  const loaded = await loadPortfolio(server, 'decisions', { ...SIZES.once, waiting }, (what) =>
    say(`waiting claims: ${what}`),
  );
  const contest = await DecisionRace.open(server, loaded.name, !isQuick);
  try {
    const measures: Measure[] = [];
    for (const [plans, from] of [
      [SIZES.once.suppliers * 5, 0],
      [5, RUNS + 1],
    ] as const) {
      const speed = await contest.run(loaded.waiting.slice(from, from + RUNS + 1), (batch) =>
        say(`decisions over ${plans} plans: batch ${batch}`),
      );
      const { product: ours, bulk, rowByRow, entriesPerBatch } = speed;
      const what = `decisions over ${plans} plans (${BATCH} claims, ${entriesPerBatch} entries)`;
      measures.push({ name: `${what} over bulk inserts`, unit: '/s', ours, reference: bulk, goal: GOALS.decisions });
      if (rowByRow !== null)
        measures.push({
          name: `${what} over inserts claim by claim`,
          unit: '/s',
          ours,
          reference: rowByRow,
          goal: null,
        });
    }
    assertNone('rows of the decisions', await contest.differences());
    assertNone(
      'ledger after the decisions',
      (await contest.verifyLedger()).map((breach) => JSON.stringify(breach)),
    );
    return measures;
  } finally {
    await contest.close();
  }
}

async function memory(contestants: ReadonlyMap<SizeName, Contestant>): Promise<Measure[]> {
  const bytes = new Map<SizeName, number>();
  for (const name of ['once', 'tenfold', 'hundredfold'] as const) {
    const contestant = contestants.get(name);
    if (!contestant) continue;
    say(`memory at ${TITLES[name]}`);
    bytes.set(name, await peakOfReporter(contestant.loaded.applicationUrl));
    print(`peak memory of a process that reports, ${TITLES[name]}: ${megabytes(bytes.get(name) ?? NaN)} MB`);
  }
  const [once, most] = [bytes.get('once'), bytes.get('hundredfold')];
  if (once === undefined || most === undefined) return [];
  return [
    { name: 'peak memory of reporting: 100x over 1x', unit: 'MB', ours: most / 1e6, reference: once / 1e6, goal: null },
  ];
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

function assertNone(where: string, lines: readonly string[]): void {
  if (lines.length > 0) throw new Unequal(where, lines);
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
const machine = (): string =>
  `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB`;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

let saidAt = 0;
/** Progress: on a terminal one line that changes, elsewhere a line every ten seconds. */
function say(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${what}`);
  else if (performance.now() - saidAt > 10_000) {
    saidAt = performance.now();
    process.stderr.write(`${what}\n`);
  }
}

/** Set by Ctrl-C: what fails from then on fails because of it. */
let isStopping = false;

async function main(args: readonly string[]): Promise<number> {
  if (args.some((arg) => arg !== '--quick')) {
    process.stderr.write('usage: npm run bench [-- --quick]\n');
    return 2;
  }
  const server = await temporaryPostgres('sr-bench-', SETTINGS);
  const stop = (signal: NodeJS.Signals): void => {
    isStopping = true;
    void server.stop().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await bench(server, args.includes('--quick'));
    return 0;
  } finally {
    await server.stop();
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (isStopping) return;
    const text = error instanceof Unequal ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`\n${text}\n`);
    process.exitCode = 1;
  },
);
