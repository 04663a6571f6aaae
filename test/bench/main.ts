import { cpus, totalmem } from 'node:os';
import { temporaryPostgres } from '../../apps/standalone/src/postgres/embedded-postgres';
import { bench, type BenchOptions } from './bench';
import { Unequal } from './contestants';
import { ofReminders, type RemindersOptions } from './reminders/race';
import { tableOf } from './table';
import { print, say } from './terminal';

/**
 * As a server of its own has them: a power cut would lose nothing. Vacuum and analyze run once, after loading. The product
 * switches compilation of queries off for its connections, so it is off for everybody.
 */
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
  jit: 'off',
};

const FULL: BenchOptions = { sizes: ['once', 'claims', 'tenfold', 'hundredfold'], runs: 5, rowByRow: true };
const QUICK: BenchOptions = { sizes: ['once', 'claims'], runs: 2, rowByRow: false };
const REMINDERS: Record<'full' | 'quick', RemindersOptions> = {
  full: { groups: 500, runs: 5 },
  quick: { groups: 50, runs: 2 },
};
const ARGUMENTS = ['--quick', '--reminders'];

/** Set by Ctrl-C: what fails from then on, fails because of it. */
let isStopping = false;

async function main(args: readonly string[]): Promise<number> {
  if (args.some((arg) => !ARGUMENTS.includes(arg))) {
    process.stderr.write('usage: npm run bench [-- [--quick] [--reminders]]\n');
    return 2;
  }
  const server = await temporaryPostgres('sr-bench-', SETTINGS);
  const stop = (signal: NodeJS.Signals): void => {
    isStopping = true;
    void server.stop().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    print(`${new Date().toISOString().slice(0, 16)}Z, Node ${process.version}, ${machine()}`);
    const settings = Object.entries(SETTINGS).map((setting) => setting.join('='));
    print(`PostgreSQL: ${settings.join(' ')}\n`);
    const isQuick = args.includes('--quick');
    const measures = args.includes('--reminders') ? [] : await bench(server, isQuick ? QUICK : FULL);
    measures.push(
      ...(await ofReminders(server, REMINDERS[isQuick ? 'quick' : 'full'], (what) => say(`reminders: ${what}`))),
    );
    say('');
    print(`\n${tableOf(measures)}`);
    return 0;
  } finally {
    await server.stop();
  }
}

function machine(): string {
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
  return `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, ${gigabytes} GB`;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (isStopping) return;
    say('');
    const text = error instanceof Unequal || !(error instanceof Error) ? String(error) : (error.stack ?? error.message);
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
  },
);
