import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { THE_PRODUCT } from '@sr/kernel';
import { replay } from '../apps/standalone/src/replay/replay';
import { testProduct, type TestProduct } from './support/database';

const FOLDER = join(__dirname, 'scenarios');
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const files = readdirSync(FOLDER);
const right = files.filter((name) => /^[^.]+\.json$/.test(name));
const wrong = files.filter((name) => name.endsWith('.wrong.json'));

describe('replay, through the services and on PostgreSQL', () => {
  let product: TestProduct;
  beforeEach(async () => {
    product = await testProduct();
  });
  afterEach(() => product.close());

  it('has cases of both kinds', () => {
    expect(right.length).toBeGreaterThanOrEqual(14);
    expect(wrong.length).toBeGreaterThanOrEqual(6);
  });

  it.each(right)('%s gives exactly the expected document', async (name) => {
    const result = await replay(product, read(name));
    const expected: unknown = JSON.parse(read(name.replace(/\.json$/, '.expected.json')));
    expect(JSON.parse(JSON.stringify(result))).toEqual({ outcome: expected });
    expect(await product.allocation.verifyLedger()).toEqual([]);
  });

  it.each(right)('%s: the report of running balances is the report of all entries', async (name) => {
    await replay(product, read(name));
    product.clock.set('2999-12-31');
    for (const year of [2023, 2024, 2025, 2026]) {
      expect(await product.impact.year(THE_PRODUCT, year)).toEqual(
        await product.impact.year(THE_PRODUCT, year, '2999-12-31'),
      );
    }
  });

  it.each(wrong)('%s names every position that is wrong, and no other', async (name) => {
    const result = await replay(product, read(name));
    const positions = read(name.replace(/\.json$/, '.txt'))
      .trim()
      .split('\n')
      .map((line) => (/^\d+$/.test(line) ? `event ${line}` : line));
    expect('faults' in result && [...new Set(result.faults.map((fault) => fault.position))]).toEqual(positions);
  });
});
