import { THE_PRODUCT } from '@sr/kernel';
import { postgresAt } from '../../apps/standalone/src/postgres/embedded-postgres';
import { openProduct } from '../../apps/standalone/src/product/product';
import { DecisionRace } from './decisions';
import { connect, loadPortfolio, spotCheck } from './load';
import { median, race } from './measure';
import { AFTER_ALL, KNOWN_ON, REPORT_YEAR } from './portfolio';
import { Ids, Random } from './random';
import { differences, handReport, handReportInTransaction } from './reports';
import { tableOf } from './table';

const server = postgresAt(JSON.parse(process.env['SR_TEST_POSTGRES'] ?? '{}') as Parameters<typeof postgresAt>[0]);
const waiting = [
  { suppliers: 2, claims: 100 },
  { suppliers: 1, claims: 100 },
];

it('loads what the product would have made, reports the same as SQL by hand, and writes the same decisions', async () => {
  // Claims of twice the size: more than fits, so that there is surplus to offer again.
  const loaded = await loadPortfolio(server, 'bench_tiny', { suppliers: 4, claims: 10, divisor: 0.5, waiting });
  const { totals } = loaded;
  expect([loaded.contracts, totals.claims]).toEqual([120, 4200]);
  // Otherwise a part of the rules would have had no work.
  expect(totals.revisions).toBeGreaterThan(loaded.contracts);
  expect(totals.reversals).toBeGreaterThan(0);
  expect(totals.reoffered).toBeGreaterThan(0);
  expect(totals.onSurplus.cents).toBeGreaterThan(0n);
  expect(await spotCheck(server.adminUrl('bench_tiny'), totals)).toEqual([]);

  const product = await openProduct(loaded.applicationUrl);
  product.clock.set(AFTER_ALL);
  const client = await connect(loaded.applicationUrl);
  try {
    expect(await product.allocation.verifyLedger()).toEqual([]);
    for (const knownOn of [null, KNOWN_ON, '2017-01-01']) {
      for (const year of [2016, REPORT_YEAR, 2026]) {
        const report = await product.impact.year(THE_PRODUCT, year, knownOn);
        expect(differences(report, await handReport(client, year, AFTER_ALL, knownOn))).toEqual([]);
        expect(differences(report, await handReportInTransaction(client, year, AFTER_ALL, knownOn))).toEqual([]);
      }
    }
    // The history that was loaded ends where the balances stand.
    expect(await product.impact.year(THE_PRODUCT, REPORT_YEAR, AFTER_ALL)).toEqual(
      await product.impact.year(THE_PRODUCT, REPORT_YEAR),
    );
    const other = await handReport(client, REPORT_YEAR, AFTER_ALL, KNOWN_ON);
    expect(differences(await product.impact.year(THE_PRODUCT, REPORT_YEAR), other)).not.toEqual([]);
  } finally {
    await client.end();
    await product.close();
  }

  const decisions = await DecisionRace.open(server, loaded.name, true);
  try {
    const speed = await decisions.run(loaded.waiting, () => undefined);
    expect([speed.product > 0, speed.bulk > 0, (speed.rowByRow ?? 0) > 0]).toEqual([true, true, true]);
    expect(await decisions.differences()).toEqual([]);
    expect(await decisions.verifyLedger()).toEqual([]);
  } finally {
    await decisions.close();
  }
});

it('draws the same every time, in every stream something else', () => {
  const draw = (random: Random) => Array.from({ length: 5 }, () => random.whole(1, 1000));
  expect(draw(new Random(3, 1))).toEqual(draw(new Random(3, 1)));
  expect(draw(new Random(3, 1))).not.toEqual(draw(new Random(3, 2)));
  const ids = new Ids();
  const first = Array.from({ length: 1000 }, () => ids.next());
  expect(new Set(first).size).toBe(1000);
  expect(first.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual(
    [],
  );
});

it('measures in turns, and says whether a goal is met', async () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
  const turns: string[] = [];
  const contender = (name: string) => () => Promise.resolve(void turns.push(name));
  await race({ a: contender('a'), b: contender('b') }, 1);
  expect(turns.slice(0, 8).join('')).toBe('abababba');
  expect(turns.filter((name) => name === 'a')).toHaveLength(turns.length / 2);

  const measure = { name: 'x', unit: 'ms' as const, ours: 13, reference: 10 };
  const table = tableOf([
    { ...measure, goal: { below: 1.3 } },
    { ...measure, goal: { above: 0.4 } },
    { ...measure, goal: null },
  ]);
  expect(
    table
      .split('\n')
      .slice(2)
      .map((line) => line.split('|').map((cell) => cell.trim())),
  ).toEqual([
    ['', 'x', '13.00 ms', '10.00 ms', '1.30', '< 1.3', 'NOT MET', ''],
    ['', 'x', '13.00 ms', '10.00 ms', '1.30', '> 0.4', 'met', ''],
    ['', 'x', '13.00 ms', '10.00 ms', '1.30', '', '', ''],
  ]);
});
